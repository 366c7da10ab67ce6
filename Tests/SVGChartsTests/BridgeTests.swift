import ExactNumbers
import Testing

@testable import SVGCharts

/// Bridges: where steps hang, below zero too.
@Suite struct BridgeTests {
  @Test func stepsBeginWhereTheOneBeforeEnded() throws {
    let steps = [
      BridgeStep(label: "Revenues", amount: Amount(6_980_000), isTotal: true),
      BridgeStep(label: "Costs", amount: Amount(-8_499_000), isTotal: false),
      BridgeStep(label: "Taxes", amount: Amount(-3_160_000), isTotal: false),
      BridgeStep(label: "Net loss", amount: Amount(-4_679_000), isTotal: true),
    ]
    let chart = bridgeChart(ChartText(title: "Bridge", currency: "US dollars"), steps: steps)
    guard case .plot(let plot) = chart.content else {
      Issue.record("a bridge is a written chart")
      return
    }
    let bars = plot.views[1]
    #expect(bars.items.map { $0[.y2] } == [0, 6.98, -1.519, 0].map { .number($0) })
    #expect(
      bars.items.compactMap { $0[.y].number }.map { ($0 * 1000).rounded() } == [6980, -1519, -4679, -4679])
    #expect(plot.series == [.text("Total"), .text("Decrease")])
    #expect(plot.axisTitle(.y) == "Millions of US dollars")
  }
}
