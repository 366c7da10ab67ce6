import Diagnostics
import ExactNumbers
import ReleaseModel

extension DiagnosticCode {
  static let earningsPerShareDoNotFollow = DiagnosticCode(
    "V207", "earnings-per-share-do-not-follow",
    rule: "Earnings per share are net income divided by the average shares, within their rounding.",
    explanation: """
      Each of the three stands for its rounding range: -0.60 for -0.605 to -0.595. The check passes when some \
      values within the ranges agree.
      """)
  static let dilutionContradicts = DiagnosticCode(
    "V208", "dilution-contradicts",
    rule: "A loss is not diluted, and diluted earnings are at most the basic ones.",
    explanation: """
      In a loss more shares would make the loss per share smaller, so the diluted figure equals the basic one (ASC \
      260-10-45-17). Otherwise dilution can only lower earnings per share.
      """)
  static let fewerDilutedShares = DiagnosticCode(
    "V209", "fewer-diluted-shares",
    rule: "Diluted shares are at least the basic ones.",
    explanation: "Diluted shares are the basic ones and those that may still be issued (ASC 260-10-45-16).")
  static let perShareSignDiffers = DiagnosticCode(
    "V210", "per-share-sign-differs",
    rule: "Earnings per share have the sign of net income.",
    explanation: "A loss is a loss for each share. Parentheses or a minus sign are missing in one of the two."
  )
}

/// V207 to V210: what follows from net income and the average number of shares.
let relatePerShareFigures: RelationRule = { checked, test, _ in
  let concepts = checked.concepts
  for period in checked.periods where !period.isInstant {
    let told = { (concept: ConceptID?) in checked.own(concept, period) }
    let common = (earnings: told(concepts.commonEarnings), shares: told(concepts.commonShares))
    let basic = (earnings: told(concepts.basicEarnings), shares: told(concepts.basicShares))
    let diluted = (earnings: told(concepts.dilutedEarnings), shares: told(concepts.dilutedShares))
    if let income = told(concepts.netIncome) {
      for (earnings, shares) in [common, basic, diluted] {
        guard let earnings else { continue }
        test(Relation(kind: .perShareSign, terms: [.init(earnings), .init(income)]))
        guard let shares = shares ?? common.shares, !hasLinesBetween(income, earnings, checked) else {
          continue
        }
        test(
          Relation(
            kind: .earningsPerShare, terms: [.init(earnings), .init(income), .init(shares)]))
      }
    }
    if let a = diluted.earnings, let b = basic.earnings {
      let isLoss = a.fact.value.isNegative || b.fact.value.isNegative
      test(Relation(kind: isLoss ? .lossUndiluted : .dilutedEarnings, terms: [.init(a), .init(b)]))
    }
    if let a = diluted.shares, let b = basic.shares {
      test(Relation(kind: .dilutedShares, terms: [.init(a), .init(b)]))
    }
  }
}

/// Whether money stands between net income and earnings per share, such as preferred dividends: then the
/// earnings per share belong to another amount.
private func hasLinesBetween(
  _ income: FactHistory.Telling, _ earnings: FactHistory.Telling, _ checked: CheckedRelease
) -> Bool {
  guard case .statement(let index, let row, _) = income.fact.place,
    case .statement(let other, let earningsRow, _) = earnings.fact.place, index == other
  else { return false }
  let range = min(row, earningsRow)..<max(row, earningsRow)
  return checked.release.statements[index].rows[range].dropFirst().contains { line in
    line.concept.map { checked.catalog[$0].kind == .money } ?? false
  }
}
