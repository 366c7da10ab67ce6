import Markup

/// A chart in plain sentences for who cannot see it: what it shows, then each series by its figures.
///
/// Few categories are told one by one within their groups; many by range, first and last, largest change
/// and changes of sign.
func describe(_ chart: Composition) -> String {
  guard chart.hasValues else { return "There are no figures to show." }
  var words = ByteSink(capacity: 1024)
  words.opening(of: chart)
  let arePairs = chart.runs.count <= 4 && chart.runs.allSatisfy { $0.first + 1 == $0.last }
  for panel in chart.panels {
    let voice = Voice(chart, panel)
    if panel.mark == .bar, arePairs, panel.series.count <= 4 {
      for run in chart.runs { voice.tellComparison(in: run, &words) }
    } else {
      for series in panel.series { voice.tellCourse(of: series, &words) }
    }
  }
  return words.text()
}

extension ByteSink {
  /// `Grouped bars in thousands of US dollars.`
  fileprivate mutating func opening(of chart: Composition) {
    if chart.panels.count == 1 {
      switch chart.panels[0].mark {
      case .bar: markup(chart.panels[0].series.count > 1 ? "Grouped bars" : "Bars")
      case .line: markup("Line")
      case .area: markup("Area")
      case .point: markup("Points")
      }
    } else {
      let number = ["", "", "Two", "Three", "Four", "Five", "Six"]
      raw(chart.panels.count < number.count ? number[chart.panels.count] : String(chart.panels.count))
      markup(chart.sharesScale ? " panels, on one scale" : " panels, each on its own scale")
    }
    let unit = commonUnit(of: chart).nameInSentence(of: chart.measure.words)
    if !unit.isEmpty {
      markup(" in ")
      raw(unit)
    }
    markup(".")
  }
}

/// How one panel's figures and categories are spoken of.
private struct Voice {
  let categories: [ChartCategory]
  let panel: Composition.Panel
  let digits: Int
  let note: String

  init(_ chart: Composition, _ panel: Composition.Panel) {
    categories = chart.categories
    self.panel = panel
    digits = chart.precision.digits
    let isCommon = chart.panels.allSatisfy { $0.unit.power == panel.unit.power }
    note = isCommon ? "" : ", in " + panel.unit.nameInSentence(of: chart.measure.words)
  }

  /// ` Third quarter, 2002 to 2003: Revenues fall from 7,181 to 6,980; Net loss widens from 462 to 4,679.`
  func tellComparison(in run: GroupRun, _ words: inout ByteSink) {
    words.markup(" ")
    if let name = run.name {
      words.raw(name)
      words.markup(", ")
    }
    words.raw(categories[run.first].label)
    words.markup(" to ")
    words.raw(categories[run.last].label)
    for index in panel.series.indices {
      words.markup(index == 0 ? ": " : "; ")
      let name = panel.series[index].name
      switch (panel.series[index].points[run.first], panel.series[index].points[run.last]) {
      case (let before?, let after?): tellChange(name, before, after, &words)
      case (let before?, nil): tellSingle(name, before, at: run.first, notAt: run.last, &words)
      case (nil, let after?): tellSingle(name, after, at: run.last, notAt: run.first, &words)
      case (nil, nil):
        words.markup("no figures for ")
        words.raw(name)
      }
    }
    words.markup(".")
  }

  private func tellSingle(
    _ name: String, _ point: Composition.Point, at place: Int, notAt missing: Int, _ words: inout ByteSink
  ) {
    words.raw(name)
    words.markup(" ")
    tell(point, &words)
    words.markup(" in ")
    words.raw(categories[place].label)
    words.markup(", no figure for ")
    words.raw(categories[missing].label)
  }

  /// A series from one figure to the next; a loss is spoken of by its size.
  private func tellChange(
    _ name: String, _ before: Composition.Point, _ after: Composition.Point, _ words: inout ByteSink
  ) {
    words.raw(name)
    var (from, to) = (before, after)
    let isPlural = name.utf8.last == UInt8(ascii: "s") && !name.hasSuffix("ss")
    if before.quantity == after.quantity {
      words.markup(" unchanged at ")
      return tell(after, &words)
    }
    if before.quantity < 0, after.quantity < 0, isLoss(name) {
      (from.quantity, to.quantity) = (-from.quantity, -to.quantity)
      words.markup(from.quantity < to.quantity ? " widens" : " narrows")
    } else if before.quantity >= 0, after.quantity < 0 {
      words.markup(isPlural ? " turn negative," : " turns negative,")
    } else if before.quantity < 0, after.quantity > 0 {
      words.markup(isPlural ? " turn positive," : " turns positive,")
    } else if before.quantity < after.quantity {
      words.markup(isPlural ? " rise" : " rises")
    } else {
      words.markup(isPlural ? " fall" : " falls")
    }
    words.markup(" from ")
    tell(from, &words)
    words.markup(" to ")
    tell(to, &words)
  }

  private func isLoss(_ name: String) -> Bool {
    let words = name.lowercased()
    return words.hasSuffix("loss") || words.hasSuffix("losses")
  }

  private func tell(_ point: Composition.Point, _ words: inout ByteSink) {
    if point.isApproximate { words.markup("about ") }
    words.spoken(point.quantity, in: panel.unit, digits: digits)
  }

  /// A long series: first and last, range, largest change, signs, gaps.
  func tellCourse(of series: Composition.Series, _ words: inout ByteSink) {
    let present = series.points.indices.filter { series.points[$0] != nil }
    words.markup(" ")
    words.raw(series.name)
    words.raw(note)
    words.markup(": ")
    guard let first = present.first, let last = present.last else { return words.markup("no figures.") }
    func quantity(_ index: Int) -> Int128 { series.points[index]?.quantity ?? 0 }
    func tellPoint(at index: Int) {
      if let point = series.points[index] { tell(point, &words) }
      words.markup(" (")
      words.raw(categories[index].fullLabel)
      words.markup(")")
    }
    if present.count == 1 {
      tellPoint(at: first)
      return words.markup(".")
    }
    if present.allSatisfy({ quantity($0) == quantity(first) }) {
      if let point = series.points[first] { tell(point, &words) }
      words.markup(" throughout.")
    } else {
      let most = present.reduce(first) { quantity($1) > quantity($0) ? $1 : $0 }
      let least = present.reduce(first) { quantity($1) < quantity($0) ? $1 : $0 }
      words.markup("from ")
      tellPoint(at: first)
      words.markup(" to ")
      tellPoint(at: last)
      words.markup(". Highest ")
      tellPoint(at: most)
      words.markup(", lowest ")
      tellPoint(at: least)
      words.markup(".")
      tellLargestChange(present, quantity, &words)
      tellSigns(present.map(quantity), &words)
      tell("Revised", series, \.isRevised, &words)
      tell("Calculated", series, \.isDerived, &words)
    }
    let missing = series.points.count - present.count
    if missing > 0 { words.raw(" No figure in \(missing) of \(series.points.count).") }
  }

  /// ` Revised: Q3 2003, Q4 2003.`
  private func tell(
    _ what: String, _ series: Composition.Series, _ isMeant: (Composition.Point) -> Bool,
    _ words: inout ByteSink
  ) {
    let places = series.points.indices.filter { series.points[$0].map(isMeant) ?? false }
    guard !places.isEmpty else { return }
    if places.count > 4 { return words.raw(" \(what) in \(places.count) of \(series.points.count).") }
    words.raw(" \(what): \(places.map { categories[$0].fullLabel }.joined(separator: ", ")).")
  }

  private func tellLargestChange(
    _ present: [Int], _ quantity: (Int) -> Int128, _ words: inout ByteSink
  ) {
    guard present.count > 2 else { return }
    var best: (to: Int, size: Int128)?
    for (from, to) in zip(present, present.dropFirst()) where to == from + 1 {
      let size = quantity(to) - quantity(from)
      if size.magnitude128 > best?.size.magnitude128 ?? 0 { best = (to, size) }
    }
    guard let best else { return }
    words.markup(best.size < 0 ? " Largest change: a fall of " : " Largest change: a rise of ")
    words.spoken(best.size.magnitude128, in: panel.unit, digits: digits)
    words.markup(" in ")
    words.raw(categories[best.to].fullLabel)
    words.markup(".")
  }

  private func tellSigns(_ quantities: [Int128], _ words: inout ByteSink) {
    let negatives = quantities.count { $0 < 0 }
    guard negatives > 0 else { return }
    if negatives == quantities.count { return words.markup(" Negative throughout.") }
    let signs = quantities.filter { $0 != 0 }.map { $0 < 0 }
    let changes = zip(signs, signs.dropFirst()).count { $0 != $1 }
    let times =
      changes == 0
      ? "" : "; the sign changes \(changes == 1 ? "once" : changes == 2 ? "twice" : "\(changes) times")"
    words.raw(" Negative in \(negatives) of \(quantities.count)\(times).")
  }
}
