import Markup
import ReleaseModel
import Testing

@testable import CivilTime
@testable import ReportPages

@Test func addressesOfFeeds() {
  let archive = ExampleArchive().archive
  let found = feeds(archive).map { feedAddress($0.scope, $0.format, archive) }
  #expect(
    found == [
      "/feed.xml", "/feed.json", "/rss.xml", "/feeds/earnings.xml", "/feeds/earnings.json",
      "/feeds/earnings.rss",
      "/feeds/announcement.xml", "/feeds/announcement.json", "/feeds/announcement.rss",
    ])
}

/// A company that is not the default one has feeds of its own, and none of the others changes its address.
@Test func feedsOfASecondCompany() {
  var example = ExampleArchive()
  let before = Set(feeds(example.archive).map { feedAddress($0.scope, $0.format, example.archive) })
  example.archive.releases[1].company = "globex"
  let archive = example.archive
  let after = Set(feeds(archive).map { feedAddress($0.scope, $0.format, archive) })
  #expect(after.isSuperset(of: before))
  #expect(
    after.subtracting(before) == [
      "/globex/feed.xml", "/globex/feed.json", "/globex/rss.xml", "/globex/feeds/announcement.xml",
      "/globex/feeds/announcement.json", "/globex/feeds/announcement.rss",
    ])
  let own = feed(FeedScope(company: 1), .atom, example.context).text()
  #expect(own.contains("<title>Globex</title>") && own.contains("/ir/globex/feed.xml"))
  #expect(own.contains("<id>https://acme.example/ir/globex/releases/2003/restructuring/</id>"))
  #expect(!own.contains("third-quarter"))
}

@Test func sitesMayPublishOneFeedOnly() {
  var archive = ExampleArchive().archive
  archive.site.outputs = [.html]
  #expect(feeds(archive).map { feedAddress($0.scope, $0.format, archive) } == ["/feed.xml"])
}

@Test(arguments: FeedFormat.allCases)
func feedsTellTheNewestFirst(format: FeedFormat) throws {
  let written = feed(FeedScope(), format, ExampleArchive().context).text()
  let third = try #require(written.firstRange(of: "third-quarter-results"))
  let second = try #require(written.firstRange(of: "second-quarter-results"))
  #expect(third.lowerBound < second.lowerBound)
  #expect(written.contains("Acme closes"))
}

@Test func feedsOfAKindTellNothingElse() {
  let written = feed(FeedScope(kind: .announcement), .json, ExampleArchive().context).text()
  #expect(written.contains("\"title\":\"Acme Corporation: Announcements\""))
  #expect(written.contains("restructuring") && !written.contains("third-quarter"))
}

@Test(arguments: [
  ("2003-11-14T21:30:00Z", "Fri, 14 Nov 2003 21:30:00 GMT"),
  ("1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT"),
])
func datesOfRSS(moment: String, written: String) throws {
  #expect(mailDate(try #require(Instant(rfc3339: moment))) == written)
}

/// A release of a day alone has the last second of its day where the company is: the one before it opens, and the last
/// whose day there is the one that the page tells.
@Test(arguments: [
  ("2003-08-13", nil, nil, "2003-08-14T03:59:59Z", "2003-08-14T03:59:59Z"),
  ("2003-12-13", nil, nil, "2003-12-14T04:59:59Z", "2003-12-14T04:59:59Z"),
  // Corrected on a later day, and on its own.
  ("2003-12-13", nil, "2003-12-20", "2003-12-14T04:59:59Z", "2003-12-20T05:00:00Z"),
  ("2003-12-13", nil, "2003-12-13", "2003-12-14T04:59:59Z", "2003-12-14T04:59:59Z"),
  // Opened at a time of its day, and on a later one.
  ("2003-12-13", "2003-12-13T16:05", nil, "2003-12-13T21:05:00Z", "2003-12-13T21:05:00Z"),
  ("2003-12-13", "2003-12-15T16:05", nil, "2003-12-14T04:59:59Z", "2003-12-14T04:59:59Z"),
])
func releasesOfADayHaveAMomentOfIt(
  released: String, opens: String?, corrected: String?, published: String, updated: String
) {
  var example = ExampleArchive()
  example.zones = [
    "America/New_York": Zone(
      name: "America/New_York",
      transitions: [
        .init(at: 1_049_612_400, to: .init(seconds: -14_400, abbreviation: "EDT", isDaylight: true)),
        .init(at: 1_067_148_000, to: .init(seconds: -18_000, abbreviation: "EST", isDaylight: false)),
      ], beforeFirst: .init(seconds: -18_000, abbreviation: "EST", isDaylight: false))
  ]
  var release = announcement()
  release.released = Moment(day: day(released))
  release.opens = opens.map(eastern)
  if let corrected {
    release.corrections = [Correction(date: Moment(day: day(corrected)), what: "A name.")]
  }
  example.archive.releases = [release]
  let context = example.context
  let atom = feed(FeedScope(), .atom, context).text()
  #expect(atom.contains("<published>\(published)</published>"), "\(atom)")
  #expect(atom.contains("    <updated>\(updated)</updated>"))
  let json = feed(FeedScope(), .json, context).text()
  #expect(json.contains("\"date_published\":\"\(published)\",\"date_modified\":\"\(updated)\""))
  let moment = Instant(rfc3339: published).map(mailDate)
  #expect(feed(FeedScope(), .rss, context).text().contains("<pubDate>\(moment ?? "")</pubDate>"))
}

private func sitemaps(_ count: Int, _ limit: SitemapLimit) -> [(path: String, text: String)] {
  let pages = (0..<count).map { index in
    SitemapPage(address: "/p\(index)/", lastModified: index % 3 == 2 ? nil : day("2003-01-0\(index % 9 + 1)"))
  }
  var files: [(path: String, text: String)] = []
  writeSitemaps(pages, ExampleArchive().context, limit: limit) { files.append(($0, $1.text())) }
  return files
}

@Test(arguments: [(0, 1), (1, 1), (4, 1), (5, 2), (8, 2), (9, 3)])
func sitemapsAreSplit(pages: Int, parts: Int) {
  let files = sitemaps(pages, SitemapLimit(addresses: 4))
  guard parts > 1 else {
    #expect(files.map(\.path) == ["sitemap.xml"])
    #expect(files[0].text.contains("<urlset"))
    return
  }
  #expect(files.map(\.path) == (1...parts).map { "sitemap-\($0).xml" } + ["sitemap.xml"])
  let urls = files.dropLast().map { $0.text.split(separator: "<url>").count - 1 }
  #expect(urls.reduce(0, +) == pages && urls.allSatisfy { (1...4).contains($0) })
  let index = files[parts].text
  #expect(index.contains("<sitemapindex"))
  for part in 1...parts { #expect(index.contains("<loc>https://acme.example/ir/sitemap-\(part).xml</loc>")) }
  // A part changed when the newest of its pages did.
  #expect(index.contains("sitemap-1.xml</loc><lastmod>2003-01-04</lastmod>"))
}

/// One sitemap while it can hold all; else several that are put together at less cost.
@Test(arguments: [(50_000, [50_000]), (50_001, [10_000, 10_000, 10_000, 10_000, 10_000, 1])])
func sitemapsHoldAllOrTenThousandAddresses(pages: Int, counts: [Int]) {
  let files = sitemaps(pages, SitemapLimit())
  let parts = counts.count == 1 ? files : files.dropLast()
  #expect(parts.map { $0.text.split(separator: "<url>").count - 1 } == counts)
  #expect(files.last?.path == "sitemap.xml")
}

@Test func sitemapsKeepWithinTheirBytes() {
  let files = sitemaps(40, SitemapLimit(bytes: 600))
  #expect(files.count > 3)
  for file in files.dropLast() { #expect(file.text.utf8.count <= 600) }
}
