import Diagnostics
import SourceSyntax

/// The place of each value of a tree, by dotted path: `headline`, `events.0.starts`.
///
/// What is said about a waiver, `allow.0.V204`, is about its code, and so that is its place.
func keyRanges(of node: Node) -> [String: SourceRange] {
  var ranges: [String: SourceRange] = [:]
  ranges.reserveCapacity(64)
  collect(node, under: "", into: &ranges)
  return ranges
}

private func collect(_ node: Node, under path: String, into ranges: inout [String: SourceRange]) {
  if !path.isEmpty { ranges[path] = node.range }
  let prefix = path.isEmpty ? "" : path + "."
  switch node.value {
  case .scalar: return
  case .sequence(let nodes):
    for (index, node) in nodes.enumerated() {
      collect(node, under: prefix + String(index), into: &ranges)
    }
  case .mapping(let entries):
    for entry in entries {
      collect(entry.value, under: prefix + entry.key, into: &ranges)
      if prefix.hasPrefix("allow.") { ranges[prefix + entry.key] = entry.keyRange }
    }
  }
}
