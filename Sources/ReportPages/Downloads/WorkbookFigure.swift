import ExactNumbers
import ReleaseModel
import Workbooks

extension Workbook.Cell {
  /// A figure: thousands apart, negatives in parentheses, and in a table of thousands shown without them.
  ///
  /// - Parameters:
  ///   - power: the power of ten that money and shares show without.
  ///   - places: how many digits after the point show of money and shares at the least; none of what they stand for is
  ///     hidden.
  ///   - minor: the unit of a figure that is a number of pence, whose sign shows after it.
  static func figure(
    _ value: Amount, _ kind: Concept.Kind, power: Int, places: Int = 0, in minor: MinorUnit? = nil,
    _ style: Workbook.Style = .init()
  ) -> Self {
    var style = style
    let isScaled = kind.isScaled && power > 0
    // What a number cannot hold is written as text in full, which no format divides.
    if isScaled, !Workbook.holds(value) {
      style.alignment = .right
      return .text(shown(value, kind, power: power), style)
    }
    let isPercent = kind == .ratio
    var digits = isPercent ? "0" : "#,##0"
    let places =
      isScaled ? max(places, value.places(without: power)) : max(0, Int(value.scale) - (isPercent ? 2 : 0))
    if places > 0 { digits += "." + String(repeating: "0", count: places) }
    // Each comma at the end divides by a thousand (ECMA-376, 18.8.31).
    if isScaled { digits += String(repeating: ",", count: power / 3) }
    if isPercent { digits += "%" }
    if let minor { digits += "\"\(minor.mark)\"" }
    style.format = "\(digits)_);(\(digits))"
    return .number(value, style)
  }
}

extension Amount {
  /// How many digits after the point the amount has when it is divided by a power of ten.
  fileprivate func places(without power: Int) -> Int {
    let exact = withoutTrailingZeros
    var (mantissa, places) = (exact.mantissa, Int(exact.scale) + power)
    while places > 0, mantissa % 10 == 0 { (mantissa, places) = (mantissa / 10, places - 1) }
    return places
  }
}
