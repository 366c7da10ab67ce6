import Diagnostics
import MarkdownRendering
import Markup
import Testing

@testable import ReportPages

private let home = "/releases/2003/third-quarter-results/"

@Test(arguments: [
  // Ids and what refers to them within the block.
  ("<p id=\"a\"><a href=\"#a\">x</a></p>", "<p id=\"_1-a\"><a href=\"#_1-a\">x</a></p>"),
  (
    "<svg aria-labelledby=\"a b\"><g fill=\"url(#p)\"/></svg>",
    "<svg aria-labelledby=\"_1-a _1-b\"><g fill=\"url(#_1-p)\"/></svg>"
  ),
  // A place elsewhere on the page it is from.
  ("<a href=\"#b\">x</a>", "<a href=\"../releases/2003/third-quarter-results/#b\">x</a>"),
  ("<a href=\"a.csv\">x</a>", "<a href=\"../releases/2003/third-quarter-results/a.csv\">x</a>"),
  ("<img src=\"../x/y.png\">", "<img src=\"../releases/2003/x/y.png\">"),
  ("<a href=\"https://example.com/#a\">x</a>", "<a href=\"https://example.com/#a\">x</a>"),
  ("<a href=\"mailto:a@b\">x</a>", "<a href=\"mailto:a@b\">x</a>"),
  ("no markup", "no markup"),
])
func blocksStandOnOtherPages(block: String, moved: String) {
  let bytes = transplanted(Array(block.utf8), from: home, to: "/about/", prefix: "_1-")
  #expect(String(decoding: bytes, as: UTF8.self) == moved)
}

@Test func markdownStandsOnOtherPages() {
  let text = "- Revenues: [$1](#Revenues-2003-Q3), [slides](slides.pdf), [us](https://a.example)"
  #expect(
    String(decoding: transplantedMarkdown(Array(text.utf8), from: home, to: "/about/"), as: UTF8.self)
      == "- Revenues: [$1](../releases/2003/third-quarter-results/#Revenues-2003-Q3), "
      + "[slides](../releases/2003/third-quarter-results/slides.pdf), [us](https://a.example)")
}

private func rendered(_ text: String) -> (html: String, findings: [Diagnostic]) {
  let context = ExampleArchive().context
  var sink = ByteSink()
  var fragments: [FragmentUse] = []
  var found: [Diagnostic] = []
  let bytes = Array(text.utf8)
  _ = bytes.withUnsafeBytes { buffer in
    withParsedMarkdown(buffer) { parsed in
      renderSections(
        parsed, links: LinkResolver(page: "/about/", view: nil, context: context), inventory: nil,
        charts: PageCharts(taken: []), block: { _, _ in }, place: { Place("about.md", $0) }, into: &sink,
        fragments: &fragments,
        diagnostics: &found)
    }
  }
  return (sink.text(), found)
}

@Test func aStatementOnAnyPage() {
  let fence = "```statement 2003-11-14-third-quarter-results/income-statement\n```\n"
  let (html, findings) = rendered(fence + "\n" + fence)
  #expect(findings.isEmpty)
  // Twice on one page, with ids of its own each time.
  #expect(html.contains("id=\"_1-Revenues-2003-Q3\"") && html.contains("id=\"_2-Revenues-2003-Q3\""))
  #expect(!html.contains(" id=\"Revenues"))
  #expect(html.contains("From <a href=\"../releases/2003/third-quarter-results/\">Acme closes"))
}

@Test func keyFiguresAndChartsOnAnyPage() {
  let (html, findings) = rendered(
    """
    ```key-figures 2003-11-14-third-quarter-results
    ```

    ```chart 2003-11-14-third-quarter-results
    ```

    ```figures 2003-08-11-second-quarter-results
    ```
    """)
  #expect(findings.isEmpty)
  #expect(html.contains("<dt>Revenues</dt>"))
  #expect(html.contains("<figure class=\"body chart\" id=\"_2-chart-1\">"))
  #expect(html.contains("6.9"))
}

@Test(arguments: [
  (
    "statement 2003-11-14-third-quarter-result/income-statement",
    "the archive has no release '2003-11-14-third-quarter-result'",
    ["did you mean '2003-11-14-third-quarter-results'?"]
  ),
  (
    "statement 2003-11-14-third-quarter-results/income-statment",
    "the release has no statement 'income-statment'", ["did you mean 'income-statement'?"]
  ),
  ("chart 2003-09-15-restructuring", "the release has no charts to show", []),
  ("key-figures 2003-09-15-restructuring", "the release has no key figures to show", []),
  (
    "chart 2003-11-14-third-quarter-results/7", "'chart 7' is not there; the release has one chart", []
  ),
  (
    "chart 2003-11-14-third-quarter-results/chart-2",
    "the release has no chart 'chart-2', but one: chart-1", ["did you mean 'chart-1'?"]
  ),
])
func whatAPageCannotBorrow(info: String, message: String, hints: [String]) {
  let findings = rendered("Words.\n\n```\(info)\n```\n").findings
  #expect(findings.map(\.code.id) == ["L107"])
  #expect(findings.first?.message == message)
  #expect(findings.first?.hints == hints)
  #expect(findings.first?.place?.range?.start == .init(line: 3, column: 1))
}

@Test(arguments: [
  ("#who-we-are", "/about/", "who-we-are"), ("/releases/2003/x/#a%20b", "/releases/2003/x/", "a b"),
  ("../releases/#y2003", "/releases/", "y2003"), ("/about/?x#y", "/about/", "y"),
])
func placesOnPages(destination: String, address: String, fragment: String) throws {
  let links = LinkResolver(page: "/about/", view: nil, context: ExampleArchive().context)
  let found = try #require(links.fragment(of: destination))
  #expect((found.address, found.fragment) == (address, fragment))
}

@Test(arguments: ["/about/", "#", "#top", "/slides.pdf#page=2", "#:~:text=words", "/about/#"])
func linksWithoutAPlace(destination: String) {
  let links = LinkResolver(page: "/about/", view: nil, context: ExampleArchive().context)
  #expect(links.fragment(of: destination) == nil)
}

@Test func placesAreThoseOfTheFinishedPage() {
  let html = Array("<h2 id=\"who-we-are\">A</h2><td id=\"a&amp;b\">".utf8)
  let uses = ["who-we-are", "a&b", "who-we-ar"].map {
    FragmentUse(address: "/about/", fragment: $0, place: Place("about.md"))
  }
  let findings = fragmentFindings(uses, on: html)
  #expect(findings.map(\.message) == ["the page '/about/' has no place '#who-we-ar'"])
  #expect(findings.first?.hints == ["did you mean 'who-we-are'?"])
}
