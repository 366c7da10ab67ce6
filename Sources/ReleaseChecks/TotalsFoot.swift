import Diagnostics
import ExactNumbers
import ReleaseModel

extension DiagnosticCode {
  static let totalDoesNotFoot = DiagnosticCode(
    "V204", "total-does-not-foot",
    rule: "A total is the sum of its items, within their rounding.",
    explanation: """
      Items are those that the row lists under `items`, or what the concept is made of when the statement shows \
      all of it: gross profit is revenues less their cost. Each figure stands for its rounding range, and the \
      ranges must meet. Correct the figure that was mistyped. Costs are positive amounts and taken away; where a \
      release prints them in parentheses, their rows have `true` under `negated`. Listed items are added as they \
      are printed.
      """)
}

/// V204: totals and subtotals are what stands above them.
let relateTotals: RelationRule = { checked, ledger in
  var terms: [Relation.Term] = []
  for (index, statement) in checked.release.statements.enumerated() {
    let rows = statement.rows
    let places = RowsByConcept(rows, checked.catalog)
    for row in rows.indices {
      guard let parts = parts(of: row, in: rows, places, checked),
        let total = AddedRow(Part(row: row), in: rows, statement.scale, checked)
      else { continue }
      let items = parts.compactMap { AddedRow($0, in: rows, statement.scale, checked) }
      // A row without a concept leaves the total open.
      guard items.count == parts.count else { continue }
      let kind = kind(of: rows.concept(of: row), checked)
      for (column, period) in statement.columns.enumerated() {
        terms.removeAll(keepingCapacity: true)
        guard let total = total.fact(column, period, statement: index) else { continue }
        terms.append(.init(checked.telling(total)))
        for item in items {
          // A blank item does, too.
          guard let fact = item.fact(column, period, statement: index) else { break }
          terms.append(.init(checked.telling(fact), item.weight(of: fact)))
        }
        if terms.count == items.count + 1 { ledger.test(kind, all: terms) }
      }
    }
  }
}

/// A row that a total adds up.
private struct Part {
  var row: Int
  var weight: Int8 = 1
  /// Whether it takes away in whichever sign it is told.
  var takesAway = false
}

/// A row of a statement as it takes part in a sum.
private struct AddedRow {
  var part: Part
  var row: Int { part.row }
  var concept: ConceptID
  var cells: Statement.Cells
  /// What its figures are to be multiplied by, as a power of ten.
  var power: Int

  init?(
    _ part: Part, in rows: Statement.Rows, _ scale: Statement.Scale, _ checked: CheckedRelease
  ) {
    guard let concept = rows.concept(of: part.row) else { return nil }
    self.part = part
    self.concept = concept
    cells = rows[part.row].cells
    power = checked.concepts.traits(of: concept).kind.isScaled ? scale.power : 0
  }

  /// Whether one of its figures is added (1) or taken away (-1).
  func weight(of fact: Fact) -> Int8 {
    if part.takesAway { return fact.value.isNegative ? 1 : -1 }
    return part.weight
  }

  /// A cell as a fact: a dash is nothing, to the precision of the figures round it.
  func fact(_ column: Int, _ period: Period, statement index: Int) -> Fact? {
    guard column < cells.endIndex else { return nil }
    var value = Amount.zero
    var decimals = Int8(clamping: -power)
    switch cells[column] {
    case .absent: return nil
    case .dash: break
    case .figure(let amount, let known):
      guard let full = power == 0 ? amount : amount.timesPowerOfTen(power) else { return nil }
      value = full
      decimals = known
    }
    return Fact(
      concept: concept, period: period, value: value, decimals: decimals,
      place: .statement(index: index, row: row, column: column))
  }
}

extension CheckedRelease {
  /// What the release tells with one of its facts.
  fileprivate func telling(_ fact: Fact) -> FactHistory.Telling {
    FactHistory.Telling(company: Int32(company ?? 0), release: Int32(index), fact: fact)
  }
}

/// Where in a statement each concept stands first.
private struct RowsByConcept {
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

/// Net income is named for its own rule.
private func kind(of total: ConceptID?, _ checked: CheckedRelease) -> Relation.Kind {
  guard let total else { return .footing }
  if total == checked.concepts.netIncome || total == checked.concepts.continuing { return .incomeLessTax }
  return .footing
}

/// The rows that a row adds up: as declared, or as its concept's calculation finds them; `nil` for none.
private func parts(
  of row: Int, in rows: Statement.Rows, _ places: RowsByConcept, _ checked: CheckedRelease
) -> [Part]? {
  guard let concept = rows.concept(of: row) else { return nil }
  let items = rows[row].items
  if !items.isEmpty {
    // Items add up as they are printed: a fact is taken away where only one of the two rows is negated.
    let parts = items.compactMap { item in
      places[item].map { Part(row: $0, weight: rows.isNegated($0) == rows.isNegated(row) ? 1 : -1) }
    }
    return parts.count == items.count ? parts : nil
  }
  for calculation in checked.concepts.calculations(of: concept) {
    var parts: [Part] = []
    var first = row
    var fits = true
    for child in calculation.children {
      if let found = places[child.concept], found < row, !child.isLast || found > first {
        parts.append(Part(row: found, weight: child.weight, takesAway: child.takesAway))
        first = min(first, found)
      } else if child.isRequired {
        fits = false
        break
      }
    }
    guard fits, parts.count >= 2, !calculation.isOpenAtItsHead || !followsStranger(first, in: rows, checked),
      accounts(for: first..<row, in: rows, calculation, places, checked)
    else {
      continue
    }
    return parts
  }
  return nil
}

/// Whether right above a row stands a line of money that no calculation knows: it may be the first part of the same
/// total.
private func followsStranger(_ row: Int, in rows: Statement.Rows, _ checked: CheckedRelease) -> Bool {
  guard row > 0, let concept = rows.concept(of: row - 1), rows[row - 1].role == .item else { return false }
  return checked.concepts.traits(of: concept).kind == .money && !checked.concepts.isCalculated(concept)
}

/// Whether every row of money between the first part and the total belongs to the calculation, or to one of
/// its parts: a line that nobody accounts for may belong to the total, and then nothing can be said.
private func accounts(
  for range: Range<Int>, in rows: Statement.Rows, _ calculation: Calculation, _ places: RowsByConcept,
  _ checked: CheckedRelease
) -> Bool {
  let amount = { (row: Int) in
    rows.concept(of: row).flatMap { checked.concepts.traits(of: $0).kind == .money ? $0 : nil }
  }
  // Most often the parts are all that stands there.
  let strangers = range.contains { row in
    amount(row).map { concept in !calculation.children.contains { $0.concept == concept } } ?? false
  }
  guard strangers else { return true }
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
  return range.allSatisfy { row in
    amount(row).map { concept in known[concept].map { row < $0 } ?? false } ?? true
  }
}
