import Diagnostics
import ExactNumbers
import ReleaseModel

extension DiagnosticCode {
  static let oddDigits = DiagnosticCode(
    "V214", "odd-digits",
    rule: "In a statement of amounts rounded to thousands no single amount has hundreds, tens or ones.",
    explanation: """
      The rule looks at statements that print full amounts, eight or more, of which all but one end in 000. The one \
      is most often mistyped, too little to break a total beyond its rounding.
      """)
}

/// V214: the one amount of a statement that is not rounded to thousands as all others are.
let relateRoundness: RelationRule = { checked, ledger in
  for (index, statement) in checked.release.statements.enumerated() where statement.scale == .ones {
    var count = 0
    var odd: [FactHistory.Telling] = []
    for figure in checked.figures {
      let telling = figure.telling
      guard case .statement(index, _, _) = telling.fact.place, !telling.fact.value.isZero,
        checked.concepts.traits(of: telling.fact.concept).kind == .money
      else { continue }
      count += 1
      if telling.fact.value.scale > 0 || telling.fact.value.mantissa % 1000 != 0 {
        odd.append(telling)
      }
      if odd.count > 1 { break }
    }
    guard count >= 8 else { continue }
    if odd.isEmpty { ledger.count(.roundness) }
    if odd.count == 1 { ledger.test(.roundness, [.init(odd[0])]) }
  }
}
