/// A tag's name and where it stands in its file, in bytes.
struct Tag {
  var name: String
  /// The name alone, without marks and blanks.
  var nameRange: Range<Int>
  /// From the opening braces to the closing ones.
  var range: Range<Int>
}

/// What a tag does, by the mark after its braces.
enum TagKind {
  case escaped
  case raw
  case section
  case inverted
  case close
  case comment
  case partial
  case parent
  case block

  /// Whether the tag leaves no text of its own, so that a line with nothing else vanishes.
  var isStructural: Bool { self != .escaped && self != .raw }
}

/// A piece of a template: text between tags, or a tag.
enum Token {
  case text(Range<Int>)
  case tag(TagKind, Tag)
}

/// Cuts a template into text and tags; a tag that cannot be read is reported and left out.
func scanTags(_ template: TemplateText, _ findings: inout TemplateFindings) -> [Token] {
  let bytes = template.bytes
  var tokens: [Token] = []
  var position = template.start
  var textStart = position
  while position + 1 < bytes.count {
    guard bytes[position] == openBrace, bytes[position + 1] == openBrace else {
      position += 1
      continue
    }
    if textStart < position { tokens.append(.text(textStart..<position)) }
    let start = position
    let (token, end) = scanTag(template, at: start, &findings)
    if let token { tokens.append(token) }
    position = end
    textStart = end
  }
  if textStart < bytes.count { tokens.append(.text(textStart..<bytes.count)) }
  return tokens
}

private let openBrace = UInt8(ascii: "{")
private let closeBrace = UInt8(ascii: "}")

/// Reads the tag whose braces open at `start`; gives it and the first byte after it.
private func scanTag(
  _ template: TemplateText, at start: Int, _ findings: inout TemplateFindings
) -> (Token?, end: Int) {
  let bytes = template.bytes
  let inside = start + 2
  let mark = inside < bytes.count ? bytes[inside] : 0
  let (kind, nameStart): (TagKind?, Int) =
    switch mark {
    case openBrace: (.raw, inside + 1)
    case UInt8(ascii: "#"): (.section, inside + 1)
    case UInt8(ascii: "^"): (.inverted, inside + 1)
    case UInt8(ascii: "/"): (.close, inside + 1)
    case UInt8(ascii: "!"): (.comment, inside + 1)
    case UInt8(ascii: ">"): (.partial, inside + 1)
    case UInt8(ascii: "<"): (.parent, inside + 1)
    case UInt8(ascii: "$"): (.block, inside + 1)
    case UInt8(ascii: "="), UInt8(ascii: "&"): (nil, inside + 1)
    default: (.escaped, inside)
    }
  let closing = kind == .raw ? 3 : 2
  guard let nameEnd = closingBraces(closing, in: bytes, from: nameStart, acrossLines: kind == .comment) else {
    let lineEnd = bytes[start...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.count
    let braces = kind == .raw ? "'{{{' is closed by '}}}'" : "'{{' is closed by '}}'"
    findings.report(
      .unclosedTag, "a tag that opens with \(braces) on the same line", template, start..<lineEnd)
    return (nil, lineEnd)
  }
  let range = start..<nameEnd + closing
  guard let kind else {
    findings.report(unsupportedMark: mark, template, range)
    return (nil, range.upperBound)
  }
  let nameRange = trimmed(nameStart..<nameEnd, in: bytes)
  let name = String(decoding: bytes[nameRange], as: UTF8.self)
  let tag = Tag(name: name, nameRange: nameRange.isEmpty ? range : nameRange, range: range)
  if kind != .comment,
    !isName(bytes[nameRange], allowsSlash: kind == .partial || kind == .parent || kind == .close)
  {
    findings.report(malformed: tag, template)
    return (nil, range.upperBound)
  }
  return (.tag(kind, tag), range.upperBound)
}

/// Where the closing braces begin, or `nil` when a tag runs to the end of its line or file without them.
private func closingBraces(_ count: Int, in bytes: [UInt8], from start: Int, acrossLines: Bool) -> Int? {
  var run = 0
  var index = start
  while index < bytes.count {
    if bytes[index] == closeBrace {
      run += 1
      if run == count { return index + 1 - count }
    } else {
      if bytes[index] == 10, !acrossLines { return nil }
      run = 0
    }
    index += 1
  }
  return nil
}

private func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
  var (low, high) = (range.lowerBound, range.upperBound)
  while low < high, isBlank(bytes[low]) { low += 1 }
  while low < high, isBlank(bytes[high - 1]) { high -= 1 }
  return low..<high
}

/// A space, a tab or the first half of CRLF.
func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }

/// Letters, digits, `-` and `_`, in parts joined by dots; partials also have folders.
private func isName(_ bytes: ArraySlice<UInt8>, allowsSlash: Bool) -> Bool {
  var isPartEmpty = true
  for byte in bytes {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      isPartEmpty = false
    case UInt8(ascii: ".") where !isPartEmpty, UInt8(ascii: "/") where allowsSlash && !isPartEmpty:
      isPartEmpty = true
    default: return false
    }
  }
  return !isPartEmpty
}
