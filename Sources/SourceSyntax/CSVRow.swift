public import Diagnostics

/// One row of a CSV file.
///
/// A cell of it is a text of its own; what a row offers besides makes none.
public struct CSVRow: RandomAccessCollection, Sendable {
  @usableFromInline let texts: CSVTexts
  @usableFromInline let start: Int

  init(_ texts: CSVTexts, start: Int) {
    self.texts = texts
    self.start = start
  }

  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { texts.width }

  public subscript(column: Int) -> CSVCell {
    CSVCell(text: text(of: column), range: range(of: column))
  }

  /// Whether a cell has no text.
  @inlinable public func isEmpty(_ column: Int) -> Bool { spot(column).text.isEmpty }

  /// A cell's text.
  public func text(of column: Int) -> String {
    withBytes(of: column) { String(decoding: $0, as: UTF8.self) }
  }

  /// Where a cell stands.
  public func range(of column: Int) -> SourceRange {
    sourceRange(spot(column).place, lineStarts: texts.lineStarts)
  }

  /// Hands over the bytes of a cell's text.
  @inlinable public func withBytes<Result>(
    of column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    texts.bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[spot(column).text])) }
  }

  /// Hands over the file's bytes from the first cell up to another.
  public func withBytes(before column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    let bytes = spot(0).place.lowerBound..<spot(column).place.lowerBound
    texts.bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[bytes])) }
  }

  @inlinable func spot(_ column: Int) -> CSVSpot {
    precondition(column >= 0 && column < texts.width, "no such column")
    return texts.cells[start + column]
  }
}

/// What the rows of a file share.
@usableFromInline final class CSVTexts: Sendable {
  /// The file's, and after them the texts that do not stand in it as they are.
  @usableFromInline let bytes: [UInt8]
  /// The cells of all rows, one after the other.
  @usableFromInline let cells: [CSVSpot]
  @usableFromInline let width: Int

  let lineStarts: [Int]

  init(bytes: [UInt8], cells: [CSVSpot], width: Int, lineStarts: [Int]) {
    self.bytes = bytes
    self.cells = cells
    self.width = width
    self.lineStarts = lineStarts
  }
}
