import ExactNumbers
import Markup
import Testing

@testable import SVGCharts

@Suite struct SparkBarsTests {
  private func spark(_ values: [String?], current: Int?) -> String {
    var sink = ByteSink()
    sparkBars(
      values: values.map { $0.flatMap { Amount(plain: $0) } }, current: current, label: "Net \"loss\"",
      into: &sink)
    return sink.text()
  }

  @Test func barsStandOnACommonZero() {
    let expected = """
      <svg class="spark" viewBox="0 0 32 20" width="32" height="20" role="img" aria-label="Net &quot;loss&quot;">\
      <rect class="then" x="0" y="1" width="8" height="9"/>
      <rect class="now" x="24" y="10" width="8" height="9"/>
      <path class="zero" d="M0 10H32"/>
      </svg>
      """
    #expect(spark(["2", nil, "-2"], current: 2) == expected)
  }

  @Test func aRuleStandsBeforeAnotherBasis() {
    var sink = ByteSink()
    let values = ["2", "3", "4"].map { Amount(plain: $0) }
    sparkBars(values: values, current: 2, breaks: [1], label: "Revenues", into: &sink)
    #expect(sink.text().contains("<path class=\"basis\" d=\"M10 0V20\"/>"))
  }

  @Test func nothingButZeroWhereThereIsNoRange() {
    #expect(!spark(["0", nil, "0"], current: 0).contains("<rect"))
    #expect(spark([], current: nil).contains("<path class=\"zero\" d=\"M0 19H8\"/>"))
  }
}
