public import Diagnostics
public import ReleaseModel
public import SourceSyntax

/// What the request for a chart is read against: the concepts, the companies and whose page it is.
struct ChartScope {
  var concepts: KnownConcepts
  /// By id; `nil` for a company whose file could not be read.
  var companies: [String: Company?]
  /// The page's own company.
  var company: String?
}

/// Reads one of `charts`: a preset with its concepts and perhaps periods, or a chart written out.
///
/// A chart that is written out has `mark` or `layer` and no `preset`; its page reads it.
func decodeChart(_ node: Node, _ scope: ChartScope, _ findings: inout Findings) -> ChartRequest? {
  if isWrittenChart(node) { return ChartRequest(preset: nil) }
  guard
    let mapping = YAMLMapping(
      node, .entry(of: "charts"), what: "a chart",
      keys: ["preset", "concepts", "periods", "title", "note", "name"], &findings)
  else { return nil }
  let preset: ChartRequest.Preset? = mapping.required("preset", &findings)?
    .choice(.key("preset"), &findings)
  let nodes = mapping.required("concepts", &findings)?.sequence(.key("concepts"), &findings)
  if let nodes, nodes.isEmpty {
    findings.report(
      .missingKey, "'concepts' is empty; a chart shows at least one", at: mapping["concepts"]?.range)
  }
  let (company, concepts) = decodeChartConcepts(nodes ?? [], scope, &findings)
  let fiscal = (company ?? scope.company).flatMap { scope.companies[$0] ?? nil }?.fiscal ?? .calendarYear
  var periods = ChartRequest.Periods.usual
  if let node = mapping["periods"] { periods = decodeChartPeriods(node, fiscal, &findings) }
  let title = mapping.text("title", &findings)
  let note = mapping.text("note", &findings)
  let name = mapping["name"].flatMap { decodeChartName($0, &findings) }
  guard let preset, !concepts.isEmpty else { return nil }
  var request = ChartRequest(preset: preset, concepts: concepts, periods: periods, title: title, note: note)
  request.company = company
  request.name = name
  return request
}

/// Whether a chart is written out in the grammar rather than asked for by preset.
private func isWrittenChart(_ node: Node) -> Bool {
  guard case .mapping(let entries) = node.value else { return false }
  let keys = entries.map(\.key)
  return !keys.contains("preset") && (keys.contains("mark") || keys.contains("layer"))
}

/// Reads `concepts`, each as `[company/]Concept`; all of one company.
private func decodeChartConcepts(
  _ nodes: [Node], _ scope: ChartScope, _ findings: inout Findings
) -> (company: String?, concepts: [ConceptID]) {
  var company: String?
  var concepts = SeenValues<ConceptID>()
  for node in nodes {
    guard let text = node.text(.entry(of: "concepts"), &findings) else { continue }
    var name = text
    if let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) {
      let id = String(text[..<slash])
      name = String(text[text.utf8.index(after: slash)...])
      guard scope.companies[id] != nil else {
        findings.report(
          .unknownCompany, "there is no company '\(id)'", at: node.range,
          hints: companyHints(id, scope.companies.keys.sorted(), findings))
        continue
      }
      if let company, company != id {
        findings.report(
          .unknownChoice, "a chart shows one company; '\(text)' is not of '\(company)'", at: node.range,
          hints: ["write the chart out with 'data: {facts: ...}' to compare companies"])
        continue
      }
      company = id
    }
    guard let id = concept(name, at: node.range, scope.concepts, &findings) else { continue }
    if !concepts.add(id) {
      findings.report(.duplicateEntry, "'concepts' names '\(name)' twice", at: node.range)
    }
  }
  return (company, concepts.values)
}

/// Reads `periods`: a list of them, or `last 8 quarters`.
private func decodeChartPeriods(
  _ node: Node, _ fiscal: FiscalCalendar, _ findings: inout Findings
) -> ChartRequest.Periods {
  if case .scalar(let scalar) = node.value, let last = lastPeriods(scalar.text) { return last }
  if case .scalar(let scalar) = node.value, scalar.text.hasPrefix("last") {
    findings.report(
      .unknownChoice, "'\(scalar.text)' is not of the form 'last 8 quarters'", at: node.range,
      hints: ["write 'last', a number from 1 to 40, and 'quarters' or 'years'"])
    return .usual
  }
  var periods = SeenValues<Period>()
  let nodes = node.sequence(.key("periods"), &findings) ?? []
  for node in nodes {
    guard let period = decodePeriod(node, .entry(of: "periods"), fiscal, &findings) else { continue }
    if !periods.add(period) {
      findings.report(
        .duplicateEntry, "'periods' names \(fiscal.spelling(of: period)) twice", at: node.range)
    }
  }
  return .listed(periods.values)
}

/// `last 8 quarters`, `last 5 years`; `nil` for other text.
private func lastPeriods(_ text: String) -> ChartRequest.Periods? {
  let words = text.split(separator: " ")
  guard words.count == 3, words[0] == "last", let count = Int(words[1]), (1...40).contains(count),
    let step = FiscalCalendar.Step(
      rawValue: count == 1 && !words[2].hasSuffix("s") ? words[2] + "s" : String(words[2]))
  else { return nil }
  return .last(count, step)
}

/// Reads the name under which a chart's files are published.
private func decodeChartName(_ node: Node, _ findings: inout Findings) -> String? {
  guard let name = node.text(.key("name"), &findings) else { return nil }
  if isAddressName(name) { return name }
  findings.report(
    .badFileName, "a chart's name is lower-case letters, digits and hyphens, not '\(name)'", at: node.range,
    hints: ["its files are called by it: revenues.svg, revenues.csv"])
  return nil
}

/// Reads presets of charts that stand in an author's text, against an archive that is loaded.
public struct ChartRequestReader: Sendable {
  private var concepts: KnownConcepts
  private var companies: [String: Company?]

  /// - Parameter isComplete: whether every file that may declare concepts could be read.
  public init(_ archive: ReleaseArchive, isComplete: Bool) {
    concepts = KnownConcepts(catalog: archive.catalog, isComplete: isComplete)
    companies = Dictionary(archive.companies.map { ($0.id, $0) }) { first, _ in first }
  }

  /// Reads a mapping with `preset`; `nil` where an error leaves nothing to draw.
  ///
  /// - Parameter company: whose page it stands on.
  public func read(
    _ node: Node, path: String, company: String, diagnostics: inout [Diagnostic]
  ) -> ChartRequest? {
    var findings = Findings(path)
    let scope = ChartScope(concepts: concepts, companies: companies, company: company)
    let request = decodeChart(node, scope, &findings)
    diagnostics += findings.diagnostics
    return findings.hasErrors ? nil : request
  }
}
