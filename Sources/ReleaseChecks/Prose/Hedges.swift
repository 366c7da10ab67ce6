/// The words right before a figure that say how exactly it is meant.
func hedge(_ tokens: [ProseToken], before start: Int) -> PrintedFigure.Hedge? {
  guard start > 0, tokens[start - 1].kind == .word else { return nil }
  let word = tokens[start - 1].word
  guard hedgeWords.contains(word) else { return nil }
  let previous = start > 1 ? tokens[start - 2].word : ProseWord()
  if word == "than", start > 2, tokens[start - 3].word == "no" || tokens[start - 3].word == "not" {
    // "No less than 5" is at least 5.
    switch previous {
    case "less", "fewer", "lower": return .above
    case "more", "greater", "higher": return .below
    default: return nil
    }
  }
  switch (previous, word) {
  case (_, "approximately"), (_, "about"), (_, "around"), (_, "roughly"), (_, "some"), (_, "circa"):
    return .about
  case ("more", "than"), ("greater", "than"), ("better", "than"), ("at", "least"), (_, "over"), (_, "above"),
    (_, "exceeding"), (_, "exceeded"), (_, "topped"), (_, "topping"):
    return .above
  case ("less", "than"), ("fewer", "than"), ("just", "under"), (_, "nearly"), (_, "almost"), (_, "under"),
    (_, "below"), ("at", "most"), ("up", "to"):
    return .below
  default: return nil
  }
}

/// What a hedge ends with.
private let hedgeWords: WordSet = [
  "approximately", "about", "around", "roughly", "some", "circa", "than", "least", "over", "above",
  "exceeding",
  "exceeded", "topped", "topping", "under", "nearly", "almost", "below", "most", "to",
]
