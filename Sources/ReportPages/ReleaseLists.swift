import CivilTime
public import ReleaseModel

/// A page of a list of releases.
public struct ReleaseListing: Hashable, Sendable {
  /// The company whose releases are listed; all companies' where it is `nil`.
  public var company: Int?
  public var scope: Scope
  /// From 1.
  public var page: Int

  /// Which releases a list holds.
  public enum Scope: Hashable, Sendable {
    case all
    case year(Int)
    case kind(Release.Kind)
    case topic(String)
  }

  public init(company: Int?, scope: Scope, page: Int = 1) {
    self.company = company
    self.scope = scope
    self.page = page
  }
}

/// A list of releases: `/releases/`, `/releases/2003/`, `/releases/kinds/earnings/`,
/// `/acme/releases/topics/plants/`; pages after the first end with `page/2/`.
///
/// `/releases/` lists every company; the default company's own list is the same page.
public func listAddress(_ listing: ReleaseListing, _ archive: ReleaseArchive) -> String {
  var address = archiveIndexAddress(company: listing.company, year: nil, archive)
  switch listing.scope {
  case .all: break
  case .year(let year): address += "\(year)/"
  case .kind(let kind): address += "kinds/\(kind.rawValue)/"
  case .topic(let topic): address += "topics/\(topic)/"
  }
  return listing.page > 1 ? "\(address)page/\(listing.page)/" : address
}

/// Every page of every list of releases of one company, or of all where it is `nil`.
public func releaseListings(company: Int?, _ context: ReleaseLists, perPage: Int) -> [ReleaseListing] {
  context.scopes(company: company).flatMap { scope in
    let count = context.releases(company: company, scope).count
    let pages = max(1, (count + perPage - 1) / perPage)
    return (1...pages).map { ReleaseListing(company: company, scope: scope, page: $0) }
  }
}

/// The releases of each list, newest first; made once for all pages.
public struct ReleaseLists: Sendable {
  /// Of all companies together, and then of each.
  private var lists: [Lists]

  /// The lists of one company, or of all.
  private struct Lists: Sendable {
    var all: [UInt32] = []
    /// Latest first.
    var years: [(year: Int, releases: [UInt32])] = []
    var kinds: [Release.Kind: [UInt32]] = [:]
    var topics: [String: [UInt32]] = [:]
    /// The topics in the order of their names' bytes.
    var topicNames: [String] = []
    /// Those of them that every list leads to.
    var commonTopics: [String] = []

    mutating func add(_ number: UInt32, _ release: Release, year: Int) {
      all.append(number)
      if let place = years.lastIndex(where: { $0.year == year }) {
        years[place].releases.append(number)
      } else {
        years.append((year, [number]))
      }
      kinds[release.kind, default: []].append(number)
      for topic in release.topics { topics[topic, default: []].append(number) }
    }

    /// Puts in order what was added.
    mutating func settle() {
      years.sort { $0.year > $1.year }
      topicNames = topics.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      commonTopics = topicNames
      if topicNames.count > ReleaseLists.mostLinkedTopics {
        let byUse = topicNames.enumerated().sorted {
          let (a, b) = (topics[$0.element]?.count ?? 0, topics[$1.element]?.count ?? 0)
          return a != b ? a > b : $0.offset < $1.offset
        }
        let chosen = byUse.prefix(ReleaseLists.mostLinkedTopics).map(\.offset).sorted()
        commonTopics = chosen.map { topicNames[$0] }
      }
    }

    func releases(_ scope: ReleaseListing.Scope) -> [UInt32]? {
      switch scope {
      case .all: all
      case .year(let year): years.first { $0.year == year }?.releases
      case .kind(let kind): kinds[kind]
      case .topic(let topic): topics[topic]
      }
    }
  }

  public init(_ archive: ReleaseArchive) {
    lists = Array(repeating: Lists(), count: archive.companies.count + 1)
    let companies = Dictionary(
      archive.companies.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, release) in archive.releases.enumerated().reversed() {
      let year = release.released.day.year
      lists[0].add(UInt32(index), release, year: year)
      if let company = companies[release.company] {
        lists[company + 1].add(UInt32(index), release, year: year)
      }
    }
    for place in lists.indices { lists[place].settle() }
  }

  /// The releases of a list, by their places in the archive.
  public func releases(company: Int?, _ scope: ReleaseListing.Scope) -> ReleasePlaces {
    ReleasePlaces(places: lists(of: company).releases(scope) ?? [])
  }

  /// The lists there are: all, years from the latest, kinds, topics in the order of their names.
  public func scopes(company: Int?) -> [ReleaseListing.Scope] {
    [.all] + years(company: company).map { .year($0) } + kinds(company: company).map { .kind($0) }
      + topics(company: company).map { .topic($0) }
  }

  /// Latest first.
  func years(company: Int?) -> [Int] { lists(of: company).years.map(\.year) }

  func kinds(company: Int?) -> [Release.Kind] {
    let kinds = lists(of: company).kinds
    return Release.Kind.allCases.filter { kinds[$0] != nil }
  }

  /// In the order of their names' bytes.
  func topics(company: Int?) -> [String] { lists(of: company).topicNames }

  /// How many topics a list leads to at the most, but for the list of all releases: with thousands of topics, each list
  /// leading to all would be thousands of times thousands.
  static let mostLinkedTopics = 100

  /// The topics to which every list leads: those with the most releases, in the order of their names' bytes.
  public func commonTopics(company: Int?) -> [String] { lists(of: company).commonTopics }

  private func lists(of company: Int?) -> Lists { lists[company.map { $0 + 1 } ?? 0] }
}

/// Releases by their places in the archive, half as long as numbers are: each release stands in six lists or more.
public struct ReleasePlaces: RandomAccessCollection, Sendable {
  fileprivate let places: [UInt32]

  public var startIndex: Int { 0 }
  public var endIndex: Int { places.count }
  public subscript(number: Int) -> Int { Int(places[number]) }
}

extension Release.Kind {
  /// The heading over all releases of the kind.
  var listTitle: String {
    switch self {
    case .earnings: "Results"
    case .announcement: "Announcements"
    case .event: "Events"
    case .filing: "Filings"
    }
  }
}
