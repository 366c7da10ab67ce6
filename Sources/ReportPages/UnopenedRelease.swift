public import CivilTime
public import ReleaseModel

/// A release that the site does not publish yet, for messages about what leads to it; for everything else it does not
/// exist.
public struct UnopenedRelease: Sendable {
  let folder: String
  /// Where its page will be.
  let address: String
  /// When it opens; `nil` for a draft.
  let opens: Instant?

  public init(_ release: Release, opens: Instant?, _ site: SiteSettings) {
    folder = release.folder
    address = releaseAddress(release, site: site)
    self.opens = opens
  }

  /// What the site does with it: `is held until 2004-03-01T16:00:00Z`.
  var words: String { opens.map { "is held until \($0)" } ?? "is a draft and is not published" }

  /// - Parameter use: what the author does that leads to it: `link to it`.
  func hints(_ use: String) -> [String] {
    if opens == nil { return ["take 'draft' out of its release.yaml, or \(use) once it is published"] }
    return [
      "\(use) once it has opened, or from a release that opens no earlier"
    ]
  }
}

extension PageContext {
  /// The release that an address will be of, or be beside.
  func unopened(at address: String) -> UnopenedRelease? {
    unopened.first { address.hasPrefix($0.address) || address + "/" == $0.address }
  }
}
