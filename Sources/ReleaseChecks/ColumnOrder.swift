import CivilTime
import Diagnostics
import ReleaseModel

extension DiagnosticCode {
  static let mixedOrder = DiagnosticCode(
    "V604", "mixed-order-of-columns",
    rule: "The statements of a release order their periods in one way.",
    explanation: """
      Readers compare columns by their place. Newest first and oldest first are both fine, and the last year's end, or \
      the quarter before, may stand beside the current period and the year before. Both orders in one release are \
      most often two headings swapped.
      """)
}

/// V604: newest first or oldest first, but not both.
let checkColumnOrder: Rule = { checked in
  let statements = checked.release.statements
  guard statements.contains(where: { $0.columns.count > 1 }) else { return nil }
  let pairs = statements.map { orderedPairs($0.columns, checked.fiscal) }
  let orders = zip(statements, pairs).map { statement, pairs in
    pairs.map { isNewestFirst($0, statement.columns) }
  }
  let usual = usualOrder(orders)
  var findings: [Finding] = []
  for (index, statement) in statements.enumerated() {
    guard let odd = orders[index].firstIndex(of: !usual) else { continue }
    let place = { Subject.column(release: checked.index, statement: index, column: $0) }
    let pair = pairs[index][odd]
    let example = orders[index].firstIndex(of: usual).map { pairs[index][$0] }
    findings.append(
      Finding(
        .mixedOrder,
        """
        \(checked.fiscal.spelling(of: statement.columns[pair.before])) stands before \
        \(checked.fiscal.spelling(of: statement.columns[pair.after])), while other columns have the \
        \(usual ? "newest" : "oldest") first
        """,
        at: place(pair.after), severity: example == nil ? .warning : .error,
        label: "the \(usual ? "newer" : "older") of the two",
        related: [.init(place(pair.before), "the other of the two")]
          + (example.map {
            [.init(place($0.before), "stands the other way round"), .init(place($0.after), "to this")]
          } ?? []),
        hints: [
          "check whether two headings are swapped",
          "where the release prints them so, waive the check: allow: [V604: \"...\"]",
        ]))
  }
  return findings
}

/// Whether a release has its newest columns first: as most of its pairs have them, and where these are even, as its first
/// statement has them that knows one order only. Most releases have the newest first.
private func usualOrder(_ orders: [[Bool]]) -> Bool {
  let newest = orders.joined().count { $0 }
  let oldest = orders.joined().count { !$0 }
  if newest != oldest { return newest > oldest }
  return orders.lazy.filter { Set($0).count == 1 }.first?.first ?? true
}

private struct ColumnPair: Hashable {
  var before: Int
  var after: Int
}

private func isNewestFirst(_ pair: ColumnPair, _ columns: [Period]) -> Bool {
  columns[pair.before].end > columns[pair.after].end
}

/// The pairs of columns that tell in which order a statement has its periods: of spans of one length each with its next.
private func orderedPairs(_ columns: [Period], _ fiscal: FiscalCalendar) -> [ColumnPair] {
  var groups: [[Int]] = []
  for column in columns.indices.prefix(32) {
    let group = groups.firstIndex { isOfOneKind(columns[$0[0]], columns[column], fiscal) }
    if let group { groups[group].append(column) } else { groups.append([column]) }
  }
  return groups.flatMap { group -> [ColumnPair] in
    let all = neighbours(group)
    guard Set(all.map { isNewestFirst($0, columns) }).count > 1,
      let runs = yearlyRuns(group, columns)
    else { return all }
    return runs.flatMap(neighbours)
  }
}

private func neighbours(_ columns: [Int]) -> [ColumnPair] {
  zip(columns, columns.dropFirst()).map { ColumnPair(before: $0, after: $1) }
}

/// Whether spans are of one length. The last twelve months stand where they like beside full years.
private func isOfOneKind(_ a: Period, _ b: Period, _ fiscal: FiscalCalendar) -> Bool {
  guard abs(a.days - b.days) <= 10 else { return false }
  return a.days < 350 || fiscal.hasYearEnd(near: a.end) == fiscal.hasYearEnd(near: b.end)
}

/// The current period and the same one of years before, and beside them the last year's end, or the period before, with
/// its own; `nil` for columns that stand otherwise.
///
/// Nobody reads the two as one row of times: 2024-06-30, 2023-06-30, 2023-12-31 is how interim reports print their
/// balance sheets.
private func yearlyRuns(_ group: [Int], _ columns: [Period]) -> [[Int]]? {
  var runs: [[Int]] = []
  for column in group {
    if let last = runs.last?.last, areWholeYearsApart(columns[last], columns[column]) {
      runs[runs.count - 1].append(column)
    } else {
      runs.append([column])
    }
  }
  guard runs.count == 2, !areWholeYearsApart(columns[runs[0][0]], columns[runs[1][0]]),
    let newest = group.max(by: { columns[$0].end < columns[$1].end })
  else { return nil }
  // What comes beside the current columns follows them; or all is turned round, and the newest one is the last.
  let isCurrentFirst = runs[0].count > 1 && runs[0].contains(newest)
  let isTurned = runs[1].count > 1 && runs[1].last == newest
  return isCurrentFirst || isTurned ? runs : nil
}

private func areWholeYearsApart(_ a: Period, _ b: Period) -> Bool {
  let days = abs(a.end.days(since: b.end))
  let rest = days % 365
  return days > 300 && (rest <= 10 || rest >= 355)
}
