public import Diagnostics

/// A CSV file as spreadsheets export it (RFC 4180): a header and rows of the same width.
public struct CSVTable: Sendable {
  public var header: [CSVCell]
  public var rows: [CSVRow]
}

/// One cell with its text, unquoted and without the spaces round it, and its place in the file.
///
/// The range covers the quotation marks; a cell without text has an empty range.
public struct CSVCell: Hashable, Sendable {
  public var text: String
  public var range: SourceRange

  public init(text: String, range: SourceRange) {
    self.text = text
    self.range = range
  }
}

/// Reads a CSV file; LF, CRLF and CR end a line, blank lines are passed over.
///
/// A row of nothing but separators is blank. Spaces, tabs and no-break spaces round a cell's text are left
/// out, inside quotation marks too, where spreadsheets put those of their number formats; a line end inside
/// a quoted cell is read as LF. Unclosed quotes, text after a closing quote and rows of another width than
/// the header are diagnostics; such rows are left out. `nil` when there is no header, when the cells are
/// not separated by commas, and above 200,000 cells.
public func parseCSV(_ source: SourceText, diagnostics: inout [Diagnostic]) -> CSVTable? {
  source.bytes.withUnsafeBufferPointer { bytes in
    var reading = CSVReading(source, bytes)
    defer { diagnostics += reading.diagnostics }
    return reading.table(source.bytes)
  }
}

/// More cells than any statement has.
private let maximumCells = 200_000
/// More periods than any statement has; every column is held against every other one.
private let maximumColumns = 1000
/// How many rows that are left out are pointed at one by one.
private let maximumRowFindings = 20

private struct CSVReading {
  var path: String
  var scanner: CSVScanner
  /// Of the header and of the rows that are as wide, one after the other.
  var cells: [CSVSpot] = []
  var diagnostics: [Diagnostic] = []
  var rowsLeftOut = 0

  init(_ source: SourceText, _ bytes: UnsafeBufferPointer<UInt8>) {
    path = source.path
    scanner = CSVScanner(bytes)
    cells.reserveCapacity(min(bytes.count / 8, 1024))
  }

  /// - Parameter bytes: the file's.
  mutating func table(_ bytes: [UInt8]) -> CSVTable? {
    if let separator = scanner.foreignSeparator() {
      report(separator)
      return nil
    }
    let width = rows()
    if rowsLeftOut > maximumRowFindings {
      let more = rowsLeftOut - maximumRowFindings
      diagnostics[maximumRowFindings - 1].notes.append(
        "\(more) more \(more == 1 ? "row" : "rows") of this file cannot be read either")
    }
    guard let width else { return nil }
    let texts = CSVTexts(
      bytes: scanner.rewritten.isEmpty ? bytes : bytes + scanner.rewritten, cells: cells, width: width,
      lineStarts: scanner.lineStarts)
    let rows = stride(from: width, to: cells.count, by: width).map { CSVRow(texts, start: $0) }
    return CSVTable(header: Array(CSVRow(texts, start: 0)), rows: rows)
  }

  /// Reads the cells of the header and of all rows as wide as it; returns how wide, or `nil` where there is nothing
  /// to go by.
  private mutating func rows() -> Int? {
    var cellsLeft = maximumCells
    var width: Int?
    while let row = scanner.row(limit: cellsLeft, to: &cells) {
      switch row.problem {
      case .textAfterQuote? where width != nil:
        leaveOut(row) { $0.report(row.problem) }
        continue
      case .unclosedQuote?:
        report(row.problem)
        cells.removeSubrange(row.cells)
        return width
      case .some:
        report(row.problem)
        return nil
      case nil: break
      }
      if cells[row.cells].allSatisfy({ $0.text.isEmpty }) {
        cells.removeSubrange(row.cells)
        continue
      }
      cellsLeft -= row.cells.count
      guard let columns = width else {
        guard row.cells.count <= maximumColumns else {
          diagnostics.append(
            Diagnostic(
              .oversizedCSV, "the file has \(row.cells.count) columns; at most \(maximumColumns) are read",
              at: Place(path, SourceRange(line: 1, column: 1, length: 0))))
          return nil
        }
        width = row.cells.count
        continue
      }
      if row.cells.count != columns { leaveOut(row) { $0.reportRagged(row, columns: columns) } }
    }
    if width == nil {
      diagnostics.append(
        Diagnostic(
          .missingHeader, "the file is empty; its first row names the columns",
          at: Place(path, SourceRange(line: 1, column: 1, length: 0))))
    }
    return width
  }

  /// Counts a row that is left out and says why, unless many have been named already.
  private mutating func leaveOut(_ row: CSVRowRange, _ report: (inout CSVReading) -> Void) {
    rowsLeftOut += 1
    if rowsLeftOut <= maximumRowFindings { report(&self) }
    cells.removeSubrange(row.cells)
  }

  private mutating func reportRagged(_ row: CSVRowRange, columns: Int) {
    let (found, expected) = (row.cells.count, columns)
    let start =
      found > expected ? cells[row.cells.lowerBound + expected].place.lowerBound : row.place.lowerBound
    let range = sourceRange(start..<row.place.upperBound, lineStarts: scanner.lineStarts)
    diagnostics.append(
      Diagnostic(
        .raggedRow, "this row has \(counted(found)), the header has \(expected)", at: Place(path, range),
        label: found > expected
          ? "\(counted(found - expected)) too many" : "\(counted(expected - found)) missing",
        hints: found > expected
          ? [
            quotingHint(row, columns: columns)
              ?? "put a cell that holds a comma in quotation marks: \"6,980\""
          ]
          : ["a figure that was not reported is an empty cell: add the missing commas"]))
  }

  /// The row as it should be, where it is plain which of its cells are parts of one; `nil` elsewhere.
  private func quotingHint(_ row: CSVRowRange, columns: Int) -> String? {
    let texts = scanner.texts(of: cells[row.cells])
    guard let joined = joinedCells(texts, columns: columns) else { return nil }
    let quoted = joined.filter(\.isJoined).map { "\"\($0.text)\"" }
    let line = joined.map { $0.isJoined || $0.text.contains(",") ? "\"\($0.text)\"" : $0.text }
    return "put \(quoted.joined(separator: " and ")) in quotation marks: \(line.joined(separator: ","))"
  }

  private mutating func report(_ problem: CSVProblem?) {
    guard let problem else { return }
    let place = Place(path, problem.range)
    switch problem {
    case .unclosedQuote:
      diagnostics.append(
        Diagnostic(
          .unclosedCSVQuote, "this quotation mark is never closed", at: place,
          notes: ["the rows from here on are not read"],
          hints: ["close the cell with '\"'; inside it, a quotation mark is written twice"]))
    case .textAfterQuote:
      diagnostics.append(
        Diagnostic(
          .textAfterQuote, "after a quoted cell comes a comma or the end of the line", at: place,
          hints: ["inside a quoted cell, a quotation mark is written twice: \"\""]))
    case .foreignSeparator(_, let name):
      diagnostics.append(
        Diagnostic(
          .foreignSeparator, "the cells are separated by \(name)s; CSV files use commas", at: place,
          hints: ["export the file as comma-separated CSV, with points in the decimals"]))
    case .tooManyCells:
      diagnostics.append(
        Diagnostic(.oversizedCSV, "the file has more than 200,000 cells", at: place))
    }
  }
}

private func counted(_ cells: Int) -> String { cells == 1 ? "1 cell" : "\(cells) cells" }
