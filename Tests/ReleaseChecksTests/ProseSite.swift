import CivilTime
import Diagnostics
import MarkdownRendering
import ReleaseFormat
import ReleaseModel
import TestSupport

@testable import ReleaseChecks

/// A company with two releases, of which the second one's text is checked.
struct ProseSite {
  var body = ""
  var figures = ""
  var allow = ""
  /// Of the release before.
  var earlier = ""
  var statement = """
    concept,label,2003-Q3,2002-Q3
    Revenues,Revenues,6980000,7181000
    GrossProfit,Gross profit (loss),-176000,1022000
    OperatingIncomeLoss,Operating income (loss),-890000,500000
    IncomeLossBeforeIncomeTaxes,Loss before income taxes,-1519000,-527000
    IncomeTaxExpenseBenefit,Provision (benefit) for income taxes,3160000,-65000
    NetIncomeLoss,Net loss,-4679000,-462000
    EarningsPerShareBasicAndDiluted,Basic and diluted per share amounts,-0.60,-0.06
    WeightedAverageSharesBasicAndDiluted,Weighted average shares,7754000,7738000
    InterestExpense,Interest expense,30000,0
    """

  func report() -> ProseReport {
    let folder = "content/releases/2003-11-14-third-quarter/"
    var files = [
      "content/site.yaml": "title: Acme\nbase_url: https://acme.example\n",
      "content/companies/acme.yaml": """
      name: Acme Corporation
      zone: America/Los_Angeles
      concepts:
        - {name: VolumeShare, label: Volume as a share of last year, kind: ratio, balance: average}
        - {name: OrdersGrowth, label: Growth of orders, negative: Decline of orders, kind: ratio, balance: average}
        - {name: OrdersChange, label: Change in orders, kind: money, balance: average}
      """,
      folder + "release.yaml": """
      kind: earnings
      headline: Acme reports
      released: 2003-11-14
      period: 2003-Q3
      statements: [{file: income.csv, title: Operations, unit: USD}]
      \(allow.isEmpty ? "" : "allow: [\(allow)]")
      """,
      folder + "income.csv": statement,
      folder + "body.md": body,
    ]
    let header = "concept,label,period,value,decimals,note\n"
    if !figures.isEmpty { files[folder + "figures.csv"] = header + figures }
    if !earlier.isEmpty {
      let other = "content/releases/2003-08-11-second-quarter/"
      files[other + "release.yaml"] =
        "kind: earnings\nheadline: Acme\nreleased: 2003-08-11\nperiod: 2003-Q2\n"
      files[other + "body.md"] = "Words.\n"
      files[other + "figures.csv"] = header + earlier
    }
    return Self.check(body, release: earlier.isEmpty ? 0 : 1, loadArchive(siteSource(files)).archive)
  }

  /// Checks one Markdown text as that of a release, or of a page outside releases.
  static func check(_ markdown: String, release: Int?, _ archive: ReleaseArchive) -> ProseReport {
    check(
      markdown, ProseContext(archive: archive, history: FactHistory(archive), release: release, zones: zones))
  }

  static func check(_ markdown: String, _ context: ProseContext) -> ProseReport {
    let bytes = Array(markdown.utf8)
    let scan = bytes.withUnsafeBytes { scanMarkdown($0) }
    let text = ProseText(
      bytes: bytes,
      links: scan.claims.map { ProseLink(destination: $0.destination, text: $0.text, range: $0.range) },
      masked: scan.verbatim + scan.links.map(\.range))
    return checkProse([text], context)
  }

  static let zones: [String: Zone] = {
    let source = siteSource([:] as [String: String])
    var zones: [String: Zone] = [:]
    for name in zonesInProse { zones[name] = source.zone(name).flatMap { Zone(name: name, tzif: $0) } }
    return zones
  }()
}

/// The codes that a text is reported with, in order.
func codes(_ body: String, figures: String = "", earlier: String = "") -> [String] {
  ProseSite(body: body, figures: figures, earlier: earlier).report().findings.map(\.code.id)
}

/// What became of the links of a text, in order.
func outcomes(_ body: String, figures: String = "", earlier: String = "") -> [ClaimOutcome] {
  ProseSite(body: body, figures: figures, earlier: earlier).report().claims.map(\.outcome)
}
