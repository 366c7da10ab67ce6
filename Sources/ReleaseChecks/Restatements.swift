import Diagnostics
import ReleaseModel

extension DiagnosticCode {
  static let silentRestatement = DiagnosticCode(
    "V302", "silent-restatement",
    rule: "A figure told again has the value it had, or the release declares the change.",
    explanation: """
      A later release that tells another value restates the earlier one. Where that is meant, say so in the later \
      release: `restates: [{ concept: Revenues, period: 2002-Q3, reason: "..." }]`. Figures of different precision \
      agree when their rounding ranges meet. An amount in another currency is another figure, neither the same one nor \
      a restated one.
      """)
  static let idleRestatement = DiagnosticCode(
    "V303", "idle-restatement",
    rule: "A declared restatement changes an earlier figure.",
    explanation: """
      Readers are told that a figure was changed, so it must have been told before, and differently. Remove the entry \
      of `restates`, or correct its concept or period.
      """)
}

/// V302: each figure against the release that told it before.
let relateRetellings: RelationRule = { checked, ledger in
  for run in checked.runs {
    for figure in checked.figures[run.figures] where figure.isFirst && figure.retold.count > 1 {
      let fact = figure.telling.fact
      guard let before = checked.earlier(figure.retold, of: run.all),
        !checked.release.restatements.contains(where: {
          $0.concept == fact.concept && $0.period == fact.period
        })
      else { continue }
      ledger.test(.retold, [.init(figure.telling), .init(run.all[before])])
    }
  }
}

/// V303: every declared restatement tells something new about something old.
let checkRestatements: Rule = { checked in
  guard !checked.release.restatements.isEmpty else { return nil }
  return checked.release.restatements.enumerated().compactMap { index, restated in
    let name = checked.catalog[restated.concept].name
    let period = checked.fiscal.spelling(of: restated.period)
    let place = Subject.key(release: checked.index, path: "restates.\(index)")
    guard let now = checked.own(restated.concept, restated.period) else {
      return Finding(
        .idleRestatement, "'\(name)' for \(period) is declared restated, but this release does not tell it",
        at: place, hints: ["tell the new value in a statement or among the figures"])
    }
    guard let before = checked.earlier(now) else {
      if let other = checked.earlierInAnotherCurrency(now) {
        let (own, old) = (checked.history.currency(of: now), checked.history.currency(of: other))
        return Finding(
          .idleRestatement,
          "'\(name)' for \(period) is declared restated, but this release tells it in \(own) and earlier ones in \(old)",
          at: place,
          related: [
            .init(now.subject, "told here in \(own) for the first time"), .init(other.subject, "in \(old)"),
          ],
          hints: ["an amount in another currency restates none; remove the entry"])
      }
      return Finding(
        .idleRestatement, "'\(name)' for \(period) is declared restated, but no earlier release tells it",
        at: place, related: [.init(now.subject, "told here for the first time")])
    }
    guard now.fact.agrees(with: before.fact) else { return nil }
    return Finding(
      .idleRestatement, "'\(name)' for \(period) is declared restated, but its value is the same", at: place,
      related: [
        .init(now.subject, "the value of this release"), .init(before.subject, "the value before"),
      ])
  }
}

extension CheckedRelease {
  /// Of some tellings of one figure the first of the latest earlier release, by its place.
  func earlier(_ places: Range<Int>, of all: Tellings) -> Int? {
    guard let last = places.last(where: { all.release(of: $0) < Int32(index) }) else { return nil }
    let release = all.release(of: last)
    return places.first { all.release(of: $0) == release }
  }

  /// What the latest earlier release told first of a figure of this one, in its denomination.
  func earlier(_ own: FactHistory.Telling) -> FactHistory.Telling? {
    guard let company else { return nil }
    let all = history.tellings(
      company: company, concept: own.fact.concept, period: own.fact.period,
      in: history.denomination(of: own))
    return earlier(all.indices, of: all).map { all[$0] }
  }

  /// The same in any denomination.
  fileprivate func earlierInAnotherCurrency(_ own: FactHistory.Telling) -> FactHistory.Telling? {
    guard let company else { return nil }
    return history.denominations(company: company, concept: own.fact.concept).lazy.compactMap {
      [self] denomination in
      let all = history.tellings(
        company: company, concept: own.fact.concept, period: own.fact.period, in: denomination)
      return earlier(all.indices, of: all).map { all[$0] }
    }.first
  }
}
