import CivilTime
import Diagnostics
import ExactNumbers
import ReleaseModel
import SVGCharts
import SourceSyntax

/// Answers what written charts ask for: facts of the archive and attachments that are CSV.
struct ChartData {
  var facts: ChartFacts
  /// The address of the page.
  var page: String
  /// Finds CSV files for a chart that stands on no page; `nil` for the site's attachments.
  var files: ChartDataResolver?

  func answer(_ request: ChartDataRequest) -> Result<ChartRows, ChartDataProblem> {
    do throws(ChartDataProblem) {
      switch request {
      case .file(let path):
        if let files { return files(request) }
        return .success(try file(path))
      case .facts(let concepts, let periods): return .success(try rows(concepts, periods))
      }
    } catch {
      return .failure(error)
    }
  }

  /// The columns of facts.
  private static let columns = [
    "period", "date", "company", "concept", "label", "value", "unit", "first", "revised",
  ]

  private struct Wanted {
    var facts: ChartFacts
    var concept: ConceptID
  }

  /// A row for each period and concept, in order of time; `value` is missing where nothing is told.
  private func rows(
    _ names: [String], _ wanted: ChartDataRequest.FactPeriods
  ) throws(ChartDataProblem) -> ChartRows {
    var concepts: [Wanted] = []
    for (index, name) in names.enumerated() { concepts.append(try concept(name, at: index)) }
    var periods: [[Period]] = []
    try checkCurrencies(concepts)
    for concept in concepts { periods.append(try self.periods(concept, wanted, among: concepts)) }
    try checkCurrencies(concepts, periods, wanted)
    try checkTold(concepts, wanted)
    var cells: [(period: Period, series: Int)] = []
    for index in concepts.indices { cells += periods[index].map { ($0, index) } }
    // In order of time, however they are listed.
    cells.sort { ($0.period, $0.series) < ($1.period, $1.series) }
    var rows: [[String?]] = []
    var revised: Set<Int> = []
    var rounded: Set<Int> = []
    var told: [ChartFacts.Told] = []
    // Figures that share an axis are in one unit.
    let isMinor = concepts.allSatisfy { $0.facts.areInMinorUnit([$0.concept]) }
    for (period, series) in cells {
      let (facts, id) = (concepts[series].facts, concepts[series].concept)
      let figure = facts.told(id, period)
      if let figure { told.append(figure) }
      if figure?.isRevised == true { revised.insert(rows.count) }
      if figure?.isRounded == true { rounded.insert(rows.count) }
      func text(_ amount: Amount) -> String { facts.shown(amount, id, isMinor: isMinor).description }
      rows.append([
        facts.fiscal.shortWords(period), period.end.description,
        facts.company.map { facts.archive.companies[$0].shortName }, facts.catalog[id].name,
        facts.catalog[id].label, figure.map { text($0.value) }, facts.measure(of: id, isMinor: isMinor).words,
        figure.map { text($0.first.fact.value) }, figure.map { $0.isRevised ? "true" : "false" },
      ])
    }
    let measures = Set(concepts.map { $0.facts.measure(of: $0.concept, isMinor: isMinor) })
    return ChartRows(
      columns: Self.columns, rows: rows,
      facts: FactRows(
        unit: measures.count == 1 ? measures.first : nil, revised: revised, rounded: rounded,
        source: facts.source(told), breaks: breaks(concepts, periods)))
  }

  /// Refuses concepts that are told in several currencies: no axis has room for both.
  private func checkCurrencies(_ concepts: [Wanted]) throws(ChartDataProblem) {
    let codes = concepts.map { $0.facts.currency(of: $0.concept) }
    guard let own = codes.lazy.compactMap({ $0 }).first else { return }
    for (place, code) in codes.enumerated() {
      guard let code, code != own else { continue }
      throw ChartDataProblem(
        "the facts are in \(own) and in \(code), and two currencies have no axis in common",
        hints: ["draw them as two charts"], at: .concept(place))
    }
  }

  /// Refuses periods for which the facts are told in another currency.
  private func checkCurrencies(
    _ concepts: [Wanted], _ periods: [[Period]], _ request: ChartDataRequest.FactPeriods
  ) throws(ChartDataProblem) {
    for (wanted, periods) in zip(concepts, periods) where wanted.facts.isMixed {
      guard let own = wanted.facts.currency(of: wanted.concept) else { continue }
      var other = periods.lazy.compactMap { wanted.facts.otherCurrency(wanted.concept, $0) }.first
      if other == nil, let last = last(request) {
        other = wanted.facts.leftOut(last: last.count, last.step, of: [wanted.concept]).first
      }
      guard let other else { continue }
      throw ChartDataProblem(
        "'\(wanted.facts.catalog[wanted.concept].name)' is told in \(own) and before in \(other), and two currencies have no axis in common",
        hints: ["ask for periods that are told in \(own)"], at: .periods)
    }
  }

  /// Refuses a listed period for which no release tells any of the facts: its place would stay empty.
  private func checkTold(
    _ concepts: [Wanted], _ request: ChartDataRequest.FactPeriods
  ) throws(ChartDataProblem) {
    guard let facts = concepts.first?.facts else { return }
    let (texts, isList): ([String], Bool) =
      switch request {
      case .listed(let texts): (texts, true)
      case .words(let text): ([text], false)
      case .all: ([], false)
      }
    for (index, text) in texts.enumerated() {
      guard let period = facts.fiscal.period(text) else { continue }
      let isTold = concepts.contains { wanted in
        wanted.facts.fiscal.period(text).map { wanted.facts.told(wanted.concept, $0) != nil } ?? false
      }
      if isTold { continue }
      throw ChartDataProblem(
        facts.untold(period, of: concepts.map(\.concept)), at: isList ? .period(index) : .periods)
    }
  }

  /// How many quarters or years a request looks back; `nil` where it names a period.
  private func last(
    _ request: ChartDataRequest.FactPeriods
  ) -> (count: Int, step: FiscalCalendar.Step)? {
    switch request {
    case .all: return (longestTrend, .quarters)
    case .listed: return nil
    case .words(let text):
      let words = text.split(separator: " ")
      guard words.count == 3, let count = Int(words[1]) else { return nil }
      return (count, words[2].hasPrefix("year") ? .years : .quarters)
    }
  }

  private func breaks(_ concepts: [Wanted], _ periods: [[Period]]) -> [ChartBreak] {
    guard let first = concepts.first, concepts.allSatisfy({ $0.facts.company == first.facts.company }) else {
      return []
    }
    // Series of a written chart are called by whatever field colors them.
    let series = concepts.map { (concept: $0.concept, name: $0.facts.catalog[$0.concept].label) }
    let found = first.facts.breaks(series, over: (periods.max { $0.count < $1.count } ?? []).sorted())
    return found.map { found in
      var found = found
      if concepts.count == 1 { found.series = [] }
      return found
    }
  }

  /// `[company/]Concept`.
  private func concept(_ text: String, at index: Int) throws(ChartDataProblem) -> Wanted {
    var name = text
    var facts = facts
    if let slash = text.firstIndex(of: "/") {
      let id = String(text[..<slash])
      name = String(text[text.index(after: slash)...])
      guard facts.context.company(id) != nil else {
        throw ChartDataProblem(
          "there is no company '\(id)'",
          hints: didYouMean(id, among: facts.archive.companies.map(\.id)), at: .concept(index))
      }
      facts = facts.of(id)
    }
    guard let id = facts.catalog.id(name) else {
      throw ChartDataProblem(
        "there is no concept '\(name)'", hints: didYouMean(name, among: facts.catalog.concepts.map(\.name)),
        at: .concept(index))
    }
    guard facts.isTold(id) else {
      throw ChartDataProblem(
        facts.release == nil
          ? "'\(text)' is told by no release" : "'\(text)' is told by no release up to this one",
        at: .concept(index))
    }
    return Wanted(facts: facts, concept: id)
  }

  private func periods(
    _ wanted: Wanted, _ request: ChartDataRequest.FactPeriods, among all: [Wanted]
  ) throws(ChartDataProblem) -> [Period] {
    // Concepts of one company are shown over the same periods.
    let together = all.filter { $0.facts.company == wanted.facts.company }.map(\.concept)
    switch request {
    case .all:
      for step in FiscalCalendar.Step.allCases {
        let known = wanted.facts.knownSteps(step, of: together)
        guard !known.isEmpty else { continue }
        return Array(quarters(spanning: known, wanted.facts.fiscal).prefix(longestTrend).reversed())
      }
      return Array(Set(together.flatMap { wanted.facts.periods(of: $0) }).sorted().suffix(longestTrend))
    case .words(let text):
      if let period = wanted.facts.fiscal.period(text) { return [period] }
      let words = text.split(separator: " ")
      guard words.count == 3, words[0] == "last", let count = Int(words[1]),
        (1...longestTrend).contains(count),
        let step = FiscalCalendar.Step(rawValue: words[2].hasSuffix("s") ? String(words[2]) : words[2] + "s")
      else {
        throw ChartDataProblem(
          "'\(text)' is no period and not of the form 'last 8 quarters'",
          hints: ["write 'last', a number from 1 to \(longestTrend), and 'quarters' or 'years'"], at: .periods
        )
      }
      let periods = wanted.facts.last(count, step, of: together)
      if periods.isEmpty {
        throw ChartDataProblem("none of the facts is told for \(step.rawValue)", at: .periods)
      }
      return periods
    case .listed(let texts):
      var periods: [Period] = []
      for (index, text) in texts.enumerated() {
        guard let period = wanted.facts.fiscal.period(text) else {
          throw ChartDataProblem(
            "'\(text)' is no period", hints: ["periods are 2003-Q3, 2003-H1, 2003-9M, 2003-FY or a day"],
            at: .period(index))
        }
        if !periods.contains(period) { periods.append(period) }
      }
      return periods
    }
  }

  /// A CSV file that the site publishes: an attachment, by its address as links write it.
  private func file(_ path: String) throws(ChartDataProblem) -> ChartRows {
    guard path.lowercased().hasSuffix(".csv") else { throw ChartDataProblem("'\(path)' is not a CSV file") }
    guard let address = resolvedPath(path, on: page), let file = attachment(at: address) else {
      throw ChartDataProblem(
        "the site publishes no file '\(path)'", hints: ["list it under 'attachments' of the release"])
    }
    guard let bytes = facts.context.chartReading.file(file) else {
      throw ChartDataProblem("'\(file)' cannot be read")
    }
    var problems: [Diagnostic] = []
    guard let source = decodeSource(path: file, bytes: bytes, diagnostics: &problems),
      let table = parseCSV(source, diagnostics: &problems), !problems.hasErrors
    else { throw ChartDataProblem("'\(path)' is not a CSV table", hints: problems.prefix(1).map(\.message)) }
    return ChartRows(
      columns: table.header.map(\.text),
      rows: table.rows.map { $0.map { $0.text.isEmpty ? nil : $0.text } })
  }

  private func attachment(at address: String) -> String? {
    let archive = facts.archive
    for release in archive.releases where !release.attachments.isEmpty {
      let folder = releaseAddress(release, site: archive.site)
      guard address.hasPrefix(folder) else { continue }
      let name = String(address.dropFirst(folder.count))
      if release.attachments.contains(where: { $0.file == name }) {
        return "content/releases/\(release.folder)/\(name)"
      }
    }
    return nil
  }
}
