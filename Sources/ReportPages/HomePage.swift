import CivilTime
import Markup
public import PageTemplates
import ReleaseModel
import SVGCharts

/// How many releases the home page lists after the newest.
private let recentReleases = 5

/// Fills the home page: the template `home`.
public func homeRecord(_ context: PageContext) -> TemplateRecord {
  let archive = context.archive
  let newest = archive.releases.indices.last
  let company = archive.companies.firstIndex { $0.id == archive.site.company }
  var trend = ByteSink()
  if let company, let chart = companyTrend(company: company, archive, context.history) {
    writeTrendSection(chart, into: &trend)
  }
  let recent = archive.releases.indices.reversed().dropFirst().prefix(recentReleases)
  let years = uniqueRuns(archive.releases.indices.reversed()) { archive.releases[$0].released.day.year }
  let events = homeEvents(context)
  return TemplateRecord(
    values: frame(
      context, address: "/", title: nil, description: archive.site.description ?? "") + [
        .text(archive.site.description),
        .record(
          newest.map { index in
            var entry = entryRecord(index, from: "/", context)
            entry.values.append(.text(archive.releases[index].summary))
            return entry
          }),
        .html(newestKeyFigures(context)),
        .html(trend.bytes()),
        .list(events),
        .flag(!events.isEmpty),
        .list(recent.map { entryRecord($0, from: "/", context) }),
        .flag(!recent.isEmpty),
        .text("All \(counted(archive.releases.count, "release"))"),
        .list(
          years.map { run in
            .init(values: [
              .text(String(run.key)),
              .text(
                relativeAddress(
                  from: "/", to: archiveIndexAddress(company: nil, year: run.key, archive))),
              .text(counted(run.members.count, "release")),
            ])
          }),
      ])
}

/// The key figures of the newest release that has any, linked to its page.
private func newestKeyFigures(_ context: PageContext) -> [UInt8] {
  for index in context.archive.releases.indices.reversed()
  where context.archive.releases[index].kind == .earnings {
    var sink = ByteSink()
    writeKeyFigures(release: index, from: "/", context, into: &sink)
    if sink.count > 0 { return sink.bytes() }
  }
  return []
}

/// All events still to come, else the last one.
private func homeEvents(_ context: PageContext) -> [TemplateRecord] {
  var upcoming: [TemplateRecord] = []
  var last: TemplateRecord?
  for index in context.archive.releases.indices {
    for number in context.archive.releases[index].events.indices {
      let event = context.archive.releases[index].events[number]
      let record = eventRecord(release: index, event: number, from: "/", context)
      if eventStatus(event, now: context.now) == .upcoming { upcoming.append(record) } else { last = record }
    }
  }
  return upcoming.isEmpty ? last.map { [$0] } ?? [] : upcoming
}
