import Diagnostics
import ReleaseModel
import SourceSyntax

/// Reads the currency of a statement, an ISO 4217 code: `USD`.
func decodeCurrency(_ node: Node, _ subject: Subject, _ findings: inout Findings) -> String? {
  guard let text = node.text(subject, &findings) else { return nil }
  if isCurrencyCode(text) { return text }
  if let minor = ["GBP", "ZAR"].lazy.compactMap(MinorUnit.of).first(where: { $0.unitNames.contains(text) }) {
    findings.report(
      .unknownCurrency, "\(subject.text) is a currency's ISO 4217 code such as USD, not '\(text)'",
      at: node.range,
      hints: [
        "write \(minor.currency); figures per share may be in \(minor.name) all the same: 17.1\(minor.mark), or \(minor.unitName) under 'unit' of their row"
      ])
    return nil
  }
  let bySign = ["$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"][text]
  findings.report(
    .unknownCurrency, "\(subject.text) is a currency's ISO 4217 code such as USD, not '\(text)'",
    at: node.range,
    hints: bySign.map { ["write \($0)"] } ?? findings.suggestions(for: text, among: currencyCodes.sorted()))
  return nil
}

func isCurrencyCode(_ text: String) -> Bool { text.utf8.count == 3 && currencyCodes.contains(text) }

/// Whether the sign or code that a figure carries can stand for a currency.
func currencySign(_ sign: String, fits currency: String) -> Bool {
  switch sign {
  case "$": dollars.contains(currency)
  case "€": currency == "EUR"
  case "£": ["GBP", "EGP", "FKP", "GIP", "LBP", "SHP", "SYP"].contains(currency)
  case "¥": currency == "JPY" || currency == "CNY"
  default: sign == currency
  }
}

private let dollars: Set<String> = [
  "USD", "ARS", "AUD", "BBD", "BMD", "BND", "BSD", "BZD", "CAD", "CLP", "COP", "DOP", "FJD", "GYD", "HKD",
  "JMD", "KYD", "LRD", "MXN", "NAD", "NZD", "SBD", "SGD", "SRD", "TTD", "TWD", "UYU", "XCD",
]

/// ISO 4217's codes for money in use, and those that the euro replaced, for old releases.
private let currencyCodes: Set<String> = [
  "AED", "AFN", "ALL", "AMD", "AOA", "ARS", "ATS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BEF", "BGN",
  "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP",
  "CNY", "COP", "CRC", "CUP", "CVE", "CYP", "CZK", "DEM", "DJF", "DKK", "DOP", "DZD", "EEK", "EGP", "ERN",
  "ESP", "ETB", "EUR", "FIM", "FJD", "FKP", "FRF", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GRD", "GTQ",
  "GYD", "HKD", "HNL", "HRK", "HTG", "HUF", "IDR", "IEP", "ILS", "INR", "IQD", "IRR", "ISK", "ITL", "JMD",
  "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD",
  "LSL", "LTL", "LUF", "LVL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MTL", "MUR",
  "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NLG", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN",
  "PGK", "PHP", "PKR", "PLN", "PTE", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG",
  "SEK", "SGD", "SHP", "SIT", "SKK", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS",
  "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VES", "VND", "VUV",
  "WST", "XAF", "XCD", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG",
]
