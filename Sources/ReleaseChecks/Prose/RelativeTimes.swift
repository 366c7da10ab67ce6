/// A time that words name beside a figure: by itself, or by how long before another one it was.
enum ToldTime: Hashable {
  case named(NamedTime)
  /// "A year earlier", "the prior-year quarter".
  case yearBefore
  /// "The previous quarter", "sequentially".
  case quarterBefore
}

/// The time that the words at a place tell, over an article, and where they end.
func toldTime(_ tokens: [ProseToken], at start: Int) -> (time: ToldTime, end: Int)? {
  let place = start < tokens.count && tokens[start].isWord("the") ? start + 1 : start
  guard place < tokens.count else { return nil }
  if let end = yearBefore(tokens, at: place) { return (.yearBefore, end) }
  if place + 1 < tokens.count, tokens[place].kind == .word, before.contains(tokens[place].word),
    tokens[place + 1].isWord("quarter")
  {
    // "The last quarter of 2003", "the prior quarter a year ago".
    let next = place + 2 < tokens.count ? tokens[place + 2].word : ProseWord()
    return ["of", "in", "a", "last"].contains(next) ? nil : (.quarterBefore, place + 2)
  }
  if tokens[place].kind == .word, same.contains(tokens[place].word) {
    return samePart(tokens, after: place + 1)
  }
  guard let (time, end) = namedTime(tokens, at: place) else { return nil }
  // "The third quarter of the prior year".
  if time.year == nil, time.end == nil, let other = yearBefore(tokens, over: end) {
    return (.yearBefore, other)
  }
  return (.named(time), end)
}

/// "The same period of 2002", "the corresponding quarter last year".
private func samePart(_ tokens: [ProseToken], after start: Int) -> (time: ToldTime, end: Int)? {
  var place = start
  while place < tokens.count, place < start + 4, tokens[place].kind == .word || tokens[place].kind == .number,
    parts.contains(tokens[place].word)
  {
    place += 1
  }
  guard place > start else { return nil }
  if let end = yearBefore(tokens, over: place) { return (.yearBefore, end) }
  guard place < tokens.count, tokens[place].isWord("of") || tokens[place].isWord("in"),
    let (time, end) = namedTime(tokens, at: place + 1), time.length == nil, !time.isDay
  else { return nil }
  return (.named(time), end)
}

/// Where words end that mean the year before, over what joins them to a part of it: "of the prior year".
private func yearBefore(_ tokens: [ProseToken], over start: Int) -> Int? {
  var place = start
  while place < tokens.count,
    tokens[place].isWord("of") || tokens[place].isWord("in") || tokens[place].isWord("the")
  {
    place += 1
  }
  return yearBefore(tokens, at: place)
}

/// Where words end that mean the year before: "a year ago", "the prior-year quarter", "last year".
private func yearBefore(_ tokens: [ProseToken], at place: Int) -> Int? {
  guard place < tokens.count, tokens[place].kind == .word else { return nil }
  func says(_ words: WordSet, _ place: Int) -> Bool {
    place < tokens.count && tokens[place].kind == .word && words.contains(tokens[place].word)
  }
  let word = tokens[place].word
  if joinedYears.contains(word) { return says(parts, place + 1) ? place + 2 : place + 1 }
  if word == "a" || word == "one" || word == "year" {
    let year = word == "year" ? place : place + 1
    guard says(["year"], year), says(["ago", "earlier", "before"], year + 1) else { return nil }
    return says(parts, year + 2) ? year + 3 : year + 2
  }
  guard before.contains(word), says(["year"], place + 1) else { return nil }
  return says(parts, place + 2) ? place + 3 : place + 2
}

/// The time with which an adverb compares: "sequentially", "year over year"; and where it ends.
func comparingAdverb(_ tokens: [ProseToken], at place: Int) -> (time: ToldTime, end: Int)? {
  guard place < tokens.count, tokens[place].kind == .word else { return nil }
  if let time = adverbs[tokens[place].word] { return (time, place + 1) }
  guard place + 2 < tokens.count, tokens[place + 1].isWord("over") || tokens[place + 1].isWord("on"),
    tokens[place + 2].kind == .word, tokens[place].word == tokens[place + 2].word
  else { return nil }
  if tokens[place].isWord("year") { return (.yearBefore, place + 3) }
  return tokens[place].isWord("quarter") ? (.quarterBefore, place + 3) : nil
}

private let adverbs: WordTable<ToldTime> = [
  "sequentially": .quarterBefore, "quarter-over-quarter": .quarterBefore,
  "quarter-on-quarter": .quarterBefore,
  "qoq": .quarterBefore, "q-o-q": .quarterBefore, "year-over-year": .yearBefore, "year-on-year": .yearBefore,
  "yoy": .yearBefore, "y-o-y": .yearBefore,
]

private let before: WordSet = ["prior", "previous", "preceding", "last"]

private let same: WordSet = ["same", "corresponding", "comparable", "equivalent"]

private let joinedYears: WordSet = ["prior-year", "previous-year", "year-ago", "year-earlier", "last-year"]

private let parts: WordSet = [
  "quarter", "period", "half", "half-year", "months", "three", "six", "nine", "twelve", "three-month",
  "six-month", "nine-month", "quarterly",
]
