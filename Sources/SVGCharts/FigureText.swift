/// A quantity as accountants print it, rounded half away from zero: `(4,679)`, `0.60`.
///
/// - Parameters:
///   - digits: how many of the quantity's digits stand after the point; the unit's power included.
///   - decimals: how many to print.
func figureText(_ quantity: Int128, digits: Int, decimals: Int) -> String {
  let text = plainFigureText(quantity.magnitude128, digits: digits, decimals: decimals)
  // What rounds to zero has lost its sign with its value.
  let isZero = text.utf8.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }
  return quantity < 0 && !isZero ? "(" + text + ")" : text
}

/// A quantity in words for a listener: `minus 4,679`.
func spokenFigure(_ quantity: Int128, digits: Int, decimals: Int) -> String {
  let text = figureText(quantity, digits: digits, decimals: decimals)
  return text.hasPrefix("(") ? "minus " + text.dropFirst().dropLast() : text
}

/// How many digits after the point state all quantities exactly.
func exactDecimals(_ quantities: some Sequence<Int128>, digits: Int) -> Int {
  var needed = 0
  for quantity in quantities where quantity != 0 {
    var zeros = 0
    var rest = quantity
    while zeros < digits, rest % 10 == 0 {
      rest /= 10
      zeros += 1
    }
    needed = max(needed, digits - zeros)
    if needed == digits { break }
  }
  return needed
}

private func plainFigureText(_ quantity: Int128, digits: Int, decimals: Int) -> String {
  var rest =
    decimals < digits
    ? roundedDivision(quantity, tenTo(digits - decimals)) : quantity * tenTo(decimals - digits)
  return String(unsafeUninitializedCapacity: 64) { buffer in
    var end = buffer.count
    var written = 0
    func put(_ byte: UInt8) {
      end -= 1
      buffer[end] = byte
    }
    repeat {
      if written == decimals, decimals > 0 { put(UInt8(ascii: ".")) }
      if written > decimals, (written - decimals) % 3 == 0 { put(UInt8(ascii: ",")) }
      put(UInt8(ascii: "0") + lastDigit(&rest))
      written += 1
    } while rest > 0 || written <= decimals
    let count = buffer.count - end
    for offset in 0..<count { buffer[offset] = buffer[end + offset] }
    return count
  }
}

extension Int128 {
  /// The quantity without its sign; quantities never reach the one that has no positive twin.
  var magnitude128: Int128 { self < 0 ? -self : self }
}

/// Takes the last digit off a number; almost all numbers fit a word of the machine, where that is quick.
private func lastDigit(_ number: inout Int128) -> UInt8 {
  if let word = UInt64(exactly: number) {
    number = Int128(word / 10)
    return UInt8(word % 10)
  }
  let digit = UInt8(number % 10)
  number /= 10
  return digit
}
