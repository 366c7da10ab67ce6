import Diagnostics
import ReleaseModel
import SourceSyntax

/// The rows of a statement as they are read from its file.
struct DecodedRows {
  var heads: [Statement.Row.Head] = []
  var cells: Statement.Cells
  /// Which of the table's rows each was read from.
  var numbers: [Int] = []
}

/// Reads the rows of a statement's file; what means nothing is a finding and left out.
func decodeRows(
  _ table: CSVTable, _ columns: StatementColumns, _ entry: StatementEntry, isWhole: Bool,
  _ context: ReleaseContext, _ findings: inout Findings
) -> DecodedRows {
  let width = columns.periods.count
  var rows = DecodedRows(cells: Statement.Cells(room: table.rows.count * width))
  var concepts = SeenValues<ConceptID>()
  // Of each of them the row that it was read from.
  var rowOf: [Int] = []
  var items: [(row: Int, cell: CSVCell)] = []
  var lostRow = !isWhole
  for (number, row) in table.rows.enumerated() {
    let place = rows.heads.count * width
    guard let head = decodeRow(row, columns, entry, context, at: place, &rows.cells, &findings) else {
      lostRow = true
      continue
    }
    if let concept = head.concept {
      guard concepts.add(concept) else {
        let first = concepts.place(of: concept).map { table.rows[rowOf[$0]].range(of: 0) }
        findings.report(
          .duplicateRow, "two rows are for the concept '\(row[0].text)'", at: row.range(of: 0),
          related: [.init(place: Place(findings.path, first), message: "the first of them")])
        rows.cells.unset(place..<place + width)
        continue
      }
      rowOf.append(number)
    }
    if let cell = row.cell(columns.items) { items.append((rows.heads.count, cell)) }
    rows.heads.append(head)
    rows.numbers.append(number)
  }
  for (row, cell) in items {
    rows.heads[row].items = decodeItems(
      cell, of: rows.heads[row].concept, rows: concepts, someMissing: lostRow, context, &findings)
  }
  return rows
}

/// Reads one row and puts its figures into the cells from a place on; `nil` when its concept is unknown or figures
/// stand in a row without one.
private func decodeRow(
  _ row: CSVRow, _ columns: StatementColumns, _ entry: StatementEntry, _ context: ReleaseContext,
  at place: Int, _ printed: inout Statement.Cells, _ findings: inout Findings
) -> Statement.Row.Head? {
  guard !row.isEmpty(0) else { return decodeHeading(row, columns, &findings) }
  guard let id = concept(row.text(of: 0), at: row.range(of: 0), context.concepts, &findings) else {
    return nil
  }
  var unit = CellUnit(of: id, in: entry, context)
  if let cell = row.cell(columns.unit) {
    unit.minor = decodeUnit(cell, of: unit.kind, in: entry.currency, &findings).map { .named($0) }
    if unit.kind == .ratio { unit.percentage = cell.text == "pure" ? nil : .unit }
  }
  if unit.minor == nil { unit.noteMarks(row, columns) }
  checkLabelledUnit(row, unit, columns, &findings)
  if let cell = row.cell(columns.decimals) { unit.decimals = decodeDecimals(cell, &findings) }
  if let cell = row.cell(columns.negated) { unit.isNegated = decodeNegated(cell, &findings) }
  let head = Statement.Row.Head(
    concept: id, label: row.isEmpty(1) ? context.catalog[id].label : row.text(of: 1),
    role: row.cell(columns.role).flatMap { decodeRole($0, &findings) } ?? .item,
    level: row.cell(columns.level).flatMap { decodeLevel($0, &findings) } ?? 0,
    isNegated: unit.isNegated, isInMinorUnit: unit.minor != nil, note: row.cell(columns.note)?.text)
  decodeCells(row, columns, unit, at: place, &printed, &findings)
  return head
}

/// Reads a row's figures and puts them into the cells from a place on, in the sign of their concept.
func decodeCells(
  _ row: CSVRow, _ columns: StatementColumns, _ unit: CellUnit, at place: Int,
  _ cells: inout Statement.Cells, _ findings: inout Findings
) {
  for (column, period) in columns.periods.enumerated() {
    let cell = decodeCell(row, period.index, unit, &findings)
    cells[place + column] = unit.isNegated ? cell.negated : cell
  }
}

/// Reads a row without a concept: a label that stands over the rows below it.
private func decodeHeading(
  _ row: CSVRow, _ columns: StatementColumns, _ findings: inout Findings
) -> Statement.Row.Head? {
  if let column = columns.periods.first(where: { !row.isEmpty($0.index) }) {
    findings.report(
      .figuresWithoutConcept, "'\(row[1].text)' has figures but no concept", at: row.range(of: column.index),
      hints: ["name the concept in the first column; a heading has no figures"])
    return nil
  }
  guard !row.isEmpty(1) else {
    findings.report(.emptyRow, "a row has a concept, or a label as a heading", at: row.range(of: 0))
    return nil
  }
  let useless = [
    ("role", columns.role), ("items", columns.items), ("negated", columns.negated), ("unit", columns.unit),
    ("decimals", columns.decimals),
  ]
  for (name, column) in useless {
    guard let cell = row.cell(column) else { continue }
    findings.report(
      .figuresWithoutConcept, "the heading '\(row[1].text)' has no use for '\(name)'", at: cell.range)
  }
  return Statement.Row.Head(
    concept: nil, label: row.text(of: 1),
    level: row.cell(columns.level).flatMap { decodeLevel($0, &findings) } ?? 0,
    note: row.cell(columns.note)?.text)
}

/// Reads what a total adds up: concepts of the same statement, separated by spaces.
///
/// None where one of them is wrong, because the rest alone would not add up.
private func decodeItems(
  _ cell: CSVCell, of total: ConceptID?, rows: SeenValues<ConceptID>, someMissing: Bool,
  _ context: ReleaseContext, _ findings: inout Findings
) -> [ConceptID] {
  var items: [ConceptID] = []
  var isWhole = true
  if let mark = cell.text.first(where: { ";,+|/&".contains($0) }) {
    let names = cell.text.split { ";,+|/& \t\n\r".contains($0) }
    findings.report(
      .badItems, "items have a space between them, not '\(mark)'", at: cell.range,
      hints: names.isEmpty ? [] : ["write \(names.joined(separator: " "))"])
    return []
  }
  for word in cell.text.utf8.split(whereSeparator: isBlank) {
    let place = cell.range(of: word)
    guard let name = String(word), let id = concept(name, at: place, context.concepts, &findings) else {
      isWhole = false
      continue
    }
    if id == total {
      findings.report(.badItems, "'\(name)' is listed among its own items", at: place)
      isWhole = false
    } else if rows.place(of: id) == nil {
      isWhole = false
      if someMissing { continue }
      findings.report(
        .badItems, "'\(name)' is listed as an item, but the statement has no such row", at: place,
        hints: findings.suggestions(for: name, among: rows.values.sorted().map { context.catalog[$0].name }))
    } else if items.contains(id) {
      findings.report(.duplicateEntry, "'items' names '\(name)' twice", at: place)
    } else {
      items.append(id)
    }
  }
  return isWhole ? items : []
}

extension CellUnit {
  /// What the figures of a concept are measured in.
  init(of concept: ConceptID, in entry: StatementEntry, _ context: ReleaseContext) {
    let kind = context.catalog.kind(of: concept)
    self.init(kind: kind, currency: entry.currency, power: kind.isScaled ? entry.scale.power : 0)
    percentage = Percentage(of: concept, context)
  }
}

extension CellUnit {
  /// Notes that figures per share are in the currency's minor unit where any figure of their row has its mark.
  mutating func noteMarks(_ row: CSVRow, _ columns: StatementColumns) {
    guard kind == .perShare, row.hasMinorUnit(columns) else { return }
    minor = currency.flatMap(MinorUnit.of).map { .marked($0) }
  }
}

extension CellUnit.Percentage {
  /// `nil` for a concept that need not be told in percent.
  init?(of concept: ConceptID, _ context: ReleaseContext) {
    guard context.catalog.kind(of: concept) == .ratio,
      percentageConcepts.contains(context.catalog[concept].name)
    else { return nil }
    self = .concept
  }
}

extension CSVRow {
  /// The cell of an optional column, if that is there and has any text.
  fileprivate func cell(_ column: Int?) -> CSVCell? {
    column.flatMap { isEmpty($0) ? nil : self[$0] }
  }
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
