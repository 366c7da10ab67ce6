import Diagnostics
import ReleaseModel

extension DiagnosticCode {
  static let incomeDoesNotFollow = DiagnosticCode(
    "V205", "income-does-not-follow",
    rule: "Income before taxes less taxes is net income.",
    explanation: """
      A provision is a positive amount and taken away, a benefit is negative and added. Where operations are \
      discontinued, what is left is income from continuing operations. Where the row of net income lists its `items`, \
      it is their sum. Check the signs first.
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
let relateIdentities: RelationRule = { checked, ledger in
  for (place, period) in checked.periods.enumerated() {
    // No relation joins amounts of two currencies.
    for denomination in checked.denominations {
      if period.isInstant {
        relateBalance(place, denomination, checked, &ledger)
      } else {
        relateIncome(place, denomination, checked, &ledger)
      }
    }
  }
  relateSecondTellings(checked, &ledger)
}

/// V206 for the end of one day, by its place among the release's periods.
private func relateBalance(
  _ place: Int, _ denomination: Denomination, _ checked: CheckedRelease, _ ledger: inout Ledger
) {
  let concepts = checked.concepts
  let told = { (concept: ConceptID?) in checked.own(concept, place, in: denomination) }
  let total = told(concepts.liabilitiesAndEquity)
  let parts = [told(concepts.liabilities), told(concepts.equity)].compactMap { $0 }
  if let assets = told(concepts.assets) {
    if let total { ledger.test(.balance, [.init(assets), .init(total)]) }
    if parts.count == 2 {
      let terms: InlineArray<3, Relation.Term> = [.init(assets), .init(parts[0]), .init(parts[1])]
      // Equity is told with what belongs to others, and without.
      let isWhole =
        Relation.Kind.balance.outcome(of: terms.span) == .holds
        || (told(concepts.noncontrolling) == nil && !hasOtherClaims(parts[0], parts[1], checked))
      if isWhole { ledger.test(.balance, terms) }
    }
  } else if let total, parts.count == 2, !shareStatement([total] + parts) {
    ledger.test(.balance, [.init(total), .init(parts[0]), .init(parts[1])])
  }
}

/// Whether the sheet that tells liabilities and equity has a line of money that may be neither: between them, before the
/// heading over equity where there is one, or below both, and known by no calculation.
private func hasOtherClaims(
  _ liabilities: FactHistory.Telling, _ equity: FactHistory.Telling, _ checked: CheckedRelease
) -> Bool {
  guard case .statement(let index, let first, _) = liabilities.fact.place,
    case .statement(index, let last, _) = equity.fact.place, first != last
  else { return false }
  let rows = checked.release.statements[index].rows
  // Where equity stands first, as on continental sheets, no heading parts it from what is neither.
  let (top, heading) =
    first < last ? (first, (first..<last).last { rows.concept(of: $0) == nil } ?? last) : (last, first)
  return rows.indices.contains { row in
    guard row > top, row < heading || row > max(first, last), let concept = rows.concept(of: row) else {
      return false
    }
    return checked.concepts.traits(of: concept).kind == .money && !checked.concepts.isCalculated(concept)
  }
}

/// V205 and V211 for one span, by its place among the release's periods.
private func relateIncome(
  _ place: Int, _ denomination: Denomination, _ checked: CheckedRelease, _ ledger: inout Ledger
) {
  let concepts = checked.concepts
  let told = { (concept: ConceptID?) in checked.own(concept, place, in: denomination) }
  let gross = told(concepts.grossProfit)
  let revenues = told(concepts.revenues)
  if let gross, let revenues {
    if let cost = told(concepts.costOfRevenue) {
      if !shareStatement([gross, revenues, cost]) {
        ledger.test(.footing, [.init(gross), .init(revenues), .init(cost, -1)])
      }
    } else {
      ledger.test(.grossProfitWithin, [.init(gross), .init(revenues)])
    }
  }
  let hasOperations = told(concepts.discontinued) != nil
  if let net = told(hasOperations ? concepts.continuing : concepts.netIncome),
    let before = told(concepts.incomeBeforeTaxes), let tax = told(concepts.incomeTax),
    !shareStatement([net, before, tax])
  {
    ledger.test(.incomeLessTax, [.init(net), .init(before), .init(tax, -1)])
  }
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
private func relateSecondTellings(_ checked: CheckedRelease, _ ledger: inout Ledger) {
  for run in checked.runs {
    for figure in checked.figures[run.figures] where !figure.isFirst {
      guard let first = figure.first else { continue }
      ledger.test(.toldTwice, [.init(figure.telling), .init(run.all[first])])
    }
  }
}
