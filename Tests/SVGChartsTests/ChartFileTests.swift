import ExactNumbers
import Testing

@testable import SVGCharts

/// Charts as files: their figures as CSV, and what a drawing that stands alone brings along.
@Suite struct ChartFileTests {
  private func csv(_ spec: String) throws -> String {
    String(decoding: try #require(try read(spec).0).csv(), as: UTF8.self)
  }

  @Test func numbersAreInFullAndTextIsNoFormula() throws {
    let text = try csv(
      """
      mark: bar
      data:
        values: [{n: "=1+1", v: 7181000}, {n: "a, \\"b\\"", v: -4679000.25}, {n: "-x", v: null}]
      encoding: {x: {field: n, sort: null}, y: {field: v, type: quantitative, title: "@sum"}}
      """)
    #expect(
      text == "n,'@sum\r\n'=1+1,7181000\r\n\"a, \"\"b\"\"\",-4679000.25\r\n'-x,\r\n")
  }

  @Test func amountsOfEighteenDigitsAreExact() throws {
    let spec = """
      mark: {type: point}
      data: {values: [{n: a, v: 123456789012345678}, {n: b, v: -0.123456789012345678}]}
      encoding: {x: {field: n}, y: {field: v, type: quantitative, scale: {zero: false}}}
      """
    let chart = try #require(try read(spec).0)
    #expect(chart.table.rows.map(\.cells) == [["123,456,789,012,345,678"], ["\u{2212}0.123456789012345678"]])
    #expect(try csv(spec) == "n,v\r\na,123456789012345678\r\nb,-0.123456789012345678\r\n")
  }

  @Test func waterfallTellsChangesAndTotals() throws {
    let text = try csv(
      """
      mark: waterfall
      data: {values: [{s: Start, v: 6980000}, {s: Costs, v: -8499000}, {s: End, v: null}]}
      encoding: {x: {field: s}, y: {field: v, type: quantitative, title: US dollars}}
      """)
    #expect(
      text
        == "Step,\"Change, US dollars\",\"Total, US dollars\"\r\nStart,,6980000\r\nCosts,-8499000,-1519000\r\nEnd,,-1519000\r\n"
    )
  }

  @Test func partsAndSparklines() throws {
    let text = ChartText(title: "t", measure: ChartMeasure(words: "US dollars", sign: "$"))
    let parts = compositionChart(
      text,
      columns: [
        ("Assets", [ChartPart(label: "Cash", amount: Amount(8_275_000))]),
        (
          "Owed",
          [
            ChartPart(label: "Debt", amount: Amount(9_000_000)),
            ChartPart(label: "Deficit", amount: Amount(-725_000)),
          ]
        ),
      ])
    #expect(parts.unit == "$ million")
    #expect(
      String(decoding: parts.csv(), as: UTF8.self)
        == "Column,Part,\"Amount, US dollars\"\r\nAssets,Cash,8275000\r\nOwed,Debt,9000000\r\nOwed,Deficit,-725000\r\n"
    )
    #expect(
      parts.table.rows.map(\.cells) == [["Assets", "8.275"], ["Owed", "9.000"], ["Owed", "(0.725)"]])
    #expect(parts.description.contains("Owed 8.3: Debt 9.0, Deficit minus 0.7."))
    let sparks = sparklineChart(
      text, periods: ["Q1", "Q2"],
      rows: [SparkRow(label: "Revenues", values: [.init(Amount(5)), nil], figure: "$5")])
    #expect(String(decoding: sparks.csv(), as: UTF8.self) == "Period,Revenues\r\nQ1,5\r\nQ2,\r\n")
  }

  @Test func aloneItBringsItsStylesAndItsSource() throws {
    var chart = try #require(try read(SpecTests.minimal).0)
    chart.source = "Source: release of November 14, 2003."
    let svg = String(decoding: chart.standaloneSVG(), as: UTF8.self)
    for part in ["prefers-color-scheme:dark", "forced-colors:active", "@media print", chart.source] {
      #expect(svg.contains(part), "\(part) is missing")
    }
    #expect(!svg.contains("style=\"") && !svg.contains("<script"))
  }

  @Test func breakEndsALineAndIsNamed() throws {
    let series = ChartSeries(
      name: "Revenues", style: .primary,
      values: [1, 2, 3, 4].map { ChartSeries.Value(Amount($0 * 1_000_000)) })
    let categories = (1...4).map { ChartCategory(label: "Q\($0)", fullLabel: "Q\($0) 2003", group: "2003") }
    let found = ChartBreak(category: "Q3 2003", note: "New basis from Q3 2003: a purchase.")
    let chart = trendChart(
      ChartText(title: "t", currency: "US dollars"), categories: categories, series: [series], breaks: [found]
    )
    let svg = drawing(of: chart, width: .column)
    #expect(svg.contains("class=\"basis\"") && svg.contains(">new basis</text>"))
    let line = svg.split(separator: "\n").first { $0.contains("class=\"curve s1\"") } ?? ""
    #expect(line.filter { $0 == "M" }.count == 2)
    #expect(chart.notes.contains(found.note) && chart.description.hasSuffix(found.note))
  }
}
