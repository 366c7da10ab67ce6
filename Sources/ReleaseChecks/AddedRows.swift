import ExactNumbers
import ReleaseModel

/// A sum with the figures of its rows.
struct AddedSum {
  var sum: PossibleSum
  var parts: [AddedRow]
  /// The rows that the sum does not know.
  var between: [AddedRow]

  /// `nil` where a row has no concept.
  init?(
    _ sum: PossibleSum, in rows: Statement.Rows, _ scale: Statement.Scale, _ checked: CheckedRelease
  ) {
    self.sum = sum
    parts = sum.parts.compactMap { AddedRow($0, in: rows, scale, checked) }
    between = sum.between.compactMap { AddedRow(Part(row: $0), in: rows, scale, checked) }
    guard parts.count == sum.parts.count, between.count == sum.between.count else { return nil }
  }
}

/// A row of a statement as it takes part in a sum.
struct AddedRow {
  var part: Part
  var row: Int { part.row }
  var concept: ConceptID
  /// Whether it is printed with the other sign.
  var isNegated: Bool
  private var cells: Statement.Cells
  /// What its figures are to be multiplied by, as a power of ten.
  private var power: Int

  init?(
    _ part: Part, in rows: Statement.Rows, _ scale: Statement.Scale, _ checked: CheckedRelease
  ) {
    guard let concept = rows.concept(of: part.row) else { return nil }
    self.part = part
    self.concept = concept
    isNegated = rows.isNegated(part.row)
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

  /// The cell in the column of another fact of the statement.
  func fact(like other: Fact, _ column: Int) -> Fact? {
    guard case .statement(let index, _, _) = other.place else { return nil }
    return fact(column, other.period, statement: index)
  }
}
