import Diagnostics
import ReleaseModel

extension DiagnosticCode {
  static let periodsDoNotAddUp = DiagnosticCode(
    "V301", "periods-do-not-add-up",
    rule: "The quarters of a flow add up to its half-years, nine months and year, within their rounding.",
    explanation: """
      The rule compares what the archive's releases tell. Where a quarter was changed afterwards, declare it with \
      `restates:` in the release that tells the new value.
      """)
  static let partExceedsWhole = DiagnosticCode(
    "V304", "part-exceeds-whole",
    rule: "A part of a span has at most what the whole span has, where nothing can be negative.",
    explanation: "Revenues of nine months include those of each of its quarters.")
}

/// V301 and V304: each span of a fiscal year that the release tells, against its parts in the archive.
///
/// Per-share figures, averages and instants do not add up and are left alone.
let relatePeriods: RelationRule = { checked, ledger in
  guard let company = checked.company, let any = checked.runs.first?.all else { return }
  // The rows of a statement have the same few periods.
  let years = checked.periods.map { FiscalYear(of: $0, checked.fiscal, numberedBy: any) }
  var terms: [Relation.Term] = []
  for run in checked.runs {
    let (concept, all) = (run.traits, run.all)
    guard concept.kind == .money, concept.balance == .flow else { continue }
    for figure in checked.figures[run.figures] where figure.isFirst {
      let telling = figure.telling
      // Where all of them are of this figure, nothing else is told of the concept.
      if telling.fact.period.isInstant || all.count == figure.retold.count { continue }
      guard let year = years[figure.period] else {
        relateSpans(around: telling, all, isBounded: concept.sign == .nonNegative, checked, &ledger)
        continue
      }
      let known = KnownParts(of: year, in: all, from: figure.retold.lowerBound, checked)
      // Every sum is tested once: in the release that is the last to tell one of its figures.
      for sum in sumsByPart[year.part.position] {
        guard sum.all & ~known.all == 0, known.isTurn(of: year.part.position, sum, by: telling.release) else {
          continue
        }
        terms.removeAll(keepingCapacity: true)
        terms.append(.init(all[known.place(sum.whole)]))
        for part in 0..<sum.count { terms.append(.init(all[known.place(sum.parts[part])])) }
        guard !isDisturbed(terms.lazy.map(\.telling), company, checked) else { continue }
        ledger.test(.periodsAddUp, all: terms)
      }
      if concept.sign == .nonNegative {
        relateParts(of: telling, year.part, known, all, company, checked, &ledger)
      }
    }
  }
}

/// The fiscal year to which a span belongs, with the periods of all its parts.
private struct FiscalYear {
  var part: FiscalCalendar.Part
  /// The parts of which anything is told, by their places among all cases, in the order of their periods.
  var parts: [(period: UInt32, position: Int)]

  /// - Parameter tellings: some of the company's, which number its periods.
  init?(of period: Period, _ fiscal: FiscalCalendar, numberedBy tellings: Tellings) {
    guard let (year, part) = fiscal.name(of: period) else { return nil }
    self.part = part
    parts = FiscalCalendar.Part.allCases.compactMap { part in
      fiscal.period(year, part).flatMap { tellings.number(of: $0) }.map { ($0, part.position) }
    }.sorted { $0.period < $1.period }
  }
}

/// What a reader of a release knows of the parts of a fiscal year, for one concept: as ``CheckedRelease/known(_:of:)``
/// has it, for all parts in one pass over their tellings.
private struct KnownParts {
  /// The parts that are known, a bit for each by its place among all cases.
  private(set) var all: UInt8 = 0
  /// By the parts' places, where among the tellings each is told, and by which release.
  private var places = InlineArray<8, Int32>(repeating: -1)
  private var releases = InlineArray<8, Int32>(repeating: -1)

  /// - Parameters:
  ///   - tellings: the concept's, by period.
  ///   - start: where those of the year's own part begin; the year's others lie round it.
  init(of year: FiscalYear, in tellings: Tellings, from start: Int, _ checked: CheckedRelease) {
    let own = Int32(checked.index)
    let parts = year.parts
    var (place, part) = (start, 0)
    guard let first = parts.first?.period else { return }
    while place > tellings.startIndex, tellings.periodNumber(of: place - 1) >= first { place -= 1 }
    while place < tellings.endIndex {
      let period = tellings.periodNumber(of: place)
      while part < parts.count, parts[part].period < period { part += 1 }
      guard part < parts.count else { return }
      if parts[part].period == period {
        let position = parts[part].position
        let release = tellings.release(of: place)
        // The first one at all, then whatever is later up to the reader's own release, and of that the first one.
        if !has(position) || (releases[position] < own && release <= own) {
          places[position] = Int32(place)
          releases[position] = release
          all |= 1 << UInt8(position)
        }
      }
      place += 1
    }
  }

  func has(_ part: Int) -> Bool { all & 1 << UInt8(part) != 0 }

  /// Where among the tellings one of the known parts is told.
  func place(_ part: Int) -> Int { Int(places[part]) }

  /// The release that tells one of the known parts.
  func release(_ part: Int) -> Int32 { releases[part] }

  /// Whether the telling of a part by a release is the one at which a sum is tested: of the latest release, and there
  /// the first.
  func isTurn(of own: Int, _ sum: PartSum, by release: Int32) -> Bool {
    var first: Int?
    for index in 0..<sum.count {
      let part = sum.parts[index]
      if releases[part] > release { return false }
      if first == nil, releases[part] == release { first = part }
    }
    let whole = releases[sum.whole]
    return whole >= release ? whole == release && sum.whole == own : first == own
  }
}

/// A part of a fiscal year that others add up to, by their places among all cases.
private struct PartSum {
  var whole: Int
  var parts: InlineArray<4, Int>
  /// How many parts there are.
  var count: Int
  /// All of them, a bit for each.
  var all: UInt8

  init(_ whole: FiscalCalendar.Part, _ parts: [FiscalCalendar.Part]) {
    self.whole = whole.position
    count = parts.count
    self.parts = InlineArray { $0 < parts.count ? parts[$0].position : 0 }
    all = ([whole] + parts).reduce(0) { $0 | 1 << UInt8($1.position) }
  }
}

/// For each part, the sums it takes part in.
private let sumsByPart: [[PartSum]] = FiscalCalendar.Part.allCases.map { part in
  periodSums.filter { $0.whole == part || $0.parts.contains(part) }.map { PartSum($0.whole, $0.parts) }
}

/// V304: a span that nothing can be taken from against the spans within it and round it.
private func relateParts(
  of telling: FactHistory.Telling, _ part: FiscalCalendar.Part, _ known: KnownParts, _ all: Tellings,
  _ company: Int, _ checked: CheckedRelease, _ ledger: inout Ledger
) {
  for other in FiscalCalendar.Part.allCases where other != part && known.has(other.position) {
    let release = known.release(other.position)
    let isWhole = other.months.contains(part.months) && release < telling.release
    guard isWhole || (part.months.contains(other.months) && release <= telling.release) else { continue }
    let told = all[known.place(other.position)]
    let (longer, shorter) = isWhole ? (told, telling) : (telling, told)
    guard !checked.concepts.hasRestatements || !isDisturbed([longer, shorter], company, checked) else {
      continue
    }
    ledger.test(.partWithinWhole, [.init(longer), .init(shorter)])
  }
}

/// How the named parts of a fiscal year add up.
let periodSums: [(whole: FiscalCalendar.Part, parts: [FiscalCalendar.Part])] = [
  (.h1, [.q1, .q2]),
  (.nineMonths, [.q1, .q2, .q3]),
  (.nineMonths, [.h1, .q3]),
  (.h2, [.q3, .q4]),
  (.year, [.q1, .q2, .q3, .q4]),
  (.year, [.nineMonths, .q4]),
  (.year, [.h1, .h2]),
  (.year, [.h1, .q3, .q4]),
]

/// Whether a declared restatement lies between the tellings, so that they are not of one account.
func isDisturbed(
  _ tellings: some Collection<FactHistory.Telling>, _ company: Int, _ checked: CheckedRelease
) -> Bool {
  guard checked.concepts.hasRestatements else { return false }
  guard let first = tellings.map(\.release).min(), let last = tellings.map(\.release).max(), first < last,
    let concept = tellings.first?.fact.concept
  else { return false }
  return checked.archive.releases[(Int(first) + 1)...Int(last)].contains { release in
    release.company == checked.release.company
      && release.restatements.contains { restated in
        restated.concept == concept && tellings.contains { overlaps($0.fact.period, restated.period) }
      }
  }
}

private func overlaps(_ a: Period, _ b: Period) -> Bool {
  (a.start ?? a.end) <= b.end && (b.start ?? b.end) <= a.end
}

extension FiscalCalendar.Part {
  /// Its place among all cases.
  fileprivate var position: Int {
    switch self {
    case .q1: 0
    case .q2: 1
    case .q3: 2
    case .q4: 3
    case .h1: 4
    case .h2: 5
    case .nineMonths: 6
    case .year: 7
    }
  }
}

extension Range {
  fileprivate func contains(_ other: Range) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
