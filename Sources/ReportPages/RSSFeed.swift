import CivilTime
import Markup
import ReleaseModel

/// Writes a feed in RSS 2.0 (RSS Advisory Board, 2.0.11) and returns it whole.
///
/// Authors stand in Dublin Core's `creator`, because RSS's own element wants an e-mail address.
func rssFeed(_ feed: Feed) -> ByteSink {
  var sink = ByteSink(capacity: 1024 + feed.entries.count * 600)
  sink.markup("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\"")
  sink.markup(" xmlns:atom=\"http://www.w3.org/2005/Atom\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n")
  sink.markup("<channel>\n")
  sink.element("title", feed.title, "  ")
  sink.link(feed.home, "  ")
  sink.element("description", feed.subtitle ?? feed.title, "  ")
  sink.element("language", feed.language, "  ")
  sink.markup("  <atom:link rel=\"self\" type=\"application/rss+xml\" href=\"")
  sink.address(feed.own)
  sink.markup("\"/>\n")
  sink.element("lastBuildDate", mailDate(feed.updated), "  ")
  sink.element("generator", "sitegen", "  ")
  for entry in feed.entries {
    sink.markup("  <item>\n")
    sink.element("title", entry.title, "    ")
    sink.link(entry.address, "    ")
    sink.markup("    <guid isPermaLink=\"true\">")
    sink.address(entry.address)
    sink.markup("</guid>\n")
    sink.element("pubDate", mailDate(entry.published), "    ")
    sink.element("dc:creator", entry.author, "    ")
    sink.element("category", entry.category, "    ")
    sink.element("description", entry.summary ?? entry.title, "    ")
    sink.markup("  </item>\n")
  }
  sink.markup("</channel>\n</rss>\n")
  return sink
}

extension ByteSink {
  fileprivate mutating func link(_ address: String, _ indent: StaticString) {
    markup(indent)
    markup("<link>")
    self.address(address)
    markup("</link>\n")
  }
}

/// `Fri, 14 Nov 2003 21:30:00 GMT` (RFC 822 with a year of four digits).
func mailDate(_ instant: Instant) -> String {
  let utc = instant.utc
  let (year, month, day) = utc.day.parts
  return
    "\(EnglishCalendar.weekday(utc.day).prefix(3)), \(padded(day, 2)) \(EnglishCalendar.months[month - 1].prefix(3)) "
    + "\(padded(year, 4)) \(utc.isoClock):\(padded(utc.second % 60, 2)) GMT"
}
