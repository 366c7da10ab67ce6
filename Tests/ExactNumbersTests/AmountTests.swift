import Testing

@testable import ExactNumbers

struct AmountTests {
  private func amount(_ text: String) throws -> Amount { try #require(Amount(plain: text)) }

  @Test(
    arguments: [
      ("0", 0, 0), ("-0", 0, 0), ("7", 7, 0), ("-4679000", -4_679_000, 0), ("0.60", 60, 2), (".06", 6, 2),
      ("-.06", -6, 2), ("1.10", 110, 2), ("007", 7, 0), ("0.000000000000000001", 1, 18),
      ("999999999999999999", 999_999_999_999_999_999, 0), ("9223372036854775807", Int64.max, 0),
      ("-9223372036854775808", Int64.min, 0), ("-9.223372036854775808", Int64.min, 18),
    ] as [(String, Int64, Int)])
  func readsPlainDigits(text: String, mantissa: Int64, scale: Int) throws {
    let amount = try amount(text)
    #expect(amount.mantissa == mantissa)
    #expect(Int(amount.scale) == scale)
  }

  @Test(arguments: [
    "", "-", ".", "-.", "1.", "+1", "--1", "1-", "1,000", "1 000", "1e3", "0x1", "1.2.3", "٣", "１", " 1",
    "1 ",
    "(1)", "$1", "9223372036854775808", "-9223372036854775809", "0.0000000000000000001",
    "12345678901234567890", "NaN", "inf",
  ])
  func refusesAnythingElse(text: String) {
    #expect(Amount(plain: text) == nil)
  }

  @Test(arguments: [
    ("0", "0", "0"), ("0.00", "0.00", "0.00"), ("999", "999", "999"), ("1000", "1,000", "1,000"),
    ("-1000", "-1,000", "(1,000)"), ("-0.60", "-0.60", "(0.60)"), ("-0.05", "-0.05", "(0.05)"),
    ("123456.789", "123,456.789", "123,456.789"), ("1234567.1", "1,234,567.1", "1,234,567.1"),
    ("9223372036854775807", "9,223,372,036,854,775,807", "9,223,372,036,854,775,807"),
    ("-9223372036854775808", "-9,223,372,036,854,775,808", "(9,223,372,036,854,775,808)"),
    ("0.000000000000000001", "0.000000000000000001", "0.000000000000000001"),
  ])
  func writesGroupsAndParentheses(plain: String, grouped: String, accounting: String) throws {
    let amount = try amount(plain)
    #expect(amount.description == plain)
    #expect(amount.text() == grouped)
    #expect(amount.accounting == accounting)
  }

  @Test func writesAnyGroupingBetweenThousands() throws {
    #expect(try amount("-1234567").text(grouping: "\u{202F}") == "-1\u{202F}234\u{202F}567")
    let wide = String(repeating: "é", count: 40)
    #expect(try amount("9000000000000000000").text(grouping: wide).hasPrefix("9\(wide)000\(wide)000"))
  }

  @Test(arguments: [
    ("1.10", "1.1", true, false), ("0", "-0.00", true, false), ("1", "1", true, true),
    ("9223372036854775807", "0.000000000000000001", false, false), ("-1", "1", false, false),
  ])
  func comparesValuesNotSpellings(a: String, b: String, equal: Bool, sameSpelling: Bool) throws {
    let (a, b) = (try amount(a), try amount(b))
    #expect((a == b) == equal)
    #expect((a.hashValue == b.hashValue) == equal)
    #expect(a.hasSameSpelling(as: b) == sameSpelling)
  }

  @Test func ordersValues() throws {
    let sorted = try [
      "-9223372036854775808", "-1", "-0.99", "0", "0.000000000000000001", "0.1", "0.11", "2", "10",
    ]
    .map(amount)
    #expect(sorted.reversed().sorted() == sorted)
  }

  @Test(
    arguments: [
      ("1.5", "2.25", "3.75", "-0.75", "3.375"),
      ("-4679000", "3160000", "-1519000", "-7839000", "-14785640000000"),
      ("0.1", "0.20", "0.30", "-0.10", "0.020"),
      ("9223372036854775807", "1", nil, "9223372036854775806", "9223372036854775807"),
      ("-9223372036854775808", "1", "-9223372036854775807", nil, "-9223372036854775808"),
      ("4000000000", "4000000000", "8000000000", "0", nil),
      ("9000000000000000000", "0.1", nil, nil, "900000000000000000.0"),
      ("0.0000000001", "0.0000000001", "0.0000000002", "0.0000000000", nil),
    ] as [(String, String, String?, String?, String?)])
  func addsSubtractsAndMultipliesExactly(
    a: String, b: String, sum: String?, difference: String?, product: String?
  ) throws {
    let (a, b) = (try amount(a), try amount(b))
    #expect((a + b)?.description == sum)
    #expect((a - b)?.description == difference)
    #expect((a * b)?.description == product)
  }

  @Test(
    arguments: [
      ("1", "3", 4, "0.3333"), ("2", "3", 4, "0.6667"), ("-2", "3", 4, "-0.6667"), ("2", "-3", 4, "-0.6667"),
      ("1", "2", 0, "1"), ("-1", "2", 0, "-1"), ("1", "-2", 0, "-1"), ("-1", "-2", 0, "1"),
      ("5", "4", 1, "1.3"),
      ("0.5", "0.25", 0, "2"), ("0.49", "1", 0, "0"), ("-201000", "7181000", 3, "-0.028"),
      ("0", "7", 2, "0.00"), ("1", "0", 2, nil), ("0", "0", 2, nil), ("1", "3", 19, nil), ("1", "3", -1, nil),
      ("9223372036854775807", "0.1", 0, nil), ("9223372036854775807", "0.000000000000000001", 18, nil),
      ("-9223372036854775808", "-1", 0, nil), ("-9223372036854775808", "1", 0, "-9223372036854775808"),
      ("0.000000000000000001", "9223372036854775807", 0, "0"),
      ("1", "9223372036854775807", 18, "0.000000000000000000"),
    ] as [(String, String, Int, String?)])
  func dividesHalvesAwayFromZero(a: String, b: String, scale: Int, quotient: String?) throws {
    #expect(try amount(a).divided(by: amount(b), scale: scale)?.description == quotient)
  }

  @Test(
    arguments: [
      ("2.5", 0, "3"), ("-2.5", 0, "-3"), ("2.4999", 0, "2"), ("-2.45", 1, "-2.5"), ("0.05", 1, "0.1"),
      ("0.04", 1, "0.0"), ("7", 2, "7.00"), ("9223372036854775807", 1, nil), ("1", 19, nil), ("1", -1, nil),
      ("999.995", 2, "1000.00"), ("-9.223372036854775808", 0, "-9"),
    ] as [(String, Int, String?)])
  func roundsHalvesAwayFromZero(text: String, scale: Int, rounded: String?) throws {
    #expect(try amount(text).rounded(scale: scale)?.description == rounded)
  }

  @Test(
    arguments: [
      ("6.98", 6, "6980000"), ("6980", 3, "6980000"), ("12", -2, "0.12"), ("0.120", 2, "12.0"),
      ("1", -18, "0.000000000000000001"), ("0.1", -18, nil), ("9223372036854775807", 1, nil), ("1", 19, nil),
      ("0", 18, "0"), ("1", .max, nil), ("1", .min, nil),
    ] as [(String, Int, String?)])
  func movesThePoint(text: String, power: Int, moved: String?) throws {
    #expect(try amount(text).timesPowerOfTen(power)?.description == moved)
  }

  @Test(arguments: [("1.10", "1.1"), ("10", "10"), ("0.000", "0"), ("-2.500", "-2.5"), ("0.06", "0.06")])
  func dropsZerosAtTheEnd(text: String, short: String) throws {
    #expect(try amount(text).withoutTrailingZeros.description == short)
  }

  @Test func knowsTheOneNumberWithoutATwin() throws {
    #expect(Amount(.min).negated == nil)
    #expect(Amount(.min).magnitude == nil)
    #expect(try amount("-0.60").negated?.description == "0.60")
    #expect(try amount("-0.60").magnitude?.description == "0.60")
    #expect(try amount("-0.60").isNegative)
    #expect(try amount("0.00").isZero)
    #expect(Amount(mantissa: 1, scale: 19) == nil)
    #expect(Amount(mantissa: 1, scale: -1) == nil)
    #expect(try amount("-1.5").approximate == -1.5)
  }
}
