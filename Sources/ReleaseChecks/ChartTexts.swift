import Diagnostics
import ExactNumbers
import ReleaseModel

extension CheckedRelease {
  /// V509 of the titles and notes of charts: figures that nothing which is told comes out as; `nil` where they hold none.
  ///
  /// A chart shows many periods, and its title says what stands out among them. So a figure is right where any release up
  /// to this one tells it, or where it is a change between two figures of what is drawn, or the share of one in another.
  func findingsInChartTexts() -> [Finding]? {
    var findings: [Finding]?
    for (number, chart) in release.charts.enumerated() where chart.preset != nil && chart.company == nil {
      for (key, text) in [("title", chart.title ?? ""), ("note", chart.note ?? "")] where mayHoldFigure(text)
      {
        let tokens = proseTokens(text)
        for (index, figure) in statedFigures(tokens) {
          findings = findings ?? []
          let readings = [figure, figureInRange(tokens, at: index)].compactMap(\.self)
          if readings.contains(where: { isTold($0, by: chart) }) { continue }
          let printed = spelling(of: tokens[extent(of: index, in: tokens)], in: text)
          findings?.append(
            Finding(
              .figureInHeadline,
              "'\(printed)' in the \(key) of a chart is no figure that the data come out as",
              at: .key(release: self.index, path: "charts.\(number).\(key)"), severity: .warning,
              hints: ["correct it, or state the figure in figures.csv"]))
        }
      }
    }
    return findings
  }

  private func isTold(_ figure: PrintedFigure, by chart: ChartRequest) -> Bool {
    // Points are taken for right: of margins there are as many as pairs of concepts.
    guard let sought = SoughtFigure(figure) else { return true }
    let drawn = chart.concepts.isEmpty ? runs.map(\.concept) : chart.concepts
    let tellings = drawn.map(allKnown)
    if tellings.contains(where: { $0.contains { matches($0, sought) } }) { return true }
    if archive.catalog.allIDs.contains(where: {
      !drawn.contains($0) && allKnown(of: $0).contains { matches($0, sought) }
    }) {
      return true
    }
    for concept in tellings {
      for now in concept {
        if concept.contains(where: { $0.fact.period < now.fact.period && follows(sought, now.fact, $0.fact) })
        {
          return true
        }
      }
    }
    return sought.isPercent && isShare(sought, of: tellings.flatMap(\.self))
  }

  /// Whether a percentage is the share of one figure in another one of the same period, or in its revenues.
  private func isShare(_ figure: SoughtFigure, of tellings: [FactHistory.Telling]) -> Bool {
    guard let hundred = Fraction(100, over: 1) else { return true }
    let wholes = tellings + (concepts.revenues.map(allKnown) ?? [])
    return tellings.contains { part in
      wholes.contains { whole in
        guard whole.fact.period == part.fact.period, whole.fact.concept != part.fact.concept,
          NearBounds.percent(NearBounds(part.fact), of: NearBounds(whole.fact))
            .mayEqualWithoutSign(figure.near),
          let part = Bounds(part.fact), let whole = Bounds(whole.fact)
        else { return false }
        return (part / whole)?.times(hundred)?.magnitude.meets(figure.bounds) ?? false
      }
    }
  }
}

extension CheckedRelease {
  /// All that readers of the release know of a concept.
  func allKnown(of concept: ConceptID) -> [FactHistory.Telling] {
    guard let company else { return [] }
    return history.denominations(company: company, concept: concept).flatMap { denomination in
      history.tellings(company: company, concept: concept, in: denomination).filter {
        $0.release <= Int32(index)
      }
    }
  }
}
