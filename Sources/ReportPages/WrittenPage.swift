public import Diagnostics
import MarkdownRendering
import Markup
public import PageTemplates
public import ReleaseChecks
import ReleaseModel

/// A page that an author wrote, without its text.
public struct WrittenPage: Hashable, Sendable {
  /// `/about/`.
  public var address: String
  public var title: String
  public var summary: String?
  /// Whether a list of its second-level headings stands beside it.
  public var showsContents: Bool

  public init(address: String, title: String, summary: String?, showsContents: Bool) {
    self.address = address
    self.title = title
    self.summary = summary
    self.showsContents = showsContents
  }
}

/// What a hand-written page is published as.
public struct ComposedPage: Sendable {
  /// For the template `page`.
  public var record: TemplateRecord
  /// What is published beside it.
  public var files: [PageFile]
  /// How many charts it shows.
  public var charts: Int
}

/// Fills the template `page` with a hand-written page.
public func writtenPage(
  _ page: WrittenPage, text: AuthorText, prose: ProseReport? = nil, _ context: PageContext,
  fragments: inout [FragmentUse], diagnostics: inout [Diagnostic]
) -> ComposedPage {
  var lines = LineMap(fallback: Place(text.path))
  lines.add(lines: 1..<text.lineCount + 1, path: text.path, source: text.firstLine)
  var charts = PageCharts(taken: ["index"])
  charts.add(
    text, company: context.archive.site.company,
    ChartData(facts: ChartFacts(context), page: page.address), isComplete: !context.mayLackFigures(upTo: nil))
  diagnostics += charts.diagnostics
  var article = ByteSink()
  let headings = text.normalized.withUnsafeBytes { bytes in
    withParsedMarkdown(bytes) { parsed in
      renderSections(
        parsed,
        links: LinkResolver(page: page.address, view: nil, context: context, claims: ClaimClasses(prose)),
        inventory: nil, charts: charts,
        block: { _, _ in }, place: { lines.place(for: $0) }, into: &article, fragments: &fragments,
        diagnostics: &diagnostics)
    }
  }
  let listed = page.showsContents ? headings.filter { $0.level == 2 } : []
  let record = PageShapes.page.record(
    values: frame(
      context, address: page.address, title: page.title,
      description: page.summary ?? "\(page.title), \(context.archive.site.title)",
      structuredData: pageStructuredData(page.title, at: page.address, context.archive.site)) + [
        .text(page.title),
        .text(page.summary),
        .html(article.bytes()),
        .list(listed.map { PageShapes.headingLink.record(.text("#" + $0.anchor), .text($0.text)) }),
        .flag(!listed.isEmpty),
      ])
  return ComposedPage(
    record: record, files: charts.all.flatMap(chartFiles), charts: charts.all.count)
}
