/// Statements as companies print them, with rows that no calculation knows: lines of which others are a part, subtotals,
/// shares of others, what is discontinued, measures and lines of the company's own. None has a wrong figure.
let honestStatements: [String] = [
  // Listed items: negated right.
  """
  IncomeLossBeforeIncomeTaxes 45.6; IncomeTaxExpenseBenefit (11.4) negated; NetIncomeLoss 34.2 \
  IncomeLossBeforeIncomeTaxes IncomeTaxExpenseBenefit
  """,
  // Listed items: with tax credit.
  """
  IncomeLossBeforeIncomeTaxes (45.6); IncomeTaxExpenseBenefit 11.4 negated; NetIncomeLoss (34.2) \
  IncomeLossBeforeIncomeTaxes IncomeTaxExpenseBenefit
  """,
  // Listed items: EBIT by nature.
  """
  Revenues 100.0; XOther 2.0; CostOfRevenue (50.0) negated; XStaff (10.0); DepreciationAndAmortization \
  (5.0) negated; OperatingIncomeLoss 37.0 Revenues XOther CostOfRevenue XStaff \
  DepreciationAndAmortization
  """,
  // Listed items: zero tax.
  """
  IncomeLossBeforeIncomeTaxes 45.6; IncomeTaxExpenseBenefit -; NetIncomeLoss 45.6 \
  IncomeLossBeforeIncomeTaxes IncomeTaxExpenseBenefit
  """,
  // Listed items: with treasury.
  """
  CommonStockValue 10.0; RetainedEarningsAccumulatedDeficit 50.0; TreasuryStockValue (5.0); \
  StockholdersEquity 55.0 CommonStockValue RetainedEarningsAccumulatedDeficit TreasuryStockValue
  """,
  // Listed items: costs all negated.
  """
  CostOfRevenue (50.0) negated; SellingGeneralAndAdministrativeExpense (10.0) negated; \
  CostsAndExpenses (60.0) negated CostOfRevenue SellingGeneralAndAdministrativeExpense
  """,
  // Listed items: total EBITDA bridge.
  """
  OperatingIncomeLoss 37.0; DepreciationAndAmortization 5.0; EBITDA 42.0 OperatingIncomeLoss \
  DepreciationAndAmortization
  """,
  // Cash capex.
  """
  CashFromOperatingActivities 52.3; CapitalExpenditures 28.6; CashFromInvestingActivities (27.8); \
  CashFromFinancingActivities (19.8); CashIncreaseDecrease 4.7
  """,
  // Cash fx.
  """
  CashFromOperatingActivities 52.3; CapitalExpenditures 28.6; CashFromInvestingActivities (27.8); \
  CashFromFinancingActivities (19.8); XFX (0.2); CashIncreaseDecrease 4.5
  """,
  // Cash many lines.
  """
  CashFromOperatingActivities 52.3; CapitalExpenditures 20.0; XAcq (10.0); XDisp 2.2; \
  CashFromInvestingActivities (27.8); DividendsPaid 10.0; ShareRepurchases 1.0; XLoan (8.8); \
  CashFromFinancingActivities (19.8); XFX (0.2); CashIncreaseDecrease 4.5
  """,
  // Cash discontinued.
  """
  CashFromOperatingActivities 52.3; XDiscOp 1.0; CapitalExpenditures 20.0; CashFromInvestingActivities \
  (27.8); XDiscInv (0.5); DividendsPaid 10.0; CashFromFinancingActivities (19.8); XDiscFin (0.1); XFX \
  0.3; CashIncreaseDecrease 5.4
  """,
  // Cash KPI with FCF, no fx.
  """
  CashFromOperatingActivities 52.3; CapitalExpenditures 28.6; FreeCashFlow 23.7; \
  CashFromInvestingActivities (27.8); CashFromFinancingActivities (19.8); CashIncreaseDecrease 4.5
  """,
  // EBITDA then D&A.
  """
  GrossProfit 40.0; SellingAndMarketingExpense 10.0; EBITDA 30.0; DepreciationAndAmortization 5.0; \
  OperatingIncomeLoss 25.0
  """,
  // D&A then EBITDA.
  "GrossProfit 40.0; DepreciationAndAmortization 5.0; EBITDA 30.0; OperatingIncomeLoss 25.0",
  // A table of key figures.
  """
  Revenues 900.0; GrossProfit 400.0; ResearchAndDevelopmentExpense 50.0; EBITDA 120.0; \
  OperatingIncomeLoss 90.0; NetIncomeLoss 60.0
  """,
  // A table of key figures with interest.
  """
  GrossProfit 400.0; ResearchAndDevelopmentExpense 50.0; EBITDA 120.0; DepreciationAndAmortization \
  30.0; OperatingIncomeLoss 90.0; AdjustedEBITDA 125.0; FreeCashFlow 33.0; InterestExpense 4.0; \
  IncomeLossBeforeIncomeTaxes 88.0
  """,
  // NCI between.
  """
  Assets 100.0; Liabilities 40.0; StockholdersEquity 55.0; NoncontrollingInterests 5.0; \
  LiabilitiesAndStockholdersEquity 100.0
  """,
  // NCI of which.
  """
  Assets 100.0; Liabilities 40.0; NoncontrollingInterests 5.0; StockholdersEquity 60.0; \
  LiabilitiesAndStockholdersEquity 100.0
  """,
  // No total liabilities.
  """
  Assets 38.6; CurrentLiabilities 7.3; LongTermDebt 5.7; StockholdersEquity 25.6; \
  LiabilitiesAndStockholdersEquity 38.6
  """,
  // No total, lease, pension.
  """
  Assets 38.6; CurrentLiabilities 7.3; LongTermDebt 5.7; XLease 1.0; XPension 2.0; StockholdersEquity \
  22.6; LiabilitiesAndStockholdersEquity 38.6
  """,
  // Equity first.
  """
  Assets 38.6; StockholdersEquity 22.6; XLease 1.0; LongTermDebt 5.7; XPension 2.0; CurrentLiabilities \
  7.3; LiabilitiesAndStockholdersEquity 38.6
  """,
  // Noncurrent lines above current.
  """
  Assets 38.6; XPension 2.0; XLease 1.0; AccountsPayableCurrent 7.3; CurrentLiabilities 7.3; \
  LongTermDebt 5.7; StockholdersEquity 22.6; LiabilitiesAndStockholdersEquity 38.6
  """,
  // Claims first, assets below.
  """
  LongTermDebt 5.7; CurrentLiabilities 7.3; XPension 2.0; StockholdersEquity 23.6; \
  LiabilitiesAndStockholdersEquity 38.6; Cash 38.6; Assets 38.6
  """,
  // Provisions first.
  """
  Assets 38.6; XProv 2.0; LongTermDebt 5.7; CurrentLiabilities 7.3; StockholdersEquity 23.6; \
  LiabilitiesAndStockholdersEquity 38.6
  """,
  // Whole sheet, no total liabilities.
  """
  Cash 10.0; AccountsReceivableNetCurrent 8.6; CurrentAssets 18.6; PropertyPlantAndEquipmentNet 20.0; \
  Assets 38.6; AccountsPayableCurrent 7.3; CurrentLiabilities 7.3; LongTermDebt 5.7; CommonStockValue \
  5.0; RetainedEarningsAccumulatedDeficit 20.6; StockholdersEquity 25.6; \
  LiabilitiesAndStockholdersEquity 38.6
  """,
  // Mezzanine.
  """
  Assets 38.6; CurrentLiabilities 7.3; LongTermDebt 5.7; OtherLiabilities 1.0; XMezzanine 3.0; \
  StockholdersEquity 21.6; LiabilitiesAndStockholdersEquity 38.6
  """,
  // Debt of which.
  """
  Assets 38.6; CurrentLiabilities 7.3; XNoncurrent 7.7; LongTermDebt 5.7; StockholdersEquity 23.6; \
  LiabilitiesAndStockholdersEquity 38.6
  """,
  // Deficit.
  """
  Assets 8.6; CurrentLiabilities 7.3; LongTermDebt 15.7; StockholdersEquity (14.4); \
  LiabilitiesAndStockholdersEquity 8.6
  """,
  // IFRS by function.
  """
  Revenues 100.0; CostOfRevenue 60.0; GrossProfit 40.0; XOtherIncome 1.0; SellingAndMarketingExpense \
  10.0; GeneralAndAdministrativeExpense 8.0; XImpairment (0.5); OperatingIncomeLoss 22.5; \
  InterestIncome 0.5; InterestExpense 2.0; XAssociates 1.0; IncomeLossBeforeIncomeTaxes 22.0; \
  IncomeTaxExpenseBenefit 5.5; NetIncomeLoss 16.5
  """,
  // Adjusting items columns.
  """
  GrossProfit 40.0; SellingGeneralAndAdministrativeExpense 20.0; XAdjustedOperatingProfit 20.0; \
  XExceptional (3.0); OperatingIncomeLoss 17.0
  """,
  // Exceptional with known rows.
  """
  GrossProfit 40.0; SellingGeneralAndAdministrativeExpense 20.0; AdjustedEBITDA 24.0; \
  DepreciationAndAmortization 4.0; RestructuringCharges 3.0; OperatingIncomeLoss 13.0
  """,
  // Sga and memo D&A.
  """
  GrossProfit 40.0; SellingGeneralAndAdministrativeExpense 20.0; XOfWhichRent 2.0; \
  DepreciationAndAmortization 4.0; OperatingIncomeLoss 20.0
  """,
  // Minority interest.
  """
  IncomeLossBeforeIncomeTaxes 500; IncomeTaxExpenseBenefit 100; XProfitForTheYear 400; XMinority 50; \
  NetIncomeLoss 350
  """,
  // Owners then NCI.
  """
  IncomeLossBeforeIncomeTaxes 500; IncomeTaxExpenseBenefit 100; XProfitForTheYear 400; NetIncomeLoss \
  350; XMinority 50
  """,
  // Preferred dividends.
  """
  IncomeLossBeforeIncomeTaxes 500; IncomeTaxExpenseBenefit 100; XNet 400; XPreferred 30; NetIncomeLoss \
  370
  """,
  // Net, preferred, common.
  """
  IncomeLossBeforeIncomeTaxes 500; IncomeTaxExpenseBenefit 100; NetIncomeLoss 400; XPreferred 30; \
  XAvailableToCommon 370
  """,
  // Discontinued.
  """
  IncomeLossBeforeIncomeTaxes 500; IncomeTaxExpenseBenefit 100; IncomeLossFromContinuingOperations \
  400; IncomeLossFromDiscontinuedOperations (30); NetIncomeLoss 370
  """,
  // Discontinued, no continuing.
  """
  IncomeLossBeforeIncomeTaxes 500; IncomeTaxExpenseBenefit 100; IncomeLossFromDiscontinuedOperations \
  (30); NetIncomeLoss 370
  """,
  // Discontinued in parts.
  """
  IncomeLossBeforeIncomeTaxes 500; IncomeTaxExpenseBenefit 100; IncomeLossFromContinuingOperations \
  400; XLossOfDisposal (40); XTaxOnIt (10); IncomeLossFromDiscontinuedOperations (30); XNet 370; \
  XMinority 20; NetIncomeLoss 350
  """,
  // Tax credit.
  """
  IncomeLossBeforeIncomeTaxes (50); XTaxCurrent 3; XTaxDeferred (15); IncomeTaxExpenseBenefit (12); \
  NetIncomeLoss (38)
  """,
  // Current and deferred tax only.
  "IncomeLossBeforeIncomeTaxes 500; IncomeTaxExpenseBenefit 80; XTaxDeferred 15; NetIncomeLoss 405",
  // Associates after tax.
  """
  IncomeLossBeforeIncomeTaxes 500; IncomeTaxExpenseBenefit 80; XAssociates 15; XAccounting (7); \
  NetIncomeLoss 428
  """,
  // Net finance costs subtotal.
  """
  OperatingIncomeLoss 45.6; InterestIncome 1.0; InterestExpense 6.1; XNetFinance (5.1); \
  IncomeLossBeforeIncomeTaxes 40.5
  """,
  // Net finance, FX.
  """
  OperatingIncomeLoss 45.6; InterestIncome 1.0; InterestExpense 6.1; XFX 0.3; XNetFinance (4.8); \
  XAssoc 2.2; IncomeLossBeforeIncomeTaxes 43.0
  """,
  // Interest of which.
  "OperatingIncomeLoss 45.6; XFinanceCosts (7.0); InterestExpense 6.1; IncomeLossBeforeIncomeTaxes 38.6",
  // Finance income includes.
  """
  OperatingIncomeLoss 45.6; XFinanceIncome 2.0; InterestIncome 1.5; XFinanceCosts (7.0); \
  InterestExpense 6.1; IncomeLossBeforeIncomeTaxes 40.6
  """,
  // EBIT with D&A memo.
  """
  OperatingIncomeLoss 45.6; DepreciationAndAmortization 12.0; InterestExpense 6.1; \
  IncomeLossBeforeIncomeTaxes 39.5
  """,
  // Nature of expense.
  """
  Revenues 100.0; XOwnWork 2.0; CostOfRevenue 40.0; GrossProfit 62.0; XStaff (30.0); \
  OtherOperatingExpense 10.0; EBITDA 22.0; DepreciationAndAmortization 5.0; XEBITA 17.0; \
  GoodwillImpairmentLoss 1.0; OperatingIncomeLoss 16.0
  """,
  // Gross with other in between.
  "Revenues 100.0; XRebates (2.0); XNetSales 98.0; CostOfRevenue 40.0; GrossProfit 58.0",
  // Gross cost of which D&A.
  "Revenues 100.0; CostOfRevenue 40.0; DepreciationAndAmortization 4.0; GrossProfit 60.0",
  // Gross D&A apart.
  "Revenues 100.0; CostOfRevenue 40.0; DepreciationAndAmortization 4.0; GrossProfit 56.0",
  // Equity IFRS.
  """
  Liabilities 40.0; CommonStockValue 10.0; AdditionalPaidInCapital 5.0; XHedging (1.0); XTranslation \
  (2.0); RetainedEarningsAccumulatedDeficit 46.0; XOwners 58.0; NoncontrollingInterests 2.0; \
  StockholdersEquity 60.0; LiabilitiesAndStockholdersEquity 100.0
  """,
  // Equity owners named equity.
  """
  Liabilities 40.0; CommonStockValue 10.0; XReserves 4.0; RetainedEarningsAccumulatedDeficit 44.0; \
  TreasuryStockValue (1.0); StockholdersEquity 57.0; NoncontrollingInterests 3.0; XTotalEquity 60.0; \
  LiabilitiesAndStockholdersEquity 100.0
  """,
  // UK net assets.
  """
  Cash 10.0; CurrentAssets 30.0; NoncurrentAssets 70.0; Assets 100.0; CurrentLiabilities 20.0; \
  LongTermDebt 15.0; XProvisions 5.0; Liabilities 40.0; XNetAssets 60.0; StockholdersEquity 60.0
  """,
  // Held for sale.
  """
  Cash 10.0; AccountsReceivableNetCurrent 12.0; XHeldForSale 8.0; CurrentAssets 30.0; \
  PropertyPlantAndEquipmentNet 50.0; XRightOfUse 10.0; Goodwill 10.0; Assets 100.0
  """,
  // Noncurrent first.
  """
  PropertyPlantAndEquipmentNet 50.0; XRightOfUse 10.0; Goodwill 10.0; NoncurrentAssets 70.0; \
  InventoryNet 8.0; XContract 2.0; AccountsReceivableNetCurrent 12.0; Cash 8.0; CurrentAssets 30.0; \
  Assets 100.0
  """,
  // Held for sale between totals.
  "NoncurrentAssets 70.0; CurrentAssets 25.0; XHeldForSale 5.0; Assets 100.0",
  // Cash includes restricted.
  "Cash 12.3; XRestricted 1.0; MarketableSecurities 4.5; CashAndMarketableSecurities 17.8",
  // Costs between with totals.
  """
  Revenues 100.0; CostOfRevenue 40.0; SellingAndMarketingExpense 20.0; XAmort 3.0; \
  GeneralAndAdministrativeExpense 7.0; CostsAndExpenses 70.0; OperatingIncomeLoss 30.0
  """,
  // Gain between costs and EBIT.
  "Revenues 100.0; CostsAndExpenses 70.0; XGainOnSale 5.0; OperatingIncomeLoss 35.0",
  // Loss year.
  """
  Revenues 100.0; CostsAndExpenses 130.0; XImpairment 20.0; OperatingIncomeLoss (50.0); \
  InterestExpense 5.0; XDebtExtinguishment (2.0); IncomeLossBeforeIncomeTaxes (57.0); \
  IncomeTaxExpenseBenefit (10.0); XPreferred 1.0; NetIncomeLoss (48.0)
  """,
  // OCI below.
  """
  IncomeLossBeforeIncomeTaxes 500; IncomeTaxExpenseBenefit 100; NetIncomeLoss 400; XOCI 20; \
  XComprehensive 420
  """,
  // Balance KPIs.
  """
  CurrentAssets 30.0; PropertyPlantAndEquipmentNet 40.0; WorkingCapital 10.0; Assets 100.0; \
  CurrentLiabilities 20.0; LongTermDebt 15.0; StockholdersEquity 55.0
  """,
  // Parts of revenue.
  """
  XProducts 60.0; XServices 40.0; Revenues 100.0; XCostProducts 30.0; XCostServices 10.0; \
  CostOfRevenue 40.0; GrossProfit 60.0
  """,
  // Owners, then NCI row known.
  """
  IncomeLossBeforeIncomeTaxes 500; IncomeTaxExpenseBenefit 100; XProfitForTheYear 400; NetIncomeLoss \
  350; XMinority 40; XHybrid 10; EarningsPerShareBasic 1.00
  """,
  // Adjusted to reported.
  """
  XAdjustedEBIT 50.0; XExceptional (3.0); OperatingIncomeLoss 47.0; InterestIncome 1.0; XNotional 0.5; \
  InterestExpense 4.0; XUnwind (0.7); IncomeLossBeforeIncomeTaxes 42.8; XAdjustedTax (10.0); \
  IncomeTaxExpenseBenefit 9.0; NetIncomeLoss 33.8
  """,
  // Bank-like.
  """
  XNetInterest 60.0; XFees 20.0; Revenues 80.0; XImpairments (5.0); OperatingExpenses 40.0; XLevy \
  (1.0); IncomeLossBeforeIncomeTaxes 34.0; IncomeTaxExpenseBenefit 8.0; NetIncomeLoss 26.0
  """,
  // Operating expenses subtotal and gain.
  """
  GrossProfit 40.0; SellingAndMarketingExpense 10.0; GeneralAndAdministrativeExpense 8.0; XStockComp \
  2.0; OperatingExpenses 18.0; XGain 3.0; OperatingIncomeLoss 25.0
  """,
  // Operating expenses with own.
  """
  SellingAndMarketingExpense 10.0; XAmortization 1.5; GeneralAndAdministrativeExpense 8.0; \
  ResearchAndDevelopmentExpense 4.0; XOther (0.5); OperatingExpenses 23.0
  """,
  // Current liabilities IFRS.
  """
  XTradePayables 10.0; XContract 1.0; ShortTermDebt 3.0; XLease 1.0; OtherCurrentLiabilities 2.0; \
  XTaxPayable 1.0; CurrentLiabilities 18.0; LongTermDebt 5.7; XPension 2.0; LongTermLiabilities 7.7; \
  Liabilities 25.7; StockholdersEquity 40.0; LiabilitiesAndStockholdersEquity 65.7
  """,
  // Cash with balances below.
  """
  CashFromOperatingActivities 52.3; XA (20.0); XB (7.8); CashFromInvestingActivities (27.8); XDiv \
  (10.0); XLoans (9.8); CashFromFinancingActivities (19.8); XTranslation (0.2); CashIncreaseDecrease \
  4.5; XOpening 10.0; XClosing 14.5
  """,
  // Cash excluding FX then FX.
  """
  CashFromOperatingActivities 52.3; CapitalExpenditures 28.6; CashFromInvestingActivities (27.8); \
  CashFromFinancingActivities (19.8); CashIncreaseDecrease 4.7; XFX (0.2); XClosing 14.5
  """,
  // Equity first, then provisions.
  """
  Assets 100; StockholdersEquity 40; XPension 10; XTaxes 3; Liabilities 45; XDeferred 2; \
  LiabilitiesAndStockholdersEquity 100
  """,
]
