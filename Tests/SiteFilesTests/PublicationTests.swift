import Checksums
import Diagnostics
import Glibc
import Markup
import ReleaseFormat
import SiteBuilding
import Synchronization
import Testing

@testable import SiteFiles

/// A site folder with an output folder `public`, and builds that publish given texts.
private struct Publisher {
  let folder = TemporaryFolder()

  init() { folder.write("content/site.yaml") }

  func begin(_ change: (inout PublishOptions) -> Void = { _ in }) throws(FileFailure) -> Publication {
    var options = PublishOptions(generator: "sitegen test")
    change(&options)
    return try Publication(to: folder.path + "/public", site: folder.path, options)
  }

  @discardableResult
  func publish(_ files: [String: String]) throws -> PublishedChanges {
    let publication = try begin()
    put(files, into: publication)
    return try publication.commit()
  }

  func put(_ files: [String: String], into publication: Publication) {
    let source = SiteSource(files: [], read: { _ in .failure(.init(reason: "none")) }, zone: { _ in nil })
    let output = publication.output(copyingFrom: source)
    for (path, text) in files {
      var sink = ByteSink()
      sink.raw(text)
      output.write(path, sink)
    }
  }

  var published: [String] { folder.listing("public/").map { String($0.dropFirst("public/".count)) } }

  /// Whether nothing but the site and its output lies in the folder.
  var isTidy: Bool { folder.listing().allSatisfy { $0.hasPrefix("public/") || $0.hasPrefix("content/") } }
}

/// The SHA-256 of a text, in hexadecimal digits.
private func digest(_ text: String) -> String {
  Array(text.utf8).withUnsafeBytes { SHA256Digest(of: $0).hexadecimal }
}

private let pages = ["index.html": "home", "a/index.html": "a", "assets/s.css": "s"]

@Suite struct PublicationTests {
  private let site = Publisher()

  @Test func publishesWhole() throws {
    let changes = try site.publish(pages)
    #expect([changes.files, changes.written, changes.removed] == [5, 5, 0])
    // The site's digest is that of its list of sums, so `sha256sum SHA256SUMS` tells it too.
    #expect(changes.site == digest(site.folder.text("public/SHA256SUMS") ?? ""))
    #expect(
      site.published == [
        "SHA256SUMS", "a/", "a/index.html", "assets/", "assets/s.css", "index.html", "manifest.json",
      ])
    #expect(site.folder.text("public/a/index.html") == "a")
    #expect(site.isTidy)
    #expect(
      site.folder.text("public/SHA256SUMS") == """
        ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  a/index.html
        043a718774c572bd8a25adbeb1bfcd5c0256ae11cecf9f9c3f925d0e52beaf89  assets/s.css
        4ea140588150773ce3aace786aeef7f4049ce100fa649c94fbbddb960f1da942  index.html

        """)
  }

  @Test func fillsAnEmptyFolderAndKeepsItsMode() throws {
    site.folder.makeFolder("public")
    chmod(site.folder.path + "/public", 0o751)
    try site.publish(pages)
    var status = stat()
    stat(site.folder.path + "/public", &status)
    #expect(status.st_mode & 0o777 == 0o751)
    #expect(site.published.count == 7)
  }

  @Test func leavesUnchangedFilesAlone() throws {
    try site.publish(pages)
    let before = site.published.map { site.folder.identity("public/" + $0) }
    let changes = try site.publish(pages)
    #expect([changes.files, changes.written, changes.removed] == [5, 0, 0])
    #expect(site.published.map { site.folder.identity("public/" + $0) } == before)
    #expect(site.isTidy)
  }

  @Test func replacesChangedFilesAndRemovesOldOnes() throws {
    try site.publish(pages)
    let kept = site.folder.identity("public/assets/s.css")
    let changes = try site.publish(["index.html": "HOME", "assets/s.css": "s", "b/c/index.html": "new"])
    #expect([changes.files, changes.written, changes.removed] == [5, 4, 1])
    #expect(
      site.published == [
        "SHA256SUMS", "assets/", "assets/s.css", "b/", "b/c/", "b/c/index.html", "index.html",
        "manifest.json",
      ])
    #expect(site.folder.text("public/index.html") == "HOME")
    #expect(site.folder.identity("public/assets/s.css") == kept)
  }

  @Test func restoresFilesThatWereEditedByHand() throws {
    try site.publish(pages)
    site.folder.write("public/index.html", "hime")
    try site.publish(pages)
    #expect(site.folder.text("public/index.html") == "home")
  }

  @Test func foldersAndFilesMayChangePlaces() throws {
    try site.publish(["a/index.html": "1", "b": "2"])
    try site.publish(["a": "1", "b/index.html": "2"])
    #expect(site.published == ["SHA256SUMS", "a", "b/", "b/index.html", "manifest.json"])
    #expect(site.folder.text("public/a") == "1")
    #expect(site.folder.text("public/b/index.html") == "2")
  }

  @Test func refusesForeignFiles() throws {
    for name in ["e.txt", "d.txt", "c/x.txt", "b.txt"] { site.folder.write("public/" + name, "mine") }
    let failure = #expect(throws: FileFailure.self) { try site.begin() }
    #expect(failure?.kind == .cannotCreate)
    #expect(failure?.diagnostic.code.id == "P201")
    #expect(
      failure?.diagnostic.message
        == "'\(site.folder.path)/public' holds files that sitegen did not write: 'b.txt', 'c/x.txt', 'd.txt' and 1 more"
    )
    #expect(site.published == ["b.txt", "c/", "c/x.txt", "d.txt", "e.txt"])
    #expect(site.isTidy)
  }

  @Test func keepsHiddenFilesAndCNAMEApart() throws {
    for name in [".git/config", ".nojekyll", "CNAME", "a/.htaccess"] {
      site.folder.write("public/" + name, "mine")
    }
    try site.publish(pages)
    try site.publish(["index.html": "home"])
    #expect(
      site.published == [
        ".git/", ".git/config", ".nojekyll", "CNAME", "SHA256SUMS", "a/", "a/.htaccess", "index.html",
        "manifest.json",
      ])
  }

  @Test func doesNotReplaceWhatIsKeptApart() throws {
    try site.publish(["index.html": "home"])
    site.folder.write("public/a/.keep", "mine")
    let failure = #expect(throws: FileFailure.self) { try site.publish(["a": "file"]) }
    #expect(failure?.diagnostic.code.id == "P203")
    #expect(site.published == ["SHA256SUMS", "a/", "a/.keep", "index.html", "manifest.json"])
    #expect(site.isTidy)
  }

  @Test func refusesAManifestItDidNotWrite() throws {
    site.folder.write("outside.txt", "mine")
    for text in [
      "{}",
      "{\"generator\":\"x\",\"files\":[\n{\"path\":\"../outside.txt\",\"size\":4,\"sha256\":\"\"}\n]}\n",
    ] {
      site.folder.write("public/manifest.json", text)
      let failure = #expect(throws: FileFailure.self) { try site.publish(pages) }
      #expect(failure?.diagnostic.code.id == "P202")
      #expect(site.folder.text("outside.txt") == "mine")
      #expect(site.folder.text("public/manifest.json") == text)
    }
  }

  @Test func neverRemovesThroughALink() throws {
    try site.publish(["index.html": "home", "a/index.html": "a"])
    site.folder.write("outside/index.html", "mine")
    unlink(site.folder.path + "/public/a/index.html")
    rmdir(site.folder.path + "/public/a")
    site.folder.link("public/a", to: "../outside")
    let failure = #expect(throws: FileFailure.self) { try site.publish(["index.html": "home"]) }
    #expect(failure?.diagnostic.code.id == "P201")
    #expect(site.folder.text("outside/index.html") == "mine")
  }

  @Test func replacesALinkInAFilesPlace() throws {
    try site.publish(pages)
    site.folder.write("outside.txt", "home")
    unlink(site.folder.path + "/public/index.html")
    site.folder.link("public/index.html", to: "../outside.txt")
    try site.publish(pages)
    unlink(site.folder.path + "/outside.txt")
    #expect(site.folder.text("public/index.html") == "home")
  }

  @Test func withoutItsManifestEveryFileIsForeign() throws {
    try site.publish(pages)
    unlink(site.folder.path + "/public/manifest.json")
    let failure = #expect(throws: FileFailure.self) { try site.publish(pages) }
    #expect(failure?.diagnostic.code.id == "P201")
  }

  @Test func givenUpItChangesNothing() throws {
    try site.publish(pages)
    let before = site.published.map { site.folder.identity("public/" + $0) }
    do {
      let publication = try site.begin()
      site.put(["index.html": "other", "new/index.html": "x"], into: publication)
      publication.abandon()
    }
    #expect(site.published.map { site.folder.identity("public/" + $0) } == before)
    #expect(site.isTidy)
  }

  @Test(arguments: ["../up", "/etc/x", "a//b", "", ".hidden", "a/.b", "CNAME", "a/"])
  func refusesImpossiblePaths(_ path: String) throws {
    let failure = #expect(throws: FileFailure.self) { try site.publish([path: "x"]) }
    #expect(failure?.kind == .bug)
    #expect(site.published.isEmpty)
    #expect(site.isTidy)
  }

  @Test func refusesOnePathTwice() throws {
    let publication = try site.begin()
    site.put(["a": "1"], into: publication)
    site.put(["a": "2"], into: publication)
    let failure = #expect(throws: FileFailure.self) { try publication.commit() }
    #expect(failure?.diagnostic.code.id == "P301")
    #expect(failure?.diagnostic.message == "'a' was written twice")
    #expect(site.isTidy)
  }

  @Test func namesTooLongForTheDiskChangeNothing() throws {
    try site.publish(pages)
    let name = String(repeating: "n", count: 300)
    let failure = #expect(throws: FileFailure.self) { try site.publish([name: "x"]) }
    #expect(failure?.kind == .cannotCreate)
    #expect(failure?.diagnostic.message == "cannot write '\(name)': File name too long")
    #expect(site.folder.text("public/index.html") == "home")
    #expect(site.isTidy)
  }

  @Test func oneBuildAtATime() throws {
    let first = try site.begin()
    let failure = #expect(throws: FileFailure.self) { try site.begin() }
    #expect(failure?.diagnostic.code.id == "P205")
    site.put(pages, into: first)
    try first.commit()
    try site.publish(pages)
    #expect(site.isTidy)
  }

  @Test func aSecondBuildWaitsForTheFirst() throws {
    let first = try site.begin()
    site.put(pages, into: first)
    let told = Mutex(0)
    let worker = Worker {
      usleep(200_000)
      _ = try? first.commit()
    }
    let second = try site.begin { options in
      options.patience = 20
      options.waiting = { told.withLock { $0 += 1 } }
    }
    worker.join()
    #expect(second.waited)
    #expect(told.withLock { $0 } == 1)
    site.put(["index.html": "second"], into: second)
    // What the first published is known to the second, though it began before.
    #expect(try second.commit().removed == 2)
    #expect(site.published == ["SHA256SUMS", "index.html", "manifest.json"])
    #expect(site.isTidy)
  }

  /// What is edited between a build's look at it and the end of that build has no stamp in the record, so that the next
  /// build looks again.
  @Test func whatIsEditedWhileABuildRunsIsNotTakenForWhatItMade() throws {
    try site.publish(pages)
    let publication = try site.begin()
    // One file is new, so that the folder is listed; the others have the right bytes.
    site.put(pages.merging(["b/index.html": "b"]) { $1 }, into: publication)
    site.folder.write("public/a/index.html", "edited meanwhile")
    let changes = try publication.commit()
    #expect(changes.written == 3)
    guard let folder = Descriptor.folder(site.folder.path + "/public"),
      let tree = publication.listedTree(in: folder)
    else {
      Issue.record("the output folder cannot be listed")
      return
    }
    let changed = tree.changes(below: folder.number).map { tree.path(at: $0) }
    #expect(changed == ["a/index.html"])
    #expect(tree.isOf(site: changes.site, in: folder.number))
  }

  @Test func whatAnotherBuildHasPublishedMeanwhileIsNotOurs() throws {
    let changes = try site.publish(pages)
    guard let folder = Descriptor.folder(site.folder.path + "/public"),
      let before = Footprint(ofOutput: folder)
    else {
      Issue.record("the output folder cannot be listed")
      return
    }
    #expect(before.isOf(site: changes.site, in: folder.number))
    let others = try site.publish(["index.html": "another"])
    let after = Footprint(ofOutput: folder)
    #expect(after?.isOf(site: changes.site, in: folder.number) == false)
    #expect(after?.isOf(site: others.site, in: folder.number) == true)
    // A list that has changed since it was listed is that of nobody.
    #expect(!before.isOf(site: others.site, in: folder.number))
    #expect(!before.isOf(site: changes.site, in: folder.number))
  }

  @Test func stoppedItLeavesNothing() throws {
    try site.publish(pages)
    let publication = try site.begin()
    site.put(["index.html": "other"], into: publication)
    #expect(publication.stop())
    site.put(["late.html": "other"], into: publication)
    let failure = #expect(throws: FileFailure.self) { try publication.commit() }
    #expect(failure?.kind == .stopped)
    #expect(site.folder.text("public/index.html") == "home")
    #expect(site.isTidy)
  }

  @Test func publishedItCannotBeStopped() throws {
    try site.publish(pages)
    let publication = try site.begin()
    site.put(["index.html": "other"], into: publication)
    try publication.commit()
    #expect(!publication.stop())
    #expect(site.folder.text("public/index.html") == "other")
    #expect(site.isTidy)
  }

  @Test func publishesDurably() throws {
    for text in ["home", "home 2"] {
      let publication = try site.begin { $0.isDurable = true }
      site.put(["index.html": text, "a/b/index.html": text], into: publication)
      try publication.commit()
      #expect(site.folder.text("public/a/b/index.html") == text)
    }
    #expect(site.isTidy)
  }

  @Test(arguments: [PublishOptions.Reservation.preview, .ahead])
  func whatIsNotForPublicationTakesNoPublishedSitesPlace(_ reservation: PublishOptions.Reservation) throws {
    try site.publish(pages)
    let failure = #expect(throws: FileFailure.self) { try site.begin { $0.reservation = reservation } }
    #expect(failure?.diagnostic.code.id == "P208")
    #expect(site.folder.text("public/index.html") == "home")
    #expect(site.isTidy)
  }

  @Test func aPreviewMayFollowAPreview() throws {
    for text in ["one", "two"] {
      let publication = try site.begin { $0.reservation = .preview }
      site.put(["index.html": text], into: publication)
      try publication.commit()
    }
    #expect(site.folder.text("public/index.html") == "two")
    #expect(site.folder.text("public/manifest.json")?.contains("\"preview\":true") == true)
  }

  @Test func refusesAFolderInsideAPublishedSite() throws {
    try site.publish(pages)
    let failure = #expect(throws: FileFailure.self) {
      try Publication(
        to: site.folder.path + "/public/a/inner", site: site.folder.path, PublishOptions(generator: "x"))
    }
    #expect(failure?.diagnostic.code.id == "P206")
  }

  @Test func removesNoFileThatSomebodyChanged() throws {
    try site.publish(pages)
    site.folder.write("public/a/index.html", "mine")
    let failure = #expect(throws: FileFailure.self) { try site.publish(["index.html": "new"]) }
    #expect(failure?.diagnostic.code.id == "P209")
    #expect(site.folder.text("public/a/index.html") == "mine")
    #expect(site.folder.text("public/index.html") == "home")
    #expect(site.isTidy)
  }

  @Test func aDryRunTellsTheChangesAndMakesNone() throws {
    try site.publish(pages)
    let before = site.folder.listing().map { site.folder.identity($0) }
    let dryRun = try DryRun(
      to: site.folder.path + "/public", site: site.folder.path, PublishOptions(generator: "sitegen test"))
    let source = SiteSource(files: [], read: { _ in .failure(.init(reason: "none")) }, zone: { _ in nil })
    for (path, text) in ["index.html": "home 2", "b/index.html": "b", "assets/s.css": "s"] {
      var sink = ByteSink()
      sink.raw(text)
      dryRun.output(copyingFrom: source).write(path, sink)
    }
    let plan = try dryRun.finish()
    #expect(plan.added == ["b/index.html"])
    #expect(plan.changed == ["index.html", "manifest.json", "SHA256SUMS"])
    #expect(plan.removed == ["a/index.html"])
    #expect(site.folder.listing().map { site.folder.identity($0) } == before)
    let changes = try site.publish(["index.html": "home 2", "b/index.html": "b", "assets/s.css": "s"])
    #expect(changes.site == plan.site)
  }

  @Test func verifiesACopy() throws {
    try site.publish(pages)
    let folder = site.folder.path + "/public"
    var found = try verifySite(folder)
    #expect(found.isWhole)
    #expect(found.whole == 5)
    site.folder.write("public/a/index.html", "A")
    site.folder.write("public/extra.txt", "x")
    site.folder.write("public/.well-known/x", "x")
    unlink(folder + "/assets/s.css")
    found = try verifySite(folder)
    #expect(found.missing == ["assets/s.css"])
    #expect(found.altered == ["a/index.html"])
    #expect(found.foreign == ["extra.txt"])
    #expect(found.whole == 3)
    site.folder.write("public/SHA256SUMS", "x")
    #expect(try verifySite(folder).altered == ["a/index.html", "SHA256SUMS"])
    site.folder.write("public/manifest.json", "{}")
    #expect(throws: FileFailure.self) { try verifySite(folder) }
  }

  @Test func clearsWhatAKilledBuildLeft() throws {
    site.folder.write(".public.sitegen/.staging")
    site.folder.write(".public.sitegen/a/index.html", "stale")
    site.folder.link(".public.sitegen/link", to: "../content")
    try site.publish(["index.html": "home"])
    #expect(site.published == ["SHA256SUMS", "index.html", "manifest.json"])
    #expect(site.folder.text("content/site.yaml") == "")
    #expect(site.isTidy)
  }

  /// Of the name by which a build puts its site together, somebody else can have a folder too.
  @Test func aFolderThatIsNotOursIsNotCleared() throws {
    site.folder.write(".public.sitegen/notes.txt", "mine")
    for isDry in [false, true] {
      let failure = #expect(throws: FileFailure.self) {
        if isDry {
          _ = try DryRun(
            to: site.folder.path + "/public", site: site.folder.path,
            PublishOptions(generator: "sitegen test"))
        } else {
          try site.publish(pages)
        }
      }
      #expect(failure?.kind == .cannotCreate)
      #expect(
        failure?.diagnostic.message.contains(".public.sitegen' holds files that sitegen did not write")
          == true)
    }
    #expect(
      site.folder.listing() == [
        ".public.sitegen/", ".public.sitegen/notes.txt", "content/", "content/site.yaml",
      ])
    #expect(site.folder.text(".public.sitegen/notes.txt") == "mine")
    // An empty one is what a build leaves that was killed at once.
    unlink(site.folder.path + "/.public.sitegen/notes.txt")
    try site.publish(pages)
    #expect(site.isTidy)
  }

  @Test(arguments: [".sitegen", ".git", "content", ".git/pages"]) func aSitesOwnFoldersAreNoOutput(
    _ name: String
  ) {
    site.folder.makeFolder(".git")
    let failure = #expect(throws: FileFailure.self) {
      try Publication(
        to: site.folder.path + "/" + name, site: site.folder.path, PublishOptions(generator: "sitegen test"))
    }
    #expect(failure?.diagnostic.code.id == "P206")
    #expect(site.folder.listing() == [".git/", "content/", "content/site.yaml"])
  }

  @Test func aSiteIsNotClearedForAnother() {
    site.folder.write(".pub.sitegen/content/site.yaml")
    let failure = #expect(throws: FileFailure.self) {
      try Publication(
        to: site.folder.path + "/pub", site: site.folder.path + "/.pub.sitegen",
        PublishOptions(generator: "sitegen test"))
    }
    #expect(failure?.diagnostic.code.id == "P206")
    #expect(site.folder.text(".pub.sitegen/content/site.yaml") == "")
  }

  @Test func knowsTheFilesOfABuildStoppedWhilePublishing() throws {
    try site.publish(["index.html": "home"])
    site.folder.write("public/new.html", "moved before the end")
    site.folder.write(
      ".public.sitegen/.journal",
      "\(digest("home"))  index.html\n\(digest("moved before the end"))  new.html\n"
        + "\(digest(""))  ../content/site.yaml\n")
    do {
      let publication = try site.begin()
      publication.abandon()
    }
    #expect(site.folder.text(".public.sitegen/.journal") != nil)
    let changes = try site.publish(["index.html": "home"])
    #expect(changes.removed == 1)
    #expect(site.published == ["SHA256SUMS", "index.html", "manifest.json"])
    #expect(site.folder.text("content/site.yaml") == "")
    #expect(site.isTidy)
  }

  /// A staged file that is gone stands for a disk that fails while files take their places.
  @Test(arguments: [("a/index.html", "P204"), ("index.html", "P207")])
  func aFailureSaysWhetherAnythingChanged(_ lost: String, _ code: String) throws {
    try site.publish(pages)
    let changed = ["index.html": "home 2", "a/index.html": "a 2", "assets/s.css": "s"]
    do {
      let publication = try site.begin()
      site.put(changed, into: publication)
      unlink(site.folder.path + "/.public.sitegen/" + lost)
      let failure = #expect(throws: FileFailure.self) { try publication.commit() }
      #expect(failure?.diagnostic.code.id == code)
    }
    #expect(site.folder.text("public/a/index.html") == (code == "P204" ? "a" : "a 2"))
    #expect(site.folder.text("public/index.html") == "home")
    try site.publish(changed)
    #expect(site.folder.text("public/index.html") == "home 2")
    #expect(site.isTidy)
  }

  @Test func stoppedHalfwayItNamesTheCause() throws {
    try site.publish(pages)
    let publication = try site.begin()
    site.put(["index.html": "home 2", "a/index.html": "a 2"], into: publication)
    unlink(site.folder.path + "/.public.sitegen/index.html")
    let failure = #expect(throws: FileFailure.self) { try publication.commit() }
    #expect(failure?.kind == .inputOutput)
    #expect(
      failure?.diagnostic.message == "publishing stopped halfway: cannot write "
        + "'\(site.folder.path)/public/index.html': No such file or directory")
    #expect(failure?.diagnostic.hints == ["build again to finish"])
  }

  @Test func writesFromManyThreads() throws {
    let publication = try site.begin()
    let source = SiteSource(files: [], read: { _ in .success([1, 2, 3]) }, zone: { _ in nil })
    let output = publication.output(copyingFrom: source)
    let files = 400
    let threads = (0..<4).map { thread in
      Worker {
        for number in stride(from: thread, to: files, by: 4) {
          output.copy("x", "d\(number % 7)/\(number).bin")
        }
      }
    }
    for thread in threads { thread.join() }
    #expect(try publication.commit().files == files + 2)
    #expect(site.published.count { $0.hasSuffix(".bin") } == files)
  }

  @Test func anAttachmentThatCannotBeReadStopsThePublication() throws {
    let publication = try site.begin()
    let source = SiteSource(files: [], read: { _ in .failure(.init(reason: "gone")) }, zone: { _ in nil })
    publication.output(copyingFrom: source).copy("content/x.pdf", "x.pdf")
    let failure = #expect(throws: FileFailure.self) { try publication.commit() }
    #expect(failure?.diagnostic.code.id == "P106")
    #expect(failure?.diagnostic.message == "cannot read 'content/x.pdf': gone")
    #expect(site.published.isEmpty)
  }

  @Test func unsuitableFoldersAreRefused() throws {
    site.folder.write("file", "x")
    let cases = [
      ("content/public", "P206"), ("content", "P206"), ("", "P206"), ("..", "P206"),
      ("missing/deep/public", "P206"),
      ("file", "P203"), ("file/public", "P204"),
    ]
    for (name, code) in cases {
      let path = name.isEmpty ? site.folder.path : site.folder.path + "/" + name
      let failure = #expect(throws: FileFailure.self) {
        try Publication(to: path, site: site.folder.path, PublishOptions(generator: "x"))
      }
      #expect(failure?.diagnostic.code.id == code, "\(name)")
      #expect(failure?.kind == .cannotCreate, "\(name)")
    }
    #expect(site.isTidy || site.folder.listing() == ["content/", "content/site.yaml", "file"])
  }

  @Test(
    .disabled(if: geteuid() == 0, "the superuser may write anywhere"),
    arguments: ["", "/public", "/public/a"])
  func aDryRunIsRefusedWhereABuildIs(_ folder: String) throws {
    try site.publish(pages)
    chmod(site.folder.path + folder, 0o555)
    defer { chmod(site.folder.path + folder, 0o755) }
    let failure = #expect(throws: FileFailure.self) {
      let dryRun = try DryRun(
        to: site.folder.path + "/public", site: site.folder.path, PublishOptions(generator: "x"))
      let source = SiteSource(files: [], read: { _ in .failure(.init(reason: "none")) }, zone: { _ in nil })
      var sink = ByteSink()
      sink.raw("b")
      dryRun.output(copyingFrom: source).write("a/index.html", sink)
      _ = try dryRun.finish()
    }
    #expect(failure?.diagnostic.code.id == "P204")
    #expect(failure?.kind == .cannotCreate)
  }

  @Test(.disabled(if: geteuid() == 0, "the superuser may write anywhere"))
  func readOnlyFoldersChangeNothing() throws {
    try site.publish(pages)
    chmod(site.folder.path + "/public/a", 0o555)
    defer { chmod(site.folder.path + "/public/a", 0o755) }
    let failure = #expect(throws: FileFailure.self) {
      try site.publish(["index.html": "new", "a/index.html": "b"])
    }
    #expect(failure?.kind == .cannotCreate)
    #expect(site.folder.text("public/index.html") == "home")
    #expect(site.isTidy)
  }
}

/// A thread that runs a closure.
private final class Worker {
  private var thread = pthread_t()

  init(_ work: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Box(work)).toOpaque()
    pthread_create(
      &thread, nil,
      { pointer in
        if let pointer { Unmanaged<Box>.fromOpaque(pointer).takeRetainedValue().work() }
        return nil
      }, box)
  }

  func join() { pthread_join(thread, nil) }

  private final class Box {
    let work: @Sendable () -> Void
    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }
}
