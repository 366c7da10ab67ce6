import Testing

@testable import SVGCharts

@Suite struct TextTests {
  /// Widths that a browser measures at 13 px in Liberation Sans, which has Arial's metrics.
  @Test(arguments: [
    ("20,848", 39.76), ("(4,679)", 41.19), ("Third quarter", 74.42), ("to September 30", 96.12),
    ("Millions of US dollars", 121.37), ("WWW", 36.81), ("", 0),
  ])
  func estimateIsAtLeastTheBrowsers(_ text: String, _ measured: Double) {
    let width = Double(textWidth(text).hundredths) / 100
    #expect(width >= measured)
    #expect(width <= measured * 1.3)
  }

  /// The same in DejaVu Sans and DejaVu Sans Bold, the widest fonts that systems fall back to.
  @Test(arguments: [
    ("20,848", 45.50, 50.17), ("(4,679)", 47.38, 53.02), ("(70)", 26.69, 29.98),
    ("Third quarter", 85.55, 98.02), ("Cash and marketable securities", 205.47, 231.23),
    ("Millions of US dollars", 134.84, 154.84),
  ])
  func estimateHoldsForTheWidestFallback(_ text: String, _ regular: Double, _ strong: Double) {
    for (measured, isStrong) in [(regular, false), (strong, true)] {
      let width = Double(textWidth(text, strong: isStrong).hundredths) / 100
      #expect(width >= measured && width <= measured * 1.03, "\(width) for \(measured)")
    }
  }

  @Test func wideAndCombiningCharactersCount() {
    #expect(textWidth("利益") > textWidth("ab"))
    #expect(textWidth("e\u{301}") == textWidth("e"))
    #expect(textWidth("Revenues", strong: true) > textWidth("Revenues"))
  }

  @Test func linesAreBalancedAndWordsStayWhole() {
    #expect(wrapped("Loss before income taxes", into: 110, lines: 2) == ["Loss before", "income taxes"])
    #expect(wrapped("Revenues", into: 30, lines: 2) == nil)
    #expect(wrapped("a b c d e f", into: 20, lines: 2) == nil)
    #expect(wrapped("Revenues", into: 80, lines: 1) == ["Revenues"])
    #expect(wrapped("", into: 10, lines: 1) == [""])
    let cut = wrapped("Vergütungen", into: 40, lines: 4, cuttingWords: true)
    #expect(cut?.joined() == "Vergütungen" && (cut?.count ?? 0) > 1)
  }

  @Test func shorteningKeepsWhatFits() {
    #expect(shortened("Revenues", to: 200) == "Revenues")
    #expect(shortened("Revenues of the segment", to: 80) == "Revenues…")
  }

  @Test(arguments: [
    ("Revenues", 80, 3, ["Revenues"]),
    (
      "Selling, general and administrative expenses", 105, 3,
      ["Selling, general", "and", "administrativ…"]
    ),
    ("Selling, general and administrative expenses", 60, 2, ["Selling,", "genera…"]),
    ("Depreciation of plant", 48, 3, ["Depr…"]),
    ("Selling, general", 70, 1, ["Selling…"]),
    ("親会社株主に帰属する当期純利益", 70, 2, ["親会社株主", "に帰属す…"]),
    ("売上高", 20, 3, ["売", "上", "高"]),
  ])
  func whatHasNoRoomEndsInAnEllipsis(_ text: String, _ room: Int, _ limit: Int, _ lines: [String]) {
    #expect(fitted(text, into: Pixels(room), lines: limit) == lines)
  }

  @Test func monthsAreShortenedAsNewspapersDo() {
    #expect(withShortMonths("to September 30") == "to Sept. 30")
    #expect(withShortMonths("to March 31") == "to March 31")
  }
}
