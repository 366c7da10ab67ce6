import CivilTime
import ReleaseModel

/// Whether the words round a figure may make it another's than the company's as a whole, or tell it on another basis.
///
/// A word that is no part of how a company tells its own figures may name a segment, a partner, a cause or a goal:
/// "revenue of $5 million in Asia", "currency cuts sales 2%". So every word of the figure's clause has to be a known one
/// before a figure is called wrong.
extension CheckedRelease {
  /// - Parameter end: where the words end that are known to be the figure's own, where that is not right after it.
  func mayBeOfAnother(_ read: HeadlineFigure, _ named: NamedMeasure?, end: Int? = nil) -> Bool {
    let (tokens, extent) = (read.words.tokens, read.words.extent)
    var place = extent.lowerBound
    if !isPlain(tokens, back: &place) { return true }
    // What an earlier clause is about, "Asian revenue rose 9%; operating income rose 12%", may hold for this one.
    while place > 0 {
      let end = place
      if !isPlain(tokens, back: &place) {
        while place > 0, !isBoundary(tokens, place - 1) { place -= 1 }
        if isOfAnother(tokens, place..<end) { return true }
      }
      if place > 0 { place -= 1 }
    }
    let last = end ?? named?.end ?? read.words.endOfLevel
    if isRestricted(tokens, after: last) { return true }
    // "Of [5], compared with [4] in Asia": what restricts the one may restrict both.
    if let base = placeOfBase(tokens, after: last),
      isRestricted(tokens, after: endOfTime(tokens, base + 1))
    {
      return true
    }
    // A level is what it is, whatever it came from.
    return named.map { $0.lead == .change && isSequential(tokens, $0) } ?? false
  }

  /// Goes back to where a clause begins, or to a word that nothing tells of.
  private func isPlain(_ tokens: [ProseToken], back place: inout Int) -> Bool {
    while place > 0, !isBoundary(tokens, place - 1) {
      let token = tokens[place - 1]
      guard token.kind == .word else {
        place -= 1
        continue
      }
      if let (start, _) = whole.measureNames.ending(at: place - 1, tokens) {
        place = start
      } else if isPlain(token.word) {
        place -= 1
      } else {
        return false
      }
    }
    return true
  }

  private func isPlain(_ word: ProseWord) -> Bool {
    plainWords.contains(word) || SignWords.adverbs.contains(word) || DirectionWord.meaning(of: word) != nil
      || isOfCompany(word)
  }

  /// Whether a clause with words of something else tells a measure, labels what follows, or names a month.
  private func isOfAnother(_ tokens: [ProseToken], _ clause: Range<Int>) -> Bool {
    clause.contains { index in
      tokens[index].isMark(":") || (tokens[index].word != "may" && months[tokens[index].word] != nil)
        || whole.measureNames.ending(at: index, tokens) != nil
    }
  }

  /// Whether the words right after a figure say whose it is, on which basis or for what: "in Asia", "before items".
  private func isRestricted(_ tokens: [ProseToken], after end: Int) -> Bool {
    var index = end
    while index < tokens.count {
      if index > end, nameOtherPart(tokens, index..<(index + 1)) { return true }
      let token = tokens[index]
      switch token.kind {
      case .claim, .end: return false
      case .mark:
        guard token.isMark(",") || token.isMark("("), index + 1 < tokens.count else { return false }
        // "Revenue of [5], net income of".
        return restrictions.contains(tokens[index + 1].word)
          && whole.measureNames.beginning(at: index + 1, tokens) == nil
      case .number: index += 1
      case .word:
        if isOfMonth(tokens, index) || isOfSale(tokens, index) { return true }
        if clauseOpenings.contains(token.word) { return tokens[index...].contains { $0.isWord("basis") } }
        if let (next, _) = whole.measureNames.beginning(at: index, tokens) {
          index = next
        } else if isPlain(token.word) {
          index += 1
        } else {
          return true
        }
      }
    }
    return false
  }

  /// Whether the words at a place tell a single month or a day that is not the period's last: "in September", "as of
  /// October 31".
  private func isOfMonth(_ tokens: [ProseToken], _ index: Int) -> Bool {
    let isDay = tokens[index].isWord("as") && index + 1 < tokens.count && tokens[index + 1].isWord("of")
    let place = isDay ? index + 2 : index + 1
    guard place < tokens.count, let month = months[tokens[place].word] else { return false }
    if isDay { return month != release.period?.end.month }
    guard ["in", "for", "during"].contains(tokens[index].word) else { return false }
    let next = place + 1
    return next >= tokens.count || (tokens[next].kind != .number && !tokens[next].isWord("quarter"))
  }

  /// Whether the words at a place tell what a gain or a loss was made on: "on sale of land".
  private func isOfSale(_ tokens: [ProseToken], _ index: Int) -> Bool {
    tokens[index].isWord("on")
      && tokens[(index + 1)...].prefix(3).contains { $0.kind == .word && dealings.contains($0.word) }
  }

  /// Whether the words after a figure hold it against another one that is not from the year before: "falls to [5],
  /// compared to [6] in the second quarter".
  func tellsOwnBase(_ words: ClaimContext) -> Bool {
    let tokens = words.tokens
    var index = words.extent.upperBound
    if index < tokens.count, tokens[index].isMark(",") { index += 1 }
    guard index < tokens.count, comparing.contains(tokens[index].word) else { return false }
    index += 1
    if index < tokens.count, tokens[index].isWord("to") || tokens[index].isWord("with") { index += 1 }
    guard index < tokens.count, tokens[index].kind == .claim else { return false }
    let time = tokens[(index + 1)...].prefix(8).prefix { $0.kind != .claim && !$0.isMark(";") }
    return time.contains { ["quarter", "months", "month", "q", "q1", "q2", "q3", "q4"].contains($0.word) }
      && !time.contains { yearWords.contains($0.word) || isOtherYear($0) }
  }

  /// Whether a change may be one from the quarter before, though a year before is what the data say.
  func isSequential(_ tokens: [ProseToken], _ named: NamedMeasure) -> Bool {
    guard named.lead == .change || named.verb != nil else { return false }
    let isStock = named.concepts.contains { concepts.traits(of: $0).balance == .stock }
    return tokens.indices.contains { index in
      guard tokens[index].kind == .word else { return false }
      if tokens[index].word == "linked" || tokens[index].word == "preceding" { return true }
      guard tokens[index].word == "quarter" || tokens[index].word == "month" else { return false }
      if isStock { return true }
      // "Compared with [5] for the quarter ended June 30".
      let isEnded = index + 1 < tokens.count && tokens[index + 1].isWord("ended")
      // "From the same quarter last year" has the year after it.
      let before = tokens[max(0, index - (isEnded ? 6 : 3))..<index]
      return before.contains { quarterBases.contains($0.word) }
        && !before.contains { $0.isWord("prior-year") || $0.isWord("year-ago") || $0.isWord("year-earlier") }
        && !tokens[index...].prefix(5).contains {
          $0.isWord("year") || $0.isWord("ago") || isOtherYear($0)
        }
    }
  }
}

/// Whether a clause ends at a token: a full stop ends none in "U.S." and "Inc."
private func isBoundary(_ tokens: [ProseToken], _ index: Int) -> Bool {
  let token = tokens[index]
  if token.isMark(".") {
    guard index > 0, tokens[index - 1].kind == .word else { return true }
    let word = tokens[index - 1].word
    return word.count > 1 && !abbreviations.contains(word)
  }
  return token.isMark(";") || token.isMark("?") || token.isMark("!")
    || (token.kind == .word && (token.word == "as" || token.word == "while" || token.word == "but"))
}

/// Have a full stop of their own.
private let abbreviations: WordSet = [
  "inc", "corp", "co", "ltd", "no", "vs", "mr", "mrs", "ms", "dr", "st", "jr", "sr", "approx", "est", "incl",
  "excl", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "qtr", "yr",
]

/// How companies tell figures of their own, besides the names of measures and words of direction.
private let plainWords: WordSet = [
  "reports", "reported", "report", "reporting", "posts", "posted", "announces", "announced", "announce",
  "delivers", "delivered", "achieves", "achieved", "generates", "generated", "records", "recorded", "earns",
  "earned", "says", "said", "shows", "showed", "brings", "brought", "has", "have", "had", "swings", "swung",
  "returns", "returned", "turns", "turned", "loses", "lost", "makes", "made", "ends",
  "results", "result", "quarter", "quarters", "half", "year", "years", "months", "period", "first", "second",
  "third", "fourth", "full", "fiscal", "full-year", "first-quarter", "second-quarter", "third-quarter",
  "fourth-quarter", "half-year", "first-half", "nine-month", "six-month", "three-month", "twelve-month",
  "quarterly", "annual", "yearly", "h", "q", "q1", "q2", "q3", "q4",
  "h1", "h2", "fy", "three", "six", "nine", "twelve", "march", "june", "september", "december", "ended",
  "ending", "today", "again",
  "of", "in", "for", "the", "a", "an", "its", "our", "their", "to", "by", "at", "and", "or", "on", "with",
  "was", "were", "is", "are", "be", "been", "it", "we", "from", "than", "versus", "vs", "against", "compared",
  "compares", "comparison", "after", "following", "follows", "followed", "also", "both", "respectively", "no",
  "about", "nearly", "approximately", "almost", "roughly", "around", "some", "over", "only", "just", "more",
  "less", "record", "strong", "solid", "robust", "weak", "higher", "lower", "all-time", "highest",
  "ago", "earlier", "year-ago", "year-earlier", "prior", "prior-year", "previous", "last", "same",
  "total", "consolidated", "overall", "group", "company", "totals", "totaled", "totalled", "reaches",
  "reached", "hits", "hit", "tops", "topped", "exceeds", "exceeded", "came", "comes", "stood", "stands",
  "amounted", "amounts", "remains", "remained",
  "corporation", "corp", "inc", "incorporated", "plc", "ag", "ltd", "limited", "co",
  "gaap", "audited", "unaudited", "per", "share", "diluted", "basic", "loss", "losses", "income", "profit",
  "profits", "earnings", "revenue", "revenues", "sales", "net", "gross", "operating", "margin", "margins",
]

/// Begin what is told besides the figure before them.
private let clauseOpenings: WordSet = [
  "as", "on", "while", "but", "after", "amid", "despite", "and", "with", "against", "compared", "compares",
  "versus", "vs", "follows", "following", "followed", "thanks", "due", "driven", "led", "helped", "reflects",
  "reflecting", "reflected",
]

/// After a comma these hold the figure before it on another basis, for a part or for another time.
let restrictions: WordSet = [
  "before", "excluding", "including", "without", "adjusted", "ex", "in", "at", "from", "for", "net", "on",
]

/// What a gain or a loss is made on.
private let dealings: WordSet = [
  "sale", "disposal", "disposals", "disposition", "divestiture", "investment", "investments", "securities",
  "currency", "derivatives", "land", "property", "building", "extinguishment", "hedges", "hedging",
]

/// Lead to what a figure is held against.
private let comparing: WordSet = ["compared", "versus", "vs", "against", "from", "after"]

/// Say that a time is a year before.
private let yearWords: WordSet = ["year", "year-ago", "year-earlier", "prior-year", "ago"]

/// Lead to a quarter from which something changed.
private let quarterBases: WordSet = [
  "from", "over", "than", "versus", "vs", "against", "compared", "prior", "previous", "last",
]
