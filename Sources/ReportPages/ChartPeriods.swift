import CivilTime
import ReleaseModel
import SVGCharts

/// How many quarters a chart over time shows at most; older ones stand in the tables.
let longestTrend = 40

extension ChartFacts {
  /// The quarters or years of a chart over time, oldest first: those it names, the last so many, or all that
  /// are known; also up to a last quarter that follows from the year, where `derives` asks for it.
  func courseOfTime(_ request: ChartRequest, most: Int = longestTrend, derives: Bool = false) -> [Period] {
    switch request.periods {
    case .listed(let periods): return periods.sorted()
    case .last(let count, let step): return last(count, step, of: request.concepts, derives: derives)
    case .usual:
      var known = knownSteps(.quarters, of: request.concepts)
      if derives { known.formUnion(derivedNext(to: known, of: request.concepts)) }
      return quarters(spanning: known, fiscal).prefix(most).reversed()
    }
  }

  /// The quarter after the latest known one, or before the oldest, where it follows from longer spans.
  private func derivedNext(to known: Set<Period>, of concepts: [ConceptID]) -> [Period] {
    [known.max().flatMap { quarter($0, 1) }, known.min().flatMap { quarter($0, -1) }].compactMap { $0 }
      .filter { period in
        period.end <= limit ?? period.end && concepts.contains { toldOrDerived($0, period) != nil }
      }
  }

  /// The quarter of the same year so many places on.
  private func quarter(_ period: Period, _ step: Int) -> Period? {
    let quarters: [FiscalCalendar.Part] = [.q1, .q2, .q3, .q4]
    guard let (year, part) = fiscal.name(of: period), let place = quarters.firstIndex(of: part),
      quarters.indices.contains(place + step)
    else { return nil }
    return fiscal.period(year, quarters[place + step])
  }

  /// Comparatives of a later release and outlooks do not make a chart longer than its release.
  private var limit: Day? {
    release.map { archive.releases[$0].period?.end ?? archive.releases[$0].released.day }
  }

  /// The last so many quarters or years that follow each other up to the latest known one; fewer where less
  /// is known.
  func last(_ count: Int, _ step: FiscalCalendar.Step, of concepts: [ConceptID], derives: Bool = false)
    -> [Period]
  {
    var known = knownSteps(step, of: concepts)
    if derives, step == .quarters { known.formUnion(derivedNext(to: known, of: concepts)) }
    guard let newest = known.max(), let oldest = known.min() else { return [] }
    return fiscal.steps(count, step, by: newest.end).filter { $0 >= oldest }
  }

  /// The quarters or years for which something is known; for stocks those whose end is.
  func knownSteps(_ step: FiscalCalendar.Step, of concepts: [ConceptID]) -> Set<Period> {
    let limit = limit
    var known: Set<Period> = []
    for concept in concepts {
      let isStock = catalog[concept].balance == .stock
      for period in periods(of: concept) where limit.map({ period.end <= $0 }) ?? true {
        if isStock, period.isInstant {
          let part: Period? =
            step == .quarters
            ? fiscal.quarter(endingOn: period.end)
            : fiscal.period(fiscal.year(of: period.end), .year).flatMap { $0.end == period.end ? $0 : nil }
          if let part { known.insert(part) }
        } else if let part = fiscal.name(of: period)?.part, step.matches(part) {
          known.insert(period)
        }
      }
    }
    return known
  }

  /// Refuses a listed period for which no release tells any of the concepts, nor prints a dash: its place would stay
  /// empty.
  func checkPeriods(_ request: ChartRequest, _ preset: ChartRequest.Preset) throws(ChartFault) {
    guard preset != .bridge, preset != .composition else { return }
    let derives = preset == .trend || preset == .margin
    for (place, period) in request.periods.named.enumerated() {
      let isKnown = request.concepts.contains {
        (derives ? toldOrDerived($0, period) : told($0, period)) != nil || isDash($0, period)
      }
      guard !isKnown else { continue }
      throw ChartFault(untold(period, of: request.concepts), period: place)
    }
  }

  /// `no release tells 'Revenues' for 2026-FY`.
  func untold(_ period: Period, of concepts: [ConceptID]) -> String {
    let name = concepts.count == 1 ? "'\(catalog[concepts[0]].name)'" : "any of the figures"
    let reach = release == nil ? "no release" : "no release up to this one"
    return "\(reach) tells \(name) for \(fiscal.spelling(of: period))"
  }

  /// Where the figures of some concepts begin to have another basis, as the company's file declares it and as
  /// restatements show it.
  ///
  /// A declared break stands before the first period that ends on its day or later: a year in which it falls holds
  /// figures on the new basis. One of figures of shares alone parts what is told on the new count from what is not.
  ///
  /// A restatement is a break where it reaches from its first period to the newest one that had been told by
  /// then: all from there on is on the new basis, and what was told before and not restated is not.
  func breaks(_ series: [(concept: ConceptID, name: String)], over periods: [Period]) -> [ChartBreak] {
    guard let company else { return [] }
    var breaks: [ChartBreak] = []
    for declared in archive.companies[company].breaks {
      let concerned = series.filter { declared.concerns($0.concept) }
      for (concept, name) in concerned {
        for place in places(of: declared, concept, in: periods) {
          let category = fiscal.shortWords(periods[place])
          let word = word(for: declared, before: periods[place], concept)
          let note = note(of: declared)
          if let known = breaks.firstIndex(where: {
            $0.category == category && $0.word == word && $0.note == note
          }) {
            breaks[known].series.append(name)
          } else {
            breaks.append(ChartBreak(category: category, series: [name], word: word, note: note))
          }
        }
      }
    }
    for index in breaks.indices where breaks[index].series.count == series.count { breaks[index].series = [] }
    for (concept, name) in series {
      guard let (place, reason) = restatedFrom(concept, periods) else { continue }
      let from = fiscal.shortWords(periods[place])
      if breaks.contains(where: { $0.category == from && isOf($0, name) }) { continue }
      let note = "Restated from \(from): \(reason.asSentence)"
      if let index = breaks.firstIndex(where: { $0.category == from && $0.note == note }) {
        breaks[index].series.append(name)
      } else {
        breaks.append(ChartBreak(category: from, series: [name], word: "restated", note: note))
      }
    }
    for (concept, name) in series {
      for found in recounts(concept, name, over: periods) {
        if breaks.contains(where: { $0.category == found.category && isOf($0, name) }) { continue }
        breaks.append(found)
      }
    }
    return breaks
  }

  /// Before which of some periods a row of small bars is parted: where it has bars on both sides.
  func places(
    of breaks: [ChartBreak], in periods: [Period], for name: String, isTold: (Int) -> Bool
  ) -> [Int] {
    guard !breaks.isEmpty else { return [] }
    let categories = Set(breaks.filter { isOf($0, name) }.map(\.category))
    return periods.indices.filter { place in
      categories.contains(fiscal.shortWords(periods[place])) && (0..<place).contains(where: isTold)
        && (place..<periods.count).contains(where: isTold)
    }
  }

  private func isOf(_ found: ChartBreak, _ name: String) -> Bool {
    found.series.isEmpty || found.series.contains(name)
  }

  private func restatedFrom(_ concept: ConceptID, _ periods: [Period]) -> (place: Int, reason: String)? {
    guard let company else { return nil }
    for index in context.restatingOf[company].reversed() where index <= release ?? .max {
      let restated = archive.releases[index].restatements.filter { $0.concept == concept }
      guard let first = periods.firstIndex(where: { period in restated.contains { $0.period == period } }),
        first > 0
      else { continue }
      func wasTold(_ place: Int) -> Bool {
        told(concept, periods[place]).map { Int($0.first.release) < index } ?? false
      }
      let newest = periods.indices.last(where: wasTold) ?? first
      let isWhole = (first...max(first, newest)).allSatisfy { place in
        !wasTold(place) || restated.contains { $0.period == periods[place] }
      }
      guard isWhole, (0..<first).contains(where: wasTold),
        let reason = restated.first(where: { $0.period == periods[first] })?.reason
      else { continue }
      return (first, reason)
    }
    return nil
  }
}

extension String {
  /// With a full stop at its end.
  var asSentence: String { last.map { ".!?".contains($0) } ?? true ? self : self + "." }
}
