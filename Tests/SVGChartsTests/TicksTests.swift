import ExactNumbers
import TestSupport
import Testing

@testable import SVGCharts

/// Ticks of data as the axis prints them, for a number of labels that would suit.
@Suite struct TicksTests {
  struct Example: Sendable {
    var data: [String]
    var target: Int
    var printed: [String]
  }

  static let examples = [
    Example(data: ["0", "10"], target: 5, printed: ["0", "2.5", "5.0", "7.5", "10.0"]),
    Example(data: ["-0.60", "-0.06"], target: 4, printed: ["(0.6)", "(0.4)", "(0.2)", "0"]),
    Example(
      data: ["7181", "-4679"], target: 5, printed: ["(5,000)", "(2,500)", "0", "2,500", "5,000", "7,500"]),
    Example(data: ["1", "1000000"], target: 3, printed: ["0", "500,000", "1,000,000"]),
    Example(data: ["0.25", "0.25"], target: 6, printed: ["0", "0.05", "0.10", "0.15", "0.20", "0.25"]),
    Example(data: ["0", "0"], target: 5, printed: ["0"]),
    Example(data: [], target: 5, printed: ["0"]),
    Example(data: ["1"], target: 2, printed: ["0", "1"]),
    Example(
      data: ["900000000000000000"], target: 4,
      printed: ["0", "300,000,000,000,000,000", "600,000,000,000,000,000", "900,000,000,000,000,000"]),
  ]

  @Test(arguments: examples) func areNiceAndExact(_ example: Example) {
    let amounts = example.data.compactMap { Amount(plain: $0) }
    let precision = Precision(for: amounts)
    let domain = Domain(amounts.map(precision.quantity), precision: precision, target: example.target)
    let decimals = exactDecimals(domain.ticks, digits: domain.digits)
    let printed = domain.ticks.map {
      $0 == 0 ? "0" : figureText($0, digits: domain.digits, decimals: decimals)
    }
    #expect(printed == example.printed)
  }

  @Test func domainHoldsDataZeroAndTicks() {
    var random = SeededRandom(state: 7)
    for _ in 0..<300 {
      let values = (0..<Int(random.next() % 6)).map { _ in
        Int128(Int64(truncatingIfNeeded: random.next())) >> Int(random.next() % 60)
      }
      let domain = Domain(values, precision: Precision(for: []), target: 2 + Int(random.next() % 7))
      #expect(domain.low <= 0 && domain.high >= 0 && domain.low < domain.high)
      #expect(values.allSatisfy { domain.low <= $0 * 1000 && $0 * 1000 <= domain.high })
      #expect(domain.ticks.contains(0))
      #expect(domain.ticks.allSatisfy { domain.low <= $0 && $0 <= domain.high })
      let steps = zip(domain.ticks, domain.ticks.dropFirst()).map { $1 - $0 }
      #expect(Set(steps).count <= 1)
    }
  }
}
