/// Writes diagnostics as one JSON array (RFC 8259), an object to a line, in the order given.
///
/// Every object has the same fields: `code`, `slug`, `severity` (`error`, `warning` or `note`), `message`,
/// `file` (a path below the site's folder or null), `range` (null for the file as a whole), `label`
/// (text or null), `related` (objects with `file`, `range` and `message`), `notes` and `hints` (texts).
/// A range has `start` and `end`, each with `line` and `column`; both count from 1, columns in bytes of
/// UTF-8, and the end is the first byte after the range. Fields are only ever added.
public func renderJSON(_ diagnostics: [Diagnostic]) -> String {
  guard !diagnostics.isEmpty else { return "[]\n" }
  return "[\n" + diagnostics.map { "  " + object($0) }.joined(separator: ",\n") + "\n]\n"
}

private func object(_ diagnostic: Diagnostic) -> String {
  let related = diagnostic.related.map { related in
    jsonObject([
      ("file", jsonString(related.place.path)), ("range", range(related.place.range)),
      ("message", jsonString(related.message)),
    ])
  }
  return jsonObject([
    ("code", jsonString(diagnostic.code.id)), ("slug", jsonString(diagnostic.code.slug)),
    ("severity", jsonString(diagnostic.severity.rawValue)), ("message", jsonString(diagnostic.message)),
    ("file", diagnostic.place.map { jsonString($0.path) } ?? "null"),
    ("range", range(diagnostic.place?.range)),
    ("label", diagnostic.label.map(jsonString) ?? "null"), ("related", jsonArray(related)),
    ("notes", jsonArray(diagnostic.notes.map(jsonString))),
    ("hints", jsonArray(diagnostic.hints.map(jsonString))),
  ])
}

private func range(_ range: SourceRange?) -> String {
  guard let range else { return "null" }
  return jsonObject([("start", position(range.start)), ("end", position(range.end))])
}

private func position(_ position: SourceRange.Position) -> String {
  jsonObject([("line", String(position.line)), ("column", String(position.column))])
}
