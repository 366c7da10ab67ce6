extension String {
  /// Hands over the text's bytes as they lie in memory.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many bytes from the first on are those of another text.
  func commonPrefix(_ other: UnsafeBufferPointer<UInt8>) -> Int {
    let (a, b) = (UnsafeRawBufferPointer(self), UnsafeRawBufferPointer(other))
    let end = Swift.min(count, other.count)
    var offset = 0
    // Eight at a time, for paths and names have most of theirs in common.
    while offset + 8 <= end,
      a.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        == b.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    {
      offset += 8
    }
    while offset < end, a[offset] == b[offset] { offset += 1 }
    return offset
  }

  func isEqual(to other: UnsafeBufferPointer<UInt8>) -> Bool {
    count == other.count && commonPrefix(other) == count
  }

  func isEqual(to text: StaticString) -> Bool { count == text.utf8CodeUnitCount && hasPrefix(text) }

  func hasPrefix(_ prefix: StaticString) -> Bool {
    let prefix = UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount)
    return commonPrefix(prefix) == prefix.count
  }

  /// Whether it stands before another text in the order of bytes.
  func precedes(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    let common = commonPrefix(other)
    return common < other.count && (common == count || self[common] < other[common])
  }

  /// A part of the bytes.
  func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: self[range]) }
}
