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
    ("7181000", "6980000", "\u{2212}2.8%"), ("20442000", "20848000", "+2.0%"), ("100", "100", "0.0%"),
    ("-462", "-4679", "n/m"), ("1022", "-176", "n/m"), ("-35", "140", "n/m"), ("-", "140", "n/m"),
    ("0", "140", "n/m"), ("140", "-", "\u{2212}100.0%"), ("", "140", ""), ("140", "", ""), ("-", "-", ""),
    ("1", "13", "+1,200.0%"),
  ])
  func percentages(older: String, newer: String, shown: String) {
    #expect(changeText(.percent, from: cell(older), to: cell(newer), .money).shown == shown)
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
