import Markup
import ReleaseModel

/// How tables say that figures cannot be compared: `n/c` in place of the change, and the reason under the table.
extension ResultComparison.Row {
  /// Finds out which of the earlier figures stand on another basis.
  mutating func findPartings(_ view: ReleaseView, _ context: PageContext) {
    guard let company = view.companyNumber else { return }
    let isOfShares = kind == .perShare || kind == .shares
    guard isOfShares || !context.archive.companies[company].breaks.isEmpty else { return }
    let facts = ChartFacts(view, context)
    partingOfYear = yearBefore.flatMap { facts.parting(concept, $0.fact.period, current.fact.period) }
    partingOfQuarter = quarterBefore.flatMap { facts.parting(concept, $0.fact.period, current.fact.period) }
    // The release of a split tells the year before on the new count, and seldom the quarter before.
    if isOfShares, partingOfQuarter == nil, let yearBefore, yearBefore.release == view.number,
      let quarterBefore, quarterBefore.release != view.number,
      let recount = facts.recount(concept, yearBefore.fact.period),
      !facts.isOnCount(of: recount, concept, quarterBefore.release)
    {
      partingOfQuarter =
        "\(view.fiscal.shortWords(yearBefore.fact.period)) restated by a whole ratio, as after a split of shares, and \(view.fiscal.shortWords(quarterBefore.fact.period)) not restated."
    }
  }
}

/// Which changes of a statement lead from one basis to another.
struct StatementPartings: Sendable {
  private var facts: ChartFacts?
  private var columns: [Period]
  /// Why, each reason once.
  private(set) var notes: [String] = []

  init(_ statement: Statement, _ columns: StatementColumns, _ view: ReleaseView, _ context: PageContext) {
    self.columns = statement.columns
    guard !statement.changes.isEmpty, let company = view.companyNumber,
      !context.archive.companies[company].breaks.isEmpty
    else { return }
    let facts = ChartFacts(view, context)
    self.facts = facts
    for row in statement.rows {
      guard let concept = row.concept else { continue }
      for head in columns.heads {
        guard case .change(_, let newer, let older) = head.content, row.cells[newer].amount != nil,
          row.cells[older].amount != nil,
          let note = facts.parting(concept, statement.columns[older], statement.columns[newer]),
          !notes.contains(note)
        else { continue }
        notes.append(note)
      }
    }
  }

  /// A change between two columns, or that there is none to tell.
  func change(_ concept: ConceptID, _ older: Int, _ newer: Int, _ change: ChangeText) -> ChangeText {
    guard !notes.isEmpty, change != .none, let facts,
      facts.parting(concept, columns[older], columns[newer]) != nil
    else { return change }
    return .incomparable
  }
}

/// The reasons that some of a table's figures cannot be compared, in their order.
func eachOnce(_ reasons: some Sequence<String?>) -> [String] {
  var found: [String] = []
  for case let reason? in reasons where !found.contains(reason) { found.append(reason) }
  return found
}

/// Appends a change as words of a cell.
func appendWords(of change: ChangeText, _ sink: inout ByteSink) {
  switch change {
  case .meaningless: sink.markup("<abbr title=\"not meaningful\">n/m</abbr>")
  case .incomparable: sink.markup("<abbr title=\"not comparable\">n/c</abbr>")
  case .none, .little, .percent, .points, .amount: sink.change(change)
  }
}

/// Appends why changes are `n/c` under a table.
func appendPartings(_ partings: [String], _ sink: inout ByteSink) {
  guard !partings.isEmpty else { return }
  sink.markup("<p class=\"table-note\">n/c: ")
  sink.text(partingsNote(partings))
  sink.markup("</p>\n")
}

/// Appends the same as Markdown.
func appendPartingsMarkdown(_ partings: [String], _ sink: inout ByteSink) {
  guard !partings.isEmpty else { return }
  sink.markup("\nn/c: ")
  sink.markdown(partingsNote(partings))
  sink.markup("\n")
}

/// Appends what the rules between a table's small bars mean.
func appendBasisNotes(_ notes: [String], _ sink: inout ByteSink) {
  for note in notes {
    sink.markup("<p class=\"table-note\">")
    sink.text(note)
    sink.markup("</p>\n")
  }
}

private func partingsNote(_ partings: [String]) -> String {
  (["not comparable."] + partings).joined(separator: " ")
}
