import Diagnostics
import ReleaseChecks
import ReleaseFormat
import ReleaseModel
import Testing

/// V509: figures in headlines and summaries.
@Suite struct HeadlineFigureTests {
  private let statement = """
    concept,label,2003-Q3,2002-Q3
    Revenues,Revenues,6980000,7181000
    GrossProfit,Gross profit (loss),-176000,1022000
    NetIncomeLoss,Net loss,-4679000,-462000
    EarningsPerShareBasicAndDiluted,Per share,-0.60,-0.06
    """

  private func findings(_ headline: String, summary: String = "") -> [String] {
    var release = SampleRelease(
      "2003-11-14", period: "2003-Q3", statement: statement,
      more: summary.isEmpty ? "" : "summary: \"\(summary)\"\n")
    release.headline = "\"\(headline)\""
    let site = sampleSite([release])
    #expect(site.diagnostics.filter { $0.severity == .error } == [])
    return site.report.findings.map { "\($0.code.id) \($0.severity)" }
  }

  @Test(arguments: [
    "Norvia reports a net loss of $4.7 million", "Net loss of $4,679,000 on revenue of $6.98 million",
    "Revenue falls 2.8% to $7.0 million", "Revenue down $201,000", "A loss of 60 cents a share",
    "A loss of $(.60) per share", "Gross margin falls from 14.2% to -2.5%", "Net loss widens from $462,000",
    "Third quarter of 2003, its 25th year", "A 2-for-1 split of 7,754,000 shares", "Call 800-309-8563",
    "Norvia in the S&P 500", "Revenue of almost $7 million",
  ])
  func whatTheReleaseTellsHolds(_ headline: String) {
    #expect(findings(headline) == [])
    #expect(findings("Results", summary: headline) == [])
  }

  @Test(arguments: [
    // Read without doubt, and not what the data say.
    ("Norvia reports a net loss of $4.8 million", "V509 error"), ("Revenues of $6,890,000", "V509 error"),
    ("Results with revenue of $8.0 million", "V509 error"),
    // Of something that nothing tells.
    ("Norvia sells a plant for $12 million", "V509 warning"), ("Orders rise 31%", "V509 warning"),
    ("Product revenue of $5.5 million", "V509 warning"), ("A dividend of 12 cents", "V509 warning"),
  ])
  func whatNothingTellsIsReported(_ headline: String, _ expected: String) {
    #expect(findings(headline) == [expected])
    #expect(findings("Results", summary: headline) == [expected])
  }

  @Test func aNamedPercentageIsWhatItsConceptIs() {
    let figures = "GrossMargin,,2003-Q3,(2.5)%,\nEffectiveTaxRate,,2003-Q3,31%,\n"
    func findings(_ headline: String) -> [String] {
      var release = SampleRelease("2003-11-14", period: "2003-Q3", statement: statement, figures: figures)
      release.headline = "\"\(headline)\""
      return sampleSite([release]).report.findings.map { "\($0.code.id) \($0.severity)" }
    }
    #expect(findings("Norvia reports a gross margin of -2.5%") == [])
    #expect(findings("Norvia reports a gross margin of 38%") == ["V509 error"])
    #expect(findings("Norvia reports an adjusted gross margin of 38%") == ["V509 warning"])
  }

  @Test func anAmountIsInTheCurrencyOfItsStatement() {
    func findings(_ headline: String) -> [String] {
      var release = SampleRelease("2003-11-14", period: "2003-Q3", statement: statement, unit: "EUR")
      release.headline = "\"\(headline)\""
      return sampleSite([release]).report.findings.map { "\($0.severity): \($0.message)" }
    }
    #expect(findings("Revenue of €6.98 million, down €201,000") == [])
    #expect(
      findings("Revenues of $6.98 million") == [
        "error: '$6.98 million' in the headline is in another currency than 'Revenues', which is in EUR"
      ])
    #expect(
      findings("Sales down $201,000") == [
        "warning: '$201,000' in the headline is no figure that this release or an earlier one tells"
      ])
  }

  @Test func theBoundaryIsThePrintedPrecision() {
    // 4,679,000 is 4.7 and 4.68 million, and neither 4.6 nor 4.67.
    #expect(findings("Net loss of $4.68 million") == [])
    #expect(findings("Net loss of $4.67 million") == ["V509 error"])
    #expect(findings("Net loss of $5 million") == [])
    #expect(findings("Net loss of $3 million") == ["V509 error"])
  }

  @Test func aReleaseWithoutFiguresInItsHeadlineIsNotCounted() throws {
    let release = SampleRelease("2003-11-14", period: "2003-Q3", statement: statement)
    let plain = try #require(sampleSite([release]).report.releases.first)
    #expect(!plain.held.contains { $0.code.id == "V509" })
    var told = release
    told.headline = "Revenue of $6,980,000"
    let held = try #require(sampleSite([told]).report.releases.first)
    #expect(held.held.contains { $0.code.id == "V509" && $0.count == 1 })
  }

  @Test func hostileFiguresAreNoTrap() {
    for headline in [
      "Net loss of $999,999,999,999,999,999 trillion", "Net loss of $0",
      "0% and $.0 and $0.000000000000000001",
      String(repeating: "$1 ", count: 2000), "$" + String(repeating: "9", count: 400), "Net loss of $-0",
    ] {
      _ = findings(headline)
    }
  }
}
