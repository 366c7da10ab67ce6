import Diagnostics
import ExactNumbers
import ReleaseModel

/// Contradicted directions between two linked figures: "rose to [$6,980,000](...) from [$7,181,000](...)".
///
/// Only figures of one concept are compared, and only where nothing but joining words stands between them. What
/// is negative is compared by its size where the words call it a loss; across a change of sign only better and worse
/// have a meaning.
func comparisonFindings(
  _ tokens: [ProseToken], _ links: [ProseLink], in text: Int, _ context: ProseContext
) -> [ProseFinding] {
  var found: [ProseFinding] = []
  // The last two claims of the paragraph: a change may stand between the figures it is the change of.
  var (last, secondLast): (Int?, Int?)
  for index in tokens.indices {
    switch tokens[index].kind {
    case .claim:
      let compared =
        last.flatMap { comparison(tokens, $0, index) } ?? secondLast.flatMap { comparison(tokens, $0, index) }
      if let compared, let finding = finding(compared, tokens, links, in: text, context) {
        found.append(finding)
      }
      (last, secondLast) = (index, last)
    case .end: (last, secondLast) = (nil, nil)
    case .word, .number, .mark: continue
    }
  }
  return found
}

/// Two claims of which the words say that one rose or fell to the other.
struct Comparison {
  var now: Int
  var then: Int
  /// The word of direction.
  var verb: Int
  /// Where the words that name the figures end.
  var end: Int
  /// Whether the words put the second figure beside the first one and do not say that it came from there: "compared with",
  /// "(2002: [3](...))".
  var isBeside = false
}

/// What the words say of two claims by their places among the tokens; `nil` where they do not compare them.
func comparison(_ tokens: [ProseToken], _ first: Int, _ second: Int) -> Comparison? {
  guard first > 0, second - first <= 14 else { return nil }
  // Between the figures may stand the word of direction itself: "5, up from 3", "5, less than the 3".
  var (verb, lead): (Int?, Int?)
  var (isComparedToSecond, isBeside) = (false, false)
  for index in (first + 1)..<second {
    let token = tokens[index]
    switch token.kind {
    case .word:
      if beside.contains(token.word), lead == nil {
        (lead, isComparedToSecond, isBeside) = (index, true, true)
      } else if isBeside, lead == index - 1, token.word == "with" || token.word == "to" {
        continue
      } else if token.word == "from" || token.word == "than" || token.word == "to" || token.word == "over" {
        if lead == nil { isComparedToSecond = token.word != "to" }
        lead = index
      } else if let meaning = DirectionWord.meaning(of: token.word), meaning.part != .verb {
        guard verb == nil, lead == nil else { return nil }
        verb = index
      } else if !joining.contains(token.word), !SignWords.adverbs.contains(token.word) {
        return nil
      }
    case .mark:
      if token.isMark("("), index == first + 1, lead == nil {
        (lead, isComparedToSecond, isBeside) = (index, true, true)
        continue
      }
      if token.isMark(":"), index == second - 1, let lead, tokens[lead].isMark("(") { continue }
      guard token.isMark(",") || token.isMark("%") || currencySign(token) != nil else { return nil }
    case .number: continue
    case .claim:
      // "5, up 40% from 3" and "5, or .04 a share, from 3": a change, or the same in another unit.
      guard lead == nil, verb != nil || tokens[index - 1].isWord("or") else { return nil }
    case .end: return nil
    }
  }
  guard let lead else { return nil }
  if isBeside, tokens[lead].isMark("("), !tokens[second - 1].isMark(":") { return nil }
  if let verb {
    // "5, up 3% on the year, compared with 6 in the second quarter" may be from something else.
    if isBeside, lead != verb + 1 { return nil }
    guard isComparedToSecond, tokens[lead].word != "over" || tokens[verb].word != "more" else { return nil }
    return Comparison(now: first, then: second, verb: verb, end: first, isBeside: isBeside)
  }
  let place = first > 1 && currencySign(tokens[first - 1]) != nil ? first - 2 : first - 1
  // "Revenue decreased: 5 against 6", "unchanged at 5 (2002: 6)".
  let isStated =
    tokens[place].isMark(":")
    || (place > 0 && tokens[place].isWord("at") && tokens[place - 1].isWord("unchanged"))
  if isStated, isComparedToSecond, isVerb(tokens, place - 1) {
    return Comparison(now: first, then: second, verb: place - 1, end: place, isBeside: isBeside)
  }
  guard tokens[place].kind == .word, let verb = verbBefore(place, tokens) else { return nil }
  if isBeside {
    guard tokens[place].isWord("to"), isAlone(tokens[(verb + 1)..<place]) else { return nil }
    return Comparison(now: first, then: second, verb: verb, end: place, isBeside: true)
  }
  switch (tokens[place].word, tokens[lead].word) {
  case ("to", "from"): return Comparison(now: first, then: second, verb: verb, end: place)
  case ("from", "to"): return Comparison(now: second, then: first, verb: verb, end: place)
  default: return nil
  }
}

/// The verb or noun of direction that a preposition belongs to, over what it changes: "narrowed its net loss to".
func verbBefore(_ preposition: Int, _ tokens: [ProseToken]) -> Int? {
  for index in (max(0, preposition - 8)..<preposition).reversed() {
    let token = tokens[index]
    switch token.kind {
    case .word:
      if let meaning = DirectionWord.meaning(of: token.word), meaning.part != .comparative {
        let isDenied = index > 0 && denials.contains(tokens[index - 1].word)
        return isDenied || isFoldedDown(tokens, index) ? nil : index
      }
      guard objects.contains(token.word) || SignWords.adverbs.contains(token.word) else { return nil }
    // "Rose 40% to 5 from 3": the change may stand between.
    case .claim, .number: continue
    case .mark: guard token.isMark("%") || token.isMark(",") || token.isMark("$") else { return nil }
    case .end: return nil
    }
  }
  return nil
}

/// Whether a verb of direction, or "unchanged", stands at a place and nothing before it takes that back.
private func isVerb(_ tokens: [ProseToken], _ index: Int) -> Bool {
  guard index > 0, tokens[index].kind == .word else { return false }
  let before = tokens[index - 1]
  if tokens[index].isWord("unchanged") {
    // "Broadly unchanged" leaves room.
    return before.kind == .word && (states.contains(before.word) || tokens[index + 1].isMark(":"))
  }
  return DirectionWord.meaning(of: tokens[index].word)?.part == .verb
    && !(before.kind == .word && denials.contains(before.word))
}

/// Whether no change and no word for what it is from stands between a verb and its preposition.
private func isAlone(_ between: ArraySlice<ProseToken>) -> Bool {
  between.allSatisfy { $0.kind == .word && !bases.contains($0.word) }
}

private func finding(
  _ compared: Comparison, _ tokens: [ProseToken], _ links: [ProseLink], in text: Int, _ context: ProseContext
) -> ProseFinding? {
  if let ratios = ratioFinding(compared, tokens, links, in: text, context) { return ratios }
  if tokens[compared.verb].isWord("unchanged") {
    return unchangedFinding(compared, tokens, links, in: text, context)
  }
  guard let meaning = DirectionWord.meaning(of: tokens[compared.verb].word),
    let now = linkedFigure(tokens[compared.now], links, context),
    let then = linkedFigure(tokens[compared.then], links, context),
    now.concept == then.concept, now.company == then.company, let new = now.telling, let old = then.telling,
    context.history.denomination(of: new) == context.history.denomination(of: old),
    var a = Bounds(new.fact), var b = Bounds(old.fact)
  else { return nil }
  if compared.isBeside, !isYearBefore(compared, now, then, tokens, links, context) { return nil }
  let sense = meaning.sense
  switch (sense, new.fact.value.isNegative, old.fact.value.isNegative) {
  case (.better, _, _), (.worse, _, _): guard context.vocabulary.isMerit(now.concept) else { return nil }
  case (_, false, false): break
  case (.wider, true, true), (.narrower, true, true): (a, b) = (a.magnitude, b.magnitude)
  case (_, true, true):
    guard let vocabulary = context.vocabulary.signs(of: now.concept),
      calledSign(tokens, before: compared.end, vocabulary) == .negative
    else { return nil }
    (a, b) = (a.magnitude, b.magnitude)
  default: return nil
  }
  let label = context.label(of: new)
  var expected = sense.isRise ? "expected a decrease" : "expected an increase"
  if sense == .better || sense == .worse {
    expected = sense == .better ? "expected worse" : "expected better"
  }
  if (sense.isRise ? a.high.isAtMost(b.low) : b.high.isAtMost(a.low)) != true || a == b {
    guard let multiple = Multiple(tokens, at: compared.verb), let ratio = a / b,
      multiple.holds(for: ratio) == false
    else { return nil }
    expected = "\(ratio.low.rounded(decimals: 2)?.text() ?? "?") times as much"
  }
  return ProseFinding(
    .contradictedSign,
    "'\(tokens[compared.verb].word.text)' is not what the data say: '\(label)' went from \(old.fact.value.text()) to \(new.fact.value.text())",
    in: text, at: links[Int(tokens[compared.now].link)].range, label: expected,
    related: [new, old].map { .init(context.subject(of: $0), "'\(label)' is \($0.fact.value.text()) here") },
    teller: Int(new.release))
}

/// Whether a figure that is put beside another one is that of the year before, or of the last fiscal year's end, and no
/// third one stands with them, from which it may have risen or fallen.
private func isYearBefore(
  _ compared: Comparison, _ now: MeantFigure, _ then: MeantFigure, _ tokens: [ProseToken],
  _ links: [ProseLink],
  _ context: ProseContext
) -> Bool {
  let fiscal = context.archive.companies[now.company].fiscal
  let year = fiscal.yearEarlier(now.period)
  let start = now.period.isInstant ? fiscal.period(fiscal.year(of: now.period.end) - 1, .year) : nil
  guard then.period == year || (start != nil && then.period.end == start?.end) else { return false }
  let end = max(compared.now, compared.then) + 1
  for token in tokens[end...] {
    if token.kind == .end || token.isMark(";") { break }
    if linkedFigure(token, links, context)?.concept == now.concept { return false }
  }
  return true
}

/// "Unchanged at [5](...), compared with [6](...)": where both are apart by more than a fiftieth.
private func unchangedFinding(
  _ compared: Comparison, _ tokens: [ProseToken], _ links: [ProseLink], in text: Int, _ context: ProseContext
) -> ProseFinding? {
  guard let now = linkedFigure(tokens[compared.now], links, context),
    let then = linkedFigure(tokens[compared.then], links, context),
    now.concept == then.concept, now.company == then.company, let new = now.telling, let old = then.telling,
    context.history.denomination(of: new) == context.history.denomination(of: old),
    let a = Bounds(new.fact), let b = Bounds(old.fact), let ratio = a / b,
    let low = Fraction(98, over: 100), let high = Fraction(102, over: 100),
    ratio.high.isAtMost(low) == true || high.isAtMost(ratio.low) == true
  else { return nil }
  let label = context.label(of: new)
  return ProseFinding(
    .contradictedSign,
    "'unchanged' is not what the data say: '\(label)' went from \(old.fact.value.text()) to \(new.fact.value.text())",
    in: text, at: links[Int(tokens[compared.now].link)].range,
    related: [new, old].map { .init(context.subject(of: $0), "'\(label)' is \($0.fact.value.text()) here") },
    teller: Int(new.release))
}

/// "A margin of [40%](calc:...), down from [39%](calc:...)".
private func ratioFinding(
  _ compared: Comparison, _ tokens: [ProseToken], _ links: [ProseLink], in text: Int, _ context: ProseContext
) -> ProseFinding? {
  guard let sense = DirectionWord.meaning(of: tokens[compared.verb].word)?.sense,
    sense == .up || sense == .down,
    let now = ratio(tokens[compared.now], links, context),
    let then = ratio(tokens[compared.then], links, context),
    now.name == then.name, now.reckoned.figures.map(\.concept) == then.reckoned.figures.map(\.concept),
    now.reckoned.figures.map(\.company) == then.reckoned.figures.map(\.company)
  else { return nil }
  let (a, b) = (now.reckoned.bounds, then.reckoned.bounds)
  guard (sense == .up ? a.high.isAtMost(b.low) : b.high.isAtMost(a.low)) == true, a != b else { return nil }
  func shown(_ reckoned: Reckoned) -> String { (reckoned.point.rounded(decimals: 2)?.text() ?? "?") + "%" }
  return ProseFinding(
    .contradictedSign,
    "'\(tokens[compared.verb].word.text)' is not what the data say: the \(now.name.rawValue) went from \(shown(then.reckoned)) to \(shown(now.reckoned))",
    in: text, at: links[Int(tokens[compared.now].link)].range,
    label: sense == .up ? "expected a decrease" : "expected an increase",
    notes: [then, now].map { "\($0.reckoned.arithmetic) = \(shown($0.reckoned))" },
    teller: now.reckoned.figures.first?.telling.map { Int($0.release) })
}

private func ratio(_ token: ProseToken, _ links: [ProseLink], _ context: ProseContext) -> (
  name: ReleaseModel.Calculation.Name, reckoned: Reckoned
)? {
  guard token.kind == .claim,
    case .success(let reference)? = FigureReference.parse(links[Int(token.link)].destination),
    case .calculation(let calculation) = reference, [.margin, .share, .ratio].contains(calculation.name),
    case .value(let reckoned)? = context.reckon(reference)
  else { return nil }
  return (calculation.name, reckoned)
}

/// The figure that a link to one means.
func linkedFigure(_ token: ProseToken, _ links: [ProseLink], _ context: ProseContext) -> MeantFigure? {
  guard token.kind == .claim,
    case .success(.fact(let reference))? = FigureReference.parse(links[Int(token.link)].destination)
  else { return nil }
  return context.figure(reference)
}

/// May stand between the figures besides "from" and "to".
private let joining: WordSet = [
  "from", "to", "in", "the", "a", "an", "year", "earlier", "quarter", "third", "first", "second", "fourth",
  "of", "for", "same", "prior", "last", "previous", "period", "fiscal", "million", "billion", "thousand",
  "per",
  "share", "and", "ago", "year-ago", "prior-year", "year-earlier", "comparable", "corresponding", "three",
  "six",
  "nine", "months", "ended", "september", "june", "march", "december", "revenue", "revenues", "sales",
  "diluted",
  "basic", "by", "percent", "before", "or", "was", "is", "were", "are", "q", "h", "fy", "half",
  "corresponding",
]

/// What a verb may change, before the preposition.
private let objects: WordSet = [
  "its", "our", "the", "in", "of", "net", "operating", "gross", "pretax", "pre-tax", "loss", "losses",
  "income",
  "profit", "earnings", "deficit", "revenue", "revenues", "sales", "per", "share", "diluted", "basic",
  "quarterly",
  "by", "percent", "million", "billion", "than", "more", "from", "operations", "company", "quarters",
  "thirds", "half",
  "dividend", "interim", "final", "annual", "long-term", "debt", "cash", "flow", "inventories", "backlog",
  "ebitda",
  "two", "three", "nearly", "about", "almost", "approximately", "roughly", "a", "over",
]

/// Put a figure beside another one.
private let beside: WordSet = ["compared", "against", "versus", "vs"]

/// Say between a verb and its preposition what a change is from.
private let bases: WordSet = [
  "sequentially", "year-over-year", "year-on-year", "quarter-over-quarter", "organically", "again", "further",
  "back",
  "still", "even", "from", "than",
]

/// Lead to "unchanged".
private let states: WordSet = ["was", "were", "is", "are", "remained", "remains", "stayed", "and"]

private let denials: WordSet = ["not", "never", "no", "without", "despite"]
