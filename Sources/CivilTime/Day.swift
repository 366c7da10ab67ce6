/// A day of the proleptic Gregorian calendar, counted from 1970-01-01.
///
/// The conversions are Howard Hinnant's `days_from_civil` ("chrono-Compatible Low-Level Date Algorithms", 2013) and
/// Cassio Neri's and Lorenz Schneider's `to_date` ("Euclidean affine functions and their application to calendar
/// algorithms", 2022).
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01, negative before.
  public var number: Int32

  public init(number: Int32) { self.number = number }

  /// Creates a day from its parts, or `nil` when the calendar has no such day or the year is not `0001...9999`.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month and day of the month.
  public var parts: (year: Int, month: Int, day: Int) {
    // So many eras of 400 years are added that no number is below zero.
    let eras = 15_000
    let quarters = UInt64(Int(number) &+ 719_468 &+ eras &* 146_097) &* 4 | 3
    let century = quarters / 146_097
    let quartersOfCentury = UInt32(truncatingIfNeeded: quarters % 146_097) | 3
    // The year in the upper half, what is over in the lower one; years begin in March.
    let scaled = UInt64(quartersOfCentury) &* 2_939_745
    let dayOfYear = UInt32(truncatingIfNeeded: scaled) / 2_939_745 / 4
    let monthAndDay = 2_141 &* dayOfYear &+ 197_913
    let isAfterDecember = dayOfYear >= 306
    let year = Int(century &* 100 &+ scaled >> 32) &- eras &* 400
    let month = Int(monthAndDay >> 16)
    let day = Int((monthAndDay & 0xFFFF) / 2_141) &+ 1
    return isAfterDecember ? (year &+ 1, month &- 12, day) : (year, month, day)
  }

  public var year: Int { parts.year }
  public var month: Int { parts.month }
  public var dayOfMonth: Int { parts.day }

  /// 0 for Sunday to 6 for Saturday.
  public var weekday: Int { ((Int(number) + 4) % 7 + 7) % 7 }

  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  /// The day so many days later, or earlier for a negative count; stops at the first and last `Int32`.
  public func adding(days: Int) -> Day {
    Day(number: Int32(clamping: Int(number) + Int(Int32(clamping: days))))
  }

  /// Days from `other` to this day.
  public func days(since other: Day) -> Int { Int(number) - Int(other.number) }

  /// How many days the month has.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
}

extension Day: CustomStringConvertible {
  /// ISO 8601: `2003-11-14`.
  public var description: String {
    let (year, month, day) = parts
    guard (0...9999).contains(year) else {
      return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
    return String(unsafeUninitializedCapacity: 10) { text in
      put(year, digits: 4, at: 0, of: text)
      text[4] = UInt8(ascii: "-")
      put(month, digits: 2, at: 5, of: text)
      text[7] = UInt8(ascii: "-")
      put(day, digits: 2, at: 8, of: text)
      return 10
    }
  }

  /// Reads `2003-11-14`, or `nil` for anything else.
  public init?(iso text: some StringProtocol) {
    var text = String(text)
    guard let day = text.withUTF8({ Day(iso: $0) }) else { return nil }
    self = day
  }

  /// The same for bytes.
  public init?(iso bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = digits(bytes[0..<4]), let month = digits(bytes[5..<7]),
      let day = digits(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

/// The English names, for the site's own prose; January first, Sunday first.
public enum EnglishCalendar {
  public static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  public static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]

  /// `November 14, 2003`.
  public static func long(_ day: Day) -> String { date(day, lettersOfMonth: 9) }

  /// `Nov 14, 2003`.
  public static func short(_ day: Day) -> String { date(day, lettersOfMonth: 3) }

  private static func date(_ day: Day, lettersOfMonth: Int) -> String {
    let (year, month, dayOfMonth) = day.parts
    var name = months[month - 1]
    let letters = min(lettersOfMonth, name.utf8.count)
    guard (1000...9999).contains(year) else { return "\(name.prefix(letters)) \(dayOfMonth), \(year)" }
    let digits = dayOfMonth < 10 ? 1 : 2
    return String(unsafeUninitializedCapacity: letters + digits + 7) { text in
      name.withUTF8 { for index in 0..<letters { text[index] = $0[index] } }
      text[letters] = UInt8(ascii: " ")
      put(dayOfMonth, digits: digits, at: letters + 1, of: text)
      text[letters + digits + 1] = UInt8(ascii: ",")
      text[letters + digits + 2] = UInt8(ascii: " ")
      put(year, digits: 4, at: letters + digits + 3, of: text)
      return letters + digits + 7
    }
  }

  /// `Friday`.
  public static func weekday(_ day: Day) -> String { weekdays[day.weekday] }
}

/// Writes the last digits of a number, with zeros before it where it has fewer.
private func put(_ number: Int, digits: Int, at place: Int, of text: UnsafeMutableBufferPointer<UInt8>) {
  var rest = number
  for index in (place..<place + digits).reversed() {
    text[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
    rest /= 10
  }
}

/// A number with zeros before it up to a width, as dates are written: `09`.
public func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// A whole number of nothing but digits.
func digits(_ bytes: some Collection<UInt8>) -> Int? {
  guard !bytes.isEmpty else { return nil }
  var value = 0
  for byte in bytes {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
    value = value * 10 + Int(byte - UInt8(ascii: "0"))
  }
  return value
}
