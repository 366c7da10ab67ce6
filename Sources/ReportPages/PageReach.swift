/// How far a release's page looks beyond its own release: what must be as it was for the page to stay as it is.
public enum PageReach: UInt8, Comparable, Sendable {
  /// To what its company had told until then, and to the heading of the next release.
  case past
  /// To all that its company tells: figures in its text may be confirmed by later releases.
  case company
  /// To anything on the site: it has links to other pages, or blocks and figures from elsewhere.
  case archive

  public static func < (a: PageReach, b: PageReach) -> Bool { a.rawValue < b.rawValue }

  mutating func widen(to other: PageReach) { self = max(self, other) }
}
