import Glibc

/// A word, a number or a mark of a text.
struct ProseToken: Hashable {
  /// In small letters, without a possessive ending.
  var word: ProseWord
  private var start: Int32
  private var end: Int32
  /// Which of the text's links a claim is, by its place in their list.
  var link: Int32
  var kind: Kind

  enum Kind: UInt8, Hashable {
    case word
    /// Digits with commas and full stops between them.
    case number
    /// A single character: `$`, `(`, `%`. All dashes are `-`.
    case mark
    /// A link to a figure.
    case claim
    /// The end of a paragraph.
    case end
  }

  @inline(__always)
  init(kind: Kind, word: ProseWord = ProseWord(), range: Range<Int>, link: Int = 0) {
    self.kind = kind
    self.word = word
    start = Int32(truncatingIfNeeded: range.lowerBound)
    end = Int32(truncatingIfNeeded: range.upperBound)
    self.link = Int32(truncatingIfNeeded: link)
  }

  /// The bytes it takes up of its text.
  var range: Range<Int> { Int(start)..<Int(end) }

  /// The same token at another place.
  func moved(to range: Range<Int>) -> ProseToken {
    ProseToken(kind: kind, word: word, range: range, link: Int(link))
  }

  @inline(__always)
  func isMark(_ mark: Unicode.Scalar) -> Bool { kind == .mark && word == ProseWord(mark) }
  func isWord(_ other: ProseWord) -> Bool { kind == .word && word == other }
}

/// The tokens of a text, and where among them its numbers stand: figures and dates do, and whoever looks there
/// passes over nearly all of a text.
struct NumberedTokens {
  var all: [ProseToken]
  var numbers: [Int]

  var count: Int { all.count }
}

/// Cuts a text into tokens; code, marks of emphasis, entities and masked ranges are passed over.
///
/// Paragraphs without a digit or a link are left out: nothing in them is a figure or a date.
func proseTokens(_ text: ProseText) -> NumberedTokens {
  text.bytes.withUnsafeBufferPointer { bytes in
    var scanner = TokenScanner(bytes, text)
    scanner.scanParagraphs()
    return NumberedTokens(all: scanner.tokens, numbers: scanner.numbers)
  }
}

/// The tokens of a few words, a link's text for example.
func proseTokens(_ words: String) -> [ProseToken] {
  var words = words
  return words.withUTF8 { bytes in
    var scanner = TokenScanner(bytes, ProseText(bytes: []))
    scanner.scan(0..<bytes.count)
    return Array(scanner.tokens.dropLast())
  }
}

private struct TokenScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let links: [(index: Int, range: Range<Int>)]
  private let masked: [Range<Int>]
  private var (nextLink, nextMask) = (0, 0)
  /// Where the next link or masked range begins; before it nothing has to be asked about either.
  private var border = 0
  private(set) var tokens: [ProseToken] = []
  private(set) var numbers: [Int] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ text: ProseText) {
    self.bytes = bytes
    let whole = 0..<bytes.count
    links =
      text.links.isEmpty
      ? []
      : text.links.enumerated().map { ($0, $1.range.clamped(to: whole)) }
        .filter { !$0.1.isEmpty }.sorted { $0.1.lowerBound < $1.1.lowerBound }
    masked =
      text.masked.isEmpty
      ? []
      : text.masked.map { $0.clamped(to: whole) }.filter { !$0.isEmpty }
        .sorted { $0.lowerBound < $1.lowerBound }
    // English words have five letters and a space, and marks stand close to them.
    tokens.reserveCapacity(bytes.count / 4 + 8)
  }

  /// Takes what stands between blank lines, where it holds a digit or the start of a link.
  mutating func scanParagraphs() {
    var (start, line) = (0, 0)
    while line < bytes.count {
      let end = lineEnd(line)
      if isBlank(line..<end) {
        if mayMatter(start..<line) { scan(start..<end) }
        start = end + 1
      }
      line = end + 1
    }
    if start < bytes.count, mayMatter(start..<bytes.count) { scan(start..<bytes.count) }
  }

  /// Where the line that begins at an offset ends.
  private func lineEnd(_ start: Int) -> Int {
    guard let base = bytes.baseAddress, let found = memchr(base + start, 10, bytes.count - start) else {
      return bytes.count
    }
    return UnsafeRawPointer(base).distance(to: found)
  }

  private func isBlank(_ line: Range<Int>) -> Bool {
    for byte in bytes[line] where byte != 32 && byte != 9 && byte != 13 { return false }
    return true
  }

  /// Whether a range holds a digit or the start of a link.
  private func mayMatter(_ range: Range<Int>) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    var at = range.lowerBound
    while at + 8 <= range.upperBound {
      let word = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: at, as: UInt64.self)
      // Some byte is below ten, or nothing, after its digits or its bracket are taken away (Anderson, "Bit Twiddling
      // Hacks", "Determine if a word has a byte less than n").
      let digits = word ^ 0x3030_3030_3030_3030
      let brackets = word ^ 0x5B5B_5B5B_5B5B_5B5B
      let found =
        (digits &- 0x0A0A_0A0A_0A0A_0A0A) & ~digits | (brackets &- 0x0101_0101_0101_0101) & ~brackets
      if found & 0x8080_8080_8080_8080 != 0 { return true }
      at += 8
    }
    return bytes[at..<range.upperBound].contains { isDigit($0) || $0 == UInt8(ascii: "[") }
  }

  mutating func scan(_ paragraph: Range<Int>) {
    var at = paragraph.lowerBound
    let end = paragraph.upperBound
    while at < end {
      if at >= border, let next = passBorder(at) {
        at = next
        continue
      }
      let byte = bytes[at]
      if byte <= 32 {
        at += 1
      } else if isLetter(byte) {
        at = word(at, end)
      } else {
        at = token(byte, at, end)
      }
    }
    tokens.append(ProseToken(kind: .end, range: paragraph.upperBound..<paragraph.upperBound))
  }

  /// Takes a link or passes a masked range that begins at an offset, and says where to go on.
  private mutating func passBorder(_ at: Int) -> Int? {
    while nextLink < links.count, links[nextLink].range.lowerBound < at { nextLink += 1 }
    if nextLink < links.count, links[nextLink].range.lowerBound == at {
      let link = links[nextLink]
      tokens.append(ProseToken(kind: .claim, range: link.range, link: link.index))
      return link.range.upperBound
    }
    while nextMask < masked.count, masked[nextMask].upperBound <= at { nextMask += 1 }
    if nextMask < masked.count, masked[nextMask].contains(at) { return masked[nextMask].upperBound }
    border = min(
      nextLink < links.count ? links[nextLink].range.lowerBound : .max,
      nextMask < masked.count ? masked[nextMask].lowerBound : .max)
    return nil
  }

  /// Takes what stands at an offset and is neither a space nor a letter, and says where to go on.
  private mutating func token(_ byte: UInt8, _ at: Int, _ end: Int) -> Int {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "\\"): return at + 1
    case UInt8(ascii: "`"): return codeEnd(at, end)
    case UInt8(ascii: "&"): return entity(at, end)
    case UInt8(ascii: "<"): return tagEnd(at, end)
    case _ where isDigit(byte): return number(at, end)
    case UInt8(ascii: ".") where at + 1 < end && isDigit(bytes[at + 1]) && !followsLetter(at):
      return number(at, end)
    case 0xC2...0xF4: return scalar(at, end)
    default: return mark(ProseWord(small: UInt64(byte), count: 1), at..<(at + 1))
    }
  }

  private mutating func mark(_ mark: ProseWord, _ range: Range<Int>) -> Int {
    tokens.append(ProseToken(kind: .mark, word: mark, range: range))
    return range.upperBound
  }

  /// Commas and full stops belong to a number where a digit follows them.
  private mutating func number(_ start: Int, _ end: Int) -> Int {
    var at = start + 1
    while at < end {
      let isSeparator = bytes[at] == UInt8(ascii: ",") || bytes[at] == UInt8(ascii: ".")
      guard isDigit(bytes[at]) || (isSeparator && at + 1 < end && isDigit(bytes[at + 1])) else { break }
      at += 1
    }
    numbers.append(tokens.count)
    tokens.append(ProseToken(kind: .number, word: spelling(start..<at), range: start..<at))
    return at
  }

  /// A word that begins with a letter. Most are up to seven letters before a space or a full stop, and their end is
  /// found where their bytes are taken, all at once.
  private mutating func word(_ start: Int, _ end: Int) -> Int {
    guard start + 8 <= bytes.count, let base = bytes.baseAddress else {
      return word(start, from: start + 1, end)
    }
    let word = UInt64(
      littleEndian: UnsafeRawPointer(base).loadUnaligned(fromByteOffset: start, as: UInt64.self))
    // In each byte the highest bit, where it is a letter (Warren, "Hacker's Delight", 2-18).
    let small = word | 0x2020_2020_2020_2020
    let low = small & 0x7F7F_7F7F_7F7F_7F7F
    let letters = (low &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(low &+ 0x0505_0505_0505_0505) & ~word
    let count = (~letters & 0x8080_8080_8080_8080).trailingZeroBitCount / 8
    guard count < 8, start + count <= end else { return self.word(start, from: start + 1, end) }
    let after = UInt8(truncatingIfNeeded: word >> UInt64(8 * count))
    // These can go on with a word.
    if after == UInt8(ascii: "-") || after == UInt8(ascii: "'") || after >= 0x80 {
      return self.word(start, from: start + count, end)
    }
    let spelling = ProseWord(small: small & ~(.max << UInt64(8 * count)), count: count)
    tokens.append(ProseToken(kind: .word, word: spelling, range: start..<(start + count)))
    // A space right after it is passed in the same step.
    return after == 32 && start + count < min(border, end) ? start + count + 1 : start + count
  }

  /// Letters with hyphens and apostrophes between them.
  private mutating func word(_ start: Int, from: Int, _ end: Int) -> Int {
    var at = from
    while at < end {
      let byte = bytes[at]
      if isLetter(byte) {
        at += 1
        continue
      }
      if nextLink < links.count, links[nextLink].range.lowerBound == at { break }
      if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'"), at + 1 < end, isLetter(bytes[at + 1]) {
        at += 2
      } else if byte >= 0xC3, byte <= 0xDF, at + 1 < end {
        at += 2
      } else if hasApostrophe(at, end) {
        at += 3
      } else {
        break
      }
    }
    var end = at
    if end - start > 2, bytes[end - 1] | 32 == UInt8(ascii: "s") {
      if bytes[end - 2] == UInt8(ascii: "'") {
        end -= 2
      } else if end - start > 4, bytes[end - 2] == 0x99, bytes[end - 3] == 0x80, bytes[end - 4] == 0xE2 {
        end -= 4
      }
    }
    tokens.append(ProseToken(kind: .word, word: spelling(start..<end), range: start..<at))
    return at
  }

  private func hasApostrophe(_ at: Int, _ end: Int) -> Bool {
    at + 3 < end && bytes[at] == 0xE2 && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x99
      && isLetter(bytes[at + 3])
  }

  /// A character beyond ASCII: spaces are passed over, dashes and signs of currencies are marks, and all
  /// else begins a word.
  private mutating func scalar(_ at: Int, _ end: Int) -> Int {
    let length = bytes[at] < 0xE0 ? 2 : bytes[at] < 0xF0 ? 3 : 4
    let range = at..<min(at + length, end)
    let character = spelling(range)
    if Self.spaces.contains(character) { return range.upperBound }
    if Self.dashes.contains(character) { return mark("-", range) }
    if Self.signs.contains(character) { return mark(character, range) }
    return word(at, from: range.upperBound, end)
  }

  private static let spaces: WordSet = ["\u{A0}", "\u{202F}", "\u{2009}", "\u{200B}"]
  private static let dashes: WordSet = ["\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2212}"]
  private static let signs: WordSet = [
    "\u{2014}", "€", "£", "¥", "¢", "₹", "₩", "₪", "₽", "₺", "₫", "₦", "₱", "฿", "“", "”", "‘", "’", "…", "§",
  ]

  private func codeEnd(_ start: Int, _ end: Int) -> Int {
    let length = bytes[start..<end].prefix { $0 == UInt8(ascii: "`") }.count
    var at = start + length
    var run = 0
    while at < end {
      run = bytes[at] == UInt8(ascii: "`") ? run + 1 : 0
      at += 1
      if run == length, at == end || bytes[at] != UInt8(ascii: "`") { return at }
      // Long texts of marks that never close cost no more than their length.
      if at - start > 4096 { break }
    }
    return start + length
  }

  /// Passes over an entity; one that stands for a digit, a sign or a dash is what it stands for.
  private mutating func entity(_ start: Int, _ end: Int) -> Int {
    var at = start + 1
    while at < min(end, start + 12),
      isLetter(bytes[at]) || isDigit(bytes[at]) || bytes[at] == UInt8(ascii: "#")
    {
      at += 1
    }
    guard at < end, at > start + 1, bytes[at] == UInt8(ascii: ";") else { return start + 1 }
    let range = start..<(at + 1)
    guard let scalar = scalar(named: spelling((start + 1)..<at)) else { return range.upperBound }
    if ("0"..."9").contains(scalar) {
      numbers.append(tokens.count)
      tokens.append(ProseToken(kind: .number, word: ProseWord(scalar), range: range))
    } else if Self.dashes.contains(ProseWord(scalar)) {
      return mark("-", range)
    } else if Self.signs.contains(ProseWord(scalar)) || "$%()+-,.".unicodeScalars.contains(scalar) {
      return mark(ProseWord(scalar), range)
    }
    return range.upperBound
  }

  /// The character of an entity: `#36`, `#x24` or `dollar`.
  private func scalar(named name: ProseWord) -> Unicode.Scalar? {
    guard name.first == UInt8(ascii: "#") else { return Self.entities[name] }
    let digits = name.text.dropFirst()
    let value = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap { Unicode.Scalar($0) }
  }

  private static let entities: WordTable<Unicode.Scalar> = [
    "dollar": "$", "percnt": "%", "euro": "€", "pound": "£", "yen": "¥", "cent": "¢", "minus": "\u{2212}",
    "ndash": "\u{2013}", "mdash": "\u{2014}", "lpar": "(", "rpar": ")", "plus": "+", "comma": ",",
    "period": ".",
  ]

  private func tagEnd(_ start: Int, _ end: Int) -> Int {
    guard start + 1 < end, isLetter(bytes[start + 1]) || "/!".utf8.contains(bytes[start + 1]) else {
      return start + 1
    }
    let close = bytes[start..<min(end, start + 4096)].firstIndex(of: UInt8(ascii: ">"))
    return close.map { $0 + 1 } ?? start + 1
  }

  private func followsLetter(_ at: Int) -> Bool { at > 0 && isLetter(bytes[at - 1]) }
  private func spelling(_ range: Range<Int>) -> ProseWord {
    ProseWord(UnsafeBufferPointer(rebasing: bytes[range]))
  }
}

private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

private func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- UInt8(ascii: "a") < 26 }
