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
  ])
  func aQuarterToCompareWithIsAnother(_ headline: String, _ isStale: Bool) {
    #expect(found(headline: headline).contains("V504") == isStale)
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
