public import CivilTime

/// What a fact is about in time: a span of days or the end of one day.
///
/// A period is its dates; names such as `2003-Q3` are read and written against a company's
/// ``FiscalCalendar``, so two spellings of one span are one period.
public struct Period: Hashable, Sendable {
  /// The first day, or `nil` for an instant.
  public var start: Day?
  /// The last day; for an instant, the day at whose end it stands.
  public var end: Day

  /// The span from `start` to `end`, both days included.
  public init(from start: Day, through end: Day) {
    self.start = start
    self.end = end
  }

  /// The end of a day.
  public init(instant day: Day) {
    start = nil
    end = day
  }

  public var isInstant: Bool { start == nil }

  /// How many days the span has; 0 for an instant.
  public var days: Int { start.map { end.days(since: $0) + 1 } ?? 0 }
}

extension Period: Comparable {
  /// By end, then the shorter span first; an instant precedes the spans that end with it.
  public static func < (a: Period, b: Period) -> Bool {
    a.end != b.end ? a.end < b.end : a.days < b.days
  }
}
