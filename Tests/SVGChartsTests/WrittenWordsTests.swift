import Diagnostics
import ExactNumbers
import Testing

@testable import SVGCharts

/// What written charts say in words, tables and files, where a spec says how: shares, formats, orders, mere names.
@Suite struct WrittenWordsTests {
  private func chart(_ rows: String, _ encoding: String, mark: String = "bar") throws -> Chart {
    let spec = """
      mark: \(mark)
      data:
        values: [\(rows)]
      encoding: {\(encoding)}
      """
    let (chart, diagnostics) = try read(spec)
    #expect(!diagnostics.hasErrors, "\(diagnostics)")
    return try #require(chart)
  }

  private let amounts =
    "{q: Q1 2024, s: A, v: 10}, {q: Q1 2024, s: B, v: 30}, {q: Q2 2024, s: A, v: 15}, {q: Q2 2024, s: B, v: 85}, "
    + "{q: Q3 2024, s: A, v: 20}, {q: Q3 2024, s: B, v: 60}"
  private let shares = "x: {field: q}, y: {field: v, type: quantitative, stack: normalize}, color: {field: s}"

  @Test func sharesAreToldAsShares() throws {
    let chart = try chart(amounts, shares)
    // The amounts of A rise while its shares fall.
    #expect(
      chart.description
        == """
        Bars, stacked: Share of v by q. \
        A: from 25.0% (Q1 2024) to 25.0% (Q3 2024), highest 25.0% (Q1 2024), lowest 15.0% (Q2 2024). \
        Largest change: a fall of 10.0 percentage points to Q2 2024. \
        B: from 75.0% (Q1 2024) to 75.0% (Q3 2024), highest 85.0% (Q2 2024), lowest 75.0% (Q1 2024). \
        Largest change: a rise of 10.0 percentage points to Q2 2024.
        """)
    #expect(chart.table.heads == ["s", "Share of v"])
    #expect(
      chart.table.rows.prefix(3).map { $0.cells } == [["A", "25.0%"], ["B", "75.0%"], ["A", "15.0%"]])
    #expect(
      String(decoding: chart.csv(), as: UTF8.self).split(separator: "\r\n").prefix(3)
        == ["q,s,\"Share of v, percent\",v", "Q1 2024,A,25,10", "Q1 2024,B,75,30"])
  }

  @Test func sharesTakeTheFormatOfTheirAxis() throws {
    let chart = try chart(
      amounts, shares.replacing("stack: normalize", with: "stack: normalize, axis: {format: .0%}"))
    #expect(chart.description.contains("A: from 25% (Q1 2024) to 25% (Q3 2024)"))
  }

  @Test(arguments: [
    (
      "x: {field: d, sort: -y}, y: {field: v, type: quantitative, title: Margin, axis: {format: .1%}}",
      "Bars: Margin by d. 20.0% (B); 12.5% (A); minus 3.0% (C)."
    ),
    (
      "x: {field: d}, y: {field: v, type: quantitative, axis: {grid: true}}",
      "Bars: v by d. 0.125 (A); 0.2 (B); minus 0.03 (C)."
    ),
    (
      "x: {field: d, type: ordinal, sort: descending}, y: {field: v, type: quantitative, axis: {grid: true}}",
      """
      Bars: v by d. From minus 0.03 (C) to 0.125 (A), highest 0.2 (B), lowest minus 0.03 (C). \
      Largest change: a rise of 0.23 to B. Negative in 1 of 3.
      """
    ),
  ])
  func namesAreListedInTheOrderAndFormatAskedFor(_ encoding: String, _ text: String) throws {
    #expect(try chart("{d: A, v: 0.125}, {d: B, v: 0.2}, {d: C, v: -0.03}", encoding).description == text)
  }

  @Test(arguments: [
    ("nominal", "Bars in v. v: 12 (A); 20 (B); minus 3 (C)."),
    (
      "ordinal",
      """
      Bars in v. v: from 12 (A) to minus 3 (C). Highest 20 (B), lowest minus 3 (C). \
      Largest change: a fall of 23 in C. Negative in 1 of 3; the sign changes once.
      """
    ),
  ])
  func namesWithValuesAtTheirBarsAreListedToo(_ type: String, _ text: String) throws {
    let chart = try chart(
      "{d: A, v: 12}, {d: B, v: 20}, {d: C, v: -3}",
      "x: {field: d, type: \(type)}, y: {field: v, type: quantitative}")
    #expect(chart.description == text)
  }

  @Test(arguments: ["", ", axis: {grid: true}"])
  func manyNamesAreToldByTheirRange(_ axis: String) throws {
    let rows = (1...9).map { "{d: K\($0), v: \($0 * 2)}" }.joined(separator: ", ")
    let text = try chart(rows, "x: {field: d}, y: {field: v, type: quantitative\(axis)}").description
    #expect(text.lowercased().contains("highest 18 (k9), lowest 2 (k1)."))
    #expect(!text.contains("from") && !text.contains("Largest change"), "\(text)")
  }
}
