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
private struct Voice {
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

  private func tell(_ point: Composition.Point, _ decimals: Int, _ words: inout ByteSink) {
    if point.isApproximate { words.markup("about ") }
    var unit = panel.unit
    unit.decimals = decimals
    words.spoken(point.quantity, in: unit, digits: digits)
  }

  /// How many digits after the point tell figures apart that differ: those of the unit and at most three more, but none
  /// that a rounded figure never had.
  private func decimals(toTellApart pairs: [(Composition.Point, Composition.Point)]) -> Int {
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

  /// A series along categories of one length after another; figures of which no two have one are listed.
  func tell(_ series: Composition.Series, along courses: [[Int]], _ words: inout ByteSink) {
    let singles = courses.flatMap { $0 }.filter { series.points[$0] != nil }
    let areSingle = courses.allSatisfy { places in places.count { series.points[$0] != nil } < 2 }
    guard courses.count > 1, areSingle, !singles.isEmpty else {
      for places in courses {
        tellCourse(of: series, along: places, isOneOfSeveral: courses.count > 1, &words)
      }
      return
    }
    words.markup(" ")
    words.raw(series.name)
    words.raw(note)
    for (index, place) in singles.enumerated() {
      words.markup(index == 0 ? ": " : "; ")
      tell(series, at: place, panel.unit.decimals, &words)
    }
    words.markup(".")
  }

  /// `4,679 (Q3 2003)`.
  private func tell(
    _ series: Composition.Series, at place: Int, _ decimals: Int, _ words: inout ByteSink
  ) {
    if let point = series.points[place] { tell(point, decimals, &words) }
    words.markup(" (")
    words.raw(categories[place].fullLabel)
    words.markup(")")
  }

  /// A long series: first and last, range, largest change, signs, gaps; of categories that are mere names each figure,
  /// or of many the highest and the lowest.
  ///
  /// - Parameter places: the categories it is told along, in order.
  func tellCourse(
    of series: Composition.Series, along places: [Int], isOneOfSeveral: Bool, _ words: inout ByteSink
  ) {
    let present = places.filter { series.points[$0] != nil }
    if isOneOfSeveral, present.isEmpty, series.points.contains(where: { $0 != nil }) { return }
    words.markup(" ")
    words.raw(series.name)
    if isOneOfSeveral, present.count > 1, let place = places.first {
      words.markup(", ")
      words.raw(categories[place].time?.kind ?? "others")
    }
    words.raw(note)
    words.markup(": ")
    let nils = places.filter { series.nils.contains($0) }
    guard let first = present.first, let last = present.last else {
      words.markup("no figures.")
      return tell("Nil", nils, of: places.count, &words)
    }
    func quantity(_ index: Int) -> Int128 { series.points[index]?.quantity ?? 0 }
    let most = present.reduce(first) { quantity($1) > quantity($0) ? $1 : $0 }
    let least = present.reduce(first) { quantity($1) < quantity($0) ? $1 : $0 }
    let isCourse = isOrdered || places.allSatisfy { categories[$0].time != nil }
    // What a break parts is not compared: each side is told by itself.
    let sides = isCourse ? runs(of: present) { series.isParted($0, $1) } : [present]
    let decimals = decimals(
      toTellApart: sides.flatMap { side -> [(Composition.Point, Composition.Point)] in
        guard let first = side.first, let last = side.last else { return [] }
        let most = side.reduce(first) { quantity($1) > quantity($0) ? $1 : $0 }
        let least = side.reduce(first) { quantity($1) < quantity($0) ? $1 : $0 }
        return [(first, last), (least, most)].compactMap { one, other in
          series.points[one].flatMap { one in series.points[other].map { (one, $0) } }
        }
      })
    func tellPoint(at index: Int) { tell(series, at: index, decimals, &words) }
    if sides.count > 1 {
      for (number, side) in sides.enumerated() {
        if number > 0 { words.markup(" On another basis: ") }
        tellSide(of: series, side, decimals, &words)
      }
      tellLargestChange(of: series, along: places, decimals, &words)
      tellSigns(sides.map { $0.map(quantity) }, &words)
      tell("Revised", series, places, \.isRevised, &words)
      tell("Calculated", series, places, \.isDerived, &words)
    } else if present.count == 1 {
      tellPoint(at: first)
      words.markup(".")
    } else if present.allSatisfy({ quantity($0) == quantity(first) }) {
      if let point = series.points[first] { tell(point, decimals, &words) }
      words.markup(" throughout.")
    } else {
      if isCourse {
        words.markup("from ")
        tellPoint(at: first)
        words.markup(" to ")
        tellPoint(at: last)
        words.markup(". Highest ")
      } else if present.count <= mostListed {
        for (index, place) in present.enumerated() {
          if index > 0 { words.markup("; ") }
          tellPoint(at: place)
        }
      } else {
        words.markup("highest ")
      }
      if isCourse || present.count > mostListed {
        tellPoint(at: most)
        words.markup(", lowest ")
        tellPoint(at: least)
      }
      words.markup(".")
      if isCourse { tellLargestChange(of: series, along: places, decimals, &words) }
      if isCourse || present.count > mostListed { tellSigns([present.map(quantity)], &words) }
      tell("Revised", series, places, \.isRevised, &words)
      tell("Calculated", series, places, \.isDerived, &words)
    }
    let missing = places.count - present.count - nils.count
    tell("Nil", nils, of: places.count, &words)
    if missing > 0, present.count > 1 { words.raw(" No figure in \(missing) of \(places.count).") }
  }

  /// The figures on one side of a break: the first and the last, and of more than two the highest and the lowest; one
  /// that does not change once.
  private func tellSide(
    of series: Composition.Series, _ side: [Int], _ decimals: Int, _ words: inout ByteSink
  ) {
    guard let first = side.first, let last = side.last else { return }
    func quantity(_ index: Int) -> Int128 { series.points[index]?.quantity ?? 0 }
    func tellPoint(at index: Int) { tell(series, at: index, decimals, &words) }
    if side.count > 1, let point = series.points[first], side.allSatisfy({ quantity($0) == quantity(first) })
    {
      tell(point, decimals, &words)
      words.markup(" from ")
      words.raw(categories[first].fullLabel)
      words.markup(" to ")
      words.raw(categories[last].fullLabel)
      return words.markup(".")
    }
    if side.count > 1 { words.markup("from ") }
    tellPoint(at: first)
    if side.count > 1 {
      words.markup(" to ")
      tellPoint(at: last)
    }
    words.markup(".")
    guard side.count > 2 else { return }
    words.markup(" Highest ")
    tellPoint(at: side.reduce(first) { quantity($1) > quantity($0) ? $1 : $0 })
    words.markup(", lowest ")
    tellPoint(at: side.reduce(first) { quantity($1) < quantity($0) ? $1 : $0 })
    words.markup(".")
  }

  /// ` Revised: Q3 2003, Q4 2003.`
  private func tell(
    _ what: String, _ series: Composition.Series, _ all: [Int], _ isMeant: (Composition.Point) -> Bool,
    _ words: inout ByteSink
  ) {
    tell(what, all.filter { series.points[$0].map(isMeant) ?? false }, of: all.count, &words)
  }

  private func tell(_ what: String, _ places: [Int], of count: Int, _ words: inout ByteSink) {
    guard !places.isEmpty else { return }
    if places.count > 4 { return words.raw(" \(what) in \(places.count) of \(count).") }
    words.raw(" \(what): \(places.map { categories[$0].fullLabel }.joined(separator: ", ")).")
  }

  /// The largest step between neighbours; a loss is spoken of by its size.
  private func tellLargestChange(
    of series: Composition.Series, along places: [Int], _ decimals: Int, _ words: inout ByteSink
  ) {
    guard places.count(where: { series.points[$0] != nil }) > 2 else { return }
    var best: (from: Int128, to: Int128, place: Int)?
    for (before, after) in zip(places, places.dropFirst()) {
      // What a break parts is no change.
      guard let from = series.points[before]?.quantity, let to = series.points[after]?.quantity,
        !series.isParted(before, after)
      else { continue }
      if (to - from).magnitude128 > best.map({ ($0.to - $0.from).magnitude128 }) ?? 0 {
        best = (from, to, after)
      }
    }
    guard let best else { return }
    words.markup(" Largest change: ")
    words.markup(
      changeWords(isFall: best.to < best.from, isLoss: best.from < 0 && best.to < 0 && isLoss(series.name)))
    words.markup(" of ")
    var unit = panel.unit
    unit.decimals = decimals
    words.spoken((best.to - best.from).magnitude128, in: unit, digits: digits)
    words.markup(" in ")
    words.raw(categories[best.place].fullLabel)
    words.markup(".")
  }

  /// - Parameter sides: the figures on each side of a break; a sign that differs across it has not changed.
  private func tellSigns(_ sides: [[Int128]], _ words: inout ByteSink) {
    let quantities = sides.flatMap { $0 }
    let negatives = quantities.count { $0 < 0 }
    guard negatives > 0 else { return }
    if negatives == quantities.count { return words.markup(" Negative throughout.") }
    let changes = sides.reduce(0) { count, side in
      let signs = side.filter { $0 != 0 }.map { $0 < 0 }
      return count + zip(signs, signs.dropFirst()).count { $0 != $1 }
    }
    let times =
      changes == 0
      ? "" : "; the sign changes \(changes == 1 ? "once" : changes == 2 ? "twice" : "\(changes) times")"
    words.raw(" Negative in \(negatives) of \(quantities.count)\(times).")
  }
}

/// Neighbours that nothing parts, in runs.
func runs<Element>(of elements: [Element], partedBy isParted: (Element, Element) -> Bool) -> [[Element]] {
  var runs: [[Element]] = []
  for element in elements {
    if let last = runs.last?.last, !isParted(last, element) {
      runs[runs.count - 1].append(element)
    } else {
      runs.append([element])
    }
  }
  return runs
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
