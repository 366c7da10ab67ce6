import Markup
import ReleaseModel

/// Appends the figures that a release states outside its statements as a table.
func appendFigures(_ view: ReleaseView, _ context: PageContext, to sink: inout ByteSink) {
  let catalog = context.archive.catalog
  let columns = FigureColumns(view)
  sink.markup("<div class=\"body statement\">\n")
  beginScroller(labelledBy: "figures-caption", &sink)
  sink.markup(
    "<table class=\"figures wordy\">\n<caption id=\"figures-caption\"><span class=\"caption-title\">")
  sink.markup("Single figures</span>")
  if let note = columns.note {
    sink.markup(" <span class=\"caption-note\">")
    sink.text(note)
    sink.markup("</span>")
  }
  sink.markup("</caption>\n<thead><tr><td></td><th scope=\"col\">Figure</th>")
  if columns.showsPeriod { sink.markup("<th scope=\"col\" class=\"left\">Period</th>") }
  if columns.showsNote { sink.markup("<th scope=\"col\" class=\"left\">Note</th>") }
  sink.markup("</tr></thead>\n<tbody>\n")
  for (index, figure) in view.release.figures.enumerated() {
    let parts = statedParts(figure, view, catalog)
    sink.markup("<tr><th scope=\"row\">")
    sink.text(figure.label)
    sink.markup("</th><td")
    if let anchor = view.anchor(figure.concept, figure.period, at: .figure(index: index), catalog) {
      sink.markup(" id=\"")
      sink.text(anchor)
      sink.markup("\"")
    }
    sink.raw(parts.isNegative ? " class=\"neg\"><span class=\"visually-hidden\">minus </span>" : ">")
    sink.text(parts.accounting)
    sink.markup("</td>")
    if columns.showsPeriod {
      sink.markup("<td class=\"left\">")
      sink.text(view.fiscal.words(figure.period))
      sink.markup("</td>")
    }
    if columns.showsNote {
      sink.markup("<td class=\"left\">")
      sink.text(figure.note ?? "")
      sink.markup("</td>")
    }
    sink.markup("</tr>\n")
  }
  sink.markup("</tbody>\n</table>\n</div>\n")
  writeTableDownloads("figures", subject: "Figures outside the statements", context.archive.site, into: &sink)
  sink.markup("</div>\n")
}

/// Appends the same figures as a GFM table.
func appendFiguresMarkdown(_ view: ReleaseView, _ catalog: ConceptCatalog, to sink: inout ByteSink) {
  let columns = FigureColumns(view)
  if let note = columns.note {
    sink.markdown(note)
    sink.markup("\n\n")
  }
  var heads = ["Figure"]
  if columns.showsPeriod { heads.append("Period") }
  if columns.showsNote { heads.append("Note") }
  let rows = view.release.figures.map { figure in
    var row = [figure.label, statedParts(figure, view, catalog).accounting]
    if columns.showsPeriod { row.append(view.fiscal.words(figure.period)) }
    if columns.showsNote { row.append(figure.note ?? "") }
    return row
  }
  appendTableMarkdown(heads: heads, rows: rows, figures: 1, to: &sink)
}

/// Which columns the table needs.
private struct FigureColumns {
  /// The one period of all figures, where they share it.
  var note: String?
  var showsPeriod: Bool
  var showsNote: Bool

  init(_ view: ReleaseView) {
    let figures = view.release.figures
    let period = figures.first?.period
    showsPeriod = figures.contains { $0.period != period }
    showsNote = figures.contains { !($0.note ?? "").isEmpty }
    note = showsPeriod ? nil : period.map { view.fiscal.words($0) + "." }
  }
}

private func statedParts(
  _ figure: StatedFigure, _ view: ReleaseView, _ catalog: ConceptCatalog
) -> AmountParts {
  AmountParts(
    figure.value, decimals: Int(figure.decimals), kind: catalog[figure.concept].kind,
    in: PrintedUnit(view.release.figureCurrency, isMinor: figure.isInMinorUnit))
}
