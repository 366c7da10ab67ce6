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
let relateSizes: RelationRule = { checked, test, held in
  guard let company = checked.company else { return }
  var all = Tellings()
  for (telling, retellings) in zip(checked.tellings, checked.retellings) {
    let fact = telling.fact
    let concept = checked.concepts.traits(of: fact.concept)
    guard concept.kind == .money || concept.kind == .shares, !fact.value.isZero else { continue }
    // Figures of one concept stand side by side.
    if all.first?.fact.concept != fact.concept {
      all = checked.history.tellings(company: company, concept: fact.concept)
    }
    // What is within thirty times its next neighbour cannot be a thousand times all of them.
    if isNear(fact, all, retellings.startIndex - 1) || isNear(fact, all, retellings.endIndex) {
      held(.size)
      continue
    }
    let near = neighbours(of: fact, retellings.indices, all)
    guard near.count >= leastNeighbours(concept, fact.concept, checked.concepts) else { continue }
    guard isSlip(fact.value, among: near, canBeSmall: concept.sign == .any) else {
      held(.size)
      continue
    }
    test(Relation(kind: .size, terms: [.init(telling)] + near.map { .init($0) }))
  }
}

/// Whether a figure is of the size of the one at an index, if that is of a span as long.
private func isNear(_ fact: Fact, _ all: Tellings, _ index: Int) -> Bool {
  guard all.indices.contains(index) else { return false }
  let other = all[index].fact
  guard abs(other.period.days - fact.period.days) <= 10, other.value.scale == fact.value.scale else {
    return false
  }
  let (a, b) = (fact.value.mantissa.magnitude, other.value.mantissa.magnitude)
  return a / 30 < b && b / 30 < a
}

/// How many neighbours it takes to say that a figure is out of size: what hardly jumps needs one.
private func leastNeighbours(
  _ concept: RelatedConcepts.Traits, _ id: ConceptID, _ concepts: RelatedConcepts
) -> Int {
  let isSteady =
    id == concepts.revenues || id == concepts.assets || id == concepts.liabilitiesAndEquity
    || id == concepts.commonShares || id == concepts.basicShares || id == concepts.dilutedShares
  if isSteady { return 1 }
  return concept.sign == .nonNegative ? 2 : 4
}

/// The nearest tellings of the same concept for spans of about the same length, at most four to either side.
private func neighbours(
  of fact: Fact, _ own: Range<Int>, _ all: Tellings
) -> [FactHistory.Telling] {
  var found: [FactHistory.Telling] = []
  found.reserveCapacity(8)
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
private func isSlip(_ value: Amount, among others: [FactHistory.Telling], canBeSmall: Bool) -> Bool {
  var scale = value.scale
  for other in others { scale = max(scale, other.fact.value.scale) }
  let magnitude = { (amount: Amount) in
    scaled(Int128(amount.mantissa), by: Int(scale - amount.scale)).map { Swift.max($0, -$0) }
  }
  guard let own = magnitude(value) else { return false }
  var (low, high) = (Int128.max, Int128.zero)
  for other in others {
    guard let size = magnitude(other.fact.value) else { return false }
    (low, high) = (min(low, size), max(high, size))
  }
  guard let room = scaled(low, by: 1), high <= room else { return false }
  func isSlip(by power: Int) -> Bool {
    if isAmong(own, scaled(low, by: power), scaled(high, by: power)) { return true }
    return !canBeSmall && scaled(own, by: power).map { isAmong($0, low, high) } ?? false
  }
  return isSlip(by: 3) || isSlip(by: 6)
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
