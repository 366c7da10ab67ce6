import Diagnostics
import MarkdownRendering
import ReleaseFormat
import ReleaseModel
import TestSupport
import Testing

@testable import ReleaseChecks

/// What stands outside of a link and is read with it: digits, signs, currencies and units.
@Suite struct LinkEdgeTests {
  @Test(
    arguments: [
      ("Revenue rose 1[40%](growth Rev).", ["V413"]),
      ("Revenue was $1[8.4](Rev) million.", ["V412", "V413"]),
      ("Revenue was $[8.4](Rev)5 million.", ["V413"]),
      ("Revenue was $1,[400,000](Rev).", ["V412", "V413"]),
      ("Revenue was [8,400,000](Rev),500.", ["V413"]),
      ("Revenue was $[8.4](Rev) 000 million.", ["V413"]),
      ("Revenue was $[8,400,000](Rev) 0.", ["V413"]),
      ("Revenue was 1**[8,400,000](Rev)**.", ["V413"]),
      ("Interest was .[90,000](Int).", ["V413"]),
      ("Revenue was -[8,400,000](Rev).", ["V402"]),
      ("Revenue was -[$8,400,000](Rev).", ["V402"]),
      ("Revenue was -$[8,400,000](Rev).", ["V402"]),
      ("The net loss: -[$300,000](NI).", []),
      ("Revenue ([$8.4 million](Rev)) rose.", []),
      ("Revenue ($[8.4](Rev) million) rose.", []),
      ("| Revenue | ([8,400,000](Rev)) |", ["V402"]),
      ("Revenue was $([8,400,000](Rev)).", ["V402"]),
      ("| Net loss | ([300,000](NI)) |", []),
      ("Revenue rose [40](growth Rev)% to $[8.4](Rev) million.", []),
      ("Margin: [40.0](GM)%, [37.5](GM-)-percent.", []),
      ("Revenue was [8,400,000](Rev)%.", ["V405"]),
      ("From [$8.9 million](Rev<)-[$8.4 million](Rev).", []),
      ("Revenue -[$8.4 million](Rev)- rose.", []),
      ("Revenue was €[$8.4 million](Rev).", ["V413"]),
      ("Revenue was [$8.4 million](Rev) billion.", ["V413"]),
      ("Revenue was [$8.4 million](Rev)€.", ["V413"]),
      (
        "Revenue was $[8.4](Rev)m and $[8.4 m](Rev) and USD [8.4](Rev) million and US$[8.4](Rev) million and US$ [8.4 million](Rev).",
        []
      ),
      ("Revenue was $[8,400,000](Rev)m.", ["V401"]),
      ("Revenue was [8,400,000](Rev)m.", ["V401"]),
      ("Revenue -[$8.4 million](Rev)- rose.", []),
      ("Revenue was &#49;[8,400,000](Rev).", ["V413"]),
      ("Revenue was &minus;[8,400,000](Rev).", ["V402"]),
      ("Revenue rose [40](growth Rev)½ percent.", ["V413"]),
      ("Revenue rose [40](growth Rev)‰.", ["V413"]),
      ("It paid &#36;5 million.", ["V412"]),
      ("It rose 5&percnt;.", ["V412"]),
      ("It paid &euro;5.", ["V412"]),
      ("R&D in 2003, A&amp;B 5, S&P 500.", []),
      ("Revenue of **[$8.4 million](Rev)** and *[$6.0 million](Rev-)*.", []),
      ("Revenue: [$8.4 million](Rev), [$8.9 million](Rev<), [$6.0 million](Rev-).", []),
      ("Revenue ([$8.4 million](Rev), [$6.0 million](Rev-)).", []),
      ("Revenue of [$8.4 million](Rev);[$6.0 million](Rev-) before.", []),
      ("[8,400,000](Rev) 2003", []),
      ("Gross margin of [40.0](GM)–[37.5](GM-)%.", []),
      ("Gross margin of [40.0](GM) %, [37.5](GM-) per cent.", []),
      ("The \"[$8.4 million](Rev)\" figure.", []),
      ("Revenue = [$8.4 million](Rev).", []),
      ("Revenue: ~[$8.4 million](Rev).", []),
      ("Revenue fell 3–[5.6%](growth Rev<).", []),
      ("Interest[^2] [$90,000](Int)[^2].\n\n[^2]: Note.", []),
      ("Interest of [$90,000](Int)* was paid.", []),
      ("Interest of [$90,000](Int)¹ was paid.", []),
      (
        "Interest of [$90](Int)K was paid; [$0.09](Int)M; [$90 thousand](Int); [90 thousand dollars](Int).",
        []
      ),
      ("1. [$90,000](Int) of interest\n2. [$8.4 million](Rev) of revenue", []),
      ("1) [$90,000](Int)", []),
      ("Year 2003: [8,400,000](Rev).", []),
      ("On page 5 [$90,000](Int).", []),
      ("in 2003, [8.4](Rev) million dollars", []),
      ("Revenue was (in dollars) [8,400,000](Rev).", []),
      ("Revenue was ([8.4 million](Rev) dollars).", []),
      (
        "$[8.4](Rev)-million revenue; an [$8.4-million](Rev) company; an [8.4-million-dollar](Rev) company.",
        []
      ),
      ("Revenue/[$8.4 million](Rev).", []),
      ("$[6.0](Rev-)-[8.4](Rev) million", []),
      ("Loss per share: ([$0.04](EPS)).", []),
      ("Loss per share of $([.04](EPS)).", []),
      ("US$[8.4](Rev)m / USD[8.4](Rev)m / [USD 8.4m](Rev) / [US$8.4m](Rev).", []),
      ("£[8.4](Rev)m", ["V405"]),
      ("[8.4](Rev)m €", ["V405"]),
      ("$[8.4](Rev)m €", ["V413"]),
      ("CHF[8.4](Rev)m", ["V405"]),
      ("CHF [8.4](Rev) million", ["V405"]),
      ("C$[8.4](Rev)m", ["V405"]),
      ("A$ [8.4](Rev)m", ["V405"]),
      ("[8.4](Rev) million pounds", ["V405"]),
      ("€[8.4 million dollars](Rev)", ["V413"]),
      ("[8.4 million](Rev) euros", ["V405"]),
      ("[8.4 million](Rev) renminbi", ["V405"]),
      ("R$[8.4](Rev) million", ["V405"]),
      ("NT$[8.4](Rev) million", ["V405"]),
      ("[8.4](Rev) thousand dollars", ["V401"]),
      ("$[8.4](Rev) billion", ["V401"]),
      ("[8,400,000](Rev) thousand", ["V401"]),
      ("$[8](Rev).[4](Rev) million", ["V401", "V401"]),
      ("$8.[4](Rev) million", ["V412", "V413"]),
      ("$[8](Rev),[400](Rev),[000](Rev)", ["V401", "V401", "V401"]),
      ("8[.4](Rev) million", ["V413"]),
      ("−[8.4 million](Rev)", ["V402"]),
      ("–[8.4 million](Rev)", ["V402"]),
      ("‑[8.4 million](Rev)", ["V402"]),
      ("-**[8.4 million](Rev)**", ["V402"]),
      ("**-**[8.4 million](Rev)", ["V402"]),
      ("\\-[8.4 million](Rev)", ["V402"]),
      ("(-[8.4 million](Rev))", ["V402"]),
      ("Revenue: -[8.4 million](Rev).", ["V402"]),
      ("Revenue rose from [$6.0](Rev-) to [$8.4 million](Rev).", []),
      (
        "Gross margin rose from [37.5](GM-) to [40.0%](GM) and to between [37.5](GM-) and [40.0](GM) percent.",
        []
      ),
      ("Revenue rose from [$6.1](Rev-) to [$8.4 million](Rev).", ["V401"]),
      ("Revenue rose from [$6.0](Rev-) to [$8.4 billion](Rev).", ["V401", "V401"]),
      ("Revenue fell from $[6.0](Rev-) to $[8.4](Rev) million.", ["V402"]),
    ] as [(String, [String])])
  func whatTouchesALinkIsReadWithIt(_ sentence: String, _ expected: [String]) {
    #expect(EarningsSentenceTests.report(sentence) == expected)
  }

  @Test(
    arguments: [
      ("Revenue was C$[8.4](Rev) million.", ["V405"]),
      ("Revenue was [C$8.4 million](Rev).", ["V405"]),
      ("Revenue was [A$8.4 million](Rev).", ["V405"]),
      ("Revenue was [HK$8.4 million](Rev).", ["V405"]),
      ("Revenue was [€8.4 million](Rev).", ["V405"]),
      ("Revenue was [£8.4 million](Rev).", ["V405"]),
      ("Revenue was [¥8.4 million](Rev).", ["V405"]),
      ("Revenue was [CHF 8.4 million](Rev).", ["V405"]),
      ("Revenue was [CAD 8.4 million](Rev).", ["V405"]),
      ("Revenue was [8.4 million euros](Rev).", ["V405"]),
      ("Revenue was [8.4 million Canadian dollars](Rev).", ["V405"]),
      ("Revenue was [8.4 million](Rev) Swiss francs.", ["V405"]),
      ("Revenue was [$8.4 million CAD](Rev).", ["V405"]),
      ("Revenue was [$8.4 million](Rev) CAD.", ["V405"]),
      ("Revenue was [8.4 million yen](Rev).", ["V405"]),
      ("Revenue was [8.4 million](Rev) Hong Kong dollars.", ["V405"]),
      (
        "Revenue was [US$8.4 million](Rev), [U.S.$8.4 million](Rev), [U.S. $8.4 million](Rev), [8.4 million U.S. dollars](Rev), [USD 8.4 million](Rev), [8.4 million US dollars](Rev), [$8.4 million USD](Rev) and [8.4 million](Rev) dollars.",
        []
      ),
      ("It cost us [$8.4 million](Rev), a [$8.4 million](Rev) sum, and C [$8.4 million](Rev).", []),
    ] as [(String, [String])])
  func currenciesAreTheFigures(_ sentence: String, _ expected: [String]) {
    #expect(EarningsSentenceTests.report(sentence) == expected)
  }

  @Test(
    arguments: [
      ("It paid C$5 million.", ["V412"]),
      ("It paid 5 million Canadian dollars.", ["V412"]),
      ("It paid 5 million U.S. dollars.", ["V412"]),
      ("It paid 5 million yen.", ["V412"]),
      ("It paid 5 million €.", ["V412"]),
      ("It paid 5 €.", ["V412"]),
      ("It paid 5 million CHF.", ["V412"]),
      ("It paid SEK 5 million.", ["V412"]),
      ("It paid ₹5.", ["V412"]),
      ("A 5-percent rise.", ["V412"]),
      ("A 25-basis-point fall.", ["V412"]),
      ("A $5-million charge.", ["V412"]),
      ("A 5-million-dollar charge.", ["V412"]),
      ("Up 25 bps.", ["V412"]),
      ("Up 25bp.", ["V412"]),
      ("Up 1.5 pp.", ["V412"]),
      ("A 12-cent dividend.", ["V412"]),
      ("It cost 30 pence.", ["V412"]),
      ("It cost €5 bn.", ["V412"]),
      (
        "We try 5 times, top 10 of all 12, and 250 CAD seats; 5 pounds of gold; the 10-K and 8-K; a 5-point plan.",
        []
      ),
      ("[$5-million](fact:Nothing) and 5 new dollars? 3 new sites in 20 u-turns.", []),
    ] as [(String, [String])])
  func amountsWithoutALinkAreFoundInEveryForm(_ sentence: String, _ expected: [String]) {
    #expect(EarningsSentenceTests.report(sentence) == expected)
  }

  @Test func aFigureThatMayBeAnotherOneIsAWarning() throws {
    let sites = ["Revenue was [$8,400,000](Rev) 0.", "Revenue was [$8,400,000](Rev) 000."].map {
      ProseSite(
        body: EarningsSentenceTests.written($0), figures: EarningsSentenceTests.figures,
        statement: EarningsSentenceTests.statement
      ).report()
    }
    #expect(sites.flatMap(\.findings).map(\.severity) == [.warning, .error])
    #expect(sites.flatMap(\.claims).map(\.outcome) == [.notVerifiable(.noFigure), .contradicted])
    #expect(
      sites[0].findings.map(\.message) == [
        "readers see '$8,400,000 0', of which the link holds '$8,400,000' alone"
      ])
  }

  @Test func wordsWithoutDigitsAreHeldAgainstACalculation() {
    func outcomes(_ sentence: String) -> [ClaimOutcome] {
      ProseSite(
        body: EarningsSentenceTests.written(sentence), statement: EarningsSentenceTests.statement
      ).report().claims.map(\.outcome)
    }
    #expect(outcomes("Interest [tripled](growth Int).") == [.verified])
    #expect(outcomes("Revenue [doubled](growth Rev).") == [.contradicted])
    #expect(
      outcomes("Revenue [doubled](Rev), [rose](growth Rev) and [recorded](growth Rev).") == [
        .notVerifiable(.noFigure), .verified, .notVerifiable(.noFigure),
      ])
    #expect(outcomes("Revenue [fell](growth Rev).") == [.contradicted])
  }

  @Test(arguments: [
    ("$5", "USD CAD AUD HKD NZD SGD"), ("US$5", "USD"), ("C$5", "CAD"), ("CA$5", "CAD"), ("Cdn$5", "CAD"),
    ("A$5", "AUD"),
    ("AU$5", "AUD"), ("HK$5", "HKD"), ("NZ$5", "NZD"), ("S$5", "SGD"), ("CHF 5", "CHF"),
    ("5 Swiss francs", "CHF"),
    ("€5", "EUR"), ("EUR 5", "EUR"), ("5 euros", "EUR"), ("£5", "GBP"), ("30 pence", "GBP"), ("30p", "GBP"),
    ("¥5", "JPY CNY"), ("5 yen", "JPY"), ("RMB 5", "CNY"), ("5 Canadian dollars", "CAD"),
    ("5 dollars", "USD CAD AUD HKD NZD SGD"),
    ("5 cents", "USD CAD AUD HKD NZD SGD EUR"), ("5 Hong Kong dollars", "HKD"), ("$5 CAD", "CAD"),
    ("CAD $5", "CAD"),
    ("USD $5", "USD"), ("U.S. $5", "USD"), ("SEK 5", "SEK"), ("₹5", "INR"), ("5 million pounds", "GBP"),
  ])
  func aCurrencyIsWhatItsSignsMean(_ literal: String, _ codes: String) throws {
    guard case .figure(let figure, _) = parseLiteral(proseTokens(literal)),
      case .money(let sign) = figure.unit
    else {
      Issue.record("'\(literal)' is no amount")
      return
    }
    let all = ["USD", "CAD", "AUD", "HKD", "NZD", "SGD", "CHF", "EUR", "GBP", "JPY", "CNY", "SEK", "INR"]
    let fitting = all.filter { isSign(sign, of: $0) }
    let expected = all.filter { codes.contains($0) }
    #expect(fitting == expected)
  }

  @Test func noRunOfWordsAndMarksIsATrap() throws {
    let pieces = [
      "[$8.4 million](Rev)", "[40](growth Rev)", "[6.0](Rev-)", "[doubled](growth Rev)", "[](NI)",
      "[(3)](NI)",
      "[**.04**](EPS)", "[5,000](Int)", "[-1.5%](change GM)", " ", " ", " ", ",", ".", "-", "(", ")", "$",
      "C$", "€",
      "%", "|", "/", "1", "2.5", "000", "½", "&#49;", "&dollar;", "u.s.", "U.S. dollars", "Hong Kong dollars",
      "new",
      "million", "-million", "-percent", "basis points", "bps", "from", "to", "of", "by", "than", "more", "a",
      "net loss", "net income", "income taxes", "improved", "widened", "more than doubled", "up", "less",
      "negative",
      "and", "or", "**", "\u{200B}", "\u{2013}", "\n", "\n\n", "USD", "CHF", "and", "not", "share", "ago",
    ]
    let folder = "content/releases/2003-11-14-third-quarter/"
    let archive = loadArchive(
      siteSource([
        "content/site.yaml": "title: Acme\nbase_url: https://acme.example\n",
        "content/companies/acme.yaml": "name: Acme\nzone: UTC\n",
        folder + "release.yaml":
          "kind: earnings\nheadline: A\nreleased: 2003-11-14\nperiod: 2003-Q3\nstatements: [{file: income.csv, title: A, unit: USD}]\n",
        folder + "income.csv": EarningsSentenceTests.statement, folder + "body.md": "",
      ])
    ).archive
    let context = ProseContext(archive: archive, history: FactHistory(archive), release: 0)
    var random = SeededRandom(state: 20_031_114)
    for _ in 0..<2000 {
      var text = ""
      for _ in 0..<(4 + random.below(30)) {
        text += pieces[random.below(pieces.count)]
        if random.below(2) == 0 { text += " " }
      }
      _ = ProseSite.check(EarningsSentenceTests.written(text), context)
    }
  }
}
