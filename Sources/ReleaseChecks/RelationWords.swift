import Diagnostics
import ExactNumbers
import ReleaseModel

/// Puts broken relations into words.
struct RelationWords {
  let archive: ReleaseArchive

  init(_ archive: ReleaseArchive) { self.archive = archive }

  /// The finding about one figure and all the relations that fail for it.
  func finding(for culprit: Subject, _ violations: [Relation]) -> Finding {
    // The relation that leaves a value for the figure explains it best.
    let main =
      violations.first { relation in
        relation.index(of: culprit).flatMap { index in
          relation.expected(at: index).flatMap {
            slip(from: $0, to: relation.terms[index].telling.fact.value)
          }
        } != nil
      } ?? violations[0]
    let index = main.index(of: culprit) ?? 0
    let telling = main.terms[index].telling
    let expected = main.expected(at: index)
    var notes = arithmetic(main)
    if let expected, let slip = slip(from: expected, to: telling.fact.value) {
      notes.append("the figure would fit if \(slip.words)")
    }
    for other in violations where other != main {
      let note = "also \(other.kind.code.id): " + message(other, at: other.index(of: culprit) ?? 0)
      // Relations of one kind with other figures of the same values read alike.
      if !notes.contains(note) { notes.append(note) }
    }
    let code = main.kind.code
    return Finding(
      code, message(main, at: index), at: culprit,
      severity: violations.map(\.kind.severity).min() ?? .error,
      label: expected.map { "expected " + text($0, like: telling) },
      related: related(violations, besides: [culprit]), notes: notes,
      hints: signHints(violations) + minorUnitHints(violations) + [
        main.kind == .retold
          ? "correct a figure, or declare the change in the later release: restates: [{ concept, period, reason }]"
          : "correct a figure, or waive the check with a reason: allow: [\(code.id): \"...\"]"
      ])
  }

  func related(_ violations: [Relation], besides known: Set<Subject>) -> [Finding.Related] {
    var seen = known
    var related: [Finding.Related] = []
    for term in violations.flatMap(\.terms) where seen.insert(term.telling.subject).inserted {
      guard related.count < 12 else { break }
      related.append(
        .init(
          term.telling.subject,
          "\(name(term.telling)) for \(period(term.telling)) is \(text(term.telling.fact.value, printedAs: term.telling))"
        ))
    }
    return related
  }
}

extension RelationWords {
  func fiscal(_ release: Int) -> FiscalCalendar {
    archive.company(archive.releases[release].company)?.fiscal ?? .calendarYear
  }

  /// The label as the release prints it, quoted.
  func name(_ telling: FactHistory.Telling) -> String {
    let release = archive.releases[Int(telling.release)]
    switch telling.fact.place {
    case .statement(let index, let row, _): return "'\(release.statements[index].rows[row].label)'"
    case .figure(let index): return "'\(release.figures[index].label)'"
    }
  }

  func period(_ telling: FactHistory.Telling) -> String {
    fiscal(Int(telling.release)).spelling(of: telling.fact.period)
  }

  func text(_ amount: Amount) -> String { amount.text() }

  /// An amount as the statement of a figure would print it: in its scale, and in the sign of its row.
  func text(_ amount: Amount, like telling: FactHistory.Telling) -> String {
    text(scaled(amount, like: telling), printedAs: telling)
  }

  /// An amount in the scale in which a figure is printed: thousands in a statement in thousands.
  func scaled(_ amount: Amount, like telling: FactHistory.Telling) -> Amount {
    guard case .statement(let index, _, _) = telling.fact.place,
      archive.catalog[telling.fact.concept].kind.isScaled
    else { return amount }
    let power = archive.releases[Int(telling.release)].statements[index].scale.power
    return amount.timesPowerOfTen(-power)?.withoutTrailingZeros ?? amount
  }

  /// Whether another column has the same figure in the same row, as when a comparative was not replaced.
  func repeatsItsRow(_ telling: FactHistory.Telling) -> Bool {
    guard case .statement(let index, let row, let column) = telling.fact.place, !telling.fact.value.isZero
    else { return false }
    let cells = archive.releases[Int(telling.release)].statements[index].rows[row].cells
    return cells.indices.contains { $0 != column && cells[$0].amount == cells[column].amount }
  }

  /// A figure as its statement prints it.
  func value(_ telling: FactHistory.Telling) -> String { text(telling.fact.value, like: telling) }
}

extension Relation: Equatable {
  static func == (a: Relation, b: Relation) -> Bool { a.kind == b.kind && a.terms == b.terms }

  func index(of subject: Subject) -> Int? { terms.firstIndex { $0.telling.subject == subject } }
}
