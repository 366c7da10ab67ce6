import ParallelWork

/// What the last build knows of its releases and pages, read beside what a build does before it asks for that.
public struct RecordsAhead: Sendable {
  let pages: Beside<PageRecord?>
  let releases: Beside<RecordedReleases?>

  /// The releases that the last build read; `nil` where they are not known.
  public var knownReleases: RecordedReleases? { releases.result }

  /// What the last build knows of its pages; those made from the same files are the same now.
  ///
  /// - Parameter publication: the one they are for, which knows the last build, and keeps others from changing what it
  ///   left.
  public func pages(for publication: Publication) -> PageRecord? {
    guard let tree = publication.lastTree, var pages = pages.result, pages.site == tree.site else {
      return nil
    }
    pages.altered = tree.altered
    return pages
  }
}
