/// A chart in plain sentences for who cannot see it: what it shows, then each series by its figures.
///
/// Few categories are told one by one within their groups; many by range, first and last, largest change
/// and changes of sign.
func describe(_ chart: Composition) -> String {
  guard chart.hasValues else { return "There are no figures to show." }
  var sentences = [opening(of: chart)]
  for panel in chart.panels {
    let voice = Voice(chart, panel)
    let runs = groupRuns(chart.categories)
    let arePairs = runs.allSatisfy { $0.first + 1 == $0.last }
    if panel.mark == .bar, arePairs, panel.series.count <= 4, runs.count <= 4 {
      for run in runs { sentences.append(voice.comparison(of: panel.series, in: run)) }
    } else {
      for series in panel.series { sentences += voice.course(of: series) }
    }
  }
  return sentences.joined(separator: " ")
}

private func opening(of chart: Composition) -> String {
  let unit = spokenUnit(of: chart)
  let counted = unit.isEmpty ? "" : " in " + lowercasedUnit(unit)
  guard chart.panels.count > 1 else {
    switch chart.panels[0].mark {
    case .bar: return (chart.panels[0].series.count > 1 ? "Grouped bars" : "Bars") + counted + "."
    case .line: return "Line" + counted + "."
    case .area: return "Area" + counted + "."
    case .point: return "Points" + counted + "."
    }
  }
  let number = ["", "", "Two", "Three", "Four", "Five", "Six"]
  let count = chart.panels.count < number.count ? number[chart.panels.count] : String(chart.panels.count)
  return "\(count) panels, \(chart.sharesScale ? "on one scale" : "each on its own scale")\(counted)."
}

/// `thousands of US dollars`: only the counting word loses its capital.
func lowercasedUnit(_ unit: String) -> String {
  for word in ["Thousands", "Millions", "Billions", "Trillions"] where unit.hasPrefix(word) {
    return word.lowercased() + unit.dropFirst(word.count)
  }
  return unit
}

/// How one panel's figures and categories are spoken of.
private struct Voice {
  var categories: [ChartCategory]
  var unit: ChartUnit
  var digits: Int
  var note: String

  init(_ chart: Composition, _ panel: Composition.Panel) {
    categories = chart.categories
    unit = panel.unit
    digits = chart.precision.digits
    let isCommon = chart.panels.allSatisfy { $0.unit.power == panel.unit.power }
    note = isCommon ? "" : ", in " + lowercasedUnit(panel.unit.name(of: chart.measure.words))
  }

  func figure(_ point: Composition.Point) -> String {
    (point.isApproximate ? "about " : "") + unit.spoken(point.quantity, digits: digits)
  }

  /// `Third quarter: Revenues fall from 7,181 to 6,980; Net loss widens from 462 to 4,679.`
  func comparison(of series: [Composition.Series], in run: GroupRun) -> String {
    let phrases = series.map { series in
      switch (series.points[run.first], series.points[run.last]) {
      case (let before?, let after?): change(series.name, before, after)
      case (let before?, nil):
        "\(series.name) \(figure(before)) in \(categories[run.first].label), no figure for \(categories[run.last].label)"
      case (nil, let after?):
        "\(series.name) \(figure(after)) in \(categories[run.last].label), no figure for \(categories[run.first].label)"
      case (nil, nil): "no figures for \(series.name)"
      }
    }
    let between = "\(categories[run.first].label) to \(categories[run.last].label)"
    return "\(run.name.map { $0 + ", " } ?? "")\(between): \(phrases.joined(separator: "; "))."
  }

  /// A series from one figure to the next; a loss is spoken of by its size.
  private func change(_ name: String, _ before: Composition.Point, _ after: Composition.Point) -> String {
    if before.quantity < 0, after.quantity < 0, isLoss(name), before.quantity != after.quantity {
      var (small, large) = (before, after)
      small.quantity = -small.quantity
      large.quantity = -large.quantity
      let verb = small.quantity < large.quantity ? "widens" : "narrows"
      return "\(name) \(verb) from \(figure(small)) to \(figure(large))"
    }
    let isPlural = name.hasSuffix("s") && !name.hasSuffix("ss")
    let verb: String
    switch (before.quantity, after.quantity) {
    case (let a, let b) where a == b: return "\(name) unchanged at \(figure(after))"
    case (let a, let b) where a >= 0 && b < 0: verb = isPlural ? "turn negative," : "turns negative,"
    case (let a, let b) where a < 0 && b >= 0: verb = isPlural ? "turn positive," : "turns positive,"
    case (let a, let b) where a < b: verb = isPlural ? "rise" : "rises"
    default: verb = isPlural ? "fall" : "falls"
    }
    return "\(name) \(verb) from \(figure(before)) to \(figure(after))"
  }

  private func isLoss(_ name: String) -> Bool {
    let words = name.lowercased()
    return words.hasSuffix("loss") || words.hasSuffix("losses")
  }

  /// A long series: first and last, range, largest change, signs, gaps.
  func course(of series: Composition.Series) -> [String] {
    let present = series.points.indices.filter { series.points[$0] != nil }
    let points = series.points.compactMap { $0 }
    guard let first = present.first, let last = present.last else {
      return ["\(series.name)\(note): no figures."]
    }
    func at(_ index: Int) -> String {
      guard let point = series.points[index] else { return "" }
      return "\(figure(point)) (\(categories[index].fullLabel))"
    }
    guard points.count > 1 else { return ["\(series.name)\(note): \(at(first))."] }
    func quantity(_ index: Int) -> Int128 { series.points[index]?.quantity ?? 0 }
    if points.allSatisfy({ $0.quantity == points[0].quantity }) {
      return ["\(series.name)\(note): \(figure(points[0])) throughout."] + gaps(series, present)
    }
    let most = present.reduce(first) { quantity($1) > quantity($0) ? $1 : $0 }
    let least = present.reduce(first) { quantity($1) < quantity($0) ? $1 : $0 }
    var sentences = ["\(series.name)\(note): from \(at(first)) to \(at(last))."]
    sentences.append("Highest \(at(most)), lowest \(at(least)).")
    sentences += largestChange(series, present)
    sentences += signs(points)
    return sentences + revisions(series) + gaps(series, present)
  }

  private func revisions(_ series: Composition.Series) -> [String] {
    let revised = series.points.indices.filter { series.points[$0]?.isRevised == true }
    guard !revised.isEmpty else { return [] }
    if revised.count > 4 { return ["Revised in \(revised.count) of \(series.points.count)."] }
    return ["Revised: \(revised.map { categories[$0].fullLabel }.joined(separator: ", "))."]
  }

  private func largestChange(_ series: Composition.Series, _ present: [Int]) -> [String] {
    var best: (from: Int, to: Int, size: Int128)?
    for (from, to) in zip(present, present.dropFirst()) where to == from + 1 {
      guard let before = series.points[from], let after = series.points[to] else { continue }
      let size = after.quantity - before.quantity
      if size.magnitude128 > best?.size.magnitude128 ?? 0 { best = (from, to, size) }
    }
    guard let best, present.count > 2 else { return [] }
    let amount = unit.spoken(best.size.magnitude128, digits: digits)
    let word = best.size < 0 ? "a fall" : "a rise"
    return ["Largest change: \(word) of \(amount) in \(categories[best.to].fullLabel)."]
  }

  private func signs(_ points: [Composition.Point]) -> [String] {
    let negatives = points.count { $0.quantity < 0 }
    guard negatives > 0 else { return [] }
    if negatives == points.count { return ["Negative throughout."] }
    let signs = points.map(\.quantity).filter { $0 != 0 }.map { $0 < 0 }
    let changes = zip(signs, signs.dropFirst()).count { $0 != $1 }
    let times =
      changes == 0
      ? "" : "; the sign changes \(changes == 1 ? "once" : changes == 2 ? "twice" : "\(changes) times")"
    return ["Negative in \(negatives) of \(points.count)\(times)."]
  }

  private func gaps(_ series: Composition.Series, _ present: [Int]) -> [String] {
    let missing = series.points.count - present.count
    return missing == 0 ? [] : ["No figure in \(missing) of \(series.points.count)."]
  }
}
