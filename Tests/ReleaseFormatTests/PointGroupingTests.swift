import Diagnostics
import ReleaseFormat
import Testing

/// Figures of a statement, and whether they look like thousands that were grouped with points.
struct PointGroupingTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var figures: [String]
    var scale = "thousands"
    var unit = "USD"
    var isAskedAbout: Bool
    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(name: "thousands", figures: ["48.210", "44.100", "(28.930)", "-26.900"], isAskedAbout: true),
    Case(
      name: "full units", figures: ["48.210", "44.100", "28.930", "26.900", "940"], scale: "ones",
      isAskedAbout: true),
    Case(
      name: "one of ten has other decimals", figures: Array(repeating: "4.210", count: 9) + ["1.5"],
      isAskedAbout: true),
    Case(
      name: "costs in parentheses", figures: ["12.345", "(9.876)", "(3.000)", "(1.231)", "(700)"],
      unit: "EUR", isAskedAbout: true),
    Case(name: "too few to tell", figures: ["48.210", "44.100", "28.930", "940"], isAskedAbout: false),
    Case(
      name: "decimals of all lengths", figures: ["48.210", "44.10", "28.930", "26.900", "1.250"],
      isAskedAbout: false),
    Case(name: "below one", figures: ["48.210", "44.100", "28.930", "26.900", "0.940"], isAskedAbout: false),
    Case(
      name: "with commas too", figures: ["1,048.210", "44.100", "28.930", "26.900", "1.250"],
      isAskedAbout: false),
    Case(
      name: "millions", figures: ["48.210", "44.100", "28.930", "26.900"], scale: "millions",
      isAskedAbout: false),
    Case(
      name: "millions beside whole numbers", figures: ["48.210", "44.100", "28.930", "26.900", "940"],
      scale: "millions", isAskedAbout: true),
    Case(
      name: "dinars have thousandths", figures: ["48.210", "44.100", "28.930", "26.900"], scale: "ones",
      unit: "KWD", isAskedAbout: false),
  ])
  func figures(_ example: Case) {
    #expect(
      found(statement(example.figures), example.scale, example.unit) == (example.isAskedAbout ? ["F087"] : [])
    )
  }

  /// The second statement has the head of the first, whose rows are not read again.
  @Test func aStatementWithAKnownHead() {
    let rows = statement(["48,210", "44,100", "28,930", "26,900"])
    let pointed = statement(["48.210", "44.100", "28.930", "26.900"]).replacing("2003", with: "2004")
    var files = site(rows, "thousands", "USD")
    for (path, text) in site(pointed, "thousands", "USD", year: 2004) { files[path] = text }
    #expect(loadArchive(memorySite(files)).diagnostics.map(\.code.id) == ["F087"])
  }

  @Test func declaredDecimalsAreTakenAtTheirWord() {
    let rows = statement(["48.210", "44.100", "28.930", "26.900"])
      .replacing("label,", with: "label,decimals,").replacing(",Line,", with: ",Line,0,")
    #expect(found(rows, "thousands", "USD") == [])
  }

  @Test func perShareFiguresHaveThreeDecimals() {
    let rows = statement(["48.210", "44.100", "28.930", "26.900"]).replacing("Own", with: "Rate")
    #expect(found(rows, "thousands", "USD") == [])
  }

  private func statement(_ figures: [String]) -> String {
    "concept,label,2003-Q3\n"
      + figures.enumerated().map { "Own\($0),Line,\"\($1)\"\n" }.joined()
  }

  private func found(_ statement: String, _ scale: String, _ unit: String) -> [String] {
    loadArchive(memorySite(site(statement, scale, unit))).diagnostics.map(\.code.id)
  }

  private func site(_ statement: String, _ scale: String, _ unit: String, year: Int = 2003) -> [String:
    String]
  {
    let concepts = (0..<10).map { place in
      "  - { name: Own\(place), label: Line, kind: money, balance: flow }\n"
        + "  - { name: Rate\(place), label: Line, kind: per-share, balance: average }\n"
    }
    let folder = "content/releases/\(year)-11-14-results/"
    return [
      "content/site.yaml": "title: Acme\nbase_url: https://acme.example\n",
      "content/companies/acme.yaml": "name: Acme\nzone: UTC\nconcepts:\n" + concepts.joined(),
      folder + "release.yaml": """
      kind: earnings
      headline: Results
      released: \(year)-11-14
      period: \(year)-Q3
      statements: [{ file: own.csv, title: Own, unit: \(unit), scale: \(scale) }]
      """,
      folder + "own.csv": statement,
    ]
  }
}
