import Diagnostics
import ReleaseChecks
import ReleaseFormat
import ReleaseModel
import TestSupport
import Testing

/// Rules about several releases, dates, texts and waivers.
@Suite struct ArchiveRuleTests {
  /// What is found in some releases; whatever loading reports comes out as well.
  private func found(_ releases: [SampleRelease], fiscalYearEnd: String = "12-31") -> [Found] {
    let site = sampleSite(releases, fiscalYearEnd: fiscalYearEnd)
    let loading = site.diagnostics.filter { $0.severity == .error }
    return loading.isEmpty
      ? site.report.found : loading.map { Found($0.code.id, .release(0), $0.message) }
  }

  private func quarters(_ year: String) -> [SampleRelease] {
    [
      SampleRelease("2003-05-10", period: "2003-Q1", figures: "Gadgets,,2003-Q1,100,0"),
      SampleRelease("2003-08-10", period: "2003-Q2", figures: "Gadgets,,2003-Q2,200,0"),
      SampleRelease("2003-11-10", period: "2003-Q3", figures: "Gadgets,,2003-Q3,-50,0"),
      SampleRelease(
        "2004-03-10", period: "2003-FY", figures: "Gadgets,,2003-Q4,40,0\nGadgets,,2003-FY,\(year),0"),
    ]
  }

  @Test(arguments: ["288", "289", "290", "291", "292"])
  func quartersAddUpWithinRounding(_ year: String) { #expect(found(quarters(year)) == []) }

  @Test func quartersDoNotAddUp() {
    #expect(
      found(quarters("293")) == [Found("V301", .figure(release: 3, index: 1), "expected 290")])
    // A single digit of the third quarter would explain this one.
    #expect(
      found(quarters("287")) == [Found("V301", .figure(release: 2, index: 0), "expected -53")])
  }

  @Test func aQuarterThatTwoSumsAccuse() {
    let releases =
      quarters("290") + [
        SampleRelease(
          "2004-08-10", period: "2003-Q3", figures: "Gadgets,,2003-9M,250,0\nGadgets,,2003-H1,800,0")
      ]
    #expect(found(releases) == [Found("V301", .figure(release: 4, index: 1), "expected 300")])
  }

  @Test func quartersFollowTheFiscalYear() {
    let releases = [
      SampleRelease("2002-11-10", period: "2003-Q1", figures: "Gadgets,,2003-Q1,100,0"),
      SampleRelease(
        "2003-02-10", period: "2003-Q2", figures: "Gadgets,,2003-Q2,200,0\nGadgets,,2003-H1,330,0"),
    ]
    #expect(
      found(releases, fiscalYearEnd: "06-30")
        == [Found("V301", .figure(release: 1, index: 1), "expected 300")])
  }

  @Test func averagesAndPerShareFiguresDoNotAddUp() {
    let figures = { (concept: String) in
      "\(concept),,2003-Q1,3,0\n\(concept),,2003-Q2,3,0\n\(concept),,2003-H1,3,0"
    }
    for concept in ["WeightedAverageSharesBasic", "EarningsPerShareBasic", "GrossMargin"] {
      #expect(found([SampleRelease("2003-08-10", period: "2003-Q2", figures: figures(concept))]) == [])
    }
  }

  @Test func aPartExceedsItsWhole() {
    let releases = [
      SampleRelease("2003-08-10", period: "2003-Q2", figures: "Revenues,,2003-Q2,900,0"),
      SampleRelease("2003-11-10", period: "2003-Q3", figures: "Revenues,,2003-9M,800,0"),
    ]
    #expect(found(releases) == [Found("V304", .figure(release: 1, index: 0))])
  }

  @Test func aSilentRestatementNamesBothPlaces() throws {
    let site = sampleSite([
      SampleRelease("2003-05-10", period: "2003-Q1", figures: "Gadgets,,2003-Q1,6980,0"),
      SampleRelease("2004-05-10", period: "2004-Q1", figures: "Gadgets,,2003-Q1,6890,0"),
    ])
    let finding = try #require(site.report.findings.first)
    #expect(site.report.findings.count == 1)
    #expect(finding.code.id == "V302")
    #expect(finding.subject == .figure(release: 1, index: 0))
    #expect(finding.related.map(\.subject) == [.figure(release: 0, index: 0)])
    #expect(finding.label == "expected 6,980")
    #expect(finding.message == "'Gadgets' for 2003-Q1 is 6,890, but the release of 2003-05-10 told 6,980")
  }

  @Test(arguments: [
    // A coarser telling agrees while the ranges meet.
    ("7400000,-5", "7449000,-3", true), ("7400000,-5", "7451000,-3", false),
    ("7400000,-5", "7450000,-3", true),
  ])
  func tellingsOfDifferentPrecision(_ example: (first: String, second: String, holds: Bool)) {
    let releases = [
      SampleRelease("2003-05-10", period: "2003-Q1", figures: "Gadgets,,2003-Q1,\(example.first)"),
      SampleRelease("2004-05-10", period: "2004-Q1", figures: "Gadgets,,2003-Q1,\(example.second)"),
    ]
    #expect(found(releases).map(\.code) == (example.holds ? [] : ["V302"]))
  }

  private let restates = """
    restates:
      - concept: Gadgets
        period: 2003-Q1
        reason: a subsidiary was sold

    """

  @Test(arguments: [("90", [String]()), ("100", ["V303"])])
  func aDeclaredRestatementChangesSomething(_ example: (value: String, codes: [String])) {
    let releases = [
      SampleRelease("2003-05-10", period: "2003-Q1", figures: "Gadgets,,2003-Q1,100,0"),
      SampleRelease(
        "2004-05-10", period: "2004-Q1", figures: "Gadgets,,2003-Q1,\(example.value),0", more: restates),
    ]
    #expect(found(releases).map(\.code) == example.codes)
  }

  @Test func aDeclaredRestatementNeedsSomethingToRestate() {
    let alone = SampleRelease(
      "2004-05-10", period: "2004-Q1", figures: "Gadgets,,2003-Q1,90,0", more: restates)
    let silent = SampleRelease("2004-05-10", period: "2004-Q1", more: restates)
    let place = Subject.key(release: 0, path: "restates.0")
    #expect(found([alone]) == [Found("V303", place)])
    #expect(found([silent]) == [Found("V303", place)])
  }

  @Test func sumsAreNotTakenAcrossARestatement() {
    var releases = quarters("290")
    releases.append(
      SampleRelease("2004-05-10", period: "2004-Q1", figures: "Gadgets,,2003-Q1,90,0", more: restates))
    #expect(found(releases) == [])
  }

  @Test func unknownNamesInARestatementAreReportedOnLoading() {
    let release = SampleRelease(
      "2004-05-10", period: "2004-Q1",
      more: "restates:\n  - { concept: Gadget, period: 2003-Q9, reason: none }\n")
    let codes = sampleSite([release]).diagnostics.map(\.code.slug).sorted()
    #expect(codes == ["bad-period", "unknown-concept"])
  }

  @Test func oneReleaseTellsOneValue() {
    let release = SampleRelease(
      "2003-11-10", period: "2003-Q3", statement: "concept,label,2003-Q3\nGadgets,Gadgets,100",
      figures: "Gadgets,,2003-Q3,120,0")
    #expect(found([release]) == [Found("V212", .figure(release: 0, index: 0), "expected 100")])
  }

  @Test func impliedSharesFarFromAllNeighbours() {
    let release = { (day: String, period: String, income: String) in
      SampleRelease(
        day, period: period,
        figures: "NetIncomeLoss,,\(period),\(income),0\nEarningsPerShareBasic,,\(period),0.50,2")
    }
    let clean = [
      release("2003-05-10", "2003-Q1", "5000"), release("2003-08-10", "2003-Q2", "5010"),
      release("2003-11-10", "2003-Q3", "4990"),
    ]
    #expect(found(clean) == [])
    let slipped = Array(clean.dropLast()) + [release("2003-11-10", "2003-Q3", "49900")]
    #expect(found(slipped).map(\.code) == ["V213"])
  }

  // Dates.

  @Test func theReleaseComesAfterItsPeriod() {
    #expect(
      found([SampleRelease("2003-09-30", period: "2003-Q3")])
        == [Found("V601", .key(release: 0, path: "released"), "the period is not over yet")])
    #expect(found([SampleRelease("2003-10-01", period: "2003-Q3")]) == [])
    #expect(
      found([SampleRelease("2004-11-14", period: "2003-Q3")])
        == [Found("V606", .key(release: 0, path: "period"))])
  }

  @Test func figuresBelongToThePeriod() {
    let release = { (period: String) in
      SampleRelease("2003-11-14", period: period, figures: "Gadgets,,2003-Q3,1,0\nGadgets,,2002-Q3,1,0")
    }
    #expect(found([release("2003-Q3")]) == [])
    #expect(found([release("2003-Q2")]).map(\.code) == ["V602"])
  }

  private func call(_ starts: String, replay: String? = nil) -> [Found] {
    var more = "events:\n  - kind: conference-call\n    starts: \(starts)\n"
    if let replay { more += "    replay: { \(replay) }\n" }
    return found([SampleRelease("2003-11-14", period: "2003-Q3", more: more)])
  }

  @Test func theCallFollowsTheRelease() {
    let place = Subject.key(release: 0, path: "events.0.starts")
    #expect(call("2003-11-14T16:30Z") == [])
    #expect(call("2003-11-16T16:30Z") == [])
    #expect(call("2003-11-17T16:30Z") == [Found("V608", place)])
    #expect(call("2003-11-13T16:30Z") == [Found("V607", place)])
  }

  @Test func theReplayFollowsTheCall() {
    let place = { (key: String) in Subject.key(release: 0, path: "events.0.replay.\(key)") }
    let starts = "2003-11-14T16:30Z"
    #expect(call(starts, replay: "from: 2 hours after, until: 2003-11-21T24:00Z") == [])
    #expect(
      call(starts, replay: "from: 2 hours after, until: 2003-11-14T18:00Z") == [Found("V609", place("until"))]
    )
    #expect(
      call(starts, replay: "from: 2003-11-13T18:30Z, until: 2003-11-21T24:00Z")
        == [Found("V609", place("from"))])
  }

  // Waivers.

  private let wrongTotal =
    "concept,label,role,items,2003-09-30\nCash,Cash,,,100\nAssets,Assets,total,Cash,300"

  @Test func aWaivedFindingStaysAsANote() throws {
    let release = SampleRelease(
      "2003-11-10", period: "2003-Q3", statement: wrongTotal, more: "allow:\n  - V204: printed so\n")
    let report = sampleSite([release]).report
    #expect(report.found == [])
    let note = try #require(report.findings.first)
    #expect(note.code.id == "V204")
    #expect(note.notes.last == "waived: printed so")
    #expect(report.releases[0].waived.map(\.reason) == ["printed so"])
  }

  @Test(arguments: [("V204", "V903"), ("V999", "V902")])
  func aWaiverMustBeNeeded(_ example: (waived: String, found: String)) {
    let release = SampleRelease(
      "2003-11-10", period: "2003-Q3", more: "allow:\n  - \(example.waived): printed so\n")
    #expect(
      found([release]) == [Found(example.found, .key(release: 0, path: "allow.0.\(example.waived)"))])
  }

  @Test func aWaiverWithoutReasonWaivesNothing() {
    var site = sampleSite([SampleRelease("2003-11-10", period: "2003-Q3", statement: wrongTotal)])
    site.archive.releases[0].waivers = [.init(code: "V204", reason: " ")]
    #expect(site.report.found.map(\.code) == ["V204", "V901"])
  }

  @Test func aWaiverCoversItsReleaseOnly() {
    let waived = SampleRelease(
      "2003-11-10", period: "2003-Q3", statement: wrongTotal, more: "allow:\n  - V204: printed so\n")
    let other = SampleRelease("2003-11-11", period: "2003-Q3", statement: wrongTotal)
    #expect(found([waived, other]).map(\.code) == ["V204"])
    #expect(found([waived, other]).first?.place.release == 1)
  }
}
