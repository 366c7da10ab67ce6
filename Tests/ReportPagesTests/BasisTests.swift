import ExactNumbers
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
      release.folder = "2025-01-0\(number + 1)-results"
      release.slug = "results-\(number + 1)"
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
