import Markup
import PageTemplates
import ReleaseModel
import SVGCharts

extension BlockInventory {
  init(_ view: ReleaseView, _ context: PageContext) {
    let release = view.release
    self.init(
      statements: release.statements.map(\.name), charts: chartRequests(view, context).count,
      hasFigures: !release.figures.isEmpty, events: release.events.count,
      hasKeyFigures: !keyFigures(view, context).isEmpty, hasAttachments: !release.attachments.isEmpty,
      hasQuality: view.quality != nil)
  }
}

/// Appends a block of a release's page as HTML.
func appendBlock(
  _ block: ReportBlock, of view: ReleaseView, _ links: LinkResolver, _ context: PageContext,
  to sink: inout ByteSink
) {
  switch block {
  case .statement(let index): appendStatement(index, of: view, context.archive.catalog, to: &sink)
  case .chart(let index):
    let chart = releaseChart(chartRequests(view, context)[index], view, context)
    writeChartFigure(
      chart.chart, id: "chart-\(index + 1)", title: chart.finding, note: chart.note,
      widths: chart.isWide ? [.wide, .column, .narrow] : [.column, .narrow],
      classes: chart.isWide ? "wide chart" : "body chart", into: &sink)
  case .figures: appendFigures(view, context.archive.catalog, to: &sink)
  case .event(let index):
    let record = eventRecord(event: index, view, from: view.address, context)
    context.templates.fill("event", record, into: &sink)
  case .keyFigures:
    let record = keyFiguresRecord(keyFigures(view, context), view, on: view.address)
    context.templates.fill("key-figures", record, into: &sink)
  case .attachments:
    context.templates.fill("attachments", attachmentsRecord(view.release), into: &sink)
  case .quality: appendQuality(view, links, context.archive.catalog, to: &sink)
  case .end:
    sink.markup("<p class=\"end-mark\"><span aria-hidden=\"true\">###</span>")
    sink.markup("<span class=\"vh\">End of release</span></p>\n")
  }
}

/// Appends a block as GitHub-flavored Markdown, for the page that is published beside the HTML.
func appendBlockMarkdown(
  _ block: ReportBlock, of view: ReleaseView, _ links: LinkResolver, _ context: PageContext,
  to sink: inout ByteSink
) {
  let catalog = context.archive.catalog
  switch block {
  case .statement(let index):
    appendStatementMarkdown(view.release.statements[index], catalog, to: &sink)
  case .chart(let index):
    appendChartMarkdown(releaseChart(chartRequests(view, context)[index], view, context), to: &sink)
  case .figures: appendFiguresMarkdown(view, catalog, to: &sink)
  case .event(let index):
    appendEventMarkdown(view.release.events[index], view, now: context.now, to: &sink)
  case .keyFigures: appendKeyFiguresMarkdown(view, context, to: &sink)
  case .attachments: appendAttachmentsMarkdown(view.release, to: &sink)
  case .quality: appendQualityMarkdown(view, links, catalog, to: &sink)
  case .end: sink.markup("\\#\\#\\#\n")
  }
}
