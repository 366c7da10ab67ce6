import ExactNumbers

/// A figure as prose prints it: `$6.98 million`, `60 cents`, `(176,000)`, `2.8% less`.
struct PrintedFigure: Hashable {
  /// In full units without a sign: 6980000 for `$6.98 million`, 2.8 for `2.8%`, 0.60 for `60 cents`.
  var magnitude: Fraction
  /// What the last printed digit is worth, as a power of ten with its sign turned (XBRL's `decimals`).
  ///
  /// All digits of a whole number are printed digits: `$6,980,000` has 0, `$6.98 million` has -4.
  var decimals: Int
  /// The same for the last digit that is not a zero before the point: -4 for `$6,980,000`.
  var significantDecimals: Int
  var unit: Unit
  /// From a minus, a plus or parentheses; `nil` where the figure itself has no sign.
  var sign: PrintedSign?
  var hedge: Hedge?
  /// The power of ten that a scale word such as `million` stands for.
  var scalePower = 0

  enum Unit: Hashable {
    /// With the currency's sign or ISO 4217 code: `$`, `EUR`.
    case money(String)
    case percent
    /// Percentage points.
    case points
    /// No unit: shares, people, ratios, or an amount of a table.
    case number

    /// Whether both are money, of whatever currency, or both percentages.
    func isOfOneKind(with other: Unit) -> Bool {
      if case .money = self, case .money = other { return true }
      return self == other
    }
  }

  /// How exactly the words take the figure.
  enum Hedge: Hashable {
    /// `approximately`, `about`
    case about
    /// `more than`, `over`
    case above
    /// `nearly`, `less than`
    case below
  }

  /// All the magnitudes the figure may stand for.
  ///
  /// As printed, half a unit of the last printed digit to either side. `about` widens that to half a unit of the last
  /// digit that is not a zero. What lies above or below a figure does so by one and a half such units at most, and
  /// never on its other side.
  var bounds: Bounds? {
    guard let hedge else { return Bounds(magnitude, decimals: decimals) }
    guard let plain = Bounds(magnitude, decimals: significantDecimals),
      let unit = Fraction.powerOfTen(-significantDecimals)
    else { return nil }
    switch hedge {
    case .about: return plain
    case .above: return (plain.high + unit).map { Bounds(magnitude, $0) }
    case .below: return (plain.low - unit).map { Bounds($0, magnitude) }
    }
  }
}

enum PrintedSign: Hashable {
  case negative
  case positive
}
