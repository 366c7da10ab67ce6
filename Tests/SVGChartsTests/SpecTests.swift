import Diagnostics
import SourceSyntax
import Testing

@testable import SVGCharts

/// Specs in the subset of Vega-Lite: what they are read as, and what is said about those outside of it.
@Suite struct SpecTests {
  static let minimal = """
    title: Revenues
    mark: bar
    data:
      values:
        - {year: 2002, amount: 7181000}
        - {year: 2003, amount: 6980000}
    encoding:
      x: {field: year, type: ordinal}
      y: {field: amount, type: quantitative, title: US dollars}
    """

  struct Fault: Sendable, CustomTestStringConvertible {
    /// What is replaced in the minimal spec, and by what.
    var old: String
    var new: String
    var code: String
    var line: Int32
    var message: String
    var testDescription: String { "\(code) \(new)" }
  }

  static let faults = [
    Fault(
      old: "title: Revenues", new: "titel: Revenues", code: "C101", line: 1,
      message: "'titel' is not a property of a chart"),
    Fault(
      old: "type: ordinal", new: "bin: true", code: "C101", line: 8, message: "'bin' is not a property of 'x'"
    ),
    Fault(old: "mark: bar", new: "mark: [bar]", code: "C102", line: 2, message: "a mark is a single value"),
    Fault(
      old: "mark: bar", new: "mark: pie", code: "C104", line: 2,
      message:
        "'pie' is not a mark of the subset: 'bar', 'line', 'area', 'point', 'rule', 'tick', 'text', 'waterfall'"
    ),
    Fault(
      old: "type: ordinal", new: "type: date", code: "C104", line: 8,
      message: "'date' is not a type of the subset: 'quantitative', 'ordinal', 'nominal', 'temporal'"),
    Fault(old: "mark: bar", new: "", code: "C103", line: 1, message: "a chart needs 'mark' or 'layer'"),
    Fault(
      old: "x: {field: year", new: "x: {field: yaer", code: "C105", line: 8,
      message: "no row has the field 'yaer'"),
    Fault(
      old: "7181000", new: "\"7181000\"", code: "C106", line: 5,
      message: "'7181000' in 'amount' is not a plain number"),
    Fault(
      old: "x: {field: year, type: ordinal}",
      new: "xOffset: {field: amount}\n  x: {field: year, type: temporal}",
      code: "C108", line: 8, message: "'xOffset' needs categories on x"),
    Fault(
      old: "mark: bar", new: "mark: text", code: "C103", line: 8, message: "a text needs 'text'"),
    Fault(
      old: "type: ordinal", new: "axis: {labelAngle: -45}", code: "C104", line: 8,
      message: "labels are never rotated; 'labelAngle' can only be 0"),
    Fault(
      old: "mark: bar", new: "mark: bar\ntransform: [{filter: datum.year > 2002}]", code: "C104", line: 3,
      message: "a filter tests a field; expressions are not part of the subset"),
    Fault(
      old: "mark: bar", new: "mark: bar\ntransform: [{filter: {field: yaer, equal: 2002}}]", code: "C105",
      line: 3,
      message: "no row has the field 'yaer'"),
    Fault(
      old: "mark: bar", new: "mark: bar\ntransform: [{fold: [amuont]}]", code: "C105", line: 3,
      message: "no row has the field 'amuont'"),
    Fault(
      old: "mark: bar",
      new: "mark: bar\ntransform: [{aggregate: [{op: sum, field: zz, as: v}], groupby: [year]}]",
      code: "C105", line: 3, message: "no row has the field 'zz'"),
    Fault(
      old: "mark: bar", new: "mark: bar\ntransform: [{aggregate: [{op: count, as: n}], groupby: [zz]}]",
      code: "C105", line: 3, message: "no row has the field 'zz'"),
    Fault(
      old: "mark: bar", new: "mark: bar\ntransform: [{aggregate: [{op: sum, as: n}]}]",
      code: "C103", line: 3, message: "'sum' needs 'field'"),
    Fault(
      old: "type: ordinal", new: "sort: {field: zz, op: sum}", code: "C105", line: 8,
      message: "no row has the field 'zz'"),
    Fault(
      old: "type: quantitative", new: "type: quantitative, scale: {domain: [5, 5]}", code: "C102", line: 9,
      message: "the 'domain' of a continuous axis is two different numbers"),
    Fault(
      old: "type: quantitative", new: "type: quantitative, scale: {domain: [low, high]}", code: "C102",
      line: 9,
      message: "the 'domain' of a continuous axis is two different numbers"),
    Fault(
      old: "x: {field: year", new: "x: {feild: year", code: "C101", line: 8,
      message: "'feild' is not a property of 'x'"),
    Fault(
      old: "mark: bar", new: "mark: {type: waterfall, totals: [Zed]}", code: "C105", line: 2,
      message: "no step is called 'Zed'"),
  ]

  @Test(arguments: faults) func faultIsNamedWithItsLine(_ fault: Fault) throws {
    let text = Self.minimal.replacing(fault.old, with: fault.new, maxReplacements: 1)
    let (chart, diagnostics) = try read(text)
    #expect(chart == nil)
    #expect(diagnostics.map(\.code.id) == [fault.code])
    #expect(diagnostics.first?.place?.range?.start.line == fault.line)
    #expect(diagnostics.first?.message == fault.message)
  }

  @Test func logarithmsHaveNoPlaceForZero() throws {
    let (chart, diagnostics) = try read(
      """
      mark: point
      data: {values: [{a: 1, v: 10}, {a: 2, v: 0}]}
      encoding: {x: {field: a}, y: {field: v, type: quantitative, scale: {type: log}}}
      """)
    #expect(chart == nil)
    #expect(diagnostics.map(\.message) == ["a log scale has no place for 0"])
    #expect(diagnostics.first?.place?.range?.start.line == 3)
  }

  @Test(arguments: ["2003-02-30", "2003-13", "31.12.2003", "Feb 30 2003", "2003-Q5"])
  func noSuchDay(_ day: String) throws {
    let (chart, diagnostics) = try read(
      """
      mark: line
      data: {values: [{t: \(day), v: 10}, {t: 2004, v: 2}]}
      encoding: {x: {field: t, type: temporal}, y: {field: v, type: quantitative}}
      """)
    #expect(chart == nil)
    #expect(diagnostics.map(\.message) == ["'\(day)' in 't' is not a date"])
  }

  @Test func quartersAreTimes() throws {
    #expect(timeSeconds("2003-Q3") == timeSeconds("2003-07-01"))
    #expect(timeSeconds("Q1 2004") == timeSeconds("2004"))
    #expect(quarterNumber("2004 Q1") == quarterNumber("2003Q4").map { $0 + 1 })
    #expect(quarterNumber("Quarter 1") == nil)
  }

  @Test func colorsInWordsAreLeftToTheTheme() throws {
    let (chart, diagnostics) = try read(
      Self.minimal.replacing("  y: {", with: "  color: {value: red}\n  y: {"))
    #expect(chart != nil)
    #expect(diagnostics.map(\.message) == ["the color 'red' is left to the theme"])
    #expect(diagnostics.allSatisfy { $0.severity == .note })
  }

  @Test func unitsThatCountInMillionsAreNotScaledAgain() throws {
    let chart = try #require(
      try read(Self.minimal.replacing("title: US dollars", with: "title: Thousand dollars")).0)
    #expect(chart.unit == "Thousand dollars")
    #expect(chart.table.rows.map(\.cells) == [["7,181,000"], ["6,980,000"]])
  }

  @Test func aggregatesByTheirOtherName() throws {
    let spec = """
      mark: bar
      data: {values: [{k: a, v: 1}, {k: a, v: 3}, {k: b, v: 3}]}
      encoding: {x: {field: k}, y: {field: v, aggregate: average}}
      """
    #expect(try read(spec).0?.table.rows.map(\.cells) == [["2"], ["3"]])
    let distinct = try read(spec.replacing("average", with: "distinct")).0
    #expect(distinct?.table.rows.map(\.cells) == [["2"], ["1"]])
  }

  @Test func tooltipsThatDivideNothingAreNoError() throws {
    let spec = """
      mark: bar
      data: {values: [{k: a, v: 1}, {k: a, v: 3}, {k: b, v: 3}]}
      encoding:
        x: {field: k}
        y: {field: v, aggregate: sum}
        tooltip: [{field: k}, {field: v, aggregate: sum}]
      """
    #expect(try read(spec).1.map(\.code.id) == ["C111"])
    let dividing = spec.replacing("{field: v, aggregate: sum}]", with: "{field: v}]")
    #expect(try read(dividing).1.map(\.code.id) == ["C108"])
  }

  @Test func misspellingsGetASuggestion() throws {
    let (_, diagnostics) = try read(Self.minimal.replacing("title: Rev", with: "titel: Rev"))
    #expect(diagnostics.first?.hints.first == "did you mean 'title'?")
  }

  @Test func specBecomesTheSameChartAsThePreset() throws {
    let chart = try #require(try read(Self.minimal).0)
    #expect(chart.unit == "Thousands of US dollars")
    #expect(chart.table.rows.map(\.head) == ["2002", "2003"])
    #expect(chart.table.rows.map(\.cells) == [["7,181"], ["6,980"]])
    #expect(
      chart.description
        == "Bars in thousands of US dollars. 2002 to 2003: US dollars fall from 7,181 to 6,980.")
  }

  @Test(arguments: [
    ("", ["a", "b", "c"]), (", sort: null", ["b", "a", "c"]), (", sort: descending", ["c", "b", "a"]),
  ])
  func categoriesStandInTheOrderAskedFor(_ sort: String, _ order: [String]) throws {
    let text = """
      mark: line
      data: {values: [{k: b, v: 1}, {k: a, v: 2.5e1}, {k: c, v: null}]}
      encoding: {x: {field: k\(sort)}, y: {field: v, type: quantitative}}
      """
    let table = try #require(try read(text).0).table
    #expect(table.rows.map(\.head) == order)
    #expect(table.rows.first { $0.head == "a" }?.cells == ["25"])
    #expect(table.rows.first { $0.head == "c" }?.cells == [nil])
  }

  @Test(arguments: [
    ("", ["Q4 2002", "Q1 2003", "Q2 2003"]),
    (", sort: descending", ["Q2 2003", "Q1 2003", "Q4 2002"]),
    (", sort: {field: t, order: descending}", ["Q2 2003", "Q1 2003", "Q4 2002"]),
    (", sort: {field: d, order: descending}", ["Q2 2003", "Q1 2003", "Q4 2002"]),
    (", sort: -x", ["Q2 2003", "Q1 2003", "Q4 2002"]),
    (", sort: null", ["Q1 2003", "Q4 2002", "Q2 2003"]),
  ])
  func namesOfPeriodsStandInOrderOfTime(_ sort: String, _ order: [String]) throws {
    let spec = """
      mark: bar
      data:
        values: [{t: Q1 2003, d: 2003-03-31, v: 1}, {t: Q4 2002, d: 2002-12-31, v: 2}, {t: Q2 2003, d: 2003-06-30, v: 3}]
      encoding: {x: {field: t, type: ordinal\(sort)}, y: {field: v, type: quantitative}}
      """
    #expect(try #require(try read(spec).0).table.rows.map(\.head) == order)
  }

  @Test(arguments: [
    (
      "y: {field: amount, type: quantitative, title: US dollars}",
      "y: {field: amount, type: quantitative, scale: {domain: [5000000, 8000000]}}", "C201"
    ),
    ("- {year: 2003, amount: 6980000}", "- {year: 2003, amount: 1}\n    - {year: 2009, amount: 2}", "C202"),
  ])
  func misleadingChartsAreDrawnWithAWarning(_ old: String, _ new: String, _ code: String) throws {
    let (chart, diagnostics) = try read(Self.minimal.replacing(old, with: new))
    #expect(chart != nil)
    #expect(diagnostics.map(\.code.id) == [code])
    #expect(diagnostics.allSatisfy { $0.severity == .warning })
  }

  @Test func codesAreListedOnce() {
    #expect(Set(chartCodes.map(\.id)).count == chartCodes.count)
    #expect(chartCodes.allSatisfy { $0.id.hasPrefix("C") && !$0.explanation.isEmpty })
  }
}

func read(_ yaml: String) throws -> (Chart?, [Diagnostic]) {
  var diagnostics: [Diagnostic] = []
  let source = SourceText(path: "content/pages/about.md", bytes: Array(yaml.utf8))
  let node = try #require(parseYAML(source, diagnostics: &diagnostics), "\(diagnostics)")
  let chart = parseChartSpec(node, path: source.path, diagnostics: &diagnostics)
  return (chart, diagnostics)
}

/// Data that stand in a file beside the spec.
@Suite struct FileDataTests {
  @Test(arguments: [
    ("quantitative", "1,5", "'1,5' in 'v' is not a plain number, in row 2 after the header of 'd.csv'"),
    ("temporal", "soon", "'soon' in 'v' is not a date, in row 2 after the header of 'd.csv'"),
  ])
  func aBadValueIsFoundInItsRow(_ type: String, _ value: String, _ message: String) throws {
    var diagnostics: [Diagnostic] = []
    let spec = "{mark: point, data: {url: d.csv}, encoding: {x: {field: v, type: \(type)}}}"
    let source = SourceText(path: "d.yaml", bytes: Array(spec.utf8))
    let node = try #require(parseYAML(source, diagnostics: &diagnostics))
    _ = parseChartSpec(node, path: source.path, diagnostics: &diagnostics) { _ in
      .success(ChartRows(columns: ["v"], rows: [["2003"], [value]]))
    }
    #expect(diagnostics.map(\.message) == [message])
  }
}

/// Specs cut off or damaged anywhere.
@Suite struct DamagedSpecTests {
  @Test func everyBeginningOfASpecIsAChartOrAFinding() throws {
    let bytes = Array(SpecTests.minimal.utf8)
    for length in bytes.indices { try expectAnswer(Array(bytes[..<length])) }
  }

  @Test func everyMissingByteIsAChartOrAFinding() throws {
    for index in SpecTests.minimal.utf8.indices {
      var text = SpecTests.minimal.utf8.map { $0 }
      text.remove(at: SpecTests.minimal.utf8.distance(from: SpecTests.minimal.startIndex, to: index))
      try expectAnswer(text)
    }
  }

  private func expectAnswer(_ bytes: [UInt8]) throws {
    var diagnostics: [Diagnostic] = []
    guard
      let node = parseYAML(SourceText(path: "a.md", bytes: bytes), diagnostics: &diagnostics),
      !diagnostics.hasErrors
    else { return }
    let chart = parseChartSpec(node, path: "a.md", diagnostics: &diagnostics)
    #expect((chart == nil) == diagnostics.hasErrors)
    for width in ChartWidth.allCases {
      #expect(chart.map { drawing(of: $0, width: width).hasSuffix("</svg>\n") } ?? true)
    }
  }
}
