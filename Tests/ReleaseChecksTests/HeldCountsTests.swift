import TestSupport
import Testing

@testable import ReleaseChecks

/// Counts of rules that held come back as they were kept.
struct HeldCountsTests {
  @Test(arguments: 1...50) func comeBack(seed: UInt64) {
    var random = SeededRandom(state: seed)
    let counts = archiveCheckCodes.map { _ in
      UInt32.random(in: 0...(.max >> UInt32.random(in: 0...31, using: &random)), using: &random)
    }
    let kept = HeldCounts(counts)
    #expect(kept.all == counts)
    #expect(HeldCounts(bytes: kept.bytes) == kept)
    #expect(kept.sum == counts.reduce(0) { $0 + Int($1) })
  }

  @Test func countsOfNothingTakeNoRoom() {
    #expect(HeldCounts(archiveCheckCodes.map { _ in 0 }).bytes == [])
    #expect(HeldCounts(bytes: [])?.all == archiveCheckCodes.map { _ in 0 })
  }

  @Test func damagedCountsAreNone() {
    #expect(HeldCounts(bytes: [0x80]) == nil)
    #expect(HeldCounts(bytes: [1, 0xFF]) == nil)
    #expect(HeldCounts(bytes: [0x80, 0x80, 0x80, 0x80, 0x80, 1]) == nil)
    #expect(HeldCounts(bytes: [UInt8](repeating: 1, count: archiveCheckCodes.count + 1)) == nil)
    #expect(HeldCounts(bytes: [0xFF, 0xFF, 0xFF, 0xFF, 0x0F])?.all.first == .max)
  }
}
