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
  let table = StatementLayout(
    StatementColumns(statement, view.fiscal), StatementSparklines(statement, view, context))
  // Two columns fit beside their labels in the column of text.
  sink.markup(table.width <= 2 ? "<div class=\"body statement\">\n" : "<div class=\"wide statement\">\n")
  beginScroller(labelledBy: { $0.captionAnchor(index) }, &sink)
  sink.markup("<table class=\"figures\">\n<caption id=\"")
  sink.captionAnchor(index)
  sink.markup("\"><span class=\"caption-title\">")
  sink.text(statement.title)
  sink.markup("</span> <span class=\"caption-note\">")
  sink.text(statement.unitsLine(catalog))
  sink.markup("</span></caption>\n")
  appendHeads(table, &sink)
  let partings = StatementPartings(statement, table.columns, view, context)
  appendRows(index, table, partings, view, catalog, &sink)
  sink.markup("</table>\n</div>\n")
  appendNotes(index, view, &sink)
  if !statement.changes.isEmpty, statement.hasMeaninglessChange(table.columns, partings, catalog) {
    appendMeaninglessNote(&sink)
  }
  if !statement.changes.isEmpty, statement.hasNegatedChange(table.columns, partings, catalog) {
    sink.markup("<p class=\"table-note\">")
    sink.text(negatedChangeNote)
    sink.markup("</p>\n")
  }
  appendPartings(partings.notes, &sink)
  appendBasisNotes((table.sparklines?.notes ?? []).filter { !partings.notes.contains($0) }, &sink)
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
  let columns: StatementColumns
  /// All columns from left to right.
  let heads: [StatementColumns.Head]
  let sparklines: StatementSparklines?

  init(_ columns: StatementColumns, _ sparklines: StatementSparklines?) {
    self.columns = columns
    heads = columns.heads
    self.sparklines = sparklines
  }

  /// How many columns stand beside the labels.
  var width: Int { heads.count + (sparklines == nil ? 0 : 1) }
}

extension ByteSink {
  /// Appends the `id` of a statement's caption.
  fileprivate mutating func captionAnchor(_ index: Int) {
    markup("statement-")
    decimal(index + 1)
    markup("-caption")
  }
}

/// A region that scrolls sideways, reachable by keyboard.
func beginScroller(labelledBy caption: String, _ sink: inout ByteSink) {
  beginScroller(labelledBy: { $0.text(caption) }, &sink)
}

private func beginScroller(labelledBy writeCaption: (inout ByteSink) -> Void, _ sink: inout ByteSink) {
  sink.markup("<div class=\"scroller\" role=\"region\" aria-labelledby=\"")
  writeCaption(&sink)
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
  sink.markup(columns.hasTitles ? "<td rowspan=\"2\"></td>" : "<td></td>")
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
  _ index: Int, _ table: StatementLayout, _ partings: StatementPartings, _ view: ReleaseView,
  _ catalog: ConceptCatalog, _ sink: inout ByteSink
) {
  let statement = view.release.statements[index]
  let notes = StatementNotes(statement)
  var anchors = CellAnchors(statement.columns.map(view.periodAnchor))
  let sign = currencySign(statement.currency)
  sink.markup("<tbody>\n")
  for number in statement.rows.indices {
    let rowConcept = statement.rows[number].concept
    if rowConcept == nil, number > 0 { sink.markup("</tbody>\n<tbody>\n") }
    appendRowStart(statement, number, catalog, &sink)
    if rowConcept == nil {
      sink.markup("<th scope=\"rowgroup\" colspan=\"")
      sink.decimal(table.width + 1)
      sink.markup("\">")
    } else {
      sink.markup("<th scope=\"row\">")
    }
    sink.text(statement.rows[number].label)
    if let note = statement.rows[number].note { appendNoteMark(notes.number(of: note), index, &sink) }
    sink.markup("</th>")
    if let concept = rowConcept {
      let row = statement.rows[number]
      let cells = row.cells
      let kind = catalog.kind(of: concept)
      let showsCurrency = statement.showsCurrency(row: number, catalog)
      let minor = statement.minorUnit(row: number)
      anchors.begin(catalog[concept].name)
      for column in table.heads.indices {
        switch table.heads[column].content {
        case .figures(let column):
          sink.markup("<td id=\"")
          anchors.append(column, to: &sink)
          let place = Fact.Place.statement(index: index, row: number, column: column)
          if let suffix = view.anchorSuffix(concept, statement.columns[column], at: place) {
            sink.text(suffix)
          }
          appendCell(row.printed(cells[column]), kind, sign: showsCurrency ? sign : "", minor, &sink)
        case .change(let kindOfChange, let newer, let older):
          let change = partings.change(
            concept, older, newer,
            changeText(
              kindOfChange, from: cells[older], to: cells[newer], kind, power: statement.scale.power,
              in: minor)
          )
          guard change != .none else {
            sink.markup("<td class=\"change\"></td>")
            continue
          }
          sink.markup("<td id=\"")
          anchors.append(newer, to: &sink)
          let place = Fact.Place.statement(index: index, row: number, column: newer)
          if let suffix = view.anchorSuffix(concept, statement.columns[newer], at: place) {
            sink.text(suffix)
          }
          sink.markup(kindOfChange == .percent ? "-growth" : "-change")
          appendChange(change, &sink)
        }
      }
      table.sparklines?.appendCell(statement.rows[number], concept, to: &sink)
    }
    sink.markup("</tr>\n")
  }
  sink.markup("</tbody>\n")
}

/// The `id`s of a statement's cells: `NetIncomeLoss-2003-Q3`.
///
/// Each concept stands in all cells of its row and each period in all of its column: both are escaped once, and
/// then copied from where they stand.
private struct CellAnchors {
  private var concept = ""
  private var writtenConcept: Range<Int>?
  private let periods: [String]
  private var writtenPeriods: [Range<Int>?]

  init(_ periods: [String]) {
    self.periods = periods
    writtenPeriods = Array(repeating: nil, count: periods.count)
  }

  /// Goes on to another row.
  mutating func begin(_ concept: String) {
    self.concept = concept
    writtenConcept = nil
  }

  mutating func append(_ column: Int, to sink: inout ByteSink) {
    Self.append(concept, &writtenConcept, &sink)
    sink.append(UInt8(ascii: "-"))
    Self.append(periods[column], &writtenPeriods[column], &sink)
  }

  private static func append(_ text: String, _ written: inout Range<Int>?, _ sink: inout ByteSink) {
    if let written { return sink.repeatBytes(written) }
    let start = sink.count
    sink.text(text)
    written = start..<sink.count
  }
}

/// Appends what follows the `id` of a cell with a change.
private func appendChange(_ change: ChangeText, _ sink: inout ByteSink) {
  sink.markup("\" class=\"change")
  switch change {
  case .none: sink.markup("\">")
  case .little, .percent, .points, .meaningless, .incomparable:
    sink.markup("\">")
    appendWords(of: change, &sink)
  case .amount(let amount, _):
    // Parentheses hang and are heard as minus; a minus sign of its own is both already.
    sink.markup(
      amount.isNegative ? " neg\"><span class=\"visually-hidden\">minus </span>" : "\">")
    sink.change(change)
  }
  sink.markup("</td>")
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

/// Appends what follows the `id` of a cell.
private func appendCell(
  _ cell: Cell, _ kind: Concept.Kind, sign: String, _ minor: MinorUnit?, _ sink: inout ByteSink
) {
  switch cell {
  case .absent:
    sink.markup("\" class=\"absent\"><span class=\"visually-hidden\">not reported</span></td>")
  case .dash:
    sink.append(UInt8(ascii: "\""))
    appendNil(to: &sink)
  case .figure(let printed, _):
    sink.append(UInt8(ascii: "\""))
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
    if kind == .ratio || minor != nil {
      sink.text(printedText(cell, kind: kind, in: minor) ?? "")
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
    figures.place(of: concept, period) == place ? figureAnchor(catalog[concept], period, fiscal) : nil
  }

  /// What the anchor of a cell of a statement ends with: nothing where the page tells its figure first, or for
  /// the first of its blank cells; the statement's name where the page has another.
  func anchorSuffix(_ concept: ConceptID, _ period: Period, at place: Fact.Place) -> String? {
    guard case .statement(let index, _, _) = place else { return nil }
    if let first = figures.place(of: concept, period) {
      return first == place ? nil : "-in-\(release.statements[index].name)"
    }
    let isTaken = release.statements[..<index].contains { earlier in
      earlier.columns.contains(period) && earlier.rows.contains { $0.concept == concept }
    }
    return isTaken ? "-in-\(release.statements[index].name)" : nil
  }
}
