import Diagnostics
import ReleaseFormat
import ReleaseModel
import Testing

@testable import ReleaseChecks

/// A company that reports in another currency from some release on: amounts in two currencies are two measures.
@Suite struct CurrencyChangeTests {
  private let dollars = [
    SampleRelease(
      "2003-05-14", period: "2003-Q1",
      statement: "concept,label,2003-Q1,2002-Q1\nRevenues,Revenue,1250,1000\n"),
    SampleRelease(
      "2003-08-14", period: "2003-Q2",
      statement: "concept,label,2003-Q2,2002-Q2,2003-H1,2002-H1\nRevenues,Revenue,1300,1100,2550,2100\n"),
    SampleRelease(
      "2003-11-14", period: "2003-Q3",
      statement: "concept,label,2003-Q3,2002-Q3,2003-9M,2002-9M\nRevenues,Revenue,1400,1200,3950,3300\n"),
  ]

  private func found(_ later: [SampleRelease]) -> [Found] {
    let site = sampleSite(dollars + later)
    #expect(site.diagnostics.filter { $0.severity == .error } == [])
    return site.report.found
  }

  /// Neither a restatement (V302), nor a part that exceeds its whole (V304), nor a sum that fails (V301).
  @Test func aTellingInAnotherCurrencyContradictsNothing() {
    let year = SampleRelease(
      "2004-03-14", period: "2003-FY",
      statement: "concept,label,2003-FY,2002-FY\nRevenues,Revenue,3500,4200\n", unit: "EUR")
    let quarter = SampleRelease(
      "2004-05-14", period: "2004-Q1",
      statement: "concept,label,2004-Q1,2003-Q1\nRevenues,Revenue,1350,1130\n", unit: "EUR")
    #expect(found([year, quarter]) == [])
  }

  @Test func whatIsToldInOneCurrencyStillContradicts() {
    let quarter = SampleRelease(
      "2004-05-14", period: "2004-Q1",
      statement: "concept,label,2004-Q1,2003-Q1\nRevenues,Revenue,1350,1130\n", unit: "EUR")
    let half = SampleRelease(
      "2004-08-14", period: "2004-Q2",
      statement:
        "concept,label,2004-Q2,2004-H1,2004-Q1,2003-Q1\nRevenues,Revenue,1500,2950,1350,1140\n", unit: "EUR")
    let found = Set(found([quarter, half]).map(\.code))
    #expect(found == ["V301", "V302"])
  }

  @Test func aRestatementIsOfOneCurrency() {
    let quarter = SampleRelease(
      "2004-05-14", period: "2004-Q1",
      statement: "concept,label,2004-Q1,2003-Q1\nRevenues,Revenue,1350,1130\n", unit: "EUR",
      more: "restates:\n  - {concept: Revenues, period: 2003-Q1, reason: Reported in euros}\n")
    let site = sampleSite(dollars + [quarter])
    let findings = site.report.findings.filter { $0.severity != .note }
    #expect(findings.map(\.code.id) == ["V303"])
    #expect(
      findings.first?.message
        == "'Revenues' for 2003-Q1 is declared restated, but this release tells it in EUR and earlier ones in USD"
    )
  }

  /// A translation for convenience stands beside the statement: two values of one figure, in two currencies.
  @Test func aReleaseMayTellAnAmountInTwoCurrencies() {
    var release = SampleRelease(
      "2004-05-14", period: "2004-Q1",
      statement: """
        concept,label,2004-Q1,2003-Q1
        Revenues,Revenue,1350,1130
        IncomeLossBeforeIncomeTaxes,Before taxes,300,200
        """, unit: "EUR")
    release.yaml += "  - file: translation.csv\n    title: Translation\n    unit: USD\n"
    release.tables["translation.csv"] = """
      concept,label,2004-Q1,2003-Q1
      Revenues,Revenue,1600,1250
      IncomeTaxExpenseBenefit,Taxes,100,50
      NetIncomeLoss,Net income,500,300
      """
    #expect(found([release]) == [])
    release.tables["translation.csv"] = "concept,label,2004-Q1,2003-Q1\nRevenues,Revenue,1600,1251\n"
    #expect(found([release]).map(\.code) == ["V302"])
  }

  @Test func figuresWithoutAStatementAreInTheCurrencyOfTheReleasesBefore() {
    let preliminary = SampleRelease(
      "2004-04-14", figures: "Revenues,Revenue,2003-Q3,1420,0\n", kind: "announcement")
    #expect(found([preliminary]).map(\.code) == ["V301"])
    let year = SampleRelease(
      "2004-03-14", period: "2003-FY",
      statement: "concept,label,2003-FY,2002-FY\nRevenues,Revenue,3500,4200\n",
      unit: "EUR")
    #expect(found([year, preliminary]) == [])
  }
}
