import Diagnostics
import ExactNumbers
import Testing

@testable import ReleaseFormat
@testable import ReleaseModel

/// What was read before changes nothing of what is read: a table beside others comes to what it does alone.
struct KnownHeadsTests {
  static let tables = [
    "concept,label,role,2003-Q1,2002-Q1\n,Results,,,\nRevenues,Sales,item,5,6\nGrossProfit,Gross profit,total,3,4\n",
    "concept,label,role,2003-Q2,2002-Q2\n,Results,,,\nRevenues,Sales,item,7,—\nGrossProfit,Gross profit,total,,2\n",
    "concept,label,role,2003-Q2\n,Results,,\nRevenues,Sales,item,7\nGrossProfit,Gross profit,total,2\n",
    "concept,label,role,2003-Q3,2002-Q3\n,Results,,9,\nRevenues,Sales,item,x,6\nGrossProfit,Gross profit,total,3,4\n",
    "concept,label,role,2003-Q3,2002-Q3\n,Results,,,\nRevenues,Sales,item,x,6\nGrossProfit,Gross profit,total,3,(4\n",
    "concept,label,role,2003-03-31,2002-Q3\n,Results,,,\nRevenues,Sales,item,5,6\nGrossProfit,Gross profit,total,3,4\n",
    "concept,label,role,2003-Q4,2002-Q4\n,Results,,,\nRevenues,Sales,items,5,6\nGrossProfit,Gross profit,total,3,4\n",
    "concept,label,role,decimals,2003-Q4,2002-Q4\n,Results,,,,\nRevenues,Sales,item,-3,5,6\n",
    "concept,label,role,decimals,2003-Q4,2002-Q4\n,Results,,,,\nRevenues,Sales,item,-3,5,6\n",
    "concept,label,role,items,2003-Q4\nRevenues,Sales,item,,5\nGrossProfit,Gross profit,total,Revenues,3\n",
    "concept,label,role,2003-Q1,note,2002-Q1\n,Results,,,,\nRevenues,Sales,item,5,Note,6\n",
    "concept,label,note,2003-Q1\n\"Revenues\",\"Sales, net\",\"one\ntwo\",\"$ 5\"\n",
    "concept,label,note,2003-Q2\n\"Revenues\",\"Sales, net\",\"one\ntwo\",\"$ (6)\"\n",
    "concept,label,2003-Q1\nRevenues,Sales,5\nRevenues,Sales,6\n",
    "concept,label,2003-Q1\nRevenues,Sales,5\nRevenue,Sales,6\n",
    "concept,label,2003-Q1\nRevenues,Sales,5\nRevenues,Sales,6\n",
    "concept,label,2003-Q1\nEarningsPerShareBasic,Earnings,0.05\n",
    "concept,label,2003-Q2\nEarningsPerShareBasic,Earnings,6c\n",
    "concept,label,2003-Q4\nEarningsPerShareBasic,Earnings,—\n",
    "concept,label,negated,2003-Q1\nRevenues,Sales,,5\nCostOfRevenue,Cost of sales,true,(4)\n",
    "concept,label,negated,2003-Q2\nRevenues,Sales,,7\nCostOfRevenue,Cost of sales,true,(6)\n",
    "concept,label,negated,2003-Q3\nRevenues,Sales,,7\nCostOfRevenue,Cost of sales,false,6\n",
  ]

  @Test(arguments: tables.indices)
  func aTableIsReadAsIfAlone(last: Int) throws {
    let order = Array(Self.tables.indices.drop { $0 <= last }) + Array(0...last)
    for (titles, unit) in [(["Statement"], "USD"), (["Statement", "Other"], "EUR")] {
      let files = order.map { (Self.tables[$0], titles[$0 % titles.count]) }
      let together = load(files, unit: unit)
      for (number, file) in files.enumerated() {
        let alone = load([file], unit: unit)
        #expect(
          statement(together.archive, number) == statement(alone.archive, 0), "\(file.0)")
        #expect(findings(together, number) == findings(alone, 0), "\(file.0)")
      }
    }
  }

  @Test func whatRepeatsLiesOnceInMemory() throws {
    let archive = load(Self.tables[0...2].map { ($0, "Statement") }, unit: "USD").archive
    let statements = archive.releases.map { $0.statements[0] }
    #expect(statements.count == 3)
    #expect(statements.allSatisfy { $0.head.box === statements[0].head.box })
    #expect(
      statements[0].rows[1].cells == [.figure(Amount(5), decimals: 0), .figure(Amount(6), decimals: 0)])
    #expect(statements[1].rows[1].cells == [.figure(Amount(7), decimals: 0), .dash])
    #expect(statements[2].rows[2].cells == [.figure(Amount(2), decimals: 0)])
  }

  /// Of negated rows the figures are turned, whether their heads were known or not.
  @Test func figuresOfNegatedRowsAreTurned() {
    let archive = load(Self.tables.suffix(3).map { ($0, "Statement") }, unit: "USD").archive
    let costs = archive.releases.map { $0.statements[0].rows[1] }
    #expect(costs.map(\.isNegated) == [true, true, false])
    #expect(costs.map { $0.cells[0].amount } == [Amount(4), Amount(6), Amount(6)])
    #expect(costs.map { $0.printed($0.cells[0]).amount } == [Amount(-4), Amount(-6), Amount(6)])
    #expect(archive.releases[0].statements[0].head.box === archive.releases[1].statements[0].head.box)
  }

  private func load(_ files: [(table: String, title: String)], unit: String) -> LoadedArchive {
    var site = [
      "content/site.yaml": "title: T\nbase_url: https://a.example\ncompany: a\n",
      "content/companies/a.yaml": "name: A\nzone: America/New_York\n",
    ]
    for (number, file) in files.enumerated() {
      let folder = "content/releases/2004-01-\(10 + number)-r/"
      site[folder + "release.yaml"] = """
        kind: earnings
        headline: Results
        period: 2003-Q4
        released: 2004-01-\(10 + number)
        statements:
          - {file: income.csv, title: \(file.title), unit: \(unit)}
        """
      site[folder + "income.csv"] = file.table
    }
    return loadArchive(memorySite(site))
  }

  private func statement(_ archive: ReleaseArchive, _ number: Int) -> Statement? {
    archive.releases.indices.contains(number) ? archive.releases[number].statements.first : nil
  }

  private func findings(_ loaded: LoadedArchive, _ number: Int) -> [String] {
    loaded.diagnostics.filter { $0.place?.path == "content/releases/2004-01-\(10 + number)-r/income.csv" }
      .map { "\($0.code.id) \($0.message) \(String(describing: $0.place?.range)) \($0.notes) \($0.hints)" }
  }
}
