import CivilTime
import ReleaseModel

extension FiscalCalendar {
  /// The end of the last fiscal year that ended before a day.
  func lastYearEnd(before day: Day) -> Day? {
    period(year(of: day) - 1, .year)?.end
  }

  /// Whether a fiscal year ends on a day, or within the week before or after it, as years of whole weeks do.
  func hasYearEnd(near day: Day) -> Bool {
    [year(of: day) - 1, year(of: day)].contains { year in
      period(year, .year).map { abs($0.end.days(since: day)) <= 7 } ?? false
    }
  }
}
