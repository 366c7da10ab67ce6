import ExactNumbers
import Foundation
import FoundationXML
import Synchronization
import TestSupport
import Testing

@testable import SVGCharts

/// What must hold for any data: labels do not meet, nothing is cut, and the same bytes come every time.
@Suite struct LayoutTests {
  @Test(arguments: chartCases) func labelsStayApartInTheGallery(_ example: ChartCase) {
    for width in ChartWidth.allCases { expectTidy(example.chart.scene(for: width), example.name) }
  }

  @Test(arguments: 0..<60) func labelsStayApartForAnyData(_ seed: UInt64) {
    var random = SeededRandom(state: seed)
    let isTrend = seed % 2 == 0
    let count = Int(random.next() % (isTrend ? 40 : 12)) + 1
    let categories = isTrend ? quarters(count, from: 1998, quarter: 3) : someCategories(count, &random)
    let series = (0..<Int(random.next() % 4) + 1).map { index in
      let shift = Int(random.next() % 50)
      return ChartSeries(
        name: someWords(&random), style: ChartSeries.Style.allCases[Int(random.next() % 3)],
        values: (0..<count).map { _ in
          random.next() % 7 == 0
            ? nil
            : ChartSeries.Value(
              Amount(Int64(truncatingIfNeeded: random.next()) >> (shift + 10)),
              isApproximate: random.next() % 4 == 0)
        })
    }
    let text = ChartText(title: "Any", currency: "US dollars")
    let chart =
      isTrend
      ? trendChart(text, categories: categories, series: series)
      : comparisonChart(text, categories: categories, series: series)
    for width in ChartWidth.allCases { expectTidy(chart.scene(for: width), "seed \(seed)") }
  }

  /// The color, the strokes and the points of each series differ from all others.
  @Test func twelveSeriesHaveLooksOfTheirOwn() {
    let styles = (0..<12).map { ChartSeries.Style.allCases[$0 % 3] }
    let looks = looks(of: styles)
    #expect(Set(looks.map { "\($0.style) \($0.dash) \($0.marker)" }).count == 12)
    #expect(Set(looks.map { "\($0.style) \(String(describing: $0.pattern))" }).count == 12)
  }

  /// Readers count from the first name on an axis of time, wherever it begins.
  @Test(arguments: 1...4, [5, 13, 21, 26, 30, 38, 40])
  func theFirstYearIsNamed(_ quarter: Int, _ count: Int) throws {
    let series = ChartSeries(
      name: "Revenues", style: .primary, values: thousands((0..<Int64(count)).map { 900 + $0 }))
    let chart = trendChart(
      ChartText(title: "Trend", currency: "US dollars"),
      categories: quarters(count, from: 2001, quarter: quarter), series: [series])
    for width in ChartWidth.allCases {
      let scene = chart.scene(for: width)
      expectTidy(scene, "from quarter \(quarter), \(count) at \(width)")
      let years = scene.shapes.compactMap { shape -> Label? in
        guard case .text(let label) = shape, label.text.hasSuffix("01") else { return nil }
        return label.text.utf8.count == 4 || label.text == "’01" ? label : nil
      }
      #expect(years.contains { $0.text == "2001" || $0.text == "’01" }, "\(quarter), \(count) at \(width)")
    }
  }

  @Test func longHeadingsTakeTwoLines() {
    let name = "Basic and diluted earnings (loss) per share"
    let series = ChartSeries(
      name: name, style: .result, values: thousands((0..<9).map { Int64($0) * 40 - 90 }))
    let breaks = [ChartBreak(category: "Q2 2002", note: "New basis from Q2 2002: a split.")]
    let chart = trendChart(
      ChartText(title: "Per share", currency: "US dollars"), categories: quarters(9, from: 2001),
      series: [series], breaks: breaks)
    for width in ChartWidth.allCases {
      let scene = chart.scene(for: width)
      expectTidy(scene, "heading")
      let strong = scene.shapes.compactMap { shape -> String? in
        guard case .text(let label) = shape, label.isStrong else { return nil }
        return label.text
      }
      #expect(strong.prefix(2).joined(separator: " ").hasPrefix(name) || strong.contains(name))
      #expect(!strong.contains { $0.contains("\u{2026}") })
    }
  }

  @Test func sizesBeyondTheUsualStayTidy() {
    let text = ChartText(title: "Large", currency: "US dollars")
    let long = ChartSeries(
      name: "Revenues", style: .primary, values: thousands(scattered(0..<200) { $0 * 7919 % 1300 }))
    let wide = (0..<6).map { index in
      ChartSeries(
        name: "Series \(index)", style: .result,
        values: thousands(scattered(0..<60) { $0 * 7919 % 1300 - 300 * Int64(index) }))
    }
    let charts = [
      trendChart(text, categories: quarters(200, from: 1960), series: [long]),
      trendChart(text, categories: plainCategories((0..<200).map { "Week \($0)" }), series: [long]),
      comparisonChart(text, categories: plainCategories((0..<60).map { "Unit \($0)" }), series: wide),
      comparisonChart(text, categories: [], series: wide),
      comparisonChart(text, categories: quarters(3, from: 2001), series: []),
      trendChart(text, categories: [], series: []),
      Chart(),
    ]
    for (index, chart) in charts.enumerated() {
      for width in ChartWidth.allCases { expectTidy(chart.scene(for: width), "large \(index)") }
    }
  }

  @Test func everyRunAndThreadDrawsTheSameBytes() throws {
    let chart = try #require(chartCases.first { $0.name == "trend" }).chart
    let expected = drawing(of: chart, width: .wide)
    let equal = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 64) { _ in
      if drawing(of: chart, width: .wide) == expected { equal.withLock { $0 += 1 } }
    }
    #expect(equal.withLock { $0 } == 64)
  }

  @Test(arguments: chartCases) func drawingIsWellFormedAndNamesItsParts(_ example: ChartCase) throws {
    let svg = drawing(of: example.chart, id: "x", width: .column)
    let parser = XMLParser(data: Data(svg.utf8))
    #expect(parser.parse())
    #expect(svg.contains("role=\"img\" aria-labelledby=\"x-title x-desc\""))
    #expect(!svg.contains("style=") && !svg.contains("NaN"))
    for part in svg.split(separator: "url(#").dropFirst() {
      let id = part.prefix { $0 != ")" }
      #expect(svg.contains("<pattern id=\"\(id)\""))
    }
    let names = svg.split(separator: "class=\"").dropFirst().flatMap {
      $0.prefix { $0 != "\"" }.split(separator: " ").map(String.init)
    }
    #expect(Set(names).isSubset(of: Set(ChartClasses.all)))
  }

  private func expectTidy(_ scene: Scene, _ name: String) {
    var boxes: [(text: String, box: Box)] = []
    for case .text(let label) in scene.shapes { boxes.append((label.text, label.box)) }
    for (index, first) in boxes.enumerated() {
      let box = first.box
      let isInside = box.x >= 0 && box.right <= scene.width && box.y >= 0 && box.bottom <= scene.height
      #expect(isInside, "\(name): '\(first.text)' is cut at \(scene.width.hundredths / 100)")
      for second in boxes[(index + 1)...] where box.meets(second.box) {
        Issue.record("\(name): '\(first.text)' meets '\(second.text)' at \(scene.width.hundredths / 100)")
      }
    }
    for case .rect(let box, _, _) in scene.shapes {
      #expect(box.width.hundredths >= 0 && box.height.hundredths >= 0, "\(name): negative size")
    }
  }

  private func someCategories(_ count: Int, _ random: inout SeededRandom) -> [ChartCategory] {
    let hasGroups = random.next() % 2 == 0
    return (0..<count).map { index in
      let label = random.next() % 3 == 0 ? "\(1990 + index)" : someWords(&random)
      return ChartCategory(
        label: label, fullLabel: label, group: hasGroups ? "Group \(index / 3)" : nil,
        groupNote: hasGroups ? "to September 30" : nil)
    }
  }

  private func someWords(_ random: inout SeededRandom) -> String {
    let words = ["Net", "loss", "Revenues", "before", "taxes", "Übergang", "R&D", "2003", "extraordinarily"]
    return (0...Int(random.next() % 4)).map { _ in words[Int(random.next() % UInt64(words.count))] }
      .joined(separator: " ")
  }
}
