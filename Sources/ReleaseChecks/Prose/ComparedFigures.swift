import Diagnostics
import ExactNumbers
import ReleaseModel

/// Contradicted directions between two linked figures: "rose to [$6,980,000](...) from [$7,181,000](...)".
///
/// Only figures of one concept are compared, and only where nothing but joining words stands between them. What
/// is negative is compared by its size where the words call it a loss; across a change of sign the words decide nothing.
func comparisonFindings(
  _ tokens: [ProseToken], _ links: [ProseLink], in text: Int, _ context: ProseContext
) -> [ProseFinding] {
  var found: [ProseFinding] = []
  var before: Int?
  for index in tokens.indices {
    switch tokens[index].kind {
    case .claim:
      if let before, let compared = comparison(tokens, before, index),
        let finding = finding(compared, tokens, links, in: text, context)
      {
        found.append(finding)
      }
      before = index
    case .end: before = nil
    case .word, .number, .mark: continue
    }
  }
  return found
}

/// Two claims of which the words say that one rose or fell to the other.
private struct Comparison {
  var now: Int
  var then: Int
  /// The word of direction.
  var verb: Int
}

private func comparison(_ tokens: [ProseToken], _ first: Int, _ second: Int) -> Comparison? {
  let between = tokens[(first + 1)..<second]
  guard first > 1, between.count <= 8, tokens[first - 1].kind == .word,
    between.allSatisfy({
      ($0.kind == .word && joining.contains($0.word)) || $0.isMark(",") || $0.kind == .number
    })
  else { return nil }
  var verb = first - 2
  if tokens[verb].kind == .word, adverbs.contains(tokens[verb].word), verb > 0 { verb -= 1 }
  guard tokens[verb].kind == .word else { return nil }
  let last = tokens[second - 1]
  if tokens[first - 1].isWord("to"), last.isWord("from") {
    return Comparison(now: first, then: second, verb: verb)
  }
  if tokens[first - 1].isWord("from"), last.isWord("to") {
    return Comparison(now: second, then: first, verb: verb)
  }
  return nil
}

private func finding(
  _ compared: Comparison, _ tokens: [ProseToken], _ links: [ProseLink], in text: Int, _ context: ProseContext
) -> ProseFinding? {
  let word = tokens[compared.verb].word
  let isUp = SignWords.up.contains(word)
  guard isUp || SignWords.down.contains(word),
    let now = figure(tokens[compared.now], links, context),
    let then = figure(tokens[compared.then], links, context),
    now.concept == then.concept, now.company == then.company, let new = now.telling, let old = then.telling,
    context.history.denomination(of: new) == context.history.denomination(of: old),
    new.fact.value.isNegative == old.fact.value.isNegative, var a = Bounds(new.fact), var b = Bounds(old.fact)
  else { return nil }
  if new.fact.value.isNegative {
    guard isCalledNegative(tokens, before: compared.verb, now, context) else { return nil }
    (a, b) = (a.magnitude, b.magnitude)
  }
  guard (isUp ? a.high.isAtMost(b.low) : b.high.isAtMost(a.low)) == true, a != b else { return nil }
  let label = context.label(of: new)
  return ProseFinding(
    .contradictedSign,
    "'\(word.text)' is not what the data say: '\(label)' went from \(old.fact.value.text()) to \(new.fact.value.text())",
    in: text, at: links[Int(tokens[compared.now].link)].range,
    label: isUp ? "expected a decrease" : "expected an increase",
    related: [new, old].map { .init(context.subject(of: $0), "'\(label)' is \($0.fact.value.text()) here") },
    teller: Int(new.release))
}

private func figure(_ token: ProseToken, _ links: [ProseLink], _ context: ProseContext) -> MeantFigure? {
  guard token.kind == .claim,
    case .success(.fact(let reference))? = FigureReference.parse(links[Int(token.link)].destination)
  else { return nil }
  return context.figure(reference)
}

/// Whether the nearest noun before the verb calls the figure a loss, not an income.
private func isCalledNegative(
  _ tokens: [ProseToken], before verb: Int, _ figure: MeantFigure, _ context: ProseContext
) -> Bool {
  guard let vocabulary = context.vocabulary.signs(of: figure.concept) else { return false }
  for token in tokens[max(0, verb - 6)..<verb].reversed() {
    if token.kind == .end { return false }
    if vocabulary.negative.contains(token.word) { return true }
    if vocabulary.positive.contains(token.word) { return false }
  }
  return false
}

/// May stand between the figures besides "from" and "to".
private let joining: WordSet = [
  "from", "to", "in", "the", "a", "an", "year", "earlier", "quarter", "third", "first", "second", "fourth",
  "of",
  "for", "same", "prior", "last", "previous", "period", "fiscal", "million", "billion", "per", "share", "and",
]

private let adverbs: WordSet = [
  "slightly", "sharply", "significantly", "modestly", "markedly", "steadily", "again", "further", "back",
  "only",
]
