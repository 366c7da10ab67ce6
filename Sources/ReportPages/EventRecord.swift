import CivilTime
import PageTemplates
import ReleaseModel

/// The record of a release's event for the template `event` and for lists of events.
///
/// - Parameters:
///   - event: the event's place in its release, from 0.
///   - page: the address of the page it stands on.
func eventRecord(
  release number: Int, event index: Int, from page: String, _ context: PageContext
) -> TemplateRecord {
  let release = context.archive.releases[number]
  let event = release.events[index]
  let fiscal = context.company(release.company)?.fiscal ?? .calendarYear
  let words = EventWords(event, release, fiscal, now: context.now)
  let address = releaseAddress(release, site: context.archive.site)
  let href = page == address ? nil : relativeAddress(from: page, to: address + "#" + eventAnchor(index))
  return PageShapes.event.record(
    // Elsewhere there may be others from other releases.
    .text(href == nil ? eventAnchor(index) : "\(release.folder)-\(eventAnchor(index))"),
    .text(words.title),
    .text(event.kind.words),
    .text(words.status.rawValue),
    .text(words.statusText),
    .text(words.statusNote),
    .text(isoText(event.starts)),
    .text(unbroken(words.start)),
    .text(event.ends.map(isoText)),
    .text(unbroken(words.end)),
    .text(words.zone),
    .text(words.speakers),
    .text(event.dialIn),
    .text(event.dialInNote),
    .text(words.replay),
    .text(event.replay?.number),
    .text(event.replay?.id),
    .list(event.webcasts.map(webcastRecord)),
    .flag(!event.webcasts.isEmpty),
    .text(event.place),
    .text(href),
    .text(
      context.publishes(.calendar)
        ? relativeAddress(
          from: page, to: eventCalendarAddress(release, event: index, site: context.archive.site)) : nil),
    .text(words.status == .upcoming ? "Add to calendar" : "Calendar entry"),
    .text(
      href != nil && context.namesCompanies(on: page)
        ? context.company(release.company)?.name(on: release.released.day) : nil))
}

/// The same words with each time on one line: no line ends between `4:30` and `p.m.`.
private func unbroken(_ words: String) -> String {
  words.replacing(" a.m.", with: "\u{a0}a.m.").replacing(" p.m.", with: "\u{a0}p.m.")
}

/// The `id` of a release's event, from 0: `event-1`.
func eventAnchor(_ index: Int) -> String { "event-\(index + 1)" }

private func webcastRecord(_ webcast: Event.Webcast) -> TemplateRecord {
  PageShapes.webcast.record(
    .text(withoutScheme(webcast.url)), .text(withScheme(webcast.url)), .text(webcast.note))
}

/// An event in words.
struct EventWords {
  var title: String
  var status: EventStatus
  var statusText: String
  var statusNote: String
  var start: String
  /// Empty where none is told, or where it is the day of the start.
  var end: String
  var zone: String
  var speakers: String
  var replay: String

  init(_ event: Event, _ release: Release, _ fiscal: FiscalCalendar, now: Instant) {
    title = event.title ?? Self.title(event, release, fiscal)
    status = eventStatus(event, now: now)
    statusNote = ""
    let until = event.replay.map { EnglishCalendar.long($0.until.day) }
    switch status {
    case .upcoming:
      statusText = event.starts.time.map { $0.instant <= now } ?? false ? "Under way" : "Upcoming"
    case .replay:
      statusText = "Replay available"
      if let until { statusNote = "until \(until)" }
    case .past:
      statusText = "Past"
      if let replay = event.replay, let until {
        statusNote =
          hasPassed(replay.until, now) ? "replay ended \(until)" : "replay from \(Self.beginning(of: replay))"
      }
    }
    start = "\(EnglishCalendar.weekday(event.starts.day)), \(momentWords(event.starts))"
    end = event.ends.map { Self.end($0, after: event.starts) } ?? ""
    zone = event.starts.time.map { zoneWords($0, until: event.ends?.time) } ?? ""
    speakers = event.speakers.map { speaker in
      speaker.title.map { "\(speaker.name), \($0)" } ?? speaker.name
    }.joined(separator: "; ")
    replay = event.replay.map(Self.replay) ?? ""
  }

  /// `3:30 p.m.` on the day of the start, else the day too; empty for that day alone.
  private static func end(_ end: Moment, after start: Moment) -> String {
    guard end.day == start.day else { return "\(EnglishCalendar.weekday(end.day)), \(momentWords(end))" }
    guard let time = end.time else { return "" }
    return time.local.second == 86_400 ? "midnight" : time.local.english
  }

  private static func title(_ event: Event, _ release: Release, _ fiscal: FiscalCalendar) -> String {
    guard let period = release.period else { return event.kind.words }
    return "\(fiscal.words(period)) \(event.kind.words.inSentence)"
  }

  private static func replay(_ replay: Event.Replay) -> String {
    "From \(beginning(of: replay)) until \(momentWords(replay.until))"
  }

  private static func beginning(of replay: Event.Replay) -> String {
    switch replay.from {
    case .moment(let moment): momentWords(moment)
    case .after(let minutes): "\(durationWords(minutes)) after the end"
    }
  }
}

/// `November 14, 2003, 4:30 p.m.`; a midnight says which end of the day it is.
func momentWords(_ moment: Moment) -> String {
  guard let time = moment.time else { return EnglishCalendar.long(moment.day) }
  if time.local.second == 86_400 {
    return "midnight at the end of \(EnglishCalendar.long(time.local.day))"
  }
  return "\(EnglishCalendar.long(time.local.day)), \(time.local.english)"
}

/// `2003-11-14T16:30-05:00`, or the day alone.
func isoText(_ moment: Moment) -> String {
  guard let time = moment.time else { return moment.day.description }
  // HTML knows no 24:00, so the moment itself is written rather than what the author wrote.
  let local = time.instant.local(offset: time.offset)
  return local.isoMinutes + offsetText(time.offset)
}

/// `Eastern Standard Time, 21:30 UTC`, `Pacific Standard Time, 01:00 UTC on November 15`.
///
/// - Parameter until: the end of what then begins: `Eastern Standard Time, 21:30 to 22:30 UTC`. Where the clocks change
///   meanwhile, both times are named.
func zoneWords(_ time: Moment.Time, until end: Moment.Time? = nil) -> String {
  let utc = time.instant.utc
  var name = zoneName(time)
  if let last = end.map(zoneName), last != name {
    name += " at the beginning and \(last) at the end"
  } else if name == "UTC" {
    return name
  }
  // In UTC it may be another day already, or still; a local 24:00 is told as the end of its day.
  let local = time.instant.local(offset: time.offset)
  let day = utc.day == local.day ? "" : " on \(monthAndDay(utc.day))"
  let last = end?.instant.utc
  let clock =
    last.map { $0.day == utc.day ? "\(utc.isoClock) to \($0.isoClock)" : utc.isoClock } ?? utc.isoClock
  return "\(name), \(clock) UTC\(day)"
}

/// `Eastern Standard Time`; the zone's own name where there is no other for it here.
private func zoneName(_ time: Moment.Time) -> String {
  switch time.abbreviation {
  case "EST": "Eastern Standard Time"
  case "EDT": "Eastern Daylight Time"
  case "CST" where time.offset == -21_600: "Central Standard Time"
  case "CDT": "Central Daylight Time"
  case "MST": "Mountain Standard Time"
  case "MDT": "Mountain Daylight Time"
  case "PST": "Pacific Standard Time"
  case "PDT": "Pacific Daylight Time"
  case "GMT" where time.offset == 0: "Greenwich Mean Time"
  case "BST" where time.offset == 3_600: "British Summer Time"
  case "CET": "Central European Time"
  case "CEST": "Central European Summer Time"
  case "UTC": "UTC"
  case time.zone: time.zone
  default: "\(time.abbreviation) (\(time.zone))"
  }
}

/// `two hours`, `90 minutes`.
private func durationWords(_ minutes: Int) -> String {
  guard minutes > 0, minutes % 60 == 0 else { return minutes == 1 ? "one minute" : "\(minutes) minutes" }
  let words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
  let hours = minutes / 60
  return "\(hours <= words.count ? words[hours - 1] : "\(hours)") hour\(hours == 1 ? "" : "s")"
}

/// The address for a link: `https://` before one that names neither it nor `http://`, so that no other
/// scheme is ever linked, and what no address holds percent-encoded.
func withScheme(_ address: String) -> String {
  let start = address.prefix(8).lowercased()
  let isWeb = start.hasPrefix("https://") || start.hasPrefix("http://")
  return percentEncoded(isWeb ? address : "https://" + address) { byte in
    (33...126).contains(byte) && !"\"<>\\^`{|}".utf8.contains(byte)
  }
}

/// The address as it is read aloud: without its scheme and the slash at its end.
func withoutScheme(_ address: String) -> String {
  var text = address[...]
  for scheme in ["https://", "http://"] where text.hasPrefix(scheme) { text = text.dropFirst(scheme.count) }
  if text.hasSuffix("/") { text = text.dropLast() }
  return String(text)
}
