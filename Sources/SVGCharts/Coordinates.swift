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
  mutating func coordinate(_ pixels: Pixels) {
    append(upTo: 24) { bytes in
      let (whole, part) = pixels.hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
      var end = 0
      if pixels.hundredths < 0 {
        bytes[0] = UInt8(ascii: "-")
        end = 1
      }
      // Few drawings are larger than a thousand pixels.
      var limit: UInt = 1000
      while whole >= limit {
        end += 1
        limit *= 10
      }
      if whole >= 100 { end += 1 }
      if whole >= 10 { end += 1 }
      end += 1
      var (rest, place) = (whole, end)
      repeat {
        place -= 1
        bytes[place] = digit(rest % 10)
        rest /= 10
      } while rest > 0
      guard part > 0 else { return end }
      bytes[end] = UInt8(ascii: ".")
      bytes[end + 1] = digit(part / 10)
      bytes[end + 2] = digit(part % 10)
      return part % 10 > 0 ? end + 3 : end + 2
    }
  }
}

private func digit(_ number: UInt) -> UInt8 { UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number) }
