import Diagnostics
import Foundation
import ReleaseFormat
import ReleaseModel
import SourceSyntax
import TestSupport
import Testing

/// Runs every sample of `Tests/DiagnosticCatalog` that loading content can find.
struct DiagnosticCatalogTests {
  @Test(arguments: catalogSamples(stages: "SF"))
  func sampleSaysExactlyThis(_ sample: String) throws {
    let folder = catalogFolder.appending(path: sample)
    let loaded = loadArchive(memorySite(try catalogSite(folder)))
    let said = loaded.diagnostics.map(spelled).joined()
    let expected = folder.appending(path: "expected.txt")
    if ProcessInfo.processInfo.environment["UPDATE_CATALOG"] != nil {
      try said.write(to: expected, atomically: true, encoding: .utf8)
    }
    #expect(said == (try String(contentsOf: expected, encoding: .utf8)))
    #expect(loaded.diagnostics.contains { sample.hasPrefix($0.code.id + "-") })
  }

  @Test func baseSaysNothing() throws {
    let loaded = loadArchive(memorySite(try files(below: catalogFolder.appending(path: "base"))))
    #expect(loaded.diagnostics.isEmpty)
    #expect(loaded.archive.releases.count == 1)
  }

  /// Codes that no small site shows have tests of their own.
  @Test func everyCodeHasASample() {
    let elsewhere: Set = ["F003", "F047", "S110", "S204"]
    let sampled = Set(catalogSamples(stages: "SF").map { $0.prefix(4) }.map(String.init))
    #expect(Set((sourceSyntaxCodes + releaseFormatCodes).map(\.id)) == sampled.union(elsewhere))
  }

  @Test func codesAreDistinct() {
    #expect(Set(releaseFormatCodes.map(\.id)).count == releaseFormatCodes.count)
    #expect(Set(releaseFormatCodes.map(\.slug)).count == releaseFormatCodes.count)
  }
}

private let catalogFolder = URL(filePath: testsFolder).appending(path: "DiagnosticCatalog")

private func catalogSamples(stages: String) -> [String] {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: catalogFolder.path())) ?? []
  return names.filter { $0.contains("-") && stages.contains($0.prefix(1)) }.sorted()
}

/// The base site with a sample's files laid over it and what it does without taken away.
private func catalogSite(_ folder: URL) throws -> [String: [UInt8]] {
  var site = try files(below: catalogFolder.appending(path: "base"))
  if let list = try? String(contentsOf: folder.appending(path: "without.txt"), encoding: .utf8) {
    for path in list.split(separator: "\n") {
      site = site.filter { !($0.key == path || (path.hasSuffix("/") && $0.key.hasPrefix(path))) }
    }
  }
  return site.merging(try files(below: folder.appending(path: "site"))) { _, sample in sample }
}

private func files(below folder: URL) throws -> [String: [UInt8]] {
  var files: [String: [UInt8]] = [:]
  let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path())) ?? []
  for path in paths {
    let file = folder.appending(path: path)
    guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
    files[path] = [UInt8](try Data(contentsOf: file))
  }
  return files
}

private func spelled(_ diagnostic: Diagnostic) -> String {
  let severity = diagnostic.severity == .error ? "" : "\(diagnostic.severity) "
  let place = diagnostic.place.map(spelled) ?? "-"
  let lines =
    ["\(diagnostic.code.id) \(severity)\(place) \(diagnostic.message)"]
    + diagnostic.related.map { "  see: \(spelled($0.place)) \($0.message)" }
    + diagnostic.notes.map { "  note: \($0)" } + diagnostic.hints.map { "  help: \($0)" }
  return lines.map { $0 + "\n" }.joined()
}

private func spelled(_ place: Place) -> String {
  guard let range = place.range else { return place.path }
  let (start, end) = (range.start, range.end)
  return "\(place.path):\(start.line):\(start.column)-\(end.line):\(end.column)"
}
