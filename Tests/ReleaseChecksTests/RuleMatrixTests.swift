import Diagnostics
import ReleaseChecks
import ReleaseFormat
import ReleaseModel
import Testing

/// One rule on one archive: what kind of case it is, and whether the rule speaks.
struct MatrixCase: CustomTestStringConvertible, Sendable {
  enum Kind: String, CaseIterable {
    case passing, failing
    /// The last value that holds, and the first that does not.
    case justInside = "just inside"
    case justOutside = "just outside"
    case notApplicable = "not applicable"
    /// Extreme or hostile input: nothing traps, and the rule says what is true all the same.
    case poisoned

    var isFound: Bool { self == .failing || self == .justOutside }
  }

  var code: String
  var kind: Kind
  var releases: [SampleRelease]
  /// For poisoned input, whether the rule speaks.
  var isFound: Bool

  var testDescription: String { "\(code), \(kind.rawValue)" }
}

/// Every rule of the archive by every kind of case.
@Suite struct RuleMatrixTests {
  @Test(arguments: matrix)
  func theRuleSpeaksWhereItShould(_ example: MatrixCase) {
    let site = sampleSite(example.releases)
    #expect(site.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    let report = site.report
    let codes = report.findings.flatMap { finding in
      // A finding carries the other relations that fail for its cause as notes.
      [finding.code.id]
        + finding.notes.filter { $0.hasPrefix("also V") }.map { String($0.dropFirst(5).prefix(4)) }
    }
    #expect(codes.contains(example.code) == example.isFound, "\(report.findings.map(\.message))")
  }

  /// Kinds of cases that a rule cannot have, each with why.
  private static let exempt: [String: String] = [
    "V212 just inside": "values told twice to one precision are equal or not",
    "V206 not applicable": "every sheet balances; a sheet without both totals has no relation",
    "V605 just inside": "columns are the same or not", "V605 just outside": "columns are the same or not",
  ]

  @Test func everyRuleHasEveryKindOfCase() {
    for code in archiveCheckCodes {
      for kind in MatrixCase.Kind.allCases {
        let hasCase = matrix.contains { $0.code == code.id && $0.kind == kind }
        #expect(
          hasCase || Self.exempt["\(code.id) \(kind.rawValue)"] != nil,
          "\(code.id) has no case: \(kind.rawValue)")
      }
    }
  }
}

private let huge = "999999999999999999"

private func one(
  _ rows: String, _ columns: String = "2003-Q3,2002-Q3", period: String = "2003-Q3", scale: String = "ones",
  day: String = "2003-11-14", more: String = ""
) -> [SampleRelease] {
  [
    SampleRelease(
      day, period: period, statement: "concept,label,\(columns)\n\(rows)", scale: scale, more: more)
  ]
}

/// Releases of single figures, one a release, a quarter apart.
private func told(_ figures: [(concept: String, period: String, value: String, decimals: Int)])
  -> [SampleRelease]
{
  figures.enumerated().map { index, figure in
    SampleRelease(
      "200\(4 + index / 9)-0\(1 + index % 9)-20",
      figures: "\(figure.concept),,\(figure.period),\(figure.value),\(figure.decimals)", kind: "announcement")
  }
}

private func rule(
  _ code: String, passing: [SampleRelease], failing: [SampleRelease], inside: [SampleRelease]? = nil,
  outside: [SampleRelease]? = nil, notApplicable: [SampleRelease]? = nil, poisoned: [SampleRelease],
  isPoisonFound: Bool = false
) -> [MatrixCase] {
  let cases: [(MatrixCase.Kind, [SampleRelease]?)] = [
    (.passing, passing), (.failing, failing), (.justInside, inside), (.justOutside, outside),
    (.notApplicable, notApplicable), (.poisoned, poisoned),
  ]
  return cases.compactMap { kind, releases in
    releases.map {
      MatrixCase(
        code: code, kind: kind, releases: $0, isFound: kind == .poisoned ? isPoisonFound : kind.isFound)
    }
  }
}

private func sheet(_ cash: String, _ total: String, columns: String = "2003-09-30") -> [SampleRelease] {
  [
    SampleRelease(
      "2003-11-14", period: "2003-Q3",
      statement: """
        concept,label,role,items,\(columns)
        Cash,Cash,,,\(cash)
        Goodwill,Goodwill,,,200
        Assets,Total assets,total,Cash Goodwill,\(total)
        """)
  ]
}

private func income(_ before: String, _ tax: String, _ net: String) -> [SampleRelease] {
  one(
    "IncomeLossBeforeIncomeTaxes,Before,\(before)\nIncomeTaxExpenseBenefit,Tax,\(tax)\nNetIncomeLoss,Net,\(net)",
    "2003-Q3")
}

private func shares(_ net: String, _ earnings: String, _ count: String) -> [SampleRelease] {
  one(
    "NetIncomeLoss,Net,\(net)\nEarningsPerShareBasicAndDiluted,EPS,\(earnings)\nWeightedAverageSharesBasicAndDiluted,Shares,\(count)",
    "2003-Q3")
}

private func pair(_ a: String, _ x: String, _ b: String, _ y: String) -> [SampleRelease] {
  one("\(a),First,\(x)\n\(b),Second,\(y)", "2003-Q3")
}

private func headline(_ text: String, period: String = "2003-Q3", kind: String = "earnings")
  -> [SampleRelease]
{
  var release = SampleRelease("2003-11-14", period: period, kind: kind)
  release.headline = "\"\(text)\""
  return [release]
}

private func with(_ more: String, kind: String = "earnings") -> [SampleRelease] {
  [SampleRelease("2003-11-14", period: "2003-Q3", more: more, kind: kind)]
}

private func call(_ starts: String, _ replay: String = "", kind: String = "earnings") -> [SampleRelease] {
  with(
    "events:\n  - kind: conference-call\n    starts: \(starts)\n"
      + (replay.isEmpty ? "" : "    replay: { \(replay) }\n"),
    kind: kind)
}

private func margin(_ profit: String, _ margin: String) -> [SampleRelease] {
  one("Revenues,R,100\nGrossProfit,G,\(profit)\nGrossMargin,M,\(margin)", "2003-Q3")
}

private func split(_ index: Int, _ net: String, _ earnings: String) -> SampleRelease {
  SampleRelease(
    "2003-0\(index)-20",
    figures: "NetIncomeLoss,,2002-Q\(index),\(net),0\nEarningsPerShareBasic,,2002-Q\(index),\(earnings),2",
    kind: "announcement")
}

private func rounded(_ last: String, _ count: Int = 4) -> [SampleRelease] {
  let columns = ["2003-Q3", "2002-Q3", "2003-9M", "2002-9M"].prefix(count).joined(separator: ",")
  let cells = ["1000", "2000", "3000", "4000"].prefix(count).joined(separator: ",")
  let others = ["5000", "6000", "7000", last].suffix(count).joined(separator: ",")
  return one("Gadgets,Gadgets,\(cells)\nOtherOperatingExpense,Other,\(others)", columns)
}

private func retold(_ first: String, _ second: String, _ decimals: Int = 0, more: String = "")
  -> [SampleRelease]
{
  [
    SampleRelease("2003-11-14", period: "2003-Q3", figures: "Gadgets,,2003-Q3,\(first),0"),
    SampleRelease(
      "2004-11-14", period: "2004-Q3", figures: "Gadgets,,2003-Q3,\(second),\(decimals)", more: more),
  ]
}

private let declared = "restates:\n  - {concept: Gadgets, period: 2003-Q3, reason: corrected}\n"

/// The second release tells the quarter before under a heading of its own; two rows of it differ.
private func column(_ gadgets: String, _ other: String) -> [SampleRelease] {
  let first = "concept,label,2003-Q2\nGadgets,Gadgets,1234567\nOtherOperatingExpense,Other,7654321"
  let second =
    "concept,label,2003-Q3,2003-Q2\nGadgets,Gadgets,555,\(gadgets)\nOtherOperatingExpense,Other,777,\(other)"
  return [
    SampleRelease("2003-08-14", period: "2003-Q2", statement: first),
    SampleRelease("2003-11-14", period: "2003-Q3", statement: second),
  ]
}

let matrix: [MatrixCase] = [
  rule(
    "V201", passing: one("Revenues,R,5,6"), failing: one("Revenues,R,-5,6"), inside: one("Revenues,R,0,6"),
    outside: one("Revenues,R,-1,6"), notApplicable: one("Gadgets,G,-5,6"),
    poisoned: one("Revenues,R,-\(huge),6"),
    isPoisonFound: true),
  rule(
    "V202", passing: one("Revenues,R,6980000,7181000"), failing: one("Revenues,R,6980000,7181"),
    inside: one("Revenues,R,2333333,7000"), outside: one("Revenues,R,2333334,7000"),
    notApplicable: one("EarningsPerShareBasic,E,6.00,0.06"), poisoned: one("Revenues,R,\(huge),0")),
  rule(
    "V203", passing: one("Gadgets,G,-3,843000", "decimals,2003-Q3"),
    failing: one("Gadgets,G,-3,843123", "decimals,2003-Q3"),
    inside: one("Gadgets,G,-3,1000", "decimals,2003-Q3"),
    outside: one("Gadgets,G,-3,999", "decimals,2003-Q3"),
    notApplicable: one("Gadgets,G,843123", "2003-Q3"),
    poisoned: one("Gadgets,G,-9,\(huge)", "decimals,2003-Q3"),
    isPoisonFound: true),
  rule(
    "V204", passing: sheet("100", "300"), failing: sheet("100", "400"), inside: sheet("100", "301"),
    outside: sheet("100", "302"), notApplicable: sheet("", "400"), poisoned: sheet(huge, huge),
    isPoisonFound: true),
  rule(
    "V205", passing: income("1000", "300", "700"), failing: income("1000", "300", "1300"),
    inside: income("1000", "300", "701"), outside: income("1000", "300", "702"),
    notApplicable: income("1000", "", "1300"), poisoned: income(huge, "-\(huge)", "0"), isPoisonFound: true),
  rule(
    "V206", passing: pair("Assets", "500", "LiabilitiesAndStockholdersEquity", "500").map(asSheet),
    failing: pair("Assets", "500", "LiabilitiesAndStockholdersEquity", "600").map(asSheet),
    inside: pair("Assets", "500", "LiabilitiesAndStockholdersEquity", "501").map(asSheet),
    outside: pair("Assets", "500", "LiabilitiesAndStockholdersEquity", "502").map(asSheet),
    poisoned: pair("Assets", huge, "LiabilitiesAndStockholdersEquity", "1").map(asSheet), isPoisonFound: true),
  rule(
    "V207", passing: shares("-4679000", "-0.60", "7754000"), failing: shares("-4679000", "-0.70", "7754000"),
    inside: shares("6050", "0.60", "10000"), outside: shares("6060", "0.60", "10000"),
    notApplicable: shares("-4679000", "-0.60", ""), poisoned: shares("0", "0.00", "0")),
  rule(
    "V208", passing: pair("EarningsPerShareBasic", "0.05", "EarningsPerShareDiluted", "0.04"),
    failing: pair("EarningsPerShareBasic", "-0.05", "EarningsPerShareDiluted", "-0.04"),
    inside: pair("EarningsPerShareBasic", "0.04", "EarningsPerShareDiluted", "0.05"),
    outside: pair("EarningsPerShareBasic", "0.04", "EarningsPerShareDiluted", "0.06"),
    notApplicable: pair("EarningsPerShareBasic", "-0.05", "EarningsPerShareDiluted", ""),
    poisoned: pair("EarningsPerShareBasic", "0.00", "EarningsPerShareDiluted", "999999999.999999999"),
    isPoisonFound: true),
  rule(
    "V209", passing: pair("WeightedAverageSharesBasic", "10", "WeightedAverageSharesDiluted", "12"),
    failing: pair("WeightedAverageSharesBasic", "12", "WeightedAverageSharesDiluted", "5"),
    inside: pair("WeightedAverageSharesBasic", "12", "WeightedAverageSharesDiluted", "11"),
    outside: pair("WeightedAverageSharesBasic", "12", "WeightedAverageSharesDiluted", "10"),
    notApplicable: pair("WeightedAverageSharesBasic", "12", "WeightedAverageSharesDiluted", ""),
    poisoned: pair("WeightedAverageSharesBasic", huge, "WeightedAverageSharesDiluted", "0"),
    isPoisonFound: true),
  rule(
    "V210", passing: pair("NetIncomeLoss", "-400", "EarningsPerShareBasic", "-0.40"),
    failing: pair("NetIncomeLoss", "-400", "EarningsPerShareBasic", "0.40"),
    inside: pair("NetIncomeLoss", "-400", "EarningsPerShareBasic", "0.00"),
    outside: pair("NetIncomeLoss", "-400", "EarningsPerShareBasic", "0.01"),
    notApplicable: pair("NetIncomeLoss", "-400", "EarningsPerShareBasic", ""),
    poisoned: pair("NetIncomeLoss", "-\(huge)", "EarningsPerShareBasic", "0.000000001"), isPoisonFound: true),
  rule(
    "V211", passing: pair("Revenues", "1000", "GrossProfit", "400"),
    failing: pair("Revenues", "1000", "GrossProfit", "4000"),
    inside: pair("Revenues", "1000", "GrossProfit", "1001"),
    outside: pair("Revenues", "1000", "GrossProfit", "1002"),
    notApplicable: pair("Revenues", "", "GrossProfit", "400"),
    poisoned: pair("Revenues", "0", "GrossProfit", huge),
    isPoisonFound: true),
  rule(
    "V212",
    passing: twice("100", "100"), failing: twice("100", "200"), outside: twice("100", "101"),
    notApplicable: one("Gadgets,G,100", "2003-Q3"), poisoned: twice(huge, "-\(huge)"), isPoisonFound: true),
  rule(
    "V213", passing: [split(1, "1000", "0.10"), split(2, "1000", "0.10"), split(3, "1000", "0.11")],
    failing: [split(1, "100000", "0.10"), split(2, "100000", "1.00"), split(3, "100000", "0.10")],
    inside: [split(1, "100000", "0.10"), split(2, "100000", "0.40"), split(3, "100000", "0.10")],
    outside: [split(1, "100000", "0.10"), split(2, "100000", "0.48"), split(3, "100000", "0.10")],
    notApplicable: [split(1, "100000", "0.10"), split(2, "100000", "1.00")],
    poisoned: [split(1, huge, "0.00"), split(2, "-\(huge)", "999999999.99"), split(3, "0", "0.01")]),
  rule(
    "V214", passing: rounded("8000"), failing: rounded("8003"), inside: rounded("0"),
    outside: rounded("8001"),
    notApplicable: rounded("8003", 2), poisoned: rounded(huge), isPoisonFound: true),
  rule(
    "V215", passing: margin("28", "28%"), failing: margin("28", "38%"), inside: margin("28", "27%"),
    outside: margin("28", "26%"), notApplicable: margin("", "38%"), poisoned: margin(huge, "0%"),
    isPoisonFound: true),
  rule(
    "V216", passing: one("NetIncomeLoss,Net loss,(5)", "2003-Q3"),
    failing: one("NetIncomeLoss,Net loss,5", "2003-Q3"),
    inside: one("NetIncomeLoss,Net loss,5,(4)", "2003-Q3,2002-Q3"),
    outside: one("NetIncomeLoss,Loss before income taxes,5", "2003-Q3"),
    notApplicable: one("NetIncomeLoss,Net income (loss),5", "2003-Q3"),
    poisoned: one("NetIncomeLoss,Net loss,\(huge)", "2003-Q3"), isPoisonFound: true),
  rule(
    "V301",
    passing: told([
      ("Gadgets", "2003-Q1", "100", 0), ("Gadgets", "2003-Q2", "200", 0), ("Gadgets", "2003-H1", "300", 0),
    ]),
    failing: told([
      ("Gadgets", "2003-Q1", "100", 0), ("Gadgets", "2003-Q2", "200", 0), ("Gadgets", "2003-H1", "900", 0),
    ]),
    inside: told([
      ("Gadgets", "2003-Q1", "100", 0), ("Gadgets", "2003-Q2", "200", 0), ("Gadgets", "2003-H1", "301", 0),
    ]),
    outside: told([
      ("Gadgets", "2003-Q1", "100", 0), ("Gadgets", "2003-Q2", "200", 0), ("Gadgets", "2003-H1", "302", 0),
    ]),
    notApplicable: told([
      ("EarningsPerShareBasic", "2003-Q1", "1.00", 2), ("EarningsPerShareBasic", "2003-Q2", "2.00", 2),
      ("EarningsPerShareBasic", "2003-H1", "9.00", 2),
    ]),
    poisoned: told([
      ("Gadgets", "2003-Q1", huge, 0), ("Gadgets", "2003-Q2", huge, 0), ("Gadgets", "2003-H1", "0", 0),
    ]),
    isPoisonFound: true),
  rule(
    "V302", passing: retold("100", "100"), failing: retold("100", "200"), inside: retold("149", "100", -2),
    outside: retold("151", "100", -2), notApplicable: retold("100", "200", more: declared),
    poisoned: retold(huge, "-\(huge)"), isPoisonFound: true),
  rule(
    "V303", passing: retold("100", "200", more: declared), failing: retold("100", "100", more: declared),
    inside: retold("151", "100", -2, more: declared), outside: retold("149", "100", -2, more: declared),
    notApplicable: retold("100", "200"), poisoned: retold(huge, "-\(huge)", more: declared)),
  rule(
    "V304", passing: told([("Revenues", "2003-Q1", "100", 0), ("Revenues", "2003-FY", "500", 0)]),
    failing: told([("Revenues", "2003-Q1", "900", 0), ("Revenues", "2003-FY", "500", 0)]),
    inside: told([("Revenues", "2003-Q1", "501", 0), ("Revenues", "2003-FY", "500", 0)]),
    outside: told([("Revenues", "2003-Q1", "502", 0), ("Revenues", "2003-FY", "500", 0)]),
    notApplicable: told([("Gadgets", "2003-Q1", "900", 0), ("Gadgets", "2003-FY", "500", 0)]),
    poisoned: told([("Revenues", "2003-Q1", huge, 0), ("Revenues", "2003-FY", "0", 0)]), isPoisonFound: true),
  rule(
    "V305", passing: column("1234567", "7654321"), failing: column("2345678", "8765432"),
    inside: column("2345678", "7654321"), outside: column("1234568", "7654322"),
    notApplicable: one("Gadgets,G,5,6"), poisoned: column(huge, "-\(huge)"), isPoisonFound: true),
  rule(
    "V501", passing: headline("Results of the quarter"), failing: headline("Results <PAGE> 2"),
    inside: headline("Results - more of them"), outside: headline("Results -more-"), notApplicable: with(""),
    poisoned: headline(String(repeating: "-mor(", count: 500))),
  rule(
    "V502", passing: headline("Results (of the quarter)"), failing: headline("Results (of the quarter"),
    inside: headline("A 12 inch wafer, [sic]"), outside: headline("A wafer, sic]"), notApplicable: with(""),
    poisoned: headline(String(repeating: "(", count: 999) + String(repeating: ")", count: 999))),
  rule(
    "V503", passing: mail("ir@norvia.example"), failing: mail("www.norvia.example"), inside: mail("a@b.c"),
    outside: mail("a@b"), notApplicable: with(""),
    poisoned: mail("www." + String(repeating: "x", count: 2000)), isPoisonFound: true),
  rule(
    "V504", passing: headline("Third quarter of 2003"), failing: headline("Second quarter of 2003"),
    inside: headline("A third quarter in a row"), outside: headline("Third quarter of 2002"),
    notApplicable: headline("Second quarter of 2003", kind: "announcement"),
    poisoned: headline(String(repeating: "quarter of ", count: 200))),
  rule(
    "V507", passing: source("https://norvia.example/a"), failing: source("https://norvia"),
    inside: source("https://[::1]/a"), outside: source("https://norvia/a.b"), notApplicable: with(""),
    poisoned: source("https://a.b:99999/" + String(repeating: "x", count: 2000))),
  rule(
    "V509", passing: told("Gadgets of $5.4 million"), failing: told("Sold for $7 million"),
    inside: told("Gadgets of $5.35 million"), outside: told("Gadgets of $5.34 million"),
    notApplicable: told("Gadgets at 24 places since 1999"), poisoned: told("$\(huge) trillion"),
    isPoisonFound: true),
  rule(
    "V510", passing: bare("summary: A plant burnt down.\n"), failing: bare(""),
    inside: bare("sources:\n  - { title: Form 8-K }\n"), outside: bare("topics: [plants]\n"),
    notApplicable: one("Gadgets,G,5,6"), poisoned: bare("dateline: \(String(repeating: "x", count: 2000))\n"),
    isPoisonFound: true),
  rule(
    "V601", passing: [SampleRelease("2003-11-14", period: "2003-Q3")],
    failing: [SampleRelease("2003-05-14", period: "2003-Q3")],
    inside: [SampleRelease("2003-10-01", period: "2003-Q3")],
    outside: [SampleRelease("2003-09-30", period: "2003-Q3")],
    notApplicable: [SampleRelease("2003-05-14", period: "2003-Q3", kind: "announcement")],
    poisoned: [SampleRelease("2003-11-14", period: "9998-FY")], isPoisonFound: true),
  rule(
    "V602", passing: one("Gadgets,G,5,6"), failing: one("Gadgets,G,5,6", "2003-Q2,2002-Q2"),
    inside: one("Cash,C,5", "2003-09-30"), outside: one("Cash,C,5", "2003-09-29"),
    notApplicable: [
      SampleRelease("2003-11-14", statement: "concept,label,2003-Q2\nGadgets,G,5", kind: "announcement")
    ],
    poisoned: one("Cash,C,5", "9999-12-31"), isPoisonFound: true),
  rule(
    "V603", passing: one("Gadgets,G,5,6"), failing: one("Gadgets,G,5,6", "2003-Q3,2001-Q3"),
    inside: one("Gadgets,G,5,6", "2003-06-29/2003-09-30,2002-06-30/2002-09-30"),
    outside: one("Gadgets,G,5,6", "2003-Q3,2002-Q2"), notApplicable: one("Gadgets,G,5", "2003-Q3"),
    poisoned: one("Gadgets,G,5,6", "2003-Q3,1000-Q1"), isPoisonFound: true),
  rule(
    "V604", passing: one("Gadgets,G,1,2,3,4", "2003-Q3,2002-Q3,2003-9M,2002-9M"),
    failing: one("Gadgets,G,1,2,3,4", "2003-Q3,2002-Q3,2002-9M,2003-9M"),
    inside: one("Gadgets,G,1,2,3,4", "2002-Q3,2003-Q3,2002-9M,2003-9M"),
    outside: one("Gadgets,G,1,2,3,4", "2002-Q3,2003-Q3,2003-9M,2002-9M"),
    notApplicable: one("Gadgets,G,1,3", "2003-Q3,2003-9M"),
    poisoned: one(
      "Gadgets,G," + (0..<40).map { "\($0 + 1)" }.joined(separator: ","),
      (0..<40).map { "\(2003 - $0)-Q3" }.joined(separator: ","))),
  rule(
    "V605", passing: one("Gadgets,G,5,6\nCostOfRevenue,C,7,8\nOtherOperatingExpense,O,9,9"),
    failing: one("Gadgets,G,5,5\nCostOfRevenue,C,7,7\nOtherOperatingExpense,O,9,9"),
    notApplicable: one("Gadgets,G,5,5\nCostOfRevenue,C,7,7"),
    poisoned: one(
      "Gadgets,G,\(huge),\(huge)\nCostOfRevenue,C,7,7\nOtherOperatingExpense,O,-\(huge),-\(huge)"),
    isPoisonFound: true),
  rule(
    "V606", passing: [SampleRelease("2003-11-14", period: "2003-Q3")],
    failing: [SampleRelease("2005-11-14", period: "2003-Q3")],
    inside: [SampleRelease("2004-09-29", period: "2003-Q3")],
    outside: [SampleRelease("2004-10-01", period: "2003-Q3")],
    notApplicable: [SampleRelease("2005-11-14", period: "2003-Q3", kind: "announcement")],
    poisoned: [SampleRelease("2003-11-14", period: "1000-Q1")], isPoisonFound: true),
  rule(
    "V607", passing: call("2003-11-14T16:30Z"), failing: call("2003-11-12T16:30Z"),
    inside: call("2003-11-14T00:00Z"),
    outside: call("2003-11-13T23:59Z"), notApplicable: call("2003-11-12T16:30Z", kind: "announcement"),
    poisoned: call("9999-12-31T23:59Z")),
  rule(
    "V608", passing: call("2003-11-15T16:30Z"), failing: call("2003-12-14T16:30Z"),
    inside: call("2003-11-16T23:59Z"),
    outside: call("2003-11-17T00:00Z"), notApplicable: call("2003-12-14T16:30Z", kind: "announcement"),
    poisoned: call("9999-12-31T23:59Z"), isPoisonFound: true),
  rule(
    "V609", passing: call("2003-11-14T16:30Z", "from: 2 hours after, until: 2003-11-21T24:00Z"),
    failing: call("2003-11-14T16:30Z", "from: 2 hours after, until: 2003-11-14T17:00Z"),
    inside: call("2003-11-14T16:30Z", "from: 2 hours after, until: 2003-11-14T18:30Z"),
    outside: call("2003-11-14T16:30Z", "from: 2 hours after, until: 2003-11-14T18:29Z"),
    notApplicable: call("2003-11-14T16:30Z"),
    poisoned: call("2003-11-14T16:30Z", "from: 2003-11-14T16:30Z, until: 9999-12-31T23:59Z")),
  rule(
    "V610", passing: bare("summary: One\n") + bare("summary: Two\n"), failing: bare("") + bare(""),
    inside: bare("") + bare("ticker: A\nperiod: 2003-Q3\n"), outside: bare("") + bare("ticker: A\n"),
    notApplicable: bare("") + [SampleRelease("2003-11-15", kind: "announcement")],
    poisoned: (0..<40).flatMap { _ in bare("") }, isPoisonFound: true),
].flatMap(\.self)

/// A release of a headline and what else is given, without a narrative.
private func bare(_ more: String) -> [SampleRelease] {
  var release = SampleRelease("2003-11-14", more: more, kind: "announcement")
  release.hasNarrative = false
  return [release]
}

/// The same figures at the end of a day instead of for a quarter.
private func asSheet(_ release: SampleRelease) -> SampleRelease {
  var release = release
  release.tables = release.tables.mapValues { $0.replacing("2003-Q3", with: "2003-09-30") }
  return release
}

private func twice(_ first: String, _ second: String) -> [SampleRelease] {
  var release = one("Gadgets,G,\(first)", "2003-Q3")[0]
  release.tables["figures.csv"] = "concept,label,period,value,decimals\nGadgets,,2003-Q3,\(second),0\n"
  return [release]
}

private func told(_ text: String) -> [SampleRelease] {
  var release = one("Gadgets,G,5350000", "2003-Q3")[0]
  release.headline = "\"\(text)\""
  return [release]
}

private func mail(_ address: String) -> [SampleRelease] {
  with("contacts:\n  - {name: A. Person, email: \"\(address)\"}\n")
}

private func source(_ address: String) -> [SampleRelease] {
  with("sources:\n  - {title: The release, url: \"\(address)\"}\n")
}
