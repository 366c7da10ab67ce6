import Markup

/// A JSON text with its members in the order given.
indirect enum JSONValue {
  case string(String)
  case number(Int)
  case boolean(Bool)
  case null
  case array([JSONValue])
  case object([(String, JSONValue)])

  /// Appends the value without any space.
  func write(into sink: inout ByteSink) {
    switch self {
    case .string(let text):
      sink.markup("\"")
      sink.json(text)
      sink.markup("\"")
    case .number(let number): sink.decimal(number)
    case .boolean(let flag): sink.raw(flag ? "true" : "false")
    case .null: sink.markup("null")
    case .array(let values):
      sink.markup("[")
      for (index, value) in values.enumerated() {
        if index > 0 { sink.markup(",") }
        value.write(into: &sink)
      }
      sink.markup("]")
    case .object(let members):
      sink.markup("{")
      for (index, (name, value)) in members.enumerated() {
        if index > 0 { sink.markup(",") }
        sink.markup("\"")
        sink.json(name)
        sink.markup("\":")
        value.write(into: &sink)
      }
      sink.markup("}")
    }
  }
}
