import ExactNumbers
import Glibc
import Markup
import SVGCharts

// How much processor time and how many bytes a grouped bar chart of four periods and two series takes.
//
// `make bench-charts` runs it. Data differ from chart to chart. It fails where the median is above 25 us or a
// drawing has 4,096 bytes.

let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 10_000
let rounds = 5

/// A sequence of numbers that is the same in every run (Steele, Lea and Flood 2014, SplitMix64).
struct Numbers {
  var state: UInt64

  mutating func next(below limit: Int64) -> Int64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int64((mixed ^ (mixed >> 31)) % UInt64(limit))
  }
}

struct Data {
  var text: ChartText
  var categories: [ChartCategory]
  var series: [ChartSeries]
}

func someData(_ number: Int) -> Data {
  var numbers = Numbers(state: UInt64(number))
  let year = 1990 + Int(numbers.next(below: 30))
  let columns: [(later: Int, part: String)] = [
    (0, "Third quarter"), (1, "Third quarter"), (0, "Nine months"), (1, "Nine months"),
  ]
  let categories = columns.map { column in
    ChartCategory(
      label: "\(year + column.later)", fullLabel: "\(column.part) \(year + column.later)",
      group: column.part, groupNote: "to September 30")
  }
  let revenues = (0..<4).map { _ in numbers.next(below: 90_000_000) / 1000 * 1000 }
  let results = (0..<4).map { _ in (numbers.next(below: 9_000_000) - 4_500_000) / 1000 * 1000 }
  return Data(
    text: ChartText(
      title: "Revenues and net income (loss), third quarter and nine months, \(year) and \(year + 1)",
      measure: ChartMeasure(words: "US dollars", sign: "$")),
    categories: categories,
    series: [
      ChartSeries(name: "Revenues", style: .primary, values: revenues.map { .init(Amount($0)) }),
      ChartSeries(name: "Net income (loss)", style: .result, values: results.map { .init(Amount($0)) }),
    ])
}

func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

let data = (0..<count).map(someData)
var sink = ByteSink()
var (total, largest) = (0, 0)
var times: [Double] = []
for _ in 0..<rounds {
  total = 0
  let start = processorTime()
  for (index, data) in data.enumerated() {
    sink.truncate(to: 0)
    comparisonChart(data.text, categories: data.categories, series: data.series)
      .draw(id: "chart-\(index)", width: .column, into: &sink)
    total += sink.count
    largest = max(largest, sink.count)
  }
  times.append((processorTime() - start) / Double(count) * 1e6)
}
times.sort()
let each = times[rounds / 2]

func tenths(_ number: Double) -> String {
  let whole = Int((number * 10).rounded())
  return "\(whole / 10).\(whole % 10)"
}

print(
  "sitegen: \(tenths(each)) us of CPU each (median of \(rounds) rounds from \(tenths(times[0])) to "
    + "\(tenths(times[rounds - 1]))), \(total / count) bytes on average, \(largest) at most, \(count) charts")
if each > 25 || largest >= 4096 {
  print("beyond the bar of 25 us and 4,096 bytes")
  exit(1)
}
