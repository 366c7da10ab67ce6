import Markup

/// A position or distance in a drawing, a whole number of hundredths of a pixel.
///
/// Integers keep a drawing the same on every machine: no rounding depends on a floating-point library,
/// and there is no way to arrive at a value that is not a number.
struct Pixels: Hashable, Comparable, Sendable, ExpressibleByIntegerLiteral {
  var hundredths: Int

  init(hundredths: Int) { self.hundredths = hundredths }
  init(_ whole: Int) { hundredths = whole * 100 }
  init(integerLiteral whole: Int) { hundredths = whole * 100 }

  static func < (a: Pixels, b: Pixels) -> Bool { a.hundredths < b.hundredths }
  static func + (a: Pixels, b: Pixels) -> Pixels { Pixels(hundredths: a.hundredths + b.hundredths) }
  static func - (a: Pixels, b: Pixels) -> Pixels { Pixels(hundredths: a.hundredths - b.hundredths) }
  static func * (a: Pixels, b: Int) -> Pixels { Pixels(hundredths: a.hundredths * b) }
  static func / (a: Pixels, b: Int) -> Pixels { Pixels(hundredths: a.hundredths / b) }
  static prefix func - (a: Pixels) -> Pixels { Pixels(hundredths: -a.hundredths) }
  static func += (a: inout Pixels, b: Pixels) { a = a + b }
  static func -= (a: inout Pixels, b: Pixels) { a = a - b }

  /// The next whole pixel that is not smaller.
  var roundedUp: Pixels { Pixels(hundredths: (hundredths + 99) / 100 * 100) }
}

extension ByteSink {
  /// Appends a coordinate with at most two digits after the point: `58`, `66.07`, `-0.5`.
  mutating func coordinate(_ pixels: Pixels) { hundredths(pixels.hundredths) }
}
