import ExactNumbers
import Markup
import ReleaseModel
import Testing

@testable import ReportPages

/// What stands beside the figures of a company's history.
@Suite struct HistoryMarksTests {
  /// The tables of an archive that tells a year's revenues again and again: in thousands, or of `~` in hundred thousands.
  private func page(_ tellings: [String]) -> String {
    var example = ExampleArchive()
    example.archive.releases = tellings.enumerated().map { number, figure in
      var release = announcement()
      release.folder = "2025-01-0\(number + 1)-results-\(number + 1)"
      release.released = .init(day: day("2025-01-0\(number + 1)"))
      let isRounded = figure.hasPrefix("~")
      release.figures = [
        StatedFigure(
          concept: concept("Revenues"), label: "Revenues", period: period("2024-FY"),
          value: Amount(Int64(figure.drop { $0 == "~" })! * 1000), decimals: isRounded ? -5 : -3)
      ]
      return release
    }
    let context = example.context
    return financialsTables(company: 0, context.archive, context.history).tables.map { table in
      text { writeSection(table, company: 0, context.archive, links: [:], into: &$0) }
    }.joined()
  }

  @Test(
    arguments: [
      (["209412"], []), (["~209400"], ["≈"]), (["209412", "~210400"], ["r", "≈"]),
      (["~209400", "210412"], ["r"]),
      // The finer telling is shown, and the coarser one agrees with it.
      (["209412", "~209400"], []),
    ] as [([String], [String])])
  func revisedFiguresAreRoundedStill(_ tellings: [String], _ marks: [String]) {
    let page = page(tellings)
    let found = page.split(separator: "<a class=\"mark\"").dropFirst().compactMap { mark in
      mark.firstRange(of: "</span>").map { mark[$0.upperBound...].prefix { $0 != "<" } }
    }
    #expect(found.map(String.init) == marks, "\(page)")
  }
}
