import ReleaseModel
import SVGCharts

/// A chart has one currency: figures in another have neither an axis nor a scale in common with it.
extension ChartFacts {
  /// Whether the company tells figures in several currencies.
  var isMixed: Bool { company.map { context.history.currencies(company: $0).count > 1 } ?? false }

  /// What the figures of a concept are counted in: as the newest of the known releases tells it, and there the first
  /// of its statements.
  func denomination(of concept: ConceptID) -> Denomination {
    guard let company, isMixed else { return .newest }
    var best: (release: Int32, statement: Int, denomination: Denomination)?
    for denomination in context.history.denominations(company: company, concept: concept) {
      let all = context.history.tellings(company: company, concept: concept, in: denomination)
      for telling in known(all) {
        var statement = Int.max
        if case .statement(let index, _, _) = telling.fact.place { statement = index }
        if let best, (telling.release, best.statement) <= (best.release, statement) { continue }
        best = (telling.release, statement, denomination)
      }
    }
    return best?.denomination ?? .newest
  }

  /// The currency of a concept's figures, an ISO 4217 code; `nil` for what has none.
  func currency(of concept: ConceptID) -> String? {
    guard catalog.kind(of: concept).isDenominated else { return nil }
    guard let company else { return "USD" }
    return context.history.currencies(company: company)[Int(denomination(of: concept).number)]
  }

  /// The other currency in which alone a concept is told for a period; `nil` where it is told in the chart's, or not
  /// at all.
  func otherCurrency(_ concept: ConceptID, _ period: Period) -> String? {
    guard let company, isMixed, toldOrDerived(concept, period) == nil else { return nil }
    let own = denomination(of: concept)
    for other in context.history.denominations(company: company, concept: concept) where other != own {
      if told(concept, period, in: other) != nil {
        return context.history.currencies(company: company)[Int(other.number)]
      }
    }
    return nil
  }

  /// The other currencies in which figures of the last so many quarters or years are told that a chart of some
  /// concepts leaves out.
  func leftOut(last count: Int, _ step: FiscalCalendar.Step, of concepts: [ConceptID]) -> [String] {
    guard isMixed, let newest = knownSteps(step, of: concepts).max() else { return [] }
    var codes: Set<String> = []
    for period in fiscal.steps(count, step, by: newest.end) {
      codes.formUnion(concepts.compactMap { otherCurrency($0, period) })
    }
    return codes.sorted()
  }

  /// Refuses concepts without a currency in common, and periods that are named and told in another one.
  func checkCurrencies(_ request: ChartRequest) throws(ChartFault) {
    guard isMixed else { return }
    // Rows of small bars have a scale each.
    if request.preset != .sparkline {
      let codes = request.concepts.map(currency)
      if let own = codes.lazy.compactMap({ $0 }).first,
        let place = codes.firstIndex(where: { $0 != nil && $0 != own }), let other = codes[place]
      {
        throw ChartFault(
          "'\(catalog[request.concepts[place]].name)' is told in \(other) and the figures before it in \(own): two currencies have no axis in common",
          hints: ["draw them as two charts"], concept: place)
      }
    }
    for (place, concept) in request.concepts.enumerated() {
      for period in request.periods.named {
        guard let other = otherCurrency(concept, period), let own = currency(of: concept) else { continue }
        throw ChartFault(
          "'\(catalog[concept].name)' is told for \(fiscal.spelling(of: period)) in \(other) and else in \(own): two currencies have no axis in common",
          hints: ["name periods that are told in \(own)"], concept: place)
      }
    }
  }

  /// Says which figures a chart over time leaves out because they are in another currency.
  func currencyRemark(_ request: ChartRequest) -> String? {
    guard isMixed else { return nil }
    let codes: [String] =
      switch request.periods {
      case .listed: []
      case .last(let count, let step): leftOut(last: count, step, of: request.concepts)
      case .usual:
        switch request.preset {
        case .trend, .margin: leftOut(last: longestTrend, .quarters, of: request.concepts)
        case .sparkline: leftOut(last: 8, .quarters, of: request.concepts)
        case .comparison, .bridge, .composition, nil: []
        }
      }
    guard !codes.isEmpty else { return nil }
    return "Figures in \(codes.map(currencyWords).joined(separator: " and ")) are left out."
  }
}
