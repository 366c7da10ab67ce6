import Foundation
import TestSupport
import Testing

/// Commands and options on which a publisher's trust rests, as the process shows them.
@Suite struct TrustCommandTests {
  private static let held = "content/releases/2099-06-01-later/"

  /// The catalog's good site with a release far ahead and a draft.
  private func siteWithHeldReleases() throws -> TemporarySite {
    let site = try TemporarySite()
    try site.write(
      Self.held + "release.yaml",
      "kind: announcement\nheadline: Later\nreleased: 2099-06-01\npublish_at: 2099-06-01T16:05 America/New_York\n"
    )
    try site.write(
      "content/releases/2003-12-01-draft/release.yaml",
      "kind: announcement\nheadline: Half written\nreleased: 2003-12-01\ndraft: true\n")
    return site
  }

  @Test func listsWhatIsHeld() throws {
    let site = try siteWithHeldReleases()
    defer { site.remove() }
    let now = ["--now", "2004-01-01T00:00:00Z"]
    #expect(
      try site.run(["list", "embargoed"] + now).output
        == "2099-06-01T20:05:00Z  2099-06-01T16:05 America/New_York  2099-06-01-later  Later\n")
    #expect(try site.run(["list", "drafts"] + now).output == "2003-12-01-draft  Half written\n")
    #expect(
      try site.run(["list", "embargoed", "--format", "json"] + now).output
        == """
        {"now":"2004-01-01T00:00:00Z","embargoed":[{"folder":"2099-06-01-later","headline":"Later",\
        "opens":"2099-06-01T20:05:00Z","opensThere":"2099-06-01T16:05 America/New_York"}]}

        """)
    #expect(try site.run(["list", "drafts", "--format", "json"] + now).output.contains("\"Half written\""))
  }

  @Test func tellsWhenABuildIsDue() throws {
    let site = try siteWithHeldReleases()
    defer { site.remove() }
    let run = try site.run(["next", "--now", "2098-01-01T00:00:00Z"])
    #expect(run.output == "2099-06-01T20:05:00Z\n")
    #expect(run.report == "'Later' opens\n")
    let none = try site.run(["next", "--now", "2198-01-01T00:00:00Z"])
    #expect(none.output == "")
    #expect(none.status == 0)
    #expect(
      try site.run(["next", "--now", "2198-01-01T00:00:00Z", "--format", "json"]).output
        == "{\"now\":\"2198-01-01T00:00:00Z\",\"next\":null,\"reasons\":[]}\n")
  }

  @Test func aPreviewNeedsAFolderOfItsOwn() throws {
    let site = try siteWithHeldReleases()
    defer { site.remove() }
    #expect(try site.build("--preview").status == 64)
    #expect(try site.build().status == 0)
    let published = try filesBelow(site.folder + "/public")
    let refused = try site.build("--preview", "--out", site.folder + "/public")
    #expect(refused.status == 73)
    #expect(refused.report.contains("error[P208]"))
    #expect(try filesBelow(site.folder + "/public") == published)
    for _ in 1...2 { #expect(try site.build("--preview", "--out", site.folder + "/preview").status == 0) }
    #expect(try filesBelow(site.folder + "/preview")["releases/2099/later/index.html"] != nil)
    #expect(try filesBelow(site.folder + "/preview")["releases/2003/draft/index.html"] != nil)
    #expect(!published.keys.contains { $0.contains("later") || $0.contains("draft") })
  }

  @Test func aMomentToComeTakesNoPublishedSitesPlace() throws {
    let site = try siteWithHeldReleases()
    defer { site.remove() }
    #expect(try site.build().status == 0)
    let published = try filesBelow(site.folder + "/public")
    let refused = try site.build("--now", "2099-06-02T00:00:00Z")
    #expect(refused.status == 73)
    #expect(refused.report.contains("--now is later than the clock"))
    #expect(try filesBelow(site.folder + "/public") == published)
    #expect(try site.build("--now", "2099-06-02T00:00:00Z", "--out", site.folder + "/rehearsal").status == 0)
    // A moment that site.yaml pins is what its author wrote; it is published, and the build says what that opens.
    let pinned = (site.text("content/site.yaml") ?? "") + "as_of: 2099-06-02T00:00:00Z\n"
    try site.write("content/site.yaml", pinned)
    let run = try site.build()
    #expect(run.status == 0)
    #expect(run.report.contains("warning[L306]"))
  }

  @Test func saysForWhichMomentItBuilt() throws {
    let site = try TemporarySite()
    defer { site.remove() }
    #expect(try site.run(["build"]).report.contains("the clock's time"))
    #expect(
      try site.run(["build", "--now", "2004-01-01T00:00:00Z"]).report
        .contains("Built for 2004-01-01T00:00:00Z, which --now says."))
  }

  @Test func aDryRunPrintsThePlan() throws {
    let site = try TemporarySite()
    defer { site.remove() }
    #expect(try site.build().status == 0)
    let before = try filesBelow(site.folder)
    #expect(try site.build("--dry-run").output == "")
    try site.write("content/pages/new.md", "---\ntitle: New\n---\nWords.\n")
    let run = try site.build("--dry-run")
    #expect(run.status == 0)
    #expect(run.output.contains("add     new/index.html\n"))
    #expect(run.output.contains("change  sitemap.xml\n"))
    #expect(run.output.contains("change  manifest.json\n"))
    var after = try filesBelow(site.folder)
    after["content/pages/new.md"] = nil
    #expect(after == before)
    #expect(site.isTidy)
  }

  @Test func outputFoldersThatCannotBeMeantAreRefused() throws {
    let site = try TemporarySite()
    defer { site.remove() }
    #expect(try site.build("--out", "").status == 64)
    #expect(try site.build("--wait", "-1").status == 64)
    #expect(try site.build().status == 0)
    let inside = try site.build("--out", site.folder + "/public/inner")
    #expect(inside.status == 73)
    #expect(inside.report.contains("to which a site is published"))
  }

  @Test(arguments: [["explain"], ["--help"], ["schema", "chart"], ["--version"]])
  func anOutputThatIsLostIsNoSuccess(_ arguments: [String]) throws {
    let words = arguments.joined(separator: " ")
    let full = try runCommand(["-c", "\"$0\" \(words) > /dev/full", builtCommand], "/bin/sh")
    #expect(full.status == 74)
    #expect(full.report.contains("cannot write to the standard output"))
    // A reader that has seen enough is another matter.
    let gone = try runCommand(["-c", "\"$0\" \(words) | true", builtCommand], "/bin/sh")
    #expect(gone.status == 0)
  }

  @Test func theDigestOfABuildIsTheOneThatVerifyReads() throws {
    let site = try TemporarySite()
    defer { site.remove() }
    let report = try site.run(["build"]).report
    let digest = try #require(report.split(separator: "sha256:").last?.prefix(64)).description
    #expect(try runCommand(["verify", site.folder + "/public", "--digest", digest]).status == 0)
    let wrong = String(digest.reversed())
    #expect(try runCommand(["verify", site.folder + "/public", "--digest", wrong]).status == 1)
    try site.write("public/index.html", "other")
    try site.write("public/mine.txt", "mine")
    let run = try runCommand(["verify", site.folder + "/public"])
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("altered  index.html\nforeign  mine.txt\n"))
    let json = try runCommand(["verify", site.folder + "/public", "--format", "json"])
    #expect(json.output.contains("\"missing\":[],\"altered\":[\"index.html\"],\"foreign\":[\"mine.txt\"]"))
    #expect(try runCommand(["verify", site.folder]).status == 66)
    #expect(try runCommand(["verify", site.folder + "/nowhere"]).status == 66)
  }

  @Test func saysInWordsWhatChanged() throws {
    let site = try TemporarySite()
    defer { site.remove() }
    #expect(try site.build("--out", site.folder + "/old").status == 0)
    let release = "content/releases/2003-11-14-third-quarter-results/"
    let body = try #require(site.text(release + "body.md"))
    try site.write(release + "body.md", body + "\nA sentence that was not there.\n")
    let table = try #require(site.text(release + "figures.csv"))
    try site.write(release + "figures.csv", table.replacing("2003-09-30,0", with: "2003-09-30,41000"))
    try site.write("content/pages/new.md", "---\ntitle: New page\n---\nWords.\n")
    let built = try site.build("--out", site.folder + "/new")
    #expect(built.status == 0, "\(built.report)")
    let folders = [site.folder + "/old", site.folder + "/new"]
    let same = try runCommand(["diff", folders[0], folders[0]])
    #expect(same.status == 0)
    #expect(same.output == "Nothing changed.\n")
    let run = try runCommand(["diff"] + folders)
    #expect(run.status == 1)
    for line in [
      "1 page added\n- New page (/new/)\n", "figure Goodwill-2003-09-30: $41,000, was $0\n",
      "  - now says: A sentence that was not there.\n",
    ] {
      #expect(run.output.contains(line), "\(line)\n\(run.output)")
    }
    let markdown = try runCommand(["diff"] + folders + ["--format", "markdown"])
    #expect(markdown.output.contains("## 1 page added\n\n- New page (`/new/`)\n"))
    let json = try runCommand(["diff"] + folders + ["--format", "json"])
    let parsed = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect((parsed?["pages"] as? [[String: Any]])?.contains { $0["kind"] as? String == "added" } == true)
  }

  @Test func lockedAddressesStay() throws {
    let site = try TemporarySite()
    defer { site.remove() }
    try site.write("content/pages/plan.md", "---\ntitle: Plan\n---\nWords.\n")
    #expect(try site.run(["lock"]).status == 0)
    let lock = try #require(site.text("content/urls.lock"))
    #expect(lock.contains(" /plan/\n"))
    #expect(lock.contains(" /releases/2003/third-quarter-results/\n"))
    #expect(try site.build().status == 0)
    let published = try filesBelow(site.folder + "/public")

    // An address that would vanish stops the build.
    try FileManager.default.removeItem(atPath: site.folder + "/content/pages/plan.md")
    let vanished = try site.build()
    #expect(vanished.status == 1)
    #expect(vanished.report.contains("error[L301]"))
    #expect(vanished.report.contains("/plan/"))
    #expect(try filesBelow(site.folder + "/public") == published)
    #expect(try site.run(["lock"]).status == 1)
    #expect(site.text("content/urls.lock") == lock)

    // At a moment before it was first published, it does not count.
    #expect(try site.build("--now", "2003-12-01T00:00:00Z", "--out", site.folder + "/then").status == 0)

    // Taken back in the open, it leaves a page that says so.
    let settings = try #require(site.text("content/site.yaml"))
    let withdrawal =
      "withdrawn:\n  - { path: /plan/, date: 2004-01-05, reason: It named a person who asked not to be. }\n"
    try site.write("content/site.yaml", settings + withdrawal)
    let run = try site.build()
    #expect(run.status == 0, "\(run.report)")
    let page = try #require(site.text("public/plan/index.html"))
    #expect(page.contains("This page was withdrawn"))
    #expect(page.contains("It named a person who asked not to be."))
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(site.text("public/sitemap.xml")?.contains("/plan/") == false)
    #expect(try runCommand(["verify", site.folder + "/public"]).status == 0)
  }

  /// What a release publishes and says is not known while it has errors: these are told, and nothing that follows.
  @Test func aReleaseWithErrorsIsNotHeldAgainstTheLock() throws {
    let site = try TemporarySite()
    defer { site.remove() }
    let release = "content/releases/2003-11-14-third-quarter-results/"
    for name in ["release.yaml", "body.md", "income-statement.csv"] {
      try site.write(release + "versions/first/" + name, try #require(site.text(release + name)))
    }
    let text = try #require(site.text(release + "release.yaml"))
    let correction = "corrections:\n  - { date: 2003-11-20, what: A word., version: first }\n"
    try site.write(release + "release.yaml", text + correction)
    let locked = try site.run(["lock"])
    #expect(locked.status == 0, "\(locked.report)")
    try site.write(release + "release.yaml", text + correction.replacing("11-20", with: "11-31"))
    let run = try site.build()
    #expect(run.status == 1)
    #expect(run.report.contains("error[F030]"))
    for code in ["L301", "L302", "F005"] { #expect(!run.report.contains(code), "\(run.report)") }
    try site.write(release + "release.yaml", text)
    let lost = try site.build()
    #expect(lost.report.contains("error[L301]"))
  }

  @Test func aTextThatIsGoneIsFound() throws {
    let site = try TemporarySite()
    defer { site.remove() }
    #expect(try site.run(["lock"]).status == 0)
    try FileManager.default.removeItem(
      atPath: site.folder + "/content/releases/2003-11-14-third-quarter-results/body.md")
    let run = try site.build()
    #expect(run.status == 1)
    #expect(run.report.contains("error[L302]: the words of"))
  }

  @Test func aPublishedReleaseDoesNotChangeInSilence() throws {
    let site = try TemporarySite()
    defer { site.remove() }
    #expect(try site.run(["lock"]).status == 0)
    let release = "content/releases/2003-11-14-third-quarter-results/"
    // How a table is spelled does not count.
    let table = try #require(site.text(release + "income-statement.csv"))
    try site.write(release + "income-statement.csv", table.replacing("\"6,980\"", with: "6980"))
    #expect(try site.build().status == 0)
    let body = try #require(site.text(release + "body.md"))
    try site.write(release + "body.md", body + "\nMore words.\n")
    let run = try site.build()
    #expect(run.status == 1)
    #expect(run.report.contains("error[L302]"))
    #expect(run.report.contains("the words of"))
    // Said in the open it is published, and recorded; the next change is one of its own.
    let yaml = try #require(site.text(release + "release.yaml"))
    try site.write(
      release + "release.yaml",
      yaml
        + "corrections:\n  - { date: 2003-12-01, what: A sentence was added., why: It had been left out. }\n")
    let corrected = try site.build()
    #expect(corrected.status == 0, "\(corrected.report)")
    #expect(try site.run(["lock"]).status == 0)
    #expect(try site.build().status == 0)
    try site.write(release + "body.md", body + "\nOther words.\n")
    #expect(try site.build().report.contains("error[L302]"))
    try site.write("content/urls.lock", "nonsense\n")
    #expect(try site.build().report.contains("error[L304]"))
  }

  /// What a release's page tells beside its figures and its text.
  @Test(arguments: [
    ("release.yaml", "headline:", "sources: [{ title: Another source }]\nheadline:"),
    ("plan.txt", "The plan.", "Another plan."),
    ("release.yaml", "title: The plan", "title: That plan"),
    ("release.yaml", "why: It had been left out.", "why: Nothing was wrong."),
    (
      "release.yaml",
      "corrections:\n  - { date: 2003-12-01, what: A sentence was added., why: It had been left out. }\n", ""
    ),
  ])
  func nothingThatAPageTellsChangesInSilence(_ file: String, _ old: String, _ new: String) throws {
    let site = try TemporarySite()
    defer { site.remove() }
    let release = "content/releases/2003-11-14-third-quarter-results/"
    let yaml = try #require(site.text(release + "release.yaml"))
    try site.write(release + "plan.txt", "The plan.\n")
    try site.write(
      release + "release.yaml",
      yaml + "attachments: [{ file: plan.txt, title: The plan }]\n"
        + "corrections:\n  - { date: 2003-12-01, what: A sentence was added., why: It had been left out. }\n")
    #expect(try site.run(["lock"]).status == 0)
    let lock = try #require(site.text("content/urls.lock"))
    let before = try site.build()
    #expect(before.status == 0, "\(before.report)")
    let text = try #require(site.text(release + file))
    try #require(text.contains(old))
    try site.write(release + file, text.replacing(old, with: new))
    let run = try site.build()
    #expect(run.status == 1)
    #expect(run.report.contains("error[L302]"))
    #expect(run.report.contains("the details of") || run.report.contains("details and corrections of"))
    // A lock from before details were kept says nothing of them.
    try site.write("content/urls.lock", lock.replacing(/\ [0-9a-f]{32}\ \//, with: " /"))
    #expect(try site.build().status == (new.isEmpty ? 1 : 0))
  }

  /// A release that has moved is still the one that was published.
  @Test func whatHasMovedDoesNotChangeInSilence() throws {
    let site = try TemporarySite()
    defer { site.remove() }
    try site.write("content/site.yaml", try #require(site.text("content/site.yaml")) + "outputs: [html]\n")
    #expect(try site.run(["lock"]).status == 0)
    let releases = site.folder + "/content/releases/"
    try FileManager.default.moveItem(
      atPath: releases + "2003-11-14-third-quarter-results", toPath: releases + "2003-11-14-third-quarter")
    let release = "content/releases/2003-11-14-third-quarter/"
    let yaml = try #require(site.text(release + "release.yaml"))
    try site.write(release + "release.yaml", yaml + "aliases: [/releases/2003/third-quarter-results/]\n")
    let moved = try site.build()
    #expect(moved.status == 0, "\(moved.report)")
    try site.write(release + "body.md", "Other words.\n")
    let run = try site.build()
    #expect(run.status == 1)
    #expect(run.report.contains("error[L302]"))
  }

  @Test func aChangeOfATableOrOfOrderIsToldInWords() throws {
    let site = try TemporarySite()
    defer { site.remove() }
    func built(_ text: String, _ out: String) throws -> String {
      try site.write("content/pages/note.md", "---\ntitle: A | B \"c\"\n---\n" + text)
      let run = try site.build("--out", site.folder + "/" + out)
      #expect(run.status == 0, "\(run.report)")
      return site.folder + "/" + out
    }
    let table = "| Plant | Tonnes |\n|---|---|\n| Utica | 12 |\n\nOnce.\n\nOnce.\n"
    let old = try built(table, "old")
    let new = try built(table.replacing("12", with: "99"), "new")
    let text = try runCommand(["diff", old, new]).output
    #expect(text.contains("- A | B \"c\" (/note/)\n  - no longer says: 12\n  - now says: 99\n"), "\(text)")
    let shorter = try built(table.replacing("Once.\n\nOnce.", with: "Once."), "shorter")
    #expect(try runCommand(["diff", old, shorter]).output.contains("  - no longer says: Once.\n"))
  }

  @Test func namesOfForeignFilesAreNoLinesOfTheAnswer() throws {
    let site = try TemporarySite()
    defer { site.remove() }
    #expect(try site.build().status == 0)
    try site.write("public/x\nall 9 files are as they were published", "x")
    let run = try runCommand(["verify", site.folder + "/public"])
    #expect(run.status == 1)
    #expect(run.output.contains("foreign  x\u{240A}all 9 files are as they were published\n"))
  }
}
