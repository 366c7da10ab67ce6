import Diagnostics
import TestSupport
import Testing

@testable import SitegenCommands

/// Every code that `sitegen explain` lists has a sample in `Tests/DiagnosticCatalog`, or a reason here.
@Suite struct CatalogCompletenessTests {
  /// Codes that no content of a sample can cause, each with why and where it is tested instead.
  static let withoutSample: [String: String] = [
    "F003": "a file that the system does not give; UnreadableFileTests",
    "T001": "a template that the system does not give; UnreadableFileTests",
    "F047": "65,536 concepts; a file larger than YAML files may be (S110) comes first",
    "T204": "a theme without a page's template; the default theme has them all. TemplateFindingTests",
    "L108": "an address with a scheme that the parser of Markdown refuses first (M110); LinkTests",
    "V901": "a blank reason, which decoding refuses first (F021); ArchiveRuleTests",
    "P001": "no folder of a site at all; OpenSiteTests and BadInputTests",
    "P002": "a system without the zone database; OpenSiteTests",
    "P101": "a symbolic link, which copies of the sources may not keep; OpenSiteTests",
    "P102": "a pipe or a socket; OpenSiteTests",
    "P103": "a name that is no UTF-8, which copies of the sources may not keep; OpenSiteTests",
    "P104": "a path longer than copies of the sources may have; OpenSiteTests",
    "P105": "a file of more than 64 MiB; OpenSiteTests",
    "P106": "a permission of the file system; OpenSiteTests",
    "P201": "a state of the output folder; PublicationTests",
    "P202": "a state of the output folder; PublicationTests",
    "P203": "a state of the output folder; PublicationTests",
    "P204": "a permission of the file system; PublicationTests",
    "P205": "another build at the same time; PublicationTests",
    "P206": "a choice of the command line; PublicationTests",
    "P207": "a system that refuses a step half-way; PublicationTests",
    "P003": "a choice of the command line; TrustCommandTests",
    "P107": "names that copies of the sources may not keep apart; HostileSiteTests",
    "P208": "a state of the output folder; TrustCommandTests",
    "P209": "a state of the output folder; PublicationTests",
    "P210": "a signal; InterruptionTests",
    "P302": "a fault of sitegen itself; BuildRecordTests",
    "P301": "a fault of sitegen itself; PublicationTests",
  ]

  @Test func everyCodeHasASampleOrAReason() {
    let samples = Set(catalogSamples(stages: "CFLMPSTV"))
    for code in catalogue {
      let sample = "\(code.id)-\(code.slug)"
      let hasSample = samples.contains(sample)
      let reason = Self.withoutSample[code.id]
      #expect(hasSample || reason != nil, "\(sample) has neither a sample nor a reason")
      #expect(!(hasSample && reason != nil), "\(sample) has a sample; its reason is out of date")
    }
  }

  @Test func everySampleAndReasonBelongsToACode() {
    let codes = Set(catalogue.map { "\($0.id)-\($0.slug)" })
    for sample in catalogSamples(stages: "CFLMPSTV") {
      #expect(codes.contains(sample), "\(sample) is the sample of no code")
    }
    let ids = Set(catalogue.map(\.id))
    for id in Self.withoutSample.keys.sorted() { #expect(ids.contains(id), "there is no code \(id)") }
  }
}
