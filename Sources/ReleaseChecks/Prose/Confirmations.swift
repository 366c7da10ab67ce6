import ReleaseModel

extension ProseContext {
  /// Whether something other than the figure itself speaks for it: a statement it stands in, a second telling that
  /// agrees, the parts of a year that add up, a relation of the statements that holds, or what a measure is made of.
  func isConfirmed(_ figure: MeantFigure) -> Bool {
    guard let telling = figure.telling else { return false }
    // What an earlier release told is not this text's own word.
    if let release, Int(telling.release) != release { return true }
    if case .statement = telling.fact.place { return true }
    let tellings = history.tellings(
      company: figure.company, concept: figure.concept, period: figure.period,
      in: history.denomination(of: telling))
    if tellings.contains(where: { $0 != telling && $0.fact.agrees(with: telling.fact) }) { return true }
    return addsUp(figure, telling) || follows(figure, telling) || isMeasured(figure, telling)
  }

  /// Whether parts of the fiscal year that were told give the figure, or it gives them with others.
  private func addsUp(_ figure: MeantFigure, _ telling: FactHistory.Telling) -> Bool {
    let fiscal = archive.companies[figure.company].fiscal
    guard archive.catalog[figure.concept].balance == .flow, let (year, part) = fiscal.name(of: figure.period)
    else { return false }
    func bounds(_ other: FiscalCalendar.Part) -> Bounds? {
      if other == part { return Bounds(telling.fact) }
      return fiscal.period(year, other).flatMap { latest(figure.concept, $0, like: telling) }
    }
    return sumsOfAYear.contains { whole, parts in
      guard whole == part || parts.contains(part), let whole = bounds(whole) else { return false }
      return sum(parts.map(bounds))?.meets(whole) == true
    }
  }

  /// Whether one of the statements' own relations gives the figure.
  private func follows(_ figure: MeantFigure, _ telling: FactHistory.Telling) -> Bool {
    relations.contains { relation in
      let ids = ([relation.whole] + relation.added + relation.subtracted).map { archive.catalog.id($0) }
      guard ids.contains(figure.concept) else { return false }
      func bounds(_ name: String) -> Bounds? {
        guard let id = archive.catalog.id(name) else { return nil }
        return id == figure.concept ? Bounds(telling.fact) : latest(id, figure.period, like: telling)
      }
      let parts = relation.added.map(bounds) + relation.subtracted.map { bounds($0)?.negated }
      guard let whole = bounds(relation.whole) else { return false }
      return sum(parts)?.meets(whole) == true
    }
  }

  /// Whether the two figures that a built-in measure is made of give it, as ``relateMeasures`` holds them.
  private func isMeasured(_ figure: MeantFigure, _ telling: FactHistory.Telling) -> Bool {
    guard let measure = Measure.of(archive.catalog[figure.concept].name, in: archive.catalog),
      let told = Bounds(telling.fact)
    else { return false }
    // A ratio has no currency of its own.
    return history.denominations(company: figure.company, concept: measure.first).contains { denomination in
      func bounds(_ concept: ConceptID) -> Bounds? {
        Retelling(
          history.tellings(
            company: figure.company, concept: concept, period: figure.period,
            in: archive.catalog[concept].kind == .money ? denomination : history.denomination(of: telling))
        ).flatMap { Bounds($0.current.fact) }
      }
      guard let first = bounds(measure.first), let second = bounds(measure.second) else { return false }
      switch measure.operation {
      case .difference: return (first - second)?.meets(told) == true
      case .outlay: return (first - second.magnitude)?.meets(told) == true
      case .quotient: return (first / second)?.meets(told) == true
      case .rate: return (first / second)?.magnitude.meets(told.magnitude) == true
      }
    }
  }

  /// What was told last of a concept in the denomination of another figure.
  private func latest(_ concept: ConceptID, _ period: Period, like telling: FactHistory.Telling) -> Bounds? {
    Retelling(
      history.tellings(
        company: Int(telling.company), concept: concept, period: period,
        in: history.denomination(of: telling))
    ).flatMap { Bounds($0.current.fact) }
  }

  /// The sum of all; `nil` where one is missing.
  private func sum(_ parts: [Bounds?]) -> Bounds? {
    var total = Bounds(.zero, .zero)
    for part in parts {
      guard let part, let next = total + part else { return nil }
      total = next
    }
    return total
  }
}

private let sumsOfAYear: [(whole: FiscalCalendar.Part, parts: [FiscalCalendar.Part])] = [
  (.h1, [.q1, .q2]), (.h2, [.q3, .q4]), (.nineMonths, [.h1, .q3]), (.nineMonths, [.q1, .q2, .q3]),
  (.year, [.h1, .h2]), (.year, [.nineMonths, .q4]), (.year, [.q1, .q2, .q3, .q4]),
]

/// Relations that hold in every statement, of concepts that every site knows.
private let relations: [(whole: String, added: [String], subtracted: [String])] = [
  ("NetIncomeLoss", ["IncomeLossBeforeIncomeTaxes"], ["IncomeTaxExpenseBenefit"]),
  ("GrossProfit", ["Revenues"], ["CostOfRevenue"]),
  ("Assets", ["Liabilities", "StockholdersEquity"], []),
  ("Assets", ["LiabilitiesAndStockholdersEquity"], []),
]
