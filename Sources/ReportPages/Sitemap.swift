import CivilTime
public import Markup
import ReleaseModel

/// The sitemap of the pages at the given addresses; a release's page carries its day.
public func siteMap(_ addresses: [String], _ context: PageContext) -> ByteSink {
  let site = context.archive.site
  var days: [String: Day] = [:]
  for release in context.archive.releases {
    days[releaseAddress(release, site: site)] = release.released.day
  }
  return sitemap(
    addresses.map { SitemapEntry(address: site.baseURL + $0, lastModified: days[$0]) })
}

/// The site's `robots.txt`.
public func siteRobots(_ context: PageContext) -> ByteSink {
  robots(sitemap: context.archive.site.baseURL + "/sitemap.xml", isOpen: !context.preview.isOn)
}

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
func robots(sitemap: String, isOpen: Bool = true) -> ByteSink {
  var sink = ByteSink(capacity: 256)
  guard isOpen else {
    sink.markup("User-agent: *\nDisallow: /\n")
    return sink
  }
  sink.markup("User-agent: *\nAllow: /\n\nSitemap: ")
  sink.raw(sitemap)
  sink.markup("\n")
  return sink
}
