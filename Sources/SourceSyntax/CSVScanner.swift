import Diagnostics

/// Walks over the bytes of a CSV file, one row at a time.
struct CSVScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  /// Where the lines begin that were begun.
  private(set) var lineStarts = [0]
  /// The texts that do not stand in the file as they are, one after the other.
  private(set) var rewritten: [UInt8] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    lineStarts.reserveCapacity(min(bytes.count / 32, 1024))
  }

  /// Adds the cells of the next row to `cells`; `nil` at the end of the file.
  ///
  /// - Parameter limit: how many cells are added at most.
  mutating func row(limit: Int, to cells: inout [CSVSpot]) -> CSVRowRange? {
    while offset < bytes.count, isLineEnd(bytes[offset]) { endLine() }
    guard offset < bytes.count else { return nil }
    let start = offset
    let first = cells.count
    var problem: CSVProblem?
    while true {
      if cells.count - first == limit {
        let here = offset..<offset
        return CSVRowRange(cells: first..<first, place: here, problem: .tooManyCells(range(here)))
      }
      cells.append(cell(&problem))
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: ",") else { break }
      offset += 1
    }
    let row = CSVRowRange(cells: first..<cells.count, place: start..<offset, problem: problem)
    if offset < bytes.count { endLine() }
    return row
  }

  /// The texts of cells.
  func texts(of cells: ArraySlice<CSVSpot>) -> [String] {
    cells.map { cell in
      let isRewritten = cell.text.lowerBound >= bytes.count && !cell.text.isEmpty
      return isRewritten
        ? String(
          decoding: rewritten[(cell.text.lowerBound - bytes.count)..<(cell.text.upperBound - bytes.count)],
          as: UTF8.self)
        : String(decoding: UnsafeBufferPointer(rebasing: bytes[cell.text]), as: UTF8.self)
    }
  }

  /// The first semicolon or tab of a first line that has no comma outside quotation marks.
  func foreignSeparator() -> CSVProblem? {
    var ahead = self
    while ahead.offset < bytes.count, isLineEnd(bytes[ahead.offset]) { ahead.endLine() }
    var isQuoted = false
    var separator: CSVProblem?
    while ahead.offset < bytes.count, isQuoted || !isLineEnd(bytes[ahead.offset]) {
      switch bytes[ahead.offset] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted: return nil
      case UInt8(ascii: ";") where !isQuoted && separator == nil:
        separator = .foreignSeparator(ahead.range(ahead.offset..<ahead.offset + 1), name: "semicolon")
      case UInt8(ascii: "\t") where !isQuoted && separator == nil:
        separator = .foreignSeparator(ahead.range(ahead.offset..<ahead.offset + 1), name: "tab")
      default: break
      }
      ahead.offset += 1
    }
    return separator
  }

  private mutating func cell(_ problem: inout CSVProblem?) -> CSVSpot {
    let cellStart = offset
    skipSpaces()
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") { return quotedCell(&problem) }
    let start = offset
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: ","), !isLineEnd(bytes[end]) { end += 1 }
    offset = end
    // Nearly no cell ends with a space.
    let endsWithText = end > start && bytes[end - 1] > UInt8(ascii: " ") && bytes[end - 1] != 0xA0
    let text = endsWithText ? start..<end : trimmed(start..<end)
    return CSVSpot(text: text, place: text.isEmpty ? cellStart..<cellStart : text)
  }

  private mutating func quotedCell(_ problem: inout CSVProblem?) -> CSVSpot {
    let opening = offset
    offset += 1
    let start = offset
    var needsRewriting = false
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") {
        guard offset + 1 < bytes.count, bytes[offset + 1] == byte else { break }
        needsRewriting = true
        offset += 2
      } else if isLineEnd(byte) {
        needsRewriting = needsRewriting || byte == UInt8(ascii: "\r")
        endLine()
      } else {
        offset += 1
      }
    }
    let inside = trimmed(start..<offset)
    guard offset < bytes.count else {
      problem = problem ?? .unclosedQuote(range(opening..<opening + 1))
      return CSVSpot(text: 0..<0, place: opening..<opening + 1)
    }
    offset += 1
    let place = opening..<offset
    skipSpaces()
    let after = offset
    while offset < bytes.count, bytes[offset] != UInt8(ascii: ","), !isLineEnd(bytes[offset]) { offset += 1 }
    if offset > after {
      let text = trimmed(after..<offset)
      problem =
        problem
        ?? .textAfterQuote(range(after..<after + text.count))
    }
    return CSVSpot(text: needsRewriting ? rewrite(inside) : inside, place: place)
  }

  /// Adds the text of a quoted cell to the rewritten ones, doubled quotation marks once and every line end as LF.
  ///
  /// They are counted as if they followed the file's own bytes.
  private mutating func rewrite(_ inside: Range<Int>) -> Range<Int> {
    let start = bytes.count + rewritten.count
    var index = inside.lowerBound
    while index < inside.upperBound {
      let byte = bytes[index]
      let next = index + 1 < inside.upperBound ? bytes[index + 1] : 0
      rewritten.append(byte == UInt8(ascii: "\r") ? UInt8(ascii: "\n") : byte)
      let isPair =
        byte == UInt8(ascii: "\"") || (byte == UInt8(ascii: "\r") && next == UInt8(ascii: "\n"))
      index += isPair ? 2 : 1
    }
    return start..<bytes.count + rewritten.count
  }

  private func range(_ offsets: Range<Int>) -> SourceRange { sourceRange(offsets, lineStarts: lineStarts) }

  /// Passes over one line end: LF, CRLF or CR.
  private mutating func endLine() {
    let isReturn = bytes[offset] == UInt8(ascii: "\r")
    offset += 1
    if isReturn, offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") { offset += 1 }
    lineStarts.append(offset)
  }

  private mutating func skipSpaces() {
    while let width = spaceWidth(at: offset) { offset += width }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, let width = spaceWidth(at: start), start + width <= end { start += width }
    while end > start {
      if bytes[end - 1] == UInt8(ascii: " ") || bytes[end - 1] == UInt8(ascii: "\t") {
        end -= 1
      } else if end - 2 >= start, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }

  /// How many bytes the space, tab or no-break space (C2 A0) at an offset has.
  private func spaceWidth(at offset: Int) -> Int? {
    guard offset < bytes.count else { return nil }
    switch bytes[offset] {
    case UInt8(ascii: " "), UInt8(ascii: "\t"): return 1
    case 0xC2 where offset + 1 < bytes.count && bytes[offset + 1] == 0xA0: return 2
    default: return nil
    }
  }
}

/// Where a cell's text stands, and where the cell.
@usableFromInline struct CSVSpot: Sendable {
  /// Offsets in the file, or beyond its end in the rewritten texts.
  @usableFromInline var text: Range<Int>
  /// Offsets in the file, with the quotation marks.
  @usableFromInline var place: Range<Int>
}

/// One row as it stands in the file, and the first thing that is wrong with it.
struct CSVRowRange {
  /// The places of its cells among all.
  var cells: Range<Int>
  /// Its offsets in the file.
  var place: Range<Int>
  var problem: CSVProblem?
}

/// The lines and columns of a range of offsets.
func sourceRange(_ offsets: Range<Int>, lineStarts: [Int]) -> SourceRange {
  let position = { (offset: Int) in
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return SourceRange.Position(line: low + 1, column: offset - lineStarts[low] + 1)
  }
  return SourceRange(start: position(offsets.lowerBound), end: position(offsets.upperBound))
}

enum CSVProblem {
  case unclosedQuote(SourceRange)
  case textAfterQuote(SourceRange)
  case foreignSeparator(SourceRange, name: StaticString)
  case tooManyCells(SourceRange)

  var range: SourceRange {
    switch self {
    case .unclosedQuote(let range), .textAfterQuote(let range), .foreignSeparator(let range, _),
      .tooManyCells(let range):
      range
    }
  }
}

private func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
