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
      guard let first = tellings.first, let last = tellings.last,
        Recount(from: first.fact, to: last.fact) != nil,
        let teller = tellings.first(where: { $0.fact.agrees(with: last.fact) })?.release,
        !isDeclared(concept, by: teller)
      else { continue }
      recounted[place] = teller
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
  /// By what a figure has been told again since it was told first; `nil` where that is no whole ratio.
  func recount(_ concept: ConceptID, _ period: Period) -> Recount? {
    told(concept, period).flatMap { Recount(from: $0.first.fact, to: $0.current.fact) }
  }

  /// Whether a release tells what is new on the count to which others are told again: the company's file says so, or the
  /// release itself or one before it told some figure of the concept again by the same ratio.
  func isOnCount(of recount: Recount, _ concept: ConceptID, _ telling: Int) -> Bool {
    guard let company else { return false }
    if isDeclared(concept, by: Int32(telling)) { return true }
    let all = context.history.tellings(company: company, concept: concept, in: denomination(of: concept))
    var first: FactHistory.Telling?
    for one in all where Int(one.release) <= telling {
      guard let before = first, before.fact.period == one.fact.period else {
        first = one
        continue
      }
      if Recount(from: before.fact, to: one.fact) == recount { return true }
    }
    return false
  }

  /// Whether a release reports on a period from which on, as the company's file says, figures of shares are on a new count.
  private func isDeclared(_ concept: ConceptID, by teller: Int32) -> Bool {
    guard let company else { return false }
    return archive.companies[company].breaks.contains { declared in
      guard isOfShares(declared), declared.concerns(concept) else { return false }
      let start = declared.from.start ?? declared.from.end
      let release = archive.releases[Int(teller)]
      return (release.period?.end ?? release.released.day) >= start
    }
  }
}

/// The whole multiple, of two or more, by which a figure of shares is told again after a split or a consolidation.
struct Recount: Hashable, Sendable {
  var ratio: Int
  /// Whether it is told as so much more, not as one part of so many.
  var isMultiple: Bool

  /// `nil` where the figures are in no such ratio to the rounding of both. Figures of so few digits that they fit several
  /// tell nothing.
  init?(from one: Fact, to other: Fact) {
    guard one.value.isNegative == other.value.isNegative, var small = sizes(of: one),
      var large = sizes(of: other)
    else { return nil }
    isMultiple = small.high <= large.high
    if !isMultiple { swap(&small, &large) }
    let (least, most) = (large.low / small.high, large.high / small.low)
    guard least > 1.5, most - least < 1, most.rounded(.down) >= least,
      let ratio = Int(exactly: most.rounded(.down))
    else { return nil }
    self.ratio = ratio
  }
}

/// The least and the greatest size of what a figure stands for; `nil` where that may be zero.
private func sizes(of fact: Fact) -> (low: Double, high: Double)? {
  guard let range = fact.interval, range.low.isNegative == range.high.isNegative, !range.low.isZero,
    !range.high.isZero
  else { return nil }
  let (a, b) = (range.low.approximate.magnitude, range.high.approximate.magnitude)
  return (min(a, b), max(a, b))
}
