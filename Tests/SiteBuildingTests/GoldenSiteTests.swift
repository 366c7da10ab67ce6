import CivilTime
import DefaultTheme
import Diagnostics
import Foundation
import PageTemplates
import ReleaseFormat
import SiteBuilding
import TestSupport
import Testing

/// Whole sites: `GoldenSites/<case>/site` must give every byte of `GoldenSites/<case>/expected`.
///
/// A case with errors expects `diagnostics.txt` alone, because nothing of it is published.
@Suite struct GoldenSiteTests {
  static let folder = testsFolder + "/GoldenSites"

  @Test(arguments: foldersIn(folder)) func givesItsExpectedBytes(_ name: String) throws {
    let site = Self.folder + "/" + name + "/site"
    let expected = Self.folder + "/" + name + "/expected"
    let built = build(try filesBelow(site), jobs: 2)
    if isRecording {
      try removeFolder(expected)
      for (path, bytes) in built { try record(bytes, at: expected + "/" + path) }
      return
    }
    let wanted = try filesBelow(expected)
    #expect(built.keys.sorted() == wanted.keys.sorted())
    for (path, bytes) in wanted.sorted(by: { $0.key < $1.key }) {
      let isSame = built[path] == bytes
      #expect(isSame, "\(name): \(path) differs\n\(firstDifference(built[path] ?? [], bytes))")
    }
  }

  @Test(arguments: foldersIn(folder)) func givesTheSameBytesForAnyNumberOfJobs(_ name: String) throws {
    let files = try filesBelow(Self.folder + "/" + name + "/site")
    let one = build(files, jobs: 1)
    for jobs in [2, 3, 8] { #expect(build(files, jobs: jobs) == one) }
  }
}

/// The theme inside the binary, as a build takes it.
let theme = defaultTheme.map { TemplateSource(path: $0.path, bytes: Array($0.text.utf8)) }

/// Builds a site in memory; with findings, `diagnostics.txt` lists them, and with errors it stands alone.
func build(_ files: [String: [UInt8]], jobs: Int) -> [String: [UInt8]] {
  let collected = CollectedOutput()
  let now = Instant(rfc3339: "2004-06-01T12:00:00Z") ?? Instant(seconds: 0)
  let source = siteSource(files)
  let result = buildSite(
    source, BuildOptions(now: now, theme: theme, jobs: jobs), output: collected.output)
  var built = result.diagnostics.hasErrors ? [:] : collected.files
  if !result.diagnostics.hasErrors {
    for (path, origin) in collected.copies { built[path] = files[origin] }
  }
  if !result.diagnostics.isEmpty {
    built["diagnostics.txt"] = Array(result.diagnostics.map { line($0) + "\n" }.joined().utf8)
  }
  return built
}

/// `error[F101] content/site.yaml:3:1 message`.
func line(_ diagnostic: Diagnostic) -> String {
  var place = diagnostic.place?.path ?? "-"
  if let start = diagnostic.place?.range?.start { place += ":\(start.line):\(start.column)" }
  return "\(diagnostic.severity.rawValue)[\(diagnostic.code.id)] \(place) \(diagnostic.message)"
}

func firstDifference(_ built: [UInt8], _ wanted: [UInt8]) -> String {
  let a = String(decoding: built, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  let b = String(decoding: wanted, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  for (index, pair) in zip(a, b).enumerated() where pair.0 != pair.1 {
    return "line \(index + 1)\n  built:    \(pair.0.prefix(300))\n  expected: \(pair.1.prefix(300))"
  }
  return "\(a.count) lines built, \(b.count) expected"
}
