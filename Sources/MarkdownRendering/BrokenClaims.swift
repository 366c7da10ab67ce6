import Diagnostics
import Glibc
import Markup

extension PageRenderer {
  /// Reports links to figures that are written like links and are none: their source is still in the text.
  ///
  /// The parser may split a text anywhere, so neighbours are read as one, from the first of them.
  mutating func reportBrokenClaims(from first: MarkdownNode) {
    guard first.next?.kind == .text else {
      return reportBrokenClaims(in: first.literal, at: first, before: first.next)
    }
    var joined: [UInt8] = []
    var node: MarkdownNode? = first
    while let text = node, text.kind == .text {
      joined.append(contentsOf: text.literal)
      node = text.next
    }
    joined.withUnsafeBytes { reportBrokenClaims(in: $0, at: first, before: node) }
  }

  private mutating func reportBrokenClaims(
    in text: UnsafeRawBufferPointer, at node: MarkdownNode, before next: MarkdownNode?
  ) {
    guard let start = text.baseAddress else { return }
    let goesOn = next?.kind == .softBreak || next?.kind == .lineBreak
    var next = 0
    while let bracket = memchr(start + next, Int32(UInt8(ascii: "]")), text.count - next) {
      next = UnsafeRawPointer(bracket) - start + 1
      guard let claim = BrokenClaim(after: text[next...], goesOn: goesOn) else { continue }
      let words = String(decoding: claim.address, as: UTF8.self)
      report(
        .brokenClaimLink, "'\(words)' is not read as a link", at: range(ofText: claim.address, near: node),
        hints: [claim.hint])
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
    return nextClaim(from: 0) != nil
  }

  /// The offset of the next colon after `fact` or `calc`.
  private func nextClaim(from start: Int) -> Int? {
    var next = start
    while let colon = bytes.firstOffset(of: UInt8(ascii: ":"), from: next) {
      let word = bytes[max(0, colon - 4)..<colon]
      if word.elementsEqual("fact".utf8) || word.elementsEqual("calc".utf8) { return colon }
      next = colon + 1
    }
    return nil
  }

  /// What is written like a link to a figure and is none, with the words in its brackets.
  ///
  /// - Parameter links: what the parser takes for links, in order.
  func brokenClaims(besides links: [ScannedLink]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var (next, link) = (0, 0)
    while let colon = nextClaim(from: next) {
      next = colon + 1
      while link < links.count, links[link].range.upperBound <= colon { link += 1 }
      if link < links.count, links[link].range.lowerBound <= colon { continue }
      var open = colon - 4
      while open > 0, isSpace(bytes[open - 1]) { open -= 1 }
      guard open > 0, bytes[open - 1] == UInt8(ascii: "(") else { continue }
      var close = open - 1
      while close > 0, isSpace(bytes[close - 1]) { close -= 1 }
      guard close > 0, bytes[close - 1] == UInt8(ascii: "]"),
        let claim = BrokenClaim(after: bytes[close..<min(bytes.count, close + 300)])
      else { continue }
      found.append(bracket(before: close - 1)..<claim.address.endIndex)
      next = max(next, claim.address.endIndex)
    }
    return found
  }

  /// The bracket that one which closes has opened, on its line and the one before; the closing one where there is none.
  private func bracket(before close: Int) -> Int {
    var at = close
    var (lines, depth) = (0, 0)
    while at > max(0, close - 200), lines < 2 {
      at -= 1
      switch bytes[at] {
      case UInt8(ascii: "["):
        if depth == 0 { return at }
        depth -= 1
      case UInt8(ascii: "]"): depth += 1
      case 10: lines += 1
      default: break
      }
    }
    return close
  }
}

/// A `fact:` or `calc:` address behind a closing bracket that does not make a link of the words before it.
private struct BrokenClaim {
  /// From its parenthesis on, as far as it goes.
  var address: Slice<UnsafeRawBufferPointer>
  /// What the author can do.
  var hint: String

  /// - Parameters:
  ///   - text: what follows the bracket.
  ///   - goesOn: whether another line of the paragraph follows the text.
  init?(after text: Slice<UnsafeRawBufferPointer>, goesOn: Bool = false) {
    let rest = text.drop(while: isSpace)
    guard rest.first == UInt8(ascii: "(") else { return nil }
    let inside = rest.dropFirst().drop(while: isSpace)
    guard inside.starts(with: "fact:".utf8) || inside.starts(with: "calc:".utf8) else { return nil }
    let end = closingParenthesis(of: rest)
    // No address is longer; to repeat what follows each bracket of a long text would take its square.
    let most = inside.prefix(200)
    let word = rest[..<(most.firstIndex { isSpace($0) || $0 == 10 || $0 == 13 } ?? most.endIndex)]
    let bare = word.dropLast(while: { ".,;:!?".utf8.contains($0) })
    let closed = bare.count { $0 == UInt8(ascii: ")") }
    let open = bare.count { $0 == UInt8(ascii: "(") } - closed
    // Where the parentheses of a calculation are closed before the first space, only the link's own is missing.
    let lacksOne = open == 1 && bare.last == UInt8(ascii: ")") && closed > 0
    guard let end, !lacksOne else {
      address = bare
      if open > 0, !lacksOne, goesOn, word.endIndex == text.endIndex {
        hint = "leave out the line break in the address"
      } else if open <= 1 {
        hint = "close the address: \(String(decoding: bare, as: UTF8.self)))"
      } else {
        hint = "close both parentheses of the address, and leave out the spaces in it"
      }
      return
    }
    address = rest[...end]
    if address.contains(where: { isSpace($0) || $0 == 10 || $0 == 13 }) {
      hint = "leave out the spaces in the address"
    } else if rest.startIndex > text.startIndex {
      hint = "leave out the space before '('"
    } else {
      hint = "a link is [words](address), with brackets in pairs and no other link in its words"
    }
  }
}

/// Where the parenthesis is closed with which a text begins, within 200 bytes.
private func closingParenthesis(of text: Slice<UnsafeRawBufferPointer>) -> Int? {
  var depth = 0
  for index in text.indices.prefix(200) {
    if text[index] == UInt8(ascii: "(") { depth += 1 }
    if text[index] == UInt8(ascii: ")") { depth -= 1 }
    if depth == 0 { return index }
  }
  return nil
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }

extension Slice<UnsafeRawBufferPointer> {
  /// The text without the bytes at its end for which a test holds.
  fileprivate func dropLast(while holds: (UInt8) -> Bool) -> Slice<UnsafeRawBufferPointer> {
    var end = endIndex
    while end > startIndex, holds(self[end - 1]) { end -= 1 }
    return self[..<end]
  }
}
