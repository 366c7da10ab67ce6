import CivilTime
import ExactNumbers
import ReleaseModel

/// What an auditor with a calculator would find, by brute force and with plain integers.
///
/// It shares nothing with the rules but the model: it knows a few concepts by name, takes every release's
/// figures as a flat list and tries all that can be tried. It says only that something is wrong, not where.
struct BruteForceOracle {
  private var figures: [Figure] = []
  private var broken = 0

  /// Counted in ten-thousandths, with half a unit of the last digit to either side.
  private struct Figure {
    var release: Int
    var name: String
    /// Days since 1970; the start is the day before an instant's.
    var start: Int
    var end: Int
    var value: Int
    var half: Int
    var isMoneyFlow: Bool

    var low: Int { value - half }
    var high: Int { value + half }
    var isInstant: Bool { start > end }
  }

  /// How many relations are broken.
  static func brokenRelations(_ archive: ReleaseArchive) -> Int {
    var oracle = BruteForceOracle()
    oracle.collect(archive)
    oracle.tryTotals(archive)
    oracle.tryReleases(archive.releases.count)
    oracle.tryAcross()
    return oracle.broken
  }

  private mutating func expect(_ holds: Bool) { if !holds { broken += 1 } }

  private mutating func collect(_ archive: ReleaseArchive) {
    for (index, release) in archive.releases.enumerated() {
      for fact in release.facts(archive.catalog) {
        let concept = archive.catalog[fact.concept]
        var value = Int(fact.value.mantissa)
        for _ in 0..<(4 - Int(fact.value.scale)) { value *= 10 }
        var half = 5
        for _ in 0..<max(0, 3 - Int(fact.decimals)) { half *= 10 }
        let end = Int(fact.period.end.number)
        figures.append(
          Figure(
            release: index, name: concept.name, start: fact.period.start.map { Int($0.number) } ?? end + 1,
            end: end, value: value, half: half,
            isMoneyFlow: concept.kind == .money && concept.balance == .flow))
      }
    }
  }

  /// Declared items, column by column.
  private mutating func tryTotals(_ archive: ReleaseArchive) {
    for release in archive.releases {
      for statement in release.statements {
        for row in statement.rows where !row.items.isEmpty {
          for column in statement.columns.indices {
            var sum = 0
            for item in row.items {
              for other in statement.rows where other.concept == item {
                sum += Int(other.cells[column].amount?.mantissa ?? 0)
              }
            }
            let total = Int(row.cells[column].amount?.mantissa ?? 0)
            // Whole units: every figure may be off by half a one.
            expect(2 * abs(total - sum) <= row.items.count + 1)
          }
        }
      }
    }
  }

  /// Within each release, for each span and day.
  private mutating func tryReleases(_ count: Int) {
    let negatives = ["Revenues", "Assets", "WeightedAverageSharesBasicAndDiluted", "CurrentLiabilities"]
    for figure in figures {
      if negatives.contains(figure.name) { expect(figure.value >= 0) }
      expect(figure.value % (figure.half * 2) == 0)
    }
    for release in 0..<count {
      let own = figures.filter { $0.release == release }
      for income in own where income.name == "NetIncomeLoss" {
        let same = own.filter { $0.start == income.start && $0.end == income.end }
        let named = { (name: String) in same.first { $0.name == name } }
        if let before = named("IncomeLossBeforeIncomeTaxes"), let tax = named("IncomeTaxExpenseBenefit") {
          expect(abs(income.value - before.value + tax.value) <= income.half + before.half + tax.half)
        }
        for name in ["EarningsPerShareBasic", "EarningsPerShareDiluted", "EarningsPerShareBasicAndDiluted"] {
          guard let share = named(name) else { continue }
          expect(!(share.low > 0 && income.high < 0) && !(share.high < 0 && income.low > 0))
        }
        if let share = named("EarningsPerShareBasicAndDiluted"),
          let shares = named("WeightedAverageSharesBasicAndDiluted")
        {
          // Rounded to whole dollars both are plain multiplications in 64 bits.
          let count = [shares.low / 10_000, shares.high / 10_000]
          let products = count.flatMap {
            [$0.multipliedReportingOverflow(by: share.low), $0.multipliedReportingOverflow(by: share.high)]
          }
          if products.allSatisfy({ !$0.overflow }) {
            let values = products.map(\.partialValue)
            expect((values.min() ?? 0) <= income.high && income.low <= (values.max() ?? 0))
          }
        }
      }
      for basic in own where basic.name == "EarningsPerShareBasic" {
        for diluted in own
        where diluted.name == "EarningsPerShareDiluted" && diluted.end == basic.end
          && diluted.start == basic.start
        {
          if min(basic.value, diluted.value) < 0 {
            expect(basic.value == diluted.value)
          } else {
            expect(diluted.value <= basic.value + basic.half + diluted.half)
          }
        }
      }
      for assets in own where assets.name == "Assets" {
        for total in own where total.name == "LiabilitiesAndStockholdersEquity" && total.end == assets.end {
          expect(abs(assets.value - total.value) <= assets.half + total.half)
        }
      }
    }
  }

  /// Retellings, and spans that other spans fill without a gap.
  private mutating func tryAcross() {
    for (index, figure) in figures.enumerated() {
      for other in figures[..<index]
      where other.name == figure.name && other.start == figure.start && other.end == figure.end {
        if other.half == figure.half {
          expect(other.value == figure.value)
        } else {
          expect(abs(other.value - figure.value) <= other.half + figure.half)
        }
      }
    }
    for name in Set(figures.filter(\.isMoneyFlow).map(\.name)) {
      let spans = figures.filter { $0.name == name && !$0.isInstant }
      for whole in spans {
        if name == "Revenues" {
          for part in spans where part.start >= whole.start && part.end <= whole.end {
            expect(part.low <= whole.high)
          }
        }
        tile(whole, from: whole.start, spans.filter { $0.end - $0.start < whole.end - whole.start }, 0, 0)
      }
    }
  }

  /// Fills the rest of a span with parts in every possible way.
  private mutating func tile(_ whole: Figure, from day: Int, _ parts: [Figure], _ sum: Int, _ half: Int) {
    if day == whole.end + 1 {
      expect(abs(whole.value - sum) <= half + whole.half)
      return
    }
    for part in parts where part.start == day && part.end <= whole.end {
      tile(whole, from: part.end + 1, parts, sum + part.value, half + part.half)
    }
  }
}
