import CivilTime
import Diagnostics
import Foundation
import ReleaseFormat
import SiteBuilding
import TestSupport
import Testing

/// What a corrected release publishes, and where its old version must not be.
@Suite struct CorrectionTests {
  static let old = "releases/2004/second-quarter-results/versions/2004-08-11/"
  static let current = "releases/2004/second-quarter-results/"

  private static func built() throws -> [String: String] {
    build(try siteFiles(GoldenSiteTests.folder + "/corrections/site"), jobs: 2).mapValues {
      String(decoding: $0, as: UTF8.self)
    }
  }

  @Test func theOldVersionIsKeptAndSaysSo() throws {
    let site = try Self.built()
    let page = try #require(site[Self.old + "index.html"])
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(page.contains("Old version, until <time datetime=\"2004-08-13\">"))
    #expect(page.contains("href=\"../../\">The release as it stands now</a>"))
    #expect(page.contains("$510,000") && page.contains("Ithaca"))
    #expect(site[Self.old + "income-statement.csv"]?.contains(",510000,") == true)
    #expect(site[Self.old + "release.json"]?.contains("\"value\":\"510000\"") == true)
    #expect(site[Self.old + "index.md"]?.contains("This is an old version") == true)
    #expect(!page.contains("rel=\"prev\"") && !page.contains("rel=\"next\""))
  }

  /// A draft's errors stop nothing, and what was published once was none.
  @Test(arguments: ["draft: true", "publish_at: 2040-01-01T00:00 UTC"]) func anOldVersionIsNoDraft(
    _ line: String
  ) throws {
    var files = try siteFiles(GoldenSiteTests.folder + "/corrections/site")
    let path = "content/releases/2004-08-11-second-quarter-results/versions/2004-08-11/release.yaml"
    try #require(files[path] != nil)
    files[path]? += Array((line + "\n").utf8)
    let collected = CollectedOutput()
    let result = buildSite(
      siteSource(files), BuildOptions(now: Instant(seconds: 1_200_000_000), theme: theme),
      output: collected.output)
    let errors = result.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code.id) == ["F020"])
    #expect(
      errors.first?.message.hasPrefix("an old version has no key '\(line.prefix { $0 != ":" })'") == true)
    #expect(errors.first?.place?.path == path)
  }

  @Test func whatAndWhyAreTwoSentences() throws {
    var files = try siteFiles(GoldenSiteTests.folder + "/corrections/site")
    let path = "content/releases/2004-08-11-second-quarter-results/release.yaml"
    let text = String(decoding: try #require(files[path]), as: UTF8.self)
      .replacing("follows from it.", with: "follows from it").replacing("were swapped.", with: "were swapped")
    files[path] = Array(text.utf8)
    let site = build(files, jobs: 1)
    for file in ["index.html", "index.md"] {
      let page = String(decoding: try #require(site[Self.current + file]), as: UTF8.self)
      #expect(page.contains("all that follows from it. Two digits were swapped."), "\(file)")
    }
  }

  @Test func theReleaseTellsOfItsCorrections() throws {
    let site = try Self.built()
    let page = try #require(site[Self.current + "index.html"])
    #expect(page.contains("Correction <time datetime=\"2004-08-13\">August 13, 2004</time>"))
    #expect(page.contains("href=\"versions/2004-08-11/\""))
    #expect(page.contains("Two digits were swapped."))
    #expect(!page.contains("noindex"))
    #expect(page.contains("\"dateModified\":\"2004-08-20\""))
    #expect(site[Self.current + "index.md"]?.contains("updated: \"2004-08-20\"") == true)
    #expect(site["feed.xml"]?.contains("<updated>2004-08-20T04:00:00Z</updated>") == true)
    #expect(site["sitemap.xml"]?.contains("<lastmod>2004-08-20</lastmod>") == true)
  }

  @Test func theOldVersionIsInNoList() throws {
    for (path, text) in try Self.built()
    where !path.hasPrefix(Self.old) && path != Self.current + "index.html" {
      let mentions =
        text.contains("versions/2004-08-11") || text.contains("510000") || text.contains("510,000")
      let isTold = path == Self.current + "index.md" || path == Self.current + "release.json"
      #expect(!mentions || isTold, "\(path) knows of the old version")
    }
  }

  @Test func anEmbargoedReleaseHasNoOldVersionEither() throws {
    var files = try siteFiles(GoldenSiteTests.folder + "/corrections/site")
    files["content/site.yaml"] = Array(
      String(decoding: files["content/site.yaml"] ?? [], as: UTF8.self)
        .replacingOccurrences(of: "as_of: 2005-06-01T12:00:00Z", with: "as_of: 2004-08-11T00:00:00Z").utf8)
    let site = build(files, jobs: 1)
    #expect(site["index.html"] != nil)
    #expect(site.keys.filter { $0.contains("second-quarter") } == [])
  }

  @Test func headlinesOfAnyLengthAndScriptArePublishedWhole() throws {
    var files = try siteFiles(GoldenSiteTests.folder + "/corrections/site")
    let release = "content/releases/2004-05-12-first-quarter-results/release.yaml"
    let words = String(repeating: "אבג e\u{301}\u{327} and so on, ", count: 600)
    #expect(words.count > 10_000)
    files[release] = Array(
      String(decoding: files[release] ?? [], as: UTF8.self)
        .replacingOccurrences(of: "Dovetail turns a profit in the first quarter", with: "\"\(words)end\"")
        .replacingOccurrences(of: "title: Statements of operations", with: "title: \"\(words)end\"").utf8)
    let site = build(files, jobs: 1)
    let folder = "releases/2004/first-quarter-results/"
    let page = String(decoding: site[folder + "index.html"] ?? [], as: UTF8.self)
    #expect(page.contains("<h1 dir=\"auto\">\(words)end</h1>"))
    let json = try JSONSerialization.jsonObject(with: Data(site[folder + "release.json"] ?? []))
    #expect((json as? [String: Any])?["headline"] as? String == "\(words)end")
    let sheet = try #require(unzipped(site[folder + "income-statement.xlsx"] ?? []))
    #expect(String(decoding: sheet["xl/sharedStrings.xml"] ?? [], as: UTF8.self).contains("\(words)end"))
  }
}
