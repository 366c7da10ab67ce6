import CivilTime
import ExactNumbers
import ReleaseChecks
import ReleaseModel
import Workbooks

/// A company's figures as a workbook: a sheet for each table of the page of financials, then every telling.
func financialsWorkbook(company: Int, _ context: PageContext) -> Workbook {
  let archive = context.archive
  let site = archive.site
  let (tables, _) = financialsTables(company: company, archive, context.history)
  let name = currentName(company, context)
  let address = site.baseURL + financialsAddress(company: archive.companies[company], site: site)
  var workbook = Workbook(
    title: "\(name): financial history", author: name,
    created: context.releasesOf[company].last.map { context.updated(archive.releases[$0]).seconds } ?? 0)
  workbook.sheets = tables.map { sheet($0, company: company, name, address, archive) }
  workbook.sheets += factSheets(company: company, name, address, context)
  return workbook
}

private func sheet(
  _ table: FinancialsTable, company: Int, _ name: String, _ address: String, _ archive: ReleaseArchive
) -> Workbook.Sheet {
  let fiscal = archive.companies[company].fiscal
  var sheet = Workbook.Sheet(
    name: table.isFirst ? table.kind.title : "\(table.kind.title), \(table.currency)",
    widths: [40] + table.columns.map { _ in 15 } + [44])
  let units = unitNote(table, archive) + (table.power > 0 ? " \(cellsHoldAll)" : "")
  sheet.rows = [
    [.text("\(name): \(table.title.inSentence)", .title)],
    [
      .text(
        "\(units) As last told, or more exactly by an earlier release that agrees; what is calculated stands in italics."
      )
    ],
    [.link("\(address)#\(table.anchor)")],
    [],
    [.text("", .heading)] + table.columns.map { .text(fiscal.shortWords($0), .headingOfFigures) }
      + [.text("Concept", .heading)],
  ]
  sheet.frozen = (sheet.rows.count, 1)
  sheet.isLandscape = true
  for (index, row) in table.rows.enumerated() {
    if let group = table.groups.first(where: { $0.first == index }) {
      sheet.rows.append([.text(group.title, .bold)])
    }
    let concept = archive.catalog[row.concept]
    let cells = row.cells.enumerated().map { column, cell -> Workbook.Cell in
      if let fact = cell?.current.fact {
        let value = row.minor == nil ? fact.value : fact.value.timesPowerOfTen(MinorUnit.power) ?? fact.value
        return .figure(value, concept.kind, power: table.power, in: row.minor)
      }
      var style = Workbook.Style()
      guard let derived = row.derived[column] else {
        style.alignment = .right
        return row.nils.contains(column) ? .text("—", style) : .empty
      }
      style.isItalic = true
      return .figure(derived.value, concept.kind, power: table.power, style)
    }
    sheet.rows.append([.text(concept.label)] + cells + [.text(concept.name, .muted)])
  }
  return sheet
}

/// Every telling, on as many sheets as they need.
private func factSheets(
  company: Int, _ name: String, _ address: String, _ context: PageContext
) -> [Workbook.Sheet] {
  let archive = context.archive
  let fiscal = archive.companies[company].fiscal
  let fields = [
    "Concept", "Label", "Unit", "Period", "Value", "Decimals", "Released", "Table", "Current", "Release",
  ]
  func empty() -> Workbook.Sheet {
    var sheet = Workbook.Sheet(name: "Facts", widths: [44, 40, 12, 22, 18, 10, 12, 24, 10, 60])
    sheet.rows = [
      [.text("\(name): every figure of every release", .title)], [.link("\(address)facts.csv")], [],
      fields.map { .text($0, $0 == "Value" || $0 == "Decimals" ? .headingOfFigures : .heading) },
    ]
    sheet.frozen = (sheet.rows.count, 1)
    return sheet
  }
  var sheets = [empty()]
  forEachFact(company: company, context) { fact in
    if sheets[sheets.count - 1].rows.count == Workbook.Sheet.mostRows { sheets.append(empty()) }
    let release = archive.releases[fact.release]
    sheets[sheets.count - 1].rows.append([
      .text(fact.concept.name), .text(fact.label), .text(fact.unit),
      .text(fiscal.spelling(of: fact.period)),
      .figure(fact.value, fact.concept.kind, power: 0),
      .number(Amount(Int64(fact.decimals)), Workbook.Style()), .text(release.released.day.description),
      .text(fact.table), .text(fact.isCurrent ? "yes" : "no"),
      .text(archive.site.baseURL + releaseAddress(release, site: archive.site)),
    ])
  }
  return sheets
}
