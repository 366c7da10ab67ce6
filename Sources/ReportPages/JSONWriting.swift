import Markup

/// JSON that is written while it is made up, as the pages of releases have it; ``JSONValue`` is for what is put
/// together first.
///
/// Each step sets the comma before it where one belongs: after everything but an opening bracket or a colon.
extension ByteSink {
  mutating func beginObject() {
    separate()
    append(UInt8(ascii: "{"))
  }

  mutating func endObject() { append(UInt8(ascii: "}")) }

  mutating func beginArray() {
    separate()
    append(UInt8(ascii: "["))
  }

  mutating func endArray() { append(UInt8(ascii: "]")) }

  /// Appends the name of a member, whose value is to follow.
  mutating func member(_ name: StaticString) {
    separate()
    append(UInt8(ascii: "\""))
    markup(name)
    markup("\":")
  }

  mutating func member(_ name: StaticString, _ text: String) {
    member(name)
    append(UInt8(ascii: "\""))
    json(text)
    append(UInt8(ascii: "\""))
  }

  /// Appends a member whose text has several parts.
  mutating func member(_ name: StaticString, _ first: String, _ second: String, _ third: String = "") {
    member(name)
    append(UInt8(ascii: "\""))
    json(first)
    json(second)
    json(third)
    append(UInt8(ascii: "\""))
  }

  mutating func member(_ name: StaticString, _ number: Int) {
    member(name)
    decimal(number)
  }

  mutating func member(_ name: StaticString, _ flag: Bool) {
    member(name)
    if flag { markup("true") } else { markup("false") }
  }

  mutating func value(_ value: JSONValue) {
    separate()
    value.write(into: &self)
  }

  private mutating func separate() {
    switch last {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"), nil: break
    default: append(UInt8(ascii: ","))
    }
  }
}
