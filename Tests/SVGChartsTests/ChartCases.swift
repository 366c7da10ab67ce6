import ExactNumbers
import Testing

@testable import SVGCharts

/// A chart that is drawn for the snapshots.
struct ChartCase: Sendable, CustomTestStringConvertible {
  var name: String
  var chart: Chart
  var testDescription: String { name }
}

/// Whole amounts, in thousands for short.
func thousands(_ values: [Int64?]) -> [ChartSeries.Value?] {
  values.map { value in value.map { ChartSeries.Value(Amount($0 * 1000)) } }
}

/// A value for each number, scattered by a formula of the test.
func scattered(_ numbers: some Sequence<Int64>, _ formula: (Int64) -> Int64) -> [Int64?] {
  numbers.map(formula)
}

func amounts(_ values: [String?]) -> [ChartSeries.Value?] {
  values.map { text in text.flatMap { Amount(plain: $0) }.map { ChartSeries.Value($0) } }
}

func plainCategories(_ labels: [String]) -> [ChartCategory] {
  labels.map { ChartCategory(label: $0, fullLabel: $0) }
}

/// Quarters from the first of `year`, grouped by year.
func quarters(_ count: Int, from year: Int, quarter first: Int = 1) -> [ChartCategory] {
  (0..<count).map { index in
    let number = year * 4 + first - 1 + index
    return ChartCategory(
      label: "Q\(number % 4 + 1)", fullLabel: "Q\(number % 4 + 1) \(number / 4)", group: "\(number / 4)")
  }
}

let thirdQuarterCategories =
  ["2002", "2003"].map {
    ChartCategory(
      label: $0, shortLabel: "’" + $0.suffix(2), fullLabel: "Third quarter \($0)", group: "Third quarter",
      groupNote: "to September 30")
  }
  + ["2002", "2003"].map {
    ChartCategory(
      label: $0, shortLabel: "’" + $0.suffix(2), fullLabel: "Nine months \($0)", group: "Nine months",
      groupNote: "to September 30")
  }

private func comparison(
  _ name: String, titled title: String = "Comparison", _ categories: [ChartCategory], _ series: [ChartSeries]
) -> ChartCase {
  ChartCase(
    name: name,
    chart: comparisonChart(
      ChartText(title: title, currency: "US dollars"), categories: categories, series: series))
}

private func trend(
  _ name: String, titled title: String = "Trend", _ categories: [ChartCategory], _ series: [ChartSeries]
) -> ChartCase {
  ChartCase(
    name: name,
    chart: trendChart(
      ChartText(title: title, currency: "US dollars"), categories: categories, series: series))
}

private let quarterRevenues: [Int64?] = [
  7181, 7400, 6932, 6937, 6980, 6600, 6736, 6921, 6318, nil, 7083, 7521, 7768, nil, 8187, nil, 9200, 10700,
  9356, 9600, 9600, nil, nil, 9600,
]
private let quarterResults: [Int64?] = [
  -462, 28, 8, -272, -4679, 264, 246, 488, 475, nil, 276, 440, 295, nil, 85, nil, 448, 958, -347, -413, -5596,
  nil, nil, 428,
]

private func rounded(_ values: [ChartSeries.Value?], at indices: [Int]) -> [ChartSeries.Value?] {
  var values = values
  for index in indices { values[index]?.isApproximate = true }
  return values
}

private let resultsCase = comparison(
  "results", titled: "Revenues and net loss, third quarter and nine months, 2002 and 2003",
  thirdQuarterCategories,
  [
    ChartSeries(name: "Revenues", style: .primary, values: thousands([7181, 6980, 20442, 20848])),
    ChartSeries(name: "Net loss", style: .result, values: thousands([-462, -4679, -619, -4943])),
  ])

private let perShareCase = comparison(
  "per-share", plainCategories(["2002", "2003"]),
  [ChartSeries(name: "Per share, basic and diluted", style: .result, values: amounts(["-0.06", "-0.60"]))])

private let allNegativeCase = comparison(
  "all-negative", plainCategories(["2001", "2002", "2003"]),
  [
    ChartSeries(name: "Operating loss", style: .primary, values: thousands([-120, -340, -90])),
    ChartSeries(name: "Net loss", style: .result, values: thousands([-150, -462, -101])),
  ])

private let mixedSignsCase = comparison(
  "mixed-signs", plainCategories(["Q1", "Q2", "Q3", "Q4"]),
  [
    ChartSeries(name: "Operating", style: .primary, values: thousands([500, -500, 250, -125])),
    ChartSeries(name: "Net", style: .result, values: thousands([-300, 300, -50, 700])),
    ChartSeries(name: "Cash flow", style: .other, values: thousands([100, 80, -60, 40])),
  ])

private let zerosCase = comparison(
  "zeros", plainCategories(["2002", "2003"]),
  [ChartSeries(name: "Revenues", style: .primary, values: thousands([0, 0]))])

private let onePointCase = comparison(
  "one-point", plainCategories(["2003"]),
  [ChartSeries(name: "Revenues", style: .primary, values: thousands([6980]))])

private let missingCase = comparison(
  "missing", plainCategories(["2000", "2001", "2002", "2003"]),
  [
    ChartSeries(name: "Revenues", style: .primary, values: thousands([7181, nil, 6100, 6980])),
    ChartSeries(name: "Net loss", style: .result, values: thousands([nil, nil, -462, -4679])),
  ])

private let oneToAMillionCase = comparison(
  "one-to-a-million", plainCategories(["2002", "2003"]),
  [ChartSeries(name: "Revenues", style: .primary, values: amounts(["1", "1000000"]))])

private let equalCase = comparison(
  "equal", plainCategories(["2001", "2002", "2003"]),
  [ChartSeries(name: "Dividend", style: .other, values: amounts(["0.25", "0.25", "0.25"]))])

private let emptyCase = comparison("empty", [], [])

private let allMissingCase = comparison(
  "all-missing", plainCategories(["2002", "2003"]),
  [ChartSeries(name: "Revenues", style: .primary, values: [nil, nil])])

private let longLabelsCase = comparison(
  "long-labels",
  plainCategories([
    "Blood products collected at donor centers outside California",
    "Therapeutic apheresis procedures performed at hospitals",
    "Donaudampfschifffahrtsgesellschaftskapitänsvergütungen",
  ]),
  [
    ChartSeries(name: "Revenues of the segment", style: .primary, values: thousands([5100, 1880, 12])),
    ChartSeries(
      name: "Gross profit or loss of the segment after the cost of closing centers", style: .result,
      values: thousands([-410, 233, 1])),
  ])

private let escapesCase = comparison(
  "escapes", titled: "R&D <costs> \"quoted\"",
  plainCategories(["R&D", "<script>", "\"a\" 'b'", "Überschuß 利益 Прибыль"]),
  [ChartSeries(name: "A & B < C", style: .primary, values: thousands([1, 2, 3, 4]))])

private let hugeCase = comparison(
  "huge", plainCategories(["2002", "2003"]),
  [
    ChartSeries(
      name: "Assets", style: .primary, values: amounts(["123456789012345678", "-987654321098765432"]))
  ])

private let twelveByFourCase = comparison(
  "twelve-by-four", plainCategories((1...12).map { "Region \($0)" }),
  [
    ChartSeries(
      name: "Revenues", style: .primary, values: thousands(scattered(1...12) { $0 * 731 % 977 * 10 })),
    ChartSeries(
      name: "Revenues, year before", style: .primary,
      values: thousands(scattered(1...12) { $0 * 531 % 877 * 10 })),
    ChartSeries(
      name: "Net income", style: .result,
      values: thousands(scattered(1...12) { $0 * 331 % 477 * 4 - 900 })),
    ChartSeries(
      name: "Other", style: .other, values: thousands(scattered(1...12) { $0 * 131 % 277 * 4 - 300 })),
  ])

private let trendCase = trend(
  "trend", titled: "Quarterly revenues and net result, third quarter 2002 to second quarter 2008",
  quarters(24, from: 2002, quarter: 3),
  [
    ChartSeries(
      name: "Revenues", style: .primary,
      values: rounded(thousands(quarterRevenues), at: [1, 5, 16, 17, 19, 20, 23])),
    ChartSeries(name: "Net income (loss)", style: .result, values: thousands(quarterResults)),
  ])

private let trendFortyQuartersCase = trend(
  "trend-forty-quarters", quarters(40, from: 1994, quarter: 2),
  [
    ChartSeries(
      name: "Revenues", style: .primary,
      values: thousands(scattered(0..<40) { 4000 + $0 * 137 + $0 * 7919 % 1300 })),
    ChartSeries(
      name: "Net income (loss)", style: .result,
      values: rounded(thousands(scattered(0..<40) { $0 * 7919 % 1700 - 700 }), at: [3, 4, 30])),
  ])

private let trendFiveQuartersCase = trend(
  "trend-five-quarters", quarters(5, from: 2002, quarter: 3),
  [
    ChartSeries(name: "Revenues", style: .primary, values: thousands([7181, 7400, 6932, 6937, 6980])),
    ChartSeries(name: "Net income (loss)", style: .result, values: thousands([-462, 28, 8, -272, -4679])),
  ])

private let trendOwnScalesCase = trend(
  "trend-own-scales", quarters(8, from: 2002),
  [
    ChartSeries(
      name: "Revenues", style: .primary, values: thousands([7181, 7400, 6932, 6937, 6980, 6600, 6736, 6921])),
    ChartSeries(
      name: "Per share", style: .result,
      values: amounts(["-0.06", "0.00", "0.00", nil, "-0.60", "0.03", "0.03", "0.06"])),
  ])

private let trendOnePointCase = trend(
  "trend-one-point", quarters(1, from: 2003),
  [ChartSeries(name: "Revenues", style: .primary, values: thousands([6980]))])

private let trendThreePanelsCase = trend(
  "trend-three-panels", quarters(12, from: 2001),
  [
    ChartSeries(
      name: "Revenues", style: .primary,
      values: thousands([900, 950, 870, 1100, 1200, 1150, nil, 1300, 1280, 1400, 1390, 1500])),
    ChartSeries(
      name: "Gross profit", style: .other,
      values: thousands([300, 310, 280, 350, 400, 420, nil, 390, 370, 450, 460, 500])),
    ChartSeries(
      name: "Net income (loss)", style: .result,
      values: thousands([-120, 30, -200, 10, 90, 140, nil, nil, -300, 120, 160, 210])),
  ])

/// Years of which the axis has only the last or the first quarter.
private let trendPartYearsCase = trend(
  "trend-part-years", quarters(38, from: 2001, quarter: 4),
  [
    ChartSeries(
      name: "Revenues of the European and Middle Eastern segment", style: .primary,
      values: thousands(scattered(0..<38) { 900 + $0 * 7919 % 1300 }))
  ])

/// Lines so long that only some of their values have points.
private let denseLinesCase = ChartCase(
  name: "dense-lines",
  chart: Chart(
    ChartSpec(
      title: "Units", measure: ChartMeasure(words: "units"),
      categories: plainCategories((0..<120).map { "Week \($0)" }),
      series: (0..<4).map { part in
        ChartSeries(
          name: "Center \(part)", style: ChartSeries.Style.allCases[part % 3],
          values: thousands(scattered(0..<120) { 40 + Int64(part) * 30 + $0 * 7919 % 41 }))
      },
      views: [ViewSpec(mark: .line, labels: .telling)], axis: .timeline)))

/// As many lines as there are looks, with ends that have room for their names and without.
private let twelveLinesCases = [("twelve-lines", Int64(100)), ("twelve-crossing-lines", 3)].map {
  name, apart in
  ChartCase(
    name: name,
    chart: Chart(
      ChartSpec(
        title: "Units", measure: ChartMeasure(words: "units"), categories: quarters(8, from: 2001),
        series: (0..<12).map { part in
          ChartSeries(
            name: "Center \(part + 1)", style: ChartSeries.Style.allCases[part % 3],
            values: thousands(scattered(0..<8) { 40 + Int64(part) * apart + ($0 + Int64(part)) * 7919 % 41 }))
        },
        views: [ViewSpec(mark: .line, labels: .none)], axis: .timeline)))
}

let chartCases: [ChartCase] =
  specCases + [
    resultsCase,
    perShareCase,
    allNegativeCase,
    mixedSignsCase,
    zerosCase,
    onePointCase,
    missingCase,
    oneToAMillionCase,
    equalCase,
    emptyCase,
    allMissingCase,
    longLabelsCase,
    escapesCase,
    hugeCase,
    twelveByFourCase,
    trendCase,
    trendFortyQuartersCase,
    trendFiveQuartersCase,
    trendOwnScalesCase,
    trendOnePointCase,
    trendThreePanelsCase,
    trendPartYearsCase,
    denseLinesCase,
  ] + twelveLinesCases
