import ExactNumbers

/// How much one figure is above another in percent, with as many digits as the rounding of the two leaves.
///
/// Every place that tells a change asks here, so that a page never has two values for one: key figures, comparisons and
/// the columns of changes of statements.
///
/// Each figure stands for all values that round to it, and the change for all between the extremes of these (Moore,
/// "Interval Analysis", 1966). Where that range fixes one digit after the point, give or take one, the change has it; where
/// it does not, the change is told in whole percent, of 1.9 and 4.7 million 147%. Of two figures that are rounded to
/// different digits and may be one and the same amount, as 10 and 9.6 million, there is little change to tell.
struct RelativeChange: Hashable, Sendable {
  /// Below zero for a fall; with one digit after the point, or none.
  var percent: Amount
  /// Whether the figures' rounding leaves that digit; else the change is about as large.
  var isFixed: Bool
  /// Whether both figures may be the same amount by their rounding; then the percentage says nothing.
  var mayBeNone: Bool

  /// - Parameters:
  ///   - older: above zero.
  ///   - olderDecimals: how exactly it is told (XBRL's `decimals`); `nil` for an exact value, as a dash is.
  init?(from older: Amount, _ olderDecimals: Int?, to newer: Amount, _ newerDecimals: Int?) {
    guard let exact = growth(from: older, to: newer, 1) else { return nil }
    isFixed = Self.isFixed(Interval(older, olderDecimals), Interval(newer, newerDecimals))
    percent = isFixed ? exact : growth(from: older, to: newer, 0) ?? exact
    let size = percent.magnitude ?? percent
    mayBeNone =
      !isFixed && !size.isZero && size <= Amount(5)
      && Self.mayBeSame(older, olderDecimals, newer, newerDecimals)
  }

  /// Whether two figures have a value in common. Those that are told to the same digits and differ share only the edge
  /// of what they stand for.
  private static func mayBeSame(
    _ older: Amount, _ olderDecimals: Int?, _ newer: Amount, _ newerDecimals: Int?
  ) -> Bool {
    guard olderDecimals != newerDecimals, let a = Interval(older, olderDecimals),
      let b = Interval(newer, newerDecimals)
    else { return false }
    return a.meets(b)
  }

  private static func isFixed(_ older: Interval?, _ newer: Interval?) -> Bool {
    guard let older, let newer, !older.low.isZero, !older.low.isNegative,
      let least = growth(from: older.high, to: newer.low, 1),
      let most = growth(from: older.low, to: newer.high, 1), let spread = most - least
    else { return false }
    return spread <= (Amount(mantissa: 2, scale: 1) ?? .zero)
  }
}

extension Interval {
  fileprivate init?(_ amount: Amount, _ decimals: Int?) {
    guard let decimals else {
      self.init(exactly: amount)
      return
    }
    self.init(amount, decimals: decimals)
  }
}

private func growth(from older: Amount, to newer: Amount, _ places: Int) -> Amount? {
  (newer - older)?.timesPowerOfTen(2)?.divided(by: older, scale: places)
}
