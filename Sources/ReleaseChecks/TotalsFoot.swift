import Diagnostics
import ExactNumbers
import ReleaseModel

extension DiagnosticCode {
  static let totalDoesNotFoot = DiagnosticCode(
    "V204", "total-does-not-foot",
    rule: "A total is the sum of its items, within their rounding.",
    explanation: """
      Items are those that the row lists under `items`, with a space between them, or what the concept is made of when the statement shows \
      all of it: gross profit is revenues less their cost. Each figure stands for its rounding range, and the \
      ranges must meet. Rows in between that the sum does not know may be parts of it or not: then it is wrong where \
      none of the ways to add them or take them away comes to the total. Correct the figure that was mistyped. Costs \
      are positive amounts and taken away; where a release prints them in parentheses, their rows have `true` under \
      `negated`. Listed items are added as they are printed, and must come to the total by what is told with them, \
      too.
      """)
}

/// V204: totals and subtotals are what stands above them.
let relateTotals: RelationRule = { checked, ledger in
  for (index, statement) in checked.release.statements.enumerated() {
    let rows = statement.rows
    let places = RowsByConcept(rows, checked.catalog)
    for row in rows.indices {
      let sums = sums(of: row, in: rows, places, checked)
      guard !sums.isEmpty, let total = AddedRow(Part(row: row), in: rows, statement.scale, checked) else {
        continue
      }
      let added = sums.compactMap { AddedSum($0, in: rows, statement.scale, checked) }
      let kind = kind(of: total.concept, checked)
      for (column, period) in statement.columns.enumerated() {
        guard let total = total.fact(column, period, statement: index) else { continue }
        relate(total, to: added, by: kind, column, checked, &ledger)
      }
    }
  }
}

/// Net income is named for its own rule.
private func kind(of total: ConceptID, _ checked: CheckedRelease) -> Relation.Kind {
  if total == checked.concepts.netIncome || total == checked.concepts.continuing { return .incomeLessTax }
  return .footing
}

/// States what a total is the sum of: all that is certain, and of what is only possible the first where none holds.
private func relate(
  _ total: Fact, to sums: [AddedSum], by kind: Relation.Kind, _ column: Int, _ checked: CheckedRelease,
  _ ledger: inout Ledger
) {
  var failing: [Relation.Term]?
  for sum in sums {
    let facts = sum.parts.compactMap { $0.fact(like: total, column) }
    // A blank item leaves the total open.
    guard facts.count == sum.parts.count else {
      if sum.sum.isCertain { continue } else { return }
    }
    let terms =
      [.init(checked.telling(total))]
      + zip(facts, sum.parts).map { fact, part in
        Relation.Term(checked.telling(fact), part.weight(of: fact))
      }
    if sum.sum.isCertain {
      ledger.test(kind, all: terms)
      continue
    }
    switch kind.outcome(of: terms.span) {
    case .holds:
      ledger.test(kind, all: terms)
      return
    case .undecided: return
    case .fails:
      if mayHold(sum, terms, column) { return }
      failing = failing ?? terms
    }
  }
  if let failing { ledger.test(kind, all: failing) }
}

extension CheckedRelease {
  /// What the release tells with one of its facts.
  fileprivate func telling(_ fact: Fact) -> FactHistory.Telling {
    FactHistory.Telling(company: Int32(company ?? 0), release: Int32(index), fact: fact)
  }
}
