import Diagnostics
import MarkdownRendering
import Markup
import SVGCharts
import SourceSyntax

/// Whether a fence holds a chart's spec: `chart inline`, or `chart` where no chart of a release is meant.
func isInlineChart(_ fence: FencedBlock, _ inventory: BlockInventory?) -> Bool {
  guard fence.literal.utf8.contains(where: { $0 > 32 }) else { return false }
  switch fence.info.split(separator: " ").map(String.init) {
  case ["chart", "inline"]: return true
  case ["chart"]: return (inventory?.charts ?? 0) == 0
  default: return false
  }
}

/// Draws the chart that is specified in a fence; findings point at the lines of the author's file.
func writeInlineChart(_ fence: FencedBlock, at place: Place, into sink: inout ByteSink) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  let line = Int(place.range?.start.line ?? 0)
  let source = SourceText(path: place.path, bytes: Array(fence.literal.utf8))
  guard let node = parseYAML(source, firstLine: line + 1, diagnostics: &diagnostics),
    !diagnostics.hasErrors,
    let chart = parseChartSpec(node, path: place.path, diagnostics: &diagnostics)
  else { return diagnostics }
  writeChartFigure(
    chart, id: "chart-at-\(line)", title: chart.title.isEmpty ? nil : chart.title, note: nil,
    widths: [.column, .narrow], classes: "body chart", into: &sink)
  return diagnostics
}
