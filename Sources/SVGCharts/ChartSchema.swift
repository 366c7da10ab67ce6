/// The subset of Vega-Lite that charts are written in, as a JSON Schema (draft 2020-12) for editors.
public func chartSchema() -> String {
  func words(_ words: [String]) -> String {
    "{\"enum\": [" + words.map { "\"\($0)\"" }.joined(separator: ", ") + "]}"
  }
  let scalar = "{\"type\": [\"string\", \"number\", \"boolean\", \"null\"]}"
  let moment =
    "{\"anyOf\": [\(scalar), \(object([("year", integer), ("month", integer), ("date", integer)]))]}"
  let title = "{\"type\": [\"string\", \"null\"]}"
  let list = "{\"type\": \"array\", \"items\": {\"type\": \"string\"}}"
  let aggregates = words(Aggregate.allCases.map(\.rawValue))
  let orders = words(["ascending", "descending"])
  let sort = """
    {"anyOf": [\(words(["ascending", "descending", "x", "-x", "y", "-y", "color", "-color"])), {"type": "null"}, \
    {"type": "array", "items": \(scalar)}, \
    \(object([("field", text), ("op", aggregates), ("order", orders), ("encoding", words(ChannelName.allCases.map(\.word)))]))]}
    """
  let scale = object([
    ("type", words(ScaleKind.allCases.map(\.rawValue))),
    ("domain", "{\"type\": \"array\", \"items\": \(moment)}"),
    ("zero", flag), ("nice", "{\"type\": [\"boolean\", \"integer\"]}"),
  ])
  let axis =
    "{\"anyOf\": [{\"type\": \"null\"}, \(object([("title", title), ("format", text), ("grid", flag), ("labelAngle", "{\"const\": 0}")]))]}"
  let legend = "{\"anyOf\": [{\"type\": \"null\"}, \(object([("title", title)]))]}"
  let properties: [String: String] = [
    "field": text, "type": words(FieldType.allCases.map(\.rawValue)), "aggregate": aggregates,
    "stack": "{\"enum\": [\"zero\", \"normalize\", true, false, null]}", "sort": sort, "scale": scale,
    "axis": axis, "legend": legend, "title": title, "format": text, "header": object([("title", title)]),
    "value": scalar, "datum": moment,
  ]
  let encoding = object(
    ChannelName.allCases.map { name in
      let channel = object(name.properties.map { ($0, properties[$0] ?? "true") })
      return (name.word, "{\"anyOf\": [{\"type\": \"null\"}, \(channel)]}")
    } + [("tooltip", "true")])
  let operand = "{\"type\": \"array\", \"items\": \(scalar)}"
  let marks = PlotMark.allCases.map(\.rawValue) + ["circle", "square"]
  let mark =
    "{\"anyOf\": [\(words(marks)), \(object([("type", words(marks)), ("point", flag), ("line", flag), ("filled", flag), ("orient", words(["horizontal", "vertical"])), ("align", words(["left", "center", "right"])), ("baseline", words(["top", "middle", "bottom", "alphabetic"])), ("dx", number), ("dy", number), ("tooltip", "true"), ("color", "{\"type\": \"string\"}")], required: ["type"]))]}"
  // A waterfall draws several marks, so it is no mark of a layer.
  let waterfall = words(["waterfall"])
  let markOfChart =
    "{\"anyOf\": [{\"$ref\": \"#/$defs/mark\"}, \(waterfall), \(object([("type", waterfall), ("totals", operand), ("tooltip", "true")], required: ["type"]))]}"
  let data = object([
    (
      "values",
      "{\"type\": \"array\", \"maxItems\": \(mostRows), \"items\": {\"anyOf\": [\(scalar), {\"type\": \"object\", \"additionalProperties\": \(scalar)}]}}"
    ),
    ("url", text), ("format", object([("type", words(["csv", "json"]))])), ("name", text),
    ("facts", "{\"anyOf\": [\(text), \(list)]}"), ("periods", "{\"anyOf\": [\(text), \(list)]}"),
  ])
  let filter = object(
    [
      ("field", text), ("equal", scalar), ("lt", scalar), ("lte", scalar), ("gt", scalar), ("gte", scalar),
      ("oneOf", operand), ("range", operand), ("valid", flag),
    ], required: ["field"])
  let step =
    "{\"anyOf\": [\(object([("filter", filter)], required: ["filter"])), \(object([("fold", list), ("as", list)], required: ["fold"])), \(object([("aggregate", "{\"type\": \"array\", \"items\": \(object([("op", aggregates), ("field", text), ("as", text)], required: ["op", "as"]))}"), ("groupby", list)], required: ["aggregate"]))]}"
  let length =
    "{\"anyOf\": [{\"type\": \"integer\", \"minimum\": 16, \"maximum\": 4000}, {\"const\": \"container\"}, \(object([("step", number)]))]}"
  let layer: [(String, String)] = [
    ("name", text), ("description", text), ("data", "{\"$ref\": \"#/$defs/data\"}"),
    ("transform", "{\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/transform\"}}"),
    ("mark", "{\"$ref\": \"#/$defs/mark\"}"), ("encoding", "{\"$ref\": \"#/$defs/encoding\"}"),
    ("layer", "{\"type\": \"array\", \"maxItems\": 20, \"items\": {\"$ref\": \"#/$defs/layer\"}}"),
  ]
  let view =
    [("title", "{\"anyOf\": [\(text), \(object([("text", text), ("subtitle", text)]))]}")] + layer
  let definitions = [
    ("encoding", encoding), ("mark", mark), ("data", data), ("transform", step),
    ("layer", object(layer)),
  ]
  let chart = object(
    view.map { $0.0 == "mark" ? ($0.0, markOfChart) : $0 }
      + [("$schema", text), ("width", length), ("height", length)]
  ).dropFirst()
  return """
    {"$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "A chart of sitegen, in a subset of Vega-Lite",
    "$defs": {
    \(definitions.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ",\n"))
    },
    \(chart)

    """
}

private let text = "{\"type\": \"string\"}"
private let number = "{\"type\": \"number\"}"
private let integer = "{\"type\": \"integer\"}"
private let flag = "{\"type\": \"boolean\"}"

private func object(_ properties: [(String, String)], required: [String] = []) -> String {
  let entries = properties.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ")
  let needed =
    required.isEmpty ? "" : ", \"required\": [" + required.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
  return "{\"type\": \"object\", \"additionalProperties\": false, \"properties\": {\(entries)}\(needed)}"
}
