import Markup

/// A series told along its categories, where they are too many to compare one with another.
extension Voice {
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
