import ExactNumbers

/// What a figure is printed with, before anything is reckoned.
struct FigureParts {
  var digits: Amount
  var before: MarksBefore
  var after: UnitsAfter
  var unit: PrintedFigure.Unit

  /// `nil` where they contradict each other.
  ///
  /// - Parameter index: the place of the digits among the tokens.
  init?(_ tokens: [ProseToken], at index: Int) {
    guard let digits = groupedDigits(tokens[index].word) else { return nil }
    self.digits = digits
    before = MarksBefore(tokens, index)
    guard
      let after = UnitsAfter(tokens, index, isMoney: before.currency != nil, isOpen: before.isOpen)
    else { return nil }
    // "€m 48.2 million" has two scales.
    if before.scalePower > 0, after.scalePower > 0 { return nil }
    self.after = after
    unit = after.unit ?? .number
    guard let currency = before.currency else { return }
    switch after.unit {
    case nil: unit = .money(currency)
    case .money(let other):
      guard let both = joined(currency, other) else { return nil }
      unit = .money(both)
    default: break
    }
  }

  /// Which tokens it takes up: from its currency to its unit.
  var extent: Range<Int> { before.start..<(after.end + 1) }
}

/// `6,980,000`, `.06`, `2.8`: commas before every third digit, one point.
private func groupedDigits(_ text: ProseWord) -> Amount? {
  guard text.count <= ProseWord.capacity else { return nil }
  var mantissa: Int64 = 0
  var scale = 0
  // How many digits stand since the last comma, and whether there is one.
  var (group, isGrouped) = (0, false)
  var (whole, sawPoint) = (0, false)
  for index in 0..<text.count {
    let byte = text[index]
    switch byte {
    case UInt8(ascii: ","):
      guard !sawPoint, isGrouped ? group == 3 : (1...3).contains(whole) else { return nil }
      (group, isGrouped) = (0, true)
    case UInt8(ascii: "."):
      guard !sawPoint, !isGrouped || group == 3 else { return nil }
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
        group += 1
      }
    }
  }
  guard whole + scale > 0, sawPoint ? scale > 0 : !isGrouped || group == 3 else { return nil }
  return Amount(mantissa: mantissa, scale: scale)
}

/// Currency, sign and parenthesis before the digits, in any order that prints.
struct MarksBefore {
  /// The first token that belongs to the figure.
  var start: Int
  /// Its sign, or its ISO 4217 code.
  var currency: String?
  var sign: PrintedSign?
  /// The power of ten of a scale that stands with the currency: `TEUR`, `€m`, `EUR million`.
  var scalePower = 0
  /// Whether a parenthesis opens that closes after the figure.
  var isOpen = false

  init(_ tokens: [ProseToken], _ index: Int) {
    start = index
    while start > 0 {
      let token = tokens[start - 1]
      // What a space or the edge of a link parts from a figure is punctuation, no sign.
      let touches = token.range.upperBound == tokens[start].range.lowerBound
      if currency == nil, scalePower == 0, let scale = scaleAfterCurrency(tokens, before: start) {
        scalePower = scale.power
        start -= scale.length
        continue
      }
      if currency == nil, let printed = currencySign(token) {
        currency = printed
      } else if token.isMark("("), !isOpen, touches {
        isOpen = true
        sign = .negative
      } else if token.isMark("-"), sign == nil, touches, !joinsWords(tokens, start - 1) {
        sign = .negative
      } else if token.isMark("+"), sign == nil, touches {
        sign = .positive
      } else if token.kind == .word, currency == "$", touches, let sign = dollarCountries[token.word] {
        currency = sign
      } else if token.kind == .word, currency != nil, scalePower == 0, touches,
        let power = joinedScales[token.word]
      {
        // "T€", "k€", "m$"
        scalePower = power
      } else if token.kind == .word, let code = currencyCode(token.word) {
        guard let both = currency.map({ joined(code, $0) }) ?? code else { break }
        currency = both
      } else if token.kind == .word, currency == nil, scalePower == 0, let scaled = scaledCodes[token.word] {
        (currency, scalePower) = (scaled.code, scaled.power)
      } else if currency == nil, let sign = stoppedCurrency(tokens, before: start) {
        currency = sign
        start -= 2
        continue
      } else if currency == "$", token.isMark("."), isUnitedStates(tokens, before: start) {
        currency = "US$"
        start -= 3
      } else {
        break
      }
      start -= 1
    }
    // An open parenthesis that does not close right after the figure is punctuation, no sign.
    if isOpen, !closes(tokens, index) {
      isOpen = false
      sign = nil
      while start < index, tokens[start].isMark("(") { start += 1 }
    }
  }
}

/// Whether `U.S.` stands before a place.
private func isUnitedStates(_ tokens: [ProseToken], before end: Int) -> Bool {
  end >= 4 && tokens[end - 4].isWord("u") && tokens[end - 3].isMark(".") && tokens[end - 2].isWord("s")
    && tokens[end - 4].range.upperBound == tokens[end - 3].range.lowerBound
}

/// Whether a dash stands between two words or figures without spaces, as in `2002-03` and `10%-12%`.
private func joinsWords(_ tokens: [ProseToken], _ dash: Int) -> Bool {
  guard dash > 0 else { return false }
  let before = tokens[dash - 1]
  switch before.kind {
  case .word, .number, .claim: break
  case .mark:
    guard before.isMark("%") || before.isMark(")") || before.isMark("¢") || before.isMark("-") else {
      return false
    }
  case .end: return false
  }
  return before.range.upperBound == tokens[dash].range.lowerBound
}

private func closes(_ tokens: [ProseToken], _ index: Int) -> Bool {
  for place in (index + 1)..<min(index + 5, tokens.count) {
    let token = tokens[place]
    if token.isMark(")") { return true }
    // "(48.2 Mio. €)"
    if token.isMark("."), stopsAbbreviation(tokens, place) { continue }
    guard token.isMark("%") || currencySign(token) != nil || (token.kind == .word && beginsUnit(token.word))
    else { return false }
  }
  return false
}

/// Scale word, unit and closing parenthesis after the digits.
struct UnitsAfter {
  /// The last token that belongs to the figure.
  var end: Int
  var unit: PrintedFigure.Unit?
  var scalePower = 0
  /// A unit that is a part of the full one: -2 for cents and basis points.
  var shift = 0

  /// `nil` where scale and unit contradict each other.
  init?(_ tokens: [ProseToken], _ index: Int, isMoney: Bool, isOpen: Bool) {
    end = index
    var isOpen = isOpen
    while end + 1 < tokens.count {
      let token = tokens[end + 1]
      switch token.kind {
      case .mark:
        if token.isMark(")"), isOpen {
          isOpen = false
        } else if token.isMark("%"), unit == nil {
          if isMoney { return nil }
          unit = .percent
        } else if token.isMark("¢"), unit == nil {
          (unit, shift) = (.money("¢"), -2)
        } else if token.isMark("-"), end == index, joinsUnit(tokens, end + 1),
          let words = joinedUnits[tokens[end + 2].word]
        {
          for word in words { guard take(word, isMoney: isMoney) else { return } }
          end += 1
        } else if unit == nil, !token.isMark("$"), let sign = currencySign(token) {
          unit = .money(sign)
        } else if token.isMark("."), unit == nil, !isMoney, stopsAbbreviation(tokens, end + 1) {
          // "48.2 Mio. €"
        } else {
          return
        }
        end += 1
      case .word:
        if unit != nil, unit != .percent {
          guard takeScaleOfCurrency(tokens) else { return }
          end += 1
          continue
        }
        guard let length = take(tokens, isMoney: isMoney) else { return }
        end += length
      case .number, .claim, .end: return
      }
    }
  }

  /// Takes the words after the last token as the figure's scale or unit, and says how many they are; `nil` where they are
  /// neither.
  private mutating func take(_ tokens: [ProseToken], isMoney: Bool) -> Int? {
    let token = tokens[end + 1]
    let next = end + 2 < tokens.count ? tokens[end + 2].word : ProseWord()
    let touches = token.range.lowerBound == tokens[end].range.upperBound
    guard let word = unitWords[token.word] else { return takeCountry(tokens, next) }
    switch word {
    case .scale:
      // A letter or two are a scale only of money, or where they stand close to a figure: €5 bn, 5m, 5 m EUR.
      let isClear =
        token.word.count > 2
        ? !scalesThatAreNames.contains(token.word) : token.word == "mn" || token.word == "bn"
      // Tonnes are one only before a currency's sign: 48,210 T€.
      let isTonne = token.word == "t"
      guard !isTonne || isSignAt(tokens, end + 2, touching: token) else { return nil }
      guard
        isTonne || isClear || isMoney || touches || isCurrencyAfter(tokens, end + 2)
          || (end + 2 < tokens.count && tokens[end + 2].isMark(".") && stopsAbbreviation(tokens, end + 2))
      else { return nil }
    case .per:
      guard next == "cent" else { return nil }
      unit = .percent
      return 2
    case .percentage:
      guard next == "points" || next == "point" else { return nil }
      unit = .points
      return 2
    case .basis:
      guard next == "points" || next == "point" else { return nil }
      (unit, shift) = (.points, -2)
      return 2
    case .pence where token.word.count == 1 && !touches: return nil
    case .currency where token.word == "cad" && !isMoney && scalePower == 0: return nil
    default: break
    }
    return take(word, isMoney: isMoney) ? 1 : nil
  }

  /// The scale of an amount whose currency stands before it: `48.2 EUR million`, `48.2 €m`.
  private mutating func takeScaleOfCurrency(_ tokens: [ProseToken]) -> Bool {
    guard scalePower == 0, shift == 0, case .money? = unit,
      case .scale(let power)? = unitWords[tokens[end + 1].word],
      tokens[end + 1].word.count > 2 || tokens[end + 1].range.lowerBound == tokens[end].range.upperBound
    else { return false }
    scalePower = power
    return true
  }

  /// `Canadian dollars`, `U.S. dollars`, `Hong Kong dollars`
  private mutating func takeCountry(_ tokens: [ProseToken], _ next: ProseWord) -> Int? {
    let word = tokens[end + 1].word
    func isMoney(_ index: Int) -> Bool {
      guard index < tokens.count, case .currency? = unitWords[tokens[index].word] else {
        return index < tokens.count && tokens[index].isWord("pounds")
      }
      return true
    }
    if let sign = nationalCurrencies[word], isMoney(end + 2) {
      unit = .money(sign)
      return 2
    }
    if (word == "hong" && next == "kong") || (word == "new" && next == "zealand"), isMoney(end + 3) {
      unit = .money(word == "hong" ? "HK$" : "NZ$")
      return 3
    }
    if word == "u", isMoney(end + 5), isUnitedStates(tokens, before: end + 5) {
      unit = .money("US$")
      return 5
    }
    return nil
  }

  private mutating func take(_ word: UnitWord, isMoney: Bool) -> Bool {
    switch word {
    case .scale(let power):
      guard unit == nil, scalePower == 0 else { return false }
      scalePower = power
    case .cents:
      guard unit == nil else { return false }
      (unit, shift) = (.money("¢"), -2)
    case .pence:
      guard unit == nil else { return false }
      (unit, shift) = (.money("£"), -2)
    case .percent: unit = .percent
    case .points:
      guard !isMoney else { return false }
      unit = .points
    case .hundredths:
      guard !isMoney else { return false }
      (unit, shift) = (.points, -2)
    case .currency(let sign): unit = .money(sign)
    case .scaledCurrency(let power, let sign):
      guard !isMoney, unit == nil, scalePower == 0 else { return false }
      (scalePower, unit) = (power, .money(sign))
    case .pounds:
      guard scalePower > 0 else { return false }
      unit = .money("£")
    case .per, .percentage, .basis: return false
    }
    return true
  }
}

/// Whether a hyphen joins a number and a word: `5-million`.
private func joinsUnit(_ tokens: [ProseToken], _ dash: Int) -> Bool {
  dash > 0 && dash + 1 < tokens.count && tokens[dash + 1].kind == .word
    && tokens[dash - 1].range.upperBound == tokens[dash].range.lowerBound
    && tokens[dash].range.upperBound == tokens[dash + 1].range.lowerBound
}

/// Whether a number and what a hyphen joins to it have a unit.
func hasJoinedUnit(_ tokens: [ProseToken], _ number: Int) -> Bool {
  joinsUnit(tokens, number + 1) && joinedUnits.contains(tokens[number + 2].word)
}

/// Whether a full stop ends an abbreviated scale, which a currency follows: `48.2 Mio. EUR`.
private func stopsAbbreviation(_ tokens: [ProseToken], _ stop: Int) -> Bool {
  stop > 0 && abbreviatedScales.contains(tokens[stop - 1].word) && isCurrencyAfter(tokens, stop + 1)
    && tokens[stop - 1].range.upperBound == tokens[stop].range.lowerBound
}

/// Whether a currency stands at a place, and not that of a figure after it.
private func isCurrencyAfter(_ tokens: [ProseToken], _ index: Int) -> Bool {
  guard index < tokens.count else { return false }
  if index + 1 < tokens.count, tokens[index + 1].kind == .number || tokens[index + 1].kind == .claim {
    return false
  }
  if currencySign(tokens[index]) != nil { return true }
  guard tokens[index].kind == .word, case .currency? = unitWords[tokens[index].word] else { return false }
  return true
}

/// Whether the sign of a currency stands at a place, close to the token before it.
private func isSignAt(_ tokens: [ProseToken], _ index: Int, touching token: ProseToken) -> Bool {
  index < tokens.count && currencySign(tokens[index]) != nil
    && tokens[index].range.lowerBound == token.range.upperBound
}

/// The scale between a currency and its figure: `EUR million 48.2`, `€m 48.2`, `€ Mio. 48.2`.
private func scaleAfterCurrency(_ tokens: [ProseToken], before index: Int) -> (power: Int, length: Int)? {
  var place = index - 1
  if place > 1, tokens[place].isMark("."), abbreviatedScales.contains(tokens[place - 1].word) { place -= 1 }
  guard place > 0, tokens[place].kind == .word, case .scale(let power)? = unitWords[tokens[place].word] else {
    return nil
  }
  let before = tokens[place - 1]
  let isCurrency =
    currencySign(before) != nil || (before.kind == .word && currencyCode(before.word) != nil)
  // "5 € million 48" is two things, of which nobody says which.
  if place > 1, tokens[place - 2].kind == .number || tokens[place - 2].kind == .claim { return nil }
  return isCurrency ? (power, index - place) : nil
}
