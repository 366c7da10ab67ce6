/// Tellings of one concept of a company in one denomination, by period and then by time; a part of a ``FactHistory``.
public struct Tellings: RandomAccessCollection, Sendable {
  public typealias Telling = FactHistory.Telling

  @usableFromInline let table: TellingTable
  @usableFromInline let company: Int32
  @usableFromInline let concept: ConceptID
  public let startIndex: Int
  public let endIndex: Int

  @inlinable init(_ table: TellingTable, company: Int32, concept: ConceptID, range: Range<Int>) {
    self.table = table
    self.company = company
    self.concept = concept
    startIndex = range.lowerBound
    endIndex = range.upperBound
  }

  /// None.
  public init() {
    self.init(.empty, company: 0, concept: ConceptID(number: 0), range: 0..<0)
  }

  @inlinable public subscript(place: Int) -> Telling {
    @inline(__always) get {
      precondition(place >= startIndex && place < endIndex, "no such telling")
      return table.telling(place, company: company, concept: concept)
    }
  }

  @inlinable public subscript(places: Range<Int>) -> Tellings {
    precondition(places.lowerBound >= startIndex && places.upperBound <= endIndex, "no such tellings")
    return Tellings(table, company: company, concept: concept, range: places)
  }

  /// The period that a telling is for.
  @inlinable public func period(of place: Int) -> Period { table.period(of: place) }

  /// The place in the archive of the release that tells one.
  @inlinable public func release(of place: Int) -> Int32 { table.release(of: place) }

  /// Whether one is told at a fact's own place in its release.
  @inlinable public func stands(_ place: Int, where fact: Fact) -> Bool {
    table.tellings[place].place == fact.packedPlace
  }

  /// A number for a period, in the order of periods and the same for all concepts of a company; `nil` for a period
  /// of which nothing is told.
  public func number(of period: Period) -> UInt32? {
    var (low, high) = (0, table.periods.count)
    while low < high {
      let middle = (low + high) / 2
      if table.periods[middle] < period { low = middle + 1 } else { high = middle }
    }
    return low < table.periods.count && table.periods[low] == period ? UInt32(low) : nil
  }

  /// The number of the period that a telling is for.
  @inlinable public func periodNumber(of place: Int) -> UInt32 { table.tellings[place].period }

  /// The places of those for the period with a number.
  public func places(ofPeriod number: UInt32) -> Range<Int> {
    table.tellings.withUnsafeBufferPointer { tellings in
      var (low, high) = (startIndex, endIndex)
      while low < high {
        let middle = (low + high) / 2
        if tellings[middle].period < number { low = middle + 1 } else { high = middle }
      }
      high = low
      while high < endIndex, tellings[high].period == number { high += 1 }
      return low..<high
    }
  }

  /// The first telling by a release.
  @inlinable public func first(by release: Int32) -> Telling? {
    for place in startIndex..<endIndex where table.release(of: place) == release { return self[place] }
    return nil
  }

  /// The last telling by a release before another.
  @inlinable public func last(before release: Int32) -> Telling? {
    for place in (startIndex..<endIndex).reversed() where table.release(of: place) < release {
      return self[place]
    }
    return nil
  }

  /// Those for one period; where there are none, the range stands where they would.
  public func of(_ period: Period) -> Tellings {
    let low = firstIndex { $0 >= period }
    var high = low
    while high < endIndex, self.period(of: high) == period { high += 1 }
    return self[low..<high]
  }

  /// The first place whose period is past something, where all later ones are too.
  private func firstIndex(where isPast: (Period) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isPast(period(of: middle)) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
