public import ReleaseModel

/// The figures of one release that something confirms: a relation that binds their value and holds, or an
/// agreeing telling of another release.
///
/// All others are stated once: nothing contradicts them, and nothing verifies them.
public func confirmedFigures(
  of release: Int, _ archive: ReleaseArchive, _ history: FactHistory
) -> Set<Subject> {
  let checked = CheckedRelease(release, in: CheckedArchive(archive, history))
  var ledger = Ledger(confirming: release)
  for rule in relationRules { rule(checked, &ledger) }
  var confirmed = ledger.confirmed
  for run in checked.runs {
    for figure in checked.figures[run.figures] {
      let telling = figure.telling
      let others = run.all[figure.retold]
      guard others.contains(where: { $0.release != telling.release && $0.fact.agrees(with: telling.fact) })
      else {
        continue
      }
      confirmed.insert(telling.subject)
    }
  }
  return confirmed
}
