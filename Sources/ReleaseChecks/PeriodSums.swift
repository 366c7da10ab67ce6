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
let relatePeriods: RelationRule = { checked, test in
  guard let company = checked.company else { return }
  var all: ArraySlice<FactHistory.Telling> = []
  // The rows of a statement have the same few periods.
  var years: [Period: FiscalYear?] = [:]
  for (telling, retellings) in zip(checked.tellings, checked.retellings) {
    let concept = checked.catalog[telling.fact.concept]
    guard concept.kind == .money, concept.balance == .flow,
      checked.first(in: retellings)?.fact.place == telling.fact.place
    else { continue }
    if all.first?.fact.concept != telling.fact.concept {
      all = checked.history.tellings(company: company, concept: telling.fact.concept)
    }
    let year = years[telling.fact.period] ?? FiscalYear(of: telling.fact.period, checked.fiscal)
    years[telling.fact.period] = .some(year)
    guard let year else { continue }
    let part = year.part
    let known = year.periods.map { period in
      period.flatMap { checked.known(tellingsOf($0, in: all)) }
    }
    // Every sum is tested once: in the release that is the last to tell one of its figures.
    for sum in periodSums where sum.whole == part || sum.parts.contains(part) {
      guard let whole = known[sum.whole.position] else { continue }
      let parts = sum.parts.compactMap { known[$0.position] }
      guard parts.count == sum.parts.count, isTurn(of: telling, among: [whole] + parts),
        !isDisturbed([whole] + parts, company, checked)
      else { continue }
      test(.sum(.periodsAddUp, whole, parts))
    }
    if concept.sign == .nonNegative { relateParts(of: telling, part, known, company, checked, test) }
  }
}

/// The fiscal year to which a span belongs, with the periods of all its parts.
private struct FiscalYear {
  var part: FiscalCalendar.Part
  /// In the order of the parts; `nil` beyond the calendar.
  var periods: [Period?]

  init?(of period: Period, _ fiscal: FiscalCalendar) {
    guard let (year, part) = fiscal.name(of: period) else { return nil }
    self.part = part
    periods = FiscalCalendar.Part.allCases.map { fiscal.period(year, $0) }
  }
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
private func isTurn(of telling: FactHistory.Telling, among all: [FactHistory.Telling]) -> Bool {
  guard let last = all.map(\.release).max(), telling.release == last else { return false }
  return all.first { $0.release == last }?.fact.period == telling.fact.period
}

/// Whether a declared restatement lies between the tellings, so that they are not of one account.
private func isDisturbed(
  _ tellings: [FactHistory.Telling], _ company: Int, _ checked: CheckedRelease
) -> Bool {
  guard let first = tellings.map(\.release).min(), let last = tellings.map(\.release).max(), first < last,
    checked.concepts.hasRestatements
  else { return false }
  let concept = tellings[0].fact.concept
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
