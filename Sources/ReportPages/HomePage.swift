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
  let years = uniqueRuns(archive.releases.indices.reversed()) { context.years[$0] }
  let events = homeEvents(context)
  return PageShapes.home.record(
    values: frame(
      context, address: "/", title: nil, description: archive.site.description ?? "") + [
        .text(archive.site.description),
        .record(
          newest.map { index in
            PageShapes.newestEntry.record(
              values: entryRecord(index, from: "/", context).values + [.text(archive.releases[index].summary)]
            )
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
            PageShapes.yearLink.record(
              .text(String(run.key)),
              .text(
                relativeAddress(
                  from: "/", to: archiveIndexAddress(company: nil, year: run.key, archive))),
              .text(counted(run.members.count, "release")))
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

/// All events still to come, those of the newest release first, else the last of the past ones.
private func homeEvents(_ context: PageContext) -> [TemplateRecord] {
  var upcoming: [(release: Int, event: Int)] = []
  var last: (release: Int, event: Int)?
  for (index, release) in context.archive.releases.enumerated().reversed() {
    for (number, event) in release.events.enumerated().reversed() {
      if eventStatus(event, now: context.now) == .upcoming {
        upcoming.append((index, number))
      } else if last == nil {
        last = (index, number)
      }
    }
  }
  let shown = upcoming.isEmpty ? [last].compactMap { $0 } : upcoming
  return shown.map { eventRecord(release: $0.release, event: $0.event, from: "/", context) }
}
