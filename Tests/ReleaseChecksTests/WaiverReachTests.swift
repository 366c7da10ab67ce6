import ReleaseChecks
import ReleaseModel
import Testing

/// A waiver sets aside findings of its own code, and nothing that was found beside them.
@Suite struct WaiverReachTests {
  /// What is found in a half year's release that tells the last full year beside a column that is no comparative.
  private func found(_ fullYear: [String], waived: String?, headings: String = "2025-H1,2022-H1,2024-FY")
    -> [Found]
  {
    let names = ["Revenues", "CostOfRevenue", "GrossProfit"]
    let rows = { (figures: [String]) in zip(names, figures).map { "\n\($0),\($0),\($1)" }.joined() }
    let current = zip(["203.1,205.6", "103.0,101.6", "100.1,104.0"], fullYear).map { "\($0),\($1)" }
    return sampleSite([
      SampleRelease(
        "2025-03-10", period: "2024-FY", statement: "concept,label,2024-FY" + rows(told), scale: "millions"),
      SampleRelease(
        "2025-08-10", period: "2025-H1", statement: "concept,label,\(headings)" + rows(current),
        scale: "millions", more: waived.map { "allow:\n  - \($0): printed so\n" } ?? ""),
    ]).report.found
  }

  private let told = ["412.6", "208.1", "204.5"]
  private let column = Subject.column(release: 1, statement: 0, column: 2)
  private func cell(_ row: Int) -> Subject { .cell(release: 1, statement: 0, row: row, column: 2) }

  @Test func aHeadingTakesItsFiguresAlong() {
    #expect(found(["999.9"], waived: nil).map(\.code) == ["V603", "V603"])
    #expect(found(told, waived: "V603") == [])
  }

  @Test func figuresUnderAWaivedHeadingAreStillHeld() {
    #expect(found(["999.9"], waived: "V603") == [Found("V302", cell(0), "expected 412.6")])
    #expect(found(["400.0", "190.0", "210.0"], waived: "V603") == [Found("V305", column)])
  }

  @Test func aColumnThatContradictsStillFoots() {
    let headings = "2025-H1,2024-H1,2024-FY"
    #expect(found(["400.0", "190.0", "210.0"], waived: nil, headings: headings) == [Found("V305", column)])
    #expect(found(["400.0", "190.0", "210.0"], waived: "V305", headings: headings) == [])
    #expect(found(["400.0", "190.0", "199.0"], waived: "V305", headings: headings).map(\.code) == ["V204"])
  }
}
