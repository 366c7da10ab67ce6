import ExactNumbers
import Markup
import ReleaseModel

/// Appends a statement as a table: a caption with its units, spanning heads over years, a row for each
/// concept, an anchor for each figure.
///
/// Classes: `figures` the table, `heading` a heading's row, `indent-1` to `indent-3`, `subtotal` and `total`
/// rows under a rule, `apart` a row that stands off, `neg` negative figures, `absent` what is not reported,
/// `dash` what is reported as nil, `visually-hidden` what is heard only. The currency's sign is an
/// attribute that the style sheet shows: a cell's text is its figure and nothing else, so that what is copied
/// or read by a program is a number.
func appendStatement(_ index: Int, of view: ReleaseView, _ context: PageContext, to sink: inout ByteSink) {
  let catalog = context.archive.catalog
  let statement = view.release.statements[index]
  let caption = captionAnchor(index, view.release)
  let table = StatementLayout(
    columns: StatementColumns(statement, view.fiscal),
    sparklines: StatementSparklines(statement, view, context))
  // Two columns fit beside their labels in the column of text.
  sink.raw(table.width <= 2 ? "<div class=\"body statement\">\n" : "<div class=\"wide statement\">\n")
  beginScroller(labelledBy: caption, &sink)
  sink.markup("<table class=\"figures\">\n<caption id=\"")
  sink.text(caption)
  sink.markup("\"><span class=\"caption-title\">")
  sink.text(statement.title)
  sink.markup("</span> <span class=\"caption-note\">")
  sink.text(statement.unitsLine(catalog))
  sink.markup("</span></caption>\n")
  appendHeads(table, &sink)
  appendRows(index, table, view, catalog, &sink)
  sink.markup("</table>\n</div>\n")
  appendNotes(index, view, &sink)
  if statement.hasMeaninglessChange(table.columns, catalog) { appendMeaninglessNote(&sink) }
  writeTableDownloads(statement.name, subject: statement.title, context.archive.site, into: &sink)
  sink.markup("</div>\n")
}

/// Appends what `n/m` means under a table.
func appendMeaninglessNote(_ sink: inout ByteSink) {
  sink.markup("<p class=\"table-note\">n/m: ")
  sink.text(meaninglessNote)
  sink.markup(".</p>\n")
}

/// The columns of a statement's table.
private struct StatementLayout {
  var columns: StatementColumns
  var sparklines: StatementSparklines?

  /// How many columns stand beside the labels.
  var width: Int { columns.heads.count + (sparklines == nil ? 0 : 1) }
}

/// The `id` of a statement's caption.
private func captionAnchor(_ index: Int, _ release: Release) -> String { "statement-\(index + 1)-caption" }

/// A region that scrolls sideways, reachable by keyboard.
func beginScroller(labelledBy caption: String, _ sink: inout ByteSink) {
  sink.markup("<div class=\"scroller\" role=\"region\" aria-labelledby=\"")
  sink.text(caption)
  sink.markup("\" tabindex=\"0\">\n")
}

private func appendHeads(_ table: StatementLayout, _ sink: inout ByteSink) {
  let columns = table.columns
  sink.markup("<colgroup><col class=\"col-label\"></colgroup>")
  for span in columns.spans {
    sink.markup("<colgroup span=\"")
    sink.decimal(span.heads.count)
    sink.markup("\"></colgroup>")
  }
  if table.sparklines != nil { sink.markup("<colgroup><col></colgroup>") }
  sink.markup("\n<thead>\n<tr>")
  sink.raw(columns.hasTitles ? "<td rowspan=\"2\"></td>" : "<td></td>")
  for span in columns.spans {
    if let title = span.title {
      sink.markup("<th scope=\"colgroup\" colspan=\"")
      sink.decimal(span.heads.count)
      sink.markup("\" class=\"span\">")
      sink.text(title)
      sink.markup("</th>")
    } else {
      appendHead(span.heads[0], rows: columns.hasTitles ? 2 : 1, &sink)
    }
  }
  if let sparklines = table.sparklines {
    sink.raw("<th scope=\"col\" class=\"col-spark\"\(columns.hasTitles ? " rowspan=\"2\"" : "")>")
    sink.text(sparklines.title)
    sink.markup("</th>")
  }
  sink.markup("</tr>\n")
  if columns.hasTitles {
    sink.markup("<tr>")
    for span in columns.spans where span.title != nil {
      for head in span.heads { appendHead(head, rows: 1, &sink) }
    }
    sink.markup("</tr>\n")
  }
  sink.markup("</thead>\n")
}

private func appendHead(_ head: StatementColumns.Head, rows: Int, _ sink: inout ByteSink) {
  sink.markup("<th scope=\"col\"")
  if rows > 1 { sink.markup(" rowspan=\"2\"") }
  if case .change = head.content { sink.markup(" class=\"change\"") }
  sink.markup(">")
  sink.text(head.text)
  sink.markup("</th>")
}

private func appendRows(
  _ index: Int, _ table: StatementLayout, _ view: ReleaseView, _ catalog: ConceptCatalog,
  _ sink: inout ByteSink
) {
  let statement = view.release.statements[index]
  let notes = StatementNotes(statement)
  sink.markup("<tbody>\n")
  for (number, row) in statement.rows.enumerated() {
    if row.isHeading, number > 0 { sink.markup("</tbody>\n<tbody>\n") }
    appendRowStart(rowClasses(statement, number, catalog), &sink)
    if row.isHeading {
      sink.markup("<th scope=\"rowgroup\" colspan=\"")
      sink.decimal(table.width + 1)
      sink.markup("\">")
    } else {
      sink.markup("<th scope=\"row\">")
    }
    sink.text(row.label)
    if let note = row.note { appendNoteMark(notes.number(of: note), index, &sink) }
    sink.markup("</th>")
    if let concept = row.concept {
      let sign = statement.showsCurrency(row: number, catalog) ? currencySign(statement.currency) : ""
      for head in table.columns.heads {
        switch head.content {
        case .figures(let column):
          let place = Fact.Place.statement(index: index, row: number, column: column)
          let anchor = view.cellAnchor(concept, statement.columns[column], at: place, catalog)
          appendCell(row.cells[column], catalog[concept].kind, anchor: anchor, sign: sign, &sink)
        case .change(let change, let newer, let older):
          let text = changeText(
            change, from: row.cells[older], to: row.cells[newer], catalog[concept].kind)
          let place = Fact.Place.statement(index: index, row: number, column: newer)
          let anchor = view.cellAnchor(concept, statement.columns[newer], at: place, catalog)
          appendChange(text, anchor: "\(anchor)-\(change == .percent ? "growth" : "change")", &sink)
        }
      }
      table.sparklines?.appendCell(row, concept, to: &sink)
    }
    sink.markup("</tr>\n")
  }
  sink.markup("</tbody>\n")
}

private func appendChange(_ change: ChangeText, anchor: String, _ sink: inout ByteSink) {
  if change == .none {
    sink.markup("<td class=\"change\"></td>")
    return
  }
  sink.markup("<td id=\"")
  sink.text(anchor)
  sink.markup("\" class=\"change")
  switch change {
  case .none: break
  case .meaningless: sink.markup("\"><abbr title=\"not meaningful\">n/m</abbr>")
  case .text(let text, let isNegative):
    // Parentheses hang and are heard as minus; a minus sign of its own is both already.
    let isInParentheses = text.hasPrefix("(")
    sink.raw(isInParentheses ? " neg\">" : "\">")
    if isNegative, isInParentheses { sink.markup("<span class=\"visually-hidden\">minus </span>") }
    sink.text(text)
  }
  sink.markup("</td>")
}

private func rowClasses(_ statement: Statement, _ number: Int, _ catalog: ConceptCatalog) -> [String] {
  let row = statement.rows[number]
  var classes: [String] = []
  if row.isHeading { classes.append("heading") }
  if row.level > 0 { classes.append("indent-\(min(row.level, 3))") }
  if row.role != .item { classes.append(row.role.rawValue) }
  if statement.standsApart(row: number, catalog) { classes.append("apart") }
  return classes
}

private func appendRowStart(_ classes: [String], _ sink: inout ByteSink) {
  sink.markup("<tr")
  if !classes.isEmpty {
    sink.markup(" class=\"")
    sink.raw(classes.joined(separator: " "))
    sink.markup("\"")
  }
  sink.markup(">")
}

private func appendCell(
  _ cell: Cell, _ kind: Concept.Kind, anchor: String, sign: String, _ sink: inout ByteSink
) {
  switch cell {
  case .absent:
    sink.markup("<td id=\"")
    sink.text(anchor)
    sink.markup("\" class=\"absent\"><span class=\"visually-hidden\">not reported</span></td>")
  case .dash:
    sink.markup("<td id=\"")
    sink.text(anchor)
    sink.markup("\" class=\"dash\"><span aria-hidden=\"true\">—</span>")
    sink.markup("<span class=\"visually-hidden\">nil</span></td>")
  case .figure(let printed, _):
    sink.markup("<td id=\"")
    sink.text(anchor)
    sink.markup("\"")
    if !sign.isEmpty {
      sink.markup(" data-currency=\"")
      sink.text(sign)
      sink.markup("\"")
    }
    sink.raw(printed.isNegative ? " class=\"neg\">" : ">")
    if printed.isNegative { sink.markup("<span class=\"visually-hidden\">minus </span>") }
    sink.text(printedText(cell, kind: kind) ?? "")
    sink.markup("</td>")
  }
}

private func appendNoteMark(_ number: Int, _ statement: Int, _ sink: inout ByteSink) {
  sink.raw("<sup class=\"mark\"><a href=\"#statement-\(statement + 1)-note-\(number)\">\(number)</a></sup>")
}

private func appendNotes(_ index: Int, _ view: ReleaseView, _ sink: inout ByteSink) {
  let notes = StatementNotes(view.release.statements[index]).texts
  guard !notes.isEmpty else { return }
  sink.markup("<ol class=\"table-notes\">\n")
  for (number, note) in notes.enumerated() {
    sink.raw("<li id=\"statement-\(index + 1)-note-\(number + 1)\">")
    sink.text(note)
    sink.markup("</li>\n")
  }
  sink.markup("</ol>\n")
}

/// The notes under a statement, in the order of their rows; rows with the same note share its number.
struct StatementNotes {
  var texts: [String] = []

  init(_ statement: Statement) {
    for note in statement.rows.compactMap(\.note) where !texts.contains(note) { texts.append(note) }
  }

  /// From 1.
  func number(of note: String) -> Int { (texts.firstIndex(of: note) ?? 0) + 1 }
}

extension ReleaseView {
  /// The anchor of a figure where it is told first on the page; `nil` where it is told again.
  func anchor(_ concept: ConceptID, _ period: Period, at place: Fact.Place, _ catalog: ConceptCatalog)
    -> String?
  {
    guard figures[concept, period]?.place == place else { return nil }
    return figureAnchor(catalog[concept], period, fiscal)
  }

  /// The anchor of a cell of a statement: that of its figure where the page tells it first, which blank cells
  /// have too, and one that ends with the statement's name where it is told again.
  func cellAnchor(
    _ concept: ConceptID, _ period: Period, at place: Fact.Place, _ catalog: ConceptCatalog
  ) -> String {
    let anchor = figureAnchor(catalog[concept], period, fiscal)
    guard case .statement(let index, _, _) = place else { return anchor }
    if let first = figures[concept, period] {
      return first.place == place ? anchor : "\(anchor)-in-\(release.statements[index].name)"
    }
    let isTaken = release.statements[..<index].contains { earlier in
      earlier.columns.contains(period) && earlier.rows.contains { $0.concept == concept }
    }
    return isTaken ? "\(anchor)-in-\(release.statements[index].name)" : anchor
  }
}
