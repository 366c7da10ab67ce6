import Diagnostics
import ReleaseChecks
import ReleaseFormat
import ReleaseModel
import TestSupport
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
        "error: '$201,000' in the headline is in another currency than 'Revenues', which is in EUR"
      ])
  }

  private func rising(_ headline: String) -> [String] {
    let figures =
      "EBITDA,,2003-Q3,-150000,-4\nEBITDA,,2002-Q3,-250000,-4\nOperatingMargin,,2003-Q3,8.3%,\n"
    let rising = """
      concept,label,2003-Q3,2002-Q3
      Revenues,Revenues,8400000,6000000
      GrossProfit,Gross profit,3360000,2250000
      ResearchAndDevelopmentExpense,Research and development,400000,800000
      OperatingIncomeLoss,Operating income (loss),700000,-1200000
      NetIncomeLoss,Net income,500000,-900000
      EarningsPerShareBasicAndDiluted,Per share,0.07,-0.12
      """
    var release = SampleRelease("2003-11-14", period: "2003-Q3", statement: rising, figures: figures)
    release.headline = "\"\(headline)\""
    let site = sampleSite([release])
    return site.report.findings.filter { $0.code.id == "V509" }.map { "\($0.code.id) \($0.severity)" }
  }

  @Test(arguments: [
    "Norvia reports net income of $0.5 million", "Net income of $500,000 after a net loss of $900,000",
    "Norvia earns $0.5 million, or 7 cents a share", "Earnings of $0.07 per share",
    "Revenue rises 40% to $8.4 million", "Revenue up 40% on last year", "Third-quarter revenue jumps 40%",
    "Revenue grows $2.4 million, or 40%",
    "Norvia swings to net income of $0.5 million from loss of $0.9 million",
    "Norvia returns to profit with $0.5 million", "Record revenue (US$8.4 million)",
    "Revenue of US$8.4 million",
    "Revenue of USD 8.4 million", "Revenue rises to $8.4 million from $6.0 million", "Gross margin of 40.0%",
    "Gross margin rises to 40.0% from 37.5%", "R&D falls 50%", "R&D halved to $0.4 million from $0.8 million",
    "Operating profit of $0.7 million against loss of $1.2 million", "Revenue of 8.4 million dollars",
    "Net income improves by $1.4 million", "40% growth in revenue", "Revenue growth of 40%",
    "Norvia Reports Third Quarter Net Income of $500,000, Compared to Net Loss of $900,000",
    "Third Quarter Revenue Increases 40% to $8.4 Million",
    "Norvia Swings to Profit: $0.07 per Share vs. Loss of $0.12",
    "Norvia posts profit of $0.5 million",
    "Norvia beats estimates; EPS $0.07 vs. $(0.12)",
    "Norvia revenue up 40%, gross profit up 49%",
    "Norvia cuts R&D spending 50%",
    "Operating income reaches $0.7 million from loss of $1.2 million",
    "Operating margin of 8.3% on 40% higher revenue",
    "Revenue grows to $8.4 million from $6.0 million, margin to 40.0% from 37.5%",
    "EBITDA loss of $150,000",
    "EBITDA negative at $150,000 against $250,000",
    "EBITDA loss narrows to $150,000 from $250,000",
    "EBITDA loss narrows by $100,000",
    "Norvia earns 7 cents per share",
    "Net income of $.07 per share",
    "Record quarter: Revenue +40%, gross profit +49.3%",
    "$8.4 million in revenue, 40% more than in 2002",
    "Norvia's $0.5 million net income follows $0.9 million net loss",
    "Norvia Announces US$8.4 Million Revenue",
    "Norvia Announces 8.4 Million U.S. Dollars of Revenue",
    "Gross Margin Up to 40.0%",
    "Norvia reports no loss, but net income of $0.5 million",
    "From a net loss of $0.9 million to net income of $0.5 million",
    "Norvia grows revenue 40%",
    "Norvia more than doubles profit; revenue at $8.4 million",
    "Norvia lost $0.9 million in 2002 and earned $0.5 million",
    "EBITDA loss narrows 40%",
    "EBITDA loss shrinks by 40%",
    "Gross margin 40.0% up from 37.5%",
    "Norvia raises revenue 40%", "Norvia boosts its revenue by 40%", "Norvia cuts R&D 50%",
    "Norvia cuts debt as revenue rises 40%", "Gross margin rises 2.5 percentage points",
    "Gross margin up 250 basis points to 40.0%", "Gross margin of 40.0%, 2.5 points above 2002",
    "Revenue of $8.4 mn", "Revenue of $6.0 to $8.4 million", "Revenue between $6.0 and $8.4 million",
    "Revenue of USD million 8.4", "Revenue of TUSD 8,400", "The S&P rose 20 points",
  ])
  func wordsThatFitHold(_ headline: String) { #expect(rising(headline) == []) }

  /// Over a year in which revenue fell and the loss grew.
  @Test(arguments: [
    "Net loss widens to $4.7 million from $0.5 million", "Net loss grows by $4.2 million",
    "Net loss up $4.2 million",
    "Revenue dips 2.8%; net loss of $4.7 million", "Revenue of $7.0 million, down 2.8% from $7.2 million",
    "Gross loss of $0.2 million against gross profit of $1.0 million", "Norvia loses $4.7 million",
    "Revenue, at $7.0 million, 2.8% lower", "Net loss deepens to $4.7 million", "2.8% drop in revenue",
    "Loss per share of $0.60", "Loss of $4.7 million after loss of $0.5 million",
    "Revenue less than $7.2 million",
    "Gross profit swings from $1.0 million to a loss of $0.2 million", "Norvia's loss: $4.7 million",
    "Gross margin of (2.5)%", "Gross margin drops to -2.5% from 14.2%",
  ])
  func lossesAndFallsHold(_ headline: String) { #expect(findings(headline) == []) }

  @Test(arguments: [
    ("Net loss narrows to $4.7 million from $0.5 million", ["V509 error"]),
    ("Net loss shrinks by $4.2 million", ["V509 error"]), ("Net income up $4.2 million", ["V509 error"]),
    ("Revenue jumps 2.8%", ["V509 error"]),
    ("Revenue of $7.0 million, up 2.8% from $7.2 million", ["V509 warning", "V509 error"]),
    ("Gross profit of $0.2 million", ["V509 error"]), ("Net profit of $4.7 million", ["V509 error"]),
    ("Net income of $4.7 million", ["V509 error"]), ("Earnings of $0.60 per share", ["V509 error"]),
    ("Gross margin of 2.5%", ["V509 error"]),
    ("Revenue doubles to $7.0 million from $7.2 million", ["V509 error"]),
  ])
  func theirTwinsAreReported(_ headline: String, _ expected: [String]) {
    #expect(findings(headline) == expected)
  }

  @Test(arguments: [
    // The sign.
    ("Norvia reports a net loss of $0.5 million", ["V509 error"]), ("Net loss of $500,000", ["V509 error"]),
    ("Net loss was $0.5 million", ["V509 error"]), ("Loss of $0.07 per share", ["V509 error"]),
    ("A loss of 7 cents a share", ["V509 error"]), ("Loss of $0.5 million", ["V509 warning"]),
    ("Net income of -$0.5 million", ["V509 error"]), ("Net income of $(0.5) million", ["V509 error"]),
    ("Operating loss of $0.7 million", ["V509 error"]), ("Net loss of $0.6 million", ["V509 error"]),
    ("Net income of $0.6 million", ["V509 error"]),
    // The direction.
    ("Revenue falls 40%", ["V509 error"]), ("Third-quarter revenue plunges 40%", ["V509 error"]),
    ("Revenues fell 40.0% to $8.4 million", ["V509 error"]), ("Revenue down 40%", ["V509 error"]),
    ("Revenue shrinks $2.4 million", ["V509 error"]), ("Product revenue falls 40%", ["V509 warning"]),
    ("Orders drop 40%", ["V509 warning"]), ("Revenue falls 40.0% as gross margin widens", ["V509 error"]),
    ("Revenue rises to $6.0 million from $8.4 million", ["V509 error"]),
    ("Revenue falls to $8.4 million from $6.0 million", ["V509 error"]),
    ("Revenue of $8.4 million, down 40% from $6.0 million", ["V509 warning", "V509 error"]),
    ("Revenue doubles to $8.4 million from $6.0 million", ["V509 error"]),
    // The currency.
    ("Net income of €0.5 million", ["V509 error"]), ("Revenue of C$8.4 million", ["V509 error"]),
    ("Revenue of EUR 8.4 million", ["V509 error"]), ("Revenue of 8.4 million euros", ["V509 error"]),
    ("Norvia sells €8.4 million", ["V509 warning"]), ("Revenue of 8.4 million yen", ["V509 error"]),
    ("Revenue of CHF 8.4 million", ["V509 error"]), ("Revenue of GBP 8.4 million", ["V509 error"]),
    ("Revenue of GBP 8,400,000", ["V509 error"]), ("Revenue of AUD 8,400,000", ["V509 error"]),
    ("Revenue of JPY 8,400,000", ["V509 error"]), ("Revenue of 8,400,000 euros", ["V509 error"]),
    ("Revenue of USD 8,500,000", ["V509 error"]), ("Revenue of 8,500,000 dollars", ["V509 error"]),
    (
      "Norvia Reports Third Quarter Net Loss of $500,000, Compared to Net Income of $900,000",
      ["V509 error", "V509 warning"]
    ),
    ("Third Quarter Revenue Decreases 40% to $8.4 Million", ["V509 error"]),
    ("Norvia revenue down 40%, gross profit up 49%", ["V509 error"]),
    ("Operating margin of 8.3% on 40% lower revenue", ["V509 error"]),
    ("Revenue grows to $8.4 million from $6.0 million, margin falls to 40.0% from 37.5%", ["V509 error"]),
    ("EBITDA of $150,000", ["V509 error"]),
    ("EBITDA loss widens to $150,000 from $250,000", ["V509 error"]),
    ("Norvia loses 7 cents per share", ["V509 error"]),
    ("Net loss of $.07 per share", ["V509 error"]),
    ("Record quarter: Revenue -40%, gross profit +49.3%", ["V509 error"]),
    ("$8.4 million in revenue, 40% less than in 2002", ["V509 warning"]),
    ("Norvia's $0.5 million net loss follows year of change", ["V509 error"]),
    ("Norvia Announces C$8.4 Million Revenue", ["V509 error"]),
    ("Norvia Announces €8.4 Million Revenue", ["V509 error"]),
    ("Norvia to Raise $10 Million", ["V509 warning"]),
    // A noun between the verb and the change.
    ("Norvia shrinks revenue 40%", ["V509 error"]), ("Norvia cuts its revenue by 40%", ["V509 error"]),
    ("Norvia raises R&D spending 50%", ["V509 error"]),
    // Percentage points.
    ("Gross margin falls 2.5 percentage points", ["V509 error"]),
    ("Margin shrinks 2.5 percentage points", ["V509 warning"]),
    ("Gross margin down 250 bps", ["V509 error"]),
    ("Gross margin rises 3.5 percentage points", ["V509 warning"]),
    ("Revenue rises 40 percentage points", ["V509 warning"]),
    // Scales and currencies of other spellings.
    ("Revenue of $8.5 mn", ["V509 error"]), ("Revenue of TUSD 8,500", ["V509 error"]),
    ("Revenue of MSEK 8.4", ["V509 error"]), ("Revenue of kr 8.4 million", ["V509 error"]),
    ("Revenue of Rs. 8.4 million", ["V509 error"]), ("Revenue of $8.4 zillion", ["V509 warning"]),
    ("From net income of $0.9 million to a net loss of $0.5 million", ["V509 warning", "V509 error"]),
    ("Third-quarter 2003 revenue falls 40%", ["V509 error"]),
    ("2003 revenue falls 40%", ["V509 warning"]),
    ("Q3 2003 revenue falls 40%", ["V509 error"]),
    ("Norvia: Q3 revenue falls 40%", ["V509 error"]),
    ("Norvia: Q2 revenue falls 40%", ["V509 warning"]),
  ])
  func wordsThatDoNotFitAreReported(_ headline: String, _ expected: [String]) {
    #expect(rising(headline) == expected)
  }

  @Test func aContradictionNamesWhatTheDataSay() throws {
    var release = SampleRelease("2003-11-14", period: "2003-Q3", statement: statement)
    for (headline, message) in [
      (
        "Net income of $4.7 million",
        "'income' makes '$4.7 million' in the headline positive, but 'Net loss' is -4,679,000"
      ),
      (
        "Revenue rises 2.8%",
        "'rises' before '2.8%' in the headline is not what the data say: 'Revenues' went from 7,181,000 to 6,980,000"
      ),
      (
        "Revenue of €7.0 million",
        "'€7.0 million' in the headline is in another currency than 'Revenues', which is in USD"
      ),
      (
        "Revenue rises to $7.0 million from $7.2 million",
        "'rises' in the headline is not what its figures say, '$7.2 million' and then '$7.0 million'"
      ),
    ] {
      release.headline = "\"\(headline)\""
      let finding = try #require(sampleSite([release]).report.findings.first)
      #expect(finding.message == message)
      #expect(finding.severity == .error)
    }
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

  @Test func noRunOfWordsAndFiguresIsATrap() {
    let pieces = [
      "$4.7 million", "2.8%", "60 cents", "€5", "C$7.0 million", "($0.2 million)", "-2.5%", "5 million euros",
      "$201,000",
      "net loss", "net income", "revenue", "gross margin", "loss per share", "of", "to", "from", "by",
      "falls", "rises",
      "doubles", "widens", "up", "down", ",", "-", "(", ")", "and", "or", "more than", "a share", "improves",
      "third-quarter",
    ]
    var random = SeededRandom(state: 2003)
    for _ in 0..<300 {
      let words = (0..<(1 + random.below(16))).map { _ in pieces[random.below(pieces.count)] }
      _ = findings(words.joined(separator: " "))
    }
  }
}
