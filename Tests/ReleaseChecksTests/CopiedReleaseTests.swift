import Diagnostics
import ReleaseChecks
import ReleaseFormat
import ReleaseModel
import TestSupport
import Testing

/// Releases that differ in nothing that a reader of a list sees, and times in their company's own zone.
@Suite struct CopiedReleaseTests {
  private func load(_ releases: [String: String], zone: String = "UTC") -> LoadedArchive {
    var files = [
      "content/site.yaml": "title: Norvia\nbase_url: https://archive.example\n",
      "content/companies/norvia.yaml": "name: Norvia Instruments\nzone: \(zone)\n",
    ]
    for (slug, own) in releases {
      let usual = ["kind: announcement", "headline: A plant in Ohio", "released: 2003-07-14"]
      let key = own.prefix { $0 != ":" }
      let lines = usual.filter { own.isEmpty || !$0.hasPrefix(key) } + [own]
      files["content/releases/2003-07-14-\(slug)/release.yaml"] = lines.joined(separator: "\n") + "\n"
      files["content/releases/2003-07-14-\(slug)/body.md"] = "A plant.\n"
    }
    return loadArchive(siteSource(files))
  }

  private func found(_ releases: [String: String]) -> [String] {
    let loaded = load(releases)
    #expect(loaded.diagnostics.map(\.message) == [])
    return loaded.report.findings.map { finding in
      "\(finding.code.id) \(finding.severity) \(loaded.archive.releases[finding.subject.release].folder)"
    }
  }

  @Test func aCopyIsNamedWhereItStands() {
    #expect(
      found(["a": "", "b": "", "c": ""]) == ["V610 warning 2003-07-14-b", "V610 warning 2003-07-14-c"])
  }

  @Test(arguments: [
    "headline: A plant in Iowa", "summary: Another one", "period: 2003-Q2", "draft: true",
    "released: 2003-07-14T17:00 UTC",
  ])
  func whatDiffersIsNoCopy(_ difference: String) {
    #expect(found(["a": "", "b": difference]) == [])
  }

  @Test func itIsWaivedAsOtherWarningsAre() {
    let reason = "allow:\n  - V610: \"the wire sent it twice\""
    #expect(found(["a": "", "b": reason]) == ["V610 note 2003-07-14-b"])
    #expect(found(["a": reason, "b": "headline: Another"]) == ["V903 error 2003-07-14-a"])
  }

  /// A day with more releases than anybody looks through takes no long time.
  @Test func manyOfOneDayAreCompared() {
    let many = Dictionary(uniqueKeysWithValues: (0..<600).map { ("r\(1000 + $0)", "headline: Plant \($0)") })
    #expect(found(many.merging(["z": "headline: Plant 599"]) { $1 }) == ["V610 warning 2003-07-14-z"])
  }
}
