extension Amount: CustomStringConvertible {
  /// The digits without grouping: `-4679000`, `0.60`.
  public var description: String { text(grouping: "") }

  /// The amount with a minus sign before it and `grouping` between thousands: `-4,679,000`.
  public func text(grouping: String = ",") -> String {
    // 19 digits, a zero before the point, the point, the sign, and at most six separators.
    String(unsafeUninitializedCapacity: 24 + 6 * grouping.utf8.count) { buffer in
      let start = put(atEndOf: buffer, grouping: grouping.utf8, before: UInt8(ascii: "-"), after: nil)
      let count = buffer.count - start
      for offset in 0..<count { buffer[offset] = buffer[start + offset] }
      return count
    }
  }

  /// Gives the bytes of ``accounting`` without making text of them, for pages with thousands of figures.
  public func withAccounting(_ body: (UnsafeRawBufferPointer) -> Void) {
    // 19 digits, a zero before the point, the point, two parentheses and six separators.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { buffer in
      let start = put(
        atEndOf: buffer, grouping: CollectionOfOne(UInt8(ascii: ",")), before: UInt8(ascii: "("),
        after: UInt8(ascii: ")"))
      body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[start...]))
    }
  }

  /// Writes the digits from the last one on; returns where they begin.
  ///
  /// - Parameters:
  ///   - before: stands before a negative amount.
  ///   - after: stands after a negative amount.
  @inline(__always)
  private func put(
    atEndOf buffer: UnsafeMutableBufferPointer<UInt8>, grouping: some BidirectionalCollection<UInt8>,
    before: UInt8, after: UInt8?
  ) -> Int {
    var start = buffer.count
    var digits = mantissa.magnitude
    var written = 0
    let points = Int(scale)
    func put(_ byte: UInt8) {
      start -= 1
      buffer[start] = byte
    }
    if mantissa < 0, let after { put(after) }
    repeat {
      if written == points && points > 0 { put(UInt8(ascii: ".")) }
      if written > points, (written - points) % 3 == 0 {
        for byte in grouping.reversed() { put(byte) }
      }
      put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digits % 10))
      digits /= 10
      written += 1
    } while digits > 0 || written <= points
    if mantissa < 0 { put(before) }
    return start
  }

  /// The amount as accountants print it: thousands separated by commas, negatives in parentheses.
  public var accounting: String {
    guard isNegative else { return text() }
    return "(" + text().dropFirst() + ")"
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
