import ExactNumbers
import ReleaseModel
import SVGCharts

extension ChartFacts {
  /// Where figures per share, or counts of shares, change between the count before a split and the one after it.
  ///
  /// A split shows in a figure that a later release tells again as a whole multiple or a whole part. What that release
  /// or a later one tells for the first time is on the new count; what was told before and not told again is on the old
  /// one, although newer periods may stand before it.
  func recounts(_ concept: ConceptID, _ name: String, over periods: [Period]) -> [ChartBreak] {
    guard catalog[concept].kind == .perShare || catalog[concept].kind == .shares, let company else {
      return []
    }
    let denomination = denomination(of: concept)
    var recounted: [Int: Int32] = [:]
    var firsts: [Int?] = []
    for (place, period) in periods.enumerated() {
      let tellings = known(
        context.history.tellings(company: company, concept: concept, period: period, in: denomination))
      firsts.append(tellings.first.map { Int($0.release) })
      guard let first = tellings.first, let last = tellings.last, isRecount(first.fact, last.fact) else {
        continue
      }
      recounted[place] = tellings.first { $0.fact.agrees(with: last.fact) }?.release
    }
    guard let split = recounted.values.min() else { return [] }
    let names = recounted.keys.sorted().map { fiscal.shortWords(periods[$0]) }
    let subject = names.count > 4 ? "\(names.count) periods" : names.joined(separator: ", ")
    let note =
      "\(subject) restated by a whole ratio, as after a split of shares: figures across a rule cannot be compared."
    var breaks: [ChartBreak] = []
    var wasNew: Bool?
    for place in periods.indices {
      guard let first = firsts[place] else { continue }
      let isNew = recounted[place] != nil || first >= Int(split)
      if let wasNew, wasNew != isNew {
        let word = !isNew ? "not restated" : recounted[place] == nil ? "new basis" : "restated"
        breaks.append(
          ChartBreak(
            category: fiscal.shortWords(periods[place]), series: [name], word: word, note: note))
      }
      wasNew = isNew
    }
    return breaks
  }
}

extension ChartFacts {
  /// Whether a figure was told again as a whole multiple or a whole part of what it was told as first.
  func isRecounted(_ concept: ConceptID, _ period: Period) -> Bool {
    told(concept, period).map { isRecount($0.first.fact, $0.current.fact) } ?? false
  }
}

/// Whether one telling of a figure is a whole multiple of another one, of two or more, to the rounding of both.
///
/// Figures of so few digits that they fit several multiples tell nothing.
private func isRecount(_ one: Fact, _ other: Fact) -> Bool {
  guard one.value.isNegative == other.value.isNegative, var small = sizes(of: one),
    var large = sizes(of: other)
  else { return false }
  if small.high > large.high { swap(&small, &large) }
  let (least, most) = (large.low / small.high, large.high / small.low)
  return least > 1.5 && most - least < 1 && most.rounded(.down) >= least
}

/// The least and the greatest size of what a figure stands for; `nil` where that may be zero.
private func sizes(of fact: Fact) -> (low: Double, high: Double)? {
  guard let range = fact.interval, range.low.isNegative == range.high.isNegative, !range.low.isZero,
    !range.high.isZero
  else { return nil }
  let (a, b) = (range.low.approximate.magnitude, range.high.approximate.magnitude)
  return (min(a, b), max(a, b))
}
