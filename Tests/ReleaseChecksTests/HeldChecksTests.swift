import Diagnostics
import ReleaseChecks
import ReleaseFormat
import ReleaseModel
import Testing

/// A check that is made and holds is counted, whichever way it is made.
@Suite struct HeldChecksTests {
  private func held(_ releases: [SampleRelease], release: Int = 0) -> [String: Int] {
    let report = sampleSite(releases).report
    return Dictionary(uniqueKeysWithValues: report.releases[release].held.map { ($0.code.id, $0.count) })
  }

  private func statement(_ rows: String, periods: String = "2003-Q3,2002-Q3") -> [SampleRelease] {
    [SampleRelease("2003-11-14", period: "2003-Q3", statement: "concept,label,\(periods)\n\(rows)")]
  }

  @Test func figuresThatAreNotNegative() {
    #expect(held(statement("Revenues,Revenues,5,6"))["V201"] == 2)
    #expect(held(statement("Gadgets,Gadgets,5,6"))["V201"] == nil)
    #expect(held(statement("Revenues,Revenues,-5,6"))["V201"] == 1)
  }

  @Test func figuresOfTheSizeOfTheirNeighbours() {
    #expect(held(statement("Revenues,Revenues,6980000,7181000"))["V202"] == 2)
    // One period has no neighbour.
    #expect(held(statement("Revenues,Revenues,6980000", periods: "2003-Q3"))["V202"] == nil)
  }

  @Test func digitsWithinTheirPrecision() {
    let rows = "concept,label,decimals,2003-Q3,2002-Q3\nGadgets,Gadgets,-3,843000,843001"
    let release = SampleRelease("2003-11-14", period: "2003-Q3", statement: rows)
    #expect(held([release])["V203"] == 1)
  }

  @Test func impliedShares() {
    let quarters = [("05", "Q1"), ("08", "Q2"), ("11", "Q3")].map { month, quarter in
      SampleRelease(
        "2003-\(month)-10", period: "2003-\(quarter)",
        figures: "NetIncomeLoss,,2003-\(quarter),1000000,0\nEarningsPerShareBasic,,2003-\(quarter),0.10,2")
    }
    #expect(held(quarters, release: 1)["V213"] == 1)
    #expect(held(Array(quarters.prefix(1)))["V213"] == nil)
  }

  @Test func roundedAmounts() {
    let rows = """
      Gadgets,Gadgets,1000,2000
      OtherOperatingExpense,Other,3000,4000
      """
    let periods = "2003-Q3,2002-Q3,2003-9M,2002-9M"
    let eight = rows.split(separator: "\n").map { "\($0),5000,6000" }.joined(separator: "\n")
    #expect(held(statement(eight, periods: periods))["V214"] == 1)
    #expect(held(statement(rows))["V214"] == nil)
  }
}
