import CivilTime
import PageTemplates
import ReleaseModel
import Testing

@testable import ReportPages

/// The call is on November 14, 2003 at 21:30 UTC, its replay two hours later until the end of November 21 in
/// New York.
@Test(arguments: [
  ("2003-11-14T21:29:59Z", EventStatus.upcoming, ""),
  ("2003-11-14T21:30:00Z", .past, "replay from two hours after the end"),
  ("2003-11-14T23:29:59Z", .past, "replay from two hours after the end"),
  ("2003-11-14T23:30:00Z", .replay, "until November 21, 2003"),
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
