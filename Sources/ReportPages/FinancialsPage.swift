import Markup
public import PageTemplates
import ReleaseChecks
import ReleaseModel

/// Fills the page of a company's figures across releases: the template `financials`.
public func financialsRecord(company: Int, _ context: PageContext) -> TemplateRecord {
  let archive = context.archive
  let address = financialsAddress(company: archive.companies[company], site: archive.site)
  let (tables, single) = financialsTables(company: company, archive, context.history)
  var sections = ByteSink()
  let trends = [companyTrend(company: company, context), perShareTrend(company: company, context)]
    .compactMap { $0 }
  if !trends.isEmpty { writeTrendSection(trends, into: &sections) }
  let links = releaseLinks(company: company, context, from: address)
  for table in tables { writeSection(table, company: company, archive, links: links, into: &sections) }
  writeSingleFigures(single, company: company, context, from: address, into: &sections)
  writeRevisions(tables, company: company, context, links: links, into: &sections)
  writeFinancialDownloadsSection(site: archive.site, into: &sections)
  let used = marks(in: tables, archive)
  var parts = tables.map { ($0.anchor, $0.title) }
  if !single.isEmpty { parts.append(("single", "Told once")) }
  if tables.contains(where: { $0.rows.contains { $0.cells.contains { $0?.isRevised ?? false } } }) {
    parts.append(("revisions", "Revisions"))
  }
  if !financialDownloads(archive.site).isEmpty { parts.append(("downloads", "All figures")) }
  if !used.isEmpty { parts.append(("_key", "Key")) }
  let others = otherHistories(than: company, from: address, context)
  return PageShapes.financials.record(
    values: frame(
      context, address: address, title: "Financial history",
      description: "Every figure of every release, by quarter, part of the year, year and date.",
      structuredData: financialsStructuredData(company: company, context),
      company: archive.companies[company].id == archive.site.company ? nil : company)
      + [
        .text(standfirst(tables, archive.companies[company])),
        .html(sections.bytes()),
        .list(
          used.map {
            PageShapes.tableMark.record(.text($0.mark), .text("key-\($0.anchor)"), .text($0.meaning))
          }),
        .flag(!used.isEmpty),
        .text(archive.companies.count > 1 ? archive.companies[company].currentName(context) : nil),
        .list(parts.map { PageShapes.headingLink.record(.text("#" + $0.0), .text($0.1)) }),
        .flag(parts.count > 1),
        .list(others),
        .flag(!others.isEmpty),
      ])
}

/// The histories of the other companies that have one. Each is called by its short name, which no release of that
/// company changes, because the page is made anew only for releases of its own.
private func otherHistories(
  than company: Int, from address: String, _ context: PageContext
) -> [TemplateRecord] {
  let archive = context.archive
  return archive.companies.indices.filter { $0 != company && !context.releasesOf[$0].isEmpty }.map { other in
    let target = financialsAddress(company: archive.companies[other], site: archive.site)
    return PageShapes.headingLink.record(
      .text(relativeAddress(from: address, to: target)), .text(archive.companies[other].shortName))
  }
}

/// The address of each release of a company relative to a page, by its place in the archive.
private func releaseLinks(company: Int, _ context: PageContext, from address: String) -> [Int: String] {
  var links: [Int: String] = [:]
  for index in context.releasesOf[company] {
    let release = releaseAddress(context.archive.releases[index], site: context.archive.site)
    links[index] = relativeAddress(from: address, to: release)
  }
  return links
}

private func standfirst(_ tables: [FinancialsTable], _ company: Company) -> String {
  guard !tables.isEmpty else { return "No release of the archive states a figure yet." }
  return
    "Every figure of \(company.shortName)’s releases, as last told, or more exactly by an earlier release that agrees. Each one leads to the release that tells it."
}

private struct Mark {
  var mark: String
  var anchor: String
  var meaning: String
}

private func marks(in tables: [FinancialsTable], _ archive: ReleaseArchive) -> [Mark] {
  let cells = tables.flatMap { table in
    table.rows.flatMap { row in
      row.cells.compactMap { cell in
        cell.map { (cell: $0, kind: archive.catalog[row.concept].kind, power: table.power) }
      }
    }
  }
  var marks: [Mark] = []
  let hasRounded =
    cells.contains { $0.cell.isRounded(kind: $0.kind, power: $0.power) }
    || tables.contains { table in
      table.rows.contains { row in
        let kind = archive.catalog[row.concept].kind
        return row.derived.values.contains { $0.isRounded(kind: kind, power: table.power) }
      }
    }
  if hasRounded {
    marks.append(
      Mark(mark: "≈", anchor: "rounded", meaning: "Rounded in the release; it gives no exact amount."))
  }
  if cells.contains(where: \.cell.isRevised) {
    marks.append(
      Mark(
        mark: "r", anchor: "revised",
        meaning: "Revised: an earlier release told another amount; both stand under Revisions."))
  }
  if tables.contains(where: { $0.rows.contains { !$0.derived.isEmpty } }) {
    marks.append(
      Mark(
        mark: "c", anchor: "calculated",
        meaning: "Calculated: a longer period less the rest of it. No release tells the amount itself."))
  }
  if tables.contains(where: { $0.rows.contains { !$0.nils.isEmpty } }) {
    marks.append(Mark(mark: "—", anchor: "nil", meaning: "Nil: a release prints a dash."))
  }
  if tables.contains(where: { $0.rows.contains { $0.cells.count { $0 == nil } > $0.nils.count } }) {
    marks.append(
      Mark(mark: "··", anchor: "absent", meaning: "No release of the archive tells it. A zero would be a 0."))
  }
  return marks
}

extension DerivedFigure {
  /// Whether it is calculated from a figure that is rounder than its table.
  func isRounded(kind: Concept.Kind, power: Int) -> Bool { kind == .money && Int(decimals) < -power }
}

extension Retelling {
  /// Whether the value to show is rounder than its table.
  func isRounded(kind: Concept.Kind, power: Int) -> Bool {
    kind == .money && Int(current.fact.decimals) < -power
  }
}
