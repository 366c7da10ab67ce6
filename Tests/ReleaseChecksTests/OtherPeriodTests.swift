import Diagnostics
import Testing

@testable import ReleaseChecks

/// Sentences that name a time beside a figure of another one, written as those of ``EarningsSentenceTests``.
@Suite struct OtherPeriodTests {
  private static func findings(_ sentence: String) -> [ProseFinding] {
    ProseSite(
      body: EarningsSentenceTests.written(sentence), figures: EarningsSentenceTests.figures,
      statement: EarningsSentenceTests.statement
    ).report().findings
  }

  private static func severities(_ sentence: String) -> [String] {
    findings(sentence).map { "\($0.code.id) \($0.severity)" }
  }

  @Test(arguments: [
    "Revenue in the third quarter of 2002 was [$8.4 million](Rev).",
    "Third-quarter 2002 revenue was [$8.4 million](Rev).",
    "In the second quarter, revenue rose to [$8.4 million](Rev).",
    "Revenue was [$8.4 million](Rev) in the second quarter of 2003.",
    "Revenue was [$8.4 million](Rev), compared with [$6.0 million](Rev-) in the second quarter of 2003.",
    "Revenue of [$8.4 million](Rev) (third quarter of 2003: [$6.0 million](Rev-)) was a record.",
    "For the three months ended September 30, 2003, gross profit was [$2.3 million](GP-).",
    "Gross profit was [$2.3 million](GP-) in the third quarter of 2003 and [$3.4 million](GP) now.",
    "Revenue was [$8.9 million](Rev<) a year earlier.",
    "Revenue was [$8.4 million](Rev) in the previous quarter.",
    "Revenue was [$8.4 million](Rev), against [$6.0 million](Rev-) in the previous quarter.",
    "Revenue was [$8.4 million](Rev), against [$8.9 million](Rev<) in the prior-year quarter.",
    "| Third quarter of 2002 | [$8.4 million](Rev) |\n|---|---|",
    "- Third quarter of 2002: [$8.4 million](Rev)",
    // What a change is from.
    "Revenue rose [40%](growth Rev) on the previous quarter.",
    "Revenue rose [40%](growth Rev) sequentially to [$8.4 million](Rev).",
    "Revenue rose sequentially by [40%](growth Rev).",
    "Revenue rose [40%](growth Rev) over the second quarter of 2003.",
    "Revenue was [$8.4 million](Rev), up [40%](growth Rev) quarter on quarter.",
    "A [40%](growth Rev) increase in revenue from the prior quarter.",
    "Revenue fell [5.6%](growth Rev<) year over year.",
    "Revenue fell [5.6%](growth Rev<) from a year earlier.",
    "Revenue fell [5.6%](growth Rev<) compared with the same quarter last year.",
    "Revenue fell [5.6%](growth Rev<) to [$8.4 million](Rev) compared with the third quarter of 2002.",
    "Revenue fell by [$0.5 million](change Rev<) from the prior-year quarter.",
  ])
  func anotherTimeIsAWarning(_ sentence: String) { #expect(Self.severities(sentence) == ["V414 warning"]) }

  /// Nothing tells the figure that the words mean.
  @Test(arguments: [
    "Revenue in the third quarter of 2001 was [$8.4 million](Rev).",
    "Revenue in the first nine months was [$8.4 million](Rev).",
    "Revenue was [$8.4 million](Rev) in 2004.",
    "Revenue rose [40%](growth Rev) over the third quarter of 2001.",
  ])
  func anUntoldTimeIsAWarning(_ sentence: String) { #expect(Self.severities(sentence) == ["V414 warning"]) }

  @Test(arguments: [
    "Revenue in the third quarter of 2003 was [$8.4 million](Rev).",
    "Revenue was [$8.4 million](Rev) in 2003 and [$6.0 million](Rev-) in the same period of 2002.",
    "Revenue was [$8.4 million](Rev) and [$6.0 million](Rev-) in the third quarters of 2003 and 2002.",
    "Revenue was [$8.4 million](Rev) and [$6.0 million](Rev-) in the third quarter of 2003 and in that of 2002, respectively.",
    "In the third quarter of 2003 and 2002, revenue was [$8.4 million](Rev) and [$6.0 million](Rev-).",
    "Compared with the third quarter of 2002, revenue rose to [$8.4 million](Rev).",
    "As in the third quarter of 2002, revenue of [$8.4 million](Rev) was a record.",
    "On the third quarter of 2002, revenue rose by [40%](growth Rev).",
    "Since the second quarter, revenue has come to [$8.4 million](Rev).",
    "In the second quarter we opened a plant, and revenue came to [$8.4 million](Rev).",
    "Contracts of 2002 brought revenue of [$8.4 million](Rev).",
    "At 2002 prices, revenue was [$8.4 million](Rev).",
    "In 2004 the [$8.4 million](Rev) earned now will be spent.",
    "We will spend [$400,000](RD) in 2004.",
    "A refund of [$100,000](Tax) in 2003 terms.",
    "Revenue was [$8.4 million](Rev), [$8.9 million](Rev<) in the previous quarter and [$6.0 million](Rev-) a year earlier.",
    "Revenue rose from [$6.0 million](Rev-) a year earlier to [$8.4 million](Rev).",
    "Revenue rose [40%](growth Rev) over the third quarter.",
    "Revenue rose [40%](growth Rev) on third-quarter 2003 orders.",
    "Revenue fell [5.6%](growth Rev<) sequentially and rose [40%](growth Rev) year over year.",
    "Sequentially, revenue fell [5.6%](growth Rev<); year on year, it rose [40%](growth Rev).",
    "Last year, revenue was [$8.4 million](Rev).", "Revenue was [$8.4 million](Rev) in the last quarter.",
    "In the second quarter and now, revenue was [$8.4 million](Rev).",
    "Orders declined [14.0%](fact:OrdersGrowth) sequentially.",
    // The figure is the same by either reading.
    "Net loss per share in the second quarter was [$0.03](EPS<).",
  ])
  func whatMayBeRightHolds(_ sentence: String) { #expect(Self.severities(sentence) == []) }

  @Test func theFindingTellsBothFigures() throws {
    let finding = try #require(Self.findings("Revenue was [$8.4 million](Rev) in Q3 2002.").first)
    #expect(finding.message == "'Q3 2002' is not the time of '$8.4 million': the link says 2003-Q3")
    #expect(finding.label == "by these words the data say $6.0 million")
    let change = try #require(Self.findings("Revenue rose [40%](growth Rev) on the previous quarter.").first)
    #expect(
      change.message == "'the previous quarter' is not what '40%' is the change from: the link says 2002-Q3")
    #expect(change.label == "by these words the data say -6%")
  }
}
