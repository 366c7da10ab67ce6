import ReleaseModel

/// A row that a total adds up.
struct Part {
  var row: Int
  var weight: Int8 = 1
  /// Whether it takes away in whichever sign it is told.
  var takesAway = false
  /// Whether the sum does without it in other statements.
  var isOptional = false
}

/// One way in which a row may be the sum of others.
struct PossibleSum {
  /// The total's row.
  var row: Int
  var parts: [Part]
  /// Rows of money between the parts, and right below the total, that the sum does not know: any may be a part.
  var between: [Int] = []
  /// How much a table of key figures may leave out: lines as large as its largest figure divided by this.
  var omission: Int?

  /// Whether it is known of every row whether it takes part.
  var isCertain: Bool { between.isEmpty }
}

/// Where in a statement each concept stands first.
struct RowsByConcept {
  private var rows: [Int32]

  init(_ all: Statement.Rows, _ catalog: ConceptCatalog) {
    rows = Array(repeating: -1, count: catalog.concepts.count)
    for row in all.indices {
      guard let concept = all.concept(of: row), rows[Int(concept.number)] < 0 else { continue }
      rows[Int(concept.number)] = Int32(row)
    }
  }

  subscript(concept: ConceptID) -> Int? {
    let row = rows[Int(concept.number)]
    return row < 0 ? nil : Int(row)
  }
}

/// The sums that a row is: as declared, or as its concept's calculation finds them.
///
/// Either all are certain, and all must hold, or none is, and one must.
func sums(
  of row: Int, in rows: Statement.Rows, _ places: RowsByConcept, _ checked: CheckedRelease
) -> [PossibleSum] {
  guard let concept = rows.concept(of: row) else { return [] }
  if !rows[row].items.isEmpty { return declaredSums(of: row, concept, in: rows, places, checked) }
  var open: [PossibleSum] = []
  for calculation in checked.concepts.calculations(of: concept) {
    guard let sum = sum(calculation, above: row, in: rows, places, checked) else { continue }
    if sum.isCertain { return [sum] }
    open.append(sum)
  }
  return open
}

/// Items add up as they are printed: a fact is taken away where only one of the two rows is negated.
///
/// What they tell must add up as well, so that no row is negated by mistake.
private func declaredSums(
  of row: Int, _ concept: ConceptID, in rows: Statement.Rows, _ places: RowsByConcept,
  _ checked: CheckedRelease
) -> [PossibleSum] {
  let items = rows[row].items
  let printed = items.compactMap { item in
    places[item].map { Part(row: $0, weight: rows.isNegated($0) == rows.isNegated(row) ? 1 : -1) }
  }
  guard printed.count == items.count else { return [] }
  let told = zip(items, printed).map { item, part in
    var part = part
    if let weight = checked.concepts.weight(of: item, in: concept) { part.weight = weight }
    return part
  }
  // Most often the two are one.
  let isSame = zip(printed, told).allSatisfy { $0.weight == $1.weight }
  return isSame
    ? [PossibleSum(row: row, parts: printed)]
    : [PossibleSum(row: row, parts: printed), PossibleSum(row: row, parts: told)]
}

/// What a calculation adds up above a row; `nil` where the statement does not show it.
private func sum(
  _ calculation: Calculation, above row: Int, in rows: Statement.Rows, _ places: RowsByConcept,
  _ checked: CheckedRelease
) -> PossibleSum? {
  var parts: [Part] = []
  var first = row
  for child in calculation.children {
    if let found = places[child.concept], found < row, !child.isLast || found > first {
      parts.append(
        Part(row: found, weight: child.weight, takesAway: child.takesAway, isOptional: !child.isRequired))
      first = min(first, found)
    } else if child.isRequired {
      return nil
    }
  }
  guard parts.count >= 2, !calculation.isOpenAtItsHead || !followsStranger(first, in: rows, checked) else {
    return nil
  }
  if calculation.isWholeSide {
    // A line of the side may stand above all that the calculation knows, but not among the assets.
    first = checked.concepts.assets.flatMap { places[$0] }.flatMap { $0 < first ? $0 + 1 : nil } ?? 0
  }
  var between = strangers(in: first..<row, of: rows, calculation, places, checked)
  if !between.isEmpty { between += shares(below: row, in: rows, checked) }
  return PossibleSum(
    row: row, parts: parts, between: between, omission: omission(parts, between, in: rows, checked))
}

/// Whether right above a row stands a line of money that no calculation knows: it may be the first part of the same
/// total.
private func followsStranger(_ row: Int, in rows: Statement.Rows, _ checked: CheckedRelease) -> Bool {
  guard row > 0, let concept = rows.concept(of: row - 1), rows[row - 1].role == .item else { return false }
  return checked.concepts.traits(of: concept).kind == .money && !checked.concepts.isCalculated(concept)
}

/// The rows right below what belongs to the owners, at most two: where it is a part of a profit or an equity above it,
/// what belongs to others stands there.
private func shares(below row: Int, in rows: Statement.Rows, _ checked: CheckedRelease) -> Range<Int> {
  let concepts = checked.concepts
  let total = rows.concept(of: row)
  guard total == concepts.netIncome || total == concepts.continuing || total == concepts.equity else {
    return row..<row
  }
  return ((row + 1)..<min(row + 3, rows.count)).prefix { row in
    rows.concept(of: row).map { concept in
      concepts.traits(of: concept).kind == .money
        && (concept == concepts.noncontrolling || !concepts.isCalculated(concept))
    } ?? false
  }
}

/// How much may be left out where measures stand between the parts, as in a table of key figures: of costs, of which
/// it shows one, nearly any amount, and of flows of cash what exchange rates did to them.
private func omission(
  _ parts: [Part], _ between: [Int], in rows: Statement.Rows, _ checked: CheckedRelease
) -> Int? {
  let required = parts.count { !$0.isOptional }
  if required == 1, parts.count == 2 {
    // What has no element in the taxonomy may be a measure.
    let hasMeasure = between.contains { row in
      rows.concept(of: row).map { checked.catalog[$0].element == nil } ?? false
    }
    return hasMeasure ? 1 : nil
  }
  return between.contains { rows.concept(of: $0) == checked.concepts.freeCashFlow } ? 10 : nil
}

/// The rows of money between the first part and the total that belong neither to the calculation nor to one of its
/// parts: each may belong to the total.
private func strangers(
  in range: Range<Int>, of rows: Statement.Rows, _ calculation: Calculation, _ places: RowsByConcept,
  _ checked: CheckedRelease
) -> [Int] {
  let amount = { (row: Int) in
    rows.concept(of: row).flatMap { checked.concepts.traits(of: $0).kind == .money ? $0 : nil }
  }
  // Most often the parts are all that stands there.
  let hasOthers = range.contains { row in
    amount(row).map { concept in !calculation.children.contains { $0.concept == concept } } ?? false
  }
  guard hasOthers else { return [] }
  // Each concept that is accounted for, with the row above which it is: what stands below a total is no part of it.
  var known: [ConceptID: Int] = [:]
  for child in calculation.children { known[child.concept] = range.upperBound }
  var open = calculation.children.map(\.concept).filter { places[$0] != nil }
  while let concept = open.popLast() {
    let limit = places[concept] ?? known[concept] ?? range.upperBound
    let children = checked.concepts.calculations(of: concept).flatMap(\.children)
    for child in children {
      // What counts only below another part is none where it stands above all of them.
      if child.isLast, let own = places[child.concept],
        !children.contains(where: { !$0.isLast && places[$0.concept].map { $0 < own } ?? false })
      {
        continue
      }
      if let other = known[child.concept] {
        known[child.concept] = max(other, limit)
      } else {
        known[child.concept] = limit
        open.append(child.concept)
      }
    }
    guard let row = places[concept] else { continue }
    for item in rows[row].items where known[item] == nil {
      known[item] = range.upperBound
      open.append(item)
    }
  }
  return range.filter { row in
    amount(row).map { concept in known[concept].map { row >= $0 } ?? true } ?? false
  }
}
