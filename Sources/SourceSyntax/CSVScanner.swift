import Diagnostics

/// Walks over the bytes of a CSV file, one row at a time.
struct CSVScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private var line = 1
  private var lineStart = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next row, or `nil` at the end of the file; `width` is the number of cells to expect.
  mutating func row(width: Int, limit: Int) -> CSVRow? {
    while offset < bytes.count, isLineEnd(bytes[offset]) { endLine() }
    guard offset < bytes.count else { return nil }
    var cells: [CSVCell] = []
    cells.reserveCapacity(width)
    let start = position
    var problem: CSVProblem?
    while true {
      if cells.count == limit { return CSVRow(cells: [], range: here, problem: .tooManyCells(here)) }
      cells.append(cell(&problem))
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: ",") else { break }
      offset += 1
    }
    let row = CSVRow(cells: cells, range: SourceRange(start: start, end: position), problem: problem)
    if offset < bytes.count { endLine() }
    return row
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
        separator = .foreignSeparator(ahead.nextByte, name: "semicolon")
      case UInt8(ascii: "\t") where !isQuoted && separator == nil:
        separator = .foreignSeparator(ahead.nextByte, name: "tab")
      default: break
      }
      ahead.offset += 1
    }
    return separator
  }

  private mutating func cell(_ problem: inout CSVProblem?) -> CSVCell {
    let cellStart = offset
    skipSpaces()
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") { return quotedCell(&problem) }
    let start = offset
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: ",") || isLineEnd(byte) { break }
      offset += 1
    }
    let text = trimmed(start..<offset)
    let place = text.isEmpty ? cellStart : text.lowerBound
    return CSVCell(
      text: String(decoding: bytes[text], as: UTF8.self),
      range: SourceRange(line: line, column: place - lineStart + 1, length: text.count))
  }

  private mutating func quotedCell(_ problem: inout CSVProblem?) -> CSVCell {
    let opening = nextByte
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
      problem = problem ?? .unclosedQuote(opening)
      return CSVCell(text: "", range: opening)
    }
    offset += 1
    let range = SourceRange(start: opening.start, end: position)
    skipSpaces()
    let after = offset
    while offset < bytes.count, bytes[offset] != UInt8(ascii: ","), !isLineEnd(bytes[offset]) { offset += 1 }
    if offset > after {
      let text = trimmed(after..<offset)
      problem =
        problem
        ?? .textAfterQuote(SourceRange(line: line, column: after - lineStart + 1, length: text.count))
    }
    let text =
      needsRewriting
      ? String(decoding: unquoted(inside), as: UTF8.self) : String(decoding: bytes[inside], as: UTF8.self)
    return CSVCell(text: text, range: range)
  }

  /// The text of a quoted cell: doubled quotation marks once, every line end as LF.
  private func unquoted(_ inside: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(inside.count)
    var index = inside.lowerBound
    while index < inside.upperBound {
      let byte = bytes[index]
      let next = index + 1 < inside.upperBound ? bytes[index + 1] : 0
      text.append(byte == UInt8(ascii: "\r") ? UInt8(ascii: "\n") : byte)
      let isPair =
        byte == UInt8(ascii: "\"") || (byte == UInt8(ascii: "\r") && next == UInt8(ascii: "\n"))
      index += isPair ? 2 : 1
    }
    return text
  }

  private var position: SourceRange.Position {
    SourceRange.Position(line: line, column: offset - lineStart + 1)
  }

  private var here: SourceRange { SourceRange(start: position, end: position) }

  private var nextByte: SourceRange { SourceRange(line: line, column: offset - lineStart + 1, length: 1) }

  /// Passes over one line end: LF, CRLF or CR.
  private mutating func endLine() {
    let isReturn = bytes[offset] == UInt8(ascii: "\r")
    offset += 1
    if isReturn, offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") { offset += 1 }
    line += 1
    lineStart = offset
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

/// One row as it stands in the file, and the first thing that is wrong with it.
struct CSVRow {
  var cells: [CSVCell]
  var range: SourceRange
  var problem: CSVProblem?

  var isBlank: Bool { cells.allSatisfy { $0.text.isEmpty } }
}

enum CSVProblem {
  case unclosedQuote(SourceRange)
  case textAfterQuote(SourceRange)
  case foreignSeparator(SourceRange, name: String)
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
