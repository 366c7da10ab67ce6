import ExactNumbers
import ReleaseModel

/// About where a calculation's ``Bounds`` lie, in floating point.
///
/// A filter before exact arithmetic (Shewchuk, "Adaptive Precision Floating-Point Arithmetic", 1997, section 1):
/// most figures are nowhere near the one that is looked for, and what cannot be needs no fractions. The ends are moved
/// outward by far more than rounding can have moved them, so a filter that says no is right; one that says
/// maybe decides nothing.
struct NearBounds {
  var low: Double
  var high: Double

  init(_ low: Double, _ high: Double) {
    self.low = low
    self.high = high
  }

  init(_ fact: Fact) {
    guard (-18...18).contains(fact.decimals) else {
      self.init(-.infinity, .infinity)
      return
    }
    let value = Double(fact.value.mantissa) / tens[Int(fact.value.scale)]
    let decimals = Int(fact.decimals)
    let half = decimals < 0 ? tens[-decimals] / 2 : 0.5 / tens[decimals]
    let margin = half * 1e-9 + abs(value) * 1e-12
    self.init(value - half - margin, value + half + margin)
  }

  init(_ bounds: Bounds) {
    let (low, high) = (Double(bounds.low), Double(bounds.high))
    self.init(low - abs(low) * 1e-12, high + abs(high) * 1e-12)
  }

  static func - (a: NearBounds, b: NearBounds) -> NearBounds {
    let margin = (a.size + b.size) * 1e-12
    return NearBounds(a.low - b.high - margin, a.high - b.low + margin)
  }

  /// How much the one is of the other, in percent; everything where the divisor may be zero.
  static func percent(_ part: NearBounds, of whole: NearBounds) -> NearBounds {
    guard whole.low > 0 || whole.high < 0 else { return NearBounds(-.infinity, .infinity) }
    let ends = [
      part.low / whole.low, part.low / whole.high, part.high / whole.low, part.high / whole.high,
    ]
    let low = min(min(ends[0], ends[1]), min(ends[2], ends[3])) * 100
    let high = max(max(ends[0], ends[1]), max(ends[2], ends[3])) * 100
    let margin = max(abs(low), abs(high)) * 1e-12
    return NearBounds(low - margin, high + margin)
  }

  /// Whether a value of this range and one of the other may be the same, signs apart.
  func mayEqualWithoutSign(_ other: NearBounds) -> Bool {
    (low <= other.high && other.low <= high) || (-high <= other.high && other.low <= -low)
  }

  private var size: Double { max(abs(low), abs(high)) }
}

extension Double {
  fileprivate init(_ fraction: Fraction) {
    self = Double(nearest: fraction.numerator) / Double(nearest: fraction.denominator)
  }

  /// Most numbers fit 64 bits, and all others are slow to convert.
  private init(nearest number: Int128) {
    self = Int64(exactly: number).map { Double($0) } ?? Double(number)
  }
}

/// Powers of ten up to the eighteenth, each of which a `Double` holds exactly.
private let tens: [Double] = (0...18).map { power in (0..<power).reduce(1) { product, _ in product * 10 } }
