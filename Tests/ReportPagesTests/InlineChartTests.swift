import Diagnostics
import ExactNumbers
import MarkdownRendering
import Markup
import Testing

@testable import ReportPages

/// Charts that are written into a page, and what divides a balance sheet.
@Suite struct InlineChartTests {
  private func fence(_ info: String, _ literal: String) -> FencedBlock {
    FencedBlock(info: info, literal: literal, range: SourceRange(line: 7, column: 1, length: 0))
  }

  @Test func specIsDrawnAsAFigure() {
    let spec =
      "mark: bar\ndata: {values: [{a: A, b: 2}]}\nencoding: {x: {field: a}, y: {field: b, type: quantitative}}\n"
    var sink = ByteSink()
    let place = Place("content/pages/a.md", SourceRange(line: 7, column: 1, length: 8))
    #expect(writeInlineChart(fence("chart", spec), at: place, into: &sink).isEmpty)
    let html = sink.text()
    #expect(html.contains("<figure class=\"body chart\" id=\"chart-at-7\">"))
    #expect(html.contains("<th scope=\"row\">A</th>"))
  }

  @Test func findingPointsAtTheLineOfThePage() {
    var sink = ByteSink()
    let place = Place("content/pages/a.md", SourceRange(line: 7, column: 1, length: 8))
    let findings = writeInlineChart(fence("chart", "mark: bar\nbin: true\n"), at: place, into: &sink)
    #expect(findings.first?.code.id == "C101")
    #expect(findings.first?.place?.range?.start == .init(line: 9, column: 1))
    #expect(sink.count == 0)
  }

  @Test func fenceWithoutASpecIsAReference() {
    #expect(!isInlineChart(fence("chart", " \n"), nil))
    #expect(!isInlineChart(fence("chart 1", "mark: bar"), nil))
    #expect(isInlineChart(fence("chart inline", "mark: bar"), nil))
  }

  @Test(
    arguments: [([1, 2, 3], 2), ([5, 5], 1), ([1, 2], nil), ([], nil), ([0, 0], nil)] as [([Int64], Int?)])
  func balanceIsDividedWhereSumsAreEqual(_ amounts: [Int64], _ split: Int?) {
    #expect(balancingSplit(amounts.map { Amount($0) }) == split)
  }
}
