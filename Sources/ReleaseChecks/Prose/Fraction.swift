import ExactNumbers

/// An exact rational number in 128 bits, in lowest terms. No operation traps: what does not fit is `nil`.
struct Fraction: Hashable {
  private(set) var numerator: Int128
  /// Always positive.
  private(set) var denominator: Int128

  static let zero = Fraction(whole: 0)

  /// `nil` for a denominator of zero and for the least number, which has no positive twin.
  init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    // Most values are whole; they are in lowest terms already.
    if denominator == 1 {
      self.numerator = numerator
      self.denominator = 1
      return
    }
    let divisor = greatestCommonDivisor(abs(numerator), abs(denominator))
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / divisor
    self.denominator = sign * denominator / divisor
  }

  private init(whole: Int128) {
    numerator = whole
    denominator = 1
  }

  init(_ amount: Amount) {
    let plain = amount.withoutTrailingZeros
    // Both parts are far from the ends of 128 bits, so the fraction always exists.
    self =
      Fraction(Int128(plain.mantissa), over: Int128(ExactNumbers.powerOfTen(Int(plain.scale)))) ?? .zero
  }

  /// Ten to the given power; `nil` beyond `-38...38`.
  static func powerOfTen(_ power: Int) -> Fraction? {
    guard (-38...38).contains(power) else { return nil }
    let value = powersOfTen[Swift.abs(power)]
    return power < 0 ? Fraction(1, over: value) : Fraction(value, over: 1)
  }

  var isNegative: Bool { numerator < 0 }
  var isZero: Bool { numerator == 0 }
  var negated: Fraction {
    var result = self
    result.numerator = -numerator
    return result
  }
  var magnitude: Fraction { isNegative ? negated : self }

  static func + (a: Fraction, b: Fraction) -> Fraction? {
    if a.denominator == b.denominator {
      let (sum, overflow) = a.numerator.addingReportingOverflow(b.numerator)
      return overflow ? nil : Fraction(sum, over: a.denominator)
    }
    // Over the least common denominator, so that decimals stay small.
    let divisor = greatestCommonDivisor(a.denominator, b.denominator)
    guard let left = product(a.numerator, b.denominator / divisor),
      let right = product(b.numerator, a.denominator / divisor),
      let denominator = product(a.denominator, b.denominator / divisor)
    else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : Fraction(sum, over: denominator)
  }

  static func - (a: Fraction, b: Fraction) -> Fraction? { a + b.negated }

  static func * (a: Fraction, b: Fraction) -> Fraction? {
    // Reduced crosswise first, so that only a result too large overflows.
    guard let left = Fraction(a.numerator, over: b.denominator),
      let right = Fraction(b.numerator, over: a.denominator),
      let numerator = product(left.numerator, right.numerator),
      let denominator = product(left.denominator, right.denominator)
    else { return nil }
    return Fraction(numerator, over: denominator)
  }

  /// `nil` for a divisor of zero too.
  static func / (a: Fraction, b: Fraction) -> Fraction? {
    guard let inverse = Fraction(b.denominator, over: b.numerator) else { return nil }
    return a * inverse
  }

  /// Which of two comes first; `nil` when the comparison does not fit.
  func isAtMost(_ other: Fraction) -> Bool? {
    if isNegative != other.isNegative { return isNegative }
    if denominator == other.denominator { return numerator <= other.numerator }
    if let left = product(numerator, other.denominator), let right = product(other.numerator, denominator) {
      return left <= right
    }
    guard let difference = self - other else { return nil }
    return difference.numerator <= 0
  }

  /// Rounded half away from zero to `decimals` digits after the point, or before it for a negative count.
  func rounded(decimals: Int) -> Amount? {
    guard (-18...18).contains(decimals), let unit = Fraction.powerOfTen(-decimals),
      let units = self / unit
    else { return nil }
    let (quotient, remainder) = units.numerator.quotientAndRemainder(dividingBy: units.denominator)
    let isHalfOrMore = Swift.abs(remainder) >= units.denominator - Swift.abs(remainder)
    let whole = isHalfOrMore && remainder != 0 ? quotient + (isNegative ? -1 : 1) : quotient
    guard let mantissa = Int64(exactly: whole) else { return nil }
    return decimals >= 0
      ? Amount(mantissa: mantissa, scale: decimals) : Amount(mantissa).timesPowerOfTen(-decimals)
  }
}

private func product(_ a: Int128, _ b: Int128) -> Int128? {
  let (product, overflow) = a.multipliedReportingOverflow(by: b)
  return overflow ? nil : product
}

/// Euclid's algorithm for numbers that are not negative; 1 for two zeros.
private func greatestCommonDivisor(_ a: Int128, _ b: Int128) -> Int128 {
  var (a, b) = (a, b)
  while b != 0 {
    // Half as wide as soon as it fits: dividing 128 bits costs many times as much.
    if let small = UInt64(exactly: a), let smaller = UInt64(exactly: b) {
      return Int128(greatestCommonDivisor(small, smaller))
    }
    (a, b) = (b, a % b)
  }
  return a == 0 ? 1 : a
}

private func greatestCommonDivisor(_ a: UInt64, _ b: UInt64) -> UInt64 {
  var (a, b) = (a, b)
  while b != 0 { (a, b) = (b, a % b) }
  return a == 0 ? 1 : a
}

/// The powers of ten that fit 128 bits.
private let powersOfTen: [Int128] = (0...38).map { power in
  (0..<power).reduce(Int128(1)) { product, _ in product * 10 }
}
