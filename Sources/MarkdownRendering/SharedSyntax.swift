import Markup

/// Whether strikethrough or autolink may find anything in a text: `~`, a mail address, or a web address that is
/// not the destination or the text of a plain inline link.
///
/// Both cost the parser a node at every `w`, `:` and `~`, and turns among threads. Most addresses stand in links,
/// `[www.example.com](https://www.example.com)`, where autolink leaves them alone; what is not seen to be such a
/// link counts as found. A text with addresses that defines link references counts as well, because autolink joins
/// the nodes of their texts.
func mayHoldShared(_ text: UnsafeRawBufferPointer) -> Bool {
  if text.firstOffset(of: UInt8(ascii: "~")) != nil || text.firstOffset(of: UInt8(ascii: "@")) != nil {
    return true
  }
  var (holdsAddress, holdsDefinition) = (false, false)
  var next = 0
  while let colon = text.firstOffset(of: UInt8(ascii: ":"), from: next) {
    next = colon + 1
    if colon > 0, text[colon - 1] == UInt8(ascii: "]") { holdsDefinition = true }
    guard next + 1 < text.count, text[next] == slash, text[next + 1] == slash else { continue }
    guard let end = plainLinkEnd(in: text, schemeEndingAt: colon) else { return true }
    holdsAddress = true
    next = end
  }
  next = 0
  while let dot = text.firstOffset(of: UInt8(ascii: "."), from: next) {
    next = dot + 1
    guard dot >= 3, isW(text[dot - 1]), isW(text[dot - 2]), isW(text[dot - 3]) else { continue }
    holdsAddress = true
    // Behind a slash autolink looks for no host.
    if dot >= 4, text[dot - 4] == slash { continue }
    guard dot >= 4, text[dot - 4] == UInt8(ascii: "["), plainLinkEnd(in: text, openingAt: dot - 4) != nil
    else { return true }
  }
  return holdsAddress && holdsDefinition
}

/// Where the plain link ends whose destination, or whose text, begins with the scheme before a colon.
private func plainLinkEnd(in text: UnsafeRawBufferPointer, schemeEndingAt colon: Int) -> Int? {
  var start = colon
  while start > max(0, colon - longestScheme), isLetter(text[start - 1]) { start -= 1 }
  if start > 0, text[start - 1] == UInt8(ascii: "[") { return plainLinkEnd(in: text, openingAt: start - 1) }
  guard start >= 2, text[start - 1] == UInt8(ascii: "("), text[start - 2] == UInt8(ascii: "]") else {
    return nil
  }
  var open = start - 3
  let limit = max(0, open - longestText)
  while open >= limit, text[open] != UInt8(ascii: "[") {
    if isTelling(text[open]) { return nil }
    open -= 1
  }
  return open >= limit ? plainLinkEnd(in: text, openingAt: open) : nil
}

/// Where the link ends that opens at a bracket: one on one line, without any mark that could end it earlier or
/// make it something else than a link.
private func plainLinkEnd(in text: UnsafeRawBufferPointer, openingAt open: Int) -> Int? {
  if open > 0, isTelling(text[open - 1]) || text[open - 1] == UInt8(ascii: "!") { return nil }
  var at = open + 1
  guard at < text.count, text[at] != UInt8(ascii: "^") else { return nil }
  let limit = min(text.count, at + longestText)
  while at < limit, !isTelling(text[at]) { at += 1 }
  guard at + 1 < limit, text[at] == UInt8(ascii: "]"), text[at + 1] == UInt8(ascii: "(") else { return nil }
  at += 2
  while at < limit, !isTelling(text[at]), text[at] > 32, text[at] != UInt8(ascii: "("),
    text[at] != UInt8(ascii: ")")
  {
    at += 1
  }
  return at < limit && text[at] == UInt8(ascii: ")") ? at + 1 : nil
}

/// Whether a byte may begin or end something that a link cannot go beyond: brackets, code, tags, escapes, cells and
/// lines.
private func isTelling(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: ">"),
    UInt8(ascii: "\\"), UInt8(ascii: "|"), 0, 10, 13:
    true
  default: false
  }
}

/// Links are looked at no further, so that a text of brackets takes no longer than any other.
private let longestText = 400
private let longestScheme = 10

private let slash = UInt8(ascii: "/")

private func isLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

private func isW(_ byte: UInt8) -> Bool { byte | 0x20 == UInt8(ascii: "w") }
