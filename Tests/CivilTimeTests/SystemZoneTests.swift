import Glibc
import Testing

@testable import CivilTime

/// The zone files of this machine agree with the ones built for the tests.
@Suite(.enabled(if: access("/usr/share/zoneinfo/UTC", R_OK) == 0, "the zone database is not installed"))
struct SystemZoneTests {
  @Test(arguments: [
    ("America/New_York", "2003-11-14T16:30", "2003-11-14T21:30:00Z"),
    ("America/Los_Angeles", "2003-11-14T05:30", "2003-11-14T13:30:00Z"),
    ("America/New_York", "2030-07-01T12:00", "2030-07-01T16:00:00Z"),
    ("Europe/London", "2003-08-01T12:00", "2003-08-01T11:00:00Z"),
    ("Asia/Kolkata", "2003-08-01T12:00", "2003-08-01T06:30:00Z"),
    ("Australia/Sydney", "2030-01-01T12:00", "2030-01-01T01:00:00Z"),
  ])
  func readsTheDatabaseOfTheSystem(name: String, local: String, moment: String) throws {
    let bytes = try #require(contents("/usr/share/zoneinfo/" + name))
    let zone = try #require(Zone(name: name, tzif: bytes))
    let expected = try #require(Instant(rfc3339: moment))
    let local = try #require(LocalTime(iso: local))
    #expect(zone.resolve(local) == .one(expected))
  }

  private func contents(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes.prefix(count))
  }
}
