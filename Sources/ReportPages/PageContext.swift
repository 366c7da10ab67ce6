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
  /// What could not be read whole: that something of theirs is missing is no finding of its own.
  public var incomplete = IncompleteContent()
  /// What a preview says of its releases that are not published yet.
  public var preview = Preview()
  /// The place of each company in the archive.
  let companyNumbers: [String: Int]
  /// The releases of each company, oldest first, by the company's place in the archive.
  let releasesOf: [[Int]]

  public init(
    archive: ReleaseArchive, history: FactHistory, now: Instant, addresses: Set<String>,
    templates: CompiledTemplates, stylesheet: String
  ) {
    self.archive = archive
    self.history = history
    self.now = now
    self.addresses = addresses
    orderedAddresses = addresses.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let numbers = Dictionary(archive.companies.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var releasesOf = archive.companies.map { _ in [Int]() }
    for (index, release) in archive.releases.enumerated() {
      if let number = numbers[release.company] { releasesOf[number].append(index) }
    }
    companyNumbers = numbers
    self.releasesOf = releasesOf
    self.templates = templates
    self.stylesheet = stylesheet
  }
}

extension PageContext {
  /// Whether files of a kind are part of the site.
  func publishes(_ kind: OutputKind) -> Bool { archive.site.outputs.contains(kind) }

  /// A company of the archive, by its name in addresses.
  func company(_ id: String) -> Company? { companyNumbers[id].map { archive.companies[$0] } }

  /// Whether a figure may be missing only because a release could not be read whole: this one or one before
  /// it, or any where none is given.
  func mayLackFigures(upTo release: Int?) -> Bool {
    guard let release else { return incomplete.firstDate != nil }
    return incomplete.lacksFigures(on: archive.releases[release].folder)
  }
}

/// A release with what its page asks about it again and again.
struct ReleaseView: Sendable {
  /// Its place in the archive.
  var number: Int
  var release: Release
  var company: Company
  /// The company's place in the archive; `nil` when it is missing there.
  var companyNumber: Int?
  var figures: ReleaseFigures
  /// Where its page is.
  var address: String
  /// What the checks came to, where they ran.
  var quality: ReleaseQuality?

  init(_ number: Int, _ context: PageContext, quality: ReleaseQuality? = nil) {
    let archive = context.archive
    self.number = number
    self.quality = quality
    release = archive.releases[number]
    let id = release.company
    companyNumber = context.companyNumbers[id]
    // Loading reports a company that is missing; its releases are shown as they are all the same.
    company =
      companyNumber.map { archive.companies[$0] }
      ?? Company(id: id, names: [], shortName: id, zone: "UTC", fiscal: .calendarYear)
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
    guard let companyNumber else { return nil }
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
