import Markup

/// A link-like construct as it stands in the source.
struct InlineConstruct: Hashable {
  enum Form {
    /// `[text](destination)` or the same with `!` before it.
    case inline
    /// `<scheme:...>` or `<name@host>`.
    case autolink
  }

  var form: Form
  /// The whole of it.
  var whole: Range<Int>
  /// The destination, without angle brackets.
  var destination: Range<Int>
}

/// Finds the inline links, images and autolinks of one block of text, in the order in which they end.
///
/// The parser's columns for inlines forget the marks that continuation lines of quotations and lists
/// begin with. So the source itself is read once more, with CommonMark's precedence (0.31, section 6):
/// backslash escapes, code spans and autolinks bind tighter than brackets. What only looks like a link
/// is found too; the caller matches against the tree.
func inlineConstructs(in bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> [InlineConstruct] {
  var found: [InlineConstruct] = []
  var openers: [Int] = []
  /// Lengths of backtick runs known to have no closing run after a position.
  var unclosed: Set<Int> = []
  /// Closing marks of titles known not to follow any more.
  var unclosedTitles: Set<UInt8> = []
  var at = range.lowerBound
  let text = UnsafeRawBufferPointer(rebasing: bytes[..<range.upperBound])
  while true {
    at = text.firstOffset(of: InlineMarks.self, from: at)
    guard at < range.upperBound else { break }
    switch bytes[at] {
    case UInt8(ascii: "\\"): at += 2
    case UInt8(ascii: "`"):
      let length = run(of: UInt8(ascii: "`"), in: bytes, at..<range.upperBound)
      let after = at + length
      if !unclosed.contains(length), let close = closing(length, in: bytes, after..<range.upperBound) {
        at = close
      } else {
        unclosed.insert(length)
        at = after
      }
    case UInt8(ascii: "<"):
      if let end = autolinkEnd(in: bytes, at..<range.upperBound) {
        found.append(
          InlineConstruct(form: .autolink, whole: at..<end, destination: (at + 1)..<(end - 1)))
        at = end
      } else {
        at += 1
      }
    case UInt8(ascii: "["):
      let isImage = at > range.lowerBound && bytes[at - 1] == UInt8(ascii: "!")
      openers.append(isImage ? at - 1 : at)
      at += 1
    case UInt8(ascii: "]"):
      let opener = openers.popLast()
      at += 1
      guard let opener, at < range.upperBound, bytes[at] == UInt8(ascii: "("),
        let target = linkTarget(in: bytes, at..<range.upperBound, &unclosedTitles)
      else { continue }
      found.append(
        InlineConstruct(
          form: .inline, whole: opener..<target.end, destination: target.destination))
      at = target.end
    default: at += 1
    }
  }
  return found
}

/// The marks that begin or end a construct, or keep one from being one.
private enum InlineMarks: ByteSet {
  @inline(__always)
  static func marks(in block: ByteBlock) -> ByteMarks {
    // `[`, the backslash and `]` follow each other.
    (block &- .all(UInt8(ascii: "[")) .< .all(3)) .| (block .== .all(UInt8(ascii: "`")))
      .| (block .== .all(UInt8(ascii: "<")))
  }
}

private func run(of byte: UInt8, in bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int {
  var end = range.lowerBound
  while end < range.upperBound, bytes[end] == byte { end += 1 }
  return end - range.lowerBound
}

/// The offset after the run of exactly `length` backticks that closes a code span.
private func closing(_ length: Int, in bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
  var at = range.lowerBound
  while at < range.upperBound {
    guard bytes[at] == UInt8(ascii: "`") else {
      at += 1
      continue
    }
    let found = run(of: UInt8(ascii: "`"), in: bytes, at..<range.upperBound)
    at += found
    if found == length { return at }
  }
  return nil
}

/// The offset after an autolink that starts at the range's `<`: a scheme or a mail address, then no
/// space, no `<` and a `>` (CommonMark 0.31, section 6.5).
private func autolinkEnd(in bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
  var at = range.lowerBound + 1
  var isAddress = false
  while at < range.upperBound {
    switch bytes[at] {
    case UInt8(ascii: ">"): return isAddress ? at + 1 : nil
    case UInt8(ascii: "<"), 0...32: return nil
    case UInt8(ascii: ":"), UInt8(ascii: "@"): isAddress = at > range.lowerBound + 1
    default: break
    }
    at += 1
  }
  return nil
}

/// How deep parentheses nest in a destination; cmark-gfm reads no more either.
private let parenthesisLimit = 32

/// The destination and the end of what stands between the parentheses of an inline link.
private func linkTarget(
  in bytes: UnsafeRawBufferPointer, _ range: Range<Int>, _ unclosedTitles: inout Set<UInt8>
) -> (destination: Range<Int>, end: Int)? {
  var at = range.lowerBound + 1
  func skipSpace() { while at < range.upperBound, isSpace(bytes[at]) { at += 1 } }

  skipSpace()
  let destination: Range<Int>
  if at < range.upperBound, bytes[at] == UInt8(ascii: "<") {
    let start = at + 1
    at = start
    while at < range.upperBound, bytes[at] != UInt8(ascii: ">") {
      if bytes[at] == 10 || bytes[at] == UInt8(ascii: "<") { return nil }
      at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard at < range.upperBound else { return nil }
    destination = start..<at
    at += 1
  } else {
    let start = at
    var depth = 0
    while at < range.upperBound, !isSpace(bytes[at]) {
      if bytes[at] == UInt8(ascii: "\\") {
        at = min(at + 2, range.upperBound)
        continue
      }
      if bytes[at] == UInt8(ascii: "(") { depth += 1 }
      if depth > parenthesisLimit { return nil }
      if bytes[at] == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      at += 1
    }
    destination = start..<at
  }
  skipSpace()
  if at < range.upperBound, let close = titleClose(of: bytes[at]) {
    if unclosedTitles.contains(close) { return nil }
    at += 1
    while at < range.upperBound, bytes[at] != close { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
    if at >= range.upperBound { unclosedTitles.insert(close) }
    at += 1
    skipSpace()
  }
  guard at < range.upperBound, bytes[at] == UInt8(ascii: ")") else { return nil }
  return (destination, at + 1)
}

private func titleClose(of opener: UInt8) -> UInt8? {
  switch opener {
  case UInt8(ascii: "\""), UInt8(ascii: "'"): opener
  case UInt8(ascii: "("): UInt8(ascii: ")")
  default: nil
  }
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
