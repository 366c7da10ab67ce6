import CivilTime
import Diagnostics
import ReleaseFormat
import SiteBuilding
import TestSupport
import Testing

/// One second before a release opens, the site is the one of an archive that never had the release.
@Suite struct EmbargoTests {
  static let content = testsFolder.dropLast("/Tests".count) + "/content"

  static func archive() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for (path, bytes) in try filesBelow(String(content)) { files["content/" + path] = bytes }
    return files
  }

  @Test(arguments: foldersIn(String(content) + "/releases"))
  func aReleaseOfTheArchiveDoesNotExistBeforeItOpens(_ folder: String) throws {
    let files = try Self.archive()
    let entry = try #require(openings(of: files)[folder])
    let before = entry.adding(seconds: -1)
    let held = builtFiles(files, now: before)
    expectSame(held, builtFiles(without(folder, files), now: before))
    // Nor does what nobody else uses.
    expectSame(held, builtFiles(withoutWhatNobodyUses(without(folder, files), now: before), now: before))

    // At the instant it is everywhere.
    let open = builtFiles(files, now: entry)
    let address = "releases/\(folder.prefix(4))/\(folder.dropFirst(11))/"
    for file in ["index.html", "index.md"] {
      #expect(held[address + file] == nil)
      #expect(open[address + file] != nil)
    }
    for list in [
      "feed.xml", "sitemap.xml", "index.html", "releases/index.html",
      "releases/\(folder.prefix(4))/index.html",
    ] {
      let text = String(decoding: open[list] ?? [], as: UTF8.self)
      #expect(text.contains("\(folder.dropFirst(11))/"), "\(list)")
    }
  }

  /// A company whose first release is still held, such as one that is to be split off.
  @Test func aCompanyThatHasPublishedNothingIsOnNoPage() throws {
    var files: [String: [UInt8]] = [:]
    for (path, bytes) in try filesBelow(testsFolder + "/GoldenSites/group/site/content") {
      files["content/" + path] = bytes
    }
    let now = try #require(Instant(rfc3339: "2004-09-01T00:00:00Z"))
    let without = builtFiles(files, now: now)
    files["content/companies/zed.yaml"] = Array("name: Zed, Inc.\nzone: America/New_York\n".utf8)
    files["content/releases/2004-10-31-first/release.yaml"] = Array(
      "kind: announcement\ncompany: zed\nheadline: The first\nreleased: 2004-10-31\n".utf8)
    expectSame(builtFiles(files, now: now), without)
  }

  @Test(arguments: 1...16) func aReleaseOfARandomArchiveDoesNotExistBeforeItOpens(_ seed: Int) throws {
    let files = RandomArchive(seed: UInt64(seed)).files
    let openings = openings(of: files)
    try #require(openings.count > 1)
    for (folder, opens) in openings.sorted(by: { $0.key < $1.key }) {
      let before = opens.adding(seconds: -1)
      let held = builtFiles(files, now: before)
      expectSame(held, builtFiles(without(folder, files), now: before))
      expectSame(held, builtFiles(withoutWhatNobodyUses(without(folder, files), now: before), now: before))
      let page = { (files: [String: [UInt8]]) in
        files.keys.contains { $0.hasSuffix("/\(folder.dropFirst(11))/index.html") }
      }
      #expect(!page(held))
      #expect(page(builtFiles(files, now: opens)))
    }
    // A draft is in no build, however late.
    let late = Instant(seconds: 4_000_000_000)
    for draft in drafts(of: files) {
      expectSame(builtFiles(files, now: late), builtFiles(without(draft, files), now: late))
    }
  }

  /// Between one due build and the next, nothing changes; and when one is due, something does.
  @Test(arguments: 1...8) func nothingChangesUntilTheNextBuildIsDue(_ seed: Int) {
    let files = RandomArchive(seed: UInt64(seed)).files
    var now = Instant(seconds: 1_041_379_200)
    for _ in 0..<10 {
      var options = BuildOptions(now: late, theme: [])
      options.explicitNow = now
      guard let next = siteSchedule(siteSource(files), options).next else { break }
      #expect(next.moment > now)
      #expect(!next.reasons.isEmpty)
      let before = builtFiles(files, now: now)
      expectSame(before, builtFiles(files, now: next.moment.adding(seconds: -1)))
      #expect(builtFiles(files, now: next.moment) != before, "\(next)")
      now = next.moment
    }
  }

  @Test func anErrorInAHeldReleaseShowsToday() {
    var files = smallArchive
    files["content/releases/2004-06-01-second/body.md"] = Array("A [page](/nowhere/).\n".utf8)
    let found = diagnostics(files, now: "2004-05-20T00:00:00Z")
    #expect(found.contains { $0.code.id == "L101" && $0.severity == .error })
    #expect(
      found.contains { $0.notes.contains("found as of 2004-06-01T20:05:00Z, when a held release opens") })
    // The same mistake is nothing new once it is open.
    #expect(diagnostics(files, now: "2004-06-02T00:00:00Z").count { $0.code.id == "L101" } == 1)
  }

  @Test func aFigureThatAHeldReleaseContradictsShowsToday() {
    var files = smallArchive
    files["content/releases/2004-06-01-second/figures.csv"] = Array(
      "concept,label,period,value,decimals,note\nRevenues,Revenues,2003-Q4,6000000,,\n".utf8)
    #expect(diagnostics(files, now: "2004-05-20T00:00:00Z").contains { $0.code.id == "V302" })
  }

  @Test func anErrorInADraftStopsNothing() {
    var files = smallArchive
    files["content/releases/2004-06-01-second/release.yaml"] = Array(
      "kind: announcement\nheadlin: Second\nreleased: 2004-06-01\ndraft: true\n".utf8)
    let found = diagnostics(files, now: "2004-07-20T00:00:00Z")
    #expect(!found.hasErrors)
    #expect(found.contains { $0.code.id == "F020" && $0.severity == .note })
  }

  @Test func aPreviewShowsWhatIsHeldAndSaysSo() {
    var files = smallArchive
    files["content/releases/2004-07-01-third/release.yaml"] = Array(
      "kind: announcement\nheadline: Third\nreleased: 2004-07-01\ndraft: true\n".utf8)
    let built = builtFiles(files, now: Instant(rfc3339: "2004-05-20T00:00:00Z") ?? late, isPreview: true)
    let page = { (slug: String) in
      String(decoding: built["releases/2004/" + slug + "/index.html"] ?? [], as: UTF8.self)
    }
    #expect(page("second").contains("Held until Jun 1, 2004, 20:05 UTC"))
    #expect(page("third").contains("<strong class=\"badge\">Draft</strong>"))
    #expect(!page("first").contains("class=\"badge\""))
    for (path, bytes) in built where path.hasSuffix(".html") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.contains("<meta name=\"robots\" content=\"noindex\">"), "\(path)")
      #expect(text.contains("Preview, not for publication"), "\(path)")
    }
    #expect(String(decoding: built["robots.txt"] ?? [], as: UTF8.self) == "User-agent: *\nDisallow: /\n")
  }

  /// The day on which an address is taken back begins where the company is; before it nothing is taken back.
  @Test func anAddressIsWithdrawnFromItsDayOn() throws {
    let begins = try #require(Instant(rfc3339: "2004-03-05T05:00:00Z"))
    var files = smallArchive
    files["content/site.yaml"]? += Array(
      "withdrawn: [{path: /plan/, date: 2004-03-05, reason: It named a person.}]\n".utf8)
    let before = builtFiles(files, now: begins.adding(seconds: -1))
    expectSame(before, builtFiles(smallArchive, now: begins.adding(seconds: -1)))
    #expect(builtFiles(files, now: begins)["plan/index.html"] != nil)
    var options = BuildOptions(now: late, theme: [])
    options.explicitNow = Instant(rfc3339: "2004-03-01T00:00:00Z")
    let next = try #require(siteSchedule(siteSource(files), options).next)
    #expect(next.moment == begins)
    #expect(next.reasons == ["'/plan/' is withdrawn"])
    // Until then the page is still there, and nothing says that it must not be.
    files["content/pages/plan.md"] = Array("---\ntitle: Plan\n---\nWords.\n".utf8)
    #expect(diagnostics(files, now: "2004-03-05T04:59:59Z").allSatisfy { $0.code.id != "L303" })
    #expect(diagnostics(files, now: "2004-03-05T05:00:00Z").contains { $0.code.id == "L303" })
    // What is locked must not vanish before its day.
    files["content/pages/plan.md"] = nil
    files["content/urls.lock"] = Array("2004-02-20T00:00:00Z - - - /plan/\n".utf8)
    let missed = diagnostics(files, now: "2004-03-05T04:59:59Z").first { $0.code.id == "L301" }
    #expect(
      missed?.hints.last?.hasPrefix("it is withdrawn from 2004-03-05 on: keep the page until then") == true)
    #expect(diagnostics(files, now: "2004-03-05T05:00:00Z").allSatisfy { $0.code.id != "L301" })
  }

  @Test func publishAtDecidesWhenAReleaseOpens() throws {
    let openings = openings(of: smallArchive)
    #expect(openings["2004-02-10-first"] == Instant(rfc3339: "2004-02-11T05:00:00Z"))
    #expect(openings["2004-06-01-second"] == Instant(rfc3339: "2004-06-01T20:05:00Z"))
  }
}

private let late = Instant(seconds: 4_000_000_000)

private let smallTexts: [String: String] = [
  "content/site.yaml": "title: Group\nbase_url: https://group.example\n",
  "content/companies/north.yaml": "name: North\nzone: America/New_York\n",
  "content/releases/2004-02-10-first/release.yaml":
    "kind: announcement\nheadline: First\nreleased: 2004-02-10\nperiod: 2003-Q4\n",
  "content/releases/2004-02-10-first/figures.csv":
    "concept,label,period,value,decimals,note\nRevenues,Revenues,2003-Q4,5000000,,\n",
  "content/releases/2004-06-01-second/release.yaml": """
  kind: announcement
  headline: Second
  released: 2004-06-01
  publish_at: 2004-06-01T16:05 America/New_York
  period: 2004-Q1

  """,
]

private let smallArchive: [String: [UInt8]] = smallTexts.mapValues { Array($0.utf8) }

private func diagnostics(_ files: [String: [UInt8]], now: String) -> [Diagnostic] {
  let options = BuildOptions(now: Instant(rfc3339: now) ?? late, theme: theme)
  return buildSite(siteSource(files), options, output: CollectedOutput().output).diagnostics
}

/// Every file of a build, attachments with their bytes.
func builtFiles(
  _ files: [String: [UInt8]], now: Instant, isPreview: Bool = false
) -> [String: [UInt8]] {
  let collected = CollectedOutput()
  var options = BuildOptions(now: late, theme: theme, jobs: 2)
  options.explicitNow = now
  options.isPreview = isPreview
  _ = buildSite(siteSource(files), options, output: collected.output)
  var built = collected.files
  for (path, origin) in collected.copies { built[path] = files[origin] }
  return built
}

private func expectSame(
  _ one: [String: [UInt8]], _ other: [String: [UInt8]], _ location: SourceLocation = #_sourceLocation
) {
  #expect(one.keys.sorted() == other.keys.sorted(), sourceLocation: location)
  for (path, bytes) in one where other[path] != bytes {
    Issue.record(
      "\(path) differs: \(firstDifference(bytes, other[path] ?? []))", sourceLocation: location)
  }
}

/// When each release of an archive opens, drafts left out.
private func openings(of files: [String: [UInt8]]) -> [String: Instant] {
  var options = BuildOptions(now: late, theme: [])
  options.explicitNow = Instant(seconds: 0)
  let schedule = siteSchedule(siteSource(files), options)
  return Dictionary(
    uniqueKeysWithValues: schedule.embargoed.compactMap { entry in entry.opens.map { (entry.folder, $0) } })
}

private func drafts(of files: [String: [UInt8]]) -> [String] {
  siteSchedule(siteSource(files), BuildOptions(now: late, theme: [])).drafts.map(\.folder)
}

private func without(_ folder: String, _ files: [String: [UInt8]]) -> [String: [UInt8]] {
  files.filter { !$0.key.hasPrefix("content/releases/\(folder)/") }
}

/// Without the text blocks that no release open at a moment names.
private func withoutWhatNobodyUses(_ files: [String: [UInt8]], now: Instant) -> [String: [UInt8]] {
  let openings = openings(of: files)
  let open = files.filter { path, _ in
    path.hasSuffix("/release.yaml") && openings.contains { $0.value <= now && path.contains($0.key) }
  }.map { String(decoding: $0.value, as: UTF8.self) }
  // A release that is held and names a block would not load without it.
  let held = Set(openings.filter { $0.value > now }.map(\.key)).union(drafts(of: files))
  return held.reduce(files) { without($1, $0) }.filter { path, _ in
    guard path.hasPrefix("content/boilerplate/") else { return true }
    let name = path.dropFirst("content/boilerplate/".count).dropLast(".md".count)
    return open.contains { $0.contains(name) }
  }
}
