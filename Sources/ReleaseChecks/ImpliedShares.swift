import Diagnostics
import ExactNumbers
import ReleaseModel

extension DiagnosticCode {
  static let impliedSharesJump = DiagnosticCode(
    "V213", "implied-shares-jump",
    rule: "Net income and earnings per share are of about as many shares as in the periods round it.",
    explanation: """
      Where a release tells no number of shares, the quotient of the two figures stands in for it. The rule warns when \
      it differs by more than a factor of four from that of every neighbour. A stock split is a good reason to waive it.
      """)
}

/// V213: the number of shares that a release's earnings per share and net income imply, against its neighbours.
let relateImpliedShares: RelationRule = { checked, ledger in
  let concepts = checked.concepts
  for run in checked.runs
  where run.concept == concepts.basicEarnings || run.concept == concepts.commonEarnings {
    for figure in checked.figures[run.figures] {
      guard checked.company != nil,
        let income = checked.own(concepts.netIncome, figure.period, in: figure.denomination),
        let implied = Implied(figure.telling, income)
      else { continue }
      let before = impliedShares(
        (run.all.startIndex..<figure.retold.lowerBound).suffix(12).reversed(), of: run.all,
        in: figure.denomination, checked)
      let after = impliedShares(
        (figure.retold.upperBound..<run.all.endIndex).prefix(12), of: run.all, in: figure.denomination,
        checked)
      let near = before + after
      guard near.count >= 2 else { continue }
      guard near.allSatisfy({ $0.isFarBelow(implied) }) || near.allSatisfy({ implied.isFarBelow($0) }) else {
        ledger.count(.impliedShares)
        continue
      }
      ledger.test(.impliedShares, [.init(figure.telling), .init(income)])
    }
  }
}

/// The first two numbers of shares that some earnings per share imply with their releases' net income.
private func impliedShares(
  _ places: some Sequence<Int>, of earnings: Tellings, in denomination: Denomination?,
  _ checked: CheckedRelease
) -> [Implied] {
  var found: [Implied] = []
  guard let company = checked.company, let netIncome = checked.concepts.netIncome else { return found }
  let incomes = checked.history.tellings(company: company, concept: netIncome, in: denomination ?? .newest)
  for place in places {
    let release = earnings.release(of: place)
    let told = incomes.places(ofPeriod: earnings.periodNumber(of: place))
    guard let income = told.first(where: { incomes.release(of: $0) == release }),
      let implied = Implied(earnings[place], incomes[income])
    else { continue }
    found.append(implied)
    if found.count == 2 { break }
  }
  return found
}

/// A number of shares as a quotient of ranges, never divided: net income and earnings without their signs.
private struct Implied {
  var income: WideInterval
  var earnings: WideInterval

  /// `nil` where the range of the earnings reaches zero: any number of shares is possible then.
  init?(_ earnings: FactHistory.Telling, _ income: FactHistory.Telling) {
    guard let earnings = WideInterval(earnings.fact)?.magnitude.at(scale: 6),
      let income = WideInterval(income.fact)?.magnitude.at(scale: 6), earnings.low > 0
    else { return nil }
    self.earnings = earnings
    self.income = income
  }

  /// Whether four times as many are still fewer than the other, whatever the rounding.
  func isFarBelow(_ other: Implied) -> Bool {
    guard let mine = times(income.high, other.earnings.high).flatMap({ times(4, $0) }),
      let theirs = times(other.income.low, earnings.low)
    else { return false }
    return mine < theirs
  }
}
