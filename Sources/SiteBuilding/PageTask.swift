/// One page that a build makes; what it needs besides is in the ``SitePlan``.
enum PageTask: Hashable, Sendable {
  /// A release, by its place in the archive.
  case release(Int)
  /// All releases, of one company where one is given, of one year where one is given.
  case releases(company: Int?, year: Int?)
  case home
  /// The history of a company's figures.
  case financials(company: Int)
  /// A hand-written page, by its place among them.
  case written(Int)
  /// What the checks of the archive came to; made when all other pages are.
  case dataQuality
  case notFound
  /// What is left where a page was withdrawn, by its place in the site's settings.
  case withdrawn(Int)
}
