import Markup
import SVGCharts

/// Appends a chart with its finding, a drawing for each width, its note and its data.
///
/// - Parameters:
///   - id: the figure's anchor, with which all ids of the drawings begin.
///   - title: what the chart shows; where it is missing, the unit stands alone over the drawing.
func writeChartFigure(
  _ chart: Chart, id: String, title: String?, note: String?, widths: [ChartWidth], classes: String,
  into sink: inout ByteSink
) {
  sink.markup("<figure class=\"")
  sink.text(classes)
  sink.markup("\" id=\"")
  sink.text(id)
  sink.markup("\">\n<figcaption>")
  if let title {
    sink.markup("<strong>")
    sink.text(title)
    sink.markup("</strong> ")
  }
  sink.markup("<span class=\"unit\">")
  sink.text(chart.scaleNote.isEmpty ? chart.unit : "\(chart.unit), \(chart.scaleNote)")
  sink.markup("</span></figcaption>\n")
  for width in widths {
    chart.draw(id: "\(id)-\(width.letter)", width: width, into: &sink)
    sink.append(10)
  }
  let notes = (note.map { [$0] } ?? []) + chart.notes
  if !notes.isEmpty {
    sink.markup("<p class=\"chart-note\">")
    sink.text(notes.joined(separator: " "))
    sink.markup("</p>\n")
  }
  appendChartData(chart.table, &sink)
  sink.markup("</figure>\n")
}

extension ChartWidth {
  /// Tells the drawings of one chart apart.
  fileprivate var letter: String {
    switch self {
    case .narrow: "s"
    case .column: "m"
    case .wide: "l"
    }
  }
}

private func appendChartData(_ table: ChartTable, _ sink: inout ByteSink) {
  sink.markup("<details><summary>Figures of this chart</summary><table class=\"figures data\"><caption>")
  sink.text(table.caption)
  sink.markup("</caption>\n<thead><tr><td></td>")
  for head in table.heads {
    sink.markup("<th scope=\"col\">")
    sink.text(head)
    sink.markup("</th>")
  }
  sink.markup("</tr></thead>\n<tbody>\n")
  for row in table.rows {
    sink.markup("<tr><th scope=\"row\">")
    sink.text(row.head)
    sink.markup("</th>")
    for cell in row.cells { appendDataCell(cell, &sink) }
    sink.markup("</tr>\n")
  }
  sink.markup("</tbody>\n</table></details>\n")
}

private func appendDataCell(_ cell: String?, _ sink: inout ByteSink) {
  guard let cell else {
    sink.markup("<td class=\"absent\"><span class=\"visually-hidden\">not in the archive</span></td>")
    return
  }
  let isNegative = cell.utf8.first == UInt8(ascii: "(")
  sink.raw(isNegative ? "<td class=\"neg\"><span class=\"visually-hidden\">minus </span>" : "<td>")
  sink.text(cell)
  sink.markup("</td>")
}

/// Appends a chart as what it shows, its description and its data in a GFM table.
func appendChartMarkdown(_ chart: ReleaseChart, to sink: inout ByteSink) {
  sink.markup("**")
  sink.markdown(chart.finding)
  sink.markup("**  \n")
  sink.markdown(chart.chart.description)
  sink.markup("\n\n")
  sink.markdown(chart.chart.unit)
  sink.markup("\n\n")
  let table = chart.chart.table
  appendTableMarkdown(
    heads: table.heads, rows: table.rows.map { [$0.head] + $0.cells.map { $0 ?? "" } }, to: &sink)
  if let note = chart.note {
    sink.markup("\n")
    sink.markdown(note)
    sink.markup("\n")
  }
}
