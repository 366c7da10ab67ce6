/// All the values a rounded figure may stand for, both ends included.
///
/// `$6.6 million` stands for 6,550,000 to 6,650,000. Two figures agree when their intervals meet.
/// Ends are exact; an operation that would overflow returns `nil`.
public struct Interval: Hashable, Sendable {
  public var low: Amount
  public var high: Amount

  public init(low: Amount, high: Amount) {
    self.low = min(low, high)
    self.high = max(low, high)
  }

  /// The one value, stated exactly.
  public init(exactly amount: Amount) {
    low = amount
    high = amount
  }

  /// What `amount` stands for when it was rounded to `decimals` digits after the point.
  ///
  /// `decimals` is XBRL's attribute of that name (XBRL 2.1, 4.6.5): -5 means rounded to hundred
  /// thousands, so the interval reaches half of 10^5 to either side. `nil` beyond `-19...17`.
  public init?(_ amount: Amount, decimals: Int) {
    guard (-19...17).contains(decimals), let half = Amount(5).timesPowerOfTen(-decimals - 1),
      let low = amount - half, let high = amount + half
    else { return nil }
    self.low = low
    self.high = high
  }

  public func contains(_ amount: Amount) -> Bool { low <= amount && amount <= high }

  /// Whether some value belongs to both.
  public func meets(_ other: Interval) -> Bool { low <= other.high && other.low <= high }

  public static func + (a: Interval, b: Interval) -> Interval? {
    guard let low = a.low + b.low, let high = a.high + b.high else { return nil }
    return Interval(low: low, high: high)
  }

  public static func - (a: Interval, b: Interval) -> Interval? {
    guard let low = a.low - b.high, let high = a.high - b.low else { return nil }
    return Interval(low: low, high: high)
  }
}
