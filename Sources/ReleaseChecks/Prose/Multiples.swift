import ExactNumbers
import ReleaseModel

extension DirectionWord.Sense {
  /// How many times as much a figure became, or was before: 2 for `doubled` and `halved`.
  var factor: Int? {
    switch self {
    case .times(let factor), .parts(let factor): factor
    case .up, .down, .better, .worse, .wider, .narrower: nil
    }
  }
}

/// A multiple that words state: `more than doubled`.
struct Multiple: Hashable {
  var sense: DirectionWord.Sense
  var hedge: PrintedFigure.Hedge?

  /// The multiple that a word at a place states, with what stands before it; `nil` for another word.
  init?(_ tokens: [ProseToken], at index: Int) {
    guard tokens[index].kind == .word, let meaning = DirectionWord.meaning(of: tokens[index].word),
      meaning.sense.factor != nil, !isFoldedDown(tokens, index)
    else { return nil }
    sense = meaning.sense
    hedge = ReleaseChecks.hedge(tokens, before: index)
  }

  /// The one that some of the tokens state, such as a link's.
  init?(_ tokens: [ProseToken], in range: Range<Int>) {
    let found = range.compactMap { Multiple(tokens, at: $0) }
    guard found.count == 1 else { return nil }
    self = found[0]
  }

  /// Whether a figure can have become that many times what it was; `nil` where the numbers are too large to tell.
  ///
  /// - Parameter ratio: all that the later figure may be of the earlier one.
  ///
  /// "Doubled" is read as widely as people mean it: from a quarter less than twice to less than three times as much,
  /// and "halved" as the same backwards. "More than" and "nearly" keep strictly to their side.
  func holds(for ratio: Bounds) -> Bool? {
    guard let factor = sense.factor, let one = Fraction(1, over: 1), !ratio.containsZero else { return nil }
    var grown = ratio
    if case .parts = sense {
      guard let inverse = Bounds(one, one) / ratio else { return nil }
      grown = inverse
    }
    guard let whole = Fraction(Int128(factor), over: 1), let next = Fraction(Int128(factor) + 1, over: 1),
      let quarter = Fraction(1, over: 4), let half = Fraction(1, over: 2), let low = whole - quarter,
      let lower = whole - half, let higher = whole + half
    else { return nil }
    switch hedge {
    case nil: return isBelow(low, grown.high, orEqual: true) && isBelow(grown.low, next, orEqual: false)
    case .above: return isBelow(whole, grown.high, orEqual: false)
    case .below:
      return isBelow(grown.low, whole, orEqual: false) && isBelow(lower, grown.high, orEqual: true)
    case .about:
      return isBelow(lower, grown.high, orEqual: true) && isBelow(grown.low, higher, orEqual: true)
    }
  }

  /// Whether one is below another; true where that cannot be told, so that nothing is reported.
  private func isBelow(_ a: Fraction, _ b: Fraction, orEqual: Bool) -> Bool {
    a == b ? orEqual : a.isAtMost(b) ?? true
  }
}

extension Reckoned {
  /// All that the later of the figures may be of the earlier one; `nil` where they have no such ratio.
  ///
  /// - Parameter isGrowth: whether the single figure is itself a percentage of growth.
  func ratio(_ name: String?, isGrowth: Bool) -> Bounds? {
    guard let hundredth = Fraction(1, over: 100), let one = Fraction(1, over: 1) else { return nil }
    switch name {
    case "growth": return bounds.times(hundredth).flatMap { $0 + Bounds(one, one) }
    case "ratio", "share": return bounds.times(hundredth)
    case "change":
      guard figures.count == 2, let now = figures[0].telling.flatMap({ Bounds($0.fact) }),
        let then = figures[1].telling.flatMap({ Bounds($0.fact) }), then.low.isNegative == false
      else { return nil }
      return now / then
    default: return isGrowth ? bounds.times(hundredth).flatMap { $0 + Bounds(one, one) } : nil
    }
  }
}
