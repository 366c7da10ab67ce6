import Diagnostics

@testable import SourceSyntax

/// `2:1-2:9`, the way the tables of these tests write a range.
func spelled(_ range: SourceRange) -> String {
  "\(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)"
}

/// `S103 2:1-2:9` for each finding.
func spelled(_ diagnostics: [Diagnostic]) -> [String] {
  diagnostics.map { "\($0.code.id) \($0.place?.range.map(spelled) ?? "-")" }
}

/// A tree on one line, each value followed by its range: `{a@1:1-1:2: 'x'@1:4-1:7}@1:1-1:7`.
///
/// Plain scalars stand as they are, all others in single quotation marks.
func spelled(_ node: Node) -> String {
  let value =
    switch node.value {
    case .scalar(let scalar): scalar.isPlain ? scalar.text : "'\(scalar.text)'"
    case .sequence(let items): "[" + items.map { spelled($0) }.joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{"
        + entries.map { "\($0.key)@\(spelled($0.keyRange)): \(spelled($0.value))" }.joined(separator: ", ")
        + "}"
    }
  return "\(value)@\(spelled(node.range))"
}

/// A tree without its ranges.
func outline(_ node: Node) -> String {
  switch node.value {
  case .scalar(let scalar): scalar.isPlain ? scalar.text : "'\(scalar.text)'"
  case .sequence(let items): "[" + items.map(outline).joined(separator: ", ") + "]"
  case .mapping(let entries):
    "{" + entries.map { "\($0.key): \(outline($0.value))" }.joined(separator: ", ") + "}"
  }
}

func source(_ text: String) -> SourceText { SourceText(path: "a", bytes: Array(text.utf8)) }

func yaml(_ text: String, firstLine: Int = 1) -> (node: Node?, diagnostics: [Diagnostic]) {
  var diagnostics: [Diagnostic] = []
  let node = parseYAML(source(text), firstLine: firstLine, diagnostics: &diagnostics)
  return (node, diagnostics)
}

func csv(_ text: String) -> (table: CSVTable?, diagnostics: [Diagnostic]) {
  var diagnostics: [Diagnostic] = []
  let table = parseCSV(source(text), diagnostics: &diagnostics)
  return (table, diagnostics)
}

extension CSVTable {
  /// The texts of all rows, the header first.
  var texts: [[String]] { [header.map(\.text)] + rows.map { $0.map(\.text) } }

  /// The places of all rows, the header first.
  var ranges: [[String]] {
    [header.map { spelled($0.range) }] + rows.map { $0.map { spelled($0.range) } }
  }
}
