import Diagnostics
import ReleaseChecks
import ReleaseModel
import TestSupport
import Testing

/// V509: figures that a company is said to have lifted or cut, and figures whose name has a time in it.
@Suite struct CompanyActionTests {
  private static let quarter = """
    concept,label,2003-Q3,2002-Q3
    Revenues,Revenues,33300000,35000000
    GrossProfit,Gross profit,15000000,12000000
    OperatingIncomeLoss,Operating income,8000000,8500000
    NetIncomeLoss,Net income,5000000,4200000
    """

  private static let losses = """
    concept,label,2003-Q3,2002-Q3
    Revenues,Revenues,33300000,35000000
    NetIncomeLoss,Net loss,-5000000,-9100000
    """

  private static func profits(_ label: String, _ part: String) -> String {
    """
    concept,label,2003-\(part),2002-\(part)
    Revenues,Turnover,33300000,35000000
    NetIncomeLoss,\(label),5000000,5600000
    """
  }

  private static func severities(
    _ headline: String, _ statement: String = quarter, period: String = "2003-Q3"
  ) -> [String] {
    var release = SampleRelease("2004-02-14", period: period, statement: statement)
    release.headline = "\"\(headline)\""
    return sampleSite([release]).report.findings.filter { $0.code.id == "V509" }.map { "\($0.severity)" }
  }

  @Test(arguments: [
    "Norvia lifts revenue to $33.3 million", "Norvia grows revenue to $33.3 million on strong demand",
    "Norvia Instruments raises its operating income to $8.0 million",
    "Norvia cuts net income to $5.0 million",
    "Norvia boosts third-quarter revenue to $33.3 million", "Norvia reduces gross profit to $15.0 million",
    "Norvia improves operating income to $8.0 million",
    "Norvia increased revenue to $33.3 million in the quarter",
    "Norvia widens operating margin to 24.0%",
    "Norvia lifts Q3 revenue to $33.3 million in the third quarter",
  ])
  func whatACompanyDoesToAMeasureHasItsDirection(_ headline: String) {
    let isRatio = headline.contains("%")
    #expect(Self.severities(headline) == (isRatio ? [] : ["error"]))
  }

  @Test(arguments: [
    "Norvia cuts revenue to $33.3 million", "Norvia lifts net income to $5.0 million",
    "Norvia improves gross profit to $15.0 million",
    "Norvia lifts revenue to $33.3 million from $31.0 million in the second quarter",
    "Norvia lifts revenue to $33.3 million after $31.0 million in the second quarter",
    "Norvia sequentially lifts revenue to $33.3 million", "Acquisition lifts revenue to $33.3 million",
    "Metron lifts operating income to $8.0 million", "Norvia's Metron lifts revenue to $33.3 million",
    "Norvia raises revenue target to $33.3 million", "Norvia plans to lift revenue to $33.3 million",
    "Norvia lifts dividend to $8.0 million", "Norvia cuts costs to $15.0 million",
    "Norvia raises capital expenditures to $9.9 million", "Demand at Norvia lifts revenue to $33.3 million",
    "Norvia lifts revenue to $33.3 million in Asia", "Norvia lifts revenue to $33.3 million over nine months",
  ])
  func anotherDeedIsNoError(_ headline: String) {
    #expect(Self.severities(headline).filter { $0 == "error" } == [])
  }

  @Test(arguments: [
    ("Norvia widens net loss to $5.0 million", ["error"]),
    ("Norvia increases net loss to $5.0 million", ["error"]),
    ("Norvia narrows net loss to $5.0 million", []), ("Norvia cuts net loss to $5.0 million", []),
    ("Norvia reduces its net loss to $5.0 million", []), ("Norvia improves net loss to $5.0 million", []),
  ])
  func aLossIsCutTowardsZero(_ headline: String, _ severities: [String]) {
    #expect(Self.severities(headline, Self.losses) == severities)
  }

  @Test(arguments: [
    ("Profit for the year rose to $5.0 million", "Profit for the year", "FY", ["error"]),
    ("Profit for the year up to $5.0 million", "Profit for the year", "FY", ["error"]),
    ("Profit for the period rose to $5.0 million", "Profit for the period", "H1", ["error"]),
    ("Profit for the half year rose to $5.0 million", "Profit for the half year", "H1", ["error"]),
    ("Profit for the half year rose to $5.0 million", "Net income", "H1", ["warning"]),
    ("Profit for the year of $5.6 million", "Profit for the year", "FY", ["error"]),
    ("Net income for the year rose to $5.0 million", "Profit for the year", "FY", ["error"]),
    ("Profit for the year fell to $5.0 million", "Profit for the year", "FY", []),
    ("Profit for the year before items rose to $5.2 million", "Profit for the year", "FY", ["warning"]),
    ("Profit for the nine months rose to $5.2 million", "Profit for the period", "Q3", ["warning"]),
  ])
  func aLabelMayTellItsTime(_ headline: String, _ label: String, _ part: String, _ severities: [String]) {
    #expect(
      Self.severities(headline, Self.profits(label, part), period: "2003-\(part)") == severities)
  }

  @Test(arguments: [
    ("First-half net income increased to $5.0 million", ["error"]),
    ("First half net income increased to $5.0 million", ["error"]),
    ("Half-year net income of $5.6 million", ["error"]), ("H1 net income of $5.6 million", ["error"]),
    ("H1 revenue rises to $33.3 million", ["error"]), ("Half-year revenue falls to $33.3 million", []),
    ("First-half revenue rises to $33.3 million from $31.0 million in the second half of 2002", []),
  ])
  func aHalfIsHeldAsAQuarterIs(_ headline: String, _ severities: [String]) {
    let found = Self.severities(headline, Self.profits("Net income", "H1"), period: "2003-H1")
    #expect(found.filter { $0 == "error" } == severities)
  }
}
