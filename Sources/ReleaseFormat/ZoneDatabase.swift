import CivilTime
import Synchronization

/// The zones a site names, each read from the system's database once.
struct ZoneDatabase: Sendable {
  private let read: ReadZones
  /// The zone of the company that is read about, where it is known.
  private(set) var home: Zone?

  init(source: @escaping @Sendable (String) -> [UInt8]?) { read = ReadZones(source: source) }

  /// The zone of that name; `nil` when the database has none.
  func zone(_ name: String) -> Zone? {
    if name == "UTC" { return .utc }
    return isZoneName(name) ? read.zone(name) : nil
  }

  /// The same zones, for what a company in one of them writes.
  func at(home name: String?) -> ZoneDatabase {
    var zones = self
    zones.home = name.flatMap(zone)
    return zones
  }
}

private final class ReadZones: Sendable {
  private let source: @Sendable (String) -> [UInt8]?
  private let zones = Mutex<[String: Zone?]>([:])

  init(source: @escaping @Sendable (String) -> [UInt8]?) { self.source = source }

  func zone(_ name: String) -> Zone? {
    zones.withLock { zones in
      if let known = zones[name] { return known }
      let zone = source(name).flatMap { Zone(name: name, tzif: $0) }
      zones[name] = .some(zone)
      return zone
    }
  }
}

/// Whether a name can be in the database at all: `America/New_York`, but no path that climbs out of it.
private func isZoneName(_ name: String) -> Bool {
  guard name.utf8.count <= 64, name.utf8.first.map(isLetter) ?? false else { return false }
  return name.utf8.allSatisfy { byte in
    isLetter(byte) || isDigit(byte) || "/_+-".utf8.contains(byte)
  }
}
