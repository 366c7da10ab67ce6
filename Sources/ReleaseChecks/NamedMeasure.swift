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
  /// The other span up to the end of the release's period that the words name, where the release tells it.
  var span: Period?
  /// Whether its name begins with that: "nine-month revenue".
  var isOfNamedSpan = false
  /// Whether it is what a verb of the company changes: "Norvia lifts revenue to".
  var isOfCompanyAction = false
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
      let own = earningsPerShare(words)
      found.concepts =
        all.isEmpty && isResult ? own : all.filter { !earningsPerShare.contains($0) || own.contains($0) }
    } else if unit != .percent, read.figure.scalePower == 0,
      let net = concepts.netIncome, found.concepts.contains(net)
    {
      // "Earnings of $0.07" are those of a share.
      found.concepts += earningsPerShare.filter { !found.concepts.contains($0) }
    }
    let told = found.concepts.filter { concept in
      figures.contains { $0.telling.fact.concept == concept && $0.telling.fact.period.end == period.end }
    }
    guard !told.isEmpty else { return nil }
    found.concepts = told
    if found.isPlain {
      if found.end == nil { found.end = endOfOwnPeriod(words) }
      found.isPlain =
        !read.beginsRange && !words.namesOtherPeriod(than: period, fiscal, after: found.end)
        || (found.lead != .change && isFollowedByBase(words, after: found.end))
    }
    if words.turnsIntoOther { (found.isPlain, found.isOfOtherPeriod) = (false, true) }
    if !found.isPlain { findSpan(&found, words, told) }
    if tellsOtherTime(words) { (found.isOfOtherPeriod, found.span) = (true, nil) }
    if found.lead == .change || (unit == .percent && !found.isRatio), words.namesBase { return nil }
    return found
  }

  /// The earnings per share that the words after a figure may mean: "per basic share".
  func earningsPerShare(_ words: ClaimContext) -> [ConceptID] {
    let after = words.tokens[words.extent.upperBound...].prefix(4).prefix { $0.kind == .word }
    func says(_ word: ProseWord) -> Bool { after.contains { $0.word == word } }
    switch (says("basic"), says("diluted")) {
    case (true, false): return earningsPerShare.filter { $0 != concepts.dilutedEarnings }
    case (false, true): return earningsPerShare.filter { $0 != concepts.basicEarnings }
    default: return earningsPerShare
    }
  }

  private var earningsPerShare: [ConceptID] {
    [concepts.basicEarnings, concepts.dilutedEarnings, concepts.commonEarnings].compactMap { $0 }
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
    if let net = netResult(verb: last, read.words) { return net }
    if let over = read.words.overLastYear, read.figure.unit == .percent {
      return measure(read.words, over: over)
    }
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
      if let changed = measureChanged(before: last, read.words) { return changed }
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
      let time = (last + 1)..<(end + 1)
      found.isPlain = isOwnPeriod(tokens, time)
      found.isOfOtherPeriod = nameOtherPart(tokens, time)
      found.span = span(named: tokens, time)
      if found.lead == .level, !found.isOfOtherPeriod, !tokens[time].contains(where: isOtherYear),
        let own = conceptLabelled(endingAt: end, tokens)
      {
        (found.concepts, found.isPlain) = ([own], true)
        return found
      }
    }
    guard last >= 0, let (start, names) = whole.measureNames.ending(at: last, tokens) else { return nil }
    if mayBeginName(tokens, at: start) {
      guard !isListed(tokens, start) else { return nil }
    } else {
      guard let named = spanNamed(before: start, tokens), mayBeginName(tokens, at: named.start),
        !isListed(tokens, named.start)
      else { return nil }
      (found.isPlain, found.isOfOtherPeriod) = (named.span == release.period, false)
      (found.span, found.isOfNamedSpan) = (read.beginsRange ? nil : named.span, true)
    }
    found.concepts = names.map(\.concept)
    found.isExact =
      names.contains { $0.isExact } || isNetResult(start..<(last + 1), found, read.words)
    found.isRatio = names.contains(where: isRatioName)
    if found.lead == .none, read.figure.unit == .percent, !found.isRatio {
      // "Grows revenue 40%"; without a verb a percentage may be anything of the measure.
      guard let said = read.words.directionOverObject() else { return found }
      (found.lead, found.verb) = (.change, said.index)
    }
    return found
  }

  /// "Revenue was $8.4 million, 9% above last year".
  private func measure(_ words: ClaimContext, over: (said: SaidDirection, end: Int)) -> NamedMeasure? {
    let last = words.placeBeforeOwnLevel
    guard last >= 0, let (start, names) = whole.measureNames.ending(at: last, words.tokens),
      mayBeginName(words.tokens, at: start), !isListed(words.tokens, start)
    else { return nil }
    return NamedMeasure(
      concepts: names.map(\.concept), isExact: names.contains { $0.isExact },
      isRatio: names.contains(where: isRatioName), lead: .change, verb: over.said.index, end: over.end)
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

  func isRatioName(_ name: MeasureNames.Name) -> Bool {
    name.words.last == "margin" || name.words.last == "rate"
  }

  /// Whether a measure's name may begin at a place: after the company's own name, for example.
  func mayBeginName(_ tokens: [ProseToken], at start: Int) -> Bool {
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
func isPeriodWord(_ token: ProseToken) -> Bool {
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
