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
        $0.raw(partWords(part))
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
  func shortWords(_ period: Period) -> String {
    guard let (year, part) = name(of: period) else { return words(period) }
    return composed {
      switch part {
      case .year: break
      case .nineMonths: $0.markup("9 months ")
      default:
        $0.raw(part.rawValue)
        $0.append(32)
      }
      $0.decimal(year)
    }
  }

  /// The part of the year alone: `Third quarter`, `Nine months`; `nil` for other periods.
  func partWords(_ period: Period) -> String? {
    name(of: period).map { partWords($0.part) }
  }

  private func partWords(_ part: Part) -> String {
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

  private var isCalendarYear: Bool { endMonth == 12 }
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
  let words = [
    "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven",
  ]
  switch months {
  case 1: return "Month"
  case 12: return "Year"
  case 2...11: return words[months - 2] + " months"
  default: return "\(months) months"
  }
}

/// `September 30`.
func monthAndDay(_ day: Day) -> String { "\(EnglishCalendar.months[day.month - 1]) \(day.dayOfMonth)" }

extension String {
  /// With a capital first letter, to begin a line.
  var asBeginning: String { prefix(1).uppercased() + dropFirst() }

  /// With a small first letter, to stand inside a sentence.
  var inSentence: String { prefix(1).lowercased() + dropFirst() }
}
