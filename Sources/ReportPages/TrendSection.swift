import Markup
import SVGCharts

/// Appends a trend chart, drawn for three widths.
func writeTrendFigure(_ chart: Chart, into sink: inout ByteSink) {
  writeChartFigure(
    chart, id: "chart-trend", title: nil, note: nil, widths: [.wide, .column, .narrow],
    classes: "wide chart", into: &sink)
}

/// Appends a trend chart as a section of a page.
func writeTrendSection(_ chart: Chart, into sink: inout ByteSink) {
  sink.markup(
    "<section class=\"spread\" aria-labelledby=\"trend\">\n<h2 id=\"trend\">Quarter by quarter</h2>\n")
  writeTrendFigure(chart, into: &sink)
  sink.markup("</section>\n")
}
