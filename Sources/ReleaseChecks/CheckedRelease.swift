import ReleaseModel

/// One release with what its rules need of the archive round it.
struct CheckedRelease: Sendable {
  let archive: ReleaseArchive
  let history: FactHistory
  let concepts: RelatedConcepts
  /// The release's place in the archive.
  let index: Int
  /// Its company's place in the archive; a release of an unread company is checked by itself only.
  let company: Int?
  let fiscal: FiscalCalendar
  /// What the release tells, as in ``FactHistory``.
  let tellings: [FactHistory.Telling]
  /// For each of them all that any release tells of the same figure, oldest first.
  let retellings: [Tellings]
  /// The periods for which the release tells anything, in order.
  let periods: [Period]
  /// The release's tellings by concept and period, and as printed where it tells one twice.
  private let sorted: [FactHistory.Telling]

  init(
    _ index: Int, in archive: ReleaseArchive, _ history: FactHistory, _ concepts: RelatedConcepts,
    companies: [String: Int]
  ) {
    self.archive = archive
    self.history = history
    self.concepts = concepts
    self.index = index
    let release = archive.releases[index]
    let company = companies[release.company]
    self.company = company
    fiscal = company.map { archive.companies[$0].fiscal } ?? .calendarYear
    let facts = release.facts(archive.catalog)
    let tellings = facts.map {
      FactHistory.Telling(company: Int32(company ?? 0), release: Int32(index), fact: $0)
    }
    self.tellings = tellings
    // Figures of one concept stand side by side.
    var concept = Tellings()
    retellings = facts.map { fact in
      guard let company else { return Tellings() }
      if concept.first?.fact.concept != fact.concept {
        concept = history.tellings(company: company, concept: fact.concept)
      }
      return tellingsOf(fact.period, in: concept)
    }
    var periods: [Period] = []
    for period in facts.map(\.period).sorted() where periods.last != period { periods.append(period) }
    self.periods = periods
    let order = facts.indices.sorted { a, b in
      if facts[a].concept != facts[b].concept { return facts[a].concept < facts[b].concept }
      return facts[a].period != facts[b].period ? facts[a].period < facts[b].period : a < b
    }
    sorted = order.map { tellings[$0] }
  }

  /// The place among ``periods`` of one of them.
  func position(of period: Period) -> Int {
    var low = 0
    var high = periods.count
    while low < high {
      let middle = (low + high) / 2
      if periods[middle] < period { low = middle + 1 } else { high = middle }
    }
    return low
  }

  var release: Release { archive.releases[index] }
  var catalog: ConceptCatalog { archive.catalog }

  /// What this release itself tells of a concept for a period.
  func own(_ concept: ConceptID?, _ period: Period) -> FactHistory.Telling? {
    guard let concept, company != nil else { return nil }
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      let fact = sorted[middle].fact
      if fact.concept < concept || (fact.concept == concept && fact.period < period) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < sorted.count, sorted[low].fact.concept == concept, sorted[low].fact.period == period else {
      return nil
    }
    return sorted[low]
  }

  /// What a reader of this release may rely on, else what a later release is the first to tell.
  func known(_ all: Tellings) -> FactHistory.Telling? {
    first(in: all) ?? all.last(before: Int32(index)) ?? all.first
  }

  /// The telling of this release that comes first among the tellings of one figure.
  func first(in retellings: Tellings) -> FactHistory.Telling? {
    retellings.first(by: Int32(index))
  }
}

/// Those tellings of one concept that are for a period; the range stands where they would, if there are none.
func tellingsOf(
  _ period: Period, in concept: Tellings
) -> Tellings {
  concept.of(period)
}

/// The concepts that take part in relations, found in a catalog once; `nil` where a catalog has none.
struct RelatedConcepts: Sendable {
  let revenues, grossProfit, costOfRevenue: ConceptID?
  let incomeBeforeTaxes, incomeTax, netIncome, continuing, discontinued: ConceptID?
  let assets, liabilities, equity, liabilitiesAndEquity: ConceptID?
  let basicEarnings, dilutedEarnings, commonEarnings: ConceptID?
  let basicShares, dilutedShares, commonShares: ConceptID?
  /// Whether any release of the archive declares a restatement.
  let hasRestatements: Bool
  /// The calculation tree in terms of this catalog, by concept.
  private let calculations: [[Calculation]]
  private let traits: [Traits]

  /// What rules ask most of a concept.
  struct Traits: Sendable {
    var kind: Concept.Kind
    var balance: Concept.Balance
    var sign: Concept.Sign
  }

  func traits(of concept: ConceptID) -> Traits { traits[Int(concept.number)] }

  /// The ways in which a concept is the sum of others.
  func calculations(of concept: ConceptID) -> [Calculation] { calculations[Int(concept.number)] }

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
    basicEarnings = catalog.id("EarningsPerShareBasic")
    dilutedEarnings = catalog.id("EarningsPerShareDiluted")
    commonEarnings = catalog.id("EarningsPerShareBasicAndDiluted")
    basicShares = catalog.id("WeightedAverageSharesBasic")
    dilutedShares = catalog.id("WeightedAverageSharesDiluted")
    commonShares = catalog.id("WeightedAverageSharesBasicAndDiluted")
    let table = Calculation.table(in: catalog)
    calculations = catalog.allIDs.map { table[$0] ?? [] }
    traits = catalog.concepts.map { Traits(kind: $0.kind, balance: $0.balance, sign: $0.sign) }
  }
}
