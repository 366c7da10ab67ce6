import Diagnostics
import ReleaseChecks
import ReleaseModel
import TestSupport
import Testing

/// V509: figures in the titles and notes of charts, which show many periods.
@Suite struct ChartTextTests {
  private func found(_ title: String, of concepts: String = "Revenues, NetIncomeLoss") -> [Finding] {
    let statement = """
      concept,label,2003-Q3,2002-Q3
      Revenues,Revenues,33300000,30000000
      GrossProfit,Gross profit,15000000,12000000
      NetIncomeLoss,Net income,5000000,4200000
      """
    let before = SampleRelease(
      "2003-05-14", period: "2003-Q1", figures: "Revenues,,2003-Q1,20000000,\nRevenues,,2001-Q3,18500000,\n")
    let release = SampleRelease(
      "2003-11-14", period: "2003-Q3", statement: statement,
      more: "charts: [{ preset: comparison, concepts: [\(concepts)], title: \"\(title)\" }]\n")
    return sampleSite([before, release]).report.findings.filter { $0.code.id == "V509" }
  }

  @Test(arguments: [
    "Revenue by quarter", "Revenue reached $33.3 million",
    "Revenue of $20.0 million at the start of the year",
    // Whatever chart it stands over.
    "Gross profit of $15 million", "80% more than two years ago", "Up $13.3 million since the first quarter",
    "11% more revenue", "Net income was 15% of revenues", "One of 3 quarters",
  ])
  func whatIsTold(_ title: String) { #expect(found(title).map(\.message) == []) }

  @Test(arguments: [
    ("Revenue fell 12%", "12%"), ("Revenue reached $500 million", "$500 million"),
    ("Net income was 22% of revenues", "22%"), ("Up $3.2 million", "$3.2 million"),
  ])
  func whatNothingTells(_ title: String, _ figure: String) {
    let findings = found(title)
    #expect(
      findings.map(\.message) == [
        "'\(figure)' in the title of a chart is no figure that the data come out as"
      ])
    #expect(findings.map(\.severity) == [.warning])
    #expect(findings.map(\.subject) == [.key(release: 1, path: "charts.0.title")])
  }

  @Test func aChangeIsOneOfWhatIsDrawn() {
    #expect(found("Up 25%", of: "GrossProfit").isEmpty)
    #expect(found("Up 25%", of: "Revenues").count == 1)
  }
}
