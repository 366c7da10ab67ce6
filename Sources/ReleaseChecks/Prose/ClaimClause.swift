import ReleaseModel

/// The words of a clause that lead to a figure, where every one of them is a word by which companies tell their own
/// figures: "in the third quarter of 2003, net income rose to".
///
/// Any other word may make the figure a part's, a plan's or another company's, and then nothing is known of it.
struct ClaimClause {
  /// The only measure that it names; `nil` where it names none, or several.
  var measure: NamedMeasureInClause?
  /// The only time that it names.
  var time: PlacedTime?
  /// The time with which it says that something compares: "sequentially".
  var base: PlacedTime?
  /// Whether what leads to the figure is a "by", as to a change.
  var isBy = false
}

/// A measure's name in a clause.
struct NamedMeasureInClause {
  /// Where it stands among the context's tokens.
  var tokens: Range<Int>
  var names: [MeasureNames.Name]
  /// Whether the figure is told of it: not in "of net sales, [5](...) was spent".
  var isSubject: Bool
}

extension ClaimContext {
  /// The clause before the figure; `nil` where it holds a word that is not known.
  ///
  /// - Parameters:
  ///   - names: what the catalog's concepts are called.
  ///   - isOfCompany: whether a word is one of the company's name.
  func leadingClause(_ names: MeasureNames, isOfCompany: (ProseWord) -> Bool) -> ClaimClause? {
    let end = min(extent.lowerBound, own.lowerBound)
    guard end > 0, let start = startOfClause(before: end) else { return nil }
    var measures: [NamedMeasureInClause] = []
    var times: [PlacedTime] = []
    var bases: [PlacedTime] = []
    let isAfterClaim = start > 0 && tokens[start - 1].kind == .claim
    var place = start
    if isAfterClaim {
      // What follows a figure is most often its own, but not "and net income for 2003 was".
      guard let first = joint(at: start) else { return nil }
      place = first
      while place < end, tokens[place].kind == .word, articles.contains(tokens[place].word) { place += 1 }
      guard names.beginning(at: place, tokens) != nil else { return nil }
    }
    while place < end {
      if let (base, next) = comparingAdverb(tokens, at: place), next <= end {
        bases.append(PlacedTime(time: base, tokens: place..<next))
        place = next
      } else if let (time, next) = toldTime(tokens, at: place), next <= end {
        guard isTold(time, place..<next, start) else { return nil }
        times.append(PlacedTime(time: time, tokens: place..<next))
        place = next
      } else if let (next, found) = names.beginning(at: place, tokens), next <= end {
        let isSubject = isSubject(place..<next, start)
        measures.append(NamedMeasureInClause(tokens: place..<next, names: found, isSubject: isSubject))
        place = next
      } else if isPlain(place, end) || (tokens[place].kind == .word && isOfCompany(tokens[place].word)) {
        place += 1
      } else {
        return nil
      }
    }
    guard times.count <= 1, bases.count <= 1 else { return nil }
    // "In 2004 the [5](...) earned now" tells it of no time yet.
    let isTold =
      !measures.isEmpty || leadsFromLabel(end - 1) || tokens[start..<end].contains(where: isPredicate)
    guard isTold else { return nil }
    return ClaimClause(
      measure: measures.count == 1 ? measures[0] : nil, time: times.first, base: bases.first,
      isBy: tokens[start..<end].contains { $0.isWord("by") })
  }

  /// Where the clause begins that leads to a figure; `nil` where that is further off than is looked.
  private func startOfClause(before end: Int) -> Int? {
    var place = end
    // The mark of a cell or a label right before the figure is no border.
    if leadsFromLabel(place - 1) { place -= 1 }
    while place > 0 {
      let token = tokens[place - 1]
      switch token.kind {
      case .claim, .end: return place
      case .mark where isBorder(place - 1): return place
      case .word, .number, .mark: place -= 1
      }
    }
    return end < Self.reach ? 0 : nil
  }

  private func isBorder(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.isMark(".") { return isFullStop(index) }
    if token.isMark("-") { return index == 0 || tokens[index - 1].kind != .number }
    return borders.contains(token.word)
  }

  /// Where a clause of its own begins that follows a figure: after "and", "while" or a comma.
  private func joint(at place: Int) -> Int? {
    var next = place
    if next < tokens.count, tokens[next].isMark(",") { next += 1 }
    if next < tokens.count, tokens[next].kind == .word, joints.contains(tokens[next].word) { next += 1 }
    return next > place ? next : nil
  }

  /// Whether the words tell a time of their clause: it is none that something is compared with, "on the third quarter", no
  /// one of several, and one that is told by another one has its preposition.
  private func isTold(_ time: ToldTime, _ range: Range<Int>, _ start: Int) -> Bool {
    if isListed(range) { return false }
    let before = range.lowerBound > start ? tokens[range.lowerBound - 1] : nil
    guard case .named(let named) = time else {
      return before.map { $0.kind == .word && timeLeads.contains($0.word) }
        ?? tokens[range.lowerBound].isWord("a")
    }
    guard let before, before.kind == .word, awayLeads.contains(before.word) else { return true }
    return before.word == "on" && named.isDay
  }

  /// Whether a time is one of several: "in the year and the fourth quarter".
  private func isListed(_ time: Range<Int>) -> Bool {
    [time.lowerBound - 1, time.upperBound].contains { index in
      index >= 0 && index < tokens.count && (tokens[index].isWord("and") || tokens[index].isWord("or"))
    }
  }

  /// Whether a measure's name is not what a preposition leads to, and nothing parts it from what is told of it.
  private func isSubject(_ name: Range<Int>, _ start: Int) -> Bool {
    let next = tokens[name.upperBound]
    if next.isMark(",") || next.isWord("had") || next.isWord("has") || next.isWord("have") { return false }
    guard name.lowerBound > start else { return true }
    let before = tokens[name.lowerBound - 1]
    return before.kind != .word || !prepositions.contains(before.word) || next.isWord("of")
      || next.isWord("at")
  }

  private func isPredicate(_ token: ProseToken) -> Bool {
    token.kind == .word
      && (predicates.contains(token.word) || DirectionWord.meaning(of: token.word)?.part == .verb)
  }

  private func isPlain(_ place: Int, _ end: Int) -> Bool {
    let token = tokens[place]
    switch token.kind {
    case .word:
      if DirectionWord.meaning(of: token.word)?.part == .verb { return true }
      // "In this quarter as in the third quarter of 2002" compares.
      if token.word == "as" { return tokens[place + 1].isWord("of") }
      return plainWords.contains(token.word) || predicates.contains(token.word)
        || SignWords.adverbs.contains(token.word) || beginsUnit(token.word)
    case .mark:
      return token.isMark(",") || token.isMark("'") || currencySign(token) != nil
        || (place + 1 == end && (token.isMark(":") || token.isMark("|") || token.isMark("(")))
    case .number, .claim, .end: return false
    }
  }
}

/// Part a clause from what was told before it.
private let borders: WordSet = [
  ";", ":", "|", "(", ")", "[", "]", "\"", "“", "”", "‘", "\u{2014}", "?", "!", "#", ">",
]

private let timeLeads: WordSet = ["in", "for", "during"]

/// Lead to a time that another one comes after or is compared with.
private let awayLeads: WordSet = ["on", "to", "by", "with", "up", "down"]

private let joints: WordSet = ["and", "while", "whereas", "but"]

private let articles: WordSet = ["the", "its", "our", "their", "group", "company", "total", "consolidated"]

private let prepositions: WordSet = ["of", "in", "on", "to", "at", "for", "by", "with", "during"]

/// Tell something of what stands before them.
private let predicates: WordSet = [
  "was", "were", "is", "are", "be", "been", "has", "have", "had", "stood", "stands", "came", "comes",
  "amounted",
  "amounts", "totaled", "totalled", "totals", "reached", "reaches", "remained", "remains",
  "reports", "reported", "posted", "posts", "generated", "generates", "recorded", "records", "achieved",
  "delivered", "earned", "made", "showed",
]

/// How companies tell figures of their own, besides the names of measures, times, predicates and words of direction.
private let plainWords: WordSet = [
  "the", "a", "an", "its", "our", "their", "it", "we", "group", "company", "corporation", "total",
  "consolidated", "overall", "quarter", "half", "year", "period", "months",
  "in", "for", "during", "at", "of", "to", "on", "with", "and", "while", "whereas", "but",
  "also", "again", "about", "approximately", "around", "roughly", "nearly", "almost", "some", "record",
  "strong",
  "solid", "by", "up", "down",
]
