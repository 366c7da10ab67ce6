/// When a file takes its place among the files of a build, so that no published page links to one that is
/// not there yet.
enum PublishStep: Int, Comparable, CaseIterable {
  /// What pages refer to: styles, images, data, attachments, the pages' Markdown.
  case material
  /// Pages that nothing published leads to yet. They may lead to each other, so none of them is reached before
  /// the pages that follow take their places.
  case newPages
  case pages
  /// What leads readers to new pages: the home page, the lists of releases, feeds, the site map.
  case indexes

  /// - Parameter isNew: whether nothing is published under the path.
  init(_ path: String, isNew: Bool) {
    if isNew, path.hasSuffix(".html") {
      self = .newPages
      return
    }
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
///
/// - Parameter published: the files that the output folder holds.
func publishOrder(_ paths: [String], published: Set<String>) -> [String] {
  paths.map { (step: PublishStep($0, isNew: !published.contains($0)), path: $0) }
    .sorted { a, b in a.step == b.step ? pathPrecedes(a.path, b.path) : a.step < b.step }
    .map(\.path)
}

/// The order in which files go: what leads to pages first, then pages, then what they need.
func removalOrder(_ paths: some Sequence<String>) -> [String] {
  paths.map { (step: PublishStep($0, isNew: false), path: $0) }
    .sorted { a, b in a.step == b.step ? pathPrecedes(a.path, b.path) : a.step > b.step }
    .map(\.path)
}
