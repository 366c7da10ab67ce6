public import Diagnostics
public import SourceSyntax

/// Reads a chart from the documented subset of Vega-Lite, as YAML or JSON.
///
/// A chart has `data` (`values`, `url` of a CSV file, `facts`), `transform` (`filter` by one field, `fold`,
/// `aggregate`), a `mark` (bar, line, area, point, rule, tick, text) with its `encoding`, or a `layer` of
/// such views on common axes; `sitegen schema chart` prints the whole subset. Meanings and defaults are
/// Vega-Lite's (Satyanarayan et al. 2017), so that a spec shows the same there; the look is the site's own.
///
/// - Parameter resolve: brings data that is not in the spec.
/// - Returns: `nil` when an error leaves nothing to draw; each error names the property and its line.
public func parseChartSpec(
  _ node: Node, path: String, diagnostics: inout [Diagnostic],
  resolve: ChartDataResolver = { _ in
    .failure(ChartDataProblem("data can only be written into the spec here"))
  }
) -> Chart? {
  var reader = SpecReader(path: path)
  let spec = reader.plot(node, resolve: resolve)
  var chart: Chart?
  if !reader.diagnostics.hasErrors, let spec {
    let plot = Plot(spec)
    reader.judge(plot, at: node.range)
    chart = Chart(plot)
  }
  diagnostics += reader.diagnostics
  return reader.diagnostics.hasErrors ? nil : chart
}
