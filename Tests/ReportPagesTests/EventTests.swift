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
  guard case .list(let events)? = value(homeRecord(example.context), "events", PageShapes.home) else {
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

@Test func theEventsOfAYearStandOnItsPage() {
  let example = ExampleArchive()
  #expect(eventYears(company: nil, example.archive) == [2003])
  #expect(eventYears(company: 1, example.archive) == [])
  #expect(eventsAddress(company: 1, year: 2003, example.archive) == "/globex/events/2003/")
  let record = eventsRecord(company: nil, year: 2003, example.context)
  #expect(text(record, "headline", PageShapes.events) == "Events of 2003")
  #expect(text(record, "standfirst", PageShapes.events) == "1 with a replay.")
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
