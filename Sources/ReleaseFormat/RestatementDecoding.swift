import Diagnostics
import ReleaseModel
import SourceSyntax

/// Reads `restates`: the earlier figures that a release declares to have changed, each with its reason.
func decodeRestatements(
  _ nodes: [Node], _ fiscal: FiscalCalendar, _ context: ReleaseContext, _ findings: inout Findings
) -> [Restatement] {
  var restatements: [Restatement] = []
  for node in nodes {
    guard
      let mapping = YAMLMapping(
        node, .entry(of: "restates"), what: "a restatement", keys: ["concept", "period", "reason"], &findings)
    else { continue }
    let id = mapping.required("concept", &findings).flatMap { node in
      node.text(.key("concept"), &findings).flatMap {
        concept($0, at: node.range, context.concepts, &findings)
      }
    }
    let period = mapping.required("period", &findings).flatMap {
      decodePeriod($0, .key("period"), fiscal, &findings)
    }
    let reason = mapping.requiredText("reason", &findings)
    guard let id, let period, let reason else { continue }
    if restatements.contains(where: { $0.concept == id && $0.period == period }) {
      findings.report(
        .duplicateEntry,
        "'restates' names '\(context.catalog[id].name)' for \(fiscal.spelling(of: period)) twice",
        at: node.firstLine)
      continue
    }
    restatements.append(Restatement(concept: id, period: period, reason: reason))
  }
  return restatements
}
