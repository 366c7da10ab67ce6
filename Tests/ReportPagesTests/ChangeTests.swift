import ExactNumbers
import ReleaseModel
import Testing

@testable import ReportPages

@Suite struct ChangeTests {
  private func cell(_ text: String) -> Cell {
    switch text {
    case "": .absent
    case "-": .dash
    default: .figure(amount(text), decimals: 0)
    }
  }

  @Test(arguments: [
    ("7181000", "6980000", "\u{2212}2.8%"), ("20442000", "20848000", "+2.0%"), ("100", "100", "0%"),
    ("1000", "1000", "0.0%"), ("44100", "48210", "+9.3%"),
    ("-462", "-4679", "n/m"), ("1022", "-176", "n/m"), ("-35", "140", "n/m"), ("-", "140", "n/m"),
    ("0", "140", "n/m"), ("140", "-", "\u{2212}100.0%"), ("", "140", ""), ("140", "", ""), ("-", "-", ""),
    ("1", "13", "+1,200%"),
  ])
  func percentages(older: String, newer: String, shown: String) {
    #expect(changeText(.percent, from: cell(older), to: cell(newer), .money).shown == shown)
  }

  /// One digit after the point where the rounding of both figures leaves it, else whole percents.
  @Test(arguments: [
    ("1.9", 1, "4.7", 1, 0, "+147%"), ("0.004", 3, "0.005", 3, 0, "+25%"),
    ("271.2", 1, "220.6", 1, 0, "\u{2212}18.7%"),
    ("204.5", -5, "251.3", -5, 6, "+22.9%"), ("15.1", -5, "2.4", -5, 6, "\u{2212}84%"),
    ("44100", -3, "48210", -3, 3, "+9.3%"),
    ("44", -3, "48", -3, 3, "+9%"), ("6600000", -5, "7400000", -5, 0, "+12%"), ("-", 0, "5", 0, 0, "n/m"),
    ("5", 0, "-", 0, 0, "\u{2212}100.0%"),
  ])
  func digitsAreThoseThatRoundingLeaves(
    older: String, decimals: Int8, newer: String, newerDecimals: Int8, power: Int, shown: String
  ) {
    func cell(_ text: String, _ decimals: Int8) -> Cell {
      text == "-" ? .dash : .figure(amount(text), decimals: decimals)
    }
    let (from, to) = (cell(older, decimals), cell(newer, newerDecimals))
    #expect(changeText(.percent, from: from, to: to, .money, power: power).shown == shown)
    guard from != .dash, to != .dash else { return }
    // The key figures say the same.
    func fact(_ text: String, _ decimals: Int8, _ spelling: String) -> Fact {
      Fact(
        concept: concept("Revenues"), period: period(spelling),
        value: amount(text).timesPowerOfTen(power) ?? .zero,
        decimals: decimals, place: .figure(index: 0))
    }
    let words = Comparison(
      fact(newer, newerDecimals, "2003-Q3"), with: fact(older, decimals, "2002-Q3"),
      exampleCatalog[concept("Revenues")], .calendarYear, in: PrintedUnit("USD")
    ).change
    let digits = shown.filter { $0.isNumber || $0 == "." }
    #expect(words.hasPrefix("\(digits)%") || words.hasPrefix("About \(digits)%"))
  }

  /// Figures of different digits that may be one amount have no change to tell, wherever a page tells it.
  @Test(arguments: [
    ("9600000", -5, "10000000", -6, "\u{2248}0%", "Little changed"),
    ("9500000000", -8, "9600000000", -8, "+1%", "About 1% more"),
    ("9600000", -5, "11000000", -6, "+15%", "About 15% more"),
    ("460000", -3, "461000", -3, "0%", "Little changed"),
  ])
  func whatMayBeTheSameHasLittleChanged(
    older: String, decimals: Int8, newer: String, newerDecimals: Int8, shown: String, words: String
  ) {
    let (from, to) = (amount(older), amount(newer))
    #expect(
      changeText(
        .percent, from: .figure(from, decimals: decimals), to: .figure(to, decimals: newerDecimals), .money
      ).shown == shown)
    func fact(_ value: Amount, _ decimals: Int8, _ spelling: String) -> Fact {
      Fact(
        concept: concept("Revenues"), period: period(spelling), value: value, decimals: decimals,
        place: .figure(index: 0))
    }
    #expect(
      Comparison(
        fact(to, newerDecimals, "2003-Q3"), with: fact(from, decimals, "2002-Q3"),
        exampleCatalog[concept("Revenues")], .calendarYear, in: PrintedUnit("USD")
      ).change == words)
  }

  @Test(arguments: [
    ("7181", "6980", "(201)"), ("-35", "140", "175"), ("-462", "-4679", "(4,217)"), ("-", "-4", "(4)"),
    ("0.06", "0.60", "0.54"),
  ])
  func amounts(older: String, newer: String, shown: String) {
    #expect(changeText(.amount, from: cell(older), to: cell(newer), .perShare).shown == shown)
  }

  @Test func ratiosChangeInPoints() {
    for change in Statement.Change.allCases {
      #expect(changeText(change, from: cell("0.12"), to: cell("0.155"), .ratio).shown == "+3.5 pts")
    }
  }

  @Test func changesStandBehindWhatTheyCompare() {
    var statement = Statement(
      name: "income", title: "Income", currency: "USD",
      columns: ["2003-Q3", "2002-Q3", "2003-9M", "2002-9M"].map(period), rows: [])
    statement.changes = [.percent, .amount]
    let columns = StatementColumns(statement, .calendarYear)
    #expect(
      columns.spans.map { $0.heads.map(\.text) } == [
        ["2003", "2002", "Change in percent", "Change"], ["2003", "2002", "Change in percent", "Change"],
      ])
    statement.columns = ["2003-FY", "2002-FY", "2001-FY"].map(period)
    statement.changes = [.percent]
    #expect(
      StatementColumns(statement, .calendarYear).heads.map(\.text) == [
        "2003", "2002", "Change from 2002", "2001", "Change from 2001",
      ])
    statement.columns = ["2003-09-30", "2002-12-31"].map(period)
    #expect(
      StatementColumns(statement, .calendarYear).fullHeads == [
        "September 30, 2003", "December 31, 2002", "Change",
      ])
  }
}
