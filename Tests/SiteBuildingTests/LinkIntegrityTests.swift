import Foundation
import TestSupport
import Testing

/// Every link of every page of the golden sites, followed as a browser would.
@Suite struct LinkIntegrityTests {
  @Test(arguments: foldersIn(GoldenSiteTests.folder)) func leadToFilesAndPlacesThatAreThere(
    _ name: String
  ) throws {
    let files = try filesBelow("\(GoldenSiteTests.folder)/\(name)/expected")
    // Made once everything else is.
    let published = Set(files.keys).union(["manifest.json", "SHA256SUMS"])
    let pages = files.filter { $0.key.hasSuffix(".html") }.mapValues { String(decoding: $0, as: UTF8.self) }
    let base = try basePath(of: name)
    for (file, html) in pages.sorted(by: { $0.key < $1.key }) {
      // A page for unknown addresses begins its links with the path of the site.
      let here = try #require(URL(string: "https://site.example\(base)\(file)"))
      for link in links(in: html) where !link.contains(":") {
        let target = try #require(URL(string: link, relativeTo: here), "\(file): \(link)")
        let path = target.absoluteURL.path(percentEncoded: false)
        try #require(path.hasPrefix(base), "\(file): \(link) leads out of the site")
        var wanted = String(path.dropFirst(base.count))
        if wanted.isEmpty || wanted.hasSuffix("/") { wanted += "index.html" }
        #expect(published.contains(wanted), "\(file): \(link)")
        guard let fragment = target.fragment(percentEncoded: false), let page = pages[wanted] else {
          continue
        }
        #expect(page.contains(" id=\"\(fragment)\""), "\(file): \(link)")
      }
    }
  }

  /// Pages that a reader finds without knowing their address. Those that the author wrote are the author's to link.
  @Test(arguments: foldersIn(GoldenSiteTests.folder)) func leadToEveryPageOfTheSiteMap(_ name: String) throws
  {
    let files = try filesBelow("\(GoldenSiteTests.folder)/\(name)/expected")
    let base = try basePath(of: name)
    var found: Set<String> = ["index.html"]
    var open = ["index.html"]
    while let file = open.popLast() {
      guard let bytes = files[file] else { continue }
      let here = try #require(URL(string: "https://site.example\(base)\(file)"))
      for link in links(in: String(decoding: bytes, as: UTF8.self)) where !link.contains(":") {
        guard let path = URL(string: link, relativeTo: here)?.absoluteURL.path(percentEncoded: false),
          path.hasPrefix(base)
        else { continue }
        var wanted = String(path.dropFirst(base.count))
        if wanted.isEmpty || wanted.hasSuffix("/") { wanted += "index.html" }
        if wanted.hasSuffix(".html"), found.insert(wanted).inserted { open.append(wanted) }
      }
    }
    let map = String(decoding: files["sitemap.xml"] ?? [], as: UTF8.self)
    for place in map.components(separatedBy: "<loc>").dropFirst() {
      let address = try #require(URL(string: String(place.prefix { $0 != "<" })))
      let path = String(address.path(percentEncoded: false).dropFirst(base.count))
      let page = "\(GoldenSiteTests.folder)/\(name)/site/content/pages/\(path.dropLast()).md"
      if FileManager.default.fileExists(atPath: page) { continue }
      #expect(found.contains(path + "index.html"), "\(name): /\(path) is linked from nowhere")
    }
  }

  private func links(in html: String) -> [String] {
    [" href=\"", " src=\""].flatMap { opening in
      html.components(separatedBy: opening).dropFirst().map { rest in
        String(rest.prefix { $0 != "\"" }).replacingOccurrences(of: "&amp;", with: "&")
      }
    }
  }

  /// The path of the site's `base_url`, with a slash at both ends.
  private func basePath(of name: String) throws -> String {
    let settings = try String(
      contentsOfFile: "\(GoldenSiteTests.folder)/\(name)/site/content/site.yaml", encoding: .utf8)
    let line = try #require(settings.split(separator: "\n").first { $0.hasPrefix("base_url:") })
    let url = try #require(URL(string: line.dropFirst(9).trimmingCharacters(in: .whitespaces)))
    return url.path.hasSuffix("/") ? url.path : url.path + "/"
  }
}
