import CivilTime
import ExactNumbers
import ReleaseChecks
import ReleaseModel
import SVGCharts

/// The facts a chart may show: as a release's reader knew them, or on other pages as they were told last.
struct ChartFacts: Sendable {
  var context: PageContext
  /// The place in the archive of the page's own company.
  var company: Int?
  /// The release whose page it is, by its place in the archive; `nil` for other pages.
  var release: Int?

  var archive: ReleaseArchive { context.archive }
  var catalog: ConceptCatalog { context.archive.catalog }

  /// The facts that a release's charts show.
  init(_ view: ReleaseView, _ context: PageContext) {
    self.context = context
    company = view.companyNumber
    release = view.number
  }

  /// The facts that charts outside of releases show; of the site's own company where none is named.
  init(_ context: PageContext) {
    self.context = context
    company = context.companyNumbers[context.archive.site.company]
  }

  /// The same for a chart that names its company.
  func of(_ id: String?) -> ChartFacts {
    guard let id else { return self }
    var other = self
    other.company = context.companyNumbers[id]
    return other
  }

  var fiscal: FiscalCalendar { company.map { archive.companies[$0].fiscal } ?? .calendarYear }

  /// A fact as it is told, and what it was told as first; or what follows from the longer spans that are told.
  struct Told {
    var current: FactHistory.Telling
    var first: FactHistory.Telling
    var isRevised: Bool
    /// Where no release tells it: how it is calculated, `current` and `first` then being the longer span.
    var derived: DerivedFigure?

    var value: Amount { derived?.value ?? current.fact.value }
    /// Whether its source rounds it to ten thousands or more.
    var isRounded: Bool { derived?.decimals ?? current.fact.decimals < -3 }
  }

  /// What is known of a concept for a period; of a stock at the period's end.
  func told(_ concept: ConceptID, _ period: Period) -> Told? {
    told(concept, period, in: denomination(of: concept))
  }

  /// The same in one denomination.
  func told(_ concept: ConceptID, _ period: Period, in denomination: Denomination) -> Told? {
    guard let company else { return nil }
    let isEnd = catalog[concept].balance == .stock && !period.isInstant
    let tellings = known(
      context.history.tellings(
        company: company, concept: concept, period: isEnd ? Period(instant: period.end) : period,
        in: denomination))
    return Retelling(tellings).map {
      Told(
        current: $0.current, first: $0.first,
        isRevised: $0.isRevised && !$0.first.fact.agrees(with: $0.current.fact))
    }
  }

  /// Whether some release prints a dash for a concept and a period, of a stock at the period's end.
  func isDash(_ concept: ConceptID, _ period: Period) -> Bool {
    guard let company else { return false }
    return archive.printsDash(
      concept, catalog.balance(of: concept) == .stock ? Period(instant: period.end) : period,
      in: currency(of: concept), among: context.releasesOf[company], upTo: release ?? .max)
  }

  /// What is known of a concept for a period, or what follows for it: the fourth quarter from the year and its
  /// nine months; nothing follows where a release prints a dash.
  func toldOrDerived(_ concept: ConceptID, _ period: Period) -> Told? {
    if let told = told(concept, period) { return told }
    guard let company, catalog[concept].kind == .money, catalog[concept].balance == .flow,
      let (year, part) = fiscal.name(of: period)
    else { return nil }
    let denomination = denomination(of: concept)
    let figure = derivedFigure(concept, year, part, fiscal, breaks: archive.companies[company].breaks) {
      known(context.history.tellings(company: company, concept: concept, period: $0, in: denomination))
    }
    guard let figure, !isDash(concept, period) else { return nil }
    return Told(current: figure.whole, first: figure.whole, isRevised: false, derived: figure)
  }

  /// The periods for which something is known of a concept.
  func periods(of concept: ConceptID) -> [Period] {
    guard let company else { return [] }
    var periods: [Period] = []
    for telling in context.history.tellings(
      company: company, concept: concept, in: denomination(of: concept))
    where periods.last != telling.fact.period && Int(telling.release) <= release ?? .max {
      periods.append(telling.fact.period)
    }
    return periods
  }

  /// Whether anything is known of a concept.
  func isTold(_ concept: ConceptID) -> Bool {
    guard let company else { return false }
    return context.history.tellings(company: company, concept: concept, in: denomination(of: concept))
      .contains { Int($0.release) <= release ?? .max }
  }

  /// The releases of the company that restate figures, as far as they are known, oldest first.
  var restatingReleases: [Release] {
    guard let company else { return [] }
    return context.restatingOf[company].filter { $0 <= release ?? .max }.map { archive.releases[$0] }
  }

  func known(_ tellings: Tellings) -> [FactHistory.Telling] {
    tellings.filter { Int($0.release) <= release ?? .max }
  }

  /// Whether the figures of concepts are amounts per share that were all printed last in their currency's minor unit.
  func areInMinorUnit(_ concepts: [ConceptID]) -> Bool {
    !concepts.isEmpty
      && concepts.allSatisfy { concept in
        guard let company, catalog.kind(of: concept) == .perShare else { return false }
        let tellings = known(
          context.history.tellings(company: company, concept: concept, in: denomination(of: concept)))
        return tellings.max { $0.release < $1.release }.map { archive.unit(of: $0).isMinor } ?? false
      }
  }

  /// What the values of a concept count.
  ///
  /// - Parameter isMinor: whether they are shown in the minor unit of their currency.
  func measure(of concept: ConceptID, isMinor: Bool = false) -> ChartMeasure {
    let code = currency(of: concept) ?? "USD"
    switch catalog[concept].kind {
    case .money: return ChartMeasure(words: currencyWords(code), sign: currencySign(code).trimmed)
    case .perShare:
      let minor = PrintedUnit(code, isMinor: isMinor).minor
      return ChartMeasure(words: "\(minor?.name ?? currencyWords(code)) per share")
    case .shares: return ChartMeasure(words: "shares")
    case .ratio: return ChartMeasure(words: "percent")
    case .count: return ChartMeasure(words: "")
    }
  }

  /// A value as charts show it: ratios in percent, and figures per share in pence where they are told so.
  func shown(_ value: Amount, _ concept: ConceptID, isMinor: Bool = false) -> Amount {
    catalog[concept].kind == .ratio || isMinor ? value.timesPowerOfTen(2) ?? value : value
  }

  /// `Source: release of November 14, 2003.`, `Source: 8 releases, March 13, 2003 to November 14, 2003.`
  func source(_ told: some Sequence<Told>) -> String {
    var releases: [Int32] = []
    for told in told {
      releases.append(told.current.release)
      if let derived = told.derived { releases.append(derived.less.release) }
    }
    releases.sort()
    guard let first = releases.first, let last = releases.last else { return "" }
    func day(_ number: Int32) -> String { EnglishCalendar.long(archive.releases[Int(number)].released.day) }
    if first == last { return "Source: release of " + day(first) + "." }
    let count = 1 + zip(releases, releases.dropFirst()).count { $0 != $1 }
    return "Source: \(count) releases, \(day(first)) to \(day(last))."
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self
    while let last = text.last, last == " " || last == "\u{A0}" { text.removeLast() }
    return text
  }
}
