public import ExactNumbers
public import ReleaseModel

/// A quarter or half-year that no release tells and that follows from longer spans.
public struct DerivedFigure: Hashable, Sendable {
  public var concept: ConceptID
  public var period: Period
  /// With no more digits than the coarser of the two figures has.
  public var value: Amount
  /// XBRL's `decimals` of the coarser of the two figures.
  public var decimals: Int8
  /// The longer span, and what is taken away from it.
  public var whole: FactHistory.Telling
  public var less: FactHistory.Telling

  /// `27,784,000 - 20,848,000`.
  public var arithmetic: String {
    let taken = less.fact.value
    return "\(whole.fact.value.text()) - " + (taken.isNegative ? "(\(taken.text()))" : taken.text())
  }
}

/// The quarters and half-years of a company's flows that follow from what its releases tell, by concept and
/// period: the year less nine months, nine months less the half-year, the half-year less a quarter.
///
/// What a release tells is never derived, and a difference is taken only of figures on one basis, see
/// ``derivedFigure(_:_:_:_:breaks:told:)``.
public func derivedQuarters(company: Int, _ archive: ReleaseArchive, _ history: FactHistory)
  -> [DerivedFigure]
{
  guard archive.companies.indices.contains(company) else { return [] }
  let (fiscal, breaks) = (archive.companies[company].fiscal, archive.companies[company].breaks)
  var derived: [DerivedFigure] = []
  for concept in archive.catalog.allIDs {
    guard archive.catalog[concept].kind == .money, archive.catalog[concept].balance == .flow else { continue }
    for denomination in history.denominations(company: company, concept: concept) {
      let told = history.tellings(company: company, concept: concept, in: denomination)
      var years: [Int] = []
      for telling in told {
        guard let (year, _) = fiscal.name(of: telling.fact.period), years.last != year else { continue }
        years.append(year)
      }
      for year in Set(years).sorted() {
        let found = derivedParts.compactMap { part in
          derivedFigure(concept, year, part, fiscal, breaks: breaks) { told.of($0) }
        }
        derived += found.sorted { $0.period < $1.period }
      }
    }
  }
  return derived
}

/// A part of a year that no release tells and that follows from what releases tell of longer spans.
///
/// A difference is taken only of tellings on one basis: neither was restated, or both, or one was first told when the
/// other one had been. Nothing follows where one alone was restated: what is left would be part of the restatement, and
/// what it was before would stand among figures that are. Nothing follows either where a break lies in one of the two
/// spans and not in the other, or where the difference is less than the rounding of its figures.
///
/// - Parameter told: what is told of a period, oldest first, as whoever asks knows it.
/// - Returns: `nil` for what is told, and for what follows from nothing.
public func derivedFigure(
  _ concept: ConceptID, _ year: Int, _ part: FiscalCalendar.Part, _ fiscal: FiscalCalendar,
  breaks: [Company.Break] = [], told: (Period) -> some Collection<FactHistory.Telling>
) -> DerivedFigure? {
  guard let period = fiscal.period(year, part), told(period).isEmpty else { return nil }
  for difference in differences where difference.part == part {
    guard let longer = fiscal.period(year, difference.whole),
      let shorter = fiscal.period(year, difference.less),
      !isParted(longer, shorter, concept, breaks),
      let (whole, less) = onOneBasis(versions(told(longer)), versions(told(shorter))),
      let difference = whole.fact.value - less.fact.value
    else { continue }
    let decimals = min(whole.fact.decimals, less.fact.decimals)
    guard let value = difference.rounded(toDecimals: decimals) else { continue }
    return DerivedFigure(
      concept: concept, period: period, value: value, decimals: decimals, whole: whole, less: less)
  }
  return nil
}

extension Amount {
  /// To a power of ten as XBRL's `decimals` says it; `nil` where no digit would be left.
  fileprivate func rounded(toDecimals decimals: Int8) -> Amount? {
    guard decimals < 0, !isZero else { return self }
    let rounded = timesPowerOfTen(Int(decimals))?.rounded(scale: 0)
    return rounded.flatMap { $0.isZero ? nil : $0.timesPowerOfTen(-Int(decimals)) }
  }
}

/// A value that a figure had from some release on: its most exact telling.
private struct Version {
  var since: Int32
  var telling: FactHistory.Telling
}

/// The values that a figure had over time.
private func versions(_ tellings: some Sequence<FactHistory.Telling>) -> [Version] {
  var versions: [Version] = []
  for telling in tellings {
    if let last = versions.last, telling.fact.agrees(with: last.telling.fact) {
      if telling.fact.decimals >= last.telling.fact.decimals {
        versions[versions.count - 1].telling = telling
      }
    } else {
      versions.append(Version(since: telling.release, telling: telling))
    }
  }
  return versions
}

/// The newest values of two figures; `nil` where they do not stand on one basis.
///
/// What is told for the first time is on the basis of its day. A figure that is restated alone leaves the other one
/// behind until that is restated too.
private func onOneBasis(
  _ whole: [Version], _ less: [Version]
) -> (whole: FactHistory.Telling, less: FactHistory.Telling)? {
  enum Side { case whole, less }
  guard let lastWhole = whole.last, let lastLess = less.last else { return nil }
  var (wholes, lesses) = (0, 0)
  var ahead: Side?
  while wholes < whole.count || lesses < less.count {
    let nextWhole = wholes < whole.count ? whole[wholes].since : .max
    let nextLess = lesses < less.count ? less[lesses].since : .max
    let wereTold = wholes > 0 && lesses > 0
    if nextWhole <= nextLess { wholes += 1 }
    if nextLess <= nextWhole { lesses += 1 }
    guard wereTold, nextWhole != nextLess else {
      ahead = nil
      continue
    }
    let side: Side = nextWhole < nextLess ? .whole : .less
    ahead = ahead == nil || ahead == side ? side : nil
  }
  return ahead == nil ? (lastWhole.telling, lastLess.telling) : nil
}

/// Whether the basis changes within one of two spans and not within the other.
private func isParted(_ whole: Period, _ less: Period, _ concept: ConceptID, _ breaks: [Company.Break])
  -> Bool
{
  breaks.contains { found in
    guard found.concepts.isEmpty || found.concepts.contains(concept) else { return false }
    let change = found.from.start ?? found.from.end
    func holds(_ span: Period) -> Bool { span.start.map { $0 < change && change <= span.end } ?? false }
    return holds(whole) != holds(less)
  }
}

private let derivedParts: [FiscalCalendar.Part] = [.q1, .q2, .q3, .q4, .h1, .h2]

/// What is left of which span without which other; of several ways to one part the first counts.
private let differences:
  [(part: FiscalCalendar.Part, whole: FiscalCalendar.Part, less: FiscalCalendar.Part)] = [
    (.q4, .year, .nineMonths),
    (.q4, .h2, .q3),
    (.q3, .nineMonths, .h1),
    (.q3, .h2, .q4),
    (.q2, .h1, .q1),
    (.q1, .h1, .q2),
    (.h2, .year, .h1),
    (.h1, .nineMonths, .q3),
    (.h1, .year, .h2),
  ]
