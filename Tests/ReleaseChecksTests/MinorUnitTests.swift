import Diagnostics
import ReleaseChecks
import ReleaseFormat
import ReleaseModel
import Testing

/// Figures in pence hold against figures in pounds, and what is wrong with them is said in pence.
@Suite struct MinorUnitTests {
  private func statement(
    _ unit: String, _ earnings: String, income: String = "13,680", before: String = "12,160",
    years: String = "2003-FY,2002-FY"
  ) -> String {
    """
    concept,label,unit,\(years)
    NetIncomeLoss,Profit,,"\(income)","\(before)"
    EarningsPerShareBasic,Basic earnings,\(unit),\(earnings)
    WeightedAverageSharesBasic,Shares,,"80,000","80,000"
    """
  }

  private func findings(_ statements: [String], currency: String = "GBP") -> [Finding] {
    let days = ["2004-03-10", "2005-03-10"]
    let site = sampleSite(
      statements.enumerated().map { index, statement in
        SampleRelease(
          days[index], period: "\(2003 + index)-FY", statement: statement, unit: currency, scale: "thousands")
      })
    #expect(site.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    return site.report.findings.filter { $0.severity == .error }
  }

  /// Of 12.16 and 13.68 million for 80 million shares, in every honest spelling.
  @Test(arguments: [
    ("", "17.1p,15.2p"), ("GBX", "17.1,15.2"), ("pence", "17,15"), ("", "£0.171,£0.152"), ("", "0.17,0.15"),
    ("", "17.10p,15.20p"), ("", "17p,15p"),
  ])
  func honestEarningsHold(_ unit: String, _ earnings: String) {
    #expect(findings([statement(unit, earnings)]) == [])
  }

  @Test(arguments: [("", "15.2p,17.1p"), ("GBX", "15.2,17.1"), ("", "£0.152,£0.171"), ("", "15p,17p")])
  func aReleaseInPenceRepeatsOneInPounds(_ unit: String, _ earnings: String) {
    let first = statement("", "£0.171,£0.152")
    let second = statement(
      unit, earnings, income: "12,160", before: "13,680", years: "2004-FY,2003-FY")
    #expect(findings([first, second]) == [])
    #expect(findings([second.replacing("2004-FY,2003-FY", with: "2003-FY,2002-FY")]) == [])
  }

  @Test func aWrongFigureIsToldInPence() throws {
    let found = try #require(findings([statement("", "17.3p,15.2p")]).first)
    #expect(found.code.id == "V207")
    #expect(found.message == "'Basic earnings' is 17.3p; net income divided by shares is 17.1p")
    #expect(found.label == "expected 17.1p")
    #expect(found.notes.first == "13,680,000 / 80,000,000 = 0.1710; 17.3p stands for 0.1725 to 0.1735")
  }

  @Test func penceThatAreReadAsPoundsAreExplained() {
    let found = findings([statement("", "17.1,15.2")])
    #expect(!found.isEmpty)
    #expect(
      found.flatMap(\.hints).contains(
        "17.1 is read as GBP: in pence it is '17.1p', or has GBX under 'unit' of its row"))
    let other = findings([statement("GBX", "0.171,0.152")])
    #expect(
      other.flatMap(\.hints).contains(
        "0.171p is read as pence: in GBP it has no 'p', and no GBX under 'unit' of its row"))
    // Where there are no such units, nothing is said of them.
    let swiss = findings([statement("", "17.1,15.2")], currency: "CHF")
    #expect(!swiss.isEmpty && swiss.allSatisfy { $0.hints.count == 1 })
  }

  @Test func aRestatedFigureIsToldInPence() throws {
    let first = "concept,label,2003-FY\nEarningsPerShareBasic,Basic earnings,0.171\n"
    let second = "concept,label,2004-FY,2003-FY\nEarningsPerShareBasic,Basic earnings,18.0p,17.3p\n"
    let found = try #require(findings([first, second]).first)
    #expect(found.code.id == "V302")
    #expect(
      found.message
        == "'Basic earnings' for 2003-FY is 17.3p, but the release of 2004-03-10 told 17.1p")
  }
}
