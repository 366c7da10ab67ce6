import Diagnostics
import ExactNumbers
import ReleaseChecks
import ReleaseFormat
import ReleaseModel
import TestSupport
import Testing

/// The repository's own archive.
let hemaCare: LoadedArchive = {
  let files = (try? filesBelow(testsFolder + "/../content")) ?? [:]
  return loadArchive(
    siteSource(Dictionary(uniqueKeysWithValues: files.map { ("content/" + $0.key, $0.value) })))
}()

@Suite struct HemaCareArchiveTests {
  @Test func loadsWithoutErrors() {
    #expect(hemaCare.archive.releases.count == 19)
    #expect(hemaCare.diagnostics.filter { $0.severity == .error } == [])
  }

  @Test func nothingIsFoundButWhatIsWaived() {
    let report = hemaCare.report
    #expect(report.found == [])
    #expect(report.findings.map(\.code.id) == ["V503"])
  }

  @Test func everyRelationOfTheThirdQuarterHolds() throws {
    let index = try #require(
      hemaCare.archive.releases.firstIndex { $0.folder == "2003-11-14-third-quarter-results" })
    let record = hemaCare.report.releases[index]
    let held = Dictionary(uniqueKeysWithValues: record.held.map { ($0.code.id, $0.count) })
    // Two totals in two columns; taxes, earnings per share and their sign in four.
    #expect(held["V204"] == 4)
    #expect(held["V205"] == 4)
    #expect(held["V206"] == 2)
    #expect(held["V207"] == 4)
    #expect(held["V210"] == 4)
    // Revenues and net income of the nine months from three quarters, and revenues less the later quarters.
    #expect((held["V301"] ?? 0) >= 2)
    #expect(record.undecided == [])
  }

  @Test func theAddressPrintedAsMailIsWaivedWithItsReason() throws {
    let index = try #require(
      hemaCare.archive.releases.firstIndex { $0.folder == "2003-09-15-restructuring" })
    let record = hemaCare.report.releases[index]
    #expect(record.waived.map(\.finding.code.id) == ["V503"])
    #expect(record.waived.allSatisfy { !$0.reason.isEmpty && $0.finding.severity == .note })
  }

  @Test func textsHoldNothingUnexpected() throws {
    let files = try filesBelow(testsFolder + "/../content")
    for release in hemaCare.archive.releases {
      let body = files["releases/\(release.folder)/body.md"] ?? []
      let blocks = release.boilerplate.compactMap { hemaCare.boilerplate[$0].map { Array($0.text.utf8) } }
      #expect(checkTexts(release, body: body, boilerplate: blocks) == [], "\(release.folder)")
    }
  }

  @Test func quartersNotToldAreDerived() throws {
    let archive = hemaCare.archive
    let derived = derivedQuarters(company: 0, archive, FactHistory(archive))
    let income = try #require(archive.catalog.id("IncomeLossBeforeIncomeTaxes"))
    let gross = try #require(archive.catalog.id("GrossProfit"))
    let shown = derived.filter { $0.concept == income || $0.concept == gross }
      .map { "\(FiscalCalendar.calendarYear.spelling(of: $0.period)) \($0.value)" }
    // Gross profit of the half-year: 1,144,000 less the third quarter's loss of 176,000.
    #expect(shown.contains("2003-H1 1320000"))
    #expect(shown.contains("2003-H1 -440000"))
    #expect(
      derived.first { $0.concept == gross && $0.value.mantissa == 1_320_000 }?.arithmetic
        == "1,144,000 - (-176,000)")
  }

  @Test func figuresStatedOnceAreNotConfirmed() throws {
    let archive = hemaCare.archive
    let index = try #require(
      archive.releases.firstIndex { $0.folder == "2003-11-14-third-quarter-results" })
    let confirmed = confirmedFigures(of: index, archive, FactHistory(archive))
    // Net loss of the quarter, in the fifth row and the first column.
    #expect(confirmed.contains(.cell(release: index, statement: 0, row: 4, column: 0)))
    // The gross profit of 2002 and the rise of expenses stand nowhere else.
    #expect(!confirmed.contains(.cell(release: index, statement: 0, row: 1, column: 1)))
    #expect(!confirmed.contains(.figure(release: index, index: 4)))
  }

  @Test func swappedHeadingsAreOneFinding() throws {
    var archive = hemaCare.archive
    let index = try #require(
      archive.releases.firstIndex { $0.folder == "2003-11-14-third-quarter-results" })
    archive.releases[index].statements[0].columns.swapAt(0, 1)
    let found = checkArchive(archive, FactHistory(archive)).found
    #expect(found.map(\.code) == ["V604"])
    #expect(found.first?.place == .column(release: index, statement: 0, column: 1))
  }

  @Test func oneWrongFigureIsOneFinding() throws {
    var archive = hemaCare.archive
    let index = try #require(
      archive.releases.firstIndex { $0.folder == "2003-11-14-third-quarter-results" })
    let netLoss = Subject.cell(release: index, statement: 0, row: 4, column: 0)
    archive[netLoss] = Amount(-4_697_000)
    let report = checkArchive(archive, FactHistory(archive))
    #expect(report.found == [Found("V205", netLoss, "expected -4,679,000")])
    // The quarters' sums and the earnings per share of 0.60 tell the same.
    let notes = try #require(report.findings.first { $0.subject == netLoss }?.notes)
    #expect(notes.contains { $0.hasPrefix("also V301: ") })
    #expect(notes.contains("the figure would fit if two of its digits are swapped"))
  }
}
