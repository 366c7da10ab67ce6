import Diagnostics
import ReleaseModel
import SourceSyntax

/// Reads one of `charts`: a preset with its concepts and perhaps periods.
func decodeChart(
  _ node: Node, _ fiscal: FiscalCalendar, _ context: ReleaseContext, _ findings: inout Findings
) -> ChartRequest? {
  guard
    let mapping = YAMLMapping(
      node, .entry(of: "charts"), what: "a chart",
      keys: ["preset", "concepts", "periods", "title", "note"], &findings)
  else { return nil }
  let preset: ChartRequest.Preset? = mapping.required("preset", &findings)?
    .choice(.key("preset"), &findings)
  let nodes = mapping.required("concepts", &findings)?.sequence(.key("concepts"), &findings)
  if let nodes, nodes.isEmpty {
    findings.report(
      .missingKey, "'concepts' is empty; a chart shows at least one", at: mapping["concepts"]?.range)
  }
  let concepts = decodeConceptList(nodes ?? [], "concepts", context, &findings)
  var seen: Set<Period> = []
  let periods = mapping.entries("periods", &findings).compactMap { node -> Period? in
    guard let period = decodePeriod(node, .entry(of: "periods"), fiscal, &findings) else { return nil }
    if seen.insert(period).inserted { return period }
    findings.report(
      .duplicateEntry, "'periods' names \(fiscal.spelling(of: period)) twice", at: node.range)
    return nil
  }
  let title = mapping.text("title", &findings)
  let note = mapping.text("note", &findings)
  guard let preset, !concepts.isEmpty else { return nil }
  return ChartRequest(preset: preset, concepts: concepts, periods: periods, title: title, note: note)
}
