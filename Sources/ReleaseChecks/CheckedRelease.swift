import ReleaseModel

/// One release with what its rules need of the archive round it; an object that does not change.
final class CheckedRelease: Sendable {
  let whole: CheckedArchive
  /// The release's place in the archive.
  let index: Int
  let release: Release
  /// Its company's place in the archive; a release of an unread company is checked by itself only.
  let company: Int?
  let fiscal: FiscalCalendar
  /// What the release tells, in the order in which it is printed.
  let figures: [ToldFigure]
  /// The same in parts: figures of one concept that stand side by side.
  let runs: [ToldConcept]
  /// The periods of the release's columns and single figures, in order.
  let periods: [Period]
  /// What its amounts are counted in: nearly always one.
  let denominations: [Denomination]
  /// The figures by concept and period, and as printed where one is told twice.
  private let order: [UInt64]

  init(_ index: Int, in whole: CheckedArchive) {
    self.whole = whole
    self.index = index
    let archive = whole.archive
    let release = archive.releases[index]
    self.release = release
    let company = whole.company(of: release)
    self.company = company
    fiscal = company.map { archive.companies[$0].fiscal } ?? .calendarYear
    let periods = sortedPeriods(of: release)
    self.periods = periods
    let facts = release.facts(archive.catalog)
    var figures: [ToldFigure] = []
    figures.reserveCapacity(facts.count)
    var runs: [ToldConcept] = []
    // All tellings of a company number their periods alike.
    var numbers: [UInt32?] = []
    var all = Tellings()
    let isMixed = company.map { whole.history.currencies(company: $0).count > 1 } ?? false
    func denomination(_ fact: Fact) -> Denomination? {
      guard isMixed, let company, whole.concepts.traits(of: fact.concept).kind.isDenominated else {
        return nil
      }
      return whole.history.denomination(of: fact, company: company, release: index)
    }
    var denominations: [Denomination] = []
    var denominated: Denomination?
    for (place, fact) in facts.enumerated() {
      let own = denomination(fact)
      if place == 0 || facts[place - 1].concept != fact.concept || own != denominated {
        denominated = own
        if let own, !denominations.contains(own) { denominations.append(own) }
        all =
          company.map {
            whole.history.tellings(company: $0, concept: fact.concept, in: own ?? .newest)
          } ?? Tellings()
        if place == 0 { numbers = periods.map { all.number(of: $0) } }
        let last =
          facts[place...].firstIndex { $0.concept != fact.concept || denomination($0) != own } ?? facts.count
        let traits = whole.concepts.traits(of: fact.concept)
        runs.append(ToldConcept(fact.concept, traits, all, figures: place..<last))
      }
      var figure = ToldFigure(
        telling: FactHistory.Telling(company: Int32(company ?? 0), release: Int32(index), fact: fact),
        period: position(of: fact.period, in: periods), denomination: own)
      if let number = numbers[figure.period] {
        figure.retold = all.places(ofPeriod: number)
        for place in figure.retold where all.release(of: place) == Int32(index) {
          figure.first = place
          figure.isFirst = all.stands(place, where: fact)
          break
        }
      }
      figures.append(figure)
    }
    self.figures = figures
    self.runs = runs
    self.denominations = denominations.isEmpty ? [.newest] : denominations
    var order = figures.enumerated().map { place, figure in
      key(figure.telling.fact.concept, figure.period) | UInt64(place)
    }
    order.sort()
    self.order = order
  }

  var archive: ReleaseArchive { whole.archive }
  var history: FactHistory { whole.history }
  var concepts: RelatedConcepts { whole.concepts }
  var catalog: ConceptCatalog { whole.archive.catalog }

  /// What this release itself tells of a concept for a period.
  func own(_ concept: ConceptID?, _ period: Period) -> FactHistory.Telling? {
    let place = position(of: period, in: periods)
    guard place < periods.count, periods[place] == period else { return nil }
    return own(concept, place)
  }

  /// The same for a period by its place among ``periods``.
  ///
  /// - Parameter denomination: what an amount is to be counted in; `nil` for any, of which the one that is printed
  ///   first counts.
  func own(
    _ concept: ConceptID?, _ period: Int, in denomination: Denomination? = nil
  ) -> FactHistory.Telling? {
    guard let concept, company != nil else { return nil }
    let wanted = key(concept, period)
    return order.withUnsafeBufferPointer { order in
      var (low, high) = (0, order.count)
      while low < high {
        let middle = (low + high) / 2
        if order[middle] < wanted { low = middle + 1 } else { high = middle }
      }
      while low < order.count, order[low] >> 24 == wanted >> 24 {
        let figure = figures[Int(order[low] & 0xFF_FFFF)]
        if let denomination, let own = figure.denomination, own != denomination {
          low += 1
          continue
        }
        return figure.telling
      }
      return nil
    }
  }

  /// Of some tellings of one figure the one that a reader of this release may rely on, else what a later release is
  /// the first to tell; by its place.
  func known(_ places: Range<Int>, of all: Tellings) -> Int? {
    var before: Int?
    for place in places {
      let release = all.release(of: place)
      if release == Int32(index) { return place }
      if release < Int32(index) { before = place }
    }
    return before ?? places.first
  }
}

/// One figure that a release tells.
struct ToldFigure: Sendable {
  var telling: FactHistory.Telling
  /// The period's place among those of the release.
  var period: Int
  /// What it is counted in; `nil` for what has no currency, and where the company tells all in one.
  var denomination: Denomination?
  /// Where among the tellings of its concept all those of the same figure stand, oldest first.
  var retold = 0..<0
  /// Where among those the first one of this release stands.
  var first: Int?
  /// Whether this is the first one.
  var isFirst = false
}

/// The figures of one concept that stand side by side in a release, in one denomination.
final class ToldConcept: Sendable {
  let concept: ConceptID
  let traits: RelatedConcepts.Traits
  /// All that any release of the company tells of it in that denomination.
  let all: Tellings
  /// The places of the figures among those of the release.
  let figures: Range<Int>

  init(_ concept: ConceptID, _ traits: RelatedConcepts.Traits, _ all: Tellings, figures: Range<Int>) {
    self.concept = concept
    self.traits = traits
    self.all = all
    self.figures = figures
  }
}

/// A number that orders figures by concept, period and place; a release has far fewer than 2^24 figures and periods.
private func key(_ concept: ConceptID, _ period: Int) -> UInt64 {
  UInt64(concept.number) << 48 | UInt64(period) << 24
}

private func sortedPeriods(of release: Release) -> [Period] {
  var all: [Period] = []
  for statement in release.statements { all += statement.columns }
  for figure in release.figures where all.last != figure.period { all.append(figure.period) }
  all.sort()
  var periods: [Period] = []
  for period in all where periods.last != period { periods.append(period) }
  return periods
}

/// The place among sorted periods of one of them, or where it would stand.
private func position(of period: Period, in periods: [Period]) -> Int {
  var low = 0
  var high = periods.count
  while low < high {
    let middle = (low + high) / 2
    if periods[middle] < period { low = middle + 1 } else { high = middle }
  }
  return low
}

/// The concepts that take part in relations, found in a catalog once; `nil` where a catalog has none.
final class RelatedConcepts: Sendable {
  let revenues, grossProfit, costOfRevenue: ConceptID?
  let incomeBeforeTaxes, incomeTax, netIncome, continuing, discontinued: ConceptID?
  let assets, liabilities, equity, liabilitiesAndEquity, noncontrolling: ConceptID?
  let freeCashFlow: ConceptID?
  let basicEarnings, dilutedEarnings, commonEarnings: ConceptID?
  let basicShares, dilutedShares, commonShares: ConceptID?
  /// Whether any release of the archive declares a restatement.
  let hasRestatements: Bool
  /// The calculation tree in terms of this catalog, by concept.
  private let calculations: [[Calculation]]
  /// Of each total in the tree, whether concepts below it are added or taken away.
  private let weights: [ConceptID: [ConceptID: Int8]]
  /// Of each concept, whether some calculation has it as its total or a part.
  private let isCalculated: [Bool]
  private let traits: [Traits]
  private let measures: [Measure?]

  /// What rules ask most of a concept.
  struct Traits: Sendable {
    var kind: Concept.Kind
    var balance: Concept.Balance
    var sign: Concept.Sign
  }

  func traits(of concept: ConceptID) -> Traits { traits[Int(concept.number)] }

  /// What a concept is made of where it is a built-in measure.
  func measure(_ concept: ConceptID) -> Measure? { measures[Int(concept.number)] }

  /// The ways in which a concept is the sum of others.
  func calculations(of concept: ConceptID) -> [Calculation] { calculations[Int(concept.number)] }

  /// Whether a concept adds to a total (1) or takes away from it (-1), be it through totals between them; `nil` where
  /// that is not known.
  func weight(of concept: ConceptID, in total: ConceptID) -> Int8? { weights[total]?[concept] }

  /// Whether it is known of which totals a concept is a part.
  func isCalculated(_ concept: ConceptID) -> Bool { isCalculated[Int(concept.number)] }

  init(_ archive: ReleaseArchive) {
    let catalog = archive.catalog
    hasRestatements = archive.releases.contains { !$0.restatements.isEmpty }
    revenues = catalog.id("Revenues")
    grossProfit = catalog.id("GrossProfit")
    costOfRevenue = catalog.id("CostOfRevenue")
    incomeBeforeTaxes = catalog.id("IncomeLossBeforeIncomeTaxes")
    incomeTax = catalog.id("IncomeTaxExpenseBenefit")
    netIncome = catalog.id("NetIncomeLoss")
    continuing = catalog.id("IncomeLossFromContinuingOperations")
    discontinued = catalog.id("IncomeLossFromDiscontinuedOperations")
    assets = catalog.id("Assets")
    liabilities = catalog.id("Liabilities")
    equity = catalog.id("StockholdersEquity")
    liabilitiesAndEquity = catalog.id("LiabilitiesAndStockholdersEquity")
    noncontrolling = catalog.id("NoncontrollingInterests")
    freeCashFlow = catalog.id("FreeCashFlow")
    basicEarnings = catalog.id("EarningsPerShareBasic")
    dilutedEarnings = catalog.id("EarningsPerShareDiluted")
    commonEarnings = catalog.id("EarningsPerShareBasicAndDiluted")
    basicShares = catalog.id("WeightedAverageSharesBasic")
    dilutedShares = catalog.id("WeightedAverageSharesDiluted")
    commonShares = catalog.id("WeightedAverageSharesBasicAndDiluted")
    let table = Calculation.table(in: catalog)
    calculations = catalog.allIDs.map { table[$0] ?? [] }
    weights = Dictionary(
      uniqueKeysWithValues: table.keys.map { ($0, Calculation.weights(in: $0, table)) })
    var known = Set(table.keys)
    for calculation in table.values.joined() { known.formUnion(calculation.children.map(\.concept)) }
    isCalculated = catalog.allIDs.map(known.contains)
    measures = Measure.table(in: catalog)
    traits = catalog.concepts.map { Traits(kind: $0.kind, balance: $0.balance, sign: $0.sign) }
  }
}
