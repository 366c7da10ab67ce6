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
      code: "C207", message: "the axis of y runs from 0 to 80 and cuts 100 away",
      spec: """
        mark: bar
        data: {values: [{a: A, v: 20}, {a: B, v: 100}]}
        encoding: {x: {field: a}, y: {field: v, type: quantitative, scale: {domain: [0, 80]}}}
        """),
    Case(
      code: "C207", message: "the axis of y runs from 0 to 10 and cuts 12 away",
      spec: """
        mark: bar
        data: {values: [{a: A, s: x, v: 6}, {a: A, s: y, v: 6}]}
        encoding: {x: {field: a}, y: {field: v, type: quantitative, scale: {domain: [0, 10]}}, color: {field: s}}
        """),
    Case(
      code: "C207", message: "the axis of x runs from 2001-01-01 to 2003-01-01 and cuts 2004-01-01 away",
      spec: """
        mark: point
        data: {values: [{t: 2002, v: 6}, {t: 2004, v: 7}]}
        encoding: {x: {field: t, type: temporal, scale: {domain: [2001, 2003]}}, y: {field: v, type: quantitative}}
        """),
    Case(
      code: "C207", message: "'C' is not in the 'domain' of x and is not drawn",
      spec: """
        mark: point
        data: {values: [{a: A, v: 6}, {a: B, v: 7}, {a: C, v: 8}]}
        encoding: {x: {field: a, scale: {domain: [B, A]}}, y: {field: v, type: quantitative}}
        """),
    Case(
      code: "C208", message: "13 series have no more than 12 looks",
      spec: """
        mark: point
        data: {values: [{s: A, t: 1, v: 1}, {s: B, t: 1, v: 2}, {s: C, t: 1, v: 3}, {s: D, t: 1, v: 4}, {s: E, t: 1, v: 5},
          {s: F, t: 1, v: 6}, {s: G, t: 1, v: 7}, {s: H, t: 1, v: 8}, {s: I, t: 1, v: 9}, {s: J, t: 1, v: 10},
          {s: K, t: 1, v: 11}, {s: L, t: 1, v: 12}, {s: M, t: 1, v: 13}]}
        encoding: {x: {field: t, type: quantitative}, y: {field: v, type: quantitative}, color: {field: s}}
        """),
    Case(
      code: "C206", message: "the steps before 'End' come to 110, not 120",
      spec: """
        mark: waterfall
        data: {values: [{s: Start, v: 100}, {s: Up, v: 20}, {s: Down, v: -10}, {s: End, v: 120}]}
        encoding: {x: {field: s}, y: {field: v, type: quantitative}}
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

  @Test func domainThatHoldsAllDataIsSilent() throws {
    for (mark, domain) in [("bar", "[0, 7]"), ("bar", "[7, 0]"), ("point", "[6, 7]"), ("line", "[-1, 20]")] {
      let spec = """
        mark: \(mark)
        data: {values: [{a: A, v: 6}, {a: B, v: 7}]}
        encoding: {x: {field: a}, y: {field: v, type: quantitative, scale: {domain: \(domain)}}}
        """
      #expect(try read(spec).1.isEmpty, "\(domain)")
    }
  }

  /// From 100 by the steps to a total: as figures with what they come to, `nil` where rounding explains it.
  @Test(
    arguments: [
      ([100, 20, -5, 120], "115"), ([100, 20, -5, 115], nil), ([100, 20, -5, 116], nil),
      ([100, 20, -5, 118], "115"),
      ([100, -30, nil, 50, 120], nil), ([7.2, -3.1, 4.2], nil), ([7.2, -3.1, 4.3], "4.1"),
      ([6_980_000, -8_499_000, -1_519_000, -3_160_000], "-3038000"),
      ([6_980_000, -8_499_000, -1_517_000], "-1519000"), ([6_980_000, -8_499_000, -1_518_000], nil),
      ([7_000_000, -3_100_000, 4_000_000], nil),
    ] as [([Double?], String?)])
  func waterfallComesToItsTotals(_ amounts: [Double?], _ reached: String?) throws {
    let rows = amounts.enumerated().map { "{s: Step \($0), v: \($1.map { plainNumber($0) } ?? "null")}" }
    let spec = """
      mark: waterfall
      data: {values: [\(rows.joined(separator: ", ").replacing("\u{2212}", with: "-"))]}
      encoding: {x: {field: s}, y: {field: v, type: quantitative}}
      """
    let (chart, diagnostics) = try read(spec)
    let errors = diagnostics.filter { $0.severity == .error }
    #expect((chart == nil) == (reached != nil))
    #expect(errors.map(\.code.id) == (reached == nil ? [] : ["C206"]))
    if let reached {
      #expect(errors.first?.message.contains("come to \(reached), not ") == true, "\(errors.map(\.message))")
      #expect(errors.first?.place?.range?.start.line == 2)
    }
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
    ("mark: {type: bar, cornerRadius: 4}", "C101", "'cornerRadius' is not a property of 'mark'"),
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
