import ExactNumbers

/// Every telling of every fact in the archive, found by company, concept and period.
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

    public init(company: Int32, release: Int32, fact: Fact) {
      self.company = company
      self.release = release
      self.fact = fact
    }
  }

  /// Ordered by company, concept, period, and then by time.
  private let tellings: [Telling]
  /// Where the tellings of each company and concept begin, and where the last ones end.
  private let starts: [Int32]
  private let conceptCount: Int

  public init(_ archive: ReleaseArchive) {
    let companies = Dictionary(
      archive.companies.enumerated().map { ($1.id, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    var tellings: [Telling] = []
    // An archive has hundreds of thousands of them, and room that grows by doubling would be half empty.
    tellings.reserveCapacity(archive.releases.reduce(0) { $0 + $1.factLimit })
    for (index, release) in archive.releases.enumerated() {
      guard let company = companies[release.company] else { continue }
      for fact in release.facts(archive.catalog) {
        tellings.append(Telling(company: company, release: Int32(index), fact: fact))
      }
    }
    // In place, for the same reason.
    tellings.sort { a, b in
      if a.company != b.company { return a.company < b.company }
      if a.fact.concept != b.fact.concept { return a.fact.concept < b.fact.concept }
      if a.fact.period != b.fact.period { return a.fact.period < b.fact.period }
      // Of equal facts the oldest release's comes first, then what is printed first.
      return a.release != b.release ? a.release < b.release : a.fact.isPrinted(before: b.fact)
    }
    self.tellings = tellings
    conceptCount = archive.catalog.concepts.count
    var starts: [Int32] = []
    starts.reserveCapacity(archive.companies.count * conceptCount + 1)
    for (index, telling) in self.tellings.enumerated() {
      let place = Int(telling.company) * conceptCount + Int(telling.fact.concept.number)
      while starts.count <= place { starts.append(Int32(index)) }
    }
    let all = archive.companies.count * conceptCount + 1
    while starts.count < all { starts.append(Int32(self.tellings.count)) }
    self.starts = starts
  }

  /// All tellings of one fact, oldest first.
  public func tellings(company: Int, concept: ConceptID, period: Period) -> ArraySlice<Telling> {
    let all = range(company, concept)
    let low = firstIndex(in: all) { $0.fact.period >= period }
    let high = firstIndex(in: low..<all.upperBound) { $0.fact.period > period }
    return tellings[low..<high]
  }

  /// Everything told of one concept, by period and then by time.
  public func tellings(company: Int, concept: ConceptID) -> ArraySlice<Telling> {
    tellings[range(company, concept)]
  }

  /// What a reader of one release may rely on: its own telling, else the latest earlier one.
  public func telling(
    company: Int, concept: ConceptID, period: Period, knownTo release: Int
  ) -> Telling? {
    let all = tellings(company: company, concept: concept, period: period)
    return all.first { $0.release == Int32(release) } ?? all.last { $0.release < Int32(release) }
  }

  /// Where everything told of a company's concept stands.
  private func range(_ company: Int, _ concept: ConceptID) -> Range<Int> {
    let place = company * conceptCount + Int(concept.number)
    guard company >= 0, Int(concept.number) < conceptCount, place + 1 < starts.count else { return 0..<0 }
    return Int(starts[place])..<Int(starts[place + 1])
  }

  private func firstIndex(in range: Range<Int>, where isPast: (Telling) -> Bool) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if isPast(tellings[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// How the value of one fact was told over time.
public struct Retelling: Hashable, Sendable {
  public var first: FactHistory.Telling
  /// The value to show: the last telling, or an earlier more exact one that it agrees with.
  public var current: FactHistory.Telling
  /// Whether some later telling cannot be the same value as the first one.
  public var isRevised: Bool

  /// `nil` when nothing was told.
  public init?(_ tellings: ArraySlice<FactHistory.Telling>) {
    guard let first = tellings.first, var current = tellings.last else { return nil }
    for telling in tellings.reversed() where telling.fact.agrees(with: current.fact) {
      if telling.fact.decimals > current.fact.decimals { current = telling }
    }
    self.first = first
    self.current = current
    isRevised = tellings.contains { !$0.fact.agrees(with: first.fact) }
  }
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
