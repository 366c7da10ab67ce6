import CivilTime
public import Markup
import ReleaseModel

/// How many of the newest releases a feed tells.
private let longestFeed = 50

/// The feed of the whole archive, newest first.
public func archiveFeed(_ context: PageContext) -> ByteSink {
  let archive = context.archive
  let site = archive.site
  let entries = archive.releases.suffix(longestFeed).reversed().map { release in
    let company = context.company(release.company)
    return FeedEntry(
      address: site.baseURL + releaseAddress(release, site: site), title: release.headline,
      summary: release.summary,
      author: company?.name(on: release.released.day) ?? release.company,
      category: kindWords(release, company?.fiscal ?? .calendarYear), published: release.released,
      updated: release.updated)
  }
  return atomFeed(
    title: site.title, subtitle: site.tagline, language: site.language, home: site.baseURL + "/",
    own: site.baseURL + "/feed.xml", entries: entries)
}

/// One release as feeds tell it.
struct FeedEntry {
  /// The permanent address with scheme and host.
  var address: String
  var title: String
  var summary: String?
  /// The company's name on the day of the release.
  var author: String
  /// In words: `Quarterly results`.
  var category: String
  var published: Moment
  /// Its last correction, or its publication.
  var updated: Moment
}

/// Writes a feed in Atom (RFC 4287) and returns it whole.
///
/// The feed is updated when the last of its entries was; with no entry, at the beginning of 1970, because a feed
/// must say something and the clock must not.
func atomFeed(
  title: String, subtitle: String?, language: String, home: String, own: String, entries: [FeedEntry]
) -> ByteSink {
  var sink = ByteSink(capacity: 1024 + entries.count * 600)
  sink.markup(
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
  sink.text(language)
  sink.markup("\">\n")
  element("title", title, "  ", &sink)
  if let subtitle { element("subtitle", subtitle, "  ", &sink) }
  element("id", home, "  ", &sink)
  sink.markup("  <link rel=\"alternate\" type=\"text/html\" href=\"")
  sink.address(home)
  sink.markup("\"/>\n  <link rel=\"self\" type=\"application/atom+xml\" href=\"")
  sink.address(own)
  sink.markup("\"/>\n")
  element("updated", entries.map { rfc3339($0.updated) }.max() ?? "1970-01-01T00:00:00Z", "  ", &sink)
  sink.markup("  <generator>sitegen</generator>\n")
  for entry in entries { write(entry, &sink) }
  sink.markup("</feed>\n")
  return sink
}

private func write(_ entry: FeedEntry, _ sink: inout ByteSink) {
  let time = rfc3339(entry.published)
  sink.markup("  <entry>\n")
  element("title", entry.title, "    ", &sink)
  element("id", entry.address, "    ", &sink)
  sink.markup("    <link rel=\"alternate\" type=\"text/html\" href=\"")
  sink.address(entry.address)
  sink.markup("\"/>\n")
  element("published", time, "    ", &sink)
  element("updated", rfc3339(entry.updated), "    ", &sink)
  sink.markup("    <author><name>")
  sink.text(entry.author)
  sink.markup("</name></author>\n    <category term=\"")
  sink.text(entry.category)
  sink.markup("\"/>\n")
  element("summary", entry.summary ?? entry.title, "    ", &sink)
  sink.markup("  </entry>\n")
}

private func element(_ name: StaticString, _ text: String, _ indent: StaticString, _ sink: inout ByteSink) {
  sink.markup(indent)
  sink.markup("<")
  sink.markup(name)
  sink.markup(">")
  sink.text(text)
  sink.markup("</")
  sink.markup(name)
  sink.markup(">\n")
}

/// A moment as RFC 3339; a day without a time is its first second in UTC, the same on every machine.
func rfc3339(_ moment: Moment) -> String {
  moment.time?.instant.description ?? "\(moment.day)T00:00:00Z"
}
