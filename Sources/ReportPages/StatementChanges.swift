import ExactNumbers
import Markup
import ReleaseModel

/// How much a figure differs from an earlier one, as a column of changes shows it.
enum ChangeText: Hashable, Sendable {
  /// Nothing to compare.
  case none
  /// A percentage would mislead: one of the two is negative, or the earlier one is nothing.
  case meaningless
  case text(String, isNegative: Bool)

  /// `n/m`, or what is shown.
  var shown: String {
    switch self {
    case .none: ""
    case .meaningless: "n/m"
    case .text(let text, _): text
    }
  }
}

/// What `n/m` means, for the notes of a table.
let meaninglessNote = "not meaningful, because one of the two amounts is negative or the earlier one is zero"

/// A change between two cells of a row.
///
/// - Parameter places: of a percentage, behind the point.
func changeText(
  _ change: Statement.Change, from older: Cell, to newer: Cell, _ kind: Concept.Kind, places: Int = 1
) -> ChangeText {
  guard older != .absent, newer != .absent, older.printed != nil || newer.printed != nil else { return .none }
  let before = older.printed ?? .zero
  let after = newer.printed ?? .zero
  guard let difference = after - before else { return .none }
  switch change {
  case .amount:
    if kind == .ratio { return points(difference) }
    return .text(difference.accounting, isNegative: difference.isNegative)
  case .percent:
    if kind == .ratio { return points(difference) }
    if before.isNegative || after.isNegative || before.isZero { return .meaningless }
    guard let percent = difference.timesPowerOfTen(2)?.divided(by: before, scale: places) else {
      return .none
    }
    return .text(signed(percent) + "%", isNegative: percent.isNegative)
  }
}

private func points(_ difference: Amount) -> ChangeText {
  guard let points = difference.timesPowerOfTen(2)?.withoutTrailingZeros else { return .none }
  return .text(signed(points) + " pts", isNegative: points.isNegative)
}

/// `+2.0`, `−2.8`, with the minus sign of type rather than a hyphen.
private func signed(_ amount: Amount) -> String {
  if amount.isZero { return amount.text() }
  let size = amount.magnitude ?? amount
  return (amount.isNegative ? "\u{2212}" : "+") + size.text()
}

extension Statement {
  /// Whether some change of the statement's columns is `n/m`.
  func hasMeaninglessChange(_ columns: StatementColumns, _ catalog: ConceptCatalog) -> Bool {
    columns.heads.contains { head in
      guard case .change(let change, let newer, let older) = head.content else { return false }
      return rows.contains { row in
        guard let concept = row.concept else { return false }
        return changeText(change, from: row.cells[older], to: row.cells[newer], catalog[concept].kind)
          == .meaningless
      }
    }
  }
}
