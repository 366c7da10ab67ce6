import Diagnostics
import ReleaseChecks
import ReleaseModel
import TestSupport
import Testing

/// Headlines that are true, though their figures are those of other measures of the release or of nothing in it.
@Suite struct HonestHeadlineTests {
  private static let statement = """
    concept,label,2003-Q3,2002-Q3
    Revenues,Revenues,33300000,30000000
    GrossProfit,Gross profit,15000000,12000000
    OperatingIncomeLoss,Operating income,8000000,8500000
    NetIncomeLoss,Net income,5000000,4200000
    EarningsPerShareBasicAndDiluted,Per share,0.50,0.42
    """

  private static let losses = """
    concept,label,2003-Q3,2002-Q3
    Revenues,Revenues,33300000,30000000
    GrossProfit,Gross profit,15000000,12000000
    OperatingIncomeLoss,Loss from operations,-8000000,-8500000
    NetIncomeLoss,Net loss,-5000000,-9100000
    EarningsPerShareBasicAndDiluted,Per share,-0.50,-0.91
    CashFromOperatingActivities,Net cash provided by operating activities,4400000,3900000
    """

  private static let figures = """
    Cash,,2003-09-30,11200000,
    Cash,,2002-12-31,10000000,
    CashAndMarketableSecurities,,2003-09-30,15000000,
    MarketableSecurities,,2003-09-30,3800000,
    Backlog,,2003-09-30,71400000,-5
    Backlog,,2002-09-30,70000000,-5

    """

  private static func severities(_ headline: String, _ statement: String = statement) -> [String] {
    var release = SampleRelease("2003-11-14", period: "2003-Q3", statement: statement, figures: figures)
    release.headline = "\"\(headline)\""
    return sampleSite([release]).report.findings.filter { $0.code.id == "V509" || $0.code.id == "V504" }
      .map { "\($0.severity)" }
  }

  @Test(arguments: [
    // Of a segment, a product, a region, a customer.
    "Asia: revenue of $15.0 million", "Asia: sales up 25% to $5.0 million", "In Asia, sales rose 25%",
    "In China and India, sales rose 25% to $5.0 million", "At Metron, sales rose 25% to $15.0 million",
    "Asia - revenue of $15.0 million", "Asia (revenue of $5.0 million)",
    "Metron posts revenue of $15.0 million",
    "Revenue of $15.0 million in Asia", "Revenue of $15.0 million from hospitals", "Sales up 25% in Asia",
    "Sales rise 25% at Metron", "Net sales of $5.0 million at Metron", "U.S. revenue of $9.9 million",
    "Sales fall 25% to $15.0 million in Asia", "Engine Systems' revenue of $15.0 million",
    "Metron's net income of $9.9 million", "Snacks: net sales up 25% to $15.0 million",
    "Sales up 11%, Engine Systems' sales up 25%",
    "Engine Systems revenue rose 9% to $9.9 million; operating profit rose 19%",
    "Engine Systems revenue rose 9%; operating profit rose 6%", "Backlog of $5.0 million in aerospace",
    "Norvia's cargo arm posts revenue of $15.0 million",
    // Of other companies.
    "Metron, with revenue of $9.9 million, joins Norvia",
    "Norvia completes purchase of Metron, which has revenue of $15.0 million",
    "Norvia sells unit, which had sales of $15.0 million, for $5.0 million",
    "Norvia partner Metron reports revenue of $15.0 million", "Rival reports net income of $9.9 million",
    "Norvia takes stake in Metron, a maker with sales of $15.0 million",
    "Norvia invests in Metron: revenue of $15.0 million, net income of $9.9 million",
    "Joint venture reports net income of $15.0 million",
    // What something does to a measure.
    "Recall cuts revenue by $15.0 million", "Restatement lowers net income $15.0 million",
    "Tax benefit lifts net income by $15.0 million", "Fuel cut operating income by $5.0 million",
    "Price increases raised revenue 25%", "Loss of customer cuts sales by $15.0 million",
    "Norvia cuts long-term debt by $15.0 million", "Revenue of $15.0 million was lost to the strike",
    "Revenue of $9.9 million is deferred to next quarter",
    // On another basis.
    "Sales up 25% in local currencies", "Sales up 25% in euros", "Sales up 25% without acquisitions",
    "Sales up 25% adjusted for leap day", "Net income of $15.0 million before minority interests",
    "Operating profit of $15.0 million before amortization", "Net income of $9.9 million per unit",
    "Net income of $9.9 million, before items", "Cash from operations of $9.9 million before working capital",
    // Of another time.
    "Long-term goal: revenue of $15.0 million", "Strategy 2030: revenue of $15.0 million, net margin of 25%",
    "Revenue of $15.0 million in 1998", "Net income falls from 1998 net income of $15.0 million",
    "Consensus: revenue of $9.9 million", "Orders of $9.9 million booked in October",
    "Contract brings revenue of $9.9 million over five years", "Sales up 25% in October",
    "Nine months' net income of $15.0 million", "Net income for nine months of $15.0 million",
    "Capital expenditures of $9.9 million planned", "Net income of $15.0 million in nine months",
    "June orders up 4.8%; gross margin of 48.9%",
    "Backlog up 1% in the quarter to $71.4 million; cash up 4%",
    // Lists of names.
    "Cash, cash equivalents and marketable securities of $15.0 million",
    // What is expected, and what came before.
    "Norvia sees fourth quarter revenue of $36 million",
    "Norvia expects fourth quarter revenue of $36 million",
    "Fourth-quarter outlook: revenue of $36 million", "Norvia earns $5.0 million after second-quarter loss",
    "Sales rise 25% so far in fourth quarter", "Shipments slip into fourth quarter",
    "Net income of $5.0 million vs. second-quarter loss",
    "Revenue of $33.3 million, up 11% over the third quarter of 2002",
    "Net loss of $60 million in first quarter turns to net income of $5.0 million",
    "Net loss of $8.0 million in second quarter turns to net income of $5.0 million",
    "Second-quarter loss of $3 million turns into net income of $5.0 million",
    "First-quarter loss turns to net income of $5.0 million",
    // What a level of a part reflects.
    "In Asia, operating income of $9.9 million reflects strong demand",
    "Asian operating income of $9.9 million reflects strong demand",
    "Operating income of $9.9 million in Asia reflects strong demand",
    "Net income rises to $9.9 million from $4.0 million in Asia",
    "Net income of $13.0 million for the nine months",
    // Of a month or another day, and of a later year.
    "Backlog of $78 million as of October 31, 2003", "Record sales of $1.2 million in September",
    "By 2006, revenue of $200 million", "By 2006, net income of $15.0 million",
    // Of a single deal.
    "Profit of $2.0 million on sale of building", "Net income of $2.0 million on land sale",
    // From the quarter before.
    "Revenue decreased to $33.3 million, compared with $36.0 million for the quarter ended June 30, 2003",
    "Revenue falls to $33.3 million, compared to $36.0 million in the second quarter",
    "Revenue falls to $33.3 million versus $36.0 million in Q2 2003",
    "Operating income rises to $8.0 million, compared to $7.1 million three months earlier",
    // What a result turned from.
    "Net income of $4.2 million turns to net income of $5.0 million",
  ])
  func anotherFigureIsNoError(_ headline: String) {
    #expect(Self.severities(headline).filter { $0 == "error" } == [])
  }

  @Test(arguments: [
    "Norvia Corporation reports third quarter net income of $15.0 million",
    "Third-quarter net income of $15.0 million on strong demand from hospitals",
    "Net income of $15.0 million as orders in Asia surge", "Record net income of $15.0 million after charge",
    "Norvia wins contract; net income of $15.0 million", "Net income of $15.0 million in the third quarter",
    "Revenue of $33.3 million and net income of $15.0 million",
    "Net income was $15.0 million, or $0.50 per share", "Net income of $15.0 million, driven by services",
    "Net income of $9.9 million", "Revenue down 11% on weak demand",
    "Net income of $9.9 million reflects weak demand",
    // Of the quarter itself.
    "First quarter swings to profit", "Norvia's first quarter turns to growth",
    "Net income of $15.0 million compared with $4.2 million", "Net income of $9.9 million, a record",
    "Backlog of $78 million as of September 30, 2003", "Net income of $15.0 million in September quarter",
    "Net income of $15.0 million on sales of $33.3 million", "In 2003, net income of $15.0 million",
    "Q3 2003: revenue of $33.3 million, operating income of $8.0 million, net income of $5.6 million",
    "Revenue falls to $33.3 million from $35.0 million in the year-ago quarter",
    "Revenue falls to $33.3 million, compared to $35.0 million in the quarter a year ago",
    "Revenue falls to $33.3 million, compared to $35.0 million in the third quarter of 2002",
  ])
  func theCompanysOwnIsHeld(_ headline: String) {
    #expect(Self.severities(headline).contains("error"))
  }

  /// A loss is no other figure's for certain.
  @Test(arguments: [
    "Operating loss of $9.9 million reflects restructuring",
    "Net loss $8.0 million", "Net loss $4.4 million", "Net loss of $4.4 million", "Net loss $15.0 million",
    "Net loss $33.3 million", "Norvia reports net loss of $33.3 million",
    "Norvia reports loss of $9.9 million", "Norvia posts third-quarter loss of $9.9 million",
    "Norvia reports loss of $9.9 million on revenue of $33.3 million",
    "Norvia reports loss of $9.9 million, or $0.50 per share", "Norvia loses $9.9 million",
    "Norvia loses $9.9 million in the third quarter", "Norvia loses 70 cents a share",
    "Norvia reports loss of 70 cents a share",
  ])
  func aNetLossIsNoOtherFigure(_ headline: String) {
    #expect(Self.severities(headline, Self.losses) == ["error"])
  }

  @Test(arguments: [
    "Norvia reports loss of $9.9 million on sale of building", "Norvia reports loss of $9.9 million in Asia",
    "Norvia reports loss of $9.9 million on early retirement of debt",
    "Norvia reports loss of $9.9 million from discontinued operations",
    "Norvia reports loss of $9.9 million, mostly in Asia", "Asia reports loss of $9.9 million",
    "Norvia reports segment loss of $9.9 million", "Norvia loses $9.9 million contract",
    "Norvia loses $9.9 million order in third quarter", "Norvia earns $9.9 million from licenses",
    "Norvia earns $9.9 million in fees", "Metron loses $9.9 million", "Norvia's Metron loses $9.9 million",
    "Norvia reports loss of customers, with $9.9 million of sales",
  ])
  func aLossOfAPartIsNoError(_ headline: String) {
    #expect(Self.severities(headline, Self.losses).filter { $0 == "error" } == [])
  }

  @Test(arguments: [
    "Net loss $5.0 million", "Net loss of $5.0 million vs. $9.1 million", "Revenue +11%, net loss -45%",
    "Net loss as operating cash flow hits $4.4 million", "Net loss, operating cash flow $4.4 million",
    "Net loss; $4.4 million in operating cash flow", "Net loss on revenue of $33.3 million",
    "Net loss despite gross profit of $15.0 million", "Net loss narrows by $4.1 million",
    "GAAP net loss of $5.0 million; operating cash flow of $4.4 million", "Net loss less than $8.0 million",
    "Net loss and operating loss of $5.0 million and $8.0 million", "Net loss -$5.0 million",
    "Loss from operations of $8.0 million reflects restructuring",
    "Operating loss of $8.0 million reflects it",
    "Negative operating income of $8.0 million", "Negative net income of $5.0 million",
    "Net loss of $(5.0) million, or $(0.50) per share", "Net loss: $5.0 million. Revenue: $33.3 million",
  ])
  func anHonestLossHolds(_ headline: String) { #expect(Self.severities(headline, Self.losses) == []) }
}
