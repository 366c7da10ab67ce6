import CivilTime
import ReleaseModel

/// Figures that the words join to the one right before them, whose measure is known: what it was a year before, and what it
/// is for a share.
///
/// "Net income of $5.0 million, or $0.50 per share, compared with $4.2 million a year earlier".
extension CheckedRelease {
  /// What a joined figure has to be and is not; `nil` where it is that, and where nobody can tell.
  func mismatch(_ read: HeadlineFigure, joined: JoinedFigure) -> FactHistory.Telling? {
    guard read.figure.hedge == nil, let sought = SoughtFigure(read.figure),
      !read.words.tokens.contains(where: { $0.kind == .word && restatements.contains($0.word) }),
      // What an earlier release told may have been told anew in another text.
      let own = joined.figures.first(where: { $0.release == Int32(index) }),
      !joined.figures.contains(where: { matches($0, sought) }),
      !mayBeOfAnother(read, nil, end: endOfJoined(read.words))
    else { return nil }
    return own
  }

  /// Where the words end that tell that a figure is one of a share, and of which time.
  private func endOfJoined(_ words: ClaimContext) -> Int {
    var index = words.extent.upperBound
    while words.isPerShare, index < words.tokens.count,
      words.tokens[index].isMark("/") || shareWords.contains(words.tokens[index].word)
    {
      index += 1
    }
    return endOfTime(words.tokens, index)
  }

  /// What a joined figure is held against, and which measure that is.
  func joined(_ read: HeadlineFigure, after before: HeldFigure) -> JoinedFigure? {
    let (tokens, start) = (read.words.tokens, read.words.extent.lowerBound)
    guard let told = before.joined ?? ownFigures(before),
      let claim = tokens[..<start].lastIndex(where: { $0.kind == .claim }),
      !tokens.contains(where: isOtherBasis), !read.beginsRange, read.figure.unit != .percent
    else { return nil }
    let between = tokens[(claim + 1)..<start].drop { $0.isMark(",") }
    if read.words.isPerShare {
      guard let net = concepts.netIncome, told.concepts == [net],
        between.count == 1, let lead = between.first, lead.isWord("or") || lead.isMark("(")
      else { return nil }
      return JoinedFigure(earningsPerShare(read.words), told.periods, self)
    }
    // What is compared is compared once.
    guard before.joined == nil, let previous = read.previous,
      previous.unit.isOfOneKind(with: read.figure.unit)
    else { return nil }
    guard let (time, isAside) = timeOfBase(read.words, after: claim + 1),
      told.periods.allSatisfy({ meanYearBefore(time, $0, isAside: isAside) })
    else { return nil }
    return JoinedFigure(told.concepts, told.periods.compactMap { fiscal.yearEarlier($0) }, self)
  }

  /// The words that tell of which time the figure is that another one is compared with: after it, or in parentheses before
  /// it, "(2002: $30.0 million)".
  private func timeOfBase(
    _ words: ClaimContext, after end: Int
  ) -> (time: ArraySlice<ProseToken>, isAside: Bool)? {
    let (tokens, extent) = (words.tokens, words.extent)
    let between = tokens[end..<extent.lowerBound]
    if between.first?.isMark("(") == true, between.last?.isMark(":") == true {
      guard extent.upperBound < tokens.count, tokens[extent.upperBound].isMark(")") else { return nil }
      return (between.dropFirst().dropLast(), true)
    }
    let isNamed = between.indices.contains { whole.measureNames.ending(at: $0, tokens) != nil }
    guard !isNamed else { return nil }
    var first = end
    if first < extent.lowerBound, tokens[first].isMark(",") { first += 1 }
    // "Up from".
    if first < extent.lowerBound, tokens[first].kind == .word,
      DirectionWord.meaning(of: tokens[first].word) != nil
    {
      first += 1
    }
    guard placeOfBase(tokens, after: first, figure: extent.lowerBound) == extent.lowerBound else {
      return nil
    }
    let last = endOfTime(tokens, extent.upperBound)
    return words.endsTelling(at: last) ? (tokens[extent.upperBound..<last], false) : nil
  }

  /// The measure that a figure was held against and is, with the periods for which it is.
  private func ownFigures(_ held: HeldFigure) -> JoinedFigure? {
    guard let named = held.named, named.isExact, named.lead != .change, !named.isRatio,
      !named.isOfOtherPeriod,
      held.told.contradictions.isEmpty, let sought = held.sought, let period = release.period
    else { return nil }
    let own = figures.map(\.telling).filter { telling in
      let isOfItsTime =
        named.span.map { $0 == telling.fact.period } ?? (telling.fact.period.end == period.end)
      return isOfItsTime && named.concepts.contains(telling.fact.concept) && matches(telling, sought)
    }
    guard let first = own.first, own.allSatisfy({ $0.fact.concept == first.fact.concept }) else { return nil }
    return JoinedFigure([first.fact.concept], own.map(\.fact.period), self)
  }
}

/// What a figure is held against because of the one before it.
struct JoinedFigure {
  var concepts: [ConceptID]
  var periods: [Period]
  /// All that a reader of the release knows of them, oldest first.
  var figures: [FactHistory.Telling]

  init(_ concepts: [ConceptID], _ periods: [Period], _ checked: CheckedRelease) {
    (self.concepts, self.periods) = (concepts, periods)
    figures = concepts.flatMap { checked.allKnown(of: $0).filter { periods.contains($0.fact.period) } }
  }
}

/// Say that figures are not as they were told.
private let restatements: WordSet = [
  "restated", "restates", "restatement", "revised", "reclassified", "recast", "corrected",
]

/// Say that a figure is one of a share, of whichever kind the statements tell.
private let shareWords: WordSet = ["per", "a", "each", "fully", "diluted", "basic", "share"]
