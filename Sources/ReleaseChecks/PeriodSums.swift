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
let relatePeriods: RelationRule = { checked, test, _ in
  guard let company = checked.company else { return }
  var all = Tellings()
  // The rows of a statement have the same few periods.
  let years = checked.periods.map { FiscalYear(of: $0, checked.fiscal) }
  for (telling, retellings) in zip(checked.tellings, checked.retellings) {
    let concept = checked.concepts.traits(of: telling.fact.concept)
    guard concept.kind == .money, concept.balance == .flow, !telling.fact.period.isInstant,
      checked.first(in: retellings)?.fact.place == telling.fact.place
    else { continue }
    if all.first?.fact.concept != telling.fact.concept {
      all = checked.history.tellings(company: company, concept: telling.fact.concept)
    }
    // Nothing else is told of the concept.
    if all.count == retellings.count { continue }
    guard let year = years[checked.position(of: telling.fact.period)] else {
      relateSpans(around: telling, all, isBounded: concept.sign == .nonNegative, checked, test)
      continue
    }
    let part = year.part
    let known = year.known(in: all, from: retellings.startIndex, checked)
    // Every sum is tested once: in the release that is the last to tell one of its figures.
    for sum in sumsByPart[part.position] {
      guard let whole = known[sum.whole], sum.parts.allSatisfy({ known[$0] != nil }),
        isTurn(of: telling, whole, sum.parts, known)
      else { continue }
      var terms = [Relation.Term(whole)]
      terms.reserveCapacity(sum.parts.count + 1)
      for part in sum.parts {
        if let part = known[part] { terms.append(.init(part)) }
      }
      guard !isDisturbed(terms.lazy.map(\.telling), company, checked) else { continue }
      test(Relation(kind: .periodsAddUp, terms: terms))
    }
    if concept.sign == .nonNegative { relateParts(of: telling, part, known, company, checked, test) }
  }
}

/// The fiscal year to which a span belongs, with the periods of all its parts.
private struct FiscalYear {
  var part: FiscalCalendar.Part
  /// The parts by their places among all cases, in the order of their periods; without those beyond the calendar.
  private var parts: [(period: Period, position: Int)]

  init?(of period: Period, _ fiscal: FiscalCalendar) {
    guard let (year, part) = fiscal.name(of: period) else { return nil }
    self.part = part
    parts = FiscalCalendar.Part.allCases.compactMap { part in
      fiscal.period(year, part).map { ($0, part.position) }
    }.sorted { $0.period < $1.period }
  }

  /// What is known of each part, by the parts' positions.
  ///
  /// - Parameters:
  ///   - all: one concept's tellings by period.
  ///   - start: where those of the year's own part begin; the year's others lie round it.
  func known(
    in all: Tellings, from start: Int, _ checked: CheckedRelease
  ) -> [FactHistory.Telling?] {
    var known = [FactHistory.Telling?](repeating: nil, count: FiscalCalendar.Part.allCases.count)
    guard let first = parts.first?.period else { return known }
    var index = start
    while index > all.startIndex, all.period(of: index - 1) >= first { index -= 1 }
    for (period, position) in parts {
      while index < all.endIndex, all.period(of: index) < period { index += 1 }
      let start = index
      while index < all.endIndex, all.period(of: index) == period { index += 1 }
      if start < index { known[position] = checked.known(all[start..<index]) }
    }
    return known
  }
}

/// For each part, the sums it takes part in, by the places of their parts.
private let sumsByPart: [[(whole: Int, parts: [Int])]] = FiscalCalendar.Part.allCases.map { part in
  periodSums.filter { $0.whole == part || $0.parts.contains(part) }
    .map { (whole: $0.whole.position, parts: $0.parts.map(\.position)) }
}

/// V304: a span that nothing can be taken from against the spans within it and round it.
private func relateParts(
  of telling: FactHistory.Telling, _ part: FiscalCalendar.Part, _ known: [FactHistory.Telling?],
  _ company: Int, _ checked: CheckedRelease, _ test: (Relation) -> Void
) {
  for other in FiscalCalendar.Part.allCases where other != part {
    guard let told = known[other.position] else { continue }
    let pair: [FactHistory.Telling]
    if other.months.contains(part.months), told.release < telling.release {
      pair = [told, telling]
    } else if part.months.contains(other.months), told.release <= telling.release {
      pair = [telling, told]
    } else {
      continue
    }
    guard !isDisturbed(pair, company, checked) else { continue }
    test(Relation(kind: .partWithinWhole, terms: pair.map { .init($0) }))
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

/// Whether this telling is the one at which a relation is tested: of the latest release, and there the first.
private func isTurn(
  of telling: FactHistory.Telling, _ whole: FactHistory.Telling, _ parts: [Int],
  _ known: [FactHistory.Telling?]
) -> Bool {
  for part in parts {
    if let other = known[part], other.release > telling.release { return false }
  }
  if whole.release >= telling.release {
    return whole.release == telling.release && whole.fact.period == telling.fact.period
  }
  let first = parts.first { known[$0]?.release == telling.release }
  return first.flatMap { known[$0]?.fact.period } == telling.fact.period
}

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
