/// The first thing in a file's bytes that keeps them from being text.
struct EncodingProblem {
  enum Kind { case utf16, nul, invalid, control }

  var kind: Kind
  var offsets: Range<Int>

  /// `nil` for bytes that are UTF-8 text.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let seen = SeenBytes(bytes)
    if !seen.hasControl, !seen.hasNonASCII { return nil }
    let start = bytes.prefix(2)
    if start.elementsEqual([0xFF, 0xFE]) || start.elementsEqual([0xFE, 0xFF]) {
      self.init(.utf16, 0..<2)
    } else if seen.hasControl, let first = bytes.firstIndex(of: 0) {
      self = isUTF16WithoutMark(bytes) ? Self(.utf16, 0..<2) : Self(.nul, first..<first + 1)
    } else if let invalid = firstInvalid(bytes) {
      self.init(.invalid, invalid)
    } else if let control = firstControl(bytes) {
      self.init(.control, control)
    } else {
      return nil
    }
  }

  private init(_ kind: Kind, _ offsets: Range<Int>) {
    self.kind = kind
    self.offsets = offsets
  }
}

/// Which kinds of bytes a text has.
private struct SeenBytes {
  /// A control of ASCII other than tabs and line ends.
  var hasControl: Bool
  var hasNonASCII: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    // Without an early exit the loop is vectorised, and nearly every file is clean.
    var controls: UInt8 = 0
    var all: UInt8 = 0
    for byte in bytes {
      controls |= isControl(byte) ? 1 : 0
      all |= byte
    }
    hasControl = controls != 0
    hasNonASCII = all >= 0x80
  }
}

/// The first bytes that are no UTF-8 where they stand.
private func firstInvalid(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
  // A character lies whole within a run of bytes beyond ASCII, and most of a text is outside of them.
  var start = nonASCII(bytes, from: 0)
  while start < bytes.count {
    var end = start + 1
    while end < bytes.count, bytes[end] >= 0x80 { end += 1 }
    do {
      _ = try UTF8Span(validating: Span(_unsafeElements: bytes.extracting(start..<end)))
    } catch {
      return start + error.byteOffsets.lowerBound..<start + error.byteOffsets.upperBound
    }
    start = nonASCII(bytes, from: end)
  }
  return nil
}

/// Where the next byte beyond ASCII stands, or the end.
private func nonASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  let raw = UnsafeRawBufferPointer(bytes)
  var offset = start
  while offset + 8 <= raw.count {
    let high = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080
    if high != 0 { return offset + UInt64(littleEndian: high).trailingZeroBitCount / 8 }
    offset += 8
  }
  while offset < raw.count, raw[offset] < 0x80 { offset += 1 }
  return offset
}

/// The first character that shows nothing and does something: the controls of ASCII and of ISO 6429 but for tabs
/// and line ends, and those that turn the direction of what follows them (UAX 9), by which a text can read
/// otherwise than it is.
///
/// The bytes are valid UTF-8.
func firstControl(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
  // Without an early exit the loop is vectorised, and nearly every text has no such byte.
  var found: UInt8 = 0
  for byte in bytes { found |= isControl(byte) || byte == 0xC2 || byte == 0xE2 ? 1 : 0 }
  guard found != 0 else { return nil }
  for (index, byte) in bytes.enumerated() {
    switch byte {
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] < 0xA0: return index..<index + 2
    case 0xE2 where index + 2 < bytes.count:
      switch (bytes[index + 1], bytes[index + 2]) {
      case (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): return index..<index + 3
      default: continue
      }
    default: if isControl(byte) { return index..<index + 1 }
    }
  }
  return nil
}

/// Whether a byte is a control of ASCII other than a tab or line end.
private func isControl(_ byte: UInt8) -> Bool {
  (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) || byte == 0x7F
}

/// Whether every other byte of the beginning is NUL, as in UTF-16 of English text.
private func isUTF16WithoutMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  let beginning = bytes.prefix(64)
  guard beginning.count >= 4 else { return false }
  let zeros = beginning.indices.filter { beginning[$0] == 0 }
  let isOneSided = zeros.allSatisfy { $0 % 2 == zeros[0] % 2 }
  return isOneSided && zeros.count * 3 >= beginning.count
}
