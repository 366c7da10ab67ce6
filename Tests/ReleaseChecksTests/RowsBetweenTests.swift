import Diagnostics
import ReleaseChecks
import ReleaseFormat
import ReleaseModel
import Testing

/// Sums with rows between their parts that no calculation knows: any of those may be a part.
@Suite struct RowsBetweenTests {
  @Test(arguments: honestStatements)
  func honestStatementsPass(_ rows: String) { #expect(errors(rows) == []) }

  @Test(arguments: wrong)
  func wrongFiguresAreFound(_ rows: String, _ expected: String) { #expect(errors(rows) == [expected]) }
}

/// The findings about a statement of one column, each with its row and what is expected there.
///
/// - Parameter text: `concept amount` for each row, then `negated` and its items if it has any. Names with an X are the
///   company's own.
private func errors(_ text: String) -> [String] {
  let rows = text.split(separator: "; ").map { $0.split(separator: " ") }
  let isSheet = rows.contains { row in sheetTotals.contains(String(row[0])) }
  let table = rows.map { row in
    let isNegated = row.contains("negated")
    let items = row.dropFirst(2).filter { $0 != "negated" }.joined(separator: " ")
    return "\(row[0]),\(row[0]),\(items),\(isNegated),\(row[1])"
  }
  let statement =
    "concept,label,items,negated,\(isSheet ? "2003-12-31" : "2003-FY")\n" + table.joined(separator: "\n")
  let site = sampleSite(
    [SampleRelease("2004-02-14", period: "2003-FY", statement: statement, scale: "millions")],
    concepts: rows.map { String($0[0]) }.filter { $0.hasPrefix("X") }, balance: isSheet ? "stock" : "flow")
  let loading = site.diagnostics.filter { $0.severity == .error }.map(\.message)
  return loading
    + site.report.findings.filter { $0.severity == .error }.map { finding in
      guard case .cell(_, _, let row, _) = finding.subject else { return finding.message }
      return "\(finding.code.id) \(rows[row][0]) \(finding.label ?? "")"
    }
}

private let sheetTotals = [
  "LiabilitiesAndStockholdersEquity", "CurrentAssets", "CashAndMarketableSecurities", "StockholdersEquity",
]

private let wrong: [(rows: String, expected: String)] = [
  // Tax not negated.
  (
    """
    IncomeLossBeforeIncomeTaxes 45.6; IncomeTaxExpenseBenefit (11.4); NetIncomeLoss 34.2 \
    IncomeLossBeforeIncomeTaxes IncomeTaxExpenseBenefit
    """, "V205 IncomeTaxExpenseBenefit expected 11.4"
  ),
  // Total negated.
  (
    """
    IncomeLossBeforeIncomeTaxes 45.6; IncomeTaxExpenseBenefit (11.4) negated; NetIncomeLoss 34.2 negated \
    IncomeLossBeforeIncomeTaxes IncomeTaxExpenseBenefit
    """, "V205 NetIncomeLoss expected (34.2)"
  ),
  // Interest income negated.
  (
    """
    OperatingIncomeLoss 45.6; InterestIncome 1.4 negated; InterestExpense (2.0) negated; \
    IncomeLossBeforeIncomeTaxes 45.0 OperatingIncomeLoss InterestIncome InterestExpense
    """, "V204 InterestIncome expected (1.4)"
  ),
  // With own item.
  (
    """
    OperatingIncomeLoss 45.6; XAssoc 1.4; InterestExpense (2.0); IncomeLossBeforeIncomeTaxes 45.0 \
    OperatingIncomeLoss XAssoc InterestExpense
    """, "V204 InterestExpense expected 2"
  ),
  // Cash capex.
  (
    """
    CashFromOperatingActivities 52.3; CapitalExpenditures 28.6; CashFromInvestingActivities (72.8); \
    CashFromFinancingActivities (19.8); CashIncreaseDecrease 4.7
    """, "V204 CashFromInvestingActivities expected -27.8"
  ),
  // Cash dividends.
  (
    """
    CashFromOperatingActivities 52.3; CashFromInvestingActivities (72.8); DividendsPaid 10.0; \
    CashFromFinancingActivities (19.8); CashIncreaseDecrease 4.7
    """, "V204 CashFromInvestingActivities expected -27.8"
  ),
  // Cash own rows.
  (
    """
    CashFromOperatingActivities 52.3; XCapex (20.0); XAcq (7.8); CashFromInvestingActivities (72.8); \
    XDiv (10.0); XLoans (9.8); CashFromFinancingActivities (19.8); CashIncreaseDecrease 4.7
    """, "V204 CashFromInvestingActivities expected -27.8"
  ),
  // Cash FCF.
  (
    """
    CashFromOperatingActivities 52.3; CapitalExpenditures 28.6; FreeCashFlow 23.7; \
    CashFromInvestingActivities (72.8); CashFromFinancingActivities (19.8); CashIncreaseDecrease 4.7
    """, "V204 CashFromInvestingActivities expected -27.8"
  ),
  // EBITDA EBIT 99.
  (
    """
    Revenues 100.0; CostOfRevenue 60.0; GrossProfit 40.0; EBITDA 35.0; SellingAndMarketingExpense 10.0; \
    OperatingIncomeLoss 99.0
    """, "V204 OperatingIncomeLoss expected 30"
  ),
  // A cost is not to blame either.
  (
    "GrossProfit 40.0; SellingAndMarketingExpense 10; OperatingIncomeLoss 99.0",
    "V204 OperatingIncomeLoss expected 30"
  ),
  // D&A between EBIT and PBT.
  (
    """
    OperatingIncomeLoss 45.6; DepreciationAndAmortization 12.0; InterestExpense 6.1; \
    IncomeLossBeforeIncomeTaxes 93.5
    """, "V204 IncomeLossBeforeIncomeTaxes expected 39.5"
  ),
  // Dividends between tax and net.
  (
    """
    IncomeLossBeforeIncomeTaxes 45.6; IncomeTaxExpenseBenefit 11.4; DividendsPaid 5.0; NetIncomeLoss \
    43.2
    """, "V205 NetIncomeLoss expected 34.2"
  ),
  // Goodwill between cash.
  (
    "Cash 12.3; Goodwill 50.0; MarketableSecurities 4.5; CashAndMarketableSecurities 18.6",
    "V204 CashAndMarketableSecurities expected 16.8"
  ),
  // NCI between equity and total.
  (
    """
    Assets 100.0; Liabilities 40.0; StockholdersEquity 62.5; NoncontrollingInterests 5.0; \
    LiabilitiesAndStockholdersEquity 100.0
    """, "V204 Liabilities expected 37.5"
  ),
  // Own row.
  (
    "IncomeLossBeforeIncomeTaxes 45.6; IncomeTaxExpenseBenefit 11.4; XMinority 0.7; NetIncomeLoss 43.2",
    "V205 NetIncomeLoss expected 34.2"
  ),
  // No total liabilities.
  (
    """
    Assets 38.6; CurrentLiabilities 7.3; LongTermDebt 5.7; StockholdersEquity 52.5; \
    LiabilitiesAndStockholdersEquity 38.6
    """, "V204 StockholdersEquity expected 25.6"
  ),
  // With leases.
  (
    """
    Assets 38.6; CurrentLiabilities 7.3; LongTermDebt 5.7; XLease 1.1; StockholdersEquity 52.5; \
    LiabilitiesAndStockholdersEquity 38.6
    """, "V204 StockholdersEquity expected 25.6"
  ),
  // Scale slip.
  (
    "Cash 38.1; AccountsReceivableNetCurrent 51700; InventoryNet 29.3; CurrentAssets 119.1",
    "V204 AccountsReceivableNetCurrent expected 51.7"
  ),
  // What cannot be below zero is not to blame.
  (
    """
    Assets 38.6; CurrentLiabilities 7.3; LongTermLiabilities 5.7; StockholdersEquity 52.5; \
    LiabilitiesAndStockholdersEquity 38.6
    """, "V204 StockholdersEquity expected 25.6"
  ),
  // Swapped cost.
  (
    "Revenues 203.1; CostOfRevenue 216.0; GrossProfit 77.1", "V204 CostOfRevenue expected 126"
  ),
  // Swapped cost negated.
  (
    "Revenues 203.1; CostOfRevenue (216.0) negated; GrossProfit 77.1", "V204 CostOfRevenue expected (126)"
  ),
  // A line of the company's own among operating expenses.
  (
    """
    SellingAndMarketingExpense 10.0; XAmortization 1.5; GeneralAndAdministrativeExpense 8.0; \
    ResearchAndDevelopmentExpense 4.0; OperatingExpenses 32.5
    """, "V204 OperatingExpenses expected 22"
  ),
]
