import ExactNumbers
import ReleaseModel

/// A figure in the parts that type sets apart: `$` `(` `4,679` `,000` `)`, or `$` `6.6` `million`.
struct AmountParts: Hashable, Sendable {
  var isNegative = false
  var sign = ""
  var digits = ""
  var thousands = ""
  var scale = ""

  /// Splits a full value; money that is rounded to hundred thousands or more reads `6.6 million`.
  init(_ value: Amount, decimals: Int, kind: Concept.Kind, currency: String) {
    isNegative = value.isNegative
    let size = value.magnitude ?? value
    switch kind {
    case .ratio:
      digits = (size.timesPowerOfTen(2) ?? size).text() + "%"
    case .perShare:
      sign = currencySign(currency)
      digits = (size.scale < 2 ? size.rounded(scale: 2) ?? size : size).text()
    case .money:
      sign = currencySign(currency)
      split(size, decimals: decimals)
    case .shares, .count:
      split(size, decimals: decimals)
    }
  }

  private mutating func split(_ size: Amount, decimals: Int) {
    let power = decimals <= -7 && size >= Amount(1_000_000_000) ? 9 : 6
    // A figure smaller than what it is rounded to stays whole, for nothing of it would be left.
    if decimals <= -5,
      let rounded = size.timesPowerOfTen(-power)?.rounded(scale: max(0, power + decimals)), !rounded.isZero
    {
      scale = power == 9 ? "billion" : "million"
      digits = rounded.text()
      return
    }
    var front = size.text()[...]
    while front.hasSuffix(",000") {
      front = front.dropLast(4)
      thousands += ",000"
    }
    digits = String(front)
  }

  /// In prose, where words tell the sign: `$4,679,000`, `$6.6 million`.
  var withoutSign: String { sign + digits + thousands + (scale.isEmpty ? "" : " " + scale) }

  /// As accountants print it: `$(4,679,000)`.
  var accounting: String {
    guard isNegative else { return withoutSign }
    return "\(sign)(\(digits)\(thousands))" + (scale.isEmpty ? "" : " " + scale)
  }
}

/// The sign before an amount: `$`; the code and a space for currencies without one of their own.
func currencySign(_ code: String) -> String {
  switch code {
  case "USD": "$"
  case "EUR": "€"
  case "GBP": "£"
  case "JPY": "¥"
  default: code + "\u{A0}"
  }
}

/// The currency in words: `US dollars`; the code for those without a name here.
func currencyWords(_ code: String) -> String {
  switch code {
  case "USD": "US dollars"
  case "CAD": "Canadian dollars"
  case "AUD": "Australian dollars"
  case "EUR": "euros"
  case "GBP": "pounds sterling"
  case "CHF": "Swiss francs"
  case "JPY": "Japanese yen"
  default: code
  }
}
