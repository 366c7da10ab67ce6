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
      Rows of quarters, halves or years without a gap are fine too, and so is the last full year beside an interim \
      period and its comparative. A heading that fits none of this is most often a slip in the year or the quarter.
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
      let expected = comparative(like: heading, beside: columns, of: period, checked.fiscal)
      findings.append(
        Finding(
          .notComparative,
          "\(checked.fiscal.spelling(of: heading)) is no comparative of the other columns", at: place(column),
          label: expected.map { "expected \($0)" },
          notes: ["the other columns are \(others(columns, than: column, checked.fiscal))"],
          hints: [
            expected.map { "correct the heading: \($0)" } ?? "correct the heading",
            "where the release prints this column, waive the check: allow: [V603: \"...\"]",
          ]))
    }
  }
  return findings
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

/// Whether a heading is current, a year before another, the span before another, or the last full year.
private func isExpected(
  _ heading: Period, beside columns: [Period], of period: Period, _ fiscal: FiscalCalendar
) -> Bool {
  if heading.end == period.end { return true }
  return isLastYear(heading, beside: columns, of: period, fiscal)
    || columns.contains { other in
      guard other != heading, other.isInstant == heading.isInstant, heading.end < other.end else {
        return false
      }
      if isYear(heading, before: other, fiscal) { return true }
      let apart = other.end.days(since: heading.end)
      if heading.isInstant {
        // The last fiscal year's end, or the quarter before.
        return heading.end == fiscal.lastYearEnd(before: other.end) || (84...98).contains(apart)
      }
      return abs(heading.days - other.days) <= 10 && abs(apart - other.days) <= 10 && heading.days < 200
    }
}

/// Whether a heading is the last full year beside an interim period and its comparative, and so needs none of its own.
private func isLastYear(
  _ heading: Period, beside columns: [Period], of period: Period, _ fiscal: FiscalCalendar
) -> Bool {
  guard (350...380).contains(heading.days), !fiscal.hasYearEnd(near: period.end),
    let end = fiscal.lastYearEnd(before: period.end), abs(end.days(since: heading.end)) <= 7
  else { return false }
  return columns.contains { interim in
    !interim.isInstant && interim.end == period.end && interim.days < 350
      && columns.contains { isYear($0, before: interim, fiscal) }
  }
}

/// Whether a period is another a year earlier; a year may be one of whole weeks.
private func isYear(_ period: Period, before other: Period, _ fiscal: FiscalCalendar) -> Bool {
  if fiscal.yearEarlier(other) == period { return true }
  return period.isInstant == other.isInstant && abs(period.days - other.days) <= 10
    && (358...372).contains(other.end.days(since: period.end))
}

/// The comparative that a heading was most likely meant to be: the year before a current column that has none, or before
/// the release's period; `nil` where it is that already.
private func comparative(
  like heading: Period, beside columns: [Period], of period: Period, _ fiscal: FiscalCalendar
) -> String? {
  if heading.isInstant {
    return fiscal.lastYearEnd(before: period.end).flatMap { end in
      columns.contains { $0.isInstant && $0.end == end } ? nil : end.description
    }
  }
  let current = columns.filter { !$0.isInstant && $0.end == period.end }
  return (current.isEmpty ? [period] : current).lazy.compactMap(fiscal.yearEarlier)
    .first { !columns.contains($0) }.map(fiscal.spelling)
}

private func others(_ columns: [Period], than column: Int, _ fiscal: FiscalCalendar) -> String {
  columns.indices.filter { $0 != column }.prefix(8).map { fiscal.spelling(of: columns[$0]) }
    .joined(separator: ", ")
}
