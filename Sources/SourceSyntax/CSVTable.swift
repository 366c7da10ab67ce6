public import Diagnostics

/// A CSV file as spreadsheets export it (RFC 4180): a header and rows of the same width.
public struct CSVTable: Sendable {
  public var header: [CSVCell]
  public var rows: [[CSVCell]]

  public init(header: [CSVCell], rows: [[CSVCell]]) {
    self.header = header
    self.rows = rows
  }
}

/// One cell with its text, unquoted and without the spaces round it, and its place in the file.
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
/// Unclosed quotes, text after a closing quote and rows of another width than the header are diagnostics;
/// such rows are left out. `nil` when there is no header.
public func parseCSV(_ source: SourceText, diagnostics: inout [Diagnostic]) -> CSVTable? {
  nil
}
