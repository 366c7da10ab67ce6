import ExactNumbers

/// What the text of a link to a figure turns out to be.
enum ProseLiteral: Hashable {
  /// One figure, and the place of its digits among the tokens.
  case figure(PrintedFigure, at: Int)
  /// Words without digits: `doubled`.
  case words
  /// Digits that are not one figure: `$5 to $6 million`, `6,98`.
  case unreadable
}

/// Reads the tokens of a link's text.
///
/// Where several numbers stand in it, the one with a unit is meant: `the 2003 loss of $4.7 million`.
func parseLiteral(_ tokens: [ProseToken]) -> ProseLiteral {
  guard tokens.count <= 64 else { return .unreadable }
  let numbers = tokens.indices.filter { tokens[$0].kind == .number }
  guard !numbers.isEmpty else { return .words }
  let figures = numbers.map { ($0, printedFigure(tokens, at: $0)) }
  let united = figures.filter { $0.1.map { $0.unit != .number || $0.scalePower > 0 } ?? false }
  let meant = numbers.count == 1 ? figures : united
  guard meant.count == 1, let index = meant.first?.0, let figure = meant.first?.1,
    // Of two numbers the other may be a year; an amount beside it makes a range.
    numbers.allSatisfy({ $0 == index || isYear(tokens[$0].word) })
  else {
    return ratioToOne(tokens, numbers).map { .figure($0, at: numbers[0]) } ?? .unreadable
  }
  return .figure(figure, at: index)
}

/// The figure whose digits are one token, with the signs and units round it; `nil` where the digits are
/// not grouped by thousands, or are too many.
func printedFigure(_ tokens: [ProseToken], at index: Int) -> PrintedFigure? {
  guard let parts = FigureParts(tokens, at: index) else { return nil }
  let digits = parts.digits
  let power = parts.before.scalePower + parts.after.scalePower + parts.after.shift
  guard let factor = Fraction.powerOfTen(power), let value = Fraction(digits) * factor else { return nil }
  let decimals = Int(digits.scale) - power
  return PrintedFigure(
    magnitude: value, decimals: decimals,
    significantDecimals: digits.scale > 0 ? decimals : decimals - trailingZeros(digits), unit: parts.unit,
    sign: parts.before.sign, hedge: hedge(tokens, before: parts.before.start),
    scalePower: parts.before.scalePower + parts.after.scalePower)
}

/// Which tokens a figure takes up: from its currency to its unit.
func extent(of index: Int, in tokens: [ProseToken]) -> Range<Int> {
  let before = MarksBefore(tokens, index)
  let after = UnitsAfter(tokens, index, isMoney: before.currency != nil, isOpen: before.isOpen)
  return before.start..<((after?.end ?? index) + 1)
}

/// `1.5 to 1` and `1.5:1`.
private func ratioToOne(_ tokens: [ProseToken], _ numbers: [Int]) -> PrintedFigure? {
  guard numbers.count == 2, tokens[numbers[1]].word == "1", numbers[1] == numbers[0] + 2,
    tokens[numbers[0] + 1].isWord("to") || tokens[numbers[0] + 1].isMark(":")
  else { return nil }
  return printedFigure(Array(tokens[...numbers[0]]), at: numbers[0])
}

private func isYear(_ number: ProseWord) -> Bool {
  guard let year = wholeNumber(number), number.count == 4 else { return false }
  return (1900...2099).contains(year)
}

/// The value of up to nine digits without any mark between them.
func wholeNumber(_ number: ProseWord) -> Int? {
  guard (1...9).contains(number.count) else { return nil }
  var value = 0
  for index in 0..<number.count {
    let digit = Int(number[index]) - 48
    guard (0...9).contains(digit) else { return nil }
    value = value * 10 + digit
  }
  return value
}

private func trailingZeros(_ amount: Amount) -> Int {
  var (digits, zeros) = (amount.mantissa, 0)
  while digits != 0, digits % 10 == 0 {
    digits /= 10
    zeros += 1
  }
  return zeros
}
