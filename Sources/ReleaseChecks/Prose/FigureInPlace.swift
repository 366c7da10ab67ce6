extension ClaimContext {
  /// The claim's figure with the signs and units that stand outside of the link; `nil` where they contradict each other.
  ///
  /// Parentheses round a link are most often an aside, see ``isAside(_:at:)``.
  func figureInPlace() -> PrintedFigure? {
    guard let parts = FigureParts(tokens, at: figure), var printed = printedFigure(tokens, at: figure) else {
      return nil
    }
    guard parts.before.isOpen else { return printed }
    let outside = tokens[parts.before.start..<max(parts.before.start, own.lowerBound)]
    guard let open = outside.firstIndex(where: { $0.isMark("(") }), open == parts.before.start else {
      return printed
    }
    let hasMinus = outside.contains { $0.isMark("-") }
    let hasWords = tokens[parts.extent].contains { $0.kind == .word && !isScale($0) }
    if !hasMinus, hasWords || isAside(tokens, at: open) { printed.sign = nil }
    return printed
  }

  /// The claim's figure with the unit and scale of the next claim, where the words make a range of both: "from
  /// [$6.0](...) to [$8.4 million](...)".
  func figureInRange(_ links: [ProseLink]) -> PrintedFigure? {
    var index = extent.upperBound
    guard index < tokens.count, rangeWords.contains(tokens[index].word) else { return nil }
    index += 1
    while index < tokens.count, currencySign(tokens[index]) != nil { index += 1 }
    guard index < tokens.count, tokens[index].kind == .claim else { return nil }
    let next = proseTokens(links[Int(tokens[index].link)].text)
    let all = next + tokens[(index + 1)...]
    guard let digits = next.firstIndex(where: { $0.kind == .number }),
      let parts = FigureParts(all, at: digits),
      let place = tokens[extent].firstIndex(where: { $0.kind == .number })
    else { return nil }
    let units = all[(digits + 1)..<(parts.after.end + 1)]
    guard !units.isEmpty else { return nil }
    return printedFigure(Array(tokens[...place]) + units, at: place)
  }

  /// Whether a scale stands in the link and another one after it: "[$5 million](...) billion".
  var hasTwoScales: Bool {
    guard own.upperBound < tokens.count, extent.upperBound == own.upperBound else { return false }
    return isScale(tokens[own.upperBound]) && isScale(tokens[own.upperBound - 1])
  }

  /// The figure with the words that stand closest to it, as far as they are signs and units.
  var spelling: String {
    var first = own.lowerBound
    while first > 0, first > own.lowerBound - 2, currencySign(tokens[first - 1]) != nil { first -= 1 }
    let last = min(own.upperBound + 1, tokens.count)
    var words = ""
    var end: Int?
    for token in tokens[first..<last] where token.kind != .end {
      if let end, token.range.lowerBound > end { words += " " }
      words += token.word.text
      end = token.range.upperBound
    }
    return words
  }
}

/// Whether a parenthesis before a figure opens an aside, "net income ($5)".
///
/// It makes a negative amount where nothing else can be meant: in a cell of a table, after the currency, and after a word
/// that leads to a figure, "net income of (5)".
func isAside(_ tokens: [ProseToken], at open: Int) -> Bool {
  guard open > 0 else { return true }
  let before = tokens[open - 1]
  return !before.isMark("|") && !(before.kind == .word && leads.contains(before.word))
}

private let leads: WordSet = ["of", "was", "were", "is", "are", "at", "to", "from", "by", "than"]

/// An amount without a scale of its own, with the scale of the one that ends its range: "$120 to $126 million"; `nil` where
/// there is no such range.
func figureInRange(_ tokens: [ProseToken], at index: Int) -> PrintedFigure? {
  guard let own = FigureParts(tokens, at: index), own.before.currency != nil,
    own.before.scalePower + own.after.scalePower == 0
  else { return nil }
  let end = extent(of: index, in: tokens).upperBound
  guard end < tokens.count, tokens[end].isMark("-") || rangeWords.contains(tokens[end].word) else {
    return nil
  }
  var next = end + 1
  while next < tokens.count, currencySign(tokens[next]) != nil { next += 1 }
  guard next < tokens.count, tokens[next].kind == .number, let last = FigureParts(tokens, at: next),
    last.after.scalePower > 0
  else { return nil }
  return printedFigure(Array(tokens[...index]) + tokens[(next + 1)..<(last.after.end + 1)], at: index)
}

/// Join the two ends of a range.
private let rangeWords: WordSet = ["to", "and", "or", "-"]
