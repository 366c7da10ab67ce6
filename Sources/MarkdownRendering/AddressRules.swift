/// Why an address may not be published.
enum AddressProblem: Hashable {
  /// A scheme that is none of ours, in lower case.
  case scheme(String)
  /// A control character, with which browsers and readers see different addresses.
  case controlCharacter
}

/// The schemes a link may have; `fact` and `calc` are resolved before a page is written.
let allowedSchemes = ["http", "https", "mailto", "tel", "fact", "calc"]

/// What is wrong with an address, its entities and escapes already resolved; `nil` for a good one.
///
/// Browsers drop tabs and line ends anywhere in an address and control characters and spaces before it
/// (WHATWG URL, basic URL parser), so `java\tscript:` runs. The scheme is read as they would read it.
func problem(inAddress address: some Collection<UInt8>) -> AddressProblem? {
  let trimmed = address.drop { $0 <= 32 }
  if trimmed.contains(where: { $0 < 32 || $0 == 127 }) || trimmed.count < address.count {
    return scheme(of: trimmed.filter { $0 > 32 && $0 != 127 }).map(AddressProblem.scheme) ?? .controlCharacter
  }
  return scheme(of: trimmed).map(AddressProblem.scheme)
}

/// The scheme of an address when it has one that is not allowed (RFC 3986, section 3.1).
private func scheme(of address: some Collection<UInt8>) -> String? {
  var length = 0
  scanning: for byte in address {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): length += 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      if length == 0 { return nil }
      length += 1
    case UInt8(ascii: ":"): break scanning
    default: return nil
    }
  }
  guard length > 0, length < address.count else { return nil }
  let name = address.prefix(length).lazy.map { isCapital($0) ? $0 | 0x20 : $0 }
  if allowedSchemes.contains(where: { $0.utf8.count == length && $0.utf8.elementsEqual(name) }) { return nil }
  return String(decoding: Array(name), as: UTF8.self)
}

private func isCapital(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
