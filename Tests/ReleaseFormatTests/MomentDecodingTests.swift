import CivilTime
import Diagnostics
import ReleaseModel
import SourceSyntax
import Testing

@testable import ReleaseFormat

/// Days and times with their zones.
struct MomentDecodingTests {
  @Test func daysHaveNoTime() {
    #expect(moment("2003-11-14").value == Day(year: 2003, month: 11, day: 14).map { Moment(day: $0) })
  }

  @Test(arguments: [
    ("2003-11-14T16:30 America/New_York", "2003-11-14T21:30:00Z", "America/New_York", "EST"),
    ("2003-11-14T05:30 America/Los_Angeles", "2003-11-14T13:30:00Z", "America/Los_Angeles", "PST"),
    ("2008-07-01T09:00:30 Europe/Berlin", "2008-07-01T07:00:30Z", "Europe/Berlin", "CEST"),
    ("2003-11-21T24:00 America/New_York", "2003-11-22T05:00:00Z", "America/New_York", "EST"),
    ("2003-11-14T16:30-05:00", "2003-11-14T21:30:00Z", "UTC-05:00", "UTC-05:00"),
    ("2003-11-14T21:30Z", "2003-11-14T21:30:00Z", "UTC", "UTC"),
    ("2003-11-14T21:30 UTC", "2003-11-14T21:30:00Z", "UTC", "UTC"),
    // The hour that comes twice, first in daylight time.
    ("2008-11-02T01:30-04:00 America/New_York", "2008-11-02T05:30:00Z", "America/New_York", "EDT"),
    // Standard time while it is in force, where an offset says that it is meant, and where there is no other.
    ("2003-11-14T16:30 EST", "2003-11-14T21:30:00Z", "EST", "EST"),
    ("2003-07-14T16:30-05:00 EST", "2003-07-14T21:30:00Z", "EST", "EST"),
    ("2003-07-14T16:30 HST", "2003-07-15T02:30:00Z", "HST", "HST"),
    ("2003-07-14T16:30 CET", "2003-07-14T14:30:00Z", "CET", "CEST"),
    ("2008-11-02T01:30-05:00 America/New_York", "2008-11-02T06:30:00Z", "America/New_York", "EST"),
  ])
  func timesAreExact(_ text: String, _ instant: String, _ zone: String, _ abbreviation: String) throws {
    let (value, codes) = moment(text)
    #expect(codes.isEmpty)
    let time = try #require(value?.time)
    #expect(time.instant.description == instant)
    #expect(time.zone == zone)
    #expect(time.abbreviation == abbreviation)
    #expect(time.local.isoMinutes == text.prefix(16))
    #expect(value?.day == Day(iso: text.prefix(10)))
  }

  @Test(arguments: [
    ("2003-11-14T16:30", DiagnosticCode.timeWithoutZone), ("2003-11-14T16:30 PST", .unknownZone),
    ("2003-11-14T16:30 ../../etc/passwd", .unknownZone), ("2003-11-14T16:30 America/Nowhere", .unknownZone),
    ("2008-03-09T02:30 America/New_York", .skippedTime),
    ("2008-11-02T01:30 America/New_York", .ambiguousTime),
    ("2003-11-14T16:30-04:00 America/New_York", .offsetNotInForce), ("2003-02-29", .badMoment),
    ("2003-07-14T16:30 EST", .standardTimeInSummer), ("2003-10-31T16:30 EST", .standardTimeInSummer),
    ("2003-07-14T16:30 MST", .standardTimeInSummer), ("2003-07-14T16:30 MET", .standardTimeInSummer),
    ("2003-02-29T10:00 UTC", .badMoment), ("2003-11-14T24:30 UTC", .badMoment),
    ("2003-11-14T25:00Z", .badMoment),
    ("14.11.2003", .badMoment), ("2003-11-14 16:30 UTC", .badMoment), ("2003-11-14T16:30+25:00", .badMoment),
    ("2003-11-14T", .badMoment), ("now", .badMoment), ("2003-11-14T16:30:00.5Z", .badMoment),
  ])
  func everythingElseSaysWhy(_ text: String, _ code: DiagnosticCode) {
    let (value, codes) = moment(text)
    #expect(value == nil)
    #expect(codes == [code])
  }

  /// In Phoenix, and for its companies, MST is right all year.
  @Test func whereClocksNeverChange() {
    #expect(moment("2003-07-14T16:30 MST", home: "America/Phoenix").codes == [])
    #expect(moment("2003-07-14T16:30 MST", home: "America/Denver").codes == [.standardTimeInSummer])
    #expect(moment("2003-07-14T16:30 EST", home: "America/Phoenix").codes == [.standardTimeInSummer])
  }

  private func moment(
    _ text: String, home: String? = nil
  ) -> (value: Moment?, codes: [DiagnosticCode]) {
    var findings = Findings("content/site.yaml")
    let node = Node(
      value: .scalar(Node.Scalar(text: text, isPlain: true)),
      range: SourceRange(line: 1, column: 9, length: text.utf8.count))
    let zones = ZoneDatabase(source: memorySite([:] as [String: String]).zone).at(home: home)
    let value = decodeMoment(node, .key("starts"), zones: zones, &findings)
    return (value, findings.diagnostics.map(\.code))
  }
}
