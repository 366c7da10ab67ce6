/// What `release.json` beside a release's page holds, as a JSON Schema (draft 2020-12).
public func releaseSchema() -> String {
  let text = "{\"type\": \"string\"}"
  let optionalText = "{\"type\": [\"string\", \"null\"]}"
  let integer = "{\"type\": \"integer\"}"
  let day = "{\"type\": \"string\", \"format\": \"date\"}"
  let optionalDay = "{\"type\": [\"string\", \"null\"], \"format\": \"date\"}"
  let link = "{\"type\": \"string\", \"format\": \"uri\"}"
  let optionalLink = "{\"type\": [\"string\", \"null\"], \"format\": \"uri\"}"
  let value = """
    {"type": "string", "pattern": "^-?[0-9]+(\\\\.[0-9]+)?$", \
    "description": "The exact decimal in full units; a ratio of 12% is 0.12."}
    """
  let decimals = """
    {"type": "integer", "description": "XBRL's decimals: -5 for a figure rounded to hundred thousands."}
    """
  let negated = """
    {"const": true, "description": "The statement prints the row with the other sign; values have their concept's."}
    """
  let printedUnit = """
    {"type": "string", "description": "What the release prints, where that is not the unit of the value: GBX/shares."}
    """
  let moment = """
    {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2}))?$", \
    "description": "A day, or a minute of it with its offset."}
    """
  let optionalMoment = "{\"anyOf\": [{\"type\": \"null\"}, \(moment)]}"
  func reference(_ name: String) -> String { "{\"$ref\": \"#/$defs/\(name)\"}" }
  func list(_ items: String) -> String { "{\"type\": \"array\", \"items\": \(items)}" }
  func words(_ words: [String]) -> String {
    "{\"enum\": [\(words.map { "\"\($0)\"" }.joined(separator: ", "))]}"
  }
  let cell = """
    {"description": "null where the release does not report it.", "anyOf": [{"type": "null"}, \
    \(object([("nil", "{\"const\": true, \"description\": \"A dash: reported as nothing.\"}")])), \
    \(object([("value", value), ("decimals", decimals)]))]}
    """
  let definitions = [
    ("period", object([("name", text), ("start", optionalDay), ("end", day)])),
    ("cell", cell),
    (
      "row",
      object(
        [
          ("concept", optionalText), ("element", optionalText), ("label", text),
          ("role", words(["heading", "item", "subtotal", "total"])), ("level", integer),
          ("note", optionalText), ("unit", optionalText), ("cells", list(reference("cell"))),
        ], optional: [("negated", negated), ("printed_unit", printedUnit)])
    ),
    (
      "statement",
      object([
        ("name", text), ("title", text), ("currency", text),
        ("scale", words(["ones", "thousands", "millions", "billions"])),
        ("audited", "{\"type\": [\"boolean\", \"null\"]}"), ("columns", list(reference("period"))),
        ("rows", list(reference("row"))),
      ])
    ),
    (
      "figure",
      object(
        [
          ("concept", text), ("element", optionalText), ("label", text), ("period", reference("period")),
          ("unit", text), ("value", value), ("decimals", decimals), ("note", optionalText),
        ], optional: [("printed_unit", printedUnit)])
    ),
    (
      "event",
      object([
        ("kind", words(["conference-call", "webcast", "meeting", "presentation"])), ("title", optionalText),
        ("starts", moment), ("ends", optionalMoment), ("place", optionalText),
        ("speakers", list(object([("name", text), ("title", optionalText)]))), ("dial_in", optionalText),
        ("webcasts", list(link)), ("replay_until", optionalMoment),
      ])
    ),
    (
      "contact",
      object([
        ("name", text), ("title", optionalText), ("phone", optionalText), ("email", optionalText),
        ("web", optionalLink),
      ])
    ),
    (
      "attachment",
      object([("url", link), ("title", text), ("alternative", optionalText), ("bytes", integer)])
    ),
    (
      "correction",
      object([("date", moment), ("what", text), ("why", optionalText), ("url", optionalLink)])
    ),
    (
      "source",
      object([
        ("title", text), ("url", optionalLink), ("accession", optionalText), ("note", optionalText),
      ])
    ),
  ]
  let release = object([
    ("url", link), ("kind", words(["earnings", "announcement", "event", "filing"])),
    ("company", object([("id", text), ("name", text)])), ("headline", text), ("summary", optionalText),
    ("released", moment), ("updated", moment), ("dateline", optionalText),
    ("period", "{\"anyOf\": [{\"type\": \"null\"}, \(reference("period"))]}"), ("ticker", optionalText),
    ("topics", list(text)), ("statements", list(reference("statement"))),
    ("figures", list(reference("figure"))), ("events", list(reference("event"))),
    ("contacts", list(reference("contact"))), ("attachments", list(reference("attachment"))),
    ("text", optionalLink), ("corrections", list(reference("correction"))),
    ("sources", list(reference("source"))),
  ])
  return """
    {"$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "A release of sitegen",
    "$defs": {
    \(definitions.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ",\n"))
    },
    \(release.dropFirst())

    """
}

/// An object all of whose members are there but for the optional ones, and no others.
private func object(_ properties: [(String, String)], optional: [(String, String)] = []) -> String {
  let entries = (properties + optional).map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ")
  let names = properties.map { "\"\($0.0)\"" }.joined(separator: ", ")
  return """
    {"type": "object", "additionalProperties": false, "properties": {\(entries)}, "required": [\(names)]}
    """
}
