import Markup
import SVGCharts

/// Appends a chart with its finding, a drawing for each width, its notes, its data and its files.
///
/// Without a finding the unit stands alone over the drawing.
func writeChartFigure(_ placed: PageChart, into sink: inout ByteSink) {
  let chart = placed.chart
  sink.markup("<figure class=\"")
  sink.markup(placed.isWide ? "wide chart" : "body chart")
  sink.markup("\" id=\"")
  sink.text(placed.id)
  sink.markup("\">\n<figcaption>")
  if let finding = placed.finding {
    sink.markup("<strong>")
    sink.text(finding)
    sink.markup("</strong> ")
  }
  sink.markup("<span class=\"unit\">")
  sink.text(chart.scaleNote.isEmpty ? chart.unit : "\(chart.unit), \(chart.scaleNote)")
  sink.markup("</span></figcaption>\n")
  for width in placed.isWide ? [ChartWidth.wide, .column, .narrow] : [.column, .narrow] {
    chart.draw(id: "\(placed.id)-\(width.letter)", width: width, into: &sink)
    sink.append(10)
  }
  let notes = placed.notes
  if !notes.isEmpty {
    sink.markup("<p class=\"chart-note\">")
    sink.text(notes.joined(separator: " "))
    sink.markup("</p>\n")
  }
  appendChartData(placed, &sink)
  sink.markup("</figure>\n")
}

extension PageChart {
  /// What stands under the drawing, sentence by sentence: the author's note, what marks mean, the source.
  var notes: [String] {
    [note?.asSentence].compactMap { $0 } + chart.notes + (chart.source.isEmpty ? [] : [chart.source])
  }
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

private func appendChartData(_ chart: PageChart, _ sink: inout ByteSink) {
  let table = chart.chart.table
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
    for (place, cell) in row.cells.enumerated() {
      appendDataCell(cell, isDerived: row.derived.contains(place), &sink)
    }
    sink.markup("</tr>\n")
  }
  sink.markup("</tbody>\n</table>")
  if chart.hasFiles { appendChartFiles(chart, &sink) }
  sink.markup("</details>\n")
}

private func appendDataCell(_ cell: String?, isDerived: Bool, _ sink: inout ByteSink) {
  guard let cell else {
    sink.markup("<td class=\"absent\"><span class=\"visually-hidden\">no figure</span></td>")
    return
  }
  if cell == ChartTable.nilText {
    sink.markup("<td")
    return appendNil(to: &sink)
  }
  let isNegative = cell.utf8.first == UInt8(ascii: "(")
  sink.markup(isNegative ? "<td class=\"neg\"><span class=\"visually-hidden\">minus </span>" : "<td>")
  sink.text(cell)
  if isDerived {
    sink.markup("<span class=\"mark\"><span class=\"visually-hidden\"> calculated</span>")
    sink.markup("<span aria-hidden=\"true\">c</span></span>")
  }
  sink.markup("</td>")
}

/// Links to the drawing and the data as files.
private func appendChartFiles(_ chart: PageChart, _ sink: inout ByteSink) {
  sink.markup("<p class=\"chart-files\">Download ")
  for (index, (ending, words)) in [("svg", "the chart as SVG"), ("csv", "its figures as CSV")].enumerated() {
    if index > 0 { sink.markup(" or ") }
    sink.markup("<a href=\"")
    sink.address("\(chart.id).\(ending)")
    sink.markup("\" download>")
    sink.text(words)
    sink.markup("<span class=\"visually-hidden\">: ")
    sink.text(chart.finding ?? chart.chart.title)
    sink.markup("</span></a>")
  }
  sink.markup("</p>")
}

/// Appends a chart as what it shows, its description and its data in a GFM table.
func appendChartMarkdown(_ chart: PageChart, to sink: inout ByteSink) {
  let heading = chart.finding ?? chart.chart.title
  if !heading.isEmpty {
    sink.markup("**")
    sink.markdown(heading)
    sink.markup("**  \n")
  }
  sink.markdown(chart.chart.description)
  sink.markup("\n\n")
  let table = chart.chart.table
  if !table.caption.isEmpty {
    sink.markdown(table.caption)
    sink.markup("\n\n")
  }
  appendTableMarkdown(
    heads: table.heads,
    rows: table.rows.map { row in
      [row.head]
        + row.cells.enumerated().map { place, cell in
          (cell ?? "") + (row.derived.contains(place) ? " (calculated)" : "")
        }
    }, to: &sink)
  if !chart.notes.isEmpty {
    sink.markup("\n")
    sink.markdown(chart.notes.joined(separator: " "))
    sink.markup("\n")
  }
}
