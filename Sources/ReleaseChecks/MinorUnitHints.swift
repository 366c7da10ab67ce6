import ExactNumbers
import ReleaseModel

extension RelationWords {
  /// What to do about figures per share that are about a hundred times what they should be, or a hundredth: pence that
  /// are read as pounds, or the other way round.
  ///
  /// It is said beside what is wrong in any case, so rounding may well leave it open.
  func minorUnitHints(_ violations: [Relation]) -> [String] {
    for relation in violations {
      guard let telling = relation.terms.first?.telling, let expected = expectedPerShare(relation) else {
        continue
      }
      let unit = archive.unit(of: telling)
      guard let minor = MinorUnit.of(unit.currency) else { continue }
      let times = telling.fact.value.approximate / expected.approximate
      let printed = value(telling)
      if !unit.isMinor, times > 80, times < 125 {
        return [
          "\(printed) is read as \(unit.currency): in \(minor.name) it is '\(printed)\(minor.mark)', or has \(minor.code ?? minor.name) under 'unit' of its row"
        ]
      }
      if unit.isMinor, times > 0.008, times < 0.0125 {
        return [
          "\(printed) is read as \(minor.name): in \(unit.currency) it has no '\(minor.mark)', and no \(minor.code ?? minor.name) under 'unit' of its row"
        ]
      }
    }
    return []
  }

  /// What the first figure of a relation should be where that is an amount per share, to more digits than it has.
  private func expectedPerShare(_ relation: Relation) -> Amount? {
    let facts = relation.terms.map(\.telling.fact)
    let expected: Amount? =
      switch relation.kind {
      case .earningsPerShare: facts[1].value.divided(by: facts[2].value, scale: 6)
      case .retold where archive.catalog.kind(of: facts[0].concept) == .perShare: facts[1].value
      default: nil
      }
    return expected.flatMap { $0.isZero ? nil : $0 }
  }
}
