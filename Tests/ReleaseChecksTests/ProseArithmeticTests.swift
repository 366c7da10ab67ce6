import ExactNumbers
import Testing

@testable import ReleaseChecks

@Suite struct ProseArithmeticTests {
  private func fraction(_ numerator: Int128, _ denominator: Int128 = 1) throws -> Fraction {
    try #require(Fraction(numerator, over: denominator))
  }

  @Test func fractionsAreInLowestTermsWithTheSignAbove() throws {
    #expect(try fraction(6, -8) == fraction(-3, 4))
    #expect(try fraction(0, 5) == .zero)
    #expect(Fraction(1, over: 0) == nil)
    #expect(Fraction(.min, over: 1) == nil)
    #expect(Fraction(1, over: .min) == nil)
    #expect(try fraction(1, 3) + fraction(1, 6) == fraction(1, 2))
    #expect(try fraction(1, 3) - fraction(1, 2) == fraction(-1, 6))
    #expect(try fraction(2, 3) * fraction(9, 4) == fraction(3, 2))
    #expect(try fraction(2, 3) / fraction(4, 9) == fraction(3, 2))
    #expect(try fraction(2, 3) / .zero == nil)
  }

  @Test func whatDoesNotFitIsNil() throws {
    let large = try fraction(.max, 1)
    #expect(large + large == nil)
    #expect(large * large == nil)
    #expect(try large / fraction(1, .max) == nil)
    #expect(try large.isAtMost(fraction(1, 7)) == nil || large.isAtMost(fraction(1, 7)) == false)
    #expect(try large.isAtMost(fraction(-1, 7)) == false)
    #expect(large.rounded(decimals: 0) == nil)
    #expect(large.rounded(decimals: 99) == nil)
    #expect(Fraction.powerOfTen(39) == nil)
    #expect(Fraction(Amount(.min)).numerator == Int128(Int64.min))
    #expect(Bounds(large, decimals: 3) == nil)
    #expect(Bounds(large, large).times(large) == nil)
  }

  @Test(arguments: [
    (5, 2, 0, "3"), (-5, 2, 0, "-3"), (1, 3, 2, "0.33"), (2, 3, 2, "0.67"), (6_980_499, 1, -3, "6980000"),
    (6_980_500, 1, -3, "6981000"), (-1, 1000, 2, "0.00"), (0, 1, 1, "0.0"),
  ])
  func roundsHalvesAwayFromZero(_ numerator: Int, _ denominator: Int, _ decimals: Int, _ text: String) throws
  {
    let value = try fraction(Int128(numerator), Int128(denominator))
    #expect(value.rounded(decimals: decimals)?.text(grouping: "") == text)
  }

  @Test func quotientsEncloseEveryQuotient() throws {
    func bounds(_ low: Int128, _ high: Int128) throws -> Bounds {
      Bounds(try fraction(low), try fraction(high))
    }
    #expect(try bounds(-2, 4) / bounds(2, 4) == bounds(-1, 2))
    #expect(try bounds(2, 4) / bounds(-2, -1) == bounds(-4, -1))
    #expect(try bounds(2, 4) / bounds(-1, 1) == nil)
    #expect(try bounds(2, 4) / bounds(0, 1) == nil)
    #expect(try bounds(-3, 2).magnitude == bounds(0, 3))
    #expect(try bounds(-3, -2).magnitude == bounds(2, 3))
    #expect(try bounds(1, 2).meets(bounds(2, 3)) == true)
    #expect(try bounds(1, 2).overlaps(bounds(2, 3)) == false)
    #expect(try bounds(1, 2).overlaps(bounds(1, 3)) == true)
    #expect(try bounds(0, 1).containsZero)
    #expect(try !bounds(1, 2).containsZero)
    #expect(try !bounds(-2, -1).containsZero)
  }
}
