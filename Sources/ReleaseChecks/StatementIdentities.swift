import Diagnostics
import ReleaseModel

extension DiagnosticCode {
  static let incomeDoesNotFollow = DiagnosticCode(
    "V205", "income-does-not-follow",
    rule: "Income before taxes less taxes is net income.",
    explanation: """
      A provision is a positive amount and taken away, a benefit is negative and added. Where operations are \
      discontinued, what is left is income from continuing operations. Check the signs first.
      """)
  static let sheetDoesNotBalance = DiagnosticCode(
    "V206", "sheet-does-not-balance",
    rule: "Assets are liabilities plus equity.",
    explanation: "The two totals of a balance sheet are one amount at every date.")
  static let grossProfitTooLarge = DiagnosticCode(
    "V211", "gross-profit-too-large",
    rule: "Gross profit is at most revenues.",
    explanation: "The cost of revenues, which is the difference, is never negative.")
  static let toldTwice = DiagnosticCode(
    "V212", "told-twice-differently",
    rule: "A release tells one value for a figure.",
    explanation: """
      The same concept and period stand twice in the release, in two statements or in a statement and among the \
      single figures, and the two cannot be rounded from one value.
      """)
}

/// V205, V206, V211, V212: what must hold between figures of one release for one period, in whichever of
/// its tables they stand.
let relateIdentities: RelationRule = { checked, test, _ in
  let concepts = checked.concepts
  for period in checked.periods {
    let told = { (concept: ConceptID?) in checked.own(concept, period) }
    if period.isInstant {
      let total = told(concepts.liabilitiesAndEquity)
      let parts = [told(concepts.liabilities), told(concepts.equity)].compactMap { $0 }
      if let assets = told(concepts.assets) {
        if let total { test(.sum(.balance, assets, [total])) }
        if parts.count == 2 { test(.sum(.balance, assets, parts)) }
      } else if let total, parts.count == 2, !shareStatement([total] + parts) {
        test(.sum(.balance, total, parts))
      }
      continue
    }
    let gross = told(concepts.grossProfit)
    let revenues = told(concepts.revenues)
    if let gross, let revenues {
      if let cost = told(concepts.costOfRevenue) {
        if !shareStatement([gross, revenues, cost]) {
          test(Relation(kind: .footing, terms: [.init(gross), .init(revenues), .init(cost, -1)]))
        }
      } else {
        test(Relation(kind: .grossProfitWithin, terms: [.init(gross), .init(revenues)]))
      }
    }
    let hasOperations = told(concepts.discontinued) != nil
    if let net = told(hasOperations ? concepts.continuing : concepts.netIncome),
      let before = told(concepts.incomeBeforeTaxes), let tax = told(concepts.incomeTax),
      !shareStatement([net, before, tax])
    {
      test(Relation(kind: .incomeLessTax, terms: [.init(net), .init(before), .init(tax, -1)]))
    }
  }
  relateSecondTellings(checked, test)
}

/// Whether all stand in one statement: what holds there, ``relateTotals`` decides, which sees the lines between.
private func shareStatement(_ tellings: [FactHistory.Telling]) -> Bool {
  var shared: Int?
  for telling in tellings {
    guard case .statement(let index, _, _) = telling.fact.place, shared ?? index == index else {
      return false
    }
    shared = index
  }
  return true
}

/// V212: each further telling in the release against the first.
private func relateSecondTellings(_ checked: CheckedRelease, _ test: (Relation) -> Void) {
  for (telling, retellings) in zip(checked.tellings, checked.retellings) where retellings.count > 1 {
    guard let first = checked.first(in: retellings), first.fact.place != telling.fact.place
    else { continue }
    test(Relation(kind: .toldTwice, terms: [.init(telling), .init(first)]))
  }
}

extension Relation {
  /// A total and what it adds up.
  static func sum(
    _ kind: Kind, _ total: FactHistory.Telling, _ parts: [FactHistory.Telling]
  ) -> Relation {
    Relation(kind: kind, terms: [Term(total)] + parts.map { Term($0) })
  }
}
