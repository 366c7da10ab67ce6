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
///
/// Each page of a list names the lists beside it, so those are known by company: there are as many lists as a part of
/// the archive's releases.
public struct ReleaseLists: Sendable {
  private var lists: [Key: [UInt32]] = [:]
  /// Of each company, and of all under `nil`: latest first.
  private var years: [Int?: [Int]] = [:]
  /// In the order of their names' bytes.
  private var topics: [Int?: [String]] = [:]

  private struct Key: Hashable {
    var company: Int?
    var scope: ReleaseListing.Scope
  }

  public init(_ archive: ReleaseArchive) {
    let companies = Dictionary(
      archive.companies.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, release) in archive.releases.enumerated().reversed() {
      let scopes: [ReleaseListing.Scope] =
        [.all, .year(release.released.day.year), .kind(release.kind)] + release.topics.map { .topic($0) }
      for scope in scopes {
        lists[Key(company: nil, scope: scope), default: []].append(UInt32(index))
        if let company = companies[release.company] {
          lists[Key(company: company, scope: scope), default: []].append(UInt32(index))
        }
      }
    }
    for key in lists.keys {
      switch key.scope {
      case .year(let year): years[key.company, default: []].append(year)
      case .topic(let topic): topics[key.company, default: []].append(topic)
      case .all, .kind: break
      }
    }
    for company in years.keys { years[company]?.sort(by: >) }
    for company in topics.keys {
      topics[company]?.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
  }

  /// The releases of a list, by their places in the archive.
  public func releases(company: Int?, _ scope: ReleaseListing.Scope) -> ReleasePlaces {
    ReleasePlaces(places: lists[Key(company: company, scope: scope)] ?? [])
  }

  /// The lists there are: all, years from the latest, kinds, topics in the order of their names.
  public func scopes(company: Int?) -> [ReleaseListing.Scope] {
    [.all] + years(company: company).map { .year($0) } + kinds(company: company).map { .kind($0) }
      + topics(company: company).map { .topic($0) }
  }

  /// Latest first.
  func years(company: Int?) -> [Int] { years[company] ?? [] }

  func kinds(company: Int?) -> [Release.Kind] {
    Release.Kind.allCases.filter { lists[Key(company: company, scope: .kind($0))] != nil }
  }

  func topics(company: Int?) -> [String] { topics[company] ?? [] }
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
