/// How far a release's page looks beyond its own release: what must be as it was for the page to stay as it is.
///
/// Every one looks at what its company had told until then, and at the heading of the company's next release.
public struct PageReach: OptionSet, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// To all that its company tells: figures in its text may be confirmed by later releases.
  public static let company = PageReach(rawValue: 1)
  /// To the addresses of the site: it has links to other pages.
  public static let addresses = PageReach(rawValue: 2)
  /// To anything on the site: it has blocks and figures from elsewhere.
  public static let archive = PageReach(rawValue: 4)
}
