import ReleaseModel

/// A percentage that the words after it hold against the year before: "revenue was $8.4 million, 9% above last year".
extension ClaimContext {
  /// The direction that such words tell, and where they end; `nil` where they name another base, or say that it is on
  /// another basis.
  var overLastYear: (said: SaidDirection, end: Int)? {
    let place = extent.upperBound
    guard place + 1 < tokens.count, tokens[place].isWord("above") || tokens[place].isWord("below") else {
      return nil
    }
    var index = place + 1
    while index < tokens.count, tokens[index].kind == .word, articles.contains(tokens[index].word) {
      index += 1
    }
    guard index < tokens.count, tokens[index].kind == .word else { return nil }
    let next = index + 1 < tokens.count ? tokens[index + 1].word : ProseWord()
    switch tokens[index].word {
    case "last", "prior", "previous":
      guard next == "year" else { return nil }
      index += 2
    case "year":
      guard next == "ago" || next == "before" || next == "earlier" else { return nil }
      index += 2
    case "year-ago", "year-earlier", "prior-year": index += next == "quarter" || next == "period" ? 2 : 1
    default: return nil
    }
    guard endsTelling(at: index) else { return nil }
    return (SaidDirection(sense: tokens[place].isWord("above") ? .up : .down, index: place), index)
  }

  /// The place of the last word before what such a percentage tells of: over the only other figure, "of $8.4 million, 9%".
  var placeBeforeOwnLevel: Int {
    var last = extent.lowerBound - 1
    func skip(_ isPassed: (ProseToken) -> Bool) { if last >= 0, isPassed(tokens[last]) { last -= 1 } }
    skip { $0.isMark(",") || levels.contains($0.word) }
    guard last >= 0, tokens[last].kind == .claim, !tokens[..<last].contains(where: { $0.kind == .claim })
    else {
      return last
    }
    last -= 1
    skip { levels.contains($0.word) }
    return last
  }
}

private let articles: WordSet = ["the", "a", "that", "of", "those"]

/// Lead from the name of a figure to it.
private let levels: WordSet = ["of", "was", "were", "is", "are", "or", "at"]
