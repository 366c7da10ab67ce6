import Diagnostics
import ExactNumbers
import ReleaseModel

/// Contradicted directions of levels that stand alone: "revenue fell to [$6,980,000](...)" where the release's own
/// statement shows less for the year before.
///
/// Silent where the words compare with something else, "rose to [5](...) from the second quarter", and where one of the
/// figures that the statement compares with went the way the words say.
func levelFindings(
  _ tokens: [ProseToken], _ links: [ProseLink], in text: Int, _ context: ProseContext
) -> [ProseFinding] {
  var found: [ProseFinding] = []
  for index in tokens.indices where tokens[index].kind == .claim && index > 1 {
    let place = index > 2 && currencySign(tokens[index - 1]) != nil ? index - 2 : index - 1
    guard tokens[place].isWord("to"), let verb = verbBefore(place, tokens),
      let finding = finding(tokens, verb, index, links, in: text, context)
    else { continue }
    found.append(finding)
  }
  return found
}

private func finding(
  _ tokens: [ProseToken], _ verb: Int, _ claim: Int, _ links: [ProseLink], in text: Int,
  _ context: ProseContext
) -> ProseFinding? {
  guard let meaning = DirectionWord.meaning(of: tokens[verb].word), meaning.part == .verb,
    // A change between both is held by itself.
    !tokens[verb..<claim].contains(where: { $0.kind == .claim }),
    !recoveries.contains(tokens[verb].word), verb == 0 || !infinitives.contains(tokens[verb - 1].word),
    let now = linkedFigure(tokens[claim], links, context), let new = now.telling
  else { return nil }
  let isStock = context.archive.catalog[now.concept].balance == .stock
  guard !namesOtherBase(tokens, verb, claim, isStock: isStock),
    !isAfterSameMeasure(tokens, verb, now, links, context)
  else { return nil }
  let bases = context.history.tellings(
    company: now.company, concept: now.concept, in: context.history.denomination(of: new)
  ).filter { $0.release == new.release && isComparative($0.fact.period, of: new.fact.period) }
  let then = contradictedBase(meaning.sense, new, bases) {
    context.vocabulary.signs(of: now.concept).flatMap { calledSign(tokens, before: claim, $0) } == .negative
  }
  guard let then else { return nil }
  let label = context.label(of: new)
  return ProseFinding(
    .contradictedSign,
    "'\(tokens[verb].word.text)' is not what the data say: '\(label)' went from \(then.fact.value.text()) to \(new.fact.value.text())",
    in: text, at: links[Int(tokens[claim].link)].range,
    label: meaning.sense.isRise ? "expected a decrease" : "expected an increase",
    related: [new, then].map { .init(context.subject(of: $0), "'\(label)' is \($0.fact.value.text()) here") },
    hints: ["correct the word, or say what the figure is compared with"], teller: Int(new.release))
}

/// Whether the sentence says what a level is compared with, or when it rose and fell.
private func namesOtherBase(_ tokens: [ProseToken], _ verb: Int, _ claim: Int, isStock: Bool) -> Bool {
  func isBase(_ token: ProseToken) -> Bool {
    token.kind == .word && (otherBases.contains(token.word) || (isStock && spans.contains(token.word)))
  }
  for token in tokens[max(0, verb - 40)..<verb].reversed() {
    if token.kind == .end || token.isMark(".") || token.isMark(";") { break }
    if isBase(token) { return true }
  }
  if tokens[verb..<claim].contains(where: isBase) { return true }
  for index in (claim + 1)..<min(claim + 25, tokens.count) {
    let token = tokens[index]
    if token.kind == .end || token.isMark(".") || token.isMark(";") { break }
    if isBase(token), !leadsToYearBefore(tokens, index) { return true }
  }
  return false
}

/// "From a year earlier", "than in the same quarter last year": what the statement shows as well.
private func leadsToYearBefore(_ tokens: [ProseToken], _ base: Int) -> Bool {
  for index in (base + 1)..<min(base + 8, tokens.count) {
    let token = tokens[index]
    guard token.kind == .word else { return false }
    if token.word == "year-ago" || token.word == "year-earlier" || token.word == "prior-year" { return true }
    guard token.word == "year", index + 1 < tokens.count else { continue }
    return tokens[index + 1].isWord("ago") || tokens[index + 1].isWord("earlier")
      || tokens[index + 1].isWord("before")
      || ["last", "prior", "previous"].contains(tokens[index - 1].word)
  }
  return false
}

/// Whether a figure of the same measure for another period stands before in the sentence, so that the level may be held
/// against that: "rose to [5](...) in the second quarter and fell to [4](...)".
private func isAfterSameMeasure(
  _ tokens: [ProseToken], _ verb: Int, _ now: MeantFigure, _ links: [ProseLink], _ context: ProseContext
) -> Bool {
  for token in tokens[max(0, verb - 40)..<verb].reversed() {
    if token.kind == .end || token.isMark(".") || token.isMark(";") { return false }
    if token.kind == .claim, let other = linkedFigure(token, links, context), other.concept == now.concept,
      other.period != now.period
    {
      return true
    }
  }
  return false
}

/// Rise again from where something fell, most often since the quarter before.
private let recoveries: WordSet = [
  "recovers", "recovered", "recovering", "rebounds", "rebounded", "rebounding", "rallied",
]

/// Before a verb that tells what is to come or did not.
private let infinitives: WordSet = [
  "to", "will", "would", "could", "can", "should", "may", "might", "must", "not", "never", "did", "had",
  "if",
]

/// Lead to what a figure is compared with, or name another time than the year before.
private let otherBases: WordSet = [
  "from", "than", "since", "versus", "vs", "against", "compared", "comparison", "over", "after",
  "following", "above", "below", "until", "before", "sequential", "sequentially", "quarter-over-quarter",
  "quarter-on-quarter", "consecutive", "peak", "low", "high", "again", "back", "month", "monthly", "week",
  "weekly", "once", "then", "later", "temporarily", "previously", "expected", "planned", "forecast",
  "budgeted", "budget", "guidance", "plan", "adjusted", "organic", "constant", "excluding", "pro",
]

/// Lengths of time that a balance at their end can be compared over.
private let spans: WordSet = [
  "quarter", "month", "months", "weeks", "week", "half", "during", "first", "second", "third", "fourth",
  "june", "march", "september", "december",
]
