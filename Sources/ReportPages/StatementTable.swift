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
func appendStatement(
  _ index: Int, of view: ReleaseView, _ catalog: ConceptCatalog, to sink: inout ByteSink
) {
  let statement = view.release.statements[index]
  let caption = captionAnchor(index, view.release)
  // Two columns fit beside their labels in the column of text.
  sink.raw(
    statement.columns.count <= 2 ? "<div class=\"body statement\">\n" : "<div class=\"wide statement\">\n")
  beginScroller(labelledBy: caption, &sink)
  sink.markup("<table class=\"figures\">\n<caption id=\"")
  sink.text(caption)
  sink.markup("\"><span class=\"caption-title\">")
  sink.text(statement.title)
  sink.markup("</span> <span class=\"caption-note\">")
  sink.text(statement.unitsLine(catalog))
  sink.markup("</span></caption>\n")
  appendHeads(StatementColumns(statement.columns), &sink)
  appendRows(index, view, catalog, &sink)
  sink.markup("</table>\n</div>\n")
  appendNotes(index, view, &sink)
  sink.markup("</div>\n")
}

/// The `id` of a statement's caption.
private func captionAnchor(_ index: Int, _ release: Release) -> String { "statement-\(index + 1)-caption" }

/// A region that scrolls sideways, reachable by keyboard.
func beginScroller(labelledBy caption: String, _ sink: inout ByteSink) {
  sink.markup("<div class=\"scroller\" role=\"region\" aria-labelledby=\"")
  sink.text(caption)
  sink.markup("\" tabindex=\"0\">\n")
}

private func appendHeads(_ columns: StatementColumns, _ sink: inout ByteSink) {
  sink.markup("<colgroup><col class=\"col-label\"></colgroup>")
  for span in columns.spans {
    sink.markup("<colgroup span=\"")
    sink.decimal(span.heads.count)
    sink.markup("\"></colgroup>")
  }
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
      sink.raw(columns.hasTitles ? "<th scope=\"col\" rowspan=\"2\">" : "<th scope=\"col\">")
      sink.text(span.heads[0])
      sink.markup("</th>")
    }
  }
  sink.markup("</tr>\n")
  if columns.hasTitles {
    sink.markup("<tr>")
    for span in columns.spans where span.title != nil {
      for head in span.heads {
        sink.markup("<th scope=\"col\">")
        sink.text(head)
        sink.markup("</th>")
      }
    }
    sink.markup("</tr>\n")
  }
  sink.markup("</thead>\n")
}

private func appendRows(
  _ index: Int, _ view: ReleaseView, _ catalog: ConceptCatalog, _ sink: inout ByteSink
) {
  let statement = view.release.statements[index]
  let anchors = statement.columns.map { periodAnchor($0, view.fiscal) }
  let sign = currencySign(statement.currency)
  var notes = 0
  sink.markup("<tbody>\n")
  for (number, row) in statement.rows.enumerated() {
    if row.isHeading, number > 0 { sink.markup("</tbody>\n<tbody>\n") }
    appendRowStart(statement, number, catalog, &sink)
    if row.isHeading {
      sink.markup("<th scope=\"rowgroup\" colspan=\"")
      sink.decimal(statement.columns.count + 1)
      sink.markup("\">")
    } else {
      sink.markup("<th scope=\"row\">")
    }
    sink.text(row.label)
    if row.note != nil {
      notes += 1
      appendNoteMark(notes, index, &sink)
    }
    sink.markup("</th>")
    if let concept = row.concept {
      let name = catalog[concept].name
      let kind = catalog.kind(of: concept)
      let showsCurrency = statement.showsCurrency(row: number, catalog)
      for (column, cell) in row.cells.enumerated() {
        let isFirst = view.figures.isFirst(
          concept, statement.columns[column], at: .statement(index: index, row: number, column: column))
        appendCell(
          cell, kind, anchor: isFirst ? (name, anchors[column]) : nil, sign: showsCurrency ? sign : "", &sink)
      }
    }
    sink.markup("</tr>\n")
  }
  sink.markup("</tbody>\n")
}

/// Opens a row with the classes that its place among the others gives it.
private func appendRowStart(
  _ statement: Statement, _ number: Int, _ catalog: ConceptCatalog, _ sink: inout ByteSink
) {
  sink.markup("<tr")
  let bare = sink.count
  sink.markup(" class=\"")
  let first = sink.count
  func add(_ words: StaticString, _ sink: inout ByteSink) {
    if sink.count > first { sink.append(32) }
    sink.markup(words)
  }
  if statement.rows[number].isHeading { add("heading", &sink) }
  let level = statement.rows[number].level
  if level > 0 {
    add("indent-", &sink)
    sink.decimal(Int(min(level, 3)))
  }
  switch statement.rows[number].role {
  case .item: break
  case .subtotal: add("subtotal", &sink)
  case .total: add("total", &sink)
  }
  if statement.standsApart(row: number, catalog) { add("apart", &sink) }
  if sink.count == first { sink.truncate(to: bare) } else { sink.append(UInt8(ascii: "\"")) }
  sink.append(UInt8(ascii: ">"))
}

private func appendCell(
  _ cell: Cell, _ kind: Concept.Kind, anchor: (concept: String, period: String)?, sign: String,
  _ sink: inout ByteSink
) {
  switch cell {
  case .absent:
    sink.markup("<td class=\"absent\"><span class=\"visually-hidden\">not reported</span></td>")
  case .dash:
    sink.markup("<td class=\"dash\"><span aria-hidden=\"true\">—</span>")
    sink.markup("<span class=\"visually-hidden\">nil</span></td>")
  case .figure(let printed, _):
    sink.markup("<td")
    if let anchor {
      sink.markup(" id=\"")
      sink.text(anchor.concept)
      sink.append(UInt8(ascii: "-"))
      sink.text(anchor.period)
      sink.append(UInt8(ascii: "\""))
    }
    if !sign.isEmpty {
      sink.markup(" data-currency=\"")
      sink.text(sign)
      sink.append(UInt8(ascii: "\""))
    }
    if printed.isNegative {
      sink.markup(" class=\"neg\"><span class=\"visually-hidden\">minus </span>")
    } else {
      sink.append(UInt8(ascii: ">"))
    }
    if kind == .ratio {
      sink.text(printedText(cell, kind: kind) ?? "")
    } else {
      printed.withAccounting { sink.append($0) }
    }
    sink.markup("</td>")
  }
}

private func appendNoteMark(_ number: Int, _ statement: Int, _ sink: inout ByteSink) {
  sink.raw("<sup class=\"mark\"><a href=\"#statement-\(statement + 1)-note-\(number)\">\(number)</a></sup>")
}

private func appendNotes(_ index: Int, _ view: ReleaseView, _ sink: inout ByteSink) {
  let notes = view.release.statements[index].rows.compactMap(\.note)
  guard !notes.isEmpty else { return }
  sink.markup("<ol class=\"table-notes\">\n")
  for (number, note) in notes.enumerated() {
    sink.raw("<li id=\"statement-\(index + 1)-note-\(number + 1)\">")
    sink.text(note)
    sink.markup("</li>\n")
  }
  sink.markup("</ol>\n")
}

extension ReleaseView {
  /// The anchor of a figure where it is told first on the page; `nil` where it is told again.
  func anchor(_ concept: ConceptID, _ period: Period, at place: Fact.Place, _ catalog: ConceptCatalog)
    -> String?
  {
    figures.isFirst(concept, period, at: place) ? figureAnchor(catalog[concept], period, fiscal) : nil
  }
}
