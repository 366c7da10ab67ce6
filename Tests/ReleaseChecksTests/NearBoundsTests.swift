import CivilTime
import ExactNumbers
import ReleaseModel
import TestSupport
import Testing

@testable import ReleaseChecks

/// The filter in floating point never says no where exact arithmetic says yes, also where ranges only touch.
@Suite struct NearBoundsTests {
  @Test func whatIsExactlySoMayBeSo() throws {
    var random = SeededRandom(state: 7)
    let (one, hundred) = (
      try #require(Fraction(1, over: 1)), try #require(Fraction(100, over: 1))
    )
    var (yes, no) = (0, 0)
    for _ in 0..<2_000 {
      let (now, then) = (fact(&random), fact(&random))
      guard let a = Bounds(now), let b = Bounds(then), let difference = (a - b)?.magnitude else { continue }
      let near = NearBounds(now) - NearBounds(then)
      for end in [difference.low, difference.high] {
        count(difference, near, against: end, &yes, &no, &random)
      }
      guard let growth = (a / b).flatMap({ $0 - Bounds(one, one) })?.times(hundred)?.magnitude else {
        continue
      }
      let percent = NearBounds.percent(NearBounds(now), of: NearBounds(then)) - NearBounds(100, 100)
      for end in [growth.low, growth.high] { count(growth, percent, against: end, &yes, &no, &random) }
    }
    #expect(yes > 2_000)
    #expect(no > 1_000)
  }

  /// Compares a result with a printed figure whose range touches one of the result's ends, or misses it.
  private func count(
    _ exact: Bounds, _ near: NearBounds, against end: Fraction, _ yes: inout Int, _ no: inout Int,
    _ random: inout SeededRandom
  ) {
    let step = Fraction(Int128(Int.random(in: -3...3, using: &random)), over: 1_000_000_000_000)
    guard let step, let edge = end + step, let width = Fraction(1, over: 2), let far = edge + width,
      let printed = Bool.random(using: &random)
        ? Bounds(edge, far) : (edge - width).map({ Bounds($0, edge) }),
      let meets = exact.meets(printed)
    else { return }
    if meets {
      yes += 1
      #expect(near.mayEqualWithoutSign(NearBounds(printed)), "\(exact) meets \(printed)")
    } else {
      no += 1
    }
  }

  @Test func whatIsFarOffIsToldApart() {
    #expect(!NearBounds(1, 2).mayEqualWithoutSign(NearBounds(2.1, 3)))
    #expect(!NearBounds(-2, -1).mayEqualWithoutSign(NearBounds(2.1, 3)))
    #expect(NearBounds(-2, -1).mayEqualWithoutSign(NearBounds(1.5, 3)))
    // What a figure is in percent of one that may be nothing can be anything.
    #expect(
      NearBounds.percent(NearBounds(1, 1), of: NearBounds(-1, 1)).mayEqualWithoutSign(NearBounds(9e99, 9e99)))
  }

  private func fact(_ random: inout SeededRandom) -> Fact {
    let digits = Int.random(in: 1...15, using: &random)
    let most = (0..<digits).reduce(Int64(1)) { product, _ in product * 10 }
    let value = Amount(
      mantissa: Int64.random(in: -most...most, using: &random), scale: Int.random(in: 0...4, using: &random))
    return Fact(
      concept: ConceptID(number: 0), period: Period(instant: Day(year: 2003, month: 9, day: 30)!),
      value: value ?? .zero, decimals: Int8.random(in: -6...4, using: &random), place: .figure(index: 0))
  }
}
