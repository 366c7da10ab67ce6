import CivilTime
import ReleaseModel
import Testing

@testable import ReleaseChecks

/// Times as texts name them, and which periods they cannot mean.
@Suite struct NamedTimeTests {
  private static func contradicts(_ words: String, _ period: String, endMonth: Int = 12) throws -> Bool {
    let fiscal = FiscalCalendar(endMonth: endMonth)
    let tokens = proseTokens(words)
    let (time, end) = try #require(namedTime(tokens, at: 0))
    #expect(end == tokens.count)
    return time.contradicts(try #require(fiscal.period(period)), fiscal)
  }

  @Test(arguments: [
    ("third quarter", "2003-Q3"), ("third quarter of 2003", "2003-Q3"), ("third-quarter 2003", "2003-Q3"),
    ("third quarter of fiscal 2003", "2003-Q3"), ("third fiscal quarter of 2003", "2003-Q3"),
    ("Q3", "2003-Q3"), ("Q3 2003", "2003-Q3"), ("Q3 FY03", "2003-Q3"), ("2003 third-quarter", "2003-Q3"),
    ("three months ended September 30, 2003", "2003-Q3"), ("quarter ended 30 September 2003", "2003-Q3"),
    ("quarter to September 2003", "2003-Q3"), ("thirteen weeks ended September 27, 2003", "2003-Q3"),
    ("three months ended September 30", "2003-Q3"), ("2003", "2003-Q3"), ("fiscal 2003", "2003-Q3"),
    ("first half of 2003", "2003-H1"), ("first half year", "2003-H1"), ("H1 2003", "2003-H1"),
    ("first six months of 2003", "2003-H1"), ("six months to 30 June 2003", "2003-H1"),
    ("half-year ended 30 June 2003", "2003-H1"), ("second half", "2003-H2"),
    ("first nine months", "2003-9M"), ("nine-month", "2003-9M"),
    ("nine months ended September 30, 2003", "2003-9M"),
    ("full year", "2003-FY"), ("full-year 2003", "2003-FY"), ("full fiscal year 2003", "2003-FY"),
    ("year ended December 31, 2003", "2003-FY"), ("52 weeks ended 27 December 2003", "2003-FY"),
    ("calendar year 2003", "2003-FY"), ("FY2003", "2003-FY"), ("FY03", "2003-FY"),
    ("31 December 2003", "2003-12-31"), ("December 2003", "2003-12-31"), ("1 January 2004", "2003-12-31"),
    // A day says nothing of a span, and a year nothing of a day.
    ("31 December 2002", "2003-FY"), ("2004", "2003-12-31"),
  ])
  func areTheirs(_ words: String, _ period: String) throws { #expect(try !Self.contradicts(words, period)) }

  @Test(arguments: [
    ("second quarter", "2003-Q3"), ("third quarter of 2002", "2003-Q3"), ("Q3 2002", "2003-Q3"),
    ("nine-month", "2003-Q3"), ("first nine months", "2003-Q3"), ("full year", "2003-Q4"),
    ("fourth quarter", "2003-FY"), ("second half", "2003-H1"), ("H1 2002", "2003-H1"), ("2002", "2003-FY"),
    ("fiscal 2002", "2003-FY"), ("FY02", "2003-FY"), ("2004", "2003-Q3"), ("2002/03", "2002-FY"),
    ("year ended December 31, 2002", "2003-FY"), ("three months ended June 30, 2003", "2003-Q3"),
    ("three months ended September 30, 2003", "2003-9M"), ("31 December 2002", "2003-12-31"),
    ("30 September 2003", "2003-12-31"),
  ])
  func cannotMeanThem(_ words: String, _ period: String) throws {
    #expect(try Self.contradicts(words, period))
  }

  /// A fiscal year is called by the year in which it ends, by that in which it begins, or by both.
  @Test(arguments: [
    ("fiscal 2004", 3, false), ("fiscal 2003", 3, false), ("2003/04", 3, false), ("FY04", 3, false),
    ("fiscal 2002", 3, true), ("2002/03", 3, true), ("2004-05", 3, true), ("FY2003/04", 3, false),
    ("fiscal 2003", 1, false), ("fiscal 2002", 1, true), ("year ended 31 March 2003", 3, true),
  ])
  func fiscalYears(_ words: String, _ endMonth: Int, _ isContradicted: Bool) throws {
    #expect(try Self.contradicts(words, "2004-FY", endMonth: endMonth) == isContradicted)
  }

  @Test(arguments: ["the year", "first place", "third party", "1,234", "30 employees", "may", "second"])
  func wordsThatNameNone(_ words: String) {
    #expect(namedTime(proseTokens(words), at: 0) == nil)
  }
}
