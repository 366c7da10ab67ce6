import ReleaseModel

/// What the words round a figure say of how it changed.
struct SaidDirection: Hashable {
  var sense: DirectionWord.Sense
  /// The word's place among the context's tokens.
  var index: Int
}

extension ClaimContext {
  /// Whether the words say that the figure grew or shrank; `nil` where they say nothing, or both.
  ///
  /// - Parameter name: the words of the figure's labels, which may part "by" from what was changed: "cut its net loss by".
  func direction(of name: WordSet?) -> SaidDirection? {
    let after = directionAfter()
    let before = directionBefore(name)
    guard let after, let before else { return after ?? before }
    return after.sense.isRise == before.sense.isRise ? after : nil
  }

  /// Whether any of the words can say that something grew or shrank.
  var hasDirection: Bool {
    tokens.contains { $0.kind == .word && DirectionWord.meaning(of: $0.word) != nil }
  }

  /// The one direction that the claim's own words tell, where it has no figure: "rose".
  func ownDirection() -> SaidDirection? {
    var found: SaidDirection?
    for index in own {
      guard let meaning = DirectionWord.meaning(of: tokens[index].word) else { continue }
      if found != nil || isDenied(index) { return nil }
      found = SaidDirection(sense: meaning.sense, index: index)
    }
    return found
  }

  /// In the claim itself or right after it: "2.8% less", "a 23% increase".
  private func directionAfter() -> SaidDirection? {
    for index in extent.upperBound..<min(extent.upperBound + 2, tokens.count) {
      guard tokens[index].kind == .word else { return nil }
      if let meaning = DirectionWord.meaning(of: tokens[index].word) {
        // "5% less than expected" and "5% more than offset that" hold the figure against something else.
        let isLoose =
          index + 2 < tokens.count && tokens[index + 1].isWord("than")
          && SignWords.expectations.contains(tokens[index + 2].word)
        return isLoose ? nil : SaidDirection(sense: meaning.sense, index: index)
      }
      guard parting.contains(tokens[index].word) else { return nil }
    }
    return nil
  }

  private func directionBefore(_ name: WordSet?) -> SaidDirection? {
    if extent.lowerBound > 0, leadsFromLabel(extent.lowerBound - 1) { return directionInLabel() }
    var index = extent.lowerBound - 1
    // Whether "by" leads to the figure, a comma parts it, and another figure stands before that.
    var (sawBy, sawComma, sawClaim) = (false, false, false)
    while index >= 0 {
      let token = tokens[index]
      switch token.kind {
      case .word:
        // "more than 5%" and "nearly 5%" say how exactly, not which way.
        let isHedge = index + 1 < tokens.count && tokens[index + 1].isWord("than")
        if let meaning = DirectionWord.meaning(of: token.word), !isHedge {
          // "A smaller 5%" is itself held against another one, and "a rise, 5%" may be two things.
          if meaning.part == .comparative, !sawBy, !sawClaim { return nil }
          if sawComma, !sawClaim, !sawBy { return nil }
          if isDenied(index) || isEitherDirection(index) || isMakingUp(index) || isFoldedDown(tokens, index) {
            return nil
          }
          let isNegated = index > 0 && tokens[index - 1].isWord("negative")
          return SaidDirection(sense: isNegated && meaning.sense == .up ? .down : meaning.sense, index: index)
        }
        let isObject = sawBy && (possessives.contains(token.word) || name?.contains(token.word) ?? false)
        guard isHedge || isObject || SignWords.directionGlue.contains(token.word) else { return nil }
        if token.word == "by" { sawBy = true }
      case .mark:
        guard token.isMark(",") else { return nil }
        sawComma = true
      case .claim:
        guard isJoined(from: index) else { return nil }
        sawClaim = true
      case .number, .end: return nil
      }
      index -= 1
    }
    return nil
  }

  /// A factor that the words before a change give it: "more than doubled, rising [140%](...)".
  func factor() -> SaidDirection? {
    var index = extent.lowerBound - 1
    while index >= max(0, extent.lowerBound - 12) {
      let token = tokens[index]
      switch token.kind {
      case .word:
        if let meaning = DirectionWord.meaning(of: token.word) {
          if meaning.sense.factor != nil {
            return isDenied(index) ? nil : SaidDirection(sense: meaning.sense, index: index)
          }
        } else if !SignWords.directionGlue.contains(token.word), token.word != "to" {
          return nil
        }
        if token.word == "and" { return nil }
      case .mark: guard token.isMark(",") else { return nil }
      case .claim: break
      case .number, .end: return nil
      }
      index -= 1
    }
    return nil
  }

  /// "Increase (decrease)" is either.
  func isEitherDirection(_ index: Int) -> Bool {
    for other in [index - 2, index + 2] where tokens.indices.contains(other) {
      let between = tokens[(min(index, other) + 1)..<max(index, other)]
      if DirectionWord.meaning(of: tokens[other].word) != nil,
        between.allSatisfy({ $0.isMark("(") || $0.isWord("or") || $0.isMark("/") })
      {
        return true
      }
    }
    return false
  }

  /// "Made up 5%" and "ended up 5%" tell no rise.
  private func isMakingUp(_ index: Int) -> Bool {
    tokens[index].isWord("up") && index > 0 && makings.contains(tokens[index - 1].word)
  }

  /// The sign that a word of direction gives a change; `nil` where it may have either.
  ///
  /// A loss that grew is a net income that fell. So the word's direction is a loss's where the figures are negative and
  /// the words call them one, and across a change of sign only better and worse have a meaning.
  ///
  /// - Parameter signs: those of the figures that changed.
  func sign(
    of said: SaidDirection, _ concept: ConceptID, _ signs: FigureSigns, _ vocabulary: ProseVocabulary
  ) -> PrintedSign? {
    let rises: PrintedSign = said.sense.isRise ? .positive : .negative
    let falls: PrintedSign = said.sense.isRise ? .negative : .positive
    switch (said.sense, signs) {
    case (.better, _), (.worse, _): return vocabulary.isMerit(concept) ? rises : nil
    case (.wider, .unknown), (.narrower, .unknown), (_, .mixed): return nil
    case (_, .positive): return rises
    case (.wider, .negative), (.narrower, .negative): return falls
    case (_, .unknown):
      let isLoss = tokens[max(0, said.index - 4)..<said.index].contains { losses.contains($0.word) }
      return isLoss ? nil : rises
    case (_, .negative):
      let called = vocabulary.signs(of: concept).flatMap {
        calledSign(tokens, before: extent.lowerBound, $0)
      }
      return called.map { $0 == .negative ? falls : rises }
    }
  }
}

/// The signs of the figures between which a change is.
enum FigureSigns: Hashable {
  case positive, negative, mixed
  /// The change stands as a figure of its own.
  case unknown
}

/// Nouns of what is worse the larger it is.
private let losses: WordSet = ["loss", "losses", "deficit", "deficits", "shortfall"]

private let possessives: WordSet = ["its", "our", "the", "their"]

private let makings: WordSet = [
  "made", "makes", "make", "making", "ended", "ends", "taking", "takes", "took", "set",
]

/// The sign that the nearest of the words before a place that have one give a figure: a loss's or an income's.
///
/// Only joining words, other figures and what compares them may stand between.
func calledSign(_ tokens: [ProseToken], before place: Int, _ vocabulary: SignVocabulary) -> PrintedSign? {
  for token in tokens[max(0, place - 24)..<place].reversed() {
    switch token.kind {
    case .end: return nil
    case .claim, .number: continue
    case .mark: guard token.isMark(",") || token.isMark("%") || token.isMark("$") else { return nil }
    case .word:
      if vocabulary.negative.contains(token.word) { return .negative }
      if vocabulary.positive.contains(token.word) { return .positive }
      guard
        SignWords.glue.contains(token.word) || vocabulary.own.contains(token.word)
          || SignWords.adverbs.contains(token.word) || comparing.contains(token.word)
          || DirectionWord.meaning(of: token.word) != nil
      else { return nil }
    }
  }
  return nil
}

/// Stands between the name of a figure and what it is compared with.
private let comparing: WordSet = [
  "as", "compared", "with", "versus", "against", "by", "though", "but", "it", "which", "ago", "earlier",
  "year-ago", "net", "operating", "while", "on", "another",
]

/// May stand between a figure and its direction: "12% net increase".
private let parting: WordSet = ["year-over-year", "net", "revenue", "sales", "percentage"]
