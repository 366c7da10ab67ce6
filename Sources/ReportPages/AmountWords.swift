import ExactNumbers
import Markup
import ReleaseModel

/// A figure in the parts that type sets apart: `$` `(` `4,679` `,000` `)`, `$` `6.6` `million`, or `17.1p`.
struct AmountParts: Sendable {
  let isNegative: Bool
  private(set) var sign = ""
  /// What is printed of the figure, without its sign, the thousands and the scale.
  private var size: Amount
  /// What follows the digits: `%`, `p`.
  private var mark = ""
  /// How many groups of three zeros are set apart.
  private var thousandsGroups = 0
  private var scaleWord: StaticString = ""

  /// Splits a full value; money that is rounded to hundred thousands or more reads `6.6 million`.
  init(_ value: Amount, decimals: Int, kind: Concept.Kind, in unit: PrintedUnit) {
    isNegative = value.isNegative
    size = value.magnitude ?? value
    switch kind {
    case .ratio:
      size = size.timesPowerOfTen(2) ?? size
      mark = "%"
    case .perShare:
      if let minor = unit.minor {
        size = size.timesPowerOfTen(MinorUnit.power) ?? size
        mark = minor.mark
        return
      }
      sign = currencySign(unit.currency)
      if size.scale < 2 { size = size.rounded(scale: 2) ?? size }
    case .money:
      sign = currencySign(unit.currency)
      split(decimals: decimals)
    case .shares, .count:
      split(decimals: decimals)
    }
  }

  private mutating func split(decimals: Int) {
    let power = decimals <= -7 && size >= Amount(1_000_000_000) ? 9 : 6
    // A figure smaller than what it is rounded to stays whole, for nothing of it would be left; zero says how far it is
    // rounded.
    if decimals <= -5,
      let rounded = size.timesPowerOfTen(-power)?.rounded(scale: max(0, power + decimals)),
      !rounded.isZero || size.isZero
    {
      scaleWord = power == 9 ? "billion" : "million"
      size = rounded
      return
    }
    guard size.scale == 0 else { return }
    while size.mantissa >= 1000, size.mantissa % 1000 == 0 {
      size.mantissa /= 1000
      thousandsGroups += 1
    }
  }

  /// `4,679`, `6.6`, `12%`, `17.1p`.
  var digits: String { size.text() + mark }

  /// `,000`, `,000,000` or nothing.
  var thousands: String { thousandsGroups == 0 ? "" : String(repeating: ",000", count: thousandsGroups) }

  /// `million`, `billion` or nothing.
  var scale: String { scaleWord.description }

  /// Appends ``digits``.
  func appendDigits(to sink: inout ByteSink) {
    size.withText { sink.append($0) }
    sink.raw(mark)
  }

  /// Appends ``thousands``.
  func appendThousands(to sink: inout ByteSink) {
    for _ in 0..<thousandsGroups { sink.markup(",000") }
  }

  /// In prose, where words tell the sign: `$4,679,000`, `$6.6 million`.
  var withoutSign: String {
    composed {
      $0.raw(sign)
      append(inParentheses: false, to: &$0)
    }
  }

  /// As accountants print it: `$(4,679,000)`.
  var accounting: String {
    composed {
      $0.raw(sign)
      append(inParentheses: isNegative, to: &$0)
    }
  }

  /// Appends everything that follows the currency's sign.
  fileprivate func append(inParentheses: Bool, to sink: inout ByteSink) {
    if inParentheses { sink.append(UInt8(ascii: "(")) }
    appendDigits(to: &sink)
    appendThousands(to: &sink)
    if inParentheses { sink.append(UInt8(ascii: ")")) }
    guard scaleWord.utf8CodeUnitCount > 0 else { return }
    sink.append(UInt8(ascii: " "))
    sink.markup(scaleWord)
  }
}

extension ByteSink {
  /// Appends a figure as accountants print it, as HTML: `$(4,679,000)`.
  mutating func accounting(_ parts: AmountParts) {
    text(parts.sign)
    parts.append(inParentheses: parts.isNegative, to: &self)
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
