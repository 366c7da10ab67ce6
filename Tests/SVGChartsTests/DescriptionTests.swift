import ExactNumbers
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
      No figure in 5 of 24. Net income (loss): from minus 0.46 (Q3 2002) to 0.43 (Q2 2008). \
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

  private static let quarterAndYear = [
    ChartCategory(label: "Q4 2003", fullLabel: "Q4 2003"), ChartCategory(label: "2003", fullLabel: "2003"),
  ]

  /// What a comparison of two categories says of one series.
  private func told(_ name: String, _ amounts: [Int64?], _ categories: [ChartCategory]) -> String {
    let series = ChartSeries(
      name: name, style: .primary, values: amounts.map { $0.map { ChartSeries.Value(Amount($0)) } })
    let text = ChartText(title: "Figures", currency: "US dollars")
    return comparisonChart(text, categories: categories, series: [series]).description
  }

  private func named(_ labels: String...) -> [ChartCategory] {
    labels.map { ChartCategory(label: $0, fullLabel: $0) }
  }

  @Test func quarterIsNotToldAsTheWayToAYear() {
    #expect(
      told("Net income (loss)", [264_000, -4_679_000], Self.quarterAndYear)
        == "Bars in thousands of US dollars. Net income (loss): 264 (Q4 2003); minus 4,679 (2003)."
    )
    #expect(
      told(
        "Revenues", [120, 100, 480, 410], named("Q4 2018", "Q4 2017", "FY 2018", "FY 2017"))
          == """
          Bars in US dollars. Revenues, quarters: from 100 (Q4 2017) to 120 (Q4 2018). Highest 120 (Q4 2018), \
          lowest 100 (Q4 2017). Revenues, years: from 410 (FY 2017) to 480 (FY 2018). Highest 480 (FY 2018), \
          lowest 410 (FY 2017).
          """)
  }

  @Test(arguments: [
    ("Revenues", "rise"), ("Gross profit", "rises"), ("Income before income taxes", "rises"),
    ("Operating costs", "rise"), ("Gross loss", "rises"),
  ])
  func theVerbFollowsTheNoun(_ name: String, _ verb: String) {
    #expect(
      told(name, [7, 9], named("2002", "2003"))
        == "Bars in US dollars. 2002 to 2003: \(name) \(verb) from 7 to 9.")
  }

  @Test func pairsOfPlacesNeitherRiseNorFall() {
    #expect(
      told("Employees", [9, 7], named("East", "West"))
        == "Bars in US dollars. East and West: Employees 9 and 7.")
    #expect(
      told("Revenues", [9, 7], named("2003", "2002"))
        == "Bars in US dollars. 2002 to 2003: Revenues rise from 7 to 9.")
  }

  @Test func differentFiguresAreNotToldInTheSameDigits() {
    #expect(
      told("Revenues", [12_345_600_001, 12_346_400_002], named("2002", "2003"))
        == "Bars in millions of US dollars. 2002 to 2003: Revenues rise from 12,345.6 to 12,346.4.")
    #expect(
      told("Revenues", [12_346_000_001, 12_346_000_002], named("2002", "2003"))
        == "Bars in millions of US dollars. 2002 to 2003: Revenues nearly unchanged at 12,346.000.")
  }

  @Test(
    arguments: [
      ("Net loss", [-500, -400, -100], "Largest change: a narrowing of 300 in 2003."),
      ("Loss from operations", [-100, -150, -400], "Largest change: a widening of 250 in 2003."),
      ("Net income (loss)", [-500, -400, -100], "Largest change: a rise of 300 in 2003."),
      ("Net loss", [-500, 100, 50], "Largest change: a rise of 600 in 2002."),
    ] as [(String, [Int64], String)])
  func lossIsSpokenOfByItsSize(_ name: String, _ amounts: [Int64], _ words: String) {
    #expect(told(name, amounts, named("2001", "2002", "2003")).contains(words))
  }

  @Test func writtenChartTellsLengthsByThemselvesToo() throws {
    let spec = """
      mark: {type: line, point: true}
      data: {values: [{t: Q3 2003, v: 3}, {t: Q4 2003, v: 4}, {t: "2003", v: 14}, {t: "2002", v: 12}]}
      encoding: {x: {field: t, sort: null}, y: {field: v, type: quantitative, title: Units}}
      """
    #expect(
      try read(spec).0?.description == """
        Lines: Units by t. Quarters: from 3 (Q3 2003) to 4 (Q4 2003), highest 4 (Q4 2003), lowest 3 (Q3 2003). \
        Years: from 12 (2002) to 14 (2003), highest 14 (2003), lowest 12 (2002).
        """)
  }

  @Test(arguments: [
    ("Q3 2003", 3), ("2003-Q3", 3), ("Third quarter 2003", 3), ("2003-H1", 6), ("9 months 2003", 9),
    ("Nine months ended September 30, 2003", nil), ("FY 2003", 12), ("Fiscal year 2003", 12), ("2003", 12),
    ("Q3", 3), ("First half", 6), ("", nil), ("2003-09", 1), ("Sep 2003", 1), ("2003-09-30", 0),
    ("At September 30, 2003", 0), ("Room 2003", nil),
    ("East", nil), ("2002 and 2003", nil), ("12", nil),
  ])
  func namesOfPeriodsHaveALength(_ text: String, _ months: Int?) {
    #expect(ChartTime(text)?.months == months)
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

/// Series whose basis changes: each side is told by itself, and nothing is compared across.
@Suite struct PartedDescriptionTests {
  private func told(_ amounts: [Int64?], breaksBefore places: [Int]) -> String {
    let years = amounts.indices.map { ChartCategory(label: "\(2001 + $0)", fullLabel: "\(2001 + $0)") }
    let series = ChartSeries(
      name: "Revenues", style: .primary, values: amounts.map { $0.map { ChartSeries.Value(Amount($0)) } })
    return trendChart(
      ChartText(title: "Figures", currency: "US dollars"), categories: years, series: [series],
      breaks: places.map { ChartBreak(category: years[$0].fullLabel, note: "A split.") }
    ).description
  }

  @Test(
    arguments: [
      (
        [267, 280, 270, 89, 122], [3],
        "from 267 (2001) to 270 (2003). Highest 280 (2002), lowest 267 (2001). On another basis: from 89 (2004) to 122 (2005). Largest change: a rise of 33 in 2005. A split."
      ),
      ([267, nil, 89], [2], "267 (2001). On another basis: 89 (2003). No figure in 1 of 3. A split."),
      (
        [9, 9, 9, 3, 4], [3],
        "9 from 2001 to 2003. On another basis: from 3 (2004) to 4 (2005). Largest change: a rise of 1 in 2005. A split."
      ),
      // The sign does not change from one basis to the next.
      (
        [5, 6, -2, -1], [2],
        "from 5 (2001) to 6 (2002). On another basis: from minus 2 (2003) to minus 1 (2004). Largest change: a rise of 1 in 2002. Negative in 2 of 4. A split."
      ),
      (
        [5, 6, 7], [],
        "from 5 (2001) to 7 (2003). Highest 7 (2003), lowest 5 (2001). Largest change: a rise of 1 in 2002."
      ),
    ] as [([Int64?], [Int], String)])
  func sidesOfABreakAreToldByThemselves(_ amounts: [Int64?], _ places: [Int], _ words: String) {
    #expect(
      told(amounts, breaksBefore: places).hasSuffix("Revenues: " + words),
      "\(told(amounts, breaksBefore: places))")
  }
}
