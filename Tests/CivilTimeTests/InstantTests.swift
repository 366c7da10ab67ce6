import CivilTime
import Testing

struct InstantTests {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00Z", 0, "1970-01-01T00:00:00Z"),
      ("1969-12-31T23:59:59Z", -1, "1969-12-31T23:59:59Z"),
      ("2003-11-14T16:30:00-05:00", 1_068_845_400, "2003-11-14T21:30:00Z"),
      ("2003-11-14T21:30Z", 1_068_845_400, "2003-11-14T21:30:00Z"),
      ("2003-11-14T05:30-08:00", 1_068_816_600, "2003-11-14T13:30:00Z"),
      ("2003-11-15T03:00:00+05:30", 1_068_845_400, "2003-11-14T21:30:00Z"),
      ("2003-11-14T24:00Z", 1_068_854_400, "2003-11-15T00:00:00Z"),
      ("1600-03-01T00:00:07Z", -11_670_911_993, "1600-03-01T00:00:07Z"),
    ] as [(String, Int64, String)])
  func readsRFC3339(text: String, seconds: Int64, utc: String) {
    #expect(Instant(rfc3339: text)?.seconds == seconds)
    #expect(Instant(seconds: seconds).description == utc)
  }

  @Test(arguments: [
    "", "Z", "2003-11-14", "2003-11-14T16:30", "2003-11-14T16:30:00", "2003-11-14 16:30Z",
    "2003-11-14T16:30+5:00",
    "2003-11-14T16:30+24:00", "2003-11-14T16:30+05:60", "2003-11-14T16:60Z", "2003-11-14T25:00Z",
    "2003-11-14T24:01Z", "2003-11-14T16:30:60Z", "2003-02-30T16:30Z", "2003-11-14T16:30:00.5Z", "+05:00",
    "2003-11-14T16:30 05:00", "2003-11-14T16:30:0Z",
  ])
  func refusesOtherSpellings(text: String) {
    #expect(Instant(rfc3339: text) == nil)
  }

  @Test(arguments: [(-18_000, "-05:00"), (0, "+00:00"), (19_800, "+05:30"), (-1_800, "-00:30")])
  func spellsOffsets(seconds: Int, text: String) { #expect(offsetText(seconds) == text) }

  @Test func stopsAtTheEndsOfTime() {
    #expect(Instant(seconds: .max).adding(seconds: 1).seconds == .max)
    #expect(Instant(seconds: .min).adding(seconds: -1).seconds == .min)
    #expect(Instant(seconds: .max).local(offset: 3600).day.number == .max)
    #expect(Instant(seconds: .min).local(offset: -3600).day.number == .min)
  }

  @Test(arguments: [
    ("2003-11-14T00:00", "midnight", "2003-11-14T00:00:00"),
    ("2003-11-14T24:00", "midnight", "2003-11-14T24:00:00"),
    ("2003-11-14T12:00", "noon", "2003-11-14T12:00:00"),
    ("2003-11-14T12:05", "12:05 p.m.", "2003-11-14T12:05:00"),
    ("2003-11-14T00:30", "12:30 a.m.", "2003-11-14T00:30:00"),
    ("2003-11-14T16:30:15", "4:30 p.m.", "2003-11-14T16:30:15"),
    ("2003-11-14T09:07", "9:07 a.m.", "2003-11-14T09:07:00"),
  ])
  func readsAndNamesLocalTimes(text: String, english: String, iso: String) throws {
    let local = try #require(LocalTime(iso: text))
    #expect(local.english == english)
    #expect(local.isoSeconds == iso)
  }

  @Test func theMidnightThatEndsADayBeginsTheNext() throws {
    let end = try #require(LocalTime(iso: "2003-11-21T24:00"))
    let start = try #require(LocalTime(iso: "2003-11-22T00:00"))
    #expect(end.instant(offset: -18_000) == start.instant(offset: -18_000))
    #expect(end < start)
    #expect(end.hour == 24 && end.minute == 0)
  }
}
