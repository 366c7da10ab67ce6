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
      notes.append("also \(other.kind.code.id): " + message(other, at: other.index(of: culprit) ?? 0))
    }
    let code = main.kind.code
    let costs = violations.contains(where: \.holdsWithCostsTurned) ? [costsHint] : []
    return Finding(
      code, message(main, at: index), at: culprit,
      severity: violations.map(\.kind.severity).min() ?? .error,
      label: expected.map { "expected " + text($0, like: telling) },
      related: related(violations, besides: [culprit]), notes: notes,
      hints: costs + [
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
          "\(name(term.telling)) for \(period(term.telling)) is \(text(term.telling.fact.value))"))
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

  /// An amount in the scale in which a figure is printed: thousands in a statement in thousands.
  func text(_ amount: Amount, like telling: FactHistory.Telling) -> String {
    guard case .statement(let index, _, _) = telling.fact.place,
      archive.catalog[telling.fact.concept].kind.isScaled
    else { return text(amount) }
    let power = archive.releases[Int(telling.release)].statements[index].scale.power
    return text(amount.timesPowerOfTen(-power)?.withoutTrailingZeros ?? amount)
  }

  /// Whether another column has the same figure in the same row, as when a comparative was not replaced.
  func repeatsItsRow(_ telling: FactHistory.Telling) -> Bool {
    guard case .statement(let index, let row, let column) = telling.fact.place, !telling.fact.value.isZero
    else { return false }
    let cells = archive.releases[Int(telling.release)].statements[index].rows[row].cells
    return cells.indices.contains { $0 != column && cells[$0].amount == cells[column].amount }
  }

  /// A figure in the scale in which its statement prints it.
  func value(_ telling: FactHistory.Telling) -> String { text(telling.fact.value, like: telling) }
}

/// What to do about a statement that prints its costs in parentheses.
private let costsHint =
  "costs are told as positive amounts, without parentheses or a minus, and a tax benefit as a negative one"

extension Relation {
  /// Whether a sum would hold if all that it takes away had the other sign, as where costs stand in parentheses.
  fileprivate var holdsWithCostsTurned: Bool {
    guard kind == .footing || kind == .incomeLessTax, terms.contains(where: { $0.weight < 0 }) else {
      return false
    }
    let turned = terms.map { Term($0.telling, abs($0.weight)) }
    return kind.outcome(of: turned.span) == .holds
  }
}

extension Relation: Equatable {
  static func == (a: Relation, b: Relation) -> Bool { a.kind == b.kind && a.terms == b.terms }

  func index(of subject: Subject) -> Int? { terms.firstIndex { $0.telling.subject == subject } }
}
