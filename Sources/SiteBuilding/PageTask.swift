import ReportPages

/// One page that a build makes; what it needs besides is in the ``SitePlan``.
///
/// Two words long, for there are as many as pages: what takes more stands apart.
enum PageTask: Hashable, Sendable {
  /// A release, by its place in the archive.
  case release(Int)
  /// A page of a list of releases.
  indirect case releases(ReleaseListing)
  /// A release as it stood before a correction, by its place among the archive's old versions.
  case oldVersion(Int)
  case home
  /// The page of a company that is not the default one.
  case company(Int)
  /// All events, of one company where one is given, of one year where one is given.
  indirect case events(company: Int?, year: Int?)
  /// What sends readers on from an address that a page had once, by its place among the aliases.
  case moved(Int)
  /// The history of a company's figures.
  case financials(company: Int)
  /// A hand-written page, by its place among them.
  case written(Int)
  /// What the checks of the archive came to; made when all other pages are.
  case dataQuality
  case notFound
  /// What is left where a page was withdrawn, by its place in the site's settings.
  case withdrawn(Int)

  /// The template that makes its page.
  var template: String {
    switch self {
    case .release, .oldVersion: "release"
    case .releases: "releases"
    case .home, .company: "home"
    case .events: "events"
    case .moved: "moved"
    case .financials: "financials"
    case .written, .dataQuality, .withdrawn: "page"
    case .notFound: "not-found"
    }
  }
}
