import CivilTime
import ReleaseModel

/// A time as a text names it: "the third quarter of 2003", "FY24", "the year ended 31 March 2024", "31 December 2023".
///
/// What the words leave open is `nil`, and a time of which nothing is known contradicts no figure's.
struct NamedTime: Hashable {
  /// In months: 3, 6, 9 or 12.
  var length: Int?
  /// Which quarter or half of its year it is, from 1; for "the first nine months" 1.
  var ordinal: Int?
  /// The year by which it is called, fiscal or not.
  var year: Int?
  /// Whether that is for certain the one in which it ends: "2002/03".
  var isCalledByEnd = false
  /// Its last day, where the words name that.
  var end: Day?
  /// Whether it is that day alone.
  var isDay = false
  /// Whether the year is said to be one of another calendar than the company's may be.
  var isCalendar = false

  /// Both, where one says what the other leaves open: "2024 third-quarter"; `nil` where both say the same.
  func joined(with other: NamedTime) -> NamedTime? {
    guard !isDay, !other.isDay, end == nil, other.end == nil, year == nil || other.year == nil,
      length == nil || other.length == nil
    else { return nil }
    return NamedTime(
      length: length ?? other.length, ordinal: ordinal ?? other.ordinal, year: year ?? other.year,
      isCalledByEnd: isCalledByEnd || other.isCalledByEnd, isCalendar: isCalendar || other.isCalendar)
  }
}

extension NamedTime {
  /// Whether the words cannot mean a figure's period, by whichever usual name its fiscal year goes.
  func contradicts(_ period: Period, _ fiscal: FiscalCalendar) -> Bool {
    if period.isInstant { return isDay && end.map { isApart($0, period.end) } ?? false }
    if isDay { return false }
    if let length, let own = period.months, length != own { return true }
    if let end { return isApart(end, period.end) }
    if let ordinal, !isCalendar || fiscal.endMonth == 12, let own = fiscal.name(of: period)?.part,
      let length, own.months.count == length, own.months.lowerBound != (ordinal - 1) * length
    {
      return true
    }
    return year.map { !fiscal.calls(period, $0, isByEnd: isCalledByEnd) } ?? false
  }

  /// The periods that the words may mean where they do not mean a figure's own.
  func meant(insteadOf period: Period, _ fiscal: FiscalCalendar) -> [Period] {
    if period.isInstant { return end.map { [Period(instant: $0)] } ?? [] }
    guard let months = length ?? period.months else { return [] }
    let parts = FiscalCalendar.Part.allCases.filter { $0.months.count == months }
    if let end {
      let year = fiscal.year(of: end)
      return parts.compactMap { fiscal.period(year, $0) }.filter { !isApart($0.end, end) }
    }
    let own = fiscal.name(of: period)
    let part =
      ordinal.map { ordinal in
        parts.first { $0.months.lowerBound == (ordinal - 1) * months }
      } ?? (length == nil || length == own?.part.months.count ? own?.part : parts.count == 1 ? parts[0] : nil)
    guard let part, let first = year ?? own?.year else { return [] }
    // A fiscal year may be called by the one in which it begins.
    let years = year == nil || isCalledByEnd || fiscal.endMonth == 12 ? [first] : [first, first + 1]
    return years.compactMap { fiscal.period($0, part) }.filter { $0 != period }
  }

  /// Whether two days are too far from each other to be the ends of one quarter, be it of months or of weeks.
  private func isApart(_ a: Day, _ b: Day) -> Bool { abs(a.days(since: b)) > 10 }
}

extension Period {
  /// Its length in months, where that is one which reports have, be it of months or of weeks.
  var months: Int? {
    switch days {
    case 80...100: 3
    case 172...192: 6
    case 262...286: 9
    case 350...380: 12
    default: nil
    }
  }
}

extension FiscalCalendar {
  /// Whether a year is one by which a period is called: the fiscal one by its end or its start, or the calendar's.
  fileprivate func calls(_ period: Period, _ year: Int, isByEnd: Bool) -> Bool {
    let own = self.year(of: period.end)
    if year == own || year == period.end.year { return true }
    return !isByEnd && (year == period.start?.year || (endMonth != 12 && year == own - 1))
  }
}

/// The time that the words at a place name, and where they end; `nil` where they name none.
func namedTime(_ tokens: [ProseToken], at start: Int) -> (time: NamedTime, end: Int)? {
  guard let (time, end) = namedPart(tokens, at: start) else { return nil }
  // "Fiscal 2024 third-quarter", "Q3 FY24".
  if let (other, next) = namedPart(tokens, at: end), let both = time.joined(with: other) {
    return (both, next)
  }
  return (time, end)
}

private func namedPart(_ tokens: [ProseToken], at start: Int) -> (time: NamedTime, end: Int)? {
  guard start < tokens.count else { return nil }
  let word = tokens[start].word
  switch tokens[start].kind {
  case .number:
    if let (day, end) = day(tokens, at: start) { return (NamedTime(end: day, isDay: true), end) }
    if let months = spanOfCount(tokens, at: start) { return ended(tokens, months, after: start + 2) }
    return year(tokens, at: start).map { (NamedTime().called($0), $0.end) }
  case .word:
    if let time = joinedParts[word] { return ended(tokens, time, after: start + 1) }
    if let (time, end) = abbreviated(tokens, at: start) { return (time, end) }
    if let (day, end) = day(tokens, at: start) { return (NamedTime(end: day, isDay: true), end) }
    if let months = spanOfCount(tokens, at: start) { return ended(tokens, months, after: start + 2) }
    if let ordinal = ordinals[word] { return ordinalPart(tokens, ordinal, after: start + 1) }
    return wholePart(tokens, at: start)
  case .mark, .claim, .end: return nil
  }
}

/// "Third quarter", "first half", "first nine months".
private func ordinalPart(
  _ tokens: [ProseToken], _ ordinal: Int, after start: Int
) -> (time: NamedTime, end: Int)? {
  guard start < tokens.count, tokens[start].kind == .word || tokens[start].kind == .number else { return nil }
  let isFiscal = tokens[start].isWord("fiscal") && start + 1 < tokens.count
  let place = isFiscal ? start + 1 : start
  if tokens[place].isWord("quarter") {
    return ended(tokens, NamedTime(length: 3, ordinal: ordinal), after: place + 1)
  }
  guard ordinal <= 2 else { return nil }
  if tokens[place].isWord("half") {
    let isLong = place + 1 < tokens.count && tokens[place + 1].isWord("year")
    return ended(tokens, NamedTime(length: 6, ordinal: ordinal), after: place + (isLong ? 2 : 1))
  }
  if tokens[place].isWord("half-year") {
    return ended(tokens, NamedTime(length: 6, ordinal: ordinal), after: place + 1)
  }
  guard ordinal == 1, let months = spanOfCount(tokens, at: place)?.length else { return nil }
  return ended(tokens, NamedTime(length: months, ordinal: 1), after: place + 2)
}

/// "Q3", "H1", "FY24", "FY2023/24".
private func abbreviated(_ tokens: [ProseToken], at start: Int) -> (time: NamedTime, end: Int)? {
  guard start + 1 < tokens.count, tokens[start + 1].kind == .number,
    let number = wholeNumber(tokens[start + 1].word)
  else { return nil }
  switch tokens[start].word {
  case "q" where (1...4).contains(number):
    return inYear(tokens, NamedTime(length: 3, ordinal: number), after: start + 2)
  case "h" where (1...2).contains(number):
    return inYear(tokens, NamedTime(length: 6, ordinal: number), after: start + 2)
  case "fy":
    guard let year = year(tokens, at: start + 1, isShort: true) else { return nil }
    return (NamedTime().called(year), year.end)
  default: return nil
  }
}

/// "The year ended 31 March 2024", "fiscal 2024", "full year 2023", "the quarter to 30 June 2024".
private func wholePart(_ tokens: [ProseToken], at start: Int) -> (time: NamedTime, end: Int)? {
  func says(_ word: ProseWord, _ place: Int) -> Bool { place < tokens.count && tokens[place].isWord(word) }
  if says("full-year", start) { return ended(tokens, NamedTime(length: 12), after: start + 1) }
  if says("quarter", start) || says("period", start) {
    return endDay(tokens, at: start + 1).map { end in
      (NamedTime(length: says("quarter", start) ? 3 : nil, end: end.day), end.end)
    }
  }
  var (place, time) = (start, NamedTime())
  if says("full", place) { (place, time.length) = (place + 1, 12) }
  time.isCalendar = says("calendar", place)
  let isCalled = time.isCalendar || says("fiscal", place) || says("financial", place)
  if isCalled { place += 1 }
  if says("year", place) {
    // "The year" alone may be any, and the part of one that is reported on.
    if let end = endDay(tokens, at: place + 1) { return (NamedTime(length: 12, end: end.day), end.end) }
    place += 1
  } else if !isCalled {
    return nil
  }
  if let year = year(tokens, at: place) { return (time.called(year), year.end) }
  return time.length == 12 ? (time, place) : nil
}

/// A part of a year with what follows it: the day on which it ended, else its year.
private func ended(_ tokens: [ProseToken], _ time: NamedTime, after place: Int) -> (time: NamedTime, end: Int)
{
  guard let (day, end) = endDay(tokens, at: place) else { return inYear(tokens, time, after: place) }
  var time = time
  time.end = day
  return (time, end)
}

/// A part of a year with the year after it: "of 2003", "of fiscal 2024", "FY24".
private func inYear(_ tokens: [ProseToken], _ time: NamedTime, after place: Int) -> (
  time: NamedTime, end: Int
) {
  var (next, time) = (place, time)
  if next < tokens.count, tokens[next].isWord("of") || tokens[next].isWord("in") { next += 1 }
  if next < tokens.count, tokens[next].isWord("the") { next += 1 }
  while next < tokens.count, tokens[next].kind == .word, yearAdjectives.contains(tokens[next].word) {
    if tokens[next].isWord("calendar") { time.isCalendar = true }
    next += 1
  }
  let isShort = next < tokens.count && tokens[next].isWord("fy")
  guard let year = year(tokens, at: isShort ? next + 1 : next, isShort: isShort) else { return (time, place) }
  return (time.called(year), year.end)
}

/// How many months or weeks some words count: "nine months", "52 weeks".
private func spanOfCount(_ tokens: [ProseToken], at start: Int) -> NamedTime? {
  guard start + 1 < tokens.count, tokens[start + 1].kind == .word else { return nil }
  let counted = tokens[start].kind == .number ? wholeNumber(tokens[start].word) : counts[tokens[start].word]
  switch (tokens[start + 1].word, counted) {
  case ("months", 3?), ("weeks", 12?), ("weeks", 13?): return NamedTime(length: 3)
  case ("months", 6?), ("weeks", 26?), ("weeks", 27?): return NamedTime(length: 6)
  case ("months", 9?), ("weeks", 39?), ("weeks", 40?): return NamedTime(length: 9)
  case ("months", 12?), ("weeks", 52?), ("weeks", 53?): return NamedTime(length: 12)
  default: return nil
  }
}

/// "Ended September 30, 2003", "to 31 March 2024"; without a year the day is left open.
private func endDay(_ tokens: [ProseToken], at start: Int) -> (day: Day?, end: Int)? {
  guard start + 1 < tokens.count, tokens[start].kind == .word, endings.contains(tokens[start].word) else {
    return nil
  }
  if let (day, end) = day(tokens, at: start + 1) { return (day, end) }
  let (first, second) = (tokens[start + 1], start + 2 < tokens.count ? tokens[start + 2] : nil)
  if first.kind == .word, months[first.word] != nil {
    return (nil, second?.kind == .number ? start + 3 : start + 2)
  }
  guard first.kind == .number, let second, second.kind == .word, months[second.word] != nil else {
    return nil
  }
  return (nil, start + 3)
}

/// "September 30, 2003", "30 September 2003" and "September 2003", of which the last day is taken.
private func day(_ tokens: [ProseToken], at start: Int) -> (day: Day, end: Int)? {
  let isFirst = tokens[start].kind == .word && months[tokens[start].word] != nil
  let isSecond = tokens[start].kind == .number && start + 1 < tokens.count
  guard isFirst || isSecond else { return nil }
  if let date = date(tokens, month: isFirst ? start : start + 1), date.tokens.lowerBound == start {
    return (date.day, date.tokens.upperBound)
  }
  guard isFirst, let month = months[tokens[start].word], let year = year(tokens, at: start + 1), !year.isPair,
    let day = Day(year: year.number, month: month, day: Day.length(ofMonth: month, year: year.number))
  else { return nil }
  return (day, year.end)
}

/// A year as it is printed.
private struct PrintedYear {
  var number: Int
  /// Whether it is the second one of two: "2002/03".
  var isPair = false
  var end: Int
}

/// "2003", "2002/03", and where that is short "03" and "02/03".
private func year(_ tokens: [ProseToken], at place: Int, isShort: Bool = false) -> PrintedYear? {
  guard place < tokens.count, tokens[place].kind == .number, let number = wholeNumber(tokens[place].word)
  else {
    return nil
  }
  let year = isShort && tokens[place].word.count == 2 ? 2000 + number : number
  guard (1990...2099).contains(year), year != number || tokens[place].word.count == 4 else { return nil }
  let next = place + 2
  guard next < tokens.count, tokens[place + 1].isMark("/") || tokens[place + 1].isMark("-"),
    tokens[next].kind == .number, let second = wholeNumber(tokens[next].word),
    second == year + 1 || (second == (year + 1) % 100 && tokens[next].word.count == 2)
  else { return PrintedYear(number: year, end: place + 1) }
  return PrintedYear(number: year + 1, isPair: true, end: next + 1)
}

extension NamedTime {
  fileprivate func called(_ year: PrintedYear) -> NamedTime {
    var time = self
    (time.year, time.isCalledByEnd) = (year.number, year.isPair)
    return time
  }
}

private let ordinals: WordTable<Int> = ["first": 1, "second": 2, "third": 3, "fourth": 4]

private let counts: WordTable<Int> = ["three": 3, "six": 6, "nine": 9, "twelve": 12, "thirteen": 13]

private let endings: WordSet = ["ended", "ending", "to", "through"]

private let yearAdjectives: WordSet = ["fiscal", "financial", "calendar", "year"]

private let joinedParts: WordTable<NamedTime> = [
  "first-quarter": NamedTime(length: 3, ordinal: 1), "second-quarter": NamedTime(length: 3, ordinal: 2),
  "third-quarter": NamedTime(length: 3, ordinal: 3), "fourth-quarter": NamedTime(length: 3, ordinal: 4),
  "first-half": NamedTime(length: 6, ordinal: 1), "second-half": NamedTime(length: 6, ordinal: 2),
  "nine-month": NamedTime(length: 9), "six-month": NamedTime(length: 6), "half-year": NamedTime(length: 6),
  "three-month": NamedTime(length: 3), "twelve-month": NamedTime(length: 12),
]
