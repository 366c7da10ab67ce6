/// Where a claim stands: the tokens of the text round it with those of its own words in its place.
struct ClaimContext {
  var tokens: [ProseToken]
  /// The token of the claim's digits; where it has none, its first.
  var figure: Int
  /// Which tokens the figure itself takes up: currency, digits and units.
  var extent: Range<Int>
  /// Which tokens are the claim's own words.
  var own: Range<Int>

  /// How many tokens to either side can matter.
  static let reach = 40

  init(_ literal: [ProseToken], figure: Int?, before: ArraySlice<ProseToken>, after: ArraySlice<ProseToken>) {
    let before = before.suffix(Self.reach)
    tokens = before + literal + after.prefix(Self.reach)
    own = before.count..<(before.count + literal.count)
    self.figure = before.count + (figure ?? 0)
    extent = self.figure..<self.figure
    if figure != nil { extent = ReleaseChecks.extent(of: self.figure, in: tokens) }
  }
}

/// A word that gives a figure its sign.
struct SignWord: Hashable {
  var sign: PrintedSign
  /// The word's place among the context's tokens.
  var index: Int
}

extension ClaimContext {
  /// The noun that calls the figure a loss or an income, by the words for its concept.
  func noun(_ vocabulary: SignVocabulary) -> SignWord? {
    if let verb = resultVerb(vocabulary) { return verb }
    let before = nounBefore(vocabulary)
    let after = nounAfter(vocabulary)
    guard let before, let after else { return (before ?? after).map(negated) }
    return before.sign == after.sign ? negated(before) : nil
  }

  /// "Negative operating income" is a loss.
  private func negated(_ noun: SignWord) -> SignWord {
    let isNegative = tokens[max(0, noun.index - 2)..<noun.index].contains { $0.isWord("negative") }
    return isNegative && noun.sign == .positive ? SignWord(sign: .negative, index: noun.index) : noun
  }

  /// "Lost about [$5](...)", "earned [$5](...)": the verb right before a result.
  private func resultVerb(_ vocabulary: SignVocabulary) -> SignWord? {
    guard vocabulary.negative.contains("loss"), vocabulary.positive.contains("income") else { return nil }
    for index in (max(0, extent.lowerBound - 3)..<extent.lowerBound).reversed() {
      let token = tokens[index]
      guard token.kind == .word else { return nil }
      if let sign = resultVerbs[token.word] {
        return isDenied(index) ? nil : SignWord(sign: sign, index: index)
      }
      guard amounts.contains(token.word) else { return nil }
    }
    return nil
  }

  private func nounBefore(_ vocabulary: SignVocabulary) -> SignWord? {
    var index = extent.lowerBound - 1
    var (commas, sawClaim) = (0, false)
    // What leads from the noun to the figure: "from", "to", and whether another figure stands before that.
    var (sawFrom, sawTo, sawVerb, isSecond) = (false, false, false, false)
    var isLabelled = false
    while index >= 0 {
      let token = tokens[index]
      switch token.kind {
      case .word:
        if isCompoundName(index, vocabulary) { break }
        if let sign = sign(of: token.word, vocabulary) {
          if isDenied(index) || isBothSigns(index, vocabulary) { return nil }
          if isLabelled, isOfBothSigns(index, sign, vocabulary) { return nil }
          // A comma before the figure is an apposition's, which a second one closes.
          if commas == 1, !sawClaim, !isClosedApposition { return nil }
          // "The loss, net of a gain, was [5]": the noun is that of an insertion.
          if commas > 0, !sawClaim, preposition(before: index).count > 0 { return nil }
          // "From a loss of [5] to [3]", "swung to a profit from [3]": the noun is the other figure's.
          if isSecond, tokens[index + 1].isWord("of") { return nil }
          guard sawFrom || sawTo else { return SignWord(sign: sign, index: index) }
          // "A loss to [3]" alone leads to another figure; "the loss fell to" and "cut its loss to" do not.
          guard sawVerb || isChanged(index) else { return nil }
          let lead = preposition(before: index)
          if sawTo, lead == "from" { return nil }
          if sawFrom, lead == "to" || lead == "into" { return nil }
          return SignWord(sign: sign, index: index)
        }
        // In a label these belong to a name: "income from operations", "attributable to shareholders".
        if token.word == "from", !isLabelled { sawFrom = true }
        if token.word == "to", !isLabelled { sawTo = true }
        if leading.contains(token.word) || DirectionWord.meaning(of: token.word)?.part == .verb {
          sawVerb = true
        }
        guard isGlue(index, vocabulary) || (isLabelled && labelWords.contains(token.word)) else { return nil }
      case .number:
        guard token.word.count == 4 || token.word.count <= 2 else { return nil }
      case .mark:
        if leadsFromLabel(index) {
          isLabelled = true
          break
        }
        guard token.isMark(",") else { return nil }
        commas += 1
        if commas > 2 { return nil }
      case .claim:
        guard isJoined(from: index) else { return nil }
        (sawClaim, commas) = (true, 0)
        isSecond = sawFrom || sawTo
      case .end: return nil
      }
      index -= 1
    }
    return nil
  }

  /// Whether a word may stand between a noun and its figure.
  private func isGlue(_ index: Int, _ vocabulary: SignVocabulary) -> Bool {
    let word = tokens[index].word
    if word == "before" || word == "after" {
      // "Income after taxes" is a name; what stands after the income is another figure.
      return vocabulary.own.contains(word)
        || (index + 1 < tokens.count && SignWords.taxes.contains(tokens[index + 1].word))
    }
    if SignWords.glue.contains(word) || vocabulary.own.contains(word) || SignWords.adverbs.contains(word)
      || DirectionWord.meaning(of: word)?.part == .verb
    {
      return true
    }
    return word.parts.allSatisfy { SignWords.glue.contains($0) || vocabulary.own.contains($0) }
  }

  /// Whether a verb of direction has the noun as its object: "narrowed its net loss".
  private func isChanged(_ noun: Int) -> Bool {
    for token in tokens[max(0, noun - 5)..<noun].reversed() {
      guard token.kind == .word else { return false }
      if leading.contains(token.word) || DirectionWord.meaning(of: token.word)?.part == .verb { return true }
    }
    return false
  }

  /// The preposition that leads to a noun over its articles and adjectives: "from" for "from an operating loss".
  private func preposition(before noun: Int) -> ProseWord {
    for token in tokens[max(0, noun - 5)..<noun].reversed() {
      guard token.kind == .word else { break }
      switch token.word {
      case "from", "to", "into", "of", "by", "in", "for", "with", "on", "at", "including", "excluding",
        "despite", "without", "after", "before", "plus", "less", "since":
        return token.word
      case "and", "or": return ProseWord()
      default: if DirectionWord.meaning(of: token.word)?.part == .verb { return ProseWord() }
      }
    }
    return ProseWord()
  }

  /// "[$4.7 million] net loss": the noun after at most two of its adjectives.
  private func nounAfter(_ vocabulary: SignVocabulary) -> SignWord? {
    for index in extent.upperBound..<min(extent.upperBound + 3, tokens.count) {
      let token = tokens[index]
      guard token.kind == .word else { return nil }
      if let sign = sign(of: token.word, vocabulary) {
        let isPart = index + 1 < tokens.count && SignWords.heads.contains(tokens[index + 1].word)
        return isPart || isCompoundName(index, vocabulary) || isBothSigns(index, vocabulary)
          ? nil : SignWord(sign: sign, index: index)
      }
      guard ["net", "operating", "gross", "pretax", "pre-tax"].contains(token.word) else { return nil }
    }
    return nil
  }

  private func sign(of word: ProseWord, _ vocabulary: SignVocabulary) -> PrintedSign? {
    if vocabulary.negative.contains(word) { return .negative }
    return vocabulary.positive.contains(word) ? .positive : nil
  }

  /// Whether the word is part of a name: "income taxes", "income tax benefit".
  private func isCompoundName(_ index: Int, _ vocabulary: SignVocabulary) -> Bool {
    guard tokens[index].word == "income", index + 1 < tokens.count else { return false }
    return tokens[index + 1].isWord("tax") || tokens[index + 1].isWord("taxes")
  }

  /// "Net income (loss)" and "income or loss" are either.
  private func isBothSigns(_ index: Int, _ vocabulary: SignVocabulary) -> Bool {
    for other in [index - 2, index - 1, index + 1, index + 2] where tokens.indices.contains(other) {
      let between = tokens[(min(index, other) + 1)..<max(index, other)]
      guard tokens[other].kind == .word, sign(of: tokens[other].word, vocabulary) != nil else { continue }
      if sign(of: tokens[other].word, vocabulary) == sign(of: tokens[index].word, vocabulary) { continue }
      if between.allSatisfy({ $0.isMark("(") || $0.isMark(")") || $0.isMark("/") || $0.isWord("or") }) {
        return true
      }
    }
    return false
  }

  /// Whether the words before say that the figure is something else: "instead of a loss". Where "of" joins
  /// both, only a plain "no" does: "after a loss of $5" tells of a loss all the same.
  func isDenied(_ index: Int) -> Bool {
    let isJoined = index + 1 < tokens.count && tokens[index + 1].isWord("of")
    let negators = isJoined ? SignWords.plainNegators : SignWords.negators
    return tokens[max(0, index - 4)..<index].contains { $0.kind == .word && negators.contains($0.word) }
  }

  private static let closings: [Unicode.Scalar] = [",", ".", ";", ")", "\u{2014}"]

  private var isClosedApposition: Bool {
    guard extent.upperBound < tokens.count else { return true }
    let next = tokens[extent.upperBound]
    return next.kind == .end || Self.closings.contains { next.isMark($0) }
      || next.isWord("and")
      || next.isWord("or")
  }

  /// Whether nothing but joining words stands between an earlier claim and what has been read so far.
  func isJoined(from claim: Int) -> Bool {
    for index in (claim + 1)..<max(claim + 1, extent.lowerBound) {
      let token = tokens[index]
      switch token.kind {
      case .word where SignWords.joining.contains(token.word): continue
      case .mark where token.isMark(","): continue
      case .claim: continue
      default: return false
      }
    }
    return true
  }
}

/// Say in a label whose a result is or what it comes from: "Net loss attributable to shareholders:".
private let labelWords: WordSet = [
  "attributable", "available", "applicable", "common", "shareholders", "stockholders", "operations",
  "continuing", "reported",
]

/// Verbs that lead from a name to its figure.
private let leading: WordSet = ["amounted", "came", "brought", "brings", "bringing"]

private let resultVerbs: WordTable<PrintedSign> = [
  "lost": .negative, "loses": .negative, "losing": .negative, "earned": .positive, "earns": .positive,
  "earning": .positive,
]

/// May stand between such a verb and its figure.
private let amounts: WordSet = [
  "about", "approximately", "some", "only", "nearly", "almost", "roughly", "around", "just", "another",
]
