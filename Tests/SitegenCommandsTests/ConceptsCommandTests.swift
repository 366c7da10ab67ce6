import Foundation
import TestSupport
import Testing

/// What every site knows can be found out from the command.
@Suite struct ConceptsCommandTests {
  @Test func listsConceptsWithWhatTheyAreMadeOf() throws {
    let list = try runCommand(["concepts"])
    #expect(list.status == 0)
    let lines = list.output.split(separator: "\n")
    let grossProfit = try #require(lines.firstIndex { $0.hasPrefix("GrossProfit ") })
    #expect(
      lines[grossProfit].split(separator: " ", maxSplits: 3).map { $0.trimmingCharacters(in: .whitespaces) }
        == ["GrossProfit", "money", "flow", "Gross profit (loss)"])
    #expect(lines[grossProfit + 1] == "  = Revenues - CostOfRevenue")
    #expect(lines.contains("  = Assets / Liabilities") == false)
    #expect(lines.contains("  = CurrentAssets / CurrentLiabilities"))
    #expect(
      lines.contains(
        "  = OperatingIncomeLoss + [InterestIncome] - [InterestExpense] + [OtherNonoperatingIncomeExpense]"))
  }

  @Test func tellsThemAsJSON() throws {
    let list = try runCommand(["concepts", "--format", "json"])
    let concepts = try #require(
      JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [[String: Any]])
    let margin = try #require(concepts.first { $0["name"] as? String == "GrossMargin" })
    #expect(margin["kind"] as? String == "ratio")
    #expect(margin["balance"] as? String == "average")
    #expect(margin["madeOf"] as? [String] == ["GrossProfit / Revenues"])
    #expect(margin["element"] == nil)
    let loss = try #require(concepts.first { $0["name"] as? String == "NetIncomeLoss" })
    #expect(loss["negative"] as? String == "Net loss")
    #expect(loss["element"] as? String == "NetIncomeLoss")
  }
}
