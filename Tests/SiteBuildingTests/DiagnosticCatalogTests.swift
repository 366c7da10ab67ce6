import CivilTime
import Diagnostics
import SiteBuilding
import TestSupport
import Testing

/// Runs every sample of `Tests/DiagnosticCatalog` that takes a whole build to find.
@Suite struct DiagnosticCatalogTests {
  @Test(arguments: catalogSamples(stages: "CLMTV"))
  func sampleSaysExactlyThis(_ sample: String) throws {
    let found = diagnostics(try catalogSite(sample))
    let said = catalogReport(found)
    #expect(said == (try expectedReport(of: sample, said)))
    #expect(found.contains { sample == "\($0.code.id)-\($0.code.slug)" })
    // What the checks find stands somewhere in a line, never in a file as a whole.
    #expect(found.allSatisfy { !$0.code.id.hasPrefix("V") || $0.place?.range != nil })
  }

  @Test func baseSaysNothing() throws { #expect(diagnostics(try catalogBase()) == []) }

  private func diagnostics(_ files: [String: [UInt8]]) -> [Diagnostic] {
    let options = BuildOptions(now: Instant(seconds: 1_104_537_600), theme: theme)
    return buildSite(siteSource(files), options, output: CollectedOutput().output).diagnostics
  }
}
