import Diagnostics
import ReleaseModel
import SourceSyntax

/// What decoding a release takes from the rest of the site; nothing in it changes while releases load.
struct ReleaseContext: Sendable {
  var concepts: KnownConcepts
  /// By id; `nil` for a company whose file could not be read, which is reported there.
  var companies: [String: Company?]
  /// The company of releases that name none; its own absence is reported where the site's settings are.
  var defaultCompany: String?
  /// The names of the text blocks.
  var boilerplate: Set<String>
  /// The names of the site's topics; `nil` where releases may name any.
  var topics: Set<String>?
  var zones: ZoneDatabase
  /// The heads of statements that were read.
  var heads = KnownHeads()
  var read: @Sendable (_ path: String) -> Result<[UInt8], SiteSource.ReadFailure>
  var beginning: @Sendable (_ path: String, _ count: Int) -> [UInt8]?
}

extension ReleaseContext {
  var catalog: ConceptCatalog { concepts.catalog }
}

/// Reads the YAML file that findings are about; what cannot be read or is empty is a finding.
func readYAML(
  _ read: (String) -> Result<[UInt8], SiteSource.ReadFailure>, _ findings: inout Findings
) -> Node? {
  let before = findings.diagnostics.count
  guard let text = readText(findings.path, read, &findings.diagnostics) else { return nil }
  let node = parseYAML(text, diagnostics: &findings.diagnostics)
  if node == nil, findings.diagnostics.count == before {
    findings.report(.missingKey, "the file is empty", at: nil)
  }
  return node
}
