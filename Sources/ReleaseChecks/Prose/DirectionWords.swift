/// What a word says of how a figure changed.
struct DirectionWord: Hashable, Sendable {
  var sense: Sense
  var part: Part

  enum Sense: Hashable, Sendable {
    case up, down
    /// Which way is better depends on the figure: `improved`.
    case better, worse
    /// Away from zero and towards it: a loss that widened is a smaller number.
    case wider, narrower
    /// A factor: `doubled`.
    case times(Int)
    /// A divisor: `halved`.
    case parts(Int)

    /// Whether it points up, for good or away from zero.
    var isRise: Bool {
      switch self {
      case .up, .better, .wider, .times: true
      case .down, .worse, .narrower, .parts: false
      }
    }
  }

  enum Part: Hashable, Sendable {
    /// `rose`: may part the name of a figure from the figure, "the net loss widened to".
    case verb
    /// `an increase`, `up`
    case noun
    /// `more`, `lower`: joined to a change by "by" or "than", or right after it.
    case comparative
  }

  /// What a word means, where it tells a direction.
  static func meaning(of word: ProseWord) -> DirectionWord? { directions[word] }
}

private let directions: WordTable<DirectionWord> = WordTable(
  entries(
    .up, .verb,
    [
      "rise", "rises", "rose", "risen", "rising", "grow", "grows", "grew", "grown", "growing", "increases",
      "increased", "increasing", "gained", "climb", "climbs", "climbed", "climbing", "jumps", "jumped",
      "jumping", "advanced", "advancing", "added", "surges", "surged", "surging", "soar", "soars", "soared",
      "soaring", "rocketed", "skyrocketed", "spiked", "rebounds", "rebounded", "rebounding", "recovered",
      "recovering", "expand", "expands", "expanded", "expanding", "ballooned", "swelled", "leaped", "leapt",
      "leaps", "rallied", "raises", "raised", "boosts", "boosted", "lifts", "lifted", "multiplied",
    ])
    + entries(
      .down, .verb,
      [
        "fall", "falls", "fell", "fallen", "falling", "drops", "dropped", "dropping", "decreases",
        "decreased", "decreasing", "declines", "declined", "declining", "slip", "slips", "slipped",
        "slipping", "dips", "dipped", "dipping", "slides", "slid", "sliding", "sink", "sinks", "sank", "sunk",
        "sinking", "tumble", "tumbles", "tumbled", "tumbling", "plunges", "plunged", "plunging", "plummet",
        "plummets", "plummeted", "plummeting", "slumps", "slumped", "slumping", "shrink", "shrinks", "shrank",
        "shrunk", "shrinking", "contracted", "contracting", "eases", "eased", "easing", "receded",
        "retreated", "collapsed", "dwindled", "diminished", "reduces", "reduced", "reducing", "cut", "cuts",
        "cutting", "trims", "trimmed", "lowers", "lowered", "slashes", "slashed", "shed", "softened",
      ])
    + entries(
      .better, .verb,
      ["improve", "improves", "improved", "improving", "strengthens", "strengthened", "strengthening"])
    + entries(
      .worse, .verb,
      [
        "worsen", "worsens", "worsened", "worsening", "deteriorates", "deteriorated", "deteriorating",
        "weakens", "weakened", "weakening",
      ])
    + entries(
      .wider, .verb,
      ["widen", "widens", "widened", "widening", "deepens", "deepened", "deepening", "broadened"])
    + entries(.narrower, .verb, ["narrow", "narrows", "narrowed", "narrowing"])
    + entries(.times(2), .verb, ["double", "doubles", "doubled", "doubling"])
    + entries(.times(3), .verb, ["triple", "triples", "tripled", "tripling", "trebled", "trebles"])
    + entries(.times(4), .verb, ["quadruple", "quadruples", "quadrupled", "quadrupling"])
    + entries(.times(5), .verb, ["quintupled"])
    + foldWords.map { ($0.word, DirectionWord(sense: .times($0.factor), part: .noun)) }
    + entries(.parts(2), .verb, ["halve", "halves", "halved", "halving"])
    + entries(
      .up, .noun,
      [
        "increase", "growth", "gain", "gains", "jump", "surge", "rebound", "recovery", "expansion",
        "upturn", "spike", "up",
      ])
    + entries(
      .down, .noun,
      [
        "decrease", "decline", "drop", "reduction", "dip", "slide", "slump", "plunge", "contraction",
        "downturn", "lost", "negative", "down", "shrinkage",
      ])
    + entries(.better, .noun, ["improvement", "improvements"])
    + entries(.worse, .noun, ["deterioration"])
    + entries(.up, .comparative, ["more", "higher", "greater", "larger", "bigger"])
    + entries(.down, .comparative, ["less", "lower", "fewer", "smaller"])
    + entries(.better, .comparative, ["better"])
    + entries(.worse, .comparative, ["worse"])
    + entries(.wider, .comparative, ["wider"])
    + entries(.narrower, .comparative, ["narrower"]))

/// "Rose threefold": words for a factor that a verb before them may turn round.
private let foldWords: [(word: ProseWord, factor: Int)] =
  [
    ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9),
    ("ten", 10),
  ].flatMap { name, factor in [(ProseWord(name + "fold"), factor), (ProseWord(name + "-fold"), factor)] }

private let folds = WordSet(foldWords.map(\.word))

/// Whether a factor stands after a word that points down, "fell threefold", so that it says nothing for certain.
func isFoldedDown(_ tokens: [ProseToken], _ index: Int) -> Bool {
  guard folds.contains(tokens[index].word) else { return false }
  return tokens[max(0, index - 3)..<index].contains { token in
    token.kind == .word && DirectionWord.meaning(of: token.word)?.sense.isRise == false
  }
}

private func entries(
  _ sense: DirectionWord.Sense, _ part: DirectionWord.Part, _ words: [ProseWord]
) -> [(ProseWord, DirectionWord)] {
  words.map { ($0, DirectionWord(sense: sense, part: part)) }
}
