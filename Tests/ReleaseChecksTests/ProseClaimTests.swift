import Diagnostics
import Testing

@testable import ReleaseChecks

@Suite struct ProseClaimTests {
  @Test(arguments: [
    "Revenue was [$6,980,000](fact:Revenues).",
    "Revenue was [$6.98 million](fact:Revenues) or [$7.0 million](fact:Revenues) or [$7 million](fact:Revenues).",
    "Revenue was $[6.98](fact:Revenues) million.",
    "Revenue was [6,980,000](fact:Revenues) dollars.",
    "Revenue was TUSD [6,980](fact:Revenues) or [$6.98 mn](fact:Revenues) or $m [6.98](fact:Revenues).",
    "Revenue was [6.98](fact:Revenues) Mio. USD, or [$6,980 k](fact:Revenues), or [0.00698 bn](fact:Revenues) USD.",
    "Revenue was approximately [$7,000,000](fact:Revenues).",
    "Revenue was more than [$6.9 million](fact:Revenues) and nearly [$7 million](fact:Revenues).",
    "Revenue topped [$6.9 million](fact:Revenues), but was at most [$7 million](fact:Revenues).",
    "A net loss of [$4,679,000](fact:NetIncomeLoss).",
    "A net loss of [$(4,679,000)](fact:NetIncomeLoss).",
    "The net loss for the third quarter of 2003 was [$4.7 million](fact:NetIncomeLoss), or [$.60](fact:EarningsPerShareBasicAndDiluted) per share.",
    "The third quarter's net loss had the same amount, [$4,679,000](fact:NetIncomeLoss).",
    "Net income (loss) was [$(4,679,000)](fact:NetIncomeLoss).",
    "Net income (loss) was [$4,679,000](fact:NetIncomeLoss).",
    "It was a [$4.7 million](fact:NetIncomeLoss) net loss.",
    "Instead of a net income, [$4,679,000](fact:NetIncomeLoss) was lost.",
    "After last year's income, the result, [$4,679,000](fact:NetIncomeLoss), disappoints.",
    "Losses after the income of the customer were [$4,679,000](fact:NetIncomeLoss).",
    "[60 cents](fact:EarningsPerShareBasicAndDiluted) per share were lost.",
    "A loss of [$.60](fact:EarningsPerShareBasicAndDiluted) per share.",
    "The income tax benefit was [$65,000](fact:IncomeTaxExpenseBenefit@2002-Q3).",
    "The provision for income taxes was [$3,160,000](fact:IncomeTaxExpenseBenefit).",
    "Income tax expense of [$3.2 million](fact:IncomeTaxExpenseBenefit).",
    "A loss before income taxes of [$1,519,000](fact:IncomeLossBeforeIncomeTaxes).",
    "A gross profit of [$1,022,000](fact:GrossProfit@2002-Q3) turned into a gross loss of [$176,000](fact:GrossProfit).",
    "Despite an impairment loss, interest was [$30,000](fact:InterestExpense).",
    "There were [7,754,000](fact:WeightedAverageSharesBasicAndDiluted) or [7.75 million](fact:WeightedAverageSharesBasicAndDiluted) shares.",
    "Revenue fell [2.8%](calc:growth(Revenues,2002-Q3)), is [2.8% less](calc:growth(Revenues)) and [3 percent lower](calc:growth(Revenues)).",
    "Revenue fell [$201,000](calc:change(Revenues,2002-Q3)), or [2.8%](calc:growth(Revenues,2002-Q3)).",
    "A decline of [(2.8)%](calc:growth(Revenues,2002-Q3)) and of [-2.8%](calc:growth(Revenues,2002-Q3)).",
    "The net loss increased by [$4,217,000](calc:change(NetIncomeLoss,2002-Q3)).",
    "Together [$14,161,000](calc:sum(Revenues,Revenues@2002-Q3)).",
    "The gross margin was [-2.5%](calc:margin(GrossProfit)) after [14.2%](calc:margin(GrossProfit@2002-Q3)).",
    "A ratio of [0.97](calc:ratio(Revenues,Revenues@2002-Q3)) or [97%](calc:ratio(Revenues,Revenues@2002-Q3)).",
    "Rounded: [$201,000](calc:change(Revenues,2002-Q3)).",
    "Revenue [doubled](fact:Revenues).",
    "| Revenue | [6,980,000](fact:Revenues) |\n|---|---|\n| Loss | [(4,679,000)](fact:NetIncomeLoss) |",
    "The **net loss** of *[$4,679,000](fact:NetIncomeLoss)*.",
    "Revenue was [$6,980,000][r].\n\n[r]: fact:Revenues",
  ])
  func holds(_ body: String) { #expect(codes(body) == []) }

  @Test(arguments: [
    ("Revenue was [$6,990,000](fact:Revenues).", ["V401"]),
    ("Revenue was [$6.99 million](fact:Revenues).", ["V401"]),
    ("Revenue was [$6,980,004](fact:Revenues).", ["V401"]),
    ("Revenue was [$6.98 billion](fact:Revenues).", ["V401"]),
    ("Revenue was [$6,980](fact:Revenues).", ["V401"]),
    ("Revenue was about [$8,000,000](fact:Revenues).", ["V401"]),
    ("Revenue was more than [$7.1 million](fact:Revenues).", ["V401"]),
    ("Revenue was more than [$6,990,000](fact:Revenues).", ["V401"]),
    ("Revenue topped [$7,000,000](fact:Revenues).", ["V401"]),
    ("Revenue was less than [$6.9 million](fact:Revenues).", ["V401"]),
    ("Revenue was nearly [$6,970,000](fact:Revenues).", ["V401"]),
    ("Revenue was at most [$6.9 million](fact:Revenues).", ["V401"]),
    ("A loss of [$.06](fact:EarningsPerShareBasicAndDiluted) a share.", ["V401"]),
    ("A loss of [$.61](fact:EarningsPerShareBasicAndDiluted) a share.", ["V401"]),
    ("Net income of [$4,679,000](fact:NetIncomeLoss).", ["V402"]),
    (
      "Net income was [$4,679,000](fact:NetIncomeLoss), or [$.60](fact:EarningsPerShareBasicAndDiluted) per share.",
      ["V402", "V402"]
    ),
    ("A [$4.7 million](fact:NetIncomeLoss) profit.", ["V402"]),
    ("A gross loss of [$1,022,000](fact:GrossProfit@2002-Q3).", ["V402"]),
    ("A tax benefit of [$3,160,000](fact:IncomeTaxExpenseBenefit).", ["V402"]),
    ("A provision for income taxes of [$65,000](fact:IncomeTaxExpenseBenefit@2002-Q3).", ["V402"]),
    ("Revenue was [$(6,980,000)](fact:Revenues).", ["V402"]),
    ("[+$4,679,000](fact:NetIncomeLoss).", ["V402"]),
    ("[2.8% more](calc:growth(Revenues,2002-Q3)).", ["V402"]),
    ("Revenue rose [2.8%](calc:growth(Revenues,2002-Q3)).", ["V402"]),
    ("Revenue rose by approximately [2.8%](calc:growth(Revenues,2002-Q3)).", ["V402"]),
    (
      "An increase of [$201,000](calc:change(Revenues,2002-Q3)), or [2.8%](calc:growth(Revenues,2002-Q3)).",
      ["V402", "V402"]
    ),
    ("[2.9% less](calc:growth(Revenues,2002-Q3)).", ["V403"]),
    ("[28% less](calc:growth(Revenues,2002-Q3)).", ["V403"]),
    ("[$210,000 less](calc:change(Revenues,2002-Q3)).", ["V403"]),
    ("[$201,004 less](calc:change(Revenues,2002-Q3)).", ["V403"]),
    ("Together [$14,171,000](calc:sum(Revenues,Revenues@2002-Q3)).", ["V403"]),
    ("Growth of [913%](calc:growth(NetIncomeLoss,2002-Q3)).", ["V404"]),
    ("Growth of [5%](calc:growth(InterestExpense,2002-Q3)).", ["V404"]),
    ("A share of [5%](calc:share(Revenues,NetIncomeLoss)).", ["V404"]),
    ("A ratio of [5](calc:ratio(Revenues,InterestExpense@2002-Q3)).", ["V404"]),
    ("Adding [5](calc:sum(Revenues,WeightedAverageSharesBasicAndDiluted)).", ["V404"]),
    ("Revenue was [12%](fact:Revenues).", ["V405"]),
    ("Revenue was [€6,980,000](fact:Revenues).", ["V405"]),
    ("There were [$7,754,000](fact:WeightedAverageSharesBasicAndDiluted) shares.", ["V405"]),
    ("Growth of [$5](calc:growth(Revenues)).", ["V405"]),
    ("An operating loss of [$176,000](fact:GrossProfit).", ["V411"]),
    ("A net loss of [$890,000](fact:OperatingIncomeLoss).", ["V411"]),
    ("A pre-tax loss of [$4,679,000](fact:NetIncomeLoss).", ["V411"]),
    ("From [$5 to $6 million](fact:Revenues).", ["V413"]),
    ("A figure of [6,98](fact:Revenues).", ["V413"]),
    // Right but for a word that may be a scale, and wrong all the same.
    ("Revenue was [$6.98 zillion](fact:Revenues).", ["V413"]),
    ("Revenue was [$6.98 mns](fact:Revenues).", ["V413"]),
    ("Revenue was [$6.98](fact:Revenues) millionen.", ["V413"]),
    ("Revenue was [$6.99 zillion](fact:Revenues).", ["V401"]),
    ("Revenue was [$6.98 revenues](fact:Revenues).", ["V401"]),
    ("Revenue was [$6.98](fact:Revenues) yesterday.", ["V401"]),
    ("Revenue was TUSD [6,981](fact:Revenues).", ["V401"]),
    // Growth is in percent, a difference of percentages in points.
    ("Revenue fell [2.8 percentage points](calc:growth(Revenues)).", ["V405"]),
    ("Revenue fell [2.8](calc:growth(Revenues)) percentage points.", ["V405"]),
    ("Revenue fell [280 basis points](calc:growth(Revenues)).", ["V405"]),
    ("A share of [97.2 points](calc:share(Revenues,Revenues@2002-Q3)).", ["V405"]),
  ])
  func findsContradictions(_ body: String, _ expected: [String]) { #expect(codes(body) == expected) }

  @Test(arguments: [
    ("$6.99 million", "expected $6.98 million"), ("$6.98 billion", "expected $6.98 million"),
    ("$0.699 billion", "expected $6.980 million"), ("$6,980.5", "expected $6,980,000"),
    ("$m 6.99", "expected $6.98 million"), ("USD 6,990 k", "expected USD 6,980 thousand"),
    ("$6.98 zillion", "the data say $6,980,000"),
  ])
  func whatIsExpectedHasTheAuthorsScale(_ literal: String, _ label: String) {
    let findings = ProseSite(body: "Revenue was [\(literal)](fact:Revenues).").report().findings
    #expect(findings.map(\.label) == [label])
  }

  @Test func differencesOfRatiosAreInPoints() {
    let figures = "GrossMargin,,2003-Q3,0.400,3,\nGrossMargin,,2002-Q3,0.390,3,\n"
    #expect(codes("It rose [1.0 percentage points](calc:change(GrossMargin)).", figures: figures) == [])
    #expect(codes("It rose [1.0](calc:change(GrossMargin)) points.", figures: figures) == [])
    #expect(codes("It rose [1.0%](calc:change(GrossMargin)).", figures: figures) == ["V405"])
    #expect(codes("It rose [1.0](calc:change(GrossMargin)) percent.", figures: figures) == ["V405"])
  }

  @Test(arguments: [
    // 6.6 of 7.4 million, each to the nearest hundred thousand: -12.08% to -9.52%.
    ("[9% less](calc:growth(Revenues@2003-Q2,2002-Q2))", false),
    ("[9.0% less](calc:growth(Revenues@2003-Q2,2002-Q2))", false),
    ("[9.4% less](calc:growth(Revenues@2003-Q2,2002-Q2))", false),
    ("[9.5% less](calc:growth(Revenues@2003-Q2,2002-Q2))", true),
    ("[10% less](calc:growth(Revenues@2003-Q2,2002-Q2))", true),
    ("[12.0% less](calc:growth(Revenues@2003-Q2,2002-Q2))", true),
    ("[12.1% less](calc:growth(Revenues@2003-Q2,2002-Q2))", true),
    ("[12.2% less](calc:growth(Revenues@2003-Q2,2002-Q2))", false),
    ("[13% less](calc:growth(Revenues@2003-Q2,2002-Q2))", false),
    // The change is -0.9 to -0.7 million, the sum 13.9 to 14.1.
    ("[$0.7 million less](calc:change(Revenues@2003-Q2,2002-Q2))", true),
    ("[$0.9 million less](calc:change(Revenues@2003-Q2,2002-Q2))", true),
    ("[$1.0 million less](calc:change(Revenues@2003-Q2,2002-Q2))", false),
    ("[$13.9 million](calc:sum(Revenues@2003-Q2,Revenues@2002-Q2))", true),
    ("[$14.2 million](calc:sum(Revenues@2003-Q2,Revenues@2002-Q2))", false),
    // The ratio is 0.879 to 0.905.
    ("[0.88](calc:ratio(Revenues@2003-Q2,Revenues@2002-Q2))", true),
    ("[0.91](calc:ratio(Revenues@2003-Q2,Revenues@2002-Q2))", false),
    ("[90.4%](calc:share(Revenues@2003-Q2,Revenues@2002-Q2))", true),
    ("[90.6%](calc:share(Revenues@2003-Q2,Revenues@2002-Q2))", false),
    // As printed in the data, or coarser.
    ("[$6.6 million](fact:Revenues@2003-Q2)", true), ("[$6.7 million](fact:Revenues@2003-Q2)", false),
    ("[$6.5 million](fact:Revenues@2003-Q2)", false), ("[$7 million](fact:Revenues@2003-Q2)", true),
    ("[$6,600,000](fact:Revenues@2003-Q2)", true), ("[$6,600,001](fact:Revenues@2003-Q2)", false),
    ("[$6.65 million](fact:Revenues@2003-Q2)", false),
  ])
  func comparesAllThatRoundedFiguresStandFor(_ claim: String, _ holds: Bool) {
    let earlier = "Revenues,,2003-Q2,6600000,-5,\nRevenues,,2002-Q2,7400000,-5,\n"
    #expect(codes("It was \(claim).", earlier: earlier).isEmpty == holds)
  }

  @Test func aFigureIsNotConfirmedByItself() {
    let figures = "VolumeShare,,2003-Q3,0.80,2,\n"
    let body = "Volume was approximately [80%](fact:VolumeShare) of last year's."
    #expect(outcomes(body, figures: figures) == [.notVerifiable(.statedOnce)])
    #expect(codes(body, figures: figures) == [])
    #expect(outcomes("Volume was [81%](fact:VolumeShare).", figures: figures) == [.contradicted])
  }

  @Test func aSecondTellingAStatementOrARelationConfirms() {
    #expect(outcomes("[$6,980,000](fact:Revenues)") == [.verified])
    // Told here and in the release before.
    let backlog = "Backlog,,2003-06-30,500000,-3,\n"
    let body = "Backlog was [$500,000](fact:Backlog@2003-06-30)."
    #expect(outcomes(body, figures: backlog) == [.notVerifiable(.statedOnce)])
    #expect(outcomes(body, figures: backlog, earlier: backlog) == [.verified])
    #expect(outcomes(body, earlier: backlog) == [.verified])
    // Quarters that add up to the nine months.
    let quarters = "Revenues,,2003-Q1,6931000,-3,\nRevenues,,2003-Q2,6937000,-3,\n"
    let months = "Revenues,,2003-9M,20848000,-3,\n"
    let sum = "In nine months [$20,848,000](fact:Revenues@2003-9M)."
    #expect(outcomes(sum, figures: months) == [.notVerifiable(.statedOnce)])
    #expect(outcomes(sum, figures: months, earlier: quarters) == [.verified])
    let wrong = "Revenues,,2003-9M,20948000,-3,\n"
    let told = "In nine months [$20,948,000](fact:Revenues@2003-9M)."
    #expect(outcomes(told, figures: wrong, earlier: quarters) == [.notVerifiable(.statedOnce)])
    // Income before taxes less taxes.
    let second =
      "IncomeLossBeforeIncomeTaxes,,2003-Q2,-454000,-3,\nIncomeTaxExpenseBenefit,,2003-Q2,-182000,-3,\nNetIncomeLoss,,2003-Q2,-272000,-3,\n"
    #expect(outcomes("A net loss of [$272,000](fact:NetIncomeLoss@2003-Q2).", figures: second) == [.verified])
  }

  @Test(arguments: [
    ("A margin of [3.2%](fact:OperatingMargin@2003-Q2)", "OperatingMargin,,2003-Q2,0.032,3,"),
    ("A tax rate of [39.6%](fact:EffectiveTaxRate@2003-Q2)", "EffectiveTaxRate,,2003-Q2,0.396,3,"),
    ("Free cash flow of [$22.2 million](fact:FreeCashFlow@2003-Q2)", "FreeCashFlow,,2003-Q2,22200000,-5,"),
    (
      "Working capital of [$4.0 million](fact:WorkingCapital@2003-06-30)",
      "WorkingCapital,,2003-06-30,4000000,-5,"
    ),
  ])
  func whatAMeasureIsMadeOfConfirmsIt(_ body: String, _ measure: String) {
    let parts = """
      Revenues,,2003-Q2,200000000,-3,
      OperatingIncomeLoss,,2003-Q2,6400000,-3,
      IncomeLossBeforeIncomeTaxes,,2003-Q2,5050000,-3,
      IncomeTaxExpenseBenefit,,2003-Q2,2000000,-3,
      CashFromOperatingActivities,,2003-Q2,42200000,-3,
      CapitalExpenditures,,2003-Q2,-20000000,-3,
      CurrentAssets,,2003-06-30,9000000,-3,
      CurrentLiabilities,,2003-06-30,5000000,-3,

      """
    #expect(outcomes(body + ".", figures: measure + "\n") == [.notVerifiable(.statedOnce)])
    #expect(outcomes(body + ".", figures: parts + measure + "\n") == [.verified])
    let other = parts.replacing("6400000", with: "7400000").replacing("2000000,", with: "1000000,")
      .replacing("42200000", with: "43200000").replacing("5000000,", with: "4000000,")
    #expect(outcomes(body + ".", figures: other + measure + "\n") == [.notVerifiable(.statedOnce)])
  }

  @Test func changesThatStandAsFiguresHaveADirection() {
    let figures = "OrdersGrowth,,2003-Q3,-0.140,3,\nOrdersChange,,2003-Q3,156000,-3,\n"
    #expect(codes("Orders fell [14.0%](fact:OrdersGrowth).", figures: figures) == [])
    #expect(codes("Orders were [14.0% less](fact:OrdersGrowth).", figures: figures) == [])
    #expect(codes("Orders rose [14.0%](fact:OrdersGrowth).", figures: figures) == ["V402"])
    #expect(codes("Orders increased by [$156,000](fact:OrdersChange).", figures: figures) == [])
    #expect(codes("Orders [increased $156,000](fact:OrdersChange).", figures: figures) == [])
    #expect(codes("Orders [decreased $156,000](fact:OrdersChange).", figures: figures) == ["V402"])
  }

  @Test func whatIsNotToldIsLeftToTheLinks() {
    #expect(outcomes("[$5](fact:Revenues@1999-Q1)") == [.notVerifiable(.untold)])
    #expect(outcomes("[5%](calc:growth(Revenues@2002-Q3))") == [.notVerifiable(.untold)])
    #expect(
      outcomes("[$5](fact:Nothing) and [$5](fact:Revenues@never) and [$5](calc:product(Revenues,Revenues))")
        == [])
    #expect(outcomes("Revenue [doubled](fact:Revenues).") == [.notVerifiable(.noFigure)])
  }

  @Test func theMostExactTellingCounts() {
    let figures = "Revenues,,2003-Q2,6600000,-5,\n"
    let earlier = "Revenues,,2003-Q2,6612000,-3,\n"
    #expect(codes("It was [$6,612,000](fact:Revenues@2003-Q2).", figures: figures, earlier: earlier) == [])
    #expect(
      codes("It was [$6,613,000](fact:Revenues@2003-Q2).", figures: figures, earlier: earlier) == ["V401"])
    #expect(codes("It was [$6,612,000](fact:Revenues@2003-Q2).", figures: figures) == ["V401"])
  }

  @Test func aFindingShowsTheArithmeticAndTheCell() throws {
    let report = ProseSite(body: "Revenue was [2.9% less](calc:growth(Revenues,2002-Q3)).").report()
    let finding = try #require(report.findings.first)
    #expect(finding.message == "'2.9% less' does not follow from the figures of 'growth(Revenues,2002-Q3)'")
    #expect(finding.label == "expected 2.8%")
    #expect(finding.notes.first?.hasPrefix("6,980,000 / 7,181,000 - 1 = -2.80%") == true)
    #expect(finding.range == 12..<54)
    #expect(
      finding.related.map(\.subject) == [
        .cell(release: 0, statement: 0, row: 0, column: 0),
        .cell(release: 0, statement: 0, row: 0, column: 1),
      ])
  }

  @Test(arguments: [
    ("999999999999999999", 18), ("-999999999999999999", 18), ("9223372036854775", 0), ("0.000000001", 9),
    ("0", 0),
  ])
  func arithmeticNeverTraps(_ value: String, _ decimals: Int) {
    let statement =
      "concept,label,2003-Q3,2002-Q3\nRevenues,Revenues,\(value),\(value)\nNetIncomeLoss,Net income,3,\(value)\n"
    for literal in [
      "$5", "999999999999999999%", "$999,999,999,999,999,999 trillion", "0.000000000000000001", "(1)",
    ] {
      for call in [
        "fact:Revenues", "calc:growth(Revenues)", "calc:change(Revenues)",
        "calc:sum(Revenues,Revenues,Revenues)",
        "calc:share(Revenues,NetIncomeLoss)", "calc:ratio(NetIncomeLoss,Revenues@2002-Q3)",
        "calc:margin(NetIncomeLoss)",
      ] {
        let report = ProseSite(body: "It is [\(literal)](\(call)).", statement: statement).report()
        #expect(report.claims.count == 1)
      }
    }
  }
}
