import Diagnostics
import ReleaseChecks
import ReleaseFormat
import ReleaseModel
import TestSupport

/// A release of a sample site: its day, what `release.yaml` says beyond that, and its tables.
struct SampleRelease {
  var day: String
  var yaml: String
  var tables: [String: String]
  var headline = "Results"
  var hasNarrative = true

  /// An earnings release with one statement of a scale, or with single figures.
  init(
    _ day: String, period: String? = nil, statement: String? = nil, unit: String = "USD",
    scale: String = "ones", figures: String? = nil, more: String = "", kind: String = "earnings"
  ) {
    self.day = day
    yaml = "kind: \(kind)\n" + (period.map { "period: \($0)\n" } ?? "")
    tables = [:]
    if let statement {
      yaml +=
        "statements:\n  - file: statement.csv\n    title: Statement\n    unit: \(unit)\n    scale: \(scale)\n"
      tables["statement.csv"] = statement
    }
    if let figures { tables["figures.csv"] = "concept,label,period,value,decimals\n" + figures }
    yaml += more
  }
}

/// Loads a site of one company with the calendar year as its fiscal year.
///
/// - Parameter concepts: amounts that the company tells beside those that every site knows.
func sampleSite(
  _ releases: [SampleRelease], fiscalYearEnd: String = "12-31", concepts: [String] = [],
  balance: String = "flow"
) -> LoadedArchive {
  var files = [
    "content/site.yaml": "title: Norvia\nbase_url: https://archive.example\n",
    "content/companies/norvia.yaml": """
    name: Norvia Instruments
    zone: UTC
    fiscal_year_end: \(fiscalYearEnd)
    concepts:
      - name: Gadgets
        label: Gadgets
        kind: money
        balance: flow
        sign: any

    """
      + concepts.map { "  - { name: \($0), label: \($0), kind: money, balance: \(balance), sign: any }\n" }
      .joined(),
  ]
  for (index, release) in releases.enumerated() {
    let folder = "content/releases/\(release.day)-release-\(index)/"
    files[folder + "release.yaml"] =
      "headline: \(release.headline)\nreleased: \(release.day)\n" + release.yaml
    for (name, text) in release.tables { files[folder + name] = text }
    if release.hasNarrative { files[folder + "body.md"] = "Results.\n" }
  }
  return loadArchive(siteSource(files))
}

/// What a check finds, in short: the code, the place and the label.
struct Found: Hashable, CustomStringConvertible {
  var code: String
  var place: Subject
  var label: String?

  init(_ code: String, _ place: Subject, _ label: String? = nil) {
    self.code = code
    self.place = place
    self.label = label
  }

  var description: String { "\(code) at \(place): \(label ?? "-")" }
}

extension LoadedArchive {
  var report: CheckReport { checkArchive(archive, FactHistory(archive)) }
}

extension CheckReport {
  /// The findings that are no notes.
  var found: [Found] {
    findings.filter { $0.severity != .note }.map { Found($0.code.id, $0.subject, $0.label) }
  }
}

/// A cell of the first statement of a release.
func cell(_ row: Int, _ column: Int, release: Int = 0) -> Subject {
  .cell(release: release, statement: 0, row: row, column: column)
}

/// What is found in one release with one statement.
func findings(in statement: String, scale: String = "ones", period: String = "2003-Q3") -> [Found] {
  let site = sampleSite([
    SampleRelease("2003-11-14", period: period, statement: statement, scale: scale)
  ])
  let loading = site.diagnostics.filter { $0.severity == .error }
  return loading.isEmpty
    ? site.report.found : loading.map { Found($0.code.id, .release(0), $0.message) }
}
