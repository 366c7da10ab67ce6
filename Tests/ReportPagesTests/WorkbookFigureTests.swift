import ExactNumbers
import ReleaseModel
import Testing
import Workbooks

@testable import ReportPages

/// What a cell's format shows is the value in the table's scale, with at least the digits of the print.
@Test(arguments: [
  ("210500000", Concept.Kind.money, 6, 1, "#,##0.0,,_);(#,##0.0,,)"),
  // As the print has it beside the row's other figures.
  ("200000000", .money, 6, 1, "#,##0.0,,_);(#,##0.0,,)"),
  ("200000000", .money, 6, 0, "#,##0,,_);(#,##0,,)"),
  // No digit of the value is hidden.
  ("1234567", .money, 6, 1, "#,##0.000000,,_);(#,##0.000000,,)"),
  ("1234.5", .money, 3, 0, "#,##0.0000,_);(#,##0.0000,)"),
  ("7754000", .shares, 3, 0, "#,##0,_);(#,##0,)"),
  ("0", .money, 6, 1, "#,##0.0,,_);(#,##0.0,,)"),
  // The scale is not that of what is told in full.
  ("-0.60", .perShare, 3, 2, "#,##0.00_);(#,##0.00)"),
  ("0.415", .ratio, 6, 3, "0.0%_);(0.0%)"),
  ("1994", .count, 3, 0, "#,##0_);(#,##0)"),
  ("6980000", .money, 0, 0, "#,##0_);(#,##0)"),
  // Fifteen digits and zeros after them.
  ("123456789012000000", .money, 6, 0, "#,##0,,_);(#,##0,,)"),
])
func workbooksShowTheScaleOfTheTable(
  value: String, kind: Concept.Kind, power: Int, places: Int, format: String
) {
  var style = Workbook.Style()
  style.format = format
  #expect(
    Workbook.Cell.figure(amount(value), kind, power: power, places: places) == .number(amount(value), style))
}

@Test func whatASpreadsheetCannotHoldIsTextInTheScaleOfTheTable() {
  var style = Workbook.Style()
  style.alignment = .right
  #expect(
    Workbook.Cell.figure(Amount(-1_234_567_890_123_456_789), .money, power: 6)
      == .text("(1,234,567,890,123.456789)", style))
}
