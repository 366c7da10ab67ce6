import CivilTime
import Markup

/// A page that search engines may list.
struct SitemapEntry {
  /// The permanent address with scheme and host.
  var address: String
  /// The day of its newest content; `nil` where nothing dates it.
  var lastModified: Day?
}

/// Writes `sitemap.xml` (sitemaps.org protocol 0.9).
func sitemap(_ entries: [SitemapEntry]) -> ByteSink {
  var sink = ByteSink(capacity: 256 + entries.count * 140)
  sink.markup(
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
  )
  for entry in entries {
    sink.markup("<url><loc>")
    sink.address(entry.address)
    sink.markup("</loc>")
    if let day = entry.lastModified {
      sink.markup("<lastmod>")
      sink.raw(day.description)
      sink.markup("</lastmod>")
    }
    sink.markup("</url>\n")
  }
  sink.markup("</urlset>\n")
  return sink
}

/// Writes `robots.txt` (RFC 9309): everything may be read, and here is the sitemap.
func robots(sitemap: String) -> ByteSink {
  var sink = ByteSink(capacity: 256)
  sink.markup("User-agent: *\nAllow: /\n\nSitemap: ")
  sink.raw(sitemap)
  sink.markup("\n")
  return sink
}
