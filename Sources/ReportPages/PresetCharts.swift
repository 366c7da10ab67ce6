import ExactNumbers
import Markup
import ReleaseModel
import SVGCharts

/// Why a preset cannot be drawn: `a bridge needs two concepts or more`.
struct ChartFault: Error, Hashable, Sendable {
  var message: String
  var hints: [String] = []
  /// Which of the concepts is at fault; `nil` for the chart as a whole.
  var concept: Int?
  /// Which of the listed periods is.
  var period: Int?

  init(_ message: String, hints: [String] = [], concept: Int? = nil, period: Int? = nil) {
    self.message = message
    self.hints = hints
    self.concept = concept
    self.period = period
  }
}

/// Makes the chart that a preset asks for.
func presetChart(_ request: ChartRequest, _ page: ChartFacts) throws(ChartFault) -> PageChart {
  let facts = page.of(request.company)
  guard let preset = request.preset else { throw ChartFault("the chart has no preset") }
  for (place, id) in request.concepts.enumerated() where !facts.isTold(id) {
    let reach = facts.release == nil ? "no release" : "no release up to this one"
    throw ChartFault("'\(facts.catalog[id].name)' in 'charts' is told by \(reach)", concept: place)
  }
  if preset != .sparkline, preset != .margin {
    let kinds = request.concepts.map { facts.catalog[$0].kind }
    if let other = kinds.firstIndex(where: { $0 != kinds[0] }) {
      throw ChartFault(
        "'\(facts.catalog[request.concepts[0]].name)' and '\(facts.catalog[request.concepts[other]].name)' count different things and have no axis in common",
        hints: ["draw them as two charts"])
    }
  }
  try facts.checkCurrencies(request)
  try facts.checkPeriods(request, preset)
  var (chart, finding) =
    switch preset {
    case .comparison: try comparison(request, facts)
    case .trend: try trend(request, facts)
    case .bridge: try bridge(request, facts)
    case .margin: try margin(request, facts)
    case .composition: try composition(request, facts)
    case .sparkline: try sparkline(request, facts)
    }
  guard chart.hasFigures else {
    throw ChartFault(
      "the \(preset.rawValue) has no figure to show", hints: ["name other periods or concepts"])
  }
  if let remark = facts.currencyRemark(request) { chart.remarks.append(remark) }
  if let title = request.title { finding = title }
  return PageChart(
    chart: chart, finding: finding, note: request.note, isWide: preset == .trend, name: request.name)
}

/// Concepts over the same periods, in the order they are asked for.
private func series(
  _ request: ChartRequest, _ facts: ChartFacts, over periods: [Period], derives: Bool = false
) -> (series: [ChartSeries], told: [ChartFacts.Told]) {
  var series: [ChartSeries] = []
  series.reserveCapacity(request.concepts.count)
  var all: [ChartFacts.Told] = []
  all.reserveCapacity(request.concepts.count * periods.count)
  let catalog = facts.catalog
  let isMinor = facts.areInMinorUnit(request.concepts)
  for id in request.concepts {
    var values: [ChartSeries.Value?] = []
    var nils: Set<Int> = []
    values.reserveCapacity(periods.count)
    for (place, period) in periods.enumerated() {
      let told = derives ? facts.toldOrDerived(id, period) : facts.told(id, period)
      if let told {
        all.append(told)
      } else if facts.isDash(id, period) {
        nils.insert(place)
      }
      values.append(
        told.map {
          ChartSeries.Value(
            facts.shown($0.value, id, isMinor: isMinor), isApproximate: $0.isRounded, isRevised: $0.isRevised,
            isDerived: $0.derived != nil)
        })
    }
    series.append(
      ChartSeries(
        name: seriesName(catalog[id], values.lazy.map { $0?.amount }),
        style: style(catalog[id], taken: series.map(\.style)), values: values, nils: nils))
  }
  return (series, all)
}

/// What a chart over some periods is called.
private func title(_ subject: String, _ periods: [Period], _ fiscal: FiscalCalendar) -> String {
  composed {
    $0.raw(subject)
    $0.markup(", ")
    $0.raw(spanWords(periods, fiscal))
  }
}

private func comparison(
  _ request: ChartRequest, _ facts: ChartFacts
) throws(ChartFault) -> (Chart, String) {
  let periods = comparedPeriods(request, facts)
  guard periods.count > 1 else {
    throw ChartFault(
      "there is no year before to compare with", hints: ["name two periods or more under 'periods'"])
  }
  let (series, told) = series(request, facts, over: periods)
  let subject = facts.catalog.subject(series.map(\.name))
  let isYearly = periods.count % 2 == 0 && facts.fiscal.yearEarlier(periods[1]) == periods[0]
  let text = ChartText(
    title: title(subject, periods, facts.fiscal),
    measure: facts.measure(of: request.concepts[0], isMinor: facts.areInMinorUnit(request.concepts)),
    source: facts.source(told))
  let categories = periods.map { comparedCategory($0, facts.fiscal) }
  let named = zip(request.concepts, series).map { (concept: $0, name: $1.name) }
  var chart = comparisonChart(
    text, categories: categories, series: series,
    breaks: facts.breaks(named, comparing: periods, as: categories))
  chart.remarks = remarks(request, series, facts, over: periods)
  return (chart, isYearly ? "\(subject) against the year before" : text.title)
}

private func trend(_ request: ChartRequest, _ facts: ChartFacts) throws(ChartFault) -> (Chart, String) {
  let periods = facts.courseOfTime(request, derives: true)
  let (series, told) = series(request, facts, over: periods, derives: true)
  let subject = facts.catalog.subject(series.map(\.name))
  let text = ChartText(
    title: title(subject, periods, facts.fiscal),
    measure: facts.measure(of: request.concepts[0], isMinor: facts.areInMinorUnit(request.concepts)),
    source: facts.source(told))
  let named = zip(request.concepts, series).map { (concept: $0, name: $1.name) }
  var chart = trendChart(
    text, categories: periods.map { trendCategory($0, facts.fiscal) }, series: series,
    breaks: facts.breaks(named, over: periods))
  chart.remarks = remarks(request, series, facts, over: periods)
  let isQuarterly = periods.allSatisfy { facts.fiscal.name(of: $0)?.part.isQuarter ?? false }
  return (chart, isQuarterly ? "\(subject) by quarter" : text.title)
}

/// Concepts as parts of the first one, in percent.
private func margin(_ request: ChartRequest, _ facts: ChartFacts) throws(ChartFault) -> (Chart, String) {
  guard let whole = request.concepts.first, request.concepts.count > 1 else {
    throw ChartFault(
      "a margin needs two concepts or more", hints: ["the first is the whole, the others are its parts"])
  }
  let periods = facts.courseOfTime(request, derives: true)
  // Beside shares that need more digits, all have two, as many as are printed.
  let hasTiny = request.concepts.dropFirst().contains { part in
    periods.contains { period in
      guard let base = facts.toldOrDerived(whole, period), let share = facts.toldOrDerived(part, period)
      else { return false }
      return isTiny(share, of: base)
    }
  }
  let usual = hasTiny ? 2 : 1
  var told: [ChartFacts.Told] = []
  var series: [ChartSeries] = []
  for part in request.concepts.dropFirst() {
    let values = periods.map { period -> ChartSeries.Value? in
      guard let base = facts.toldOrDerived(whole, period), !base.value.isZero, !base.value.isNegative,
        let share = facts.toldOrDerived(part, period),
        let percent = share.value.timesPowerOfTen(2)?
          .divided(by: base.value, scale: digits(ofShare: share, of: base, usual: usual))
      else { return nil }
      told += [base, share]
      return ChartSeries.Value(
        percent, isApproximate: base.isRounded || share.isRounded,
        isRevised: base.isRevised || share.isRevised, isDerived: base.derived != nil || share.derived != nil)
    }
    series.append(
      ChartSeries(
        name: seriesName(facts.catalog[part], values.lazy.map { $0?.amount }), style: .primary, values: values
      ))
  }
  let base = facts.catalog.inSentence(facts.catalog[whole].label)
  let subject = facts.catalog.subject(series.map(\.name)) + ", percent of \(base)"
  let text = ChartText(
    title: subject, measure: ChartMeasure(words: "percent of \(base)"), source: facts.source(told))
  let named = zip(request.concepts.dropFirst(), series).map { (concept: $0, name: $1.name) }
  var breaks = facts.breaks(named, over: periods)
  // What parts the whole parts every share of it.
  for var found in facts.breaks([(whole, base)], over: periods)
  where !breaks.contains(where: { $0.category == found.category && $0.series.isEmpty }) {
    found.series = []
    breaks.append(found)
  }
  var chart = marginChart(
    text, categories: periods.map { trendCategory($0, facts.fiscal) }, series: series, breaks: breaks)
  chart.remarks = remarks(request, series, facts, over: periods)
  return (chart, subject)
}

/// How many digits after the point a percentage has: one or what is asked for, but none where the rounding of its
/// figures leaves it open, and as many as keep two significant ones of what would be rounded to zero.
private func digits(ofShare share: ChartFacts.Told, of base: ChartFacts.Told, usual: Int) -> Int {
  let (part, whole) = (share.value.approximate.magnitude, base.value.approximate.magnitude)
  guard share.isRounded || base.isRounded else {
    if !isTiny(share, of: base) { return usual }
    return (2...9).first { part / whole * 100 * Double(powerOfTen($0)) >= 10 } ?? 9
  }
  let give = 100 * (rounding(of: [share]) + part / whole * rounding(of: [base])) / whole
  return give < 0.1 ? 1 : 0
}

/// Whether one digit after the point would say that an exact share is nothing.
private func isTiny(_ share: ChartFacts.Told, of base: ChartFacts.Told) -> Bool {
  let (part, whole) = (share.value.approximate.magnitude, base.value.approximate.magnitude)
  return !share.isRounded && !base.isRounded && part > 0 && part < whole * 0.0005
}

private func sparkline(_ request: ChartRequest, _ facts: ChartFacts) throws(ChartFault) -> (Chart, String) {
  let periods = facts.courseOfTime(request, most: 8)
  guard let first = periods.first, let last = periods.last else {
    throw ChartFault("the concepts of the sparkline are told for no quarter")
  }
  let (series, told) = series(request, facts, over: periods)
  let named = zip(request.concepts, series).map { (concept: $0, name: $1.name) }
  let breaks = facts.breaks(named, over: periods)
  let rows = zip(request.concepts, series).map { id, series in
    let newest = periods.last { facts.told(id, $0) != nil }
    let figure = newest.flatMap { facts.told(id, $0) }.map { told in
      AmountParts(
        told.value, decimals: Int(told.current.fact.decimals), kind: facts.catalog[id].kind,
        in: facts.archive.unit(of: told.current)
      ).accounting
    }
    let isLast = newest == last
    let when = isLast ? "" : newest.map { ", " + facts.fiscal.shortWords($0) } ?? ""
    return SparkRow(
      label: series.name + when, values: series.values, figure: figure ?? "",
      breaks: facts.places(of: breaks, in: periods, for: series.name) { series.values[$0] != nil },
      nils: series.nils)
  }
  let span = "\(facts.fiscal.shortWords(first)) to \(facts.fiscal.shortWords(last))"
  let text = ChartText(
    title: facts.catalog.subject(series.map(\.name)) + ", " + span, measure: ChartMeasure(words: ""),
    source: facts.source(told))
  var chart = sparklineChart(text, periods: periods.map(facts.fiscal.shortWords), rows: rows)
  for found in breaks where !chart.remarks.contains(found.note) {
    chart.remarks.append(found.note)
  }
  return (chart, series.count == 1 ? series[0].name : "Figures by quarter")
}

/// Why revised figures were changed, as the releases that changed them say.
private func remarks(
  _ request: ChartRequest, _ series: [ChartSeries], _ facts: ChartFacts, over periods: [Period]
) -> [String] {
  guard series.contains(where: { $0.values.contains { $0?.isRevised == true } }) else { return [] }
  return reasonsOfRevisions(request, facts, over: periods)
}

/// Why figures of a chart were changed since they were told first, a sentence for each reason.
func reasonsOfRevisions(_ request: ChartRequest, _ facts: ChartFacts, over periods: [Period]) -> [String] {
  var reasons: [(reason: String, periods: [String])] = []
  for release in facts.restatingReleases {
    for restated in release.restatements
    where request.concepts.contains(restated.concept) && periods.contains(restated.period) {
      guard facts.told(restated.concept, restated.period)?.isRevised == true else { continue }
      let period = facts.fiscal.shortWords(restated.period)
      if let place = reasons.firstIndex(where: { $0.reason == restated.reason }) {
        if !reasons[place].periods.contains(period) { reasons[place].periods.append(period) }
      } else {
        reasons.append((restated.reason, [period]))
      }
    }
  }
  return reasons.map { "\($0.periods.joined(separator: ", ")) revised: \($0.reason.asSentence)" }
}

/// What a release reports on; elsewhere the newest quarter or year for which all concepts are told.
func reportedPeriod(_ request: ChartRequest, _ facts: ChartFacts) -> Period? {
  if let release = facts.release { return facts.archive.releases[release].period }
  for step in FiscalCalendar.Step.allCases {
    let known = facts.knownSteps(step, of: request.concepts)
    let whole = known.filter { period in request.concepts.allSatisfy { facts.told($0, period) != nil } }
    if let newest = whole.max() { return newest }
  }
  return nil
}
