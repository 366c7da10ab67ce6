/// Where the lines and words round an offset of a text begin and end.
extension UnsafeBufferPointer<UInt8> {
  /// Where the line of an offset begins.
  func lineStart(of offset: Int) -> Int {
    var start = offset
    while start > 0, self[start - 1] != UInt8(ascii: "\n"), self[start - 1] != UInt8(ascii: "\r") {
      start -= 1
    }
    return start
  }

  /// The text of the nearest line above that has any.
  func textAbove(_ offset: Int) -> Range<Int> {
    var end = lineStart(of: offset)
    while end > 0, self[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    return Swift.min(firstText(ofLineAt: end), end)..<end
  }

  /// Where the first text of a line stands.
  func firstText(ofLineAt offset: Int) -> Int {
    var start = lineStart(of: offset)
    while start < count, self[start] == UInt8(ascii: " ") || self[start] == UInt8(ascii: "-") {
      start += 1
    }
    return start
  }

  /// The offset after the character at `offset`.
  func end(ofCharacterAt offset: Int) -> Int {
    guard offset < count else { return count }
    var end = offset + 1
    while end < count, isContinuation(self[end]) { end += 1 }
    return end
  }

  /// The character at an offset; empty at the end of the text.
  func character(at offset: Int) -> Range<Int> { offset..<end(ofCharacterAt: offset) }

  /// From an offset to the next space.
  func word(at offset: Int) -> Range<Int> {
    var end = end(ofCharacterAt: offset)
    while end < count, self[end] > UInt8(ascii: " ") { end += 1 }
    return offset..<end
  }

  /// From an offset to the last text of its line.
  func restOfLine(from offset: Int) -> Range<Int> {
    var end = offset
    while end < count, self[end] != UInt8(ascii: "\n"), self[end] != UInt8(ascii: "\r") { end += 1 }
    while end > offset, self[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    return offset..<end
  }
}

/// The author's own spelling for a message: at most 40 bytes of one line.
func quotedText(_ bytes: UnsafeBufferPointer<UInt8>, _ offsets: Range<Int>) -> String {
  let line = bytes[offsets].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
  guard line.count > 40 else { return String(decoding: line, as: UTF8.self) }
  var end = line.startIndex + 40
  while end > line.startIndex, isContinuation(bytes[end]) { end -= 1 }
  return String(decoding: bytes[line.startIndex..<end], as: UTF8.self) + "…"
}

/// Whether a byte continues a character of UTF-8 instead of beginning one.
func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
