import Diagnostics
import ReleaseChecks
import Testing

/// What is said of a column that contradicts an earlier release, and what it advises.
@Suite struct ColumnMessageTests {
  private let before = """
    concept,label,2002-Q3
    Revenues,Revenues,"44,100"
    CostOfRevenue,Cost,"26,900"
    GrossProfit,Gross profit,"17,200"
    ResearchAndDevelopmentExpense,Research,"2,410"
    """

  private func finding(_ column: [String], scale: String = "thousands") -> Finding? {
    let names = ["Revenues", "CostOfRevenue", "GrossProfit", "ResearchAndDevelopmentExpense"]
    let rows = zip(names, column).map { "\($0),\($0),\"50,000\",\"\($1)\"\n" }
    let site = sampleSite([
      SampleRelease("2002-11-14", period: "2002-Q3", statement: before, scale: "thousands"),
      SampleRelease(
        "2003-11-14", period: "2003-Q3", statement: "concept,label,2003-Q3,2002-Q3\n" + rows.joined(),
        scale: scale),
    ])
    return site.report.findings.first { $0.code.id == "V305" }
  }

  @Test func figuresGroupedWithPoints() {
    let found = finding(["44.100", "26.900", "17.200", "2.410"])
    #expect(found?.message == "4 figures of the column 2002-Q3 are a thousandth of what other releases tell")
    #expect(
      found?.hints == [
        "commas separate thousands, a full stop the decimals: write 44,100",
        "or check 'scale' of the statement",
      ])
  }

  @Test func anotherScale() {
    let found = finding(["44,100", "26,900", "17,200", "2,410"], scale: "millions")
    #expect(found?.message == "4 figures of the column 2002-Q3 are 1,000 times what other releases tell")
    #expect(found?.hints == ["check 'scale' of the statement"])
  }

  @Test func otherFigures() {
    let found = finding(["41,000", "24,000", "17,000", "2,000"])
    #expect(found?.message == "4 figures of the column 2002-Q3 contradict other periods or releases")
    #expect(
      found?.hints == [
        "check whether the heading is right, or swapped with another",
        "or if the release restates them, declare each change: restates: [{ concept: Revenues, period: 2002-Q3, reason: ... }]",
      ])
  }

  /// Where half of the figures are what they were, the heading is right.
  @Test func someFiguresRestated() {
    let found = finding(["44,100", "26,000", "18,100", "2,410"])
    #expect(
      found?.hints == [
        "if the release restates them, declare each change: restates: [{ concept: CostOfRevenue, period: 2002-Q3, reason: ... }]",
        "check whether the heading is right, or swapped with another",
      ])
  }
}
