import Diagnostics
import SourceSyntax
import Testing

struct CSVTableTests {
  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
    ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
    ("\n\na,b\n\n , \n1,2\n\n", [["a", "b"], ["1", "2"]]),
    ("a,b\n,\n\"\",\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a\n1\n", [["a"], ["1"]]),
    ("a,b\n1,\n,2\n", [["a", "b"], ["1", ""], ["", "2"]]),
    (" a ,\tb\t\n\u{A0}1\u{A0}, 2 3 \n", [["a", "b"], ["1", "2 3"]]),
    ("a,b\n\"6,980\",\"x \"\"y\"\" z\"\n", [["a", "b"], ["6,980", "x \"y\" z"]]),
    ("a,b\n\" 6,980 \", \"(176)\" \n", [["a", "b"], ["6,980", "(176)"]]),
    ("a,b\n\"x\ny\",\"x\r\ny\"\n", [["a", "b"], ["x\ny", "x\ny"]]),
    ("a,b\n\"x\ry\",\"\"\"\"\n", [["a", "b"], ["x\ny", "\""]]),
    ("a,b\n6\" pipe,x\n", [["a", "b"], ["6\" pipe", "x"]]),
    ("a,b\n$ (176),—\n", [["a", "b"], ["$ (176)", "—"]]),
    ("a;b,c\n1,2\n", [["a;b", "c"], ["1", "2"]]),
    ("\"a;b\"\n1\n", [["a;b"], ["1"]]),
  ])
  func readsWhatSpreadsheetsExport(text: String, rows: [[String]]) {
    let (table, diagnostics) = csv(text)
    #expect(table?.texts == rows)
    #expect(diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("a, b\n1 ,\n", [["1:1-1:2", "1:4-1:5"], ["2:1-2:2", "2:4-2:4"]]),
    ("a,b\n\"1\", \"2\"\n", [["1:1-1:2", "1:3-1:4"], ["2:1-2:4", "2:6-2:9"]]),
    (
      "a,b\n\"x\r\ny\",z\r\nu,v", [["1:1-1:2", "1:3-1:4"], ["2:1-3:3", "3:4-3:5"], ["4:1-4:2", "4:3-4:4"]]
    ),
    ("a,b\n   ,é\u{A0}\n,ü\n", [["1:1-1:2", "1:3-1:4"], ["2:1-2:1", "2:5-2:7"], ["3:1-3:1", "3:2-3:4"]]),
    ("\n\na,b\n", [["3:1-3:2", "3:3-3:4"]]),
    ("a,b\r1,2", [["1:1-1:2", "1:3-1:4"], ["2:1-2:2", "2:3-2:4"]]),
  ])
  func locatesEveryCell(text: String, ranges: [[String]]) {
    #expect(csv(text).table?.ranges == ranges)
  }

  struct Broken: Sendable {
    var text: String
    var findings: [String]
    var message: String
    var rows: [[String]]?
  }

  @Test(arguments: [
    Broken(
      text: "a,b\n1,2\n\"x,3\n4,5\n", findings: ["S200 3:1-3:2"],
      message: "this quotation mark is never closed", rows: [["a", "b"], ["1", "2"]]),
    Broken(text: "a,\"b\n1,2\n", findings: ["S200 1:3-1:4"], message: "this quotation mark is never closed"),
    Broken(
      text: "a,b\n\"x\" y ,2\n3,4\n", findings: ["S201 2:5-2:6"],
      message: "after a quoted cell comes a comma or the end of the line", rows: [["a", "b"], ["3", "4"]]),
    Broken(
      text: "a,\"b\"c\n1,2\n", findings: ["S201 1:6-1:7"],
      message: "after a quoted cell comes a comma or the end of the line"),
    Broken(
      text: "a,b\n1,2,3,4\n5,6\n", findings: ["S202 2:5-2:8"],
      message: "this row has 4 cells, the header has 2",
      rows: [["a", "b"], ["5", "6"]]),
    Broken(
      text: "a,b\n1\n5,6\n", findings: ["S202 2:1-2:2"], message: "this row has 1 cell, the header has 2",
      rows: [["a", "b"], ["5", "6"]]),
    Broken(
      text: "a,b\n1,2,\n", findings: ["S202 2:5-2:5"], message: "this row has 3 cells, the header has 2",
      rows: [["a", "b"]]),
    Broken(
      text: "concept;label;2003\nA;B;1,5\n", findings: ["S203 1:8-1:9"],
      message: "the cells are separated by semicolons; CSV files use commas"),
    Broken(
      text: "\r\nconcept\tlabel\n", findings: ["S203 2:8-2:9"],
      message: "the cells are separated by tabs; CSV files use commas"),
    Broken(
      text: "\"a,b\";\"c\"\n", findings: ["S203 1:6-1:7"],
      message: "the cells are separated by semicolons; CSV files use commas"),
    Broken(
      text: "", findings: ["S205 1:1-1:1"], message: "the file is empty; its first row names the columns"),
    Broken(
      text: "\n , \n", findings: ["S205 1:1-1:1"],
      message: "the file is empty; its first row names the columns"),
  ])
  func pointsAtTheCause(broken: Broken) {
    let (table, diagnostics) = csv(broken.text)
    #expect(spelled(diagnostics) == broken.findings)
    #expect(diagnostics.first?.message == broken.message)
    #expect(table?.texts == broken.rows)
  }

  /// A row whose commas should stand in quotation marks, and what it should be.
  @Test(arguments: [
    (
      "Revenues,Revenue,1,234,1,100", 4,
      "put \"1,234\" and \"1,100\" in quotation marks: Revenues,Revenue,\"1,234\",\"1,100\""
    ),
    (
      "Revenues,Revenue,112,400,\"104,210\"", 4,
      "put \"112,400\" in quotation marks: Revenues,Revenue,\"112,400\",\"104,210\""
    ),
    (
      "NetIncomeLoss,Loss,$ (1,234),(5)", 4,
      "put \"$ (1,234)\" in quotation marks: NetIncomeLoss,Loss,\"$ (1,234)\",(5)"
    ),
    (
      "Revenues,Revenue,1,234,567.5", 3,
      "put \"1,234,567.5\" in quotation marks: Revenues,Revenue,\"1,234,567.5\""
    ),
    (
      "Cash,Cash, cash equivalents, and deposits,57,40", 4,
      "put \"Cash, cash equivalents, and deposits\" in quotation marks: "
        + "Cash,\"Cash, cash equivalents, and deposits\",57,40"
    ),
    // One of two things could be meant.
    ("Revenues,Revenue, net,1,234,567", 4, "put a cell that holds a comma in quotation marks: \"6,980\""),
    ("Revenues,Revenue,57,40,12", 4, "put a cell that holds a comma in quotation marks: \"6,980\""),
    ("a,b,,,", 4, "put a cell that holds a comma in quotation marks: \"6,980\""),
  ])
  func saysWhatARaggedRowShouldBe(row: String, columns: Int, hint: String) {
    let header = ["concept", "label", "2003", "2002", "2001"].prefix(columns).joined(separator: ",")
    let (_, diagnostics) = csv(header + "\n" + row + "\n")
    #expect(diagnostics.map(\.hints) == [[hint]])
  }

  @Test func countsRaggedRowsBeyondTheFirst() {
    let (table, diagnostics) = csv("a,b\n" + String(repeating: "1\n", count: 23) + "2,3\n")
    #expect(diagnostics.count == 20)
    #expect(diagnostics.last?.notes == ["3 more rows of this file cannot be read either"])
    #expect(table?.rows.count == 1)
  }

  @Test func refusesMoreCellsThanAnyStatementHas() {
    let (table, diagnostics) = csv("a,b\n" + String(repeating: "1,2\n", count: 100_000))
    #expect(table == nil)
    #expect(spelled(diagnostics) == ["S204 100001:1-100001:1"])
  }
}
