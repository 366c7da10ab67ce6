import Diagnostics
import ReleaseFormat
import ReleaseModel
import TestSupport
import Testing

/// Random damage to a good site: whatever the bytes, loading ends, says where the damage is and says it again.
struct DamagedSiteTests {
  @Test(arguments: 1...150)
  func damageIsReportedTheSameTwice(seed: UInt64) throws {
    var random = SeededRandom(state: seed)
    var files = hemaCareSite.mapValues { Array($0.utf8) }
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let path = try #require(files.keys.sorted().randomElement(using: &random))
      files[path] = random.damaged(files[path] ?? [])
    }
    let source = memorySite(files)
    let (first, second) = (loadArchive(source), loadArchive(source))
    #expect(first.diagnostics == second.diagnostics)
    #expect(first.archive.releases.map(\.folder) == second.archive.releases.map(\.folder))
    for diagnostic in first.diagnostics {
      let place = try #require(diagnostic.place)
      let file = try #require(files[place.path])
      guard let range = place.range else { continue }
      let lines = Int32(file.count { $0 == 10 || $0 == 13 } + 1)
      #expect(range.start <= range.end)
      #expect((1...lines).contains(range.start.line))
      #expect(range.start.column >= 1)
    }
  }
}

extension SeededRandom {
  /// The bytes with a part deleted, doubled or overwritten by something that formats care about.
  fileprivate mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let start = Int.random(in: 0...bytes.count, using: &self)
    let end = Swift.min(bytes.count, start + Int.random(in: 0...20, using: &self))
    switch Int.random(in: 0..<3, using: &self) {
    case 0: bytes.removeSubrange(start..<end)
    case 1: bytes.insert(contentsOf: bytes[start..<end], at: end)
    default:
      let pieces = [
        "\"", ",", "\n", ": ", "- ", "\t", "—", "(", "{", "[", "2003-11-31", "-", "\u{0}", "é", "#",
        "9999999999",
      ]
      bytes.replaceSubrange(start..<end, with: Array((pieces.randomElement(using: &self) ?? "").utf8))
    }
    return bytes
  }
}
