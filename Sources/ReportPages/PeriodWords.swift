import CivilTime
import Markup
import ReleaseModel

extension FiscalCalendar {
  /// A period in words that stand alone: `Third quarter 2003`, `At September 30, 2003`.
  func words(_ period: Period) -> String {
    guard let start = period.start else { return "At \(EnglishCalendar.long(period.end))" }
    if let (year, part) = name(of: period) {
      if part == .nineMonths { return "Nine months ended " + EnglishCalendar.long(period.end) }
      return composed {
        $0.raw(words(part))
        if part == .h1 || part == .h2 { $0.markup(" of") }
        if part == .year || isCalendarYear { $0.markup(" ") } else { $0.markup(" fiscal ") }
        $0.decimal(year)
      }
    }
    if let months = period.wholeMonths {
      return "\(monthsWords(months)) ended \(EnglishCalendar.long(period.end))"
    }
    return "\(EnglishCalendar.long(start)) to \(EnglishCalendar.long(period.end))"
  }

  /// The same in few letters, for lists: `Q3 2003`.
  func shortWords(_ period: Period) -> String { composed { $0.shortWords(period, self) } }

  /// A year in few letters: `2003`, or `FY2003` where it is not the calendar's.
  func shortWords(year: Int) -> String { composed { $0.shortWords(year: year, self) } }

  /// A part of the year alone: `Third quarter`, `Nine months`.
  func words(_ part: Part) -> String {
    switch part {
    case .q1: "First quarter"
    case .q2: "Second quarter"
    case .q3: "Third quarter"
    case .q4: "Fourth quarter"
    case .h1: "First half"
    case .h2: "Second half"
    case .nineMonths: "Nine months"
    case .year: isCalendarYear ? "Year" : "Fiscal year"
    }
  }

  /// Whether its years are those of the calendar, so that no word has to tell them apart.
  var isCalendarYear: Bool { endMonth == 12 }
}

extension ByteSink {
  /// Appends `September 30`.
  mutating func monthAndDay(_ day: Day) {
    let (_, month, dayOfMonth) = day.parts
    raw(EnglishCalendar.months[month - 1])
    append(UInt8(ascii: " "))
    decimal(dayOfMonth)
  }

  /// Appends a year in few letters: `2003`, or `FY2003` where it is not the calendar's.
  mutating func shortWords(year: Int, _ fiscal: FiscalCalendar) {
    if !fiscal.isCalendarYear { markup("FY") }
    decimal(year)
  }

  /// Appends a period in few letters: `Q3 2003`, `Q3 FY2003`, `September 30, 2003`.
  mutating func shortWords(_ period: Period, _ fiscal: FiscalCalendar) {
    if period.isInstant { return raw(EnglishCalendar.long(period.end)) }
    guard let (year, part) = fiscal.name(of: period) else { return raw(fiscal.words(period)) }
    switch part {
    case .year: break
    case .nineMonths: markup("9 months ")
    default:
      raw(part.rawValue)
      append(UInt8(ascii: " "))
    }
    shortWords(year: year, fiscal)
  }
}

extension Period {
  /// How many whole months the span covers, or `nil`.
  var wholeMonths: Int? {
    guard let start, start.dayOfMonth == 1, end.adding(days: 1).dayOfMonth == 1 else { return nil }
    return (end.year - start.year) * 12 + end.month - start.month + 1
  }
}

/// `Three months`, `Year`, `18 months`; capitalized.
func monthsWords(_ months: Int) -> String {
  switch months {
  case 1: "Month"
  case 2: "Two months"
  case 3: "Three months"
  case 4: "Four months"
  case 5: "Five months"
  case 6: "Six months"
  case 7: "Seven months"
  case 8: "Eight months"
  case 9: "Nine months"
  case 10: "Ten months"
  case 11: "Eleven months"
  case 12: "Year"
  default: "\(months) months"
  }
}

/// `September 30`.
func monthAndDay(_ day: Day) -> String { composed { $0.monthAndDay(day) } }

extension String {
  /// With a capital first letter, to begin a line.
  var asBeginning: String {
    begun { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) ? $0 & 0xDF : $0 }
      ?? prefix(1).uppercased() + dropFirst()
  }

  /// With a small first letter, to stand inside a sentence; what begins with two capitals is no word: `EBITDA`. Names of
  /// months keep their capital.
  var inSentence: String {
    let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
    if let second = utf8.dropFirst().first, capitals.contains(second) { return self }
    if beginsWithMonth { return self }
    return begun { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
      ?? prefix(1).lowercased() + dropFirst()
  }

  /// Whether it begins with a day: `July 2, 2023 to September 30, 2023`.
  private var beginsWithMonth: Bool {
    guard let space = utf8.firstIndex(of: UInt8(ascii: " ")),
      let next = self[space...].utf8.dropFirst().first,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next)
    else { return false }
    return EnglishCalendar.months.contains { $0.utf8.elementsEqual(self[..<space].utf8) }
  }

  /// The text with another first letter; `nil` where it does not begin with two letters of ASCII, which alone are
  /// letters for themselves.
  private func begun(_ change: (UInt8) -> UInt8) -> String? {
    var text = self
    return text.withUTF8 { bytes -> String? in
      guard bytes.count > 1, bytes[0] < 0x80, bytes[1] < 0x80, bytes[0] != 13 else { return nil }
      if change(bytes[0]) == bytes[0] { return self }
      return composed {
        $0.append(change(bytes[0]))
        $0.append(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[1...]))
      }
    }
  }
}
