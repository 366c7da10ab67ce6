import Markup

/// Appends trend charts as a section of a page.
func writeTrendSection(_ charts: [PageChart], into sink: inout ByteSink) {
  sink.markup(
    "<section class=\"spread\" aria-labelledby=\"trend\">\n<h2 id=\"trend\">Quarter by quarter</h2>\n")
  for chart in charts { writeChartFigure(chart, into: &sink) }
  sink.markup("</section>\n")
}
