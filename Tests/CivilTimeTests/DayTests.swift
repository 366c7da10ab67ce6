import CivilTime
import Testing

struct DayTests {
  @Test(arguments: [
    (1970, 1, 1, 0, 4), (1969, 12, 31, -1, 3), (2000, 2, 29, 11_016, 2), (2000, 3, 1, 11_017, 3),
    (2003, 11, 14, 12_370, 5), (2003, 9, 15, 12_310, 1), (1, 1, 1, -719_162, 1), (9999, 12, 31, 2_932_896, 5),
    (1900, 2, 28, -25_509, 3), (1900, 3, 1, -25_508, 4), (2026, 1, 1, 20_454, 4),
  ])
  func countsDaysFrom1970(year: Int, month: Int, day: Int, number: Int32, weekday: Int) throws {
    let date = try #require(Day(year: year, month: month, day: day))
    #expect(date.number == number)
    #expect(date.weekday == weekday)
    #expect(date.parts == (year, month, day))
  }

  @Test(arguments: [
    (1900, 2, 29), (2100, 2, 29), (2003, 2, 29), (2003, 4, 31), (2003, 13, 1), (2003, 0, 1), (2003, 1, 0),
    (2003, 1, 32), (0, 1, 1), (10_000, 1, 1), (-1, 1, 1),
  ])
  func refusesDaysThatAreNone(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  /// Four hundred years hold every combination the calendar has.
  @Test func everyDayOfAnEraComesBack() throws {
    let first = try #require(Day(year: 1800, month: 1, day: 1))
    var expected = (year: 1800, month: 1, day: 1)
    for offset in 0..<146_097 {
      let day = first.adding(days: offset)
      guard day.parts == expected, Day(year: expected.year, month: expected.month, day: expected.day) == day
      else {
        Issue.record("\(expected) is \(day)")
        return
      }
      expected.day += 1
      if expected.day > Day.length(ofMonth: expected.month, year: expected.year) {
        expected = expected.month == 12 ? (expected.year + 1, 1, 1) : (expected.year, expected.month + 1, 1)
      }
    }
    #expect(expected == (2200, 1, 1))
  }

  @Test(arguments: [(1900, 28), (2000, 29), (2100, 28), (2003, 28), (2004, 29)])
  func knowsLeapYears(year: Int, february: Int) {
    #expect(Day.length(ofMonth: 2, year: year) == february)
  }

  @Test(arguments: ["2003-11-14", "0001-01-01", "9999-12-31", "2004-02-29"])
  func readsAndWritesISO(text: String) {
    #expect(Day(iso: text)?.description == text)
  }

  @Test(arguments: [
    "", "2003-11-4", "2003-1-14", "03-11-14", "2003/11/14", "2003-11-14 ", " 2003-11-14", "20031114",
    "2003-11-14T",
    "2003-02-29", "2003-00-10", "0000-01-01", "-003-11-14", "+003-11-14", "2003-11-+4", "２003-1-1", "2003-Q3",
  ])
  func refusesOtherSpellings(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test func stepsAndStopsAtTheEnds() throws {
    let day = try #require(Day(iso: "2004-02-28"))
    #expect(day.adding(days: 2).description == "2004-03-01")
    #expect(day.adding(days: -59).description == "2003-12-31")
    let yearBefore = try #require(Day(iso: "2003-02-28"))
    #expect(day.days(since: yearBefore) == 365)
    #expect(day.adding(days: .max).number == .max)
    #expect(Day(number: .min).adding(days: -1).number == .min)
  }

  @Test func namesTheDayInEnglish() throws {
    let day = try #require(Day(iso: "2003-11-14"))
    #expect(EnglishCalendar.long(day) == "November 14, 2003")
    #expect(EnglishCalendar.short(day) == "Nov 14, 2003")
    #expect(EnglishCalendar.weekday(day) == "Friday")
  }
}
