import TestSupport
import Testing

/// What asks for amounts in two currencies at once is refused where it is written.
@Suite struct CurrencyChangeTests {
  private let site: [String: String] = [
    "content/site.yaml": "title: Group\nbase_url: https://group.example\ncompany: north\n",
    "content/companies/north.yaml": "name: North\nzone: UTC\n",
    "content/companies/south.yaml": "name: South\nzone: UTC\n",
    "content/releases/2003-05-12-dollars/release.yaml": """
    kind: earnings
    headline: Results
    released: 2003-05-12
    period: 2003-Q1
    statements: [{file: income.csv, title: Statement, unit: USD}]
    """,
    "content/releases/2003-05-12-dollars/income.csv":
      "concept,label,2003-Q1,2002-Q1\nRevenues,Revenue,1250,1000\nGrossProfit,Gross profit,300,200\n",
    "content/releases/2004-05-12-euros/release.yaml": """
    kind: earnings
    headline: Results
    released: 2004-05-12
    period: 2004-Q1
    statements: [{file: income.csv, title: Statement, unit: EUR}]
    """,
    "content/releases/2004-05-12-euros/income.csv": "concept,label,2004-Q1\nRevenues,Revenue,1350\n",
    "content/releases/2004-05-10-south/release.yaml": """
    kind: earnings
    company: south
    headline: Results
    released: 2004-05-10
    period: 2004-Q1
    statements: [{file: income.csv, title: Statement, unit: CHF}]
    """,
    "content/releases/2004-05-10-south/income.csv": "concept,label,2004-Q1\nRevenues,Revenue,1350\n",
  ]

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var findings: [String]
  }

  static let spec = "encoding: {x: {field: period}, y: {field: value, type: quantitative}}"

  static let cases = [
    Case(
      testDescription: "growth from dollars to euros", text: "[8% more](calc:growth(Revenues,2003-Q1))",
      findings: [
        "error[V404] 1:1 'growth(Revenues,2003-Q1)' cannot be stated: its figures are in EUR and USD"
      ]),
    Case(
      testDescription: "the year before that nobody told in euros", text: "[8% more](calc:growth(Revenues))",
      findings: ["error[V404] 1:1 'growth(Revenues)' cannot be stated: its figures are in EUR and USD"]),
    Case(
      testDescription: "a sum, a share and a ratio",
      text:
        "[2,600](calc:sum(Revenues,Revenues@2003-Q1)) [22%](calc:share(GrossProfit@2003-Q1,Revenues)) [1.08](calc:ratio(Revenues,Revenues@2003-Q1))",
      findings: [
        "error[V404] 1:1 'sum(Revenues,Revenues@2003-Q1)' cannot be stated: its figures are in EUR and USD",
        "error[V404] 1:46 'share(GrossProfit@2003-Q1,Revenues)' cannot be stated: its figures are in EUR and USD",
        "error[V404] 1:94 'ratio(Revenues,Revenues@2003-Q1)' cannot be stated: its figures are in EUR and USD",
      ]),
    Case(
      testDescription: "two companies", text: "[100%](calc:share(Revenues,south/Revenues@2004-Q1))",
      findings: [
        "error[V404] 1:1 'share(Revenues,south/Revenues@2004-Q1)' cannot be stated: its figures are in CHF and EUR"
      ]),
    Case(
      testDescription: "in one currency, from before",
      text:
        "[25% more](calc:growth(Revenues@2003-Q1)), and from [$1,250](fact:Revenues@2003-Q1) it fell to [€1,350](fact:Revenues)",
      findings: []),
    Case(
      testDescription: "facts of listed periods",
      text: "```chart\nmark: bar\ndata: {facts: [Revenues], periods: [2003-Q1, 2004-Q1]}\n\(spec)\n```",
      findings: [
        "error[C110] 3:36 'Revenues' is told in EUR and before in USD, and two currencies have no axis in common"
      ]),
    Case(
      testDescription: "facts of the last quarters",
      text: "```chart\nmark: bar\ndata: {facts: [Revenues], periods: last 8 quarters}\n\(spec)\n```",
      findings: [
        "error[C110] 3:36 'Revenues' is told in EUR and before in USD, and two currencies have no axis in common"
      ]),
    Case(
      testDescription: "facts of the last quarter alone",
      text: "```chart\nmark: bar\ndata: {facts: [Revenues], periods: last 1 quarters}\n\(spec)\n```",
      findings: []),
    Case(
      testDescription: "facts of two companies",
      text: "```chart\nmark: bar\ndata: {facts: [Revenues, south/Revenues], periods: 2004-Q1}\n\(spec)\n```",
      findings: [
        "error[C110] 3:26 the facts are in EUR and in CHF, and two currencies have no axis in common"
      ]),
    Case(
      testDescription: "a comparison of listed periods",
      text: "```chart\npreset: comparison\nconcepts: [Revenues]\nperiods: [2003-Q1, 2004-Q1]\n```",
      findings: [
        "error[C112] 3:12 'Revenues' is told for 2003-Q1 in USD and else in EUR: two currencies have no axis in common"
      ]),
    Case(
      testDescription: "a bridge from one to the other",
      text: "```chart\npreset: bridge\nconcepts: [GrossProfit, Revenues]\nperiods: [2003-Q1, 2004-Q1]\n```",
      findings: [
        "error[C112] 3:25 'Revenues' is told in EUR and the figures before it in USD: two currencies have no axis in common"
      ]),
    Case(
      testDescription: "a margin of a whole in euros",
      text: "```chart\npreset: margin\nconcepts: [Revenues, GrossProfit]\n```",
      findings: [
        "error[C112] 3:22 'GrossProfit' is told in USD and the figures before it in EUR: two currencies have no axis in common"
      ]),
  ]

  @Test(arguments: cases) func currenciesDoNotMix(_ example: Case) {
    let path = "content/releases/2004-05-12-euros/body.md"
    var files = site.mapValues { Array($0.utf8) }
    files[path] = Array((example.text + "\n").utf8)
    let built = build(files, jobs: 1)
    let found = built["diagnostics.txt"].map { String(decoding: $0, as: UTF8.self) } ?? ""
    let lines = found.split(separator: "\n").filter { $0.hasPrefix("error") }.map {
      $0.split(separator: path + ":").joined()
    }
    #expect(lines == example.findings)
  }

  /// What stands in no statement is in the currency of the statements before, and of none that is still held.
  @Test func singleFiguresAreInTheCurrencyOfTheirCompany() throws {
    var files = site.mapValues { Array($0.utf8) }
    let folder = "content/releases/2004-05-20-plan/"
    files[folder + "release.yaml"] = Array(
      "kind: earnings\nheadline: Plan\nreleased: 2004-05-20\nperiod: 2004-Q1\n".utf8)
    files[folder + "figures.csv"] = Array(
      "concept,label,period,value,decimals\nNetIncomeLoss,,2004-Q1,50,\n".utf8)
    func text(_ name: String) throws -> String {
      String(decoding: try #require(build(files, jobs: 1)[name]), as: UTF8.self)
    }
    #expect(try text("releases/2004/plan/index.md").contains("- Net income: [€50](#NetIncomeLoss-2004-Q1)"))
    #expect(try text("releases/index.html").contains("€50"))
    #expect(try text("releases/2004/plan/release.json").contains("\"unit\":\"EUR\""))
    #expect(
      try text("financials/facts.csv").contains(
        "north,NetIncomeLoss,us-gaap:NetIncomeLoss,Net income (loss),EUR,"))
    files["content/releases/2004-05-12-euros/release.yaml"]? += Array("\npublish_at: 2004-07-01\n".utf8)
    #expect(try text("releases/2004/plan/index.md").contains("- Net income: [$50](#NetIncomeLoss-2004-Q1)"))
    #expect(try text("releases/index.html").contains("$50"))
  }

  /// Key figures and the comparison hold an amount against the year before in its own currency only.
  @Test func changesAreInOneCurrency() throws {
    var files = site.mapValues { Array($0.utf8) }
    let folder = "content/releases/2004-05-12-euros/"
    func text(_ name: String) throws -> String {
      String(decoding: try #require(build(files, jobs: 1)["releases/2004/euros/" + name]), as: UTF8.self)
    }
    #expect(try text("index.md").contains("- Revenues: [€1,350](#Revenues-2004-Q1)\n"))
    #expect(!(try text("index.md").contains("Compared with")))
    files[folder + "income.csv"] = Array("concept,label,2004-Q1,2003-Q1\nRevenues,Revenue,1350,1000\n".utf8)
    #expect(
      try text("index.md").contains(
        "- Revenues: [€1,350](#Revenues-2004-Q1), 35.0% more than €1,000 a year earlier\n"))
  }
}
