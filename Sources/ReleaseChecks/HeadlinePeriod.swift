import CivilTime
import Diagnostics
import ReleaseModel

extension DiagnosticCode {
  static let stalePeriodInHeadline = DiagnosticCode(
    "V504", "stale-period-in-headline",
    rule: "A quarter or year that the headline names is the release's.",
    explanation: """
      "Second quarter" over the third quarter's figures was left from the release before. The rule reads "third \
      quarter", "third-quarter", "Q3" and a year right after or before them; a "third quarter in a row" is a count, and \
      what stands in a comparison, as in "up from 17 cents in the first quarter", is another period.
      """)
}

/// V504: the headline's quarter against `period`.
let checkHeadlinePeriod: Rule = { checked in
  let release = checked.release
  guard release.kind == .earnings, let period = release.period,
    let (year, part) = checked.fiscal.name(of: period)
  else { return nil }
  let named = namedPeriods(in: release.headline)
  guard let first = named.first else { return nil }
  let years = named.compactMap(\.year)
  let fitsYear = years.isEmpty || years.contains(year) || years.contains(period.end.year)
  let fits = named.contains { mention in
    guard let quarter = mention.quarter else { return part == .year || part == .q4 }
    return quarter * 3 == part.months.upperBound || quarter * 3 - 3 == part.months.lowerBound
  }
  if fits && fitsYear { return [] }
  return [
    Finding(
      .stalePeriodInHeadline,
      "the headline names '\(first.text)', but the release's period is \(checked.fiscal.spelling(of: period))",
      at: .key(release: checked.index, path: "headline"),
      related: [.init(.key(release: checked.index, path: "period"), "the period")],
      hints: ["correct the headline or `period`"])
  ]
}

/// A quarter or a year that a text names.
struct NamedPeriod: Hashable {
  /// 1 to 4; `nil` for a whole year.
  var quarter: Int?
  var year: Int?
  var text: String
}

/// The quarters and full years a text names, in order.
func namedPeriods(in text: String) -> [NamedPeriod] {
  guard mayNamePeriod(text) else { return [] }
  let words = smallWords(of: text)
  let word = { (index: Int) in words.indices.contains(index) ? words[index] : "" }
  var named: [NamedPeriod] = []
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
    if ["in", "running", "straight", "consecutive"].contains(word(next)) { continue }
    if word(next) == "s" { next += 1 }
    if word(next) == "of" {
      next += 1
      if ["fiscal", "the", "year"].contains(word(next)) { next += 1 }
      year = yearNumber(word(next))
      // "A third quarter of growth" counts quarters.
      if year == nil, !["year", "fiscal"].contains(word(next)) { continue }
    } else {
      if word(next) == "fiscal" { next += 1 }
      year = yearNumber(word(next)) ?? yearNumber(word(index - 1))
    }
    if quarter == nil, year == nil { continue }
    if isCompared(words, index) || isOutlook(words, index) || isLeft(words, index, next) { continue }
    let range = index...min(next, words.count - 1)
    named.append(
      NamedPeriod(
        quarter: quarter, year: year,
        text: words[year == nil ? index...min(index + 1, words.count - 1) : range]
          .joined(separator: " ")))
  }
  return named
}

/// Whether a period is only what a figure is compared with: "up from $2.7 million in the fourth quarter", "up 20% from the
/// first quarter", but not "results from the first quarter".
private func isCompared(_ words: [String], _ index: Int) -> Bool {
  func isNumber(_ place: Int) -> Bool { words[place].utf8.first.map { $0 &- 48 < 10 } ?? false }
  // "After a first-quarter loss".
  if words[max(0, index - 3)..<index].contains(where: leadingAway.contains) { return true }
  return (max(0, index - 8)..<index).contains { place in
    comparing.contains(words[place]) && !(words[place] == "over" && isNumber(place + 1))
      && (words[..<place].indices.contains(where: isNumber) || (place + 1 < index && isNumber(place + 1)))
  }
}

/// Whether a result of a period is one from which another came: "net loss of $60 million in first quarter turns to".
private func isLeft(_ words: [String], _ index: Int, _ next: Int) -> Bool {
  guard let verb = words[min(next, words.count)...].prefix(9).firstIndex(where: turnings.contains),
    verb + 1 < words.count, words[verb + 1] == "to" || words[verb + 1] == "into" || words[verb + 1] == "way"
  else { return false }
  // "Third quarter swings to profit" is told of the quarter itself.
  return (words[max(0, index - 8)..<index] + words[next..<verb]).contains(where: results.contains)
}

private let turnings: Set<String> = [
  "turns", "turned", "turning", "swings", "swung", "becomes", "became", "gives", "gave", "changes", "changed",
  "reverses", "reversed", "flips", "flipped",
]

private let results: Set<String> = ["loss", "losses", "profit", "income", "deficit", "earnings"]

private let comparing: Set<String> = [
  "from", "than", "versus", "vs", "against", "compared", "since", "over", "after",
]

/// Right before a period these make it another than that of the results.
private let leadingAway: Set<String> = ["after", "following", "into", "vs", "versus", "against"]

/// Whether a period is one of which only is told what is expected: "sees fourth quarter revenue up", "fourth-quarter
/// outlook", "so far in the fourth quarter".
private func isOutlook(_ words: [String], _ index: Int) -> Bool {
  if words[max(0, index - 8)..<index].contains(where: outlooks.contains) { return true }
  return words[min(index + 1, words.count)...].prefix(2).contains {
    $0 == "outlook" || $0 == "guidance" || $0 == "forecast"
  }
}

private let outlooks: Set<String> = [
  "expects", "expect", "sees", "forecasts", "forecast", "guides", "guidance", "outlook", "anticipates",
  "projects",
  "estimates", "targets", "far",
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

/// The words of a text in small letters, without the marks between them.
private func smallWords(of text: String) -> [String] {
  guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
    return text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
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
    }
  }
  return words
}

private func ordinal(_ word: String) -> Int? {
  switch word {
  case "first": 1
  case "second": 2
  case "third": 3
  case "fourth": 4
  default: nil
  }
}

private func yearNumber(_ word: String) -> Int? {
  guard word.utf8.count == 4, let year = Int(word), (1900...2199).contains(year) else { return nil }
  return year
}
