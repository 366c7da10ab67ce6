import CivilTime
import Diagnostics
import ReleaseModel

extension DiagnosticCode {
  static let stalePeriodInHeadline = DiagnosticCode(
    "V504", "stale-period-in-headline",
    rule: "A quarter or year that the headline names is the release's.",
    explanation: """
      "Second quarter" over the third quarter's figures was left from the release before. The rule reads "third \
      quarter", "third-quarter", "Q3" and a year right after or before them. Where a headline tells of results and \
      nothing else, "results for 2002", "half-year results" and "results for the quarter ended June 30, 2003" are held \
      to the period too. A "third quarter in a row" is a count, and \
      what stands in a comparison, as in "up from 17 cents in the first quarter" and "(Q3 2002: 17 cents)", is another \
      period. Of the quarter that comes next a headline may tell what is planned, and "second-quarter gains continue" may \
      be true of any, so those are warnings.
      """)
}

/// V504: the headline's quarter or year against `period`.
let checkHeadlinePeriod: Rule = { checked in
  let release = checked.release
  guard release.kind == .earnings, let period = release.period,
    let (year, part) = checked.fiscal.name(of: period)
  else { return nil }
  let named = namedPeriods(in: release.headline)
  let results = ResultsHeadline(release.headline) { checked.isOfCompany(ProseWord($0)) }
  guard !named.isEmpty || results != nil else { return nil }
  func finding(_ message: String, isSure: Bool) -> [Finding] {
    [
      Finding(
        .stalePeriodInHeadline, message, at: .key(release: checked.index, path: "headline"),
        severity: isSure ? .error : .warning,
        related: [.init(.key(release: checked.index, path: "period"), "the period")],
        hints: ["correct the headline or `period`"])
    ]
  }
  let spelling = checked.fiscal.spelling(of: period)
  if let first = named.first, !fit(named, period, year: year, part, checked.fiscal) {
    return finding(
      "the headline names '\(first.text)', but the release's period is \(spelling)",
      isSure: !named.allSatisfy { $0.isBeside || isLater($0, than: year, part) })
  }
  guard let results else { return [] }
  func name(_ isTold: (FiscalCalendar.Part) -> Bool) -> Bool {
    results.names(period, year: year, part, checked.fiscal, isTold: isTold)
  }
  let isOwn = name { quarter in
    let span = checked.fiscal.period(year, quarter)
    return checked.periods.isEmpty || span.map(checked.periods.contains) ?? true
  }
  if isOwn { return [] }
  // Some call what they report for a half or nine months by its last quarter.
  return finding(
    "the headline is about the results of another time, but the release's period is \(spelling)",
    isSure: !name { _ in true } && !results.isLater(than: year))
}

/// Whether one of the quarters and years that a headline names is the release's.
private func fit(
  _ named: [NamedPeriod], _ period: Period, year: Int, _ part: FiscalCalendar.Part, _ fiscal: FiscalCalendar
) -> Bool {
  let years = named.compactMap(\.year)
  // A fiscal year may be called by the one in which it begins.
  let isOfStart = part == .year && fiscal.endMonth != 12 && years.contains(year - 1)
  guard years.isEmpty || years.contains(year) || years.contains(period.end.year) || isOfStart else {
    return false
  }
  return named.contains { mention in
    guard let quarter = mention.quarter else { return part == .year || part == .q4 }
    return quarter * 3 == part.months.upperBound || quarter * 3 - 3 == part.months.lowerBound
  }
}

/// Whether a quarter is one that comes after the release's: no release before it can have told that.
private func isLater(_ named: NamedPeriod, than year: Int, _ part: FiscalCalendar.Part) -> Bool {
  guard let quarter = named.quarter else { return named.year.map { $0 > year } ?? false }
  let last = part.months.upperBound / 3
  guard let namedYear = named.year else { return quarter == last % 4 + 1 }
  return namedYear > year || (namedYear == year && quarter > last)
}

/// A quarter or a year that a text names.
struct NamedPeriod: Hashable {
  /// 1 to 4; `nil` for a whole year.
  var quarter: Int?
  var year: Int?
  var text: String
  /// Whether the words after it may tell of something else than its results: "second-quarter gains continue".
  var isBeside = false
}

/// The quarters and full years a text names, in order.
func namedPeriods(in text: String) -> [NamedPeriod] {
  guard mayNamePeriod(text) else { return [] }
  let words = smallWords(of: text)
  let word = { (index: Int) in words.indices.contains(index) ? words[index] : "" }
  var named: [NamedPeriod] = []
  // Where the words of the last period end: a year belongs to one.
  var taken = 0
  for index in words.indices {
    var next = index + 1
    var quarter: Int?
    if let ordinal = ordinal(words[index]), word(index + 1) == "quarter" {
      quarter = ordinal
      next = index + 2
    } else if words[index].utf8.count == 2, words[index].first == "q",
      let number = Int(words[index].dropFirst()),
      (1...4).contains(number)
    {
      quarter = number
    } else if words[index] == "full", word(index + 1) == "year" {
      next = index + 2
    } else {
      continue
    }
    var year: Int?
    if ["in", "running", "straight", "consecutive", "above", "below"].contains(word(next)) { continue }
    if word(next) == "s" { next += 1 }
    if word(next) == "of" {
      next += 1
      if ["fiscal", "the", "year"].contains(word(next)) { next += 1 }
      year = yearNumber(word(next))
      // "A third quarter of growth" counts quarters.
      if year == nil, !["year", "fiscal"].contains(word(next)) { continue }
    } else {
      if word(next) == "fiscal" { next += 1 }
      year = yearNumber(word(next)) ?? (index > taken ? yearNumber(word(index - 1)) : nil)
    }
    taken = year == nil ? next : next + 1
    if quarter == nil, year == nil { continue }
    if isCompared(words, index) || isOutlook(words, index) || isLeft(words, index, next) { continue }
    if isAside(words, index, next) || isRestated(words, index..<min(next, words.count), year) { continue }
    let range = index...min(next, words.count - 1)
    named.append(
      NamedPeriod(
        quarter: quarter, year: year,
        text: (year == nil ? words[index..<min(next, words.count)] : words[range])
          .joined(separator: " "),
        isBeside: quarter != nil && year == nil && !tellsResults(words, next)))
  }
  return named
}

/// Whether a period is only what a figure is compared with: "up from $2.7 million in the fourth quarter", "up 20% from the
/// first quarter", but not "results from the first quarter".
private func isCompared(_ words: [String], _ index: Int) -> Bool {
  func isNumber(_ place: Int) -> Bool { words[place].utf8.first.map { $0 &- 48 < 10 } ?? false }
  // "After a first-quarter loss".
  if words[max(0, index - 3)..<index].contains(where: leadingAway.contains) { return true }
  if isLedTo(words, index) { return true }
  return (0..<index).contains { place in
    guard comparing.contains(words[place]), !(words[place] == "over" && isNumber(place + 1)) else {
      return false
    }
    // "Compared to net income of $4.2 million, or $0.42 per share, in": what is compared may be long.
    let isComparison = comparisons.contains(words[place])
    let leadsToNumber = ((place + 1)..<min(place + 6, index)).contains(where: isNumber)
    guard isComparison || index - place <= (leadsToNumber ? 16 : 8) else { return false }
    return words[..<place].indices.contains(where: isNumber) || (place + 1 < index && isNumber(place + 1))
      || (isComparison && leadsToNumber)
  }
}

/// Whether what leads to a period compares with it, over articles and adjectives: "rises from the second quarter", "since
/// the fourth quarter", "above that of the third quarter", "19% more than in Q3".
private func isLedTo(_ words: [String], _ index: Int) -> Bool {
  var place = index - 1
  while place >= 0, fillers.contains(words[place]) { place -= 1 }
  guard place >= 0 else { return false }
  let word = words[place]
  let before = place > 0 ? words[place - 1] : ""
  switch word {
  case "from":
    // "Results from the second quarter" are its own.
    return place == 0
      || words[max(0, place - 2)..<place].contains {
        DirectionWord.meaning(of: ProseWord($0)) != nil || $0.utf8.first.map { $0 &- 48 < 10 } ?? false
          || $0 == "ease"
      }
  case "on": return before.utf8.first.map { $0 &- 48 < 10 } ?? false || buildings.contains(before)
  case "to", "with": return ["compared", "compares", "relative", "comparable", "similar"].contains(before)
  default:
    // "Norvia tops second-quarter estimates" tells of the quarter itself.
    return measuring.contains(word) && !words[index...].prefix(4).contains(where: expectations.contains)
  }
}

/// Whether a period and its figure stand in parentheses: "(Q3 2002: $30.0 million)".
private func isAside(_ words: [String], _ index: Int, _ next: Int) -> Bool {
  guard let open = words[..<index].lastIndex(of: "("), !words[open..<index].contains(")") else {
    return false
  }
  return words[min(next, words.count)...].prefix { $0 != ")" }.contains {
    yearNumber($0) == nil && $0.utf8.first.map { $0 &- 48 < 10 } ?? false
  }
}

/// Whether the words before a year, or right after it, tell that its figures were restated: "restated net loss of
/// $8.9 million for 2002", "2002 results restated".
private func isRestated(_ words: [String], _ range: Range<Int>, _ year: Int?) -> Bool {
  year != nil
    && (words[..<range.lowerBound].contains(where: restatements.contains)
      || words[range.upperBound...].prefix(3).contains { $0 == "restated" || $0 == "restatement" })
}

private let restatements: Set<String> = ["restated", "restates", "restating", "restatement"]

/// Whether a result of a period is one from which another came: "net loss of $60 million in first quarter turns to".
private func isLeft(_ words: [String], _ index: Int, _ next: Int) -> Bool {
  guard
    let verb = words[min(next, words.count)...].prefix(9).firstIndex(where: {
      turnings.contains(ProseWord($0))
    }),
    verb + 1 < words.count, words[verb + 1] == "to" || words[verb + 1] == "into" || words[verb + 1] == "way"
  else { return false }
  // "Third quarter swings to profit" is told of the quarter itself.
  return (words[max(0, index - 8)..<index] + words[next..<verb]).contains(where: results.contains)
}

private let results: Set<String> = ["loss", "losses", "profit", "income", "deficit", "earnings"]

private let comparing: Set<String> = [
  "from", "than", "versus", "vs", "against", "compared", "compares", "follows", "since", "over", "after",
]

/// Lead with an "on" to a quarter that something was begun in.
private let buildings: Set<String> = ["building", "builds", "build", "built", "capitalizes", "improves"]

/// Of those the ones that compare with all that follows.
private let comparisons: Set<String> = ["than", "versus", "vs", "against", "compared", "compares", "follows"]

/// May stand between what compares and a period.
private let fillers: Set<String> = [
  "the", "a", "an", "its", "our", "same", "record", "strong", "weak", "soft", "solid", "slow", "good",
  "tough", "difficult", "that", "those", "of", "in", "for", "year", "ago", "prior", "last",
]

/// Lead to a period that something is measured against.
private let measuring: Set<String> = [
  "since", "than", "above", "below", "unlike", "until", "tops", "top", "topped", "exceeds", "exceed",
  "exceeded", "beats", "beat", "surpasses", "surpassed", "outpaces", "outpaced", "matches", "matched", "set",
  "seen",
]

/// What is surpassed in a quarter of its own.
private let expectations: Set<String> = [
  "estimates", "estimate", "expectations", "consensus", "forecasts", "views", "plan", "guidance",
]

/// Right before a period these make it another than that of the results.
private let leadingAway: Set<String> = ["after", "following", "into", "vs", "versus", "against"]

/// Whether a period is one of which only is told what is expected: "sees fourth quarter revenue up", "fourth-quarter
/// outlook", "so far in the fourth quarter".
private func isOutlook(_ words: [String], _ index: Int) -> Bool {
  if words[max(0, index - 8)..<index].contains(where: outlooks.contains) { return true }
  return words[min(index + 1, words.count)...].prefix(2).contains {
    ["outlook", "guidance", "guide", "forecast", "target", "targets", "view"].contains($0)
  }
}

private let outlooks: Set<String> = [
  "expects", "expect", "sees", "forecasts", "forecast", "guides", "guidance", "outlook", "anticipates",
  "projects", "estimates", "targets", "far", "warns", "warned", "cautious", "cautions", "confident", "upbeat",
  "optimistic", "looks", "looking", "reaffirms", "confirms", "reiterates", "maintains", "aims", "hopes",
  "track", "pace", "ready", "slated", "scheduled", "due", "plans", "planned",
]

/// Whether a text has a q, as in "quarter" and "Q3", or two l, as in "full year"; most have neither.
private func mayNamePeriod(_ text: String) -> Bool {
  text.utf8.withContiguousStorageIfAvailable { bytes in
    var before: UInt8 = 0
    for byte in bytes {
      let small = byte | 32
      if small == UInt8(ascii: "q") || (small == UInt8(ascii: "l") && before == small) { return true }
      before = small
    }
    return false
  } ?? true
}

/// The words of a text in small letters, of the marks between them only parentheses; brackets count as such.
func smallWords(of text: String) -> [String] {
  guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
    var words: [String] = []
    var isOpen = false
    for character in text.lowercased() {
      if character.isLetter || character.isNumber {
        if !isOpen { words.append("") }
        words[words.count - 1].append(character)
        isOpen = true
        continue
      }
      isOpen = false
      if character == "(" || character == "[" { words.append("(") }
      if character == ")" || character == "]" { words.append(")") }
    }
    return words
  }
  // Asking each character what it is costs a hundred times as much.
  var words: [String] = []
  let small = text.utf8.map { $0 &- 65 < 26 ? $0 | 32 : $0 }
  small.withUnsafeBufferPointer { bytes in
    var start = 0
    for end in 0...bytes.count {
      if end < bytes.count, bytes[end] &- 97 < 26 || bytes[end] &- 48 < 10 { continue }
      if start < end { words.append(String(decoding: bytes[start..<end], as: UTF8.self)) }
      start = end + 1
      guard end < bytes.count else { break }
      switch bytes[end] {
      case UInt8(ascii: "("), UInt8(ascii: "["): words.append("(")
      case UInt8(ascii: ")"), UInt8(ascii: "]"): words.append(")")
      default: break
      }
    }
  }
  return words
}

func ordinal(_ word: String) -> Int? {
  switch word {
  case "first": 1
  case "second": 2
  case "third": 3
  case "fourth": 4
  default: nil
  }
}

func yearNumber(_ word: String) -> Int? {
  guard word.utf8.count == 4, let year = Int(word), (1900...2199).contains(year) else { return nil }
  return year
}
