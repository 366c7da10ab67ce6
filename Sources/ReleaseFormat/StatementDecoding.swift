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
  fileprivate var table: CSVTable
  fileprivate var columns: StatementColumns
  /// For each row of the statement, which of the table's it was read from.
  fileprivate var rows: [Int] = []

  /// Where everything stands in the file.
  func places(_ path: String) -> SourceMap.TableSource {
    SourceMap.TableSource(
      path: path, columns: columns.headings,
      rows: zip(rows, statement.rows).map { number, row in
        let cells = table.rows[number]
        return (cells[1].range, row.isHeading ? [] : columns.periods.map { cells[$0.index].range })
      })
  }

  /// Where a figure stands.
  fileprivate func place(row: Int, column: Int) -> SourceRange {
    table.rows[rows[row]][columns.periods[column].index].range
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
  guard let columns = decodeStatementColumns(table.header, fiscal, &findings) else { return nil }
  var statement = Statement(
    name: entry.name, title: entry.title, currency: entry.currency ?? "", scale: entry.scale,
    audited: entry.audited, columns: columns.periods.map(\.period), rows: [])
  statement.changes = entry.changes
  statement.hasSparklines = entry.hasSparklines
  statement.rows.reserveCapacity(table.rows.count)
  var rows: [Int] = []
  rows.reserveCapacity(table.rows.count)
  var firstRows: [ConceptID: SourceRange] = [:]
  var items: [(row: Int, cell: CSVCell)] = []
  var lostRow = !isWhole
  firstRows.reserveCapacity(table.rows.count)
  for (number, row) in table.rows.enumerated() {
    let cells = Array(row)
    guard let row = decodeRow(cells, columns, entry, context, &findings) else {
      lostRow = true
      continue
    }
    if let concept = row.concept {
      if let first = firstRows[concept] {
        findings.report(
          .duplicateRow, "two rows are for the concept '\(cells[0].text)'", at: cells[0].range,
          related: [.init(place: Place(findings.path, first), message: "the first of them")])
        continue
      }
      firstRows[concept] = cells[0].range
    }
    if let index = columns.option("items"), !cells[index].text.isEmpty {
      items.append((statement.rows.count, cells[index]))
    }
    statement.rows.append(row)
    rows.append(number)
  }
  for (row, cell) in items {
    statement.rows[row].items = decodeItems(
      cell, of: statement.rows[row].concept, rows: firstRows, someMissing: lostRow, context, &findings)
  }
  let decoded = DecodedStatement(statement: statement, table: table, columns: columns, rows: rows)
  checkBalances(decoded, context, &findings)
  return decoded
}

/// Reads one row; `nil` when its concept is unknown or figures stand in a row without one.
private func decodeRow(
  _ cells: [CSVCell], _ columns: StatementColumns, _ entry: StatementEntry, _ context: ReleaseContext,
  _ findings: inout Findings
) -> Statement.Row? {
  guard !cells[0].text.isEmpty else { return decodeHeading(cells, columns, &findings) }
  guard let id = concept(cells[0].text, at: cells[0].range, context.concepts, &findings) else { return nil }
  let kind = context.catalog.kind(of: id)
  let option = { (name: String) -> CSVCell? in
    columns.option(name).flatMap { cells[$0].text.isEmpty ? nil : cells[$0] }
  }
  if let cell = option("unit") { checkUnit(cell, of: kind, in: entry.currency, &findings) }
  var unit = CellUnit(
    kind: kind, currency: entry.currency, power: kind.isScaled ? entry.scale.power : 0)
  if let cell = option("decimals") { unit.decimals = decodeDecimals(cell, &findings) }
  let label = cells[1].text.isEmpty ? context.catalog[id].label : cells[1].text
  return Statement.Row(
    concept: id, label: label, role: option("role").flatMap { decodeRole($0, &findings) } ?? .item,
    level: option("level").flatMap { decodeLevel($0, &findings) } ?? 0, note: option("note")?.text,
    cells: columns.periods.map { decodeCell(cells[$0.index], unit, &findings) })
}

/// Reads a row without a concept: a label that stands over the rows below it.
private func decodeHeading(
  _ cells: [CSVCell], _ columns: StatementColumns, _ findings: inout Findings
) -> Statement.Row? {
  if let column = columns.periods.first(where: { !cells[$0.index].text.isEmpty }) {
    findings.report(
      .figuresWithoutConcept, "'\(cells[1].text)' has figures but no concept", at: cells[column.index].range,
      hints: ["name the concept in the first column; a heading has no figures"])
    return nil
  }
  guard !cells[1].text.isEmpty else {
    findings.report(.emptyRow, "a row has a concept, or a label as a heading", at: cells[0].range)
    return nil
  }
  for name in ["role", "items", "unit", "decimals"] {
    guard let index = columns.option(name), !cells[index].text.isEmpty else { continue }
    findings.report(
      .figuresWithoutConcept, "the heading '\(cells[1].text)' has no use for '\(name)'",
      at: cells[index].range)
  }
  let option = { (name: String) -> CSVCell? in
    columns.option(name).flatMap { cells[$0].text.isEmpty ? nil : cells[$0] }
  }
  return Statement.Row(
    concept: nil, label: cells[1].text, level: option("level").flatMap { decodeLevel($0, &findings) } ?? 0,
    note: option("note")?.text, cells: [])
}

/// Reads what a total adds up: concepts of the same statement, separated by spaces.
///
/// None where one of them is wrong, because the rest alone would not add up.
private func decodeItems(
  _ cell: CSVCell, of total: ConceptID?, rows: [ConceptID: SourceRange], someMissing: Bool,
  _ context: ReleaseContext, _ findings: inout Findings
) -> [ConceptID] {
  var items: [ConceptID] = []
  var isWhole = true
  for word in cell.text.utf8.split(whereSeparator: isBlank) {
    let place = cell.range(of: word)
    guard let name = String(word), let id = concept(name, at: place, context.concepts, &findings) else {
      isWhole = false
      continue
    }
    if id == total {
      findings.report(.badItems, "'\(name)' is listed among its own items", at: place)
      isWhole = false
    } else if rows[id] == nil {
      isWhole = false
      if someMissing { continue }
      findings.report(
        .badItems, "'\(name)' is listed as an item, but the statement has no such row", at: place,
        hints: findings.suggestions(for: name, among: rows.keys.sorted().map { context.catalog[$0].name }))
    } else if items.contains(id) {
      findings.report(.duplicateEntry, "'items' names '\(name)' twice", at: place)
    } else {
      items.append(id)
    }
  }
  return isWhole ? items : []
}

/// Reports figures of stocks in columns of spans and of flows in columns of instants, once a column.
private func checkBalances(
  _ decoded: DecodedStatement, _ context: ReleaseContext, _ findings: inout Findings
) {
  let statement = decoded.statement
  for (column, period) in statement.columns.enumerated() {
    var first: (row: Int, name: String)?
    var more = 0
    for (row, line) in statement.rows.enumerated() {
      guard let id = line.concept, line.cells[column] != .absent,
        (context.catalog[id].balance == .stock) != period.isInstant
      else { continue }
      if first == nil { first = (row, context.catalog[id].name) } else { more += 1 }
    }
    guard let first else { continue }
    findings.report(
      .balanceDoesNotFit, balanceRule(first.name, period), at: decoded.place(row: first.row, column: column),
      related: [
        .init(place: Place(findings.path, decoded.columns.headings[column]), message: "the column's period")
      ],
      notes: more == 0 ? [] : ["the same holds for \(more) more of the column's figures"],
      hints: [
        period.isInstant
          ? "head the column with a span such as 2003-Q3" : "head the column with a day such as \(period.end)"
      ])
  }
}

/// Why a concept's figure cannot stand for a period.
func balanceRule(_ name: String, _ period: Period) -> String {
  period.isInstant
    ? "'\(name)' is told for a span of time, but the period is a single day"
    : "'\(name)' is told for a single day, but the period is a span of time"
}

extension CSVCell {
  /// The place of a part of the text; the whole cell's where quotation marks shift its bytes.
  fileprivate func range(of part: Substring.UTF8View) -> SourceRange {
    let bytes = text.utf8
    guard range.start.line == range.end.line,
      Int(range.end.column - range.start.column) == bytes.count
    else { return range }
    let offset = bytes.distance(from: bytes.startIndex, to: part.startIndex)
    return SourceRange(
      line: Int(range.start.line), column: Int(range.start.column) + offset, length: part.count)
  }
}
