import ReleaseFormat

/// A site held in memory: its files by path.
func memorySite(_ files: [String: String]) -> SiteSource {
  memorySite(files.mapValues { Array($0.utf8) })
}

/// A site held in memory, byte for byte.
func memorySite(_ files: [String: [UInt8]]) -> SiteSource {
  SiteSource(
    files: files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { SiteSource.File(path: $0.key, size: $0.value.count) },
    read: { path in files[path].map { .success($0) } ?? .failure(.init(reason: "no such file")) },
    zone: { name in testZones[name].map { zoneFile(footer: $0) } })
}

/// The zones of the tests: rules that their clocks have followed all along.
private let testZones = [
  "America/New_York": "EST5EDT,M3.2.0,M11.1.0",
  "America/Los_Angeles": "PST8PDT,M3.2.0,M11.1.0",
  "America/Denver": "MST7MDT,M3.2.0,M11.1.0",
  "Europe/Berlin": "CET-1CEST,M3.5.0,M10.5.0/3",
  "EST": "EST5", "MST": "MST7", "HST": "HST10", "America/Phoenix": "MST7", "MET": "MET-1",
  "CET": "CET-1CEST,M3.5.0,M10.5.0/3",
]

/// A TZif file of version 2 (RFC 8536, section 3) without transitions, whose footer has the rule.
private func zoneFile(footer: String) -> [UInt8] {
  func header(types: UInt8) -> [UInt8] {
    Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
      + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, types, 0, 0, 0, types * 4]
  }
  let type: [UInt8] = [0, 0, 0, 0, 0, 0] + Array("LMT\0".utf8)
  return header(types: 1) + type + header(types: 1) + type + Array("\n\(footer)\n".utf8)
}
