import CivilTime
import ReleaseModel

/// V301 and V304 for spans that are no whole months: quarters of 13 weeks, years of 52 or 53.
///
/// Spans add up where others fill them without a gap, day by day. Each sum is tested in the release that is the
/// last to tell one of its figures.
func relateSpans(
  around telling: FactHistory.Telling, _ all: Tellings, isBounded: Bool,
  _ checked: CheckedRelease, _ ledger: inout Ledger
) {
  guard let company = checked.company, let start = telling.fact.period.start else { return }
  let end = telling.fact.period.end
  // What can belong to the same fiscal year: spans that lie in the year round this one.
  let near = nearby(telling, all, checked)
  for whole in near where whole.fact.period.days > 100 {
    guard let first = whole.fact.period.start, first <= start, end <= whole.fact.period.end else { continue }
    let parts = near.filter { part in
      guard let from = part.fact.period.start else { return false }
      return first <= from && part.fact.period.end <= whole.fact.period.end
        && part.fact.period != whole.fact.period
    }
    var tilings: [[FactHistory.Telling]] = []
    tile(from: first, through: whole.fact.period.end, parts, [], &tilings)
    for tiling in tilings {
      let tellings = [whole] + tiling
      guard tellings.contains(where: { $0.fact.period == telling.fact.period }),
        isTurn(of: telling, among: tellings), !isDisturbed(tellings, company, checked)
      else { continue }
      ledger.test(.periodsAddUp, all: tellings.map { .init($0) })
    }
    guard isBounded else { continue }
    for part in parts where isTurn(of: telling, among: [whole, part]) {
      guard !isDisturbed([whole, part], company, checked) else { continue }
      ledger.test(.partWithinWhole, [.init(whole), .init(part)])
    }
  }
}

/// The spans of at most a year within a year to either side, one telling each: the one to rely on.
private func nearby(
  _ telling: FactHistory.Telling, _ all: Tellings, _ checked: CheckedRelease
) -> [FactHistory.Telling] {
  let end = telling.fact.period.end
  var near: [FactHistory.Telling] = []
  // Tellings are in the order of their ends, and an instant comes before the spans that end with it.
  var index = all.of(Period(instant: end.adding(days: -longestSpan))).startIndex
  while index < all.endIndex {
    let period = all.period(of: index)
    guard period.end.days(since: end) <= longestSpan else { break }
    // Of what ends with one day the shorter spans come first, and of longer ones there may be any number.
    if period.days > longestSpan {
      index = all.of(Period(instant: period.end.adding(days: 1))).startIndex
      continue
    }
    let first = index
    while index < all.endIndex, all.period(of: index) == period { index += 1 }
    guard period.days > 0, let known = checked.known(first..<index, of: all) else { continue }
    near.append(all[known])
    // A year has four quarters and some sums of them; more spans than that are no calendar.
    if near.count == 40 { break }
  }
  return near
}

/// In days: a year of 53 weeks and one.
private let longestSpan = 372

/// All ways in which up to four spans fill the days from one to another.
private func tile(
  from day: Day, through end: Day, _ parts: [FactHistory.Telling], _ taken: [FactHistory.Telling],
  _ tilings: inout [[FactHistory.Telling]]
) {
  if day == end.adding(days: 1) {
    tilings.append(taken)
    return
  }
  guard taken.count < 4, tilings.count < 32 else { return }
  for part in parts where part.fact.period.start == day {
    tile(from: part.fact.period.end.adding(days: 1), through: end, parts, taken + [part], &tilings)
  }
}

private func isTurn(of telling: FactHistory.Telling, among all: [FactHistory.Telling]) -> Bool {
  guard let last = all.map(\.release).max(), telling.release == last else { return false }
  return all.first { $0.release == last }?.fact.period == telling.fact.period
}
