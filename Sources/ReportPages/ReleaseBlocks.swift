import Diagnostics
import Markup
import PageTemplates
import ReleaseModel

/// What a release's page shows besides text, worked out once for the HTML and the Markdown of it.
struct ReleaseBlocks {
  var view: ReleaseView
  var context: PageContext
  var keyFigures: [KeyFigure]
  var charts: PageCharts

  init(_ view: ReleaseView, _ texts: ReleaseTexts, _ context: PageContext) {
    self.view = view
    self.context = context
    keyFigures = ReportPages.keyFigures(view, context)
    charts = releaseCharts(view, texts, context)
  }

  var inventory: BlockInventory {
    let release = view.release
    return BlockInventory(
      statements: release.statements.map(\.name), charts: charts.listed.count,
      hasFigures: !release.figures.isEmpty, events: release.events.count,
      hasKeyFigures: !keyFigures.isEmpty, hasAttachments: !release.attachments.isEmpty,
      hasQuality: view.quality != nil)
  }

  private var links: LinkResolver { LinkResolver(page: view.address, view: view, context: context) }

  /// Appends a block as HTML.
  func append(_ block: ReportBlock, to sink: inout ByteSink) {
    switch block {
    case .statement(let index): appendStatement(index, of: view, context.archive.catalog, to: &sink)
    case .chart(let index):
      writeChartFigure(charts.listed[index], into: &sink)
    case .figures: appendFigures(view, context.archive.catalog, to: &sink)
    case .event(let index):
      let record = eventRecord(release: view.number, event: index, from: view.address, context)
      context.templates.fill("event", record, into: &sink)
    case .keyFigures:
      let record = keyFiguresRecord(keyFigures, view, on: view.address)
      context.templates.fill("key-figures", record, into: &sink)
    case .attachments:
      context.templates.fill("attachments", attachmentsRecord(view.release), into: &sink)
    case .quality: appendQuality(view, links, context.archive.catalog, to: &sink)
    case .end:
      sink.markup("<p class=\"end-mark\"><span aria-hidden=\"true\">###</span>")
      sink.markup("<span class=\"visually-hidden\">End of release</span></p>\n")
    }
  }

  /// Appends a block as GitHub-flavored Markdown, for the page that is published beside the HTML.
  func appendMarkdown(_ block: ReportBlock, to sink: inout ByteSink) {
    let catalog = context.archive.catalog
    switch block {
    case .statement(let index):
      appendStatementMarkdown(view.release.statements[index], catalog, to: &sink)
    case .chart(let index): appendChartMarkdown(charts.listed[index], to: &sink)
    case .figures: appendFiguresMarkdown(view, catalog, to: &sink)
    case .event(let index):
      appendEventMarkdown(view.release.events[index], view, now: context.now, to: &sink)
    case .keyFigures: appendKeyFiguresMarkdown(keyFigures, view, to: &sink)
    case .attachments: appendAttachmentsMarkdown(view.release, to: &sink)
    case .quality: appendQualityMarkdown(view, links, catalog, to: &sink)
    case .end: sink.markup("\\#\\#\\#\n")
    }
  }

  /// What `release.yaml` asks for and the release does not tell.
  var unmetRequests: [Diagnostic] {
    // The figures of a company that is missing are not in the history; that it is missing is reported.
    guard view.companyNumber != nil, !context.mayLackFigures(upTo: view.number) else { return [] }
    let catalog = context.archive.catalog
    let file = Place(releaseFile(view.release))
    var diagnostics: [Diagnostic] = []
    for id in view.release.keyFigures where !keyFigures.contains(where: { $0.fact.concept == id }) {
      let concept = catalog[id]
      let period = view.defaultPeriod(of: concept).map(view.fiscal.spelling)
      let isBeyond = period != nil && view.release.keyFigures.prefix(longestKeyFigures).contains(id) == false
      let message =
        isBeyond
        ? "'\(concept.name)' in 'key_figures' comes after the \(longestKeyFigures) that a page shows"
        : "'\(concept.name)' in 'key_figures' is not told for \(period ?? "any period of the release")"
      diagnostics.append(Diagnostic(.unmetRequest, message, at: file))
    }
    return diagnostics
  }
}
