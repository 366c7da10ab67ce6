public import CivilTime
import Markup
public import PageTemplates
public import ReleaseModel
import Synchronization

/// What the pages of one build have in common; read by all of them and changed by none.
public final class PageContext: Sendable {
  /// The releases that are published, with the settings they are published under.
  public let archive: ReleaseArchive
  /// Every telling of the archive's facts.
  public let history: FactHistory
  /// Decides which releases are archived and which events are over.
  public let now: Instant
  /// Every address of the site, decoded: pages with a slash at the end, files without.
  public let addresses: Set<String>
  /// The same in order, to look for the one that was meant; sorted when the first link leads nowhere.
  private let ordered = Mutex<[String]?>(nil)
  /// Compiled against ``PageShapes/templates``.
  public let templates: CompiledTemplates
  /// The stylesheet's path below the root.
  public let stylesheet: String
  /// The icon's path below the root; empty where the theme has none.
  public let icon: String
  /// What could not be read whole: that something of theirs is missing is no finding of its own.
  public let incomplete: IncompleteContent
  /// What a preview says of its releases that are not published yet.
  public let preview: Preview
  /// What the site holds back.
  let unopened: [UnopenedRelease]
  /// The companies whose names the addresses of their pages begin with.
  private let prefixedCompanies: Set<Substring>
  /// The kinds of files that are part of the site; in a list, because a few are compared sooner than hashed.
  private let published: [OutputKind]
  /// The path under which the site is served, with a slash at both ends.
  let basePath: String
  /// What stands in the navigation of every page.
  let navigation: [SiteSettings.NavigationItem]
  /// The formats in which the site's feeds are written.
  let feedFormats: [FeedFormat]
  /// The concepts that pages ask for by themselves.
  let usualConcepts: UsualConcepts
  /// The place of each company in the archive.
  let companyNumbers: [String: Int]
  /// Of each company the releases that restate earlier figures, oldest first.
  let restatingOf: [[Int]]
  /// The zones of the companies, by name.
  let zones: [String: Zone]
  /// Reads what charts are written with.
  public let chartReading: ChartReading
  /// The releases of each company, oldest first, by the company's place in the archive.
  let releasesOf: [[Int]]
  /// The year of each release, which in all these lists only rises.
  let years: [Int]
  /// The place of each release's company in the archive; -1 where it is missing there.
  private let companies: [Int32]
  /// The lists of releases.
  public let lists: ReleaseLists
  /// What ended the old version whose page is made; `nil` for everything else.
  public let oldVersion: EndedVersion?

  public init(
    archive: ReleaseArchive, history: FactHistory, now: Instant, addresses: Set<String>,
    templates: CompiledTemplates, stylesheet: String, icon: String = "",
    incomplete: IncompleteContent = IncompleteContent(), lists: ReleaseLists? = nil,
    oldVersion: EndedVersion? = nil, preview: Preview = Preview(),
    unopened: [UnopenedRelease] = [], zones: [String: Zone] = [:],
    chartReading: ChartReading = ChartReading()
  ) {
    self.archive = archive
    published = Array(archive.site.outputs)
    self.history = history
    self.now = now
    self.addresses = addresses
    let numbers = Dictionary(archive.companies.enumerated().map { ($1.id, $0) }) { first, _ in first }
    navigation = Self.navigation(archive)
    companyNumbers = numbers
    prefixedCompanies = Set(archive.companies.lazy.map { $0.id[...] }.filter { $0 != archive.site.company })
    basePath = ReportPages.basePath(archive.site.baseURL)
    feedFormats = ReportPages.feedFormats(archive)
    usualConcepts = UsualConcepts(archive.catalog)
    let releasesOf = Self.releases(archive, numbers)
    self.releasesOf = releasesOf
    restatingOf = releasesOf.map { $0.filter { !archive.releases[$0].restatements.isEmpty } }
    self.zones = zones
    self.chartReading = chartReading
    self.lists = lists ?? ReleaseLists(archive)
    years = archive.releases.map { $0.released.day.year }
    companies = archive.releases.map { Int32(numbers[$0.company] ?? -1) }
    self.templates = templates
    self.stylesheet = stylesheet
    self.icon = icon
    self.incomplete = incomplete
    self.oldVersion = oldVersion
    self.preview = preview
    self.unopened = unopened
  }

  /// The site's own navigation, or else its releases, figures and events, where it has those.
  private static func navigation(_ archive: ReleaseArchive) -> [SiteSettings.NavigationItem] {
    let site = archive.site
    if !site.navigation.isEmpty { return site.navigation }
    var items = [SiteSettings.NavigationItem(title: "Releases", path: "/releases/")]
    if site.outputs.contains(.financials) { items.append(.init(title: "Financials", path: "/financials/")) }
    if site.outputs.contains(.calendar), archive.releases.contains(where: { !$0.events.isEmpty }) {
      items.append(.init(title: "Events", path: "/events/"))
    }
    return items
  }

  private static func releases(_ archive: ReleaseArchive, _ numbers: [String: Int]) -> [[Int]] {
    var releasesOf = archive.companies.map { _ in [Int]() }
    for (index, release) in archive.releases.enumerated() {
      if let number = numbers[release.company] { releasesOf[number].append(index) }
    }
    return releasesOf
  }

  /// The context of an old version's page: the archive as it was on the day of the release, which is its last.
  ///
  /// - Parameter history: of that archive.
  public func ofOldVersion(
    _ archive: ReleaseArchive, _ history: FactHistory, ended: EndedVersion
  ) -> PageContext {
    PageContext(
      archive: archive, history: history, now: now, addresses: addresses, templates: templates,
      stylesheet: stylesheet, icon: icon, incomplete: incomplete, oldVersion: ended,
      preview: preview, unopened: unopened, zones: zones, chartReading: chartReading)
  }
}

/// The correction that ended an old version, and where the release stands now.
public struct EndedVersion: Sendable {
  public var correction: Correction
  /// `/releases/2003/third-quarter-results/`.
  public var currentAddress: String

  public init(correction: Correction, currentAddress: String) {
    self.correction = correction
    self.currentAddress = currentAddress
  }
}

extension PageContext {
  /// Every address in the order of its bytes.
  var orderedAddresses: [String] {
    ordered.withLock { ordered in
      if let ordered { return ordered }
      let sorted = addresses.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      ordered = sorted
      return sorted
    }
  }

  /// Whether files of a kind are part of the site.
  func publishes(_ kind: OutputKind) -> Bool { published.contains(kind) }

  /// Whether the site publishes a format.
  func publishes(_ format: PublishedFormat) -> Bool {
    switch format {
    case .csv: publishes(OutputKind.csv)
    case .xlsx: publishes(OutputKind.xlsx)
    case .json: publishes(OutputKind.json)
    }
  }

  /// A release by its place in the archive, without a copy of it.
  subscript(release number: Int) -> Release {
    _read { yield archive.releases[number] }
  }

  /// The place in the archive of a release's company; `nil` when it is missing there.
  public func companyNumber(of release: Int) -> Int? {
    let number = Int(companies[release])
    return number < 0 ? nil : number
  }

  /// The calendar of a release's company.
  func fiscal(of release: Int) -> FiscalCalendar {
    companyNumber(of: release).map { archive.companies[$0].fiscal } ?? .calendarYear
  }

  /// A company of the archive, by its name in addresses.
  func company(_ id: String) -> Company? { companyNumbers[id].map { archive.companies[$0] } }

  /// Whether lists on a page tell whose each release is: the site has several companies, and the page is not
  /// one's own.
  func namesCompanies(on page: String) -> Bool {
    guard archive.companies.count > 1 else { return false }
    let folder = page.utf8.dropFirst().prefix { $0 != UInt8(ascii: "/") }
    return folder.endIndex == page.endIndex
      || !prefixedCompanies.contains(page[folder.startIndex..<folder.endIndex])
  }

  /// Whether a figure may be missing only because a release could not be read whole: this one or one before
  /// it, or any where none is given.
  public func mayLackFigures(upTo release: Int?) -> Bool {
    guard let release else { return incomplete.firstDate != nil }
    return incomplete.lacksFigures(on: archive.releases[release].folder)
  }
}

/// A release with what its page asks about it again and again.
final class ReleaseView {
  /// Its place in the archive.
  let number: Int
  let release: Release
  let company: Company
  /// The company's place in the archive; `nil` when it is missing there.
  let companyNumber: Int?
  let figures: ReleaseFigures
  /// Where its page is.
  let address: String
  /// What the checks came to, where they ran.
  var quality: ReleaseQuality?
  /// How far the page looked while it was made.
  var reach: PageReach = []
  /// The address's last part in words: `Third quarter results`.
  private(set) lazy var shortTitle = ReportPages.shortTitle(release)
  /// What the company is called on the day of the release.
  private(set) lazy var companyName = company.name(on: release.released.day)
  /// What anchors say of the periods of the page, and where other releases stand from it, each found once.
  private var periodAnchors: [(period: Period, anchor: String)] = []
  private var yearsEarlier: [(period: Period, earlier: Period?)] = []
  private var periodWords: [(period: Period, words: String)] = []
  private var releaseAddresses: [(release: Int, address: String)] = []

  init(_ number: Int, _ context: PageContext, quality: ReleaseQuality? = nil) {
    let archive = context.archive
    self.number = number
    self.quality = quality
    release = archive.releases[number]
    let id = release.company
    companyNumber = context.companyNumber(of: number)
    // Loading reports a company that is missing; its releases are shown as they are all the same.
    company =
      companyNumber.map { archive.companies[$0] }
      ?? Company(id: id, names: [], shortName: id, zone: "UTC", fiscal: .calendarYear)
    figures = ReleaseFigures(release, archive.catalog)
    address = releaseAddress(release, site: archive.site)
  }

  var fiscal: FiscalCalendar { company.fiscal }

  /// The exchange and symbol as the release prints them, or else the company's of that day.
  var ticker: String? { release.ticker ?? company.tickers.value(on: release.released.day) }

  /// What anchors of the page say of a period: `2003-Q3`.
  func periodAnchor(_ period: Period) -> String {
    if let known = periodAnchors.first(where: { $0.period == period }) { return known.anchor }
    let anchor = ReportPages.periodAnchor(period, fiscal)
    if periodAnchors.count < mostRemembered { periodAnchors.append((period, anchor)) }
    return anchor
  }

  /// A period in words: `Third quarter 2003`.
  func words(_ period: Period) -> String {
    if let known = periodWords.first(where: { $0.period == period }) { return known.words }
    let words = fiscal.words(period)
    if periodWords.count < mostRemembered { periodWords.append((period, words)) }
    return words
  }

  /// The same period of the company's year before.
  func yearEarlier(_ period: Period) -> Period? {
    if let known = yearsEarlier.first(where: { $0.period == period }) { return known.earlier }
    let earlier = fiscal.yearEarlier(period)
    if yearsEarlier.count < mostRemembered { yearsEarlier.append((period, earlier)) }
    return earlier
  }

  /// The way from the page to another release's, by that one's place in the archive.
  func relativeAddress(toRelease other: Int, _ context: PageContext) -> String {
    if let known = releaseAddresses.first(where: { $0.release == other }) { return known.address }
    let address = composed {
      $0.relativeAddress(from: self.address) { $0.address(ofRelease: other, context) }
    }
    if releaseAddresses.count < mostRemembered { releaseAddresses.append((other, address)) }
    return address
  }

  /// The period a concept has by default: the release's, or its end for what is counted at an instant.
  func defaultPeriod(of concept: Concept) -> Period? { defaultPeriod(concept.balance) }

  /// The same by what the concept counts.
  func defaultPeriod(_ balance: Concept.Balance) -> Period? {
    release.period.map { balance == .stock ? Period(instant: $0.end) : $0 }
  }

  /// What one of the release's figures may be compared with: a concept for a period in the figure's denomination, as
  /// this release tells it, or else the latest earlier one that does.
  func comparable(
    _ concept: ConceptID, _ period: Period, in denomination: Denomination, _ context: PageContext
  ) -> KnownFigure? {
    if let own = figures[concept, period], self.denomination(of: own, context) == denomination {
      return KnownFigure(fact: own, release: number)
    }
    guard let companyNumber else { return nil }
    return context.history.telling(
      company: companyNumber, concept: concept, period: period, in: denomination, knownTo: number
    ).map { KnownFigure(fact: $0.fact, release: Int($0.release)) }
  }

  /// Whether this release, or one before it, prints a dash for a concept and a period, in the currency of a figure.
  func printsDash(_ concept: ConceptID, _ period: Period?, as figure: Fact, _ context: PageContext) -> Bool {
    guard let period, let companyNumber else { return false }
    let isDenominated = context.archive.catalog.kind(of: concept).isDenominated
    return context.archive.printsDash(
      concept, period, in: isDenominated ? release.currency(of: figure) : nil,
      among: context.releasesOf[companyNumber], upTo: number)
  }

  /// What one of the release's figures is counted in.
  func denomination(of fact: Fact, _ context: PageContext) -> Denomination {
    companyNumber.map { context.history.denomination(of: fact, company: $0, release: number) } ?? .newest
  }
}

/// How many of them a page remembers; few pages have more, and to look through many would take long.
private let mostRemembered = 16
