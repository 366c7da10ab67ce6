public import CivilTime
public import Markup
import ReleaseModel

/// A page that search engines may list.
public struct SitemapPage: Hashable, Sendable {
  /// Below the site's root: `/releases/2003/x/`.
  public var address: String
  /// The day of its newest content; `nil` where nothing dates it.
  public var lastModified: Day?

  public init(address: String, lastModified: Day?) {
    self.address = address
    self.lastModified = lastModified
  }
}

/// How much one sitemap may hold.
///
/// The protocol lets one hold 50,000 addresses and 50 MB (sitemaps.org protocol 0.9). Where one cannot hold all, each
/// holds fewer, because each is put together whole: one of 50,000 takes eight megabytes, and is written anew when one
/// page changes.
public struct SitemapLimit: Hashable, Sendable {
  public var addresses: Int
  /// Of each of several.
  public var addressesOfPart: Int
  public var bytes: Int

  public init(addresses: Int = 50_000, ofPart: Int = 10_000, bytes: Int = 50_000_000) {
    self.addresses = addresses
    addressesOfPart = min(ofPart, addresses)
    self.bytes = bytes
  }
}

/// Hands the site's sitemaps to `write`: `sitemap.xml` where it can hold all pages, else `sitemap-1.xml` and so
/// on, with `sitemap.xml` as the index of them.
public func writeSitemaps(
  _ pages: [SitemapPage], _ context: PageContext, limit: SitemapLimit = SitemapLimit(),
  write: (_ path: String, _ bytes: borrowing ByteSink) -> Void
) {
  let base = context.archive.site.baseURL
  let most = pages.count > limit.addresses ? limit.addressesOfPart : limit.addresses
  var parts: [SitemapPage] = []
  var sink = ByteSink(capacity: 65_536)
  var entry = ByteSink(capacity: 512)
  var count = 0
  var newest: Day?
  sink.markup(opening)
  func close(_ path: String) {
    sink.markup("</urlset>\n")
    write(path, sink)
    parts.append(SitemapPage(address: "/" + path, lastModified: newest))
    sink.truncate(to: 0)
    sink.markup(opening)
    (count, newest) = (0, nil)
  }
  for page in pages {
    entry.truncate(to: 0)
    append(page, "url", base, &entry)
    if count >= most || (count > 0 && sink.count + entry.count + closingLength > limit.bytes) {
      close("sitemap-\(parts.count + 1).xml")
    }
    sink.append(entry)
    count += 1
    if let day = page.lastModified { newest = max(newest ?? day, day) }
  }
  guard !parts.isEmpty else { return close("sitemap.xml") }
  close("sitemap-\(parts.count + 1).xml")
  var index = ByteSink(capacity: 128 + parts.count * 140)
  index.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
  index.markup("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
  for part in parts { append(part, "sitemap", base, &index) }
  index.markup("</sitemapindex>\n")
  write("sitemap.xml", index)
}

private let opening: StaticString =
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
private let closingLength = "</urlset>\n".utf8.count

private func append(_ page: SitemapPage, _ name: StaticString, _ base: String, _ sink: inout ByteSink) {
  sink.markup("<")
  sink.markup(name)
  sink.markup("><loc>")
  sink.address(base + page.address)
  sink.markup("</loc>")
  if let day = page.lastModified {
    sink.markup("<lastmod>")
    sink.raw(day.description)
    sink.markup("</lastmod>")
  }
  sink.markup("</")
  sink.markup(name)
  sink.markup(">\n")
}

/// The site's `robots.txt` (RFC 9309): everything may be read, and here is the sitemap.
public func siteRobots(_ context: PageContext) -> ByteSink {
  var sink = ByteSink(capacity: 256)
  guard !context.preview.isOn else {
    sink.markup("User-agent: *\nDisallow: /\n")
    return sink
  }
  sink.markup("User-agent: *\nAllow: /\n\nSitemap: ")
  sink.raw(context.archive.site.baseURL + "/sitemap.xml")
  sink.markup("\n")
  return sink
}
