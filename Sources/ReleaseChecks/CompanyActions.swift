import ReleaseModel

/// What a company is said to have done to a measure of its own: "Norvia lifts net income to $5 million".
///
/// Another's deed, "acquisition lifts revenue to", may tell no change from a year before.
extension CheckedRelease {
  /// The measure that stands between such a verb and the "to" before a figure.
  func measureChanged(before to: Int, _ words: ClaimContext) -> NamedMeasure? {
    let tokens = words.tokens
    guard to > 2, let (name, names) = whole.measureNames.ending(at: to - 1, tokens) else { return nil }
    var first = name
    var found = NamedMeasure(
      concepts: names.map(\.concept), isExact: names.contains { $0.isExact },
      isRatio: names.contains(where: isRatioName), lead: .level)
    if let named = spanNamed(before: first, tokens) {
      first = named.start
      (found.isPlain, found.span) = (named.span == release.period, named.span)
      found.isOfNamedSpan = true
    }
    if first > 0, tokens[first - 1].isWord("its") || tokens[first - 1].isWord("our") { first -= 1 }
    guard first > 1, tokens[first - 1].kind == .word,
      transitives.contains(tokens[first - 1].word) || improvements.contains(tokens[first - 1].word),
      tokens[first - 2].kind == .word, isOfCompany(tokens[first - 2].word)
    else { return nil }
    found.verb = first - 1
    found.isOfCompanyAction = true
    if namesBase(tokens, after: words.extent.upperBound) || namesBase(tokens[..<first]) {
      found.isPlain = false
    }
    return found
  }

  /// Whether the words after a figure, up to the end of its sentence, hold it against another one.
  private func namesBase(_ tokens: [ProseToken], after end: Int) -> Bool {
    namesBase(tokens[end...].prefix { $0.kind != .end && !$0.isMark(";") && !$0.isMark(".") })
  }

  private func namesBase(_ tokens: ArraySlice<ProseToken>) -> Bool {
    tokens.contains { $0.kind == .word && bases.contains($0.word) }
  }
}

/// Hold a figure against another one, or tell that it is counted on another way.
private let bases: WordSet = [
  "from", "than", "since", "versus", "vs", "against", "compared", "over", "after", "following", "above",
  "below", "until", "by", "sequential", "sequentially", "consecutive", "again", "back", "month", "week",
  "planned",
]

private let improvements: WordSet = ["improves", "improved"]
