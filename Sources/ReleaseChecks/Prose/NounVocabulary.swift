import ReleaseModel

/// The adjectives that tell one line of an income statement from the next.
private let families: WordTable<ProseWord> = [
  "operating": "operating", "gross": "gross", "net": "net", "pretax": "before", "pre-tax": "before",
]

/// The nouns that such an adjective makes a line of the statement.
private let results: WordSet = [
  "income", "loss", "losses", "profit", "profits", "earnings", "result", "deficit",
]

/// A name that the words give a figure: `operating loss`.
struct NamedResult: Hashable {
  /// As printed.
  var words: String
  /// Where it begins among the context's tokens.
  var start: Int
  /// Which lines of a statement it may mean: `operating`.
  var families: Set<ProseWord>
}

extension ClaimContext {
  /// The line of the statement that the words round a sign's noun name; `nil` where they name none.
  func namedResult(at noun: Int) -> NamedResult? {
    guard tokens.indices.contains(noun), results.contains(tokens[noun].word) else { return nil }
    var found: Set<ProseWord> = []
    var first = noun
    while first > 0, let family = families[tokens[first - 1].word] {
      found.insert(family)
      first -= 1
    }
    if noun + 1 < tokens.count, tokens[noun + 1].isWord("before") { found.insert("before") }
    guard !found.isEmpty else { return nil }
    return NamedResult(
      words: tokens[first...noun].map(\.word.text).joined(separator: " "), start: first, families: found)
  }
}

/// Which lines of a statement labels name: `net` for "Net income (loss)".
func namedFamilies(_ labels: [String]) -> Set<ProseWord> {
  var found: Set<ProseWord> = []
  for label in labels {
    for word in labelWords(label) {
      if let family = families[word] { found.insert(family) }
      if word == "before" { found.insert("before") }
    }
  }
  return found
}
