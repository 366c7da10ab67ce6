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

  /// On a phone the figures have the digits that they have elsewhere, and rules run beneath all words.
  @Test func rowsSayWhatTheUprightDrawingSays() throws {
    let amounts: [(String, Int64)] = [
      ("Revenues", 9_702_000), ("Cost of revenues", -7_711_000), ("General and administrative", -1_001_000),
      ("Provision for income taxes", -371_000), ("Net income", 619_000),
    ]
    let steps = amounts.enumerated().map { place, step in
      BridgeStep(label: step.0, amount: Amount(step.1), isTotal: place == 0 || place == 4)
    }
    let chart = bridgeChart(ChartText(title: "Bridge", currency: "US dollars"), steps: steps)
    func figures(_ scene: Scene) -> [String] {
      scene.shapes.compactMap { shape in
        guard case .text(let label) = shape, label.voice == .value || label.anchor == .middle,
          label.text.contains(where: \.isNumber)
        else { return nil }
        return label.text
      }
    }
    let narrow = chart.scene(for: .narrow)
    #expect(figures(narrow) == ["9.70", "(7.71)", "(1.00)", "(0.37)", "0.62"])
    #expect(figures(chart.scene(for: .column)) == figures(narrow))
    let firstText = try #require(
      narrow.shapes.firstIndex { shape in
        if case .text = shape { return true }
        return false
      })
    let lastRule = narrow.shapes.lastIndex { shape in
      if case .path = shape { return true }
      return false
    }
    #expect(lastRule.map { $0 < firstText } ?? false)
  }

  struct Steps: CustomTestStringConvertible, Sendable {
    var testDescription: String
    /// The first and the last are totals.
    var steps: [(name: String, amount: Int64)]
  }

  /// Names, figures and the line of zero, which stands on its side in rows.
  @Test(arguments: [
    Steps(
      testDescription: "long names",
      steps: [
        ("Gross profit", 1_991_000), ("General and administrative", -1_001_000),
        ("Provision for income taxes", -371_000), ("Net income", 619_000),
      ]),
    Steps(
      testDescription: "a figure that would lie on zero",
      steps: [
        ("Income from continuing operations", 1000), ("Restructuring and impairment of assets", -980),
        ("Income from associated companies", 15), ("Net income attributable to owners", 35),
      ]),
    Steps(
      testDescription: "below zero and back",
      steps: [
        ("Beginning", 1000), ("Restructuring and other exceptional costs", -1040),
        ("Income from associated companies", 20), ("Other", -30), ("End", -50),
      ]),
    Steps(
      testDescription: "just below zero, upright",
      steps: [("Start", 1000), ("Costs", -1040), ("Gain", 20), ("Other", -30), ("End", -50)]),
    Steps(
      testDescription: "far below zero",
      steps: [("Opening balance of the year", -900), ("Loss", -800), ("Closing balance", -1700)]),
  ])
  func theLineOfZeroCrossesNoWord(_ example: Steps) {
    let steps = example.steps.enumerated().map { place, step in
      BridgeStep(
        label: step.name, amount: Amount(step.amount),
        isTotal: place == 0 || place == example.steps.count - 1)
    }
    let chart = bridgeChart(ChartText(title: "Bridge", currency: "US dollars"), steps: steps)
    for width in ChartWidth.allCases {
      let scene = chart.scene(for: width)
      let lines = linesOfZero(in: scene)
      #expect(!lines.isEmpty)
      for case .text(let label) in scene.shapes {
        #expect(!lines.contains { $0.meets(label.box) }, "'\(label.text)' at \(width)")
      }
    }
  }

  /// As boxes as wide as their strokes.
  private func linesOfZero(in scene: Scene) -> [Box] {
    var boxes: [Box] = []
    for shape in scene.shapes {
      switch shape {
      case .rule(let start, let end, let y, .zero):
        boxes.append(Box(x: start, y: y - 1, width: end - start, height: 2))
      case .path(let steps, .zero):
        var (x, y): (Pixels, Pixels) = (0, 0)
        for step in steps {
          switch step {
          case .move(let toX, let toY), .line(let toX, let toY): (x, y) = (toX, toY)
          case .horizontal(let to):
            boxes.append(Box(x: min(x, to), y: y - 1, width: max(x, to) - min(x, to), height: 2))
          case .vertical(let to):
            boxes.append(Box(x: x - 1, y: min(y, to), width: 2, height: max(y, to) - min(y, to)))
          }
        }
      default: break
      }
    }
    return boxes
  }
}
