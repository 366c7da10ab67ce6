import ExactNumbers

/// A total of a waterfall that the steps before it do not come to.
struct MissedTotal: Hashable, Sendable {
  /// Its place among the steps.
  var place: Int
  /// What the steps come to, from the total before.
  var reached: Amount
  /// Whether no rounding of the figures can be the cause.
  var isCertain: Bool
}

/// The totals of a waterfall that its steps miss by more than the rounding of the figures allows.
///
/// Each figure may be off by half a unit of the digit to which all of them are rounded. How far that is shows in their
/// zeros: figures that all end in `00` may be rounded to hundreds, or be whole by chance. What only the first
/// explains is missed, though not certainly so; that thousands and millions are rounded to is the custom.
func missedTotals(_ steps: [BridgeStep]) -> [MissedTotal] {
  let precision = Precision(for: steps.map(\.amount))
  let quantities = steps.map { precision.quantity($0.amount) }
  let zeros = longest - exactDecimals(quantities, digits: longest)
  let usual = zeros > precision.digits ? zeros - (zeros - precision.digits) % 3 : zeros
  var missed: [MissedTotal] = []
  var running = Amount.zero
  var figures = 0
  for (place, step) in steps.enumerated() {
    figures += 1
    guard step.isTotal else {
      guard let sum = running + step.amount else { return missed }
      running = sum
      continue
    }
    if place > 0, running != step.amount {
      let off = 2 * (precision.quantity(step.amount) - precision.quantity(running)).magnitude128
      if off > tenTo(usual) * Int128(figures) {
        missed.append(
          MissedTotal(place: place, reached: running, isCertain: off > tenTo(zeros) * Int128(figures)))
      }
    }
    (running, figures) = (step.amount, 1)
  }
  return missed
}

/// More digits than a quantity has.
private let longest = 30
