public import CivilTime
public import PageTemplates
public import ReleaseModel

/// What the pages of one build have in common.
public struct PageContext: Sendable {
  /// The releases that are published, with the settings they are published under.
  public var archive: ReleaseArchive
  public var index: FigureIndex
  /// Decides which releases are archived and which events are over.
  public var now: Instant
  /// Every address of the site, decoded: pages with a slash at the end, files without.
  public var addresses: Set<String>
  /// Compiled against ``PageShapes/templates``.
  public var templates: CompiledTemplates
  /// The stylesheet's path below the root.
  public var stylesheet: String

  public init(
    archive: ReleaseArchive, now: Instant, addresses: Set<String>, templates: CompiledTemplates,
    stylesheet: String
  ) {
    self.archive = archive
    self.now = now
    self.addresses = addresses
    self.templates = templates
    self.stylesheet = stylesheet
    index = FigureIndex(archive)
  }
}

/// A release with what its page asks about it again and again.
struct ReleaseView: Sendable {
  /// Its place in the archive.
  var number: Int
  var release: Release
  var company: Company
  var figures: ReleaseFigures
  /// Where its page is.
  var address: String

  /// `nil` for a release whose company is not in the archive; loading has reported that.
  init?(_ number: Int, _ archive: ReleaseArchive) {
    guard archive.releases.indices.contains(number) else { return nil }
    release = archive.releases[number]
    guard let company = archive.company(release.company) else { return nil }
    self.number = number
    self.company = company
    figures = ReleaseFigures(release, archive.catalog)
    address = releaseAddress(release, site: archive.site)
  }

  var fiscal: FiscalCalendar { company.fiscal }

  /// The period a concept has by default: the release's, or its end for what is counted at an instant.
  func defaultPeriod(of concept: Concept) -> Period? {
    release.period.map { concept.balance == .stock ? Period(instant: $0.end) : $0 }
  }

  /// The currency of a fact: its statement's, or the first statement's for single figures.
  func currency(of fact: Fact) -> String {
    if case .statement(let index, _, _) = fact.place { return release.statements[index].currency }
    return release.statements.first?.currency ?? "USD"
  }
}
