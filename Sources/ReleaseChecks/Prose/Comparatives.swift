import CivilTime
import ExactNumbers
import ReleaseModel

/// Whether a statement that shows both periods compares the one with the other: as long a span, or another instant, that
/// ended up to a year earlier.
func isComparative(_ then: Period, of now: Period) -> Bool {
  then.isInstant == now.isInstant && then.end < now.end && now.end.days(since: then.end) <= 380
    && abs(then.days - now.days) <= 8
}

/// A figure that a level is said to have risen or fallen from, where that is wrong of each that it can be.
///
/// - Parameters:
///   - bases: the figures that the same release compares it with.
///   - isCalledLoss: whether the words call a negative figure a loss.
func contradictedBase(
  _ sense: DirectionWord.Sense, _ now: FactHistory.Telling, _ bases: [FactHistory.Telling],
  isCalledLoss: () -> Bool
) -> FactHistory.Telling? {
  let areAllWrong = bases.allSatisfy { isContradicted(sense, now.fact, since: $0.fact, isCalledLoss) }
  return areAllWrong ? bases.last : nil
}

/// Whether a word of direction is wrong of the change from one figure to another; not where nobody can tell.
private func isContradicted(
  _ sense: DirectionWord.Sense, _ now: Fact, since then: Fact, _ isCalledLoss: () -> Bool
) -> Bool {
  guard var a = Bounds(now), var b = Bounds(then) else { return false }
  switch (sense, now.value.isNegative, then.value.isNegative) {
  case (.better, _, _), (.worse, _, _), (.times, _, _), (.parts, _, _): return false
  case (_, false, false): break
  case (.wider, true, true), (.narrower, true, true): (a, b) = (a.magnitude, b.magnitude)
  case (_, true, true):
    guard isCalledLoss() else { return false }
    (a, b) = (a.magnitude, b.magnitude)
  default: return false
  }
  return a != b && (sense.isRise ? a.high.isAtMost(b.low) : b.high.isAtMost(a.low)) == true
}
