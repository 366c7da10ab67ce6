/// What the pages of a preview say of themselves; nothing on a site that is published.
public struct Preview: Hashable, Sendable {
  public var isOn = false
  /// Why a release is not published yet, by its folder: `Draft`, `Held until November 14, 2003, 9:30 p.m. UTC`.
  public var badges: [String: String] = [:]

  public init() {}

  /// At the top of every page; empty where this is no preview.
  var notice: String {
    isOn ? "Preview, not for publication: holds drafts and releases that are still held" : ""
  }
}
