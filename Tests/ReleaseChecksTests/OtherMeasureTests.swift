import Diagnostics
import Testing

@testable import ReleaseChecks

/// Sentences that call a figure by another measure's name, written as those of ``EarningsSentenceTests``.
@Suite struct OtherMeasureTests {
  private static func severities(_ sentence: String) -> [String] {
    ProseSite(
      body: EarningsSentenceTests.written(sentence), figures: EarningsSentenceTests.figures,
      statement: EarningsSentenceTests.statement
    ).report().findings.map { "\($0.code.id) \($0.severity)" }
  }

  @Test(arguments: [
    "Gross profit was [$8.4 million](Rev).", "Net sales came to [$5.0 million](Cost).",
    "In the third quarter, revenue rose to [$3.4 million](GP).",
    "The company reported revenue of [$3.4 million](GP).",
    "On revenue of [$5.0 million](Cost), gross profit was [$3.4 million](GP).",
    "Third-quarter cost of sales was [$8.4 million](Rev).", "R&D spending was [$90,000](Int).",
    "Gross margin was [3.6%](OM).", "Revenue rose [34%](growth Cost).", "- Revenue: [$5.0 million](Cost)",
    "| Revenue | [$5.0 million](Cost) |\n|---|---|", "Acme's revenue was [$5.0 million](Cost).",
    "Operating income was [$3.4 million](GP).",
  ])
  func anotherNameIsAWarning(_ sentence: String) { #expect(Self.severities(sentence) == ["V411 warning"]) }

  @Test(arguments: [
    // No word stands before the first.
    "At [$8.4 million](Rev), compared with [$6.0 million](Rev-), revenue rose.",
    "* At [$8.4 million](Rev), from [$6.0 million](Rev-), it rose.",
    "Revenue less cost of sales was [$3.4 million](GP).",
    "Of net sales, [$400,000](RD) was spent on research.",
    "Revenue and gross profit were [$8.4 million](Rev) and [$3.4 million](GP).",
    "Revenue, operating income and gross profit were [$8.4 million](Rev), [$0.3 million](OI) and [$3.4 million](GP).",
    "Operating income before research of [$400,000](RD) was higher.",
    "Service revenue was [$5.0 million](Cost).",
    "Revenue in Asia was [$3.4 million](GP).", "Revenue rose by [$3.4 million](GP).",
    "Revenue margin was [$3.4 million](GP).", "Profit was [$0.3 million](OI).",
    "Revenue of [$8.4 million](Rev) left [$3.4 million](GP).",
    "Net income had [$90,000](Int) of interest against it.",
    // A figure that nothing tells, and a company's own concept.
    "EBITDA was [$0.3 million](OI).", "Inventories were [$0.3 million](OI).",
    "Revenue growth was [14.0%](fact:OrdersGrowth).",
  ])
  func whatMayBeRightHolds(_ sentence: String) {
    #expect(Self.severities(sentence).filter { $0.hasPrefix("V411") } == [])
  }
}
