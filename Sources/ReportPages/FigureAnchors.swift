import CivilTime
public import ReleaseModel

/// The anchor of a figure on its release's page, without `#`: `NetIncomeLoss-2003-Q3`.
public func figureAnchor(_ concept: Concept, _ period: Period, _ fiscal: FiscalCalendar) -> String {
  concept.name + "-" + periodAnchor(period, fiscal)
}

/// What an anchor says of the period: `2003-Q3`, `2003-07-01_2003-09-15`.
func periodAnchor(_ period: Period, _ fiscal: FiscalCalendar) -> String {
  let spelling = fiscal.spelling(of: period)
  guard spelling.utf8.contains(UInt8(ascii: "/")) else { return spelling }
  return String(spelling.map { $0 == "/" ? "_" : $0 })
}

/// The figures of one release by what they are about; of several tellings on one page the first counts.
struct ReleaseFigures: Sendable {
  /// As the release tells them.
  private let facts: [Fact]
  /// A hash table of open addressing: the first fact about each figure, counted from 1, and 0 for nothing.
  private var slots: [UInt32]
  /// How many figures the release tells.
  private(set) var count = 0

  init(_ release: Release, _ catalog: ConceptCatalog) {
    facts = release.facts(catalog)
    var size = 8
    while size < facts.count * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for (number, fact) in facts.enumerated() {
      let slot = slot(fact.concept, fact.period)
      guard slots[slot] == 0 else { continue }
      slots[slot] = UInt32(number + 1)
      count += 1
    }
  }

  subscript(concept: ConceptID, period: Period) -> Fact? {
    let number = slots[slot(concept, period)]
    return number == 0 ? nil : facts[Int(number) - 1]
  }

  /// Where a figure is told first; `nil` for one that is not told.
  func place(of concept: ConceptID, _ period: Period) -> Fact.Place? {
    let number = slots[slot(concept, period)]
    return number == 0 ? nil : facts[Int(number) - 1].place
  }

  /// The latest instant before another for which the release tells a concept.
  func lastInstant(of concept: ConceptID, before period: Period) -> Period? {
    var last: Period?
    for fact in facts where fact.concept == concept && fact.period.isInstant && fact.period < period {
      if last.map({ $0 < fact.period }) ?? true { last = fact.period }
    }
    return last
  }

  /// Where a figure's fact is noted, or would be.
  private func slot(_ concept: ConceptID, _ period: Period) -> Int {
    // Fibonacci hashing (Knuth, TAOCP 3, 6.4): the multiplier spreads days that follow one another.
    let start = UInt64(truncatingIfNeeded: period.start?.number ?? .min)
    let end = UInt64(truncatingIfNeeded: period.end.number)
    let bits = (start &* 31 &+ end) &* 31 &+ UInt64(concept.number)
    var slot = Int(truncatingIfNeeded: (bits &* 0x9E37_79B9_7F4A_7C15) >> 40) & (slots.count - 1)
    while slots[slot] != 0 {
      let fact = facts[Int(slots[slot]) - 1]
      if fact.concept == concept, fact.period == period { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }
}
