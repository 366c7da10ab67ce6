import CivilTime
import ReleaseModel

/// What the words beside a headline's figure call it: "net income rises 40% to $5 million".
struct NamedMeasure {
  /// What of the release's concepts may be meant.
  var concepts: [ConceptID]
  /// Whether nothing else can be: "profit" is one of several results.
  var isExact: Bool
  /// Whether the name is that of a share of something: "gross margin".
  var isRatio = false
  /// How the words lead from the name to the figure.
  var lead = Lead.none
  /// The place of the word of direction between both.
  var verb: Int?
  /// Whether the figure is that of the release's own period, and a change that from the year before.
  var isPlain = true
  /// Whether it is told of another period.
  var isOfOtherPeriod = false
  /// The longer span up to the end of the release's period that the words name, where the release tells it.
  var span: Period?
  /// Where the words end that name it after the figure: "$5 million for the nine months".
  var end: Int?

  enum Lead: Hashable {
    /// `of`, `rises to`
    case level
    /// `rises`, `rises by`
    case change
    /// `revenue $5 million`, `$5 million in revenue`
    case none
  }
}

extension CheckedRelease {
  /// The measure that the words beside a figure name; `nil` where they name none of the release's, or hold it on
  /// another basis than the statements do.
  func measure(beside read: HeadlineFigure) -> NamedMeasure? {
    let words = read.words
    guard let period = release.period, !words.tokens.contains(where: isOtherBasis),
      var found = measure(before: read) ?? measure(after: read)
    else { return nil }
    let unit = read.figure.unit
    found.concepts = found.concepts.filter { concept in
      let kind = concepts.traits(of: concept).kind
      return kind == .money || (unit == .percent ? kind == .ratio || kind == .perShare : kind == .perShare)
    }
    if words.isPerShare {
      let all = found.concepts.filter { concepts.traits(of: $0).kind == .perShare }
      let isResult = found.concepts.contains { $0 == concepts.netIncome }
      found.concepts = all.isEmpty && isResult ? earningsPerShare : all
    } else if unit != .percent, read.figure.scalePower == 0, found.concepts.contains(where: isResult) {
      // "Earnings of $0.07" are those of a share.
      found.concepts += earningsPerShare.filter { !found.concepts.contains($0) }
    }
    let told = found.concepts.filter { concept in
      figures.contains { $0.telling.fact.concept == concept && $0.telling.fact.period.end == period.end }
    }
    guard !told.isEmpty else { return nil }
    found.concepts = told
    if found.isPlain {
      found.isPlain =
        !words.namesOtherPeriod(than: period, fiscal)
        || (found.lead == .level && found.verb != nil && words.isFollowedByBase)
    }
    if words.turnsIntoOther { (found.isPlain, found.isOfOtherPeriod) = (false, true) }
    if !found.isPlain { findSpan(&found, words, told) }
    if words.tellsOtherTime(than: period, fiscal) { (found.isOfOtherPeriod, found.span) = (true, nil) }
    if found.lead == .change || (unit == .percent && !found.isRatio), words.namesBase { return nil }
    return found
  }

  /// Finds the span that the words beside a figure name, "net income for the nine months of", "$5 million for the year".
  private func findSpan(_ found: inout NamedMeasure, _ words: ClaimContext, _ told: [ConceptID]) {
    var end = words.extent.upperBound
    if found.span == nil, found.lead == .level, !found.isOfOtherPeriod, end < words.tokens.count,
      words.tokens[end].isWord("for") || words.tokens[end].isWord("in")
    {
      while end < words.tokens.count, isPeriodWord(words.tokens[end]) { end += 1 }
      found.span = span(named: words.tokens, words.extent.upperBound..<end)
      if found.span != nil { found.end = end }
    }
    guard let span = found.span, words.endsTelling(at: end),
      told.contains(where: { concept in
        figures.contains { $0.telling.fact.concept == concept && $0.telling.fact.period == span }
      })
    else {
      (found.span, found.end) = (nil, nil)
      return
    }
  }

  private var earningsPerShare: [ConceptID] {
    [concepts.basicEarnings, concepts.dilutedEarnings, concepts.commonEarnings].compactMap { $0 }
  }

  private func isResult(_ concept: ConceptID) -> Bool {
    whole.vocabulary.isMerit(concept) && concept != concepts.revenues
      && concepts.traits(of: concept).kind == .money
  }

  /// "Revenue of", "revenue rises 40% to", "net income for the quarter was".
  private func measure(before read: HeadlineFigure) -> NamedMeasure? {
    let tokens = read.words.tokens
    var found = NamedMeasure(concepts: [], isExact: true)
    var last = read.words.extent.lowerBound - 1
    func skip(_ words: WordSet) {
      while last >= 0, tokens[last].kind == .word, words.contains(tokens[last].word) { last -= 1 }
    }
    skip(hedges)
    guard last >= 0 else { return nil }
    // Whether a noun of direction before the lead is what the figure tells: "growth of", but not "up at".
    var mayBeOfNoun = false
    if tokens[last].isMark(":") || (tokens[last].kind == .word && leads.contains(tokens[last].word)) {
      found.lead = .level
      mayBeOfNoun = !tokens[last].isWord("at")
      last -= 1
      skip(comings)
      if !mayBeOfNoun, last >= 0, tokens[last].kind == .claim {
        while last >= 0, isBetweenVerbAndLevel(tokens[last]) { last -= 1 }
      }
    } else if tokens[last].isWord("to") {
      found.lead = .level
      last -= 1
      if last >= 0, comings.contains(tokens[last].word) {
        skip(comings)
      } else {
        while last >= 0, isBetweenVerbAndLevel(tokens[last]) { last -= 1 }
        guard last >= 0,
          DirectionWord.meaning(of: tokens[last].word)?.part == .verb || tokens[last].isWord("up")
            || tokens[last].isWord("down")
        else { return nil }
      }
    } else if tokens[last].isMark("(") {
      last -= 1
    } else if tokens[last].isWord("by") {
      found.lead = .change
      last -= 1
    }
    skip(SignWords.adverbs)
    if last >= 0, tokens[last].kind == .word, let meaning = DirectionWord.meaning(of: tokens[last].word) {
      // "Net lost" and "negative" give a sign, and a comparative before a figure belongs to another one.
      guard meaning.part != .comparative, !tokens[last].isWord("lost"), !tokens[last].isWord("negative")
      else {
        return nil
      }
      found.verb = last
      if found.lead == .none || (meaning.part == .noun && mayBeOfNoun) { found.lead = .change }
      last -= 1
      skip(SignWords.adverbs)
      skip(auxiliaries)
      // "Revenue of $8.4 million, up 40%": of the only figure before.
      if last >= 0, tokens[last].isMark(",") {
        last -= 1
        if last >= 0, tokens[last].kind == .claim {
          guard !tokens[..<last].contains(where: { $0.kind == .claim }) else { return nil }
          last -= 1
          if last >= 0, leads.contains(tokens[last].word) { last -= 1 }
        }
      }
    }
    if last >= 0, tokens[last].isMark(",") { last -= 1 }
    let end = last
    while last >= 0, isPeriodWord(tokens[last]) { last -= 1 }
    if last < end {
      guard ["for", "in", "of"].contains(tokens[last + 1].word) else { return nil }
      found.isPlain = false
      found.isOfOtherPeriod = nameOtherPart(tokens, (last + 1)..<(end + 1))
      found.span = span(named: tokens, (last + 1)..<(end + 1))
    }
    guard last >= 0, let (start, names) = whole.measureNames.ending(at: last, tokens) else { return nil }
    guard mayBeginName(tokens, at: start), !isListed(tokens, start) else { return nil }
    found.concepts = names.map(\.concept)
    found.isExact = names.contains { $0.isExact }
    found.isRatio = names.contains(where: isRatioName)
    if found.lead == .none, read.figure.unit == .percent, !found.isRatio {
      // "Grows revenue 40%"; without a verb a percentage may be anything of the measure.
      guard let said = read.words.directionOverObject() else { return found }
      (found.lead, found.verb) = (.change, said.index)
    }
    return found
  }

  /// "$8.4 million in revenue", "40% revenue growth", "40% higher revenue".
  private func measure(after read: HeadlineFigure) -> NamedMeasure? {
    let tokens = read.words.tokens
    guard mayBeginName(tokens, at: read.words.extent.lowerBound) else { return nil }
    var found = NamedMeasure(concepts: [], isExact: true)
    var first = read.words.extent.upperBound
    if first < tokens.count, let meaning = DirectionWord.meaning(of: tokens[first].word),
      meaning.part != .verb
    {
      (found.lead, found.verb) = (.change, first)
      first += 1
    }
    if first < tokens.count, tokens[first].isWord("in") || tokens[first].isWord("of") { first += 1 }
    if first < tokens.count, tokens[first].isWord("total") { first += 1 }
    guard first < tokens.count, let (end, names) = whole.measureNames.beginning(at: first, tokens) else {
      return nil
    }
    var next = end
    if next < tokens.count, found.verb == nil, let meaning = DirectionWord.meaning(of: tokens[next].word),
      meaning.part == .noun, !tokens[next].isWord("up"), !tokens[next].isWord("down")
    {
      (found.lead, found.verb) = (.change, next)
      next += 1
    }
    guard next >= tokens.count || tokens[next].kind != .word || endings.contains(tokens[next].word),
      next >= tokens.count || !tokens[next].isMark("-")
    else { return nil }
    // A percentage before a name is a share of it or a part, where nothing says that it is a change.
    if read.figure.unit == .percent, found.lead != .change, !names.contains(where: isRatioName) {
      return nil
    }
    found.concepts = names.map(\.concept)
    found.isExact = names.contains { $0.isExact }
    found.isRatio = names.contains(where: isRatioName)
    return found
  }

  /// Whether another name stands right before: of "sales, net income up 11% and 19%" each has a figure of its own.
  private func isListed(_ tokens: [ProseToken], _ start: Int) -> Bool {
    start > 1 && (tokens[start - 1].isMark(",") || tokens[start - 1].isWord("and"))
      && whole.measureNames.ending(at: start - 2, tokens) != nil
  }

  private func isRatioName(_ name: MeasureNames.Name) -> Bool {
    name.words.last == "margin" || name.words.last == "rate"
  }

  /// Whether a measure's name may begin at a place: after the company's own name, for example.
  private func mayBeginName(_ tokens: [ProseToken], at start: Int) -> Bool {
    guard start > 0 else { return true }
    let before = tokens[start - 1]
    switch before.kind {
    case .mark:
      // "U.S. revenue" and "product & service revenue" are other measures.
      if before.isMark("&") || before.isMark("/") { return false }
      if before.isMark("'") { return mayBeginName(tokens, at: start - 1) }
      return
        !(before.isMark(".") && start > 1 && tokens[start - 2].kind == .word
        && tokens[start - 2].word.count == 1)
    case .word:
      if whollyOf.contains(before.word) { return true }
      if let meaning = DirectionWord.meaning(of: before.word), meaning.part != .noun { return true }
      if isOfCompany(before.word) { return true }
    case .number, .claim, .end: break
    }
    return mayBegin(tokens, at: start)
  }

  /// Whether a word is one of the company's name.
  func isOfCompany(_ word: ProseWord) -> Bool {
    guard let company else { return false }
    return archive.companies[company].names.contains { labelWords($0.value).contains(word) }
  }
}

extension ClaimContext {
  /// Whether the figure is one of a share: "$0.07 per diluted share".
  var isPerShare: Bool {
    let next = extent.upperBound
    guard next < tokens.count, tokens[next].isMark("/") || perWords.contains(tokens[next].word) else {
      return false
    }
    return tokens[(next + 1)..<min(next + 4, tokens.count)].contains { $0.isWord("share") }
  }

  /// Whether the words hold the figure against another one, or tell that of another time.
  fileprivate func namesOtherPeriod(than period: Period, _ fiscal: FiscalCalendar) -> Bool {
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
    let after = tokens[extent.upperBound...].prefix(6)
    // "$6.0 to $8.4 million" is a range.
    if let next = after.first, next.isWord("to") || next.isMark("-"), after.dropFirst().first?.kind == .claim
    {
      return true
    }
    for token in after {
      if token.kind == .claim || token.kind == .mark || token.kind == .end { return false }
      if isOther(token) || times.contains(token.word) { return true }
    }
    return false
  }

  /// Whether the words before the figure hold it against another one, or a year that is not the period's stands near.
  fileprivate func tellsOtherTime(than period: Period, _ fiscal: FiscalCalendar) -> Bool {
    let own = [fiscal.year(of: period.end), period.end.year].map { ProseWord("\($0)") }
    func isOtherYear(_ token: ProseToken) -> Bool {
      token.kind == .number && token.word.count == 4 && !own.contains(token.word)
    }
    for index in 0..<extent.lowerBound {
      if isOtherYear(tokens[index]) { return true }
      guard tokens[index].kind == .word, comparing.contains(tokens[index].word) else { continue }
      // "Income from operations" is a name.
      if !tokens[index].isWord("from") || !sources.contains(tokens[index + 1].word) { return true }
    }
    return tokens[extent.upperBound...].prefix(6).prefix { $0.kind != .claim && $0.kind != .mark }
      .contains(where: isOtherYear)
  }

  /// Whether the words after a level say what it came from and nothing that holds for both: "to [5] from [4] in the
  /// linked quarter".
  fileprivate var isFollowedByBase: Bool {
    var index = extent.upperBound
    guard index + 1 < tokens.count, tokens[index].isWord("from"), tokens[index + 1].kind == .claim else {
      return false
    }
    index += 2
    let first = index
    while index < tokens.count, tokens[index].kind == .word, timesBefore.contains(tokens[index].word) {
      index += 1
    }
    let isOfBase =
      index == first || tokens[first..<index].contains { $0.kind == .word && earlierTimes.contains($0.word) }
    return isOfBase && endsTelling(at: index)
  }

  /// Whether the figure is one from which another came: "net income of [5] turns to a net loss".
  fileprivate var turnsIntoOther: Bool {
    let after = tokens[extent.upperBound...].prefix(2)
    guard let verb = after.first, verb.kind == .word else { return false }
    if verb.isWord("becomes") || verb.isWord("became") { return true }
    guard turnings.contains(verb.word), let next = after.dropFirst().first else { return false }
    return next.isWord("to") || next.isWord("into") || next.isWord("way")
  }

  /// Whether what is told of a figure ends at a place: nothing there makes it another's, or of another time.
  fileprivate func endsTelling(at index: Int) -> Bool {
    guard index < tokens.count else { return true }
    let token = tokens[index]
    switch token.kind {
    case .end: return true
    case .mark:
      if token.isMark(",") {
        return index + 1 >= tokens.count || !conditions.contains(tokens[index + 1].word)
      }
      return token.isMark(".") || token.isMark(";")
    case .word: return followers.contains(token.word)
    case .claim, .number: return false
    }
  }

  /// Whether the words after a change say what it is from, and that is not the year before.
  fileprivate var namesBase: Bool {
    let after = tokens[extent.upperBound...].prefix(8).prefix { $0.kind == .word || $0.kind == .number }
    guard after.contains(where: { $0.kind == .word && bases.contains($0.word) }) else { return false }
    return !after.contains { $0.kind == .word && yearWords.contains($0.word) }
  }
}

/// Whether a word holds a headline's figures on another basis than the statements, of another company or a part of this
/// one, or tells what is only expected.
func isOtherBasis(_ token: ProseToken) -> Bool {
  token.kind == .word && otherBases.contains(token.word)
}

private let otherBases: WordSet = [
  "excluding", "including", "organic", "organically", "constant", "currency", "comparable", "same-store",
  "like-for-like", "underlying", "core", "non-gaap", "sequential", "sequentially", "quarter-over-quarter",
  "quarter-on-quarter", "annualized", "annualised", "run-rate", "expect", "expects", "expected", "sees",
  "forecast", "forecasts", "outlook", "guidance", "target", "targets", "targeted", "estimates", "projects",
  "projected", "anticipates", "acquires", "acquired", "acquire", "acquisition", "buys", "bought", "merger",
  "merges", "divests", "divestiture", "competitor", "subsidiary", "segment", "division", "aims", "plans",
  "pro", "preliminary", "could", "would", "will", "may", "without", "adjusting", "normalized", "normalised",
  "currencies", "two-year", "three-year", "five-year", "consensus", "goal", "potential",
]

/// What may stand between a verb of direction and the "to" before a level.
private func isBetweenVerbAndLevel(_ token: ProseToken) -> Bool {
  switch token.kind {
  case .claim, .number: true
  case .word: SignWords.adverbs.contains(token.word) || token.word == "by" || hedges.contains(token.word)
  case .mark: token.isMark(",")
  case .end: false
  }
}

/// A word of the name of a period.
private func isPeriodWord(_ token: ProseToken) -> Bool {
  token.kind == .number
    ? token.word.count == 4 || token.word.count <= 2 : token.kind == .word && periodWords.contains(token.word)
}

private let periodWords: WordSet = [
  "for", "in", "of", "the", "its", "first", "second", "third", "fourth", "full", "fiscal", "quarter",
  "half", "year", "months", "period", "three", "six", "nine", "twelve", "ended", "full-year", "q1", "q2",
  "q3", "q4", "q", "march", "june", "september", "december",
]

/// Say before a figure how exactly it is meant, or praise it.
private let hedges: WordSet = [
  "about", "nearly", "approximately", "almost", "roughly", "around", "some", "over", "only", "just", "a",
  "an", "the", "more", "less", "than", "record", "strong", "solid",
]

/// Lead from the name of a figure to it.
private let leads: WordSet = [
  "of", "was", "is", "were", "are", "at", "reaches", "reached", "totals", "totaled", "totalled", "hits",
  "hit", "tops",
]

/// Stand before such a word: "came in at", "stood at", "amounted to".
private let comings: WordSet = [
  "came", "comes", "in", "stood", "stands", "amounted", "amounts", "remains", "remained",
]

private let auxiliaries: WordSet = ["has", "have", "had", "is", "was", "were", "are"]

/// May stand before the name of a figure of the whole company.
private let whollyOf: WordSet = [
  "total", "consolidated", "overall", "group", "company", "higher", "lower", "strong", "solid", "robust",
  "weak", "our", "their", "while", "but", "said",
]

/// What may follow the name of a figure that stands before it.
private let endings: WordSet = [
  "and", "as", "on", "while", "but", "vs", "versus", "compared", "after", "up", "down",
]

private let perWords: WordSet = ["per", "a", "an", "each"]

/// Hold a figure against another one.
private let comparing: WordSet = [
  "from", "than", "versus", "vs", "against", "compared", "compares", "after", "since", "following",
  "follows", "followed", "prior", "previous", "ago", "earlier", "year-ago", "year-earlier", "prior-year",
  "last",
]

/// What a measure's name says that it is from.
private let sources: WordSet = ["operations", "operating", "continuing", "discontinued"]

/// Words of a time before, after the figure that it had.
private let timesBefore: WordSet = [
  "in", "the", "a", "an", "same", "linked", "preceding", "previous", "prior", "last", "second", "first",
  "third",
  "fourth", "quarter", "year", "period", "year-ago", "year-earlier", "ago", "earlier", "prior-year",
]

/// Those of them that say that it is one before.
private let earlierTimes: WordSet = [
  "linked", "preceding", "previous", "prior", "last", "year-ago", "year-earlier", "ago", "earlier",
  "prior-year",
]

/// Lead from one result to another of the other sign.
private let turnings: WordSet = [
  "turns", "turned", "turning", "swings", "swung", "changes", "changed", "gives", "gave", "flips", "flipped",
]

/// Begin what is told besides.
private let followers: WordSet = [
  "and", "as", "while", "but", "amid", "despite", "reflects", "reflecting", "driven", "thanks", "helped",
]

/// After a comma these hold the figure on another basis, for a part or for another time.
private let conditions: WordSet = [
  "before", "excluding", "including", "without", "adjusted", "ex", "in", "at", "from", "for", "net", "on",
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
