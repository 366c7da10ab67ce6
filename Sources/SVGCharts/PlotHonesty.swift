import Diagnostics

extension SpecReader {
  /// Warns of drawings that would mislead: bars without zero, unequal steps of time drawn equal, different
  /// measures on one axis, a total stacked on its parts.
  ///
  /// - Parameter range: of the whole spec.
  mutating func judge(_ plot: Plot, at range: SourceRange) {
    judgeFigures(plot, at: range)
    // A waterfall is built by us: its bars hang where they should.
    if plot.spec.bridge != nil { return }
    judgeUnits(plot)
    judgeBars(plot)
    judgeDomains(plot)
    judgeSteps(plot)
    judgeMeasures(plot)
    judgeSeries(plot)
    judgeTotals(plot)
    judgeShares(plot)
    judgeLogarithms(plot)
    judgePlaces(plot)
    judgeLooks(plot)
  }

  /// More series than there are looks, where nothing but a look tells them apart.
  private mutating func judgeLooks(_ plot: Plot) {
    guard plot.namesColors, plot.series.count > mostLooks,
      let color = plot.views.lazy.compactMap({ $0.layer[.color] }).first(where: { $0.field != nil }),
      !plot.views.contains(where: { $0.mark == .text && $0.layer[.text]?.field == color.field })
    else { return }
    warn(
      .tooManySeries, "\(plot.series.count) series have no more than \(mostLooks) looks", at: color,
      "show fewer, or give each a plot of its own with 'column'")
  }

  /// A frame without marks is an error where facts are missing, else a warning.
  private mutating func judgeFigures(_ plot: Plot, at range: SourceRange) {
    let hasFigures = plot.views.contains { view in
      view.items.contains { item in
        let isQuantitative = view.layer[view.measure]?.isQuantitative ?? false
        return isQuantitative ? !item[view.measure].isMissing : !item.values.allSatisfy(\.isMissing)
      }
    }
    if hasFigures { return }
    let areFacts = plot.spec.layers.contains { layer in layer.rows.contains { $0.fact != nil } }
    let line = SourceRange(start: range.start, end: range.start)
    diagnostics.append(
      Diagnostic(
        .emptyChart, "the chart has no figure to show", at: Place(path, line),
        severity: areFacts ? .error : .warning))
  }

  /// Facts that count different things have no axis in common.
  private mutating func judgeUnits(_ plot: Plot) {
    for view in plot.views where view.mark != .text {
      guard let channel = view.layer[view.measure], channel.field == "value" || channel.field == "first"
      else {
        continue
      }
      var units: [String] = []
      for row in view.layer.rows where row.fact != nil {
        guard let unit = row.fields["unit"], !unit.isMissing, !units.contains(unit.words),
          !(row.fields["value"] ?? .missing).isMissing
        else { continue }
        units.append(unit.words)
      }
      guard units.count > 1 else { continue }
      warn(
        .mixedMeasures, "figures in \(units[0]) and in \(units[1]) share one axis", at: channel,
        "draw them as two charts, each with its own axis")
      return
    }
  }

  private mutating func judgePlaces(_ plot: Plot) {
    for view in plot.views where view.mark == .bar && !view.isStacked {
      guard let channel = view.layer[view.measure], view.layer[view.measure == .x ? .x2 : .y2] == nil,
        view.layer[view.dimension]?.isDiscrete ?? false
      else { continue }
      var taken: Set<[Datum]> = []
      for item in view.items
      where !taken.insert([item[view.dimension], item[.xOffset], item[.yOffset], item[.column]]).inserted {
        warn(
          .repeatedChartPlace, "'\(item[view.dimension].words)' has more than one bar at the same place",
          at: channel,
          "sum them with 'aggregate', or set them side by side with 'xOffset'")
        return
      }
    }
  }

  private mutating func warn(
    _ code: DiagnosticCode, _ message: String, at channel: PlotChannel, _ hint: String
  ) {
    let place = Place(path, channel.range)
    diagnostics.append(Diagnostic(code, message, at: place, severity: .warning, hints: [hint]))
  }

  private mutating func judgeBars(_ plot: Plot) {
    for view in plot.views where view.mark == .bar || view.mark == .area {
      guard let channel = view.layer[view.measure], channel.isQuantitative, channel.literal == nil else {
        continue
      }
      let second: ChannelName = view.measure == .x ? .x2 : .y2
      guard view.layer[second] == nil, let scale = plotScale(view.measure, plot.views, target: 5) else {
        continue
      }
      if scale.kind == .log || scale.kind == .sqrt {
        warn(
          .truncatedBars, "\(view.mark.rawValue)s have no honest length on a \(scale.kind.rawValue) scale",
          at: channel,
          "use points")
      } else if min(scale.low, scale.high) > 0 || max(scale.low, scale.high) < 0 {
        warn(
          .truncatedBars,
          "the axis of the \(view.mark.rawValue)s runs from \(plainNumber(scale.low)) to \(plainNumber(scale.high)) and leaves out zero",
          at: channel, "include zero in 'domain', or use points")
      }
    }
  }

  /// Data outside of a domain that the author gives are cut away.
  private mutating func judgeDomains(_ plot: Plot) {
    for name in [ChannelName.x, .y, .xOffset, .yOffset] {
      let holder = plot.views.lazy.compactMap { $0.layer[name] }.first { $0.scale.domain != nil }
      guard let holder, let scale = plotScale(name, plot.views, target: 5) else { continue }
      guard let cut = plot.views.lazy.compactMap({ SVGCharts.cut(name, $0, by: scale) }).first else {
        continue
      }
      warn(.cutData, cut, at: holder, "widen 'domain', or leave such rows out with a 'filter'")
    }
  }

  private mutating func judgeSteps(_ plot: Plot) {
    for view in plot.views {
      guard let channel = view.layer[view.dimension], channel.isDiscrete, channel.field != nil else {
        continue
      }
      let domain = discreteDomain(view.dimension, plot.views)
      let times = domain.compactMap { datum -> Double? in
        switch datum {
        case .text(let text):
          quarterNumber(text).map(Double.init) ?? (text.contains("-") ? timeSeconds(text) : nil)
        case .number(let year): year >= 1800 && year <= 2200 && year == year.rounded() ? year : nil
        default: nil
        }
      }
      guard times.count == domain.count, times.count > 2 else { continue }
      let sorted = times.sorted()
      let steps = zip(sorted, sorted.dropFirst()).map { $1 - $0 }
      guard let least = steps.min(), let most = steps.max(), least > 0, most > 1.5 * least else { continue }
      warn(
        .unequalSteps,
        "the steps between \(domain[0].words) and \(domain[domain.count - 1].words) are unequal but drawn equal",
        at: channel, "give '\(channel.name.word)' the type temporal")
      return
    }
  }

  private mutating func judgeMeasures(_ plot: Plot) {
    for name in [ChannelName.x, .y] {
      var first: (title: String, most: Double)?
      for view in plot.views where view.measure == name && view.mark != .text && view.mark != .rule {
        guard let channel = view.layer[name], channel.isQuantitative, channel.field != nil else { continue }
        let most = view.items.compactMap { $0[name].number?.magnitude }.reduce(0) { max($0, $1) }
        let title = channelTitle(channel, in: view)
        guard let known = first else {
          first = (title, most)
          continue
        }
        let units = [known.title, title].map(unitWords)
        let differs =
          units[0] != units[1]
          || (most > 0 && known.most > 0 && max(most / known.most, known.most / most) > 1000)
        if known.title != title, differs {
          warn(
            .mixedMeasures, "'\(known.title)' and '\(title)' share one axis", at: channel,
            "draw them as two charts, each with its own axis")
          return
        }
      }
    }
  }

  /// Series whose names say that they count different things.
  private mutating func judgeSeries(_ plot: Plot) {
    for view in plot.views where view.layer[view.measure]?.isQuantitative ?? false {
      for name in [ChannelName.color, .xOffset, .yOffset] {
        guard let channel = view.layer[name], channel.field != nil, channel.isDiscrete else { continue }
        let named = discreteDomain(name, [view]).map(\.words).filter { !unitWords($0).isEmpty }
        guard let first = named.first, let other = named.first(where: { unitWords($0) != unitWords(first) })
        else { continue }
        warn(
          .mixedMeasures, "'\(first)' and '\(other)' share one axis", at: channel,
          "draw them as two charts, each with its own axis")
        return
      }
    }
  }

  /// Parts of a whole that are negative are drawn by their size.
  private mutating func judgeShares(_ plot: Plot) {
    for view in plot.views where view.isStacked {
      guard let channel = view.layer[view.measure], channel.stack == .normalize,
        let part = view.items.first(where: { $0[view.measure].number ?? 0 < 0 })
      else { continue }
      warn(
        .sharesOfMixedSigns,
        "'\(part[view.dimension].words)' has a negative part, drawn as if it were positive",
        at: channel, "show the amounts with 'stack: zero', or leave such parts out with a 'filter'")
      return
    }
  }

  /// Zero and what is below it have no logarithm, and would vanish.
  private mutating func judgeLogarithms(_ plot: Plot) {
    for view in plot.views {
      for name in [ChannelName.x, .y] {
        guard let channel = view.layer[name], channel.scale.kind == .log, channel.literal == nil,
          let value = view.items.lazy.compactMap({ $0[name].number }).first(where: { $0 <= 0 })
        else { continue }
        report(
          .unsupportedChartCombination, "a log scale has no place for \(plainNumber(value))",
          at: channel.range, hints: ["use a linear scale, or leave such values out with a 'filter'"])
        return
      }
    }
  }

  private mutating func judgeTotals(_ plot: Plot) {
    for view in plot.views where view.isStacked {
      guard let color = view.layer[.color], color.field != nil else { continue }
      let keys = discreteDomain(.color, [view])
      guard keys.count > 2, keys.count <= 40 else { continue }
      var sums: [Datum: [Datum: Double]] = [:]
      for item in view.items {
        sums[item[.color], default: [:]][item[view.dimension], default: 0] += item[view.measure].number ?? 0
      }
      for key in keys {
        let isTotal = sums[key]?.allSatisfy { place, value in
          let others = keys.filter { $0 != key }.map { sums[$0]?[place] ?? 0 }.reduce(0, +)
          return value != 0 && (value - others).magnitude <= value.magnitude * 1e-9
        }
        if isTotal == true {
          warn(
            .stackedTotal, "'\(key.words)' is the sum of the others it is stacked with", at: color,
            "leave the total out with a 'filter'")
          return
        }
      }
    }
  }
}

/// What a view shows that a scale has no place for.
private func cut(_ name: ChannelName, _ view: PlotView, by scale: PlotScale) -> String? {
  guard let channel = view.layer[name], channel.literal == nil else { return nil }
  if scale.isDiscrete {
    let item = view.items.first { !$0[name].isMissing && scale.index($0[name]) == nil }
    return item.map { "'\($0[name].words)' is not in the 'domain' of \(name.word) and is not drawn" }
  }
  let (low, high) = (min(scale.low, scale.high), max(scale.low, scale.high))
  // What is drawn at the very end may be off by the last bit.
  let give = (high - low) * 1e-9
  let values = view.items.lazy.flatMap { item in
    // Where a stack begins is the matter of zero.
    view.isStacked && name == view.measure
      ? [item.span?.end].compactMap { $0 } : extent(name, of: item, in: view)
  }
  guard let value = values.first(where: { $0 < low - give || $0 > high + give }) else { return nil }
  func words(_ value: Double) -> String {
    channel.type == .temporal ? timeWords(value) : plainNumber(value)
  }
  return "the axis of \(name.word) runs from \(words(low)) to \(words(high)) and cuts \(words(value)) away"
}

/// What a title says its figures are counted in: `percent`, `US dollars` after a comma, else nothing.
private func unitWords(_ title: String) -> String {
  let words = title.lowercased()
  for unit in ["percent", "%", "ratio", "dollars", "$", "shares", "employees", "days"]
  where words.contains(unit) {
    return unit == "%" ? "percent" : unit == "$" ? "dollars" : unit
  }
  return ""
}
