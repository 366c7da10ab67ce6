public import ReleaseModel

/// What is known of the two sides of a balance sheet: which concepts are parts of which, by what the built-in concepts
/// are made of.
public struct BalanceSheetParts: Sendable {
  /// Total assets, and total liabilities and equity, which is the same amount.
  public let totals: [ConceptID]
  private var sides: [ConceptID: Side] = [:]
  private var parts: [ConceptID: Set<ConceptID>] = [:]

  public enum Side: Hashable, Sendable { case assets, claims, neither }

  public init(_ catalog: ConceptCatalog) {
    let table = Calculation.table(in: catalog)
    let equity = catalog.id("StockholdersEquity")
    let equityParts = equityParts.compactMap { catalog.id($0) }
    func parts(below total: ConceptID, _ depth: Int = 0) -> Set<ConceptID> {
      // Deeper than any statement.
      guard depth < 8 else { return [] }
      var found = Set(total == equity ? equityParts : [])
      for calculation in table[total] ?? [] {
        for child in calculation.children {
          found.insert(child.concept)
          found.formUnion(parts(below: child.concept, depth + 1))
        }
      }
      return found
    }
    totals = ["Assets", "LiabilitiesAndStockholdersEquity"].compactMap { catalog.id($0) }
    for name in besideTheSheet { if let id = catalog.id(name) { sides[id] = .neither } }
    for (name, side) in [("Assets", Side.assets), ("LiabilitiesAndStockholdersEquity", .claims)] {
      guard let total = catalog.id(name) else { continue }
      for id in parts(below: total).union([total]) {
        sides[id] = side
        self.parts[id] = parts(below: id)
      }
    }
  }

  /// The side a concept belongs to; `nil` for concepts of the site's own.
  public func side(of concept: ConceptID) -> Side? { sides[concept] }

  /// Whether one concept is a part of another.
  public func holds(_ total: ConceptID, _ part: ConceptID) -> Bool { parts[total]?.contains(part) ?? false }
}

/// The parts of equity, of which some take away and some are told in either sign, so that nothing is calculated of them.
private let equityParts = [
  "CommonStockValue", "AdditionalPaidInCapital", "RetainedEarningsAccumulatedDeficit", "TreasuryStockValue",
]

/// Amounts of a day that no balance sheet has as a line.
private let besideTheSheet = ["WorkingCapital", "Backlog"]
