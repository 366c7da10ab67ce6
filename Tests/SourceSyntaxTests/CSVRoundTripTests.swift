import Diagnostics
import SourceSyntax
import TestSupport
import Testing

/// Random tables written as CSV in random dialects come back as they were.
struct CSVRoundTripTests {
  @Test(arguments: 1...60)
  func randomTablesComeBack(seed: UInt64) {
    var random = SeededRandom(state: seed)
    let width = Int.random(in: 1...6, using: &random)
    let lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &random)!
    let rows = (0..<Int.random(in: 1...12, using: &random)).map { _ in
      (0..<width).map { column in column == 0 ? "x" + word(&random) : word(&random) }
    }
    let text = rows.map { $0.map { encoded($0, &random) }.joined(separator: ",") + lineEnd }.joined()
    let (table, diagnostics) = csv(text)
    #expect(table?.texts == rows)
    #expect(diagnostics.isEmpty)

    // What a row tells of its cells without making texts is the same.
    for row in table?.rows ?? [] {
      for (column, cell) in row.enumerated() {
        #expect(row.isEmpty(column) == cell.text.isEmpty)
        #expect(row.text(of: column) == cell.text)
        #expect(row.range(of: column) == cell.range)
        #expect(row.withBytes(of: column) { Array($0) } == Array(cell.text.utf8))
      }
    }

    // The bytes at each range are the cell as it was written.
    let lines = starts(of: text)
    for cell in (table?.rows ?? []).joined() {
      let bytes = Array(text.utf8)[offset(cell.range.start, lines)..<offset(cell.range.end, lines)]
      let written = String(decoding: bytes, as: UTF8.self)
      #expect(csv("a,b\n\(written),x\n").table?.rows.first?.first?.text == cell.text)
    }
  }

  private func word(_ random: inout SeededRandom) -> String {
    let pieces = ["6,980", "é", "\"", "a", "b c", "—", "\n", "😀", "(176)", "'", ""]
    let text = (0..<Int.random(in: 0...4, using: &random)).map { _ in pieces.randomElement(using: &random)! }
    return text.joined()
  }

  private func encoded(_ cell: String, _ random: inout SeededRandom) -> String {
    let needsQuotes = cell.utf8.contains { [UInt8(ascii: ","), UInt8(ascii: "\""), 10].contains($0) }
    let spaces = ["", "", " ", "\u{A0}"].randomElement(using: &random)!
    guard needsQuotes || Bool.random(using: &random) else { return spaces + cell + spaces }
    let doubled = cell.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
    return spaces + "\"" + doubled + "\"" + spaces
  }

  private func starts(of text: String) -> [Int] {
    let bytes = Array(text.utf8)
    let ends = bytes.indices.filter { index in
      bytes[index] == 10 || (bytes[index] == 13 && (index + 1 == bytes.count || bytes[index + 1] != 10))
    }
    return [0] + ends.map { $0 + 1 }
  }

  private func offset(_ position: SourceRange.Position, _ starts: [Int]) -> Int {
    starts[Int(position.line) - 1] + Int(position.column) - 1
  }
}
