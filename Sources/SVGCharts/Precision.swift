import ExactNumbers

/// How many digits after the point a chart reckons with, the same for all its amounts.
///
/// With it every amount becomes one integer, a quantity, and scales and ticks are integer arithmetic.
/// Quantities stay below 10^28, so that products with a length in the drawing fit 128 bits.
struct Precision: Hashable, Sendable {
  var digits: Int

  /// Enough digits to state all amounts exactly; fewer only where amounts lie more than 10^28 apart.
  init(for amounts: some Sequence<Amount>) {
    var reach = Reach()
    for amount in amounts { reach.take(in: amount) }
    digits = reach.digits
  }

  init(for series: [ChartSeries]) {
    var reach = Reach()
    for series in series {
      for case .some(let value) in series.values { reach.take(in: value.amount) }
    }
    digits = reach.digits
  }

  /// The amount as a whole number of 10^-digits.
  func quantity(_ amount: Amount) -> Int128 {
    let power = digits - Int(amount.scale)
    if power >= 0 { return Int128(amount.mantissa) * tenTo(power) }
    return roundedDivision(Int128(amount.mantissa), tenTo(-power))
  }
}

/// How many digits stand before the point and after it.
private struct Reach {
  var after = 0
  var before = 1

  mutating func take(in amount: Amount) {
    let amount = amount.withoutTrailingZeros
    after = max(after, Int(amount.scale))
    before = max(before, digitCount(amount.mantissa) - Int(amount.scale))
  }

  var digits: Int { min(after, 28 - before) }
}

/// Ten to a power of 0 to 38.
func tenTo(_ power: Int) -> Int128 { powersOfTen[min(max(power, 0), powersOfTen.count - 1)] }

private let powersOfTen: [Int128] = {
  var powers: [Int128] = [1]
  for _ in 0..<38 { powers.append(powers[powers.count - 1] * 10) }
  return powers
}()

/// The quotient rounded half away from zero; the divisor is positive.
func roundedDivision(_ numerator: Int128, _ divisor: Int128) -> Int128 {
  // Almost all quotients are of words of the machine, where division is quick.
  if let numerator = Int64(exactly: numerator), let divisor = Int64(exactly: divisor),
    numerator.magnitude < 1 << 62, divisor < 1 << 62
  {
    let half = divisor / 2
    return Int128(numerator >= 0 ? (numerator + half) / divisor : (numerator - half) / divisor)
  }
  let half = divisor / 2
  return numerator >= 0 ? (numerator + half) / divisor : (numerator - half) / divisor
}

private func digitCount(_ number: Int64) -> Int {
  var rest = number.magnitude
  var count = 1
  while rest >= 10 {
    rest /= 10
    count += 1
  }
  return count
}
