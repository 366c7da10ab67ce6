import CivilTime
import ReleaseModel
import SVGCharts

/// A company's quarters as the archive knows them: revenues and net result, or `nil` with fewer than three.
func companyTrend(company: Int, _ context: PageContext) -> PageChart? {
  var facts = ChartFacts(context)
  facts.company = company
  // What was told last in another currency than the newest one has no scale in common with the rest.
  let charted = context.usualConcepts.charted.filter { facts.denomination(of: $0) == .newest }
  let known = charted.map { ($0, facts.knownSteps(.quarters, of: [$0])) }.filter { !$1.isEmpty }
  let request = ChartRequest(preset: .trend, concepts: known.map { $0.0 })
  guard known.reduce(into: Set(), { $0.formUnion($1.1) }).count >= 3,
    var chart = try? presetChart(request, facts)
  else { return nil }
  // The section's heading says what it shows, but not of whom.
  chart.finding =
    context.archive.companies.count > 1 ? context.archive.companies[company].currentName(context) : nil
  chart.id = "trend-chart"
  chart.hasFiles = context.publishes(.charts)
  return chart
}

/// A company's earnings per share as the archive knows them.
///
/// `nil` with fewer than three quarters, and where no one of the three concepts tells all that any of them tells: a
/// quarter would then look as if nothing were known of it.
func perShareTrend(company: Int, _ context: PageContext) -> PageChart? {
  var facts = ChartFacts(context)
  facts.company = company
  let concepts = [
    "EarningsPerShareDiluted", "EarningsPerShareBasicAndDiluted", "EarningsPerShareBasic",
  ].compactMap { facts.catalog.id($0) }.filter { facts.denomination(of: $0) == .newest }
  let quarters = facts.knownSteps(.quarters, of: concepts)
  guard quarters.count >= 3,
    let concept = concepts.first(where: { facts.knownSteps(.quarters, of: [$0]) == quarters }),
    var chart = try? presetChart(ChartRequest(preset: .trend, concepts: [concept]), facts)
  else { return nil }
  chart.finding =
    context.archive.companies.count > 1
    ? "\(context.archive.companies[company].currentName(context)), per share" : "Per share"
  chart.id = "per-share-chart"
  chart.hasFiles = context.publishes(.charts)
  return chart
}

/// The drawing and the data of a company's trend, for the pages that show it.
public func trendFiles(company: Int, _ context: PageContext) -> [PageFile] {
  guard context.publishes(.charts) else { return [] }
  return companyTrend(company: company, context).map(chartFiles) ?? []
}

/// The drawings and the data of all trends that the page of a company's figures shows.
public func financialsTrendFiles(company: Int, _ context: PageContext) -> [PageFile] {
  trendFiles(company: company, context)
    + (perShareTrend(company: company, context).map(chartFiles) ?? [])
}
