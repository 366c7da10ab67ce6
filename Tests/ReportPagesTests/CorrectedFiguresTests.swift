import Markup
import ReleaseModel
import Testing

@testable import ReportPages

/// As of when a table of earlier figures says that it tells them, where releases were corrected after their day.
@Suite struct CorrectedFiguresTests {
  private func caption(_ change: (inout [Release]) -> Void) throws -> String {
    var example = ExampleArchive()
    change(&example.archive.releases)
    let view = ReleaseView(ExampleArchive.third, example.context)
    let comparison = try #require(
      ResultComparison(view, keyFigures(view, example.context), example.context))
    let page = text { appendComparison(comparison, view, example.context, to: &$0) }
    let start = try #require(page.firstRange(of: "<span class=\"caption-note\">")).upperBound
    return String(page[start...].prefix { $0 != "<" })
  }

  private func correction(_ date: String) -> Correction {
    Correction(date: Moment(day: day(date)), what: "Revenue was 1,200.")
  }

  @Test func figuresOfTheDayAreCalledSo() throws {
    #expect(try caption { _ in } == "As known on the day of the release.")
    // Corrected before this release came out, and of a release that tells nothing here.
    #expect(
      try caption {
        $0[0].corrections = [correction("2003-09-01")]
        $0[1].corrections = [correction("2003-12-01")]
      } == "As known on the day of the release.")
  }

  @Test func correctionsAfterTheDayAreTold() throws {
    let words = "As known on the day of the release, with corrections up to December 5, 2003."
    #expect(
      try caption {
        $0[2].corrections = [correction("2003-12-01"), correction("2003-12-05")]
      } == words)
    // Of the quarter before, which an earlier release tells.
    #expect(try caption { $0[0].corrections = [correction("2003-12-05")] } == words)
  }
}
