import CivilTime
import Diagnostics
import ReleaseModel
import SourceSyntax

/// Reads the days between which a value holds: `from` and `until` of a mapping, both included.
func decodeDated<Value>(
  _ value: Value, in mapping: YAMLMapping, _ findings: inout Findings
) -> Dated<Value> {
  let from = mapping["from"].flatMap { decodeDay($0, .key("from"), &findings) }
  let until = mapping["until"].flatMap { decodeDay($0, .key("until"), &findings) }
  if let from, let until, until < from {
    findings.report(
      .backwards, "'until' is before 'from': \(until) is earlier than \(from)",
      at: mapping["until"]?.range ?? mapping.range)
    return Dated(value)
  }
  return Dated(value, from: from, until: until)
}

/// Reads a list of dated texts: mappings with `key`, `from` and `until`, or plain text that always holds.
func decodeDatedTexts(
  _ mapping: YAMLMapping, _ name: String, key: String, what: String, _ findings: inout Findings
) -> [Dated<String>] {
  mapping.entries(name, &findings).compactMap { node in
    if case .scalar = node.value {
      return node.text(.entry(of: name), &findings).map { Dated($0) }
    }
    guard
      let entry = YAMLMapping(
        node, .entry(of: name), what: what, keys: [key, "from", "until"], &findings),
      let text = entry.requiredText(key, &findings)
    else { return nil }
    return decodeDated(text, in: entry, &findings)
  }
}
