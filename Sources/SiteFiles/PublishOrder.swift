/// When a file takes its place among the files of a build, so that no published page links to one that is
/// not there yet.
enum PublishStep: Int, Comparable, CaseIterable {
  /// What pages refer to: styles, images, data, attachments, the pages' Markdown.
  case material
  case pages
  /// What leads readers to new pages: the home page, the lists of releases, feeds, the site map.
  case indexes

  init(_ path: String) {
    switch path {
    case "404.html", "robots.txt", "llms.txt", "_headers", "_redirects": self = .indexes
    default:
      self = isIndex(path) ? .indexes : path.hasSuffix(".html") ? .pages : .material
    }
  }

  static func < (a: PublishStep, b: PublishStep) -> Bool { a.rawValue < b.rawValue }
}

/// Whether a file leads to pages: the home page, a company's, the lists of releases and events of all years or of
/// one, a history of figures, a feed, a calendar of all events, a site map.
private func isIndex(_ path: String) -> Bool {
  var parts = path.split(separator: "/")
  guard let file = parts.popLast() else { return false }
  switch file {
  case "index.html":
    if parts.count <= 1 { return true }
    if let last = parts.last, last.utf8.count == 4, Int(last) != nil { parts.removeLast() }
    return ["releases", "events", "financials"].contains(parts.last)
  case "feed.xml", "feed.json", "rss.xml", "calendar.ics": return parts.count <= 1
  default: return parts.last == "feeds" || parts.isEmpty && file.hasPrefix("sitemap")
  }
}

/// The order in which files take their places: by step, then by the bytes of the path.
func publishOrder(_ paths: [String]) -> [String] {
  paths.map { (step: PublishStep($0), path: $0) }
    .sorted { a, b in a.step == b.step ? pathPrecedes(a.path, b.path) : a.step < b.step }
    .map(\.path)
}
