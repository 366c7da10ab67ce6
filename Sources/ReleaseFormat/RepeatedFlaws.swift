import Diagnostics
import SourceSyntax

/// Makes one finding of those about a statement's cells that break one rule in the same way, once for each column or
/// each row, whichever are fewer: a file that a spreadsheet of another country has written is wrong in every cell.
///
/// Two in a row stay as they are, for each names what to write.
func mergeRepeatedFlaws(_ table: CSVTable, _ columns: StatementColumns, _ findings: inout Findings) {
  let all = findings.diagnostics
  guard all.count(where: { isFlawOfCells($0.code) }) >= leastRepeated else { return }
  var cells: [SourceRange: FlawedCell] = [:]
  for (row, cell) in table.rows.enumerated() {
    for (column, period) in columns.periods.enumerated() where !cell.isEmpty(period.index) {
      cells[cell.range(of: period.index)] = FlawedCell(row: row, column: column)
    }
  }
  var alike: [Flaw: [(place: Int, cell: FlawedCell)]] = [:]
  for (place, finding) in all.enumerated() {
    guard let flaw = Flaw(finding), let cell = finding.place?.range.flatMap({ cells[$0] }) else { continue }
    alike[flaw, default: []].append((place, cell))
  }
  var dropped: Set<Int> = []
  for found in alike.values where found.count >= leastRepeated {
    let (rows, across) = (Set(found.map(\.cell.row)), Set(found.map(\.cell.column)))
    let isByRow = rows.count < across.count
    for line in Dictionary(grouping: found, by: { isByRow ? $0.cell.row : $0.cell.column }).values
    where line.count >= leastRepeated {
      let others = line.dropFirst()
      let whose = isByRow ? "row" : "column"
      findings.diagnostics[line[0].place].notes.append(
        "the same holds for \(others.count) more of the \(whose)'s figures"
          + (isByRow ? "" : ", down to line \(lastLine(others.map { all[$0.place] }))"))
      dropped.formUnion(others.map(\.place))
    }
  }
  if dropped.isEmpty { return }
  findings.diagnostics = findings.diagnostics.enumerated().filter { !dropped.contains($0.offset) }.map(
    \.element)
}

/// So many cells that break a rule in the same way have one cause.
private let leastRepeated = 3

private struct FlawedCell: Hashable {
  var row: Int
  var column: Int
}

/// What is wrong with a cell, whatever it says.
private struct Flaw: Hashable {
  var code: DiagnosticCode
  var severity: Diagnostic.Severity
  /// The message and hints without what they quote of the cell.
  var rule: String

  init?(_ finding: Diagnostic) {
    guard isFlawOfCells(finding.code) else { return nil }
    code = finding.code
    severity = finding.severity
    // The ways to break the rule of grouping have one cause: the decimals and thousands of another country.
    if code == .badGrouping, !finding.hints.isEmpty || finding.message.contains("full stop") {
      rule = ""
      return
    }
    let parts = finding.message.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    // What to do differs from cell to cell only in the figure that it names.
    rule = String(parts.last ?? "") + finding.hints.joined().filter { !$0.isNumber && !",.-".contains($0) }
  }
}

private func isFlawOfCells(_ code: DiagnosticCode) -> Bool {
  [.badCell, .badGrouping, .unitDoesNotFit, .percentageWithoutSign].contains(code)
}

private func lastLine(_ findings: [Diagnostic]) -> Int {
  findings.compactMap { $0.place?.range.map { Int($0.start.line) } }.max() ?? 0
}
