import Diagnostics
import Markup
import PageTemplates
import ReleaseChecks
import ReleaseModel
import SVGCharts

/// What a release's page shows besides text, worked out once for the HTML and the Markdown of it.
struct ReleaseBlocks {
  private(set) var view: ReleaseView
  let context: PageContext
  let keyFigures: [KeyFigure]
  let charts: [ReleaseChart]
  let comparison: ResultComparison?
  let inventory: BlockInventory
  /// Decides where the links of the page lead.
  private(set) var links: LinkResolver

  /// - Parameter hasQuality: whether the page tells what the checks came to.
  init(_ view: ReleaseView, _ context: PageContext, hasQuality: Bool = false) {
    self.view = view
    self.context = context
    keyFigures = ReportPages.keyFigures(view, context)
    comparison = ResultComparison(view, keyFigures, context)
    charts = chartRequests(view, context).map { releaseChart($0, view, context) }
    let release = view.release
    inventory = BlockInventory(
      statements: release.statements.map(\.name), charts: charts.count,
      hasFigures: !release.figures.isEmpty, events: release.events.count,
      hasKeyFigures: !keyFigures.isEmpty, hasAttachments: !release.attachments.isEmpty,
      hasQuality: hasQuality, hasComparison: comparison != nil)
    links = LinkResolver(page: view.address, view: view, context: context)
  }

  /// Takes in what the checks came to.
  mutating func settle(_ quality: ReleaseQuality) {
    view.quality = quality
    links.claims = ClaimClasses(quality.prose)
  }

  /// Appends a block as HTML.
  func append(_ block: ReportBlock, to sink: inout ByteSink) {
    switch block {
    case .statement(let index): appendStatement(index, of: view, context, to: &sink)
    case .chart(let index):
      let chart = charts[index]
      writeChartFigure(
        chart.chart, id: "chart-\(index + 1)", title: chart.finding, note: chart.note,
        widths: chart.isWide ? [.wide, .column, .narrow] : [.column, .narrow],
        classes: chart.isWide ? "wide chart" : "body chart", into: &sink)
    case .figures: appendFigures(view, context, to: &sink)
    case .comparison:
      if let comparison { appendComparison(comparison, view, context, to: &sink) }
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
      appendStatementMarkdown(view.release.statements[index], view.fiscal, catalog, to: &sink)
    case .chart(let index): appendChartMarkdown(charts[index], to: &sink)
    case .figures: appendFiguresMarkdown(view, catalog, to: &sink)
    case .comparison:
      if let comparison { appendComparisonMarkdown(comparison, view, context, to: &sink) }
    case .event(let index):
      appendEventMarkdown(view.release.events[index], view, now: context.now, to: &sink)
    case .keyFigures: appendKeyFiguresMarkdown(keyFigures, view, to: &sink)
    case .attachments: appendAttachmentsMarkdown(view.release, to: &sink)
    case .quality: appendQualityMarkdown(view, links, catalog, to: &sink)
    case .end: sink.markup("\\#\\#\\#\n")
    }
  }

  /// What `release.yaml` asks for and the release does not tell.
  var unmetRequests: [Finding] {
    // The figures of a company that is missing are not in the history; that it is missing is reported.
    guard let company = view.companyNumber, !context.mayLackFigures(upTo: view.number) else { return [] }
    let catalog = context.archive.catalog
    let key = { (path: String) in Subject.key(release: view.number, path: path) }
    var findings: [Finding] = []
    for (index, id) in view.release.keyFigures.enumerated()
    where !keyFigures.contains(where: { $0.fact.concept == id }) {
      let concept = catalog[id]
      let period = view.defaultPeriod(of: concept).map(view.fiscal.spelling)
      let isBeyond = period != nil && view.release.keyFigures.prefix(longestKeyFigures).contains(id) == false
      let message =
        isBeyond
        ? "'\(concept.name)' in 'key_figures' comes after the \(longestKeyFigures) that a page shows"
        : "'\(concept.name)' in 'key_figures' is not told for \(period ?? "any period of the release")"
      findings.append(Finding(.unmetRequest, message, at: key("key_figures.\(index)")))
    }
    for (index, statement) in view.release.statements.enumerated() {
      if !statement.changes.isEmpty, comparedColumns(statement.columns, view.fiscal).isEmpty {
        let message = "'change' of 'statements' finds no two columns of '\(statement.name)' to compare"
        findings.append(Finding(.unmetRequest, message, at: key("statements.\(index).change")))
      }
      if statement.hasSparklines, StatementSparklines(statement, view, context) == nil {
        let message =
          "'sparkline' of 'statements' knows no two quarters of any row of '\(statement.name)'"
        findings.append(Finding(.unmetRequest, message, at: key("statements.\(index).sparkline")))
      }
    }
    for (index, (request, drawn)) in zip(view.release.charts, charts).enumerated() {
      if request.preset == .composition, drawn.chart.table.rows.isEmpty {
        let message =
          "the concepts of a composition in 'charts' do not divide into assets and an equal sum after them"
        findings.append(Finding(.unmetRequest, message, at: key("charts.\(index)")))
      }
      if request.preset == .bridge || request.preset == .margin, request.concepts.count < 2 {
        let message = "a \(request.preset.rawValue) in 'charts' needs two concepts or more"
        findings.append(Finding(.unmetRequest, message, at: key("charts.\(index)")))
      }
      for (number, id) in request.concepts.enumerated()
      where context.history.tellings(company: company, concept: id)
        .allSatisfy({ Int($0.release) > view.number })
      {
        let message = "'\(catalog[id].name)' in 'charts' is told by no release up to this one"
        findings.append(Finding(.unmetRequest, message, at: key("charts.\(index).concepts.\(number)")))
      }
    }
    return findings
  }
}
