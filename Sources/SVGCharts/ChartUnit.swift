import Markup

/// What the figures of an axis are counted in: `10^power` of a currency or another measure.
struct ChartUnit: Hashable, Sendable {
  var power: Int
  /// How many digits after the point the printed values have.
  var decimals: Int
  /// Whether figures far smaller than the others are printed with all the digits they have.
  var keepsSmallDigits = false

  /// The unit in which all figures are printed as they were reported, if their digits have room.
  ///
  /// The largest unit that needs no point; figures with a point are printed with it. More than seven digits
  /// lose their fraction first and then move to larger units.
  static func exact(for quantities: [Int128], digits: Int, powers: [Int] = allPowers) -> ChartUnit {
    let most = quantities.reduce(0) { max($0, $1.magnitude128) }
    func wholeDigits(_ power: Int) -> Int { digitCount(most / tenTo(digits + power)) }
    let exact = powers.reversed().first { power in
      most >= tenTo(digits + power) && quantities.allSatisfy { $0 % tenTo(digits + power) == 0 }
    }
    if let exact, wholeDigits(exact) <= 7 { return ChartUnit(power: exact, decimals: 0) }
    if exact == nil {
      let decimals = exactDecimals(sizeable(quantities, most: most), digits: digits)
      if decimals <= 6, decimals + wholeDigits(0) <= 8 {
        return ChartUnit(power: 0, decimals: decimals, keepsSmallDigits: true)
      }
      // A fraction of something small cannot be left out.
      if most < tenTo(digits + 2) { return ChartUnit(power: 0, decimals: min(decimals, 6)) }
    }
    let power = powers.first { $0 >= exact ?? 0 && wholeDigits($0) <= 7 } ?? powers[powers.count - 1]
    return ChartUnit(power: power, decimals: 0)
  }

  /// The unit in which the largest figure has few digits before the point, for a view from afar: from 4 to
  /// 3,999, in the smaller unit of two, so that at least two digits are significant.
  static func rounded(for quantities: [Int128], digits: Int, powers: [Int] = allPowers) -> ChartUnit {
    let most = quantities.reduce(0) { max($0, $1.magnitude128) }
    let power = powers.reversed().first { most >= 4 * tenTo(digits + $0) } ?? 0
    let whole = digitCount(most / tenTo(digits + power))
    let exact = exactDecimals(sizeable(quantities, most: most), digits: digits + power)
    return ChartUnit(power: power, decimals: min(exact, power == 0 && whole < 3 ? 2 : whole < 3 ? 1 : 0))
  }

  /// `Thousands of US dollars`.
  func name(of measure: String) -> String {
    guard power > 0 else {
      return measure.isEmpty ? "" : measure.prefix(1).uppercased() + measure.dropFirst()
    }
    let word = ["", "Thousands", "Millions", "Billions", "Trillions"][power / 3]
    return measure.isEmpty ? word : word + " of " + measure
  }

  /// `thousands of US dollars`: only the counting word loses its capital.
  func nameInSentence(of measure: String) -> String {
    guard power > 0 else { return lowercasedUnit(measure) }
    let word = ["", "thousands", "millions", "billions", "trillions"][power / 3]
    return measure.isEmpty ? word : word + " of " + measure
  }

  /// The same in few letters where the measure has a sign: `$ million`.
  func short(_ measure: ChartMeasure) -> String {
    guard power > 0, !measure.sign.isEmpty else { return name(of: measure.words) }
    return measure.sign + " " + ["", "thousand", "million", "billion", "trillion"][power / 3]
  }

  /// A figure as it is printed at its mark.
  func text(_ quantity: Int128, digits: Int) -> String {
    figureText(quantity, digits: digits + power, decimals: decimals(for: quantity, digits: digits))
  }

  /// The digits a figure is printed with: more than usual where rounding would move it by more than a twentieth,
  /// so that no label says another number than the fact.
  func decimals(for quantity: Int128, digits: Int) -> Int {
    let size = quantity.magnitude128
    var left = digits + power - decimals
    guard left > 0, quantity != 0 else { return decimals }
    if keepsSmallDigits { return max(decimals, exactDecimals([quantity], digits: digits + power)) }
    guard size < tenTo(left + 1) else { return decimals }
    while left > 0 {
      let rest = size % tenTo(left)
      if min(rest, tenTo(left) - rest) * 20 <= size { break }
      left -= 1
    }
    return digits + power - left
  }
}

/// The quantities that decide how many digits all are printed with: what is fifty times smaller than the largest
/// is printed with digits of its own.
private func sizeable(_ quantities: [Int128], most: Int128) -> some Sequence<Int128> {
  quantities.lazy.filter { $0.magnitude128 * 50 >= most }
}

private func lowercasedUnit(_ unit: String) -> String {
  for word in ["Thousands", "Millions", "Billions", "Trillions"] where unit.hasPrefix(word) {
    return word.lowercased() + unit.dropFirst(word.count)
  }
  return unit
}

extension ByteSink {
  /// Appends a figure for a listener.
  mutating func spoken(_ quantity: Int128, in unit: ChartUnit, digits: Int) {
    spokenFigure(
      quantity, digits: digits + unit.power, decimals: unit.decimals(for: quantity, digits: digits))
  }
}

extension ChartMeasure {
  /// Whether its words count in thousands, millions or hundredths already, so that nothing more is left out.
  var isScaled: Bool {
    let bytes = words.utf8
    return bytes.indices.contains { start in
      let rest = bytes[start...].lazy.map { $0 | 0x20 }
      return switch bytes[start] | 0x20 {
      case UInt8(ascii: "t"): rest.starts(with: "thousand".utf8)
      // Millions, billions, trillions.
      case UInt8(ascii: "i"): rest.starts(with: "illion".utf8)
      case UInt8(ascii: "p"): rest.starts(with: "percent".utf8)
      case UInt8(ascii: "%"): true
      default: false
      }
    }
  }

  /// The powers of ten that an axis of it may leave out.
  var powers: [Int] { isScaled ? [0] : allPowers }
}

private let allPowers = [0, 3, 6, 9, 12]

private func digitCount(_ quantity: Int128) -> Int {
  var count = 1
  var rest = quantity
  while rest >= 10 {
    rest /= 10
    count += 1
  }
  return count
}
