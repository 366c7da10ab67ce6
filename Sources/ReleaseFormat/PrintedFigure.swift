import Diagnostics
import ExactNumbers
import ReleaseModel

/// A figure as a statement prints it: `$ (176,000)`, `6,980`, `(0.60)`, `-.06`, `12%`, `EUR 1,234.5`, `17.1p`.
struct PrintedFigure {
  var amount: Amount
  /// The sign or ISO code beside it: `$`, `EUR`.
  var currency: String?
  var isPercent = false
  /// What says that it is in a currency's ``MinorUnit``: `p`, `pence`, `¢`.
  var minorMark: String?
}

/// What the text of a cell turns out to be.
enum PrintedText {
  case figure(PrintedFigure)
  /// `—`, `–` or `-`, with or without a currency sign.
  case dash
  /// No figure, with the rule it breaks.
  case fault(DiagnosticCode, String, hints: [String])
}

/// Reads the text of a cell that is not empty.
///
/// Round the number stand, in any order that prints: a currency, one minus or a pair of parentheses, a percent
/// sign. Commas separate thousands and a full stop the decimals; nothing is guessed.
func parsePrintedFigure(_ text: String) -> PrintedText {
  guard text.utf8.count <= 100 else {
    return .fault(.badCell, "a figure is no longer than 100 bytes", hints: [])
  }
  var signs = FigureSigns()
  var rest = Array(text.unicodeScalars)[...]
  if let end = signs.readBefore(&rest, of: text) { return end }
  let number = rest.prefix { isNumeral($0) }
  rest = rest.dropFirst(number.count)
  guard !number.isEmpty else {
    return signs.isOpened && !text.contains(")") ? neverClosed(text) : notANumber(text)
  }
  if let flaw = signs.readAfter(&rest, of: text) { return flaw }
  guard signs.isOpened == signs.isClosed else { return neverClosed(text) }
  if signs.isPercent, signs.currency != nil { return fault(text, "a percentage has no currency") }
  if let mark = signs.minorMark {
    if signs.isPercent { return notANumber(text) }
    if let currency = signs.currency { return fault(text, "it has both '\(currency)' and '\(mark)'") }
  }
  switch parseGrouped(String(String.UnicodeScalarView(number))) {
  case .failure(let flaw): return .fault(flaw.code, flaw.message, hints: flaw.hints)
  case .success(let amount):
    let signed = signs.isMinus || signs.isOpened ? amount.negated ?? amount : amount
    return .figure(
      PrintedFigure(
        amount: signed, currency: signs.currency, isPercent: signs.isPercent, minorMark: signs.minorMark))
  }
}

/// What stands round the digits of a figure.
private struct FigureSigns {
  var currency: String?
  var isMinus = false
  var isOpened = false
  var isClosed = false
  var isPercent = false
  var minorMark: String?

  /// Takes what stands before the digits; a result ends the figure there: a dash, or what is wrong.
  mutating func readBefore(_ rest: inout ArraySlice<Unicode.Scalar>, of text: String) -> PrintedText? {
    while let scalar = rest.first {
      if isSpace(scalar) {
        rest.removeFirst()
      } else if let code = takeCurrency(&rest) {
        guard currency == nil else { return fault(text, "a figure has one currency") }
        currency = code
      } else if scalar == "(" {
        guard !isOpened else {
          return .fault(.unbalancedParentheses, "'\(text)' opens two parentheses", hints: [])
        }
        guard !isMinus else { return doubleNegative(text) }
        isOpened = true
        rest.removeFirst()
      } else if isDash(scalar) {
        rest.removeFirst()
        if rest.allSatisfy(isSpace), !isOpened, !isMinus { return .dash }
        guard !isMinus, !isOpened else { return doubleNegative(text) }
        isMinus = true
      } else {
        return nil
      }
    }
    return nil
  }

  /// Takes what stands after the digits, to the end of the text; a result says what is wrong.
  mutating func readAfter(_ rest: inout ArraySlice<Unicode.Scalar>, of text: String) -> PrintedText? {
    while let scalar = rest.first {
      if isSpace(scalar) {
        rest.removeFirst()
      } else if scalar == ")" {
        guard isOpened, !isClosed else {
          return .fault(
            .unbalancedParentheses, "'\(text)' closes a parenthesis that was not opened", hints: [])
        }
        isClosed = true
        rest.removeFirst()
      } else if scalar == "%" {
        guard !isPercent else { return notANumber(text) }
        isPercent = true
        rest.removeFirst()
      } else if minorMark == nil, let mark = takeMinorMark(&rest) {
        minorMark = mark
      } else if let code = takeCurrency(&rest) {
        guard currency == nil else { return fault(text, "a figure has one currency") }
        currency = code
      } else if isDash(scalar), rest.count == 1 {
        return fault(text, "a minus stands before the figure")
      } else {
        return notANumber(text)
      }
    }
    return nil
  }
}

private func neverClosed(_ text: String) -> PrintedText {
  .fault(.unbalancedParentheses, "'\(text)' opens a parenthesis and does not close it", hints: [])
}

private func fault(_ text: String, _ rule: String) -> PrintedText {
  .fault(.badCell, "'\(text)' is no figure: \(rule)", hints: [])
}

private func doubleNegative(_ text: String) -> PrintedText {
  guard text.utf8.contains(where: isDigit) else { return notANumber(text) }
  return fault(text, "a negative figure has a minus or parentheses, not both")
}

private func notANumber(_ text: String) -> PrintedText {
  var hints: [String] = []
  let lower = text.lowercased()
  if ["n/a", "na", "nm", "n.m.", "nil", "none", "--", "---"].contains(lower) {
    hints = ["leave the cell blank for what is not reported; write a dash for nil"]
  } else if ["million", "thousand", "billion"].contains(where: lower.contains) {
    hints = [scaleHint]
  } else if lower.unicodeScalars.allSatisfy({ isNumeral($0) || isSpace($0) }) {
    hints = ["separate thousands with commas"]
  } else if let commas = withCommas(text) {
    hints = ["separate thousands with commas: \"\(commas)\", in quotation marks"]
  } else if let meant = withPlainMinus(text) {
    hints = [meant]
  }
  return .fault(.badCell, "'\(text)' is no figure", hints: hints)
}

/// What to do about a figure with a word such as million in a statement.
let scaleHint = "write the digits and declare the scale of the whole statement"

/// `48,210` for `48'210`, as Switzerland groups digits; `nil` for anything else.
private func withCommas(_ text: String) -> String? {
  let apostrophes: [Unicode.Scalar] = ["'", "\u{2019}", "\u{2BC}", "\u{60}", "\u{B4}"]
  let scalars = text.unicodeScalars.map { apostrophes.contains($0) ? "," : $0 }
  let commas = String(String.UnicodeScalarView(scalars))
  guard commas != text, case .figure = parsePrintedFigure(commas) else { return nil }
  return commas
}

/// Word processors put hyphens that look like a minus before figures.
private func withPlainMinus(_ text: String) -> String? {
  let names: [Unicode.Scalar: String] = [
    "\u{AD}": "soft hyphen, U+00AD", "\u{2010}": "hyphen, U+2010",
    "\u{2011}": "non-breaking hyphen, U+2011", "\u{2012}": "figure dash, U+2012",
    "\u{2015}": "horizontal bar, U+2015", "\u{FE63}": "small hyphen, U+FE63",
    "\u{FF0D}": "wide hyphen, U+FF0D",
  ]
  guard let found = text.unicodeScalars.first(where: { names[$0] != nil }), let name = names[found] else {
    return nil
  }
  let plain = String(
    String.UnicodeScalarView(text.unicodeScalars.map { names[$0] == nil ? $0 : "-" as Unicode.Scalar }))
  guard case .figure = parsePrintedFigure(plain) else { return nil }
  return "what looks like a minus is another character (\(name)): write \(plain)"
}

/// Takes the mark of a minor unit off the front: `p`, `pence`, `c`, `¢` or `cents`.
private func takeMinorMark(_ rest: inout ArraySlice<Unicode.Scalar>) -> String? {
  let word = rest.prefix { isASCIILetter($0) || $0 == "¢" }
  let text = String(String.UnicodeScalarView(word))
  guard !MinorUnit.meanings(of: text).isEmpty else { return nil }
  rest = rest.dropFirst(word.count)
  return text
}

/// Takes a currency off the front: a sign or three capital letters that are an ISO 4217 code.
private func takeCurrency(_ rest: inout ArraySlice<Unicode.Scalar>) -> String? {
  guard let first = rest.first else { return nil }
  if "$€£¥".unicodeScalars.contains(first) {
    rest.removeFirst()
    return String(first)
  }
  let code = String(String.UnicodeScalarView(rest.prefix(3)))
  guard isCurrencyCode(code), rest.dropFirst(3).first.map({ !isASCIILetter($0) }) ?? true else { return nil }
  rest = rest.dropFirst(3)
  return code
}

private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
  scalar == " " || scalar == "\t" || scalar == "\u{A0}" || scalar == "\u{202F}" || scalar == "\u{2009}"
}

/// Hyphen, minus, en dash and em dash.
private func isDash(_ scalar: Unicode.Scalar) -> Bool {
  scalar == "-" || scalar == "\u{2212}" || scalar == "\u{2013}" || scalar == "\u{2014}"
}

private func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
  ("0"..."9").contains(scalar) || scalar == "," || scalar == "."
}

private func isASCIILetter(_ scalar: Unicode.Scalar) -> Bool {
  ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
}
