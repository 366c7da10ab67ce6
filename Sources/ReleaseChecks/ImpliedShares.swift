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
let relateImpliedShares: RelationRule = { checked, test, held in
  guard let company = checked.company else { return }
  let concepts = checked.concepts
  for (telling, own) in zip(checked.tellings, checked.retellings) {
    let concept: ConceptID? = telling.fact.concept
    guard concept == concepts.basicEarnings || concept == concepts.commonEarnings, let concept,
      let income = checked.own(concepts.netIncome, telling.fact.period),
      let implied = Implied(telling, income)
    else { continue }
    let all = checked.history.tellings(company: company, concept: concept)
    var near: [Implied] = []
    func walk(_ indices: some Sequence<Int>) {
      var count = 0
      for index in indices.prefix(12) where count < 2 {
        guard let netIncome = concepts.netIncome,
          let other = checked.history.telling(
            company: company, concept: netIncome, period: all[index].fact.period,
            knownTo: Int(all[index].release)),
          other.release == all[index].release, let neighbour = Implied(all[index], other)
        else { continue }
        near.append(neighbour)
        count += 1
      }
    }
    walk((all.startIndex..<own.startIndex).reversed())
    walk(own.endIndex..<all.endIndex)
    guard near.count >= 2 else { continue }
    guard near.allSatisfy({ $0.isFarBelow(implied) }) || near.allSatisfy({ implied.isFarBelow($0) }) else {
      held(.impliedShares)
      continue
    }
    test(Relation(kind: .impliedShares, terms: [.init(telling), .init(income)]))
  }
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
