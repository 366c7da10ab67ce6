import ReleaseModel

/// The concepts that pages ask for where no file names any, found by their names once for all pages.
struct UsualConcepts: Sendable {
  /// What an entry of a list tells of a release: the first that it reports.
  let results: [ConceptID]
  /// What the usual charts show.
  let charted: [ConceptID]
  /// For each place of the key figures, the concepts that can take it, the preferred first.
  let keyFigures: [[ConceptID]]
  /// From revenues to the result.
  let steps: [ConceptID]

  init(_ catalog: ConceptCatalog) {
    func ids(_ names: String...) -> [ConceptID] { names.compactMap { catalog.id($0) } }
    results = ids("NetIncomeLoss", "Revenues")
    charted = ids("Revenues", "NetIncomeLoss")
    keyFigures = [
      ids("Revenues"), ids("GrossProfit", "OperatingIncomeLoss"), ids("NetIncomeLoss"),
      ids("EarningsPerShareBasicAndDiluted", "EarningsPerShareDiluted", "EarningsPerShareBasic"),
      ids("CashAndMarketableSecurities", "Cash"),
    ]
    steps = ids(
      "Revenues", "GrossProfit", "OperatingIncomeLoss", "IncomeLossBeforeIncomeTaxes", "NetIncomeLoss")
  }
}
