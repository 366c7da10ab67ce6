import Diagnostics
import ReleaseFormat
import ReleaseModel
import TestSupport
import Testing

@testable import ReleaseChecks

/// The repository's own archive, loaded once.
struct ProseArchive {
  var archive: ReleaseArchive
  var history: FactHistory
  /// The narrative of each release, in the archive's order; empty where there is none.
  var bodies: [String]
  /// All of the site's, by path.
  var files: [String: [UInt8]]

  static let shared = Result { try ProseArchive(ownFiles()) }

  /// The same of another company, four years later.
  static let disguised = Result {
    let files = try ownFiles()
    return ProseArchive(DisguisedSite(files, try shared.get().archive.catalog).files)
  }

  private static func ownFiles() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for (path, bytes) in try filesBelow(testsFolder + "/../content") { files["content/" + path] = bytes }
    return files
  }

  init(_ files: [String: [UInt8]]) {
    self.files = files
    archive = loadArchive(siteSource(files)).archive
    history = FactHistory(archive)
    bodies = archive.releases.map { release in
      String(decoding: files["content/releases/\(release.folder)/body.md"] ?? [], as: UTF8.self)
    }
  }

  /// Checks a text as the narrative of a release.
  func check(_ body: String, release: Int) -> ProseReport {
    let context = ProseContext(
      archive: archive, history: history, release: release, zones: ProseSite.zones)
    return ProseSite.check(body, context)
  }

  func release(_ folder: String) throws -> Int {
    try #require(archive.releases.firstIndex { $0.folder == folder })
  }
}

@Suite struct ProseArchiveTests {
  let archive: ProseArchive

  init() throws { archive = try ProseArchive.shared.get() }

  @Test func nothingIsReportedThatIsNotWaived() throws {
    #expect(archive.bodies.count == 19)
    var counts = ProseCounts()
    for (index, body) in archive.bodies.enumerated() {
      let report = archive.check(body, release: index)
      #expect(report.findings.filter { $0.severity != .note }.map(\.message) == [])
      #expect(report.waiverFindings == [])
      counts += report.counts
    }
    #expect(counts.contradicted == 0)
    #expect(counts.unlinked == 0)
    #expect(counts.verified > 70)
  }

  @Test func theOperatingLossIsTheTablesGrossLoss() throws {
    let third = try archive.release("2003-11-14-third-quarter-results")
    let report = archive.check(archive.bodies[third], release: third)
    #expect(report.waived.map(\.finding.code.id) == ["V411"])
    #expect(report.waived.first?.reason.isEmpty == false)
    #expect(report.waived.first?.finding.message.contains("'operating loss'") == true)
    #expect(report.waived.first?.finding.message.contains("'Gross profit (loss)'") == true)
  }

  @Test func whatOnlyTheTextTellsIsCountedAsNotVerifiable() throws {
    let third = try archive.release("2003-11-14-third-quarter-results")
    let report = archive.check(archive.bodies[third], release: third)
    let open = report.claims.filter { $0.outcome == .notVerifiable(.statedOnce) }.map(\.literal)
    #expect(open.contains("$156,000"))
    #expect(open.contains("80%"))
    #expect(!open.contains("$4,679,000"))
    #expect(report.counts.verified == 10)
    #expect(report.counts.notVerifiable == 7)
  }

  @Test func aYearsLossThatEqualsAQuartersIsNotStale() throws {
    let year = try archive.release("2004-03-25-full-year-results")
    let report = archive.check(archive.bodies[year], release: year)
    let losses = report.claims.filter { $0.literal == "$4,679,000" }
    #expect(losses.map(\.outcome) == [.verified, .verified])
    #expect(report.findings == [])
  }
}
