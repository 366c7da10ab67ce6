import CivilTime
import ReleaseModel
import SVGCharts

/// How many quarters a trend shows at most; older ones stand in the tables.
private let longestTrend = 40

/// A company's quarters as the archive knows them: revenues and net result, or `nil` with fewer than three.
func companyTrend(company: Int, _ archive: ReleaseArchive, _ history: FactHistory) -> Chart? {
  let fiscal = archive.companies[company].fiscal
  let measures: [(name: String, style: ChartSeries.Style)] = [
    ("Revenues", .primary), ("NetIncomeLoss", .result),
  ]
  var values: [(concept: Concept, style: ChartSeries.Style, told: [Period: Fact])] = []
  for measure in measures {
    guard let id = archive.catalog.id(measure.name) else { continue }
    let told = quarterlyFacts(company: company, id, history, fiscal)
    if !told.isEmpty { values.append((archive.catalog[id], measure.style, told)) }
  }
  let told = Set(values.flatMap(\.told.keys))
  guard told.count >= 3 else { return nil }
  let shown = Array(quarters(spanning: told, fiscal).prefix(longestTrend).reversed())
  let series = values.map { value in
    ChartSeries(
      name: value.concept.label, style: value.style,
      values: shown.map { quarter in
        value.told[quarter].map { .init($0.value, isApproximate: $0.decimals < -3) }
      })
  }
  let title = "Quarterly \(series.map { $0.name.lowercased() }.joined(separator: " and "))"
  return trendChart(
    ChartText(title: title, currency: currencyWords(currency(of: company, archive))),
    categories: shown.map { category($0, fiscal) }, series: series)
}

private func quarterlyFacts(
  company: Int, _ concept: ConceptID, _ history: FactHistory, _ fiscal: FiscalCalendar
) -> [Period: Fact] {
  var rest = history.tellings(company: company, concept: concept)
  var facts: [Period: Fact] = [:]
  while let first = rest.first {
    let period = first.fact.period
    let tellings = rest.prefix { $0.fact.period == period }
    rest = rest.dropFirst(tellings.count)
    if fiscal.name(of: period)?.part.isQuarter == true { facts[period] = Retelling(tellings)?.current.fact }
  }
  return facts
}

private func category(_ quarter: Period, _ fiscal: FiscalCalendar) -> ChartCategory {
  let name = fiscal.name(of: quarter)
  let year = String(name?.year ?? fiscal.year(of: quarter.end))
  let part = name?.part.rawValue ?? quarter.end.description
  return ChartCategory(label: part, fullLabel: "\(part) \(year)", group: year)
}

/// The currency of a company's newest statement; US dollars where it has none.
func currency(of company: Int, _ archive: ReleaseArchive) -> String {
  let id = archive.companies[company].id
  return archive.releases.reversed().lazy.filter { $0.company == id }.flatMap(\.statements).first?.currency
    ?? "USD"
}
