/// What a word right after a number can be.
enum UnitWord {
  case scale(Int)
  case cents, pence, percent, per, percentage, points, basis, pounds
  /// Basis points in one word: `bps`.
  case hundredths
  /// A currency by its sign.
  case currency(String)
  /// A scale and a currency in one word: `MSEK`.
  case scaledCurrency(Int, String)
}

let unitWords: WordTable<UnitWord> = WordTable(
  plainUnits + scaledCurrencies.map { ($0.word, .scaledCurrency($0.power, $0.code)) })

private let plainUnits: [(ProseWord, UnitWord)] = [
  ("thousand", .scale(3)), ("thousands", .scale(3)), ("millions", .scale(6)), ("billions", .scale(9)),
  ("mio", .scale(6)), ("mrd", .scale(9)), ("tsd", .scale(3)), ("thsd", .scale(3)), ("t", .scale(3)),
  ("mia", .scale(9)), ("mill", .scale(6)),
  ("mld", .scale(9)),
  ("tn", .scale(12)), ("trn", .scale(12)), ("crore", .scale(7)), ("crores", .scale(7)), ("lakh", .scale(5)),
  ("lakhs", .scale(5)),
  ("kr", .currency("kr")), ("pln", .currency("PLN")), ("czk", .currency("CZK")), ("huf", .currency("HUF")),
  ("isk", .currency("ISK")),
  ("zar", .currency("ZAR")), ("million", .scale(6)), ("billion", .scale(9)), ("trillion", .scale(12)),
  ("k", .scale(3)),
  ("m", .scale(6)), ("mm", .scale(6)), ("mn", .scale(6)), ("mil", .scale(6)), ("mln", .scale(6)),
  ("b", .scale(9)),
  ("bn", .scale(9)), ("bln", .scale(9)), ("cents", .cents), ("cent", .cents), ("percent", .percent),
  ("pct", .percent),
  ("per", .per), ("percentage", .percentage), ("points", .points), ("basis", .basis),
  ("dollars", .currency("$")),
  ("dollar", .currency("$")), ("euros", .currency("€")), ("euro", .currency("€")), ("pounds", .pounds),
  ("pence", .pence), ("p", .pence), ("bps", .hundredths), ("bp", .hundredths), ("pp", .points),
  ("ppt", .points),
  ("ppts", .points),
  ("yen", .currency("JPY")), ("yuan", .currency("CNY")), ("renminbi", .currency("CNY")),
  ("rmb", .currency("CNY")),
  ("francs", .currency("francs")), ("kroner", .currency("kroner")), ("kronor", .currency("SEK")),
  ("rupees", .currency("rupees")), ("pesos", .currency("pesos")), ("rand", .currency("ZAR")),
  ("usd", .currency("USD")), ("eur", .currency("€")), ("gbp", .currency("£")), ("jpy", .currency("JPY")),
  ("chf", .currency("CHF")), ("cad", .currency("CAD")), ("aud", .currency("AUD")), ("nzd", .currency("NZD")),
  ("hkd", .currency("HKD")), ("sgd", .currency("SGD")), ("cny", .currency("CNY")), ("sek", .currency("SEK")),
  ("nok", .currency("NOK")), ("dkk", .currency("DKK")), ("inr", .currency("INR")), ("krw", .currency("KRW")),
  ("brl", .currency("BRL")), ("mxn", .currency("MXN")),
]

/// Scales that are also names, so that they count only beside a currency: `5 Mia. CHF`.
let scalesThatAreNames: WordSet = ["mia", "mill"]

/// Scales that may end with a full stop.
let abbreviatedScales: WordSet = ["mio", "mrd", "tsd", "thsd", "mia", "mill", "mln", "mn", "bn", "mld"]

/// Whether a word may stand right before a figure as its scale.
func isScaleBefore(_ word: ProseWord) -> Bool {
  guard case .scale? = unitWords[word] else { return false }
  return true
}

/// What a hyphen joins to a number: a `$5-million` charge, a `25-basis-point` decline.
let joinedUnits: WordTable<[UnitWord]> = [
  "thousand": [.scale(3)], "million": [.scale(6)], "billion": [.scale(9)], "trillion": [.scale(12)],
  "percent": [.percent], "cent": [.cents], "cents": [.cents], "dollar": [.currency("$")],
  "euro": [.currency("€")], "basis-point": [.hundredths], "basis-points": [.hundredths],
  "percentage-point": [.points], "percentage-points": [.points],
  "million-dollar": [.scale(6), .currency("$")], "billion-dollar": [.scale(9), .currency("$")],
  "million-euro": [.scale(6), .currency("€")], "billion-euro": [.scale(9), .currency("€")],
]

/// Whether a token is a scale such as `million`.
func isScale(_ token: ProseToken) -> Bool {
  guard token.kind == .word, case .scale? = unitWords[token.word] else { return false }
  return token.word.count > 1
}

/// Whether a word right after a number can be its unit or its scale.
func beginsUnit(_ word: ProseWord) -> Bool { unitWords.contains(word) }

/// Whether it can begin the name of a country's currency.
func beginsCurrency(_ word: ProseWord) -> Bool {
  nationalCurrencies.contains(word) || word == "hong" || word == "new" || word == "u"
}
