import Checksums
import Testing

@Suite struct SHA256BatchTests {
  /// Every length round the ends of blocks and of the library's lanes, beside each other in many orders.
  @Test(arguments: [1, 3, 4, 7, 8, 16, 17, 33])
  func digestsAreThoseOfEachText(_ count: Int) {
    let lengths = [
      0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 1_000, 28_000, 65_534, 65_535, 65_536, 70_001, 200_000,
    ]
    for turn in lengths.indices {
      let texts = (0..<count).map { place -> [UInt8] in
        let length = lengths[(place * 5 + turn) % lengths.count]
        return (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ place &* 7 &+ turn) }
      }
      #expect(digests(texts) == texts.map { $0.withUnsafeBytes { SHA256Digest(of: $0) } }, "turn \(turn)")
    }
  }

  @Test func manyThreadsGetTheirOwn() async {
    let found = await withTaskGroup(of: Bool.self) { group in
      for thread in 0..<8 {
        group.addTask {
          (0..<50).allSatisfy { round in
            let texts = (0..<24).map {
              [UInt8](repeating: UInt8(thread * 16 + round % 16), count: 100 * $0 + round)
            }
            return digests(texts) == texts.map { $0.withUnsafeBytes { SHA256Digest(of: $0) } }
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(found == [Bool](repeating: true, count: 8))
  }

  @Test func nothingHasNoDigests() {
    #expect(SHA256Batch().digests() == [])
  }

  /// Enough is a matter of count or of size.
  @Test func isFullWhenLanesAre() {
    var many = SHA256Batch()
    for _ in 0..<15 { [UInt8](repeating: 7, count: 10).withUnsafeBytes { many.add($0) } }
    #expect(!many.isFull)
    [UInt8(7)].withUnsafeBytes { many.add($0) }
    #expect(many.isFull)
    var large = SHA256Batch()
    [UInt8](repeating: 7, count: 1 << 19).withUnsafeBytes { large.add($0) }
    #expect(large.isFull)
  }
}

private func digests(_ texts: [[UInt8]]) -> [SHA256Digest] {
  var batch = SHA256Batch()
  for text in texts { text.withUnsafeBytes { batch.add($0) } }
  return batch.digests()
}
