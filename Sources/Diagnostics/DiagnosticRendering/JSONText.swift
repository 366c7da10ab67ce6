/// An object of JSON with its fields in the order given; the values are JSON already.
package func jsonObject(_ fields: [(name: String, value: String)]) -> String {
  "{" + fields.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",") + "}"
}

/// An array of JSON; the items are JSON already.
package func jsonArray(_ items: [String]) -> String { "[" + items.joined(separator: ",") + "]" }

/// A JSON string with its quotation marks (RFC 8259, section 7), escaped byte by byte.
package func jsonString(_ text: String) -> String {
  var bytes: [UInt8] = [UInt8(ascii: "\"")]
  bytes.reserveCapacity(text.utf8.count + 2)
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    case 10: bytes += Array("\\n".utf8)
    case 13: bytes += Array("\\r".utf8)
    case 9: bytes += Array("\\t".utf8)
    case 0..<32, 127:
      bytes += Array((byte < 16 ? "\\u000" : "\\u00").utf8) + Array(String(byte, radix: 16).utf8)
    default: bytes.append(byte)
    }
  }
  return String(decoding: bytes + [UInt8(ascii: "\"")], as: UTF8.self)
}
