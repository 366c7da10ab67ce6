import Checksums
import Markup
import ReleaseModel
import ReportPages
import SVGCharts

/// The Content-Security-Policy (W3C, level 3) that every file of the site is fit to be served with.
///
/// Pages load their style sheet, pictures and nothing else; `media-src` is for browsers that play an attached
/// recording in a page of their own. The checksum is that of the style sheet in drawings of their own, which is
/// the only style in any file of the site that is no file itself.
let contentSecurityPolicy: String = {
  let style = Array(standaloneStyleSheet().utf8).withUnsafeBytes { SHA256Digest(of: $0).base64 }
  return [
    "default-src 'none'", "style-src 'self' 'sha256-\(style)'", "img-src 'self'", "font-src 'self'",
    "media-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
  ].joined(separator: "; ")
}()

/// Files named by their content, which never change.
let lastingCache = "public, max-age=31536000, immutable"
/// Everything else: a correction is seen within minutes.
let briefCache = "public, max-age=300"

/// `_headers`, as hosts of static sites read it: one rule sets a header for a path, so that hosts which join the
/// values of several rules and those which take the last agree.
///
/// - Parameter paths: every address of the site.
func headersFile(_ paths: Set<String>, _ context: PageContext) -> ByteSink {
  let archive = context.archive
  let base = basePath(archive.site.baseURL)
  var sink = ByteSink(capacity: 2_048)
  func rule(_ path: String, _ headers: [(String, String)], _ sink: inout ByteSink) {
    sink.raw(path + "\n")
    for (name, value) in headers { sink.raw("  \(name): \(value)\n") }
  }
  rule(
    "\(base)*",
    [
      ("Content-Security-Policy", contentSecurityPolicy), ("X-Content-Type-Options", "nosniff"),
      ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ], &sink)
  rule("\(base)assets/*", [("Cache-Control", lastingCache)], &sink)
  rule(base, [("Cache-Control", briefCache)], &sink)
  var feedTypes: [String: String] = [:]
  for feed in feeds(archive) {
    feedTypes[feedAddress(feed.scope, feed.format, archive)] =
      feed.format.mediaType + (feed.format == .json ? "" : "; charset=utf-8")
  }
  var names: Set<String> = []
  for path in paths where path != "/" {
    let parts = path.dropFirst().split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    names.insert(parts.count > 1 ? parts[0] + "/*" : String(parts[0]))
  }
  for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where name != "assets/*" {
    let type = feedTypes["/" + name].map { [("Content-Type", $0)] } ?? []
    rule(base + name, [("Cache-Control", briefCache)] + type, &sink)
  }
  return sink
}

/// `_redirects`: one line an old address, with where the page or file is now and the status to send.
///
/// Servers turn the lines into tables in which no address may stand twice.
func redirectsFile(_ aliases: [SiteAlias], _ files: [MovedFile] = [], _ context: PageContext) -> ByteSink {
  let base = basePath(context.archive.site.baseURL).dropLast()
  var sink = ByteSink(capacity: 64 + (aliases.count + files.count) * 100)
  var seen: Set<String> = []
  func line(_ address: String, _ target: String, _ sink: inout ByteSink) {
    guard seen.insert(address).inserted else { return }
    sink.raw("\(base)\(address) \(base)\(target) 301\n")
  }
  for alias in aliases {
    let page = aliasPageAddress(alias.path)
    if page.hasSuffix("/") { line(String(page.dropLast()), alias.page, &sink) }
    line(page, alias.page, &sink)
  }
  for file in files { line(file.path, file.target, &sink) }
  return sink
}
