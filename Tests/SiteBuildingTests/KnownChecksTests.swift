import CivilTime
import Diagnostics
import ReleaseFormat
import TestSupport
import Testing

@testable import SiteBuilding

/// What checks found in a company is found again where its releases are what they were, without checking them.
@Suite struct KnownChecksTests {
  private let now = Instant(rfc3339: "2004-08-10T12:00:00Z") ?? Instant(seconds: 0)

  private func source(_ files: [String: [UInt8]]) -> SiteSource {
    var source = siteSource(files)
    source.files = FileList(
      source.files.map { file in
        let stamp = (files[file.path] ?? []).reduce(7) { $0 &* 31 &+ UInt64($1) }
        return SiteSource.File(path: file.path, size: file.size, stamp: stamp)
      })
    return source
  }

  private func built(_ files: [String: [UInt8]], _ known: [CheckedCompany] = []) -> BuildResult {
    var options = BuildOptions(now: now, theme: theme)
    options.remembersPages = true
    options.knownChecks = KnownChecks(known)
    return buildSite(source(files), options, output: CollectedOutput().output)
  }

  /// The golden group, with a figure in a summary that nobody tells; its other company sets a check aside.
  private func files() throws -> (files: [String: [UInt8]], edited: String) {
    var files = try filesBelow(GoldenSiteTests.folder + "/group/site")
    let path = "content/releases/2004-07-20-second-quarter/release.yaml"
    let text = String(decoding: try #require(files[path]), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter {
      !$0.hasPrefix("summary:")
    }
    files[path] = Array(("summary: Revenues were $77,123,987.\n" + lines.joined(separator: "\n")).utf8)
    return (files, path)
  }

  @Test func whatWasFoundIsFoundAgain() throws {
    let (files, path) = try files()
    let first = built(files)
    #expect(first.diagnostics.contains { $0.code.id == "V509" && $0.place?.path == path })
    #expect(first.checked.contains { $0.findings.contains { $0.code.id == "V509" } })
    let second = built(files, first.checked)
    #expect(second.diagnostics == first.diagnostics)
    #expect(second.checked.map(\.id) == first.checked.map(\.id))
    #expect(second.checked.map(\.counts) == first.checked.map(\.counts))
    #expect(second.checked.map(\.findings) == first.checked.map(\.findings))
  }

  @Test func companiesThatAreKnownAreNotChecked() throws {
    let (files, _) = try files()
    var known = built(files).checked
    // What no check says shows that the record was asked.
    for place in known.indices { known[place].findings = [] }
    #expect(!built(files, known).diagnostics.contains { $0.code.id == "V509" })
  }

  @Test func aCompanyIsCheckedAnewWhenAFileOfItsReleasesChanges() throws {
    let (files, path) = try files()
    var known = built(files).checked
    for place in known.indices { known[place].findings = [] }
    for edited in [path, "content/site.yaml"] {
      var files = files
      files[edited]?.append(contentsOf: "# edited\n".utf8)
      #expect(built(files, known).diagnostics.contains { $0.code.id == "V509" }, "\(edited)")
    }
  }

  @Test func whatSetsAChecksAsideIsCheckedEachTime() throws {
    var (files, path) = try files()
    files[path]?.append(contentsOf: "\nallow:\n  - V509: \"said so in the call\"\n".utf8)
    let first = built(files)
    let company = try #require(first.diagnostics.first { $0.code.id == "V509" })
    #expect(company.severity == .note)
    #expect(first.checked.count == built(try self.files().files).checked.count - 1)
    #expect(built(files, first.checked).diagnostics == first.diagnostics)
  }
}
