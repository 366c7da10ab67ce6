/// Reads a day or a moment: `2003`, `2003-09`, `2003-09-30`, `2003-09-30T16:00`, `Sep 30 2003`, `Jan 2003`; of a
/// quarter, `2003-Q3`, its first day.
///
/// - Returns: seconds since 1970-01-01T00:00Z on the Gregorian calendar; `nil` for other text.
func timeSeconds(_ text: String) -> Double? {
  if let quarter = quarterNumber(text) {
    return Double(dayNumber(quarter / 4, quarter % 4 * 3 + 1, 1)) * 86400
  }
  let words = text.split { $0 == " " || $0 == "," }.map(String.init)
  if let first = words.first, let month = monthNumber(first) {
    switch words.count {
    case 2: return Int(words[1]).map { Double(dayNumber($0, month, 1)) * 86400 }
    case 3:
      guard let day = Int(words[1]), let year = Int(words[2]) else { return nil }
      return isDay(year, month, day) ? Double(dayNumber(year, month, day)) * 86400 : nil
    default: return nil
    }
  }
  let halves = text.split(separator: text.contains("T") ? "T" : " ", omittingEmptySubsequences: false)
  guard let date = halves.first, halves.count <= 2 else { return nil }
  let mark: Character = date.contains("/") ? "/" : "-"
  var parts = date.split(separator: mark, omittingEmptySubsequences: false).map { Int($0) }
  guard !parts.isEmpty, parts.count <= 3, !parts.contains(nil) else { return nil }
  // 9/30/2003 as American texts write it.
  if mark == "/", parts.count == 3, let last = parts[2], last > 31 { parts = [last, parts[0], parts[1]] }
  let numbers = parts.compactMap { $0 }
  let (year, month, day) = (
    numbers[0], numbers.count > 1 ? numbers[1] : 1, numbers.count > 2 ? numbers[2] : 1
  )
  guard (-9999...9999).contains(year), (1...12).contains(month), isDay(year, month, day) else { return nil }
  var seconds = Double(dayNumber(year, month, day)) * 86400
  if halves.count == 2 {
    let clock = halves[1].prefix { $0 != "Z" && $0 != "+" && $0 != "." }.split(separator: ":").map { Int($0) }
    guard clock.count >= 2, !clock.contains(nil) else { return nil }
    for (part, unit) in zip(clock, [3600.0, 60, 1]) { seconds += Double(part ?? 0) * unit }
  }
  return seconds
}

/// Reads a quarter: `2003-Q3`, `2003 Q3`, `Q3 2003`, `2003Q3`.
///
/// - Returns: the number of quarters since the year 0; `nil` for other text.
func quarterNumber(_ text: String) -> Int? {
  let bytes = Array(text.utf8)
  guard let mark = bytes.firstIndex(where: { $0 == UInt8(ascii: "Q") || $0 == UInt8(ascii: "q") }),
    mark + 1 < bytes.count, (UInt8(ascii: "1")...UInt8(ascii: "4")).contains(bytes[mark + 1])
  else { return nil }
  let rest = (bytes[..<mark] + bytes[(mark + 2)...]).filter {
    $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-")
  }
  guard rest.count == 4, let year = Int(String(decoding: rest, as: UTF8.self)) else { return nil }
  return year * 4 + Int(bytes[mark + 1] - UInt8(ascii: "1"))
}

private func isDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
  guard (-9999...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return false }
  return civilDay(dayNumber(year, month, day)) == (year, month, day)
}

/// The day's number since 1970-01-01 (Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil).
func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
  let shifted = month <= 2 ? year - 1 : year
  let era = (shifted >= 0 ? shifted : shifted - 399) / 400
  let yearOfEra = shifted - era * 400
  let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
  return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
}

/// The civil day of a number of days since 1970-01-01 (Hinnant, civil_from_days).
func civilDay(_ number: Int) -> (year: Int, month: Int, day: Int) {
  let shifted = number + 719_468
  let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
  let dayOfEra = shifted - era * 146_097
  let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let part = (5 * dayOfYear + 2) / 153
  let month = part + (part < 10 ? 3 : -9)
  return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * part + 2) / 5 + 1)
}

/// `2003-09-30`, with hours and minutes where there are some.
func timeWords(_ seconds: Double) -> String {
  let (day, rest) = dayAndRest(seconds)
  let civil = civilDay(day)
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  let date = "\(civil.year)-\(two(civil.month))-\(two(civil.day))"
  return rest == 0 ? date : "\(date) \(two(rest / 3600)):\(two(rest / 60 % 60))"
}

/// The day's number and the seconds passed of it.
func dayAndRest(_ seconds: Double) -> (day: Int, rest: Int) {
  let whole = Int(max(-1e12, min(1e12, seconds)).rounded(.down))
  let day = whole >= 0 ? whole / 86400 : (whole - 86399) / 86400
  return (day, whole - day * 86400)
}

let monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

private func monthNumber(_ word: String) -> Int? {
  guard word.count >= 3 else { return nil }
  return monthNames.firstIndex { word.lowercased().hasPrefix($0.lowercased()) }.map { $0 + 1 }
}
