import ExactNumbers

/// All tellings of an archive, by company, concept, period, release and place in it.
@usableFromInline final class TellingTable: Sendable {
  @usableFromInline let tellings: [PackedTelling]
  /// All periods that anything is told for, in order.
  @usableFromInline let periods: [Period]
  /// The mantissas that need more than the room of a packed figure.
  @usableFromInline let mantissas: [Int64]

  static let empty = TellingTable([], periods: [], mantissas: [])

  private init(_ tellings: [PackedTelling], periods: [Period], mantissas: [Int64]) {
    self.tellings = tellings
    self.periods = periods
    self.mantissas = mantissas
  }

  /// - Parameters:
  ///   - companyOf: the place in the archive of each release's company; releases without one tell nothing.
  ///   - starts: where the tellings of each company and concept begin, and where the last ones end.
  convenience init(_ archive: ReleaseArchive, companyOf: [Int?], starts: [Int32]) {
    let conceptCount = archive.catalog.concepts.count
    var periods = PeriodNumbers(archive.releases)
    var mantissas: [Int64] = []
    // Every telling goes where it belongs at once: in an archive of hundreds of thousands, none should lie in
    // memory twice.
    var tellings = [PackedTelling](repeating: PackedTelling(), count: Int(starts[starts.count - 1]))
    var next = starts
    for (index, (release, company)) in zip(archive.releases, companyOf).enumerated() {
      guard let company else { continue }
      release.forEachFact(archive.catalog) { fact in
        let figure = PackedFigure(fact.value, decimals: fact.decimals) { mantissa in
          mantissas.append(mantissa)
          return mantissas.count - 1
        }
        let concept = company * conceptCount + Int(fact.concept.number)
        tellings[Int(next[concept])] = PackedTelling(
          figure: figure, period: periods.number(of: fact.period), release: Int32(index),
          place: fact.packedPlace)
        next[concept] += 1
      }
    }
    sortParts(&tellings, from: starts)
    self.init(tellings, periods: periods.periods, mantissas: mantissas)
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
