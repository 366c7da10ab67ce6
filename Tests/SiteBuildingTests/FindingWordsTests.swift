import CivilTime
import Diagnostics
import SiteBuilding
import TestSupport
import Testing

/// What findings say beside what the catalog's samples show.
@Suite struct FindingWordsTests {
  private static let release = "content/releases/2003-11-14-third-quarter-results/"

  private func found(_ changes: [String: String]) throws -> [Diagnostic] {
    var files = try catalogBase()
    files[Self.release + "body.md"] = Array("A quarter of change.\n".utf8)
    for (name, text) in changes { files[Self.release + name] = Array(text.utf8) }
    let options = BuildOptions(now: Instant(seconds: 1_104_537_600), theme: theme)
    return buildSite(siteSource(files), options, output: CollectedOutput().output).diagnostics
  }

  @Test func aNoteIsToldOnce() throws {
    let statement = """
      concept,label,2003-Q3
      NetIncomeLoss,Net loss,(400)
      EarningsPerShareBasic,Basic,0.40
      EarningsPerShareDiluted,Diluted,0.40
      WeightedAverageSharesBasic,Shares,1000
      WeightedAverageSharesDiluted,Diluted shares,1000

      """
    let notes = try #require(try found(["income-statement.csv": statement]).first).notes
    #expect(notes.count { $0.hasPrefix("also V207") } == 1, "\(notes)")
    #expect(Set(notes).count == notes.count, "\(notes)")
  }

  @Test func listedItemsAreNoTaxes() throws {
    let statement = """
      concept,label,role,items,2003-Q3
      Revenues,Revenues,,,"1,250"
      NetIncomeLoss,Net income,total,Revenues,140

      """
    let finding = try #require(try found(["income-statement.csv": statement]).first)
    #expect(finding.code.id == "V205")
    #expect(finding.message == "'Net income' is 140; its items sum to 1,250")
  }

  /// A body that is refused says nothing of its links.
  @Test func nothingIsSaidOfTheFiguresOfARefusedText() throws {
    let long = String(repeating: "[a", count: 40_000)
    let found = try found(["body.md": "Revenue was [$6,980,000](fact:Revenues), (see below.\n\n\(long)\n"])
    #expect(found.map(\.code.id) == ["M203"])
  }

  /// Of plain words there may be as many as a text may have bytes.
  @Test func plainWordsAreNoMarks() throws {
    let found = try found(["body.md": String(repeating: "word ", count: 190_000) + "\n"])
    #expect(found.map(\.code.id) == [])
  }

  @Test func aNoBreakSpaceIsNamed() throws {
    let found = try found(["release.yaml": "kind:\u{A0}earnings\nheadline: A\nreleased: 2003-11-14\n"])
    #expect(found.first?.code.id == "S100")
    #expect(found.first?.hints.first?.contains("U+00A0") == true, "\(found)")
  }

  /// A key that is misspelled may have named the files of the folder.
  @Test func filesOfAMisspelledKeyAreNotUnused() throws {
    let yaml = """
      kind: announcement
      headline: A
      released: 2003-11-14
      statments:
        - { file: income-statement.csv, title: A, unit: USD }

      """
    #expect(try found(["release.yaml": yaml]).map(\.code.id) == ["F020"])
  }
}
