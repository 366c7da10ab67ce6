import CivilTime
import Markup
import ReleaseModel
import ReportPages

/// Writes what lists the pages: feeds, calendars, sitemaps, robots and what servers read.
///
/// - Parameter moved: files that servers send readers on from.
func writeLists(
  _ plan: SitePlan, _ inputs: SiteInputs, _ output: SiteOutput, _ made: inout MadePage,
  moved: [MovedFile] = [], limit: SitemapLimit = SitemapLimit()
) {
  let context = inputs.context
  let archive = context.archive
  for (scope, format) in feeds(archive) {
    let file = String(feedAddress(scope, format, archive).dropFirst())
    hand(file, feed(scope, format, context), output, &made)
  }
  for company in calendarScopes(archive, now: context.now) {
    guard let calendar = archiveCalendar(company: company, context) else { continue }
    hand(String(calendarAddress(company: company, archive).dropFirst()), calendar, output, &made)
  }
  var changes = NewestDays(context)
  let pages = plan.pages.compactMap { page in
    page.isListed
      ? page.address.map { SitemapPage(address: $0, lastModified: changes.day(of: page.task)) } : nil
  }
  var sitemaps: [String] = []
  writeSitemaps(pages, context, limit: limit) { path, sink in
    sitemaps.append("/" + path)
    hand(path, sink, output, &made)
  }
  hand("robots.txt", siteRobots(context), output, &made)
  guard archive.site.outputs.contains(.hosting) else { return }
  hand("_headers", headersFile(context.addresses.union(sitemaps), context), output, &made)
  hand("_redirects", redirectsFile(inputs.aliases, moved, context), output, &made)
  hand("llms.txt", languageModelGuide(context), output, &made)
}

/// Whose calendars there are: everyone's, and that of each company that is not the default one.
func calendarScopes(_ archive: ReleaseArchive, now: Instant) -> [Int?] {
  let others = archive.companies.indices.filter { archive.companies[$0].id != archive.site.company }
  return ([nil] + others.map(Optional.some)).filter { hasCalendar(company: $0, archive, now: now) }
}

/// The days on which releases last changed: when the pages that list them changed last.
private struct NewestDays {
  private let lists: ReleaseLists
  /// Of each release the day on which it last changed.
  private let days: [Day]
  /// Of lists that were asked for; a long list has many pages.
  private var known: [ReleaseListing: Day?] = [:]

  init(_ context: PageContext) {
    lists = context.lists
    days = context.archive.releases.map(\.updated.day)
  }

  /// The day of a page's newest content; `nil` where nothing dates it.
  mutating func day(of task: PageTask) -> Day? {
    switch task {
    case .release(let index): return days[index]
    case .releases(let listing): return newest(listing.company, listing.scope)
    case .home, .dataQuality: return newest(nil)
    case .company(let company), .financials(let company): return newest(company)
    case .events(let company, _): return newest(company)
    case .oldVersion, .written, .moved, .notFound, .withdrawn: return nil
    }
  }

  private mutating func newest(_ company: Int?, _ scope: ReleaseListing.Scope = .all) -> Day? {
    let list = ReleaseListing(company: company, scope: scope)
    if let day = known[list] { return day }
    let day = lists.releases(company: company, scope).map { days[$0] }.max()
    known[list] = .some(day)
    return day
  }
}

/// Writes the assets that pages load.
func writeAssets(_ theme: Theme, _ output: SiteOutput, _ made: inout MadePage) {
  for asset in theme.assets {
    var sink = ByteSink(capacity: asset.bytes.count)
    sink.append(asset.bytes)
    hand(asset.published, sink, output, &made)
  }
}
