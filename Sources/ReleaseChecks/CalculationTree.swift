public import ReleaseModel

/// One way in which a concept is the sum of others, as in XBRL's calculation linkbase (XBRL 2.1, 5.2.5).
struct Calculation: Sendable {
  /// The concepts added (weight 1) or taken away (-1); expenses are told as positive amounts.
  var children: [Child]

  struct Child: Sendable {
    var concept: ConceptID
    var weight: Int8
    /// Whether a statement without the concept is not calculated in this way.
    var isRequired: Bool
    /// Whether it takes away in whichever sign it is told, as own shares do.
    var takesAway = false
    /// Whether it counts only below another part: what stands above may belong to another total.
    var isLast = false
  }

  /// Whether any line that stands before its parts may be one of them.
  var isOpenAtItsHead: Bool {
    children.allSatisfy { !$0.isRequired } || children.contains { $0.takesAway }
  }

  /// Whether its parts are all lines of one side of a sheet, in any order, with some that other sheets do without.
  var isWholeSide: Bool {
    !isOpenAtItsHead && children.count { $0.isRequired } > 1 && children.contains { !$0.isRequired }
  }

  /// ``calculationTree`` for a catalog.
  static func table(in catalog: ConceptCatalog) -> [ConceptID: [Calculation]] {
    var table: [ConceptID: [Calculation]] = [:]
    for (parent, children) in calculationTree {
      guard let parent = catalog.id(parent) else { continue }
      let known = children.split(separator: " ").compactMap { word -> Child? in
        catalog.id(partName(word)).map { id in
          Child(
            concept: id, weight: word.contains("-") ? -1 : 1, isRequired: word.contains("!"),
            takesAway: word.contains("~"), isLast: word.contains("^"))
        }
      }
      table[parent, default: []].append(Calculation(children: known))
    }
    return table
  }
}

/// Of concepts, whether each adds to another one (1) or takes away from it (-1), by what the built-in concepts are made of,
/// be it through totals between them; `nil` where that does not tell.
public func weights(of concepts: [ConceptID], in total: ConceptID, _ catalog: ConceptCatalog) -> [Int?] {
  let found = Calculation.weights(in: total, Calculation.table(in: catalog))
  return concepts.map { found[$0].map(Int.init) }
}

/// Whether a concept is made of others among the built-in concepts.
public func isMadeOfOthers(_ concept: ConceptID, _ catalog: ConceptCatalog) -> Bool {
  totals.contains(catalog[concept].name)
}

private let totals = Set(calculationTree.map(\.total))

extension Calculation {
  /// Of each concept below a total, whether it adds to it (1) or takes away from it (-1), where that can be told.
  static func weights(in total: ConceptID, _ table: [ConceptID: [Calculation]]) -> [ConceptID: Int8] {
    var found: [ConceptID: Set<Int8>] = [:]
    func look(below total: ConceptID, _ weight: Int8, _ depth: Int) {
      // Deeper than any statement.
      guard depth < 8 else { return }
      for calculation in table[total] ?? [] {
        for child in calculation.children {
          let weight = weight * child.weight
          found[child.concept, default: []].formUnion(child.takesAway ? [1, -1] : [weight])
          look(below: child.concept, weight, depth + 1)
        }
      }
    }
    look(below: total, 1, 0)
    return found.compactMapValues { $0.count == 1 ? $0.first : nil }
  }
}

/// What the built-in concepts are made of: the total, then its parts in one text.
///
/// `-` before a part takes it away, `!` marks a part without which the calculation does not apply, `~` one that takes
/// away in whichever sign it is told, `^` one that counts only below another part. Where a
/// total has several rows here, the first that fits a statement counts. The relations are those of the
/// US-GAAP Financial Reporting Taxonomy's calculation linkbase (FASB, statements of income and of financial
/// position), for the concepts that sites know.
let calculationTree: [(total: String, parts: String)] = [
  ("GrossProfit", "!Revenues -!CostOfRevenue"),
  ("OperatingExpenses", operatingExpenses),
  ("CostsAndExpenses", "!CostOfRevenue !OperatingExpenses"),
  ("CostsAndExpenses", "!CostOfRevenue " + operatingExpenses),
  ("OperatingIncomeLoss", "!GrossProfit -!OperatingExpenses"),
  ("OperatingIncomeLoss", "!Revenues -!CostsAndExpenses"),
  (
    "OperatingIncomeLoss",
    "!GrossProfit "
      + operatingExpenses.split(separator: " ").map { "-" + $0 }.joined(separator: " ")
  ),
  (
    "IncomeLossBeforeIncomeTaxes",
    "!OperatingIncomeLoss InterestIncome -InterestExpense OtherNonoperatingIncomeExpense"
  ),
  ("IncomeLossFromContinuingOperations", "!IncomeLossBeforeIncomeTaxes -!IncomeTaxExpenseBenefit"),
  (
    "NetIncomeLoss",
    "!IncomeLossFromContinuingOperations !IncomeLossFromDiscontinuedOperations"
  ),
  ("NetIncomeLoss", "!IncomeLossBeforeIncomeTaxes -!IncomeTaxExpenseBenefit"),
  ("CashAndMarketableSecurities", "!Cash !MarketableSecurities"),
  (
    "CurrentAssets",
    """
    Cash MarketableSecurities CashAndMarketableSecurities AccountsReceivableNetCurrent InventoryNet \
    PrepaidExpenseCurrent DeferredTaxAssetsNetCurrent OtherCurrentAssets
    """
  ),
  ("Assets", "!CurrentAssets !NoncurrentAssets"),
  ("Assets", "!CurrentAssets " + noncurrentAssets),
  ("NoncurrentAssets", noncurrentAssets),
  (
    "CurrentLiabilities",
    "AccountsPayableCurrent AccruedLiabilitiesCurrent DeferredRevenueCurrent ShortTermDebt OtherCurrentLiabilities"
  ),
  ("LongTermLiabilities", "LongTermDebt OtherLiabilities"),
  ("Liabilities", "!CurrentLiabilities !LongTermLiabilities"),
  ("Liabilities", "!CurrentLiabilities LongTermDebt OtherLiabilities"),
  (
    "StockholdersEquity",
    """
    !CommonStockValue AdditionalPaidInCapital !RetainedEarningsAccumulatedDeficit \
    AccumulatedOtherComprehensiveIncome ~TreasuryStockValue ^NoncontrollingInterests
    """
  ),
  (
    "StockholdersEquity",
    """
    !AdditionalPaidInCapital !RetainedEarningsAccumulatedDeficit AccumulatedOtherComprehensiveIncome \
    ~TreasuryStockValue ^NoncontrollingInterests
    """
  ),
  ("LiabilitiesAndStockholdersEquity", "!Liabilities !StockholdersEquity"),
  ("LiabilitiesAndStockholdersEquity", "!CurrentLiabilities !LongTermLiabilities !StockholdersEquity"),
  (
    "LiabilitiesAndStockholdersEquity",
    "!CurrentLiabilities LongTermDebt OtherLiabilities !StockholdersEquity"
  ),
  (
    "CashIncreaseDecrease",
    "!CashFromOperatingActivities !CashFromInvestingActivities !CashFromFinancingActivities"
  ),
]

/// The concept that a word of ``calculationTree`` names.
func partName(_ word: Substring) -> Substring { word.drop { "-!~^".contains($0) } }

private let operatingExpenses = """
  SellingAndMarketingExpense GeneralAndAdministrativeExpense SellingGeneralAndAdministrativeExpense \
  ResearchAndDevelopmentExpense DepreciationAndAmortization RestructuringCharges GoodwillImpairmentLoss \
  AssetImpairmentCharges OtherOperatingExpense
  """

private let noncurrentAssets =
  "PropertyPlantAndEquipmentNet Goodwill IntangibleAssetsNet DeferredTaxAssetsNet OtherNoncurrentAssets"
