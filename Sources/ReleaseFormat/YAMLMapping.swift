import Diagnostics
import SourceSyntax

/// A YAML mapping whose keys are known: every key it has is one of those it may have.
struct YAMLMapping {
  var entries: [Node.Entry]
  var range: SourceRange
  /// What the mapping describes, for messages: `an event`.
  var what: String
  /// The keys that misspelled ones most likely stand for; nobody has to be told that those are missing.
  private var misspelled: Set<String> = []
  /// Whether it has keys that mean nothing.
  private(set) var hasUnknownKeys = false

  /// Takes a node as a mapping; another shape is a finding and `nil`, an unknown key a finding of its own.
  ///
  /// - Parameters:
  ///   - otherNames: what some call a key, and what it is called here.
  ///   - example: such a mapping as it is written.
  init?(
    _ node: Node, _ subject: Subject, what: String, keys: [String], otherNames: [String: String] = [:],
    example: String? = nil, _ findings: inout Findings
  ) {
    guard case .mapping(let entries) = node.value else {
      findings.wrongShape(
        node, subject, expected: "a mapping with keys such as '\(keys[0])'",
        hints: example.map { ["write \($0)"] } ?? [])
      return nil
    }
    self.entries = entries
    self.what = what
    range = node.range
    for entry in entries where !keys.contains(where: { isSame($0, entry.key) }) {
      hasUnknownKeys = true
      let meant = otherNames[entry.key] ?? findings.suggestion(for: entry.key, among: keys)
      if let meant { misspelled.insert(meant) }
      let hints = [meant.map { "did you mean '\($0)'?" } ?? "the keys of \(what) are \(list(keys))"]
      findings.report(
        .unknownKey, "\(what) has no key '\(entry.key)'", at: entry.keyRange, hints: hints)
    }
  }

  /// The value of a key; `nil` where the key is missing or its value is left blank.
  subscript(key: String) -> Node? {
    guard let place = place(ofKey: key) else { return nil }
    if case .scalar(let scalar) = entries[place].value.value, scalar.isNull { return nil }
    return entries[place].value
  }

  /// Where a key or, without it, the mapping stands.
  func place(of key: String) -> SourceRange {
    place(ofKey: key).map { entries[$0].keyRange } ?? head
  }

  /// Where a key could stand that is missing or left blank; `nil` where another spelling of it has been found already.
  func placeOfMissing(_ key: String) -> SourceRange? {
    self[key] == nil && !misspelled.contains(key) ? place(of: key) : nil
  }

  /// The value of a key that must be there; its absence is a finding.
  ///
  /// - Parameter narrower: what the mapping describes where only such ones need the key.
  func required(
    _ key: String, of narrower: String? = nil, hints: [String] = [], _ findings: inout Findings
  ) -> Node? {
    if let value = self[key] { return value }
    if let place = place(ofKey: key) {
      findings.report(
        .missingKey, "'\(key)' of \(narrower ?? what) is blank", at: entries[place].keyRange, hints: hints)
    } else if !misspelled.contains(key) {
      findings.report(.missingKey, "\(narrower ?? what) needs the key '\(key)'", at: head, hints: hints)
    }
    return nil
  }

  private func place(ofKey key: String) -> Int? {
    entries.indices.first { isSame(entries[$0].key, key) }
  }

  /// The first key: a mapping as a whole would underline pages of text.
  private var head: SourceRange { entries.first?.keyRange ?? range }
}

/// Whether a key is one of those known; most keys that are not differ in length already.
private func isSame(_ a: String, _ b: String) -> Bool { a.utf8.count == b.utf8.count && a == b }

/// What a value belongs to, for messages.
enum Subject {
  case key(String)
  case entry(of: String)
  case file(String)

  /// `'headline'`, `an entry of 'events'`, `release.yaml`.
  var text: String {
    switch self {
    case .key(let key): "'\(key)'"
    case .entry(let key): "an entry of '\(key)'"
    case .file(let name): name
    }
  }
}

extension Findings {
  /// Reports a value of another shape than wanted.
  mutating func wrongShape(_ node: Node, _ subject: Subject, expected: String, hints: [String] = []) {
    report(
      .wrongShape, "\(subject.text) takes \(expected), not \(node.shape)", at: node.firstLine,
      hints: hints)
  }
}

extension Node {
  /// How messages name what was found.
  var shape: String {
    switch value {
    case .scalar(let scalar): scalar.isNull ? "nothing" : "text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  /// The range, cut to a single place where the value spans lines.
  var firstLine: SourceRange {
    guard range.start.line != range.end.line else { return range }
    switch value {
    case .mapping(let entries): return entries.first?.keyRange ?? range
    case .sequence(let nodes): return nodes.first?.firstLine ?? range
    case .scalar: return range
    }
  }
}

/// `'a', 'b' and 'c'`.
func list(_ names: some Collection<String>) -> String {
  let quoted = names.map { "'\($0)'" }
  guard quoted.count > 1, let last = quoted.last else { return quoted.first ?? "" }
  return quoted.dropLast().joined(separator: ", ") + " and " + last
}
