import Markup

/// A chart in plain sentences for who cannot see it: what it shows, then each series by its figures.
///
/// Few categories are told one by one within their groups; many by range, first and last, largest change
/// and changes of sign. Only periods of one length are told as a course, in order of time; where there are
/// several lengths, each is told by itself.
func describe(_ chart: Composition) -> String {
  guard chart.hasValues else { return "There are no figures to show." }
  var words = ByteSink(capacity: 1024)
  words.opening(of: chart)
  let courses = runsOfOneLength(chart.categories.map(\.time))
  let arePairs =
    chart.runs.count <= 4
    && chart.runs.allSatisfy { run in
      run.first + 1 == run.last
        && chart.categories[run.first].time?.months == chart.categories[run.last].time?.months
    }
  for panel in chart.panels {
    let voice = Voice(chart, panel)
    if panel.mark == .bar, arePairs, panel.series.count <= 4 {
      for run in chart.runs { voice.tellComparison(in: run, &words) }
    } else {
      for series in panel.series { voice.tell(series, along: courses, &words) }
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
struct Voice {
  let categories: [ChartCategory]
  let panel: Composition.Panel
  let digits: Int
  let note: String
  /// Whether categories without a time lead from one to the next all the same.
  let isOrdered: Bool

  init(_ chart: Composition, _ panel: Composition.Panel) {
    categories = chart.categories
    self.panel = panel
    digits = chart.precision.digits
    isOrdered = chart.isOrdered
    let isCommon = chart.panels.allSatisfy { $0.unit.power == panel.unit.power }
    note = isCommon ? "" : ", in " + panel.unit.nameInSentence(of: chart.measure.words)
  }

  /// ` Third quarter, 2002 to 2003: Revenues fall from 7,181 to 6,980; Net loss widens from 462 to 4,679.`
  ///
  /// What is not known to follow in time neither rises nor falls: ` East and West: Revenues 2,100 and 4,880.`
  func tellComparison(in run: GroupRun, _ words: inout ByteSink) {
    var (first, last) = (run.first, run.last)
    let times = (categories[first].time, categories[last].time)
    if let before = times.0, let after = times.1, ChartTime.precedes(after, before) { swap(&first, &last) }
    words.markup(" ")
    if let name = run.name {
      words.raw(name)
      words.markup(", ")
    }
    words.raw(categories[first].label)
    words.markup(times.0 == nil ? " and " : " to ")
    words.raw(categories[last].label)
    for index in panel.series.indices {
      words.markup(index == 0 ? ": " : "; ")
      let name = panel.series[index].name
      switch (panel.series[index].points[first], panel.series[index].points[last]) {
      case (let before?, let after?) where times.0 == nil: tellPair(name, before, after, &words)
      case (let before?, let after?) where panel.series[index].isParted(first, last):
        tellPair(name, before, after, &words)
        words.markup(", which cannot be compared")
      case (let before?, let after?): tellChange(name, before, after, &words)
      case (let before?, nil): tellSingle(panel.series[index], before, at: first, notAt: last, &words)
      case (nil, let after?): tellSingle(panel.series[index], after, at: last, notAt: first, &words)
      case (nil, nil): tellNone(panel.series[index], first, last, &words)
      }
    }
    words.markup(".")
  }

  private func tellPair(
    _ name: String, _ one: Composition.Point, _ other: Composition.Point, _ words: inout ByteSink
  ) {
    let digits = decimals(toTellApart: [(one, other)])
    words.raw(name)
    words.markup(" ")
    tell(one, digits, &words)
    words.markup(" and ")
    tell(other, digits, &words)
  }

  private func tellSingle(
    _ series: Composition.Series, _ point: Composition.Point, at place: Int, notAt missing: Int,
    _ words: inout ByteSink
  ) {
    words.raw(series.name)
    words.markup(" ")
    tell(point, panel.unit.decimals, &words)
    words.markup(" in ")
    words.raw(categories[place].label)
    words.markup(series.nils.contains(missing) ? ", nil in " : ", no figure for ")
    words.raw(categories[missing].label)
  }

  /// Two places without a figure; a printed dash is nil, and something else than nothing told.
  private func tellNone(_ series: Composition.Series, _ one: Int, _ other: Int, _ words: inout ByteSink) {
    let nils = [one, other].filter(series.nils.contains)
    guard let place = nils.first else {
      words.markup("no figures for ")
      return words.raw(series.name)
    }
    words.raw(series.name)
    if nils.count == 2 { return words.markup(" nil in both") }
    words.markup(" nil in ")
    words.raw(categories[place].label)
    words.markup(", no figure for ")
    words.raw(categories[place == one ? other : one].label)
  }

  /// A series from one figure to the next; a loss is spoken of by its size.
  private func tellChange(
    _ name: String, _ before: Composition.Point, _ after: Composition.Point, _ words: inout ByteSink
  ) {
    words.raw(name)
    var (from, to) = (before, after)
    let isPlural = isPlural(name)
    if before.quantity == after.quantity {
      words.markup(" unchanged at ")
      return tell(after, panel.unit.decimals, &words)
    }
    let digits = decimals(toTellApart: [(before, after)])
    if isSame(before, after, digits) {
      words.markup(" nearly unchanged at ")
      return tell(after, digits, &words)
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
    tell(from, digits, &words)
    words.markup(" to ")
    tell(to, digits, &words)
  }

  func tell(_ point: Composition.Point, _ decimals: Int, _ words: inout ByteSink) {
    if point.isApproximate { words.markup("about ") }
    var unit = panel.unit
    unit.decimals = decimals
    words.spoken(point.quantity, in: unit, digits: digits)
  }

  /// How many digits after the point tell figures apart that differ: those of the unit and at most three more, but none
  /// that a rounded figure never had.
  func decimals(toTellApart pairs: [(Composition.Point, Composition.Point)]) -> Int {
    var decimals = panel.unit.decimals
    for (one, other) in pairs
    where one.quantity != other.quantity && !one.isApproximate && !other.isApproximate {
      let most = min(digits + panel.unit.power, panel.unit.decimals(for: one.quantity, digits: digits) + 3)
      while decimals < most, isSame(one, other, decimals) { decimals += 1 }
    }
    return decimals
  }

  /// Whether two figures are told in the same words.
  private func isSame(_ one: Composition.Point, _ other: Composition.Point, _ decimals: Int) -> Bool {
    var unit = panel.unit
    unit.decimals = decimals
    return unit.text(one.quantity, digits: digits) == unit.text(other.quantity, digits: digits)
  }
}

/// What a step is called: of a loss, which is a negative amount, by its size.
func changeWords(isFall: Bool, isLoss: Bool) -> StaticString {
  switch (isFall, isLoss) {
  case (false, false): "a rise"
  case (true, false): "a fall"
  case (false, true): "a narrowing"
  case (true, true): "a widening"
  }
}

/// Whether a name is a plural: `Revenues`, but not `Gross loss` or `Income before income taxes`.
private func isPlural(_ name: String) -> Bool {
  func ends(_ word: some StringProtocol) -> Bool { word.hasSuffix("s") && !word.hasSuffix("ss") }
  return ends(name) && ends(headNoun(name))
}

/// The word that a name is about, in small letters: `loss` of `Loss from operations`.
private func headNoun(_ name: String) -> Substring {
  let words = name.lowercased().split(separator: " ")
  let prepositions: Set<Substring> = [
    "per", "from", "before", "after", "on", "of", "attributable", "to", "for",
  ]
  return words.prefix { !prepositions.contains($0) }.last?.prefix { $0 != "," } ?? ""
}

/// Whether a name is that of a loss, so that its negative amounts are spoken of by their size: `Net loss`,
/// `Loss from operations`, `Basic loss per share`, but not `Net income (loss)` or `Provision for loan losses`.
func isLoss(_ name: String) -> Bool {
  let noun = headNoun(name)
  return noun == "loss" || noun == "losses" || noun == "deficit"
}
