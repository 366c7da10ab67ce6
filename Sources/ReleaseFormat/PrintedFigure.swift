import Diagnostics
import ExactNumbers

/// A figure as a statement prints it: `$ (176,000)`, `6,980`, `(0.60)`, `-.06`, `12%`, `EUR 1,234.5`.
struct PrintedFigure {
  var amount: Amount
  /// The sign or ISO code beside it: `$`, `EUR`.
  var currency: String?
  var isPercent = false
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
  var rest = Array(text.unicodeScalars)[...]
  var figure = PrintedFigure(amount: .zero)
  var negative = false
  var opened = false
  // What stands before the digits.
  while let scalar = rest.first {
    if isSpace(scalar) {
      rest.removeFirst()
    } else if let currency = takeCurrency(&rest) {
      guard figure.currency == nil else { return fault(text, "a figure has one currency") }
      figure.currency = currency
    } else if scalar == "(" {
      guard !opened else {
        return .fault(.unbalancedParentheses, "'\(text)' opens two parentheses", hints: [])
      }
      guard !negative else { return doubleNegative(text) }
      opened = true
      rest.removeFirst()
    } else if isDash(scalar) {
      rest.removeFirst()
      if rest.allSatisfy(isSpace), !opened, !negative { return .dash }
      guard !negative, !opened else { return doubleNegative(text) }
      negative = true
    } else {
      break
    }
  }
  let number = rest.prefix { isNumeral($0) }
  rest = rest.dropFirst(number.count)
  guard !number.isEmpty else {
    return opened && text.contains(")") == false
      ? .fault(.unbalancedParentheses, "'\(text)' opens a parenthesis and does not close it", hints: [])
      : notANumber(text)
  }
  var closed = false
  while let scalar = rest.first {
    if isSpace(scalar) {
      rest.removeFirst()
    } else if scalar == ")" {
      guard opened, !closed else {
        return .fault(.unbalancedParentheses, "'\(text)' closes a parenthesis that was not opened", hints: [])
      }
      closed = true
      rest.removeFirst()
    } else if scalar == "%" {
      guard !figure.isPercent else { return notANumber(text) }
      figure.isPercent = true
      rest.removeFirst()
    } else if let currency = takeCurrency(&rest) {
      guard figure.currency == nil else { return fault(text, "a figure has one currency") }
      figure.currency = currency
    } else if isDash(scalar), rest.count == 1 {
      return fault(text, "a minus stands before the figure")
    } else {
      return notANumber(text)
    }
  }
  guard opened == closed else {
    return .fault(.unbalancedParentheses, "'\(text)' opens a parenthesis and does not close it", hints: [])
  }
  if figure.isPercent, figure.currency != nil { return fault(text, "a percentage has no currency") }
  switch parseGrouped(String(String.UnicodeScalarView(number))) {
  case .failure(let flaw): return .fault(flaw.code, flaw.message, hints: flaw.hints)
  case .success(let amount):
    figure.amount = negative || opened ? amount.negated ?? amount : amount
    return .figure(figure)
  }
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
    hints = ["write the digits and declare the scale of the whole statement"]
  } else if lower.unicodeScalars.allSatisfy({ isNumeral($0) || isSpace($0) }) {
    hints = ["separate thousands with commas"]
  }
  return .fault(.badCell, "'\(text)' is no figure", hints: hints)
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
