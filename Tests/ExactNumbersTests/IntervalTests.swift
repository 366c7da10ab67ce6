import ExactNumbers
import Testing

struct IntervalTests {
  private func interval(_ text: String, _ decimals: Int) throws -> Interval {
    let amount = try #require(Amount(plain: text))
    return try #require(Interval(amount, decimals: decimals))
  }

  @Test(arguments: [
    ("6600000", -5, "6550000", "6650000"), ("6980000", -3, "6979500", "6980500"),
    ("0.60", 2, "0.595", "0.605"),
    ("12", 0, "11.5", "12.5"), ("-4679", 0, "-4679.5", "-4678.5"), ("0", -6, "-500000", "500000"),
    ("0.000", 17, "-0.000000000000000005", "0.000000000000000005"),
  ])
  func reachesHalfAUnitToEitherSide(text: String, decimals: Int, low: String, high: String) throws {
    let interval = try interval(text, decimals)
    #expect(interval.low == Amount(plain: low))
    #expect(interval.high == Amount(plain: high))
  }

  @Test(arguments: [
    ("1", 18), ("1", -20), ("1", .max), ("1", .min), ("9223372036854775807", 0), ("5000000000000000000", -19),
    ("1000000000000000000", 2),
  ])
  func refusesWhatDoesNotFit(text: String, decimals: Int) throws {
    let amount = try #require(Amount(plain: text))
    #expect(Interval(amount, decimals: decimals) == nil)
  }

  @Test(arguments: [
    // Ends belong to both intervals.
    ("6600000", -5, "6650000", 0, true), ("6600000", -5, "6651000", 0, false),
    ("6600000", -5, "6700000", -5, true),
    ("0.60", 2, "0.61", 2, true), ("0.60", 2, "0.62", 2, false), ("-1", 0, "1", 0, false),
    ("3.2", 1, "3.16", 2, true),
  ])
  func meetsAtTheEnds(a: String, aDecimals: Int, b: String, bDecimals: Int, meets: Bool) throws {
    let (a, b) = (try interval(a, aDecimals), try interval(b, bDecimals))
    #expect(a.meets(b) == meets)
    #expect(b.meets(a) == meets)
  }

  @Test func containsItsEnds() throws {
    let interval = try interval("6.6", 1)
    #expect(["6.55", "6.6", "6.65"].allSatisfy { interval.contains(Amount(plain: $0)!) })
    #expect(["6.549", "6.651"].allSatisfy { !interval.contains(Amount(plain: $0)!) })
    #expect(Interval(exactly: Amount(7)).contains(Amount(7)))
    #expect(Interval(low: Amount(3), high: Amount(1)) == Interval(low: Amount(1), high: Amount(3)))
  }

  @Test func addsTheSlack() throws {
    let (a, b) = (try interval("10", 0), try interval("4", 0))
    #expect(a + b == Interval(low: Amount(13), high: Amount(15)))
    #expect(a - b == Interval(low: Amount(5), high: Amount(7)))
    let huge = Interval(exactly: Amount(.max))
    #expect(huge + a == nil)
    #expect(Interval(exactly: Amount(.min)) - a == nil)
  }
}
