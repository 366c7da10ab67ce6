import Diagnostics
import ReleaseModel
import SourceSyntax

/// Reads `breaks` of a company's file: from which periods on figures have another basis, and why.
func decodeBreaks(
  _ nodes: [Node], _ fiscal: FiscalCalendar, _ known: KnownConcepts, _ findings: inout Findings
) -> [Company.Break] {
  nodes.compactMap { node in
    guard
      let mapping = YAMLMapping(
        node, .entry(of: "breaks"), what: "a break", keys: ["from", "concepts", "reason"], &findings)
    else { return nil }
    let from = mapping.required("from", &findings).flatMap {
      decodePeriod($0, .key("from"), fiscal, &findings)
    }
    let concepts = decodeConceptList(mapping.entries("concepts", &findings), "concepts", known, &findings)
    let reason = mapping.requiredText("reason", &findings)
    guard let from, let reason else { return nil }
    return Company.Break(from: from, concepts: concepts, reason: reason)
  }
}
