/// An exact decimal: `mantissa / 10^scale`, as the source text wrote it.
///
/// `1.10` is mantissa 110 and scale 2 and keeps its zero when written again. Equality and order are
/// numeric (`1.10 == 1.1`); use ``hasSameSpelling(as:)`` where the digits matter. No operation traps:
/// what would overflow returns `nil`.
public struct Amount: Sendable {
  /// The digits as an integer, negative for a negative amount.
  public var mantissa: Int64
  /// How many of the digits stand after the point, `0...18`.
  public var scale: UInt8

  /// The largest scale an amount can have; `10^18` still fits an `Int64`.
  public static let maximumScale: UInt8 = 18

  /// Creates `mantissa / 10^scale`; a scale above ``maximumScale`` is refused.
  public init?(mantissa: Int64, scale: Int) {
    guard (0...Int(Self.maximumScale)).contains(scale) else { return nil }
    self.mantissa = mantissa
    self.scale = UInt8(scale)
  }

  /// Creates a whole number.
  public init(_ whole: Int64) {
    mantissa = whole
    scale = 0
  }

  public static let zero = Amount(0)

  public var isNegative: Bool { mantissa < 0 }
  public var isZero: Bool { mantissa == 0 }

  /// The amount without its sign, or `nil` for the one mantissa that has no positive twin.
  public var magnitude: Amount? {
    guard mantissa != .min else { return nil }
    var result = self
    result.mantissa = abs(mantissa)
    return result
  }

  /// The amount with the other sign, or `nil` on overflow.
  public var negated: Amount? {
    guard mantissa != .min else { return nil }
    var result = self
    result.mantissa = -mantissa
    return result
  }

  /// Whether both have the same digits after the point as well as the same value.
  public func hasSameSpelling(as other: Amount) -> Bool {
    mantissa == other.mantissa && scale == other.scale
  }

  /// The amount as a floating-point number, for chart geometry only.
  public var approximate: Double { Double(mantissa) / Double(powerOfTen(Int(scale))) }
}

extension Amount: Comparable, Hashable {
  public static func == (a: Amount, b: Amount) -> Bool {
    a.scale == b.scale ? a.mantissa == b.mantissa : a.wide(scale: 18) == b.wide(scale: 18)
  }

  public static func < (a: Amount, b: Amount) -> Bool {
    a.scale == b.scale ? a.mantissa < b.mantissa : a.wide(scale: 18) < b.wide(scale: 18)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(wide(scale: 18))
  }

  /// The mantissa this amount has at a larger scale; `Int64` digits at scale 18 always fit 128 bits.
  func wide(scale other: Int) -> Int128 {
    Int128(mantissa) * Int128(powerOfTen(other - Int(scale)))
  }
}

extension Amount {
  /// The exact sum, or `nil` when it does not fit.
  public static func + (a: Amount, b: Amount) -> Amount? {
    let scale = Int(max(a.scale, b.scale))
    return Amount(wide: a.wide(scale: scale) + b.wide(scale: scale), scale: scale)
  }

  /// The exact difference, or `nil` when it does not fit.
  public static func - (a: Amount, b: Amount) -> Amount? {
    let scale = Int(max(a.scale, b.scale))
    return Amount(wide: a.wide(scale: scale) - b.wide(scale: scale), scale: scale)
  }

  /// The exact product, or `nil` when it does not fit.
  public static func * (a: Amount, b: Amount) -> Amount? {
    Amount(wide: Int128(a.mantissa) * Int128(b.mantissa), scale: Int(a.scale) + Int(b.scale))
  }

  /// The amount times ten to the given power, exact; `nil` when it does not fit.
  ///
  /// A positive power first uses up digits after the point: 6.98 times 10^6 is 6980000, not 6980000.00.
  public func timesPowerOfTen(_ power: Int) -> Amount? {
    guard (-18...18).contains(power) else { return nil }
    let scale = Int(self.scale) - power
    if scale >= 0 { return Amount(mantissa: mantissa, scale: scale) }
    return Amount(wide: Int128(mantissa) * Int128(powerOfTen(-scale)), scale: 0)
  }

  /// The quotient rounded half away from zero to `scale` digits after the point.
  ///
  /// `nil` when the divisor is zero or the result does not fit.
  public func divided(by divisor: Amount, scale: Int) -> Amount? {
    guard divisor.mantissa != 0, (0...Int(Self.maximumScale)).contains(scale) else { return nil }
    // mantissa/10^s / (d/10^t) * 10^scale = mantissa * 10^(t - s + scale) / d
    let power = Int(divisor.scale) - Int(self.scale) + scale
    var numerator = Int128(mantissa)
    var denominator = Int128(divisor.mantissa)
    for _ in 0..<abs(power) {
      let (product, overflow) =
        power > 0
        ? numerator.multipliedReportingOverflow(by: 10)
        : denominator.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      if power > 0 { numerator = product } else { denominator = product }
    }
    return Amount(wide: roundedQuotient(numerator, denominator), scale: scale)
  }

  /// The amount rounded half away from zero to `scale` digits after the point.
  public func rounded(scale: Int) -> Amount? {
    guard (0...Int(Self.maximumScale)).contains(scale) else { return nil }
    if scale >= Int(self.scale) { return Amount(wide: wide(scale: scale), scale: scale) }
    let divisor = Int128(powerOfTen(Int(self.scale) - scale))
    return Amount(wide: roundedQuotient(Int128(mantissa), divisor), scale: scale)
  }

  /// The same value without zeros at the end of its digits after the point.
  public var withoutTrailingZeros: Amount {
    var result = self
    while result.scale > 0, result.mantissa % 10 == 0 {
      result.mantissa /= 10
      result.scale -= 1
    }
    return result
  }

  init?(wide: Int128, scale: Int) {
    guard let mantissa = Int64(exactly: wide) else { return nil }
    self.init(mantissa: mantissa, scale: scale)
  }
}

/// Ten to the given power, `0...18`.
public func powerOfTen(_ power: Int) -> Int64 {
  precondition((0...18).contains(power))
  return powersOfTen[power]
}

private let powersOfTen: [Int64] = (0...18).map { power in
  (0..<power).reduce(Int64(1)) { product, _ in product * 10 }
}

/// The quotient of two integers, halves rounded away from zero.
func roundedQuotient(_ numerator: Int128, _ denominator: Int128) -> Int128 {
  let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
  let isHalfOrMore = remainder.magnitude >= denominator.magnitude - remainder.magnitude
  guard isHalfOrMore, remainder != 0 else { return quotient }
  return (numerator < 0) == (denominator < 0) ? quotient + 1 : quotient - 1
}
