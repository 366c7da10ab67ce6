import Diagnostics
import Testing

@testable import ReleaseChecks

/// Figures after a label, in the cells of tables, and levels that words of direction lead to.
///
/// The sample release has revenue of 6,980,000 after 7,181,000, a gross loss of 176,000 after a profit of 1,022,000, an
/// operating loss of 890,000 after a profit, and a net loss of 4,679,000 after one of 462,000.
@Suite struct LabelledFigureTests {
  @Test(arguments: [
    "Gross profit: [$176,000](fact:GrossProfit)", "**Gross profit:** [$176,000](fact:GrossProfit)",
    "- Gross profit for the third quarter: [$176,000](fact:GrossProfit)",
    "Gross loss: [$1,022,000](fact:GrossProfit@2002-Q3)", "Net income: $[4,679,000](fact:NetIncomeLoss)",
    "Net income attributable to shareholders: [$4,679,000](fact:NetIncomeLoss)",
    "Income from operations: [$890,000](fact:OperatingIncomeLoss)",
    "Increase in revenue: [2.8%](calc:growth(Revenues,2002-Q3))",
    "Revenue growth: [2.8%](calc:growth(Revenues,2002-Q3))",
    "Increase: [$201,000](calc:change(Revenues,2002-Q3))",
    "Revenue up: [2.8%](calc:growth(Revenues,2002-Q3))",
    "| | Q3 |\n|---|---|\n| Gross profit | [$176,000](fact:GrossProfit) |\n",
    "| | Q3 |\n|---|---|\n| **Net income** | $ [4,679,000](fact:NetIncomeLoss) |\n",
    "| | Q3 | 2002 |\n|---|---|---|\n| Gross loss | - | [$1,022,000](fact:GrossProfit@2002-Q3) |\n",
    "| | Q3 |\n|---|---|\n| Increase in revenue | [2.8%](calc:growth(Revenues,2002-Q3)) |\n",
    "Line | Q3\n---|---\nGross profit | [$176,000](fact:GrossProfit)\n",
    "Gross profit (loss): [$(1,022,000)](fact:GrossProfit@2002-Q3)",
  ])
  func aLabelGivesASign(_ body: String) { #expect(codes(body) == ["V402"]) }

  @Test(arguments: [
    "Gross loss: [$176,000](fact:GrossProfit)", "**Gross loss:** [$176,000](fact:GrossProfit)",
    "Gross profit: [$(176,000)](fact:GrossProfit)", "Gross profit (loss): [$(176,000)](fact:GrossProfit)",
    "Gross profit: [$1,022,000](fact:GrossProfit@2002-Q3)", "Net loss: $[4,679,000](fact:NetIncomeLoss)",
    "Net loss attributable to shareholders: [$4,679,000](fact:NetIncomeLoss)",
    "Loss from operations: [$890,000](fact:OperatingIncomeLoss)",
    "Decrease in revenue: [2.8%](calc:growth(Revenues,2002-Q3))",
    "Increase (decrease) in revenue: [(2.8)%](calc:growth(Revenues,2002-Q3))",
    "Change in revenue: [-2.8%](calc:growth(Revenues,2002-Q3))",
    "Increase in prices: [2.8%](calc:growth(Revenues,2002-Q3))",
    "Revenue: [$6,980,000](fact:Revenues)\nNet loss: [$4,679,000](fact:NetIncomeLoss)",
    "- Net income: none\n- Total: [$4,679,000](fact:NetIncomeLoss)",
    "| | Q3 |\n|---|---|\n| Gross loss | [$176,000](fact:GrossProfit) |\n",
    "| | Q3 | 2002 |\n|---|---|---|\n| Gross profit (loss) | [(176,000)](fact:GrossProfit) | [1,022,000](fact:GrossProfit@2002-Q3) |\n",
    "| | Q3 | 2002 |\n|---|---|---|\n| Gross profit | [(176,000)](fact:GrossProfit) | [1,022,000](fact:GrossProfit@2002-Q3) |\n",
    "| Income | |\n|---|---|\n| [$4,679,000](fact:NetIncomeLoss) | was lost |\n",
    "| | Q3 |\n|---|---|\n| Gross profit | none |\n| The quarter | [$176,000](fact:GrossProfit) |\n",
    "| | Q3 |\n|---|---|\n| Decrease in revenue | [2.8%](calc:growth(Revenues,2002-Q3)) |\n",
    "Line | Q3\n---|---\nGross loss | [$176,000](fact:GrossProfit)\n",
    "Gross loss (profit): [$(1,022,000)](fact:GrossProfit@2002-Q3)",
    "Income tax benefit (expense): [$(3,160,000)](fact:IncomeTaxExpenseBenefit)",
    "| | Q3 | 2002 |\n|---|---|---|\n| Gross loss (profit) | [176,000](fact:GrossProfit) | [(1,022,000)](fact:GrossProfit@2002-Q3) |\n",
    "| | 2002 | Q3 |\n|---|---|---|\n| Gross loss in quarter, profit last year | [1,022,000](fact:GrossProfit@2002-Q3) | [176,000](fact:GrossProfit) |\n",
  ])
  func aLabelThatFitsHolds(_ body: String) { #expect(codes(body) == []) }

  @Test(arguments: [
    "Revenue rose to [$6,980,000](fact:Revenues).",
    "Revenue increased materially to [$6,980,000](fact:Revenues).",
    "In the third quarter revenue grew sharply to [$6,980,000](fact:Revenues), on more orders.",
    "Revenue rose to [$6,980,000](fact:Revenues) from a year earlier.",
    "The net loss fell to [$4,679,000](fact:NetIncomeLoss).",
    "The net loss narrowed to [$4,679,000](fact:NetIncomeLoss).",
    "Interest expense declined to [$30,000](fact:InterestExpense).",
  ])
  func aLevelWentTheWayItsWordSays(_ body: String) { #expect(codes(body) == ["V402"]) }

  @Test(arguments: [
    "Revenue fell to [$6,980,000](fact:Revenues).",
    "Revenue decreased slightly to [$6,980,000](fact:Revenues).",
    "Revenue rose to [$6,980,000](fact:Revenues) from the second quarter.",
    "Revenue rose sequentially to [$6,980,000](fact:Revenues).",
    "Compared with the second quarter, revenue rose to [$6,980,000](fact:Revenues).",
    "Revenue recovered to [$6,980,000](fact:Revenues).",
    "Revenue was not expected to rise to [$6,980,000](fact:Revenues).",
    "Revenue could rise to [$7,181,000](fact:Revenues@2002-Q3) again.",
    "Revenue rose to [$7,181,000](fact:Revenues@2002-Q3) in 2002.",
    "Revenue rose to [$7,181,000](fact:Revenues@2002-Q3) in 2002 and fell to [$6,980,000](fact:Revenues).",
    "The net loss rose to [$4,679,000](fact:NetIncomeLoss).",
    "The net loss widened to [$4,679,000](fact:NetIncomeLoss).",
    "The result fell to [$(176,000)](fact:GrossProfit).",
    "Interest expense rose to [$30,000](fact:InterestExpense).",
    "Orders rose. Revenue came to [$6,980,000](fact:Revenues).",
  ])
  func aLevelWithAnotherBaseOrNoneHolds(_ body: String) { #expect(codes(body) == []) }

  @Test func aLevelIsHeldAgainstEachFigureThatTheStatementComparesItWith() {
    var site = ProseSite()
    site.statement = """
      concept,label,2003-Q3,2003-Q2,2002-Q3
      Revenues,Revenues,6980000,6500000,7181000
      GrossProfit,Gross profit,900000,1000000,1022000
      """
    func codes(_ body: String) -> [String] {
      site.body = body
      return site.report().findings.map(\.code.id)
    }
    #expect(codes("Revenue rose to [$6,980,000](fact:Revenues).") == [])
    #expect(codes("Revenue fell to [$6,980,000](fact:Revenues).") == [])
    #expect(codes("Gross profit rose to [$900,000](fact:GrossProfit).") == ["V402"])
    #expect(codes("Gross profit fell to [$900,000](fact:GrossProfit).") == [])
  }

  @Test(arguments: [
    "Gross margin was [2.5%](calc:margin(GrossProfit)).",
    "The net loss was [$4,679,000](fact:NetIncomeLoss). Gross margin was [2.5%](calc:margin(GrossProfit)).",
    "The net loss was [$4,679,000](fact:NetIncomeLoss), and gross margin was [2.5%](calc:margin(GrossProfit)).",
    "A net loss of [$4,679,000](fact:NetIncomeLoss) and a gross margin of [2.5%](calc:margin(GrossProfit)) followed.",
    "Operating margin of [12.8%](calc:margin(OperatingIncomeLoss)) and a net loss of [$4,679,000](fact:NetIncomeLoss).",
  ])
  func aMarginBelowZeroHasAMinus(_ body: String) { #expect(codes(body).filter { $0 == "V402" } == ["V402"]) }

  @Test(arguments: [
    "Gross margin was [-2.5%](calc:margin(GrossProfit)).",
    "Gross margin was negative [2.5%](calc:margin(GrossProfit)).",
    "The gross loss was [$176,000](fact:GrossProfit), or [2.5%](calc:share(GrossProfit,Revenues)) of revenue.",
    "The gross loss was [$176,000](fact:GrossProfit), which is [2.5%](calc:margin(GrossProfit)) of revenue.",
    "The operating loss of [$890,000](fact:OperatingIncomeLoss), [12.8%](calc:margin(OperatingIncomeLoss)) of revenue, grew.",
    "Gross margin was [2.5%](calc:margin(GrossProfit)) below zero.",
    "The U.S. gross loss came to [2.5%](calc:margin(GrossProfit)) of revenue.",
    "Gross margin was [14.2%](calc:margin(GrossProfit@2002-Q3)).",
    "The gross loss was [$176,000](fact:GrossProfit), a margin of [2.5%](calc:margin(GrossProfit)).",
  ])
  func aMarginThatWordsCallNegativeHolds(_ body: String) { #expect(codes(body) == []) }

  /// Growth from one loss to another has a meaning where the words call them losses, and is printed with either sign.
  @Test(arguments: [
    ("| | Change |\n|---|---|\n| Net loss | [%](calc:growth(NetIncomeLoss,2002-Q3)) |\n", []),
    (
      "| | Q3 | Change |\n|---|---|---|\n| Net loss | [$4,679,000](fact:NetIncomeLoss) | [%](calc:growth(NetIncomeLoss,2002-Q3)) |\n",
      []
    ),
    ("- Net loss: [%](calc:growth(NetIncomeLoss,2002-Q3))", []),
    ("The net loss widened [%](calc:growth(NetIncomeLoss,2002-Q3)).", []),
    ("The net loss for the quarter grew by [%](calc:growth(NetIncomeLoss,2002-Q3)).", []),
    ("| | Change |\n|---|---|\n| Net income (loss) | [%](calc:growth(NetIncomeLoss,2002-Q3)) |\n", ["V404"]),
    ("| | Change |\n|---|---|\n| Net income | [%](calc:growth(NetIncomeLoss,2002-Q3)) |\n", ["V404"]),
    ("| | Change |\n|---|---|\n| Result | [%](calc:growth(NetIncomeLoss,2002-Q3)) |\n", ["V404"]),
    ("It earned [%](calc:growth(NetIncomeLoss,2002-Q3)) more.", ["V404"]),
    ("A [%](calc:growth(NetIncomeLoss,2002-Q3)) increase in net loss followed.", []),
    ("An increase of [%](calc:growth(NetIncomeLoss,2002-Q3)) in net loss followed.", []),
    ("A [%](calc:growth(NetIncomeLoss,2002-Q3)) increase in net income followed.", ["V404"]),
    ("The net loss was [$4,679,000](fact:NetIncomeLoss), up [%](calc:growth(NetIncomeLoss,2002-Q3)).", []),
    (
      "The net loss of [$4,679,000](fact:NetIncomeLoss) was [%](calc:growth(NetIncomeLoss,2002-Q3)) more than a year ago.",
      []
    ),
    ("- Net loss: [$4,679,000](fact:NetIncomeLoss), up [%](calc:growth(NetIncomeLoss,2002-Q3))", []),
    (
      "The net loss was [$4,679,000](fact:NetIncomeLoss), and earnings rose [%](calc:growth(NetIncomeLoss,2002-Q3)).",
      ["V404"]
    ),
    (
      "The net loss was [$4,679,000](fact:NetIncomeLoss). It rose [%](calc:growth(NetIncomeLoss,2002-Q3)).",
      ["V404"]
    ),
    // From a loss to a profit.
    ("The gross loss changed by [%](calc:growth(GrossProfit@2002-Q3,2003-Q3)).", ["V404"]),
  ])
  func growthOfALossIsCalledOne(_ body: String, _ expected: [String]) {
    for literal in ["913%", "(913)%", "+913%", "-912.8%"] {
      #expect(codes(body.replacing("%]", with: literal + "]")) == expected, "\(literal)")
    }
  }

  @Test(arguments: [
    ("The net loss narrowed [913%](calc:growth(NetIncomeLoss,2002-Q3)).", ["V402"]),
    ("The net loss widened [813%](calc:growth(NetIncomeLoss,2002-Q3)).", ["V403"]),
    ("| | Change |\n|---|---|\n| Net loss | [(813)%](calc:growth(NetIncomeLoss,2002-Q3)) |\n", ["V403"]),
    ("The net loss fell by [913%](calc:growth(NetIncomeLoss,2002-Q3)).", ["V402"]),
    (
      "The net loss was [$4,679,000](fact:NetIncomeLoss), down [913%](calc:growth(NetIncomeLoss,2002-Q3)).",
      ["V402"]
    ),
    ("A [813%](calc:growth(NetIncomeLoss,2002-Q3)) increase in net loss followed.", ["V403"]),
    ("Negative gross profit of [$176,000](fact:GrossProfit) followed.", []),
    ("Gross profit of [$176,000](fact:GrossProfit) followed.", ["V402"]),
  ])
  func growthOfALossIsHeld(_ body: String, _ expected: [String]) { #expect(codes(body) == expected) }

  @Test func aNumberOfSharesIsNoAmount() {
    #expect(codes("There are [6,980,000](fact:Revenues) shares outstanding.") == ["V405"])
    #expect(codes("There are [6,980,000 shares](fact:Revenues).") == ["V405"])
    #expect(
      codes("There are [7,754,000](fact:WeightedAverageSharesBasicAndDiluted) shares outstanding.") == [])
    #expect(codes("Revenue: [6,980,000](fact:Revenues); shares follow.") == [])
  }
}
