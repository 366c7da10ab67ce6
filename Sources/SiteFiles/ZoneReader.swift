import CXXHash
import Synchronization

/// Reads zones from the system's database and keeps in mind which: the database is updated several times a
/// year, and a build with new rules can make another site.
final class ZoneReader: Sendable {
  private let read = Mutex<[String: Int64]>([:])

  /// The TZif bytes of a zone, or `nil` when the database has none of that name.
  func read(_ name: String) -> [UInt8]? {
    let bytes = zoneBytes(name)
    read.withLock { $0[name] = zoneHash(bytes) }
    return bytes
  }

  /// The zones read so far, ordered by name.
  var zones: [BuildRecord.Zone] {
    read.withLock { $0.sorted { $0.key < $1.key } }.map { BuildRecord.Zone(name: $0.key, hash: $0.value) }
  }
}

extension BuildRecord.Zone {
  /// Whether the database says of the zone what it said then.
  var isCurrent: Bool { zoneHash(zoneBytes(name)) == hash }
}

/// The XXH3 of a zone's file; 0 where there is none.
private func zoneHash(_ bytes: [UInt8]?) -> Int64 {
  guard let bytes else { return 0 }
  return Int64(bitPattern: bytes.withUnsafeBytes { XXH3_64bits($0.baseAddress, $0.count) })
}
