import CivilTime
import ExactNumbers
import ReleaseModel
import SVGCharts

/// The charts of a release: those its file asks for, or for results the usual comparison.
func chartRequests(_ view: ReleaseView, _ context: PageContext) -> [ChartRequest] {
  guard view.release.charts.isEmpty, view.release.kind == .earnings else { return view.release.charts }
  let concepts = ["Revenues", "NetIncomeLoss"].compactMap { context.archive.catalog.id($0) }
  let request = ChartRequest(preset: .comparison, concepts: concepts)
  let periods = comparedPeriods(request, ChartFacts(view, context))
  let isComplete = concepts.count == 2 && periods.count >= 2
  return isComplete
    && concepts.allSatisfy { id in periods.prefix(2).allSatisfy { view.figures[id, $0] != nil } }
    ? [request] : []
}

/// Makes the charts of a release and of its texts.
func releaseCharts(_ view: ReleaseView, _ texts: ReleaseTexts, _ context: PageContext) -> PageCharts {
  let release = view.release
  // Names of the files that stand beside the page already, whatever their endings.
  let taken =
    release.statements.map { $0.name } + release.attachments.map { String($0.file.prefix { $0 != "." }) }
    + ["index", "release", "figures"]
  var charts = PageCharts(taken: Set(taken))
  let data = ChartData(facts: ChartFacts(view, context), page: view.address)
  // What a company or a release that could not be read would have told is no finding of its own.
  let isComplete = view.companyNumber != nil && !context.mayLackFigures(upTo: view.number)
  let requests = chartRequests(view, context)
  charts.add(
    requests, of: view.number, texts.charts, path: releaseFile(release), data, isComplete: isComplete)
  for text in [texts.body].compactMap({ $0 }) + texts.boilerplate.map(\.text) {
    charts.add(text, company: release.company, data, isComplete: isComplete)
  }
  // What is written in the grammar can take its data from anywhere.
  if charts.all.count > charts.listed.count
    || requests.contains(where: { $0.preset == nil || $0.company != nil })
  {
    view.reach.insert(.archive)
  }
  return charts
}

/// The period of the release after the year before, then the same for the year so far where that is more;
/// elsewhere the newest quarter.
func comparedPeriods(_ request: ChartRequest, _ facts: ChartFacts) -> [Period] {
  switch request.periods {
  case .listed(let periods): return periods
  case .last(let count, let step): return facts.last(count, step, of: request.concepts)
  case .usual: break
  }
  let reported =
    facts.release.flatMap { facts.archive.releases[$0].period }
    ?? (facts.release == nil ? facts.knownSteps(.quarters, of: request.concepts).max() : nil)
  guard let period = reported else { return [] }
  var periods = [period]
  if let (year, part) = facts.fiscal.name(of: period), part.isQuarter, part != .q1 {
    let soFar: FiscalCalendar.Part = part == .q2 ? .h1 : part == .q3 ? .nineMonths : .year
    if let longer = facts.fiscal.period(year, soFar) { periods.append(longer) }
  }
  return periods.flatMap { period -> [Period] in
    guard let before = facts.fiscal.yearEarlier(period),
      request.concepts.contains(where: { facts.told($0, period) != nil && facts.told($0, before) != nil })
    else { return [] }
    return [before, period]
  }
}

func comparedCategory(_ period: Period, _ fiscal: FiscalCalendar) -> ChartCategory {
  guard let (year, _) = fiscal.name(of: period), let part = fiscal.partWords(period) else {
    return ChartCategory(label: fiscal.words(period), fullLabel: fiscal.words(period))
  }
  return ChartCategory(
    label: "\(year)", fullLabel: "\(part) \(year)", group: part, groupNote: "to \(monthAndDay(period.end))")
}

func trendCategory(_ period: Period, _ fiscal: FiscalCalendar) -> ChartCategory {
  guard let (year, part) = fiscal.name(of: period), part != .year else {
    return ChartCategory(label: fiscal.shortWords(period), fullLabel: fiscal.shortWords(period))
  }
  return ChartCategory(
    label: part.rawValue, fullLabel: fiscal.shortWords(period), group: "\(year)")
}

/// `third quarter and nine months, 2002 and 2003`, `third quarter 2002 to third quarter 2003`.
func spanWords(_ periods: [Period], _ fiscal: FiscalCalendar) -> String {
  guard let first = periods.first, let last = periods.last else { return "no periods" }
  var parts: [String] = []
  var years: [String] = []
  for period in periods {
    guard let (year, _) = fiscal.name(of: period), let part = fiscal.partWords(period)?.inSentence else {
      return "\(fiscal.words(first).inSentence) to \(fiscal.words(last).inSentence)"
    }
    if !parts.contains(part) { parts.append(part) }
    if !years.contains("\(year)") { years.append("\(year)") }
  }
  guard parts.count <= 2, years.count <= 2 else {
    return "\(fiscal.words(first).inSentence) to \(fiscal.words(last).inSentence)"
  }
  return "\(parts.joined(separator: " and ")), \(years.joined(separator: " and "))"
}

/// What a concept is called that has these values: `Net loss` where all of them are negative.
func seriesName(_ concept: Concept, _ values: [Amount?]) -> String {
  let signs = Set(values.compactMap { $0?.isNegative })
  return signs.count == 1 ? concept.label(negative: signs.contains(true)) : concept.label
}

/// The color and pattern a measure keeps in every chart.
func style(_ concept: Concept, taken: [ChartSeries.Style]) -> ChartSeries.Style {
  let wanted: ChartSeries.Style =
    concept.name == "Revenues" ? .primary : concept.sign == .any ? .result : .primary
  if !taken.contains(wanted) { return wanted }
  return ChartSeries.Style.allCases.first { !taken.contains($0) } ?? .other
}

extension [String] {
  /// `Revenues and net loss`, `Revenues, gross profit, net loss`; the first with its capital.
  var asSubject: String {
    let names = enumerated().map { $0 == 0 ? $1 : $1.inSentence }
    return names.joined(separator: names.count == 2 ? " and " : ", ")
  }
}
