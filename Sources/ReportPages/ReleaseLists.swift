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
  private var lists: [Key: [Int]] = [:]

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
        lists[Key(company: nil, scope: scope), default: []].append(index)
        if let company = companies[release.company] {
          lists[Key(company: company, scope: scope), default: []].append(index)
        }
      }
    }
  }

  /// The releases of a list, by their places in the archive.
  public func releases(company: Int?, _ scope: ReleaseListing.Scope) -> [Int] {
    lists[Key(company: company, scope: scope)] ?? []
  }

  /// The lists there are: all, years from the latest, kinds, topics in the order of their names.
  public func scopes(company: Int?) -> [ReleaseListing.Scope] {
    [.all] + years(company: company).map { .year($0) } + kinds(company: company).map { .kind($0) }
      + topics(company: company).map { .topic($0) }
  }

  /// Latest first.
  func years(company: Int?) -> [Int] {
    lists.keys.compactMap { key in
      if key.company == company, case .year(let year) = key.scope { year } else { nil }
    }.sorted(by: >)
  }

  func kinds(company: Int?) -> [Release.Kind] {
    Release.Kind.allCases.filter { lists[Key(company: company, scope: .kind($0))] != nil }
  }

  func topics(company: Int?) -> [String] {
    lists.keys.compactMap { key in
      if key.company == company, case .topic(let topic) = key.scope { topic } else { nil }
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
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
