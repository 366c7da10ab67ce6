import Markup
import ReleaseModel

/// Appends a statement as a GFM table: the same figures in the same order, right-aligned.
func appendStatementMarkdown(
  _ statement: Statement, of view: ReleaseView, _ context: PageContext, to sink: inout ByteSink
) {
  let catalog = context.archive.catalog
  sink.markup("**")
  sink.markdown(statement.title)
  sink.markup("**  \n")
  sink.markdown(statement.unitsLine(catalog))
  sink.markup("\n\n")
  let columns = StatementColumns(statement, view.fiscal)
  let partings = StatementPartings(statement, columns, view, context)
  let heads = columns.fullHeads
  var rows: [[String]] = []
  for (number, row) in statement.rows.enumerated() {
    guard let concept = row.concept else {
      rows.append([row.label] + heads.map { _ in "" })
      continue
    }
    let minor = statement.minorUnit(row: number)
    let sign = statement.showsCurrency(row: number, catalog) ? currencySign(statement.currency) : ""
    rows.append(
      [row.label]
        + columns.heads.map { head in
          switch head.content {
          case .change(let change, let newer, let older):
            return partings.change(
              concept, older, newer,
              changeText(
                change, from: row.cells[older], to: row.cells[newer], catalog.kind(of: concept),
                power: statement.scale.power, in: minor)
            ).shown
          case .figures(let column):
            let cell = row.printed(row.cells[column])
            switch cell {
            case .absent: return ""
            case .dash: return "—"
            case .figure:
              return sign + (printedText(cell, kind: catalog.kind(of: concept), in: minor) ?? "")
            }
          }
        })
  }
  let emphasized = Set(
    statement.rows.indices.filter { statement.rows[$0].isHeading || statement.rows[$0].role == .total })
  appendTableMarkdown(heads: heads, rows: rows, emphasized: emphasized, to: &sink)
  if statement.hasMeaninglessChange(columns, partings, catalog) {
    sink.markup("\nn/m: ")
    sink.markdown(meaninglessNote)
    sink.markup(".\n")
  }
  if statement.hasNegatedChange(columns, partings, catalog) {
    sink.markup("\n")
    sink.markdown(negatedChangeNote)
    sink.markup("\n")
  }
  appendPartingsMarkdown(partings.notes, &sink)
  let notes = statement.rows.filter { $0.note != nil }
  for row in notes {
    sink.markup("\n")
    sink.markdown("\(row.label): \(row.note ?? "")")
    sink.markup("\n")
  }
}

/// Appends a GFM table whose first column holds labels.
///
/// - Parameters:
///   - figures: how many of the columns after the labels hold figures, which stand at the right; all of
///     them unless given.
///   - emphasized: the rows whose label is printed in bold type.
func appendTableMarkdown(
  heads: [String], rows: [[String]], figures: Int = .max, emphasized: Set<Int> = [],
  to sink: inout ByteSink
) {
  sink.markup("|  |")
  for head in heads {
    sink.markup(" ")
    sink.markdown(head)
    sink.markup(" |")
  }
  sink.markup("\n|:--|")
  for column in heads.indices { sink.raw(column < figures ? "--:|" : ":--|") }
  sink.markup("\n")
  for (number, row) in rows.enumerated() {
    sink.markup("|")
    for (column, cell) in row.enumerated() {
      sink.markup(" ")
      let isBold = column == 0 && emphasized.contains(number) && !cell.isEmpty
      if isBold { sink.markup("**") }
      sink.markdown(cell)
      if isBold { sink.markup("**") }
      sink.markup(" |")
    }
    sink.markup("\n")
  }
}
