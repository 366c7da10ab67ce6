import CivilTime
import ExactNumbers
import Markup
import ReleaseChecks
import ReleaseModel

/// Appends a table of a company's history as a section of the page of financials.
///
/// - Parameter links: the address of each release that tells a figure, relative to the page.
func writeSection(
  _ table: FinancialsTable, company: Int, _ archive: ReleaseArchive, links: [Int: String],
  into sink: inout ByteSink
) {
  let name = table.anchor
  let fiscal = archive.companies[company].fiscal
  sink.markup("<section class=\"spread\" aria-labelledby=\"")
  sink.raw(name)
  sink.markup("\">\n<h2 id=\"")
  sink.raw(name)
  sink.markup("\" class=\"across\">")
  sink.text(table.title)
  sink.markup(
    "</h2>\n<div class=\"full statement\">\n<div class=\"scroller\" role=\"region\" aria-labelledby=\"")
  sink.raw(name)
  sink.markup("-caption\" tabindex=\"0\">\n<table class=\"figures history\">\n<caption id=\"")
  sink.raw(name)
  sink.markup("-caption\"><span class=\"caption-title\">")
  sink.text(table.kind.caption)
  sink.markup("</span> <span class=\"caption-note\">")
  sink.text(unitNote(table, archive))
  sink.markup("</span></caption>\n")
  writeHead(table, archive, fiscal, links, &sink)
  sink.markup("<tbody>\n")
  var kindBefore: Concept.Kind?
  for (index, row) in table.rows.enumerated() {
    if let group = table.groups.first(where: { $0.first == index }) {
      if index > 0 { sink.markup("</tbody>\n<tbody>\n") }
      // Under the columns there is nothing, but a cell over all of them would be as wide as the table and scroll
      // away; so the title reaches out of its own cell.
      sink.markup("<tr class=\"heading\"><th scope=\"rowgroup\"><span>")
      sink.text(group.title)
      sink.markup("</span></th><td colspan=\"")
      sink.decimal(table.columns.count)
      sink.markup("\"></td></tr>\n")
      kindBefore = nil
    }
    let kind = archive.catalog[row.concept].kind
    writeRow(row, table, archive, fiscal, links, apart: kindBefore == .money && kind != .money, &sink)
    kindBefore = kind
  }
  sink.markup("</tbody>\n</table>\n</div>\n</div>\n</section>\n")
}

private func writeHead(
  _ table: FinancialsTable, _ archive: ReleaseArchive, _ fiscal: FiscalCalendar, _ links: [Int: String],
  _ sink: inout ByteSink
) {
  let years = table.columns.map { fiscal.year(of: $0) }
  let isGrouped = table.kind == .quarters || table.kind == .parts
  sink.markup("<thead>\n")
  if isGrouped {
    sink.markup("<tr><td></td>")
    var index = 0
    while index < years.count {
      let count = years[index...].prefix { $0 == years[index] }.count
      sink.markup("<th scope=\"colgroup\" colspan=\"")
      sink.decimal(count)
      sink.markup("\" class=\"span\">")
      sink.shortWords(year: years[index], fiscal)
      sink.markup("</th>")
      index += count
    }
    sink.markup("</tr>\n")
  }
  sink.markup("<tr><td></td>")
  for (column, period) in table.columns.enumerated() {
    sink.markup("<th scope=\"col\">")
    sink.text(columnLabel(period, fiscal))
    if isGrouped {
      sink.markup("<span class=\"visually-hidden\"> ")
      sink.decimal(years[column])
      sink.markup("</span>")
    }
    sink.markup("</th>")
  }
  sink.markup("</tr>\n<tr class=\"told\"><th scope=\"row\">Told on</th>")
  for index in table.columnReleases {
    guard archive.releases.indices.contains(index) else {
      sink.markup("<td></td>")
      continue
    }
    let release = archive.releases[index]
    sink.markup("<td><a href=\"")
    sink.address(links[index] ?? "")
    sink.markup("\">")
    sink.text(EnglishCalendar.short(release.released.day))
    sink.markup("</a></td>")
  }
  sink.markup("</tr>\n</thead>\n")
}

private func writeRow(
  _ row: FinancialsTable.Row, _ table: FinancialsTable, _ archive: ReleaseArchive,
  _ fiscal: FiscalCalendar, _ links: [Int: String], apart: Bool, _ sink: inout ByteSink
) {
  let concept = archive.catalog[row.concept]
  sink.markup(apart ? "<tr class=\"apart\"><th scope=\"row\">" : "<tr><th scope=\"row\">")
  sink.text(concept.label)
  sink.markup("</th>")
  for (column, cell) in row.cells.enumerated() {
    guard let cell else {
      if let derived = row.derived[column] {
        let anchor = figureAnchor(concept, derived.period, fiscal)
        writeDerived(
          derived, concept, power: table.power, anchor: table.anchor(of: anchor, row, column: column), &sink)
        continue
      }
      if row.nils.contains(column) {
        sink.markup("<td")
        appendNil(to: &sink)
        continue
      }
      sink.markup("<td class=\"absent\"><span class=\"visually-hidden\">no figure</span></td>")
      continue
    }
    let fact = cell.current.fact
    let release = archive.releases[Int(cell.current.release)]
    let anchor = figureAnchor(concept, fact.period, fiscal)
    sink.markup("<td id=\"")
    sink.text(table.anchor(of: anchor, row, column: column))
    sink.markup(fact.value.isNegative ? "\" class=\"neg\"><a href=\"" : "\"><a href=\"")
    sink.address(links[Int(cell.current.release)] ?? "")
    sink.markup("#")
    sink.text(anchor)
    sink.markup("\">")
    if fact.value.isNegative { sink.markup("<span class=\"visually-hidden\">minus </span>") }
    sink.text(shown(fact.value, concept.kind, power: table.power, in: row.minor))
    if Int(cell.current.release) != table.columnReleases[column] {
      sink.markup("<span class=\"visually-hidden\">, told on ")
      sink.text(EnglishCalendar.long(release.released.day))
      sink.markup("</span>")
    }
    sink.markup("</a>")
    if cell.isRevised { writeMark("r", "revised", &sink) }
    if cell.isRounded(kind: concept.kind, power: table.power) {
      writeMark("≈", "rounded in the source", &sink)
    }
    sink.markup("</td>")
  }
  sink.markup("</tr>\n")
}

/// A figure that no release tells, with the calculation it comes from.
private func writeDerived(
  _ figure: DerivedFigure, _ concept: Concept, power: Int, anchor: String, _ sink: inout ByteSink
) {
  sink.markup("<td id=\"")
  sink.text(anchor)
  sink.markup(figure.value.isNegative ? "\" class=\"neg\" title=\"" : "\" title=\"")
  sink.text(figure.arithmetic)
  sink.markup("\">")
  if figure.value.isNegative { sink.markup("<span class=\"visually-hidden\">minus </span>") }
  sink.text(shown(figure.value, concept.kind, power: power))
  writeMark("c", "calculated", &sink)
  if figure.isRounded(kind: concept.kind, power: power) { writeMark("≈", "rounded in the source", &sink) }
  sink.markup("</td>")
}

private func writeMark(_ mark: String, _ meaning: String, _ sink: inout ByteSink) {
  sink.markup("<a class=\"mark\" href=\"#key-")
  sink.raw(meaning.split(separator: " ").first.map(String.init) ?? "")
  sink.markup("\"><span class=\"visually-hidden\"> ")
  sink.text(meaning)
  sink.markup("</span>")
  sink.text(mark)
  sink.markup("</a>")
}

/// A value as accountants print it, without the power of ten that its table leaves out.
func shown(_ value: Amount, _ kind: Concept.Kind, power: Int, in minor: MinorUnit? = nil) -> String {
  if let minor { return minor.accounting(value.timesPowerOfTen(MinorUnit.power) ?? value) }
  switch kind {
  case .money, .shares:
    return (value.timesPowerOfTen(-power)?.withoutTrailingZeros ?? value).accounting
  case .ratio:
    return (value.timesPowerOfTen(2) ?? value).accounting + "%"
  case .perShare, .count:
    return value.accounting
  }
}

private func columnLabel(_ period: Period, _ fiscal: FiscalCalendar) -> String {
  guard let start = period.start else { return EnglishCalendar.short(period.end) }
  guard let (year, part) = fiscal.name(of: period) else {
    return "\(EnglishCalendar.short(start)) to \(EnglishCalendar.short(period.end))"
  }
  switch part {
  case .q1, .q2, .q3, .q4: return part.rawValue
  case .h1: return "First half"
  case .h2: return "Second half"
  case .nineMonths: return "Nine months"
  case .year: return fiscal.shortWords(year: year)
  }
}

/// `Thousands of US dollars and of shares, except per share.`
func unitNote(_ table: FinancialsTable, _ archive: ReleaseArchive) -> String {
  let perShare = table.rows.filter { archive.catalog.kind(of: $0.concept) == .perShare }
  return unitNote(
    Set(table.rows.map { archive.catalog[$0.concept].kind }), currency: table.currency,
    minor: perShare.allSatisfy { $0.minor != nil } ? perShare.first?.minor : nil,
    scale: table.power == 3 ? "thousands" : nil)
}

extension FinancialsTable.Kind {
  /// The section's heading.
  var title: String {
    switch self {
    case .quarters: "Quarters"
    case .parts: "Half-years and nine months"
    case .years: "Years"
    case .instants: "Period ends"
    }
  }

  var caption: String {
    switch self {
    case .quarters: "Figures by quarter, latest first"
    case .parts: "Figures by part of the year, latest first"
    case .years: "Figures by year, latest first"
    case .instants: "Balances by date, latest first"
    }
  }
}
