import ExactNumbers

/// Reads the spellings that nearly all figures have, in one pass over the bytes: `6,980`, `$ (176,000)`,
/// `-0.60`, `12%`.
///
/// `nil` says nothing against a text; ``parsePrintedFigure(_:)`` reads the rest and explains what is wrong.
func parseCommonFigure(_ text: String) -> PrintedFigure? {
  text.withBytes(parseCommonFigure)
}

/// The same for bytes.
func parseCommonFigure(_ bytes: UnsafeBufferPointer<UInt8>) -> PrintedFigure? {
  var reader = CommonFigureReader(bytes: bytes)
  return reader.figure()
}

private struct CommonFigureReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var next = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func figure() -> PrintedFigure? {
    var currency: String?
    if take("$") {
      currency = "$"
      while take(" ") {}
    }
    let opened = take("(")
    let negative = !opened && take("-")
    guard let number = number() else { return nil }
    if opened, !take(")") { return nil }
    let isPercent = currency == nil && take("%")
    guard next == bytes.count else { return nil }
    guard
      let amount = Amount(mantissa: opened || negative ? -number.digits : number.digits, scale: number.scale)
    else { return nil }
    return PrintedFigure(amount: amount, currency: currency, isPercent: isPercent)
  }

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard next < bytes.count, bytes[next] == UInt8(ascii: byte) else { return false }
    next += 1
    return true
  }

  /// Digits, in groups of three where there are commas, and perhaps a full stop with more digits.
  private mutating func number() -> (digits: Int64, scale: Int)? {
    var place = next
    defer { next = place }
    var digits: Int64 = 0
    var inGroup = 0
    var grouped = false
    var decimals = -1
    // So many fit without looking; the commas count as well, for nobody prints more.
    let end = min(bytes.count, next + 18)
    while place < end {
      let byte = bytes[place]
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        digits = digits &* 10 &+ Int64(digit)
        if decimals >= 0 { decimals += 1 } else { inGroup += 1 }
      } else if byte == UInt8(ascii: ",") {
        guard decimals < 0, grouped ? inGroup == 3 : (1...3).contains(inGroup) else { return nil }
        grouped = true
        inGroup = 0
      } else if byte == UInt8(ascii: "."), decimals < 0, !grouped || inGroup == 3 {
        decimals = 0
      } else {
        break
      }
      place += 1
    }
    if grouped, inGroup != 3 { return nil }
    guard decimals != 0, inGroup > 0 || decimals > 0 else { return nil }
    return (digits, max(decimals, 0))
  }
}
