import CivilTime

/// A date as a text prints it.
struct DateInProse {
  var day: Day
  /// 0 for Sunday, where the text names one beside the date.
  var weekday: Int?
  /// Whether the year is printed; else the one nearest to the release is meant.
  var hasYear: Bool
  var tokens: Range<Int>
  /// From the weekday to the year, in bytes.
  var range: Range<Int>
  /// The weekday's bytes.
  var weekdayRange: Range<Int>?
}

/// Dates such as `Friday, November 14, 2003`, `14 November 2003` and `Nov. 14`.
///
/// - Parameters:
///   - numbers: the places of the numbers among the tokens.
///   - day: the release's; a date without a year is the nearest to it, or none without a release.
func datesInProse(_ tokens: [ProseToken], beside numbers: [Int], near day: Day?) -> [DateInProse] {
  var found: [DateInProse] = []
  // The month stands right before or after a number, or before it with a mark between them; each word once.
  var next = 0
  for number in numbers {
    for index in [number - 2, number - 1, number + 1] where index >= next && index < tokens.count {
      guard tokens[index].kind == .word, index != number - 2 || tokens[number - 1].kind == .mark else {
        continue
      }
      next = index + 1
      if let date = date(tokens, month: index, near: day) { found.append(date) }
    }
  }
  return found
}

/// The date of which a word is the month.
func date(_ tokens: [ProseToken], month index: Int, near day: Day? = nil) -> DateInProse? {
  guard tokens[index].kind == .word, let month = months[tokens[index].word] else { return nil }
  return monthFirst(tokens, index, month, day) ?? dayFirst(tokens, index, month, day)
}

/// `November 14, 2003`.
private func monthFirst(_ tokens: [ProseToken], _ index: Int, _ month: Int, _ near: Day?) -> DateInProse? {
  var at = index + 1
  if at < tokens.count, tokens[at].isMark(".") { at += 1 }
  guard at < tokens.count, let dayOfMonth = dayNumber(tokens[at]) else { return nil }
  var next = at + 1
  if next < tokens.count, tokens[next].kind == .word, ["st", "nd", "rd", "th"].contains(tokens[next].word) {
    next += 1
  }
  var end = next
  if next < tokens.count, tokens[next].isMark(",") { next += 1 }
  var year: Int?
  if next < tokens.count, let printed = yearNumber(tokens[next]) { (year, end) = (printed, next + 1) }
  return date(year, month, dayOfMonth, near, tokens, index..<end)
}

/// `14 November 2003`.
private func dayFirst(_ tokens: [ProseToken], _ index: Int, _ month: Int, _ near: Day?) -> DateInProse? {
  guard index > 0, let dayOfMonth = dayNumber(tokens[index - 1]), index + 1 < tokens.count,
    let year = yearNumber(tokens[index + 1])
  else { return nil }
  return date(year, month, dayOfMonth, near, tokens, (index - 1)..<(index + 2))
}

private func date(
  _ year: Int?, _ month: Int, _ dayOfMonth: Int, _ near: Day?, _ tokens: [ProseToken], _ range: Range<Int>
) -> DateInProse? {
  let day: Day?
  if let year {
    day = Day(year: year, month: month, day: dayOfMonth)
  } else {
    day = near.flatMap { near in
      [near.year - 1, near.year, near.year + 1].compactMap { Day(year: $0, month: month, day: dayOfMonth) }
        .min { abs($0.days(since: near)) < abs($1.days(since: near)) }
    }
  }
  guard let day else { return nil }
  var first = range.lowerBound
  var weekday: Int?
  for back in [first - 1, first - 2] where back >= 0 {
    guard let number = weekdays[tokens[back].word], tokens[back].kind == .word else {
      guard tokens[back].isMark(",") || tokens[back].isMark(".") else { break }
      continue
    }
    (weekday, first) = (number, back)
    break
  }
  let bytes = tokens[first].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
  return DateInProse(
    day: day, weekday: weekday, hasYear: year != nil, tokens: first..<range.upperBound, range: bytes,
    weekdayRange: weekday == nil ? nil : tokens[first].range)
}

/// Months by their names and their first three letters, from 1.
let months: WordTable<Int> = {
  var numbers: [(ProseWord, Int)] = [("sept", 9)]
  for (index, name) in EnglishCalendar.months.enumerated() {
    numbers.append((ProseWord(name), index + 1))
    numbers.append((ProseWord(String(name.prefix(3))), index + 1))
  }
  return WordTable(numbers)
}()

/// Names and their first three letters, from 0 for Sunday.
private let weekdays: WordTable<Int> = {
  var numbers: [(ProseWord, Int)] = [("tues", 2), ("thurs", 4)]
  for (index, name) in EnglishCalendar.weekdays.enumerated() {
    numbers.append((ProseWord(name), index))
    numbers.append((ProseWord(String(name.prefix(3))), index))
  }
  return WordTable(numbers)
}()

private func dayNumber(_ token: ProseToken) -> Int? {
  guard token.kind == .number, token.word.count <= 2, let day = wholeNumber(token.word),
    (1...31).contains(day)
  else { return nil }
  return day
}

private func yearNumber(_ token: ProseToken) -> Int? {
  guard token.kind == .number, token.word.count == 4, let year = wholeNumber(token.word),
    (1800...2199).contains(year)
  else { return nil }
  return year
}

/// Dates whose weekday is another one.
func weekdayFindings(_ dates: [DateInProse], in text: Int) -> [ProseFinding] {
  dates.compactMap { date in
    guard let weekday = date.weekday, let range = date.weekdayRange, weekday != date.day.weekday else {
      return nil
    }
    let name = EnglishCalendar.weekdays[weekday]
    return ProseFinding(
      .wrongWeekday,
      "\(EnglishCalendar.long(date.day)) is a \(EnglishCalendar.weekday(date.day)), not a '\(name)'",
      in: text, at: range, label: "expected \(EnglishCalendar.weekday(date.day))",
      hints: date.hasYear
        ? [] : ["the year nearest to the release was taken; print the year if another is meant"])
  }
}
