import Diagnostics
import Markup
import PageTemplates
import ReleaseChecks
import ReleaseModel

/// What a release's page shows besides text, worked out once for the HTML and the Markdown of it.
final class ReleaseBlocks {
  let view: ReleaseView
  let context: PageContext
  let keyFigures: [KeyFigure]
  let charts: PageCharts
  let comparison: ResultComparison?
  let inventory: BlockInventory
  /// Decides where the links of the page lead.
  let links: LinkResolver

  /// - Parameter hasQuality: whether the page tells what the checks came to.
  init(
    _ view: ReleaseView, _ texts: ReleaseTexts, _ context: PageContext, hasQuality: Bool = false
  ) {
    self.view = view
    self.context = context
    keyFigures = ReportPages.keyFigures(view, context)
    comparison = ResultComparison(view, keyFigures, context)
    charts = releaseCharts(view, texts, context)
    let release = view.release
    inventory = BlockInventory(
      statements: release.statements.map { $0.name }, charts: charts.listed.map(\.id),
      hasFigures: !release.figures.isEmpty, events: release.events.count,
      keyFigures: keyFigures.map(\.concept.name), hasAttachments: !release.attachments.isEmpty,
      hasQuality: hasQuality, hasComparison: comparison != nil)
    links = LinkResolver(page: view.address, view: view, context: context)
  }

  /// Takes in what the checks came to.
  func settle(_ quality: ReleaseQuality) {
    view.quality = quality
    links.claims = ClaimClasses(quality.prose)
  }

  /// Appends a block as HTML.
  func append(_ block: ReportBlock, to sink: inout ByteSink) {
    switch block {
    case .statement(let index): appendStatement(index, of: view, context, to: &sink)
    case .chart(let index):
      writeChartFigure(charts.listed[index], into: &sink)
    case .figures: appendFigures(view, context, to: &sink)
    case .comparison:
      if let comparison { appendComparison(comparison, view, context, to: &sink) }
    case .event(let index):
      let record = eventRecord(release: view.number, event: index, from: view.address, context)
      context.templates.fill("event", record, into: &sink)
    case .keyFigures:
      let record = keyFiguresRecord(keyFigures, view, on: view.address)
      context.templates.fill("key-figures", record, into: &sink)
    case .keyFigure(let name):
      let record = keyFiguresRecord(
        keyFigures.filter { $0.concept.name == name }, view, on: view.address, anchor: "key-figure-\(name)")
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
      appendStatementMarkdown(view.release.statements[index], of: view, context, to: &sink)
    case .chart(let index): appendChartMarkdown(charts.listed[index], to: &sink)
    case .figures: appendFiguresMarkdown(view, catalog, to: &sink)
    case .comparison:
      if let comparison { appendComparisonMarkdown(comparison, view, context, to: &sink) }
    case .event(let index):
      appendEventMarkdown(view.release.events[index], view, now: context.now, to: &sink)
    case .keyFigures: appendKeyFiguresMarkdown(keyFigures, view, to: &sink)
    case .keyFigure(let name):
      appendKeyFiguresMarkdown(keyFigures.filter { $0.concept.name == name }, view, to: &sink)
    case .attachments: appendAttachmentsMarkdown(view.release, to: &sink)
    case .quality: appendQualityMarkdown(view, links, catalog, to: &sink)
    case .end: sink.markup("\\#\\#\\#\n")
    }
  }

  /// What `release.yaml` asks for and the release does not tell.
  var unmetRequests: [Finding] {
    // The figures of a company that is missing are not in the history; that it is missing is reported.
    guard view.companyNumber != nil, !context.mayLackFigures(upTo: view.number) else { return [] }
    let catalog = context.archive.catalog
    let key = { (path: String) in Subject.key(release: self.view.number, path: path) }
    var findings: [Finding] = []
    for (index, id) in view.release.keyFigures.enumerated()
    where !keyFigures.contains(where: { $0.fact.concept == id }) {
      let concept = catalog[id]
      let period = view.defaultPeriod(of: concept).map(view.fiscal.spelling)
      let isBeyond = period != nil && view.release.keyFigures.prefix(longestKeyFigures).contains(id) == false
      let place = key("key_figures.\(index)")
      if let period = view.defaultPeriod(of: concept), !isBeyond, view.release.printsDash(id, period) {
        findings.append(
          Finding(
            .unmetRequest,
            "'\(concept.name)' in 'key_figures' is a dash for \(view.fiscal.spelling(of: period)) and is left out",
            at: place, severity: .warning))
        continue
      }
      let message =
        isBeyond
        ? "'\(concept.name)' in 'key_figures' comes after the \(longestKeyFigures) that a page shows"
        : "'\(concept.name)' in 'key_figures' is not told for \(period ?? "any period of the release")"
      findings.append(Finding(.unmetRequest, message, at: place))
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
    return findings + charts.unmetRequests
  }
}
