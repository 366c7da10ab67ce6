import Diagnostics
import ReleaseFormat
import Testing

/// Cells that break a rule in the same way: one finding for a column or a row of them.
struct RepeatedFlawTests {
  private func found(_ table: String) -> [String] {
    let loaded = loadArchive(
      memorySite([
        "content/site.yaml": "title: T\nbase_url: https://a.example\ncompany: a\n",
        "content/companies/a.yaml": "name: A\nzone: America/New_York\n",
        "content/releases/2004-03-10-r/release.yaml": """
        kind: earnings
        headline: Results
        period: 2003-FY
        released: 2004-03-10
        statements:
          - {file: income.csv, title: Income, unit: EUR}
        """,
        "content/releases/2004-03-10-r/income.csv": table,
      ]))
    return loaded.diagnostics.map { finding in
      let start = finding.place?.range.map { "\($0.start.line):\($0.start.column)" } ?? "-"
      return ([finding.code.id, start] + finding.notes).joined(separator: " ")
    }
  }

  @Test func aColumnOfCommasIsOneFinding() {
    let table = """
      concept,label,2003-FY,2002-FY
      Revenues,Sales,"12,5",11
      CostOfRevenue,Costs,"8,5",8
      GrossProfit,Gross,"4,0",3
      NetIncomeLoss,Net,"1.204,5",1
      """
    #expect(
      found(table) == ["F081 2:16 the same holds for 3 more of the column's figures, down to line 5"])
  }

  @Test func aRowIsOneFinding() {
    let table = """
      concept,label,2003-FY,2002-FY,2001-FY
      Revenues,Sales,"12,5","11,2","10,9"
      CostOfRevenue,Costs,8,8,8
      """
    #expect(found(table) == ["F081 2:16 the same holds for 2 more of the row's figures"])
  }

  @Test func aWholeTableIsOneFindingForEachColumn() {
    let rows = ["Revenues", "CostOfRevenue", "GrossProfit", "OperatingIncomeLoss", "NetIncomeLoss"]
    let table =
      "concept,label,2003-FY,2002-FY\n" + rows.map { "\($0),x,\"12,5\",\"11,2\"\n" }.joined()
    #expect(found(table).count == 2)
  }

  @Test func twoStayTwoAndOthersApart() {
    let table = """
      concept,label,2003-FY,2002-FY
      Revenues,Sales,"12,5","11,2"
      CostOfRevenue,Costs,n/a,12%
      """
    #expect(found(table) == ["F081 2:16", "F081 2:23", "F080 3:21", "F085 3:25"])
  }

  @Test func manyPercentagesOfMoneyAreOneFinding() {
    let table = "concept,label,2003-FY\nRevenues,a,5%\nCostOfRevenue,b,6%\nGrossProfit,c,7%\n"
    #expect(
      found(table) == ["F085 2:12 the same holds for 2 more of the column's figures, down to line 4"])
  }
}
