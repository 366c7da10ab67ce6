import CivilTime
import ExactNumbers
import ReleaseModel
import TestSupport
import Testing

/// The history of random archives tells what its releases do, in order.
struct FactHistoryTests {
  @Test(arguments: 1...30)
  func everyTellingIsFound(seed: UInt64) throws {
    var random = SeededRandom(state: seed)
    let archive = randomArchive(&random)
    let history = FactHistory(archive)
    for (number, company) in archive.companies.enumerated() {
      let told = archive.releases.enumerated().filter { $1.company == company.id }.flatMap { index, release in
        release.facts(archive.catalog).map {
          FactHistory.Telling(company: Int32(number), release: Int32(index), fact: $0)
        }
      }
      for concept in archive.catalog.allIDs {
        let everything = told.filter { $0.fact.concept == concept }
          .sorted { a, b in (a.fact.period, a.release) < (b.fact.period, b.release) }
        let kind = archive.catalog.kind(of: concept)
        #expect(
          Set(everything.map { history.denomination(of: $0) })
            == (kind.isDenominated
            ? Set(history.denominations(company: number, concept: concept)) : [.newest])
            .filter { _ in !everything.isEmpty })
        for denomination in history.denominations(company: number, concept: concept) {
          let expected = everything.filter { history.denomination(of: $0) == denomination }
          let found = history.tellings(company: number, concept: concept, in: denomination)
          #expect(Array(found) == expected)
          #expect(zip(found, expected).allSatisfy { $0.fact.value.hasSameSpelling(as: $1.fact.value) })
          for period in periods {
            let ofPeriod = expected.filter { $0.fact.period == period }
            let alone = history.tellings(
              company: number, concept: concept, period: period, in: denomination)
            #expect(Array(alone) == ofPeriod)
            #expect(Array(found.of(period)) == ofPeriod)
            for release in archive.releases.indices {
              let own = ofPeriod.first { $0.release == Int32(release) }
              let known = history.telling(
                company: number, concept: concept, period: period, in: denomination, knownTo: release)
              #expect(known == own ?? ofPeriod.last { $0.release < Int32(release) })
            }
          }
        }
        for period in periods {
          for release in archive.releases.indices {
            let ofPeriod = everything.filter { $0.fact.period == period }
            let own = ofPeriod.first { $0.release == Int32(release) }
            let known = history.telling(company: number, concept: concept, period: period, knownTo: release)
            #expect(own == nil || known == own)
            #expect(known?.release == (own ?? ofPeriod.last { $0.release < Int32(release) })?.release)
            guard archive.releases[release].company == company.id else { continue }
            let printed = archive.releases[release].firstFact(of: concept, period: period, archive.catalog)
            #expect(printed == own?.fact)
          }
        }
      }
      let named = archive.releases.filter { $0.company == company.id }.flatMap { release in
        release.facts(archive.catalog).filter { archive.catalog.kind(of: $0.concept).isDenominated }.map {
          (fact: $0, release: release)
        }
      }
      for (fact, release) in named where !release.statements.isEmpty {
        let index = archive.releases.firstIndex { $0.folder == release.folder } ?? 0
        let telling = FactHistory.Telling(company: Int32(number), release: Int32(index), fact: fact)
        #expect(history.currency(of: telling) == release.currency(of: fact))
      }
    }
  }

  @Test(arguments: [0, 1000]) func whatWasLeftIsToldAgain(spare: Int) {
    var random = SeededRandom(state: 7)
    let archive = randomArchive(&random)
    let whole = FactHistory(archive)
    let history = FactHistory(archive, spare: spare)
    for _ in 0..<2 {
      for company in archive.companies.indices {
        for concept in archive.catalog.allIDs {
          let told = history.tellings(company: company, concept: concept, in: .newest)
          #expect(Array(told) == Array(whole.tellings(company: company, concept: concept, in: .newest)))
          history.leave(company: company)
          // What somebody holds is there as long as that.
          #expect(Array(told) == Array(whole.tellings(company: company, concept: concept, in: .newest)))
        }
      }
    }
    history.leave(company: -1)
    history.leave(company: archive.companies.count)
  }

  @Test func nothingIsToldOfWhatIsNotThere() {
    let history = FactHistory(ReleaseArchive(site: site, catalog: ConceptCatalog()))
    #expect(history.tellings(company: 0, concept: ConceptID(number: 0), in: .newest).isEmpty)
    #expect(
      history.tellings(company: -1, concept: ConceptID(number: 9), period: periods[0], in: .newest).isEmpty)
    #expect(history.currencies(company: 0) == ["USD"])
  }

  /// Single figures without a statement are in the currency that the company's statements have round them.
  @Test func amountsInAnotherCurrencyAreNotTheSameFactToldAgain() throws {
    var archive = ReleaseArchive(
      site: site, catalog: ConceptCatalog([Concept("Revenues", label: "Revenues")]))
    archive.companies = [Company(id: "a", names: [], shortName: "a", zone: "UTC", fiscal: .calendarYear)]
    let revenues = ConceptID(number: 0)
    for (number, currency) in ["USD", "EUR", nil].enumerated() {
      var release = Release(
        folder: "r\(number)", kind: .earnings, company: "a", headline: "",
        released: Moment(day: Day(number: Int32(number))))
      if let currency {
        let rows = [Statement.Row(concept: revenues, label: "", cells: [.figure(Amount(5), decimals: 0)])]
        release.statements = [
          Statement(
            name: "s", title: "", currency: currency, columns: [periods[0]], rows: Statement.Rows(rows))
        ]
      } else {
        release.figures = [
          StatedFigure(concept: revenues, label: "", period: periods[0], value: Amount(7), decimals: 0)
        ]
      }
      archive.releases.append(release)
    }
    archive.settleCurrencies()
    let history = FactHistory(archive)
    #expect(history.currencies(company: 0) == ["EUR", "USD"])
    let told = history.denominations(company: 0, concept: revenues).map { denomination in
      history.tellings(company: 0, concept: revenues, period: periods[0], in: denomination).map(\.release)
    }
    #expect(told == [[1, 2], [0]])
    let known = (0..<3).map {
      history.telling(company: 0, concept: revenues, period: periods[0], knownTo: $0)?.release
    }
    #expect(known == [0, 1, 2])
  }

  private var site: SiteSettings { SiteSettings(title: "", baseURL: "", company: "") }

  private let periods = ["2003-Q1", "2003-H1", "2003-03-31", "2003-02-01/2003-03-31", "2002-FY"].map {
    FiscalCalendar.calendarYear.period($0)!
  }

  private func randomArchive(_ random: inout SeededRandom) -> ReleaseArchive {
    var archive = ReleaseArchive(
      site: site,
      catalog: ConceptCatalog([
        Concept("Revenues", label: "Revenues"), Concept("Assets", label: "Assets", balance: .stock),
        Concept("Margin", label: "Margin", kind: .ratio),
      ]))
    archive.companies = ["a", "b"].map {
      Company(id: $0, names: [], shortName: $0, zone: "UTC", fiscal: .calendarYear)
    }
    let currencies = random.below(2) == 0 ? ["USD"] : ["USD", "EUR", "CHF"]
    for number in 0..<random.below(6) {
      var release = Release(
        folder: "r\(number)", kind: .earnings, company: ["a", "b", "c"][random.below(3)],
        headline: "",
        released: Moment(day: Day(number: Int32(number))))
      release.statements = (0..<random.below(3)).map { _ in
        randomStatement(archive.catalog, in: currencies, &random)
      }
      release.figures = periods.filter { _ in random.below(4) == 0 }.map {
        StatedFigure(
          concept: ConceptID(number: 0), label: "", period: $0, value: Amount(Int64(random.below(9))),
          decimals: 0)
      }
      archive.releases.append(release)
    }
    return archive
  }

  private func randomStatement(
    _ catalog: ConceptCatalog, in currencies: [String], _ random: inout SeededRandom
  ) -> Statement {
    let columns = Array(periods.shuffled(using: &random).prefix(1 + random.below(3)))
    let rows = catalog.allIDs.filter { _ in random.below(4) > 0 }.map { id in
      Statement.Row(concept: id, label: "", cells: columns.map { _ in cell(&random) })
    }
    return Statement(
      name: "s", title: "", currency: currencies[random.below(currencies.count)],
      scale: [.ones, .thousands][random.below(2)], columns: columns,
      rows: Statement.Rows([Statement.Row(concept: nil, label: "Heading", cells: [])] + rows))
  }

  private func cell(_ random: inout SeededRandom) -> Cell {
    switch random.below(6) {
    case 0: .absent
    case 1: .dash
    case 2: .figure(Amount(Int64.max - Int64(random.below(9))), decimals: 0)
    default: .figure(Amount(mantissa: Int64(random.below(99)) - 50, scale: random.below(3))!, decimals: 2)
    }
  }
}
