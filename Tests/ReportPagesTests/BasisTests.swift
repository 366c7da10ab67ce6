import ExactNumbers
import Markup
import ReleaseChecks
import ReleaseModel
import SVGCharts
import Testing

@testable import ReportPages

/// Figures on two bases: what may be taken from what, and where a chart says that its figures cannot be compared.
@Suite struct BasisTests {
  /// An archive whose releases tell figures in thousands, each a day after the one before:
  /// `2024-FY 204545, 2024-9M 149425`; of a figure marked with `~` the millions alone.
  private func example(
    _ releases: [String], of name: String = "Revenues", breaks: [Company.Break] = []
  ) -> ExampleArchive {
    var example = ExampleArchive()
    example.archive.companies[0].breaks = breaks
    example.archive.releases = releases.enumerated().map { number, figures in
      var release = announcement()
      release.folder = "2025-01-0\(number + 1)-results-\(number + 1)"
      release.released = .init(day: day("2025-01-0\(number + 1)"))
      release.figures = figures.split(separator: ",").map { figure in
        let parts = figure.split(separator: " ").map(String.init)
        let isRounded = parts[1].hasPrefix("~")
        return StatedFigure(
          concept: concept(name), label: name, period: period(parts[0]),
          value: Amount(Int64(parts[1].drop { $0 == "~" })! * 1000), decimals: isRounded ? -5 : -3)
      }
      return release
    }
    return example
  }

  private func calculated(_ spelling: String, _ releases: [String], breaks: [Company.Break] = []) -> String? {
    let context = example(releases, breaks: breaks).context
    let wanted = period(spelling)
    let inTable = derivedQuarters(company: 0, context.archive, context.history)
      .first { $0.period == wanted }
    let inChart = ChartFacts(context).toldOrDerived(concept("Revenues"), wanted)?.derived
    #expect(inTable == inChart, "the table and the chart give different answers")
    return inTable?.value.description
  }

  @Test(
    arguments: [
      (["2024-9M 149425", "2024-FY 204545"], "55120000"),
      // What is taken away was restated, and the year was not.
      (["2024-9M 149425", "2024-FY 204545", "2024-9M 148825"], nil),
      (["2024-9M ~149400", "2024-9M 149425", "2024-FY 204545", "2024-9M 149375"], nil),
      // Both were, in one release or in two.
      (["2024-9M 149425", "2024-FY 204545", "2024-9M 148825,2024-FY 203945"], "55120000"),
      (["2024-9M 149425", "2024-FY 204545", "2024-9M 148825", "2024-FY 203745"], "54920000"),
      // The year was told first by the release that restated the nine months, or after it.
      (["2024-9M 149425", "2024-FY 204545,2024-9M 148825"], "55720000"),
      (["2024-9M 149425", "2024-9M 148825", "2024-FY 204545"], "55720000"),
      (["2024-9M 149425", "2024-FY 204545,2024-9M 148825", "2024-FY 203945"], nil),
      // The year alone was.
      (["2024-9M 149425", "2024-FY 204545", "2024-FY 203945"], nil),
      (["2024-9M 149425", "2024-FY ~204500", "2024-FY 204545", "2024-FY 204445"], nil),
      (["2024-9M 149425", "2024-FY ~204500", "2024-FY 204545"], "55120000"),
      // Told again, and the same.
      (["2024-9M 149425", "2024-FY 204545", "2024-9M 149425"], "55120000"),
    ] as [([String], String?)])
  func differencesStandOnOneBasis(_ releases: [String], _ value: String?) {
    #expect(calculated("2024-Q4", releases) == value)
  }

  @Test(
    arguments: [
      // Both spans hold the same figures on the old basis.
      ("2024-Q2", "2024-Q4", "55120000"), ("2024-Q3", "2024-Q4", "55120000"),
      ("2024-Q4", "2024-Q4", nil), ("2024-11-15", "2024-Q4", nil),
      ("2024-Q1", "2024-Q4", "55120000"), ("2025-Q1", "2024-Q4", "55120000"),
      ("2024-Q3", "2024-Q3", nil), ("2024-Q2", "2024-Q3", "49875000"),
    ] as [(String, String, String?)])
  func breaksPartOnlyWhatTheyLieIn(_ from: String, _ wanted: String, _ value: String?) {
    let releases = ["2024-H1 99550,2024-9M 149425,2024-FY 204545"]
    #expect(calculated(wanted, releases, breaks: [.init(from: period(from), reason: "A purchase")]) == value)
  }

  @Test(
    arguments: [
      ("2024-Q2", "2022-FY 2023-FY 2024-FY 2025-FY", "2024"),
      ("2024-Q1", "2022-FY 2023-FY 2024-FY 2025-FY", "2024"),
      ("2024-Q2", "2023-Q4 2024-Q1 2024-Q2 2024-Q3", "Q2 2024"),
      ("2024-05-15", "2023-Q4 2024-Q1 2024-Q2 2024-Q3", "Q2 2024"),
      ("2024-Q2", "2024-Q1 2024-Q4", "Q4 2024"),
      ("2024-Q2", "2024-Q2 2024-Q3", nil),
    ] as [(String, String, String?)])
  func breaksStandBeforeThePeriodTheyFallIn(_ from: String, _ periods: String, _ category: String?) {
    let declared = Company.Break(from: period(from), reason: "A purchase")
    let facts = ChartFacts(example([], breaks: [declared]).context)
    let found = facts.breaks(
      [(concept("Revenues"), "Revenues")], over: periods.split(separator: " ").map { period(String($0)) })
    #expect(found.map(\.category) == [category].compactMap { $0 })
    let words = FiscalCalendar.calendarYear.shortWords(period(from))
    #expect(found.allSatisfy { $0.note == "New basis from \(words): A purchase." })
  }

  @Test(
    arguments: [
      (ChartRequest.Preset.trend, "2024-FY 2026-FY", "no release tells 'Revenues' for 2026-FY", 1),
      (.margin, "2024-FY 2026-FY", "no release tells any of the figures for 2026-FY", 1),
      (.comparison, "2023-FY 2024-FY", "no release tells 'Revenues' for 2023-FY", 0),
      (.sparkline, "2024-9M 2024-Q4", "no release tells 'Revenues' for 2024-Q4", 1),
      (.trend, "2024-9M 2024-Q4", nil, nil),
    ] as [(ChartRequest.Preset, String, String?, Int?)])
  func listedPeriodsThatNobodyTellsAreRefused(
    _ preset: ChartRequest.Preset, _ periods: String, _ message: String?, _ place: Int?
  ) {
    var example = example(["2024-9M 149425", "2024-FY 204545"])
    example.archive.releases[0].figures.append(
      StatedFigure(
        concept: concept("GrossProfit"), label: "Gross profit", period: period("2024-FY"),
        value: Amount(1_000_000), decimals: -3))
    let names = preset == .margin ? ["Revenues", "GrossProfit"] : ["Revenues"]
    let listed = periods.split(separator: " ").map { period(String($0)) }
    var fault: ChartFault?
    do throws(ChartFault) {
      _ = try presetChart(
        ChartRequest(preset: preset, concepts: names.map(concept), periods: .listed(listed)),
        ChartFacts(example.context))
    } catch { fault = error }
    #expect(fault?.message == message)
    #expect(fault?.period == place)
  }
}

/// Figures that their sources round: how many digits what is calculated from them has, and where it is marked.
extension BasisTests {
  @Test(
    arguments: [
      (["2024-9M 148825", "2024-FY ~203900"], "55100000"),
      (["2024-9M ~148800", "2024-FY 204545"], "55700000"),
      (["2024-9M ~148800", "2024-FY ~203900"], "55100000"),
      (["2024-9M 148825", "2024-FY 203935"], "55110000"),
      (["2024-9M 203925", "2024-FY ~203900"], nil), (["2024-9M 203900", "2024-FY ~203900"], "0"),
    ] as [([String], String?)])
  func differencesHaveNoMoreDigitsThanTheirFigures(_ releases: [String], _ value: String?) {
    #expect(calculated("2024-Q4", releases) == value)
  }

  @Test func whatIsCalculatedFromRoundedFiguresIsMarked() throws {
    var example = example(["2024-Q1 48210,2024-9M 148825", "2024-FY ~203900"])
    let rows: [(String, Int64, Int8)] = [
      ("2024-9M", 60_000, -3), ("2024-FY", 90_500, -5), ("2024-Q1", 20_000, -3),
    ]
    example.archive.releases[1].figures += rows.map {
      StatedFigure(
        concept: concept("GrossProfit"), label: "Gross profit", period: period($0), value: Amount($1 * 1000),
        decimals: $2)
    }
    let context = example.context
    let tables = financialsTables(company: 0, context.archive, context.history).tables
    let quarters = try #require(tables.first { $0.kind == .quarters })
    var sink = ByteSink()
    writeSection(quarters, company: 0, context.archive, links: [:], into: &sink)
    let html = sink.text()
    #expect(html.contains("title=\"203,900,000 - 148,825,000\">55,100<"), "\(html)")
    #expect(html.contains("calculated</span>c</a><a class=\"mark\" href=\"#key-rounded\">"))
    let request = ChartRequest(
      preset: .margin, concepts: [concept("Revenues"), concept("GrossProfit")],
      periods: .listed([period("2024-Q1"), period("2024-Q4")]))
    let chart = try presetChart(request, ChartFacts(context)).chart
    // 30.5 million of 55.1 million: 55.26 to 55.45 percent.
    #expect(chart.table.rows.map { $0.cells } == [["41.5"], ["55"]])
    #expect(chart.notes.contains { $0.hasPrefix("Hollow: rounded in its source, or calculated") })
  }

  @Test(
    arguments: [
      ([("Revenues", 1_000, -3)], "Thousands of US dollars."),
      ([("WeightedAverageShares", 5_000, -3)], "Thousands of shares."),
      ([("WeightedAverageShares", 5_001, 0)], "Shares."),
      (
        [("Revenues", 1_000, -3), ("WeightedAverageShares", 5_000, -3)],
        "Thousands of US dollars and of shares."
      ),
      (
        [
          ("Revenues", 1_000, -3), ("WeightedAverageShares", 5_000, -3),
          ("EarningsPerShareBasicAndDiluted", 2, 0),
        ],
        "Thousands of US dollars and of shares, except per share."
      ),
      (
        [
          ("Revenues", 1_001, 0), ("WeightedAverageShares", 5_000, 0),
          ("EarningsPerShareBasicAndDiluted", 2, 0),
        ],
        "US dollars, except shares."
      ),
      (
        [("WeightedAverageShares", 5_000, -3), ("EarningsPerShareBasicAndDiluted", 2, 0)],
        "Thousands of shares; US dollars per share."
      ),
    ] as [([(String, Int64, Int8)], String)])
  func captionsSayWhatIsCounted(_ figures: [(String, Int64, Int8)], _ note: String) throws {
    var example = example([""])
    example.archive.releases[0].figures = ["2023-FY", "2024-FY"].flatMap { year in
      figures.map { name, value, decimals in
        StatedFigure(
          concept: concept(name), label: name, period: period(year), value: Amount(value), decimals: decimals)
      }
    }
    let context = example.context
    let tables = financialsTables(company: 0, context.archive, context.history).tables
    #expect(tables.map { unitNote($0, context.archive) } == [note])
  }

  /// Releases that tell a figure for periods: `2024-Q1 0.36`, of shares `2024-Q1 12000`.
  private func splits(_ releases: [String], of name: String) -> ChartFacts {
    var example = example(releases.map { _ in "" }, of: name)
    for (number, figures) in releases.enumerated() {
      example.archive.releases[number].figures = figures.split(separator: ",").map { figure in
        let parts = figure.split(separator: " ").map(String.init)
        return StatedFigure(
          concept: concept(name), label: name, period: period(parts[0]), value: amount(parts[1]),
          decimals: name.contains("PerShare") ? 2 : 0)
      }
    }
    return ChartFacts(example.context)
  }

  private static let quarters = "2024-Q1 2024-Q2 2024-Q3 2024-Q4 2025-Q1"

  @Test(
    arguments: [
      // One quarter is told again on three times as many shares.
      (
        ["2024-Q1 0.36", "2024-Q2 0.42", "2024-Q3 0.30", "2024-Q4 0.39", "2025-Q1 0.15,2024-Q1 0.12"],
        ["Q2 2024 not restated", "Q1 2025 new basis"]
      ),
      (
        ["2024-Q1 0.36", "2024-Q2 0.42", "2024-Q3 0.30", "2024-Q4 0.39", "2025-Q1 0.15,2024-Q2 0.14"],
        ["Q2 2024 restated", "Q3 2024 not restated", "Q1 2025 new basis"]
      ),
      // Shares put together: a tenth of them.
      (["2024-Q1 0.36,2024-Q2 0.42", "2024-Q3 3.00,2024-Q2 4.20"], ["Q2 2024 restated"]),
      // An error, a figure told again, and figures of too few digits.
      (["2024-Q1 0.36", "2024-Q2 0.42", "2024-Q3 0.30,2024-Q2 0.35"], []),
      (["2024-Q1 0.36", "2024-Q2 0.42", "2024-Q3 0.30,2024-Q2 0.42"], []),
      (["2024-Q1 0.36", "2024-Q2 0.02", "2024-Q3 0.30,2024-Q2 0.01"], []),
      (["2024-Q1 0.36", "2024-Q2 -0.42", "2024-Q3 0.30,2024-Q2 0.14"], []),
    ] as [([String], [String])])
  func splitsPartFiguresPerShare(_ releases: [String], _ expected: [String]) {
    let facts = splits(releases, of: "EarningsPerShareBasicAndDiluted")
    let found = facts.breaks(
      [(concept("EarningsPerShareBasicAndDiluted"), "Earnings")],
      over: Self.quarters.split(separator: " ").map { period(String($0)) })
    #expect(found.map { "\($0.category) \($0.word)" } == expected)
  }

  @Test func splitsPartCountsOfSharesAndDescriptions() throws {
    let releases = ["2024-Q1 12000", "2024-Q2 12100", "2024-Q3 12200", "2025-Q1 37000,2024-Q2 36300"]
    let facts = splits(releases, of: "WeightedAverageShares")
    let request = ChartRequest(preset: .trend, concepts: [concept("WeightedAverageShares")])
    let chart = try presetChart(request, facts).chart
    let note =
      "Q2 2024 restated by a whole ratio, as after a split of shares: figures across a rule cannot be compared."
    #expect(chart.notes.count { $0 == note } == 1)
    #expect(chart.description.contains(note))
    #expect(!chart.description.contains("Largest change"), "\(chart.description)")
    // The sides of a rule are told by themselves, and nothing is the highest or the lowest of all.
    #expect(
      chart.description.contains(
        "12.0 (Q1 2024). On another basis: 36.3 (Q2 2024). On another basis: 12.2 (Q3 2024). On another basis: 37.0 (Q1 2025)."
      ), "\(chart.description)")
    #expect(!chart.description.contains("ighest"))
    // Money that triples is no split.
    let money = splits(["2024-Q1 12000", "2024-Q2 36000,2024-Q1 36000"], of: "Revenues")
    #expect(
      money.breaks([(concept("Revenues"), "Revenues")], over: [period("2024-Q1"), period("2024-Q2")]) == [])
  }

  @Test(arguments: [["Revenues"], ["GrossProfit"], []])
  func breaksOfTheWholePartItsShares(_ concepts: [String]) throws {
    let declared = Company.Break(
      from: period("2024-Q2"), concepts: concepts.map(concept), reason: "A purchase")
    var example = example(["2024-Q1 100", "2024-Q2 200"], breaks: [declared])
    for (number, spelling) in ["2024-Q1", "2024-Q2"].enumerated() {
      example.archive.releases[number].figures.append(
        StatedFigure(
          concept: concept("GrossProfit"), label: "Gross profit", period: period(spelling),
          value: Amount(50_000), decimals: -3))
    }
    let request = ChartRequest(preset: .margin, concepts: [concept("Revenues"), concept("GrossProfit")])
    let notes = try presetChart(request, ChartFacts(example.context)).chart.notes
    #expect(notes.filter { $0 == "New basis from Q2 2024: A purchase." }.count == 1)
  }
}
