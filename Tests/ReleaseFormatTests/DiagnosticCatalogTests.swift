import Diagnostics
import ReleaseFormat
import ReleaseModel
import SourceSyntax
import TestSupport
import Testing

/// Runs every sample of `Tests/DiagnosticCatalog` that loading content can find.
struct DiagnosticCatalogTests {
  @Test(arguments: catalogSamples(stages: "SF"))
  func sampleSaysExactlyThis(_ sample: String) throws {
    let loaded = loadArchive(memorySite(try catalogSite(sample)))
    let said = catalogReport(loaded.diagnostics)
    #expect(said == (try expectedReport(of: sample, said)))
    #expect(loaded.diagnostics.contains { sample.hasPrefix($0.code.id + "-") })
  }

  @Test func baseSaysNothing() throws {
    let loaded = loadArchive(memorySite(try catalogBase()))
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
