import Diagnostics
import ExactNumbers
import ReleaseModel

/// Takes figures of one column that are all a thousand times too large or too small as one finding: what they have in
/// common is the statement's scale, not a slip in each.
func scaleCulprits(_ violations: inout [Relation], _ words: RelationWords) -> [Finding] {
  var order: [ScaledColumn] = []
  var groups: [ScaledColumn: [Relation]] = [:]
  for violation in violations where violation.kind == .size {
    guard let column = ScaledColumn(violation) else { continue }
    if groups[column] == nil { order.append(column) }
    groups[column, default: []].append(violation)
  }
  let wrong = order.filter { groups[$0]?.count ?? 0 >= leastOfScale }
  if wrong.isEmpty { return [] }
  let taken = Set(wrong)
  violations.removeAll { violation in
    violation.kind == .size && (ScaledColumn(violation).map(taken.contains) ?? false)
  }
  return wrong.map { words.finding(forScaleOf: $0, groups[$0] ?? []) }
}

/// So many figures of a column have one cause.
private let leastOfScale = 3

/// A column, and what its figures are of those of the periods round it.
struct ScaledColumn: Hashable {
  var column: Subject
  var factor: Factor

  /// Of a figure's relation to its neighbours; `nil` for a single figure, which has no scale.
  init?(_ violation: Relation) {
    guard violation.terms.count > 1, let column = violation.terms[0].telling.subject.column else {
      return nil
    }
    let (own, near) = (violation.terms[0].telling.fact.value, violation.terms[1].telling.fact.value)
    guard !own.isZero, !near.isZero else { return nil }
    let ratio = (own.approximate / near.approximate).magnitude
    self.column = column
    factor = Factor(power: ratio > 30_000 || ratio < 1 / 30_000 ? 6 : 3, isPart: ratio < 1)
  }
}

extension RelationWords {
  /// The finding about a column whose figures are of another size than those round them.
  func finding(forScaleOf column: ScaledColumn, _ violations: [Relation]) -> Finding {
    guard case .column(let number, let statement, let index) = column.column else {
      return finding(for: column.column, violations)
    }
    let own = archive.releases[number].statements[statement]
    let heading = fiscal(number).spelling(of: own.columns[index])
    let near = violations[0].terms[1].telling
    var hints = ["check 'scale' of the statement"]
    if case .statement(let other, _, _) = near.fact.place {
      let release = archive.releases[Int(near.release)]
      let scale = release.statements[other].scale
      if scale != own.scale {
        hints = [
          "check 'scale' of the statement: it is in \(own.scale.rawValue), and that of the release of \(release.released.day) in \(scale.rawValue)"
        ]
      }
    }
    return Finding(
      .scaleSlip,
      "\(violations.count) figures of the column \(heading) are about \(column.factor.words) those of the periods round it",
      at: column.column, severity: violations.map(\.kind.severity).min() ?? .error,
      related: related([violations[0]], besides: []), notes: violations.map { message($0, at: 0) },
      hints: hints + ["or waive the check with a reason: allow: [\(DiagnosticCode.scaleSlip.id): \"...\"]"])
  }
}
