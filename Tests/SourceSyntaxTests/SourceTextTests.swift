import Diagnostics
import SourceSyntax
import Testing

struct SourceTextTests {
  @Test(arguments: [
    ([UInt8]("a é 😀\n".utf8), "a é 😀\n"),
    ([0xEF, 0xBB, 0xBF] + [UInt8]("a".utf8), "a"),
    ([0xEF, 0xBB, 0xBF], ""),
    ([], ""),
  ])
  func takesTheByteOrderMarkOff(bytes: [UInt8], text: String) {
    var diagnostics: [Diagnostic] = []
    let decoded = decodeSource(path: "a", bytes: bytes, diagnostics: &diagnostics)
    #expect(decoded.map { String(decoding: $0.bytes, as: UTF8.self) } == text)
    #expect(diagnostics.isEmpty)
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x61, 0x00], "S002 1:1-1:3"),
      ([0xFE, 0xFF, 0x00, 0x61], "S002 1:1-1:3"),
      ([0x61, 0x00, 0x2C, 0x00, 0x62, 0x00], "S002 1:1-1:3"),
      ([0x00, 0x61, 0x00, 0x2C, 0x00, 0x62], "S002 1:1-1:3"),
      ([0x61, 0x0A, 0x62, 0x00, 0x63, 0x63, 0x63, 0x63], "S003 2:2-2:3"),
      ([0x61, 0x0A, 0xC3, 0xA9, 0x93, 0x63], "S001 2:3-2:4"),
      ([0xEF, 0xBB, 0xBF, 0x61, 0xE9, 0x62], "S001 1:2-1:3"),
      ([0x61, 0x0D, 0x0A, 0x62, 0xC3], "S001 2:2-2:3"),
      // An overlong slash, a surrogate, a scalar beyond Unicode.
      ([0x61, 0xC0, 0xAF], "S001 1:2-1:3"),
      ([0x61, 0xED, 0xA0, 0x80], "S001 1:2-1:3"),
      ([0xF4, 0x90, 0x80, 0x80], "S001 1:1-1:2"),
    ] as [([UInt8], String)])
  func pointsAtTheFirstBadByte(bytes: [UInt8], finding: String) {
    var diagnostics: [Diagnostic] = []
    #expect(decodeSource(path: "a", bytes: bytes, diagnostics: &diagnostics) == nil)
    #expect(spelled(diagnostics) == [finding])
  }

  @Test func namesTheByteAndTheWayOut() {
    var diagnostics: [Diagnostic] = []
    _ = decodeSource(path: "a", bytes: [0x61, 0x93], diagnostics: &diagnostics)
    #expect(diagnostics.map(\.message) == ["the byte 0x93 is not UTF-8 here"])
    #expect(
      diagnostics.map(\.hints) == [["save the file as UTF-8; it may be Windows-1252 or ISO 8859-1 now"]])
  }
}
