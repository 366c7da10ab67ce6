import CivilTime
public import Markup
import ReleaseModel

/// How many of the newest releases the guide lists; the rest are a link away.
private let longestGuide = 100

/// `llms.txt` (llmstxt.org): what the site is and where its text and data can be had without its markup.
public func languageModelGuide(_ context: PageContext) -> ByteSink {
  let archive = context.archive
  let site = archive.site
  var sink = ByteSink(capacity: 16_384)
  sink.markup("# ")
  sink.markdown(site.title)
  sink.markup("\n\n> ")
  sink.markdown(site.description ?? site.tagline ?? "Releases with their figures, periods and sources.")
  sink.markup("\n\n")
  sink.markup("Every figure on every page is one fact from one release. ")
  if let notice = site.notice { sink.markdown(notice) }
  sink.markup("\n\n## Releases\n\n")
  for release in archive.releases.suffix(longestGuide).reversed() {
    let address = releaseAddress(release, site: site)
    item(
      release.headline, address + (context.publishes(.markdown) ? "index.md" : ""),
      "\(release.released.day)" + (release.summary.map { ": \($0)" } ?? ""), site, &sink)
  }
  item("All releases", "/releases/", "by year and kind", site, &sink)
  sink.markup("\n## Data\n\n")
  if context.publishes(.financials) {
    for company in archive.companies.indices
    where !context.releasesOf[company].isEmpty || archive.companies[company].id == site.company {
      let own = archive.companies[company]
      item(
        "Financial history of \(own.currentName(context))", financialsAddress(company: own, site: site),
        "every figure across releases, with what was revised", site, &sink)
    }
  }
  for format in context.publishes(.feeds) ? FeedFormat.allCases : [.atom] {
    let name = format == .atom ? "Atom feed" : format == .json ? "JSON Feed" : "RSS feed"
    item(name, feedAddress(FeedScope(), format, archive), "the newest releases", site, &sink)
  }
  if hasCalendar(company: nil, archive, now: context.now) {
    item("Calendar", calendarAddress(company: nil, archive), "calls, webcasts and meetings", site, &sink)
  }
  sink.markup("\n## Optional\n\n")
  if context.publishes(.calendar) {
    item("Events", eventsAddress(company: nil, year: nil, archive), "upcoming and past", site, &sink)
  }
  item("Site map", "/sitemap.xml", "every page", site, &sink)
  return sink
}

private func item(
  _ title: String, _ address: String, _ note: String, _ site: SiteSettings, _ sink: inout ByteSink
) {
  sink.markup("- [")
  sink.markdown(title)
  sink.markup("](")
  sink.append(markdownDestination(site.baseURL + address))
  sink.markup("): ")
  sink.markdown(note)
  sink.append(10)
}
