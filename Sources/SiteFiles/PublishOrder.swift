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
    case "index.html", "404.html", "feed.xml", "feed.json", "sitemap.xml", "robots.txt", "llms.txt",
      "calendar.ics":
      self = .indexes
    default:
      if path.hasSuffix("releases/index.html") || path == "financials/index.html"
        || path == "events/index.html"
      {
        self = .indexes
      } else {
        self = path.hasSuffix(".html") ? .pages : .material
      }
    }
  }

  static func < (a: PublishStep, b: PublishStep) -> Bool { a.rawValue < b.rawValue }
}

/// The order in which files take their places: by step, then by the bytes of the path.
func publishOrder(_ paths: [String]) -> [String] {
  paths.map { (step: PublishStep($0), path: $0) }
    .sorted { a, b in a.step == b.step ? pathPrecedes(a.path, b.path) : a.step < b.step }
    .map(\.path)
}
