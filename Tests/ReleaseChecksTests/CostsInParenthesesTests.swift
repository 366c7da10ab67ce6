import Diagnostics
import ReleaseChecks
import Testing

/// Income statements that print what is taken away in parentheses, as European companies do.
@Suite struct CostsInParenthesesTests {
  /// A profit before a loss, and a tax benefit on it.
  private static let statement = """
    concept,label,2024-Q1,2023-Q1
    Revenues,Umsatzerlöse,"12,345.6","13,210.0"
    CostOfRevenue,Herstellungskosten,"-9,876.5","-9,500.0"
    GrossProfit,Bruttoergebnis,"2,469.1","3,710.0"
    SellingGeneralAndAdministrativeExpense,Vertrieb und Verwaltung,"-3,000.0","-2,800.4"
    ResearchAndDevelopmentExpense,Forschung und Entwicklung,-700.5,-650.0
    OperatingIncomeLoss,Betriebsergebnis,"(1,231.4)",259.6
    InterestExpense,Zinsaufwand,-100.0,-90.0
    IncomeLossBeforeIncomeTaxes,Ergebnis vor Steuern,"(1,331.4)",169.6
    IncomeTaxExpenseBenefit,Steuern vom Einkommen,%,-50.0
    NetIncomeLoss,Periodenergebnis,"(1,211.4)",119.6
    """

  private func findings(_ statement: String) -> [Finding] {
    var release = SampleRelease(
      "2024-05-14", period: "2024-Q1", statement: statement, unit: "EUR", scale: "thousands")
    release.headline = "Net loss of EUR 1.2 million on revenue of EUR 12.3 million"
    return sampleSite([release]).report.findings
  }

  @Test func asPositiveAmountsTheyFoot() {
    let statement = Self.statement.replacing("-", with: "").replacing("%", with: "(120.0)")
      .replacing("2024Q1", with: "2024-Q1").replacing("2023Q1", with: "2023-Q1")
    #expect(findings(statement).map(\.message) == [])
  }

  /// Each finding about a sum says what is the matter with all of them.
  @Test func inParenthesesTheySayHowTheyAreTold() {
    let statement = Self.statement.replacing("%", with: "120.0")
    let sums = findings(statement).filter { $0.code.id == "V204" || $0.code.id == "V205" }
    #expect(!sums.isEmpty)
    for finding in sums {
      #expect(
        finding.hints.first
          == "costs are positive amounts, and a tax benefit is a negative one; rows that the release prints the other way, as costs in parentheses, have 'true' under 'negated'",
        "\(finding.message)")
    }
  }

  @Test func anotherSlipHasNoSuchHint() {
    let statement = Self.statement.replacing("-", with: "").replacing("%", with: "(120.0)")
      .replacing("2024Q1", with: "2024-Q1").replacing("2023Q1", with: "2023-Q1")
      .replacing("3,000.0", with: "3,100.0")
    let found = findings(statement)
    #expect(found.map(\.code.id) == ["V204"])
    #expect(found.flatMap(\.hints).allSatisfy { !$0.hasPrefix("costs are positive") })
  }
}
