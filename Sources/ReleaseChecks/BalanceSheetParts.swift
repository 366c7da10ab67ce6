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
    let noncontrolling = catalog.id("NoncontrollingInterests")
    func parts(below total: ConceptID, _ depth: Int = 0) -> Set<ConceptID> {
      // Deeper than any statement.
      guard depth < 8 else { return [] }
      var found: Set<ConceptID> = []
      for calculation in table[total] ?? [] {
        // Equity is told with what belongs to others, and without.
        for child in calculation.children where child.concept != noncontrolling {
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
      let others = side == .claims ? [noncontrolling].compactMap { $0 } : []
      for id in parts(below: total).union([total] + others) {
        sides[id] = side
        self.parts[id] = parts(below: id).union(side == .claims && id == total ? others : [])
      }
    }
  }

  /// The side a concept belongs to; `nil` for concepts of the site's own.
  public func side(of concept: ConceptID) -> Side? { sides[concept] }

  /// Whether one concept is a part of another.
  public func holds(_ total: ConceptID, _ part: ConceptID) -> Bool { parts[total]?.contains(part) ?? false }
}

/// Amounts of a day that no balance sheet has as a line.
private let besideTheSheet = ["WorkingCapital", "Backlog"]
