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
public func homeRecord(company: Int? = nil, _ context: PageContext) -> WrittenRecord {
  let archive = context.archive
  let address = companyAddress(company: company, archive)
  let told = context.lists.releases(company: company, .all)
  let drawn = company ?? archive.companies.firstIndex { $0.id == archive.site.company }
  let recent = told.dropFirst().prefix(recentReleases)
  let years = uniqueRuns(told) { context.years[$0] }
  let events = homeEvents(told, from: address, context)
  let expected = context.publishes(.calendar) ? expectedReleases(company: company, context) : []
  let companies = company == nil && archive.companies.count > 1 ? companyLinks(context) : []
  let name = company.map { archive.companies[$0].currentName(context) }
  let standfirst = company == nil ? archive.site.description : nil
  let page = ListingPage(address, context)
  var record = RecordWriter()
  record.frame(
    context, address: address, title: name, description: standfirst ?? name ?? "", company: company
  ) { appendHomeStructuredData(company: company, context, to: &$0) }
  record.text(standfirst)
  record.record(told.first, of: PageShapes.newestEntry) {
    $0.entry($1, on: page, context)
    $0.text(archive.releases[$1].summary)
  }
  record.html { appendNewestKeyFigures(told, from: address, context, to: &$0) }
  record.html {
    if let drawn, let chart = companyTrend(company: drawn, context) { writeTrendSection([chart], into: &$0) }
  }
  record.list(events)
  record.flag(!events.isEmpty)
  record.list(expected.map { expectedRecord($0, on: address, context) })
  record.flag(!expected.isEmpty)
  record.text {
    guard context.publishes(.calendar) else { return }
    $0.relativeAddress(from: address, to: eventsAddress(company: company, year: nil, archive))
  }
  record.text {
    $0.relativeAddress(from: address, to: archiveIndexAddress(company: company, year: nil, archive))
  }
  record.list(companies)
  record.flag(!companies.isEmpty)
  record.text(name)
  record.text {
    guard let company, context.publishes(.financials) else { return }
    $0.relativeAddress(
      from: address, to: financialsAddress(company: archive.companies[company], site: archive.site))
  }
  record.list(recent, of: PageShapes.entry) { $0.entry($1, on: page, context) }
  record.flag(!recent.isEmpty)
  record.text("All \(counted(told.count, "release"))")
  record.list(years, of: PageShapes.yearLink) { link, run in
    link.text { $0.decimal(run.key) }
    link.text {
      $0.relativeAddress(from: address, to: archiveIndexAddress(company: company, year: run.key, archive))
    }
    link.text(counted(run.members.count, "release"))
  }
  return record.page(PageShapes.home)
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

/// Appends the key figures of the newest of the releases that has any, linked to its page.
private func appendNewestKeyFigures(
  _ told: ReleasePlaces, from page: String, _ context: PageContext, to sink: inout ByteSink
) {
  let start = sink.count
  for index in told where context.archive.releases[index].kind == .earnings {
    writeKeyFigures(release: index, from: page, context, into: &sink)
    if sink.count > start { return }
  }
}

/// All events still to come, soonest first, else the last of the past ones.
private func homeEvents(_ told: ReleasePlaces, from page: String, _ context: PageContext) -> [TemplateRecord]
{
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
