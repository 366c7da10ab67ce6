import ReleaseChecks
import Testing

/// Which columns may stand side by side, and in which order.
@Suite struct ColumnLayoutTests {
  /// The codes of what is found in a statement with these headings, and the places of their columns.
  private func found(_ headings: String, period: String) -> [String] {
    let columns = headings.split(separator: ",")
    let isSheet = columns[0].utf8.count == 10
    let figures = columns.indices.map { "\(31 * $0 + 57)" }.joined(separator: ",")
    let statement = "concept,label,\(headings)\n\(isSheet ? "Cash,Cash" : "Gadgets,Gadgets"),\(figures)\n"
    let days = ["Q1": "2024-05-10", "Q2": "2024-08-10", "H1": "2024-08-10", "Q3": "2024-11-10"]
    let day = days[String(period.suffix(2))] ?? "2025-03-10"
    let site = sampleSite([SampleRelease(day, period: period, statement: statement)])
    return site.report.found.map { found in
      guard case .column(_, _, let column) = found.place else { return found.code }
      return "\(found.code) \(columns[column])"
    }
  }

  @Test(arguments: [
    // Half-year reports of the United Kingdom and the continent, and what mirrors them.
    ("2024-H1,2023-H1,2023-FY", "2024-H1"), ("2023-FY,2023-H1,2024-H1", "2024-H1"),
    ("2023-H1,2024-H1,2023-FY", "2024-H1"), ("2024-H1,2023-FY,2023-H1", "2024-H1"),
    ("2024-H1,2023-H1,2023-FY,2022-FY", "2024-H1"), ("2024-H1,2023-H2,2023-H1", "2024-H1"),
    ("2024-06-30,2023-06-30,2023-12-31", "2024-H1"), ("2023-12-31,2023-06-30,2024-06-30", "2024-H1"),
    ("2023-06-30,2024-06-30,2023-12-31", "2024-H1"), ("2024-06-30,2023-12-31,2023-06-30", "2024-H1"),
    ("2024-06-30,2023-06-30,2023-12-31,2022-12-31", "2024-H1"),
    // Quarterly reports of the North, with the last twelve months, and of the first and third quarter.
    ("2024-Q2,2023-Q2,2024-H1,2023-H1,2023-FY", "2024-Q2"),
    ("2024-Q2,2023-Q2,2024-H1,2023-H1,2023-FY,2023-07-01/2024-06-30", "2024-Q2"),
    ("2024-Q1,2023-Q1,2023-FY", "2024-Q1"), ("2024-Q3,2023-Q3,2024-9M,2023-9M,2023-FY", "2024-Q3"),
    ("2024-03-31,2023-03-31,2023-12-31", "2024-Q1"),
    // The quarter before, after the year before.
    ("2024-Q2,2023-Q2,2024-Q1", "2024-Q2"), ("2024-Q2,2023-Q2,2024-Q1,2023-Q1", "2024-Q2"),
    // Years of whole weeks.
    ("2024-01-01/2024-06-30,2023-01-02/2023-07-02,2023-01-02/2023-12-31", "2024-H1"),
  ])
  func usualLayouts(_ headings: String, _ period: String) { #expect(found(headings, period: period) == []) }

  @Test(arguments: [
    // The comparative is missing, and the full year may have been meant to be it.
    ("2024-H1,2023-FY", "2024-H1", ["V603 2023-FY"]),
    ("2024-Q4,2023-Q4,2023-FY", "2024-FY", ["V603 2023-FY"]),
    // A full year that is not the last one, and a half of another year.
    ("2024-H1,2023-H1,2022-FY", "2024-H1", ["V603 2022-FY"]),
    ("2024-H1,2023-H1,2021-H1", "2024-H1", ["V603 2021-H1"]),
    // Headings that are swapped: of quarters beside their nine months, of a row of years, of the current ones.
    ("2023-Q3,2024-Q3,2024-9M,2023-9M", "2024-Q3", ["V604 2024-Q3"]),
    ("2024-Q3,2023-Q3,2023-9M,2024-9M", "2024-Q3", ["V604 2024-9M"]),
    ("2024-FY,2022-FY,2023-FY", "2024-FY", ["V604 2023-FY"]),
    ("2023-FY,2024-FY,2021-FY,2022-FY", "2024-FY", ["V604 2021-FY"]),
    ("2024-Q2,2023-Q4,2024-Q1,2023-Q3,2023-Q2", "2024-Q2", ["V604 2024-Q1"]),
    ("2023-12-31,2024-06-30,2023-06-30", "2024-H1", ["V604 2024-06-30"]),
  ])
  func unusualLayouts(_ headings: String, _ period: String, _ expected: [String]) {
    #expect(found(headings, period: period) == expected)
  }

  @Test func whatIsAdvised() throws {
    let site = sampleSite([
      SampleRelease(
        "2024-08-10", period: "2024-H1", statement: "concept,label,2024-H1,2023-FY\nGadgets,Gadgets,57,88\n")
    ])
    let finding = try #require(site.report.findings.first)
    #expect(finding.label == "expected 2023-H1")
    #expect(
      finding.hints == [
        "correct the heading: 2023-H1",
        "where the release prints this column, waive the check: allow: [V603: \"...\"]",
      ])
  }
}
