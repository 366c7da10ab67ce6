/// A straight line from quantities to positions in the drawing.
struct LinearScale: Hashable, Sendable {
  /// The domain; `high` is greater than `low`.
  var low: Int128
  var high: Int128
  /// Where the ends of the domain are drawn.
  var start: Pixels
  var end: Pixels

  /// The position of a quantity, rounded to the hundredth of a pixel; outside the domain, the nearer end.
  func position(_ quantity: Int128) -> Pixels {
    let inside = min(max(quantity, low), high) - low
    let length = end.hundredths - start.hundredths
    return Pixels(hundredths: start.hundredths + Int(roundedDivision(inside * Int128(length), high - low)))
  }
}

/// The domain of an axis and its ticks, before either has a place.
struct Domain: Hashable, Sendable {
  var low: Int128
  var high: Int128
  var ticks: [Int128]
  /// How many digits of these quantities stand after the point.
  var digits: Int

  var extent: Int128 { high - low }

  /// The domain of quantities drawn as bars or above a baseline: it always includes zero.
  ///
  /// Where nothing spans a range (no values, all of them zero) the domain is one unit either side that
  /// has values and only zero is labelled. Quantities gain three digits so that steps are whole.
  init(_ quantities: some Sequence<Int128>, precision: Precision, target: Int) {
    digits = precision.digits + refinedDigits
    var least: Int128 = 0
    var most: Int128 = 0
    for quantity in quantities {
      least = min(least, quantity)
      most = max(most, quantity)
    }
    guard least < most else {
      (low, high, ticks) = (0, refined(1), [0])
      return
    }
    let chosen = wilkinsonTicks(low: refined(least), high: refined(most), target: target, withZero: true)
    ticks = chosen.values
    low = min(refined(least), chosen.first)
    high = max(refined(most), chosen.last)
  }
}

/// The digits a domain has beyond the quantities it is made for.
private let refinedDigits = 3

/// A quantity in the digits of a domain.
func refined(_ quantity: Int128) -> Int128 { quantity * tenTo(refinedDigits) }
