import CivilTime
import DefaultTheme
import MarkdownRendering
import Markup
import PageTemplates
import ReleaseChecks
import ReleaseFormat
import ReleaseModel
import SiteBuilding

/// A text checked as the narrative of a release with some figures.
func checkText(_ bytes: [UInt8]) {
  let scan = bytes.withUnsafeBytes { scanMarkdown($0) }
  let text = ProseText(
    bytes: bytes,
    links: scan.claims.map { ProseLink(destination: $0.destination, text: $0.text, range: $0.range) },
    masked: scan.verbatim + scan.links.map(\.range))
  for release in [0, nil] {
    _ = checkProse(
      [text],
      ProseContext(
        archive: sampleArchive, history: sampleHistory, release: release, vocabulary: sampleVocabulary))
  }
}

private let sampleFiles: [String: String] = [
  "content/site.yaml": "title: Acme\nbase_url: https://acme.example\nas_of: 2004-06-01T00:00:00Z\n",
  "content/companies/acme.yaml": "name: Acme\nzone: UTC\n",
  "content/releases/2003-11-14-third-quarter/release.yaml": """
  kind: earnings
  headline: Acme reports
  released: 2003-11-14
  period: 2003-Q3
  statements: [{file: income.csv, title: Operations, unit: USD}]

  """,
  "content/releases/2003-11-14-third-quarter/income.csv": """
  concept,label,2003-Q3,2002-Q3
  Revenues,Revenues,6980000,7181000
  NetIncomeLoss,Net loss,-4679000,-462000
  EarningsPerShareBasicAndDiluted,Per share,-0.60,-0.06

  """,
  "content/releases/2003-11-14-third-quarter/body.md": "Revenue was [$6,980,000](fact:Revenues).\n",
]

private let sampleArchive = loadArchive(source(sampleFiles.mapValues { Array($0.utf8) })).archive
private let sampleHistory = FactHistory(sampleArchive)
private let sampleVocabulary = ProseVocabulary(sampleArchive.catalog)

/// The whole pipeline over the sample with files of the input laid over it: each begins with a line `%%% path`; what
/// stands before the first such line is the narrative.
func checkArchive(_ bytes: [UInt8]) {
  var files = sampleFiles.mapValues { Array($0.utf8) }
  var path = "content/releases/2003-11-14-third-quarter/body.md"
  var text: [UInt8] = []
  for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
    if line.starts(with: "%%% ".utf8), let name = String(validating: line.dropFirst(4), as: UTF8.self) {
      files[path] = text
      (path, text) = (name, [])
    } else {
      text += line + [10]
    }
  }
  files[path] = text
  let options = BuildOptions(
    now: Instant(seconds: 1_086_000_000),
    theme: defaultTheme.map { TemplateSource(path: $0.path, bytes: Array($0.text.utf8)) })
  let nowhere = SiteOutput(write: { _, _ in }, copy: { _, _ in }, workbook: { _, _ in 0 })
  _ = buildSite(source(files), options, output: nowhere)
}

private func source(_ files: [String: [UInt8]]) -> SiteSource {
  // A disk has no such paths, and a site's own walk hands on no others.
  let listed = files.filter { path, _ in
    !path.isEmpty && path.utf8.count <= 256 && path.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
      && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && $0.first != "."
      }
  }
  let paths = listed.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  return SiteSource(
    files: paths.map { .init(path: $0, size: listed[$0]?.count ?? 0) },
    read: { path in listed[path].map(Result.success) ?? .failure(.init(reason: "no such file")) },
    zone: { _ in nil })
}
