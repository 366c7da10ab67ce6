import CivilTime
import Markup
import PageTemplates
import ReleaseModel

/// A release as an entry of a list on another page.
///
/// - Parameters:
///   - page: the address of the page with the list.
///   - prefix: what the entry's `id` begins with, for pages that list a release twice.
func entryRecord(
  _ number: Int, from page: String, _ context: PageContext, prefix: String = "r"
) -> TemplateRecord {
  let release = context.archive.releases[number]
  let fiscal = context.company(release.company)?.fiscal ?? .calendarYear
  let figure = entryFigure(number, context)
  return PageShapes.entry.record(
    .text("\(prefix)-\(release.folder)"),
    .text(relativeAddress(from: page, to: releaseAddress(release, site: context.archive.site))),
    .text(isoText(release.released)),
    .text(EnglishCalendar.short(release.released.day)),
    .text(release.headline),
    .text(kindWords(release, fiscal)),
    .text(release.period.map(fiscal.shortWords)),
    .text(figure?.label),
    .html(figure?.html ?? []),
    .text(context.preview.badges[release.folder]),
    .text(
      context.namesCompanies(on: page)
        ? context.company(release.company)?.name(on: release.released.day) : nil))
}

/// What kind of release it is, in words: `Quarterly results`, `Announcement`.
func kindWords(_ release: Release, _ fiscal: FiscalCalendar) -> String {
  switch release.kind {
  case .announcement: return "Announcement"
  case .event: return "Event"
  case .filing: return "Filing"
  case .earnings:
    guard let period = release.period, let (_, part) = fiscal.name(of: period) else {
      return "Results"
    }
    return part == .year ? "Full-year results" : part.isQuarter ? "Quarterly results" : "Interim results"
  }
}

/// The heading over all releases of that kind: `Quarterly results`, `Announcements`.
func kindWordsPlural(_ release: Release, _ fiscal: FiscalCalendar) -> String {
  let words = kindWords(release, fiscal)
  return release.kind == .earnings ? words : words + "s"
}

/// The result of a release, for its entry: `Net loss` `$(4,679,000)`.
private func entryFigure(_ number: Int, _ context: PageContext) -> (label: String, html: [UInt8])? {
  let archive = context.archive
  let release = archive.releases[number]
  guard let period = release.period,
    let company = context.companyNumbers[release.company]
  else { return nil }
  // Asked of the history rather than of the release: lists show many releases and one figure of each.
  for id in ["NetIncomeLoss", "Revenues"].compactMap({ archive.catalog.id($0) }) {
    let tellings = context.history.tellings(company: company, concept: id, period: period)
    guard let fact = tellings.first(where: { Int($0.release) == number })?.fact else { continue }
    let concept = archive.catalog[id]
    let parts = AmountParts(
      fact.value, decimals: Int(fact.decimals), kind: concept.kind, currency: release.currency(of: fact))
    var sink = ByteSink(capacity: 128)
    appendParts(parts, &sink)
    return (concept.label(negative: parts.isNegative), sink.bytes())
  }
  return nil
}

private func appendParts(_ parts: AmountParts, _ sink: inout ByteSink) {
  if parts.isNegative { sink.markup("<span class=\"visually-hidden\">minus </span>") }
  sink.text(parts.sign)
  if parts.isNegative { sink.markup("(") }
  sink.text(parts.digits)
  if !parts.thousands.isEmpty {
    sink.markup("<span class=\"thousands\">")
    sink.text(parts.thousands)
    sink.markup("</span>")
  }
  if parts.isNegative { sink.markup(")") }
  if !parts.scale.isEmpty {
    sink.markup(" <span class=\"scale\">")
    sink.text(parts.scale)
    sink.markup("</span>")
  }
}
