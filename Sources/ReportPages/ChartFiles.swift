import Markup
import SVGCharts

/// A file that is published beside a page.
public struct PageFile: Sendable {
  /// In the page's folder: `chart-1.svg`.
  public var name: String
  public var bytes: [UInt8]
}

/// A chart as files: the drawing with a style sheet of its own, and the figures in full.
func chartFiles(_ chart: PageChart) -> [PageFile] {
  guard chart.hasFiles else { return [] }
  return [
    PageFile(name: chart.id + ".svg", bytes: chart.chart.standaloneSVG()),
    PageFile(name: chart.id + ".csv", bytes: chart.chart.csv()),
  ]
}
