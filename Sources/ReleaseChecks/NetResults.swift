import ReleaseModel

/// Words for the net result that are those of other results too, where nothing beside them tells of one: "reports loss of
/// $5 million", "earns 7 cents a share".
extension CheckedRelease {
  /// Whether a name is "loss" or "profit" alone, and no word after the figure says of what.
  func isNetResult(_ name: Range<Int>, _ found: NamedMeasure, _ words: ClaimContext) -> Bool {
    let tokens = words.tokens
    guard found.lead == .level, found.verb == nil, name.count == 1, name.lowerBound > 0,
      tokens[name.lowerBound - 1].kind == .word, netNames.contains(tokens[name.lowerBound].word)
    else { return false }
    return tellsNothingElse(words)
  }

  /// What a verb before the figure tells of the company's results, of which one before taxes may be meant too: "Norvia loses
  /// $5 million".
  func netResult(verb: Int, _ words: ClaimContext) -> NamedMeasure? {
    let tokens = words.tokens
    guard tokens[verb].kind == .word, netVerbs.contains(tokens[verb].word),
      verb > 0, tokens[verb - 1].kind == .word, isOfCompany(tokens[verb - 1].word), tellsNothingElse(words),
      let (_, names) = whole.measureNames.ending(at: 0, proseTokens("profit"))
    else { return nil }
    return NamedMeasure(concepts: names.map(\.concept), isExact: true, lead: .level)
  }

  /// Whether what follows a figure is the end, its figure per share, its period, the revenue that it was made on or what
  /// it is compared with.
  private func tellsNothingElse(_ words: ClaimContext) -> Bool {
    let tokens = words.tokens
    var index = words.extent.upperBound
    if words.isPerShare {
      while index < tokens.count, !tokens[index].isWord("share") { index += 1 }
      index += 1
    }
    if index < tokens.count, tokens[index].isWord("for") || tokens[index].isWord("in") {
      while index < tokens.count, isPeriodWord(tokens[index]) { index += 1 }
    }
    guard index < tokens.count else { return true }
    let token = tokens[index]
    let next = index + 1 < tokens.count ? tokens[index + 1] : nil
    switch token.kind {
    case .end: return true
    case .mark:
      if token.isMark(",") || token.isMark("(") {
        guard let next else { return true }
        return next.isWord("or") || next.kind == .claim
          || whole.measureNames.beginning(at: index + 1, tokens) != nil
      }
      return token.isMark(".") || token.isMark(";")
    case .word:
      if token.isWord("or") || comparing.contains(token.word) { return next?.kind == .claim }
      return token.isWord("on") && whole.measureNames.beginning(at: index + 1, tokens) != nil
    case .number, .claim: return false
    }
  }
}

/// Call results of which the net one is one.
private let netNames: WordSet = ["loss", "profit"]

private let netVerbs: WordSet = ["earns", "earned", "loses", "lost"]

private let comparing: WordSet = ["vs", "versus", "against", "from", "after"]
