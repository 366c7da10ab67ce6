import Diagnostics
import ReleaseFormat
import ReleaseModel
import TestSupport
import Testing

@testable import ReleaseChecks

/// Nothing is special to HemaCare: what comes out of its archive comes out of the same archive in disguise, its
/// prose included.
@Suite struct DisguisedProseTests {
  let original: ProseArchive
  let disguised: ProseArchive

  init() throws {
    original = try ProseArchive.shared.get()
    disguised = try ProseArchive.disguised.get()
  }

  @Test func theDisguiseIsComplete() throws {
    #expect(disguised.archive.releases.count == original.archive.releases.count)
    for (release, body) in disguised.bodies.enumerated() {
      #expect(!body.contains("HemaCare") && !body.contains("hemacare"))
      #expect(body != original.bodies[release] || !body.contains("]("))
      #expect(body.split(separator: "[").count == original.bodies[release].split(separator: "[").count)
    }
    let third = try disguised.release("2007-11-14-third-quarter-results")
    #expect(
      disguised.bodies[third].contains(
        "[$13,960,000](fact:Revenues), [2.8% less](calc:growth(Revenues,2006-Q3))"))
    #expect(disguised.bodies[third].contains("on Wednesday, November 14, 2007"))
    #expect(disguised.bodies[third].contains("[$6.32 million]"))
  }

  @Test func everyTextComesOutAsItsOriginal() {
    for (release, body) in original.bodies.enumerated() {
      let was = original.check(body, release: release)
      let now = disguised.check(disguised.bodies[release], release: release)
      #expect(
        now.claims.map(\.outcome) == was.claims.map(\.outcome),
        "\(disguised.archive.releases[release].folder)")
      #expect(now.counts == was.counts)
      #expect(now.findings.map(\.code.id) == was.findings.map(\.code.id))
      #expect(now.findings.allSatisfy { $0.severity == .note })
      #expect(now.waived.map(\.finding.code.id) == was.waived.map(\.finding.code.id))
      #expect(now.waiverFindings == [])
    }
  }

  @Test func theArchiveComesOutAsItsOriginal() throws {
    let was = checkArchive(original.archive, original.history)
    let now = checkArchive(disguised.archive, disguised.history)
    #expect(now.findings.map(\.code.id) == ["V503"])
    #expect(now.findings.allSatisfy { $0.severity == .note })
    #expect(now.findings.first?.message.contains("www.norvia.com") == true)
    for (a, b) in zip(was.releases, now.releases) {
      #expect(a.held == b.held)
      #expect(a.waived.map(\.finding.code) == b.waived.map(\.finding.code))
    }
  }

  @Test func theGrossLossIsCalledAnOperatingLoss() throws {
    let third = try disguised.release("2007-11-14-third-quarter-results")
    let report = disguised.check(disguised.bodies[third], release: third)
    let finding = try #require(report.waived.first?.finding)
    #expect(report.waived.map(\.finding.code.id) == ["V411"])
    #expect(finding.message.contains("'operating loss'") && finding.message.contains("'Gross profit (loss)'"))
    #expect(report.claims.contains { $0.literal == "$352,000" && $0.outcome == .verified })
  }

  @Test func whatOnlyTheTextTellsIsNotVerifiable() throws {
    let third = try disguised.release("2007-11-14-third-quarter-results")
    let report = disguised.check(disguised.bodies[third], release: third)
    let open = report.claims.filter { $0.outcome == .notVerifiable(.statedOnce) }.map(\.literal)
    #expect(open.contains("$312,000"))
    #expect(open.contains("80%"))
    #expect(!open.contains("$9,358,000"))
  }

  @Test func theYearsLossThatEqualsAQuartersIsNotStale() throws {
    let year = try disguised.release("2008-03-25-full-year-results")
    let report = disguised.check(disguised.bodies[year], release: year)
    #expect(report.claims.filter { $0.literal == "$9,358,000" }.map(\.outcome) == [.verified, .verified])
    #expect(report.findings == [])
  }

  @Test func withoutTheirWaiversTheTruthsAreFindings() throws {
    var archive = disguised.archive
    for release in archive.releases.indices { archive.releases[release].waivers = [] }
    let found = checkArchive(archive, disguised.history).findings
    #expect(found.map(\.code.id) == ["V503"])
    #expect(found.map(\.severity) == [.warning])
    let third = try disguised.release("2007-11-14-third-quarter-results")
    let context = ProseContext(
      archive: archive, history: disguised.history, release: third, zones: ProseSite.zones)
    let prose = ProseSite.check(disguised.bodies[third], context).findings
    #expect(prose.map(\.code.id) == ["V411"])
    #expect(prose.map(\.severity) == [.warning])
  }
}
