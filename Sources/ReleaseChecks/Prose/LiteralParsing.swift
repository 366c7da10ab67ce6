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
  guard let digits = groupedDigits(tokens[index].word) else { return nil }
  let before = marksBefore(tokens, index)
  guard let after = unitsAfter(tokens, index, isMoney: before.currency != nil, isOpen: before.isOpen) else {
    return nil
  }
  var unit = after.unit ?? before.currency.map(PrintedFigure.Unit.money) ?? .number
  if case .money = unit, let currency = before.currency { unit = .money(currency) }
  let power = after.scalePower + after.shift
  guard let factor = Fraction.powerOfTen(power), let value = Fraction(digits) * factor else { return nil }
  let decimals = Int(digits.scale) - power
  let figure = PrintedFigure(
    magnitude: value, decimals: decimals,
    significantDecimals: digits.scale > 0 ? decimals : decimals - trailingZeros(digits), unit: unit,
    sign: before.sign, hedge: hedge(tokens, before: before.start), scalePower: after.scalePower)
  return figure
}

/// Which tokens a figure takes up: from its currency to its unit.
func extent(of index: Int, in tokens: [ProseToken]) -> Range<Int> {
  let before = marksBefore(tokens, index)
  let after = unitsAfter(tokens, index, isMoney: before.currency != nil, isOpen: before.isOpen)
  return before.start..<((after?.end ?? index) + 1)
}

/// `6,980,000`, `.06`, `2.8`: commas before every third digit, one point.
private func groupedDigits(_ text: ProseWord) -> Amount? {
  guard text.count <= ProseWord.capacity else { return nil }
  var mantissa: Int64 = 0
  var scale = 0
  // How many digits stand since the last comma or the point; `nil` before the first comma.
  var group: Int?
  var (whole, sawPoint) = (0, false)
  for index in 0..<text.count {
    let byte = text[index]
    switch byte {
    case UInt8(ascii: ","):
      guard !sawPoint, group.map({ $0 == 3 }) ?? (1...3).contains(whole) else { return nil }
      group = 0
    case UInt8(ascii: "."):
      guard !sawPoint, group.map({ $0 == 3 }) ?? true else { return nil }
      sawPoint = true
    default:
      let (product, overflow) = mantissa.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int64(byte) - 48)
      guard !overflow, !carry else { return nil }
      mantissa = sum
      if sawPoint {
        scale += 1
      } else {
        whole += 1
        group = group.map { $0 + 1 }
      }
    }
  }
  guard whole + scale > 0, sawPoint ? scale > 0 : group.map({ $0 == 3 }) ?? true else { return nil }
  return Amount(mantissa: mantissa, scale: scale)
}

private struct MarksBefore {
  var start: Int
  var currency: String?
  var sign: PrintedSign?
  var isOpen = false
}

/// Currency, sign and parenthesis before the digits, in any order that prints.
private func marksBefore(_ tokens: [ProseToken], _ index: Int) -> MarksBefore {
  var result = MarksBefore(start: index)
  while result.start > 0 {
    let token = tokens[result.start - 1]
    // What a space or the edge of a link parts from a figure is punctuation, no sign.
    let touches = token.range.upperBound == tokens[result.start].range.lowerBound
    if let currency = currencySign(token), result.currency == nil {
      result.currency = currency
    } else if token.isMark("("), !result.isOpen, touches {
      result.isOpen = true
      result.sign = .negative
    } else if token.isMark("-"), result.sign == nil, touches, !joinsWords(tokens, result.start - 1) {
      result.sign = .negative
    } else if token.isMark("+"), result.sign == nil, touches {
      result.sign = .positive
    } else if token.kind == .word, currencyWords.contains(token.word) {
      if token.word == "us" {
        guard result.currency == "$" else { break }
      } else {
        guard result.currency == nil || token.word == "usd" else { break }
        result.currency = token.word.text.uppercased()
      }
    } else {
      break
    }
    result.start -= 1
  }
  // An open parenthesis that does not close right after the figure is punctuation, no sign.
  if result.isOpen, !closes(tokens, index) {
    result.isOpen = false
    result.sign = nil
    while result.start < index, tokens[result.start].isMark("(") { result.start += 1 }
  }
  return result
}

/// Whether a dash stands between two words or numbers without spaces, as in `2002-03`.
private func joinsWords(_ tokens: [ProseToken], _ dash: Int) -> Bool {
  guard dash > 0, tokens[dash - 1].kind == .word || tokens[dash - 1].kind == .number else { return false }
  return tokens[dash - 1].range.upperBound == tokens[dash].range.lowerBound
}

private func closes(_ tokens: [ProseToken], _ index: Int) -> Bool {
  for token in tokens[(index + 1)...].prefix(4) {
    if token.isMark(")") { return true }
    let isUnit =
      token.isMark("%")
      || (token.kind == .word && (scalePowers[token.word] != nil || unitWords.contains(token.word)))
    guard isUnit else { return false }
  }
  return false
}

private struct UnitsAfter {
  /// The last token that belongs to the figure.
  var end: Int
  var unit: PrintedFigure.Unit?
  var scalePower = 0
  /// A unit that is a part of the full one: -2 for cents and basis points.
  var shift = 0
}

/// Scale word, unit and closing parenthesis after the digits; `nil` where they contradict each other.
private func unitsAfter(_ tokens: [ProseToken], _ index: Int, isMoney: Bool, isOpen: Bool) -> UnitsAfter? {
  var result = UnitsAfter(end: index)
  var isOpen = isOpen
  while result.end + 1 < tokens.count {
    let token = tokens[result.end + 1]
    if token.kind == .word, !beginsUnit(token.word) { break }
    let next = result.end + 2 < tokens.count ? tokens[result.end + 2] : nil
    if token.isMark(")"), isOpen {
      isOpen = false
    } else if token.isMark("%"), result.unit == nil {
      if isMoney { return nil }
      result.unit = .percent
    } else if token.isMark("¢") || token.isWord("cents") || token.isWord("cent"), result.unit == nil {
      result.unit = .money("¢")
      result.shift = -2
    } else if token.kind == .word, let power = scalePowers[token.word], result.scalePower == 0,
      result.unit == nil,
      token.word.count > 2 || (isMoney && token.range.lowerBound == tokens[result.end].range.upperBound)
    {
      result.scalePower = power
    } else if token.kind == .word, result.unit == nil || result.unit == .percent {
      switch token.word {
      case "percent", "pct":
        result.unit = .percent
      case "per" where next?.word == "cent":
        result.unit = .percent
        result.end += 1
      case "percentage" where next?.word == "points" || next?.word == "point":
        result.unit = .points
        result.end += 1
      case "points" where !isMoney:
        result.unit = .points
      case "basis" where next?.word == "points":
        result.unit = .points
        result.shift = -2
        result.end += 1
      case "dollars", "dollar":
        result.unit = .money("$")
      case "euros", "euro":
        result.unit = .money("€")
      case "pounds" where result.scalePower > 0:
        result.unit = .money("£")
      default: return result
      }
    } else {
      break
    }
    result.end += 1
  }
  return result
}

private let unitWords: Set<ProseWord> = ["percent", "cents", "points", "dollars", "percentage", "euros"]

/// Whether a word right after a number can be its unit or its scale.
func beginsUnit(_ word: ProseWord) -> Bool {
  unitWords.contains(word) || scalePowers[word] != nil || otherUnitWords.contains(word)
}

private let otherUnitWords: Set<ProseWord> = [
  "cent", "pct", "per", "basis", "dollar", "euro", "pounds",
]

let currencyWords: Set<ProseWord> = ["us", "u.s", "usd", "eur", "gbp", "jpy", "cad", "chf", "aud"]

private let currencySigns: Set<ProseWord> = ["$", "€", "£", "¥"]

private let scalePowers: [ProseWord: Int] = [
  "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "k": 3, "m": 6, "mm": 6, "mn": 6, "mil": 6,
  "b": 9, "bn": 9, "bln": 9, "mln": 6,
]

/// The sign of a currency, or its ISO 4217 code.
private func currencySign(_ token: ProseToken) -> String? {
  guard token.kind == .mark else { return nil }
  if token.isMark("$") { return "$" }
  return currencySigns.contains(token.word) ? token.word.text : nil
}

/// The words right before a figure that say how exactly it is meant.
func hedge(_ tokens: [ProseToken], before start: Int) -> PrintedFigure.Hedge? {
  guard start > 0, tokens[start - 1].kind == .word else { return nil }
  let word = tokens[start - 1].word
  guard hedgeWords.contains(word) else { return nil }
  let previous = start > 1 ? tokens[start - 2].word : ProseWord()
  switch (previous, word) {
  case (_, "approximately"), (_, "about"), (_, "around"), (_, "roughly"), (_, "some"), (_, "circa"):
    return .about
  case ("more", "than"), ("greater", "than"), ("better", "than"), ("at", "least"), (_, "over"), (_, "above"),
    (_, "exceeding"), (_, "exceeded"):
    return .above
  case ("less", "than"), ("fewer", "than"), ("just", "under"), (_, "nearly"), (_, "almost"), (_, "under"),
    (_, "below"):
    return .below
  default: return nil
  }
}

/// What a hedge ends with.
private let hedgeWords: Set<ProseWord> = [
  "approximately", "about", "around", "roughly", "some", "circa", "than", "least", "over", "above",
  "exceeding",
  "exceeded", "under", "nearly", "almost", "below",
]

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
