import Diagnostics
import ReleaseChecks
import ReleaseFormat
import ReleaseModel
import Testing

/// A whole column of another size than the periods round it is one finding, about the statement's scale.
@Suite struct ScaleCulpritTests {
  private static let sheet = [
    ("Cash", 100), ("AccountsReceivableNetCurrent", 200), ("InventoryNet", 50), ("CurrentAssets", 350),
    ("NoncurrentAssets", 450), ("Assets", 800), ("Liabilities", 300), ("StockholdersEquity", 500),
    ("LiabilitiesAndStockholdersEquity", 800),
  ]

  /// Balance sheets of half-years, each a little larger, of which one is in another scale.
  private func site(_ scales: [String], factors: [Int] = [], more: String = "") -> LoadedArchive {
    let days = ["2003-06-30", "2003-12-31", "2004-06-30", "2004-12-31", "2005-06-30"]
    let released = ["2003-08-14", "2004-03-14", "2004-08-14", "2005-03-14", "2005-08-14"]
    let periods = ["2003-H1", "2003-FY", "2004-H1", "2004-FY", "2005-H1"]
    return sampleSite(
      scales.enumerated().map { index, scale in
        let factor = (factors.isEmpty ? 1 : factors[index]) * (10 + index)
        let rows = Self.sheet.map { "\($0.0),\($0.0),\($0.1 * factor)" }.joined(separator: "\n")
        return SampleRelease(
          released[index], period: periods[index], statement: "concept,label,\(days[index])\n\(rows)",
          scale: scale, more: index == 3 ? more : "")
      })
  }

  private func found(_ site: LoadedArchive) -> [Finding] {
    #expect(site.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    return site.report.findings.filter { $0.severity != .note }
  }

  @Test func aWrongScaleIsOneFinding() throws {
    let findings = found(site(["thousands", "thousands", "thousands", "millions", "thousands"]))
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.code.id == "V202")
    #expect(finding.subject == .column(release: 3, statement: 0, column: 0))
    #expect(
      finding.message
        == "9 figures of the column 2004-12-31 are about 1,000 times those of the periods round it")
    #expect(
      finding.hints == [
        "check 'scale' of the statement: it is in millions, and that of the release of 2004-08-14 in thousands",
        "or waive the check with a reason: allow: [V202: \"...\"]",
      ])
    #expect(finding.notes.count == 9)
  }

  /// Figures in full under a scale of thousands: the scale is the same as before.
  @Test func figuresInFullUnderAScaleAreOneFinding() throws {
    let scales = Array(repeating: "thousands", count: 5)
    let finding = try #require(found(site(scales, factors: [1, 1, 1, 1000, 1])).first)
    #expect(finding.message.hasPrefix("9 figures of the column 2004-12-31 are about 1,000 times"))
    #expect(finding.hints.first == "check 'scale' of the statement")
  }

  @Test func aScaleThatFitsItsFiguresIsRight() {
    let scales = ["thousands", "thousands", "thousands", "ones", "thousands"]
    #expect(found(site(scales, factors: [1, 1, 1, 1000, 1])) == [])
    #expect(found(site(Array(repeating: "millions", count: 5))) == [])
  }

  @Test func itIsWaivedAsSingleFiguresAre() {
    let scales = ["thousands", "thousands", "thousands", "millions", "thousands"]
    #expect(found(site(scales, more: "allow:\n  - V202: \"a merger\"\n")) == [])
  }
}
