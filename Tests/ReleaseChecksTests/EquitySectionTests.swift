import ReleaseChecks
import ReleaseFormat
import ReleaseModel
import Testing

/// The equity of a balance sheet is what its lines come to, where the sheet shows all of them.
@Suite struct EquitySectionTests {
  /// A sheet from its claims; `%` stands for the heading over equity.
  private func sheet(_ rows: String, claims: Int, own: String = "") -> [Found] {
    let lines = rows.split(separator: ";").map { row -> String in
      if row == "%" { return ",Shareholders' equity,," }
      let parts = row.split(separator: " ")
      return "\(parts[0]),\(parts[0]),\(parts[0] == "Liabilities" ? "subtotal" : ""),\(parts[1])"
    }
    return findings(
      in: """
        concept,label,role,2003-09-30
        Assets,Total assets,total,\(claims)
        \(lines.joined(separator: "\n"))
        LiabilitiesAndStockholdersEquity,Total,total,\(claims)
        """)
  }

  @Test(
    arguments: [
      "Liabilities 50;%;CommonStockValue 10;AdditionalPaidInCapital 200;RetainedEarningsAccumulatedDeficit -80;StockholdersEquity 130",
      // Own shares take away, whether or not they stand in parentheses.
      "Liabilities 50;%;CommonStockValue 10;AdditionalPaidInCapital 200;RetainedEarningsAccumulatedDeficit -50;TreasuryStockValue -30;StockholdersEquity 130",
      "Liabilities 50;%;CommonStockValue 10;AdditionalPaidInCapital 200;RetainedEarningsAccumulatedDeficit -50;TreasuryStockValue 30;StockholdersEquity 130",
      "Liabilities 50;CommonStockValue 210;RetainedEarningsAccumulatedDeficit -70;AccumulatedOtherComprehensiveIncome -10;StockholdersEquity 130",
      "Liabilities 50;%;AdditionalPaidInCapital 210;RetainedEarningsAccumulatedDeficit -70;AccumulatedOtherComprehensiveIncome -10;StockholdersEquity 130",
      // What belongs to others counts where it stands among the parts, and not below the total or above equity.
      "Liabilities 50;%;CommonStockValue 10;RetainedEarningsAccumulatedDeficit 100;NoncontrollingInterests 20;StockholdersEquity 130",
      "Liabilities 50;%;CommonStockValue 10;RetainedEarningsAccumulatedDeficit 100;StockholdersEquity 110;NoncontrollingInterests 20",
      "Liabilities 50;NoncontrollingInterests 20;%;CommonStockValue 10;RetainedEarningsAccumulatedDeficit 100;StockholdersEquity 110",
      // A line that no calculation knows may be a part, wherever it stands.
      "Liabilities 50;%;Backlog 20;CommonStockValue 10;RetainedEarningsAccumulatedDeficit 100;StockholdersEquity 130",
      "Liabilities 50;%;CommonStockValue 10;Backlog 20;RetainedEarningsAccumulatedDeficit 100;StockholdersEquity 130",
      // What is neither debt nor equity stands between them, or below both.
      "Liabilities 50;Backlog 20;%;CommonStockValue 10;RetainedEarningsAccumulatedDeficit 100;StockholdersEquity 110",
      "Liabilities 50;Backlog 20;StockholdersEquity 110",
      "Liabilities 50;StockholdersEquity 110;Backlog 20",
      // Sheets that show some of the parts.
      "Liabilities 50;%;RetainedEarningsAccumulatedDeficit 100;StockholdersEquity 130",
      "Liabilities 50;%;CommonStockValue 10;AdditionalPaidInCapital 100;StockholdersEquity 130",
      "Liabilities 50;%;CommonStockValue 10;TreasuryStockValue -3;StockholdersEquity 130",
    ])
  func honestSheetsPass(_ rows: String) {
    #expect(sheet(rows, claims: 180) == [])
  }

  @Test(
    arguments: [
      (
        "Liabilities 50;%;CommonStockValue 10;AdditionalPaidInCapital 200;RetainedEarningsAccumulatedDeficit -50;StockholdersEquity 130",
        "V204"
      ),
      (
        "Liabilities 50;%;CommonStockValue 10;AdditionalPaidInCapital 200;RetainedEarningsAccumulatedDeficit -60;TreasuryStockValue -30;StockholdersEquity 130",
        "V204"
      ),
      (
        "Liabilities 50;%;CommonStockValue 10;RetainedEarningsAccumulatedDeficit 100;NoncontrollingInterests 30;StockholdersEquity 130",
        "V204"
      ),
      ("Liabilities 50;StockholdersEquity 110", "V204"),
      ("Liabilities 50;%;Backlog 20;CommonStockValue 10;StockholdersEquity 110", "V206"),
    ])
  func wrongSheetsAreFound(_ rows: String, _ code: String) {
    #expect(sheet(rows, claims: 180).map(\.code) == [code])
  }

  /// A line that no calculation knows, before the first part of a sum that any line may belong to.
  @Test(arguments: [
    "Backlog,Restricted cash,,5\nAccountsReceivableNetCurrent,Receivables,,10\nInventoryNet,Inventories,,20\nCurrentAssets,Total,subtotal,35",
    "AccountsReceivableNetCurrent,Receivables,,10\nInventoryNet,Inventories,,20\nCurrentAssets,Total,subtotal,30",
  ])
  func unknownLinesMayStandFirst(_ rows: String) {
    #expect(findings(in: "concept,label,role,2003-09-30\n" + rows) == [])
  }

  @Test func listsOfConceptsTellWhatEquityIsMadeOf() {
    #expect(
      makeup(ofConcept: "StockholdersEquity").first
        == "CommonStockValue + [AdditionalPaidInCapital] + RetainedEarningsAccumulatedDeficit + [AccumulatedOtherComprehensiveIncome] - [TreasuryStockValue] + [NoncontrollingInterests]"
    )
  }
}
