import Diagnostics
import ReleaseChecks
import Testing

/// Statements whose rows are marked where they print the other sign than their concept's.
@Suite struct NegatedRowTests {
  private func findings(_ statement: String) -> [Finding] {
    sampleSite([
      SampleRelease("2024-05-14", period: "2024-Q1", statement: statement, unit: "EUR", scale: "thousands")
    ]).report.findings
  }

  /// Revenue less its cost, less what it takes to run the company, and a tax benefit in the year before.
  private func income(costs: String = "true,(60),(50)", tax: String = "true,(4),5") -> String {
    """
    concept,label,negated,2024-Q1,2023-Q1
    Revenues,Revenue,,100,80
    CostOfRevenue,Cost of sales,\(costs)
    GrossProfit,Gross profit,,40,30
    SellingGeneralAndAdministrativeExpense,Administration,true,(25),(40)
    OperatingIncomeLoss,Operating profit,,15,(10)
    IncomeLossBeforeIncomeTaxes,Profit before tax,,15,(10)
    IncomeTaxExpenseBenefit,Tax,\(tax)
    NetIncomeLoss,Profit for the quarter,,11,(5)
    """
  }

  /// A row may be marked or not: the figure is the same.
  @Test(arguments: [
    ("true,(60),(50)", "true,(4),5"), ("true,-60,-50", "TRUE,(4),5"), (",60,50", "false,4,(5)"),
  ])
  func asPrintedTheyFoot(_ costs: String, _ tax: String) {
    #expect(findings(income(costs: costs, tax: tax)).map(\.message) == [])
  }

  @Test func aSlipIsToldAsPrinted() {
    let found = findings(income(costs: "true,(600),(50)"))
    #expect(found.map(\.message) == ["'Cost of sales' is (600); 'Gross profit' of 40 leaves (60) for it"])
    #expect(found.map(\.label) == ["expected (60)"])
    #expect(found.first?.notes.first == "100,000 - 600,000 = -500,000")
    #expect(found.flatMap(\.hints).count == 1)
  }

  private static let asPrinted =
    "figures of a negated row are written as the release prints them: costs in parentheses or with a minus, a tax benefit without"
  private static let asCosts =
    "costs are positive amounts, and a tax benefit is a negative one; rows that the release prints the other way, as costs in parentheses, have 'true' under 'negated'"

  /// A marked cost without its parentheses is a credit, and an unmarked one in parentheses too.
  @Test(arguments: [
    (
      "true,60,(50)", "true,(4),5",
      "'Cost of sales' is 60; 'Gross profit' of 40 leaves (60) for it", asPrinted
    ),
    (
      ",(60),50", "true,(4),5", "'Cost of sales' is -60; 'Gross profit' of 40 leaves 60 for it", asCosts
    ),
    (
      "true,(60),(50)", ",(4),(5)",
      "'Tax' is -4; 'Profit for the quarter' of 11 leaves 4 for it", asCosts
    ),
  ])
  func theOtherSignHasItsHint(_ costs: String, _ tax: String, _ message: String, _ hint: String) {
    let found = findings(income(costs: costs, tax: tax))
    #expect(found.count == 1)
    #expect(
      found.first.map { ([$0.message] + $0.notes).contains { $0.contains(message) } } == true, "\(found)")
    #expect(found.first?.hints.first == hint)
  }

  /// A cost of revenues has a sign of its own, also where no total tells it.
  @Test(arguments: [
    (
      "true,60,(50)", ["'Cost of sales' is 60 in a negated row, which tells -60, and cannot be negative"],
      asPrinted
    ),
    (
      ",(60),(50)",
      [
        "'Cost of sales' is -60, and cannot be negative", "'Cost of sales' is -50, and cannot be negative",
      ], asCosts
    ),
    (",(60),50", ["'Cost of sales' is -60, and cannot be negative"], nil),
  ])
  func aCostAloneIsHeldToItsSign(_ costs: String, _ messages: [String], _ hint: String?) {
    let found = findings("concept,label,negated,2024-Q1,2023-Q1\nCostOfRevenue,Cost of sales,\(costs)\n")
    #expect(found.map(\.message) == messages)
    for finding in found {
      #expect(finding.hints.dropLast() == (hint.map { [$0] } ?? [])[...])
    }
  }

  /// What a total lists is added as it is printed, whichever of the rows are negated.
  @Test(arguments: [
    ("", "100", "", "30", "", "130", true), ("", "100", "true", "(30)", "", "70", true),
    ("", "100", "true", "30", "", "70", false), ("true", "(20)", "true", "(30)", "true", "(50)", true),
    ("true", "(20)", "", "30", "", "10", true), ("", "100", "", "30", "true", "130", true),
    ("", "100", "true", "(30)", "", "130", false),
  ])
  func listedItemsAddUpAsPrinted(
    _ first: String, _ one: String, _ second: String, _ other: String, _ total: String, _ sum: String,
    holds: Bool
  ) {
    let found = findings(
      """
      concept,label,items,negated,2024-Q1
      Gadgets,Gadgets,,\(first),\(one)
      ResearchAndDevelopmentExpense,Research,,\(second),\(other)
      OtherNonoperatingIncomeExpense,Result,Gadgets ResearchAndDevelopmentExpense,\(total),\(sum)
      """)
    #expect(found.map(\.code.id) == (holds ? [] : ["V204"]))
  }

  /// Another release tells the same figure without parentheses.
  @Test(arguments: [("60,50", 0), ("61,50", 1), ("(60),50", 1)])
  func releasesAgreeByTheFigure(_ before: String, _ count: Int) {
    let header = "concept,label,negated,2024-Q1,2023-Q1\n"
    let site = sampleSite([
      SampleRelease(
        "2024-05-14", period: "2024-Q1", statement: header + "CostOfRevenue,Cost,,\(before)\n"),
      SampleRelease(
        "2024-08-14", period: "2024-Q2",
        statement: "concept,label,negated,2024-Q2,2024-Q1\nCostOfRevenue,Cost,true,(70),(60)\n"),
    ])
    #expect(site.report.found.count == count, "\(site.report.findings.map(\.message))")
  }
}
