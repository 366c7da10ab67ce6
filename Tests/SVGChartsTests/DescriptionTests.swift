import Testing

@testable import SVGCharts

@Suite struct DescriptionTests {
  private func chart(_ name: String) throws -> Chart {
    try #require(chartCases.first { $0.name == name }).chart
  }

  @Test(arguments: [
    (
      "results",
      """
      Grouped bars in thousands of US dollars. Third quarter, 2002 to 2003: Revenues fall from 7,181 to 6,980; \
      Net loss widens from 462 to 4,679. Nine months, 2002 to 2003: Revenues rise from 20,442 to 20,848; \
      Net loss widens from 619 to 4,943.
      """
    ),
    (
      "trend",
      """
      Two panels, on one scale in millions of US dollars. Revenues: from 7.2 (Q3 2002) to about 9.6 (Q2 2008). \
      Highest about 10.7 (Q4 2006), lowest 6.3 (Q3 2004). Largest change: a rise of 1.5 in Q4 2006. \
      No figure in 5 of 24. Net income (loss): from minus 0.5 (Q3 2002) to 0.4 (Q2 2008). \
      Highest 1.0 (Q4 2006), lowest minus 5.6 (Q3 2007). Largest change: a fall of 5.2 in Q3 2007. \
      Negative in 6 of 19; the sign changes 5 times. No figure in 5 of 24.
      """
    ),
    ("empty", "There are no figures to show."),
    ("equal", "Bars in US dollars. Dividend: 0.25 throughout."),
    ("one-point", "Bars in thousands of US dollars. Revenues: 6,980 (2003)."),
  ])
  func tellsTheData(_ name: String, _ text: String) throws {
    #expect(try chart(name).description == text)
  }

  @Test func tableHasTheFiguresOfTheChart() throws {
    let table = try chart("results").table
    #expect(table.caption == "Thousands of US dollars")
    #expect(table.heads == ["Revenues", "Net loss"])
    #expect(table.rows.map(\.head).first == "Third quarter 2002")
    #expect(table.rows.map(\.cells).first == ["7,181", "(462)"])
    let missing = try chart("missing").table
    #expect(missing.rows[1].cells == [nil, nil])
  }

  @Test func roundedFiguresGainNoDigits() throws {
    let table = try chart("trend").table
    #expect(table.caption == "Millions of US dollars")
    #expect(table.rows[0].cells == ["7.181", "(0.462)"])
    #expect(table.rows[1].cells[0] == "7.4")
  }

  @Test func specialMarksAreExplained() throws {
    let trend = try chart("trend")
    #expect(trend.scaleNote == "both panels on one scale")
    #expect(
      trend.notes == [
        "Shaded: no figure for the period.",
        "Hollow: rounded in its source.",
      ])
    #expect(try chart("results").notes.isEmpty)
    #expect(try chart("results").scaleNote.isEmpty)
    #expect(try chart("trend-own-scales").scaleNote == "each panel on its own scale")
  }

  @Test func panelsOfOtherSizeNameTheirUnits() throws {
    let own = try chart("trend-own-scales")
    #expect(own.unit == "US dollars")
    #expect(own.table.heads == ["Revenues, millions of US dollars", "Per share, US dollars"])
  }
}
