import ExactNumbers
import Synchronization

/// Every telling of every fact in the archive, found by company, concept, currency and period.
///
/// Facts are bitemporal: a value for a period, as told by one release on its day. "As first reported",
/// "as last reported" and "revised" are questions to this table, not notes that someone keeps.
public struct FactHistory: Sendable {
  /// One fact as one release tells it.
  public struct Telling: Hashable, Sendable {
    /// The company's place in the archive.
    public var company: Int32
    /// The release's place in the archive, which is also the order of time.
    public var release: Int32
    public var fact: Fact

    @inlinable public init(company: Int32, release: Int32, fact: Fact) {
      self.company = company
      self.release = release
      self.fact = fact
    }
  }

  private let companies: [CompanyTellings]
  private let room: Room

  private final class Room: Sendable {
    /// How many tellings are in order.
    let taken = Atomic(0)
    /// As many of them stay so although nobody is expected to ask for them.
    let spare: Int

    init(spare: Int) { self.spare = spare }
  }

  /// - Parameter spare: how many tellings may lie in memory although nobody is expected to ask for them; so many take
  ///   some megabytes.
  public init(_ archive: ReleaseArchive, spare: Int = 300_000) {
    room = Room(spare: spare)
    let places = Dictionary(
      archive.companies.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var releases = [[Int32]](repeating: [], count: archive.companies.count)
    for (number, release) in archive.releases.enumerated() {
      // Releases without a company tell nothing.
      if let company = places[release.company] { releases[company].append(Int32(number)) }
    }
    companies = releases.map { CompanyTellings(of: $0, in: archive) }
  }

  /// All tellings of one fact, oldest first.
  public func tellings(
    company: Int, concept: ConceptID, period: Period, in denomination: Denomination
  ) -> Tellings {
    tellings(company: company, concept: concept, in: denomination).of(period)
  }

  /// Everything told of one concept in a denomination, by period and then by time.
  public func tellings(company: Int, concept: ConceptID, in denomination: Denomination) -> Tellings {
    guard let table = table(of: company) else { return Tellings() }
    return Tellings(
      table, company: Int32(company), concept: concept, range: table.range(of: concept, in: denomination))
  }

  /// The currencies that a company tells figures in, as ISO 4217 codes: the newest statement's first.
  public func currencies(company: Int) -> [String] {
    table(of: company)?.currencies.currencies ?? CurrencyTable().currencies
  }

  /// The denominations in which a company tells a concept: one for nearly every company.
  public func denominations(company: Int, concept: ConceptID) -> [Denomination] {
    guard let table = table(of: company), table.currencies.has(concept) else { return [.newest] }
    return table.currencies.currencies.indices.map(Denomination.init).filter {
      !table.range(of: concept, in: $0).isEmpty
    }
  }

  /// The denomination of what a release of a company tells.
  public func denomination(of fact: Fact, company: Int, release: Int) -> Denomination {
    table(of: company)?.currencies.denomination(of: fact, release: Int32(release)) ?? .newest
  }

  /// The denomination of a currency that a company tells figures in.
  public func denomination(of currency: String, company: Int) -> Denomination {
    Denomination(number: currencies(company: company).firstIndex(of: currency) ?? 0)
  }

  /// The denomination of a telling.
  public func denomination(of telling: Telling) -> Denomination {
    denomination(of: telling.fact, company: Int(telling.company), release: Int(telling.release))
  }

  /// The currency of what a release of a company tells, an ISO 4217 code.
  public func currency(of telling: Telling) -> String {
    currencies(company: Int(telling.company))[Int(denomination(of: telling).number)]
  }

  private func table(of company: Int) -> TellingTable? {
    guard companies.indices.contains(company) else { return nil }
    return companies[company].table { room.taken.add($0, ordering: .relaxed) }
  }

  /// Tells that nobody is expected to ask for a company's tellings any more, so that they need not lie in memory;
  /// whoever asks all the same waits until they are in order again.
  public func leave(company: Int) {
    guard companies.indices.contains(company), room.taken.load(ordering: .relaxed) > room.spare else {
      return
    }
    room.taken.subtract(companies[company].forget(), ordering: .relaxed)
  }

  /// What a reader of one release may rely on: its own telling, else the latest earlier one, in whatever currency.
  public func telling(
    company: Int, concept: ConceptID, period: Period, knownTo release: Int
  ) -> Telling? {
    guard let table = table(of: company), table.currencies.has(concept) else {
      return telling(company: company, concept: concept, period: period, in: .newest, knownTo: release)
    }
    var found: Telling?
    for number in table.currencies.currencies.indices {
      let known = telling(
        company: company, concept: concept, period: period, in: Denomination(number: number),
        knownTo: release)
      guard let known else { continue }
      if let best = found {
        // Of one release what it prints first counts.
        let isBetter =
          known.release == best.release
          ? known.fact.packedPlace < best.fact.packedPlace : known.release > best.release
        if !isBetter { continue }
      }
      found = known
    }
    return found
  }

  /// The same in one denomination.
  public func telling(
    company: Int, concept: ConceptID, period: Period, in denomination: Denomination, knownTo release: Int
  ) -> Telling? {
    let all = tellings(company: company, concept: concept, period: period, in: denomination)
    return all.first(by: Int32(release)) ?? all.last(before: Int32(release))
  }
}

/// How the value of one fact was told over time.
public struct Retelling: Hashable, Sendable {
  public var first: FactHistory.Telling
  /// The value to show: the last telling, or a more exact one before it, where all since agree with it.
  public var current: FactHistory.Telling
  /// Whether some telling cannot be the same value as what was known before it.
  public var isRevised: Bool

  /// `nil` when nothing was told.
  @inlinable public init?(_ tellings: some BidirectionalCollection<FactHistory.Telling>) {
    guard let first = tellings.first, var current = tellings.last else { return nil }
    // What stands before another value was told is no more exact telling of the value after it.
    for telling in tellings.reversed() {
      guard telling.fact.agrees(with: current.fact) else { break }
      if telling.fact.decimals > current.fact.decimals { current = telling }
    }
    self.first = first
    self.current = current
    isRevised = hasOtherValue(tellings)
  }
}

/// Whether some telling cannot be the value told before it, which the most exact one of those that agree is: a first
/// rounded telling agrees with both.
@inlinable func hasOtherValue(_ tellings: some Collection<FactHistory.Telling>) -> Bool {
  guard var known = tellings.first?.fact else { return false }
  for telling in tellings.dropFirst() {
    guard telling.fact.agrees(with: known) else { return true }
    if telling.fact.decimals > known.decimals { known = telling.fact }
  }
  return false
}

extension Fact {
  /// Whether both can stand for one value.
  ///
  /// Figures told to the same precision must be equal: 6,980 and 6,981 thousand share only the very edge of
  /// what they stand for.
  public func agrees(with other: Fact) -> Bool {
    if decimals == other.decimals { return value == other.value }
    guard let a = interval, let b = other.interval else { return value == other.value }
    return a.meets(b)
  }
}
