import ExactNumbers

/// A value as a printed figure would state it, at its precision and in its unit: `$6.98 million`.
///
/// Where next to nothing would be left of it in the figure's scale, it is stated in its own: 48.2 million for
/// `€48.2 billion`.
///
/// - Parameter known: the digits after the point that the value has (XBRL's `decimals`), of which no more are printed.
func printed(_ value: Fraction, like figure: PrintedFigure, _ unit: Reckoned.Unit, known: Int? = nil)
  -> String?
{
  let isQuotient = figure.unit == .number && unit == .ratio
  let isCents = figure.unit == .money("¢")
  var figure = figure
  var places = max(0, figure.decimals + (isCents ? -2 : figure.scalePower))
  if figure.scalePower > 0, let own = scale(of: value), own < figure.scalePower,
    let two = Fraction.powerOfTen(figure.scalePower - places + 1), value.isAtMost(two) == true,
    let tenth = Fraction(1, over: 10).flatMap({ $0 * figure.magnitude }), value.isAtMost(tenth) == true
  {
    figure.scalePower = own
  }
  let shift = isQuotient ? -2 : isCents ? 2 : -figure.scalePower
  if let known, !isQuotient { places = min(places, max(0, known + (isCents ? -2 : figure.scalePower))) }
  let digits = places
  guard let factor = Fraction.powerOfTen(shift), let shown = value * factor,
    let amount = shown.rounded(decimals: digits)
  else { return nil }
  let scale = scaleNames[figure.scalePower].map { " \($0)" } ?? ""
  switch figure.unit {
  case .money("¢"): return "\(amount.text()) cents"
  case .money(let sign):
    return sign.utf8.count >= 2 && sign.last?.isLetter == true
      ? "\(sign) \(amount.text())\(scale)" : "\(sign)\(amount.text())\(scale)"
  case .percent: return "\(amount.text())%"
  case .points: return "\(amount.text()) points"
  case .number: return "\(amount.text())\(scale)"
  }
}

private let scaleNames = [3: "thousand", 5: "lakh", 6: "million", 7: "crore", 9: "billion", 12: "trillion"]

/// The power of ten of the largest usual scale in which a value is one or more, 0 for small ones.
private func scale(of value: Fraction) -> Int? {
  [12, 9, 6].first { power in Fraction.powerOfTen(power)?.isAtMost(value) ?? false } ?? 0
}

/// `thousands` for -3.
func roundingWords(_ decimals: Int) -> String {
  switch decimals {
  case -3: "thousands"
  case -4: "ten thousands"
  case -5: "hundred thousands"
  case -6: "millions"
  case -9: "billions"
  default: "their last digit"
  }
}

extension PrintedFigure {
  /// The digits of the figure at its precision, without marks.
  var digits: String { (printed(magnitude, like: self, .money) ?? "").filter(\.isNumber) }
}

extension ClaimCheck {
  /// The value with its sign, a little more exact than the text has it: `-2.80%`.
  func value(_ reckoned: Reckoned, _ figure: PrintedFigure) -> String {
    let isPercent = [.percent, .ratio, .points].contains(reckoned.unit) && figure.unit != .number
    let digits = isPercent ? max(2, figure.decimals + 1) : max(0, figure.decimals)
    return (reckoned.point.rounded(decimals: digits)?.text() ?? "?") + (isPercent ? "%" : "")
  }

  func value0(_ reckoned: Reckoned) -> String {
    let isPercent = [.percent, .ratio, .points].contains(reckoned.unit)
    return (reckoned.point.rounded(decimals: isPercent ? 2 : 0)?.text() ?? "?") + (isPercent ? "%" : "")
  }

  /// `-12.08% to -9.52%`.
  func rangeWords(_ reckoned: Reckoned, like figure: PrintedFigure) -> String? {
    let isPercent = [.percent, .ratio, .points].contains(reckoned.unit)
    let digits = isPercent ? max(2, figure.decimals + 1) : max(0, figure.decimals)
    guard let low = reckoned.bounds.low.rounded(decimals: digits),
      let high = reckoned.bounds.high.rounded(decimals: digits), low != high
    else { return nil }
    let unit = isPercent ? "%" : ""
    return "\(low.text())\(unit) to \(high.text())\(unit)"
  }
}

extension ProseContext {
  /// The row's label of the leading figure.
  func label(of reckoned: Reckoned) -> String { reckoned.figures.first?.telling.map(label) ?? "" }
}
