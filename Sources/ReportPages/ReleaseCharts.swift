import CivilTime
import ExactNumbers
import Markup
import ReleaseModel
import SVGCharts

/// The charts of a release: those its file asks for, or for results the usual comparison.
func chartRequests(_ view: ReleaseView, _ context: PageContext) -> [ChartRequest] {
  guard view.release.charts.isEmpty, view.release.kind == .earnings else { return view.release.charts }
  let concepts = ["Revenues", "NetIncomeLoss"].compactMap { context.archive.catalog.id($0) }
  let request = ChartRequest(preset: .comparison, concepts: concepts)
  let periods = comparedPeriods(request, view)
  let isComplete = concepts.count == 2 && periods.count >= 2
  return isComplete
    && concepts.allSatisfy { id in periods.prefix(2).allSatisfy { view.figures[id, $0] != nil } }
    ? [request] : []
}

/// A chart with the words round it.
struct ReleaseChart {
  var chart: Chart
  /// What it shows, above the drawing.
  var finding: String
  var note: String?
  var isWide: Bool
}

/// Makes a chart of a release.
func releaseChart(_ request: ChartRequest, _ view: ReleaseView, _ context: PageContext) -> ReleaseChart {
  switch request.preset {
  case .comparison, .trend: return seriesChart(request, view, context)
  case .bridge: return titled(bridgeChart(request, view, context), request)
  case .composition: return titled(compositionChart(request, view, context), request)
  case .margin:
    return titled(marginChart(request, trendPeriods(request, view, context), view, context), request)
  }
}

private func titled(_ chart: Chart, _ request: ChartRequest) -> ReleaseChart {
  ReleaseChart(chart: chart, finding: request.title ?? chart.title, note: request.note, isWide: false)
}

private func seriesChart(
  _ request: ChartRequest, _ view: ReleaseView, _ context: PageContext
) -> ReleaseChart {
  let isTrend = request.preset == .trend
  let periods = isTrend ? trendPeriods(request, view, context) : comparedPeriods(request, view)
  let categories = periods.map {
    isTrend ? trendCategory($0, view.fiscal) : comparedCategory($0, view.fiscal)
  }
  var series: [ChartSeries] = []
  for id in request.concepts {
    let facts = periods.map { chartFigure(id, $0, view, context) }
    series.append(
      ChartSeries(
        name: seriesName(context.archive.catalog[id], facts),
        style: style(context.archive.catalog[id], taken: series.map(\.style)),
        values: facts.map { $0.map { ChartSeries.Value($0.value, isApproximate: $0.decimals <= -5) } }))
  }
  let names = series.enumerated().map { $0 == 0 ? $1.name : $1.name.inSentence }
  let subject = names.joined(separator: names.count == 2 ? " and " : ", ")
  let currency = view.release.statements.first?.currency ?? "USD"
  let text = ChartText(
    title: subject + ", " + spanWords(periods, view.fiscal), currency: currencyWords(currency))
  return ReleaseChart(
    chart: isTrend
      ? trendChart(text, categories: categories, series: series)
      : comparisonChart(text, categories: categories, series: series),
    finding: request.title ?? (isTrend ? "\(subject) by quarter" : "\(subject) against the year before"),
    note: request.note, isWide: isTrend)
}

/// The period of the release after the year before, then the same for the year so far where that is more.
private func comparedPeriods(_ request: ChartRequest, _ view: ReleaseView) -> [Period] {
  guard request.periods.isEmpty else { return request.periods }
  guard let period = view.release.period else { return [] }
  var periods = [period]
  if let (year, part) = view.fiscal.name(of: period), part.isQuarter, part != .q1 {
    let soFar: FiscalCalendar.Part = part == .q2 ? .h1 : part == .q3 ? .nineMonths : .year
    if let longer = view.fiscal.period(year, soFar) { periods.append(longer) }
  }
  return periods.flatMap { period -> [Period] in
    guard let before = view.fiscal.yearEarlier(period),
      request.concepts.contains(where: { view.figures[$0, period] != nil && view.figures[$0, before] != nil })
    else { return [] }
    return [before, period]
  }
}

/// The quarters from the first that is known to the release's own; no more than the last 24.
private func trendPeriods(_ request: ChartRequest, _ view: ReleaseView, _ context: PageContext) -> [Period] {
  guard request.periods.isEmpty else { return request.periods }
  guard let company = view.companyNumber else { return [] }
  let last = view.release.period?.end ?? view.release.released.day
  let known = request.concepts.flatMap { concept in
    context.history.tellings(company: company, concept: concept).lazy
      .filter { Int($0.release) <= view.number }.map(\.fact.period)
  }.filter { view.fiscal.name(of: $0)?.part.isQuarter ?? false && $0.end <= last }
  return quarters(spanning: Set(known), view.fiscal).prefix(24).reversed()
}

/// What the archive knows of a concept for a period by the release; a stock at the period's end.
func chartFigure(
  _ concept: ConceptID, _ period: Period, _ view: ReleaseView, _ context: PageContext
) -> Fact? {
  let wanted =
    context.archive.catalog[concept].balance == .stock && !period.isInstant
    ? Period(instant: period.end) : period
  return view.knownFact(concept, wanted, context)
}

private func comparedCategory(_ period: Period, _ fiscal: FiscalCalendar) -> ChartCategory {
  guard let (year, _) = fiscal.name(of: period), let part = fiscal.partWords(period) else {
    return ChartCategory(label: fiscal.words(period), fullLabel: fiscal.words(period))
  }
  return ChartCategory(
    label: "\(year)", fullLabel: "\(part) \(year)", group: part, groupNote: "to \(monthAndDay(period.end))")
}

private func trendCategory(_ period: Period, _ fiscal: FiscalCalendar) -> ChartCategory {
  guard let (year, part) = fiscal.name(of: period) else {
    return ChartCategory(label: fiscal.words(period), fullLabel: fiscal.words(period))
  }
  return ChartCategory(
    label: part.rawValue, fullLabel: fiscal.shortWords(period), group: "\(year)")
}

/// `third quarter and nine months, 2002 and 2003`, `third quarter 2002 to third quarter 2003`.
private func spanWords(_ periods: [Period], _ fiscal: FiscalCalendar) -> String {
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

private func seriesName(_ concept: Concept, _ facts: [Fact?]) -> String {
  let signs = Set(facts.compactMap { $0?.value.isNegative })
  return signs.count == 1 ? concept.label(negative: signs.contains(true)) : concept.label
}

/// The color and pattern a measure keeps in every chart.
private func style(_ concept: Concept, taken: [ChartSeries.Style]) -> ChartSeries.Style {
  let wanted: ChartSeries.Style =
    concept.name == "Revenues" ? .primary : concept.sign == .any ? .result : .primary
  if !taken.contains(wanted) { return wanted }
  return ChartSeries.Style.allCases.first { !taken.contains($0) } ?? .other
}
