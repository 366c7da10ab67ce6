import CivilTime
import ReleaseModel
import Testing

struct FiscalCalendarTests {
  @Test(arguments: [
    (12, "2003-Q1", "2003-01-01/2003-03-31"), (12, "2003-Q3", "2003-07-01/2003-09-30"),
    (12, "2003-Q4", "2003-10-01/2003-12-31"), (12, "2003-H1", "2003-01-01/2003-06-30"),
    (12, "2003-H2", "2003-07-01/2003-12-31"), (12, "2003-9M", "2003-01-01/2003-09-30"),
    (12, "2003-FY", "2003-01-01/2003-12-31"), (12, "2004-Q1", "2004-01-01/2004-03-31"),
    (6, "2003-Q1", "2002-07-01/2002-09-30"), (6, "2003-Q3", "2003-01-01/2003-03-31"),
    (6, "2003-H2", "2003-01-01/2003-06-30"), (6, "2003-9M", "2002-07-01/2003-03-31"),
    (6, "2003-FY", "2002-07-01/2003-06-30"), (9, "2003-Q1", "2002-10-01/2002-12-31"),
    (9, "2004-Q2", "2004-01-01/2004-03-31"), (9, "2003-FY", "2002-10-01/2003-09-30"),
    (1, "2003-FY", "2002-02-01/2003-01-31"), (2, "2004-FY", "2003-03-01/2004-02-29"),
    (2, "2003-Q4", "2002-12-01/2003-02-28"),
  ])
  func namesAreSpans(endMonth: Int, name: String, span: String) throws {
    let calendar = FiscalCalendar(endMonth: endMonth)
    let named = try #require(calendar.period(name))
    #expect(named == calendar.period(span))
    #expect(calendar.spelling(of: named) == name)
    let (start, end) = (try #require(Day(iso: span.prefix(10))), try #require(Day(iso: span.suffix(10))))
    #expect(named == Period(from: start, through: end))
  }

  @Test(arguments: 1...12)
  func everyNameComesBack(endMonth: Int) throws {
    let calendar = FiscalCalendar(endMonth: endMonth)
    for year in 1996...2012 {
      for part in FiscalCalendar.Part.allCases {
        let period = try #require(calendar.period(year, part))
        #expect(calendar.spelling(of: period) == "\(year)-\(part.rawValue)")
        #expect(calendar.period("\(year)-\(part.rawValue)") == period)
        let name = try #require(calendar.name(of: period))
        #expect(name == (year, part))
        #expect(calendar.year(of: period.end) == year)
        #expect(calendar.yearEarlier(period) == calendar.period(year - 1, part))
      }
    }
  }

  @Test(arguments: [
    "2003-09-30", "2004-02-29", "2003-07-02/2003-09-30", "2003-09-30/2003-09-30", "2003-01-01/2004-12-31",
    "2003-08-01/2003-10-31",
  ])
  func otherSpellingsComeBackToo(text: String) throws {
    let period = try #require(FiscalCalendar.calendarYear.period(text))
    #expect(FiscalCalendar.calendarYear.spelling(of: period) == text)
    #expect(FiscalCalendar.calendarYear.name(of: period) == nil)
    #expect(period.isInstant == !text.contains("/"))
  }

  @Test(arguments: [
    "", "2003", "2003-", "-Q3", "2003Q3", "2003-Q5", "2003-q3", "2003-Q3 ", " 2003-Q3", "03-Q3", "0003-Q3",
    "+203-Q3",
    "2003-10M", "2003-M9", "2003-09", "2003-02-29", "2003-09-30/", "/2003-09-30", "2003-09-30/2003-07-01",
    "2003-07-01/2003-09-31", "2003-07-01/2003-09-30/2003-12-31", "９003-Q", "2003-Q3/2003-Q4", "20033-Q3",
    "9999-FY",
  ])
  func refusesOtherTexts(text: String) {
    #expect(FiscalCalendar.calendarYear.period(text) == nil)
  }

  @Test(arguments: [
    ("2003-Q3", "2002-Q3"), ("2003-9M", "2002-9M"), ("2003-09-30", "2002-09-30"),
    ("2003-12-31", "2002-12-31"),
    ("2004-02-29", "2003-02-28"), ("2005-02-28", "2004-02-29"), ("2005-02-27", "2004-02-27"),
    ("2004-02-28", "2003-02-28"), ("2005-02-28/2005-03-15", "2004-02-28/2004-03-15"),
    ("2005-03-01/2005-04-15", "2004-03-01/2004-04-15"), ("2004-02-01/2004-02-29", "2003-02-01/2003-02-28"),
    ("2005-02-01/2005-02-28", "2004-02-01/2004-02-29"), ("2004-02-29/2004-03-31", "2003-03-01/2003-03-31"),
  ])
  func aYearEarlierIsTheSamePart(period: String, earlier: String) throws {
    let calendar = FiscalCalendar.calendarYear
    let period = try #require(calendar.period(period))
    #expect(calendar.yearEarlier(period).map(calendar.spelling) == earlier)
  }

  @Test(arguments: [
    (12, "2003-12-31", 2003), (12, "2004-01-01", 2004), (6, "2003-06-30", 2003), (6, "2003-07-01", 2004),
  ])
  func aDayBelongsToAFiscalYear(endMonth: Int, day: String, year: Int) throws {
    #expect(FiscalCalendar(endMonth: endMonth).year(of: try #require(Day(iso: day))) == year)
  }

  @Test(arguments: [
    // Quarters and years of weeks end with a weekday after the month's end, and belong to the year that they end.
    ("2025-06-29/2025-10-04", 2025), ("2024-09-29/2025-10-04", 2025), ("2025-06-29/2025-09-27", 2025),
    ("2025-10-05/2026-01-03", 2026), ("2026-Q1", 2026), ("2025-Q4", 2025), ("2025-10-04", 2026),
    ("2025-10-01/2025-10-05", 2026),
  ])
  func periodsOfWeeksBelongToTheYearThatTheyEnd(spelling: String, year: Int) throws {
    let calendar = FiscalCalendar(endMonth: 9)
    #expect(calendar.year(of: try #require(calendar.period(spelling))) == year)
  }
}
