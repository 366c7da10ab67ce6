import Diagnostics
import ExactNumbers
import ReleaseModel

/// One finding for each cause: the figures that best explain which relations fail, each with all of those.
///
/// A figure is the likelier cause the more failing relations it takes part in, the fewer that hold, and when
/// one slip of the hand would explain it; then the total before its items, and the later telling. What would have to be
/// below zero, where nothing of its kind is, is hardly the cause.
func culprits(
  of violations: [Relation], _ holding: [Subject: Int], _ words: RelationWords
) -> [Finding] {
  connected(violations).flatMap { component -> [Finding] in
    var open = component.sorted { ($0.kind.code.id, $0.owner) < ($1.kind.code.id, $1.owner) }
    // Where hundreds fail together no single cause is to be found, and looking for it would take long.
    if open.count > 300 { return open.map { words.finding(for: $0.terms[0].telling.subject, [$0]) } }
    var findings: [Finding] = []
    while let culprit = likeliest(in: open, holding, words) {
      // A waiver of the culprit's release takes its own relations along, not those beside them.
      let mine = open.filter { $0.involves(culprit) }
      let waived = mine.filter { isWaived($0.kind.code.id, in: culprit.release, words.archive) }
      for part in [mine.filter { !waived.contains($0) }, waived] where !part.isEmpty {
        findings.append(words.finding(for: culprit, part))
      }
      open.removeAll { $0.involves(culprit) }
    }
    return findings
  }
}

extension Relation {
  func involves(_ subject: Subject) -> Bool { suspects.contains { $0.telling.subject == subject } }
}

private struct Suspicion {
  var subject: Subject
  var failing = 0
  var holding: Int
  /// How well a slip of the hand explains it: swapped digits fit by chance less often than one that is changed.
  var slip = 0
  var isImpossible = false
  var isHead: Bool

  func isStronger(than other: Suspicion) -> Bool {
    if failing != other.failing { return failing > other.failing }
    if isImpossible != other.isImpossible { return other.isImpossible }
    if holding != other.holding { return holding < other.holding }
    if slip != other.slip { return slip > other.slip }
    if isHead != other.isHead { return isHead }
    if subject.release != other.subject.release { return subject.release > other.subject.release }
    return false
  }
}

private func likeliest(
  in violations: [Relation], _ holding: [Subject: Int], _ words: RelationWords
) -> Subject? {
  var order: [Subject] = []
  var suspicions: [Subject: Suspicion] = [:]
  for violation in violations {
    for (index, term) in violation.suspects.enumerated() {
      let subject = term.telling.subject
      var suspicion =
        suspicions[subject]
        ?? Suspicion(
          subject: subject, holding: holding[subject] ?? 0, slip: words.repeatsItsRow(term.telling) ? 1 : 0,
          isHead: index == 0)
      if suspicion.failing == 0 { order.append(subject) }
      suspicion.failing += 1
      if let expected = violation.expected(at: index) {
        if let slip = slip(from: expected, to: term.telling.fact.value) {
          suspicion.slip = max(suspicion.slip, slip == .wrongDigit ? 1 : 2)
        } else if violation.isImpossible(expected, at: index, words.archive.catalog) {
          suspicion.isImpossible = true
        }
      }
      suspicions[subject] = suspicion
    }
  }
  var best: Suspicion?
  for subject in order {
    guard let next = suspicions[subject] else { continue }
    if best.map({ next.isStronger(than: $0) }) ?? true { best = next }
  }
  return best?.subject
}

extension Relation {
  /// The figures that may be wrong: two neighbours or more of a figure of the wrong size are witnesses only.
  var suspects: ArraySlice<Term> { kind == .size && terms.count > 2 ? terms.prefix(1) : terms[...] }

  /// The value that the other figures leave for one, to its precision; `nil` where they only bound it.
  func expected(at index: Int) -> Amount? {
    let fact = terms[index].telling.fact
    if isEquality { return terms[1 - index].telling.fact.value }
    if kind.isQuotient, index == 0 {
      let quotient = terms[1].telling.fact.value.divided(
        by: terms[2].telling.fact.value, scale: Int(Swift.max(0, Swift.min(fact.decimals, 18))))
      return terms[1].weight < 0 ? quotient?.negated : quotient
    }
    if kind == .perShareSign { return fact.value.negated }
    // What a measure is made of is told in statements, which say more of it than a measure does.
    guard isSum, kind != .measureDifference || index == 0 else { return nil }
    // The first is the weighted sum of the others.
    var sum: Amount? = index == 0 ? .zero : terms[0].telling.fact.value
    for (other, term) in terms.enumerated().dropFirst() where other != index {
      let adds = (term.weight > 0) == (index == 0)
      sum = sum.flatMap { adds ? $0 + term.telling.fact.value : $0 - term.telling.fact.value }
    }
    if index > 0, terms[index].weight < 0 { sum = sum?.negated }
    guard let sum, let near = rounded(sum, decimals: Int(fact.decimals)) else { return nil }
    // Three zeros too many hide the digits that the figure was told with.
    return slip(from: sum, to: fact.value) == .scale ? sum.withoutTrailingZeros : near
  }

  /// Whether what the other figures leave for one is below zero, where neither it nor anything of its kind is: an amount
  /// that has no sign, or a cost.
  fileprivate func isImpossible(_ expected: Amount, at index: Int, _ catalog: ConceptCatalog) -> Bool {
    guard kind == .footing || kind == .balance, expected.isNegative,
      !terms[index].telling.fact.value.isNegative
    else { return false }
    return catalog[terms[index].telling.fact.concept].sign == .nonNegative || terms[index].weight < 0
  }
}

/// Rounded as XBRL's `decimals` says.
func rounded(_ amount: Amount, decimals: Int) -> Amount? {
  if decimals >= 0 { return amount.rounded(scale: min(decimals, 18))?.withoutTrailingZeros }
  return amount.timesPowerOfTen(decimals)?.rounded(scale: 0)?.timesPowerOfTen(-decimals)
}

/// The relations in groups that share figures, each group in order of its first.
private func connected(_ violations: [Relation]) -> [[Relation]] {
  var parents = Array(violations.indices)
  func root(_ index: Int) -> Int {
    var index = index
    while parents[index] != index {
      parents[index] = parents[parents[index]]
      index = parents[index]
    }
    return index
  }
  var seen: [Subject: Int] = [:]
  for (index, violation) in violations.enumerated() {
    for term in violation.suspects {
      if let other = seen.updateValue(index, forKey: term.telling.subject) {
        let (a, b) = (root(other), root(index))
        parents[max(a, b)] = min(a, b)
      }
    }
  }
  var groups: [Int: [Relation]] = [:]
  for (index, violation) in violations.enumerated() { groups[root(index), default: []].append(violation) }
  return groups.keys.sorted().compactMap { groups[$0] }
}
