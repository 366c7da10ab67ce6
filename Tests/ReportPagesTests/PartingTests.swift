import ExactNumbers
import Foundation
import Markup
import ReleaseModel
import SVGCharts
import Testing

@testable import ReportPages

/// Figures that a declared break parts: they are shown, and no change between them is told.
@Suite struct PartingTests {
  private static let shares = ["EarningsPerShareBasicAndDiluted", "WeightedAverageShares"]

  /// The archive of two quarters with a break of its company's figures.
  private func example(from: String, of concepts: [String]) -> ExampleArchive {
    var example = ExampleArchive()
    example.archive.companies[0].breaks = [
      .init(from: period(from), concepts: concepts.map(concept), reason: "A purchase")
    ]
    example.archive.releases[ExampleArchive.third].statements[0].changes = [.percent]
    return example
  }

  private let note = "n/c: not comparable. New basis from Q3 2003: A purchase."

  @Test(
    arguments: [
      ("2003-Q3", ["Revenues"], "| Revenues | $6,980,000 | $7,181,000 | n/c |"),
      ("2003-Q3", ["Cash"], "| Revenues | $6,980,000 | $7,181,000 | −2.8% |"),
      // Both stand on the new basis, or both on the old one.
      ("2002-Q3", [], "| Revenues | $6,980,000 | $7,181,000 | −2.8% |"),
      ("2003-Q4", [], "| Revenues | $6,980,000 | $7,181,000 | −2.8% |"),
    ])
  func columnsOfChangesTellNoneAcrossABreak(_ from: String, _ concepts: [String], _ row: String) {
    let example = example(from: from, of: concepts)
    let statement = example.archive.releases[ExampleArchive.third].statements[0]
    let markdown = text {
      appendStatementMarkdown(statement, of: example.view, example.context, to: &$0)
    }
    #expect(markdown.contains(row))
    #expect(markdown.contains(note) == row.contains("n/c"))
    let page = text { appendStatement(0, of: example.view, example.context, to: &$0) }
    #expect(page.contains("<abbr title=\"not comparable\">n/c</abbr>") == row.contains("n/c"))
    #expect(page.contains("<p class=\"table-note\">\(note)</p>") == row.contains("n/c"))
  }

  @Test func comparisonsShowFiguresAndNoChangeAcrossABreak() throws {
    let example = example(from: "2003-Q3", of: ["Revenues"])
    let view = example.view
    let figures = keyFigures(view, example.context)
    let comparison = try #require(ResultComparison(view, figures, example.context))
    let markdown = text { appendComparisonMarkdown(comparison, view, example.context, to: &$0) }
    let row = try #require(markdown.split(separator: "\n").first { $0.hasPrefix("| Revenues") })
    #expect(row.contains("$6,980,000 | $7,181,000 | n/c"))
    #expect(markdown.contains(note))
    let other = try #require(markdown.split(separator: "\n").first { $0.hasPrefix("| Net loss") })
    #expect(!other.contains("n/c"))
    let page = text { appendComparison(comparison, view, example.context, to: &$0) }
    #expect(page.contains("<abbr title=\"not comparable\">n/c</abbr>"))
    #expect(page.contains("<p class=\"table-note\">\(note)</p>"))
  }

  @Test func keyFiguresSayThatTheyCannotBeCompared() throws {
    let example = example(from: "2003-Q3", of: ["Revenues"])
    let figures = keyFigures(example.view, example.context)
    let revenues = try #require(figures.first { $0.fact.concept == concept("Revenues") })
    #expect(revenues.comparison?.change == "Not comparable")
    #expect(revenues.comparison?.versus == "with $7,181,000 a year earlier")
    #expect(revenues.parting == "New basis from Q3 2003: A purchase.")
    let markdown = text { appendKeyFiguresMarkdown(figures, example.view, to: &$0) }
    #expect(markdown.contains(", not comparable with $7,181,000 a year earlier"))
    #expect(markdown.hasSuffix("\nNew basis from Q3 2003: A purchase.\n"))
    let others = figures.filter { $0.fact.concept != concept("Revenues") }
    #expect(others.allSatisfy { $0.parting == nil })
  }

  @Test func comparedBarsTellNoChangeAcrossABreak() throws {
    let example = example(from: "2003-Q3", of: ["Revenues"])
    let request = ChartRequest(
      preset: .comparison, concepts: ["Revenues", "NetIncomeLoss"].map(concept),
      periods: .listed(["2002-Q3", "2003-Q3"].map(period)))
    let chart = try presetChart(request, ChartFacts(example.view, example.context)).chart
    #expect(
      chart.description.hasPrefix(
        "Grouped bars in thousands of US dollars. Third quarter, 2002 to 2003: "
          + "Revenues 7,181 and 6,980, which cannot be compared; Net loss widens from 462 to 4,679."))
    #expect(chart.notes.contains("New basis from Q3 2003: A purchase."))
  }

  @Test func rowsOfSmallBarsSayWhereTheirBasisChanges() throws {
    for (from, isParted) in [("2003-Q3", true), ("2003-Q4", false)] {
      let example = example(from: from, of: ["Revenues"])
      let request = ChartRequest(
        preset: .sparkline, concepts: [concept("Revenues")],
        periods: .listed(["2002-Q3", "2003-Q3"].map(period)))
      let chart = try presetChart(request, ChartFacts(example.view, example.context)).chart
      #expect(chart.notes.contains("New basis from Q3 2003: A purchase.") == isParted)
    }
  }

  @Test(
    arguments: [
      ("2003-Q3", ["Revenues"], true), ("2003-Q3", [], true), ("2003-Q3", ["Cash"], false),
      // Nothing is told before the one, and nothing after the other.
      ("2002-Q3", ["Revenues"], false), ("2003-Q4", ["Revenues"], false),
    ])
  func smallBarsOfStatementsAreParted(_ from: String, _ concepts: [String], _ isParted: Bool) {
    var example = example(from: from, of: concepts)
    example.archive.releases[ExampleArchive.third].statements[0].hasSparklines = true
    example.archive.releases[ExampleArchive.third].statements[0].changes = []
    let page = text { appendStatement(0, of: example.view, example.context, to: &$0) }
    #expect(page.contains("class=\"spark\""))
    #expect(page.contains("<path class=\"basis\"") == isParted)
    #expect(
      page.contains("<p class=\"table-note\">New basis from \(from == "2003-Q4" ? "Q4" : "Q3") ") == isParted)
    #expect(page.contains("Q3 2003 6,980,000, on another basis\"") == isParted)
  }

  /// The reason of changes that are not told is the one of the rule.
  @Test func aReasonStandsUnderATableOnce() {
    var example = example(from: "2003-Q3", of: ["Revenues"])
    example.archive.releases[ExampleArchive.third].statements[0].hasSparklines = true
    let page = text { appendStatement(0, of: example.view, example.context, to: &$0) }
    #expect(page.contains("<path class=\"basis\""))
    #expect(page.components(separatedBy: "New basis from Q3 2003").count == 2)
  }

  /// A split of shares: what a release after it tells is on the new count, for whatever period.
  @Test(
    arguments: [
      // The year before is told again by the release of the split, the quarter before is not.
      ("2024-Q1 600,2024-Q4 900", "2024-Q1 400,2025-Q1 700", "2024-Q1", false),
      ("2024-Q1 600,2024-Q4 900", "2024-Q1 400,2025-Q1 700", "2024-Q4", true),
      ("2024-Q4 900", "2024-Q1 400,2025-Q1 700", "2024-Q1", false),
    ])
  func splitsPartOnlyWhatIsNotToldAgain(_ before: String, _ after: String, _ older: String, _ isParted: Bool)
  {
    var example = ExampleArchive()
    example.archive.companies[0].breaks = [
      .init(from: period("2025-Q1"), concepts: Self.shares.map(concept), reason: "Split 3 for 2")
    ]
    example.archive.releases = [before, after].enumerated().map { number, figures in
      var release = announcement()
      release.folder = "2025-0\(number * 3 + 2)-01-results"
      release.released = .init(day: day("2025-0\(number * 3 + 2)-01"))
      release.period = period(number == 0 ? "2024-Q4" : "2025-Q1")
      release.figures = figures.split(separator: ",").map { figure in
        let parts = figure.split(separator: " ").map(String.init)
        return StatedFigure(
          concept: concept("WeightedAverageShares"), label: "Shares", period: period(parts[0]),
          value: Amount(Int64(parts[1])!), decimals: 0)
      }
      return release
    }
    let facts = ChartFacts(ReleaseView(1, example.context), example.context)
    let parting = facts.parting(concept("WeightedAverageShares"), period(older), period("2025-Q1"))
    #expect(parting == (isParted ? "New basis from Q1 2025: Split 3 for 2." : nil))
    let found = facts.breaks(
      [(concept("WeightedAverageShares"), "Shares")], over: [period(older), period("2025-Q1")])
    #expect(found.map(\.category) == (isParted ? ["Q1 2025"] : []))
  }

  @Test func aRowOfQuartersIsPartedWhereTheCountChanges() {
    var example = example(from: "2003-Q3", of: Self.shares)
    // The third quarter's release tells the year before on its own count, and nothing between.
    example.archive.releases[0].figures = ["2003-Q1", "2003-Q2"].map {
      StatedFigure(
        concept: concept("WeightedAverageShares"), label: "Shares", period: period($0),
        value: Amount(5_000_000), decimals: 0)
    }
    let facts = ChartFacts(example.view, example.context)
    let found = facts.breaks(
      [(concept("WeightedAverageShares"), "Shares")],
      over: ["2002-Q3", "2002-Q4", "2003-Q1", "2003-Q2", "2003-Q3"].map(period))
    #expect(found.map(\.category) == ["Q1 2003", "Q3 2003"])
    #expect(found.map(\.word) == ["not restated", "new basis"])
  }
}

/// The quarter before a release's, and the year before it, which a split has restated.
extension PartingTests {
  @Test(
    arguments: [
      // The release of the split itself tells the year before anew, and not the quarter before.
      (["2024-Q1 0.30", "2024-Q4 0.42", "2025-Q1 0.15,2024-Q1 0.10"], false, true),
      // The release after it: the quarter before is on the new count as well.
      (
        [
          "2024-Q1 0.30", "2024-Q2 0.33", "2024-Q4 0.42", "2025-Q1 0.15,2024-Q1 0.10",
          "2025-Q2 0.16,2024-Q2 0.11",
        ],
        false, false
      ),
      // A split after the other: by the first one alone the quarter before is not comparable.
      (
        [
          "2024-Q1 0.30", "2024-Q2 0.66", "2024-Q4 0.42", "2025-Q1 0.15,2024-Q1 0.10",
          "2025-Q2 0.16,2024-Q2 0.11",
        ],
        false, true
      ),
      // Where the company's file says so, the release of the split need not have told anything again.
      (["2024-Q2 0.33", "2024-Q4 0.42", "2025-Q1 0.15", "2025-Q2 0.16,2024-Q2 0.11"], true, false),
      (["2024-Q2 0.33", "2024-Q4 0.42", "2025-Q1 0.15", "2025-Q2 0.16,2024-Q2 0.11"], false, true),
    ])
  func theQuarterBeforeIsPartedByItsOwnCount(_ releases: [String], _ isDeclared: Bool, _ isParted: Bool)
    throws
  {
    let name = "EarningsPerShareBasicAndDiluted"
    var example = ExampleArchive()
    if isDeclared {
      example.archive.companies[0].breaks = [
        .init(from: period("2025-Q1"), concepts: [concept(name)], reason: "Split 3 for 1")
      ]
    }
    example.archive.releases = releases.enumerated().map { number, figures in
      var release = announcement()
      release.kind = .earnings
      let all = figures.split(separator: ",").map { $0.split(separator: " ").map(String.init) }
      release.period = period(all[0][0])
      release.released = .init(day: day("2025-0\(number + 1)-01"))
      release.folder = "2025-0\(number + 1)-01-results"
      release.figures = all.map {
        StatedFigure(
          concept: concept(name), label: "Earnings per share", period: period($0[0]), value: amount($0[1]),
          decimals: 2)
      }
      return release
    }
    let view = ReleaseView(releases.count - 1, example.context)
    let comparison = try #require(ResultComparison(view, keyFigures(view, example.context), example.context))
    let row = try #require(comparison.groups.first?.rows.first)
    #expect(row.quarterBefore != nil)
    #expect((row.partingOfQuarter != nil) == isParted)
    #expect((row.changeOfQuarter == .incomparable) == isParted)
    let quarters = ["2024-Q1", "2024-Q2", "2024-Q4", "2025-Q1", "2025-Q2"].map(period)
    let breaks = ChartFacts(view, example.context).breaks([(concept(name), "Earnings")], over: quarters)
    #expect(breaks.allSatisfy { $0.note.contains("whole ratio") != isDeclared })
  }
}

/// Periods in titles and descriptions.
extension PartingTests {
  @Test func daysAreJoinedWithoutTheirPreposition() throws {
    let days = ["2002-12-31", "2003-09-30"].map(period)
    #expect(spanWords(days, .calendarYear) == "December 31, 2002 to September 30, 2003")
    #expect(spanWords([days[0]], .calendarYear) == "at December 31, 2002")
    let example = ExampleArchive()
    let request = ChartRequest(preset: .comparison, concepts: [concept("Cash")], periods: .listed(days))
    let chart = try presetChart(request, ChartFacts(example.view, example.context)).chart
    #expect(
      chart.description.contains(
        " December 31, 2002 to September 30, 2003: Cash and cash equivalents rise from"))
    #expect(!chart.description.contains("At "))
  }
}
