import Diagnostics
import ReleaseChecks
import ReleaseFormat
import ReleaseModel
import Testing

@Suite struct TextRuleTests {
  private func found(headline: String, period: String = "2003-Q3") -> [String] {
    var release = SampleRelease("2004-03-14", period: period)
    release.headline = "'" + headline.split(separator: "'").joined(separator: "''") + "'"
    return sampleSite([release]).report.found.map(\.code)
  }

  @Test(arguments: [
    ("Norvia reports third quarter results", []),
    ("Norvia reports third-quarter results for 2003", []),
    ("Norvia reports second quarter results", ["V504"]),
    ("Norvia reports Q2 results", ["V504"]),
    ("Results for the third quarter of 2002", ["V504"]),
    ("2002 third quarter results", ["V504"]),
    ("Norvia is profitable for the second quarter in a row", []),
    ("A second quarter of growth", []),
    ("First-quarter loss reversed in the third quarter", []),
    ("Results - more -", ["V501"]),
    ("Results <PAGE> 2", ["V501"]),
    ("A loss (after taxes", ["V502"]),
    ("A loss) after taxes", ["V502"]),
    ("\"Fine\" results (and more) of [Norvia]", []),
    ("\"Fine results", ["V502"]),
    ("A 5\" display", []),
    ("Norvia's shareholders' equity", []),
  ])
  func headline(_ example: (text: String, codes: [String])) {
    #expect(found(headline: example.text) == example.codes)
  }

  @Test(arguments: [
    ("Net income of 20 cents, up from 17 cents in the second quarter", false),
    ("Net income rises 20% from the second quarter", false),
    ("Revenue of $2.7 million against $2.5 million in Q2", false),
    ("Results from the second quarter", true),
    ("Income from operations rises in second quarter", true),
    ("Revenue up 20% in the second quarter", true),
    ("Net income of $5 million compared to net income of $4.2 million in the third quarter of 2002", false),
    ("Net loss of $2 million, against a net loss of $3.1 million, or $0.42 per share, in Q3 2002", false),
    (
      "EPS of $0.50, from net income of $4.2 million, or $0.42 per share, in the third quarter of 2002", false
    ),
    ("Net income of $1.4 million after a loss of $0.4 million in the second quarter", false),
    ("Net income of $1.4 million follows loss of $0.4 million in second quarter", false),
    ("Revenue: $33.3 million (Q3 2002: $30.0 million); EPS: $0.50 (Q3 2002: $0.42)", false),
    ("Revenue €33.3 million [third quarter of 2002: €30.0 million]", false),
    ("Net loss of $2.4 million (Q3 2002: net income of $2.3 million)", false),
    ("Results (Q2 2003)", true), ("Record results (third quarter of 2002)", true),
    ("Highest revenue since the fourth quarter of 2000", false),
    ("In profit for the first time since second quarter of 2001", false),
    ("Compared to the second quarter, sales fell 9%", false),
    ("From the second quarter, sales fell to $44.7 million", false),
    ("Sales ease from record second quarter", false), ("Net income improves from second quarter", false),
    ("Higher net income than in the second quarter", false), ("Profit exceeds that of second quarter", false),
    ("Revenue tops second-quarter level", false), ("Revenue tops $5 million in second quarter", true),
    ("Revenue is 19% above that of the third quarter of 2002", false),
    ("Revenue up 11% on weak third quarter of 2002", false), ("Norvia reports on second quarter", true),
    ("Building on strong second quarter, revenue rises", false),
    ("Revenue rises, the second quarter above $30 million", false),
    ("Net loss of $2 million versus restated loss in third quarter of 2002", false),
    ("Third quarter 2002 restated", false), ("Norvia restates third quarter of 2002", false),
    ("Restated net loss of $8.9 million, or $0.42 per share, for the third quarter of 2002", false),
    ("Norvia reports the second quarter of 2003 and restates that of 2002", true),
    ("Norvia warns on fourth quarter", false),
    ("Norvia on track for record fourth quarter", false), ("Norvia aims for profit by fourth quarter", false),
    ("Q4 guide: revenue of $35 million", false),
    ("Compared with the third quarter of 2002, third quarter revenue rises", false),
    ("Norvia builds on second quarter", false), ("First-quarter profit climbs", true),
    ("Norvia tops second-quarter estimates", true),
  ])
  func aQuarterToCompareWithIsAnother(_ headline: String, _ isStale: Bool) {
    #expect(found(headline: headline).contains("V504") == isStale)
  }

  /// What comes next may be a plan; what a release before has told is left from it.
  @Test(arguments: [
    ("Norvia launches product in fourth quarter", "warning"), ("Fourth quarter starts well", "warning"),
    ("New plant to open in first quarter of 2004", "warning"), ("Second quarter starts well", "error"),
    ("Second-quarter gains continue", "warning"), ("Second-quarter profit streak continues", "warning"),
    ("Second quarter order surge lifts sales", "warning"),
    ("Second-quarter sales push ends", "warning"), ("Second-quarter profit of $5 million", "error"),
    ("Second-quarter sales surge", "error"),
    ("First quarter results", "error"), ("Results of the fourth quarter of 2002", "error"),
  ])
  func theNextQuarterIsAWarning(_ headline: String, _ severity: String) {
    var release = SampleRelease("2003-11-14", period: "2003-Q3")
    release.headline = headline
    let findings = sampleSite([release]).report.findings.filter { $0.code.id == "V504" }
    #expect(findings.map { "\($0.severity)" } == [severity])
  }

  /// A headline of results and nothing else is about the release's own.
  @Test(arguments: [
    ("Results for 2002", "2003-FY", "error"), ("Norvia FY2002 results", "2003-FY", "error"),
    ("Norvia FY02 results", "2003-FY", "error"),
    ("Norvia Instruments annual results 2002", "2003-FY", "error"),
    ("Norvia reports results for the year ended December 31, 2002", "2003-FY", "error"),
    ("Results for the year ended 31 December 2002: revenue up", "2003-FY", "error"),
    ("First-half results", "2003-FY", "error"), ("Third-quarter results", "2003-FY", "error"),
    ("Full-year results", "2003-H1", "error"), ("Results for 2002", "2003-H1", "error"),
    ("H1 2002 results", "2003-H1", "error"), ("Third-quarter results", "2003-H1", "warning"),
    ("Results for the quarter ended September 30, 2003", "2003-Q4", "error"),
    ("Results for the three months ended December 31, 2002", "2003-Q1", "error"),
    ("Nine-month results", "2003-Q2", "error"),
    // May be called by the year in which they come, or by the last quarter.
    ("Annual results 2004", "2003-FY", "warning"), ("Second-quarter results", "2003-H1", "warning"),
  ])
  func resultsOfAnotherTimeAreStale(_ headline: String, _ period: String, _ severity: String) {
    #expect(Self.staleness(headline, period) == [severity])
  }

  @Test(arguments: [
    ("Results for 2003", "2003-FY"), ("Norvia FY2003 results", "2003-FY"), ("Norvia 2003 results", "2003-Q3"),
    ("Results for the year ended December 31, 2003", "2003-FY"), ("Fourth-quarter results", "2003-FY"),
    ("Full-year results", "2003-Q4"), ("Half-year results", "2003-H1"), ("Half-year results", "2003-Q2"),
    ("Second-half results", "2003-H2"), ("Half-year results", "2003-FY"),
    ("Results for the six months to June 30, 2003", "2003-H1"),
    ("Results for the first nine months of 2003", "2003-9M"),
    ("Results for 2003 and 2002", "2003-FY"), ("Results for fiscal 2002/03", "2003-FY"),
    ("Results for the quarter ended September 28, 2003", "2003-Q3"), ("Norvia results", "2003-FY"),
    // Of something else too.
    ("Results for 2002 restated", "2003-FY"), ("Norvia restates results for 2002", "2003-FY"),
    ("Results top those of 2002", "2003-FY"), ("Results for 2002: restated figures", "2003-FY"),
    ("Results for 2002; outlook for 2003", "2003-FY"), ("Norvia results best since 1998", "2003-FY"),
    ("Norvia to publish annual results in March 2004", "2003-Q4"),
    ("Results and full-year outlook", "2003-Q3"),
    ("Results reflect 2002 restructuring", "2003-FY"),
  ])
  func resultsOfItsOwnTimeAreNot(_ headline: String, _ period: String) {
    #expect(Self.staleness(headline, period) == [])
  }

  @Test(arguments: [("2004-FY", "Results for 2003", []), ("2004-FY", "Results for 2002", ["error"])])
  func aFiscalYearMayBeCalledByItsStart(_ period: String, _ headline: String, _ severities: [String]) {
    #expect(Self.staleness(headline, period, fiscalYearEnd: "06-30") == severities)
  }

  private static func staleness(_ headline: String, _ period: String, fiscalYearEnd: String = "12-31")
    -> [String]
  {
    var release = SampleRelease("2004-08-14", period: period, figures: "Revenues,,\(period),5000000,\n")
    release.headline = "'\(headline)'"
    let findings = sampleSite([release], fiscalYearEnd: fiscalYearEnd).report.findings
    return findings.filter { $0.code.id == "V504" }.map { "\($0.severity)" }
  }

  @Test func aYearsHeadlineMayNameItsFourthQuarter() {
    #expect(found(headline: "Fourth quarter and full year 2003", period: "2003-FY") == [])
    #expect(found(headline: "Fourth quarter and full year 2002", period: "2003-FY") == ["V504"])
  }

  @Test(arguments: [
    ("ir@norvia.example", []), ("www.norvia.com", ["V503"]),
  ])
  func emailAddresses(_ example: (text: String, codes: [String])) {
    let release = SampleRelease(
      "2003-11-14", period: "2003-Q3", more: "contacts:\n  - { name: Ann, email: \(example.text) }\n")
    #expect(sampleSite([release]).report.found.map(\.code) == example.codes)
  }

  @Test(arguments: [("https://norvia.example/ir", []), ("https://norvia/ir", ["V507"])])
  func webAddresses(_ example: (text: String, codes: [String])) {
    let release = SampleRelease(
      "2003-11-14", period: "2003-Q3", more: "sources:\n  - { title: A, url: '\(example.text)' }\n")
    #expect(sampleSite([release]).report.found.map(\.code) == example.codes)
  }

  private func foundInBody(_ body: String, boilerplate: [String] = [], statement: String = "Statement")
    -> [String]
  {
    var release = sampleSite([SampleRelease("2003-11-14", period: "2003-Q3")]).archive.releases[0]
    release.statements = [
      .init(name: "statement", title: statement, currency: "USD", columns: [], rows: [])
    ]
    let bytes = Array(body.utf8)
    return checkTexts(release, body: bytes, boilerplate: boilerplate.map { Array($0.utf8) }).map {
      "\($0.code.id) " + String(decoding: bytes[$0.range], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("Text\n\n  - more -\n\nmore text", ["V508 - more -"]),
    ("Text\n###\n", ["V508 ###"]),
    ("### A heading\n\nThere is more - more of it - to say", []),
    ("EBITDA rose", ["V505 EBITDA"]),
    ("Adjusted earnings rose.\n\n## Reconciliation\n", []),
    ("Seasonally adjusted, and adjusted to size", []),
    ("Norvia expects to grow", ["V506 expects to"]),
    ("Norvia expects to grow. This forward-looking statement may fail.", []),
  ])
  func bodies(_ example: (text: String, found: [String])) {
    #expect(foundInBody(example.text) == example.found)
  }

  @Test func noticesAndReconciliationsMayStandElsewhere() {
    #expect(foundInBody("The outlook is fine", boilerplate: ["Forward-looking statements may fail"]) == [])
    #expect(foundInBody("EBITDA rose", statement: "Reconciliation of EBITDA") == [])
  }
}
