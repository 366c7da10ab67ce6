import CivilTime
import ExactNumbers
import Markup
import ReleaseModel
import SVGCharts

/// The charts of a release: those its file asks for, or for results the usual comparison.
func chartRequests(_ view: ReleaseView, _ context: PageContext) -> [ChartRequest] {
  guard view.release.charts.isEmpty, view.release.kind == .earnings else { return view.release.charts }
  let concepts = context.usualConcepts.charted
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
  var charts = PageCharts(taken: taken)
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
  case .listed(let periods): return inOrderOfTime(periods, facts.fiscal)
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

/// Periods in the order in which they are listed, but those that are compared with each other oldest first: statements
/// print the newest column first, and a chart that did would tell a rise as a fall.
///
/// Compared are the same quarters or parts of several years where each is listed with another one, and else all
/// quarters that follow each other in the list.
private func inOrderOfTime(_ periods: [Period], _ fiscal: FiscalCalendar) -> [Period] {
  let part = { (period: Period) in fiscal.name(of: period)?.part }
  let runs = periods.chunked { part($0) == part($1) }
  var ordered: [Period] = []
  var lone: [Period] = []
  for run in runs + [[]] {
    if run.count == 1, let first = run.first, part(first)?.isQuarter == true {
      lone.append(first)
      continue
    }
    ordered += lone.sorted() + run.sorted()
    lone = []
  }
  return ordered
}

extension [Period] {
  /// Cut where two neighbours do not belong together.
  fileprivate func chunked(_ areTogether: (Period, Period) -> Bool) -> [[Period]] {
    reduce(into: []) { chunks, period in
      if let last = chunks.last?.last, areTogether(last, period) {
        chunks[chunks.count - 1].append(period)
      } else {
        chunks.append([period])
      }
    }
  }
}

func comparedCategory(_ period: Period, _ fiscal: FiscalCalendar) -> ChartCategory {
  guard let (year, part) = fiscal.name(of: period) else {
    let words = period.isInstant ? fiscal.shortWords(period) : fiscal.words(period)
    return ChartCategory(label: words, fullLabel: words, time: time(of: period))
  }
  let (label, group) = (fiscal.shortWords(year: year), fiscal.words(part))
  return ChartCategory(
    label: label,
    fullLabel: composed {
      $0.raw(group)
      $0.markup(" ")
      $0.raw(label)
    }, group: group,
    groupNote: composed {
      $0.markup("to ")
      $0.monthAndDay(period.end)
    }, time: time(of: period))
}

func trendCategory(_ period: Period, _ fiscal: FiscalCalendar) -> ChartCategory {
  let words = fiscal.shortWords(period)
  guard let (year, part) = fiscal.name(of: period), part != .year else {
    return ChartCategory(label: words, fullLabel: words, time: time(of: period))
  }
  return ChartCategory(
    label: part.rawValue, fullLabel: words, group: fiscal.shortWords(year: year), time: time(of: period))
}

/// What a description needs to know of a period; quarters of weeks have three months as others do.
private func time(of period: Period) -> ChartTime {
  let months = period.isInstant ? 0 : period.wholeMonths ?? max(1, (period.days * 12 + 182) / 365)
  return ChartTime(months: months, end: Int(period.end.number))
}

/// `third quarter and nine months, 2002 and 2003`, `third quarter, fiscal 2003`, `third quarter 2002 to third quarter 2003`.
func spanWords(_ periods: [Period], _ fiscal: FiscalCalendar) -> String {
  guard let first = periods.first, let last = periods.last else { return "no periods" }
  if first == last { return fiscal.words(first).inSentence }
  func words(_ period: Period) -> String {
    period.isInstant ? fiscal.shortWords(period) : fiscal.words(period).inSentence
  }
  func fromFirstToLast() -> String { words(first) + " to " + words(last) }
  var parts: [FiscalCalendar.Part] = []
  var years: [Int] = []
  for period in periods {
    guard let (year, part) = fiscal.name(of: period) else { return fromFirstToLast() }
    if !parts.contains(part) { parts.append(part) }
    if !years.contains(year) { years.append(year) }
    if parts.count > 2 || years.count > 2 { break }
  }
  guard parts.count <= 2, years.count <= 2 else { return fromFirstToLast() }
  return composed { words in
    for (place, part) in parts.enumerated() {
      if place > 0 { words.markup(" and ") }
      words.raw(fiscal.words(part).inSentence)
    }
    words.markup(fiscal.isCalendarYear || parts == [.year] ? ", " : ", fiscal ")
    for (place, year) in years.enumerated() {
      if place > 0 { words.markup(" and ") }
      words.decimal(year)
    }
  }
}

/// What a concept is called that has these values: `Net loss` where all of them are negative.
func seriesName(_ concept: Concept, _ values: some Sequence<Amount?>) -> String {
  var (isBelow, isAbove) = (false, false)
  for case .some(let value) in values {
    if value.isNegative { isBelow = true } else { isAbove = true }
  }
  return isBelow == isAbove ? concept.label : concept.label(negative: isBelow)
}

/// The color and pattern a measure keeps in every chart.
func style(_ concept: Concept, taken: [ChartSeries.Style]) -> ChartSeries.Style {
  let wanted: ChartSeries.Style =
    concept.name == "Revenues" ? .primary : concept.sign == .any ? .result : .primary
  if !taken.contains(wanted) { return wanted }
  return ChartSeries.Style.allCases.first { !taken.contains($0) } ?? .other
}

extension ConceptCatalog {
  /// `Revenues and net loss`, `Revenues, gross profit, net loss` of labels; the first with its capital.
  func subject(_ labels: [String]) -> String {
    let names = labels.enumerated().map { $0 == 0 ? $1 : inSentence($1) }
    return names.joined(separator: names.count == 2 ? " and " : ", ")
  }

  /// A label as it stands inside a sentence; one of the site's own keeps its capital.
  func inSentence(_ label: String) -> String { isDeclared(label: label) ? label : label.inSentence }
}
