import CivilTime
import Diagnostics
import ReleaseFormat
import TestSupport
import Testing

@testable import SiteBuilding

/// A build says how long the clock may go on before the same content gives something else.
@Suite struct ClockTimesTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var what: String
    var site: String
    /// Texts at the end of files, or files where there are none.
    var added: [String: String]
    var now: String
    var until: String

    var testDescription: String { what }
  }

  @Test(arguments: cases) func theSameIsMadeUntilThen(_ timed: Case) throws {
    let files = try files(timed)
    let now = try #require(Instant(rfc3339: timed.now))
    let until = try #require(Instant(rfc3339: timed.until))
    let first = built(files, at: now)
    #expect(first.times == now..<until)
    let last = built(files, at: until.adding(seconds: -1))
    #expect(last.made == first.made)
    #expect(last.findings == first.findings)
    let next = built(files, at: until)
    #expect(next.made != first.made || next.findings != first.findings)
  }

  private static let cases = [
    Case(
      what: "an event of an old version", site: "corrections",
      added: [
        "content/releases/2004-08-11-second-quarter-results/versions/2004-08-11/release.yaml":
          "events: [{ kind: conference-call, starts: 2005-12-29T12:30 UTC }]\n"
      ], now: "2005-12-29T12:00:00Z", until: "2005-12-29T12:30:00Z"),
    Case(
      what: "the name of a company that has published nothing", site: "empty-archive",
      added: [
        "content/companies/small.yaml":
          "names: [{ name: Old Co, until: 2005-11-29 }, { name: New Co, from: 2005-11-30 }]\n"
      ], now: "2005-11-29T09:00:00Z", until: "2005-11-30T00:00:00Z"),
    Case(
      what: "an address that is locked from then on", site: "one-announcement",
      added: ["content/urls.lock": "2005-12-16T00:00:00Z - - - /releases/2005/plan/\n"],
      now: "2005-11-29T09:00:00Z", until: "2005-12-16T00:00:00Z"),
  ]

  @Test func noFindingTellsTheTimeOfDay() throws {
    let missed = Case(
      what: "", site: "one-announcement",
      added: ["content/companies/small.yaml": "next_release: 2004-08-12\n"], now: "", until: "")
    var files = try files(missed)
    let now = Instant(seconds: 1_200_000_000)
    let (first, later) = (built(files, at: now), built(files, at: now.adding(seconds: 86_400)))
    #expect(first.findings.map(\.code.id) == ["L006"])
    #expect(later.findings == first.findings)
    // A pin that opens what the clock still holds.
    files["content/site.yaml"]? += Array("as_of: 2030-01-01T00:00:00Z\n".utf8)
    files["content/releases/2029-01-01-plan/release.yaml"] = Array(
      "kind: announcement\nheadline: A plan\nreleased: 2029-01-01\n".utf8)
    let (pinned, after) = (built(files, at: now), built(files, at: now.adding(seconds: 86_400)))
    #expect(pinned.findings.map(\.code.id).contains("L306"))
    #expect(after.findings == pinned.findings)
  }

  private func files(_ timed: Case) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for (path, bytes) in try filesBelow("\(testsFolder)/GoldenSites/\(timed.site)/site/content") {
      files["content/" + path] = bytes
    }
    // The clock is asked.
    let settings = String(decoding: files["content/site.yaml"] ?? [], as: UTF8.self)
    files["content/site.yaml"] = Array(
      settings.split(separator: "\n").filter { !$0.hasPrefix("as_of") }.joined(separator: "\n").utf8 + [10])
    for (path, text) in timed.added {
      // Dated names stand in the place of one.
      if text.hasPrefix("names:") {
        files[path] = Array((text + "short_name: Small\nzone: UTC\n").utf8)
      } else {
        files[path, default: []] += Array(text.utf8)
      }
    }
    return files
  }

  private func built(
    _ files: [String: [UInt8]], at clock: Instant
  ) -> (made: [String: [UInt8]], findings: [Diagnostic], times: Range<Instant>?) {
    let collected = CollectedOutput()
    let result = buildSite(
      siteSource(files), BuildOptions(now: clock, theme: theme), output: collected.output)
    return (collected.files, result.diagnostics, result.clockTimes)
  }
}
