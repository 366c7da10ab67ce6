public import ReleaseModel

/// The figures of one release that something confirms: a relation that binds their value and holds, or an
/// agreeing telling of another release.
///
/// All others are stated once: nothing contradicts them, and nothing verifies them.
public func confirmedFigures(
  of release: Int, _ archive: ReleaseArchive, _ history: FactHistory
) -> Set<Subject> {
  let companies = Dictionary(
    archive.companies.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  let checked = CheckedRelease(
    release, in: archive, history, RelatedConcepts(archive), companies: companies)
  var confirmed: Set<Subject> = []
  for rule in relationRules {
    let confirm = { (relation: Relation) in
      guard relation.bindsValues, case .holds = relation.outcome else { return }
      for term in relation.terms where Int(term.telling.release) == release {
        confirmed.insert(term.telling.subject)
      }
    }
    rule(checked, confirm, { _ in })
  }
  for (telling, retellings) in zip(checked.tellings, checked.retellings)
  where retellings.contains(where: { $0.release != telling.release && $0.fact.agrees(with: telling.fact) }) {
    confirmed.insert(telling.subject)
  }
  return confirmed
}
