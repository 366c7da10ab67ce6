import Markup

/// A quantity as accountants print it, rounded half away from zero: `(4,679)`, `0.60`.
///
/// - Parameters:
///   - digits: how many of the quantity's digits stand after the point; the unit's power included.
///   - decimals: how many to print.
func figureText(_ quantity: Int128, digits: Int, decimals: Int) -> String {
  withFigure(quantity, digits: digits, decimals: decimals) { bytes, isNegative in
    text(of: isNegative ? bytes : UnsafeRawBufferPointer(rebasing: bytes[1..<bytes.count - 1]))
  }
}

extension ByteSink {
  /// Appends a quantity in words for a listener: `minus 4,679`.
  mutating func spokenFigure(_ quantity: Int128, digits: Int, decimals: Int) {
    withFigure(quantity, digits: digits, decimals: decimals) { bytes, isNegative in
      if isNegative { markup("minus ") }
      append(UnsafeRawBufferPointer(rebasing: bytes[1..<bytes.count - 1]))
    }
  }
}

/// How many digits after the point state all quantities exactly.
func exactDecimals(_ quantities: some Sequence<Int128>, digits: Int) -> Int {
  var needed = 0
  for quantity in quantities where quantity != 0 {
    let zeros =
      Int64(exactly: quantity).map { trailingZeros($0, most: digits) }
      ?? trailingZeros(quantity, most: digits)
    needed = max(needed, digits - zeros)
    if needed == digits { break }
  }
  return needed
}

private func trailingZeros<Number: BinaryInteger>(_ quantity: Number, most: Int) -> Int {
  var zeros = 0
  var rest = quantity
  while zeros < most, rest % 10 == 0 {
    rest /= 10
    zeros += 1
  }
  return zeros
}

/// Gives the digits of a quantity within parentheses, and whether these belong to it.
private func withFigure<Result>(
  _ quantity: Int128, digits: Int, decimals: Int, _ body: (UnsafeRawBufferPointer, Bool) -> Result
) -> Result {
  let size = quantity.magnitude128
  let printed =
    decimals == digits
    ? size
    : decimals < digits ? roundedDivision(size, tenTo(digits - decimals)) : size * tenTo(decimals - digits)
  return withUnsafeTemporaryAllocation(byteCount: 80, alignment: 1) { buffer in
    var start = buffer.count
    func put(_ byte: UInt8) {
      start &-= 1
      buffer[start] = byte
    }
    // The mark that comes after so many more digits, from the right: first the point, then commas.
    var mark = UInt8(ascii: decimals > 0 ? "." : ",")
    var untilMark = decimals > 0 ? decimals : 3
    func put(digit: UInt64) {
      if untilMark == 0 {
        put(mark)
        (mark, untilMark) = (UInt8(ascii: ","), 3)
      }
      untilMark &-= 1
      put(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit))
    }
    put(UInt8(ascii: ")"))
    // Almost all numbers fit a word of the machine, where division is quick.
    var missing = decimals + 1
    var large = printed
    while large > UInt64.max {
      put(digit: UInt64(large % 10))
      large /= 10
      missing -= 1
    }
    var rest = UInt64(truncatingIfNeeded: large)
    while rest > 0 || missing > 0 {
      put(digit: rest % 10)
      rest /= 10
      missing &-= 1
    }
    put(UInt8(ascii: "("))
    // What rounds to zero has lost its sign with its value.
    return body(UnsafeRawBufferPointer(rebasing: buffer[start...]), quantity < 0 && printed > 0)
  }
}

extension Int128 {
  /// The quantity without its sign; quantities never reach the one that has no positive twin.
  var magnitude128: Int128 { self < 0 ? -self : self }
}
