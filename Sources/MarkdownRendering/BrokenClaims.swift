import Diagnostics
import Glibc
import Markup

extension PageRenderer {
  /// Reports links to figures that a space has kept from being links: their source is still in the text.
  ///
  /// The parser may split a text anywhere, so neighbours are read as one, from the first of them.
  mutating func reportBrokenClaims(from first: MarkdownNode) {
    guard first.next?.kind == .text else { return reportBrokenClaims(in: first.literal, at: first) }
    var joined: [UInt8] = []
    var node: MarkdownNode? = first
    while let text = node, text.kind == .text {
      joined.append(contentsOf: text.literal)
      node = text.next
    }
    joined.withUnsafeBytes { reportBrokenClaims(in: $0, at: first) }
  }

  private mutating func reportBrokenClaims(in text: UnsafeRawBufferPointer, at node: MarkdownNode) {
    guard let start = text.baseAddress else { return }
    var next = 0
    while let bracket = memchr(start + next, Int32(UInt8(ascii: "]")), text.count - next) {
      next = UnsafeRawPointer(bracket) - start + 1
      guard let address = claimAddress(in: text[next...]) else { continue }
      report(
        .brokenClaimLink, "'\(String(decoding: address, as: UTF8.self))' is not read as a link",
        at: range(ofText: address, near: node), hints: ["leave out the spaces in the address"])
    }
  }

  /// Where words of a text node stand in the source, each time after where the last ones were found.
  private mutating func range(ofText words: Slice<UnsafeRawBufferPointer>, near node: MarkdownNode)
    -> SourceRange
  {
    let line = max(node.startLine, 1)
    let from = max(source.start(ofLine: line), searchedText)
    let part = from..<(from + min(16_384, searchBudget))
    guard let found = source.firstRange(of: words, in: part) else {
      searchBudget -= part.count
      return source.range(ofLines: line...line)
    }
    searchedText = found.upperBound
    return source.range(of: found)
  }
}

extension SourceText {
  /// Whether the text names a figure or a calculation anywhere; with entities it may be spelled otherwise.
  var mayHoldClaims: Bool {
    if bytes.firstOffset(of: UInt8(ascii: "&")) != nil { return true }
    var next = 0
    while let colon = bytes.firstOffset(of: UInt8(ascii: ":"), from: next) {
      let word = bytes[max(0, colon - 4)..<colon]
      if word.elementsEqual("fact".utf8) || word.elementsEqual("calc".utf8) { return true }
      next = colon + 1
    }
    return false
  }
}

/// The parentheses with a `fact:` or `calc:` address that follow a closing bracket, as far as they go.
private func claimAddress(in text: Slice<UnsafeRawBufferPointer>) -> Slice<UnsafeRawBufferPointer>? {
  let rest = text.drop { $0 == 32 || $0 == 9 }
  guard rest.first == UInt8(ascii: "(") else { return nil }
  let address = rest.dropFirst().drop { $0 == 32 || $0 == 9 }
  guard address.starts(with: "fact:".utf8) || address.starts(with: "calc:".utf8) else { return nil }
  var depth = 0
  for index in rest.indices.prefix(200) {
    if rest[index] == UInt8(ascii: "(") { depth += 1 }
    if rest[index] == UInt8(ascii: ")") { depth -= 1 }
    if depth == 0 { return rest[...index] }
  }
  return rest.prefix(200)
}
