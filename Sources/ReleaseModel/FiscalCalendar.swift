public import CivilTime

/// Where a company's fiscal year ends, and with it what `2003-Q3` means.
///
/// The fiscal year is named by the calendar year in which it ends. Quarters are whole months.
public struct FiscalCalendar: Hashable, Sendable {
  /// The month in which the year ends, `1...12`; the year ends with that month's last day.
  public var endMonth: Int

  public init(endMonth: Int) { self.endMonth = endMonth }

  /// The calendar year.
  public static let calendarYear = FiscalCalendar(endMonth: 12)

  /// The parts of a fiscal year that have a name.
  public enum Part: String, Hashable, Sendable, CaseIterable {
    case q1 = "Q1"
    case q2 = "Q2"
    case q3 = "Q3"
    case q4 = "Q4"
    case h1 = "H1"
    case h2 = "H2"
    case nineMonths = "9M"
    case year = "FY"

    /// The months it covers, counted from the start of the fiscal year: `0..<3` for the first quarter.
    public var months: Range<Int> {
      switch self {
      case .q1: 0..<3
      case .q2: 3..<6
      case .q3: 6..<9
      case .q4: 9..<12
      case .h1: 0..<6
      case .h2: 6..<12
      case .nineMonths: 0..<9
      case .year: 0..<12
      }
    }

    public var isQuarter: Bool { months.count == 3 }

    /// The part that two letters name.
    fileprivate init?(_ first: UInt8, _ second: UInt8) {
      switch (Unicode.Scalar(first), Unicode.Scalar(second)) {
      case ("Q", "1"): self = .q1
      case ("Q", "2"): self = .q2
      case ("Q", "3"): self = .q3
      case ("Q", "4"): self = .q4
      case ("H", "1"): self = .h1
      case ("H", "2"): self = .h2
      case ("9", "M"): self = .nineMonths
      case ("F", "Y"): self = .year
      default: return nil
      }
    }
  }

  /// A length of time that charts count in.
  public enum Step: String, Hashable, Sendable, CaseIterable {
    case quarters
    case years

    /// Whether a part of the year is one such step.
    public func matches(_ part: Part) -> Bool { self == .quarters ? part.isQuarter : part == .year }
  }

  /// So many quarters or years that follow each other, oldest first, the last one ending by a day.
  public func steps(_ count: Int, _ step: Step, by day: Day) -> [Period] {
    var year = self.year(of: day) + 1
    var parts: [Part] = []
    var found: [Period] = []
    let all: [Part] = step == .years ? [.year] : [.q4, .q3, .q2, .q1]
    while found.count < count, year > 0 {
      if parts.isEmpty {
        parts = all
        year -= 1
      }
      guard let period = period(year, parts.removeFirst()) else { return found.reversed() }
      if period.end <= day { found.append(period) }
    }
    return found.reversed()
  }

  /// The span of a named part of a fiscal year.
  public func period(_ year: Int, _ part: Part) -> Period? {
    guard let start = firstDay(year: year, month: part.months.lowerBound),
      let next = firstDay(year: year, month: part.months.upperBound)
    else { return nil }
    return Period(from: start, through: next.adding(days: -1))
  }

  /// The year and part that a span is, or `nil` for an instant or a span without a name.
  public func name(of period: Period) -> (year: Int, part: Part)? {
    guard let start = period.start?.parts, start.day == 1 else { return nil }
    let next = period.end.adding(days: 1).parts
    guard next.day == 1, next.year <= 9999 else { return nil }
    // Whole months, counted from the first of the fiscal year in which the span begins.
    let first = (start.month + 11 - endMonth) % 12
    let last = first + (next.year - start.year) * 12 + next.month - start.month
    guard let part = Part.allCases.first(where: { $0.months == first..<max(first, last) }) else { return nil }
    return (start.month > endMonth ? start.year + 1 : start.year, part)
  }

  /// The fiscal year that a day belongs to.
  public func year(of day: Day) -> Int {
    let (year, month, _) = day.parts
    return month > endMonth ? year + 1 : year
  }

  /// The fiscal year that a period belongs to.
  ///
  /// A year of whole weeks ends with a weekday near its last month's end, which may lie in the month after.
  public func year(of period: Period) -> Int {
    guard let start = period.start, start.adding(days: 14) < period.end, name(of: period) == nil else {
      return year(of: period.end)
    }
    return year(of: period.end.adding(days: -7))
  }

  /// The same part of the year before: a year earlier for spans, and for an instant that is a month's end.
  public func yearEarlier(_ period: Period) -> Period? {
    if let (year, part) = name(of: period) { return self.period(year - 1, part) }
    guard let end = Self.yearEarlier(period.end) else { return nil }
    guard let start = period.start else { return Period(instant: end) }
    // The day before a span is an end itself: what begins after a February begins after one a year earlier.
    let before = Self.yearEarlier(start.adding(days: -1))
    return before.map { Period(from: $0.adding(days: 1), through: end) }
  }

  /// Reads `2003-Q3`, `2003-9M`, `2003-H1`, `2003-FY`, `2003-09-30` or `2003-07-01/2003-09-30`.
  public func period(_ text: some StringProtocol) -> Period? {
    var text = String(text)
    return text.withUTF8 { period($0) }
  }

  private func period(_ bytes: UnsafeBufferPointer<UInt8>) -> Period? {
    if bytes.count == 7 { return namedPeriod(bytes) }
    if let day = Day(iso: bytes) { return Period(instant: day) }
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")),
      let start = Day(iso: UnsafeBufferPointer(rebasing: bytes[..<slash])),
      let end = Day(iso: UnsafeBufferPointer(rebasing: bytes[(slash + 1)...])), start <= end
    else { return nil }
    return Period(from: start, through: end)
  }

  /// Reads `2003-Q3` and its like.
  private func namedPeriod(_ bytes: UnsafeBufferPointer<UInt8>) -> Period? {
    var year = 0
    for byte in bytes.prefix(4) {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      year = year * 10 + Int(byte - UInt8(ascii: "0"))
    }
    guard year >= 1000, bytes[4] == UInt8(ascii: "-"), let part = Part(bytes[5], bytes[6]) else { return nil }
    return period(year, part)
  }

  /// The one spelling of a period, as ``period(_:)-(StringProtocol)`` reads it.
  public func spelling(of period: Period) -> String {
    guard let start = period.start else { return period.end.description }
    if let (year, part) = name(of: period) { return "\(year)-\(part.rawValue)" }
    return "\(start)/\(period.end)"
  }

  private func firstDay(year: Int, month: Int) -> Day? {
    // Months counted from January of the calendar year in which the fiscal year starts or ends.
    let months = year * 12 + endMonth - 12 + month
    return Day(year: months / 12, month: months % 12 + 1, day: 1)
  }

  private static func yearEarlier(_ day: Day) -> Day? {
    let (year, month, dayOfMonth) = day.parts
    let isLast = dayOfMonth == Day.length(ofMonth: month, year: year)
    let length = Day.length(ofMonth: month, year: year - 1)
    return Day(year: year - 1, month: month, day: isLast ? length : min(dayOfMonth, length))
  }
}
