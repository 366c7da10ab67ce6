import ExactNumbers

/// A number in the fewest digits that suit a chart: at most 12 significant ones, no trailing zeros.
func plainNumber(_ value: Double) -> String {
  let decimals = decimalsNeeded([value])
  let text = decimalText(value, decimals: decimals, grouped: false)
  return text
}

/// How many digits after the point state all values to twelve significant digits, at most 9.
func decimalsNeeded(_ values: some Sequence<Double>) -> Int {
  var needed = 0
  for value in values where value != 0 && value.magnitude < 1e15 {
    var decimals = needed
    while decimals < 9 {
      let scaled = value * power(decimals)
      let error = (scaled - scaled.rounded()).magnitude
      if error <= max(scaled.magnitude * 1e-12, 1e-9) { break }
      decimals += 1
    }
    needed = decimals
  }
  return needed
}

/// `-1,234.50`: with a minus sign as charts print it, rounded half away from zero.
func decimalText(_ value: Double, decimals: Int, grouped: Bool = true) -> String {
  guard value.magnitude < 1e18 else { return value < 0 ? "-1e18" : "1e18" }
  let scaled = Int128((value * power(decimals)).rounded(.toNearestOrAwayFromZero))
  var text = figureText(scaled.magnitude128, digits: decimals, decimals: decimals)
  if !grouped { text.removeAll { $0 == "," } }
  return scaled < 0 ? "−" + text : text
}

extension NumberFormat {
  /// As accountants print figures.
  static let accounting = NumberFormat(isAccounting: true)
  /// Of parts of a whole.
  static let shares = NumberFormat(decimals: 1, isPercent: true)

  func text(_ value: Double, decimals usual: Int) -> String {
    let value = power > 0 ? value / SVGCharts.power(power) : value
    if isAccounting, value < 0 {
      var plain = self
      (plain.isAccounting, plain.power) = (false, 0)
      let text = plain.text(-value, decimals: usual)
      return text.utf8.contains { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) } ? "(\(text))" : text
    }
    guard isPercent else { return decimalText(value, decimals: decimals ?? usual, grouped: hasGrouping) }
    return decimalText(value * 100, decimals: decimals ?? max(0, usual - 2), grouped: hasGrouping) + "%"
  }

  /// A figure at its mark: in the author's format, else with two digits after the point at most.
  ///
  /// It has more digits where the format would round it to zero, or two digits would move it by more than a
  /// twentieth: no label says another number than its figure.
  func label(_ value: Double) -> String {
    let size = (power > 0 ? value / SVGCharts.power(power) : value).magnitude * (isPercent ? 100 : 1)
    let needed = decimalsNeeded([size])
    var digits = decimals ?? min(2, needed)
    func isMoved() -> Bool {
      let printed = size * SVGCharts.power(digits)
      return (printed.rounded(.toNearestOrAwayFromZero) - printed).magnitude * 20 > printed
    }
    if decimals == nil || size * SVGCharts.power(digits) < 0.5 {
      while digits < needed, isMoved() { digits += 1 }
    }
    var format = self
    format.decimals = digits
    return format.text(value, decimals: digits)
  }

  /// Reads `,` `d` `.1f` `,.2f` `.0%` `%`; `nil` for formats outside the subset.
  init?(_ text: String) {
    var rest = Substring(text)
    hasGrouping = rest.first == ","
    if hasGrouping { rest.removeFirst() }
    if rest.first == "." {
      rest.removeFirst()
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard let count = Int(digits), count <= 9 else { return nil }
      decimals = count
      rest.removeFirst(digits.count)
    }
    switch rest {
    case "": break
    case "f": decimals = decimals ?? 6
    case "d" where decimals == nil: decimals = 0
    case "%":
      isPercent = true
      decimals = decimals ?? 0
    default: return nil
    }
  }
}

/// Ten to a power of 0 to 18, exactly.
func power(_ exponent: Int) -> Double { Double(Int64(truncatingIfNeeded: tenTo(min(exponent, 18)))) }

extension Amount {
  /// The nearest amount with at most 9 digits after the point; `nil` where it is too large.
  init?(nearest value: Double) {
    let decimals = decimalsNeeded([value])
    let scaled = (value * power(decimals)).rounded(.toNearestOrAwayFromZero)
    guard scaled.magnitude < 9e17 else { return nil }
    self.init(mantissa: Int64(scaled), scale: decimals)
  }
}

/// The natural logarithm by the series of the inverse hyperbolic tangent, from IEEE operations alone, so
/// that no mathematics library decides a position. Accurate to about 1e-15 for positive finite values.
func logarithm(_ value: Double) -> Double {
  guard value > 0, value.isFinite else { return 0 }
  let ratio = (value.significand - 1) / (value.significand + 1)
  let square = ratio * ratio
  var term = ratio
  var sum = 0.0
  for odd in stride(from: 1, through: 41, by: 2) {
    sum += term / Double(odd)
    term *= square
  }
  return 2 * sum + Double(value.exponent) * 0.6931471805599453
}
