public import CivilTime
import ExactNumbers
public import PageTemplates
public import ReleaseModel

/// An event by its release's place in the archive and its own place in the release, from 0.
struct EventItem: Hashable, Sendable {
  var release: Int
  var event: Int
}

/// A page of the events: `/events/`, `/events/2003/`, `/acme/events/`, `/acme/events/2003/`.
///
/// `/events/` lists every company's; the default company's own list is the same page.
public func eventsAddress(company: Int?, year: Int?, _ archive: ReleaseArchive) -> String {
  let prefix = company.map { companyPrefix(archive.companies[$0].id, archive.site) } ?? ""
  return year.map { "\(prefix)/events/\($0)/" } ?? "\(prefix)/events/"
}

/// The calendar of all events: `/calendar.ics`, `/acme/calendar.ics`.
public func calendarAddress(company: Int?, _ archive: ReleaseArchive) -> String {
  (company.map { companyPrefix(archive.companies[$0].id, archive.site) } ?? "") + "/calendar.ics"
}

/// The calendar file of one event: `/releases/2003/third-quarter-results/event-1.ics`.
public func eventCalendarAddress(_ release: Release, event: Int, site: SiteSettings) -> String {
  releaseAddress(release, site: site) + eventAnchor(event) + ".ics"
}

/// The years in which events begin.
public func eventYears(company: Int?, _ archive: ReleaseArchive) -> Set<Int> {
  let id = company.map { archive.companies[$0].id }
  var years: Set<Int> = []
  for release in archive.releases where id == nil || release.company == id {
    for event in release.events { years.insert(event.starts.day.year) }
  }
  return years
}

/// How many past events stand on the page of all years; the pages of the years have all.
private let longestPast = 100

/// Fills a page of the events: the template `events`.
///
/// - Parameters:
///   - company: whose events; everyone's where it is `nil`.
///   - year: the year in which they begin; any where it is `nil`.
public func eventsRecord(company: Int?, year: Int?, _ context: PageContext) -> TemplateRecord {
  let archive = context.archive
  let address = eventsAddress(company: company, year: year, archive)
  let all = eventItems(company: company, context)
  let years = uniqueRuns(Array(all.indices)) { context.event(all[$0]).starts.day.year }
  let shown = year.map { year in all.filter { context.event($0).starts.day.year == year } } ?? all
  let expected = year == nil ? expectedReleases(company: company, context) : []
  var upcoming: [EventItem] = []
  var heard: [EventItem] = []
  var past: [EventItem] = []
  for item in shown {
    switch eventStatus(context.event(item), now: context.now) {
    case .upcoming: upcoming.append(item)
    case .replay: heard.append(item)
    case .past: past.append(item)
    }
  }
  // What comes is told in the order in which it comes, what was from the end.
  upcoming.reverse()
  let left = year == nil ? Array(past.prefix(longestPast)) : past
  let groups = [
    ("Upcoming", "upcoming", upcoming), ("Replay available", "replay", heard), ("Past", "past", left),
  ].filter { !$0.2.isEmpty }
  let name = company.map { "Events of \(archive.companies[$0].currentName(context))" } ?? "Events"
  let title = year.map { company == nil ? "Events of \($0)" : "\(name), \($0)" } ?? name
  let standfirst = eventsStandfirst(upcoming: upcoming.count, heard: heard.count, past: past.count)
  let frame = frame(
    context, address: address, title: title, description: standfirst,
    structuredData: eventsStructuredData(
      upcoming + heard + left, company: company, year: year, title: title, context), company: company)
  return PageShapes.events.record(
    values: frame + [
      .text(title),
      .text(standfirst),
      .list(
        years.map { run in
          TemplateRecord(values: [
            .text(String(run.key)),
            .text(
              relativeAddress(from: address, to: eventsAddress(company: company, year: run.key, archive))),
            .flag(run.key == year),
          ])
        }),
      .flag(!years.isEmpty),
      .list(expected.map { expectedRecord($0, on: address, context) }),
      .flag(!expected.isEmpty),
      .list(
        groups.map { title, anchor, items in
          PageShapes.eventGroup.record(
            .text(title), .text(anchor), .flag(anchor != "past"),
            .list(
              items.map { item in
                eventRecord(release: item.release, event: item.event, from: address, context)
              }))
        }),
      .flag(groups.isEmpty && expected.isEmpty),
      .text(
        hasCalendar(company: company, archive, now: context.now)
          ? relativeAddress(from: address, to: calendarAddress(company: company, archive)) : nil),
    ])
}

/// The events of one company, or of all where it is `nil`, latest first.
func eventItems(company: Int?, _ context: PageContext) -> [EventItem] {
  let releases = company.map { context.releasesOf[$0] } ?? Array(context.archive.releases.indices)
  var items: [(order: Int64, item: EventItem)] = []
  for release in releases {
    for (event, told) in context.archive.releases[release].events.enumerated() {
      items.append((told.starts.order, EventItem(release: release, event: event)))
    }
  }
  return items.sorted { a, b in
    (a.order, a.item.release, a.item.event) > (b.order, b.item.release, b.item.event)
  }.map(\.item)
}

/// Whether there is a calendar at a moment: whether anything stands in it.
public func hasCalendar(company: Int?, _ archive: ReleaseArchive, now: Instant) -> Bool {
  guard archive.site.outputs.contains(.calendar) else { return false }
  let companies = company.map { [archive.companies[$0]] } ?? archive.companies
  let own = company.map { archive.companies[$0].id }
  return archive.releases.contains { (own == nil || $0.company == own) && !$0.events.isEmpty }
    || companies.contains { expectedRelease(of: $0, archive, now: now) != nil }
}

extension PageContext {
  func event(_ item: EventItem) -> Event { archive.releases[item.release].events[item.event] }
}

/// `2 upcoming events, 1 with a replay, 14 past.`
private func eventsStandfirst(upcoming: Int, heard: Int, past: Int) -> String {
  let counts = [(upcoming, "upcoming", "upcoming"), (heard, "", "with a replay"), (past, "past", "past")]
  let told = counts.filter { $0.0 > 0 }.enumerated().map { place, count in
    let number = Amount(Int64(count.0)).text()
    guard place == 0 else { return "\(number) \(count.2)" }
    let event = count.0 == 1 ? "event" : "events"
    return count.1.isEmpty ? "\(number) \(event) \(count.2)" : "\(number) \(count.1) \(event)"
  }
  return told.isEmpty ? "No event has been announced yet." : told.joined(separator: ", ") + "."
}
