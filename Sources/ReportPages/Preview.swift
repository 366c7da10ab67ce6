/// What the pages of a preview say of themselves; nothing on a site that is published.
public struct Preview: Hashable, Sendable {
  public var isOn = false
  /// Why a release is not published yet, by its folder: `Draft`, `Held until Nov 14, 2003, 21:30 UTC`.
  public var badges: [String: String] = [:]

  public init() {}

  /// At the top of every page; empty where this is no preview.
  var notice: String {
    isOn ? "Preview, not for publication: with drafts and releases that are still held" : ""
  }
}
