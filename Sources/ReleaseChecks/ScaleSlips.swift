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
let relateSizes: RelationRule = { checked, ledger in
  guard checked.company != nil else { return }
  for run in checked.runs {
    let (concept, all) = (run.traits, run.all)
    guard concept.kind == .money || concept.kind == .shares else { continue }
    let least = leastNeighbours(concept, run.concept, checked.concepts)
    for figure in checked.figures[run.figures] where !figure.telling.fact.value.isZero {
      let fact = figure.telling.fact
      // What is within thirty times its next neighbour cannot be a thousand times all of them.
      if isNear(fact, all, figure.retold.lowerBound - 1) || isNear(fact, all, figure.retold.upperBound) {
        ledger.count(.size)
        continue
      }
      let near = Neighbours(of: fact, figure.retold, all, least: least)
      guard near.count >= least else { continue }
      // Nor can what is near any other of them.
      guard !near.hasNear,
        isSlip(fact.value, among: near.map { all[$0].fact.value }, canBeSmall: concept.sign == .any)
      else {
        ledger.count(.size)
        continue
      }
      ledger.test(.size, all: [.init(figure.telling)] + near.map { .init(all[$0]) })
    }
  }
}

/// Whether a figure is of the size of the one at a place, if that is of a span as long.
private func isNear(_ fact: Fact, _ all: Tellings, _ place: Int) -> Bool {
  guard place >= all.startIndex, place < all.endIndex else { return false }
  return isAsLong(fact.period, all.period(of: place)) && isNear(fact.value, all[place].fact.value)
}

/// Whether one amount is less than thirty times the other, and the other than thirty times the one; no for amounts
/// that would have to be brought to one scale.
private func isNear(_ one: Amount, _ other: Amount) -> Bool {
  guard one.scale == other.scale else { return false }
  let (a, b) = (one.mantissa.magnitude, other.mantissa.magnitude)
  return a / 30 < b && b / 30 < a
}

/// Whether two spans are of about the same length; instants are.
private func isAsLong(_ a: Period, _ b: Period) -> Bool { abs(a.days - b.days) <= 10 }

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
private struct Neighbours {
  private(set) var count = 0
  /// Whether the figure is of the size of one of them; where it is, not all may have been looked for.
  private(set) var hasNear = false
  private var places = InlineArray<8, Int>(repeating: 0)

  /// - Parameter least: how many are enough where one of them is near.
  init(of fact: Fact, _ own: Range<Int>, _ all: Tellings, least: Int) {
    for isBefore in [true, false] {
      let room = isBefore ? own.lowerBound - all.startIndex : all.endIndex - own.upperBound
      var found = 0
      for step in 0..<min(room, 24) where found < 4 {
        let place = isBefore ? own.lowerBound - 1 - step : own.upperBound + step
        guard isAsLong(all.period(of: place), fact.period),
          count == 0 || all.periodNumber(of: places[count - 1]) != all.periodNumber(of: place)
        else { continue }
        let value = all[place].fact.value
        guard !value.isZero else { continue }
        places[count] = place
        count += 1
        found += 1
        hasNear = hasNear || isNear(fact.value, value)
        if hasNear, count >= least { return }
      }
    }
  }

  func map<Result>(_ transform: (Int) -> Result) -> [Result] { (0..<count).map { transform(places[$0]) } }
}

/// Whether the others lie within a factor of ten, and the value would be among them only after a shift by
/// three or six digits. What can have either sign can also come out near nothing, and is never too small.
private func isSlip(_ value: Amount, among others: [Amount], canBeSmall: Bool) -> Bool {
  var scale = value.scale
  for other in others { scale = max(scale, other.scale) }
  let magnitude = { (amount: Amount) in
    scaled(Int128(amount.mantissa), by: Int(scale - amount.scale)).map { Swift.max($0, -$0) }
  }
  guard let own = magnitude(value) else { return false }
  var (low, high) = (Int128.max, Int128.zero)
  for other in others {
    guard let size = magnitude(other) else { return false }
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
