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
    let told = history.tellings(company: company, concept: concept)
    var years: [Int] = []
    for telling in told {
      guard let (year, _) = fiscal.name(of: telling.fact.period), years.last != year else { continue }
      years.append(year)
    }
    for year in Set(years).sorted() {
      let current = { (part: FiscalCalendar.Part) -> FactHistory.Telling? in
        fiscal.period(year, part).flatMap {
          Retelling(history.tellings(company: company, concept: concept, period: $0))?.current
        }
      }
      var found: [DerivedFigure] = []
      for (part, whole, less) in differences {
        guard current(part) == nil, let period = fiscal.period(year, part),
          !found.contains(where: { $0.period == period }), let whole = current(whole),
          let less = current(less),
          let value = whole.fact.value - less.fact.value
        else { continue }
        found.append(
          DerivedFigure(
            concept: concept, period: period, value: value,
            decimals: min(whole.fact.decimals, less.fact.decimals), whole: whole, less: less))
      }
      derived += found.sorted { $0.period < $1.period }
    }
  }
  return derived
}

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
