/// A style sheet as it is published: without comments, indentation and blank lines, which are for its authors.
///
/// What CSS reads is not touched (CSS Syntax Module Level 3, section 4): strings and unquoted addresses stay as they
/// are, and a comment between two words leaves the space that it was. A comment that begins with `/*!` stays, because
/// that is how licenses ask to be kept.
func compactStyleSheet(_ source: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(source.count)
  var at = 0
  /// Takes bytes as they are, up to and with the first `end` that no backslash precedes.
  func copy(through end: UInt8, orLine: Bool) {
    while at < source.count {
      let byte = source[at]
      result.append(byte)
      at += 1
      if byte == backslash, at < source.count {
        result.append(source[at])
        at += 1
      } else if byte == end || orLine && byte == newline {
        return
      }
    }
  }
  while at < source.count {
    let byte = source[at]
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      result.append(byte)
      at += 1
      copy(through: byte, orLine: true)
    case backslash:
      result += source[at..<min(at + 2, source.count)]
      at += 2
    case UInt8(ascii: "/") where source[at...].starts(with: "/*".utf8):
      let keeps = source[at...].starts(with: "/*!".utf8)
      var end = min(at + 2, source.count)
      while end < source.count, !source[end...].starts(with: "*/".utf8) { end += 1 }
      end = min(end + 2, source.count)
      if keeps {
        result += source[at..<end]
      } else if let last = result.last, !isSpace(last), end < source.count, !isSpace(source[end]) {
        result.append(UInt8(ascii: " "))
      }
      at = end
    case UInt8(ascii: "(") where result.suffix(3).elementsEqual("url".utf8) && !isQuoted(source, after: at):
      copy(through: UInt8(ascii: ")"), orLine: false)
    case _ where isSpace(byte):
      // A line's end takes what surrounds it along.
      let end = source[at...].firstIndex { !isSpace($0) } ?? source.count
      if source[at..<end].contains(newline) {
        if let last = result.last, last != newline { result.append(newline) }
      } else if result.last != newline {
        result += source[at..<end]
      }
      at = end
    default:
      result.append(byte)
      at += 1
    }
  }
  while let last = result.last, isSpace(last) { result.removeLast() }
  return result.isEmpty ? [] : result + [newline]
}

private let newline = UInt8(ascii: "\n")
private let backslash = UInt8(ascii: "\\")

private func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

/// Whether what a parenthesis opens begins with a quotation mark.
private func isQuoted(_ source: [UInt8], after parenthesis: Int) -> Bool {
  let first = source[(parenthesis + 1)...].first { !isSpace($0) }
  return first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
}
