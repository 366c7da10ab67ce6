import Diagnostics
import ExactNumbers

extension ClaimContext {
  /// The word right after an amount that may be meant as its scale and is none that is known; `nil` for a word of
  /// another meaning.
  ///
  /// Outside of a link, where any word can follow, it is one only where it looks like a scale.
  var unknownUnit: ProseWord? {
    let place = extent.upperBound
    guard place < tokens.count, extent.lowerBound < place else { return nil }
    return ReleaseChecks.unknownUnit(tokens[place], isOwn: place < own.upperBound)
  }

  /// The figure as far as it is read.
  var digits: String {
    var words = ""
    var end: Int?
    for token in tokens[extent] {
      if let end, token.range.lowerBound > end { words += " " }
      words += token.word.text
      end = token.range.upperBound
    }
    return words
  }
}

/// The word of a token that stands right after an amount, where it may be meant as a scale.
///
/// - Parameter isOwn: whether it stands in the words of the figure itself.
func unknownUnit(_ token: ProseToken, isOwn: Bool) -> ProseWord? {
  guard token.kind == .word else { return nil }
  let word = token.word
  let text = word.text
  if text.contains("illi") || text.contains("ilj") || text.contains("mili") { return word }
  if suggestion(for: text, among: ["million", "billion", "thousand", "trillion"]) != nil { return word }
  guard isOwn, !ordinary.contains(word), !SignWords.glue.contains(word), !SignWords.adverbs.contains(word),
    !SignWords.directionGlue.contains(word), DirectionWord.meaning(of: word) == nil
  else { return nil }
  return word
}

extension PrintedFigure {
  /// Whether a test holds once the figure, which has no scale, is taken in one of the usual scales.
  func hasScale(_ holds: (PrintedFigure) -> Bool) -> Bool {
    guard scalePower == 0 else { return false }
    switch unit {
    case .money, .number: break
    case .percent, .points: return false
    }
    return [3, 6, 9, 2, 5, 7, 12].contains { power in
      guard let factor = Fraction.powerOfTen(power), let value = magnitude * factor else { return false }
      var scaled = self
      (scaled.magnitude, scaled.scalePower) = (value, power)
      scaled.decimals -= power
      scaled.significantDecimals -= power
      return holds(scaled)
    }
  }
}

/// Follow an amount in a sentence and are no scale.
private let ordinary: WordSet = [
  "after", "against", "ago", "all", "also", "as", "because", "before", "below", "but", "by", "cash",
  "compared",
  "cost", "costs", "debt", "dividend", "dividends", "due", "during", "earlier", "earnings", "ebit", "ebitda",
  "eps",
  "expense", "expenses", "from", "gain", "gross", "if", "income", "it", "loss", "losses", "net", "now", "on",
  "operating", "orders", "people", "profit", "profits", "quarterly", "respectively", "result", "results",
  "revenue",
  "revenues", "sales", "since", "so", "than", "that", "then", "these", "those", "times", "today", "total",
  "turnover",
  "until", "up", "versus", "vs", "we", "when", "where", "which", "while", "who", "with", "within", "without",
  "yearly",
  "year-on-year", "year-over-year", "yesterday",
]
