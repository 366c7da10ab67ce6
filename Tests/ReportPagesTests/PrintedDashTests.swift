import ExactNumbers
import Markup
import ReleaseChecks
import ReleaseModel
import SVGCharts
import Testing

@testable import ReportPages

/// A printed dash is nil: every place of a page says so, and none takes it for a figure that nobody tells.
@Suite struct PrintedDashTests {
  /// A release of the third quarter that prints dashes: of net income a year before, and of gross profit for the nine
  /// months of this one.
  private static func example() -> ExampleArchive {
    var example = ExampleArchive()
    var release = thirdQuarter()
    release.statements = [
      Statement(
        name: "income-statement", title: "Income", currency: "USD", scale: .millions,
        columns: ["2003-Q3", "2002-Q3", "2003-9M", "2002-9M"].map(period),
        rows: [
          row("Revenues", "Revenues", "10", "9", "20", "18"),
          row("NetIncomeLoss", "Net income", "4", "—", "6", "3"),
          row("GrossProfit", "Gross profit", "5", "4", "—", "8"),
        ])
    ]
    release.statements[0].changes = [.percent, .amount]
    release.keyFigures = ["Revenues", "NetIncomeLoss"].map(concept)
    release.figures = []
    example.archive.releases = [release]
    return example
  }

  private let example = PrintedDashTests.example()
  private var view: ReleaseView { ReleaseView(0, example.context) }

  @Test func keyFiguresAreComparedWithNothing() throws {
    let figure = try #require(keyFigures(view, example.context).last)
    #expect(figure.fact.concept == concept("NetIncomeLoss"))
    #expect(figure.comparison?.change == "n/m")
    #expect(figure.comparison?.versus == "after nothing a year earlier")
  }

  @Test func comparisonsShowTheDash() throws {
    let comparison = try #require(
      ResultComparison(view, keyFigures(view, example.context), example.context))
    let markdown = text { appendComparisonMarkdown(comparison, view, example.context, to: &$0) }
    #expect(markdown.contains("| Net income | $4,000,000 | — | n/m |"), "\(markdown)")
    let page = text { appendComparison(comparison, view, example.context, to: &$0) }
    #expect(
      page.contains(
        "<td class=\"dash\"><span aria-hidden=\"true\">—</span><span class=\"visually-hidden\">nil</span></td>"
          + "<td class=\"change\"><abbr title=\"not meaningful\">n/m</abbr></td>"))
  }

  @Test(arguments: [
    ("NetIncomeLoss", ["2002-Q3", "2003-Q3"], "Net income 4 in 2003, nil in 2002.", ["—", "4"]),
    ("GrossProfit", ["2002-9M", "2003-9M"], "Gross profit 8 in 2002, nil in 2003.", ["8", "—"]),
  ])
  func chartsSayNil(_ name: String, _ periods: [String], _ words: String, _ cells: [String]) throws {
    let request = ChartRequest(
      preset: .comparison, concepts: [concept(name)], periods: .listed(periods.map(period)))
    let chart = try presetChart(request, ChartFacts(view, example.context)).chart
    #expect(chart.description.contains(words), "\(chart.description)")
    #expect(chart.table.rows.map { $0.cells } == cells.map { [$0] })
    #expect(String(decoding: chart.csv(), as: UTF8.self).contains(",—\r\n"))
  }

  @Test func rowsOfSmallBarsSayNil() throws {
    let request = ChartRequest(
      preset: .sparkline, concepts: [concept("NetIncomeLoss")],
      periods: .listed(["2002-Q3", "2003-Q3"].map(period)))
    let chart = try presetChart(request, ChartFacts(view, example.context)).chart
    #expect(chart.description.contains("Net income: Q3 2002 nil; Q3 2003 4,000,000."), "\(chart.description)")
    #expect(chart.table.rows.map { $0.cells } == [["—"], ["4,000,000"]])
  }

  /// The nine months less the half-year would give the quarter for which a dash is printed.
  @Test func nothingIsCalculatedForADash() throws {
    var example = PrintedDashTests.example()
    example.archive.releases[0].statements[0].rows = [
      row("Revenues", "Revenues", "10", "9", "20", "18"),
      row("NetIncomeLoss", "Net income", "—", "2", "6", "3"),
    ]
    example.archive.releases[0].figures = [
      StatedFigure(
        concept: concept("NetIncomeLoss"), label: "Net income", period: period("2003-H1"),
        value: amount("6000000"), decimals: -6)
    ]
    let context = example.context
    #expect(derivedInHistory(context) == true)
    let facts = ChartFacts(context)
    #expect(facts.toldOrDerived(concept("NetIncomeLoss"), period("2003-Q3")) == nil)
    let request = ChartRequest(
      preset: .trend, concepts: [concept("NetIncomeLoss")],
      periods: .listed(["2002-Q3", "2003-Q3"].map(period)))
    let chart = try presetChart(request, facts).chart
    #expect(!chart.notes.contains { $0.contains("calculated") }, "\(chart.notes)")
    #expect(!chart.notes.contains("Shaded: no figure for the period."))
    #expect(chart.description.contains("Nil: Q3 2003."), "\(chart.description)")
    let tables = financialsTables(company: 0, context.archive, context.history).tables
    let quarters = try #require(tables.first { $0.kind == .quarters })
    let row = try #require(quarters.rows.first { $0.concept == concept("NetIncomeLoss") })
    let column = try #require(quarters.columns.firstIndex(of: period("2003-Q3")))
    #expect(row.nils.contains(column) && row.derived[column] == nil)
    let page = text {
      writeSection(quarters, company: 0, context.archive, links: [:], into: &$0)
    }
    #expect(page.contains("<span class=\"visually-hidden\">nil</span></td>"))
  }

  private func derivedInHistory(_ context: PageContext) -> Bool {
    derivedQuarters(company: 0, context.archive, context.history).contains {
      $0.concept == concept("NetIncomeLoss") && $0.period == period("2003-Q3")
    }
  }

  /// A dash in another currency says nothing of the amount in this one, and one of a later release nothing to readers
  /// of an earlier one.
  @Test func dashesCountInTheirCurrencyAndFromTheirDay() {
    let archive = example.archive
    let (id, quarter) = (concept("NetIncomeLoss"), period("2002-Q3"))
    #expect(archive.printsDash(id, quarter, in: "USD", among: [0]))
    #expect(archive.printsDash(id, quarter, in: nil, among: [0]))
    #expect(!archive.printsDash(id, quarter, in: "EUR", among: [0]))
    #expect(!archive.printsDash(id, quarter, in: "USD", among: [0], upTo: -1))
    #expect(!archive.printsDash(id, period("2003-Q3"), in: "USD", among: [0]))
  }
}
