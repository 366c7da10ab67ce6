import ReleaseModel

/// An archive with what its rules need of it, found once; an object, so that its releases share it at the price of
/// one reference.
final class CheckedArchive: Sendable {
  let archive: ReleaseArchive
  let history: FactHistory
  let concepts: RelatedConcepts
  private let companies: [String: Int]

  init(_ archive: ReleaseArchive, _ history: FactHistory) {
    self.archive = archive
    self.history = history
    concepts = RelatedConcepts(archive)
    companies = Dictionary(
      archive.companies.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The place in the archive of a release's company; `nil` for one that was not read.
  func company(of release: Release) -> Int? { companies[release.company] }
}
