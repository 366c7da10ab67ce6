import ExactNumbers
import ReleaseModel

/// All the values that a calculation with rounded figures may have, both ends included.
///
/// Interval arithmetic after Moore ("Interval Analysis", 1966): each result encloses every result that values
/// of the operands can have. No operation traps: what does not fit is `nil`.
struct Bounds: Hashable {
  var low: Fraction
  var high: Fraction

  init(_ low: Fraction, _ high: Fraction) {
    self.low = low
    self.high = high
  }

  /// What `value` stands for when its last digit is worth ten to the power of minus `decimals`.
  init?(_ value: Fraction, decimals: Int) {
    guard let unit = Fraction.powerOfTen(-decimals), let half = Fraction(1, over: 2).flatMap({ $0 * unit }),
      let low = value - half, let high = value + half
    else { return nil }
    self.init(low, high)
  }

  init?(_ fact: Fact) { self.init(Fraction(fact.value), decimals: Int(fact.decimals)) }

  static func + (a: Bounds, b: Bounds) -> Bounds? {
    guard let low = a.low + b.low, let high = a.high + b.high else { return nil }
    return Bounds(low, high)
  }

  static func - (a: Bounds, b: Bounds) -> Bounds? { a + b.negated }

  /// The quotients; `nil` too when the divisor can be zero.
  static func / (a: Bounds, b: Bounds) -> Bounds? {
    guard !b.containsZero else { return nil }
    var ends: [Fraction] = []
    for dividend in [a.low, a.high] {
      for divisor in [b.low, b.high] {
        guard let quotient = dividend / divisor else { return nil }
        ends.append(quotient)
      }
    }
    return enclosing(ends)
  }

  func times(_ factor: Fraction) -> Bounds? {
    guard let a = low * factor, let b = high * factor else { return nil }
    return Bounds.enclosing([a, b])
  }

  var negated: Bounds { Bounds(high.negated, low.negated) }
  var containsZero: Bool { !(low.isNegative == false && !low.isZero) && !high.isNegative }

  /// The values without their signs.
  var magnitude: Bounds {
    if !low.isNegative { return self }
    if high.isNegative || high.isZero { return negated }
    let top = low.magnitude.isAtMost(high) == true ? high : low.magnitude
    return Bounds(.zero, top)
  }

  /// Whether some value belongs to both; `nil` when the ends cannot be compared.
  func meets(_ other: Bounds) -> Bool? {
    guard let starts = low.isAtMost(other.high), let ends = other.low.isAtMost(high) else { return nil }
    return starts && ends
  }

  /// Whether they share more than an edge; `nil` when the ends cannot be compared.
  func overlaps(_ other: Bounds) -> Bool? {
    guard let isBelow = high.isAtMost(other.low), let isAbove = other.high.isAtMost(low) else { return nil }
    return !isBelow && !isAbove
  }

  private static func enclosing(_ ends: [Fraction]) -> Bounds? {
    guard var low = ends.first, var high = ends.first else { return nil }
    for end in ends.dropFirst() {
      guard let isLower = end.isAtMost(low), let isHigher = high.isAtMost(end) else { return nil }
      if isLower { low = end }
      if isHigher { high = end }
    }
    return Bounds(low, high)
  }
}
