import Markup

/// Appends a trend chart as a section of a page.
func writeTrendSection(_ chart: PageChart, into sink: inout ByteSink) {
  sink.markup(
    "<section class=\"spread\" aria-labelledby=\"trend\">\n<h2 id=\"trend\">Quarter by quarter</h2>\n")
  writeChartFigure(chart, into: &sink)
  sink.markup("</section>\n")
}
