import ExactNumbers
import ReleaseModel

/// A headline's figures as single tokens, so that words are read round them as round the links of prose.
struct HeadlineWords {
  private var tokens: [ProseToken] = []
  private var figures: [(place: Int, own: [ProseToken], digits: Int, printed: PrintedFigure)] = []

  /// - Parameter stated: the figures with the places of their digits.
  init(_ all: [ProseToken], _ stated: [(index: Int, figure: PrintedFigure)]) {
    var next = 0
    for (number, (index, figure)) in stated.enumerated() {
      let extent = extent(of: index, in: all)
      if extent.lowerBound > next { tokens += all[next..<extent.lowerBound] }
      let own = Array(all[extent])
      figures.append((tokens.count, own, index - extent.lowerBound, figure))
      let range = all[extent.lowerBound].range.lowerBound..<all[extent.upperBound - 1].range.upperBound
      tokens.append(ProseToken(kind: .claim, range: range, link: number))
      next = extent.upperBound
    }
    if next < all.count { tokens += all[next...] }
  }

  /// The words round one of the figures.
  func context(_ number: Int) -> ClaimContext {
    let figure = figures[number]
    return ClaimContext(
      figure.own, figure: figure.digits, before: tokens[..<figure.place],
      after: tokens[(figure.place + 1)...])
  }

  /// Figures that the words between them say rose or fell, and that as printed do not: "rises to $5 from $6".
  func contradictedComparisons() -> [(now: Int, then: Int, word: String)] {
    var found: [(now: Int, then: Int, word: String)] = []
    for second in figures.indices.dropFirst() {
      for first in [second - 1, second - 2] where first >= 0 {
        // What a figure is put beside may be of any time.
        guard let compared = comparison(tokens, figures[first].place, figures[second].place),
          !compared.isBeside,
          let meaning = DirectionWord.meaning(of: tokens[compared.verb].word)
        else { continue }
        // What is better depends on the figure, and a loss that follows is another sign.
        if meaning.sense == .better || meaning.sense == .worse { break }
        let after = figures[second].place + 1
        if after < tokens.count, tokens[after].kind == .word, results.contains(tokens[after].word) { break }
        let (now, then) =
          compared.now == figures[first].place ? (first, second) : (second, first)
        let (a, b) = (figures[now].printed, figures[then].printed)
        guard a.unit == b.unit, a.sign == nil, b.sign == nil, let new = a.bounds, let old = b.bounds else {
          break
        }
        let isWrong = meaning.sense.isRise ? new.high.isAtMost(old.low) : old.high.isAtMost(new.low)
        let holds = Multiple(tokens, at: compared.verb).flatMap { multiple in
          (new / old).flatMap { multiple.holds(for: $0) }
        }
        if isWrong == true || holds == false { found.append((now, then, tokens[compared.verb].word.text)) }
        break
      }
    }
    return found
  }
}

/// A figure of a headline with the words round it.
struct HeadlineFigure {
  var figure: PrintedFigure
  var words: ClaimContext
  /// The figures of the headline to either side.
  var previous: PrintedFigure?
  var next: PrintedFigure?
  /// Whether the words say that it is a change: "falls 12%".
  var isChange = false

  init(
    _ figure: PrintedFigure, _ words: ClaimContext, previous: PrintedFigure? = nil,
    next: PrintedFigure? = nil
  ) {
    self.words = words
    self.figure = figure
    (self.previous, self.next) = (previous, next)
    let first = words.extent.lowerBound
    if words.tokens[first].isMark("("), isAside(words.tokens, at: first) { self.figure.sign = nil }
    // "Margin up to 45% from 40%" tells a rise, no bound.
    if first > 1, words.tokens[first - 1].isWord("to"), words.tokens[first - 2].isWord("up"),
      words.extent.upperBound < words.tokens.count, words.tokens[words.extent.upperBound].isWord("from")
    {
      self.figure.hedge = nil
    }
    if first > 0, self.figure.hedge == nil, words.tokens[first - 1].kind == .word,
      passing.contains(words.tokens[first - 1].word)
        || (reaching.contains(words.tokens[first - 1].word) && figure.significantDecimals < figure.decimals)
    {
      self.figure.hedge = .above
    }
    if figure.unit == .percent, let said = direction(of: nil) {
      // "Margin 40% up from 37%" is a level.
      let isLevel = said.index + 1 < words.tokens.count && words.tokens[said.index + 1].isWord("from")
      isChange = !isLevel && !levels.contains(words.tokens[said.index].word)
    }
  }
}

extension HeadlineFigure {
  /// Which way the words say that the figure went: right beside it, or by a verb over what it changes, "shrinks revenue
  /// 40%".
  func direction(of name: WordSet?) -> SaidDirection? {
    if figure.unit == .percent, let over = words.overLastYear { return over.said }
    return words.direction(of: name)
      ?? (figure.unit == .percent || figure.unit == .points ? words.directionOverObject() : nil)
  }

  /// Whether a word near it says that it is below zero.
  var saysNegative: Bool { words.saysNegative }

  /// Whether it is the lower end of a range, "$6.0 to $8.4 million": the figure after it has a unit of the same kind, as in
  /// "9% to $8.4 million" it has not.
  var beginsRange: Bool {
    guard let next, next.unit.isOfOneKind(with: figure.unit) else { return false }
    let after = words.tokens[words.extent.upperBound...].prefix(2)
    guard let lead = after.first, lead.isWord("to") || lead.isMark("-") else { return false }
    return after.dropFirst().first?.kind == .claim
  }
}

/// Lead to an amount that a figure is beyond: "revenue tops $100 million".
private let passing: WordSet = [
  "tops", "topped", "exceeds", "exceeded", "passes", "passed", "surpasses", "surpassed", "crosses", "crossed",
]

/// The same of a round amount, "hits $100 million".
private let reaching: WordSet = ["reaches", "reached", "hits", "hit"]

/// Words of direction that may stand before a level: "a negative 2.5% margin".
private let levels: WordSet = ["negative", "lost", "gain", "gains", "growth"]

/// What is told that a figure may be.
struct HeadlineReading {
  var isTold = false
  /// Whose figures come out as printed.
  var fitting: [ConceptID] = []
  var contradictions: [HeadlineContradiction] = []

  mutating func add(_ concept: ConceptID) {
    isTold = true
    if !fitting.contains(concept) { fitting.append(concept) }
  }
}

extension CheckedRelease {
  /// A concept's label for the sign of a telling.
  func label(of telling: FactHistory.Telling) -> String {
    catalog[telling.fact.concept].label(negative: telling.fact.value.isNegative)
  }

  /// What of a figure that is as printed contradicts the words; `nil` where it fits.
  func contradiction(_ telling: FactHistory.Telling, _ read: HeadlineFigure) -> HeadlineContradiction? {
    let concept = telling.fact.concept
    if let code = otherCurrency(telling, read) {
      return HeadlineContradiction(telling: telling, reason: .currency(code))
    }
    guard let bounds = Bounds(telling.fact), !bounds.containsZero else { return nil }
    let sign: PrintedSign = telling.fact.value.isNegative ? .negative : .positive
    if let own = read.figure.sign {
      return own == sign ? nil : HeadlineContradiction(telling: telling, reason: .sign(nil))
    }
    if whole.vocabulary.isChange(concept) {
      guard let said = read.direction(of: nil),
        let stated = read.words.sign(of: said, concept, .unknown, whole.vocabulary), stated != sign
      else { return nil }
      return HeadlineContradiction(telling: telling, reason: .direction(said.index))
    }
    if isUnsigned(telling, read) { return HeadlineContradiction(telling: telling, reason: .sign(nil)) }
    guard let nouns = whole.vocabulary.signs(of: concept), let noun = read.words.noun(nouns),
      noun.sign != sign
    else { return nil }
    return HeadlineContradiction(telling: telling, reason: .sign(noun.index))
  }

  /// Whether a measure or a margin below zero stands without a minus, and without a word for it.
  private func isUnsigned(_ telling: FactHistory.Telling, _ read: HeadlineFigure) -> Bool {
    telling.fact.value.isNegative && whole.vocabulary.signs(of: telling.fact.concept) == nil
      && whole.vocabulary.isMerit(telling.fact.concept) && !read.saysNegative
  }

  /// Whether a percentage from one figure to another has a meaning: from a positive one, or between two that the words
  /// call losses.
  func isGrowth(_ now: Fact, _ then: Fact, _ read: HeadlineFigure) -> Bool {
    if !then.value.isNegative { return !now.value.isNegative }
    guard now.value.isNegative else { return false }
    let words = read.words
    if let said = words.direction(of: nil), said.sense == .wider || said.sense == .narrower { return true }
    return words.tokens.contains { $0.kind == .word && SignWords.negations.contains($0.word) }
  }

  /// The same for the change from an earlier figure.
  func contradiction(
    _ now: FactHistory.Telling, since then: FactHistory.Telling, _ read: HeadlineFigure
  ) -> HeadlineContradiction? {
    if let code = otherCurrency(now, read) {
      return HeadlineContradiction(telling: now, earlier: then, reason: .currency(code))
    }
    guard let new = Bounds(now.fact), let old = Bounds(then.fact), let change = new - old,
      !change.containsZero
    else { return nil }
    let sign: PrintedSign = change.high.isNegative ? .negative : .positive
    if let own = read.figure.sign {
      // "Net loss -56%" is a loss that shrank.
      let isLoss = now.fact.value.isNegative && then.fact.value.isNegative && read.saysNegative
      return own == sign || isLoss
        ? nil : HeadlineContradiction(telling: now, earlier: then, reason: .sign(nil))
    }
    let signs: FigureSigns =
      switch (now.fact.value.isNegative, then.fact.value.isNegative) {
      case (false, false): .positive
      case (true, true): .negative
      default: .mixed
      }
    let concept = now.fact.concept
    guard let said = read.direction(of: whole.vocabulary.signs(of: concept)?.own),
      let stated = read.words.sign(of: said, concept, signs, whole.vocabulary), stated != sign
    else { return nil }
    return HeadlineContradiction(telling: now, earlier: then, reason: .direction(said.index))
  }

  /// The currency of a telling where the figure names another one.
  private func otherCurrency(_ telling: FactHistory.Telling, _ read: HeadlineFigure) -> String? {
    guard case .money(let sign) = read.figure.unit else { return nil }
    // Of a release without statements nobody says for sure.
    let teller = archive.releases[Int(telling.release)]
    guard teller.ownCurrency != nil else { return nil }
    let code = teller.currency(of: telling.fact)
    return isSign(sign, of: code) ? nil : code
  }

  /// Whether the words name what they contradict, so that nothing else can be meant.
  ///
  /// - Parameter named: the measure beside the figure, where it was held against that.
  func isNamed(_ wrong: HeadlineContradiction, by read: HeadlineFigure, _ named: NamedMeasure?) -> Bool {
    if let named, named.isExact, named.isPlain { return true }
    let words = read.words
    guard wrong.telling.fact.period == release.period else { return false }
    if case .sign(let noun?) = wrong.reason {
      let families = whole.vocabulary.families(of: wrong.concept)
      if let named = words.namedResult(at: noun), !families.isDisjoint(with: named.families) { return true }
      let near = words.tokens[noun..<min(words.tokens.count, words.extent.upperBound + 3)]
      if concepts.traits(of: wrong.concept).kind == .perShare, near.contains(where: { $0.isWord("share") }) {
        return true
      }
    }
    if case .share(let verb) = wrong.reason {
      guard let margin = words.namedMargin, let family = margin.family, verb == margin.index + 1 else {
        return false
      }
      return whole.vocabulary.families(of: wrong.concept).contains(family)
        && mayBegin(words.tokens, at: margin.index - 1)
    }
    if case .direction(let verb) = wrong.reason {
      guard verb < words.extent.lowerBound else { return false }
      return isName(of: wrong.concept, words.tokens, before: verb) || isObject(wrong.concept, words, of: verb)
    }
    let start = words.extent.lowerBound
    guard start > 0 else { return false }
    return isName(
      of: wrong.concept, words.tokens,
      before: verbs.contains(words.tokens[start - 1].word) ? start - 1 : start)
  }

  /// Whether a figure that nothing tells may be meant for something that contradicts its words, though they do not name
  /// it: not where they name something else, "orders drop 40%".
  func mayBeMeant(_ wrong: HeadlineContradiction, by read: HeadlineFigure) -> Bool {
    guard case .direction(let verb) = wrong.reason, verb > 0, verb < read.words.extent.lowerBound else {
      return true
    }
    // "Profit for the year rose".
    let name = read.words.tokens[..<verb].lastIndex { !isPeriodWord($0) } ?? verb - 1
    let before = read.words.tokens[name]
    guard before.kind == .word, !directionParts.contains(before.word) else { return true }
    let label = catalog[wrong.concept]
    return nameWords(label.label).contains(oneForm(before.word))
  }

  /// Whether the words before a place are one of a concept's labels, and nothing makes them another's.
  func isName(of concept: ConceptID, _ tokens: [ProseToken], before place: Int) -> Bool {
    let concept = catalog[concept]
    return [concept.label(negative: true), concept.label(negative: false)].contains { label in
      let words = proseTokens(label).map(\.word)
      let start = place - words.count
      guard !words.isEmpty, start >= 0,
        zip(tokens[start..<place].map(\.word), words).allSatisfy({ isSameNoun($0, $1) })
      else { return false }
      return mayBegin(tokens, at: start)
    }
  }

  /// Whether one of a concept's labels is all that a verb changes: "shrinks revenue 40%".
  private func isObject(_ concept: ConceptID, _ words: ClaimContext, of verb: Int) -> Bool {
    let object = words.tokens[(verb + 1)..<words.extent.lowerBound].map(\.word).filter {
      !mayLead.contains($0)
    }
    let concept = catalog[concept]
    return [concept.label(negative: true), concept.label(negative: false)].contains { label in
      let label = proseTokens(label).map(\.word)
      return label.count == object.count && zip(object, label).allSatisfy { isSameNoun($0, $1) }
    }
  }
}

extension ClaimContext {
  /// The margin that the words before the figure name, by the word's place, and of which result it is: "gross".
  var namedMargin: (index: Int, family: ProseWord?)? {
    guard
      let index = tokens[..<extent.lowerBound].lastIndex(where: {
        $0.isWord("margin") || $0.isWord("margins")
      })
    else { return nil }
    guard index > 0 else { return (index, nil) }
    let word = tokens[index - 1].word
    return (index, ["gross", "operating", "net", "pretax"].contains(word) ? word : nil)
  }

  /// "Shrinks revenue 40%", "raises R&D spending by 50%": a verb that changes something, at most four words before.
  func directionOverObject() -> SaidDirection? {
    for index in (max(0, extent.lowerBound - 5)..<extent.lowerBound).reversed() {
      let token = tokens[index]
      guard token.kind == .word, !partings.contains(token.word) else { return nil }
      guard let meaning = DirectionWord.meaning(of: token.word) else { continue }
      guard transitives.contains(token.word), index + 1 < extent.lowerBound, !isDenied(index) else {
        return nil
      }
      return SaidDirection(sense: meaning.sense, index: index)
    }
    return nil
  }
}

/// May stand right before a verb of direction and are no name of what it tells.
private let directionParts: WordSet = [
  "and", "it", "which", "has", "have", "the", "a", "an", "on", "as", "to",
]

/// Verbs of direction that have an object.
let transitives: WordSet = [
  "raises", "raised", "boosts", "boosted", "lifts", "lifted", "grows", "grew", "increases", "increased",
  "expands",
  "expanded", "cuts", "cut", "shrinks", "shrank", "reduces", "reduced", "trims", "trimmed", "lowers",
  "lowered",
  "slashes", "slashed", "decreases", "decreased", "narrows", "narrowed", "widens", "widened",
]

/// Part a verb from a figure of something else.
private let partings: WordSet = [
  "to", "from", "as", "and", "or", "on", "with", "after", "while", "but", "despite", "for", "in", "at", "of",
  "than",
  "was", "is", "were", "are", "amid", "against", "versus", "vs",
]

/// May stand between a verb or a figure and the name of what is changed.
private let mayLead: WordSet = ["its", "our", "the", "by", "about", "nearly", "quarterly", "annual"]

/// Lead from the name of a figure to it.
private let verbs: WordSet = ["of", "was", "is", "at", "reaches", "totals", "hits"]

/// What follows a figure that its sign comes from.
private let results: WordSet = ["loss", "losses", "profit", "income", "deficit", "earnings"]

/// Whether two words are one noun, apart from the ending of the plural.
private func isSameNoun(_ a: ProseWord, _ b: ProseWord) -> Bool {
  a == b || (a.text + "s") == b.text || a.text == (b.text + "s")
}
