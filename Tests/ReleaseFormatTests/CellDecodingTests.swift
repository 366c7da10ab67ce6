import Diagnostics
import ExactNumbers
import ReleaseModel
import SourceSyntax
import Testing

@testable import ReleaseFormat

/// Figures as statements print them.
struct CellDecodingTests {
  struct Case: CustomTestStringConvertible {
    var text: String
    var value: String
    var decimals: Int8
    var kind = Concept.Kind.money
    var power = 0
    var testDescription: String { text }
  }

  @Test(arguments: [
    Case(text: "6,980", value: "6980", decimals: -3, power: 3),
    Case(text: "6980000", value: "6980000", decimals: 0),
    Case(text: "6,980,000", value: "6980000", decimals: 0),
    Case(text: "$ (176,000)", value: "-176000", decimals: 0),
    Case(text: "$(1,519,000)", value: "-1519000", decimals: 0),
    Case(text: "($176)", value: "-176", decimals: -3, power: 3),
    Case(text: "-$176", value: "-176", decimals: 0),
    Case(text: "\u{2212}462,000", value: "-462000", decimals: 0),
    Case(text: "1,234.5", value: "1234.5", decimals: -5, power: 6),
    Case(text: "USD 12", value: "12", decimals: 0),
    Case(text: "12 USD", value: "12", decimals: 0),
    Case(text: "$\u{A0}20,848,000", value: "20848000", decimals: 0),
    Case(text: "0", value: "0", decimals: 0),
    Case(text: "(0.60)", value: "-0.60", decimals: 2, kind: .perShare),
    Case(text: "-.06", value: "-0.06", decimals: 2, kind: .perShare),
    Case(text: "$     (0.08)", value: "-0.08", decimals: 2, kind: .perShare),
    Case(text: "7,754", value: "7754", decimals: -3, kind: .shares, power: 3),
    Case(text: "12%", value: "0.12", decimals: 2, kind: .ratio),
    Case(text: "(2.8%)", value: "-0.028", decimals: 3, kind: .ratio),
    Case(text: "(2.8)%", value: "-0.028", decimals: 3, kind: .ratio),
    Case(text: "0.80", value: "0.80", decimals: 2, kind: .ratio),
    Case(text: "250", value: "250", decimals: 0, kind: .count),
  ])
  func figuresKeepTheirDigits(_ example: Case) throws {
    var findings = Findings("x.csv")
    let unit = CellUnit(kind: example.kind, currency: "USD", power: example.power)
    let cell = decodeCell(csvCell(example.text), unit, &findings)
    #expect(findings.diagnostics.isEmpty)
    guard case .figure(let amount, let decimals) = cell else {
      Issue.record("\(example.text) is read as \(cell)")
      return
    }
    let expected = try #require(Amount(plain: example.value))
    #expect(amount.hasSameSpelling(as: expected))
    #expect(decimals == example.decimals)
  }

  @Test(arguments: ["—", "–", "-", "$ —", "$-", "USD -", "\u{2212}"])
  func dashesAreNil(_ text: String) {
    var findings = Findings("x.csv")
    #expect(decodeCell(csvCell(text), CellUnit(kind: .money, currency: "USD", power: 3), &findings) == .dash)
    #expect(findings.diagnostics.isEmpty)
  }

  @Test func blankIsNotReported() {
    var findings = Findings("x.csv")
    #expect(decodeCell(csvCell(""), CellUnit(kind: .money, power: 0), &findings) == .absent)
    #expect(findings.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("six", DiagnosticCode.badCell), ("$", .badCell), ("()", .badCell), ("%", .badCell), ("12%%", .badCell),
    ("$$5", .badCell), ("$5 USD", .badCell), ("-(5)", .badCell), ("(-5)", .badCell), ("5-", .badCell),
    ("5.", .badCell), ("1 234", .badCell), ("１２", .badCell), ("1e5", .badCell), ("+5", .badCell),
    ("$5%", .badCell), ("(—)", .badCell), (",", .badGrouping), ("6,98", .badGrouping),
    ("1,23,4", .badGrouping),
    ("1,,234", .badGrouping), (",123", .badGrouping), ("1234,567", .badGrouping), ("1.2.3", .badGrouping),
    ("1.234,5", .badGrouping), ("(5", .unbalancedParentheses), ("5)", .unbalancedParentheses),
    ("((5))", .unbalancedParentheses), ("(", .unbalancedParentheses), ("(5))", .unbalancedParentheses),
    ("12345678901234567890", .tooManyDigits), ("0.1234567890123456789", .tooManyDigits),
    ("9999999999999999", .figureTooLarge), ("€5", .unitDoesNotFit), ("5%", .unitDoesNotFit),
    ("EUR 5", .unitDoesNotFit),
  ])
  func everythingElseBreaksARule(_ text: String, _ code: DiagnosticCode) {
    var findings = Findings("x.csv")
    let cell = decodeCell(csvCell(text), CellUnit(kind: .money, currency: "USD", power: 3), &findings)
    #expect(cell == .absent)
    #expect(findings.diagnostics.map(\.code) == [code])
    #expect(findings.diagnostics.allSatisfy { $0.message.contains("'\(text)'") || text.contains("(") })
  }

  /// 28 is 2,800%; what can be meant without a sign is asked about.
  @Test(arguments: [
    ("28", true, true), ("10", true, true), ("9.9", true, false), ("(3.5)", true, false),
    ("1.51", true, false),
    ("1.5", false, false), ("0.28", false, false), ("28%", false, false), ("2,800%", false, false),
    ("(28)%", false, false),
  ])
  func aLargePercentageHasItsSign(_ text: String, _ isFound: Bool, _ isError: Bool) {
    for percentage in [nil, CellUnit.Percentage.concept, .unit] {
      var findings = Findings("x.csv")
      let unit = CellUnit(kind: .ratio, power: 0, percentage: percentage)
      let cell = decodeCell(csvCell(text), unit, &findings)
      let isFound = isFound && percentage != nil
      let isError = isFound && (isError || percentage == .unit)
      #expect(findings.diagnostics.map(\.code) == (isFound ? [.percentageWithoutSign] : []))
      #expect(findings.hasErrors == isError)
      #expect((cell == .absent) == isError)
    }
  }

  @Test func longTextIsRefusedQuickly() {
    var findings = Findings("x.csv")
    let text = String(repeating: "9,", count: 1_000_000)
    #expect(decodeCell(csvCell(text), CellUnit(kind: .money, power: 0), &findings) == .absent)
    #expect(findings.diagnostics.map(\.code) == [.badCell])
  }

  /// The quick reader reads nothing otherwise than the full one, and nothing that it refuses.
  @Test func theQuickReaderAgreesWithTheFullOne() {
    let pieces = ["", "$", " ", "(", ")", "-", "%", "0", "7", "12", "176", ",", ",000", ".", ".06", "5,98"]
    for first in pieces {
      for second in pieces {
        for third in pieces {
          for fourth in pieces {
            let text = first + second + third + fourth
            guard let quick = parseCommonFigure(text) else { continue }
            guard case .figure(let full) = parsePrintedFigure(text) else {
              Issue.record("only the quick reader takes '\(text)'")
              continue
            }
            #expect(quick.amount.hasSameSpelling(as: full.amount), "\(text)")
            #expect(quick.currency == full.currency, "\(text)")
            #expect(quick.isPercent == full.isPercent, "\(text)")
          }
        }
      }
    }
  }

  @Test func declaredDecimalsWin() {
    var findings = Findings("x.csv")
    let unit = CellUnit(kind: .money, currency: "USD", power: 6, decimals: -5)
    #expect(
      decodeCell(csvCell("6.60"), unit, &findings) == .figure(Amount(plain: "6.60") ?? .zero, decimals: -5))
  }
}

private func csvCell(_ text: String) -> CSVCell {
  CSVCell(text: text, range: SourceRange(line: 2, column: 1, length: text.utf8.count))
}
