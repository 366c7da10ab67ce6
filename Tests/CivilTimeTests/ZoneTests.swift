import Testing

@testable import CivilTime

struct ZoneTests {
  @Test(arguments: [
    ("1800-01-01T00:00Z", -17_762, "LMT"),
    ("1960-01-01T00:00Z", -18_000, "EST"),
    ("2003-04-06T06:59:59Z", -18_000, "EST"),
    ("2003-04-06T07:00:00Z", -14_400, "EDT"),
    ("2003-10-26T05:59:59Z", -14_400, "EDT"),
    ("2003-10-26T06:00:00Z", -18_000, "EST"),
    ("2010-03-14T06:59:59Z", -18_000, "EST"),
    ("2010-03-14T07:00:00Z", -14_400, "EDT"),
    ("2010-11-07T06:00:00Z", -18_000, "EST"),
    ("2099-07-01T12:00:00Z", -14_400, "EDT"),
  ])
  func knowsTheOffsetOfNewYork(moment: String, seconds: Int, name: String) throws {
    let offset = Zone.newYork.offset(at: try #require(Instant(rfc3339: moment)))
    #expect(offset.seconds == seconds)
    #expect(offset.abbreviation == name)
    #expect(offset.isDaylight == (name == "EDT"))
  }

  @Test(arguments: [
    ("2003-11-14T16:30", ["2003-11-14T21:30:00Z"], "one"),
    ("2003-11-21T24:00", ["2003-11-22T05:00:00Z"], "one"),
    ("2003-04-06T02:30", ["2003-04-06T07:00:00Z"], "skipped"),
    ("2003-04-06T03:00", ["2003-04-06T07:00:00Z"], "one"),
    ("2003-04-06T01:59", ["2003-04-06T06:59:00Z"], "one"),
    ("2003-10-26T01:30", ["2003-10-26T05:30:00Z", "2003-10-26T06:30:00Z"], "ambiguous"),
    ("2010-03-14T02:30", ["2010-03-14T07:00:00Z"], "skipped"),
    ("2010-11-07T01:30", ["2010-11-07T05:30:00Z", "2010-11-07T06:30:00Z"], "ambiguous"),
    ("2010-11-07T02:00", ["2010-11-07T07:00:00Z"], "one"),
    ("2010-11-07T00:59", ["2010-11-07T04:59:00Z"], "one"),
  ])
  func resolvesTheClocksOfNewYork(local: String, moments: [String], kind: String) throws {
    let local = try #require(LocalTime(iso: local))
    #expect(spelled(Zone.newYork.resolve(local)) == ([kind] + moments).joined(separator: " "))
  }

  @Test(arguments: [
    ("2010-01-15T12:00", "one 2010-01-15T01:00:00Z"),
    ("2010-07-15T12:00", "one 2010-07-15T02:00:00Z"),
    ("2010-10-03T02:30", "skipped 2010-10-02T16:00:00Z"),
    ("2010-04-04T02:30", "ambiguous 2010-04-03T15:30:00Z 2010-04-03T16:30:00Z"),
  ])
  func resolvesTheClocksOfTheSouth(local: String, resolution: String) throws {
    let local = try #require(LocalTime(iso: local))
    #expect(spelled(Zone.sydney.resolve(local)) == resolution)
  }

  @Test(arguments: [
    ("MST7", -25_200, "MST"), ("<+0530>-5:30", 19_800, "+0530"), ("<-03>3", -10_800, "-03"),
    ("JST-9", 32_400, "JST"),
  ])
  func fixedZonesHaveOneOffset(footer: String, seconds: Int, name: String) throws {
    let zone = try #require(Zone(name: "x", tzif: zoneFile(types: [(seconds, false, name)], footer: footer)))
    for moment in ["1960-01-01T00:00Z", "2003-07-01T00:00Z", "2090-01-01T00:00Z"] {
      let offset = zone.offset(at: try #require(Instant(rfc3339: moment)))
      #expect(offset == Zone.Offset(seconds: seconds, abbreviation: name, isDaylight: false))
    }
  }

  @Test func utcNeedsNoFile() throws {
    let local = try #require(LocalTime(iso: "2003-11-14T16:30"))
    #expect(spelled(Zone.utc.resolve(local)) == "one 2003-11-14T16:30:00Z")
  }

  /// Dublin's standard time is its summer's; Nuuk changes its clocks the evening before; Gaza counts past 24:00.
  @Test(arguments: [
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "2010-07-01T12:00Z", 3600, "IST"),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "2010-01-01T12:00Z", 0, "GMT"),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2010-03-28T00:59:59Z", -7200, "-02"),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2010-03-28T01:00:00Z", -3600, "-01"),
    ("EET-2EEST,M3.4.4/50,M10.4.4/50", "2010-03-26T23:59:59Z", 7200, "EET"),
    ("EET-2EEST,M3.4.4/50,M10.4.4/50", "2010-03-27T00:00:00Z", 10_800, "EEST"),
  ])
  func readsTheRulesOfTheDatabase(footer: String, moment: String, seconds: Int, name: String) throws {
    let zone = try #require(Zone(name: "x", tzif: zoneFile(types: [(0, false, "X")], footer: footer)))
    let offset = zone.offset(at: try #require(Instant(rfc3339: moment)))
    #expect(offset.seconds == seconds)
    #expect(offset.abbreviation == name)
  }

  @Test(arguments: [
    "", "5", "E5", "EST", "EST5EDT", "EST5EDT,M3.2.0", "EST5EDT,M13.2.0,M11.1.0", "EST5EDT,M3.6.0,M11.1.0",
    "EST5EDT,M3.2.7,M11.1.0", "EST5EDT,J60,J300", "<EST5", "EST9223372036854775807", "EST168",
    "EST5EDT,M3.2.0/999,M11.1.0",
  ])
  func passesOverRulesThatAreNone(footer: String) {
    #expect(PosixZoneRule(footer) == nil)
  }

  @Test func refusesBytesThatAreNoZoneFile() {
    let file = zoneFile(
      types: [(-18_000, false, "EST"), (-14_400, true, "EDT")], transitions: [(0, 1), (100, 0)],
      footer: "EST5EDT,M3.2.0,M11.1.0")
    #expect(Zone(name: "x", tzif: file) != nil)
    let footer = "EST5EDT,M3.2.0,M11.1.0".utf8.count + 2
    for length in 0..<(file.count - footer) {
      #expect(Zone(name: "x", tzif: Array(file.prefix(length))) == nil)
    }
    // Version 1, a transition to a type that is not there, times beyond reason.
    var old = file
    old[4] = 0
    #expect(Zone(name: "x", tzif: old) == nil)
    for transition in [(Int64(0), UInt8(9)), (.min, 0), (.max, 0)] {
      let bytes = zoneFile(types: [(0, false, "X")], transitions: [transition], footer: "")
      #expect(Zone(name: "x", tzif: bytes) == nil)
    }
  }

  @Test func keepsItsRuleAfterATransitionFarAway() throws {
    for at in [Int64(-1) << 59, 4_200_000_000] {
      let bytes = zoneFile(
        types: [(-18_000, false, "EST")], transitions: [(at, 0)], footer: "EST5EDT,M3.2.0,M11.1.0")
      let zone = try #require(Zone(name: "x", tzif: bytes))
      let summer = try #require(Instant(rfc3339: at < 0 ? "2010-07-01T00:00Z" : "2104-07-01T00:00Z"))
      #expect(zone.offset(at: summer).abbreviation == (at < 0 ? "EDT" : "EST"))
    }
  }

  private func spelled(_ resolution: Zone.Resolution) -> String {
    switch resolution {
    case .one(let moment): "one \(moment)"
    case .skipped(let moment): "skipped \(moment)"
    case .ambiguous(let first, let second): "ambiguous \(first) \(second)"
    }
  }
}
