public import CivilTime
public import PageTemplates
public import ReleaseModel

/// What the pages of one build have in common.
public struct PageContext: Sendable {
  /// The releases that are published, with the settings they are published under.
  public var archive: ReleaseArchive
  /// Every telling of the archive's facts.
  public var history: FactHistory
  /// Decides which releases are archived and which events are over.
  public var now: Instant
  /// Every address of the site, decoded: pages with a slash at the end, files without.
  public let addresses: Set<String>
  /// The same in order, to look for the one that was meant.
  let orderedAddresses: [String]
  /// Compiled against ``PageShapes/templates``.
  public var templates: CompiledTemplates
  /// The stylesheet's path below the root.
  public var stylesheet: String
  /// The folders of releases of which something could not be read: that a figure of theirs is missing is
  /// no finding of its own.
  public var incompleteReleases: Set<String> = []

  public init(
    archive: ReleaseArchive, history: FactHistory, now: Instant, addresses: Set<String>,
    templates: CompiledTemplates, stylesheet: String
  ) {
    self.archive = archive
    self.history = history
    self.now = now
    self.addresses = addresses
    orderedAddresses = addresses.sorted()
    self.templates = templates
    self.stylesheet = stylesheet
  }
}

extension PageContext {
  /// Whether a figure may be missing only because a release could not be read whole: this one or one before
  /// it, or any where none is given.
  func mayLackFigures(upTo release: Int?) -> Bool {
    guard !incompleteReleases.isEmpty else { return false }
    let known = release.map { archive.releases[...$0] } ?? archive.releases[...]
    return known.contains { incompleteReleases.contains($0.folder) }
  }
}

/// A release with what its page asks about it again and again.
struct ReleaseView: Sendable {
  /// Its place in the archive.
  var number: Int
  var release: Release
  var company: Company
  /// The company's place in the archive; -1 when it is missing there.
  var companyNumber: Int
  var figures: ReleaseFigures
  /// Where its page is.
  var address: String
  /// What the checks came to, where they ran.
  var quality: ReleaseQuality?

  init(_ number: Int, _ archive: ReleaseArchive, quality: ReleaseQuality? = nil) {
    self.number = number
    self.quality = quality
    release = archive.releases[number]
    let id = release.company
    companyNumber = archive.companies.firstIndex { $0.id == id } ?? -1
    // Loading reports a company that is missing; its releases are shown as they are all the same.
    company =
      companyNumber >= 0
      ? archive.companies[companyNumber]
      : Company(id: id, names: [], shortName: id, zone: "UTC", fiscal: .calendarYear)
    figures = ReleaseFigures(release, archive.catalog)
    address = releaseAddress(release, site: archive.site)
  }

  var fiscal: FiscalCalendar { company.fiscal }

  /// The period a concept has by default: the release's, or its end for what is counted at an instant.
  func defaultPeriod(of concept: Concept) -> Period? {
    release.period.map { concept.balance == .stock ? Period(instant: $0.end) : $0 }
  }

  /// A figure as this release tells it, or else the latest earlier one that does.
  func knownFact(_ concept: ConceptID, _ period: Period, _ context: PageContext) -> Fact? {
    if let fact = figures[concept, period] { return fact }
    return context.history.telling(
      company: companyNumber, concept: concept, period: period, knownTo: number)?.fact
  }
}

extension Release {
  /// The currency of a fact: its statement's, or the first statement's for single figures.
  func currency(of fact: Fact) -> String {
    if case .statement(let index, _, _) = fact.place { return statements[index].currency }
    return statements.first?.currency ?? "USD"
  }
}
