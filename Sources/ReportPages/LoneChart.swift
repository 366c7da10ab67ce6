public import Diagnostics
import ReleaseModel
public import SVGCharts
public import SourceSyntax

/// Makes a chart that stands on no page, with the facts of a site as they were told last.
///
/// - Parameter files: finds the CSV files that the chart names.
/// - Returns: `nil` where an error leaves nothing to draw.
public func loneChart(
  _ node: Node, path: String, files: @escaping ChartDataResolver, _ context: PageContext,
  diagnostics: inout [Diagnostic]
) -> Chart? {
  let data = ChartData(facts: ChartFacts(context), page: "/", files: files)
  return PageCharts().chart(
    node, path: path, company: context.archive.site.company, data, &diagnostics)?.chart
}
