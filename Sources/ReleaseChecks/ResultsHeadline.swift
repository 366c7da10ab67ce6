import CivilTime
import ReleaseModel

/// A headline that tells of results and of nothing else, and the times that it names: "Norvia reports results for 2003".
///
/// Only such a headline can be left from another release by its time alone; a year beside other words may be one of
/// a plan, a plant or a record.
struct ResultsHeadline {
  var parts: [Part] = []
  var years: [Int] = []
  /// "Ended December 31, 2003".
  var ends: [(year: Int, month: Int, day: Int?)] = []

  enum Part: Hashable {
    case quarter(Int)
    case firstHalf, secondHalf, half, nineMonths, year
  }

  /// `nil` where a word of the headline, up to a colon or a semicolon, is none of those that such a headline is made of.
  init?(_ headline: String, isOfCompany: (String) -> Bool) {
    let clause = headline.prefix { $0 != ":" && $0 != ";" }
    let words = smallWords(of: String(clause))
    guard words.count <= 24, words.contains(where: resultNouns.contains) else { return nil }
    let rest = smallWords(of: String(headline.dropFirst(clause.count)))
    // What follows may say that it is of another time after all, or that figures were corrected.
    guard
      !rest.contains(where: {
        yearNumber($0) != nil || times.contains($0) || $0.hasPrefix("restat") || $0.hasPrefix("correct")
      })
    else { return nil }
    var index = 0
    func word(_ place: Int) -> String { words.indices.contains(place) ? words[place] : "" }
    while index < words.count {
      let (word, next) = (words[index], word(index + 1))
      if endings.contains(word), let (end, length) = Self.date(words, index + 1) {
        ends.append(end)
        index += 1 + length
      } else if let (part, length) = Self.part(word, next) {
        parts.append(part)
        index += length
      } else if let (year, length) = Self.year(word, next) {
        years += year
        if word.hasPrefix("fy") { parts.append(.year) }
        index += length
      } else if plainWords.contains(word) || isOfCompany(word) {
        index += 1
      } else {
        return nil
      }
    }
    if parts.isEmpty, years.isEmpty, ends.isEmpty { return nil }
  }

  private static func part(_ word: String, _ next: String) -> (Part, length: Int)? {
    if let number = ordinal(word) {
      if next == "quarter" { return (.quarter(number), 2) }
      if next == "half", number < 3 { return (number == 1 ? .firstHalf : .secondHalf, 2) }
    }
    switch (word, next) {
    case ("full", "year"), ("twelve", "months"), ("twelve", "month"): return (.year, 2)
    case ("half", "year"), ("six", "months"), ("six", "month"): return (.half, 2)
    case ("nine", "months"), ("nine", "month"): return (.nineMonths, 2)
    case ("annual", _): return (.year, 1)
    case ("h1", _): return (.firstHalf, 1)
    case ("h2", _): return (.secondHalf, 1)
    case ("9m", _): return (.nineMonths, 1)
    case ("q1", _), ("q2", _), ("q3", _), ("q4", _): return (.quarter(Int(word.dropFirst()) ?? 0), 1)
    default: return nil
    }
  }

  /// "2003", "FY2003", "FY03", "FY 2003" and "2002/03", which may be called by either.
  private static func year(_ word: String, _ next: String) -> ([Int], length: Int)? {
    let digits = word.hasPrefix("fy") ? String(word.dropFirst(2)) : word
    if digits.isEmpty { return yearNumber(next).map { ([$0], 2) } }
    if word != digits, digits.utf8.count == 2, let short = Int(digits) { return ([2000 + short], 1) }
    guard let year = yearNumber(digits) else { return nil }
    if next.utf8.count == 2, Int(next) == (year + 1) % 100 { return ([year, year + 1], 2) }
    return ([year], 1)
  }

  /// "December 31, 2003", "31 December 2003", "December 2003".
  private static func date(_ words: [String], _ start: Int) -> (
    (year: Int, month: Int, day: Int?), length: Int
  )? {
    let words = words.dropFirst(start).prefix(3).map { $0 }
    guard let place = words.prefix(2).firstIndex(where: { months[ProseWord($0)] != nil }),
      let month = months[ProseWord(words[place])]
    else { return nil }
    var next = place + 1
    var day = place == 1 ? Int(words[0]) : nil
    if place == 0, next < words.count, words[next].utf8.count < 3, let number = Int(words[next]) {
      day = number
      next += 1
    }
    guard place == 0 || day != nil, next < words.count, let year = yearNumber(words[next]) else { return nil }
    return ((year, month, day), next + 1)
  }

  /// Whether one of the times is the period's own, or nobody can tell.
  func names(
    _ period: Period, year: Int, _ part: FiscalCalendar.Part, _ fiscal: FiscalCalendar,
    isTold: (FiscalCalendar.Part) -> Bool
  ) -> Bool {
    if !ends.isEmpty { return ends.contains { Self.isNear($0, period.end) } }
    var own = [year, period.end.year]
    // A fiscal year may be called by the one in which it begins, or lie in two.
    if fiscal.endMonth != 12 { own += [year - 1] }
    let fitsYear = years.isEmpty || years.contains(where: own.contains)
    return fitsYear && (parts.isEmpty || parts.contains { Self.fits($0, part, isTold) })
  }

  /// Whether all its years are later ones, as where results are called by the year in which they come.
  func isLater(than year: Int) -> Bool { ends.isEmpty && !years.isEmpty && years.allSatisfy { $0 > year } }

  private static func fits(
    _ named: Part, _ own: FiscalCalendar.Part, _ isTold: (FiscalCalendar.Part) -> Bool
  ) -> Bool {
    let last = own.months.upperBound
    switch named {
    case .quarter(let number):
      guard number * 3 == last else { return false }
      return own.isQuarter || own == .year || own == .h2
        || isTold([.q1, .q2, .q3, .q4][number - 1])
    case .firstHalf: return last == 6
    case .secondHalf: return last == 12
    case .half: return last % 6 == 0
    case .nineMonths: return last == 9
    case .year: return last == 12
    }
  }

  /// Whether a day is one that a period of whole weeks or months can end with.
  private static func isNear(_ end: (year: Int, month: Int, day: Int?), _ own: Day) -> Bool {
    guard let day = Day(year: end.year, month: end.month, day: end.day ?? 28) else { return true }
    return abs(own.days(since: day)) <= (end.day == nil ? 31 : 12)
  }
}

private let resultNouns: Set<String> = ["results", "result", "earnings", "figures"]

/// Lead to the day that a period ends with.
private let endings: Set<String> = ["ended", "ending", "to"]

private let plainWords: Set<String> = [
  "results", "result", "earnings", "figures", "report", "reports", "reported", "announces", "announced",
  "publishes", "published", "presents", "posts", "posted", "releases", "released", "delivers", "financial",
  "preliminary", "final", "audited", "unaudited", "consolidated", "group", "the", "its", "for", "of", "in",
  "and", "fiscal", "year", "period", "quarter", "first", "three", "months", "month", "ended", "strong",
  "solid", "record", "s",
  "fy", "plc", "inc", "corp", "corporation", "co", "ltd", "limited", "ag",
]

/// Name a part of a year in what follows.
private let times: Set<String> = [
  "quarter", "half", "months", "month", "annual", "year", "fy", "h1", "h2", "q1", "q2", "q3", "q4",
]
