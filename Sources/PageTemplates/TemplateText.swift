import Diagnostics

/// A template's bytes, and the way from a byte to its line and column.
struct TemplateText {
  let path: String
  let bytes: [UInt8]
  /// Where the text begins: after a byte order mark.
  let start: Int
  /// The first bytes that are not UTF-8.
  let invalidByte: Range<Int>?

  init(_ source: TemplateSource) {
    path = source.path
    bytes = source.bytes
    start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    do {
      _ = try UTF8Span(validating: source.bytes.span)
      invalidByte = nil
    } catch {
      invalidByte = error.byteOffsets
    }
  }

  /// A range of bytes as lines and columns.
  func place(_ range: Range<Int>) -> Place {
    Place(path, SourceRange(start: position(range.lowerBound), end: position(range.upperBound)))
  }

  private func position(_ offset: Int) -> SourceRange.Position {
    let before = bytes[..<offset]
    let line = before.count { $0 == 10 }
    let lineStart = before.lastIndex(of: 10).map { $0 + 1 } ?? start
    return SourceRange.Position(line: line + 1, column: offset - lineStart + 1)
  }
}
