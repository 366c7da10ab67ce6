import Diagnostics
import ReleaseModel

extension DiagnosticCode {
  static let silentRestatement = DiagnosticCode(
    "V302", "silent-restatement",
    rule: "A figure told again has the value it had, or the release declares the change.",
    explanation: """
      A later release that tells another value restates the earlier one. Where that is meant, say so in the later \
      release: `restates: [{ concept: Revenues, period: 2002-Q3, reason: "..." }]`. Figures of different precision \
      agree when their rounding ranges meet.
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
let relateRetellings: RelationRule = { checked, test, _ in
  for (telling, retellings) in zip(checked.tellings, checked.retellings) where retellings.count > 1 {
    let fact = telling.fact
    guard checked.first(in: retellings)?.fact.place == fact.place,
      let before = checked.earlier(in: retellings),
      !checked.release.restatements.contains(where: { $0.concept == fact.concept && $0.period == fact.period }
      )
    else { continue }
    test(Relation(kind: .retold, terms: [.init(telling), .init(before)]))
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
    guard let before = checked.earlier(restated.concept, restated.period) else {
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
  /// The first telling of the latest earlier release.
  func earlier(in retellings: Tellings) -> FactHistory.Telling? {
    guard let last = retellings.last(before: Int32(index)) else { return nil }
    return retellings.first(by: last.release)
  }

  /// The latest telling of an earlier release.
  func earlier(_ concept: ConceptID, _ period: Period) -> FactHistory.Telling? {
    guard let company else { return nil }
    return earlier(in: history.tellings(company: company, concept: concept, period: period))
  }
}
