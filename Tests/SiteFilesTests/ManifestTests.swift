import Checksums
import Diagnostics
import Markup
import Testing

@testable import SiteFiles

@Suite struct ManifestTests {
  private static let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

  @Test func listsOneFileALine() {
    let nothing = [UInt8]().withUnsafeBytes { SHA256Digest(of: $0) }
    let manifest = Manifest(
      generator: "sitegen 1.0",
      entries: [
        .init(path: "a/b.html", size: 0, digest: nothing), .init(path: "c\"\\d", size: 12, digest: nothing),
      ])
    var sink = ByteSink()
    manifest.json(site: manifest.siteDigest, into: &sink)
    #expect(
      sink.text() == """
        {"generator":"sitegen 1.0","site":"\(manifest.siteDigest.hexadecimal)","files":[
        {"path":"a/b.html","size":0,"sha256":"\(Self.empty)"},
        {"path":"c\\"\\\\d","size":12,"sha256":"\(Self.empty)"}
        ]}

        """)
    #expect(readManifest(sink.bytes())?.entries.map(\.path) == ["a/b.html", "c\"\\d"])
    sink.truncate(to: 0)
    manifest.sums(into: &sink)
    #expect(sink.text() == "\(Self.empty)  a/b.html\n\\\(Self.empty)  c\"\\\\d\n")
  }

  @Test func listsNothingForAnEmptySite() {
    var sink = ByteSink()
    let manifest = Manifest(generator: "x", isPreview: true, entries: [])
    manifest.json(site: manifest.siteDigest, into: &sink)
    #expect(
      sink.text() == "{\"generator\":\"x\",\"site\":\"\(Self.empty)\",\"preview\":true,\"files\":[\n]}\n")
    #expect(readManifest(sink.bytes())?.entries.count == 0)
    #expect(readManifest(sink.bytes())?.isPreview == true)
  }

  @Test func readsBackUnusualNames() {
    let names = ["a<b", "é/ü.html", "tab\u{2028}x", "\u{1F600}"]
    let entries = names.map {
      Manifest.Entry(path: $0, size: 1, digest: [].withUnsafeBytes { .init(of: $0) })
    }
    var sink = ByteSink()
    let manifest = Manifest(generator: "<\"x\">", entries: entries)
    manifest.json(site: manifest.siteDigest, into: &sink)
    #expect(readManifest(sink.bytes())?.entries.map(\.path) == names)
  }

  /// Somebody who adds a file to the list by hand does not make it ours to remove.
  @Test func refusesAListThatItsDigestDoesNotFit() {
    let digest = [UInt8]().withUnsafeBytes { SHA256Digest(of: $0) }
    let manifest = Manifest(generator: "x", entries: [.init(path: "a", size: 0, digest: digest)])
    var sink = ByteSink()
    manifest.json(site: manifest.siteDigest, into: &sink)
    let written = sink.text()
    #expect(readManifest(Array(written.utf8)) != nil)
    let line = "{\"path\":\"mine\",\"size\":0,\"sha256\":\"\(Self.empty)\"},\n"
    let edited = written.split(separator: "\n", maxSplits: 1).joined(separator: "\n" + line)
    #expect(edited.contains("mine"))
    #expect(readManifest(Array(edited.utf8)) == nil)
  }

  /// Versions before the digest wrote none.
  @Test func readsAManifestWithoutADigest() {
    let old =
      "{\"generator\":\"sitegen 0.1.0\",\"files\":[\n{\"path\":\"a\",\"size\":3,\"sha256\":\"\(Self.empty)\"}\n]}\n"
    #expect(readManifest(Array(old.utf8))?.entries.map(\.path) == ["a"])
  }

  @Test(arguments: [
    "", "{}", "[]", "not json", "{\"generator\":\"x\",\"files\":[",
    "{\"generator\":\"x\",\"files\":[\n{\"path\":\"../up\",\"size\":1,\"sha256\":\"\"}\n]}\n",
    "{\"generator\":\"x\",\"files\":[\n{\"path\":\"/etc/passwd\",\"size\":1,\"sha256\":\"\"}\n]}\n",
    "{\"generator\":\"x\",\"files\":[\n{\"path\":\"a/../b\",\"size\":1,\"sha256\":\"\"}\n]}\n",
    "{\"generator\":\"x\",\"files\":[\n{\"path\":\"a\\u000ab\",\"size\":1,\"sha256\":\"\"}\n]}\n",
    "{\"generator\":\"x\",\"files\":[\n{\"path\":\"a\",\"size\":1,\"sha256\":\"\"},\n]}\n",
    "{\"generator\":\"x\",\"files\":[\n{\"path\":\"a\",\"size\":1,\"sha256\":\"\"}\n{\"path\":\"b\"}\n]}\n",
    "{\"generator\":\"x\",\"files\":[\n{\"path\":\"open\n]}\n",
  ])
  func refusesWhatItDidNotWrite(_ text: String) {
    #expect(readManifest(Array(text.utf8)) == nil)
  }
}

@Suite struct PublishOrderTests {
  @Test func pagesComeAfterWhatTheyNeedAndBeforeWhatLeadsToThem() {
    let paths = [
      "index.html", "feed.xml", "releases/2003/x/index.html", "releases/index.html",
      "releases/2003/index.html",
      "assets/style.css",
      "releases/2003/x/index.md", "acme/releases/index.html", "about/index.html", "404.html", "sitemap.xml",
    ]
    #expect(
      publishOrder(paths, published: Set(paths)) == [
        "assets/style.css", "releases/2003/x/index.md", "releases/2003/x/index.html",
        // A page at the top may be a company's own, which leads to its releases.
        "404.html", "about/index.html", "acme/releases/index.html", "feed.xml", "index.html",
        "releases/2003/index.html",
        "releases/index.html", "sitemap.xml",
      ])
  }

  /// A page that exists may lead to one that is new, so the new one is there first; new ones may lead to each
  /// other, which nobody notices who comes from a page that exists.
  @Test func newPagesComeBeforeThePagesThatLeadToThem() {
    let paths = [
      "releases/2003/a/index.html", "releases/2003/b/index.html", "releases/2003/index.html", "x.css",
    ]
    #expect(
      publishOrder(paths, published: ["releases/2003/a/index.html"]) == [
        "x.css", "releases/2003/b/index.html", "releases/2003/index.html", "releases/2003/a/index.html",
      ])
  }

  @Test func whatLeadsToPagesGoesFirst() {
    #expect(
      removalOrder(["a/style.css", "a/b/index.html", "releases/index.html"]) == [
        "releases/index.html", "a/b/index.html", "a/style.css",
      ])
  }
}
