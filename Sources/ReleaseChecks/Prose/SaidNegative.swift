extension ClaimContext {
  /// Whether the words that belong to the figure say that it is below zero: "a negative 2.5%", "lost 5% of revenue".
  ///
  /// What another figure is called in the same text says nothing: "the net loss was [5](...); the margin was [2](...)".
  var saysNegative: Bool { saysNegativeBefore || saysNegativeAfter }

  private var saysNegativeBefore: Bool {
    // Whether a verb stands between the figure and another one before it, which is a sentence of its own then.
    var (sawVerb, sawWhich) = (false, false)
    for index in (0..<extent.lowerBound).reversed() {
      let token = tokens[index]
      switch token.kind {
      case .end: return false
      case .number: continue
      case .claim: if sawVerb, !sawWhich { return false }
      case .mark:
        if token.isMark(";") || token.isMark("|") || isFullStop(index) { return false }
      case .word:
        if SignWords.negations.contains(token.word) { return true }
        // "A loss of [5], or a margin of [2]" is said of both, "a loss of [5] and operating margin of [2]" is not.
        if token.word == "margin" || token.word == "margins" || token.word == "ebitda", !hasArticle(index) {
          sawVerb = true
        }
        if predicates.contains(token.word) || DirectionWord.meaning(of: token.word)?.part == .verb {
          sawVerb = true
        }
        if token.word == "which" || token.word == "that" { sawWhich = true }
      }
    }
    return false
  }

  private var saysNegativeAfter: Bool {
    for index in extent.upperBound..<min(extent.upperBound + 8, tokens.count) {
      let token = tokens[index]
      switch token.kind {
      case .end, .claim: return false
      case .number: continue
      case .mark: if token.isMark(";") || token.isMark("|") || isFullStop(index) { return false }
      case .word:
        if SignWords.negations.contains(token.word) { return true }
        if clauses.contains(token.word) || predicates.contains(token.word) { return false }
      }
    }
    return false
  }

  /// Whether the words call what changed a loss: "the net loss narrowed [5](...)", "a [5](...) decrease in net loss", a
  /// row "Net loss".
  func callsLoss(_ vocabulary: SignVocabulary?) -> Bool {
    if let said = direction(of: vocabulary?.own), said.sense == .wider || said.sense == .narrower {
      return true
    }
    if let noun = vocabulary.flatMap({ noun($0) }) { return noun.sign == .negative }
    return callsLossBefore || callsLossAfter
  }

  private var callsLossBefore: Bool {
    // Whether another measure is named, and whether another figure stands between: "a net loss of [5], down [2]".
    var (sawOther, sawClaim) = (false, false)
    for index in (max(0, extent.lowerBound - 24)..<extent.lowerBound).reversed() {
      let token = tokens[index]
      if token.kind == .end || token.isMark(";") || isFullStop(index) { return false }
      if token.kind == .claim {
        if sawOther { return false }
        sawClaim = true
      }
      guard token.kind == .word else { continue }
      // "Net income (loss)" may be either.
      if token.isWord("loss") || token.isWord("losses") {
        return index == 0 || !tokens[index - 1].isMark("(")
      }
      if isOtherMeasure(index) {
        if sawClaim { return false }
        sawOther = true
      }
    }
    return false
  }

  private var callsLossAfter: Bool {
    for index in extent.upperBound..<min(extent.upperBound + 7, tokens.count) {
      let token = tokens[index]
      guard token.kind == .word, !clauses.contains(token.word) else { return false }
      if token.isWord("loss") || token.isWord("losses") { return true }
      if isOtherMeasure(index) { return false }
    }
    return false
  }

  /// Whether a word names what is no loss; a "loss before income taxes" is one.
  private func isOtherMeasure(_ index: Int) -> Bool {
    guard otherMeasures.contains(tokens[index].word) else { return false }
    let next = index + 1
    return !(next < tokens.count && (tokens[next].isWord("taxes") || tokens[next].isWord("tax")))
  }

  /// Whether a full stop ends a sentence and not an abbreviation: "U.S."
  func isFullStop(_ index: Int) -> Bool {
    guard tokens[index].isMark(".") else { return false }
    return index == 0 || tokens[index - 1].kind != .word || tokens[index - 1].word.count > 1
  }

  /// Whether an article stands before a noun or before its adjective, and no "and" before that.
  private func hasArticle(_ noun: Int) -> Bool {
    for index in (max(0, noun - 2)..<noun).reversed()
    where tokens[index].isWord("a") || tokens[index].isWord("an") {
      return index == 0 || !tokens[index - 1].isWord("and")
    }
    return false
  }
}

/// Nouns of what is told besides a loss.
private let otherMeasures: WordSet = [
  "income", "profit", "profits", "earnings", "revenue", "revenues", "sales", "margin", "margins", "cash",
  "costs", "expenses", "ebitda", "backlog", "orders",
]

/// Verbs that tell a figure.
private let predicates: WordSet = [
  "was", "were", "is", "are", "came", "stood", "reached", "reports", "reported", "totaled", "totalled",
  "amounted", "had", "has",
]

/// Begin what is told of another figure.
private let clauses: WordSet = [
  "and", "as", "while", "but", "after", "against", "compared", "although", "though", "despite", "because",
]
