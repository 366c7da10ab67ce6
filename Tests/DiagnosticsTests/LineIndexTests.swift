import Diagnostics
import Testing

struct LineIndexTests {
  @Test(arguments: [
    ("", 0, 1, 1), ("abc", 2, 1, 3), ("a\nb", 1, 1, 2), ("a\nb", 2, 2, 1), ("a\r\nb", 3, 2, 1),
    ("a\r\nb", 2, 1, 3),
    ("a\rb", 2, 2, 1), ("a\r", 2, 2, 1), ("\n\n\n", 3, 4, 1), ("\r\r\n\r", 3, 3, 1), ("é\u{2028}b", 5, 1, 6),
  ])
  func countsLinesAsEditorsDo(text: String, offset: Int, line: Int, column: Int) {
    let position = Array(text.utf8).withUnsafeBufferPointer { LineIndex($0).position(of: offset) }
    #expect(position == SourceRange.Position(line: line, column: column))
  }

  @Test func givesALineBack() {
    Array("ab\r\ncd\n".utf8).withUnsafeBufferPointer {
      let index = LineIndex($0, firstLine: 5)
      #expect((4...8).map { index.offsets(ofLine: $0) } == [nil, 0..<4, 4..<7, 7..<7, nil])
    }
  }
}
