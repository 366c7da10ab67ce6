public import ReleaseModel

/// The concepts every site knows, in the order in which pages list them.
///
/// Short names follow the US-GAAP Financial Reporting Taxonomy (FASB); `element` is the taxonomy's own name.
/// A concept without an element has no single counterpart there: a company's condensed line, for example.
public let builtInConcepts: [Concept] =
  incomeStatementConcepts + perShareConcepts + balanceSheetConcepts + cashFlowConcepts + measureConcepts

private let incomeStatementConcepts: [Concept] = [
  Concept("Revenues", element: "Revenues", label: "Revenues", sign: .nonNegative),
  Concept(
    "CostOfRevenue", element: "CostOfRevenue", label: "Cost of revenues", sign: .nonNegative),
  Concept(
    "GrossProfit", element: "GrossProfit", label: "Gross profit (loss)", negative: "Gross loss",
    positive: "Gross profit"),
  Concept(
    "SellingAndMarketingExpense", element: "SellingAndMarketingExpense", label: "Selling and marketing"),
  Concept(
    "GeneralAndAdministrativeExpense", element: "GeneralAndAdministrativeExpense",
    label: "General and administrative"),
  Concept(
    "SellingGeneralAndAdministrativeExpense", element: "SellingGeneralAndAdministrativeExpense",
    label: "Selling, general and administrative"),
  Concept(
    "ResearchAndDevelopmentExpense", element: "ResearchAndDevelopmentExpense",
    label: "Research and development"),
  Concept(
    "DepreciationAndAmortization", element: "DepreciationDepletionAndAmortization",
    label: "Depreciation and amortization"),
  Concept("RestructuringCharges", element: "RestructuringCharges", label: "Restructuring charges"),
  Concept(
    "GoodwillImpairmentLoss", element: "GoodwillImpairmentLoss", label: "Impairment of goodwill"),
  Concept("AssetImpairmentCharges", element: "AssetImpairmentCharges", label: "Impairment of assets"),
  Concept(
    "OtherOperatingExpense", element: "OtherCostAndExpenseOperating", label: "Other operating expenses"),
  Concept("OperatingExpenses", element: "OperatingExpenses", label: "Total operating expenses"),
  Concept("CostsAndExpenses", element: "CostsAndExpenses", label: "Total costs and expenses"),
  Concept(
    "OperatingIncomeLoss", element: "OperatingIncomeLoss", label: "Operating income (loss)",
    negative: "Operating loss", positive: "Operating income"),
  Concept("InterestIncome", element: "InvestmentIncomeInterest", label: "Interest income"),
  Concept("InterestExpense", element: "InterestExpense", label: "Interest expense"),
  Concept(
    "OtherNonoperatingIncomeExpense", element: "OtherNonoperatingIncomeExpense",
    label: "Other income (expense)", negative: "Other expense", positive: "Other income"),
  Concept(
    "IncomeLossBeforeIncomeTaxes",
    element:
      "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest",
    label: "Income (loss) before income taxes", negative: "Loss before income taxes",
    positive: "Income before income taxes"),
  Concept(
    "IncomeTaxExpenseBenefit", element: "IncomeTaxExpenseBenefit",
    label: "Provision (benefit) for income taxes", negative: "Benefit for income taxes",
    positive: "Provision for income taxes"),
  Concept(
    "IncomeLossFromContinuingOperations", element: "IncomeLossFromContinuingOperations",
    label: "Income (loss) from continuing operations", negative: "Loss from continuing operations",
    positive: "Income from continuing operations"),
  Concept(
    "IncomeLossFromDiscontinuedOperations", element: "IncomeLossFromDiscontinuedOperationsNetOfTax",
    label: "Income (loss) from discontinued operations", negative: "Loss from discontinued operations",
    positive: "Income from discontinued operations"),
  Concept(
    "NetIncomeLoss", element: "NetIncomeLoss", label: "Net income (loss)", negative: "Net loss",
    positive: "Net income"),
]

private let perShareConcepts: [Concept] = [
  Concept(
    "EarningsPerShareBasic", element: "EarningsPerShareBasic", label: "Basic earnings (loss) per share",
    negative: "Basic loss per share", positive: "Basic earnings per share", kind: .perShare,
    balance: .average),
  Concept(
    "EarningsPerShareDiluted", element: "EarningsPerShareDiluted",
    label: "Diluted earnings (loss) per share", negative: "Diluted loss per share",
    positive: "Diluted earnings per share", kind: .perShare, balance: .average),
  Concept(
    "EarningsPerShareBasicAndDiluted", element: "EarningsPerShareBasicAndDiluted",
    label: "Basic and diluted earnings (loss) per share", negative: "Basic and diluted loss per share",
    positive: "Basic and diluted earnings per share", kind: .perShare, balance: .average),
  Concept(
    "DividendsDeclaredPerShare", element: "CommonStockDividendsPerShareDeclared",
    label: "Dividends declared per share", kind: .perShare, balance: .flow, sign: .nonNegative),
  Concept(
    "WeightedAverageSharesBasic", element: "WeightedAverageNumberOfSharesOutstandingBasic",
    label: "Weighted average shares outstanding, basic", kind: .shares, balance: .average,
    sign: .nonNegative),
  Concept(
    "WeightedAverageSharesDiluted", element: "WeightedAverageNumberOfDilutedSharesOutstanding",
    label: "Weighted average shares outstanding, diluted", kind: .shares, balance: .average,
    sign: .nonNegative),
  Concept(
    "WeightedAverageSharesBasicAndDiluted",
    element: "WeightedAverageNumberOfShareOutstandingBasicAndDiluted",
    label: "Weighted average shares outstanding, basic and diluted", kind: .shares, balance: .average,
    sign: .nonNegative),
]

private let balanceSheetConcepts: [Concept] = [
  asset("Cash", element: "CashAndCashEquivalentsAtCarryingValue", label: "Cash and cash equivalents"),
  asset("MarketableSecurities", element: "MarketableSecuritiesCurrent", label: "Marketable securities"),
  asset(
    "CashAndMarketableSecurities", element: "CashCashEquivalentsAndShortTermInvestments",
    label: "Cash and marketable securities"),
  asset(
    "AccountsReceivableNetCurrent", element: "AccountsReceivableNetCurrent",
    label: "Accounts receivable, net"),
  asset("InventoryNet", element: "InventoryNet", label: "Inventories"),
  asset("PrepaidExpenseCurrent", element: "PrepaidExpenseCurrent", label: "Prepaid expenses"),
  asset("DeferredTaxAssetsNetCurrent", element: nil, label: "Deferred income taxes, current"),
  asset("OtherCurrentAssets", element: "OtherAssetsCurrent", label: "Other current assets"),
  asset("CurrentAssets", element: "AssetsCurrent", label: "Total current assets"),
  asset(
    "PropertyPlantAndEquipmentNet", element: "PropertyPlantAndEquipmentNet",
    label: "Property and equipment, net"),
  asset("Goodwill", element: "Goodwill", label: "Goodwill"),
  asset(
    "IntangibleAssetsNet", element: "IntangibleAssetsNetExcludingGoodwill",
    label: "Intangible assets, net"),
  asset("DeferredTaxAssetsNet", element: "DeferredIncomeTaxAssetsNet", label: "Deferred income taxes"),
  asset("OtherNoncurrentAssets", element: "OtherAssetsNoncurrent", label: "Other assets"),
  asset("NoncurrentAssets", element: "AssetsNoncurrent", label: "Non-current assets"),
  asset("Assets", element: "Assets", label: "Total assets"),
  asset("AccountsPayableCurrent", element: "AccountsPayableCurrent", label: "Accounts payable"),
  asset("AccruedLiabilitiesCurrent", element: "AccruedLiabilitiesCurrent", label: "Accrued liabilities"),
  asset("DeferredRevenueCurrent", element: "DeferredRevenueCurrent", label: "Deferred revenue, current"),
  asset("ShortTermDebt", element: "DebtCurrent", label: "Short-term debt"),
  asset("OtherCurrentLiabilities", element: "OtherLiabilitiesCurrent", label: "Other current liabilities"),
  asset("CurrentLiabilities", element: "LiabilitiesCurrent", label: "Current liabilities"),
  asset("LongTermDebt", element: "LongTermDebtNoncurrent", label: "Long-term debt"),
  asset("OtherLiabilities", element: "OtherLiabilitiesNoncurrent", label: "Other liabilities"),
  asset("LongTermLiabilities", element: "LiabilitiesNoncurrent", label: "Long-term liabilities"),
  asset("Liabilities", element: "Liabilities", label: "Total liabilities"),
  Concept(
    "CommonStockValue", element: "CommonStockValue", label: "Common stock", balance: .stock),
  Concept(
    "AdditionalPaidInCapital", element: "AdditionalPaidInCapital", label: "Additional paid-in capital",
    balance: .stock),
  Concept(
    "RetainedEarningsAccumulatedDeficit", element: "RetainedEarningsAccumulatedDeficit",
    label: "Retained earnings (accumulated deficit)", negative: "Accumulated deficit",
    positive: "Retained earnings", balance: .stock),
  Concept(
    "AccumulatedOtherComprehensiveIncome", element: "AccumulatedOtherComprehensiveIncomeLossNetOfTax",
    label: "Accumulated other comprehensive income (loss)",
    negative: "Accumulated other comprehensive loss", positive: "Accumulated other comprehensive income",
    balance: .stock),
  Concept(
    "TreasuryStockValue", element: "TreasuryStockValue", label: "Treasury stock", balance: .stock),
  Concept(
    "NoncontrollingInterests", element: "MinorityInterest", label: "Noncontrolling interests",
    balance: .stock),
  Concept(
    "StockholdersEquity", element: "StockholdersEquity", label: "Shareholders' equity (deficit)",
    negative: "Shareholders' deficit", positive: "Shareholders' equity", balance: .stock),
  asset(
    "LiabilitiesAndStockholdersEquity", element: "LiabilitiesAndStockholdersEquity",
    label: "Total liabilities and shareholders' equity"),
  Concept(
    "SharesOutstanding", element: "CommonStockSharesOutstanding", label: "Shares outstanding",
    kind: .shares, balance: .stock, sign: .nonNegative),
  Concept(
    "BookValuePerShare", label: "Book value per share", kind: .perShare, balance: .stock),
  Concept("WorkingCapital", label: "Working capital", balance: .stock),
]

/// A line of the balance sheet that is never below zero.
private func asset(_ name: String, element: String?, label: String) -> Concept {
  Concept(name, element: element, label: label, balance: .stock, sign: .nonNegative)
}

private let cashFlowConcepts: [Concept] = [
  Concept(
    "CashFromOperatingActivities", element: "NetCashProvidedByUsedInOperatingActivities",
    label: "Net cash provided by (used in) operating activities",
    negative: "Net cash used in operating activities",
    positive: "Net cash provided by operating activities"),
  Concept(
    "CashFromInvestingActivities", element: "NetCashProvidedByUsedInInvestingActivities",
    label: "Net cash provided by (used in) investing activities",
    negative: "Net cash used in investing activities",
    positive: "Net cash provided by investing activities"),
  Concept(
    "CashFromFinancingActivities", element: "NetCashProvidedByUsedInFinancingActivities",
    label: "Net cash provided by (used in) financing activities",
    negative: "Net cash used in financing activities",
    positive: "Net cash provided by financing activities"),
  Concept(
    "CashIncreaseDecrease",
    element:
      "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecreaseIncludingExchangeRateEffect",
    label: "Increase (decrease) in cash", negative: "Decrease in cash", positive: "Increase in cash"),
  Concept(
    "CapitalExpenditures", element: "PaymentsToAcquirePropertyPlantAndEquipment",
    label: "Purchases of property and equipment", sign: .nonNegative),
  Concept(
    "DividendsPaid", element: "PaymentsOfDividends", label: "Dividends paid", sign: .nonNegative),
  Concept(
    "ShareRepurchases", element: "PaymentsForRepurchaseOfCommonStock", label: "Purchases of own shares",
    sign: .nonNegative),
  Concept("FreeCashFlow", label: "Free cash flow"),
]

private let measureConcepts: [Concept] = [
  Concept("EBITDA", label: "EBITDA"),
  Concept("AdjustedEBITDA", label: "Adjusted EBITDA"),
  Concept("Backlog", label: "Backlog", balance: .stock, sign: .nonNegative),
  Concept("GrossMargin", label: "Gross margin", kind: .ratio, balance: .average),
  Concept("OperatingMargin", label: "Operating margin", kind: .ratio, balance: .average),
  Concept("NetMargin", label: "Net margin", kind: .ratio, balance: .average),
  Concept(
    "EffectiveTaxRate", element: "EffectiveIncomeTaxRateContinuingOperations",
    label: "Effective tax rate", kind: .ratio, balance: .average),
  Concept("CurrentRatio", label: "Current ratio", kind: .ratio, balance: .stock, sign: .nonNegative),
  Concept(
    "Employees", label: "Employees", kind: .count, balance: .stock, sign: .nonNegative),
]

/// The built-in ratios that are told in percent: shares of something, which are seldom more than the whole.
let percentageConcepts: Set<String> = ["GrossMargin", "OperatingMargin", "NetMargin", "EffectiveTaxRate"]
