import Diagnostics
import SourceSyntax
import Testing

@testable import SVGCharts

/// Written charts of facts whose basis changes, and numbers that stand beside facts.
@Suite struct PlotPartingTests {
  private static let values = [6_900_000, 6_950_000, 9_300_000, 9_500_000, 9_600_000]

  /// Five quarters of revenues, and of costs, with a break before the third.
  private func chart(_ spec: String, series: [String] = []) throws -> Chart {
    var diagnostics: [Diagnostic] = []
    let quarters = ["Q1 2005", "Q2 2005", "Q3 2005", "Q4 2005", "Q1 2006"]
    let days = ["2005-03-31", "2005-06-30", "2005-09-30", "2005-12-31", "2006-03-31"]
    let rows = quarters.indices.flatMap { place -> [[String?]] in
      [
        [quarters[place], days[place], "Revenues", "Revenues", String(Self.values[place])],
        [
          quarters[place], days[place], "CostOfRevenue", "Cost of revenues", String(Self.values[place] - 100),
        ],
      ]
    }
    let note = "New basis from Q3 2005: a purchase."
    let source = SourceText(path: "content/pages/about.md", bytes: Array(spec.utf8))
    let node = try #require(parseYAML(source, diagnostics: &diagnostics), "\(diagnostics)")
    let chart = parseChartSpec(node, path: source.path, diagnostics: &diagnostics) { request in
      guard case .facts(let concepts, _) = request else {
        return .failure(ChartDataProblem("there is no file"))
      }
      return .success(
        ChartRows(
          columns: ["period", "date", "concept", "label", "value"],
          rows: rows.filter { concepts.contains($0[2] ?? "") },
          facts: FactRows(
            unit: ChartMeasure(words: "US dollars", sign: "$"),
            breaks: [ChartBreak(category: "Q3 2005", series: series, note: note)])))
    }
    #expect(!diagnostics.hasErrors, "\(diagnostics)")
    return try #require(chart)
  }

  @Test(arguments: [
    "x: {field: date, type: temporal}, y: {field: value, type: quantitative}",
    "x: {field: period}, y: {field: value, type: quantitative, axis: {grid: true}}",
    "x: {field: period, sort: descending}, y: {field: value, type: quantitative, axis: {grid: true}}",
    "y: {field: period}, x: {field: value, type: quantitative, axis: {grid: true}}",
  ])
  func noChangeIsToldAcrossABreak(_ encoding: String) throws {
    let chart = try chart("{mark: line, data: {facts: [Revenues]}, encoding: {\(encoding)}}")
    #expect(chart.description.contains("Largest change: a "))
    #expect(chart.description.contains(" of 0.2 to "), "\(chart.description)")
    // From the one basis to the other nothing rises, and the highest is that of its side.
    let words = chart.description
    let date = encoding.contains("date")
    let places =
      date
      ? ["2005-03-31", "2005-06-30", "2005-09-30", "2006-03-31"]
      : ["Q1 2005", "Q2 2005", "Q3 2005", "Q1 2006"]
    #expect(
      words.contains(
        "rom 6.9 (\(places[0])) to 6.95 (\(places[1])). On another basis: from 9.3 (\(places[2])) to 9.6 (\(places[3])), highest 9.6 (\(places[3])), lowest 9.3 (\(places[2]))."
      ) || encoding.contains("descending"), "\(words)")
    #expect(
      !words.contains("lowest 6.9")
        && !words.contains("to 9.6 (\(places[3])), highest 9.6 (\(places[3])), lowest 6"))
    #expect(chart.notes.contains("New basis from Q3 2005: a purchase."))
  }

  @Test func plainChartsTellNoneEitherWhateverTheirOrder() throws {
    for order in ["", ", sort: descending"] {
      let chart = try chart(
        "{mark: line, data: {facts: [Revenues]}, encoding: {x: {field: period\(order)}, y: {field: value, type: quantitative}}}"
      )
      #expect(chart.description.contains("Largest change: a "))
      #expect(!chart.description.contains("2,350"), "\(chart.description)")
    }
  }

  @Test func seriesThatNoBreakConcernsTellTheirChange() throws {
    let spec =
      "{mark: line, data: {facts: [Revenues, CostOfRevenue]}, encoding: {x: {field: date, type: temporal}, y: {field: value, type: quantitative}, color: {field: %}}}"
    for field in ["label", "concept"] {
      let chart = try chart(spec.replacing("%", with: field), series: ["Revenues"])
      #expect(chart.description.contains("Largest change: a rise of 0.2 to "), "\(chart.description)")
      #expect(chart.description.contains("Largest change: a rise of 2.35 to 2005-09-30"))
    }
  }

  @Test func noLineLeadsAcrossABreak() throws {
    let chart = try chart(
      "{mark: line, data: {facts: [Revenues]}, encoding: {x: {field: date, type: temporal}, y: {field: value, type: quantitative}}}"
    )
    guard case .plot(let plot) = chart.content else {
      Issue.record("the chart is drawn as another one")
      return
    }
    let marks = placedMarks(plot.views, view: 0, scales: PlotScales(plot.views), width: 100, height: 100)
    guard case .line(let runs)? = marks.first?.form else {
      Issue.record("there is no line")
      return
    }
    #expect(runs.map(\.count) == [2, 3])
  }

  /// A broken rule halfway between the neighbours that it parts, with the word that bands have over theirs.
  @Test(arguments: [
    ("x: {field: date, type: temporal}, y: {field: value, type: quantitative}", [], "V"),
    ("x: {field: date, type: temporal}, y: {field: value, type: quantitative}", ["Revenues"], "V"),
    ("x: {field: period}, y: {field: value, type: quantitative, axis: {grid: true}}", [], "V"),
    (
      "x: {field: period, sort: descending}, y: {field: value, type: quantitative, axis: {grid: true}}", [],
      "V"
    ),
    ("y: {field: date, type: temporal}, x: {field: value, type: quantitative}", [], "H"),
    // Of costs alone, which the chart does not show, and on an axis that is not one of time.
    ("x: {field: date, type: temporal}, y: {field: value, type: quantitative}", ["Cost of revenues"], ""),
    (
      "x: {field: period, sort: [Q1 2005, Q3 2005, Q2 2005, Q4 2005]}, y: {field: value, type: quantitative, axis: {grid: true}}",
      [], ""
    ),
  ])
  func aRuleStandsWhereTheBasisChanges(_ encoding: String, _ series: [String], _ rule: String) throws {
    let chart = try chart(
      "{mark: line, data: {facts: [Revenues]}, encoding: {\(encoding), color: {field: label}}}",
      series: series)
    for width in ChartWidth.allCases {
      let scene = chart.scene(for: width)
      let rules = scene.shapes.compactMap { shape -> String? in
        guard case .path(let steps, .basis) = shape else { return nil }
        if case .vertical? = steps.last { return "V" }
        return "H"
      }
      #expect(rules == (rule.isEmpty ? [] : [rule]))
      let isNamed = scene.shapes.contains { shape in
        if case .text(let label) = shape { return label.text == "new basis" }
        return false
      }
      #expect(isNamed == (rule == "V"))
    }
  }

  @Test func aRuleStandsHalfwayBetweenTwoDays() throws {
    let chart = try chart(
      "{mark: line, data: {facts: [Revenues]}, encoding: {x: {field: date, type: temporal}, y: {field: value, type: quantitative}}}"
    )
    guard case .plot(let plot) = chart.content, let scale = PlotScales(plot.views).x else {
      Issue.record("the chart is drawn as another one")
      return
    }
    let rules = try #require(plot.views[0].partings).rules(among: plot.views[0].items, on: scale)
    // Of a year from March 31 the middle between June 30 and September 30 is 137 days on.
    #expect(rules.map { ($0.part * 365).rounded() } == [137])
  }

  @Test func aGoalIsToldInTheUnitOfItsAxis() throws {
    let chart = try chart(
      """
      layer:
        - mark: bar
          data: {facts: [Revenues]}
          encoding: {x: {field: period}, y: {field: value, type: quantitative}}
        - mark: rule
          data: {values: [{goal: 7500000}]}
          encoding: {y: {field: goal, type: quantitative}}
      """)
    #expect(chart.description.contains("Rules: millions of US dollars. 7.5."), "\(chart.description)")
    #expect(!chart.description.contains("7,500,000"))
  }

  @Test func abbreviationsKeepTheirCapitalsInTitles() throws {
    #expect(
      factsTitle(PlotSpec(layers: [layer(["Revenues", "EBITDA", "Net loss"])]))
        == "Revenues, EBITDA and net loss, Q1 2005")
  }

  private func layer(_ labels: [String]) -> PlotLayer {
    var layer = PlotLayer(mark: .line)
    layer.rows = labels.map {
      PlotRow(
        range: SourceRange(line: 1, column: 1, length: 0),
        fields: ["label": .text($0), "period": .text("Q1 2005")],
        fact: PlotRow.FactNote(isRevised: false, isApproximate: false))
    }
    return layer
  }
}
