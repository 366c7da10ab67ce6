public import ReleaseModel

/// The words that give a figure its sign, and those that may stand between such a word and its figure.
///
/// A word is believed only where nothing but glue joins it to the figure ("net loss **of** $4,679,000",
/// "the net loss **for the year 2003, was** $4,679,000"); anything else in between, and the words have no
/// opinion. That lets some contradictions pass, and never reports one that is none.
enum SignWords {
  /// Words of one meaning: a concept whose label has one of them is meant by all.
  static let synonyms: [Set<ProseWord>] = [
    ["loss", "losses", "deficit", "deficits", "shortfall"],
    ["income", "profit", "profits", "earnings", "gain", "gains"],
    ["provision", "expense", "charge"],
    ["benefit", "benefits", "credit"],
    ["used"], ["provided", "generated"],
  ]

  /// May stand between a word and the figure whose sign it gives.
  static let glue: WordSet = [
    "of", "was", "were", "is", "are", "been", "be", "being", "had", "has", "have", "a", "an", "the", "its",
    "our", "totaled", "totalled", "amounted", "to", "came", "at", "reached", "stood", "brought", "for", "in",
    "per", "each", "share", "shares", "basic", "diluted", "and", "or", "same", "amount", "approximately",
    "about", "nearly", "roughly", "some", "only", "almost", "around", "just", "than", "over", "under",
    "quarter", "quarters", "year", "years", "month", "months", "period", "half", "fiscal", "full", "first",
    "second", "third", "fourth", "last", "prior", "previous", "current", "ended", "ending", "three", "six",
    "nine", "twelve", "q1", "q2", "q3", "q4", "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december", "tax", "taxes", "from", "million", "company",
    "this", "that",
  ]

  /// How much, between a verb and what it leads to: "fell sharply to".
  static let adverbs: WordSet = [
    "slightly", "sharply", "significantly", "modestly", "markedly", "steadily", "again", "further", "back",
    "only", "substantially", "dramatically", "considerably", "strongly", "sequentially", "marginally",
    "moderately", "somewhat", "steeply", "year-over-year", "year-on-year", "quarter-over-quarter",
    "organically", "materially", "meaningfully", "even", "still",
  ]

  /// Tell that a measure without a minus is below zero all the same.
  static let negations: WordSet = [
    "negative", "minus", "loss", "losses", "deficit", "deficits", "shortfall", "below", "burn", "burned",
    "outflow", "outflows", "used", "lost", "losing", "breakeven", "break-even", "red",
  ]

  /// What follows "before" and "after" in the name of a figure: "income after taxes".
  static let taxes: WordSet = ["tax", "taxes", "income", "provision", "interest"]

  /// Makes a noun after a figure part of another name: "the [$5 million](...) profit decline".
  static let heads: WordSet = [
    "shortfall", "decline", "decrease", "increase", "improvement", "swing", "growth", "warning", "target",
    "forecast", "margin", "margins", "gap", "statement", "call", "share", "reduction", "drop", "rise", "fall",
    "turnaround", "reversal", "guidance", "goal", "hit", "erosion", "impact", "effect", "carryforward",
    "carryforwards", "ratio", "reserve", "reserves", "contingency", "contingencies",
  ]

  /// May stand between a direction and the figure it belongs to.
  static let directionGlue: WordSet = [
    "by", "of", "approximately", "about", "nearly", "roughly", "some", "only", "almost", "around", "just",
    "a", "an", "was", "another", "over", "than", "or", "and", "slightly", "sharply", "sequentially",
    "further", "modestly", "significantly", "well", "year-over-year", "year-on-year",
  ]

  /// After "than": what a change is held against is no figure of the archive.
  static let expectations: WordSet = [
    "expected", "anticipated", "planned", "forecast", "budgeted", "projected", "hoped", "we", "analysts",
    "guidance", "consensus", "expectations", "plan", "offset", "offsetting", "offsets", "compensated",
    "made", "absorbed", "hoped-for",
  ]

  /// May stand between two figures to which the same word applies: "a loss of $5, or $0.04 per share".
  static let joining: WordSet = [
    "and", "or", "of", "per", "basic", "diluted", "share", "shares", "for", "each", "a", "from", "to", "by",
    "respectively", "the",
  ]

  /// Before a word these say that it is not what the figure is.
  static let negators: WordSet = [
    "instead", "rather", "despite", "no", "not", "never", "without", "avoid", "avoided", "after", "following",
    "offset", "offsetting", "excluding", "if", "unlike",
  ]

  /// The same for a word that "of" joins to the figure.
  static let plainNegators: WordSet = ["no", "not", "never", "without", "avoid", "avoided", "if"]
}

/// The words by which a concept with two signs is called where it is negative and where it is not.
struct SignVocabulary: Sendable {
  let negative: WordSet
  let positive: WordSet
  /// All the words of its labels and those of one meaning with them: they never part a sign from its figure.
  let own: WordSet

  /// What sets the negative label apart from the positive one, with the synonyms of those words.
  ///
  /// `nil` for a concept with one label for both signs: "impairment loss" says nothing about its sign.
  init?(_ concept: Concept) {
    let below: Set<ProseWord>
    let above: Set<ProseWord>
    if let negativeLabel = concept.negativeLabel {
      below = labelWords(negativeLabel)
      above = labelWords(concept.positiveLabel ?? concept.label)
    } else if concept.label.contains("(loss)") {
      (below, above) = (["loss"], ["income", "profit", "earnings"])
    } else {
      return nil
    }
    let negative = Self.widened(below.subtracting(above))
    var positive = Self.widened(above.subtracting(below)).subtracting(negative)
    guard !negative.isEmpty else { return nil }
    // "Income before income taxes" has its noun in common with a loss before them.
    if below.contains("loss"), above.contains("income") { positive.formUnion(Self.widened(["income"])) }
    // "Income taxes" and "income before taxes" are names, whatever the sign.
    if negative.contains("benefit") { positive.remove("income") }
    self.negative = WordSet(negative)
    self.positive = WordSet(positive)
    own = WordSet(labelWords(concept.label).union(below).union(above).union(negative).union(positive))
  }

  private static func widened(_ words: Set<ProseWord>) -> Set<ProseWord> {
    var result = Set<ProseWord>()
    for group in SignWords.synonyms where !group.isDisjoint(with: words) { result.formUnion(group) }
    return result
  }
}

/// What the words of labels say of each concept of a catalog, worked out once for all texts.
public struct ProseVocabulary: Sendable {
  private var signs: [SignVocabulary?]
  private var changes: [Bool]
  private var families: [Set<ProseWord>]
  private var merits: [Bool]
  private var words: [Set<ProseWord>]
  /// What texts call each concept.
  let names: MeasureNames

  public init(_ catalog: ConceptCatalog) {
    names = MeasureNames(catalog)
    words = catalog.concepts.map { labelWords($0.label) }
    signs = catalog.concepts.map { SignVocabulary($0) }
    changes = catalog.concepts.map(\.isChange)
    merits = catalog.concepts.map(\.isMerit)
    families = catalog.concepts.map { concept in
      namedFamilies([concept.label] + [concept.negativeLabel, concept.positiveLabel].compactMap { $0 })
    }
  }

  /// The words for its signs; `nil` for a concept of one sign.
  func signs(of concept: ConceptID) -> SignVocabulary? { signs[Int(concept.number)] }

  /// Which line of an income statement its labels name: `net`.
  func families(of concept: ConceptID) -> Set<ProseWord> { families[Int(concept.number)] }

  /// The words of its label.
  func words(of concept: ConceptID) -> Set<ProseWord> { words[Int(concept.number)] }

  /// Whether more of it is better without doubt, so that "improved" says which way it went.
  func isMerit(_ concept: ConceptID) -> Bool { merits[Int(concept.number)] }

  /// Whether words such as "less" give its sign.
  func isChange(_ concept: ConceptID) -> Bool { changes[Int(concept.number)] }
}

/// The words of a label in small letters.
func labelWords(_ label: String) -> Set<ProseWord> {
  let words = String(decoding: label.utf8.map { $0 == UInt8(ascii: "-") ? 32 : $0 }, as: UTF8.self)
  return Set(proseTokens(words).filter { $0.kind == .word }.map(\.word))
}

extension Concept {
  /// Whether its values are changes of something else, so that words such as "less" give their sign.
  ///
  /// Not where a decrease counts as positive, as in "Decrease (increase) in receivables", nor where a change stands for
  /// what it does to cash.
  var isChange: Bool {
    let words = proseTokens(label).filter { $0.kind == .word }.map(\.word)
    guard let first = words.firstIndex(where: { changeWords.contains($0) }) else { return false }
    if words[first] == "decrease" || words[first] == "decline" { return false }
    return !words.contains { cashEffects.contains($0) }
  }

  /// Whether more of it is better: revenue and results, not costs.
  fileprivate var isMerit: Bool {
    let words = labelWords(label)
    return !words.isDisjoint(with: merits) && words.isDisjoint(with: demerits)
  }
}

private let changeWords: WordSet = ["change", "growth", "increase", "decrease", "decline"]

private let cashEffects: WordSet = [
  "receivable", "receivables", "inventory", "inventories", "payable", "payables", "prepaid", "accrued",
  "working", "assets", "liabilities",
]

private let merits: Set<ProseWord> = [
  "revenue", "revenues", "sales", "income", "profit", "profits", "earnings", "margin", "ebitda", "result",
  "results",
]

private let demerits: Set<ProseWord> = [
  "cost", "costs", "expense", "expenses", "provision", "benefit", "charge", "charges", "interest", "deferred",
  "days", "returns", "marketing", "retained", "debt", "unearned",
]
