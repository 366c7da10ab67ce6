import Foundation
import Markup
import TestSupport
import Testing

@testable import SVGCharts

/// The committed drawings, one file for each case and width; open one in a browser to see it.
///
/// With `SITEGEN_RECORD=1` in the environment the test writes them anew.
@Suite struct SnapshotTests {
  @Test(arguments: chartCases) func drawingIsAsCommitted(_ example: ChartCase) throws {
    for width in ChartWidth.allCases {
      let name = "\(example.name)\("\(width.style)".dropFirst(5)).svg"
      let url = URL(fileURLWithPath: testsFolder + "/SVGChartsTests/Snapshots/" + name)
      let drawn = standalone(drawing(of: example.chart, id: example.name, width: width))
      if ProcessInfo.processInfo.environment["SITEGEN_RECORD"] == "1" {
        try Data(drawn.utf8).write(to: url)
      }
      let committed = try String(decoding: Data(contentsOf: url), as: UTF8.self)
      #expect(drawn == committed, "\(name) differs")
    }
  }

  @Test func everyCommittedDrawingBelongsToACase() throws {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: testsFolder + "/SVGChartsTests/Snapshots"
    ).filter { $0.hasSuffix(".svg") }
    let known = chartCases.flatMap { example in
      ChartWidth.allCases.map { "\(example.name)\("\($0.style)".dropFirst(5)).svg" }
    }
    #expect(Set(names) == Set(known))
  }
}

func drawing(of chart: Chart, id: String = "c", width: ChartWidth) -> String {
  var sink = ByteSink()
  chart.draw(id: id, width: width, into: &sink)
  return sink.text()
}

/// The same drawing as a file: with its namespace and the colors a page's style sheet would bring.
private func standalone(_ svg: String) -> String {
  guard let end = svg.firstIndex(of: ">") else { return svg }
  let opening = svg[svg.index(svg.startIndex, offsetBy: 4)..<end]
  return "<svg xmlns=\"http://www.w3.org/2000/svg\"\(opening)>\n<style>\(snapshotStyle)</style>"
    + svg[svg.index(after: end)...]
}

private let snapshotStyle = """

  svg { background: #fdfcf8 } text { font: 13px "Open Sans", Arial, sans-serif; fill: #1b1c1f }
  .axis { fill: #5a5d63 } .value { stroke: #fdfcf8; stroke-width: 3px } .mid { text-anchor: middle }
  .end { text-anchor: end } .strong { font-weight: 600 } path { fill: none; stroke: #d8d4c8 }
  .zero { stroke: #1b1c1f; stroke-width: 1.25 } .bracket, .tick { stroke: #5a5d63 } .absent { fill: #f4f1e8 }
  .s1 { fill: #0b5563 } .s2 { fill: #b9551c } .s3 { fill: #85888e }
  .curve { fill: none; stroke-width: 2; stroke-linejoin: round } .curve.s1 { stroke: #0b5563 }
  .curve.s2 { stroke: #b9551c } .curve.s3 { stroke: #85888e }
  .hollow { fill: #fdfcf8; stroke-width: 1.5 } .hollow.s1 { stroke: #0b5563 } .hollow.s2 { stroke: #b9551c }
  .hollow.s3 { stroke: #85888e } .edge { stroke-width: 1.5 } .hatch { stroke-width: 2.2 }
  .primary { stroke: #0b5563 } .result { stroke: #b9551c } .step { stroke: #85888e }
  .area, .point { stroke: none } .dot { stroke: none } .dot.step { fill: #85888e }

  """
