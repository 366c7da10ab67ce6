import TestSupport
import Testing

@testable import SourceSyntax

/// Texts are checked a run at a time, and found to be what they are as a whole.
struct EncodingProblemTests {
  @Test(arguments: 1...40)
  func findsTheFirstBadByteOfRandomTexts(seed: UInt64) {
    let pieces: [[UInt8]] = [
      Array("a longer run of plain text".utf8), Array("é".utf8), Array("—".utf8), Array("😀".utf8), [0x0A],
      [0xC3],
      [0xE2, 0x80], [0x80], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x98], [0xFF],
    ]
    var random = SeededRandom(state: seed)
    for _ in 0..<200 {
      let bytes = (0..<random.below(9)).flatMap { _ in
        pieces[random.below(3) > 0 ? random.below(5) : random.below(pieces.count)]
      }
      guard bytes.prefix(2) != [0xFF, 0xFE], bytes.prefix(2) != [0xFE, 0xFF] else { continue }
      let problem = bytes.withUnsafeBufferPointer { EncodingProblem($0) }
      do {
        _ = try UTF8Span(validating: bytes.span)
        #expect(problem == nil)
      } catch {
        #expect(problem?.kind == .invalid)
        #expect(problem?.offsets == error.byteOffsets)
      }
    }
  }
}
