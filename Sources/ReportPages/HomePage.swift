import CivilTime
import Markup
public import PageTemplates
import ReleaseModel
import SVGCharts

/// How many releases the home page lists after the newest.
private let recentReleases = 5

/// Fills the home page, or the page of a company that is not the default one: the template `home`.
///
/// - Parameter company: whose page it is; the home page, which tells of all, where it is `nil`.
public func homeRecord(company: Int? = nil, _ context: PageContext) -> TemplateRecord {
  let archive = context.archive
  let address = companyAddress(company: company, archive)
  let told = context.lists.releases(company: company, .all)
  let drawn = company ?? archive.companies.firstIndex { $0.id == archive.site.company }
  var trend = ByteSink()
  if let drawn, let chart = companyTrend(company: drawn, context) {
    writeTrendSection([chart], into: &trend)
  }
  let recent = told.dropFirst().prefix(recentReleases)
  let years = uniqueRuns(told) { context.years[$0] }
  let events = homeEvents(told, from: address, context)
  let expected = context.publishes(.calendar) ? expectedReleases(company: company, context) : []
  let companies = company == nil && archive.companies.count > 1 ? companyLinks(context) : []
  let name = company.map { archive.companies[$0].currentName(context) }
  let standfirst = company == nil ? archive.site.description : nil
  return PageShapes.home.record(
    values: frame(
      context, address: address, title: name, description: standfirst ?? name ?? "",
      structuredData: homeStructuredData(company: company, context), company: company) + [
        .text(standfirst),
        .record(
          told.first.map { index in
            PageShapes.newestEntry.record(
              values: entryRecord(index, from: address, context).values
                + [.text(archive.releases[index].summary)])
          }),
        .html(newestKeyFigures(told, from: address, context)),
        .html(trend.bytes()),
        .list(events),
        .flag(!events.isEmpty),
        .list(expected.map { expectedRecord($0, on: address, context) }),
        .flag(!expected.isEmpty),
        .text(
          context.publishes(.calendar)
            ? relativeAddress(from: address, to: eventsAddress(company: company, year: nil, archive)) : nil),
        .text(relativeAddress(from: address, to: archiveIndexAddress(company: company, year: nil, archive))),
        .list(companies),
        .flag(!companies.isEmpty),
        .text(name),
        .text(
          company.flatMap { index in
            context.publishes(.financials)
              ? relativeAddress(
                from: address, to: financialsAddress(company: archive.companies[index], site: archive.site))
              : nil
          }),
        .list(recent.map { entryRecord($0, from: address, context) }),
        .flag(!recent.isEmpty),
        .text("All \(counted(told.count, "release"))"),
        .list(
          years.map { run in
            PageShapes.yearLink.record(
              .text(String(run.key)),
              .text(
                relativeAddress(
                  from: address, to: archiveIndexAddress(company: company, year: run.key, archive))),
              .text(counted(run.members.count, "release")))
          }),
      ])
}

/// The companies with releases: each that is not the default one leads to its page, the default one to its
/// figures, because the home page is everyone's.
private func companyLinks(_ context: PageContext) -> [TemplateRecord] {
  let archive = context.archive
  return archive.companies.indices.compactMap { index in
    let company = archive.companies[index]
    let count = context.releasesOf[index].count
    let isDefault = company.id == archive.site.company
    guard count > 0, !isDefault || context.publishes(.financials) else { return nil }
    let target =
      isDefault
      ? financialsAddress(company: company, site: archive.site) : companyAddress(company: index, archive)
    return PageShapes.companyLink.record(
      .text(company.currentName(context)), .text(relativeAddress(from: "/", to: target)),
      .text(counted(count, "release")))
  }
}

/// The key figures of the newest of the releases that has any, linked to its page.
private func newestKeyFigures(_ told: [Int], from page: String, _ context: PageContext) -> [UInt8] {
  for index in told where context.archive.releases[index].kind == .earnings {
    var sink = ByteSink()
    writeKeyFigures(release: index, from: page, context, into: &sink)
    if sink.count > 0 { return sink.bytes() }
  }
  return []
}

/// All events still to come, soonest first, else the last of the past ones.
private func homeEvents(_ told: [Int], from page: String, _ context: PageContext) -> [TemplateRecord] {
  var upcoming: [EventItem] = []
  var last: EventItem?
  for index in told {
    for (number, event) in context.archive.releases[index].events.enumerated().reversed() {
      let item = EventItem(release: index, event: number)
      if eventStatus(event, now: context.now) == .upcoming {
        upcoming.append(item)
      } else if last == nil {
        last = item
      }
    }
  }
  let soonest = upcoming.enumerated().sorted { a, b in
    (context.event(a.element).starts.order, a.offset) < (context.event(b.element).starts.order, b.offset)
  }
  let shown = upcoming.isEmpty ? [last].compactMap { $0 } : soonest.map(\.element)
  return shown.map { eventRecord(release: $0.release, event: $0.event, from: page, context) }
}
