import ReleaseModel
import Synchronization

/// An archive with what its rules need of it, found once; an object, so that its releases share it at the price of
/// one reference.
final class CheckedArchive: Sendable {
  let archive: ReleaseArchive
  let history: FactHistory
  let concepts: RelatedConcepts
  /// By a release that came out on one day with others of its company: those before it, in order; none for the first.
  /// Drafts are not among them.
  let earlierThatDay: [Int: ArraySlice<Int>]
  private let companies: [String: Int]
  private let madeVocabulary = Mutex<ProseVocabulary?>(nil)

  init(_ archive: ReleaseArchive, _ history: FactHistory) {
    self.archive = archive
    self.history = history
    concepts = RelatedConcepts(archive)
    earlierThatDay = releasesEarlierThatDay(archive.releases)
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

private func releasesEarlierThatDay(_ releases: [Release]) -> [Int: ArraySlice<Int>] {
  var found: [Int: ArraySlice<Int>] = [:]
  var start = 0
  // Those of one day stand together.
  while start < releases.count {
    let day = releases[start].released.day
    let end = releases[start...].firstIndex { $0.released.day != day } ?? releases.count
    if end - start > 1 {
      let published = (start..<end).filter { !releases[$0].isDraft }
      let companies = Dictionary(grouping: published) { releases[$0].company }
      for group in companies.values where group.count > 1 {
        for (place, release) in group.enumerated() { found[release] = group[..<place] }
      }
    }
    start = end
  }
  return found
}
