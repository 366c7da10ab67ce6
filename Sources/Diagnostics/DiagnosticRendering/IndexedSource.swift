/// The files that diagnostics point into, each read and indexed once.
struct IndexedSources {
  private var sources: [String: IndexedSource] = [:]

  init(of diagnostics: [Diagnostic], source: (String) -> [UInt8]?) {
    for diagnostic in diagnostics {
      if let place = diagnostic.place { add(place.path, source) }
      for related in diagnostic.related { add(related.place.path, source) }
    }
  }

  private mutating func add(_ path: String, _ source: (String) -> [UInt8]?) {
    guard sources[path] == nil else { return }
    sources[path] = IndexedSource(bytes: source(path) ?? [])
  }

  subscript(path: String) -> IndexedSource? { sources[path] }
}

/// The bytes of a file with its lines.
struct IndexedSource {
  private let bytes: [UInt8]
  private let lines: LineIndex

  /// A byte order mark at the start is left out, since columns count from after it.
  init(bytes: [UInt8]) {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    self.bytes = text
    lines = text.withUnsafeBufferPointer { LineIndex($0) }
  }

  /// The line a range begins on, cut to what a terminal shows of it; `nil` when the file has no such line.
  ///
  /// Of a range over several lines, the part on the first line is underlined.
  func excerpt(of range: SourceRange) -> SourceExcerpt? {
    guard !bytes.isEmpty, let line = offsets(ofLine: Int(range.start.line)) else { return nil }
    let start = min(line.lowerBound + max(0, Int(range.start.column) - 1), line.upperBound)
    let end =
      range.end.line > range.start.line
      ? line.upperBound : min(max(start, line.lowerBound + Int(range.end.column) - 1), line.upperBound)
    return clipped(line, underlined: start..<end)
  }

  /// The column in code points, counted from 1, or `nil` when the file has no such line.
  func codePointColumn(of position: SourceRange.Position) -> Int? {
    guard !bytes.isEmpty, let line = offsets(ofLine: Int(position.line)) else { return nil }
    let end = min(line.lowerBound + max(0, Int(position.column) - 1), line.upperBound)
    return 1 + bytes[line.lowerBound..<end].count { $0 & 0xC0 != 0x80 }
  }

  private func offsets(ofLine line: Int) -> Range<Int>? {
    guard let whole = lines.offsets(ofLine: line) else { return nil }
    var end = whole.upperBound
    while end > whole.lowerBound, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r")
    {
      end -= 1
    }
    return whole.lowerBound..<end
  }

  /// Columns of a line that are shown, and of those, how many at most before the underline of a longer one.
  private static let (shownColumns, columnsBefore) = (100, 50)
  /// Bytes looked at on either side of a range; one column rarely takes more than four.
  private static let nearbyBytes = 600

  private func clipped(_ line: Range<Int>, underlined: Range<Int>) -> SourceExcerpt {
    let nearby = nearbyCells(line, underlined)
    let (cells, focus) = (nearby.cells, nearby.focus)
    var (low, high) = (0, cells.count)
    if nearby.isCut || cells.reduce(0, { $0 + $1.width }) > Self.shownColumns {
      (low, high) = (focus, focus)
      var columns = 0
      while low > 0, columns + cells[low - 1].width <= Self.columnsBefore {
        low -= 1
        columns += cells[low].width
      }
      while high < cells.count, columns + cells[high].width <= Self.shownColumns {
        columns += cells[high].width
        high += 1
      }
      while low > 0, columns + cells[low - 1].width <= Self.shownColumns {
        low -= 1
        columns += cells[low].width
      }
    }
    let isCutBefore = low > 0 || nearby.start > line.lowerBound
    let isCutAfter = high < cells.count || nearby.end < line.upperBound
    let marked = cells[focus..<max(focus, high)].prefix { $0.offset < underlined.upperBound }
    return SourceExcerpt(
      text: (isCutBefore ? "…" : "") + cells[low..<high].map(\.text).joined() + (isCutAfter ? "…" : ""),
      underlineStart: (isCutBefore ? 1 : 0) + cells[low..<focus].reduce(0) { $0 + $1.width },
      underlineWidth: max(1, marked.reduce(0) { $0 + $1.width }))
  }

  private struct NearbyCells {
    var cells: [DisplayCell]
    /// The first cell of the underline.
    var focus: Int
    var start: Int
    var end: Int
    var isCut: Bool
  }

  private func nearbyCells(_ line: Range<Int>, _ underlined: Range<Int>) -> NearbyCells {
    var start = max(line.lowerBound, underlined.lowerBound - Self.nearbyBytes)
    while start > line.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let limit = min(line.upperBound, underlined.lowerBound + Self.nearbyBytes)
    var cells: [DisplayCell] = []
    var column = 0
    var offset = start
    while offset < limit {
      let cell = DisplayCell(bytes, at: offset, end: line.upperBound, column: column)
      cells.append(cell)
      column += cell.width
      offset += cell.length
    }
    return NearbyCells(
      cells: cells, focus: cells.firstIndex { $0.offset + $0.length > underlined.lowerBound } ?? cells.count,
      start: start, end: offset, isCut: start > line.lowerBound || offset < line.upperBound)
  }
}
