import ExactNumbers
import ReleaseModel

/// All the values a rounded figure may stand for, in 128 bits: amounts of 18 digits add up and multiply exactly.
typealias WideInterval = ScaledInterval<Int128>

/// All the values a rounded figure may stand for, in whole numbers of some width.
///
/// The ends are counted in units of 10 to the power of minus `scale`; both belong to the interval. What does
/// not fit even so is `nil`, and the check that needs it says that it cannot tell.
struct ScaledInterval<Number: Scalable>: Hashable {
  var low: Number
  var high: Number
  /// Digits after the point, never negative.
  var scale: Int

  init(low: Number, high: Number, scale: Int) {
    self.low = low
    self.high = high
    self.scale = scale
  }

  /// What `value` stands for when it was rounded to `decimals` digits after the point.
  init?(_ value: Amount, decimals: Int8) {
    guard (-17...17).contains(decimals) else { return nil }
    // Half a unit of the last digit needs one digit more than the unit.
    let scale = max(Int(value.scale), Int(decimals) + 1, 0)
    guard let middle = scaled(Number(value.mantissa), by: scale - Int(value.scale)),
      let half = scaled(Number(5), by: scale - Int(decimals) - 1)
    else { return nil }
    let (low, lost) = middle.subtractingReportingOverflow(half)
    let (high, lostToo) = middle.addingReportingOverflow(half)
    // The least number has no positive twin.
    guard !lost, !lostToo, low != .min else { return nil }
    self.init(low: low, high: high, scale: scale)
  }

  init?(_ fact: Fact) { self.init(fact.value, decimals: fact.decimals) }

  /// The same interval with more digits after the point.
  func at(scale other: Int) -> ScaledInterval? {
    guard let low = scaled(low, by: other - scale), let high = scaled(high, by: other - scale) else {
      return nil
    }
    return ScaledInterval(low: low, high: high, scale: other)
  }

  /// The sum, or the difference for a negative `weight`.
  func adding(_ other: ScaledInterval, weight: Int8) -> ScaledInterval? {
    let scale = max(scale, other.scale)
    guard let a = at(scale: scale), var b = other.at(scale: scale) else { return nil }
    if weight < 0 { b = ScaledInterval(low: -b.high, high: -b.low, scale: scale) }
    let (low, lost) = a.low.addingReportingOverflow(b.low)
    let (high, lostToo) = a.high.addingReportingOverflow(b.high)
    return lost || lostToo ? nil : ScaledInterval(low: low, high: high, scale: scale)
  }

  /// All products of a value of one and a value of the other (Moore 1966: the extremes lie at the ends).
  func times(_ other: ScaledInterval) -> ScaledInterval? {
    let (a, lostA) = low.multipliedReportingOverflow(by: other.low)
    let (b, lostB) = low.multipliedReportingOverflow(by: other.high)
    let (c, lostC) = high.multipliedReportingOverflow(by: other.low)
    let (d, lostD) = high.multipliedReportingOverflow(by: other.high)
    if lostA || lostB || lostC || lostD { return nil }
    return ScaledInterval(
      low: min(min(a, b), min(c, d)), high: max(max(a, b), max(c, d)), scale: scale + other.scale)
  }

  /// Whether some value belongs to both; `nil` when they cannot be brought to one scale.
  func meets(_ other: ScaledInterval) -> Bool? {
    let scale = max(scale, other.scale)
    guard let a = at(scale: scale), let b = other.at(scale: scale) else { return nil }
    return a.low <= b.high && b.low <= a.high
  }

  /// Whether every value is above every value of the other; `nil` when they cannot be compared.
  func exceeds(_ other: ScaledInterval) -> Bool? {
    let scale = max(scale, other.scale)
    guard let a = at(scale: scale), let b = other.at(scale: scale) else { return nil }
    return a.low > b.high
  }

  var containsZero: Bool { low <= 0 && high >= 0 }

  /// The values with the other sign.
  var negated: ScaledInterval { ScaledInterval(low: -high, high: -low, scale: scale) }

  /// The values without their signs.
  var magnitude: ScaledInterval {
    if low >= 0 { return self }
    if high <= 0 { return ScaledInterval(low: -high, high: -low, scale: scale) }
    return ScaledInterval(low: 0, high: max(-low, high), scale: scale)
  }
}

/// Whole numbers with their powers of ten.
protocol Scalable: FixedWidthInteger, SignedInteger, Sendable {
  /// All that fit.
  static var powersOfTen: [Self] { get }
}

extension Int64: Scalable {
  static let powersOfTen: [Int64] = (0...18).map { power in
    (0..<power).reduce(Int64(1)) { product, _ in product * 10 }
  }
}

extension Int128: Scalable {
  static let powersOfTen: [Int128] = (0...38).map { power in
    (0..<power).reduce(Int128(1)) { product, _ in product * 10 }
  }
}

/// A value times ten to the given power, which must not be negative; `nil` when it does not fit.
func scaled<Number: Scalable>(_ value: Number, by power: Int) -> Number? {
  guard power > 0 else { return power == 0 ? value : nil }
  if value == 0 { return 0 }
  guard power < Number.powersOfTen.count else { return nil }
  let (product, lost) = value.multipliedReportingOverflow(by: Number.powersOfTen[power])
  return lost ? nil : product
}
