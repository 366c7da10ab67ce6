import Diagnostics
import ReleaseModel

extension DiagnosticCode {
  static let columnContradictsArchive = DiagnosticCode(
    "V305", "column-contradicts-archive",
    rule: "The figures of a column agree with what the archive tells of its period.",
    explanation: """
      When several rows of one column contradict other releases or other periods, while the column agrees with itself, \
      its heading is the likelier mistake: two headings swapped, or a period mistyped. Where a later year was restated, \
      or shares were split, declare each change under `restates` of the later release. Figures that are all off by the \
      same thousand are of another scale, or were grouped with points.
      """)
}

/// Takes what several rows of a column have in common as one finding, at the column's heading.
///
/// Where its release sets that aside, it takes only what the column contradicts: whether the column agrees with itself is
/// another question.
func columnCulprits(_ violations: inout [Relation], _ words: RelationWords) -> [Finding] {
  var findings: [Finding] = []
  while let (column, group) = likeliestColumn(violations) {
    if isWaived(DiagnosticCode.columnContradictsArchive.id, in: column.release, words.archive) {
      let across = group.filter(\.kind.isAcross)
      findings.append(words.finding(forColumn: column, across))
      violations.removeAll { relation in
        relation.kind.isAcross && relation.terms.contains { $0.telling.subject.column == column }
      }
      continue
    }
    findings.append(words.finding(forColumn: column, group))
    let subjects = Set(group.flatMap(\.terms).map(\.telling.subject).filter { $0.column == column })
    violations.removeAll { relation in relation.terms.contains { subjects.contains($0.telling.subject) } }
  }
  return findings
}

/// Lets a finding about columns take up what it explains: the broken relations of their figures.
///
/// Headings in mixed order put every column of their statement in doubt. A finding that its release sets aside explains
/// nothing: its figures are told to be right.
func absorb(_ violations: inout [Relation], into findings: inout [Finding], _ archive: ReleaseArchive) {
  for index in findings.indices where findings[index].severity == .error {
    let finding = findings[index]
    guard case .column(let release, let statement, _) = finding.subject,
      !isWaived(finding.code.id, in: release, archive)
    else { continue }
    let columns = [finding.subject] + finding.related.map(\.subject)
    let isTaken = { (relation: Relation) in
      relation.terms.contains { term in
        guard case .cell(release, statement, _, _) = term.telling.subject else { return false }
        return finding.code == .mixedOrder || (term.telling.subject.column.map(columns.contains) ?? false)
      }
    }
    let count = violations.count
    violations.removeAll(where: isTaken)
    if violations.count < count {
      findings[index].notes.append("with it fail \(count - violations.count) relations of its figures")
    }
  }
}

/// The column in which most rows, and at least two, contradict other periods or releases.
private func likeliestColumn(_ violations: [Relation]) -> (column: Subject, group: [Relation])? {
  var order: [Subject] = []
  var rows: [Subject: Set<Subject>] = [:]
  for violation in violations where violation.kind.isAcross {
    for term in violation.terms {
      let subject = term.telling.subject
      guard let column = subject.column else { continue }
      if rows[column] == nil { order.append(column) }
      rows[column, default: []].insert(subject)
    }
  }
  var best: (column: Subject, count: Int)?
  for column in order {
    guard let count = rows[column]?.count, count >= 2, count > best?.count ?? 1 else { continue }
    best = (column, count)
  }
  guard let best else { return nil }
  return (
    best.column,
    violations.filter { relation in relation.terms.contains { $0.telling.subject.column == best.column } }
  )
}

extension Relation.Kind {
  /// Whether it relates different periods or releases.
  var isAcross: Bool { self == .retold || self == .periodsAddUp || self == .partWithinWhole }
}

extension Subject {
  /// The column of a cell.
  var column: Subject? {
    guard case .cell(let release, let statement, _, let column) = self else { return nil }
    return .column(release: release, statement: statement, column: column)
  }
}
