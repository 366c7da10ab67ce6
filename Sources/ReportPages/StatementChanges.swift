import ExactNumbers
import Markup
import ReleaseModel

/// How much a figure differs from an earlier one, as a column of changes shows it.
enum ChangeText: Hashable, Sendable {
  /// Nothing to compare.
  case none
  /// A percentage would mislead: one of the two is negative, or the earlier one is nothing.
  case meaningless
  /// The two stand on different bases.
  case incomparable
  /// The two may be the same amount by their rounding.
  case little
  /// `−2.8%`
  case percent(Amount)
  /// The difference of two percentages: `+3.5 pts`.
  case points(Amount)
  /// In the units of the figures: `(201)`, or `(1.9p)` where they are in a minor unit.
  case amount(Amount, MinorUnit?)

  /// What is shown, `n/m` for what is not meaningful and `n/c` for what is not comparable.
  var shown: String { composed { $0.change(self) } }
}

extension ByteSink {
  /// Appends a change as it is shown; none of its marks needs an escape.
  mutating func change(_ change: ChangeText) {
    switch change {
    case .none: break
    case .meaningless: markup("n/m")
    case .incomparable: markup("n/c")
    case .little: markup("\u{2248}0%")
    case .percent(let amount):
      signed(amount)
      append(UInt8(ascii: "%"))
    case .points(let amount):
      signed(amount)
      markup(" pts")
    case .amount(let amount, nil): amount.withAccounting { append($0) }
    case .amount(let amount, let minor?): raw(minor.accounting(amount))
    }
  }

  /// `+2.0`, `−2.8`, with the minus sign of type rather than a hyphen.
  private mutating func signed(_ amount: Amount) {
    if !amount.isZero { markup(amount.isNegative ? "\u{2212}" : "+") }
    (amount.magnitude ?? amount).withText { append($0) }
  }
}

/// What `n/m` means, for the notes of a table.
let meaninglessNote = "not meaningful, because one of the two amounts is negative or the earlier one is zero"

/// What the changes of negated rows are, for the notes of a table.
let negatedChangeNote =
  "A row that is printed with the other sign, such as costs in parentheses, has the change of its own amount: a cost that rises, a positive one."

/// A change between two cells of a row.
///
/// - Parameters:
///   - power: the power of ten of the statement's scale.
///   - minor: what the row is printed in, where that is no currency.
func changeText(
  _ change: Statement.Change, from older: Cell, to newer: Cell, _ kind: Concept.Kind, power: Int = 0,
  in minor: MinorUnit? = nil
) -> ChangeText {
  guard older != .absent, newer != .absent, older.amount != nil || newer.amount != nil else { return .none }
  let before = older.amount ?? .zero
  let after = newer.amount ?? .zero
  guard let difference = after - before else { return .none }
  switch change {
  case .amount:
    if kind == .ratio { return points(difference) }
    guard minor != nil else { return .amount(difference, nil) }
    return .amount(difference.timesPowerOfTen(MinorUnit.power) ?? difference, minor)
  case .percent:
    if kind == .ratio { return points(difference) }
    if before.isNegative || after.isNegative || before.isZero { return .meaningless }
    let scale = kind.isScaled ? power : 0
    return RelativeChange(from: before, older.decimals(scale), to: after, newer.decimals(scale))
      .map { $0.mayBeNone ? .little : .percent($0.percent) } ?? .none
  }
}

extension Cell {
  /// How exactly the printed figure is told, before the statement's scale; `nil` where nothing is rounded.
  fileprivate func decimals(_ power: Int) -> Int? {
    if case .figure(_, let decimals) = self { Int(decimals) + power } else { nil }
  }
}

private func points(_ difference: Amount) -> ChangeText {
  (difference.timesPowerOfTen(2)?.withoutTrailingZeros).map(ChangeText.points) ?? .none
}

extension Statement {
  /// Whether some change of the statement's columns is `n/m`.
  func hasMeaninglessChange(
    _ columns: StatementColumns, _ partings: StatementPartings, _ catalog: ConceptCatalog
  ) -> Bool {
    hasChange(columns, partings, catalog) { _, change in change == .meaningless }
  }

  /// Whether some row that is printed with the other sign has a change.
  func hasNegatedChange(
    _ columns: StatementColumns, _ partings: StatementPartings, _ catalog: ConceptCatalog
  ) -> Bool {
    guard rows.contains(where: \.isNegated) else { return false }
    return hasChange(columns, partings, catalog) { row, change in
      row.isNegated && ![.none, .meaningless, .incomparable].contains(change)
    }
  }

  private func hasChange(
    _ columns: StatementColumns, _ partings: StatementPartings, _ catalog: ConceptCatalog,
    where isWanted: (Row, ChangeText) -> Bool
  ) -> Bool {
    columns.heads.contains { head in
      guard case .change(let change, let newer, let older) = head.content else { return false }
      return rows.contains { row in
        guard let concept = row.concept else { return false }
        let text = changeText(
          change, from: row.cells[older], to: row.cells[newer], catalog.kind(of: concept),
          power: self.scale.power)
        return isWanted(row, partings.change(concept, older, newer, text))
      }
    }
  }
}
