import Diagnostics

/// Where the lines of a text begin, to turn byte offsets into lines and columns.
///
/// LF, CRLF and CR end a line. (libyaml counts U+0085, U+2028 and U+2029 as line ends too; editors do not.)
struct LineIndex {
  private let starts: [Int]
  private let firstLine: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int = 1) {
    var starts = [0]
    starts.reserveCapacity(bytes.count / 24 + 2)
    var wasReturn = false
    for offset in bytes.indices {
      let byte = bytes[offset]
      if byte > 13 {
        if wasReturn { starts.append(offset) }
        wasReturn = false
        continue
      }
      if wasReturn, byte != UInt8(ascii: "\n") { starts.append(offset) }
      if byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
      wasReturn = byte == UInt8(ascii: "\r")
    }
    if wasReturn { starts.append(bytes.count) }
    self.starts = starts
    self.firstLine = firstLine
  }

  func position(of offset: Int) -> SourceRange.Position {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return SourceRange.Position(line: firstLine + low, column: offset - starts[low] + 1)
  }

  func range(of offsets: Range<Int>) -> SourceRange {
    SourceRange(start: position(of: offsets.lowerBound), end: position(of: offsets.upperBound))
  }
}
