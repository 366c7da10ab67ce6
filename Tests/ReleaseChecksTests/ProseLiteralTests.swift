import ExactNumbers
import Testing

@testable import ReleaseChecks

@Suite struct ProseLiteralTests {
  /// Unit, sign, magnitude and decimals of a literal: `$ -176000 @0`.
  private func reading(_ text: String) -> String {
    switch parseLiteral(proseTokens(text)) {
    case .words: return "words"
    case .unreadable: return "unreadable"
    case .figure(let figure, _):
      let unit =
        switch figure.unit {
        case .money(let sign): sign
        case .percent: "%"
        case .points: "points"
        case .number: "number"
        }
      let sign =
        switch figure.sign {
        case .negative: "-"
        case .positive: "+"
        case nil: ""
        }
      let digits = figure.magnitude.rounded(decimals: max(0, figure.decimals))?.text(grouping: "") ?? "?"
      let hedge = figure.hedge.map { " \($0)" } ?? ""
      return "\(unit) \(sign)\(digits) @\(figure.decimals)\(hedge)"
    }
  }

  @Test(arguments: [
    ("$6,980,000", "$ 6980000 @0"), ("$6.98 million", "$ 6980000 @-4"), ("$3.16 million", "$ 3160000 @-4"),
    ("$.06", "$ 0.06 @2"), ("60 cents", "¢ 0.60 @2"), ("6.5 cents", "¢ 0.065 @3"), ("60¢", "¢ 0.60 @2"),
    ("(176,000)", "number -176000 @0"), ("$(176,000)", "$ -176000 @0"), ("($176,000)", "$ -176000 @0"),
    ("$ (176,000)", "$ -176000 @0"), ("-4.3%", "% -4.3 @1"), ("\u{2212}4.3%", "% -4.3 @1"),
    ("–4.3%", "% -4.3 @1"), ("+4.3%", "% +4.3 @1"), ("(4.3)%", "% -4.3 @1"), ("(4.3%)", "% -4.3 @1"),
    ("2.8%", "% 2.8 @1"), ("2.80%", "% 2.80 @2"), ("12 percent", "% 12 @0"), ("12 per cent", "% 12 @0"),
    ("12 pct", "% 12 @0"), ("2.8% less", "% 2.8 @1"), ("increased $156,000", "$ 156000 @0"),
    ("7,754,000", "number 7754000 @0"), ("7.75 million", "number 7750000 @-4"),
    ("$6.6 million", "$ 6600000 @-5"),
    ("$6.60 million", "$ 6600000 @-4"), ("about 80%", "% 80 @0 about"),
    ("approximately $7 million", "$ 7000000 @-6 about"),
    ("more than $6.9 million", "$ 6900000 @-5 above"), ("nearly 12%", "% 12 @0 below"),
    ("no less than 5%", "% 5 @0 above"), ("not more than $6.9 million", "$ 6900000 @-5 below"),
    ("less than 5%", "% 5 @0 below"), ("at least 5%", "% 5 @0 above"), ("€3,000", "€ 3000 @0"),
    ("£3.5 billion", "£ 3500000000 @-8"), ("¥120", "¥ 120 @0"), ("EUR 3,000", "EUR 3000 @0"),
    ("US$5 million", "US$ 5000000 @-6"), ("C$5 million", "C$ 5000000 @-6"),
    ("U.S. $5", "US$ 5 @0"), ("5 million Canadian dollars", "C$ 5000000 @-6"),
    ("$5-million", "$ 5000000 @-6"),
    ("25-basis-point", "points 0.25 @2"), ("€5 bn", "€ 5000000000 @-9"), ("5 €", "€ 5 @0"),
    ("30 pence", "£ 0.30 @2"),
    ("$5 USD", "USD 5 @0"), ("25 bps", "points 0.25 @2"), ("5 million dollars", "$ 5000000 @-6"),
    ("5 dollars", "$ 5 @0"),
    ("8.8 points", "points 8.8 @1"), ("8.8 percentage points", "points 8.8 @1"),
    ("25 basis points", "points 0.25 @2"),
    ("$4bn", "$ 4000000000 @-9"), ("$3.2M", "$ 3200000 @-5"), ("$5k", "$ 5000 @-3"),
    ("$1.5 trillion", "$ 1500000000000 @-11"),
    ("$-5", "$ -5 @0"), ("-$5", "$ -5 @0"), ("$(4.7) million", "$ -4700000 @-5"),
    ("$(4.7 million)", "$ -4700000 @-5"),
    ("a loss of $4.7 million", "$ 4700000 @-5"), ("the 2003 loss of $4.7 million", "$ 4700000 @-5"),
    ("1.5 to 1", "number 1.5 @1"), ("1.5:1", "number 1.5 @1"), ("0", "number 0 @0"), ("$0.00", "$ 0.00 @2"),
    ("$6,980,000.", "$ 6980000 @0"), ("999999999999999999", "number 999999999999999999 @0"),
    ("€48.2 mn", "€ 48200000 @-5"), ("€48.2 m", "€ 48200000 @-5"), ("€0.048 bn", "€ 48000000 @-6"),
    ("€48,210 k", "€ 48210000 @-3"), ("€48.2 mio", "€ 48200000 @-5"), ("€48.2 Mio.", "€ 48200000 @-5"),
    ("48.2 Mio. €", "€ 48200000 @-5"), ("1.2 Mrd. EUR", "€ 1200000000 @-8"), ("48.2 m EUR", "€ 48200000 @-5"),
    ("5 Mia. CHF", "CHF 5000000000 @-9"), ("TEUR 48,210", "EUR 48210000 @-3"),
    ("T€ 48,210", "€ 48210000 @-3"),
    ("k€48,210", "€ 48210000 @-3"), ("M€ 48.2", "€ 48200000 @-5"), ("EUR million 48.2", "EUR 48200000 @-5"),
    ("€m 48.2", "€ 48200000 @-5"), ("(48.2 Mio. €)", "€ -48200000 @-5"), ("TEUR (3,775)", "EUR -3775000 @-3"),
    ("48.2 M€", "€ 48200000 @-5"), ("48,210 T€", "€ 48210000 @-3"), ("48,210 t", "number 48210 @0"),
    ("48.2 mn", "number 48200000 @-5"), ("€48,210 thsd.", "€ 48210000 @-3"), ("48.2 m", "number 48.2 @1"),
    ("€m (3.8)", "€ -3800000 @-5"), ("-TEUR 3,775", "EUR -3775000 @-3"),
    ("€ million 48.2", "€ 48200000 @-5"), ("€ Mio. 48.2", "€ 48200000 @-5"),
    ("€bn -1.2", "€ -1200000000 @-8"), ("EURm 48.2", "EUR 48200000 @-5"),
    ("48.2 EUR million", "€ 48200000 @-5"),
    ("48.2 €m", "€ 48200000 @-5"), ("48.2 million euros", "€ 48200000 @-5"),
    ("MSEK 48.2", "SEK 48200000 @-5"),
    ("48.2 MSEK", "SEK 48200000 @-5"), ("kr 500", "kr 500 @0"), ("kr. 500", "kr 500 @0"),
    ("500 kr", "kr 500 @0"), ("12 mkr", "kr 12000000 @-6"), ("Rs 500 crore", "Rs 5000000000 @-7"),
    ("Rs. 500", "Rs 500 @0"), ("US$m 3.5", "US$ 3500000 @-5"), ("$ million 48.2", "$ 48200000 @-5"),
    ("$\u{A0}5", "$ 5 @0"), ("third-quarter revenue of $5", "$ 5 @0"),
  ])
  func reads(_ text: String, _ expected: String) { #expect(reading(text) == expected) }

  @Test(arguments: [
    ("doubled", "words"), ("", "words"), ("a third", "words"), ("—", "words"), ("$", "words"), ("%", "words"),
    ("$5 to $6 million", "unreadable"), ("6,98", "unreadable"), ("6,98,000", "unreadable"),
    ("1.2.3", "unreadable"), ("1,000.5,0", "unreadable"), ("$5%", "unreadable"),
    ("€m 48.2 million", "unreadable"), ("€5 USD", "unreadable"),
    ("99999999999999999999", "unreadable"), ("5 or 6", "unreadable"), ("$5 1/2", "unreadable"),
    ("9,223,372,036,854,775,808", "unreadable"),
    (String(repeating: "9", count: 5000), "unreadable"), (String(repeating: "1 ", count: 500), "unreadable"),
    (String(repeating: "$", count: 5000) + "5", "unreadable"),
    (String(repeating: "(", count: 80) + "5)", "unreadable"),
  ])
  func refuses(_ text: String, _ expected: String) { #expect(reading(text) == expected) }

  @Test func thoseTooLargeForTheirScaleAreWide() {
    // Eighteen digits of trillions: beyond what an amount holds, not beyond what a fraction holds.
    #expect(reading("$999,999,999,999,999,999 trillion").hasPrefix("$ ?"))
  }

  @Test(arguments: [
    ("$6.98 million", "6975000", "6985000"), ("$6,980,000", "6979999.5", "6980000.5"),
    ("2.8%", "2.75", "2.85"),
    ("about 80%", "75", "85"), ("more than $6.9 million", "6900000", "7050000"),
    ("nearly 12%", "10.5", "12"),
    ("approximately $7,000,000", "6500000", "7500000"), ("60 cents", "0.595", "0.605"),
  ])
  func standsForWhatRoundsToIt(_ text: String, _ low: String, _ high: String) throws {
    guard case .figure(let figure, _) = parseLiteral(proseTokens(text)) else {
      Issue.record("'\(text)' is no figure")
      return
    }
    let expected = Bounds(
      Fraction(try #require(Amount(plain: low))), Fraction(try #require(Amount(plain: high))))
    #expect(figure.bounds == expected)
  }
}
