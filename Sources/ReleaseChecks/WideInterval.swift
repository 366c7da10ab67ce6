import ExactNumbers
import ReleaseModel

/// All the values a rounded figure may stand for, in 128 bits: amounts of 18 digits add up and multiply exactly.
///
/// The ends are counted in units of 10 to the power of minus `scale`; both belong to the interval. What does
/// not fit even so is `nil`, and the check that needs it says that it cannot tell.
struct WideInterval: Hashable {
  var low: Int128
  var high: Int128
  /// Digits after the point, never negative.
  var scale: Int

  init(low: Int128, high: Int128, scale: Int) {
    self.low = low
    self.high = high
    self.scale = scale
  }

  /// What `value` stands for when it was rounded to `decimals` digits after the point.
  init?(_ value: Amount, decimals: Int8) {
    guard (-17...17).contains(decimals) else { return nil }
    // Half a unit of the last digit needs one digit more than the unit.
    let scale = max(Int(value.scale), Int(decimals) + 1, 0)
    guard let middle = scaled(Int128(value.mantissa), by: scale - Int(value.scale)),
      let half = scaled(5, by: scale - Int(decimals) - 1)
    else { return nil }
    self.init(low: middle - half, high: middle + half, scale: scale)
  }

  init?(_ fact: Fact) { self.init(fact.value, decimals: fact.decimals) }

  /// The same interval with more digits after the point.
  func at(scale other: Int) -> WideInterval? {
    guard let low = scaled(low, by: other - scale), let high = scaled(high, by: other - scale) else {
      return nil
    }
    return WideInterval(low: low, high: high, scale: other)
  }

  /// The sum, or the difference for a negative `weight`.
  func adding(_ other: WideInterval, weight: Int8) -> WideInterval? {
    let scale = max(scale, other.scale)
    guard let a = at(scale: scale), var b = other.at(scale: scale) else { return nil }
    if weight < 0 { b = WideInterval(low: -b.high, high: -b.low, scale: scale) }
    let (low, lost) = a.low.addingReportingOverflow(b.low)
    let (high, lostToo) = a.high.addingReportingOverflow(b.high)
    return lost || lostToo ? nil : WideInterval(low: low, high: high, scale: scale)
  }

  /// All products of a value of one and a value of the other (Moore 1966: the extremes lie at the ends).
  func times(_ other: WideInterval) -> WideInterval? {
    var ends: [Int128] = []
    for a in [low, high] {
      for b in [other.low, other.high] {
        let (product, lost) = a.multipliedReportingOverflow(by: b)
        if lost { return nil }
        ends.append(product)
      }
    }
    return WideInterval(low: ends.min() ?? 0, high: ends.max() ?? 0, scale: scale + other.scale)
  }

  /// Whether some value belongs to both; `nil` when they cannot be brought to one scale.
  func meets(_ other: WideInterval) -> Bool? {
    let scale = max(scale, other.scale)
    guard let a = at(scale: scale), let b = other.at(scale: scale) else { return nil }
    return a.low <= b.high && b.low <= a.high
  }

  /// Whether every value is above every value of the other; `nil` when they cannot be compared.
  func exceeds(_ other: WideInterval) -> Bool? {
    let scale = max(scale, other.scale)
    guard let a = at(scale: scale), let b = other.at(scale: scale) else { return nil }
    return a.low > b.high
  }

  var containsZero: Bool { low <= 0 && high >= 0 }

  /// The values without their signs.
  var magnitude: WideInterval {
    if low >= 0 { return self }
    if high <= 0 { return WideInterval(low: -high, high: -low, scale: scale) }
    return WideInterval(low: 0, high: max(-low, high), scale: scale)
  }
}

/// A value times ten to the given power, which must not be negative; `nil` when it does not fit.
func scaled(_ value: Int128, by power: Int) -> Int128? {
  guard power >= 0 else { return nil }
  if value == 0 { return 0 }
  guard power < wideTens.count else { return nil }
  let (product, lost) = value.multipliedReportingOverflow(by: wideTens[power])
  return lost ? nil : product
}

/// The powers of ten that fit 128 bits.
private let wideTens: [Int128] = (0...38).map { power in
  (0..<power).reduce(Int128(1)) { product, _ in product * 10 }
}
