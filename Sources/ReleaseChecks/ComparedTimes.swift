import CivilTime
import ReleaseModel

/// What a headline compares a figure with, and of which time that is: "revenue of $33.3 million, compared with $30.0 million
/// a year earlier".
extension CheckedRelease {
  /// Whether the words after a level say what it is compared with and nothing that holds for both: "to [5] from [4] in
  /// the linked quarter", "of [5] compared with a net loss of [4]".
  ///
  /// - Parameter end: where the words after the figure end that tell its own period.
  func isFollowedByBase(_ words: ClaimContext, after end: Int?) -> Bool {
    let tokens = words.tokens
    guard let base = placeOfBase(tokens, after: end ?? words.extent.upperBound) else { return false }
    let end = endOfTime(tokens, base + 1)
    let isOfBase = end == base + 1 || tokens[(base + 1)..<end].contains(where: isOfEarlierTime)
    return isOfBase && words.endsTelling(at: end)
  }

  /// The place of the figure to which words of comparison lead from a place, over a name and an article.
  ///
  /// - Parameter figure: where a figure stands that is no single token.
  func placeOfBase(_ tokens: [ProseToken], after end: Int, figure: Int? = nil) -> Int? {
    var index = end
    if index < tokens.count, tokens[index].isMark(",") { index += 1 }
    guard index + 1 < tokens.count, tokens[index].kind == .word, comparing.contains(tokens[index].word) else {
      return nil
    }
    let isComparison = tokens[index].isWord("compared") || tokens[index].isWord("compares")
    index += 1
    if isComparison {
      guard tokens[index].isWord("with") || tokens[index].isWord("to") else { return nil }
      index += 1
    } else if tokens[index - 1].isWord("vs"), tokens[index].isMark(".") {
      index += 1
    }
    if index < tokens.count, tokens[index].isWord("a") { index += 1 }
    if index < tokens.count, let (next, _) = whole.measureNames.beginning(at: index, tokens) {
      guard next < tokens.count, tokens[next].isWord("of") else { return nil }
      index = next + 1
    }
    guard index < tokens.count else { return nil }
    return tokens[index].kind == .claim || index == figure ? index : nil
  }

  /// Where the words end that tell the time of a figure before them: "in the same quarter a year ago".
  func endOfTime(_ tokens: [ProseToken], _ start: Int) -> Int {
    var index = start
    while index < tokens.count,
      tokens[index].kind == .word
        ? earlierTimes.contains(tokens[index].word) || timeWords.contains(tokens[index].word)
        : isOtherYear(tokens[index])
    {
      index += 1
    }
    return index
  }

  private func isOfEarlierTime(_ token: ProseToken) -> Bool {
    (token.kind == .word && earlierTimes.contains(token.word)) || isOtherYear(token)
  }

  /// Whether words of a time mean the one a year before a period: "in the third quarter of 2002", "a year earlier", but not
  /// "in the prior quarter".
  ///
  /// - Parameter isAside: whether they stand before their figure in parentheses, where nothing else can be meant.
  func meanYearBefore(_ words: ArraySlice<ProseToken>, _ period: Period, isAside: Bool) -> Bool {
    guard let (year, part) = fiscal.name(of: period) else { return false }
    let tokens = Array(words)
    var (sawQuarter, sawYear) = (false, false)
    for (index, token) in tokens.enumerated() {
      let before = index > 0 ? tokens[index - 1].word : ProseWord()
      switch token.kind {
      case .number where before == "q":
        guard token.word == quarterNames[part]?.digit else { return false }
        sawQuarter = true
      case .number:
        guard token.word == ProseWord("\(year - 1)") || token.word == ProseWord("\(period.end.year - 1)")
        else { return false }
        sawYear = true
      case .word:
        switch token.word {
        case "first", "second", "third", "fourth":
          guard token.word == quarterNames[part]?.ordinal else { return false }
        // "In the last quarter of the year" is of this one.
        case "quarter", "period":
          guard !latest.contains(before), token.word == "period" || quarterNames[part] != nil else {
            return false
          }
          sawQuarter = true
        case "linked", "preceding": return false
        case "year-ago", "year-earlier", "prior-year", "ago", "earlier": sawYear = true
        case "year":
          // "In the prior year" may be all of it.
          if before == "last" || ((isAside || part == .year) && latest.contains(before)) { sawYear = true }
          sawQuarter = sawQuarter || before == "last"
        case "q": break
        default: guard timeWords.contains(token.word) || latest.contains(token.word) else { return false }
        }
      case .mark, .claim, .end: return false
      }
    }
    let isOwnPart = sawQuarter || isAside || part == .year || !tokens.contains { $0.kind == .number }
    return sawYear && isOwnPart
  }
}

/// Lead from a figure to what it is compared with.
private let comparing: WordSet = ["from", "vs", "versus", "against", "compared", "compares"]

/// Say of a figure before them that it is of a time before.
private let earlierTimes: WordSet = [
  "linked", "preceding", "previous", "prior", "last", "year-ago", "year-earlier", "ago", "earlier",
  "prior-year",
]

/// May stand with them: "in the same quarter a year ago".
private let timeWords: WordSet = [
  "in", "the", "a", "an", "same", "first", "second", "third", "fourth", "quarter", "year", "period", "of",
  "fiscal", "corresponding", "comparable", "for",
]

/// Before a quarter these make it the one before.
private let latest: WordSet = ["last", "previous", "prior"]

private let quarterNames: [FiscalCalendar.Part: (ordinal: ProseWord, digit: ProseWord)] = [
  .q1: ("first", "1"), .q2: ("second", "2"), .q3: ("third", "3"), .q4: ("fourth", "4"),
]
