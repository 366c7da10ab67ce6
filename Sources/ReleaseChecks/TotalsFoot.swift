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
      ranges must meet. Correct the figure that was mistyped.
      """)
}

/// V204: totals and subtotals are what stands above them.
let relateTotals: RelationRule = { checked, test, _ in
  for (index, statement) in checked.release.statements.enumerated() {
    let rows = RowsByConcept(statement, checked.catalog)
    for (row, line) in statement.rows.enumerated() {
      guard let parts = parts(of: row, in: statement, rows, checked) else { continue }
      for column in statement.columns.indices {
        guard let total = telling(row: row, column, statement: index, checked) else { continue }
        var terms = [Relation.Term(total)]
        terms.reserveCapacity(parts.count + 1)
        for part in parts {
          guard let item = telling(row: part.row, column, statement: index, checked) else { break }
          terms.append(.init(item, part.weight))
        }
        // A blank item leaves the total open.
        guard terms.count == parts.count + 1 else { continue }
        test(Relation(kind: kind(of: line.concept, checked), terms: terms))
      }
    }
  }
}

/// Where in a statement each concept stands first.
private struct RowsByConcept {
  private var rows: [Int32]

  init(_ statement: Statement, _ catalog: ConceptCatalog) {
    rows = Array(repeating: -1, count: catalog.concepts.count)
    for (row, line) in statement.rows.enumerated() {
      guard let concept = line.concept, rows[Int(concept.number)] < 0 else { continue }
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
  of row: Int, in statement: Statement, _ rows: RowsByConcept, _ checked: CheckedRelease
) -> [(row: Int, weight: Int8)]? {
  let line = statement.rows[row]
  guard let concept = line.concept else { return nil }
  if !line.items.isEmpty {
    let parts = line.items.compactMap { item in rows[item].map { (row: $0, weight: Int8(1)) } }
    return parts.count == line.items.count ? parts : nil
  }
  for calculation in checked.concepts.calculations(of: concept) {
    var parts: [(row: Int, weight: Int8)] = []
    var fits = true
    for child in calculation.children {
      if let found = rows[child.concept], found < row {
        parts.append((found, child.weight))
      } else if child.isRequired {
        fits = false
      }
    }
    guard fits, parts.count >= 2, let first = parts.map(\.row).min(),
      accounts(for: first..<row, in: statement, calculation, rows, checked)
    else { continue }
    return parts
  }
  return nil
}

/// Whether every row of money between the first part and the total belongs to the calculation, or to one of
/// its parts: a line that nobody accounts for may belong to the total, and then nothing can be said.
private func accounts(
  for range: Range<Int>, in statement: Statement, _ calculation: Calculation, _ rows: RowsByConcept,
  _ checked: CheckedRelease
) -> Bool {
  // Most often the parts are all that stands there.
  let isMoney = { (row: Statement.Row) in
    row.concept.map { checked.concepts.traits(of: $0).kind == .money } ?? false
  }
  let strangers = statement.rows[range].contains { row in
    isMoney(row) && !calculation.children.contains { $0.concept == row.concept }
  }
  guard strangers else { return true }
  var known = Set(calculation.children.map(\.concept))
  var open = calculation.children.map(\.concept).filter { rows[$0] != nil }
  while let concept = open.popLast() {
    for child in checked.concepts.calculations(of: concept).flatMap(\.children)
    where known.insert(child.concept).inserted {
      open.append(child.concept)
    }
    guard let row = rows[concept] else { continue }
    for item in statement.rows[row].items where known.insert(item).inserted { open.append(item) }
  }
  return statement.rows[range].allSatisfy { line in
    guard isMoney(line), let concept = line.concept else { return true }
    return known.contains(concept)
  }
}

/// A cell as a fact: a dash is nothing, to the precision of the figures round it.
private func telling(
  row: Int, _ column: Int, statement index: Int, _ checked: CheckedRelease
) -> FactHistory.Telling? {
  let statement = checked.release.statements[index]
  let line = statement.rows[row]
  guard let concept = line.concept, line.cells.indices.contains(column) else { return nil }
  let power = checked.concepts.traits(of: concept).kind.isScaled ? statement.scale.power : 0
  var value = Amount.zero
  var decimals = Int8(clamping: -power)
  switch line.cells[column] {
  case .absent: return nil
  case .dash: break
  case .figure(let printed, let known):
    guard let full = printed.timesPowerOfTen(power) else { return nil }
    value = full
    decimals = known
  }
  return FactHistory.Telling(
    company: Int32(checked.company ?? 0), release: Int32(checked.index),
    fact: Fact(
      concept: concept, period: statement.columns[column], value: value, decimals: decimals,
      place: .statement(index: index, row: row, column: column)))
}
