import CivilTime

/// The content that could not be read whole.
///
/// Its own errors are the first causes; what follows from them on pages is not reported.
public struct IncompleteContent: Hashable, Sendable {
  /// The companies whose files could not be read, by name.
  public var companies: Set<String>
  /// The date of the earliest release that could not be read whole, as its folder begins with it; empty
  /// where a folder begins with none, for then the release may be of any date.
  let firstDate: String?

  /// The folders of releases that were loaded with errors or not at all.
  private let releases: Set<String>

  /// - Parameter releases: the folders of releases that were loaded with errors or not at all.
  public init(releases: Set<String> = [], companies: Set<String> = []) {
    self.companies = companies
    self.releases = releases
    firstDate = releases.map(dateOfFolder).min()
  }

  /// Whether a figure may be missing on the page of a release, by its folder, only because that release or
  /// one before it could not be read whole.
  func lacksFigures(on folder: String) -> Bool { firstDate.map { $0 <= dateOfFolder(folder) } ?? false }

  /// Whether what a release says of itself may be missing only because it could not be read whole.
  func isUnfinished(_ folder: String) -> Bool { releases.contains(folder) }
}

/// `2003-11-14` for `2003-11-14-third-quarter-results`; empty for a folder that begins otherwise.
private func dateOfFolder(_ folder: String) -> String {
  let date = String(folder.prefix(10))
  return Day(iso: date) == nil ? "" : date
}
