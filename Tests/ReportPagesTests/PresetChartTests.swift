import ExactNumbers
import ReleaseModel
import SVGCharts
import Testing

@testable import ReportPages

/// Presets that hold parts against a whole: what they draw, and what they refuse.
@Suite struct PresetChartTests {
  /// Facts that one more release tells, of the third quarter and its last day: `Cash 1057`.
  ///
  /// - Parameter dash: a concept for which a statement of the release prints a dash, and told of a year before.
  private func facts(_ figures: String, decimals: Int8 = 0, dash: String? = nil) -> ChartFacts {
    var example = ExampleArchive()
    var release = announcement()
    release.figures = figures.split(separator: ",").map { figure in
      let parts = figure.split(separator: " ").map(String.init)
      let id = concept(parts[0])
      return StatedFigure(
        concept: id, label: exampleCatalog[id].label,
        period: period(exampleCatalog[id].balance == .stock ? "2003-09-30" : "2003-Q3"),
        value: amount(parts[1]), decimals: decimals)
    }
    if let dash {
      release.figures.append(
        StatedFigure(
          concept: concept(dash), label: dash, period: period("2002-Q3"), value: amount("5"), decimals: 0))
      release.statements = [
        Statement(
          name: "income-statement", title: "Income", currency: "USD", columns: [period("2003-Q3")],
          rows: [Statement.Row(concept: concept(dash), label: dash, cells: [.dash])])
      ]
    }
    example.archive.releases = [release]
    return ChartFacts(example.context)
  }

  private func chart(
    _ preset: ChartRequest.Preset, _ figures: String, _ period: String, of concepts: String? = nil,
    decimals: Int8 = 0
  ) throws(ChartFault) -> Chart {
    let told = figures.split(separator: ",").compactMap { $0.split(separator: " ").first.map(String.init) }
    let wanted = concepts.map { $0.split(separator: " ").map(String.init) } ?? told
    let request = ChartRequest(
      preset: preset, concepts: wanted.map(concept), periods: .listed([ReportPagesTests.period(period)]))
    return try presetChart(request, facts(figures, decimals: decimals)).chart
  }

  private func fault(
    _ preset: ChartRequest.Preset, _ figures: String, _ period: String, of concepts: String? = nil
  ) -> ChartFault? {
    do throws(ChartFault) {
      let chart = try chart(preset, figures, period, of: concepts)
      Issue.record("it is drawn: \(chart.description)")
      return nil
    } catch { return error }
  }

  private let sheet = "Assets 100,CurrentAssets 60,NoncurrentAssets 40,Liabilities 70,StockholdersEquity 30"
  private let parts = "CurrentAssets NoncurrentAssets Liabilities StockholdersEquity"

  @Test func compositionShowsTheSheet() throws {
    #expect(
      try chart(.composition, sheet, "2003-09-30", of: parts).description
        == """
        Columns of parts in US dollars. Assets 100: Total current assets 60, Non-current assets 40. \
        Liabilities and equity 100: Total liabilities 70, Shareholders' equity 30.
        """)
  }

  @Test func whatTheListedPartsLeaveOfTheTotalIsAPart() throws {
    #expect(
      try chart(.composition, sheet, "2003-09-30", of: "CurrentAssets Liabilities").description
        == """
        Columns of parts in US dollars. Assets 100: Total current assets 60, All other assets 40. \
        Liabilities and equity 100: Total liabilities 70, All other liabilities and equity 30.
        """)
    // The same where both columns lack the same amount and so are of equal height.
    #expect(
      try chart(
        .composition, "Assets 100,CurrentAssets 60,Liabilities 60", "2003-09-30",
        of: "CurrentAssets Liabilities"
      ).description.contains("All other assets 40"))
  }

  @Test func roundingLeavesNoPart() throws {
    let rounded =
      "Assets 100000,CurrentAssets 61000,NoncurrentAssets 40000,Liabilities 70000,StockholdersEquity 30000"
    let chart = try chart(.composition, rounded, "2003-09-30", of: parts, decimals: -3)
    #expect(!chart.description.contains("All other"))
  }

  @Test func conceptsOfTheCompanyCountWhereTheyStand() throws {
    let figures = "CurrentAssets 60,BloodInventory 10,Liabilities 50,StockholdersEquity 20"
    #expect(try chart(.composition, figures, "2003-09-30").description.contains("Assets 70: "))
    #expect(
      try chart(.composition, "CurrentAssets 70,BloodInventory 50,StockholdersEquity 20", "2003-09-30")
        .description.contains("equity 70: Blood on hand 50"))
  }

  @Test(arguments: [
    (
      "Liabilities 70,StockholdersEquity 30,Assets 100",
      "'Liabilities' is no asset and stands before 'Assets', which is one", 0
    ),
    (
      "CurrentAssets 60,Liabilities 100,NoncurrentAssets 40",
      "'Liabilities' is no asset and stands before 'NoncurrentAssets', which is one", 1
    ),
    (
      "CurrentAssets 60,Cash 10,NoncurrentAssets 30,Liabilities 100",
      "'Cash' is a part of 'CurrentAssets' and would count twice", 1
    ),
    ("CurrentAssets 60,WorkingCapital 60", "'WorkingCapital' is no part of a balance sheet", 1),
    ("CurrentAssets 60,NetIncomeLoss 60", "'NetIncomeLoss' is no part of a balance sheet", 1),
    (
      "CurrentAssets 60,NoncurrentAssets 40",
      "a composition in 'charts' has two columns, and its concepts are all assets", nil
    ),
    (
      "CurrentAssets 60,Liabilities 70",
      "the concepts of a composition in 'charts' do not divide into assets and an equal sum after them", nil
    ),
  ])
  func compositionRefusesWhatIsNoSheet(_ figures: String, _ message: String, _ place: Int?) {
    let fault = fault(.composition, figures, "2003-09-30")
    #expect(fault?.message == message)
    #expect(fault?.concept == place)
  }

  @Test func partsThatExceedTheTotalAreRefused() {
    let sheet = "Assets 100,CurrentAssets 70,NoncurrentAssets 40,Liabilities 70,StockholdersEquity 30"
    #expect(
      fault(.composition, sheet, "2003-09-30", of: parts)?.message
        == "the parts of assets in 'charts' come to 110, more than the total of 100")
  }

  @Test(
    arguments: [([1, 2, 3], 2), ([5, 5], 1), ([1, 2], nil), ([], nil), ([0, 0], nil)] as [([Int64], Int?)])
  func balanceIsDividedWhereSumsAreEqual(_ amounts: [Int64], _ split: Int?) {
    #expect(balancingSplit(amounts.map { Amount($0) }, among: 1...4) == split)
  }

  @Test func bridgeWhoseSignsCannotBeToldIsRefused() {
    let fault = fault(
      .bridge, "Revenues 100,PriceEffect 10,VolumeEffect 10,ClosedCenterRevenue 100", "2003-Q3")
    #expect(
      fault?.message == "whether 'PriceEffect' adds or takes away cannot be told: the figures fit both")
    #expect(fault?.hints == ["leave out one of two equal steps, or draw a chart of another kind"])
  }

  @Test func bridgeWhoseSignsTheFiguresTellIsDrawn() throws {
    let chart = try chart(
      .bridge, "Revenues 100,PriceEffect 10,VolumeEffect 30,ClosedCenterRevenue 80", "2003-Q3")
    #expect(chart.table.rows.map { $0.cells[0] } == ["", "10", "(30)", ""])
    // Equal steps of one direction leave no doubt.
    #expect(
      try self.chart(
        .bridge, "Revenues 100,PriceEffect 10,VolumeEffect 10,ClosedCenterRevenue 80", "2003-Q3"
      ).table.rows.map { $0.cells[0] } == ["", "(10)", "(10)", ""])
  }
}

/// Bridges over totals that the built-in concepts know.
extension PresetChartTests {
  @Test func totalBetweenIsNoStepOfABridge() throws {
    let figures =
      "Revenues 10725,CostOfRevenue 9387,GrossProfit 1338,OtherOperatingExpense 1500,OperatingIncomeLoss -162"
    let chart = try chart(.bridge, figures, "2003-Q3")
    let rows = chart.table.rows
    #expect(rows.map { $0.cells[0] } == ["", "(9.387)", "", "(1.5)", ""])
    #expect(rows.map { $0.cells[1] } == ["10.725", "1.338", "1.338", "(0.162)", "(0.162)"])
    #expect(!chart.description.contains("Other, net"), "\(chart.description)")
  }

  /// What leads to a total between may be told in part.
  @Test func stepsLeaveARestBeforeATotalBetween() throws {
    let chart = try chart(
      .bridge, "Revenues 100,CostOfRevenue 60,OperatingIncomeLoss 30,ClosedCenterRevenue 25", "2003-Q3")
    #expect(chart.table.rows.map { $0.cells[0] } == ["", "(60)", "(10)", "", "(5)", ""])
  }

  @Test(arguments: [
    (
      "Revenues 100,PriceEffect 5,CostOfRevenue 60,GrossProfit 40,OperatingIncomeLoss 30", "Revenues",
      "GrossProfit", 3
    ),
    (
      "Revenues 100,GrossProfit 40,CostOfRevenue 60,OperatingIncomeLoss 30", "CostOfRevenue", "GrossProfit", 1
    ),
  ])
  func stepsThatHoldOthersAreRefused(_ figures: String, _ part: String, _ whole: String, _ place: Int) {
    let fault = fault(.bridge, figures, "2003-Q3")
    #expect(fault?.message == "'\(part)' is a part of '\(whole)' and would count twice")
    #expect(fault?.concept == place)
  }
}

/// Bridges of figures that are rounded or were told otherwise before.
extension PresetChartTests {
  @Test(
    arguments: [
      // Six figures in thousands may miss their sum by three.
      ("Revenues 100000,PriceEffect 30000,VolumeEffect 20000,ClosedCenterRevenue 49000", -3, ""),
      ("Revenues 100000,PriceEffect 30000,VolumeEffect 20000,ClosedCenterRevenue 47000", -3, "(3)"),
      ("Revenues 100000,PriceEffect 30000,VolumeEffect 20000,ClosedCenterRevenue 48000", 0, "(2)"),
      ("Revenues 100000,PriceEffect 30000,VolumeEffect 20000,ClosedCenterRevenue 49998", 0, ""),
    ] as [(String, Int8, String)])
  func roundingIsNoStepOfABridge(_ figures: String, _ decimals: Int8, _ rest: String) throws {
    let chart = try chart(.bridge, figures, "2003-Q3", decimals: decimals)
    let rows = chart.table.rows
    #expect(rows.map { $0.cells[0] } == ["", "(30)", "(20)"] + (rest.isEmpty ? [""] : [rest, ""]))
    // The totals stay as they are told.
    let last = figures.split(separator: " ").last.flatMap { Amount(plain: $0)?.timesPowerOfTen(-3) }
    #expect(rows.last?.cells[1] == last?.withoutTrailingZeros.text())
  }

  @Test func roundedStepsOfABridgeAreHollow() throws {
    let figures = "Revenues 9300000,PriceEffect 3000000,ClosedCenterRevenue 6300000"
    let chart = try chart(.bridge, figures, "2003-Q3", decimals: -5)
    #expect(chart.notes == ["Hollow: rounded in its source."])
    #expect(
      chart.description.hasPrefix(
        "Bridge in millions of US dollars. Revenues about 9.3; Prices about minus 3"))
    #expect(try self.chart(.bridge, figures, "2003-Q3", decimals: -3).notes.isEmpty)
  }

  @Test func dashIsNoStepOfABridge() throws {
    let facts = facts("Revenues 100,ClosedCenterRevenue 60,GrossProfit 40", dash: "PriceEffect")
    func drawn(_ concepts: [String]) throws(ChartFault) -> String {
      let request = ChartRequest(
        preset: .bridge, concepts: concepts.map(concept), periods: .listed([period("2003-Q3")]))
      return try presetChart(request, facts).chart.description
    }
    let all = ["Revenues", "PriceEffect", "ClosedCenterRevenue", "GrossProfit"]
    #expect(try drawn(all) == (try drawn(all.filter { $0 != "PriceEffect" })))
    // A total is not nothing, and what nobody prints is not told.
    #expect(throws: ChartFault.self) { try drawn(["Revenues", "ClosedCenterRevenue", "PriceEffect"]) }
    #expect(throws: ChartFault.self) { try drawn(["Revenues", "VolumeEffect", "GrossProfit"]) }
  }

  @Test func bridgeFromARevisedYearSaysSo() throws {
    var example = ExampleArchive()
    func tell(_ day: String, _ figures: [(String, String, Int64, Int8)]) -> Release {
      var release = announcement()
      release.folder = "\(day)-results"
      release.released = .init(day: ReportPagesTests.day(day))
      release.figures = figures.map { name, spelling, value, decimals in
        StatedFigure(
          concept: concept(name), label: name, period: period(spelling), value: Amount(value * 1000),
          decimals: decimals)
      }
      return release
    }
    var last = tell(
      "2004-02-01",
      [
        ("Revenues", "2003-FY", 203_900, -5), ("GrossProfit", "2003-FY", 90_050, -3),
        ("Revenues", "2002-FY", 148_825, -3),
      ])
    last.restatements = [
      Restatement(concept: concept("Revenues"), period: period("2002-FY"), reason: "Contracts over time")
    ]
    example.archive.releases = [
      tell("2003-02-01", [("Revenues", "2002-FY", 149_425, -3), ("GrossProfit", "2002-FY", 35_000, -3)]),
      last,
    ]
    let request = ChartRequest(
      preset: .bridge, concepts: [concept("Revenues"), concept("GrossProfit")],
      periods: .listed([period("2002-FY"), period("2003-FY")]))
    let chart = try presetChart(request, ChartFacts(example.context)).chart
    // 203.9 million less 148,825 thousand is no more exact than 203.9 million.
    #expect(chart.table.rows.map { $0.cells[0] } == ["", "55.1", ""])
    #expect(
      chart.notes == [
        "Hollow: rounded in its source, or revised since it was first told.",
        "2002 revised: Contracts over time.",
      ])
    #expect(chart.description.hasSuffix("Revised: Revenues."))
    example.archive.companies[0].breaks = [.init(from: period("2003-Q2"), reason: "A purchase")]
    #expect(
      try presetChart(request, ChartFacts(example.context)).chart.notes.dropFirst().first
        == "New basis from Q2 2003: A purchase.")
  }
}
