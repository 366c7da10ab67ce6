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
    manifest.json(into: &sink)
    #expect(
      sink.text() == """
        {"generator":"sitegen 1.0","files":[
        {"path":"a/b.html","size":0,"sha256":"\(Self.empty)"},
        {"path":"c\\"\\\\d","size":12,"sha256":"\(Self.empty)"}
        ]}

        """)
    #expect(manifestPaths(sink.bytes()) == ["a/b.html", "c\"\\d"])
    sink.truncate(to: 0)
    manifest.sums(into: &sink)
    #expect(sink.text() == "\(Self.empty)  a/b.html\n\\\(Self.empty)  c\"\\\\d\n")
  }

  @Test func listsNothingForAnEmptySite() {
    var sink = ByteSink()
    Manifest(generator: "x", entries: []).json(into: &sink)
    #expect(sink.text() == "{\"generator\":\"x\",\"files\":[\n]}\n")
    #expect(manifestPaths(sink.bytes()) == [])
  }

  @Test func readsBackUnusualNames() {
    let names = ["a<b", "é/ü.html", "tab\u{2028}x", "\u{1F600}"]
    let entries = names.map {
      Manifest.Entry(path: $0, size: 1, digest: [].withUnsafeBytes { .init(of: $0) })
    }
    var sink = ByteSink()
    Manifest(generator: "<\"x\">", entries: entries).json(into: &sink)
    #expect(manifestPaths(sink.bytes()) == names)
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
    #expect(manifestPaths(Array(text.utf8)) == nil)
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
      publishOrder(paths) == [
        "assets/style.css", "releases/2003/x/index.md", "about/index.html", "releases/2003/x/index.html",
        "404.html", "acme/releases/index.html", "feed.xml", "index.html", "releases/2003/index.html",
        "releases/index.html", "sitemap.xml",
      ])
  }
}
