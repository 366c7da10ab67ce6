import ExactNumbers
import Testing

@testable import SVGCharts

/// What descriptions claim of random series, held against the table of the same chart.
@Suite struct DescriptionTruthTests {
  /// Numbers that are the same in every run.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 11 ^ state << 33
    }
  }

  private static let spans: [(part: String, months: Int, end: Int)] = [
    ("Q1", 3, 3), ("Q2", 3, 6), ("Q3", 3, 9), ("Q4", 3, 12), ("H1", 6, 6), ("9M", 9, 9), ("FY", 12, 12),
  ]

  /// Periods of one length or of several, each once, most often in order of time.
  private static func categories(_ numbers: inout Numbers) -> [ChartCategory] {
    let lengths: [Int] = [[3], [12], [3, 12], [3, 6, 12], [6, 9, 3]].randomElement(using: &numbers) ?? [3]
    let years = 2000..<Int.random(in: 2001...2006, using: &numbers)
    var all = years.flatMap { year in
      spans.filter { lengths.contains($0.months) }.map { span in
        ChartCategory(
          label: "\(span.part) \(year)", fullLabel: "\(span.part) \(year)",
          time: ChartTime(months: span.months, end: year * 12 + span.end))
      }
    }
    if Bool.random(using: &numbers) { all.shuffle(using: &numbers) }
    return Array(all.prefix(Int.random(in: 1...all.count, using: &numbers)))
  }

  private static func values(_ count: Int, _ numbers: inout Numbers) -> [ChartSeries.Value?] {
    let size = [10, 1000, 12_346_000, 900_000_000].randomElement(using: &numbers) ?? 10
    let (low, high) =
      [(-size, size), (0, size), (-size, -1), (size, size + size / 1000 + 1)]
      .randomElement(using: &numbers) ?? (0, size)
    let scale = Int.random(in: 0...3, using: &numbers)
    return (0..<count).map { _ in
      if Int.random(in: 0..<7, using: &numbers) == 0 { return nil }
      let amount = Amount(mantissa: Int64(Int.random(in: low...high, using: &numbers)), scale: scale)
      return amount.map { ChartSeries.Value($0, isApproximate: Int.random(in: 0..<6, using: &numbers) == 0) }
    }
  }

  @Test(arguments: 0..<400) func everyClaimIsTrue(_ seed: Int) throws {
    var numbers = Numbers(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    for _ in 0..<8 { _ = numbers.next() }
    let categories = Self.categories(&numbers)
    let names = ["Revenues", "Net loss", "Net income (loss)"]
    let series = names.prefix(Int.random(in: 1...3, using: &numbers)).map { name in
      ChartSeries(name: name, style: .primary, values: Self.values(categories.count, &numbers))
    }
    let text = ChartText(title: "Figures", currency: "US dollars")
    let chart =
      Bool.random(using: &numbers)
      ? comparisonChart(text, categories: categories, series: series)
      : trendChart(text, categories: categories, series: series)
    guard case .composition(let composition) = chart.content else { return }
    var course = 0
    for (index, given) in series.enumerated() {
      let powers = composition.panels.map(\.unit.power)
      let power = powers[min(index, powers.count - 1)]
      let values = given.values.map { $0.map { $0.amount.approximate / SVGCharts.power(power) } }
      course += expectCourses(of: given.name, values, categories, chart.description)
      course += expectPairs(of: given.name, values, categories, chart.description)
    }
    if series.contains(where: { $0.values.contains { $0 != nil } }) {
      #expect(course > 0, "nothing was told: \(chart.description)")
    }
  }

  @Test(arguments: 0..<200) func claimsOfWrittenChartsAreTrue(_ seed: Int) throws {
    var numbers = Numbers(state: UInt64(seed) &* 0xD1B5_4A32_D192_ED03 &+ 7)
    for _ in 0..<8 { _ = numbers.next() }
    let categories = Self.categories(&numbers)
    let names = ["East", "Net loss"].prefix(Int.random(in: 1...2, using: &numbers))
    var rows: [String] = []
    var values: [String: [Double?]] = [:]
    for name in names {
      let series = Self.values(categories.count, &numbers)
      values[name] = series.map { $0?.amount.approximate }
      for (category, value) in zip(categories, series) {
        rows.append("{t: \(category.label), s: \(name), v: \(value?.amount.description ?? "null")}")
      }
    }
    let mark = ["line", "bar", "point"].randomElement(using: &numbers) ?? "bar"
    let sort = ["", ", sort: null", ", sort: descending"].randomElement(using: &numbers) ?? ""
    // A grid of its own keeps the chart on its scales.
    let spec = """
      mark: \(mark)
      data: {values: [\(rows.joined(separator: ", "))]}
      encoding:
        x: {field: t, type: ordinal\(sort)}
        y: {field: v, type: quantitative, axis: {grid: true}}
        color: {field: s}
      """
    let chart = try #require(try read(spec).0)
    guard case .plot = chart.content else {
      Issue.record("not on its scales")
      return
    }
    for name in names {
      let count = expectWritten(name, values[name] ?? [], categories, chart.description)
      #expect(count > 0 || values[name]?.allSatisfy { $0 == nil } ?? true, "\(chart.description)")
    }
  }

  private func expectWritten(
    _ name: String, _ values: [Double?], _ categories: [ChartCategory], _ text: String
  ) -> Int {
    let places = Dictionary(uniqueKeysWithValues: categories.enumerated().map { ($1.fullLabel, $0) })
    let point = "\(figure) \\(([^)]*)\\)"
    func value(_ place: Substring?) -> Double { places[String(place ?? "")].flatMap { values[$0] } ?? .nan }
    func expect(_ told: Substring?, at place: Substring?) {
      let (number, give) = number(told)
      #expect((value(place) - number).magnitude <= give, "\(told ?? "") at \(place ?? ""): \(text)")
    }
    let opening = "\(name)(?:, [a-z -]+)?: "
    var count = matches("\(opening)\(figure) throughout", in: text).count
    for told in matches("\(opening)\(point)\\.", in: text) {
      expect(told[1], at: told[2])
      count += 1
    }
    let course =
      "\(opening)from \(point) to \(point), highest \(point), lowest \(point)\\.(?: Largest change: a (rise|fall|narrowing|widening) of \(figure) to ([A-Z0-9 ]+)\\.)?"
    for told in matches(course, in: text) {
      count += 1
      for place in [1, 3, 5, 7] { expect(told[place], at: told[place + 1]) }
      let months = places[String(told[2] ?? "")].flatMap { categories[$0].time?.months }
      let alike = categories.indices.filter { categories[$0].time?.months == months }
        .sorted { (categories[$0].time?.end ?? 0) < (categories[$1].time?.end ?? 0) }
      let present = alike.filter { values[$0] != nil }
      let known = present.compactMap { values[$0] }
      #expect(present.first.map { categories[$0].fullLabel } == told[2].map { String($0) }, "\(text)")
      #expect(present.last.map { categories[$0].fullLabel } == told[4].map { String($0) }, "\(text)")
      #expect(value(told[6]) == known.max() && value(told[8]) == known.min(), "\(text)")
      guard let word = told[9], let place = places[String(told[11] ?? "")],
        let position = alike.firstIndex(of: place), position > 0, let from = values[alike[position - 1]],
        let to = values[place]
      else {
        #expect(told[9] == nil, "\(text)")
        continue
      }
      let (size, give) = number(told[10])
      #expect(((to - from).magnitude - size).magnitude <= give, "\(text)")
      let isOfLoss = name == "Net loss" && from < 0 && to < 0
      #expect(
        word == (to > from ? isOfLoss ? "narrowing" : "rise" : isOfLoss ? "widening" : "fall"), "\(text)")
      for (before, after) in zip(alike, alike.dropFirst()) {
        guard let before = values[before], let after = values[after] else { continue }
        #expect((after - before).magnitude <= (to - from).magnitude + 1e-9, "\(text)")
      }
    }
    return count
  }

  private let figure = "(?:about )?((?:minus )?[0-9][0-9,]*(?:\\.[0-9]+)?)"

  /// A told figure and half a unit of its last digit.
  private func number(_ text: Substring?) -> (value: Double, give: Double) {
    var text = text ?? ""
    let isNegative = text.hasPrefix("minus ")
    if isNegative { text = text.dropFirst(6) }
    let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
    let value = Double(text.filter { $0 != "," }) ?? .nan
    var give = 0.5000001
    for _ in 0..<decimals { give /= 10 }
    return (isNegative ? -value : value, give)
  }

  private func expectCourses(
    of name: String, _ values: [Double?], _ categories: [ChartCategory], _ text: String
  ) -> Int {
    let places = Dictionary(uniqueKeysWithValues: categories.enumerated().map { ($1.fullLabel, $0) })
    func expect(_ told: Substring?, at place: Substring?) -> Int {
      let index = places[String(place ?? "")] ?? -1
      let (value, give) = number(told)
      #expect(
        index >= 0 && ((values[max(0, index)] ?? .nan) - value).magnitude <= give,
        "\(told ?? "") at \(place ?? ""): \(text)")
      return max(0, index)
    }
    var count = 0
    let single = "\(figure) \\(([^)]*)\\)"
    for told in matches("\\Q\(name)\\E(?:, [A-Za-z -]+)*: \(single)(?:; \(single))*\\.", in: text) {
      for point in matches(single, in: String(told[0] ?? "")) { _ = expect(point[1], at: point[2]) }
      count += 1
    }
    let plain = "(?:no figures|\(figure) throughout)"
    count += matches("\\Q\(name)\\E(?:, [A-Za-z -]+)*: \(plain)\\.", in: text).count
    let course =
      "\\Q\(name)\\E(?:, [A-Za-z -]+)*: from \(figure) \\(([^)]*)\\) to \(figure) \\(([^)]*)\\)\\. Highest \(figure) \\(([^)]*)\\), lowest \(figure) \\(([^)]*)\\)\\.(?: Largest change: a (rise|fall|narrowing|widening) of \(figure) in ([A-Z0-9 ]+)\\.)?(?: Negative (throughout|in ([0-9]+) of ([0-9]+)))?"
    for told in matches(course, in: text) {
      count += 1
      let first = expect(told[1], at: told[2])
      let last = expect(told[3], at: told[4])
      let most = expect(told[5], at: told[6])
      let least = expect(told[7], at: told[8])
      // Of one length, from the first to the last of them in time.
      let months = categories[first].time?.months
      #expect([last, most, least].allSatisfy { categories[$0].time?.months == months }, "\(text)")
      let alike = categories.indices.filter { categories[$0].time?.months == months }
        .sorted { (categories[$0].time?.end ?? 0) < (categories[$1].time?.end ?? 0) }
      let present = alike.filter { values[$0] != nil }
      #expect(present.first == first && present.last == last, "\(text)")
      let known = present.compactMap { values[$0] }
      #expect(values[most] == known.max() && values[least] == known.min(), "\(text)")
      #expect(told[5] != told[7] || told[5]?.isEmpty == true || isRounded(told[0]), "\(text)")
      let negatives = known.count { $0 < 0 }
      if told[12] == "throughout" {
        #expect(negatives == known.count, "\(text)")
      } else {
        #expect(Int(told[13] ?? "0") ?? 0 == negatives, "\(text)")
      }
      guard let word = told[9], !word.isEmpty, let place = places[String(told[11] ?? "")],
        let position = alike.firstIndex(of: place), position > 0,
        let from = values[alike[position - 1]], let to = values[place]
      else {
        #expect(told[9]?.isEmpty ?? true, "\(text)")
        continue
      }
      let (size, give) = number(told[10])
      #expect(((to - from).magnitude - size).magnitude <= give, "\(text)")
      switch word {
      case "rise": #expect(to > from && !(name == "Net loss" && from < 0 && to < 0), "\(text)")
      case "fall": #expect(to < from && !(name == "Net loss" && from < 0 && to < 0), "\(text)")
      case "narrowing": #expect(name == "Net loss" && from < to && to < 0, "\(text)")
      default: #expect(name == "Net loss" && to < from && from < 0, "\(text)")
      }
      for (a, b) in zip(alike, alike.dropFirst()) {
        if let a = values[a], let b = values[b] {
          #expect((b - a).magnitude <= (to - from).magnitude + 1e-9, "\(text)")
        }
      }
    }
    return count
  }

  private func isRounded(_ told: Substring?) -> Bool { told?.contains("about") ?? false }

  private func expectPairs(
    of name: String, _ values: [Double?], _ categories: [ChartCategory], _ text: String
  ) -> Int {
    guard categories.count == 2 else { return 0 }
    let times = categories.map { $0.time?.end ?? 0 }
    let (first, last) = times[0] <= times[1] ? (0, 1) : (1, 0)
    var count = 0
    let change =
      "[:;] \\Q\(name)\\E (rises?|falls?|widens|narrows|turns? positive,|turns? negative,) from \(figure) to \(figure)[;.]"
    for told in matches(change, in: text) {
      count += 1
      guard let from = values[first], let to = values[last] else {
        Issue.record("a figure is missing: \(text)")
        continue
      }
      #expect(categories[0].time?.months == categories[1].time?.months, "\(text)")
      let isBySize = told[1] == "widens" || told[1] == "narrows"
      for (value, figure) in [(from, told[2]), (to, told[3])] {
        let (number, give) = number(figure)
        #expect(((isBySize ? -value : value) - number).magnitude <= give, "\(text)")
      }
      #expect(told[2] != told[3], "\(text)")
      switch told[1]?.prefix(4) {
      case "rise": #expect(from < to, "\(text)")
      case "fall": #expect(from > to, "\(text)")
      case "wide": #expect(to < from && from < 0, "\(text)")
      case "narr": #expect(from < to && to < 0, "\(text)")
      default: #expect((from < 0) != (to < 0), "\(text)")
      }
    }
    for told in matches("[:;] \\Q\(name)\\E (nearly unchanged|unchanged) at \(figure)[;.]", in: text) {
      count += 1
      #expect((told[1] == "unchanged") == (values[first] == values[last]), "\(text)")
      let (number, give) = number(told[2])
      #expect(((values[last] ?? .nan) - number).magnitude <= give, "\(text)")
    }
    count += matches("\\Q\(name)\\E \(figure) in [^;.]*, no figure for", in: text).count
    return count + matches("no figures for \\Q\(name)\\E", in: text).count
  }

  private func matches(_ pattern: String, in text: String) -> [[Substring?]] {
    guard let regex = try? Regex(pattern) else {
      Issue.record("no pattern: \(pattern)")
      return []
    }
    return text.matches(of: regex).map { match in match.output.map(\.substring) }
  }
}
