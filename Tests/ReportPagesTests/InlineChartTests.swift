import Diagnostics
import ExactNumbers
import PageTemplates
import ReleaseModel
import Testing

@testable import ReportPages

/// Charts that are written into a page.
@Suite struct InlineChartTests {
  private let values = """
    mark: bar
    data: {values: [{a: "=A", b: 2}]}
    encoding: {x: {field: a}, y: {field: b, type: quantitative}}
    """

  /// A hand-written page with fences of charts after a line of text.
  private func page(_ fences: [String], info: String = "chart") -> (ComposedPage, [Diagnostic], String) {
    let text = "Words.\n\n" + fences.map { "```\(info)\n\($0)\n```\n" }.joined(separator: "\n")
    var fragments: [FragmentUse] = []
    var diagnostics: [Diagnostic] = []
    let page = writtenPage(
      WrittenPage(address: "/notes/a/", title: "A", summary: nil, showsContents: false),
      text: AuthorText(path: "content/pages/notes/a.md", bytes: Array(text.utf8), firstLine: 4),
      ExampleArchive().context, fragments: &fragments, diagnostics: &diagnostics)
    var html = ""
    for value in page.record.values {
      if case .html(let bytes) = value { html += String(decoding: bytes, as: UTF8.self) }
    }
    return (page, diagnostics, html)
  }

  @Test func specIsAFigureWithFilesOfItsOwn() throws {
    let (page, diagnostics, html) = page([values, "name: second\n" + values])
    #expect(diagnostics.isEmpty)
    #expect(html.contains("<figure class=\"body chart\" id=\"inline-chart-1\">"))
    #expect(html.contains("<figure class=\"body chart\" id=\"second\">"))
    #expect(html.contains("<a href=\"second.csv\" download>"))
    #expect(html.contains("<th scope=\"row\">=A</th>"))
    #expect(page.charts == 2)
    #expect(
      page.files.map(\.name) == ["inline-chart-1.svg", "inline-chart-1.csv", "second.svg", "second.csv"])
    #expect(String(decoding: page.files[1].bytes, as: UTF8.self) == "a,b\r\n'=A,2\r\n")
  }

  @Test func namesAreForOneChartEach() {
    let (_, diagnostics, _) = page(["name: one\n" + values, "name: one\n" + values, "name: O!\n" + values])
    #expect(diagnostics.map(\.code.id) == ["L116", "L116"])
    #expect(diagnostics.first?.message == "'one' is the name of something else on the page")
  }

  @Test func findingPointsAtTheLineOfThePage() {
    let (_, diagnostics, html) = page(["mark: bar\nbin: true"])
    #expect(diagnostics.first?.code.id == "C101")
    #expect(diagnostics.first?.place?.range?.start == .init(line: 8, column: 1))
    #expect(!html.contains("<figure"))
  }

  @Test func factsAreThoseThatWereToldLast() {
    let (_, diagnostics, html) = page([
      """
      mark: bar
      data: {facts: [Revenues], periods: [2002-Q3, 2003-Q3]}
      encoding: {x: {field: period}, y: {field: value, type: quantitative}}
      """
    ])
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    #expect(html.contains("<span class=\"unit\">$ thousand</span>"))
    #expect(html.contains("<th scope=\"row\">Q3 2003</th><td>6,980</td>"))
    #expect(html.contains("Source: release of November 14, 2003."))
  }

  @Test(arguments: ["", ", axis: {grid: true}"])
  func factsThatTheirSourceRoundsAreMarked(_ axis: String) throws {
    let (page, diagnostics, html) = page([
      """
      mark: bar
      data: {facts: [Revenues], periods: [2003-Q2, 2003-Q3]}
      encoding: {x: {field: period}, y: {field: value, type: quantitative\(axis)}}
      """
    ])
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    #expect(page.charts == 1)
    #expect(html.contains("about 6,900") || html.contains("about 6.9 ("))
    #expect(!html.contains("about 6,980") && !html.contains("about 6.98"))
    #expect(html.contains("Hollow: rounded in its source."))
    #expect(html.contains(" hollow\""))
  }

  @Test(arguments: [
    ("2003-Q3 2002-Q3 2003-9M 2002-9M", "2002-Q3 2003-Q3 2002-9M 2003-9M"),
    ("2003-9M 2002-9M 2003-Q3 2002-Q3", "2002-9M 2003-9M 2002-Q3 2003-Q3"),
    ("2003-Q3 2001-Q3 2002-Q3", "2001-Q3 2002-Q3 2003-Q3"),
    ("2004-Q1 2003-Q4 2003-Q3", "2003-Q3 2003-Q4 2004-Q1"),
    ("2003-Q3 2003-9M 2003-Q2", "2003-Q3 2003-9M 2003-Q2"),
    ("2003-FY", "2003-FY"),
  ])
  func comparedPeriodsRunFromTheOlderToTheNewer(_ listed: String, _ shown: String) {
    func periods(_ names: String) -> [Period] { names.split(separator: " ").map { period(String($0)) } }
    let request = ChartRequest(
      preset: .comparison, concepts: [concept("Revenues")], periods: .listed(periods(listed)))
    #expect(comparedPeriods(request, ChartFacts(ExampleArchive().context)) == periods(shown))
  }

  @Test(arguments: [
    ("facts: [Revenue]", "C110", "there is no concept 'Revenue'", 16),
    ("facts: [other/Revenues]", "C110", "there is no company 'other'", 16),
    ("facts: [NetIncome", "S100", "", 0),
    (
      "facts: [Revenues], periods: last quarter", "C110",
      "'last quarter' is no period and not of the form 'last 8 quarters'", 36
    ),
    ("facts: [Revenues], periods: [2003-Q5]", "C110", "'2003-Q5' is no period", 37),
    ("facts: [Revenues], periods: [1990-Q1]", "C110", "no release tells 'Revenues' for 1990-Q1", 37),
    ("facts: [Revenues], periods: [2003-Q3, 1990-Q1]", "C110", "no release tells 'Revenues' for 1990-Q1", 46),
    ("facts: [Revenues], periods: 1990-Q1", "C110", "no release tells 'Revenues' for 1990-Q1", 36),
    ("values: [], periods: [1990-Q1]", "C108", "'periods' belongs to 'facts'", 29),
    ("url: a.csv", "C110", "the site publishes no file 'a.csv'", 13),
  ])
  func dataThatIsNotThereIsNamedAtItsPlace(_ data: String, _ code: String, _ message: String, _ column: Int) {
    let spec =
      "mark: bar\ndata: {\(data)}\nencoding: {x: {field: period}, y: {field: value, type: quantitative}}"
    let (_, diagnostics, _) = page([spec])
    #expect(diagnostics.first?.code.id == code)
    if message.isEmpty { return }
    #expect(diagnostics.first?.message == message)
    if column > 0 { #expect(diagnostics.first?.place?.range?.start == .init(line: 8, column: column)) }
  }

  @Test func fenceWithoutASpecIsAReference() {
    #expect(!isInlineChart("chart", " \n"))
    #expect(!isInlineChart("chart 1", "mark: bar"))
    #expect(isInlineChart("chart inline", "mark: bar"))
    #expect(isInlineChart("chart", "mark: bar"))
  }
}
