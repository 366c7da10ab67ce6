import Diagnostics
import ReleaseChecks
import ReleaseFormat
import ReleaseModel
import Testing

/// V301 and V304 for quarters of 13 weeks, written as intervals.
@Suite struct WeekCalendarTests {
  private let q1 = "2002-12-29/2003-03-29"
  private let q2 = "2003-03-30/2003-06-28"
  private let q3 = "2003-06-29/2003-09-27"
  private let q4 = "2003-09-28/2004-01-03"
  private let half = "2002-12-29/2003-06-28"
  private let year = "2002-12-29/2004-01-03"

  private func found(_ concept: String, _ tellings: [(period: String, value: String)]) -> [Found] {
    let releases = tellings.enumerated().map { index, telling in
      SampleRelease(
        "2004-0\(index + 2)-10", figures: "\(concept),,\(telling.period),\(telling.value),0",
        kind: "announcement")
    }
    let site = sampleSite(releases)
    #expect(site.diagnostics.filter { $0.severity == .error } == [])
    return site.report.found
  }

  @Test func thirteenWeeksAddUp() {
    #expect(found("Gadgets", [(q1, "100"), (q2, "200"), (half, "300")]) == [])
    #expect(found("Gadgets", [(q1, "100"), (q2, "200"), (q3, "-50"), (q4, "40"), (year, "290")]) == [])
    #expect(found("Gadgets", [(half, "300"), (q3, "-50"), (q4, "40"), (year, "290")]) == [])
  }

  @Test func thirteenWeeksThatDoNot() {
    #expect(
      found("Gadgets", [(q1, "100"), (q2, "200"), (half, "370")])
        == [Found("V301", .figure(release: 2, index: 0), "expected 300")])
    #expect(
      found("Gadgets", [(q1, "100"), (q2, "200"), (q3, "-50"), (q4, "40"), (year, "900")])
        == [Found("V301", .figure(release: 4, index: 0), "expected 290")])
    // The part that is told last is held against the whole.
    #expect(found("Gadgets", [(half, "300"), (q1, "100"), (q2, "777")]).map(\.code) == ["V301"])
  }

  @Test func roundingIsAllowedFor() {
    // Three figures of half a unit each.
    #expect(found("Gadgets", [(q1, "100"), (q2, "200"), (half, "301")]) == [])
    #expect(found("Gadgets", [(q1, "100"), (q2, "200"), (half, "302")]).map(\.code) == ["V301"])
  }

  @Test func spansWithAGapBetweenThemDoNotAddUp() {
    // The second quarter begins a day late.
    #expect(found("Gadgets", [(q1, "100"), ("2003-03-31/2003-06-28", "200"), (half, "900")]) == [])
    #expect(found("Gadgets", [(q1, "100"), (q3, "200"), (year, "5")]) == [])
  }

  @Test func aPartOfAWeekYearExceedsItsWhole() {
    #expect(found("Revenues", [(q1, "100"), (year, "100")]) == [])
    #expect(found("Revenues", [(q1, "150"), (year, "100")]).map(\.code) == ["V304"])
    // What can be negative has no such bound.
    #expect(found("Gadgets", [(q1, "150"), (year, "100")]) == [])
  }

  @Test func averagesDoNotAddUp() {
    #expect(
      found("WeightedAverageSharesBasic", [(q1, "100"), (q2, "100"), (half, "100")]) == [])
  }

  @Test func manyOverlappingSpansEndSoon() {
    // Spans from every day to every day of a year: the ways to join them are without number.
    var rows = ""
    for start in 10...28 {
      for end in 10...28 where end > start { rows += "Gadgets,,2003-01-\(start)/2003-06-\(end),1,0\n" }
    }
    rows += "Gadgets,,2003-01-10/2003-12-31,1,0\n"
    let site = sampleSite([SampleRelease("2004-02-10", figures: rows, kind: "announcement")])
    _ = site.report
  }
}
