import ReleaseModel

/// The words that stand before a link in a row of a table: those of the row's first cell, its label, and the mark that
/// begins the link's own cell; `nil` for a link that does not begin a cell.
///
/// In the first cell itself only the mark is left: what stands before it is another row's.
func wordsInRow(_ tokens: [ProseToken], before index: Int, _ text: ProseText) -> ArraySlice<ProseToken>? {
  var cell = index - 1
  while cell >= 0, tokens[cell].kind == .mark, !tokens[cell].isMark("|"), isSignOrCurrency(tokens[cell]) {
    cell -= 1
  }
  guard cell >= 0, tokens[cell].isMark("|") else { return nil }
  let end = tokens[cell].range.lowerBound
  // Long rows have no label that matters, and looking back over one for each of its links would cost its square.
  let near = max(0, end - 2048)
  guard end <= text.bytes.count else { return nil }
  let line = text.bytes[near..<end].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? near
  guard line > near || near == 0 else { return nil }
  var first = cell
  while first > 0, tokens[first - 1].range.lowerBound >= line, tokens[first - 1].kind != .end { first -= 1 }
  if tokens[first].isMark("|"), first < cell { first += 1 }
  let label = tokens[first..<cell].prefix { !$0.isMark("|") }
  return (label + tokens[cell..<index])[...]
}

private func isSignOrCurrency(_ token: ProseToken) -> Bool {
  token.isMark("(") || token.isMark("-") || token.isMark("+") || currencySign(token) != nil
}

extension ClaimContext {
  /// Whether a mark at a place leads from a label to the figure right after it: "Net loss: [5](...)", or the cell of a
  /// table.
  func leadsFromLabel(_ index: Int) -> Bool {
    index + 1 == extent.lowerBound && (tokens[index].isMark(":") || tokens[index].isMark("|"))
  }

  /// Whether the label before the figure puts what is worse first, "Net loss (income)", so that a minus says that it is
  /// the other.
  var isInTurnedLabel: Bool {
    let end = extent.lowerBound - 1
    guard end > 0, leadsFromLabel(end) else { return false }
    return (max(0, end - 12)..<end).contains { index in
      index + 2 < end && tokens[index + 1].isMark("(")
        && turnedLabels[tokens[index].word]?.contains(tokens[index + 2].word) == true
    }
  }

  /// Whether the label before a noun in it has one of the other sign too: "Loss in the quarter, income in the year".
  func isOfBothSigns(_ noun: Int, _ sign: PrintedSign, _ vocabulary: SignVocabulary) -> Bool {
    let other = sign == .negative ? vocabulary.positive : vocabulary.negative
    for index in (max(0, noun - 10)..<noun).reversed() {
      let token = tokens[index]
      if token.kind == .claim || token.kind == .end || token.isMark("|") { return false }
      if token.kind == .word, other.contains(token.word) { return true }
    }
    return false
  }

  /// The one direction that the label before the figure gives it: "Decrease in revenue", "Revenue decrease".
  func directionInLabel() -> SaidDirection? {
    var found: SaidDirection?
    for index in (max(0, extent.lowerBound - 10)..<(extent.lowerBound - 1)).reversed() {
      let token = tokens[index]
      guard token.kind == .word || token.kind == .number else { break }
      guard let meaning = DirectionWord.meaning(of: token.word) else { continue }
      if found != nil || isDenied(index) { return nil }
      let next = tokens[index + 1]
      let isWhole = index + 2 == extent.lowerBound || (next.kind == .word && ofLabels.contains(next.word))
      guard isWhole, meaning.part == .noun else { return nil }
      found = SaidDirection(sense: meaning.sense, index: index)
    }
    guard let found, !isEitherDirection(found.index) else { return nil }
    return found
  }

  /// Whether a direction in a label is that of a concept: "increase in revenue", and not "increase in prices".
  func isOf(_ concept: Concept, _ said: SaidDirection) -> Bool {
    let end = extent.lowerBound - 1
    guard end > said.index, leadsFromLabel(end), said.index + 2 < end,
      tokens[said.index + 1].isWord("in") || tokens[said.index + 1].isWord("of")
    else { return true }
    let names = [concept.label, concept.negativeLabel, concept.positiveLabel].compactMap { $0 }.flatMap(
      nameWords)
    return tokens[(said.index + 2)..<end].contains { names.contains(oneForm($0.word)) }
  }
}

/// What stands in parentheses after a word in a label whose minus is the good sign.
private let turnedLabels: WordTable<WordSet> = [
  "loss": ["income", "profit", "earnings", "gain"], "losses": ["income", "profits", "earnings", "gains"],
  "decrease": ["increase"], "decline": ["increase", "growth"], "used": ["provided"],
  "benefit": ["provision", "expense"], "deficit": ["surplus"],
]

/// Lead from a direction to what has it.
private let ofLabels: WordSet = ["in", "of", "from", "over", "against", "versus", "on", "since"]
