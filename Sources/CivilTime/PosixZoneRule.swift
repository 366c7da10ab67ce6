/// The rule in a TZif footer: `EST5EDT,M3.2.0,M11.1.0` (POSIX.1-2017, 8.3 "TZ"; RFC 8536, 3.3).
struct PosixZoneRule {
  var standard: Zone.Offset
  var daylight: (offset: Zone.Offset, starts: Change, ends: Change)?

  /// The last or nth weekday of a month, and the local second of that day.
  struct Change {
    var month: Int
    var week: Int
    var weekday: Int
    var second: Int

    func day(year: Int) -> Day? {
      guard let first = Day(year: year, month: month, day: 1) else { return nil }
      let toWeekday = (weekday - first.weekday + 7) % 7
      var day = 1 + toWeekday + (week - 1) * 7
      while day > Day.length(ofMonth: month, year: year) { day -= 7 }
      return Day(year: year, month: month, day: day)
    }
  }

  /// Only the `M` form is read, which every zone with daylight time in the database uses today.
  init?(_ text: String) {
    var rest = text[...]
    guard let name = Self.name(&rest), let offset = Self.time(&rest) else { return nil }
    standard = Zone.Offset(seconds: -offset, abbreviation: name, isDaylight: false)
    guard !rest.isEmpty else { return }
    guard let daylightName = Self.name(&rest) else { return nil }
    var seconds = standard.seconds + 3600
    if rest.first != "," {
      guard let explicit = Self.time(&rest) else { return nil }
      seconds = -explicit
    }
    let parts = rest.split(separator: ",")
    guard parts.count == 2, let starts = Self.change(parts[0]), let ends = Self.change(parts[1])
    else { return nil }
    daylight = (
      Zone.Offset(seconds: seconds, abbreviation: daylightName, isDaylight: true), starts, ends
    )
  }

  func transitions(years: ClosedRange<Int>) -> [Zone.Transition] {
    guard let daylight, years.lowerBound > 0 else { return [] }
    return years.flatMap { year -> [Zone.Transition] in
      guard let start = daylight.starts.day(year: year), let end = daylight.ends.day(year: year)
      else { return [] }
      let on = LocalTime(day: start, second: daylight.starts.second)
        .instant(offset: standard.seconds)
      let off = LocalTime(day: end, second: daylight.ends.second)
        .instant(offset: daylight.offset.seconds)
      return [
        Zone.Transition(at: on.seconds, to: daylight.offset),
        Zone.Transition(at: off.seconds, to: standard),
      ]
    }.sorted { $0.at < $1.at }
  }

  private static func name(_ rest: inout Substring) -> String? {
    if rest.first == "<" {
      guard let end = rest.firstIndex(of: ">") else { return nil }
      defer { rest = rest[rest.index(after: end)...] }
      return String(rest[rest.index(after: rest.startIndex)..<end])
    }
    let name = rest.prefix { $0.isASCII && $0.isLetter }
    guard name.count >= 3 else { return nil }
    rest = rest[name.endIndex...]
    return String(name)
  }

  /// `5`, `-3:30`, `2:00:00` in seconds; at most 167 hours (RFC 8536, 3.3.1).
  private static func time(_ rest: inout Substring) -> Int? {
    var sign = 1
    if rest.first == "-" || rest.first == "+" {
      sign = rest.removeFirst() == "-" ? -1 : 1
    }
    let text = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ":") }
    rest = rest[text.endIndex...]
    let parts = text.split(separator: ":").map { Int($0) }
    guard (1...3).contains(parts.count) else { return nil }
    var seconds = 0
    for (part, unit) in zip(parts, [3600, 60, 1]) {
      guard let part, part <= 167 else { return nil }
      seconds += part * unit
    }
    return sign * seconds
  }

  private static func change(_ text: Substring) -> Change? {
    let halves = text.split(separator: "/", maxSplits: 1)
    guard let day = halves.first, day.first == "M" else { return nil }
    let numbers = day.dropFirst().split(separator: ".").map { Int($0) }
    guard numbers.count == 3, let month = numbers[0], let week = numbers[1], let weekday = numbers[2],
      (1...12).contains(month), (1...5).contains(week), (0...6).contains(weekday)
    else { return nil }
    var second = 7200
    if halves.count == 2 {
      var rest = halves[1]
      guard let time = time(&rest) else { return nil }
      second = time
    }
    return Change(month: month, week: week, weekday: weekday, second: second)
  }
}
