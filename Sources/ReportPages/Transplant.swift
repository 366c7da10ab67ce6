import Markup

/// A block of one page's HTML as it stands on another: its ids get a prefix, so that it can stand there beside
/// others, links within it follow them, and all other relative links lead where they led.
///
/// It reads the markup that this module writes: attributes in double quotation marks, with every `<` and `"` of a
/// text escaped.
///
/// - Parameters:
///   - home: the address of the page the block was written for.
///   - page: the address of the page it goes to.
func transplanted(_ block: [UInt8], from home: String, to page: String, prefix: String) -> [UInt8] {
  let own = Set(attributeValues(block, " id=\"").map { block[$0] })
  var result: [UInt8] = []
  result.reserveCapacity(block.count + 512)
  var at = 0
  while at < block.count {
    guard let (name, value) = reference(at: at, in: block) else {
      result.append(block[at])
      at += 1
      continue
    }
    result += block[at..<value.lowerBound]
    switch name {
    case .id: result += Array(prefix.utf8) + block[value]
    case .ids:
      let words = block[value].split(separator: UInt8(ascii: " "))
      result += Array(words.map { Array(prefix.utf8) + $0 }.joined(separator: [UInt8(ascii: " ")]))
    case .fragment: result += Array(prefix.utf8) + block[value]
    case .link:
      if block[value].first == UInt8(ascii: "#"), own.contains(block[value].dropFirst()) {
        result += [UInt8(ascii: "#")] + Array(prefix.utf8) + block[value].dropFirst()
      } else {
        result += Array(rebased(String(decoding: block[value], as: UTF8.self), from: home, to: page).utf8)
      }
    }
    at = value.upperBound
  }
  return result
}

/// The Markdown of a block of one page as it stands on another: its relative links lead where they led.
func transplantedMarkdown(_ block: [UInt8], from home: String, to page: String) -> [UInt8] {
  var result: [UInt8] = []
  var at = 0
  let opening = Array("](".utf8)
  while at < block.count {
    guard block[at...].starts(with: opening) else {
      result.append(block[at])
      at += 1
      continue
    }
    let start = at + opening.count
    let end = block[start...].firstIndex(of: UInt8(ascii: ")")) ?? block.count
    result += opening
    result += Array(rebased(String(decoding: block[start..<end], as: UTF8.self), from: home, to: page).utf8)
    at = end
  }
  return result
}

/// A relative address of one page as another writes it; addresses with a scheme stay.
private func rebased(_ href: String, from home: String, to page: String) -> String {
  let path = String(href.prefix { $0 != "#" && $0 != "?" })
  let isAbsolute = path.split(separator: "/").first.map { $0.contains(":") } ?? false
  if isAbsolute || href.hasPrefix("//") { return href }
  let target = path.isEmpty ? home : resolvedPath(path, on: home)
  return target.map { relativeAddress(from: page, to: $0 + href.dropFirst(path.count)) } ?? href
}

private enum Reference {
  case id
  /// Several, with spaces between.
  case ids
  /// What a drawing refers to: `url(#x)`.
  case fragment
  case link
}

private let references: [(mark: [UInt8], end: UInt8, name: Reference)] = [
  (Array(" id=\"".utf8), UInt8(ascii: "\""), .id),
  (Array(" aria-labelledby=\"".utf8), UInt8(ascii: "\""), .ids),
  (Array(" aria-describedby=\"".utf8), UInt8(ascii: "\""), .ids),
  (Array(" href=\"".utf8), UInt8(ascii: "\""), .link),
  (Array(" src=\"".utf8), UInt8(ascii: "\""), .link),
  (Array("url(#".utf8), UInt8(ascii: ")"), .fragment),
]

/// The reference that begins at an offset, and the bytes of its value.
private func reference(at offset: Int, in block: [UInt8]) -> (Reference, Range<Int>)? {
  guard block[offset] == UInt8(ascii: " ") || block[offset] == UInt8(ascii: "u") else { return nil }
  for (mark, end, name) in references where block[offset...].starts(with: mark) {
    let start = offset + mark.count
    return block[start...].firstIndex(of: end).map { (name, start..<$0) }
  }
  return nil
}

/// The bytes of every value of an attribute.
func attributeValues(_ markup: [UInt8], _ opening: String) -> [Range<Int>] {
  let mark = Array(opening.utf8)
  var found: [Range<Int>] = []
  var at = 0
  while at + mark.count < markup.count {
    guard markup[at] == mark[0], markup[at...].starts(with: mark) else {
      at += 1
      continue
    }
    let start = at + mark.count
    let end = markup[start...].firstIndex(of: UInt8(ascii: "\"")) ?? markup.count
    found.append(start..<end)
    at = end
  }
  return found
}
