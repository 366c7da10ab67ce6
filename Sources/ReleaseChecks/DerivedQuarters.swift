public import ExactNumbers
public import ReleaseModel

/// A quarter or half-year that no release tells and that follows from longer spans.
public struct DerivedFigure: Hashable, Sendable {
  public var concept: ConceptID
  public var period: Period
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
/// The latest telling of each figure counts. What a release tells is never derived.
public func derivedQuarters(company: Int, _ archive: ReleaseArchive, _ history: FactHistory)
  -> [DerivedFigure]
{
  guard archive.companies.indices.contains(company) else { return [] }
  let fiscal = archive.companies[company].fiscal
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
          derivedFigure(concept, year, part, fiscal) { Retelling(told.of($0))?.current }
        }
        derived += found.sorted { $0.period < $1.period }
      }
    }
  }
  return derived
}

/// A part of a year that no release tells and that follows from what releases tell of longer spans.
///
/// - Parameter current: what is told of a period, as whoever asks knows it.
/// - Returns: `nil` for what is told, and for what follows from nothing.
public func derivedFigure(
  _ concept: ConceptID, _ year: Int, _ part: FiscalCalendar.Part, _ fiscal: FiscalCalendar,
  current: (Period) -> FactHistory.Telling?
) -> DerivedFigure? {
  func told(_ part: FiscalCalendar.Part) -> FactHistory.Telling? {
    fiscal.period(year, part).flatMap(current)
  }
  guard told(part) == nil, let period = fiscal.period(year, part) else { return nil }
  for difference in differences where difference.part == part {
    guard let whole = told(difference.whole), let less = told(difference.less),
      let value = whole.fact.value - less.fact.value
    else { continue }
    return DerivedFigure(
      concept: concept, period: period, value: value,
      decimals: min(whole.fact.decimals, less.fact.decimals), whole: whole, less: less)
  }
  return nil
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
