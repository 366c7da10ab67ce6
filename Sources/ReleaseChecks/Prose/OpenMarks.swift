import Diagnostics

/// V423: brackets and quotation marks of a text that have no counterpart in their paragraph, the first one of each.
///
/// Told only where it is certain enough to ask: what stands in code, HTML and addresses counts for nothing, nor do
/// apostrophes and inches, the brackets of lists (`a)`), and faces. Quotation marks come in many styles, so those of one
/// family (`"`, `“” „“`, `«» »«`) need only be even in number. A quotation of several paragraphs may open each
/// of them and close only the last, or open the first and close the last.
func openMarks(_ text: ProseText, in number: Int) -> [ProseFinding] {
  text.bytes.withUnsafeBufferPointer { bytes in
    guard !isEven(bytes) else { return [] }
    var reading = MarkReading(bytes, text)
    reading.readParagraphs()
    return reading.found.sorted { $0.lowerBound < $1.lowerBound }.map { open in
      let mark = String(decoding: bytes[open], as: UTF8.self)
      return ProseFinding(
        .openMark, "'\(mark)' has no counterpart in its paragraph", in: number, at: open, severity: .warning,
        hints: ["add the other mark, or put a backslash or code round one that is meant alone"])
    }
  }
}

/// Whether a whole text has as many marks that open as close, which nearly all have: one loop without a branch.
///
/// Counted in bytes, so that many are added in one step; two hundred and fifty-six too many look like none.
private func isEven(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var (round, square, straight, curly, pointed): (UInt8, UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0, 0)
  for byte in bytes {
    round &+= (byte == 0x28 ? 1 : 0) &- (byte == 0x29 ? 1 : 0)
    square &+= (byte == 0x5B ? 1 : 0) &- (byte == 0x5D ? 1 : 0)
    straight ^= byte == 0x22 ? 1 : 0
    // The last bytes of “, ” and „, and of « and »; other characters that end so only make the text be read.
    curly ^= byte &- 0x9C < 3 ? 1 : 0
    pointed ^= (byte == 0xAB ? 1 : 0) | (byte == 0xBB ? 1 : 0)
  }
  return round | square | straight | curly | pointed == 0
}

/// Reads the marks of a text, paragraph by paragraph.
private struct MarkReading {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let masked: [Range<Int>]
  private var nextMask = 0
  private(set) var found: [Range<Int>] = []

  enum Family: Int { case straight, curly, pointed }

  private var round: [Int] = []
  private var square: [Int] = []
  private var strayRound: Int?
  private var straySquare: Int?
  private var hasListMark = false
  /// Up to where no tag closes.
  private var untagged = 0
  /// The last mark of each family where their number is odd.
  private var odd: [Range<Int>?] = [nil, nil, nil]
  /// The same of the paragraph before, which this one may close.
  private var pending: [Range<Int>?] = [nil, nil, nil]

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ text: ProseText) {
    self.bytes = bytes
    masked = text.masked.map { $0.clamped(to: 0..<bytes.count) }.filter { !$0.isEmpty }
      .sorted { $0.lowerBound < $1.lowerBound }
  }

  mutating func readParagraphs() {
    var (start, line) = (0, 0)
    while line < bytes.count {
      let end = bytes[line...].firstIndex(of: 10) ?? bytes.count
      if bytes[line..<end].allSatisfy({ $0 <= 32 || $0 == UInt8(ascii: ">") }) {
        read(start..<line)
        start = min(end + 1, bytes.count)
      }
      line = end + 1
    }
    if start < bytes.count { read(start..<bytes.count) }
    for mark in pending { if let mark { found.append(mark) } }
  }

  private mutating func read(_ paragraph: Range<Int>) {
    guard !paragraph.isEmpty, !isMasked(whole: paragraph) else { return }
    (round, square, strayRound, straySquare, hasListMark) = ([], [], nil, nil, false)
    odd = [nil, nil, nil]
    var at = paragraph.lowerBound
    while at < paragraph.upperBound {
      while nextMask < masked.count, masked[nextMask].upperBound <= at { nextMask += 1 }
      if nextMask < masked.count, masked[nextMask].contains(at) {
        at = masked[nextMask].upperBound
        continue
      }
      at = mark(at, paragraph)
    }
    judgeBrackets()
    judgeQuotations(paragraph)
  }

  /// Takes what stands at an offset, and says where to go on.
  private mutating func mark(_ at: Int, _ paragraph: Range<Int>) -> Int {
    switch bytes[at] {
    case UInt8(ascii: "\\"): return at + 2
    case UInt8(ascii: "`"):
      let run = bytes[at..<paragraph.upperBound].prefix { $0 == UInt8(ascii: "`") }.count
      var next = at + run
      while next < paragraph.upperBound {
        let other = bytes[next..<paragraph.upperBound].prefix { $0 == UInt8(ascii: "`") }.count
        if other == run { return next + run }
        next += max(1, other)
        if next - at > 4096 { break }
      }
      return at + run
    case UInt8(ascii: "<"):
      // Tags are short; where none closes, none is looked for again.
      guard at >= untagged, at + 1 < paragraph.upperBound, beginsTag(bytes[at + 1]) else { return at + 1 }
      let end = min(paragraph.upperBound, at + 4096)
      guard let close = bytes[at..<end].firstIndex(of: UInt8(ascii: ">")) else {
        untagged = end
        return at + 1
      }
      return close + 1
    case UInt8(ascii: "("):
      // "Result:(5)" is no face.
      let isLast = at + 1 >= paragraph.upperBound || bytes[at + 1] <= 32 || bytes[at + 1] == UInt8(ascii: ".")
      if !isLast || !isFace(at) { round.append(at) }
    case UInt8(ascii: ")"):
      guard round.popLast() == nil, !isFace(at) else { break }
      if isListMark(at, paragraph) { hasListMark = true } else { strayRound = strayRound ?? at }
    case UInt8(ascii: "["): square.append(at)
    case UInt8(ascii: "]"): if square.popLast() == nil { straySquare = straySquare ?? at }
    case UInt8(ascii: "\""):
      let isInch = odd[0] == nil && at > 0 && bytes[at - 1] &- 48 < 10
      if !isInch { toggle(.straight, at..<(at + 1)) }
    case 0xE2 where at + 2 < bytes.count && bytes[at + 1] == 0x80 && bytes[at + 2] &- 0x9C < 3:
      toggle(.curly, at..<(at + 3))
      return at + 3
    case 0xC2 where at + 1 < bytes.count && (bytes[at + 1] == 0xAB || bytes[at + 1] == 0xBB):
      toggle(.pointed, at..<(at + 2))
      return at + 2
    default: break
    }
    return at + 1
  }

  private mutating func toggle(_ family: Family, _ range: Range<Int>) {
    odd[family.rawValue] = odd[family.rawValue] == nil ? range : nil
  }

  /// An interval such as `[0, 1)` has one of each.
  private mutating func judgeBrackets() {
    let one = strayRound ?? round.first
    let other = straySquare ?? square.first
    guard one == nil || other == nil, other == nil || !hasListMark, let at = one ?? other else { return }
    found.append(at..<(at + 1))
  }

  private mutating func judgeQuotations(_ paragraph: Range<Int>) {
    let opening = openingMark(paragraph)
    for family in 0..<3 {
      if let before = pending[family] {
        if opening?.rawValue == family {
          // Each paragraph of a quotation opens anew.
        } else if odd[family] != nil {
          odd[family] = nil
        } else {
          found.append(before)
        }
      }
      pending[family] = odd[family]
    }
  }

  /// The quotation mark that a paragraph begins with, after the marks of a list, a quotation and emphasis.
  private func openingMark(_ paragraph: Range<Int>) -> Family? {
    let passed: [UInt8] = Array(" >*_-+\t\r".utf8)
    guard let first = bytes[paragraph].firstIndex(where: { !passed.contains($0) }) else { return nil }
    switch bytes[first] {
    case UInt8(ascii: "\""): return .straight
    case 0xE2 where first + 2 < bytes.count && bytes[first + 1] == 0x80 && bytes[first + 2] &- 0x9C < 3:
      return .curly
    case 0xC2 where first + 1 < bytes.count && (bytes[first + 1] == 0xAB || bytes[first + 1] == 0xBB):
      return .pointed
    default: return nil
    }
  }

  private func isMasked(whole range: Range<Int>) -> Bool {
    var index = nextMask
    while index < masked.count, masked[index].upperBound <= range.lowerBound { index += 1 }
    return index < masked.count && masked[index].lowerBound <= range.lowerBound
      && masked[index].upperBound >= range.upperBound
  }

  /// `:)`, `;-(`
  private func isFace(_ at: Int) -> Bool {
    guard at > 0 else { return false }
    let eyes = bytes[at - 1] == UInt8(ascii: "-") && at > 1 ? bytes[at - 2] : bytes[at - 1]
    return eyes == UInt8(ascii: ":") || eyes == UInt8(ascii: ";")
  }

  /// `a)`, `12)` and `iv)` after a space.
  private func isListMark(_ at: Int, _ paragraph: Range<Int>) -> Bool {
    var start = at
    while start > max(paragraph.lowerBound, at - 5), isLetterOrDigit(bytes[start - 1]) { start -= 1 }
    let mark = bytes[start..<at]
    guard (1...4).contains(mark.count),
      mark.count == 1 || mark.allSatisfy({ $0 &- 48 < 10 }) || mark.allSatisfy({ "ivxIVX".utf8.contains($0) })
    else { return false }
    return start == paragraph.lowerBound || bytes[start - 1] <= 32 || bytes[start - 1] == UInt8(ascii: "*")
      || bytes[start - 1] == UInt8(ascii: "_")
  }

  private func beginsTag(_ byte: UInt8) -> Bool {
    (byte | 32) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!")
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte &- 48 < 10 || (byte | 32) &- UInt8(ascii: "a") < 26
  }
}
