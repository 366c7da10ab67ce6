/// Writes diagnostics as a SARIF log (OASIS, Static Analysis Results Interchange Format 2.1.0).
///
/// Its columns count code points, so `source` must give the bytes of a file; without them a place has its
/// lines alone. The codes that occur are listed as rules, sorted.
public func renderSARIF(
  _ diagnostics: [Diagnostic], version: String, source: (String) -> [UInt8]?
) -> String {
  let rules = Set(diagnostics.map(\.code)).sorted { $0.id < $1.id }
  let places = SARIFPlaces(sources: IndexedSources(of: diagnostics, source: source))
  let driver = jsonObject([
    ("name", jsonString("sitegen")), ("version", jsonString(version)), ("rules", jsonArray(rules.map(rule))),
  ])
  let run = jsonObject([
    ("tool", jsonObject([("driver", driver)])), ("columnKind", jsonString("unicodeCodePoints")),
    ("results", "[\n" + diagnostics.map { result($0, rules, places) }.joined(separator: ",\n") + "\n]"),
  ])
  return jsonObject([
    ("$schema", jsonString("https://json.schemastore.org/sarif-2.1.0.json")),
    ("version", jsonString("2.1.0")),
    ("runs", jsonArray([run])),
  ]) + "\n"
}

private func rule(_ code: DiagnosticCode) -> String {
  jsonObject([
    ("id", jsonString(code.id)), ("name", jsonString(code.slug)), ("shortDescription", message(code.rule)),
    ("fullDescription", message(code.explanation)),
  ])
}

private func result(_ diagnostic: Diagnostic, _ rules: [DiagnosticCode], _ places: SARIFPlaces) -> String {
  var fields = [
    ("ruleId", jsonString(diagnostic.code.id)),
    ("ruleIndex", String(rules.firstIndex(of: diagnostic.code) ?? -1)),
    ("level", jsonString(diagnostic.severity.rawValue)),
    ("message", message(plainLines(diagnostic).joined(separator: "\n"))),
  ]
  if let place = diagnostic.place {
    fields.append(("locations", jsonArray([jsonObject([places.physicalLocation(place)])])))
  }
  if !diagnostic.related.isEmpty {
    let related = diagnostic.related.map { related in
      jsonObject([places.physicalLocation(related.place), ("message", message(related.message))])
    }
    fields.append(("relatedLocations", jsonArray(related)))
  }
  return jsonObject(fields)
}

private func message(_ text: String) -> String { jsonObject([("text", jsonString(text))]) }

private struct SARIFPlaces {
  var sources: IndexedSources

  func physicalLocation(_ place: Place) -> (name: String, value: String) {
    var fields = [("artifactLocation", jsonObject([("uri", jsonString(relativeReference(place.path)))]))]
    if let range = place.range { fields.append(("region", region(range, in: sources[place.path]))) }
    return ("physicalLocation", jsonObject(fields))
  }

  private func region(_ range: SourceRange, in source: IndexedSource?) -> String {
    var fields = [("startLine", String(range.start.line))]
    let start = source?.codePointColumn(of: range.start)
    let end = source?.codePointColumn(of: range.end)
    if let start { fields.append(("startColumn", String(start))) }
    fields.append(("endLine", String(range.end.line)))
    if start != nil, let end { fields.append(("endColumn", String(end))) }
    return jsonObject(fields)
  }
}

/// A path as a relative reference (RFC 3986, 4.2): what is not unreserved is percent-encoded.
private func relativeReference(_ path: String) -> String {
  var bytes: [UInt8] = []
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "/"):
      bytes.append(byte)
    default: bytes += percentEscape(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
