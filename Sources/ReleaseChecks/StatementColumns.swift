import CivilTime
import Diagnostics
import ExactNumbers
import ReleaseModel

extension DiagnosticCode {
  static let statementWithoutPeriod = DiagnosticCode(
    "V602", "statement-without-the-period",
    rule: "A statement of an earnings release has a column that ends with the release's period.",
    explanation: """
      Either `period` of release.yaml or the headings of the statement are of another quarter. A release without \
      statements has a figure for its period.
      """)
  static let notComparative = DiagnosticCode(
    "V603", "not-a-comparative",
    rule: """
      A comparative column is the same span a year earlier; a balance sheet's is the last fiscal year's end or the \
      same day a year earlier.
      """,
    explanation: """
      Rows of quarters or of years without a gap are fine too. A heading that fits none of this is most often a slip \
      in the year or the quarter.
      """)
  static let mixedOrder = DiagnosticCode(
    "V604", "mixed-order-of-columns",
    rule: "The statements of a release order their periods in one way.",
    explanation: """
      Readers compare columns by their place. Newest first and oldest first are both fine; both in one release are \
      most often two headings swapped.
      """)
  static let copiedColumn = DiagnosticCode(
    "V605", "copied-column",
    rule: "Two periods of a statement do not have the same figures throughout.",
    explanation: "A comparative that repeats the current column was not replaced when the file was copied.")
}

/// V602 and V603: the periods at the head of a statement belong to the release and to each other.
let checkStatementPeriods: Rule = { checked in
  guard let period = checked.release.period, checked.release.kind == .earnings else { return nil }
  var findings: [Finding] = []
  // A single figure may be a correction of an earlier one.
  let told = checked.release.figures.map(\.period)
  if checked.release.statements.isEmpty, told.count > 1, let first = told.first,
    !told.contains(where: { $0.end == period.end })
  {
    findings.append(
      Finding(
        .statementWithoutPeriod,
        "no figure is for a period that ends on \(period.end), the end of the release's period",
        at: .key(release: checked.index, path: "period"),
        label:
          "\(checked.fiscal.spelling(of: period)), but the first figure is for \(checked.fiscal.spelling(of: first))",
        related: [.init(.figure(release: checked.index, index: 0), "the first figure")],
        hints: ["correct `period` or the figures"]))
  }
  for (index, statement) in checked.release.statements.enumerated() {
    let columns = statement.columns
    guard let first = columns.first else { continue }
    let place = { (column: Int) in
      Subject.column(release: checked.index, statement: index, column: column)
    }
    guard columns.contains(where: { $0.end == period.end }) else {
      findings.append(
        Finding(
          .statementWithoutPeriod,
          "no column of '\(statement.title)' ends on \(period.end), the end of the release's period",
          at: place(0),
          label: "\(checked.fiscal.spelling(of: first)) is not \(checked.fiscal.spelling(of: period))",
          related: [.init(.key(release: checked.index, path: "period"), "the release's period")],
          hints: ["correct `period` or the headings"]))
      continue
    }
    for (column, heading) in columns.enumerated()
    where !isExpected(heading, beside: columns, of: period, checked.fiscal) {
      findings.append(
        Finding(
          .notComparative,
          "\(checked.fiscal.spelling(of: heading)) is no comparative of the other columns", at: place(column),
          label: comparative(like: heading, beside: columns, of: period, checked.fiscal).map {
            "expected \($0)"
          },
          notes: ["the other columns are \(others(columns, than: column, checked.fiscal))"]))
    }
  }
  return findings
}

/// V604: newest first or oldest first, but not both.
let checkColumnOrder: Rule = { checked in
  guard checked.release.statements.contains(where: { $0.columns.count > 1 }) else { return nil }
  // The first statement that orders its columns in one way sets the example for the others.
  var usual: Bool?
  var findings: [Finding] = []
  for (index, statement) in checked.release.statements.enumerated() {
    let place = { Subject.column(release: checked.index, statement: index, column: $0) }
    let pairs = neighbouringSpans(statement.columns)
    guard let first = pairs.first else { continue }
    let own = isNewestFirst(first, statement.columns)
    let odd = pairs.first { isNewestFirst($0, statement.columns) != (usual ?? own) }
    let isMixed = pairs.contains { isNewestFirst($0, statement.columns) != own }
    if !isMixed, usual == nil { usual = own }
    guard isMixed || odd != nil, let pair = odd else { continue }
    let (before, after) = (statement.columns[pair.before], statement.columns[pair.after])
    let order = usual ?? own
    findings.append(
      Finding(
        .mixedOrder,
        """
        \(checked.fiscal.spelling(of: before)) stands before \(checked.fiscal.spelling(of: after)), while other \
        columns have the \(order ? "newest" : "oldest") first
        """,
        at: place(pair.after), severity: isMixed ? .error : .warning,
        label: "the \(order ? "newer" : "older") of the two",
        related: [.init(place(pair.before), "the other of the two")]
          + (isMixed && pair != first
            ? [
              .init(place(first.before), "stands the other way round"), .init(place(first.after), "to this"),
            ] : []),
        hints: ["check whether two headings are swapped"]))
  }
  return findings
}

/// Columns of spans of one length, each with the next of its kind.
private func neighbouringSpans(_ columns: [Period]) -> [ColumnPair] {
  columns.indices.prefix(32).compactMap { after in
    columns[..<after].lastIndex { abs($0.days - columns[after].days) <= 10 }
      .map { ColumnPair(before: $0, after: after) }
  }
}

private struct ColumnPair: Hashable {
  var before: Int
  var after: Int
}

private func isNewestFirst(_ pair: ColumnPair, _ columns: [Period]) -> Bool {
  columns[pair.before].end > columns[pair.after].end
}

/// V605: columns of different periods that agree in every figure.
let checkCopiedColumns: Rule = { checked in
  guard checked.release.statements.contains(where: { $0.columns.count > 1 }) else { return nil }
  var findings: [Finding] = []
  for (index, statement) in checked.release.statements.enumerated() {
    for column in statement.columns.indices.prefix(32) {
      let heading = statement.columns[column]
      let copied = statement.columns.indices.prefix(column).first { other in
        statement.columns[other].isInstant == heading.isInstant && isCopy(column, of: other, statement)
      }
      guard let copied else { continue }
      let spelled = [column, copied].map { checked.fiscal.spelling(of: statement.columns[$0]) }
      findings.append(
        Finding(
          .copiedColumn, "the column \(spelled[0]) repeats every figure of \(spelled[1])",
          at: .column(release: checked.index, statement: index, column: column),
          related: [
            .init(.column(release: checked.index, statement: index, column: copied), "the same figures")
          ], hints: ["enter the figures of the other period"]))
    }
  }
  return findings
}

/// Whether three figures or more, and all that are there, are the same.
private func isCopy(_ column: Int, of other: Int, _ statement: Statement) -> Bool {
  var same = 0
  for row in statement.rows where row.cells.indices.contains(column) && row.cells.indices.contains(other) {
    guard let a = row.cells[column].amount, let b = row.cells[other].amount else {
      if row.cells[column] == row.cells[other] { continue }
      return false
    }
    if a != b { return false }
    if !a.isZero { same += 1 }
  }
  return same >= 3
}

/// Whether a heading is current, a year before another, or the quarter before another.
private func isExpected(
  _ heading: Period, beside columns: [Period], of period: Period, _ fiscal: FiscalCalendar
) -> Bool {
  if heading.end == period.end { return true }
  return columns.contains { other in
    guard other != heading, other.isInstant == heading.isInstant, heading.end < other.end else {
      return false
    }
    if fiscal.yearEarlier(other) == heading { return true }
    let apart = other.end.days(since: heading.end)
    if heading.isInstant {
      // The last fiscal year's end, the quarter before, or a year of whole weeks.
      return heading.end == fiscal.lastYearEnd(before: other.end) || (84...98).contains(apart)
        || (358...372).contains(apart)
    }
    guard abs(heading.days - other.days) <= 10 else { return false }
    return (358...372).contains(apart) || ((84...98).contains(apart) && heading.days < 100)
  }
}

/// The comparative that a heading was most likely meant to be: the year before a current column, or before the
/// release's period; `nil` where it is that already.
private func comparative(
  like heading: Period, beside columns: [Period], of period: Period, _ fiscal: FiscalCalendar
) -> String? {
  if heading.isInstant {
    return fiscal.lastYearEnd(before: period.end).flatMap { $0 == heading.end ? nil : $0.description }
  }
  let current = columns.first { !$0.isInstant && $0.end == period.end } ?? period
  return fiscal.yearEarlier(current).flatMap { $0 == heading ? nil : fiscal.spelling(of: $0) }
}

private func others(_ columns: [Period], than column: Int, _ fiscal: FiscalCalendar) -> String {
  columns.indices.filter { $0 != column }.prefix(8).map { fiscal.spelling(of: columns[$0]) }
    .joined(separator: ", ")
}

extension FiscalCalendar {
  /// The end of the last fiscal year that ended before a day.
  fileprivate func lastYearEnd(before day: Day) -> Day? {
    period(year(of: day) - 1, .year)?.end
  }
}
