public import CivilTime

/// Everything the structured part of `content/` says, and nothing about where in the files it says so.
public struct ReleaseArchive: Sendable {
  public var site: SiteSettings
  public var catalog: ConceptCatalog
  /// By file name, in order of file name.
  public var companies: [Company]
  /// Oldest first; on one day by time, then by folder.
  public var releases: [Release]
  /// Releases as they stood before they were corrected, in the order of their folders.
  public var oldVersions: [OldVersion] = []

  public init(
    site: SiteSettings, catalog: ConceptCatalog, companies: [Company] = [], releases: [Release] = []
  ) {
    self.site = site
    self.catalog = catalog
    self.companies = companies
    self.releases = releases
  }

  public func company(_ id: String) -> Company? { companies.first { $0.id == id } }
}

/// What `site.yaml` says.
public struct SiteSettings: Hashable, Sendable {
  public var title: String
  /// A line beside the title: `Investor relations archive`.
  public var tagline: String?
  public var description: String?
  /// Where the site will be served, without a slash at its end: `https://archive.example/ir`.
  public var baseURL: String
  /// BCP 47: `en-US`.
  public var language: String
  /// The default company, whose releases live at unprefixed addresses.
  public var company: String
  /// The moment the site is built for, where the author pins one.
  public var asOf: Instant?
  /// Years after which a release shows that it is archived.
  public var archivedAfterYears: Int
  /// A notice in the foot of every page, in the author's words.
  public var notice: String?
  public var navigation: [NavigationItem]
  /// Addresses whose pages were taken back.
  public var withdrawn: [Withdrawal] = []
  /// The address of the terms under which others may use the data.
  public var license: String?
  /// What is published; ``OutputKind/html`` always is.
  public var outputs: Set<OutputKind>
  /// How many releases a page of a list shows.
  public var releasesPerPage: Int
  /// The topics that releases may name, in the site's order; empty where they may name any.
  public var topics: [Topic]

  /// A subject of releases.
  public struct Topic: Hashable, Sendable {
    /// As it stands in addresses: `blood-products`.
    public var name: String
    /// In words: `Blood products`.
    public var title: String

    public init(name: String, title: String) {
      self.name = name
      self.title = title
    }
  }

  public struct NavigationItem: Hashable, Sendable {
    public var title: String
    /// A path of the site: `/about/`.
    public var path: String

    public init(title: String, path: String) {
      self.title = title
      self.path = path
    }
  }

  public init(title: String, baseURL: String, company: String) {
    self.title = title
    self.baseURL = baseURL
    self.company = company
    language = "en"
    archivedAfterYears = 2
    navigation = []
    outputs = Set(OutputKind.allCases)
    releasesPerPage = 100
    topics = []
  }

  /// A topic in words: as the site names it, else its name with spaces for hyphens.
  public func title(ofTopic name: String) -> String {
    if let topic = topics.first(where: { $0.name == name }) { return topic.title }
    let words = String(name.map { $0 == "-" ? " " : $0 })
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

/// A published address that was taken back; what stood below it went with it.
public struct Withdrawal: Hashable, Sendable {
  /// A path of the site: `/releases/2003/third-quarter-results/`, or a file's.
  public var path: String
  /// The day on which it went.
  public var day: Day
  /// Why, in words that readers will see.
  public var reason: String

  public init(path: String, day: Day, reason: String) {
    self.path = path
    self.day = day
    self.reason = reason
  }
}
