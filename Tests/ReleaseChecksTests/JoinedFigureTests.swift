import Diagnostics
import ReleaseChecks
import ReleaseModel
import TestSupport
import Testing

/// V509: figures of headlines that the words join to the one before them.
@Suite struct JoinedFigureTests {
  private func found(_ headline: String, year: Bool = false) -> [Finding] {
    let part = year ? "FY" : "Q3"
    let statement = """
      concept,label,2003-\(part),2002-\(part)
      Revenues,Revenues,33300000,30000000
      GrossProfit,Gross profit,15000000,12000000
      OperatingIncomeLoss,Operating income,8000000,8500000
      NetIncomeLoss,Net income,5000000,4200000
      EarningsPerShareDiluted,Per share,0.50,0.42
      """
    let before = SampleRelease(
      "2003-08-14", period: "2003-Q2", figures: "Revenues,,2003-Q2,36000000,\nRevenues,,2002-Q3,30100000,\n")
    var release = SampleRelease("2003-11-14", period: "2003-\(part)", statement: statement)
    release.headline = "\"\(headline)\""
    return sampleSite([before, release]).report.findings.filter { $0.code.id == "V509" }
  }

  private func severities(_ headline: String, year: Bool = false) -> [String] {
    found(headline, year: year).map { "\($0.severity)" }
  }

  /// What it is compared with, where the words say that it is of the year before.
  @Test(arguments: [
    ("Revenue of $33.3 million compared with $30.0 million in the third quarter of 2002", []),
    ("Revenue of $33.3 million compared with $30.1 million in the third quarter of 2002", []),
    ("Revenue of $33.3 million compared with $31.0 million in the third quarter of 2002", ["error"]),
    ("Revenue of $33.3 million compared with $36.0 million in the third quarter of 2002", ["error"]),
    ("Revenue of $33.3 million, up from $31.0 million a year earlier", ["error"]),
    ("Revenue rises to $33.3 million from $31.0 million a year ago", ["error"]),
    ("Revenue of $33.3 million vs. $31.0 million in the year-ago quarter", ["error"]),
    ("Revenue of $33.3 million versus $31.0 million in the same period last year", ["error"]),
    ("Revenue of $33.3 million against $31.0 million last year", ["error"]),
    ("Revenue $33.3 million (2002: $31.0 million)", ["error"]),
    ("Revenue of $33.3 million (Q3 2002: $31.0 million)", ["error"]),
    ("Revenue of $33.3 million (previous year: $31.0 million)", ["error"]),
    ("Revenue of $33.3 million (2002: $30.0 million)", []), ("EPS of $0.50 (2002: $0.42)", []),
    ("EPS of $0.50 (2002: $0.44)", ["error"]), ("EPS of 50 cents vs. 44 cents a year ago", ["error"]),
    // Of another time, or of nobody knows which.
    ("Revenue of $33.3 million vs. $31.0 million", ["warning"]),
    ("Revenue of $33.3 million compared with $31.0 million in the second quarter", ["warning"]),
    ("Revenue of $33.3 million compared with $31.0 million in the prior quarter", ["warning"]),
    (
      "Revenue of $33.3 million compared with $31.0 million in the last quarter of the prior year",
      ["warning"]
    ),
    ("Revenue of $33.3 million compared with $31.0 million in the third quarter of 2001", ["warning"]),
    ("Revenue of $33.3 million compared with $31.0 million in 2002", ["warning"]),
    ("Revenue of $33.3 million compared with $31.0 million in the prior year", ["warning"]),
    ("Revenue of $33.3 million (2001: $31.0 million)", ["warning"]),
    ("Revenue of $33.3 million (Q2 2003: $31.0 million)", ["warning"]),
    ("Revenue of $33.3 million (2002 adjusted: $31.0 million)", ["warning"]),
    ("Revenue of $33.3 million (Asia 2002: $31.0 million)", ["warning"]),
    ("Revenue of $33.3 million, up from $31.0 million a year earlier, as restated", ["warning"]),
    ("Last year's revenue of $30.0 million compares with $33.3 million", []),
    // Of something else.
    ("Revenue of $33.3 million, compared with $31.0 million a year ago in Asia", ["warning"]),
    ("Revenue of $33.3 million, compared with about $31.0 million a year ago", ["warning"]),
    ("Revenue of $33.3 million vs. costs of $31.0 million a year ago", ["warning"]),
    ("Revenue of $33.3 million vs. guidance of $31.0 million a year ago", ["warning"]),
    ("Revenue of $33.3 million vs. $31.0 million a year ago, adjusted for disposals", ["warning"]),
    (
      "Revenue of $33.3 million; debt down to $20.0 million from $31.0 million a year ago",
      ["warning", "warning"]
    ),
  ])
  func whatAFigureIsComparedWithIsItsOwnOfTheYearBefore(_ headline: String, _ expected: [String]) {
    #expect(severities(headline) == expected)
  }

  @Test(arguments: [
    ("Revenue of $33.3 million compared with $31.0 million in 2002", ["error"]),
    ("Revenue of $33.3 million compared with $31.0 million in the prior year", ["error"]),
    ("Revenue of $33.3 million compared with $30.0 million in the prior year", []),
    ("Revenue of $33.3 million compared with $31.0 million in the third quarter of 2002", ["warning"]),
  ])
  func aYearIsComparedWithAYear(_ headline: String, _ expected: [String]) {
    #expect(severities(headline, year: true) == expected)
  }

  /// The level itself, where what is compared with it holds for it alone.
  @Test(arguments: [
    ("Revenue of $34.0 million vs. $30.0 million", ["error"]),
    ("Revenue of $34.0 million compared with $30.0 million a year earlier", ["error"]),
    ("Net income of $9.9 million compared with net income of $4.2 million", ["error"]),
    ("Revenue of $34.0 million in the third quarter, compared with $30.0 million a year ago", ["error"]),
    (
      "Revenue of $98.0 million compared with $90.0 million in the first nine months of 2002",
      ["warning", "warning"]
    ),
    ("Revenue of $34.0 million vs. $30.0 million in Asia", ["warning"]),
  ])
  func aLevelIsHeldBesideWhatItIsComparedWith(_ headline: String, _ expected: [String]) {
    #expect(severities(headline) == expected)
  }

  /// What a net income is for a share.
  @Test(arguments: [
    ("Net income of $5.0 million, or $0.50 per diluted share", []),
    ("Net income of $5.0 million, or $0.55 per diluted share", ["error"]),
    ("Net income of $5.0 million, or $0.42 per diluted share", ["error"]),
    ("Net income of $5.0 million, or 55 cents a share on revenue of $33.3 million", ["error"]),
    ("Net income of $5.0 million ($0.55 per share)", ["error"]),
    (
      "Net income of $5.0 million, or $0.50 per share, compared with $4.2 million, or $0.44 per share",
      ["warning"]
    ),
    ("Net income rises to $5.0 million, or $0.55 per share", ["error"]),
    ("Norvia earns $5.0 million, or $0.55 per share", ["error"]),
    ("Net income of $5.0 million, or $0.52 per basic share", ["warning"]),
    ("Net income of $0.52 per basic share", ["warning"]),
    ("Net income of $5.0 million, or $0.52 per Class A share", ["warning"]),
    // On another basis, of another amount.
    ("Net income of $5.0 million, or $0.55 per share before amortization", ["warning"]),
    ("Net income of $5.0 million, or $0.55 per share, before items", ["warning"]),
    ("Net income of $5.0 million, or $0.55 per American depositary share", ["warning"]),
    ("Net income of $5.0 million, or $0.55 per share excluding charges", ["warning"]),
    ("Net income of $5.0 million includes gain of $1.0 million, or $0.10 per share", ["warning", "warning"]),
    ("Operating income of $8.0 million, or $0.80 per share", ["warning"]),
    ("Adjusted net income of $6.0 million, or $0.60 per share", ["warning", "warning"]),
  ])
  func earningsPerShareAreThoseOfTheirNetIncome(_ headline: String, _ expected: [String]) {
    #expect(severities(headline) == expected)
  }

  @Test func aFindingTellsThePeriod() {
    #expect(
      found("Revenue of $33.3 million, up from $31.0 million a year earlier").map(\.message) == [
        "'$31.0 million' in the headline is not what the data say: 'Revenues' is 30,000,000 for 2002-Q3"
      ])
  }
}
