import Diagnostics
import ExactNumbers
import ReleaseModel

extension DiagnosticCode {
  static let negativeFigure = DiagnosticCode(
    "V201", "negative-figure",
    rule: "A figure that cannot be negative is not.",
    explanation: """
      Revenues, total assets and numbers of shares are zero or more. For a concept of your own that can be negative, \
      leave out `sign: non-negative`.
      """)
  static let digitsBelowPrecision = DiagnosticCode(
    "V203", "digits-below-precision",
    rule: "A figure has no digits below the precision it is told to.",
    explanation: """
      With `decimals` -3 a figure is rounded to thousands and ends in three zeros. Either a digit was mistyped or \
      `decimals` is too coarse.
      """)
}

/// V201 and V203: what each figure must satisfy by itself.
let relateSingleFigures: RelationRule = { checked, ledger in
  for figure in checked.figures {
    let telling = figure.telling
    if checked.concepts.traits(of: telling.fact.concept).sign == .nonNegative {
      if telling.fact.value.isNegative {
        ledger.test(.notNegative, [.init(telling)])
      } else {
        ledger.count(.notNegative)
      }
    }
    // Whole units have no digits below them.
    if telling.fact.decimals == 0, telling.fact.value.scale == 0 { continue }
    ledger.test(.precision, [.init(telling)])
  }
}
