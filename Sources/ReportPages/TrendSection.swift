import Markup
import SVGCharts

/// Appends a trend chart as a section of a page, drawn for three widths.
func writeTrendSection(_ chart: Chart, title: String, into sink: inout ByteSink) {
  sink.markup("<section class=\"spread\" aria-labelledby=\"trend\">\n<h2 id=\"trend\">")
  sink.text(title)
  sink.markup("</h2>\n")
  writeChartFigure(
    chart, id: "chart-trend", title: nil, note: nil, widths: [.wide, .column, .narrow],
    classes: "wide chart", into: &sink)
  sink.markup("</section>\n")
}
