import Diagnostics
import ExactNumbers
import ReleaseModel

extension DiagnosticCode {
  static let scaleSlip = DiagnosticCode(
    "V202", "scale-slip",
    rule: "A figure is of the size of its neighbours, not a thousand or a million times that.",
    explanation: """
      The neighbours are the same concept's figures for spans of the same length, or for other days. The rule speaks \
      only where they are near each other and the figure would be near them with three or six zeros more or less.
      """)
}

/// V202: a thousand times too much or too little, seen against the periods before and after.
let relateSizes: RelationRule = { checked, test in
  guard let company = checked.company else { return }
  var all: ArraySlice<FactHistory.Telling> = []
  for (telling, retellings) in zip(checked.tellings, checked.retellings) {
    let fact = telling.fact
    let concept = checked.catalog[fact.concept]
    guard concept.kind == .money || concept.kind == .shares, !fact.value.isZero else { continue }
    // Figures of one concept stand side by side.
    if all.first?.fact.concept != fact.concept {
      all = checked.history.tellings(company: company, concept: fact.concept)
    }
    // What is within thirty times its next neighbour cannot be a thousand times all of them.
    if isNear(fact, all, retellings.startIndex - 1) || isNear(fact, all, retellings.endIndex) { continue }
    let near = neighbours(of: fact, retellings.indices, all)
    guard near.count >= leastNeighbours(concept, fact.concept, checked.concepts),
      isSlip(fact.value, among: near.map(\.fact.value), canBeSmall: concept.sign == .any)
    else { continue }
    test(Relation(kind: .size, terms: [.init(telling)] + near.map { .init($0) }))
  }
}

/// Whether a figure is of the size of the one at an index, if that is of a span as long.
private func isNear(_ fact: Fact, _ all: ArraySlice<FactHistory.Telling>, _ index: Int) -> Bool {
  guard all.indices.contains(index) else { return false }
  let other = all[index].fact
  guard abs(other.period.days - fact.period.days) <= 10, other.value.scale == fact.value.scale else {
    return false
  }
  let (a, b) = (fact.value.mantissa.magnitude, other.value.mantissa.magnitude)
  return a / 30 < b && b / 30 < a
}

/// How many neighbours it takes to say that a figure is out of size: what hardly jumps needs one.
private func leastNeighbours(_ concept: Concept, _ id: ConceptID, _ concepts: RelatedConcepts) -> Int {
  let steady = [
    concepts.revenues, concepts.assets, concepts.liabilitiesAndEquity, concepts.commonShares,
    concepts.basicShares, concepts.dilutedShares,
  ]
  if steady.contains(id) { return 1 }
  return concept.sign == .nonNegative ? 2 : 4
}

/// The nearest tellings of the same concept for spans of about the same length, at most four to either side.
private func neighbours(
  of fact: Fact, _ own: Range<Int>, _ all: ArraySlice<FactHistory.Telling>
) -> [FactHistory.Telling] {
  var found: [FactHistory.Telling] = []
  func walk(_ indices: some Sequence<Int>) {
    var count = 0
    for index in indices.prefix(24) {
      let other = all[index]
      guard abs(other.fact.period.days - fact.period.days) <= 10, !other.fact.value.isZero,
        other.fact.period != found.last?.fact.period
      else { continue }
      found.append(other)
      count += 1
      if count == 4 { return }
    }
  }
  walk((all.startIndex..<own.lowerBound).reversed())
  walk(own.upperBound..<all.endIndex)
  return found
}

/// Whether the others lie within a factor of ten, and the value would be among them only after a shift by
/// three or six digits. What can have either sign can also come out near nothing, and is never too small.
private func isSlip(_ value: Amount, among others: [Amount], canBeSmall: Bool) -> Bool {
  let scale = Int(max(value.scale, others.map(\.scale).max() ?? 0))
  let wide = ([value] + others).compactMap { amount in
    scaled(Int128(amount.mantissa), by: scale - Int(amount.scale)).map { Swift.max($0, -$0) }
  }
  guard wide.count == others.count + 1, let low = wide.dropFirst().min(), let high = wide.dropFirst().max(),
    let room = scaled(low, by: 1), high <= room
  else { return false }
  return [3, 6].contains { power in
    let isLarge = isAmong(wide[0], scaled(low, by: power), scaled(high, by: power))
    let isSmall = !canBeSmall && scaled(wide[0], by: power).map { isAmong($0, low, high) } ?? false
    return isLarge || isSmall
  }
}

/// Whether a value lies between two others, or within a factor of three of them.
private func isAmong(_ value: Int128, _ low: Int128?, _ high: Int128?) -> Bool {
  guard let low, let high, let most = times(3, high), let triple = times(3, value) else { return false }
  return triple >= low && value <= most
}

/// A product that fits, or `nil`.
func times(_ a: Int128, _ b: Int128) -> Int128? {
  let (product, lost) = a.multipliedReportingOverflow(by: b)
  return lost ? nil : product
}
