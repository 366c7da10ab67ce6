import CivilTime

/// The periods that releases tell of, in order, by their numbers.
struct PeriodNumbers {
  let periods: [Period]
  /// For each a number that is smaller for a period that precedes another.
  private let order: [UInt64]
  private var recent = InlineArray<16, UInt32>(repeating: 0)

  init(_ releases: some Sequence<Release>) {
    var all: Set<Period> = []
    for release in releases {
      for statement in release.statements { all.formUnion(statement.columns) }
      for figure in release.figures { all.insert(figure.period) }
    }
    periods = all.sorted()
    order = periods.map(\.order)
  }

  /// The number of one of the periods.
  mutating func number(of period: Period) -> UInt32 {
    // The rows of a statement tell of the same few periods.
    let place = Int(period.end.number &+ (period.start?.number ?? 0) &* 3) & 15
    if periods[Int(recent[place])] != period { recent[place] = found(period) }
    return recent[place]
  }

  /// The same by halving.
  private func found(_ period: Period) -> UInt32 {
    let wanted = period.order
    var (low, high) = (0, order.count)
    while low < high {
      let middle = (low + high) / 2
      if order[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    while low + 1 < periods.count, periods[low] != period { low += 1 }
    return UInt32(low)
  }
}

extension Period {
  /// A number that is smaller for a period that precedes another.
  fileprivate var order: UInt64 {
    UInt64(UInt32(bitPattern: end.number) ^ 0x8000_0000) << 32 | UInt64(UInt32(clamping: days))
  }
}
