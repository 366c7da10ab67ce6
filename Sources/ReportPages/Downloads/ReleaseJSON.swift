import CivilTime
import ExactNumbers
import Markup
import ReleaseModel

/// A release as JSON, in the shape of ``releaseSchema()``.
func releaseJSON(_ view: ReleaseView, _ context: PageContext) -> ByteSink {
  let release = view.release
  let site = context.archive.site
  let catalog = context.archive.catalog
  var members: [(String, JSONValue)] = [
    ("url", .string(site.baseURL + view.address)),
    ("kind", .string(release.kind.rawValue)),
    (
      "company",
      .object([
        ("id", .string(view.company.id)), ("name", .string(view.company.name(on: release.released.day))),
      ])
    ),
    ("headline", .string(release.headline)),
    ("summary", .optional(release.summary)),
    ("released", .string(isoText(release.released))),
    ("updated", .string(isoText(release.updated))),
    ("dateline", .optional(release.dateline)),
    ("period", release.period.map { periodJSON($0, view.fiscal) } ?? .null),
    ("ticker", .optional(release.ticker)),
    ("topics", .array(release.topics.map(JSONValue.string))),
    ("statements", .array(release.statements.map { statementJSON($0, view, catalog) })),
    ("figures", .array(release.figures.map { figureJSON($0, view, catalog) })),
  ]
  members += [
    ("events", .array(release.events.map(eventJSON))),
    (
      "contacts",
      .array(
        release.contacts.map { contact in
          .object([
            ("name", .string(contact.name)), ("title", .optional(contact.title)),
            ("phone", .optional(contact.phone)), ("email", .optional(contact.email)),
            ("web", .optional(contact.web.map(withScheme))),
          ])
        })
    ),
    (
      "attachments",
      .array(
        release.attachments.map { attachment in
          .object([
            ("url", .string(site.baseURL + view.address + addressPath(attachment.file))),
            ("title", .string(attachment.title)), ("alternative", .optional(attachment.alternative)),
            ("bytes", .number(attachment.size)),
          ])
        })
    ),
    (
      "text",
      .optional(context.publishes(.markdown) ? site.baseURL + view.address + "index.md" : nil)
    ),
    ("corrections", .array(release.corrections.map { correctionJSON($0, view, site) })),
    (
      "sources",
      .array(
        release.sources.map { source in
          .object([
            ("title", .string(source.title)), ("url", .optional(source.url.map(withScheme))),
            ("accession", .optional(source.accession)), ("note", .optional(source.note)),
          ])
        })
    ),
  ]
  var sink = ByteSink(capacity: 16_384)
  JSONValue.object(members).write(into: &sink)
  sink.markup("\n")
  return sink
}

private func statementJSON(
  _ statement: Statement, _ view: ReleaseView, _ catalog: ConceptCatalog
) -> JSONValue {
  .object([
    ("name", .string(statement.name)), ("title", .string(statement.title)),
    ("currency", .string(statement.currency)), ("scale", .string(statement.scale.rawValue)),
    ("audited", statement.audited.map(JSONValue.boolean) ?? .null),
    ("columns", .array(statement.columns.map { periodJSON($0, view.fiscal) })),
    ("rows", .array(statement.rows.map { rowJSON($0, statement, catalog) })),
  ])
}

/// A row; few are negated or in pence, so only those say so that are.
private func rowJSON(_ row: Statement.Row, _ statement: Statement, _ catalog: ConceptCatalog) -> JSONValue {
  let concept = row.concept.map { catalog[$0] }
  var members: [(String, JSONValue)] = [
    ("concept", .optional(concept?.name)), ("element", .optional(concept.flatMap(elementName))),
    ("label", .string(row.label)), ("role", .string(row.isHeading ? "heading" : row.role.rawValue)),
    ("level", .number(Int(row.level))), ("note", .optional(row.note)),
    ("unit", .optional(concept.map { unitName($0.kind, currency: statement.currency) })),
    ("cells", .array(row.cells.map { cellJSON($0, statement, concept) })),
  ]
  if row.isNegated { members.append(("negated", .boolean(true))) }
  if let kind = concept?.kind, row.isInMinorUnit {
    members.append(
      ("printed_unit", .string(unitName(kind, in: PrintedUnit(statement.currency, isMinor: true)))))
  }
  return .object(members)
}

private func cellJSON(_ cell: Cell, _ statement: Statement, _ concept: Concept?) -> JSONValue {
  switch cell {
  case .absent: return .null
  case .dash: return .object([("nil", .boolean(true))])
  case .figure(_, let decimals):
    let value = concept.flatMap { statement.value(cell, $0.kind) }
    return .object([
      ("value", .optional(value?.description)), ("decimals", .number(Int(decimals))),
    ])
  }
}

private func figureJSON(_ figure: StatedFigure, _ view: ReleaseView, _ catalog: ConceptCatalog) -> JSONValue {
  let concept = catalog[figure.concept]
  var members: [(String, JSONValue)] = [
    ("concept", .string(concept.name)), ("element", .optional(elementName(concept))),
    ("label", .string(figure.label)), ("period", periodJSON(figure.period, view.fiscal)),
    (
      "unit",
      .string(unitName(concept.kind, currency: view.release.figureCurrency))
    ),
    ("value", .string(figure.value.description)), ("decimals", .number(Int(figure.decimals))),
    ("note", .optional(figure.note)),
  ]
  if figure.isInMinorUnit {
    members.append(("printed_unit", .string(unitName(concept.kind, in: figure.unit(view)))))
  }
  return .object(members)
}

private func eventJSON(_ event: Event) -> JSONValue {
  .object([
    ("kind", .string(event.kind.rawValue)), ("title", .optional(event.title)),
    ("starts", .string(isoText(event.starts))), ("ends", .optional(event.ends.map(isoText))),
    ("place", .optional(event.place)),
    (
      "speakers",
      .array(
        event.speakers.map { .object([("name", .string($0.name)), ("title", .optional($0.title))]) })
    ),
    ("dial_in", .optional(event.dialIn)),
    ("webcasts", .array(event.webcasts.map { .string(withScheme($0.url)) })),
    ("replay_until", .optional(event.replay.map { isoText($0.until) })),
  ])
}

private func correctionJSON(
  _ correction: Correction, _ view: ReleaseView, _ site: SiteSettings
) -> JSONValue {
  .object([
    ("date", .string(isoText(correction.date))), ("what", .string(correction.what)),
    ("why", .optional(correction.why)),
    ("url", .optional(correction.version.map { site.baseURL + view.address + "versions/\($0)/" })),
  ])
}

/// A period by its name and its days; an instant has no start.
func periodJSON(_ period: Period, _ fiscal: FiscalCalendar) -> JSONValue {
  .object([
    ("name", .string(fiscal.spelling(of: period))), ("start", .optional(period.start?.description)),
    ("end", .string(period.end.description)),
  ])
}

/// The element of a public taxonomy, with its prefix: `us-gaap:Revenues`.
func elementName(_ concept: Concept) -> String? {
  concept.element.map { $0.utf8.contains(UInt8(ascii: ":")) ? $0 : "us-gaap:\($0)" }
}

extension JSONValue {
  /// Text that may be missing, as `null`.
  static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
}
