import Diagnostics
import Glibc
import ReleaseFormat
import Testing

@testable import SiteFiles

@Suite struct OpenSiteTests {
  let folder = TemporaryFolder()

  @Test func listsFilesInTheOrderOfTheirBytes() throws {
    for name in [
      "content/b.md", "content/a/z.md", "content/a.md", "content/a-b/c.csv", "Templates/page.html",
    ] {
      folder.write(name, "12345")
    }
    folder.write("content/.hidden", "no")
    folder.write("content/.git/config", "no")
    folder.write("notes.txt", "no")
    let site = try openSite(folder.path)
    #expect(
      site.source.files.map(\.path) == [
        "Templates/page.html", "content/a-b/c.csv", "content/a.md", "content/a/z.md", "content/b.md",
      ])
    #expect(site.source.files.allSatisfy { $0.size == 5 })
    #expect(site.diagnostics.isEmpty)
    #expect(site.folder == folder.path)
  }

  @Test func readsListedFilesOnly() throws {
    folder.write("content/a.md", "words")
    folder.write("secret.txt", "secret")
    let site = try openSite(folder.path)
    #expect(try site.source.read("content/a.md").get() == Array("words".utf8))
    for path in ["secret.txt", "content/../secret.txt", "content/./a.md", "/etc/passwd", "", "content"] {
      #expect(throws: (any Error).self) { try site.source.read(path).get() }
    }
  }

  @Test func missingContentIsMissingInput() {
    folder.write("other/a.md")
    let failure = #expect(throws: FileFailure.self) { try openSite(folder.path) }
    #expect(failure?.kind == .inputMissing)
    #expect(failure?.diagnostic.code.id == "P001")
    #expect(failure?.diagnostic.message == "there is no 'content' folder in '\(folder.path)'")
  }

  @Test func linksThatLeaveTheSiteAreNotFollowed() throws {
    folder.write("content/a.md", "words")
    folder.write(".env", "secret")
    folder.link("content/inside.md", to: "a.md")
    folder.link("content/passwd", to: "/etc/passwd")
    folder.link("content/env", to: "../.env")
    folder.link("content/etc", to: "/etc")
    folder.link("content/circle", to: "circle")
    folder.link("content/up", to: "..")
    folder.link("content/nowhere", to: "missing.md")
    let site = try openSite(folder.path)
    #expect(site.source.files.map(\.path) == ["content/a.md", "content/inside.md"])
    #expect(try site.source.read("content/inside.md").get() == Array("words".utf8))
    #expect(site.diagnostics.allSatisfy { $0.code.id == "P101" && $0.severity == .error })
    #expect(
      site.diagnostics.map { $0.place?.path } == [
        "content/circle", "content/env", "content/etc", "content/nowhere", "content/passwd", "content/up",
      ])
  }

  @Test func contentItselfIsNoLink() throws {
    folder.write("elsewhere/a.md")
    folder.link("content", to: "elsewhere")
    let site = try openSite(folder.path)
    #expect(site.source.files.isEmpty)
    #expect(site.diagnostics.map(\.code.id) == ["P101"])
  }

  @Test func pipesAreNotOpened() throws {
    folder.write("content/a.md")
    mkfifo(folder.path + "/content/pipe.md", 0o666)
    let site = try openSite(folder.path)
    #expect(site.source.files.map(\.path) == ["content/a.md"])
    #expect(site.diagnostics.map(\.code.id) == ["P102"])
    #expect(site.diagnostics.map(\.message) == ["'pipe.md' is neither a file nor a folder"])
    #expect(site.diagnostics.map { $0.place?.path } == ["content/pipe.md"])
  }

  @Test func namesArePlainText() throws {
    folder.makeFolder("content")
    for name: [UInt8] in [[0x61, 0x0A, 0x62], [0xFF, 0x61], [0xC3, 0xA9]] {
      var path = Array((folder.path + "/content/").utf8CString.dropLast())
      path += name.map { CChar(bitPattern: $0) } + [0]
      close(open(path, O_WRONLY | O_CREAT, 0o666))
    }
    let site = try openSite(folder.path)
    #expect(site.source.files.map(\.path) == ["content/é"])
    #expect(site.diagnostics.map(\.code.id) == ["P103", "P103"])
    #expect(site.diagnostics.map { $0.place?.path } == ["content/a\u{FFFD}b", "content/\u{FFFD}a"])
  }

  @Test func pathsAreShort() throws {
    var path = "content"
    for _ in 0..<33 { path += "/d" }
    folder.write(path + "/deep.md")
    let long =
      "content/" + Array(repeating: String(repeating: "n", count: 200), count: 5).joined(separator: "/")
    folder.write(long + "/" + String(repeating: "f", count: 100))
    let site = try openSite(folder.path)
    #expect(site.source.files.isEmpty)
    #expect(site.diagnostics.map(\.code.id) == ["P104", "P104"])
  }

  @Test func largeFilesAreNotRead() throws {
    folder.write("content/film.mp4")
    truncate(folder.path + "/content/film.mp4", (64 << 20) + 1)
    let site = try openSite(folder.path)
    #expect(site.source.files.isEmpty)
    #expect(site.diagnostics.map(\.code.id) == ["P105"])
    #expect(site.diagnostics.map(\.message) == ["'film.mp4' has 67108865 bytes; 67108864 are allowed"])
  }
}

@Suite struct FindSiteFolderTests {
  let folder = TemporaryFolder()

  @Test func looksUpwardForSettingsThenForContent() {
    folder.write("site/content/site.yaml")
    folder.write("site/content/releases/2003-11-14-x/content/a.md")
    folder.write("bare/content/pages/a.md")
    let cases = [
      ("site", "/site"), ("site/content", "/site"), ("site/content/releases/2003-11-14-x", "/site"),
      ("bare/content/pages", "/bare"),
    ]
    for (start, found) in cases {
      #expect(findSiteFolder(from: folder.path + "/" + start) == folder.path + found)
    }
    #expect(findSiteFolder(from: folder.path) == nil)
    #expect(findSiteFolder(from: folder.path + "/missing") == nil)
  }
}

@Suite struct ZoneDatabaseTests {
  @Test(arguments: ["America/Los_Angeles", "Europe/Berlin", "UTC", "Etc/GMT+8", "US/Pacific"])
  func findsZones(_ name: String) {
    #expect(zoneBytes(name)?.starts(with: Array("TZif2".utf8)) == true)
  }

  @Test(arguments: [
    "", "/etc/localtime", "../zoneinfo/UTC", "America/../UTC", "America", "America/", "localtime",
    "posixrules",
    "right/UTC", "posix/UTC", "zone.tab", "Mars/Olympus", "Ámerica", "tzdata.zi",
    String(repeating: "A", count: 65),
  ])
  func findsNothingElse(_ name: String) {
    #expect(zoneBytes(name) == nil)
  }

  @Test func aMissingDatabaseIsMissingInput() throws {
    try requireZoneDatabase()
    let failure = #expect(throws: FileFailure.self) { try requireZoneDatabase("/nonexistent/zoneinfo") }
    #expect(failure?.kind == .inputMissing)
    #expect(failure?.diagnostic.code.id == "P002")
  }

  @Test func controlCharactersNameNoZone() {
    for name in ["UTC\0", "UTC\n", "\u{7F}UTC"] { #expect(zoneBytes(name) == nil) }
  }
}
