import CivilTime
import Markup
import ReleaseModel

/// Writes a feed in Atom (RFC 4287) and returns it whole.
func atomFeed(_ feed: Feed) -> ByteSink {
  var sink = ByteSink(capacity: 1024 + feed.entries.count * 600)
  sink.markup(
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
  sink.text(feed.language)
  sink.markup("\">\n")
  sink.element("title", feed.title, "  ")
  if let subtitle = feed.subtitle { sink.element("subtitle", subtitle, "  ") }
  sink.element("id", feed.identity, "  ")
  sink.markup("  <link rel=\"alternate\" type=\"text/html\" href=\"")
  sink.address(feed.home)
  sink.markup("\"/>\n  <link rel=\"self\" type=\"application/atom+xml\" href=\"")
  sink.address(feed.own)
  sink.markup("\"/>\n")
  sink.element("updated", feed.updated.description, "  ")
  sink.markup("  <generator>sitegen</generator>\n")
  for entry in feed.entries { write(entry, &sink) }
  sink.markup("</feed>\n")
  return sink
}

private func write(_ entry: FeedEntry, _ sink: inout ByteSink) {
  sink.markup("  <entry>\n")
  sink.element("title", entry.title, "    ")
  sink.element("id", entry.address, "    ")
  sink.markup("    <link rel=\"alternate\" type=\"text/html\" href=\"")
  sink.address(entry.address)
  sink.markup("\"/>\n")
  sink.element("published", entry.published.description, "    ")
  sink.element("updated", entry.updated.description, "    ")
  sink.markup("    <author><name>")
  sink.text(entry.author)
  sink.markup("</name></author>\n    <category term=\"")
  sink.text(entry.category)
  sink.markup("\"/>\n")
  sink.element("summary", entry.summary ?? entry.title, "    ")
  sink.markup("  </entry>\n")
}

extension ByteSink {
  /// Appends an element of XML with text, on a line of its own.
  mutating func element(_ name: StaticString, _ text: String, _ indent: StaticString) {
    markup(indent)
    markup("<")
    markup(name)
    markup(">")
    self.text(text)
    markup("</")
    markup(name)
    markup(">\n")
  }
}
