import CivilTime
import ExactNumbers
import ReleaseModel
import Workbooks

/// A statement as a workbook of one sheet: full values that show as the statement prints them, and above them
/// what they are and where they come from.
func statementWorkbook(_ index: Int, _ view: ReleaseView, _ context: PageContext) -> Workbook {
  let statement = view.release.statements[index]
  let catalog = context.archive.catalog
  var sheet = Workbook.Sheet(
    name: statement.title, widths: [46] + statement.columns.map { _ in 18 } + [44])
  let units = statement.unitsLine(catalog) + (statement.scale == .ones ? "" : " \(cellsHoldAll)")
  sheet.rows = heading(
    statement.title, units: units, view, context,
    anchor: "#statement-\(index + 1)-caption")
  let columns = StatementColumns(statement.columns)
  if columns.hasTitles {
    sheet.rows.append(
      [.empty]
        + columns.spans.map { span in
          span.title.map { .text($0, .centered, across: span.heads.count) } ?? .empty
        })
  }
  sheet.rows.append(
    [.text("", .heading)] + columns.spans.flatMap(\.heads).map { .text($0.text, .headingOfFigures) }
      + [.text("Concept", .heading)])
  sheet.frozen = (sheet.rows.count, 1)
  for row in statement.rows { sheet.rows.append(cells(row, statement, catalog)) }
  let notes = statement.rows.filter { $0.note != nil }
  if !notes.isEmpty { sheet.rows.append([]) }
  for row in notes { sheet.rows.append([.text("\(row.label): \(row.note ?? "")")]) }
  sheet.isLandscape = statement.columns.count > 4
  return workbook(statement.title, [sheet], view, context)
}

/// What a sheet says that shows thousands.
let cellsHoldAll = "The cells hold full amounts."

/// The single figures of a release as a workbook.
func figuresWorkbook(_ view: ReleaseView, _ context: PageContext) -> Workbook {
  let title = "Figures outside the statements"
  var sheet = Workbook.Sheet(name: title, widths: [46, 18, 26, 12, 40, 44])
  sheet.rows = heading(title, units: "Each in the unit beside it.", view, context, anchor: "#figures-caption")
  sheet.rows.append([
    .text("Figure", .heading), .text("Value", .headingOfFigures), .text("Period", .heading),
    .text("Unit", .heading), .text("Note", .heading), .text("Concept", .heading),
  ])
  sheet.frozen = (sheet.rows.count, 1)
  for figure in view.release.figures {
    let concept = context.archive.catalog[figure.concept]
    sheet.rows.append([
      .text(figure.label),
      .figure(figure.printed(view), concept.kind, power: 0, in: figure.unit(view).minor),
      .text(view.fiscal.words(figure.period)), .text(unitName(concept.kind, in: figure.unit(view))),
      .text(figure.note ?? ""), .text(concept.name, .muted),
    ])
  }
  return workbook(title, [sheet], view, context)
}

private func workbook(
  _ title: String, _ sheets: [Workbook.Sheet], _ view: ReleaseView, _ context: PageContext
) -> Workbook {
  Workbook(
    title: title, author: view.company.name(on: view.release.released.day),
    created: context.updated(view.release).seconds, sheets: sheets)
}

/// What stands over the table: title, company and date, units, and the address it comes from.
private func heading(
  _ title: String, units: String, _ view: ReleaseView, _ context: PageContext, anchor: String
) -> [[Workbook.Cell]] {
  let day = view.release.released.day
  return [
    [.text(title, .title)],
    [.text("\(view.company.name(on: day)), \(EnglishCalendar.long(day))")],
    [.text(units)],
    [.link(context.archive.site.baseURL + view.address + anchor)],
    [],
  ]
}

private func cells(
  _ row: Statement.Row, _ statement: Statement, _ catalog: ConceptCatalog
) -> [Workbook.Cell] {
  var label = Workbook.Style()
  label.indent = Int(row.level)
  label.isBold = row.isHeading || row.role == .total
  guard let id = row.concept else { return [.text(row.label, label)] }
  let concept = catalog[id]
  let figures = row.cells.map { cell -> Workbook.Cell in
    guard let value = statement.value(row.printed(cell), concept.kind) else {
      var style = Workbook.Style()
      style.alignment = .right
      style.rule(row.role)
      return cell == .dash ? .text("—", style) : style == Workbook.Style() ? .empty : .text("", style)
    }
    var style = Workbook.Style()
    style.isBold = row.role == .total
    style.rule(row.role)
    return .figure(
      value, concept.kind, power: statement.scale.power, places: Int(cell.amount?.scale ?? 0),
      in: row.isInMinorUnit ? MinorUnit.of(statement.currency) : nil, style)
  }
  return [.text(row.label, label)] + figures
    + [.text(row.isNegated ? "\(concept.name), negated" : concept.name, .muted)]
}

extension Workbook.Style {
  static let title: Self = style {
    $0.isBold = true
    $0.isLarge = true
  }
  static let muted = style { $0.isMuted = true }
  static let heading: Self = style {
    $0.isMuted = true
    $0.isHeading = true
  }
  static let headingOfFigures: Self = style {
    $0.isMuted = true
    $0.isHeading = true
    $0.alignment = .right
  }
  static let centered: Self = style { $0.alignment = .center }
  static let bold: Self = style { $0.isBold = true }

  private static func style(_ change: (inout Self) -> Void) -> Self {
    var style = Self()
    change(&style)
    return style
  }

  /// The rules of a sum: one above a subtotal, two below a total as well.
  fileprivate mutating func rule(_ role: Statement.Role) {
    isRuledAbove = role != .item
    isRuledBelow = role == .total
  }
}
