import ExactNumbers
import Markup
import Testing

@testable import SVGCharts

@Suite struct FigureTextTests {
  @Test(arguments: [
    (0, "0"), (100, "1"), (6607, "66.07"), (6610, "66.1"), (-50, "-0.5"), (-5, "-0.05"), (5, "0.05"),
    (96000, "960"),
  ])
  func coordinatesHaveAtMostTwoDecimals(_ hundredths: Int, _ text: String) {
    var sink = ByteSink()
    sink.coordinate(Pixels(hundredths: hundredths))
    #expect(sink.text() == text)
  }

  @Test(arguments: [
    (-4679, 0, 0, "(4,679)"), (698_000, 5, 2, "6.98"), (698_000, 5, 1, "7.0"), (-4, 2, 1, "0.0"),
    (-6, 2, 1, "(0.1)"), (1_234_567, 0, 0, "1,234,567"), (5, 1, 0, "1"), (-5, 1, 0, "(1)"), (7, 0, 2, "7.00"),
    (1000, 0, 0, "1,000"), (999, 0, 0, "999"),
  ])
  func figuresAreAsAccountantsPrintThem(_ quantity: Int64, _ digits: Int, _ decimals: Int, _ text: String) {
    #expect(figureText(Int128(quantity), digits: digits, decimals: decimals) == text)
  }

  struct UnitExample: Sendable {
    var data: [String]
    var exact: String
    var figures: [String]
    var rounded: String
  }

  static let units = [
    UnitExample(
      data: ["6980000", "7181000", "-462000"], exact: "Thousands of US dollars",
      figures: ["6,980", "7,181", "(462)"], rounded: "Millions of US dollars"),
    UnitExample(
      data: ["-0.60", "-0.06"], exact: "US dollars", figures: ["(0.60)", "(0.06)"], rounded: "US dollars"),
    UnitExample(data: ["0", "0"], exact: "US dollars", figures: ["0", "0"], rounded: "US dollars"),
    UnitExample(
      data: ["12000000", "5000000"], exact: "Millions of US dollars", figures: ["12", "5"],
      rounded: "Millions of US dollars"),
    UnitExample(
      data: ["6980123", "1000000"], exact: "US dollars", figures: ["6,980,123", "1,000,000"],
      rounded: "Millions of US dollars"),
    UnitExample(
      data: ["123456789012345678", "4"], exact: "Trillions of US dollars",
      figures: ["123,457", "0.000000000004"], rounded: "Trillions of US dollars"),
    UnitExample(
      data: ["0.0034", "-0.60", "1.23"], exact: "US dollars", figures: ["0.0034", "(0.60)", "1.23"],
      rounded: "US dollars"),
    UnitExample(
      data: ["100.5", "1.234"], exact: "US dollars", figures: ["100.5", "1.234"], rounded: "US dollars"),
    UnitExample(
      data: ["6980000", "0.0034", "12"], exact: "US dollars", figures: ["6,980,000", "0.0034", "12"],
      rounded: "Millions of US dollars"),
    UnitExample(
      data: ["1500000"], exact: "Thousands of US dollars", figures: ["1,500"],
      rounded: "Thousands of US dollars"),
  ]

  @Test(arguments: units) func unitsKeepFiguresAsReported(_ example: UnitExample) {
    let amounts = example.data.compactMap { Amount(plain: $0) }
    let precision = Precision(for: amounts)
    let quantities = amounts.map(precision.quantity)
    let unit = ChartUnit.exact(for: quantities, digits: precision.digits)
    #expect(unit.name(of: "US dollars") == example.exact)
    #expect(quantities.map { unit.text($0, digits: precision.digits) } == example.figures)
    let rounded = ChartUnit.rounded(for: quantities, digits: precision.digits)
    #expect(rounded.name(of: "US dollars") == example.rounded)
  }

  /// Figures of a trend: what would be moved by more than a twentieth has more digits than the others.
  @Test(arguments: [
    (["12300000", "440000", "-52000", "0"], ["12.3", "0.44", "(0.05)", "0.0"]),
    (["2280000", "7", "12"], ["2,280", "0.007", "0.012"]),
    (["12.5", "-3", "0.1", "0.04"], ["12.5", "(3.0)", "0.1", "0.04"]),
    (["5600", "340", "1456", "9996"], ["5.6", "0.34", "1.5", "10.0"]),
    (["0.1", "0.05", "-0.02", "0.0034"], ["0.10", "0.05", "(0.02)", "0.0034"]),
  ])
  func roundingNeverSaysAnotherNumber(_ data: [String], _ figures: [String]) {
    let amounts = data.compactMap { Amount(plain: $0) }
    let precision = Precision(for: amounts)
    let quantities = amounts.map(precision.quantity)
    let unit = ChartUnit.rounded(for: quantities, digits: precision.digits)
    #expect(quantities.map { unit.text($0, digits: precision.digits) } == figures)
  }

  /// Texts of written charts, with the author's format or without.
  @Test(
    arguments: [
      (nil, 0.0034, "0.0034"), (nil, 0.00346789, "0.0035"), (nil, 12.3456, "12.35"), (nil, -0.05, "−0.05"),
      (nil, 0, "0"), (".2f", 0.0034, "0.0034"), (".2f", 0.006, "0.01"), (".2f", 1.5, "1.50"),
      (".1f", 0.00012345, "0.00012"), (".0%", 0.0004, "0.04%"), (".1%", 0.123, "12.3%"), ("d", 0.4, "0.4"),
    ] as [(String?, Double, String)])
  func textsAreNotRoundedToZero(_ format: String?, _ value: Double, _ text: String) throws {
    let format = try format.map { try #require(NumberFormat($0)) } ?? NumberFormat()
    #expect(format.label(value) == text)
  }
}
