import CivilTime
import Diagnostics
import PageTemplates
import ReleaseChecks
import ReleaseModel
import Testing

@testable import ReportPages

private let body = AuthorText(
  path: "content/releases/2003-11-14-third-quarter-results/body.md",
  bytes: Array(
    """
    Revenue was [$6,980,000](fact:Revenues), [2.8% less](calc:growth(Revenues,2002-Q3)).

    ### Outlook

    See [what came before](/releases/2003/restructuring/).

    ```statement balance-sheet
    ```

    """.utf8), firstLine: 1)

private let about = TitledText(
  title: "About Acme",
  text: AuthorText(
    path: "content/boilerplate/about.md", bytes: Array("Acme makes [things](fact:Nothing).\n".utf8),
    firstLine: 4))

private func page(_ texts: ReleaseTexts) -> ReleasePage {
  releasePage(ExampleArchive.third, texts: texts, ExampleArchive().context)
}

private func html(_ page: ReleasePage) -> String {
  let index = PageShapes.release.fields.firstIndex { $0.name == "article" }
  let record = page.record.values(PageShapes.release)
  guard let index, case .html(let bytes) = record.values[index] else { return "" }
  return String(decoding: bytes, as: UTF8.self)
}

@Test func theGeneratedPageIsMarkdown() {
  let markdown = releasePageMarkdown(
    at: ExampleArchive.third, texts: ReleaseTexts(body: body, boilerplate: [about]),
    context: ExampleArchive().context)
  #expect(
    String(decoding: markdown.bytes, as: UTF8.self) == """
      ```key-figures
      ```

      ## Results

      [Los Angeles, November 14, 2003](#:dateline) Revenue was [$6,980,000](fact:Revenues), [2.8% less](calc:growth(Revenues,2002-Q3)).

      ### Outlook

      See [what came before](/releases/2003/restructuring/).

      ```statement balance-sheet
      ```

      ## The figures in a chart

      ```chart 1
      ```

      ## Compared with earlier periods

      ```comparison
      ```

      ## Financial statements

      ```statement income-statement
      ```

      ## Figures outside the statements

      ```figures
      ```

      ## Conference call

      ```event 1
      ```

      ## Attachments

      ```attachments
      ```

      ## About Acme

      Acme makes [things](fact:Nothing).

      """)
  func place(_ line: Int, _ column: Int) -> Place {
    markdown.place(for: SourceRange(line: line, column: column, length: 3))
  }
  // The dateline, which is ours, counts as the start of the author's line.
  #expect(place(6, 1) == Place(body.path, SourceRange(line: 1, column: 1, length: 0)))
  #expect(place(6, 46) == Place(body.path, SourceRange(line: 1, column: 1, length: 3)))
  #expect(place(6, 58) == Place(body.path, SourceRange(line: 1, column: 13, length: 3)))
  #expect(place(10, 5) == Place(body.path, SourceRange(line: 5, column: 5, length: 3)))
  #expect(place(47, 13) == Place(about.text.path, SourceRange(line: 4, column: 13, length: 3)))
  #expect(place(4, 1) == Place("content/releases/2003-11-14-third-quarter-results/release.yaml"))
}

@Test func aReleaseFromEndToEnd() {
  let page = page(ReleaseTexts(body: body, boilerplate: [about]))
  let article = html(page)
  #expect(
    article.contains(
      """
      <p><span class="dateline">Los Angeles, November 14, 2003</span> Revenue was \
      <a class="claim" href="#Revenues-2003-Q3">$6,980,000</a>, \
      <a class="claim" href="#Revenues-2003-Q3">2.8% less</a>.</p>
      """))
  #expect(article.contains("<a href=\"../restructuring/\">what came before</a>"))
  #expect(
    article.contains(
      "<dt>Net loss</dt><dd>$(4,679,000) |n/m|wider than a loss of $462,000 a year earlier</dd>"))
  #expect(
    article.contains(
      "<dt>Cash and cash equivalents</dt><dd>$1,057,000 |0.9% more|than $1,048,000 at the end of 2002</dd>"))
  #expect(article.contains("<div id=\"event-1\">Third quarter 2003 conference call</div>"))
  #expect(article.contains("<a href=\"slides%201.pdf\">Slides</a> PDF, 240 kB"))
  #expect(article.hasSuffix("<span class=\"visually-hidden\">End of release</span></p>\n"))
  // The author's statement stays where it was placed, and stands nowhere else.
  #expect(article.split(separator: "id=\"statement-2-caption\"").count == 2)
  #expect(page.charts == 1)
  #expect(page.figures == 15)
  #expect(page.diagnostics.map(\.code.id) == ["L102"])
  #expect(
    page.diagnostics.first?.place
      == Place("content/boilerplate/about.md", SourceRange(line: 4, column: 26, length: 7)))
}

@Test func unknownBlocksAreFindingsAtTheirFence() {
  let text = AuthorText(
    path: "body.md", bytes: Array("Words.\n\n```statement balance-shet\n```\n\n```chart 3\n```\n".utf8))
  let diagnostics = page(ReleaseTexts(body: text)).diagnostics
  #expect(diagnostics.map(\.code.id) == ["L107", "L107"])
  #expect(
    diagnostics.map(\.message) == [
      "the release has no statement 'balance-shet'", "'chart 3' is not there; the release has one chart",
    ])
  #expect(diagnostics.first?.hints == ["did you mean 'balance-sheet'?"])
  #expect(diagnostics.first?.place?.range == SourceRange(line: 3, column: 1, length: 25))
}

@Test func aFenceLeftOpenTakesInNothing() {
  let text = AuthorText(path: "body.md", bytes: Array("Words.\n\n````\ncode\n".utf8))
  let page = page(ReleaseTexts(body: text))
  #expect(html(page).contains("id=\"statement-1-caption\""))
  #expect(page.diagnostics.isEmpty)
}

@Test func headingsLeaveBlocksTheirAnchors() {
  let text = AuthorText(path: "body.md", bytes: Array("## Event 1\n\nWords.\n".utf8))
  let diagnostics = page(ReleaseTexts(body: text)).diagnostics
  #expect(diagnostics.map(\.code.id) == ["L110"])
  #expect(diagnostics.first?.place?.range == SourceRange(line: 1, column: 1, length: 10))
}

@Test(arguments: [
  ("Words", 0), ("\n### A\n\nWords", 3), ("**Bold** words", 0), ("2003 was", 0), ("- item", nil),
  ("2. item", nil), ("> quoted", nil), ("***", nil), ("Title\n===", nil), ("| a |", nil), ("<p>", nil),
  ("```\ncode\n```", nil), ("[a]: /b", nil), ("", nil),
])
func datelinesStandBeforeTheFirstParagraph(markdown: String, line: Int?) {
  #expect(datelineIndex(AuthorText(path: "", bytes: Array(markdown.utf8)).lines) == line)
}

@Test func theRecordOfARelease() {
  let example = ExampleArchive()
  let record = page(ReleaseTexts(body: body)).record.values(PageShapes.release)
  #expect(record.values.count == PageShapes.release.fields.count)
  #expect(text(record, "root") == "../../../")
  #expect(text(record, "base") == "/ir/")
  #expect(text(record, "documentTitle") == "Acme closes <five> centers | Acme Corporation")
  #expect(text(record, "canonical") == "https://acme.example/ir/releases/2003/third-quarter-results/")
  #expect(text(record, "kind") == "Quarterly results")
  #expect(text(record, "date") == "November 14, 2003")
  #expect(text(record, "period") == "Third quarter 2003")
  #expect(text(record, "yearHref") == "../")
  #expect(text(record, "shortTitle") == "Third quarter results")
  guard case .record(let previous?) = value(record, "previous"), case .record(nil) = value(record, "next")
  else {
    Issue.record("neighbors are wrong")
    return
  }
  guard case .text("../restructuring/") = previous.values[0] else {
    Issue.record("the earlier release is wrong")
    return
  }
  guard case .html(let json) = value(record, "structuredData") else { return }
  #expect(
    String(decoding: json, as: UTF8.self).contains(
      "\"headline\":\"Acme closes \\u003Cfive> centers\",\"description\":\"A loss & a plan.\",\"datePublished\":\"2003-11-14\""
    ))
  #expect(isArchived(day("2001-11-19"), example.archive.site, now: example.now))
  #expect(!isArchived(day("2001-11-20"), example.archive.site, now: example.now))
  #expect(!isArchived(day("2004-02-29"), example.archive.site, now: example.now))
}

@Test func theLookOfMarkdownForReaders() {
  let page = page(ReleaseTexts(body: body))
  let markdown = String(decoding: page.markdown ?? [], as: UTF8.self)
  #expect(
    markdown.hasPrefix(
      """
      ---
      title: "Acme closes \\u003Cfive> centers"
      date: "2003-11-14"
      kind: "earnings"
      company: "Acme Corporation"
      period: "2003-Q3"
      permalink: "https://acme.example/ir/releases/2003/third-quarter-results/"
      ---

      # Acme closes \\<five> centers

      A loss &amp; a plan.

      Quarterly results · November 14, 2003 · Third quarter 2003 · Acme Corporation

      - Contact: Jo Mann, Investor relations, 877-310-0717, www.acme.example

      **Third quarter 2003**

      - Revenues: [$6,980,000](#Revenues-2003-Q3), 2.8% less than $7,181,000 a year earlier
      - Gross loss: [$(176,000)](#GrossProfit-2003-Q3), after a gross profit of $1,022,000 a year earlier
      """))
  #expect(
    markdown.contains(
      """
      ## Results

      Los Angeles, November 14, 2003 — Revenue was [$6,980,000](#Revenues-2003-Q3), [2.8% less](#Revenues-2003-Q3).

      ### Outlook

      See [what came before](../restructuring/).

      **Balance sheet**
      """))
  #expect(
    markdown.contains(
      """
      **Third quarter 2003 conference call**

      - Starts: Friday, November 14, 2003, 4:30 p.m., Eastern Standard Time, 21:30 UTC
      - Speakers: Judi Irving, President; Robert Chilton
      - Dial-in: 800-309-8563
      - Replay: From two hours after the end until midnight at the end of November 21, 2003, 800-642-1687, ID 3901827
      - Webcast: <https://www.acme.example/>
      """))
  #expect(markdown.contains("- [Slides](slides%201.pdf) (PDF, 240 kB)\n"))
  #expect(!markdown.contains("fact:") && !markdown.contains("```"))
  #expect(markdown.hasSuffix("\\#\\#\\#\n"))
}

@Test(arguments: [
  ("2003-11-14T22:29:59Z", EventStatus.upcoming), ("2003-11-15T00:30:00Z", .replay),
  ("2003-11-22T04:59:59Z", .replay), ("2003-11-22T05:00:00Z", .past),
])
func eventsPass(now: String, expected: EventStatus) {
  #expect(eventStatus(conferenceCall(), now: Instant(rfc3339: now)!) == expected)
}

@Test func entriesOfLists() {
  let context = ExampleArchive().context
  var writer = RecordWriter()
  writer.entry(ExampleArchive.third, on: ListingPage("/releases/", context), context)
  let record = writer.page(PageShapes.entry).values(PageShapes.entry)
  let shape = PageShapes.entry
  #expect(text(record, "href", shape) == "2003/third-quarter-results/")
  #expect(text(record, "date", shape) == "Nov 14, 2003")
  #expect(text(record, "figureLabel", shape) == "Net loss")
  guard case .html(let html) = value(record, "figure", shape) else { return }
  #expect(
    String(decoding: html, as: UTF8.self)
      == "<span class=\"visually-hidden\">minus </span>$(4,679<span class=\"thousands\">,000</span>)")
}

func value(
  _ record: TemplateRecord, _ name: String, _ shape: RecordShape = PageShapes.release
) -> TemplateValue? {
  shape.fields.firstIndex { $0.name == name }.map { record.values[$0] }
}

func text(
  _ record: TemplateRecord, _ name: String, _ shape: RecordShape = PageShapes.release
) -> String? {
  guard case .text(let text) = value(record, name, shape) else { return nil }
  return text
}

@Test func requestsThatTheReleaseCannotMeet() {
  var example = ExampleArchive()
  example.archive.releases[0].keyFigures = [concept("Revenues"), concept("Cash")]
  example.archive.releases[0].charts = [ChartRequest(preset: .trend, concepts: [concept("Assets")])]
  let unmet = releasePage(0, texts: ReleaseTexts(), example.context).unmetRequests
  #expect(
    unmet.map(\.subject) == [
      .key(release: 0, path: "key_figures.1"), .key(release: 0, path: "charts.0.concepts.0"),
    ])
  #expect(
    unmet.map(\.message) == [
      "'Cash' in 'key_figures' is not told for 2003-06-30",
      "'Assets' in 'charts' is told by no release up to this one",
    ])
  #expect(unmet.map(\.code.id) == ["L111", "L111"])
}

@Test func whatCouldNotBeReadIsNotMissedAgain() {
  let text = AuthorText(path: "body.md", bytes: Array("[a](fact:Revenues@1999-Q1) [b](fact:Nothing)\n".utf8))
  var example = ExampleArchive()
  let texts = ReleaseTexts(body: text)
  #expect(
    releasePage(ExampleArchive.third, texts: texts, example.context).diagnostics.map(\.code.id) == [
      "L106", "L102",
    ])
  example.incomplete = IncompleteContent(releases: ["2003-08-11-second-quarter-results"])
  #expect(
    releasePage(ExampleArchive.third, texts: texts, example.context).diagnostics.map(\.code.id) == ["L102"])
}

@Test func authorsWithSectionsGetNoSecondOfTheSameName() {
  let text = AuthorText(
    path: "body.md", bytes: Array("Words.\n\n## Results\n\nMore.\n\n## Conference call\n\nAt noon.\n".utf8))
  let markdown = releasePageMarkdown(
    at: ExampleArchive.third, texts: ReleaseTexts(body: text), context: ExampleArchive().context)
  let headings = String(decoding: markdown.bytes, as: UTF8.self).split(separator: "\n").filter {
    $0.hasPrefix("##")
  }
  #expect(
    headings == [
      "## Overview", "## Results", "## Conference call", "## The figures in a chart",
      "## Compared with earlier periods", "## Financial statements", "## Figures outside the statements",
      "## Conference call details", "## Attachments",
    ])
}

@Test func handWrittenPages() {
  let context = ExampleArchive().context
  let text = AuthorText(
    path: "content/pages/about.md",
    bytes: Array("## Who\n\nSee [it](fact:Revenues@2003-Q3).\n\n```figures\n```\n".utf8), firstLine: 5)
  var fragments: [FragmentUse] = []
  var diagnostics: [Diagnostic] = []
  let record = writtenPage(
    WrittenPage(address: "/about/", title: "About", summary: nil, showsContents: true), text: text, context,
    fragments: &fragments, diagnostics: &diagnostics
  ).record
  #expect(record.values.count == PageShapes.page.fields.count)
  #expect(
    diagnostics.map(\.message) == [
      "outside releases a block names the release it is from: 'figures 2003-11-14-results'"
    ])
  #expect(diagnostics.first?.place?.range?.start == .init(line: 9, column: 1))
  guard case .html(let article) = value(record, "article", PageShapes.page) else { return }
  #expect(
    String(decoding: article, as: UTF8.self).contains(
      "<a class=\"claim\" href=\"../releases/2003/third-quarter-results/#Revenues-2003-Q3\">it</a>"))
}

@Test func aPageShowsSixKeyFigures() {
  var example = ExampleArchive()
  let names = [
    "Revenues", "GrossProfit", "NetIncomeLoss", "EarningsPerShareBasicAndDiluted", "WeightedAverageShares",
    "Cash", "Assets",
  ]
  example.archive.releases[ExampleArchive.third].keyFigures = names.map(concept)
  #expect(keyFigures(example.view, example.context).map(\.concept.name) == Array(names.prefix(6)))
  #expect(
    releasePage(ExampleArchive.third, texts: ReleaseTexts(), example.context).unmetRequests.map(\.message)
      == ["'Assets' in 'key_figures' comes after the 6 that a page shows"])
}

@Test(arguments: [
  ("```chart 1\n```\n\nA\n\n```chart\n```\n", ["L112 6 'chart' is on the page already"]),
  ("- ```sh\n  ls\n  ```\n\n```chart 1\n```\n", []),
  ("```end-mark\n```\n", ["L107 1 every release ends with its mark by itself"]),
  ("## Event 1\n", ["L110 1 'Event 1' takes the anchor 'event-1' of a block"]),
  ("## Event 2\n", []),
])
func blocksThatAuthorsPlace(body: String, findings: [String]) {
  let text = AuthorText(path: "body.md", bytes: Array(body.utf8))
  let page = releasePage(
    ExampleArchive.third, texts: ReleaseTexts(body: text), ExampleArchive().context)
  #expect(
    page.diagnostics.map { "\($0.code.id) \($0.place?.range?.start.line ?? 0) \($0.message)" } == findings)
  let html = html(page)
  #expect(html.ranges(of: "<figure").count == 1)
  #expect(html.ranges(of: "class=\"end-mark\"").count == 1)
}

@Test func neighborsAreOfTheSameCompany() {
  var example = ExampleArchive()
  example.archive.releases[1].company = "globex"
  let context = example.context
  #expect(context.releasesOf == [[0, 2], [1]])
  let record = releasePage(2, texts: ReleaseTexts(), context).record.values(PageShapes.release)
  guard case .record(let previous?)? = value(record, "previous", PageShapes.release) else {
    Issue.record("the third quarter has a neighbor")
    return
  }
  #expect(text(previous, "headline", PageShapes.neighbor) == "Second quarter")
}

@Test(arguments: [
  (["2003-Q1", "2003-Q3"], ["2003-Q3", "2003-Q2", "2003-Q1"]),
  (
    ["2001-Q1", "2003-Q2"],
    [
      "2003-Q2", "2003-Q1", "2002-Q4", "2002-Q3", "2002-Q2", "2002-Q1", "2001-Q4", "2001-Q3", "2001-Q2",
      "2001-Q1",
    ]
  ),
  (["2001-Q1", "2003-Q3"], ["2003-Q3", "2001-Q1"]),
  (["1000-Q1", "2003-Q3", "3003-Q3"], ["3003-Q3", "2003-Q3", "1000-Q1"]),
  ([], []),
])
func gapsOfQuartersAreFilledWhileTheyAreShort(told: [String], columns: [String]) {
  let calendar = FiscalCalendar.calendarYear
  #expect(quarters(spanning: Set(told.map(period)), calendar).map(calendar.spelling) == columns)
}
