import CivilTime
import Diagnostics
import ReleaseFormat
import SiteBuilding
import TestSupport
import Testing

/// Files that are listed but that the system does not give.
@Suite struct UnreadableFileTests {
  @Test(arguments: [
    ("content/releases/2003-11-14-third-quarter-results/body.md", "F003", "the file cannot be read: gone"),
    ("content/pages/about.md", "F003", "the file cannot be read: gone"),
    ("Templates/page.html", "T001", "'Templates/page.html' cannot be read: gone"),
  ])
  func isLocated(_ path: String, _ code: String, _ message: String) throws {
    var files = try catalogBase()
    files[path] = []
    var source = siteSource(files)
    let read = source.read
    source.read = { $0 == path ? .failure(.init(reason: "gone")) : read($0) }
    let options = BuildOptions(now: Instant(seconds: 1_104_537_600), theme: theme)
    let found = buildSite(source, options, output: CollectedOutput().output).diagnostics
    #expect(found.map(\.code.id) == [code])
    #expect(found.map(\.message) == [message])
    #expect(found.map(\.place) == [Place(path)])
  }
}
