import CivilTime
import ReleaseModel

/// Which part of a year the words round a figure speak of, and whether it is the release's.
extension CheckedRelease {
  /// Whether a name may begin at a place: "product revenue" is another concept than "revenue", and "2002 revenue" another
  /// period's.
  func mayBegin(_ tokens: [ProseToken], at start: Int) -> Bool {
    guard start > 0 else { return true }
    let before = tokens[start - 1]
    guard let period = release.period, let (_, part) = fiscal.name(of: period) else {
      return before.kind != .word || openings.contains(before.word)
    }
    switch before.kind {
    // "Q3 revenue" is a word and a number.
    case .number where before.word.count == 4 && part == .year: return true
    case .number where before.word.count == 4: return start > 1 && isOwnPeriod(tokens, start - 2, part)
    case .number: return isOwnPeriod(tokens, start - 1, part)
    case .word: return openings.contains(before.word) || isOwnPeriod(tokens, start - 1, part)
    // "Nine months' revenue".
    case .mark where before.isMark("'"): return mayBegin(tokens, at: start - 1)
    case .mark, .claim, .end: return true
    }
  }

  /// Whether some words name another part of a year than the release's: "in the first quarter", "for nine months".
  func nameOtherPart(_ tokens: [ProseToken], _ range: Range<Int>) -> Bool {
    guard let period = release.period, let (_, part) = fiscal.name(of: period) else { return false }
    let saysQuarter = range.contains { tokens[$0].isWord("quarter") }
    return range.contains { index in
      let token = tokens[index]
      let before = index > 0 ? tokens[index - 1].word : ProseWord()
      if token.kind == .number { return before == "q" && !isOwnPeriod(tokens, index, part) }
      guard token.kind == .word else { return false }
      switch token.word {
      case "quarter":
        if quarters[part] == nil { return true }
        return ordinals.contains(before) && !isOwnPeriod(tokens, index, part)
      case "half": return part != .h1 && part != .h2
      case "months":
        let own: ProseWord =
          switch part {
          case .year: "twelve"
          case .nineMonths: "nine"
          case .h1, .h2: "six"
          default: "three"
          }
        return before != own
      case "year" where before == "half": return part != .h1 && part != .h2
      case "year", "full-year": return part != .year && !saysQuarter
      case "year-to-date": return true
      default: return false
      }
    }
  }

  /// The span up to the end of the release's period that some words name: "for the nine months", "in the first half of
  /// 2003".
  func span(named tokens: [ProseToken], _ range: Range<Int>) -> Period? {
    guard let period = release.period else { return nil }
    let year = fiscal.year(of: period.end)
    let own = [ProseWord("\(year)"), ProseWord("\(period.end.year)")]
    let words = tokens[range]
    func says(_ word: ProseWord) -> Bool { words.contains { $0.kind == .word && $0.word == word } }
    guard words.allSatisfy({ $0.kind == .word || own.contains($0.word) }), !says("quarter"), !says("second"),
      !says("q")
    else { return nil }
    let part: FiscalCalendar.Part
    switch (says("months"), says("half"), says("year") || says("full-year")) {
    case (true, false, false):
      if says("nine") {
        part = .nineMonths
      } else if says("six") {
        part = .h1
      } else if says("twelve") {
        part = .year
      } else {
        return nil
      }
    case (false, true, false) where says("first"): part = .h1
    case (false, false, true): part = .year
    default: return nil
    }
    return fiscal.period(year, part).flatMap { $0.end == period.end ? $0 : nil }
  }

  /// Whether the words that end at a place say which part of a year is meant, and it is the release's.
  private func isOwnPeriod(_ tokens: [ProseToken], _ last: Int, _ part: FiscalCalendar.Part) -> Bool {
    let word = tokens[last].word
    if part == .year { return word == "full-year" || word == "annual" || word == "yearly" }
    guard let names = quarters[part] else { return false }
    if word == "quarter" { return last > 0 && tokens[last - 1].word == names.ordinal }
    if tokens[last].kind == .number { return word == names.digit && last > 0 && tokens[last - 1].isWord("q") }
    return word == names.joined || word == "quarterly"
  }
}

/// How a quarter is named.
private let quarters: [FiscalCalendar.Part: (ordinal: ProseWord, joined: ProseWord, digit: ProseWord)] = [
  .q1: ("first", "first-quarter", "1"), .q2: ("second", "second-quarter", "2"),
  .q3: ("third", "third-quarter", "3"), .q4: ("fourth", "fourth-quarter", "4"),
]

private let ordinals: WordSet = ["first", "second", "third", "fourth"]

/// May stand before the name of a figure without changing what it names.
private let openings: WordSet = [
  "a", "the", "and", "with", "on", "reports", "reported", "posts", "posted", "announces", "its", "to",
  "has", "had", "sees", "brings", "brought", "as", "record",
]
