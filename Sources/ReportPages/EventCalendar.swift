import CivilTime
public import Markup
import ReleaseModel

/// The calendar file of one event, beside its release's page.
///
/// - Parameter event: the event's place in its release, from 0.
public func eventCalendar(release: Int, event: Int, _ context: PageContext) -> ByteSink {
  let item = EventItem(release: release, event: event)
  return calendar(named: nil, [calendarEntry(item, context)])
}

/// The calendar of all events with the next releases that are expected; `nil` where there are none, because
/// a calendar has at least one entry (RFC 5545, section 3.6).
///
/// - Parameter company: whose events; everyone's where it is `nil`.
public func archiveCalendar(company: Int?, _ context: PageContext) -> ByteSink? {
  let archive = context.archive
  let entries =
    eventItems(company: company, context).map { calendarEntry($0, context) }
    + expectedReleases(company: company, context).map { calendarEntry($0, context) }
  guard !entries.isEmpty else { return nil }
  let name = company.map { archive.companies[$0].currentName(context) } ?? archive.site.title
  return calendar(
    named: name,
    entries.sorted { a, b in
      (a.start.order, a.identity) < (b.start.order, b.identity)
    })
}

/// One entry of a calendar.
private struct CalendarEntry {
  /// For ever the same and nobody else's (section 3.8.4.7), before the site's host.
  var identity: String
  /// When the entry was told: the moment of its release.
  var stamp: Instant
  var start: Moment
  var end: CalendarEnd?
  var summary: String
  var details: [String]
  var location: String?
  var category: String
  var address: String
  var organizer: (name: String, email: String)?
}

/// When an entry ends, in the form of its start.
private enum CalendarEnd {
  case instant(Instant)
  /// The day after the last one.
  case day(Day)
}

private func calendarEntry(_ item: EventItem, _ context: PageContext) -> CalendarEntry {
  let site = context.archive.site
  let release = context.archive.releases[item.release]
  let event = release.events[item.event]
  let company = context.company(release.company)
  let fiscal = company?.fiscal ?? .calendarYear
  let words = EventWords(event, release, fiscal, now: context.now)
  let name = company?.name(on: release.released.day) ?? release.company
  let page = site.baseURL + releaseAddress(release, site: site) + "#" + eventAnchor(item.event)
  var details: [String] = []
  func detail(_ label: String, _ parts: String?...) {
    let text = parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
    if !text.isEmpty { details.append("\(label): \(text)") }
  }
  detail("Speakers", words.speakers)
  detail("Dial-in", event.dialIn, event.dialInNote)
  for webcast in event.webcasts { detail("Webcast", withScheme(webcast.url), webcast.note) }
  detail("Replay", words.replay, event.replay?.number, event.replay?.id.map { "ID \($0)" })
  detail("Release", release.headline)
  details.append(page)
  let email = release.contacts.lazy.compactMap(\.email).first { $0.contains("@") }
  return CalendarEntry(
    identity: "\(release.folder).\(release.company).\(eventAnchor(item.event))",
    stamp: context.published(release), start: event.starts, end: calendarEnd(of: event),
    summary: "\(name): \(words.title)", details: details,
    location: event.place ?? event.dialIn ?? event.webcasts.first.map { withScheme($0.url) },
    category: event.kind.words, address: page, organizer: email.map { (name, $0) })
}

private func calendarEntry(_ expected: ExpectedItem, _ context: PageContext) -> CalendarEntry {
  let archive = context.archive
  let company = archive.companies[expected.company]
  let address = archive.site.baseURL + eventsAddress(company: nil, year: nil, archive)
  // The date may move; what is expected then is the same.
  let what =
    expected.release.period.map { company.fiscal.spelling(of: $0) }
    ?? expected.release.expected.day.description
  let last = context.releasesOf[expected.company].last.map { context.published(archive.releases[$0]) }
  return CalendarEntry(
    identity: "next-release.\(company.id).\(what.split(separator: "/").joined(separator: "-"))",
    stamp: last ?? Instant(seconds: 0), start: expected.release.expected,
    end: expected.release.expected.time == nil
      ? .day(expected.release.expected.day.adding(days: 1))
      : expected.release.expected.time.map { .instant($0.instant.adding(seconds: 900)) },
    summary: "\(company.currentName(context)): \(expected.title(company.fiscal))",
    details: ["The date on which the company expects to publish.", address], location: nil,
    category: "Expected release", address: address, organizer: nil)
}

/// The end that a calendar shows; `nil` where the event tells none later than its start.
private func calendarEnd(of event: Event) -> CalendarEnd? {
  guard let start = event.starts.time else { return .day(event.lastDay.adding(days: 1)) }
  guard let end = event.endInstant, end > start.instant else { return nil }
  return .instant(end)
}

private func calendar(named name: String?, _ entries: [CalendarEntry]) -> ByteSink {
  var sink = ByteSink(capacity: 512 + entries.count * 800)
  sink.calendarLine("BEGIN", "VCALENDAR")
  sink.calendarLine("VERSION", "2.0")
  sink.calendarLine("PRODID", "-//sitegen//sitegen//EN")
  sink.calendarLine("CALSCALE", "GREGORIAN")
  sink.calendarLine("METHOD", "PUBLISH")
  if let name {
    sink.calendarText("NAME", name)
    sink.calendarText("X-WR-CALNAME", name)
  }
  for entry in entries { write(entry, &sink) }
  sink.calendarLine("END", "VCALENDAR")
  return sink
}

private func write(_ entry: CalendarEntry, _ sink: inout ByteSink) {
  sink.calendarLine("BEGIN", "VEVENT")
  sink.calendarLine("UID", "\(entry.identity)@\(host(of: entry.address))")
  sink.calendarLine("DTSTAMP", calendarInstant(entry.stamp))
  if let time = entry.start.time {
    sink.calendarLine("DTSTART", calendarInstant(time.instant))
  } else {
    sink.calendarLine("DTSTART;VALUE=DATE", calendarDay(entry.start.day))
  }
  switch entry.end {
  case .instant(let instant): sink.calendarLine("DTEND", calendarInstant(instant))
  case .day(let day): sink.calendarLine("DTEND;VALUE=DATE", calendarDay(day))
  case nil: break
  }
  sink.calendarText("SUMMARY", entry.summary)
  sink.calendarText("DESCRIPTION", entry.details.joined(separator: "\n"))
  if let location = entry.location { sink.calendarText("LOCATION", location) }
  sink.calendarText("CATEGORIES", entry.category)
  if let (name, email) = entry.organizer {
    sink.calendarLine("ORGANIZER;CN=\(calendarParameter(name))", "mailto:\(email)")
  }
  sink.calendarLine("URL", entry.address)
  // Nobody is busy because a company has a call.
  sink.calendarLine("TRANSP", "TRANSPARENT")
  sink.calendarLine("END", "VEVENT")
}

/// The host of an address: `archive.example`.
private func host(of address: String) -> Substring {
  address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true).dropFirst().first?
    .prefix { $0 != ":" && $0 != "/" } ?? "localhost"
}
