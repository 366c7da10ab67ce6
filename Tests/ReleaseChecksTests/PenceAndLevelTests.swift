import Diagnostics
import ReleaseChecks
import ReleaseModel
import TestSupport
import Testing

/// V509: pence in headlines, and changes that the words hold against the year before.
@Suite struct PenceAndLevelTests {
  private static func findings(_ headline: String) -> [String] {
    let statement = """
      concept,label,2003-FY,2002-FY
      Revenues,Revenue,412600000,420100000
      OperatingIncomeLoss,Operating profit,21000000,25100000
      NetIncomeLoss,Profit for the year,13900000,17100000
      EarningsPerShareBasic,Basic earnings per share,0.171,0.148
      """
    var release = SampleRelease("2004-02-14", period: "2003-FY", statement: statement, unit: "GBP")
    release.headline = "\"\(headline)\""
    return sampleSite([release]).report.findings.filter { $0.code.id == "V509" }.map { "\($0.severity)" }
  }

  @Test(arguments: [
    ("EPS of 18p", ["error"]), ("EPS rises to 14.8p", ["error"]), ("EPS falls to 17.1p", ["error"]),
    ("Basic EPS of 17.1p", []), ("EPS rises to 17.1p", []), ("EPS of 17.1p after 14.8p", []),
    ("Adjusted EPS rises by 9.9p at 27.1p", ["warning", "warning"]), ("Norvia has 24 plants", []),
  ])
  func penceStandRightAfterDigits(_ headline: String, _ severities: [String]) {
    #expect(Self.findings(headline) == severities)
  }

  @Test(arguments: [
    ("Revenue was £412.6 million, 1.8% above last year", ["error"]),
    ("Revenue of £412.6 million, 1.8% above the prior year", ["error"]),
    ("Revenue 1.8% above last year", ["error"]),
    ("Operating profit of £21.0 million was 16.3% above a year ago", ["error"]),
    ("Revenue was £412.6 million, 1.8% below last year", []), ("Revenue 1.8% below the previous year", []),
    ("Operating profit of £21.0 million was 16.3% below that of the year before", []),
    // Another base or basis.
    ("Revenue 1.8% above plan", []),
    ("Revenue 2.5% above last year in local currencies", ["warning"]),
    ("Revenue 2.5% above last year's peak", ["warning"]),
  ])
  func aChangeMayBeHeldAgainstLastYear(_ headline: String, _ severities: [String]) {
    #expect(Self.findings(headline) == severities)
  }
}
