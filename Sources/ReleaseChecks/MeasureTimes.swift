import CivilTime
import ReleaseModel

/// What the words beside a headline's figure say of its time: whether it is that of the release's own period, of a longer
/// span up to its end, or of another one.
extension CheckedRelease {
  /// Finds the span that the words beside a figure name, "net income for the nine months of", "$5 million for the year".
  func findSpan(_ found: inout NamedMeasure, _ words: ClaimContext, _ told: [ConceptID]) {
    var end = words.extent.upperBound
    if found.span == nil, found.lead == .level, !found.isOfOtherPeriod, end < words.tokens.count,
      words.tokens[end].isWord("for") || words.tokens[end].isWord("in")
    {
      while end < words.tokens.count, isPeriodWord(words.tokens[end]) { end += 1 }
      found.span = span(named: words.tokens, words.extent.upperBound..<end)
      if found.span != nil { found.end = end }
    }
    guard let span = found.span, found.isOfNamedSpan || words.endsTelling(at: end),
      told.contains(where: { concept in
        figures.contains { $0.telling.fact.concept == concept && $0.telling.fact.period == span }
      })
    else {
      (found.span, found.end) = (nil, nil)
      return
    }
  }

  /// Where the words right after a figure end that say it is that of the release's own period: "in the third quarter of
  /// 2003".
  func endOfOwnPeriod(_ words: ClaimContext) -> Int? {
    let (tokens, start) = (words.tokens, words.extent.upperBound)
    guard start < tokens.count, tokens[start].isWord("for") || tokens[start].isWord("in") else { return nil }
    var end = start
    while end < tokens.count, isPeriodWord(tokens[end]) { end += 1 }
    return isOwnPeriod(tokens, start..<end) ? end : nil
  }

  /// Whether some words of time are those of the release's own period: "for the third quarter".
  func isOwnPeriod(_ tokens: [ProseToken], _ range: Range<Int>) -> Bool {
    let own = tokens[range]
    return own.contains { $0.kind == .word && times.contains($0.word) } && !own.contains(where: isOtherYear)
      && !nameOtherPart(tokens, range)
  }

  /// Whether the words before a figure hold it against another one, or a year that is not the period's stands near.
  func tellsOtherTime(_ words: ClaimContext) -> Bool {
    let tokens = words.tokens
    for index in 0..<words.extent.lowerBound {
      if isOtherYear(tokens[index]) { return true }
      guard tokens[index].kind == .word, comparing.contains(tokens[index].word) else { continue }
      // "Income from operations" is a name.
      if !tokens[index].isWord("from") || !sources.contains(tokens[index + 1].word) { return true }
    }
    return tokens[words.extent.upperBound...].prefix(6).prefix { $0.kind != .claim && $0.kind != .mark }
      .contains(where: isOtherYear)
  }

  /// Whether a number is a year, and neither the calendar's nor the company's own in which the release's period ends.
  func isOtherYear(_ token: ProseToken) -> Bool {
    let word = token.word
    guard token.kind == .number, word.count == 4, (0..<4).allSatisfy({ word[$0] &- 48 < 10 }),
      let period = release.period
    else { return false }
    return word != ProseWord("\(fiscal.year(of: period.end))") && word != ProseWord("\(period.end.year)")
  }
}

extension ClaimContext {
  /// Whether the words hold the figure against another one, or tell that of another time.
  ///
  /// - Parameter end: where the words after the figure end that tell the period itself.
  func namesOtherPeriod(than period: Period, _ fiscal: FiscalCalendar, after end: Int? = nil) -> Bool {
    let isYear = fiscal.name(of: period)?.part == .year
    let year = "\(fiscal.year(of: period.end))"
    func isOther(_ token: ProseToken) -> Bool {
      switch token.kind {
      case .word: comparing.contains(token.word)
      case .number: token.word.count == 4 && !(isYear && token.word == ProseWord(year))
      default: false
      }
    }
    if tokens[..<extent.lowerBound].contains(where: isOther) { return true }
    for token in tokens[(end ?? extent.upperBound)...].prefix(6) {
      if token.kind == .claim || token.kind == .mark || token.kind == .end { return false }
      if isOther(token) || times.contains(token.word) { return true }
    }
    return false
  }

  /// Whether the figure is one from which another came: "net income of [5] turns to a net loss".
  var turnsIntoOther: Bool {
    let after = tokens[extent.upperBound...].prefix(2)
    guard let verb = after.first, verb.kind == .word else { return false }
    if verb.isWord("becomes") || verb.isWord("became") { return true }
    guard turnings.contains(verb.word), let next = after.dropFirst().first else { return false }
    return next.isWord("to") || next.isWord("into") || next.isWord("way")
  }

  /// Whether what is told of a figure ends at a place: nothing there makes it another's, or of another time.
  func endsTelling(at index: Int) -> Bool {
    guard index < tokens.count else { return true }
    let token = tokens[index]
    switch token.kind {
    case .end: return true
    case .mark:
      if token.isMark(",") {
        return index + 1 >= tokens.count || !restrictions.contains(tokens[index + 1].word)
      }
      return token.isMark(".") || token.isMark(";")
    case .word: return followers.contains(token.word)
    case .claim, .number: return false
    }
  }

  /// The place after a change and the level that it led to: "9% to $8.4 million".
  var endOfLevel: Int {
    var index = extent.upperBound
    if index < tokens.count, tokens[index].isMark(",") { index += 1 }
    guard index + 1 < tokens.count, tokens[index].isWord("to"), tokens[index + 1].kind == .claim else {
      return extent.upperBound
    }
    return index + 2
  }

  /// Whether the words after a change, and after the level that it led to, say what it is from, and that is not the year
  /// before.
  var namesBase: Bool {
    var first = endOfLevel
    if first > extent.upperBound, first < tokens.count, tokens[first].isMark(",") { first += 1 }
    // "9% to $8.4 million on strong demand" is from nothing else.
    let isPast = first > extent.upperBound
    var sawBase = false
    let after = tokens[first...].prefix(9).prefix { token in
      defer { sawBase = token.kind == .word && bases.contains(token.word) }
      return token.kind == .word || token.kind == .number || (token.kind == .claim && sawBase)
    }
    guard
      after.contains(where: { $0.kind == .word && bases.contains($0.word) && !(isPast && $0.word == "on") })
    else { return false }
    return !after.contains { $0.kind == .word && yearWords.contains($0.word) }
  }
}

/// Hold a figure against another one.
private let comparing: WordSet = [
  "from", "than", "versus", "vs", "against", "compared", "compares", "after", "since", "following",
  "follows", "followed", "prior", "previous", "ago", "earlier", "year-ago", "year-earlier", "prior-year",
  "last",
]

/// What a measure's name says that it is from.
private let sources: WordSet = ["operations", "operating", "continuing", "discontinued"]

/// Lead from one result to another of the other sign, most of them with a "to".
let turnings: WordSet = [
  "turns", "turned", "turning", "swings", "swung", "becomes", "became", "gives", "gave", "changes", "changed",
  "reverses", "reversed", "flips", "flipped",
]

/// Begin what is told besides.
private let followers: WordSet = [
  "and", "as", "while", "but", "amid", "despite", "reflects", "reflecting", "driven", "thanks", "helped",
]

/// After a figure these tell whose it is.
private let times: WordSet = ["quarter", "half", "months", "year", "year-to-date", "month"]

/// What a change is from stands after them.
private let bases: WordSet = [
  "from", "over", "since", "than", "versus", "vs", "against", "compared", "above", "below", "on",
]

/// Name the year before.
private let yearWords: WordSet = [
  "year", "ago", "earlier", "year-ago", "year-earlier", "prior-year", "annually",
]
