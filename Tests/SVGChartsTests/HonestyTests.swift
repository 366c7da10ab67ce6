import Diagnostics
import Testing

@testable import SVGCharts

/// Charts that would mislead, or show nothing, are drawn with a word about it.
@Suite struct HonestyTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var code: String
    var message: String
    var spec: String
    var testDescription: String { code + " " + message }
  }

  static let cases = [
    Case(
      code: "C203", message: "'Revenue, US dollars' and 'Employees' share one axis",
      spec: """
        data: {values: [{q: 1, r: 70, e: 12}, {q: 2, r: 80, e: 14}]}
        encoding: {x: {field: q, type: ordinal}}
        layer:
          - {mark: bar, encoding: {y: {field: r, type: quantitative, title: "Revenue, US dollars"}}}
          - {mark: line, encoding: {y: {field: e, type: quantitative, title: Employees}}}
        """),
    Case(
      code: "C203", message: "'r' and 'e' share one axis",
      spec: """
        data: {values: [{q: 1, r: 7000000, e: 12}, {q: 2, r: 8000000, e: 14}]}
        encoding: {x: {field: q, type: ordinal}}
        layer:
          - {mark: line, encoding: {y: {field: r, type: quantitative}}}
          - {mark: line, encoding: {y: {field: e, type: quantitative}}}
        """),
    Case(
      code: "C204", message: "'All' is the sum of the others it is stacked with",
      spec: """
        mark: bar
        data:
          values: [{q: 1, s: A, v: 1}, {q: 1, s: B, v: 2}, {q: 1, s: All, v: 3},
            {q: 2, s: A, v: 4}, {q: 2, s: B, v: 2.5}, {q: 2, s: All, v: 6.5}]
        encoding: {x: {field: q, type: ordinal}, y: {field: v, type: quantitative}, color: {field: s}}
        """),
    Case(
      code: "C201", message: "bars have no honest length on a log scale",
      spec: """
        mark: bar
        data: {values: [{q: a, v: 1}, {q: b, v: 1000}]}
        encoding: {x: {field: q}, y: {field: v, type: quantitative, scale: {type: log}}}
        """),
    Case(
      code: "C107", message: "'a' has more than one bar at the same place",
      spec: """
        mark: bar
        data: {values: [{q: a, v: 1}, {q: a, v: 2}]}
        encoding: {x: {field: q}, y: {field: v, type: quantitative, stack: null}}
        """),
    Case(
      code: "C203", message: "'dollars' and 'percent' share one axis",
      spec: """
        mark: bar
        data: {values: [{a: A, u: dollars, v: 30}, {a: A, u: percent, v: 4}]}
        encoding: {x: {field: a}, xOffset: {field: u}, y: {field: v, type: quantitative}, color: {field: u}}
        """),
    Case(
      code: "C202", message: "the steps between 2003-Q1 and 2004-Q4 are unequal but drawn equal",
      spec: """
        mark: bar
        data: {values: [{t: 2003-Q1, v: 3}, {t: 2003-Q2, v: 4}, {t: 2004-Q4, v: 5}]}
        encoding: {x: {field: t}, y: {field: v, type: quantitative}}
        """),
    Case(
      code: "C205", message: "'A' has a negative part, drawn as if it were positive",
      spec: """
        mark: bar
        data: {values: [{a: A, s: x, v: 3}, {a: A, s: y, v: -1}]}
        encoding: {x: {field: a}, y: {field: v, type: quantitative, stack: normalize}, color: {field: s}}
        """),
    Case(
      code: "C112", message: "the chart has no figure to show",
      spec: """
        mark: line
        data: {values: [{q: a, v: null}, {q: b, v: null}]}
        encoding: {x: {field: q}, y: {field: v, type: quantitative}}
        """),
  ]

  @Test(arguments: cases) func misleadingChartIsDrawnWithAWarning(_ example: Case) throws {
    let (chart, diagnostics) = try read(example.spec)
    #expect(chart != nil)
    #expect(diagnostics.map(\.code.id) == [example.code])
    #expect(diagnostics.map(\.message) == [example.message])
    #expect(diagnostics.allSatisfy { $0.severity == .warning })
  }

  @Test func honestNeighboursOfThoseAreSilent() throws {
    let stack = """
      mark: bar
      data: {values: [{q: 1, s: A, v: 1}, {q: 1, s: B, v: 2}, {q: 1, s: C, v: 4}]}
      encoding: {x: {field: q, type: ordinal}, y: {field: v, type: quantitative}, color: {field: s}}
      """
    let layers = """
      data: {values: [{q: 1, r: 70, e: 12}, {q: 2, r: 80, e: 14}]}
      encoding: {x: {field: q, type: ordinal}}
      layer:
        - {mark: line, encoding: {y: {field: r, type: quantitative, title: "Revenue, US dollars"}}}
        - {mark: line, encoding: {y: {field: e, type: quantitative, title: "Costs, US dollars"}}}
      """
    for spec in [stack, layers] { #expect(try read(spec).1.isEmpty) }
  }

  @Test(arguments: ["tooltip: {field: v}", "tooltip: [{field: q}, {field: v}]"])
  func tooltipIsLeftOutWithANote(_ tooltip: String) throws {
    let spec = """
      mark: bar
      data: {values: [{q: a, v: 1}]}
      encoding: {x: {field: q}, y: {field: v, type: quantitative}, \(tooltip)}
      """
    let (chart, diagnostics) = try read(spec)
    #expect(chart != nil)
    #expect(diagnostics.map(\.code.id) == ["C111"])
    #expect(diagnostics.first?.severity == .note)
    #expect(diagnostics.first?.place?.range?.start.line == 3)
    #expect(try read(spec.replacing(tooltip, with: "tooltip: null")).1.isEmpty)
  }

  @Test(arguments: [
    ("mark: {type: bar, color: red}", "C101", "'color' is not a property of 'mark'"),
    (
      "layer: [{mark: waterfall}]", "C108", "a waterfall draws several marks and stands alone, not in a layer"
    ),
    ("mark: bar\nwidth: 5", "C104", "'5' is not a width from 16 to 4000 pixels"),
    ("mark: bar\nconfig: {}", "C101", "'config' is not a property of a chart"),
  ])
  func whatIsOutsideOfTheSubsetIsNamed(_ part: String, _ code: String, _ message: String) throws {
    let spec = """
      data: {values: [{q: a, v: 1}]}
      encoding: {x: {field: q}, y: {field: v, type: quantitative}}
      \(part)
      """
    let (chart, diagnostics) = try read(spec)
    #expect(chart == nil)
    #expect(diagnostics.first?.code.id == code)
    #expect(diagnostics.first?.message == message)
  }
}
