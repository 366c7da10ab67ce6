import ExactNumbers

/// A value as a printed figure would state it, at its precision and in its unit: `$6.98 million`.
func printed(_ value: Fraction, like figure: PrintedFigure, _ unit: Reckoned.Unit) -> String? {
  let isQuotient = figure.unit == .number && unit == .ratio
  let isCents = figure.unit == .money("¢")
  let shift = isQuotient ? -2 : isCents ? 2 : -figure.scalePower
  let digits = max(0, figure.decimals + (isCents ? -2 : figure.scalePower))
  guard let factor = Fraction.powerOfTen(shift), let shown = value * factor,
    let amount = shown.rounded(decimals: digits)
  else { return nil }
  let scale = scaleNames[figure.scalePower].map { " \($0)" } ?? ""
  switch figure.unit {
  case .money("¢"): return "\(amount.text()) cents"
  case .money(let sign):
    return sign.utf8.count >= 3 && sign.last?.isLetter == true
      ? "\(sign) \(amount.text())\(scale)" : "\(sign)\(amount.text())\(scale)"
  case .percent: return "\(amount.text())%"
  case .points: return "\(amount.text()) points"
  case .number: return "\(amount.text())\(scale)"
  }
}

private let scaleNames = [3: "thousand", 6: "million", 9: "billion", 12: "trillion"]

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
