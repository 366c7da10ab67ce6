import CivilTime
import Markup
import PageTemplates
import ReleaseModel

/// A page on which releases are listed.
struct ListingPage {
  var address: String
  /// Whether its entries tell whose each release is.
  var namesCompanies: Bool

  init(_ address: String, _ context: PageContext) {
    self.address = address
    namesCompanies = context.namesCompanies(on: address)
  }
}

/// A release as an entry of a list on another page.
///
/// - Parameter prefix: what the entry's `id` begins with, for pages that list a release twice.
func entryRecord(
  _ number: Int, on page: ListingPage, _ context: PageContext, prefix: StaticString = "r"
) -> TemplateRecord {
  // A release is large: what is told of it is read from its place, one by one.
  let releases = context.archive.releases
  let fiscal = context.fiscal(of: number)
  let figure = entryFigure(number, context)
  let day = releases[number].released.day
  return PageShapes.entry.record(
    .text(
      composed {
        $0.markup(prefix)
        $0.markup("-")
        $0.raw(releases[number].folder)
      }),
    .text(
      relativeAddress(
        from: page.address, to: releaseAddress(releases[number], site: context.archive.site))),
    .text(isoText(releases[number].released)),
    .text(EnglishCalendar.short(day)),
    .text(releases[number].headline),
    .text(kindWords(releases[number].kind, releases[number].period, fiscal)),
    .text(releases[number].period.map(fiscal.shortWords)),
    .text(figure?.label),
    .html(figure?.html ?? []),
    .text(context.preview.badges[releases[number].folder]),
    .text(
      page.namesCompanies
        ? context.companyNumber(of: number).map { context.archive.companies[$0].name(on: day) } : nil))
}

/// The same for a page that lists few.
func entryRecord(_ number: Int, from page: String, _ context: PageContext) -> TemplateRecord {
  entryRecord(number, on: ListingPage(page, context), context)
}

/// What kind of release it is, in words: `Quarterly results`, `Announcement`.
func kindWords(_ release: Release, _ fiscal: FiscalCalendar) -> String {
  kindWords(release.kind, release.period, fiscal)
}

private func kindWords(_ kind: Release.Kind, _ period: Period?, _ fiscal: FiscalCalendar) -> String {
  switch kind {
  case .announcement: return "Announcement"
  case .event: return "Event"
  case .filing: return "Filing"
  case .earnings:
    guard let period, let (_, part) = fiscal.name(of: period) else {
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
  guard let period = context.archive.releases[number].period, let company = context.companyNumber(of: number)
  else { return nil }
  let catalog = context.archive.catalog
  // Asked of the history rather than of the release: lists show many releases and one figure of each.
  for id in context.usualConcepts.results {
    let tellings = context.history.tellings(company: company, concept: id, period: period)
    guard let fact = tellings.first(where: { Int($0.release) == number })?.fact else { continue }
    let parts = AmountParts(
      fact.value, decimals: Int(fact.decimals), kind: catalog.kind(of: id),
      currency: context.archive.releases[number].statements.currency(of: fact))
    var sink = ByteSink(capacity: 128)
    appendParts(parts, &sink)
    return (catalog[id].label(negative: parts.isNegative), sink.bytes())
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
