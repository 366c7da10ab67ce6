import CivilTime
import Markup
import ReleaseModel
import Testing

@testable import ReportPages

/// A line is at most 75 bytes and no character is cut; a reader that joins the lines again has the text.
@Test(arguments: [
  "short", String(repeating: "a", count: 67), String(repeating: "a", count: 68),
  String(repeating: "ä", count: 200),
  String(repeating: "ab€", count: 90), String(repeating: "👩🏽‍🚀", count: 30), "",
])
func linesOfCalendarsAreFolded(text: String) {
  let written = ReportPagesTests.text { $0.calendarText("SUMMARY", text) }
  #expect(written.hasSuffix("\r\n"))
  let lines = written.utf8.split(separator: 13, omittingEmptySubsequences: false).map { $0.drop { $0 == 10 } }
  for line in lines {
    #expect(line.count <= 75)
    #expect(String(validating: Array(line), as: UTF8.self) != nil)
  }
  let joined = Array(written.utf8.dropLast(2)).split(separator: 13, omittingEmptySubsequences: false)
    .enumerated().flatMap { $0 == 0 ? Array($1) : Array($1.dropFirst(2)) }
  #expect(String(decoding: joined, as: UTF8.self) == "SUMMARY:" + text)
}

@Test(arguments: [
  ("a,b;c\\d", "a\\,b\\;c\\\\d"), ("one\ntwo\r\nthree", "one\\ntwo\\nthree"), ("tab\tbell\u{7}", "tab bell "),
])
func textInCalendarsIsEscaped(text: String, written: String) {
  #expect(ReportPagesTests.text { $0.calendarText("X", text) } == "X:\(written)\r\n")
}

@Test func momentsInCalendarsAreUTC() throws {
  #expect(calendarInstant(try #require(Instant(rfc3339: "2003-11-14T16:30:05-05:00"))) == "20031114T213005Z")
  #expect(calendarDay(day("0987-01-02")) == "09870102")
  #expect(calendarParameter("The \"new\" one") == "\"The 'new' one\"")
}

/// Everything a calendar program needs, and nothing of the clock.
@Test func theCallAsACalendarFile() {
  let file = eventCalendar(release: ExampleArchive.third, event: 0, ExampleArchive().context).text()
  #expect(
    file.split(separator: "\r\n").map(String.init) == [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//sitegen//sitegen//EN", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH", "BEGIN:VEVENT",
      "UID:2003-11-14-third-quarter-results.acme.event-1@acme.example",
      "DTSTAMP:20031114T235959Z", "DTSTART:20031114T213000Z", "DTEND:20031114T223000Z",
      "SUMMARY:Acme Corporation: Third quarter 2003 conference call",
      "DESCRIPTION:Speakers: Judi Irving\\, President\\; Robert Chilton\\nDial-in: 80",
      " 0-309-8563\\nWebcast: https://www.acme.example/\\nReplay: From two hours aft",
      " er the end until midnight at the end of November 21\\, 2003\\, 800-642-1687\\",
      " , ID 3901827\\nRelease: Acme closes <five> centers\\nhttps://acme.example/ir",
      " /releases/2003/third-quarter-results/#event-1",
      "LOCATION:800-309-8563", "CATEGORIES:Conference call",
      "URL:https://acme.example/ir/releases/2003/third-quarter-results/#event-1", "TRANSP:TRANSPARENT",
      "END:VEVENT", "END:VCALENDAR",
    ])
}

@Test func daysAndOrganizersInCalendars() {
  var example = ExampleArchive()
  var meeting = Event(kind: .meeting, starts: Moment(day: day("2004-05-31")))
  meeting.ends = Moment(day: day("2004-06-01"))
  meeting.place = "Town Hall, Room 2"
  example.archive.releases[2].events = [meeting]
  example.archive.releases[2].contacts = [Contact(name: "Jo", email: "ir@acme.example")]
  let file = calendar(example.context)
  for line in [
    "DTSTART;VALUE=DATE:20040531", "DTEND;VALUE=DATE:20040602", "LOCATION:Town Hall\\, Room 2",
    "ORGANIZER;CN=\"Acme Corporation\":mailto:ir@acme.example", "X-WR-CALNAME:Acme Corporation",
  ] {
    #expect(file.contains("\r\n\(line)\r\n"), "\(line)")
  }
  // A calendar has at least one entry.
  if archiveCalendar(company: 1, example.context) != nil { Issue.record("a calendar without entries") }
}

/// The same release keeps its entry when its day moves, and tells it by the company's last release.
@Test func theNextReleaseInTheCalendar() {
  var example = ExampleArchive()
  let identities = ["2004-03-25", "2004-03-30"].map { date in
    example.archive.companies[0].nextRelease = ExpectedRelease(
      expected: Moment(day: day(date)), period: period("2003-FY"))
    let file = calendar(example.context)
    #expect(file.contains("DTSTAMP:20031114T235959Z\r\nDTSTART;VALUE=DATE:"))
    return file.split(separator: "\r\n").filter { $0.hasPrefix("UID:next") }
  }
  #expect(identities[0] == ["UID:next-release.acme.2003-FY@acme.example"])
  #expect(identities[0] == identities[1])
}

private func calendar(_ context: PageContext) -> String {
  guard let sink = archiveCalendar(company: nil, context) else { return "" }
  return sink.text()
}
