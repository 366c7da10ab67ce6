import CivilTime
import ReleaseModel
import SVGCharts

/// Which figures cannot be compared, as the company's file declares it and as splits of shares show it.
extension ChartFacts {
  /// Why a concept's figures for two periods stand on different bases, as a sentence; `nil` where none says that they do.
  func parting(_ concept: ConceptID, _ older: Period, _ newer: Period) -> String? {
    guard let company else { return nil }
    for declared in archive.companies[company].breaks where declared.concerns(concept) {
      if isOnNewBasis(concept, older, declared) != isOnNewBasis(concept, newer, declared) {
        return note(of: declared)
      }
    }
    return nil
  }

  /// What the notes of charts and tables say of a declared break.
  func note(of declared: Company.Break) -> String {
    "New basis from \(fiscal.shortWords(declared.from)): \(declared.reason.asSentence)"
  }

  /// Whether a figure stands on the basis that begins with a break: its period ends on the break's first day or later,
  /// or, where only figures of shares are concerned, a release tells it that reports on such a period. After a split
  /// of shares every figure is told on the new count.
  func isOnNewBasis(_ concept: ConceptID, _ period: Period, _ declared: Company.Break) -> Bool {
    let start = declared.from.start ?? declared.from.end
    if period.end >= start { return true }
    guard isOfShares(declared), let told = told(concept, period) else { return false }
    let release = archive.releases[Int(told.current.release)]
    return (release.period?.end ?? release.released.day) >= start
  }

  /// Whether a break concerns nothing but figures per share and counts of shares.
  func isOfShares(_ declared: Company.Break) -> Bool {
    !declared.concepts.isEmpty
      && declared.concepts.allSatisfy { catalog.kind(of: $0) == .perShare || catalog.kind(of: $0) == .shares }
  }

  /// Where a declared break parts neighbours of a row of periods in order of time, before the later of the two.
  func places(of declared: Company.Break, _ concept: ConceptID, in periods: [Period]) -> [Int] {
    let start = declared.from.start ?? declared.from.end
    let isOfShares = isOfShares(declared)
    var places: [Int] = []
    var wasNew: Bool?
    for (place, period) in periods.enumerated() {
      // What nobody tells is on neither count.
      if isOfShares, period.end < start, told(concept, period) == nil { continue }
      let isNew = isOnNewBasis(concept, period, declared)
      if let wasNew, wasNew != isNew { places.append(place) }
      wasNew = isNew
    }
    return places
  }

  /// What stands over the rule before the first of some figures on another basis.
  func word(for declared: Company.Break, before period: Period, _ concept: ConceptID) -> String {
    guard isOnNewBasis(concept, period, declared) else { return "not restated" }
    return period.end >= declared.from.start ?? declared.from.end ? "new basis" : "restated"
  }

  /// The breaks of a chart that compares neighbours of one group, each before the later of two figures.
  func breaks(
    _ series: [(concept: ConceptID, name: String)], comparing periods: [Period],
    as categories: [ChartCategory]
  ) -> [ChartBreak] {
    guard let company, !archive.companies[company].breaks.isEmpty else { return [] }
    var breaks: [ChartBreak] = []
    for place in periods.indices.dropFirst() where categories[place].group == categories[place - 1].group {
      for (concept, name) in series {
        guard let note = parting(concept, periods[place - 1], periods[place]) else { continue }
        let category = categories[place].fullLabel
        if let known = breaks.firstIndex(where: { $0.category == category && $0.note == note }) {
          breaks[known].series.append(name)
        } else {
          breaks.append(ChartBreak(category: category, series: [name], note: note))
        }
      }
    }
    return breaks
  }
}

extension Company.Break {
  /// Whether it parts the figures of a concept.
  func concerns(_ concept: ConceptID) -> Bool { concepts.isEmpty || concepts.contains(concept) }
}
