import Diagnostics
import Markup

/// A Markdown text with its lines, to turn byte offsets into positions and back.
struct SourceText {
  let bytes: UnsafeRawBufferPointer
  /// The offset of each line's first byte.
  let lineStarts: [Int]

  /// Lines end with LF, CRLF or CR, as in CommonMark 0.31, section 2.1.
  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    var starts = [0]
    starts.reserveCapacity(bytes.count / 40 + 1)
    if bytes.firstOffset(of: 13) == nil {
      while let end = bytes.firstOffset(of: 10, from: starts[starts.count - 1]) { starts.append(end + 1) }
    } else {
      for index in bytes.indices {
        if bytes[index] == 10 {
          starts.append(index + 1)
        } else if bytes[index] == 13, index + 1 == bytes.count || bytes[index + 1] != 10 {
          starts.append(index + 1)
        }
      }
    }
    lineStarts = starts
  }

  /// How many lines there are, a last empty one included.
  var lineCount: Int { lineStarts.count }

  /// The offset of the first byte of a line, counted from 1; the text's end for any line after it.
  func start(ofLine line: Int) -> Int {
    if line < 1 { return 0 }
    return line <= lineStarts.count ? lineStarts[line - 1] : bytes.count
  }

  /// The offset after the last byte of a line that is not part of its end.
  func end(ofLine line: Int) -> Int {
    let start = start(ofLine: line)
    var end = self.start(ofLine: line + 1)
    while end > start, bytes[end - 1] == 10 || bytes[end - 1] == 13 { end -= 1 }
    return end
  }

  /// The lines from first to last, without leading spaces and the last line's end.
  func range(ofLines lines: ClosedRange<Int>) -> SourceRange {
    var start = start(ofLine: lines.lowerBound)
    let end = end(ofLine: lines.upperBound)
    while start < end, bytes[start] == 32 || bytes[start] == 9 { start += 1 }
    return range(of: start..<max(start, end))
  }

  /// A range of byte offsets in lines and columns.
  func range(of offsets: Range<Int>) -> SourceRange {
    SourceRange(start: position(of: offsets.lowerBound), end: position(of: offsets.upperBound))
  }

  /// Where bytes stand next in a part of the text.
  func firstRange(of words: Slice<UnsafeRawBufferPointer>, in part: Range<Int>) -> Range<Int>? {
    let part = part.clamped(to: 0..<bytes.count)
    guard let first = words.first, part.count >= words.count else { return nil }
    for at in part.lowerBound...(part.upperBound - words.count)
    where bytes[at] == first && bytes[at..<(at + words.count)].elementsEqual(words) {
      return at..<(at + words.count)
    }
    return nil
  }

  /// The offset of a position; the end of the text for one beyond it.
  func offset(of position: SourceRange.Position) -> Int {
    position.line < 1
      ? 0 : min(bytes.count, start(ofLine: Int(position.line)) + max(0, Int(position.column) - 1))
  }

  func position(of offset: Int) -> SourceRange.Position {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return SourceRange.Position(line: low + 1, column: offset - lineStarts[low] + 1)
  }
}
