import Diagnostics
import ReleaseModel
import SourceSyntax

/// What each column of a statement's file holds.
struct StatementColumns {
  /// The optional columns that are there.
  var role, items, level, negated, unit, decimals, note: Int?
  /// The columns of figures, in order: where each stands in the file and its period.
  var periods: [(index: Int, period: Period)] = []
  /// The places of the periods' headings.
  var headings: [SourceRange] = []

  static let optionNames = ["role", "items", "level", "negated", "unit", "decimals", "note"]

  /// Where an optional column stands, if it is there.
  fileprivate subscript(option name: String) -> Int? {
    get {
      switch name {
      case "role": role
      case "items": items
      case "level": level
      case "negated": negated
      case "unit": unit
      case "decimals": decimals
      default: note
      }
    }
    set {
      switch name {
      case "role": role = newValue
      case "items": items = newValue
      case "level": level = newValue
      case "negated": negated = newValue
      case "unit": unit = newValue
      case "decimals": decimals = newValue
      default: note = newValue
      }
    }
  }
}

/// Reads a statement's header: `concept,label`, the optional columns, then one column a period.
///
/// `nil` when the file does not begin as a statement; a column that means nothing is a finding and left out. Columns
/// without anything in them, such as spreadsheets export beside a table, are passed over as blank rows are.
func decodeStatementColumns(
  _ table: CSVTable, _ fiscal: FiscalCalendar, _ findings: inout Findings
) -> StatementColumns? {
  let header = table.header
  guard hasColumns(["concept", "label"], header, &findings) else { return nil }
  var columns = StatementColumns()
  for (index, cell) in header.enumerated().dropFirst(2) {
    if StatementColumns.optionNames.contains(cell.text) {
      if columns[option: cell.text] != nil {
        findings.report(.duplicateColumn, "there are two columns '\(cell.text)'", at: cell.range)
      } else if !columns.periods.isEmpty {
        findings.report(
          .misplacedColumn, "the column '\(cell.text)' stands after a period's", at: cell.range,
          hints: ["put it between 'label' and the first period"])
      }
      if columns[option: cell.text] == nil { columns[option: cell.text] = index }
      continue
    }
    guard let first = cell.text.utf8.first else {
      if table.isBlank(index) { continue }
      findings.report(
        .unknownColumn, "a column has no heading", at: cell.range,
        hints: ["name the period of its figures, or delete the column"])
      continue
    }
    guard isDigit(first) else {
      reportUnknownColumn(cell, among: StatementColumns.optionNames, fiscal, &findings)
      continue
    }
    guard let period = period(cell.text, at: cell.range, fiscal, &findings) else { continue }
    // There are few enough columns to look at all before.
    if let earlier = columns.periods.firstIndex(where: { $0.period == period }) {
      findings.report(
        .duplicateColumn, "two columns are for the period \(fiscal.spelling(of: period))",
        at: cell.range,
        related: [.init(place: Place(findings.path, columns.headings[earlier]), message: "the first of them")]
      )
      continue
    }
    columns.periods.append((index, period))
    columns.headings.append(cell.range)
  }
  if columns.periods.isEmpty, !findings.hasErrors {
    findings.report(
      .noPeriodColumn, "the statement has no column of figures", at: header.last?.range,
      hints: ["add a column headed by a period such as 2003-Q3 or 2003-09-30"])
  }
  return columns
}

/// Whether a header begins with the columns a file must have.
func hasColumns(_ names: [String], _ header: [CSVCell], _ findings: inout Findings) -> Bool {
  var rule: String { "the header begins with '\(names.joined(separator: ","))'" }
  for (index, name) in names.enumerated() {
    guard index < header.count else {
      findings.report(.missingColumn, "\(rule); '\(name)' is missing", at: header.last?.range)
      return false
    }
    let found = header[index]
    guard found.text == name else {
      findings.report(
        .missingColumn, "\(rule); '\(found.text)' stands in the place of '\(name)'", at: found.range)
      return false
    }
  }
  return true
}

extension CSVTable {
  /// Whether no row has anything in a column.
  func isBlank(_ column: Int) -> Bool { rows.allSatisfy { $0.isEmpty(column) } }
}

private func reportUnknownColumn(
  _ cell: CSVCell, among names: [String], _ fiscal: FiscalCalendar, _ findings: inout Findings
) {
  var hints =
    usualSpelling(of: cell.text, fiscal).map { [$0] } ?? findings.suggestions(for: cell.text, among: names)
  if hints.isEmpty { hints = ["columns are \(list(names)), or a period such as 2003-Q3"] }
  findings.report(
    .unknownColumn, "'\(cell.text)' is neither a known column nor a period", at: cell.range, hints: hints)
}
