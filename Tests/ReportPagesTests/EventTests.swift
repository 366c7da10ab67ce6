import CivilTime
import PageTemplates
import ReleaseModel
import Testing

@testable import ReportPages

/// The call is on November 14, 2003 at 21:30 UTC and, as it tells no end, lasts an hour; its replay begins two
/// hours after that and ends with November 21 in New York.
@Test(arguments: [
  ("2003-11-14T22:29:59Z", EventStatus.upcoming, ""),
  ("2003-11-14T22:30:00Z", .past, "replay from two hours after the end"),
  ("2003-11-15T00:29:59Z", .past, "replay from two hours after the end"),
  ("2003-11-15T00:30:00Z", .replay, "until November 21, 2003"),
  ("2003-11-22T05:00:00Z", .past, "replay ended November 21, 2003"),
])
func replaysBeginWhenTheReleaseSays(now: String, status: EventStatus, note: String) throws {
  let now = try #require(Instant(rfc3339: now))
  let words = EventWords(conferenceCall(), thirdQuarter(), .calendarYear, now: now)
  #expect((words.status, words.statusNote) == (status, note))
}

@Test(arguments: [
  ("2003-11-16T23:59:59Z", EventStatus.past, "replay from November 17, 2003"),
  ("2003-11-17T00:00:00Z", .replay, "until November 21, 2003"),
])
func replaysBeginOnADay(now: String, status: EventStatus, note: String) throws {
  var call = conferenceCall()
  call.replay?.from = .moment(Moment(day: day("2003-11-17")))
  let now = try #require(Instant(rfc3339: now))
  let words = EventWords(call, thirdQuarter(), .calendarYear, now: now)
  #expect((words.status, words.statusNote) == (status, note))
}

@Test func eventsOfTheNewestReleaseComeFirst() throws {
  var example = ExampleArchive()
  example.now = try #require(Instant(rfc3339: "2003-01-01T00:00:00Z"))
  var meeting = conferenceCall()
  meeting.title = "Meeting"
  example.archive.releases[0].events = [meeting]
  let record = homeRecord(example.context).values(PageShapes.home)
  guard case .list(let events)? = value(record, "events", PageShapes.home) else {
    Issue.record("the home page has events")
    return
  }
  #expect(
    events.map { text($0, "title", PageShapes.event) } == ["Third quarter 2003 conference call", "Meeting"])
}

@Test(arguments: [
  ("2003-11-14T21:29:59Z", "Upcoming"), ("2003-11-14T21:30:00Z", "Under way"),
])
func eventsGoOnUntilTheirEnd(now: String, text: String) throws {
  let now = try #require(Instant(rfc3339: now))
  #expect(EventWords(conferenceCall(), thirdQuarter(), .calendarYear, now: now).statusText == text)
}

/// An end that is a day alone is that day's midnight where the event is.
@Test(arguments: [
  (nil, "2003-11-14T22:30:00Z"), ("2003-11-15", "2003-11-16T05:00:00Z"),
])
func eventsEnd(on lastDay: String?, at end: String) {
  var call = conferenceCall()
  call.ends = lastDay.map { Moment(day: day($0)) }
  #expect(call.endInstant?.description == end)
}

/// The end is told with as much of its day as the reader needs, and the day in UTC where it is another one.
@Test(arguments: [
  (
    "2004-02-10T14:00-05:00", "2004-02-10T15:30-05:00", "Tuesday, February 10, 2004, 2:00 p.m.", "3:30 p.m.",
    "19:00 to 20:30 UTC"
  ),
  (
    "2004-02-10T20:00-05:00", "2004-02-10T21:30-05:00", "Tuesday, February 10, 2004, 8:00 p.m.", "9:30 p.m.",
    "01:00 to 02:30 UTC on February 11"
  ),
  (
    "2004-02-10T18:30-05:00", "2004-02-11T01:00-05:00", "Tuesday, February 10, 2004, 6:30 p.m.",
    "Wednesday, February 11, 2004, 1:00 a.m.", "23:30 UTC"
  ),
  ("2004-02-10", "2004-02-12", "Tuesday, February 10, 2004", "Thursday, February 12, 2004", ""),
  ("2004-02-10", "2004-02-10", "Tuesday, February 10, 2004", "", ""),
  ("2004-02-10T14:00-05:00", nil, "Tuesday, February 10, 2004, 2:00 p.m.", "", "19:00 UTC"),
])
func eventsTellStartAndEnd(from: String, to: String?, start: String, end: String, utc: String) throws {
  let example = ExampleArchive()
  var call = conferenceCall()
  call.starts = try moment(from)
  call.ends = try to.map(moment)
  let words = EventWords(call, example.archive.releases[0], .calendarYear, now: Instant(seconds: 0))
  #expect(words.start == start)
  #expect(words.end == end)
  #expect(words.zone.hasSuffix(utc), "\(words.zone)")
}

/// Of an event during which the clocks change, both times are named.
@Test(arguments: [
  (
    "2024-03-09T23:30-05:00", -18_000, "2024-03-10T03:00-04:00", -14_400,
    "Eastern Standard Time at the beginning and Eastern Daylight Time at the end, 04:30 to 07:00 UTC on March 10"
  ),
  (
    "2024-11-03T00:30-04:00", -14_400, "2024-11-03T01:30-05:00", -18_000,
    "Eastern Daylight Time at the beginning and Eastern Standard Time at the end, 04:30 to 06:30 UTC"
  ),
  (
    "2024-03-09T22:30-05:00", -18_000, "2024-03-09T23:30-05:00", -18_000,
    "Eastern Standard Time, 03:30 to 04:30 UTC on March 10"
  ),
])
func clocksThatChangeMeanwhileAreNamed(
  _ from: String, _ winter: Int, _ to: String, _ summer: Int, _ words: String
)
  throws
{
  func time(_ text: String, _ offset: Int) throws -> Moment.Time {
    let instant = try #require(Instant(rfc3339: text.prefix(16) + ":00" + text.suffix(6)))
    return Moment.Time(
      instant: instant, local: instant.local(offset: offset), zone: "America/New_York", offset: offset,
      abbreviation: offset == -18_000 ? "EST" : "EDT")
  }
  #expect(zoneWords(try time(from, winter), until: try time(to, summer)) == words)
}

/// `2004-02-10`, or `2004-02-10T14:00-05:00` in New York.
private func moment(_ text: String) throws -> Moment {
  let day = day(String(text.prefix(10)))
  guard text.utf8.count > 10 else { return Moment(day: day) }
  let instant = try #require(Instant(rfc3339: text.prefix(16) + ":00" + text.suffix(6)))
  return Moment(
    day: day,
    time: Moment.Time(
      instant: instant, local: instant.local(offset: -18_000), zone: "America/New_York", offset: -18_000,
      abbreviation: "EST"))
}

@Test func theEventsOfAYearStandOnItsPage() {
  let example = ExampleArchive()
  #expect(eventYears(company: nil, example.archive) == [2003])
  #expect(eventYears(company: 1, example.archive) == [])
  #expect(eventsAddress(company: 1, year: 2003, example.archive) == "/globex/events/2003/")
  let record = eventsRecord(company: nil, year: 2003, example.context)
  #expect(text(record, "headline", PageShapes.events) == "Events of 2003")
  #expect(text(record, "standfirst", PageShapes.events) == "1 event with a replay.")
}

@Test(arguments: [
  ("2003-12-31T00:00:00Z", "2004-03-25", nil, ["Next release"]),
  ("2003-12-31T00:00:00Z", "2004-03-25", "2003-FY", ["Year 2003 results"]),
  // Over when the day is over in UTC, and when the results are published.
  ("2004-03-25T23:59:59Z", "2004-03-25", nil, ["Next release"]),
  ("2004-03-26T00:00:00Z", "2004-03-25", nil, []),
  ("2003-12-31T00:00:00Z", "2004-03-25", "2003-Q3", []),
])
func nextReleasesAreShownUntilTheyCome(now: String, on: String, of: String?, titles: [String]) throws {
  var example = ExampleArchive()
  example.now = try #require(Instant(rfc3339: now))
  example.archive.companies[0].nextRelease = ExpectedRelease(
    expected: Moment(day: day(on)), period: of.map(period))
  let context = example.context
  #expect(expectedReleases(company: nil, context).map { $0.title(.calendarYear) } == titles)
  #expect(expectedReleases(company: 1, context).isEmpty)
}
