import Diagnostics
import ExactNumbers
import ReleaseModel

extension RelationWords {
  /// The finding about a column whose rows contradict other periods.
  func finding(forColumn column: Subject, _ violations: [Relation]) -> Finding {
    var heading = ""
    if case .column(let release, let statement, let index) = column {
      heading = fiscal(release).spelling(of: archive.releases[release].statements[statement].columns[index])
    }
    let rows = Set(
      violations.flatMap(\.terms).map(\.telling.subject).filter { $0.column == column })
    let factor = commonFactor(of: column, violations)
    let what =
      factor.map { "are \($0.words) what other releases tell" } ?? "contradict other periods or releases"
    return Finding(
      .columnContradictsArchive, "\(rows.count) figures of the column \(heading) \(what)", at: column,
      related: related(violations, besides: rows), notes: violations.map { message($0, at: 0) },
      hints: factor.map { hints(for: $0, column) } ?? hints(for: column, violations, contradicted: rows.count)
    )
  }

  /// A heading that stands over the wrong figures, and figures that were changed since, look alike: where most of a
  /// column's figures agree, its heading is hardly wrong.
  private func hints(for column: Subject, _ violations: [Relation], contradicted: Int) -> [String] {
    let heading = "check whether the heading is right, or swapped with another"
    guard let restatement = restatement(in: column, violations) else { return [heading] }
    return contradicted * 2 <= figures(in: column)
      ? [restatement, heading] : [heading, "or " + restatement]
  }

  private func hints(for factor: Factor, _ column: Subject) -> [String] {
    var hints = ["check 'scale' of the statement"]
    if factor.isPart, let figure = pointedFigure(in: column) {
      hints = [
        "commas separate thousands, a full stop the decimals: write \(figure.timesPowerOfTen(3)?.text() ?? figure.text())",
        "or check 'scale' of the statement",
      ]
    }
    return hints
  }

  /// How to declare one of the changes, where the column's release tells another value than an earlier one.
  private func restatement(in column: Subject, _ violations: [Relation]) -> String? {
    let retold = violations.filter { $0.kind == .retold && $0.terms[0].telling.subject.column == column }
    guard let telling = retold.first?.terms[0].telling else { return nil }
    let (concept, period) = (archive.catalog[telling.fact.concept].name, period(telling))
    return
      "if the release restates \(retold.count == 1 ? "it" : "them"), declare each change: restates: [{ concept: \(concept), period: \(period), reason: ... }]"
  }

  private func figures(in column: Subject) -> Int {
    cells(of: column).count { $0.amount != nil }
  }

  /// A figure with three digits after its point, such as thousands that are grouped with points have.
  private func pointedFigure(in column: Subject) -> Amount? {
    cells(of: column).lazy.compactMap(\.amount).first { $0.scale == 3 && $0.mantissa.magnitude >= 1_000 }
  }

  private func cells(of column: Subject) -> [Cell] {
    guard case .column(let release, let statement, let index) = column else { return [] }
    return archive.releases[release].statements[statement].rows.compactMap { row in
      row.cells.indices.contains(index) ? row.printed(row.cells[index]) : nil
    }
  }
}

/// What all figures of a column are of those that they should equal.
struct Factor: Hashable {
  /// Three or six.
  var power: Int
  /// Whether they are smaller.
  var isPart: Bool

  var words: String {
    switch (power, isPart) {
    case (3, true): "a thousandth of"
    case (3, false): "1,000 times"
    case (_, true): "a millionth of"
    case (_, false): "1,000,000 times"
    }
  }
}

/// The factor of a thousand or a million by which every figure is off, where it is the same for all.
private func commonFactor(of column: Subject, _ violations: [Relation]) -> Factor? {
  var common: Factor?
  for violation in violations where violation.kind.isAcross {
    guard violation.kind == .retold else { return nil }
    let (one, other) = (violation.terms[0].telling, violation.terms[1].telling)
    let isFirst = one.subject.column == column
    let (own, told) = (
      isFirst ? one.fact.value : other.fact.value, isFirst ? other.fact.value : one.fact.value
    )
    let factor = [3, 6].lazy.flatMap { power in
      [
        own.timesPowerOfTen(power) == told ? Factor(power: power, isPart: true) : nil,
        told.timesPowerOfTen(power) == own ? Factor(power: power, isPart: false) : nil,
      ]
    }.compactMap(\.self).first
    guard let factor, !own.isZero, common == nil || common == factor else { return nil }
    common = factor
  }
  return common
}
