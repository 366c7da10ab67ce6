import CivilTime
public import Markup
public import ReleaseModel

/// Whose releases, and of which kind, a feed tells.
public struct FeedScope: Hashable, Sendable {
  /// By the company's place in the archive; everyone's where it is `nil`.
  public var company: Int?
  /// Any where it is `nil`.
  public var kind: Release.Kind?

  public init(company: Int? = nil, kind: Release.Kind? = nil) {
    self.company = company
    self.kind = kind
  }
}

/// How a feed is written.
public enum FeedFormat: String, Hashable, Sendable, CaseIterable {
  case atom, json, rss

  /// What readers know it by.
  var name: String {
    switch self {
    case .atom: "Atom"
    case .json: "JSON Feed"
    case .rss: "RSS"
    }
  }

  /// The media type by which programs know it.
  public var mediaType: String {
    switch self {
    case .atom: "application/atom+xml"
    case .json: "application/feed+json"
    case .rss: "application/rss+xml"
    }
  }
}

/// A feed's address: `/feed.xml`, `/feed.json`, `/rss.xml`, or of one kind `/feeds/earnings.xml`, `.json` and
/// `.rss`; those of a company that is not the default one begin with its name.
public func feedAddress(_ scope: FeedScope, _ format: FeedFormat, _ archive: ReleaseArchive) -> String {
  let prefix = scope.company.map { companyPrefix(archive.companies[$0].id, archive.site) } ?? ""
  switch (scope.kind, format) {
  case (nil, .atom): return prefix + "/feed.xml"
  case (nil, .json): return prefix + "/feed.json"
  case (nil, .rss): return prefix + "/rss.xml"
  case (.some(let kind), .atom): return prefix + "/feeds/\(kind.rawValue).xml"
  case (.some(let kind), .json): return prefix + "/feeds/\(kind.rawValue).json"
  case (.some(let kind), .rss): return prefix + "/feeds/\(kind.rawValue).rss"
  }
}

/// The formats in which the site's feeds are written.
func feedFormats(_ archive: ReleaseArchive) -> [FeedFormat] {
  archive.site.outputs.contains(.feeds) ? FeedFormat.allCases : [.atom]
}

/// Every feed the site has, the one of everything first: in each scope that has releases, in every format.
///
/// A company that is not the default one has feeds of its own; the default one's releases are in the site's.
public func feeds(_ archive: ReleaseArchive) -> [(scope: FeedScope, format: FeedFormat)] {
  var scopes = [FeedScope()]
  guard archive.site.outputs.contains(.feeds) else { return [(FeedScope(), .atom)] }
  var kinds: [String: Set<Release.Kind>] = [:]
  for index in archive.releases.indices {
    kinds[archive.releases[index].company, default: []].insert(archive.releases[index].kind)
  }
  func told(_ kinds: Set<Release.Kind>) -> [Release.Kind] { Release.Kind.allCases.filter(kinds.contains) }
  scopes += told(kinds.values.reduce([]) { $0.union($1) }).map { FeedScope(kind: $0) }
  for (index, company) in archive.companies.enumerated() where company.id != archive.site.company {
    guard let own = kinds[company.id] else { continue }
    scopes.append(FeedScope(company: index))
    scopes += told(own).map { FeedScope(company: index, kind: $0) }
  }
  return scopes.flatMap { scope in FeedFormat.allCases.map { (scope, $0) } }
}

/// Writes a feed, newest release first.
public func feed(_ scope: FeedScope, _ format: FeedFormat, _ context: PageContext) -> ByteSink {
  let feed = Feed(scope, format, context)
  switch format {
  case .atom: return atomFeed(feed)
  case .json: return jsonFeed(feed)
  case .rss: return rssFeed(feed)
  }
}

/// How many of the newest releases a feed tells.
private let longestFeed = 50

/// A feed as every format tells it.
struct Feed {
  var title: String
  var subtitle: String?
  var language: String
  /// The page that lists the same releases, with scheme and host.
  var home: String
  /// The feed's own address, with scheme and host.
  var own: String
  /// For ever the same.
  var identity: String
  /// Newest first.
  var entries: [FeedEntry]

  /// When its newest entry changed last; with no entry the beginning of 1970, because a feed must say something
  /// and the clock must not.
  var updated: Instant { entries.map(\.updated).max() ?? Instant(seconds: 0) }
}

/// One release as feeds tell it.
struct FeedEntry {
  /// The permanent address with scheme and host.
  var address: String
  var title: String
  var summary: String?
  /// The company's name on the day of the release.
  var author: String
  /// In words: `Quarterly results`.
  var category: String
  var published: Instant
  /// When its text changed last.
  var updated: Instant
}

extension Feed {
  init(_ scope: FeedScope, _ format: FeedFormat, _ context: PageContext) {
    let archive = context.archive
    let site = archive.site
    let company = scope.company.map { archive.companies[$0].currentName(context) }
    title = [company ?? site.title, scope.kind?.plural].compactMap { $0 }.joined(separator: ": ")
    subtitle = company == nil ? site.tagline : site.title
    language = site.language
    home = site.baseURL + companyAddress(company: scope.company, archive)
    own = site.baseURL + feedAddress(scope, format, archive)
    identity = scope == FeedScope() ? home : site.baseURL + feedAddress(scope, .atom, archive)
    let members = scope.company.map { context.releasesOf[$0] } ?? Array(archive.releases.indices)
    let newest = members.reversed().lazy.filter { index in
      scope.kind.map { $0 == archive.releases[index].kind } ?? true
    }
    entries = newest.prefix(longestFeed).map { feedEntry(archive.releases[$0], context) }
  }
}

private func feedEntry(_ release: Release, _ context: PageContext) -> FeedEntry {
  let site = context.archive.site
  let company = context.company(release.company)
  return FeedEntry(
    address: site.baseURL + releaseAddress(release, site: site), title: release.headline,
    summary: release.summary, author: company?.name(on: release.released.day) ?? release.company,
    category: kindWords(release, company?.fiscal ?? .calendarYear), published: context.published(release),
    updated: context.updated(release))
}

extension Release.Kind {
  /// All releases of the kind: `Results`, `Announcements`.
  var plural: String {
    switch self {
    case .earnings: "Results"
    case .announcement: "Announcements"
    case .event: "Events"
    case .filing: "Filings"
    }
  }
}
