import CivilTime
import Diagnostics
import ReleaseModel
import SourceSyntax

/// What `release.yaml` says about a statement's file.
struct StatementEntry {
  /// The file's name without its ending.
  var name: String
  var title: String
  /// `nil` where the file names no currency that exists.
  var currency: String?
  var scale: Statement.Scale
  var audited: Bool?
  var changes: [Statement.Change] = []
  var hasSparklines = false
  /// Whether all that was said about it makes sense; else its table is read for its own findings only.
  var isComplete: Bool
}

/// A statement with what leads from its rows back to those of its file.
struct DecodedStatement {
  var statement: Statement
  let table: CSVTable
  let columns: StatementColumns
  /// For each row of the statement, which of the table's it was read from.
  let rows: [Int]

  /// Where everything stands in the file.
  func places(_ path: String) -> SourceMap.TableSource {
    SourceMap.TableSource(
      path: path, columns: columns.headings,
      rows: zip(rows, statement.rows).map { number, row in
        let cells = table.rows[number]
        return (
          cells.range(of: 1), row.isHeading ? [] : columns.periods.map { cells.range(of: $0.index) }
        )
      })
  }

  /// Where a figure stands.
  fileprivate func place(row: Int, column: Int) -> SourceRange {
    table.rows[rows[row]].range(of: columns.periods[column].index)
  }
}

/// Reads a statement's CSV file; `nil` when it does not begin as one.
///
/// Rows that mean nothing are findings and left out. `isWhole` tells that no row was lost to malformed CSV, so
/// that a name missing from the rows is the author's slip.
func decodeStatement(
  _ table: CSVTable, _ entry: StatementEntry, isWhole: Bool, _ fiscal: FiscalCalendar,
  _ context: ReleaseContext, _ findings: inout Findings
) -> DecodedStatement? {
  guard let columns = decodeStatementColumns(table, fiscal, &findings) else { return nil }
  let key = findings.diagnostics.isEmpty ? HeadKey(table, columns, entry) : nil
  let known = key.flatMap { context.heads.head($0) }
  if let known, fits(known.value, table, columns, context) {
    let cells = decodeFigures(table, columns, known.value, entry, context, &findings)
    mergeRepeatedFlaws(table, columns, &findings)
    let statement = Statement(known, columns: columns.periods.map(\.period), cells: cells)
    let decoded = DecodedStatement(
      statement: statement, table: table, columns: columns, rows: Array(table.rows.indices))
    checkBalances(decoded, known.value.rows, cells, fiscal, context, &findings)
    checkPointGrouping(decoded, known.value.rows, cells, entry, context, &findings)
    return decoded
  }
  let rows = decodeRows(table, columns, entry, isWhole: isWhole, context, &findings)
  mergeRepeatedFlaws(table, columns, &findings)
  let head = Statement.Head(
    name: entry.name, title: entry.title, currency: entry.currency ?? "", scale: entry.scale,
    audited: entry.audited, changes: entry.changes, hasSparklines: entry.hasSparklines, rows: rows.heads)
  let statement = Statement(
    context.heads.kept(head, findings.diagnostics.isEmpty ? key : nil),
    columns: columns.periods.map(\.period),
    cells: rows.cells)
  let decoded = DecodedStatement(statement: statement, table: table, columns: columns, rows: rows.numbers)
  checkBalances(decoded, rows.heads, rows.cells, fiscal, context, &findings)
  checkPointGrouping(decoded, rows.heads, rows.cells, entry, context, &findings)
  return decoded
}

/// Whether a file whose head is known has no figures in its headings, which are to be reported, and pence where the
/// head has them: only the figures themselves say so.
private func fits(
  _ head: Statement.Head, _ table: CSVTable, _ columns: StatementColumns, _ context: ReleaseContext
) -> Bool {
  head.rows.count == table.rows.count
    && head.rows.indices.allSatisfy { row in
      guard let concept = head.rows[row].concept else {
        return columns.periods.allSatisfy { table.rows[row].isEmpty($0.index) }
      }
      return context.catalog.kind(of: concept) != .perShare
        || head.rows[row].isInMinorUnit == table.rows[row].hasMinorUnit(columns)
    }
}

/// Reads the figures of a file whose head is known.
private func decodeFigures(
  _ table: CSVTable, _ columns: StatementColumns, _ head: Statement.Head, _ entry: StatementEntry,
  _ context: ReleaseContext, _ findings: inout Findings
) -> Statement.Cells {
  let width = columns.periods.count
  var cells = Statement.Cells(room: table.rows.count * width)
  for (number, row) in table.rows.enumerated() {
    guard let id = head.rows[number].concept else { continue }
    var unit = CellUnit(of: id, in: entry, context)
    unit.isNegated = head.rows[number].isNegated
    if head.rows[number].isInMinorUnit { unit.noteMarks(row, columns) }
    decodeCells(row, columns, unit, at: number * width, &cells, &findings)
  }
  return cells
}

/// Reports figures of stocks in columns of spans and of flows in columns of instants, once a column.
private func checkBalances(
  _ decoded: DecodedStatement, _ heads: [Statement.Row.Head], _ printed: Statement.Cells,
  _ fiscal: FiscalCalendar, _ context: ReleaseContext, _ findings: inout Findings
) {
  let columns = decoded.columns
  for (column, (_, period)) in columns.periods.enumerated() {
    var first: (row: Int, name: String)?
    var more = 0
    for row in heads.indices {
      guard let id = heads[row].concept, (context.catalog.balance(of: id) == .stock) != period.isInstant,
        printed[row * columns.periods.count + column] != .absent
      else { continue }
      if first == nil { first = (row, context.catalog[id].name) } else { more += 1 }
    }
    guard let first else { continue }
    findings.report(
      .balanceDoesNotFit, balanceRule(first.name, period), at: decoded.place(row: first.row, column: column),
      related: [.init(place: Place(findings.path, columns.headings[column]), message: "the column's period")],
      notes: more == 0 ? [] : ["the same holds for \(more) more of the column's figures"],
      hints: [
        period.isInstant
          ? "head the column with a span such as \(quarter(endingOn: period.end, fiscal))"
          : "head the column with a day such as \(period.end)"
      ])
  }
}

/// The quarter that ends on a day: `2003-Q3`; any where none does.
private func quarter(endingOn day: Day, _ fiscal: FiscalCalendar) -> String {
  let quarters = FiscalCalendar.Part.allCases.lazy.filter(\.isQuarter).compactMap {
    fiscal.period(fiscal.year(of: day), $0)
  }
  return quarters.first { $0.end == day }.map { fiscal.spelling(of: $0) } ?? "2003-Q3"
}

/// Why a concept's figure cannot stand for a period.
func balanceRule(_ name: String, _ period: Period) -> String {
  period.isInstant
    ? "'\(name)' is told for a span of time, but the period is a single day"
    : "'\(name)' is told for a single day, but the period is a span of time"
}
