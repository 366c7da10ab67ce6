import ExactNumbers
import Markup
import ReleaseChecks
import ReleaseModel
import SVGCharts

/// Why a preset cannot be drawn: `a bridge needs two concepts or more`.
struct ChartFault: Error, Hashable, Sendable {
  var message: String
  var hints: [String] = []
  /// Which of the concepts is at fault; `nil` for the chart as a whole.
  var concept: Int?

  init(_ message: String, hints: [String] = [], concept: Int? = nil) {
    self.message = message
    self.hints = hints
    self.concept = concept
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
  for id in request.concepts {
    var values: [ChartSeries.Value?] = []
    values.reserveCapacity(periods.count)
    for period in periods {
      let told = derives ? facts.toldOrDerived(id, period) : facts.told(id, period)
      if let told { all.append(told) }
      values.append(
        told.map {
          ChartSeries.Value(
            facts.shown($0.value, id), isApproximate: $0.isRounded, isRevised: $0.isRevised,
            isDerived: $0.derived != nil)
        })
    }
    series.append(
      ChartSeries(
        name: seriesName(catalog[id], values.lazy.map { $0?.amount }),
        style: style(catalog[id], taken: series.map(\.style)), values: values))
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
  let subject = series.map(\.name).asSubject
  let isYearly = periods.count % 2 == 0 && facts.fiscal.yearEarlier(periods[1]) == periods[0]
  let text = ChartText(
    title: title(subject, periods, facts.fiscal), measure: facts.measure(of: request.concepts[0]),
    source: facts.source(told))
  var chart = comparisonChart(
    text, categories: periods.map { comparedCategory($0, facts.fiscal) }, series: series)
  chart.remarks = remarks(request, series, facts, over: periods)
  return (chart, isYearly ? "\(subject) against the year before" : text.title)
}

private func trend(_ request: ChartRequest, _ facts: ChartFacts) throws(ChartFault) -> (Chart, String) {
  let periods = facts.courseOfTime(request, derives: true)
  let (series, told) = series(request, facts, over: periods, derives: true)
  let subject = series.map(\.name).asSubject
  let text = ChartText(
    title: title(subject, periods, facts.fiscal), measure: facts.measure(of: request.concepts[0]),
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
  var told: [ChartFacts.Told] = []
  var series: [ChartSeries] = []
  for part in request.concepts.dropFirst() {
    let values = periods.map { period -> ChartSeries.Value? in
      guard let base = facts.toldOrDerived(whole, period), !base.value.isZero, !base.value.isNegative,
        let share = facts.toldOrDerived(part, period),
        let percent = share.value.timesPowerOfTen(2)?.divided(by: base.value, scale: 1)
      else { return nil }
      told += [base, share]
      return ChartSeries.Value(
        percent, isApproximate: base.isRounded || share.isRounded,
        isRevised: base.isRevised || share.isRevised, isDerived: base.derived != nil || share.derived != nil)
    }
    series.append(ChartSeries(name: facts.catalog[part].label, style: .primary, values: values))
  }
  let base = facts.catalog[whole].label.inSentence
  let subject = series.map(\.name).asSubject + ", percent of \(base)"
  let text = ChartText(
    title: subject, measure: ChartMeasure(words: "percent of \(base)"), source: facts.source(told))
  let named = zip(request.concepts.dropFirst(), series).map { (concept: $0, name: $1.name) }
  var chart = marginChart(
    text, categories: periods.map { trendCategory($0, facts.fiscal) }, series: series,
    breaks: facts.breaks(named, over: periods))
  chart.remarks = remarks(request, series, facts, over: periods)
  return (chart, subject)
}

private func sparkline(_ request: ChartRequest, _ facts: ChartFacts) throws(ChartFault) -> (Chart, String) {
  let periods = facts.courseOfTime(request, most: 8)
  guard let first = periods.first, let last = periods.last else {
    throw ChartFault("the concepts of the sparkline are told for no quarter")
  }
  let (series, told) = series(request, facts, over: periods)
  let rows = zip(request.concepts, series).map { id, series in
    let newest = periods.last { facts.told(id, $0) != nil }
    let figure = newest.flatMap { facts.told(id, $0) }.map { told in
      AmountParts(
        told.value, decimals: Int(told.current.fact.decimals), kind: facts.catalog[id].kind,
        currency: currencyCode(id, facts)
      ).accounting
    }
    let isLast = newest == last
    let when = isLast ? "" : newest.map { ", " + facts.fiscal.shortWords($0) } ?? ""
    return SparkRow(label: series.name + when, values: series.values, figure: figure ?? "")
  }
  let span = "\(facts.fiscal.shortWords(first)) to \(facts.fiscal.shortWords(last))"
  let text = ChartText(
    title: series.map(\.name).asSubject + ", " + span, measure: ChartMeasure(words: ""),
    source: facts.source(told))
  return (
    sparklineChart(text, periods: periods.map(facts.fiscal.shortWords), rows: rows),
    series.count == 1 ? series[0].name : "Figures by quarter"
  )
}

private func currencyCode(_ concept: ConceptID, _ facts: ChartFacts) -> String {
  facts.company.map { currency(of: $0, facts.archive) } ?? "USD"
}

/// Why revised figures were changed, as the releases that changed them say.
private func remarks(
  _ request: ChartRequest, _ series: [ChartSeries], _ facts: ChartFacts, over periods: [Period]
) -> [String] {
  guard series.contains(where: { $0.values.contains { $0?.isRevised == true } }) else { return [] }
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

/// From the first concept to the last by those between, or with two periods from one result to the next.
///
/// What a step adds or takes is found from the figures: of all signs the ones whose sum reaches the last
/// total. Where no signs do, a last step says what remains.
private func bridge(_ request: ChartRequest, _ facts: ChartFacts) throws(ChartFault) -> (Chart, String) {
  guard request.concepts.count > 1 else {
    throw ChartFault(
      "a bridge needs two concepts or more", hints: ["from the first to the last by those between"])
  }
  let named =
    switch request.periods {
    case .listed(let periods): periods
    case .last(let count, let step): facts.last(count, step, of: request.concepts)
    case .usual: [reportedPeriod(request, facts)].compactMap { $0 }
    }
  guard let first = named.first, named.count <= 2 else {
    throw ChartFault(
      "a bridge is of one period, or from one to another", hints: ["name them under 'periods'"])
  }
  return named.count == 2
    ? try bridgeBetween(named[0], named[1], request, facts) : try bridge(in: first, request, facts)
}

private func bridge(
  in period: Period, _ request: ChartRequest, _ facts: ChartFacts
) throws(ChartFault) -> (Chart, String) {
  let catalog = facts.catalog
  func name(_ id: ConceptID, _ value: Amount) -> String { catalog[id].label(negative: value.isNegative) }
  var told: [(id: ConceptID, told: ChartFacts.Told)] = []
  for id in request.concepts {
    guard let figure = facts.told(id, period) else {
      throw ChartFault("'\(catalog[id].name)' is not told for \(facts.fiscal.spelling(of: period))")
    }
    told.append((id, figure))
  }
  let (start, end) = (told[0], told[told.count - 1])
  let between = told.dropFirst().dropLast()
  let wanted = end.told.value - start.told.value
  let amounts = between.map(\.told.value)
  let known = between.map { weight(of: $0.id, in: end.id, catalog).map { $0 < 0 } }
  let isTaken = try taken(
    between.map(\.id), known, from: [amounts], reaching: [wanted], give: rounding(of: told.map(\.told)),
    catalog)
  let changes = signed(amounts, isTaken)
  var steps = [BridgeStep(label: name(start.id, start.told.value), amount: start.told.value, isTotal: true)]
  for (part, amount) in zip(between, changes) {
    steps.append(BridgeStep(label: name(part.id, part.told.value), amount: amount, isTotal: false))
  }
  steps += rest(of: wanted, after: changes)
  steps.append(BridgeStep(label: name(end.id, end.told.value), amount: end.told.value, isTotal: true))
  let title = "From \(steps[0].label.inSentence) to \(steps[steps.count - 1].label.inSentence)"
  let text = ChartText(
    title: "\(title), \(facts.fiscal.words(period).inSentence)", measure: facts.measure(of: start.id),
    source: facts.source(told.map(\.told)))
  return (bridgeChart(text, steps: steps), text.title)
}

/// From the last concept's figure for one period to its figure for another, by what the others changed.
private func bridgeBetween(
  _ before: Period, _ after: Period, _ request: ChartRequest, _ facts: ChartFacts
) throws(ChartFault) -> (Chart, String) {
  let catalog = facts.catalog
  var told: [(before: ChartFacts.Told, after: ChartFacts.Told)] = []
  for id in request.concepts {
    guard let old = facts.told(id, before), let new = facts.told(id, after) else {
      throw ChartFault(
        "'\(catalog[id].name)' is not told for both \(facts.fiscal.spelling(of: before)) and \(facts.fiscal.spelling(of: after))"
      )
    }
    told.append((old, new))
  }
  guard let result = request.concepts.last, let total = told.popLast() else {
    throw ChartFault("a bridge needs two concepts or more")
  }
  // The signs by which the parts make the result in both periods, else in one of them; else all add.
  let (old, new) = (told.map(\.before.value), told.map(\.after.value))
  let known = request.concepts.dropLast().map { weight(of: $0, in: result, catalog).map { $0 < 0 } }
  let isTaken = try taken(
    Array(request.concepts.dropLast()), known, from: [old, new],
    reaching: [total.before.value, total.after.value],
    give: rounding(of: told.flatMap { [$0.before, $0.after] } + [total.before, total.after]), catalog)
  let changes = signed(zip(old, new).map { $1 - $0 ?? .zero }, isTaken)
  let name = catalog[result].label(negative: total.after.value.isNegative)
  let (from, to) = (facts.fiscal.shortWords(before), facts.fiscal.shortWords(after))
  var steps = [
    BridgeStep(
      label: "\(catalog[result].label(negative: total.before.value.isNegative)), \(from)",
      amount: total.before.value, isTotal: true)
  ]
  for (id, change) in zip(request.concepts, changes) {
    steps.append(BridgeStep(label: catalog[id].label, amount: change, isTotal: false))
  }
  steps += rest(of: total.after.value - total.before.value, after: changes)
  steps.append(BridgeStep(label: "\(name), \(to)", amount: total.after.value, isTotal: true))
  let text = ChartText(
    title: "\(name) from \(from) to \(to)", measure: facts.measure(of: result),
    source: facts.source(told.flatMap { [$0.before, $0.after] } + [total.before, total.after]))
  return (bridgeChart(text, steps: steps), text.title)
}

private func rest(of wanted: Amount?, after steps: [Amount]) -> [BridgeStep] {
  let reached = steps.reduce(Optional(Amount.zero)) { sum, amount in sum.flatMap { $0 + amount } }
  guard let wanted, let reached, let rest = wanted - reached, !rest.isZero else { return [] }
  return [BridgeStep(label: "Other, net", amount: rest, isTotal: false)]
}

/// Which parts are taken away, so that each list of them comes to its sum.
///
/// A part that is known to add or to take away does so. Of all signs of the others those count that reach the sums; where
/// none do, the others take away, as most steps between a revenue and a result do.
///
/// - Parameters:
///   - known: of each part whether it is taken away, where that is known.
///   - give: by how much a list may miss its sum because its figures are rounded.
private func taken(
  _ concepts: [ConceptID], _ known: [Bool?], from lists: [[Amount]], reaching sums: [Amount?], give: Double,
  _ catalog: ConceptCatalog
) throws(ChartFault) -> [Bool] {
  let open = known.indices.filter { known[$0] == nil }
  let usual = known.map { $0 ?? true }
  guard !open.isEmpty, open.count <= 12 else { return usual }
  var found: [[Bool]] = []
  for pattern in 0..<(1 << open.count) {
    var isTaken = usual
    for (bit, place) in open.enumerated() { isTaken[place] = pattern >> bit & 1 == 0 }
    let isReached = zip(lists, sums).allSatisfy { amounts, wanted in
      let sum = signed(amounts, isTaken).reduce(Optional(Amount.zero)) { sum, amount in
        sum.flatMap { $0 + amount }
      }
      guard let wanted, let missed = sum.flatMap({ wanted - $0 }) else { return false }
      return missed.isZero || abs(missed.approximate) <= give
    }
    if isReached { found.append(isTaken) }
  }
  guard let first = found.first else { return usual }
  // Signs of nothing make no difference.
  let others = found.dropFirst().filter { other in lists.contains { signed($0, other) != signed($0, first) } }
  guard let other = others.first else { return first }
  let place = first.indices.first { first[$0] != other[$0] } ?? 0
  throw ChartFault(
    "whether '\(catalog[concepts[place]].name)' adds or takes away cannot be told: the figures fit both",
    hints: ["leave out one of two equal steps, or draw a chart of another kind"], concept: nil)
}

/// By how much a sum of figures may miss another because each is rounded.
private func rounding(of told: [ChartFacts.Told]) -> Double {
  told.reduce(0) { $0 + 0.5 * pow10(-Int($1.derived?.decimals ?? $1.current.fact.decimals)) } * 1.000001
}

private func pow10(_ power: Int) -> Double {
  var value = 1.0
  for _ in 0..<abs(power) { value *= 10 }
  return power < 0 ? 1 / value : value
}

private func signed(_ amounts: [Amount], _ isTaken: [Bool]) -> [Amount] {
  zip(amounts, isTaken).map { $1 ? $0.negated ?? $0 : $0 }
}

/// A balance sheet as two columns of equal height: the concepts up to where their sum is that of the others.
private func composition(_ request: ChartRequest, _ facts: ChartFacts) throws(ChartFault) -> (Chart, String) {
  let catalog = facts.catalog
  guard
    let period = request.periods.named.first
      ?? reportedPeriod(request, facts).map({ Period(instant: $0.end) })
  else { throw ChartFault("a composition is of one day", hints: ["name it under 'periods': [2003-09-30]"]) }
  var told: [ChartFacts.Told] = []
  var parts: [ChartPart] = []
  for id in request.concepts {
    guard let figure = facts.told(id, period) else {
      throw ChartFault("'\(catalog[id].name)' is not told for \(facts.fiscal.spelling(of: period))")
    }
    told.append(figure)
    parts.append(
      ChartPart(label: catalog[id].label(negative: figure.value.isNegative), amount: figure.value))
  }
  guard let split = balancingSplit(parts.map(\.amount)) else {
    throw ChartFault(
      "the concepts of a composition in 'charts' do not divide into assets and an equal sum after them",
      hints: ["list every part of the assets, then every part of liabilities and equity"])
  }
  let day = facts.fiscal.words(Period(instant: period.end)).inSentence
  let text = ChartText(
    title: "Balance sheet \(day)", measure: facts.measure(of: request.concepts[0]), source: facts.source(told)
  )
  let chart = compositionChart(
    text,
    columns: [
      (name: "Assets", parts: Array(parts[..<split])),
      (name: "Liabilities and equity", parts: Array(parts[split...])),
    ])
  return (chart, text.title)
}

/// How many of the amounts come before the place that divides them into equal sums.
func balancingSplit(_ amounts: [Amount]) -> Int? {
  func sum(_ amounts: ArraySlice<Amount>) -> Amount? {
    amounts.reduce(Optional(Amount.zero)) { sum, amount in sum.flatMap { $0 + amount } }
  }
  return amounts.indices.dropFirst().first { split in
    guard let before = sum(amounts[..<split]), let after = sum(amounts[split...]) else { return false }
    return before == after && !before.isZero
  }
}

/// What a release reports on; elsewhere the newest quarter or year for which all concepts are told.
private func reportedPeriod(_ request: ChartRequest, _ facts: ChartFacts) -> Period? {
  if let release = facts.release { return facts.archive.releases[release].period }
  for step in FiscalCalendar.Step.allCases {
    let known = facts.knownSteps(step, of: request.concepts)
    let whole = known.filter { period in request.concepts.allSatisfy { facts.told($0, period) != nil } }
    if let newest = whole.max() { return newest }
  }
  return nil
}
