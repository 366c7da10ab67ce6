import Diagnostics
import Testing

@testable import ReleaseChecks

/// Sentences as earnings releases have them, each beside twins of which the sign, the direction or the number is another.
///
/// A link is written in short: `(NI)` is the net result of the third quarter of 2003, `(NI-)` that of a year earlier and
/// `(NI<)` that of the second quarter; `(growth Rev)` and `(change Rev<)` are calculated from those.
@Suite struct EarningsSentenceTests {
  private static let concepts = [
    "Rev": "Revenues", "Cost": "CostOfRevenue", "GP": "GrossProfit", "RD": "ResearchAndDevelopmentExpense",
    "OI": "OperatingIncomeLoss", "PT": "IncomeLossBeforeIncomeTaxes", "Tax": "IncomeTaxExpenseBenefit",
    "NI": "NetIncomeLoss", "EPS": "EarningsPerShareBasicAndDiluted", "Int": "InterestExpense",
    "CFO": "CashFromOperatingActivities", "GM": "GrossMargin", "OM": "OperatingMargin",
  ]

  static let statement = """
    concept,label,2003-Q3,2003-Q2,2002-Q3
    Revenues,Revenues,8400000,8900000,6000000
    CostOfRevenue,Cost of revenues,5040000,5600000,3750000
    GrossProfit,Gross profit,3360000,3300000,2250000
    ResearchAndDevelopmentExpense,Research and development,400000,500000,800000
    OperatingIncomeLoss,Operating income (loss),300000,-100000,-1200000
    IncomeLossBeforeIncomeTaxes,Income (loss) before income taxes,-200000,100000,500000
    IncomeTaxExpenseBenefit,Provision (benefit) for income taxes,100000,-20000,-65000
    NetIncomeLoss,Net income (loss),-300000,-250000,-1200000
    EarningsPerShareBasicAndDiluted,Basic and diluted earnings (loss) per share,-0.04,-0.03,-0.16
    InterestExpense,Interest expense,90000,80000,30000
    CashFromOperatingActivities,Net cash provided by (used in) operating activities,-150000,200000,600000
    """

  static let figures = """
    GrossMargin,,2003-Q3,0.400,3,
    GrossMargin,,2002-Q3,0.375,3,
    OperatingMargin,,2003-Q3,0.036,3,
    OperatingMargin,,2002-Q3,-0.200,3,
    OrdersGrowth,,2003-Q3,-0.140,3,

    """

  /// `](growth Rev<)` as `](calc:growth(Revenues,2003-Q2))`.
  static func written(_ sentence: String) -> String {
    var parts = sentence.split(separator: "](", omittingEmptySubsequences: false).map(String.init)
    for index in parts.indices.dropFirst() {
      guard let close = parts[index].firstIndex(of: ")") else { continue }
      let words = parts[index][..<close].split(separator: " ")
      guard var name = words.last.map(String.init) else { continue }
      let before = name.hasSuffix("-") ? "2002-Q3" : name.hasSuffix("<") ? "2003-Q2" : nil
      if before != nil { name.removeLast() }
      guard let concept = concepts[name] else { continue }
      let link =
        words.count == 1
        ? "fact:\(concept)" + (before.map { "@\($0)" } ?? "")
        : "calc:\(words[0])(\(concept),\(before ?? "2002-Q3"))"
      parts[index] = link + parts[index][close...]
    }
    return parts.joined(separator: "](")
  }

  static func report(_ sentence: String) -> [String] {
    ProseSite(body: written(sentence), figures: figures, statement: statement).report().findings.map(
      \.code.id)
  }

  @Test(arguments: [
    "The net loss narrowed to [$0.3 million](NI) from [$1.2 million](NI-).",
    "The net loss improved to [$0.3 million](NI) from [$1.2 million](NI-).",
    "Net loss improved from [$1.2 million](NI-) to [$300,000](NI).",
    "The company narrowed its net loss to [$0.3 million](NI) from [$1.2 million](NI-).",
    "The company reduced its net loss from [$1.2 million](NI-) to [$0.3 million](NI).",
    "Acme cut its loss to [$300,000](NI), from [$1,200,000](NI-) a year earlier.",
    "Acme reduced its net loss by [$0.9 million](change NI).",
    "The net loss decreased by [$900,000](change NI) to [$300,000](NI).",
    "The net result improved by [$0.9 million](change NI).",
    "Net loss per share was [$0.04](EPS), compared to a net loss per share of [$0.16](EPS-).",
    "Loss per share narrowed to [4 cents](EPS) from [16 cents](EPS-).",
    "The net loss was [$300,000](NI), or [$0.04](EPS) per share, versus [$1,200,000](NI-), or [$0.16](EPS-) per share, in the third quarter of 2002.",
    "We ended the quarter with a net loss of [$0.3 million](NI), down from [$1.2 million](NI-).",
    "A net loss of [$0.3 million](NI), smaller than the [$1.2 million](NI-) a year ago.",
    "The net loss widened to [$300,000](NI) from [$250,000](NI<) in the second quarter.",
    "The net loss deepened from [$250,000](NI<) to [$300,000](NI).",
    "The net loss increased [$50,000](change NI<) sequentially.",
    "Loss per share rose to [$0.04](EPS) from [$0.03](EPS<).",
    "Operating results improved from a loss of [$1.2 million](OI-) to [$0.3 million](OI).",
    "Operating income improved to [$0.3 million](OI) from a loss of [$1.2 million](OI-).",
    "The company swung to an operating profit of [$0.3 million](OI) from an operating loss of [$1.2 million](OI-).",
    "Acme returned to operating profit in the third quarter from [$1.2 million](OI-) in operating losses.",
    "Acme swung to an operating profit from [$1.2 million](OI-) lost a year earlier.",
    "Acme went from an operating loss last year to [$0.3 million](OI) this year.",
    "Operating results moved from a net loss to [$300,000](OI).",
    "The company turned an operating loss of [$1.2 million](OI-) into operating income of [$0.3 million](OI).",
    "The company turned a loss of [$1.2 million](OI-) to [$0.3 million](OI) within a year.",
    "Operating income was [$0.3 million](OI), compared with an operating loss of [$1.2 million](OI-).",
    "Operating income was [$0.3 million](OI), compared to [$1.2 million](OI-) of operating loss.",
    "Operating income improved by [$1.5 million](change OI).",
    "A swing of [$1.5 million](change OI) from last year's loss.",
    "Income before income taxes of [$500,000](PT-) turned into a loss before income taxes of [$200,000](PT).",
    "The pre-tax result fell from a profit of [$500,000](PT-) to a loss of [$200,000](PT).",
    "The pre-tax result fell from income of [$500,000](PT-) to [$(200,000)](PT).",
    "Operating activities used [$150,000](CFO), whereas they provided [$600,000](CFO-) a year earlier.",
    "Cash used in operating activities was [$150,000](CFO) versus cash provided of [$600,000](CFO-).",
    "An income tax expense of [$100,000](Tax) compared to an income tax benefit of [$65,000](Tax-).",
    "Revenue rose [40%](growth Rev) to [$8.4 million](Rev) from [$6.0 million](Rev-).",
    "Revenues were [$8.4 million](Rev), up [40%](growth Rev) from [$6.0 million](Rev-) in the prior-year quarter.",
    "Revenues of [$8.4 million](Rev) represent an increase of [$2.4 million](change Rev), or [40.0%](growth Rev), over the same quarter of 2002.",
    "Revenue was [$8.4 million](Rev), compared to [$6.0 million](Rev-), an increase of [40%](growth Rev).",
    "Revenue improved [40%](growth Rev).",
    "Cost of revenues rose [34%](growth Cost) to [$5.0 million](Cost), less than revenue did.",
    "Gross profit grew more than [49%](growth GP).",
    "Gross profit climbed by [$1.1 million](change GP) year over year.",
    "Despite a [40%](growth Rev) increase in revenue, costs rose only [34%](growth Cost).",
    "Research and development spending fell to [$0.4 million](RD) from [$0.8 million](RD-).",
    "Research and development expense improved to [$0.4 million](RD) from [$0.8 million](RD-).",
    "Research and development was [50% lower](growth RD).",
    "Research and development improved [50%](growth RD).",
    "A reduction of [$400,000](change RD) in research and development.",
    "Revenue declined sequentially to [$8.4 million](Rev) from [$8.9 million](Rev<).",
    "Sequentially, revenue was off [5.6%](growth Rev<).",
    "Revenue fell [5.6%](growth Rev<) less than expected.",
    "Gross profit increased [49%](growth GP), more than offsetting higher costs.",
    "The fall of [5.6%](growth Rev<) more than offset the savings.",
    "Revenue grew [40%](growth Rev) less than expected.",
    "Revenue rose by a smaller [40%](growth Rev) than hoped for.",
    "Revenue decreased by a more modest [5.6%](growth Rev<).",
    "Gross margin was [40.0%](GM), compared to [37.5%](GM-).",
    "Gross margin expanded [250 basis points](change GM) to [40.0%](GM).",
    "Gross margin improved by [2.5](change GM) percentage points.",
    "Gross margin rose [2.5 percentage points](change GM), from [37.5%](GM-) to [40.0%](GM).",
    "Gross margin increased to [40.0%](GM) of revenue from [37.5%](GM-) of revenue.",
    "Operating margin improved to [3.6%](OM) from [(20.0)%](OM-).",
    "Operating margin rose [23.6 points](change OM).",
    "Orders declined [14.0%](fact:OrdersGrowth).",
    "Negative growth of [14.0%](fact:OrdersGrowth) in orders.",
    "Revenue soared [40%](growth Rev).",
    "Revenue edged up [40%](growth Rev).",
    "Revenue ticked up by [40%](growth Rev).",
    "Revenue surged [40%](growth Rev), jumped [40%](growth Rev), climbed [40%](growth Rev), advanced [40%](growth Rev), expanded [40%](growth Rev) and rebounded [40%](growth Rev).",
    "Revenue slid to [$8.4 million](Rev) from [$8.9 million](Rev<).",
    "A [40%](growth Rev) jump in revenue.",
    "Interest expense [tripled](growth Int).",
    "Interest expense [more than doubled](growth Int).",
    "Research and development [halved](growth RD).",
    "Interest expense tripled to [$90,000](Int) from [$30,000](Int-).",
    "Interest expense tripled, rising [200%](growth Int) to [$90,000](Int).",
    "Orders doubled as revenue rose [40%](growth Rev).",
    "Revenue [doubled](Rev).",
    "Net loss for the third quarter was [$0.3 million](NI), or [$0.04](EPS) per basic and diluted share, compared to a net loss of [$1.2 million](NI-), or [$0.16](EPS-) per share, for the third quarter of 2002.",
    "Net loss totaled [$300,000](NI) against a net loss of [$1,200,000](NI-).",
    "This compares with an operating loss of [$1.2 million](OI-), or [(20.0)%](OM-) of revenue, a year earlier.",
    "Excluding charges, the net loss would have been smaller than [$0.3 million](NI).",
    "Gross profit rose to [$3.4 million](GP), or [40.0%](GM) of revenue, from [$2.3 million](GP-), or [37.5%](GM-) of revenue.",
    "The increase in gross profit to [$3.4 million](GP) from [$2.3 million](GP-) reflects volume.",
    "Lower costs reduced the net loss to [$0.3 million](NI) from [$1.2 million](NI-).",
    "Higher revenue lifted operating income to [$0.3 million](OI).",
    "Losses narrowed for the third straight quarter, to [$0.3 million](NI).",
    "Interest expense was [$90,000](Int), up from [$30,000](Int-).",
    "Interest expense of [$90,000](Int) was higher than the [$30,000](Int-) of a year ago.",
    "The operating loss of the prior year, [$1.2 million](OI-), has become a profit.",
    "Net cash used in operating activities was [$150,000](CFO), compared to net cash provided by operating activities of [$600,000](CFO-) in the prior year.",
    "We generated an operating profit of [$0.3 million](OI) rather than last year's operating loss of [$1.2 million](OI-).",
    "Instead of an operating loss, Acme reports an operating profit of [$0.3 million](OI).",
    "The tax expense of [$100,000](Tax) turned a small loss into a net loss of [$300,000](NI).",
    "Net loss before taxes was [$200,000](PT) compared with pre-tax income of [$500,000](PT-).",
    "Revenue increased [40%](growth Rev) while the net loss fell to [$0.3 million](NI).",
    "While revenue rose, the net loss narrowed by [$0.9 million](change NI).",
    "Revenue grew [40%](growth Rev), and gross profit grew [49%](growth GP), faster than expenses.",
    "The [$0.3 million](OI) operating profit compares favorably with the [$1.2 million](OI-) operating loss of last year.",
    "Sequential revenue was [5.6% lower](growth Rev<), while gross profit improved [1.8%](growth GP<).",
    "Gross profit as a percentage of revenue improved from [37.5%](GM-) to [40.0%](GM), or [250 basis points](change GM).",
    "Gross margin of [40.0%](GM) was [2.5 points](change GM) better than the [37.5%](GM-) of a year ago.",
    "Margins widened by [250 basis points](change GM).",
    "Income taxes rose by [$165,000](change Tax) from a benefit of [$65,000](Tax-) to an expense of [$100,000](Tax).",
    "EPS improved by [12 cents](change EPS), to a loss of [$0.04](EPS) per share from a loss of [$0.16](EPS-) per share.",
    "Per share, the loss was [four cents](EPS).",
    "Loss per share improved [$0.12](change EPS) to [$(0.04)](EPS).",
    "The loss shrank by three quarters, from [$1.2 million](NI-) to [$0.3 million](NI).",
    "A gain on the sale of land reduced the net loss, which was [$0.3 million](NI).",
    "Profit before the loss from discontinued operations was [$0.3 million](OI).",
    "Net income, excluding the operating loss, is not what [$0.3 million](NI) means.",
    "Income after the operating loss for the third quarter of 2002 of [$1.2 million](OI-) recovered.",
    "Operating income recovered after the third quarter's [$1.2 million](OI-) loss in 2002.",
    "Operating income follows last year's [$1.2 million](OI-) loss.",
    "Operating income after last year's [$1.2 million](OI-) was welcome.",
    "After three quarters of losses, Acme earned an operating profit of [$0.3 million](OI).",
    "Operating profit of [$0.3 million](OI) erased the loss for the prior year of [$1.2 million](OI-).",
    "Higher income from services and lower costs led to a net loss of only [$0.3 million](NI).",
    "Acme lost [$0.3 million](NI), after losing [$1.2 million](NI-) in the third quarter of 2002.",
    "We lost [$0.3 million](NI) on revenue of [$8.4 million](Rev), up from [$6.0 million](Rev-).",
    "The net loss of [$0.3 million](NI) on higher revenue was less than the [$1.2 million](NI-) of a year ago.",
    "Net loss decreased to [$0.3 million](NI), or [$0.04](EPS) per share, from [$1.2 million](NI-), or [$0.16](EPS-) per share.",
    "Net loss was [$0.3 million](NI) as compared to [$1.2 million](NI-), a decrease of [$0.9 million](change NI).",
    "Net loss was [$0.3 million](NI) as compared to [$1.2 million](NI-), an improvement of [$0.9 million](change NI).",
    "Pre-tax results declined by [$0.7 million](change PT), from a profit of [$0.5 million](PT-) to a loss of [$0.2 million](PT).",
    "Income before income taxes fell by [$700,000](change PT) to a loss of [$200,000](PT).",
    "Income before taxes swung from [$0.5 million](PT-) to a loss of [$0.2 million](PT).",
    "Operating income increased by [$1.5 million](change OI) from a loss of [$1.2 million](OI-).",
    "Operating income of [$300,000](OI) compares to a loss from operations of [$1,200,000](OI-).",
    "The operating loss narrowed and then became an operating profit of [$0.3 million](OI).",
    "The operating loss became [$0.3 million](OI) of operating income.",
    "The operating loss disappeared: [$0.3 million](OI) was earned.",
    "Research and development decreased [50%](growth RD), or [$400,000](change RD), to [$400,000](RD), compared with [$800,000](RD-).",
    "Spending on research and development was cut in half, to [$0.4 million](RD) from [$0.8 million](RD-).",
    "Research and development fell by half to [$0.4 million](RD) from [$0.8 million](RD-).",
    "Interest expense increased threefold to [$90,000](Int) from [$30,000](Int-).",
    "Interest expense rose by [$60,000](change Int), more than offsetting lower taxes.",
    "Cost of revenues increased [34%](growth Cost), which is less than the [40%](growth Rev) growth in revenue.",
    "Cost of revenues increased [34%](growth Cost), less than the [40%](growth Rev) by which revenue rose.",
    "Gross profit rose faster ([49%](growth GP)) than revenue ([40%](growth Rev)).",
    "Revenue growth of [40%](growth Rev) exceeded growth in costs of [34%](growth Cost).",
    "Revenue growth slowed sequentially: revenue was [5.6%](growth Rev<) lower than in the second quarter.",
    "Gross margin gained [250 basis points](change GM), despite lower prices.",
    "Gross margin was up [250 bps](change GM) year over year at [40.0%](GM).",
    "Gross margin increased [2.5 percentage points](change GM) to [40.0 percent](GM) from [37.5 percent](GM-).",
    "Gross margin improved from [37.5%](GM-) in the third quarter of 2002 to [40.0%](GM) in the third quarter of 2003.",
    "Operating margin improved to [3.6%](OM) from negative [20.0%](OM-).",
    "Operating margin was [3.6%](OM), versus a negative [20.0%](OM-).",
    "Net cash used in operating activities of [$150,000](CFO) reflects higher receivables; in 2002, [$600,000](CFO-) was provided.",
    "Cash flow from operations swung from [$600,000](CFO-) provided to [$150,000](CFO) used.",
    "Operations used cash of [$150,000](CFO) after generating [$600,000](CFO-).",
    "Cash used in operating activities increased to [$150,000](CFO) from cash provided of [$600,000](CFO-).",
    "An effective tax expense of [$0.1 million](Tax) was recorded against a tax benefit of [$65,000](Tax-) in 2002.",
    "Income tax expense increased [$165,000](change Tax).",
    "We recorded income taxes of [$100,000](Tax) on a pre-tax loss of [$200,000](PT).",
    "The loss per share was [$0.04](EPS); the loss per share in the second quarter was [$0.03](EPS<).",
    "Loss per diluted share narrowed by [$0.12](change EPS) to [$0.04](EPS).",
    "On a per-share basis, net loss was [($0.04)](EPS) against [($0.16)](EPS-).",
    "Net (loss) income was [$(0.3) million](NI) and [$(1.2) million](NI-), respectively.",
    "Net losses were [$0.3 million](NI) and [$1.2 million](NI-) for the third quarters of 2003 and 2002, respectively.",
    "Revenues for the third quarters of 2003 and 2002 were [$8.4 million](Rev) and [$6.0 million](Rev-), respectively, an increase of [40%](growth Rev).",
    "Revenue was flat to slightly down at [$8.4 million](Rev) against [$8.9 million](Rev<).",
    "Excluding an income tax benefit of [$65,000](Tax-), the loss in 2002 would have been larger.",
    "Without the tax expense of [$100,000](Tax), the net loss would have been [$0.2 million](PT).",
    "If revenue had not increased [40%](growth Rev), the loss would have grown.",
    "Revenue did not decline but grew [40%](growth Rev).",
    "Far from falling, revenue rose [40%](growth Rev).",
    "The decline in research spending offset revenue that grew [40%](growth Rev).",
    "Expenses fell while revenue, up [40%](growth Rev), rose.",
    "Acme sold more, so revenue rose [40%](growth Rev); it spent [50%](growth RD) less on research.",
    "Volumes were lower; prices rose; revenue was [40% higher](growth Rev).",
    "Management had forecast a loss, but the operating result was [$0.3 million](OI).",
    "The loss was expected to be larger than [$0.3 million](NI).",
    "A profit was expected; the net loss of [$0.3 million](NI) disappointed.",
    "The company reversed an operating loss of [$1.2 million](OI-) to earn [$0.3 million](OI).",
    "Operating income reversed from a loss of [$1.2 million](OI-) to [$0.3 million](OI).",
    "Operating profit before last year's loss of [$1.2 million](OI-) had been better.",
    "Last year's operating loss to this year's [$0.3 million](OI) of operating profit is a swing of [$1.5 million](change OI).",
    "Operating loss: [$(1.2) million](OI-). Operating income: [$0.3 million](OI).",
    "| | Q3 2003 | Q3 2002 |\n|---|---|---|\n| Net loss | [(300,000)](NI) | [(1,200,000)](NI-) |\n| Revenue | [8,400,000](Rev) | [6,000,000](Rev-) |",
    "- Revenue up [40%](growth Rev) to [$8.4 million](Rev)\n- Net loss narrows to [$0.3 million](NI) from [$1.2 million](NI-)\n- Gross margin [40.0%](GM), up [250 basis points](change GM)",
    "## Revenue up [40%](growth Rev)\n\nNet loss of [$0.3 million](NI).",
    "\"We cut our net loss to [$0.3 million](NI),\" said the chief executive, \"from [$1.2 million](NI-).\"",
    "Revenue – up [40%](growth Rev) – and gross profit – up [49%](growth GP) – set records.",
    "Revenue (up [40%](growth Rev)) and research (down [50%](growth RD)).",
    "Revenue was [$8.4 million](Rev) (2002: [$6.0 million](Rev-)), +[40%](growth Rev).",
    "Revenue of [$8.4 million](Rev)/[$6.0 million](Rev-) is a ratio.",
    "Revenue: 2003 [8,400,000](Rev) 2002 [6,000,000](Rev-)",
    "Revenue[^1] of [$8.4](Rev) million.\n\n[^1]: In dollars.",
    "In Q3 [2003 revenue of $8.4 million](Rev) was a record.",
    "See note 3, [$8.4 million](Rev), 2003, 45 pages.",
    "Revenue hit a record [$8.4 million](Rev) 45 days after the merger.",
    "Revenue rose to [$8.4 million](Rev), from 2002's [$6.0 million](Rev-).",
    "Revenue more than made up for costs, [40%](growth Rev) more than last year.",
    "The [40%](growth Rev) increase more than compensated the [34%](growth Cost) increase in costs.",
    "Costs fell short of the [40%](growth Rev) gain in revenue.",
    "Shares fell on news of [40%](growth Rev) growth.",
    "Sales of units fell, and [40%](growth Rev) price increases did the rest.",
    "Prices fell, yet revenue added [40%](growth Rev).",
    "We reduced debt and [40%](growth Rev) was added to revenue.",
    "Inventory dropped as revenue gained [40%](growth Rev).",
    "A drop in demand of a third left revenue up [40%](growth Rev).",
    "The drop, or [5.6%](growth Rev<), in revenue was seasonal.",
    "Lower by [5.6%](growth Rev<) than in the second quarter, revenue still beat last year's.",
    "Revenue lost [5.6%](growth Rev<) from the second quarter.",
    "Net loss rose [$50,000](change NI<) from the second quarter, though it fell [$0.9 million](change NI) from a year earlier.",
    "Net loss, up [$50,000](change NI<) sequentially.",
    "Net loss is [$50,000](change NI<) higher than in the second quarter and [$0.9 million](change NI) lower than a year ago.",
    "Despite an impairment loss, the net result fell by [$50,000](change NI<).",
    "The impairment loss rose, and the net result fell [$50,000](change NI<).",
    "Last year's operating loss to this year's [$0.3 million](OI) of operating profit is a swing.",
    "The net loss amounted to [$0.3 million](NI).",
    "Cost savings brought the net loss to [$0.3 million](NI).",
    "A net loss, from [$1.2 million](NI-) a year ago to [$0.3 million](NI).",
    "The net loss for the third quarter came to [$0.3 million](NI), and that of the second to [$0.25 million](NI<).",
    "Net loss for the quarter was reduced to [$0.3 million](NI) compared to [$1.2 million](NI-) for the same quarter of the prior year.",
    "We reduced our net loss by [$0.9 million](change NI), or three quarters.",
    "The operating result improved by [$1.5 million](change OI), from a loss of [$1.2 million](OI-) to a profit of [$0.3 million](OI).",
    "Operating losses of [$1.2 million](OI-) gave way to an operating profit of [$0.3 million](OI).",
    "Acme reported operating income of [$0.3 million](OI) versus an operating loss of [$1.2 million](OI-), a [$1.5 million](change OI) improvement.",
    "Pre-tax income of [$0.5 million](PT-) declined to a pre-tax loss of [$0.2 million](PT).",
    "Acme slid to a pre-tax loss of [$0.2 million](PT), compared to pre-tax income of [$0.5 million](PT-).",
    "Net loss margins aside, gross margin climbed [250 basis points](change GM) versus the prior year.",
    "Gross margin was [40.0%](GM), an improvement of [2.5](change GM) percentage points over [37.5%](GM-).",
    "Gross margin of [40.0%](GM) compares with [37.5%](GM-), a gain of [250](change GM) basis points.",
    "Loss per share improved to [$0.04](EPS) from [$0.16](EPS-).",
    "The net loss more than halved to [$0.3 million](NI) from [$1.2 million](NI-).",
    "The quarter's net loss was smaller by [$0.9 million](change NI).",
    "Acme posted its smallest net loss in two years, [$0.3 million](NI).",
    "The net loss eased to [$0.3 million](NI) from [$1.2 million](NI-).",
    "The net loss swelled to [$0.3 million](NI) from [$0.25 million](NI<).",
    "Revenue [rose](growth Rev), research [declined](change RD) and the net loss [narrowed](change NI).",
    "Net loss of ([300,000](NI)).",
    "Revenue, ([8,400,000](Rev)), rose.",
    "Operating margin was negative [20.0%](OM-) a year ago.",
    "The operating loss margin was [20.0%](OM-).",
    "The pre-tax margin was [-2.4%](calc:margin(IncomeLossBeforeIncomeTaxes)).",
    "Gross margin was [40%](calc:margin(GrossProfit)).",
    "Net income rose by [$0.9 million](change NI).",
    "Net loss applicable to common shareholders was [$0.3 million](NI), or [$0.04](EPS) per share.",
    "Acme's third-quarter net loss, at [$0.3 million](NI), was the smallest since 2001.",
    "A net loss of about [$300,000](NI) compares with roughly [$1.2 million](NI-) last year.",
    "We narrowed losses by [$0.9 million](change NI) year over year.",
    "The net loss, at [$0.3 million](NI), improved from the [$1.2 million](NI-) reported for the same period of 2002.",
    "The improvement in net loss to [$0.3 million](NI) from [$1.2 million](NI-) is due to revenue.",
    "Net loss for the quarter improved [$0.9 million](change NI) to [$0.3 million](NI), compared to a net loss of [$1.2 million](NI-).",
    "Operating income was [$0.3 million](OI) in the quarter, a positive swing of [$1.5 million](change OI) from an operating loss of [$1.2 million](OI-).",
    "Operating income turned positive at [$0.3 million](OI).",
    "The company reported its first operating profit, [$0.3 million](OI), after losses of [$1.2 million](OI-) and [$0.1 million](OI<).",
    "Pre-tax profit of [$0.5 million](PT-) became a pre-tax loss of [$0.2 million](PT), a decline of [$0.7 million](change PT).",
    "Loss before income taxes was [$0.2 million](PT) compared with income before income taxes of [$0.5 million](PT-) for the comparable quarter.",
    "The provision for income taxes was [$100,000](Tax), compared to a benefit for income taxes of [$65,000](Tax-).",
    "A tax charge of [$0.1 million](Tax) wiped out the profit.",
    "Cash used by operations was [$150,000](CFO).",
    "Net cash provided by operating activities declined from [$600,000](CFO-) to a use of cash of [$150,000](CFO).",
    "Net cash flow from operating activities fell by [$750,000](change CFO).",
    "Gross profit margin expanded to [40.0%](GM) from [37.5%](GM-), or by [250 basis points](change GM), helped by [40%](growth Rev) higher revenue.",
    "Gross profit, at [40.0%](GM) of revenue, was higher than the [37.5%](GM-) of a year ago.",
    "Operating margin was [3.6%](OM) as against a negative margin of [20.0%](OM-).",
    "Operating margin improved [23.6 percentage points](change OM) to [3.6%](OM).",
    "R&D dropped to [4.8%](calc:share(ResearchAndDevelopmentExpense,Revenues)) of revenue from [13.3%](calc:share(ResearchAndDevelopmentExpense@2002-Q3,Revenues@2002-Q3)).",
    "Sequentially, revenue decreased [6 percent](growth Rev<) while gross margin increased.",
    "Interest expense was three times last year's [$30,000](Int-).",
    "Interest expense grew by [$60,000](change Int), or [200%](growth Int), on higher debt.",
    "Interest expense, net of income, increased to [$90,000](Int) from [$30,000](Int-).",
    "Revenue rose [40%](growth Rev) year-over-year and fell [5.6%](growth Rev<) quarter-over-quarter.",
    "Year-over-year revenue growth was [40%](growth Rev), offset by a sequential decline of [5.6%](growth Rev<).",
    "Revenue grew [40%](growth Rev) to [$8.4](Rev) million; costs grew [34%](growth Cost) to [$5.0](Cost) million.",
    "Our revenue growth ([40%](growth Rev)) outpaced cost growth ([34%](growth Cost)).",
    "A [40%](growth Rev) revenue increase more than covered the [34%](growth Cost) rise in costs.",
    "Compared to the prior year, revenue is [$2.4 million](change Rev) higher, costs are [$1.3 million](change Cost) higher, and research is [$0.4 million](change RD) lower.",
    "Lower research spending ([$0.4 million](change RD)) helped.",
    "Higher interest cost us [$60,000](change Int).",
    "Savings of [$0.4 million](change RD) came from research.",
    "The rise in interest of [$60,000](change Int) and the fall in research of [$0.4 million](change RD) nearly cancel.",
    "Total growth, of which [40%](growth Rev) was organic.",
    "Revenue dropped off late but still rose [40%](growth Rev) in all.",
    "Prices, which fell, did not keep revenue from growing [40%](growth Rev).",
    "Unit sales declined; nevertheless, [40%](growth Rev) growth.",
    "We lost a customer and [5.6%](growth Rev<) of revenue.",
    "Revenue less the [$400,000](RD) spent on research is large.",
    "The decline in the dollar added [40%](growth Rev) to revenue.",
    "Revenue went up, not down, [40%](growth Rev).",
    "Net income (loss): [$(0.3) million](NI) versus [$(1.2) million](NI-).",
    "EPS of [$(0.04)](EPS) beat last year's [$(0.16)](EPS-).",
    "Loss per share of [4¢](EPS) and [4 cents](EPS) and [.04 dollars](EPS).",
    "Revenue of [$8.4 million](Rev) was higher than the [$6.0 million](Rev-) of 2002.",
    "Acme lost [$0.3 million](NI) in the quarter.",
    "Acme earned [$0.3 million](OI) in the quarter after losing [$1.2 million](OI-) last year.",
    "Acme never lost [$0.3 million](OI).",
    "The interest earned, [$90,000](Int), is small.",
    "Acme would have earned [$0.3 million](OI) more.",
    "Acme sold land and lost [$0.04](EPS) per share.",
    "Revenue in the quarter, which usually falls, rose [40%](growth Rev).",
    "Revenue, down in every quarter of 2002, is up [40%](growth Rev).",
    "Neither revenue, up [40%](growth Rev), nor costs, up [34%](growth Cost), surprised.",
    "With revenue [40%](growth Rev) above last year's and costs up only [34%](growth Cost), gross profit jumped.",
    "Revenue was [40%](growth Rev) above last year's, not below.",
    "Results ranged from a net loss of [$0.3 million](NI) to an operating profit of [$0.3 million](OI).",
    "From an operating profit of [$0.3 million](OI) to a net loss of [$0.3 million](NI) is a short way.",
    "The loss, net of a gain, was [$0.3 million](NI).",
    "Net loss from continuing operations was [$0.3 million](NI).",
    "Net loss, before extraordinary items, of [$0.3 million](NI).",
    "The income statement shows a loss of [$0.3 million](NI).",
    "Profitability remains the goal: the net loss was [$0.3 million](NI).",
    "Earnings per share: [$(0.04)](EPS). Loss per share: [$0.04](EPS).",
    "Earnings (loss) per share were [$(0.04)](EPS) and [$(0.16)](EPS-).",
    "Losses per share of [$0.04](EPS) and [$0.16](EPS-), respectively.",
    "Operating income (loss) was [$0.3 million](OI) compared to [$(1.2) million](OI-).",
    "Net income/(loss) of [$0.3 million](NI).",
    "Net income or loss, [$0.3 million](NI) this time.",
    "Income from operations rose to [$0.3 million](OI) and, after taxes, the net loss fell to [$0.3 million](NI).",
    "The company increased its income from operations to [$0.3 million](OI), from a loss of [$1.2 million](OI-).",
    "Compared to last year's third-quarter loss, operating income was [$0.3 million](OI).",
    "Net loss in 2003 and 2002 was [$0.3 million](NI) and [$1.2 million](NI-).",
    "Operating cash flow was negative [$150,000](CFO).",
    "Operating activities provided [$600,000](CFO-) last year and used [$150,000](CFO) this year.",
    "Cash of [$150,000](CFO) was used in operations.",
    "The tax benefit, [$65,000](Tax-), compares to a tax provision, [$100,000](Tax).",
    "Tax expense swung from a [$65,000](Tax-) benefit to a [$100,000](Tax) expense.",
    "Doubling output, Acme lifted revenue by [40%](growth Rev).",
    "Acme doubled output; revenue, up [40%](growth Rev), followed.",
    "Output doubled and revenue rose by [40%](growth Rev).",
    "Orders more than doubled, while revenue rose [40%](growth Rev).",
    "Interest doubled in 2002 and rose by [$60,000](change Int) in 2003.",
    "Having doubled, output added [40%](growth Rev) to revenue.",
    "Headcount doubled, by and large, a [40%](growth Rev) increase in revenue.",
    "The net loss, including a gain of [$90,000](Int), was [$0.3 million](NI).",
    "The net loss for the year 2003, was [$0.3 million](NI).",
    "Net loss, after a tax benefit, amounted to [$0.3 million](NI).",
    "Operating income, after losses in the first quarter, was [$0.3 million](OI).",
    "Operating income, despite the loss of the first half, reached [$0.3 million](OI).",
    "Acme had operating income, not a loss, of [$0.3 million](OI).",
    "Acme had an operating profit, its first since the losses of 2001, of [$0.3 million](OI).",
    "Operating income (after a loss of [$1.2 million](OI-)) was [$0.3 million](OI).",
    "Operating income – last year a loss of [$1.2 million](OI-) – was [$0.3 million](OI).",
    "Operating income, last year a loss of [$1.2 million](OI-), was [$0.3 million](OI).",
  ])
  func whatIsSoHolds(_ sentence: String) { #expect(Self.report(sentence) == []) }

  @Test(arguments: [
    ("The net loss widened to [$0.3 million](NI) from [$1.2 million](NI-).", ["V402"]),
    ("The net loss worsened to [$0.3 million](NI) from [$1.2 million](NI-).", ["V402"]),
    ("Net loss deteriorated from [$1.2 million](NI-) to [$300,000](NI).", ["V402"]),
    ("The company widened its net loss to [$0.3 million](NI) from [$1.2 million](NI-).", ["V402"]),
    ("The company increased its net loss from [$1.2 million](NI-) to [$0.3 million](NI).", ["V402"]),
    ("Acme increased its net loss by [$0.9 million](change NI).", ["V402"]),
    ("The net loss grew by [$900,000](change NI) to [$300,000](NI).", ["V402"]),
    ("The net loss decreased by [$800,000](change NI) to [$300,000](NI).", ["V403"]),
    ("The net result worsened by [$0.9 million](change NI).", ["V402"]),
    ("Net loss per share was [$0.04](EPS), compared to net income per share of [$0.16](EPS-).", ["V402"]),
    ("Loss per share increased to [4 cents](EPS) from [16 cents](EPS-).", ["V402"]),
    ("We ended the quarter with a net loss of [$0.3 million](NI), up from [$1.2 million](NI-).", ["V402"]),
    ("A net loss of [$0.3 million](NI), larger than the [$1.2 million](NI-) a year ago.", ["V402"]),
    ("Net income improved to [$0.3 million](NI) from [$1.2 million](NI-).", ["V402", "V402"]),
    ("The net loss narrowed to [$300,000](NI) from [$250,000](NI<) in the second quarter.", ["V402"]),
    ("The net loss shrank from [$250,000](NI<) to [$300,000](NI).", ["V402"]),
    ("The net loss decreased [$50,000](change NI<) sequentially.", ["V402"]),
    ("Loss per share fell to [$0.04](EPS) from [$0.03](EPS<).", ["V402"]),
    ("Operating results improved from a loss of [$1.2 million](OI-) to [$0.4 million](OI).", ["V401"]),
    ("Operating results improved from a profit of [$1.2 million](OI-) to [$0.3 million](OI).", ["V402"]),
    ("Operating income improved to [$0.3 million](OI) from income of [$1.2 million](OI-).", ["V402"]),
    (
      "The operating result improved to a loss of [$0.3 million](OI) from a loss of [$1.2 million](OI-).",
      ["V402"]
    ),
    (
      "The company swung to an operating loss of [$0.3 million](OI) from an operating profit of [$1.2 million](OI-).",
      ["V402", "V402"]
    ),
    (
      "The company turned an operating loss of [$1.2 million](OI-) into an operating loss of [$0.3 million](OI).",
      ["V402"]
    ),
    (
      "Operating income was [$0.3 million](OI), compared with operating income of [$1.2 million](OI-).",
      ["V402"]
    ),
    ("Operating income worsened by [$1.5 million](change OI).", ["V402"]),
    (
      "A loss before income taxes of [$500,000](PT-) turned into income before income taxes of [$200,000](PT).",
      ["V402", "V402"]
    ),
    ("The pre-tax result fell from income of [$500,000](PT-) to income of [$200,000](PT).", ["V402"]),
    ("Cash provided by operating activities was [$150,000](CFO).", ["V402"]),
    (
      "An income tax benefit of [$100,000](Tax) compared to an income tax expense of [$65,000](Tax-).",
      ["V402", "V402"]
    ),
    ("Revenue fell [40%](growth Rev) to [$8.4 million](Rev) from [$6.0 million](Rev-).", ["V402", "V402"]),
    (
      "Revenues were [$8.4 million](Rev), down [40%](growth Rev) from [$6.0 million](Rev-) in the prior-year quarter.",
      ["V402", "V402"]
    ),
    (
      "Revenues were [$8.4 million](Rev), up [41%](growth Rev) from [$6.0 million](Rev-) in the prior-year quarter.",
      ["V403"]
    ),
    (
      "Revenues of [$8.4 million](Rev) represent a decrease of [$2.4 million](change Rev), or [40.0%](growth Rev), over the same quarter of 2002.",
      ["V402", "V402"]
    ),
    (
      "Revenue was [$8.4 million](Rev), compared to [$6.0 million](Rev-), a decrease of [40%](growth Rev).",
      ["V402"]
    ),
    ("Revenue deteriorated [40%](growth Rev).", ["V402"]),
    ("Cost of revenues fell by some [34%](growth Cost).", ["V402"]),
    ("Gross profit shrank more than [49%](growth GP).", ["V402"]),
    ("Gross profit declined by [$1.1 million](change GP) year over year.", ["V402"]),
    ("Research and development spending rose to [$0.4 million](RD) from [$0.8 million](RD-).", ["V402"]),
    ("Research and development was [50% higher](growth RD).", ["V402"]),
    ("An increase of [$400,000](change RD) in research and development.", ["V402"]),
    ("Revenue increased sequentially to [$8.4 million](Rev) from [$8.9 million](Rev<).", ["V402"]),
    ("Gross margin contracted [250 basis points](change GM) to [40.0%](GM).", ["V402"]),
    ("Gross margin declined by [2.5](change GM) percentage points.", ["V402"]),
    (
      "Gross margin fell [2.5 percentage points](change GM), from [37.5%](GM-) to [40.0%](GM).",
      ["V402", "V402"]
    ),
    ("Gross margin decreased to [40.0%](GM) of revenue from [37.5%](GM-) of revenue.", ["V402"]),
    ("Operating margin was [-3.6%](OM).", ["V402"]),
    ("Orders rebounded [14.0%](fact:OrdersGrowth).", ["V402"]),
    ("Revenue tumbled [40%](growth Rev).", ["V402"]),
    ("Revenue plunged [40%](growth Rev).", ["V402"]),
    ("Revenue slid by [40%](growth Rev).", ["V402"]),
    ("Revenue sank [40%](growth Rev).", ["V402"]),
    ("Revenue edged down [40%](growth Rev).", ["V402"]),
    ("Revenue ticked lower by [40%](growth Rev).", ["V402"]),
    ("Revenue slipped [40%](growth Rev).", ["V402"]),
    ("Revenue shrank [40%](growth Rev).", ["V402"]),
    ("Revenue contracted by [40%](growth Rev).", ["V402"]),
    ("Revenue eased [40%](growth Rev).", ["V402"]),
    ("Revenue dipped about [40%](growth Rev).", ["V402"]),
    ("Revenue plummeted [40%](growth Rev).", ["V402"]),
    ("Revenue slumped [40%](growth Rev).", ["V402"]),
    ("Revenue retreated [40%](growth Rev).", ["V402"]),
    ("Research and development surged [50%](growth RD).", ["V402"]),
    ("Research and development jumped [50%](growth RD).", ["V402"]),
    ("Research and development climbed [50%](growth RD).", ["V402"]),
    ("Research and development advanced [50%](growth RD).", ["V402"]),
    ("Research and development expanded [50%](growth RD).", ["V402"]),
    ("Research and development rebounded [50%](growth RD).", ["V402"]),
    ("Research and development soared [50%](growth RD).", ["V402"]),
    ("Revenue soared to [$8.4 million](Rev) from [$8.9 million](Rev<).", ["V402"]),
    ("A [40%](growth Rev) drop in revenue.", ["V402"]),
    ("A [40%](growth Rev) slump in revenue.", ["V402"]),
    ("Revenue [more than doubled](growth Rev).", ["V403"]),
    ("Revenue [doubled](growth Rev).", ["V403"]),
    ("Revenue more than [doubled](growth Rev).", ["V403"]),
    ("Interest expense [quadrupled](change Int).", ["V403"]),
    ("Revenue [halved](growth Rev).", ["V403"]),
    ("Revenue more than doubled to [$8.4 million](Rev) from [$6.0 million](Rev-).", ["V402"]),
    ("Interest expense quadrupled to [$90,000](Int) from [$30,000](Int-).", ["V402"]),
    ("Interest expense halved to [$90,000](Int) from [$30,000](Int-).", ["V402"]),
    ("Revenue more than doubled, rising [40%](growth Rev) to [$8.4 million](Rev).", ["V403"]),
    ("Revenue doubled to [$8.4 million](Rev), an increase of [40%](growth Rev).", ["V403"]),
    (
      "The decrease in gross profit to [$3.4 million](GP) from [$2.3 million](GP-) reflects volume.", ["V402"]
    ),
    ("Higher costs raised the net loss to [$0.3 million](NI) from [$1.2 million](NI-).", ["V402"]),
    ("Interest expense was [$90,000](Int), down from [$30,000](Int-).", ["V402"]),
    (
      "Net cash provided by operating activities was [$150,000](CFO), compared to net cash used in operating activities of [$600,000](CFO-) in the prior year.",
      ["V402", "V402"]
    ),
    (
      "The [$0.3 million](OI) operating loss compares with the [$1.2 million](OI-) operating loss of last year.",
      ["V402"]
    ),
    (
      "Sequential revenue was [5.6% higher](growth Rev<), while gross profit improved [1.8%](growth GP<).",
      ["V402"]
    ),
    (
      "Gross margin of [40.0%](GM) was [2.5 points](change GM) lower than the [37.5%](GM-) of a year ago.",
      ["V402"]
    ),
    ("Margins narrowed by [250 basis points](change GM).", ["V402"]),
    ("The loss grew by three quarters, from [$1.2 million](NI-) to [$0.3 million](NI).", ["V402"]),
    ("Interest expense [quadrupled](growth Int).", ["V403"]),
    ("Interest expense [nearly doubled](growth Int).", ["V403"]),
    ("Gross margin expanded [230 basis points](change GM) to [40.0%](GM).", ["V403"]),
    ("Interest expense more than quadrupled to [$90,000](Int) from [$30,000](Int-).", ["V402"]),
    (
      "Net loss increased to [$0.3 million](NI), or [$0.04](EPS) per share, from [$1.2 million](NI-), or [$0.16](EPS-) per share.",
      ["V402"]
    ),
    (
      "Net loss was [$0.3 million](NI) as compared to [$1.2 million](NI-), an increase of [$0.9 million](change NI).",
      ["V402"]
    ),
    ("Gross margin was down [250 bps](change GM) year over year at [40.0%](GM).", ["V402"]),
    (
      "Gross margin fell from [37.5%](GM-) in the third quarter of 2002 to [40.0%](GM) in the third quarter of 2003.",
      ["V402"]
    ),
    ("Loss per diluted share widened by [$0.12](change EPS) to [$0.04](EPS).", ["V402"]),
    (
      "Net profits were [$0.3 million](NI) and [$1.2 million](NI-) for the third quarters of 2003 and 2002, respectively.",
      ["V402", "V402"]
    ),
    ("- Revenue down [40%](growth Rev) to [$8.4 million](Rev)\n- Gross margin [40.0%](GM)", ["V402"]),
    ("Revenue (down [40%](growth Rev)) and research (down [50%](growth RD)).", ["V402"]),
    ("Revenue was [$8.4 million](Rev) (2002: [$6.0 million](Rev-)), -[40%](growth Rev).", ["V402"]),
    ("Net loss, down [$50,000](change NI<) sequentially.", ["V402"]),
    (
      "Net loss is [$50,000](change NI<) lower than in the second quarter and [$0.9 million](change NI) higher than a year ago.",
      ["V402", "V402"]
    ),
    (
      "Net loss decreased to [$300,000](NI), or [$0.04](EPS) per share, from [$250,000](NI<), or [$0.03](EPS<) per share.",
      ["V402"]
    ),
    ("The net income amounted to [$0.3 million](NI).", ["V402"]),
    ("Cost savings brought net income to [$0.3 million](NI).", ["V402"]),
    ("The net loss of [$0.3 million](NI) compares to a profit of [$1.2 million](NI-).", ["V402"]),
    ("We widened our net loss by [$0.9 million](change NI), or three quarters.", ["V402"]),
    (
      "The operating result improved by [$1.5 million](change OI), from a profit of [$1.2 million](OI-) to a loss of [$0.3 million](OI).",
      ["V402", "V402"]
    ),
    (
      "Acme reported operating income of [$0.3 million](OI) versus an operating loss of [$1.2 million](OI-), a [$1.5 million](change OI) deterioration.",
      ["V402"]
    ),
    (
      "Acme rose to a pre-tax profit of [$0.2 million](PT), compared to a pre-tax loss of [$0.5 million](PT-).",
      ["V402", "V402"]
    ),
    (
      "Net loss margins aside, gross margin slid [250 basis points](change GM) versus the prior year.",
      ["V402"]
    ),
    (
      "Gross margin was [40.0%](GM), a decline of [2.5](change GM) percentage points from [37.5%](GM-).",
      ["V402"]
    ),
    (
      "Gross margin of [40.0%](GM) compares with [37.5%](GM-), a gain of [25](change GM) basis points.",
      ["V403"]
    ),
    (
      "Gross margin of [40.0%](GM) compares with [37.5%](GM-), a gain of [25](change GM) percentage points.",
      ["V403"]
    ),
    ("Loss per share worsened to [$0.04](EPS) from [$0.16](EPS-).", ["V402"]),
    ("The net loss nearly halved to [$0.3 million](NI) from [$1.2 million](NI-).", ["V402"]),
    ("The net loss doubled to [$0.3 million](NI) from [$1.2 million](NI-).", ["V402"]),
    ("The quarter's net loss was larger by [$0.9 million](change NI).", ["V402"]),
    ("The net loss eased to [$0.3 million](NI) from [$0.25 million](NI<).", ["V402"]),
    ("Revenue [fell](growth Rev) and [improved](change Rev).", ["V402"]),
    ("The net loss [widened](change NI).", ["V402"]),
    ("Revenue of ([$8.4 million](Rev)).", ["V402"]),
    ("Revenue of ([8,400,000](Rev)).", ["V402"]),
    ("Operating margin was [20.0%](OM-) a year ago.", ["V402"]),
    ("The gross margin was [2.4%](calc:margin(IncomeLossBeforeIncomeTaxes)).", ["V402"]),
    ("Net income fell by [$0.9 million](change NI).", ["V402"]),
    ("We widened losses by [$0.9 million](change NI) year over year.", ["V402"]),
    (
      "The deterioration in net loss to [$0.3 million](NI) from [$1.2 million](NI-) is due to revenue.",
      ["V402"]
    ),
    (
      "Net loss for the quarter worsened [$0.9 million](change NI) to [$0.3 million](NI), compared to a net loss of [$1.2 million](NI-).",
      ["V402"]
    ),
    ("Pre-tax profit of [$0.5 million](PT-) became a pre-tax profit of [$0.2 million](PT).", ["V402"]),
    (
      "Income before income taxes was [$0.2 million](PT) compared with loss before income taxes of [$0.5 million](PT-) for the comparable quarter.",
      ["V402", "V402"]
    ),
    (
      "The provision for income taxes was [$100,000](Tax), compared to a provision for income taxes of [$65,000](Tax-).",
      ["V402"]
    ),
    ("Gross profit, at [40.0%](GM) of revenue, was lower than the [37.5%](GM-) of a year ago.", ["V402"]),
    ("Operating margin worsened [23.6 percentage points](change OM) to [3.6%](OM).", ["V402"]),
    (
      "Interest expense fell by [$60,000](change Int), or [200%](growth Int), on higher debt.",
      ["V402", "V402"]
    ),
    (
      "Revenue fell [40%](growth Rev) year-over-year and rose [5.6%](growth Rev<) quarter-over-quarter.",
      ["V402", "V402"]
    ),
    (
      "Year-over-year revenue growth was [40%](growth Rev), offset by sequential growth of [5.6%](growth Rev<).",
      ["V402"]
    ),
    ("Our revenue decline ([40%](growth Rev)) outpaced cost growth ([34%](growth Cost)).", ["V402"]),
    (
      "Compared to the prior year, revenue is [$2.4 million](change Rev) lower, costs are [$1.3 million](change Cost) lower, and research is [$0.4 million](change RD) higher.",
      ["V402", "V402", "V402"]
    ),
    ("Loss per share of [4p](EPS).", ["V405"]),
    ("Revenue of [$8.4 million](Rev) was lower than the [$6.0 million](Rev-) of 2002.", ["V402"]),
    ("Acme earned [$0.3 million](NI) in the quarter.", ["V402"]),
    ("Acme lost about [$0.3 million](OI) in the quarter.", ["V402"]),
    ("Acme lost [$0.3 million](OI) in the quarter after earning [$1.2 million](OI-) last year.", ["V402"]),
    (
      "Operating activities used [$600,000](CFO-) last year and provided [$150,000](CFO) this year.",
      ["V402", "V402"]
    ),
    ("The tax benefit, [$100,000](Tax), is large.", ["V402"]),
    ("The net income for the year 2003, was [$0.3 million](NI).", ["V402"]),
  ])
  func itsTwinsAreReported(_ sentence: String, _ expected: [String]) {
    #expect(Self.report(sentence) == expected)
  }
}
