/// Whether the words after a quarter tell of its results: "second quarter net income", but not "second-quarter gains
/// continue" and "second-quarter order lifts".
func tellsResults(_ words: [String], _ next: Int) -> Bool {
  guard next < words.count else { return true }
  let after = words[next...].prefix(5)
  if after.contains(where: continuings.contains) { return false }
  guard isKnown(words[next]) || DirectionWord.meaning(of: ProseWord(words[next]))?.part == .verb else {
    return false
  }
  // "Second-quarter sales push ends" tells of no sales.
  guard adjectives.contains(words[next]), next + 1 < words.count else { return true }
  return isKnown(words[next + 1]) || DirectionWord.meaning(of: ProseWord(words[next + 1])) != nil
}

/// Whether a word is one of results, or a number.
private func isKnown(_ word: String) -> Bool {
  resultWords.contains(word) || word.utf8.first.map { $0 &- 48 < 10 } ?? false
}

/// Names of figures that stand before other nouns too: "sales push", "profit warning".
private let adjectives: Set<String> = [
  "sales", "product", "service", "cash", "profit", "earnings", "margin", "dividend", "income", "revenue",
  "loss", "record",
]

/// Say that what began in a quarter goes on after it.
private let continuings: Set<String> = [
  "continue", "continues", "continued", "continuing", "carry", "carries", "carried", "persist", "persists",
  "persisted", "extend", "extends", "extended", "lingers", "behind",
]

/// May stand right after the quarter that a release reports on.
private let resultWords: Set<String> = [
  "results", "result", "revenue", "revenues", "sales", "turnover", "net", "gross", "operating", "income",
  "profit", "profits", "loss", "losses", "earnings", "eps", "pretax", "pre", "margin", "margins", "ebitda",
  "cash", "dividend", "financial", "financials", "performance", "figures", "numbers", "report", "record",
  "diluted", "basic", "total", "consolidated", "adjusted", "gaap", "non", "unaudited", "preliminary",
  "product", "service", "comparable", "same", "organic", "estimates", "expectations", "forecasts",
  "consensus",
  "views", "plan", "guidance", "of", "in", "for", "and", "on", "with", "to", "at", "as", "by", "is", "was",
  "were", "has",
  "ended", "ends", "starts", "started", "brings", "brought", "shows", "showed", "sees", "saw", "swings",
  "swung", "turns", "turned", "returns", "beats", "misses", "tops", "meets", "reaches", "hits", "totals",
  "profitable", "best", "highest", "better", "higher", "lower",
]
