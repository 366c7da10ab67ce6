import ExactNumbers

/// All tellings of a company, by concept, denomination, period, release and place in it.
@usableFromInline final class TellingTable: Sendable {
  @usableFromInline let tellings: [PackedTelling]
  /// All periods that anything is told for, in order.
  @usableFromInline let periods: [Period]
  /// The mantissas that need more than the room of a packed figure.
  @usableFromInline let mantissas: [Int64]
  /// In what currency each is told.
  let currencies: CurrencyTable
  /// Where the tellings of each concept in each denomination begin, and where the last ones end.
  private let starts: [Int32]

  /// Nothing is told.
  @usableFromInline static let empty = TellingTable()

  private init() {
    tellings = []
    periods = []
    mantissas = []
    currencies = CurrencyTable()
    starts = []
  }

  /// - Parameters:
  ///   - releases: the company's, by their places in the archive.
  ///   - all: the archive's.
  init(_ releases: [Int32], of all: [Release], _ catalog: ConceptCatalog) {
    let currencies = CurrencyTable(releases, of: all, catalog)
    let width = currencies.currencies.count
    func part(of fact: Fact, _ release: Int32) -> Int {
      if width == 1 { return Int(fact.concept.number) }
      let denomination = currencies.denomination(of: fact, release: release)
      return Int(fact.concept.number) * width + Int(denomination.number)
    }
    var starts = [Int32](repeating: 0, count: catalog.concepts.count * width + 1)
    for number in releases {
      all[Int(number)].forEachFact(catalog) { starts[part(of: $0, number) + 1] += 1 }
    }
    for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
    var periods = PeriodNumbers(releases.lazy.map { all[Int($0)] })
    var mantissas: [Int64] = []
    // Every telling goes where it belongs at once: in an archive of hundreds of thousands, none should lie in
    // memory twice.
    var tellings = [PackedTelling](repeating: PackedTelling(), count: Int(starts[starts.count - 1]))
    var next = starts
    for number in releases {
      all[Int(number)].forEachFact(catalog) { fact in
        let figure = PackedFigure(fact.value, decimals: fact.decimals) { mantissa in
          mantissas.append(mantissa)
          return mantissas.count - 1
        }
        let part = part(of: fact, number)
        tellings[Int(next[part])] = PackedTelling(
          figure: figure, period: periods.number(of: fact.period), release: number, place: fact.packedPlace)
        next[part] += 1
      }
    }
    sortParts(&tellings, from: starts)
    self.tellings = tellings
    self.periods = periods.periods
    self.mantissas = mantissas
    self.currencies = currencies
    self.starts = starts
  }

  /// Where the tellings of a concept in a denomination lie.
  func range(of concept: ConceptID, in denomination: Denomination) -> Range<Int> {
    let width = currencies.currencies.count
    let number = width > 1 && currencies.has(concept) ? min(Int(denomination.number), width - 1) : 0
    let place = Int(concept.number) * width + number
    return place + 1 < starts.count ? Int(starts[place])..<Int(starts[place + 1]) : 0..<0
  }

  @inlinable @inline(__always) func telling(
    _ number: Int, company: Int32, concept: ConceptID
  ) -> FactHistory.Telling {
    let telling = tellings[number]
    return FactHistory.Telling(
      company: company, release: telling.release,
      fact: Fact(
        concept: concept, period: periods[Int(telling.period)],
        // Without a trap, so that the compiler leaves it out where a caller does not ask for it.
        value: telling.figure.amount { $0 < mantissas.count ? mantissas[$0] : 0 },
        decimals: telling.figure.decimals,
        packedPlace: telling.place))
  }

  @inlinable @inline(__always) func period(of number: Int) -> Period {
    periods[Int(tellings[number].period)]
  }

  @inlinable @inline(__always) func release(of number: Int) -> Int32 { tellings[number].release }
}

/// One telling of a company's concept.
@usableFromInline struct PackedTelling: Sendable, BitwiseCopyable {
  @usableFromInline var figure = PackedFigure.none
  /// The period's number among all.
  @usableFromInline var period: UInt32 = 0
  @usableFromInline var release: Int32 = 0
  /// The place in the release as ``Fact`` packs it.
  @usableFromInline var place: UInt64 = 0

  /// By period, of one period the oldest release's first, and of one release what is printed first.
  static func < (a: PackedTelling, b: PackedTelling) -> Bool {
    if a.period != b.period { return a.period < b.period }
    return a.release != b.release ? a.release < b.release : a.place < b.place
  }
}

/// Sorts the tellings from each start to the next among themselves.
private func sortParts(_ all: inout [PackedTelling], from starts: [Int32]) {
  all.withUnsafeMutableBufferPointer { all in
    for (start, end) in zip(starts, starts.dropFirst()) {
      var part = UnsafeMutableBufferPointer(rebasing: all[Int(start)..<Int(end)])
      part.sort { $0 < $1 }
    }
  }
}
