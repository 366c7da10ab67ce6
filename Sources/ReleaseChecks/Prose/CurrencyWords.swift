/// The sign of a currency among the marks of a text.
func currencySign(_ token: ProseToken) -> String? {
  guard token.kind == .mark else { return nil }
  if token.isMark("$") { return "$" }
  return currencySigns.contains(token.word) ? token.word.text : nil
}

/// Signs beyond ASCII are marks of a text only where the scanner knows them.
let currencySigns: WordSet = ["$", "€", "£", "¥", "₹", "₩", "₪", "₽", "₺", "₫", "₦", "₱", "฿"]

/// Codes that may stand before a figure. Those that are English words are no codes here: `try`, `all`, `top`.
let currencyWords: WordSet = [
  "usd", "eur", "gbp", "jpy", "cad", "chf", "aud", "nzd", "hkd", "sgd", "twd", "cny", "rmb", "sek", "nok",
  "dkk", "isk", "inr", "krw", "brl", "mxn", "zar", "ils", "pln", "czk", "huf", "thb", "idr", "myr", "aed",
  "sar", "sfr",
]

/// The currency that a word before a figure names: its ISO 4217 code, `kr` or `Rs`.
func currencyCode(_ word: ProseWord) -> String? {
  if let sign = stoppedCurrencies[word] { return sign }
  return currencyWords.contains(word) ? word.text.uppercased() : nil
}

/// `Rs. 500` and `kr. 500`: the currency where its abbreviation and the stop end before a place.
func stoppedCurrency(_ tokens: [ProseToken], before end: Int) -> String? {
  guard end > 1, tokens[end - 1].isMark("."), tokens[end - 2].kind == .word,
    let sign = stoppedCurrencies[tokens[end - 2].word],
    tokens[end - 2].range.upperBound == tokens[end - 1].range.lowerBound,
    // "They paid 500 kr. 300 went": the stop is the sentence's.
    end < 3 || tokens[end - 3].kind != .number
  else { return nil }
  return sign
}

/// Abbreviations of currencies that end with a full stop.
let stoppedCurrencies: WordTable<String> = ["rs": "Rs", "kr": "kr"]

/// A scale's letters right before the sign of a currency: `T€`, `k€`, `m$`.
let joinedScales: WordTable<Int> = ["t": 3, "k": 3, "m": 6, "mn": 6, "mio": 6, "bn": 9, "mrd": 9]

/// A scale and a code in one word, by that word: `TEUR`, `MSEK`, `EURm`.
let scaledCurrencies: [(word: ProseWord, code: String, power: Int)] =
  // Those of Europe and the largest others; more would only make words of other meanings amounts.
  ["eur", "usd", "gbp", "chf", "sek", "nok", "dkk", "isk", "pln", "czk", "huf", "jpy", "cad", "aud"].flatMap {
    code in
    [("t", 3), ("k", 3), ("m", 6), ("mn", 6), ("bn", 9)].flatMap { letters, power in
      let name = code.uppercased()
      return (letters == "t" ? [letters + code] : [letters + code, code + letters]).map {
        (ProseWord($0), name, power)
      }
    }
  } + [("tkr", "kr", 3), ("mkr", "kr", 6), ("mdkr", "kr", 9)]

let scaledCodes: WordTable<(code: String, power: Int)> = WordTable(
  scaledCurrencies.map { ($0.word, (code: $0.code, power: $0.power)) })

/// A country's letters right before a dollar sign, and the sign with them.
let dollarCountries: WordTable<String> = [
  "us": "US$", "c": "C$", "ca": "C$", "can": "C$", "cdn": "C$", "cad": "C$", "a": "A$", "au": "A$",
  "aud": "A$", "usd": "US$", "hk": "HK$", "nz": "NZ$", "s": "S$", "sg": "S$", "nt": "NT$", "r": "R$",
  "mx": "MX$",
]

/// Adjectives before the noun of a currency: `5 million Canadian dollars`.
let nationalCurrencies: WordTable<String> = [
  "us": "US$", "american": "US$", "canadian": "C$", "australian": "A$", "singapore": "S$",
  "taiwan": "NT$", "swiss": "CHF", "swedish": "SEK", "norwegian": "NOK", "danish": "DKK", "british": "GBP",
  "japanese": "JPY", "chinese": "CNY", "indian": "INR", "mexican": "MXN", "brazilian": "BRL",
]

/// Whether a sign or code can stand for a currency (ISO 4217); many currencies are written `$`.
func isSign(_ sign: String, of code: String) -> Bool {
  switch sign {
  case "$": dollars.contains(code)
  case "¢": dollars.contains(code) || code == "EUR" || code == "ZAR"
  case "francs": ["CHF", "XAF", "XOF", "XPF", "FRF", "BEF", "LUF"].contains(code)
  case "kroner": code == "NOK" || code == "DKK"
  case "kr": ["SEK", "NOK", "DKK", "ISK"].contains(code)
  case "rupees", "Rs": ["INR", "PKR", "LKR", "NPR", "MUR", "IDR"].contains(code)
  case "pesos": dollars.contains(code) || code == "PHP"
  case "¥": code == "JPY" || code == "CNY"
  case "£": ["GBP", "EGP", "FKP", "GIP", "LBP", "SHP", "SYP", "IEP"].contains(code)
  default: (codesOfSigns[sign] ?? sign) == code
  }
}

/// Currencies whose units are dollars or pesos.
private let dollars: Set<String> = [
  "USD", "ARS", "AUD", "BBD", "BMD", "BND", "BRL", "BSD", "BZD", "CAD", "CLP", "COP", "DOP", "FJD", "GYD",
  "HKD", "JMD", "KYD", "LRD", "MXN", "NAD", "NZD", "SBD", "SGD", "SRD", "TTD", "TWD", "UYU", "XCD",
]

private let codesOfSigns: [String: String] = [
  "€": "EUR", "US$": "USD", "C$": "CAD", "A$": "AUD", "HK$": "HKD", "NZ$": "NZD", "S$": "SGD", "NT$": "TWD",
  "R$": "BRL", "MX$": "MXN", "₹": "INR", "₩": "KRW", "₪": "ILS", "₽": "RUB", "₺": "TRY", "₫": "VND",
  "₦": "NGN", "₱": "PHP", "฿": "THB", "RMB": "CNY", "SFR": "CHF",
]

/// The one of two names of a currency that says more; `nil` where they are of different ones: `$5 USD`, `€5 USD`.
func joined(_ a: String, _ b: String) -> String? {
  if a == b || b == "¢" || isWider(b, than: a) { return a }
  return isWider(a, than: b) ? b : nil
}

/// Whether a sign is also that of the currency of another, narrower one.
private func isWider(_ wide: String, than narrow: String) -> Bool {
  isSign(wide, of: codesOfSigns[narrow] ?? narrow)
}
