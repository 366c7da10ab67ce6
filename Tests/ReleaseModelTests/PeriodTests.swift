import CivilTime
import ReleaseModel
import Testing

struct PeriodTests {
  @Test func ordersByEndThenShorterFirst() throws {
    let calendar = FiscalCalendar.calendarYear
    let spellings = [
      "2002-12-31", "2002-Q4", "2002-FY", "2003-Q1", "2003-09-30", "2003-Q3", "2003-9M", "2003-10-01",
      "2003-H2",
      "2003-FY",
    ]
    let periods = try spellings.map { try #require(calendar.period($0)) }
    #expect(periods.reversed().sorted().map(calendar.spelling) == spellings)
  }

  @Test func countsItsDays() throws {
    let calendar = FiscalCalendar.calendarYear
    let cases = [
      ("2003-Q3", 92), ("2004-FY", 366), ("2003-FY", 365), ("2003-09-30", 0), ("2003-09-30/2003-09-30", 1),
    ]
    for (text, days) in cases {
      #expect(try #require(calendar.period(text)).days == days)
    }
  }
}
