public import CivilTime
import PageTemplates
public import ReleaseModel

/// A release that a company expects to publish.
struct ExpectedItem {
  /// By the company's place in the archive.
  var company: Int
  var release: ExpectedRelease

  /// `Third quarter 2003 results`, `Next release`.
  func title(_ fiscal: FiscalCalendar) -> String {
    release.title ?? release.period.map { "\(fiscal.words($0)) results" } ?? "Next release"
  }
}

/// The next releases that are expected, soonest first: of one company, or of all where it is `nil`.
///
/// One is shown until its moment has come or its results are published.
func expectedReleases(company: Int?, _ context: PageContext) -> [ExpectedItem] {
  let companies = company.map { $0..<$0 + 1 } ?? context.archive.companies.indices
  let items = companies.compactMap { index -> ExpectedItem? in
    expectedRelease(of: context.archive.companies[index], context.archive, now: context.now).map {
      ExpectedItem(company: index, release: $0)
    }
  }
  return items.sorted { a, b in
    (a.release.expected.order, a.company) < (b.release.expected.order, b.company)
  }
}

/// What a company is still expected to publish at a moment.
func expectedRelease(of company: Company, _ archive: ReleaseArchive, now: Instant) -> ExpectedRelease? {
  guard let expected = company.nextRelease, !hasPassed(expected.expected, now) else { return nil }
  guard let period = expected.period else { return expected }
  let isPublished = archive.releases.contains { release in
    release.company == company.id && release.kind == .earnings && release.period == period
  }
  return isPublished ? nil : expected
}

/// What a company had expected to publish by a moment and has not: pages do not tell of it any more.
///
/// What was expected is the results of its period, or without a period any release of that day or later.
public func missedRelease(of company: Company, _ archive: ReleaseArchive, now: Instant) -> ExpectedRelease? {
  guard let expected = company.nextRelease, hasPassed(expected.expected, now) else { return nil }
  let isPublished = archive.releases.contains { release in
    guard release.company == company.id else { return false }
    guard let period = expected.period else { return release.released.day >= expected.expected.day }
    return release.kind == .earnings && release.period == period
  }
  return isPublished ? nil : expected
}

/// The record of a release that is expected, for a list of them on a page.
func expectedRecord(_ item: ExpectedItem, on page: String, _ context: PageContext) -> TemplateRecord {
  let company = context.archive.companies[item.company]
  let moment = item.release.expected
  return PageShapes.expectedRelease.record(
    .text(item.title(company.fiscal)),
    .text(context.namesCompanies(on: page) ? company.currentName(context) : nil),
    .text(isoText(moment)),
    .text("\(EnglishCalendar.weekday(moment.day)), \(momentWords(moment))"),
    .text(moment.time.map { zoneWords($0) }))
}

extension Company {
  /// The name on the day of the company's newest release, or the last one where there is none.
  func currentName(_ context: PageContext) -> String {
    let newest = context.companyNumbers[id].flatMap { context.releasesOf[$0].last }
    return newest.map { name(on: context.archive.releases[$0].released.day) } ?? names.last?.value
      ?? shortName
  }
}
