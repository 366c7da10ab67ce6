import Diagnostics
import Testing

@testable import ReleaseChecks

/// Headlines that hold a change against the quarter before, which an earlier release tells.
@Suite struct SequentialHeadlineTests {
  private static func severities(_ headline: String) -> [String] {
    let before = SampleRelease(
      "2003-08-14", period: "2003-Q2", statement: "concept,label,2003-Q2\nRevenues,Revenues,30000000\n")
    var release = SampleRelease(
      "2003-11-14", period: "2003-Q3",
      statement: "concept,label,2003-Q3,2002-Q3\nRevenues,Revenues,33300000,27750000\n")
    release.headline = "\"\(headline)\""
    return sampleSite([before, release]).report.findings.filter { $0.code.id == "V509" }.map {
      "\($0.severity)"
    }
  }

  @Test(arguments: [
    ("Revenue up 11% on the previous quarter", []), ("Revenue rises 11% sequentially", []),
    ("Revenue rises 11% to $33.3 million from the second quarter", []),
    ("Revenue up 20% on last year", []), ("Revenue up 20% from the third quarter of 2002", []),
    // The change from the other time.
    ("Revenue up 20% on the previous quarter", ["warning"]), ("Revenue up 11% on last year", ["warning"]),
    ("Revenue down 11% on the previous quarter", ["error"]),
  ])
  func changesAreFromTheTimeTheyName(_ headline: String, _ expected: [String]) {
    #expect(Self.severities(headline) == expected)
  }
}
