import Diagnostics
import ReleaseChecks
import ReleaseModel
import TestSupport
import Testing

/// V509: figures of headlines against the measures that stand beside them.
@Suite struct HeadlineMeasureTests {
  private let statement = """
    concept,label,2003-Q3,2002-Q3
    Revenues,Revenues,33300000,30000000
    GrossProfit,Gross profit,15000000,12000000
    ResearchAndDevelopmentExpense,Research and development,2500000,2000000
    OperatingIncomeLoss,Operating income,8000000,8500000
    NetIncomeLoss,Net income,5000000,4200000
    EarningsPerShareBasicAndDiluted,Per share,0.50,0.42
    """

  private func found(_ headline: String) -> [Finding] {
    var release = SampleRelease(
      "2003-11-14", period: "2003-Q3", statement: statement,
      figures:
        "Cash,,2003-09-30,11200000,\nCash,,2002-12-31,10000000,\nBacklog,,2003-09-30,71400000,-5\n")
    release.headline = "\"\(headline)\""
    return sampleSite([release]).report.findings.filter { $0.code.id == "V509" }
  }

  private func findings(_ headline: String) -> [String] { found(headline).map { "\($0.severity)" } }

  @Test(arguments: [
    "Net income of $33.3 million", "Net income was $33.3 million", "Net income rises to $33.3 million",
    "Net income rises 19% to $33.3 million", "Net income climbs sharply to $33.3 million",
    "Net income: $33.3 million", "Net income $33.3 million", "Net profit of $33.3 million",
    "Net earnings of about $33.3 million", "Norvia's net income of $33.3 million",
    "Norvia net income of $33.3 million", "Record net income of $33.3 million",
    "Third-quarter net income of $33.3 million", "Net income for the third quarter of $33.3 million",
    "Norvia reports $33.3 million in net income", "Norvia reports $33.3 million net income",
    "Profit of $33.3 million", "Sales of $5.0 million", "Net sales of $5.0 million",
    "Total revenue came in at $5.0 million", "Revenue amounted to $8.0 million",
    "Revenue of $33.3 million on net income of $8.0 million", "R&D of $8.0 million",
    "Operating profit of $5.0 million", "Income from operations of $5.0 million",
    "Gross profit of $8.0 million",
    "Net income of $33.3 million reflects strong demand", "Net income of $9.9 million reflects a charge",
    "Net income rises to $9.9 million from $4.2 million",
    "Net income rises to $9.9 million from $4.2 million a year earlier",
    // The year before.
    "Revenue of $30.0 million", "Net income rises to $4.2 million", "EPS of $0.42",
    "Net income of $0.42 per share", "Earnings of $0.42 per diluted share",
    // Of nothing.
    "Net income rises to $5.1 million", "Revenue: $33.4 million", "Revenue totaled $33.4 million",
    "Net profit of $5.1 million", "EPS of $0.51",
  ])
  func anAmountIsThatOfTheMeasureBesideIt(_ headline: String) {
    #expect(findings(headline) == ["error"])
  }

  @Test(arguments: [
    "Net income of $5.0 million on revenue of $33.3 million", "Revenue of $33.3 million",
    "Net income rises to $5.0 million", "Net income rises 19% to $5.0 million", "Sales of $33.3 million",
    "Net income: $5.0 million", "Net income $5.0 million, revenue $33.3 million", "Profit of $5.0 million",
    "Profit of $8.0 million before interest and taxes", "Norvia reports $33.3 million in revenue",
    "Norvia reports $5.0 million net income", "Total revenue came in at $33.3 million",
    "Revenue of $33.3 million against $30.0 million", "Revenue up from $30.0 million",
    "Revenue rises to $33.3 million from $30.0 million", "Net income of $0.50 per share",
    "Net income of $5.0 million, or $0.50 per share", "Earnings of $0.50", "EPS $0.50 vs. $0.42",
    "EPS of 50 cents after 42 cents", "Net income of $4.2 million a year earlier",
    "Revenue of $30.0 million in 2002",
    "Net income of $5.0 million compares with net income of $4.2 million", "R&D of $2.5 million",
    "R&D at 7.5% of revenue", "Operating profit of $8.0 million", "Income from operations of $8.0 million",
    "Gross margin of $15.0 million", "Cash of $11.2 million", "Backlog of $71.4 million",
    "Backlog of $71 million",
    "Net income for the third quarter was $5.0 million", "Revenue rises by $3.3 million",
    "Revenue up $3.3 million at $33.3 million", "Adjusted net income of $8.0 million",
    "Excluding a charge, net income of $8.0 million", "U.S. revenue of $15.0 million",
    "Norvia sees revenue of $30.0 million",
  ])
  func whatIsThatOfItsMeasureHolds(_ headline: String) { #expect(findings(headline) == []) }

  @Test(arguments: [
    "Revenue up 25%", "Revenue rises 25%", "Norvia grows revenue 25%", "25% revenue growth",
    "25% growth in revenue",
    "25% higher revenue", "Revenue growth of 25%", "Revenue rises by 25%", "Revenue of $33.3 million, up 25%",
    "Net income rises 11%", "Gross margin of 24.0%", "Operating margin of 45.0%", "Operating margin of 30%",
    "Revenue rises by $3.0 million",
    // With the level that it led to.
    "Revenue rises 14% to $33.3 million", "Revenue rises 25% to $33.3 million",
    "Revenue rises 14%, to $33.3 million", "Revenue rises 14% to $33.3 million on strong demand",
    "Revenue of $33.3 million, up 14%",
    "Revenue rises 14% to $33.3 million from $30.0 million a year earlier",
  ])
  func aChangeOrAMarginIsThatOfTheMeasureBesideIt(_ headline: String) {
    #expect(findings(headline) == ["error"])
  }

  @Test(arguments: [
    "Revenue up 11%", "Revenue rises 11%", "Norvia grows revenue 11%", "11% revenue growth",
    "11% growth in revenue", "11% higher revenue", "Revenue growth of 11%",
    "Revenue of $33.3 million, up 11%",
    "Net income rises 19%", "R&D up 25%", "Gross profit up 25%, revenue up 11%", "Gross margin of 45.0%",
    "Operating margin of 24.0%", "Net margin of 15%", "Gross margin up to 45.0% from 40.0%",
    "Revenue up 25% in constant currency", "Revenue up 25% sequentially",
    "Revenue up 25% from the second quarter", "Revenue up 25% since 2001",
    "Norvia raises stake, with 25% of net income", "Sales, net income up 11% and 19%", "Cash up 12%",
    "Cash rises 12% to $11.2 million",
    "Cash up 12% from year end", "Cash increases by $1.2 million",
  ])
  func aChangeOfItsMeasureHolds(_ headline: String) { #expect(findings(headline) == []) }

  @Test(arguments: [
    ("Norvia buys a competitor with revenue of $37 million", ["warning"]),
    ("Norvia buys a competitor with revenue of $30.0 million", []),
    ("Norvia expects revenue of $40 million", ["warning"]),
    ("Cash down 12%", ["error"]), ("Cash up 15%", ["warning"]), ("Revenue up 14%", ["warning"]),
    // A level that went the other way.
    ("Revenue falls to $33.3 million", ["error"]), ("Operating income rises to $8.0 million", ["error"]),
    ("Net income slips to $5.0 million", ["error"]), ("Cash falls to $11.2 million", ["error"]),
    ("Operating income falls to $8.0 million", []), ("Cash rises to $11.2 million", []),
    ("Revenue falls to $33.3 million from the second quarter", []),
    // Digits that are told are equal, and fewer are their rounding.
    ("Backlog of $71.5 million", ["error"]), ("Backlog of $71.3 million", ["error"]),
    // A change to a level, from another time and as a range.
    ("Revenue rises 14% to $33.3 million from the second quarter", ["warning"]),
    ("Revenue rises 14% to $33.3 million from $29.2 million", ["warning", "warning"]),
    ("Revenue rises 9% to 14%", ["warning"]),
    ("Revenue rises 9% to $33.3 million in Asia", ["warning"]),
    ("EBITDA of $9,900,000", ["warning"]),
    // Amounts that a figure is beyond.
    ("Revenue tops $30 million", []), ("Third-quarter revenue exceeds $33 million", []),
    ("Revenue hits $30 million", []), ("Revenue hits $34.3 million", ["error"]),
    ("Revenue tops $50 million", ["warning"]),
    // Before another name.
    ("Norvia: revenue of $34.3 million, net income of $5.0 million", ["error"]),
    ("Norvia: revenue of $34.3 million, net of returns", ["warning"]),
    // Right after its name.
    ("Net income $9.9 million", ["error"]), ("Revenue $33.3 million, net income $9.9 million", ["error"]),
    ("Results: revenue $34.3 million; net income $5.0 million", ["error"]),
    ("Revenue $34.3 million vs. $30.0 million", ["error"]), ("EPS $0.55", ["error"]),
    ("Revenue $2.3 million short of plan", ["warning"]), ("Revenue $2.3 million higher", ["warning"]),
    ("Asian revenue $9.9 million", ["warning"]), ("Revenue $9.9 million in Asia", ["warning"]),
    ("Backlog of $72 million", ["error"]), ("Orders of $71.5 million", ["warning"]),
    ("Orders of $71.4 million", []), ("Orders of $71 million", []), ("Orders of $71.40 million", []),
    ("Orders of $71.42 million", ["warning"]), ("Backlog of about $71 million", []),
  ])
  func directionsAndDigitsAreHeld(_ headline: String, _ expected: [String]) {
    #expect(findings(headline) == expected)
  }

  /// A change to a level may be one from the quarter before, where that is known.
  @Test(arguments: [
    ("Revenue rises 11% to $33.3 million", []), ("Revenue rises 14% to $33.3 million", ["warning"]),
    ("Revenue rises 9% to $33.3 million", ["error"]),
  ])
  func aChangeToALevelMayBeFromTheQuarterBefore(_ headline: String, _ expected: [String]) {
    let before = SampleRelease("2003-08-14", period: "2003-Q2", figures: "Revenues,,2003-Q2,29200000,\n")
    var release = SampleRelease("2003-11-14", period: "2003-Q3", statement: statement)
    release.headline = headline
    let found = sampleSite([before, release]).report.findings.filter { $0.code.id == "V509" }
    #expect(found.map { "\($0.severity)" } == expected)
  }

  /// What a level came from may be in nobody's data, and the level is held all the same.
  @Test(arguments: [
    ("Net income rises to $9.9 million from $4.0 million in the linked quarter", ["error", "warning"]),
    ("Net income rises to $5.0 million from $4.0 million in the linked quarter", ["warning"]),
    ("Revenue falls to $33.3 million from $36.0 million in the linked quarter", ["warning"]),
    ("Net income rises to $9.9 million from $4.2 million in Asia", ["warning"]),
    ("Net income rises to $9.9 million from $4.2 million, at constant prices", ["warning"]),
    ("Net income rises to $9.9 million from $4.2 million in the first half", ["warning"]),
    ("Net income rises to $9.9 million from $4.2 million for the year", ["warning"]),
    ("First-half net income rises to $9.9 million from $4.2 million", ["warning"]),
  ])
  func aLevelIsHeldWhateverItCameFrom(_ headline: String, _ expected: [String]) {
    #expect(findings(headline) == expected)
  }

  /// Figures of the longer span that ends with the release's period.
  @Test(arguments: [
    ("Net income for the nine months of $13.0 million", []),
    ("Net income of $13.0 million for the nine months", []),
    ("Net income for the nine months of 2003 was $13.0 million, after $12.0 million", []),
    ("Net income of $5.0 million; net income for the nine months of $13.0 million", []),
    ("Net income for the nine months of $14.0 million", ["error"]),
    ("Net income of $14.0 million in the first nine months", ["error"]),
    ("Net income for the first nine months of 2003 was $14.0 million", ["error"]),
    ("Net income for nine months: $14.0 million", ["error"]),
    // Of the quarter, and of the year before.
    ("Net income for the nine months of $5.0 million", ["error"]),
    ("Net income for the nine months of $12.0 million", ["error"]),
    ("Revenue of $33.3 million in the nine months", ["error"]),
    // Of another time, of a part, on another basis, and of what is not told for the span.
    ("Net income for the nine months of 2002 of $12.0 million", []),
    ("Net income of $12.0 million for the nine months a year earlier", []),
    ("Net income for the six months of $8.0 million", []),
    ("Net income of $14.0 million for the nine months in Asia", ["warning"]),
    ("Net income of $14.0 million for the nine months, before items", ["warning"]),
    ("Asia: net income for the nine months of $14.0 million", ["warning"]),
    ("Adjusted net income for the nine months of $14.0 million", ["warning"]),
    ("Gross profit for the nine months of $40.0 million", ["warning"]),
    // Before the name.
    ("Nine-month net income of $13.0 million", []), ("Nine-month net income of $14.0 million", ["error"]),
    ("Nine-month net income of $5.0 million", ["error"]),
    ("Nine-month net income rises to $14.0 million from $12.0 million", ["error"]),
    ("Net income of $5.0 million and nine-month net income of $14.0 million", ["error"]),
    ("Third-quarter and nine-month net income of $5.0 million and $13.0 million", []),
    ("Nine-month net income of $14.0 million to $15.0 million", ["warning"]),
    ("Nine-month net income of $14.0 million in Asia", ["warning"]),
    ("Nine-month Asian net income of $14.0 million", ["warning"]),
    ("Nine-month pro forma net income of $14.0 million", ["warning"]),
    ("Full-year net income of $25.0 million", ["warning"]), ("Six-month net income of $8.0 million", []),
    ("Norvia reaffirms full-year revenue of $125 million to $130 million", ["warning", "warning"]),
  ])
  func aSpanIsHeldToItsOwnFigures(_ headline: String, _ expected: [String]) {
    var release = SampleRelease(
      "2003-11-14", period: "2003-Q3",
      statement: """
        concept,label,2003-Q3,2002-Q3,2003-9M,2002-9M
        Revenues,Revenues,33300000,30000000,95000000,88000000
        GrossProfit,Gross profit,15000000,12000000,,
        OperatingIncomeLoss,Operating income,8000000,8500000,21000000,20000000
        NetIncomeLoss,Net income,5000000,4200000,13000000,12000000
        """)
    release.headline = "\"\(headline)\""
    let found = sampleSite([release]).report.findings.filter { $0.code.id == "V509" }
    #expect(found.map { "\($0.severity)" } == expected)
  }

  /// The fourth quarter in the release of the year.
  @Test(arguments: [
    ("Fourth-quarter revenue of $33.3 million", []), ("Fourth-quarter revenue of $33.5 million", ["error"]),
    ("Fourth quarter revenue of $130.0 million", ["error"]), ("Full-year revenue of $130.0 million", []),
    ("Full-year revenue of $131.0 million", ["error"]),
    ("Third-quarter revenue of $31.0 million", ["warning"]),
    ("Fourth-quarter and full-year revenue of $33.3 million and $130.0 million", []),
    ("Full-year revenue guidance of $140 million", ["warning"]),
  ])
  func aYearsReleaseHoldsItsLastQuarter(_ headline: String, _ expected: [String]) {
    var release = SampleRelease(
      "2004-02-14", period: "2003-FY",
      statement: """
        concept,label,2003-Q4,2002-Q4,2003-FY,2002-FY
        Revenues,Revenues,33300000,30000000,130000000,118000000
        """)
    release.headline = headline
    let found = sampleSite([release]).report.findings.filter { $0.code.id == "V509" }
    #expect(found.map { "\($0.severity)" } == expected)
  }

  @Test func aFindingNamesTheMeasureThatIsMeant() {
    func said(_ headline: String) -> [String] {
      found(headline).map(\.message) + found(headline).flatMap(\.hints)
    }
    #expect(
      said("Net income of $33.3 million") == [
        "'$33.3 million' in the headline is not what the data say: 'Net income' is 5,000,000",
        "the figure is that of 'Revenues' in the data", "correct it, or state the figure in figures.csv",
      ])
    #expect(
      said("Revenue up 25%") == [
        "'25%' in the headline is not what the data say: 'Revenues' went from 30,000,000 to 33,300,000",
        "the figure is that of 'Gross profit (loss)' in the data",
        "correct it, or state the figure in figures.csv",
      ])
    #expect(
      said("Operating margin of 45%").first
        == "'45%' in the headline is not what the data say: 'Operating income' is 8,000,000, which is 24.02% of 'Revenues'"
    )
    #expect(
      said("Orders drop 25%").first
        == "'25%' in the headline is no figure that this release or an earlier one tells")
    #expect(
      said("Revenue falls to $33.3 million").first
        == "'falls' before '$33.3 million' in the headline is not what the data say: 'Revenues' went from 30,000,000 to 33,300,000"
    )
  }
}
