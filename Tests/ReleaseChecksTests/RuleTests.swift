import ReleaseChecks
import Testing

/// A statement and what is found in it.
struct RuleCase: CustomTestStringConvertible, Sendable {
  var name: String
  var statement: String
  var scale: String
  var period: String
  var found: [Found]

  init(
    _ name: String, _ statement: String, scale: String = "ones", period: String = "2003-Q3",
    _ found: [Found] = []
  ) {
    self.name = name
    self.statement = statement
    self.scale = scale
    self.period = period
    self.found = found
  }

  var testDescription: String { name }
}

@Suite struct RuleTests {
  @Test(arguments: totals + identities + perShare + measures + singleFigures + columns + poisoned)
  func rule(_ example: RuleCase) {
    #expect(
      findings(in: example.statement, scale: example.scale, period: example.period) == example.found)
  }
}

private let sheet = """
  concept,label,role,items,2003-09-30
  Cash,Cash,,,%C
  Goodwill,Goodwill,,,200
  Assets,Total assets,total,Cash Goodwill,%T
  """

private func sheet(cash: String, total: String) -> String {
  sheet.split(separator: "\n").map { line in
    line.split(separator: ",", omittingEmptySubsequences: false).map { cell in
      cell == "%C" ? cash : cell == "%T" ? total : String(cell)
    }.joined(separator: ",")
  }.joined(separator: "\n")
}

private let totals: [RuleCase] = [
  RuleCase("a total foots", sheet(cash: "100", total: "300")),
  // Three figures of half a unit each leave room for one whole unit, not for two.
  RuleCase("just within rounding", sheet(cash: "100", total: "301"), scale: "thousands"),
  RuleCase(
    "just outside rounding", sheet(cash: "100", total: "302"), scale: "thousands",
    [Found("V204", cell(2, 0), "expected 300")]),
  RuleCase(
    "a total does not foot", sheet(cash: "100", total: "400"), [Found("V204", cell(2, 0), "expected 300")]),
  RuleCase("a blank item leaves it open", sheet(cash: "", total: "400")),
  RuleCase("a dash is nothing", sheet(cash: "-", total: "200")),
  RuleCase(
    "a dash is nothing more", sheet(cash: "-", total: "300"), [Found("V204", cell(2, 0), "expected 200")]),
  RuleCase(
    "the item that two totals accuse",
    """
    concept,label,role,items,2003-09-30
    Cash,Cash,,,150
    Goodwill,Goodwill,,,200
    Assets,Total assets,total,Cash Goodwill,300
    LiabilitiesAndStockholdersEquity,Total liabilities and equity,,,300
    """, [Found("V204", cell(0, 0), "expected 100")]),
  RuleCase(
    "expenses are taken away",
    """
    concept,label,2003-Q3
    Revenues,Revenues,1000
    CostOfRevenue,Cost,600
    GrossProfit,Gross profit,400
    SellingGeneralAndAdministrativeExpense,SG&A,150
    ResearchAndDevelopmentExpense,R&D,50
    OperatingIncomeLoss,Operating income,200
    InterestExpense,Interest,20
    IncomeLossBeforeIncomeTaxes,Before taxes,180
    """),
  RuleCase(
    "operating income with the wrong sign",
    """
    concept,label,2003-Q3
    GrossProfit,Gross profit,400
    SellingGeneralAndAdministrativeExpense,SG&A,650
    OperatingIncomeLoss,Operating loss,250
    """, [Found("V204", cell(2, 0), "expected -250"), Found("V216", cell(2, 0), "250 is positive")]),
  RuleCase(
    "a line that nobody accounts for",
    """
    concept,label,2003-Q3
    GrossProfit,Gross profit,400
    SellingGeneralAndAdministrativeExpense,SG&A,150
    Gadgets,Gadgets,7
    OperatingIncomeLoss,Operating income,243
    """),
  RuleCase(
    "a condensed statement that leaves lines out",
    """
    concept,label,2003-Q3
    Revenues,Revenues,1000
    GrossProfit,Gross profit,400
    OperatingIncomeLoss,Operating income,243
    IncomeLossBeforeIncomeTaxes,Before taxes,180
    """),
]

private let identities: [RuleCase] = [
  RuleCase(
    "a benefit is added",
    """
    concept,label,2003-Q3
    IncomeLossBeforeIncomeTaxes,Before taxes,-527
    IncomeTaxExpenseBenefit,Taxes,-65
    NetIncomeLoss,Net loss,-462
    """),
  RuleCase(
    "a benefit entered as a provision",
    """
    concept,label,2003-Q3
    IncomeLossBeforeIncomeTaxes,Before taxes,-527
    IncomeTaxExpenseBenefit,Taxes,65
    NetIncomeLoss,Net loss,-462
    """, [Found("V205", cell(1, 0), "expected -65")]),
  RuleCase(
    "what stands between taxes and net income is accounted for",
    """
    concept,label,2003-Q3
    IncomeLossBeforeIncomeTaxes,Before taxes,500
    IncomeTaxExpenseBenefit,Taxes,100
    Gadgets,Minority share,50
    NetIncomeLoss,Net income,350
    """),
  RuleCase(
    "discontinued operations",
    """
    concept,label,2003-Q3
    IncomeLossBeforeIncomeTaxes,Before taxes,500
    IncomeTaxExpenseBenefit,Taxes,100
    IncomeLossFromContinuingOperations,Continuing,400
    IncomeLossFromDiscontinuedOperations,Discontinued,-30
    NetIncomeLoss,Net income,370
    """),
  RuleCase(
    "a sheet that does not balance",
    """
    concept,label,2003-09-30
    Assets,Total assets,8275
    Liabilities,Liabilities,5128
    StockholdersEquity,Equity,3147
    LiabilitiesAndStockholdersEquity,Total,8725
    """, [Found("V204", cell(3, 0), "expected 8,275")]),
  RuleCase(
    "two totals that differ",
    "concept,label,2003-09-30\nAssets,Total assets,8275\nLiabilitiesAndStockholdersEquity,Total,8725",
    [Found("V206", cell(0, 0), "expected 8,725")]),
  RuleCase(
    "gross profit above revenues",
    """
    concept,label,2003-Q3
    Revenues,Revenues,698
    GrossProfit,Gross profit,1022
    """, [Found("V211", cell(1, 0))]),
]

private let perShare: [RuleCase] = [
  // -4,679,000 / 7,754,000 = -0.6034.
  RuleCase("earnings per share follow", earnings("-4679000", "-0.60", "7754000")),
  RuleCase(
    "earnings per share do not follow", earnings("-4679000", "-0.06", "7754000"),
    [Found("V207", cell(1, 0), "expected -0.60")]),
  // 0.605 of 10,000.5 shares, the edge of what 0.60 stands for, are 6,050.3; 6,051 stands for 6,050.5 and more.
  RuleCase("at the edge", earnings("6050", "0.60", "10000")),
  RuleCase(
    "beyond the edge", earnings("6051", "0.60", "10000"), [Found("V207", cell(1, 0), "expected 0.61")]),
  RuleCase("no shares", earnings("100", "0.10", "0"), [Found("V207", cell(1, 0))]),
  RuleCase(
    "a loss told as a profit",
    "concept,label,2003-Q3\nNetIncomeLoss,Net loss,-400\nEarningsPerShareBasic,EPS,0.40",
    [Found("V210", cell(1, 0), "expected -0.40")]),
  RuleCase(
    "preferred dividends come between",
    """
    concept,label,2003-Q3
    NetIncomeLoss,Net income,1000
    Gadgets,Preferred dividends,400
    EarningsPerShareBasic,EPS,0.60
    WeightedAverageSharesBasic,Shares,1000
    """),
  RuleCase(
    "a loss is not diluted",
    "concept,label,2003-Q3\nEarningsPerShareBasic,Basic,-0.04\nEarningsPerShareDiluted,Diluted,-0.03",
    [Found("V208", cell(1, 0), "expected -0.04")]),
  RuleCase(
    "income is diluted",
    "concept,label,2003-Q3\nEarningsPerShareBasic,Basic,0.04\nEarningsPerShareDiluted,Diluted,0.03"),
  RuleCase(
    "diluted above basic",
    "concept,label,2003-Q3\nEarningsPerShareBasic,Basic,0.04\nEarningsPerShareDiluted,Diluted,0.06",
    [Found("V208", cell(1, 0))]),
  RuleCase(
    "fewer diluted shares",
    "concept,label,2003-Q3\nWeightedAverageSharesBasic,Basic,1000\nWeightedAverageSharesDiluted,Diluted,900",
    [Found("V209", cell(1, 0))]),
]

private func earnings(_ income: String, _ perShare: String, _ shares: String) -> String {
  """
  concept,label,2003-Q3
  NetIncomeLoss,Net income (loss),\(income)
  EarningsPerShareBasicAndDiluted,EPS,\(perShare)
  WeightedAverageSharesBasicAndDiluted,Shares,\(shares)
  """
}

private let measures: [RuleCase] = [
  RuleCase("a margin follows", measure("GrossMargin", "28%", "GrossProfit", "28", "Revenues", "100")),
  RuleCase(
    "a margin does not", measure("GrossMargin", "38%", "GrossProfit", "28", "Revenues", "100"),
    [Found("V215", cell(2, 0), "expected 0.28")]),
  // 28.5 of 99.5 are 28.64%, the edge of what 28 and 100 stand for.
  RuleCase("at the edge", measure("GrossMargin", "28.6%", "GrossProfit", "28", "Revenues", "100")),
  RuleCase(
    "beyond the edge", measure("GrossMargin", "28.7%", "GrossProfit", "28", "Revenues", "100"),
    [Found("V215", cell(2, 0), "expected 0.280")]),
  RuleCase(
    "a tenfold margin",
    measure("OperatingMargin", "1.2%", "OperatingIncomeLoss", "12000", "Revenues", "100000"),
    [Found("V215", cell(2, 0), "expected 0.120")]),
  RuleCase(
    "a margin of another line", measure("NetMargin", "12%", "NetIncomeLoss", "9000", "Revenues", "100000"),
    [Found("V215", cell(2, 0), "expected 0.09")]),
  RuleCase("a margin without revenues", "concept,label,2003-Q3\nGrossProfit,G,28\nGrossMargin,M,38%"),
  RuleCase(
    "a margin of revenues of nothing", measure("GrossMargin", "5%", "GrossProfit", "0", "Revenues", "0")),
  RuleCase(
    "a rate of taxes",
    measure(
      "EffectiveTaxRate", "30%", "IncomeTaxExpenseBenefit", "300", "IncomeLossBeforeIncomeTaxes", "1000")),
  RuleCase(
    "another rate",
    measure(
      "EffectiveTaxRate", "35%", "IncomeTaxExpenseBenefit", "300", "IncomeLossBeforeIncomeTaxes", "1000"),
    [Found("V215", cell(2, 0), "expected 0.30")]),
  RuleCase(
    "a benefit of a loss",
    measure(
      "EffectiveTaxRate", "30%", "IncomeTaxExpenseBenefit", "-300", "IncomeLossBeforeIncomeTaxes", "-1000")),
  RuleCase(
    "the same with a sign",
    measure(
      "EffectiveTaxRate", "(30)%", "IncomeTaxExpenseBenefit", "-300", "IncomeLossBeforeIncomeTaxes", "-1000")),
  RuleCase(
    "taxes on a loss",
    measure(
      "EffectiveTaxRate", "(208)%", "IncomeTaxExpenseBenefit", "3160000", "IncomeLossBeforeIncomeTaxes",
      "-1519000")),
  RuleCase(
    "working capital",
    measure("WorkingCapital", "300", "CurrentAssets", "800", "CurrentLiabilities", "500", "2003-09-30")),
  RuleCase(
    "other working capital",
    measure("WorkingCapital", "350", "CurrentAssets", "800", "CurrentLiabilities", "500", "2003-09-30"),
    [Found("V215", cell(2, 0), "expected 300")]),
  RuleCase(
    "a current ratio",
    measure("CurrentRatio", "1.6", "CurrentAssets", "800", "CurrentLiabilities", "500", "2003-09-30")),
  RuleCase(
    "a current ratio upside down",
    measure("CurrentRatio", "0.63", "CurrentAssets", "800", "CurrentLiabilities", "500", "2003-09-30"),
    [Found("V215", cell(2, 0), "expected 1.60")]),
  RuleCase(
    "book value per share",
    measure(
      "BookValuePerShare", "3.15", "StockholdersEquity", "3147", "SharesOutstanding", "1000", "2003-09-30")
  ),
  RuleCase(
    "other book value per share",
    measure(
      "BookValuePerShare", "3.51", "StockholdersEquity", "3147", "SharesOutstanding", "1000", "2003-09-30"),
    [Found("V215", cell(2, 0), "expected 3.15")]),
  RuleCase(
    "free cash flow",
    measure("FreeCashFlow", "600", "CashFromOperatingActivities", "900", "CapitalExpenditures", "300")),
  RuleCase(
    "outlays as a positive amount that was added",
    measure("FreeCashFlow", "1200", "CashFromOperatingActivities", "900", "CapitalExpenditures", "300"),
    [Found("V215", cell(2, 0), "expected 600")]),
  // That a built-in outlay is told below zero is another finding.
  RuleCase(
    "outlays below zero",
    measure("FreeCashFlow", "600", "CashFromOperatingActivities", "900", "CapitalExpenditures", "-300"),
    [Found("V201", cell(1, 0))]),
  RuleCase(
    "a free cash flow that lists what it is made of",
    """
    concept,label,items,2003-Q3
    CashFromOperatingActivities,Operating,,900
    CapitalExpenditures,Capital,,300
    Gadgets,Leases,,-400
    FreeCashFlow,Free cash flow,CashFromOperatingActivities Gadgets,500
    """),
]

private func measure(
  _ name: String, _ value: String, _ first: String, _ a: String, _ second: String, _ b: String,
  _ period: String = "2003-Q3"
) -> String {
  "concept,label,\(period)\n\(first),First,\(a)\n\(second),Second,\(b)\n\(name),Measure,\(value)"
}

private let singleFigures: [RuleCase] = [
  RuleCase("negative revenues", "concept,label,2003-Q3\nRevenues,Revenues,-5", [Found("V201", cell(0, 0))]),
  RuleCase(
    "a factor of a thousand", "concept,label,2003-Q3,2002-Q3\nRevenues,Revenues,6980000,7181",
    [Found("V202", cell(0, 0))]),
  RuleCase("growth is no slip", "concept,label,2003-Q3,2002-Q3\nRevenues,Revenues,6980000,70000"),
  RuleCase(
    "taxes near nothing are no slip",
    """
    concept,label,2003-Q3,2003-Q2,2003-Q1,2002-Q4,2002-Q3
    IncomeTaxExpenseBenefit,Taxes,-44,20435000,9270000,5113000,8000000
    """),
  RuleCase("one amount with odd digits", odd("6980003"), [Found("V214", cell(0, 0))]),
  RuleCase("all amounts alike", odd("6980000")),
  RuleCase(
    "digits below the precision", "concept,label,decimals,2003-Q3\nGadgets,Gadgets,-3,843001",
    [Found("V203", cell(0, 0))]),
  RuleCase("the declared precision", "concept,label,decimals,2003-Q3\nGadgets,Gadgets,-3,843000"),
]

private let columns: [RuleCase] = [
  RuleCase("a year apart", "concept,label,2003-Q3,2002-Q3,2003-9M,2002-9M\nGadgets,Gadgets,1,2,3,4"),
  RuleCase(
    "five quarters", "concept,label,2003-Q3,2003-Q2,2003-Q1,2002-Q4,2002-Q3\nGadgets,Gadgets,1,2,3,4,5"),
  RuleCase("the year's end", "concept,label,2003-09-30,2002-12-31\nCash,Cash,1,2"),
  RuleCase(
    "two years apart", "concept,label,2003-Q3,2001-Q3\nGadgets,Gadgets,1,2",
    [
      Found("V603", .column(release: 0, statement: 0, column: 1), "expected 2002-Q3")
    ]),
  RuleCase(
    "a comparative of another length",
    """
    concept,label,2003-9M,2002-Q3
    Gadgets,Gadgets,5,6
    """,
    [Found("V603", .column(release: 0, statement: 0, column: 1), "expected 2002-9M")]),
  RuleCase(
    "another period", "concept,label,2003-Q2\nGadgets,Gadgets,1",
    [Found("V602", .column(release: 0, statement: 0, column: 0), "2003-Q2 is not 2003-Q3")]),
  RuleCase(
    "headings swapped", "concept,label,2002-Q3,2003-Q3,2003-9M,2002-9M\nGadgets,Gadgets,1,2,3,4",
    [Found("V604", .column(release: 0, statement: 0, column: 1), "the newer of the two")]),
  RuleCase(
    "a comparative that was not replaced",
    """
    concept,label,2003-Q3,2002-Q3
    Revenues,Revenues,10,10
    Gadgets,Gadgets,20,20
    InterestIncome,Interest,30,30
    """, [Found("V605", .column(release: 0, statement: 0, column: 1))]),
]

/// Figures at the ends of what fits: whatever comes out, nothing traps.
private let poisoned: [RuleCase] = [
  RuleCase(
    "eighteen digits add up", sheet(cash: "999999999999999999", total: "999999999999999999"),
    [Found("V204", cell(0, 0), "expected 999,999,999,999,999,799")]),
  RuleCase(
    "eighteen digits times eighteen digits",
    earnings("999999999999999999", "999999999999999.99", "999999999999999999"),
    [Found("V207", cell(1, 0), "expected 1.00")]),
  RuleCase(
    "thousands of billions", sheet(cash: "999999999", total: "999999999"), scale: "billions",
    [Found("V204", cell(0, 0), "expected 999,999,799")]),
]

private func odd(_ value: String) -> String {
  """
  concept,label,2003-Q3,2002-Q3,2003-9M,2002-9M
  Gadgets,Gadgets,\(value),7181000,20848000,20442000
  OtherOperatingExpense,Other,-176000,1022000,1144000,2769000
  """
}
