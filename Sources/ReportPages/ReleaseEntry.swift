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

extension RecordWriter {
  /// Adds the fields of ``PageShapes/entry`` for a release on another page.
  mutating func entry(_ number: Int, on page: ListingPage, _ context: PageContext) {
    // A release is large: what is told of it is read from its place, one by one.
    let releases = context.archive.releases
    let fiscal = context.fiscal(of: number)
    let released = releases[number].released
    entryAnchor("r-", releases[number].folder)
    text { $0.relativeAddress(from: page.address) { $0.address(ofRelease: number, context) } }
    text(isoText(released))
    text(EnglishCalendar.short(released.day))
    text(releases[number].headline)
    text(kindWords(releases[number].kind, releases[number].period, fiscal))
    text { if let period = releases[number].period { $0.shortWords(period, fiscal) } }
    let figure = entryFigure(number, context)
    text(figure.map { context.archive.catalog[$0.concept].label(negative: $0.parts.isNegative) })
    html { if let figure { appendParts(figure.parts, &$0) } }
    text(context.preview.badges[releases[number].folder])
    text(
      page.namesCompanies
        ? context.companyNumber(of: number).map { context.archive.companies[$0].name(on: released.day) } : nil
    )
  }

  /// Adds the fields of an entry of the page once more, under an anchor of its own.
  mutating func entry(again place: Place, _ number: Int, _ context: PageContext) {
    entryAnchor("k-", context.archive.releases[number].folder)
    fields(1..<PageShapes.entry.fields.count, of: place)
  }

  private mutating func entryAnchor(_ prefix: StaticString, _ folder: String) {
    text {
      $0.markup(prefix)
      $0.raw(folder)
    }
  }
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
func kindWordsPlural(_ kind: Release.Kind, _ period: Period?, _ fiscal: FiscalCalendar) -> String {
  let words = kindWords(kind, period, fiscal)
  return kind == .earnings ? words : words + "s"
}

/// The result of a release, for its entry: `Net loss` `$(4,679,000)`.
private func entryFigure(_ number: Int, _ context: PageContext) -> (concept: ConceptID, parts: AmountParts)? {
  guard let period = context.archive.releases[number].period, context.companyNumber(of: number) != nil
  else { return nil }
  // Asked of the release rather than of the history: lists show one figure each of releases of many companies.
  for id in context.usualConcepts.results {
    let found = context.archive.releases[number].firstFact(of: id, period: period, context.archive.catalog)
    guard let fact = found else { continue }
    let parts = AmountParts(
      fact.value, decimals: Int(fact.decimals), kind: context.archive.catalog.kind(of: id),
      in: context.archive.releases[number].unit(of: fact))
    return (id, parts)
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
