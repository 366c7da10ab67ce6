import ReleaseModel
import Synchronization

/// An archive with what its rules need of it, found once; an object, so that its releases share it at the price of
/// one reference.
final class CheckedArchive: Sendable {
  let archive: ReleaseArchive
  let history: FactHistory
  let concepts: RelatedConcepts
  private let companies: [String: Int]
  private let madeVocabulary = Mutex<ProseVocabulary?>(nil)

  init(_ archive: ReleaseArchive, _ history: FactHistory) {
    self.archive = archive
    self.history = history
    concepts = RelatedConcepts(archive)
    companies = Dictionary(
      archive.companies.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The place in the archive of a release's company; `nil` for one that was not read.
  func company(of release: Release) -> Int? { companies[release.company] }

  /// What the words of labels say of each concept; made when the first headline with a figure asks for it.
  var vocabulary: ProseVocabulary {
    madeVocabulary.withLock { made in
      if let made { return made }
      let vocabulary = ProseVocabulary(archive.catalog)
      made = vocabulary
      return vocabulary
    }
  }

  /// What headlines call each concept.
  var measureNames: MeasureNames { vocabulary.names }
}
