import Diagnostics
import ExactNumbers
import ReleaseChecks
import ReleaseModel
import Testing

/// Amounts at the ends of what fits: nothing traps, and what is reported is exact.
@Suite struct ExtremeAmountTests {
  private static let extremes = [
    "0", "-0", "1", "-1", "999999999999999999", "-999999999999999999", "0.000000001", "-0.000000001",
    "123456789.123456789", "999999999.999999999", "9223372036854775", "0.00",
  ]

  /// Every pair of extremes in every pair of rows that some rule relates.
  @Test(arguments: extremes)
  func noRuleTraps(_ first: String) {
    let concepts = [
      "Revenues", "CostOfRevenue", "GrossProfit", "IncomeLossBeforeIncomeTaxes", "IncomeTaxExpenseBenefit",
      "NetIncomeLoss", "EarningsPerShareBasic", "EarningsPerShareDiluted", "EarningsPerShareBasicAndDiluted",
      "WeightedAverageSharesBasic", "WeightedAverageSharesDiluted", "WeightedAverageSharesBasicAndDiluted",
    ]
    for second in Self.extremes {
      var statement = "concept,label,2003-Q3,2002-Q3,2003-9M,2002-9M\n"
      for (index, concept) in concepts.enumerated() {
        let (a, b) = index % 2 == 0 ? (first, second) : (second, first)
        statement += "\(concept),\(concept),\(a),\(b),\(b),\(a)\n"
      }
      for scale in ["ones", "billions"] {
        let release = SampleRelease("2003-11-14", period: "2003-Q3", statement: statement, scale: scale)
        let later = SampleRelease(
          "2004-03-10", period: "2003-FY", figures: "Revenues,,2003-FY,\(first),\(scale == "ones" ? 9 : -9)")
        let site = sampleSite([release, later])
        for finding in site.report.findings { #expect(!finding.message.isEmpty) }
      }
    }
  }

  @Test(arguments: [9, 8, 5, 2, 0, -3, -6, -9])
  func totalsOfAnyPrecisionFoot(_ decimals: Int) {
    // One unit of the last digit and a total that is two or three of them.
    let unit =
      decimals > 0
      ? "0." + String(repeating: "0", count: decimals - 1) + "1"
      : "1" + String(repeating: "0", count: -decimals)
    let three = unit.replacing("1", with: "3")
    let five = unit.replacing("1", with: "5")
    func sheet(_ total: String) -> [Found] {
      findings(
        in: """
          concept,label,role,items,decimals,2003-09-30
          Cash,Cash,,,\(decimals),\(unit)
          Goodwill,Goodwill,,,\(decimals),\(unit)
          Assets,Total assets,total,Cash Goodwill,\(decimals),\(total)
          """)
    }
    #expect(sheet(three) == [])
    #expect(sheet(five).map(\.code) == ["V204"])
  }

  @Test func eighteenDigitsAreComparedExactly() {
    func sheet(_ total: String) -> [String] {
      findings(
        in: """
          concept,label,role,items,2003-09-30
          Cash,Cash,,,499999999999999999
          Goodwill,Goodwill,,,499999999999999999
          Assets,Total assets,total,Cash Goodwill,\(total)
          """
      ).map(\.code)
    }
    #expect(sheet("999999999999999998") == [])
    #expect(sheet("999999999999999999") == [])
    #expect(sheet("999999999999999995") == ["V204"])
  }

  @Test func divisionByZeroIsNoCalculation() {
    let zero = "Gadgets,,2002-Q3,0,0,\nBacklog,,2003-09-30,0,0,\n"
    for name in ["growth", "share", "ratio", "margin"] {
      let other = name == "growth" ? "2002-Q3" : "Revenues@2002-Q3"
      let report = ProseSite(
        body:
          "It was [5%](calc:\(name)(InterestExpense,\(name == "growth" ? other : "InterestExpense@2002-Q3"))).",
        figures: zero
      ).report()
      #expect(report.findings.map(\.code.id) == ["V404"], "\(name)")
    }
  }

  @Test func calculationsWithExtremesDoNotTrap() {
    for value in ["999999999999999999", "-999999999999999999", "0.000000001", "0"] {
      for name in [
        "growth(Backlog,2002-09-30)", "change(Backlog,2002-09-30)", "sum(Backlog,Backlog@2002-09-30)",
      ] {
        let figures = "Backlog,,2003-09-30,\(value),9,\nBacklog,,2002-09-30,999999999999999999,-9,\n"
        _ = ProseSite(body: "It was [$5](calc:\(name)).", figures: figures).report()
      }
    }
  }
}
