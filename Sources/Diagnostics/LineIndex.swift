import Glibc

/// Where the lines of a text begin, to turn byte offsets into lines and columns and back.
///
/// LF, CRLF and CR end a line, as editors count them; U+0085, U+2028 and U+2029 end none.
public struct LineIndex: Sendable {
  private let starts: [Int]
  private let count: Int
  private let firstLine: Int

  /// Finds the lines of a text whose first line has the number `firstLine`.
  public init(_ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int = 1) {
    var starts = [0]
    starts.reserveCapacity(bytes.count / 48 + 2)
    // Few texts have a CR, and in all others the LFs are all there is to find.
    if let base = bytes.baseAddress, memchr(base, 13, bytes.count) == nil {
      var at = 0
      while at < bytes.count, let found = memchr(base + at, 10, bytes.count - at) {
        at = UnsafeRawPointer(base).distance(to: found) + 1
        starts.append(at)
      }
    } else {
      appendStarts(of: bytes, to: &starts)
    }
    self.starts = starts
    self.count = bytes.count
    self.firstLine = firstLine
  }

  /// The line and byte column of an offset.
  public func position(of offset: Int) -> SourceRange.Position {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return SourceRange.Position(line: firstLine + low, column: offset - starts[low] + 1)
  }

  /// The lines and byte columns of a range of offsets.
  public func range(of offsets: Range<Int>) -> SourceRange {
    SourceRange(start: position(of: offsets.lowerBound), end: position(of: offsets.upperBound))
  }

  /// The offsets of a line with its line end, or `nil` when the text has no such line.
  public func offsets(ofLine line: Int) -> Range<Int>? {
    let index = line - firstLine
    guard starts.indices.contains(index) else { return nil }
    return starts[index]..<(index + 1 < starts.count ? starts[index + 1] : count)
  }
}

/// Where lines begin after the first, in a text with any line ends.
private func appendStarts(of bytes: UnsafeBufferPointer<UInt8>, to starts: inout [Int]) {
  var wasReturn = false
  for offset in bytes.indices {
    let byte = bytes[offset]
    if wasReturn, byte != UInt8(ascii: "\n") { starts.append(offset) }
    if byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
    wasReturn = byte == UInt8(ascii: "\r")
  }
  if wasReturn { starts.append(bytes.count) }
}
