import CivilTime
import Diagnostics
import SiteBuilding
import TestSupport
import Testing

/// `<PAGE>` in a narrative: told once, and kept where the release waives the check.
@Suite struct PageMarkTests {
  private static let release = "content/releases/2003-11-14-third-quarter-results/"

  private func built(_ body: String, allows: Bool) throws -> (page: String, findings: [String]) {
    var files = try catalogBase()
    files[Self.release + "body.md"] = Array(body.utf8)
    if allows { files[Self.release + "release.yaml"]? += Array("allow:\n  - V508: \"printed so\"\n".utf8) }
    let collected = CollectedOutput()
    let options = BuildOptions(now: Instant(seconds: 1_104_537_600), theme: theme)
    let found = buildSite(siteSource(files), options, output: collected.output).diagnostics
    let page = collected.files["releases/2003/third-quarter-results/index.html"] ?? []
    return (String(decoding: page, as: UTF8.self), found.map { "\($0.code.id) \($0.severity)" })
  }

  @Test(arguments: ["Costs rose.\n\n<PAGE>\n\nThey fell.\n", "Costs rose.\n<page>\nThey fell.\n"])
  func staysWhereItIsWaived(_ body: String) throws {
    let kept = try built(body, allows: true)
    #expect(kept.findings == ["V508 note"])
    #expect(kept.page.lowercased().contains("&lt;page&gt;") && kept.page.contains("They fell."))
    #expect(try built(body, allows: false).findings == ["V508 error"])
  }

  /// Words without an empty line before them belong to the tag and would be lost.
  @Test func wordsBehindItAreNotLost() throws {
    let body = "Costs rose.\n\n<PAGE>\nThey fell.\n"
    #expect(try built(body, allows: true).findings == ["M100 error", "V508 note"])
    #expect(try built(body, allows: false).findings == ["V508 error"])
  }

  @Test func otherTagsAreHTMLAllTheSame() throws {
    #expect(
      try built("<PAGE>\n\n<b>x</b>\n", allows: true).findings == ["V508 note", "M100 error", "M100 error"])
  }
}
