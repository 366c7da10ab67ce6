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
let relatePerShareFigures: RelationRule = { checked, ledger in
  for (place, period) in checked.periods.enumerated() where !period.isInstant {
    for denomination in checked.denominations {
      relatePerShareFigures(place, denomination, checked, &ledger)
    }
  }
}

/// The same for one period, by its place among the release's, in one denomination.
private func relatePerShareFigures(
  _ place: Int, _ denomination: Denomination, _ checked: CheckedRelease, _ ledger: inout Ledger
) {
  let concepts = checked.concepts
  let told = { (concept: ConceptID?) in checked.own(concept, place, in: denomination) }
  let common = (earnings: told(concepts.commonEarnings), shares: told(concepts.commonShares))
  let basic = (earnings: told(concepts.basicEarnings), shares: told(concepts.basicShares))
  let diluted = (earnings: told(concepts.dilutedEarnings), shares: told(concepts.dilutedShares))
  if let income = told(concepts.netIncome) {
    for (earnings, shares) in [common, basic, diluted] {
      guard let earnings else { continue }
      ledger.test(.perShareSign, [.init(earnings), .init(income)])
      guard let shares = shares ?? common.shares, !hasLinesBetween(income, earnings, checked) else {
        continue
      }
      ledger.test(.earningsPerShare, [.init(earnings), .init(income), .init(shares)])
    }
  }
  if let a = diluted.earnings, let b = basic.earnings {
    let isLoss = a.fact.value.isNegative || b.fact.value.isNegative
    ledger.test(isLoss ? .lossUndiluted : .dilutedEarnings, [.init(a), .init(b)])
  }
  // Numbers of shares have no currency: once is enough.
  if denomination == checked.denominations.first, let a = diluted.shares, let b = basic.shares {
    ledger.test(.dilutedShares, [.init(a), .init(b)])
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
  let rows = checked.release.statements[index].rows
  return (min(row, earningsRow)..<max(row, earningsRow)).dropFirst().contains { between in
    rows.concept(of: between).map { checked.concepts.traits(of: $0).kind == .money } ?? false
  }
}
