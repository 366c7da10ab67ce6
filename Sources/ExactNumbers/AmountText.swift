extension Amount: CustomStringConvertible {
  /// The digits without grouping: `-4679000`, `0.60`.
  public var description: String { text(grouping: "") }

  /// The amount with a minus sign before it and `grouping` between thousands: `-4,679,000`.
  public func text(grouping: String = ",") -> String {
    switch grouping {
    case ",": text(before: UInt8(ascii: "-"), after: nil, separator: UInt8(ascii: ","))
    case "": text(before: UInt8(ascii: "-"), after: nil, separator: nil)
    default: text().split(separator: ",").joined(separator: grouping)
    }
  }

  /// Gives the bytes of ``text(grouping:)`` with commas, without making text of them.
  public func withText(_ body: (UnsafeRawBufferPointer) -> Void) {
    withBytes(before: UInt8(ascii: "-"), after: nil, separator: UInt8(ascii: ","), body)
  }

  /// Gives the bytes of ``accounting`` without making text of them, for pages with thousands of figures.
  public func withAccounting(_ body: (UnsafeRawBufferPointer) -> Void) {
    withBytes(
      before: UInt8(ascii: "("), after: UInt8(ascii: ")"), separator: UInt8(ascii: ","), body)
  }

  private func text(before: UInt8, after: UInt8?, separator: UInt8?) -> String {
    withBytes(before: before, after: after, separator: separator) { String(decoding: $0, as: UTF8.self) }
  }

  /// Writes the amount from its last digit on.
  ///
  /// - Parameters:
  ///   - before: stands before a negative amount.
  ///   - after: stands after a negative amount.
  ///   - separator: stands between thousands.
  @inline(__always)
  private func withBytes<Result>(
    before: UInt8, after: UInt8?, separator: UInt8?, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    // 19 digits, a zero before the point, the point, two parentheses and six separators.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { buffer in
      var start = buffer.count
      func put(_ byte: UInt8) {
        start &-= 1
        buffer[start] = byte
      }
      var rest = mantissa.magnitude
      func putDigit() {
        put(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10))
        rest /= 10
      }
      if mantissa < 0, let after { put(after) }
      if scale > 0 {
        for _ in 0..<scale { putDigit() }
        put(UInt8(ascii: "."))
      }
      while rest >= 1000 {
        for _ in 0..<3 { putDigit() }
        if let separator { put(separator) }
      }
      repeat { putDigit() } while rest > 0
      if mantissa < 0 { put(before) }
      return body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[start...]))
    }
  }

  /// The amount as accountants print it: thousands separated by commas, negatives in parentheses.
  public var accounting: String {
    text(before: UInt8(ascii: "("), after: UInt8(ascii: ")"), separator: UInt8(ascii: ","))
  }

  /// Reads plain digits: an optional `-`, digits, and optionally a point and digits (`-4679000`, `.06`).
  ///
  /// `nil` for anything else and for more digits than an `Int64` holds.
  public init?(plain text: some StringProtocol) {
    var bytes = text.utf8[...]
    let negative = bytes.first == UInt8(ascii: "-")
    if negative { bytes = bytes.dropFirst() }
    var mantissa: Int64 = 0
    var scale = 0
    var digits = 0
    var sawPoint = false
    for byte in bytes {
      if byte == UInt8(ascii: "."), !sawPoint {
        sawPoint = true
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      let (product, overflow) = mantissa.multipliedReportingOverflow(by: 10)
      let digit = Int64(byte - UInt8(ascii: "0"))
      // Summed with its sign: the least Int64 has no positive twin to negate.
      let (sum, carry) =
        negative ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
      if overflow || carry { return nil }
      mantissa = sum
      digits += 1
      if sawPoint { scale += 1 }
    }
    guard digits > 0, !sawPoint || scale > 0 else { return nil }
    self.init(mantissa: mantissa, scale: scale)
  }
}
