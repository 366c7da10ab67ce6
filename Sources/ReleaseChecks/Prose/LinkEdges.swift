/// What stands so close to a link that readers take both for one figure.
///
/// Marks of emphasis and characters without width part nothing: `1**[2.5](...)**` is 12.5 to a reader.
struct LinkEdges {
  private let tokens: [ProseToken]
  private let index: Int
  private let text: ProseText

  /// - Parameter index: the link's place among the tokens of its text.
  init(_ tokens: [ProseToken], at index: Int, _ text: ProseText) {
    self.tokens = tokens
    self.index = index
    self.text = text
  }

  /// The tokens of the link's own words where they stand in the text, so that they touch what touches the link.
  func placed(_ own: [ProseToken], in link: ProseLink) -> [ProseToken] {
    guard let last = own.last else { return [] }
    let offset = link.range.lowerBound + 1
    var placed = own.map { $0.moved(to: ($0.range.lowerBound + offset)..<($0.range.upperBound + offset)) }
    // "-[5](...)-" is set between dashes.
    let isBetweenDashes = touchesBefore && tokens[index - 1].isMark("-") && isMark("-", index + 1)
    if own[0].range.lowerBound == 0, touchesBefore, !isBetweenDashes {
      placed[0] = placed[0].moved(to: tokens[index - 1].range.upperBound..<placed[0].range.upperBound)
    }
    if last.range.upperBound == link.text.utf8.count, touchesAfter {
      let end = placed.count - 1
      let next = tokens[index + 1].range.lowerBound
      placed[end] = placed[end].moved(to: min(placed[end].range.lowerBound, next)..<next)
    }
    return placed
  }

  /// A figure that readers see instead of the link's, and whether they do for certain.
  func otherFigure(_ own: [ProseToken], in link: ProseLink) -> (words: String, isCertain: Bool)? {
    guard tokens.indices.contains(index), let first = own.first, let last = own.last else { return nil }
    if first.range.lowerBound == 0, let start = startOfFigure(first) {
      return (shown(start, index - 1) + link.text, true)
    }
    guard last.kind == .number, last.range.upperBound == link.text.utf8.count, index + 1 < tokens.count else {
      return nil
    }
    let next = tokens[index + 1]
    if touchesAfter {
      if next.kind == .number || (next.kind == .word && fractions.contains(next.word)) {
        return (link.text + shown(index + 1, index + 1), true)
      }
      if next.isMark(","), isNumber(index + 2), touch(index + 1, index + 2),
        firstGroup(tokens[index + 2].word) == 3
      {
        return (link.text + shown(index + 1, index + 2), true)
      }
      if next.kind == .claim, let byte = text.links[Int(next.link)].text.utf8.first, isDigit(byte) {
        return (link.text + text.links[Int(next.link)].text, true)
      }
      return nil
    }
    // "12 000" is one figure to many readers, and "12 5" to nobody what was meant.
    guard next.kind == .number, isOneSpace(tokens[index].range.upperBound..<next.range.lowerBound) else {
      return nil
    }
    if let year = wholeNumber(next.word), (1900...2099).contains(year) { return nil }
    return ("\(link.text) \(shown(index + 1, index + 1))", next.word == "000")
  }

  private var touchesBefore: Bool { index > 0 && touch(index - 1, index) }
  private var touchesAfter: Bool { touch(index, index + 1) }

  /// Where digits begin before the link that the link's go on with.
  private func startOfFigure(_ first: ProseToken) -> Int? {
    guard touchesBefore else { return nil }
    let before = tokens[index - 1]
    if first.kind == .mark {
      // "€[$12](...)" has two currencies.
      let isDouble =
        currencySign(before) != nil && currencySign(first) != nil && before.word != first.word
      return isDouble ? index - 1 : nil
    }
    guard first.kind == .number else { return nil }
    if before.kind == .number { return index - 1 }
    let isJoined = isNumber(index - 2) && touch(index - 2, index - 1)
    if before.isMark(",") { return isJoined && firstGroup(first.word) == 3 ? index - 2 : nil }
    if before.isMark("/") { return isJoined ? index - 2 : nil }
    guard before.isMark(".") else { return nil }
    if isJoined { return index - 2 }
    return index < 2 || !touch(index - 2, index - 1) ? index - 1 : nil
  }

  private func isMark(_ mark: Unicode.Scalar, _ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].isMark(mark)
  }

  private func isNumber(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .number
  }

  /// How many digits stand before the first mark of a number.
  private func firstGroup(_ number: ProseWord) -> Int {
    var count = 0
    while count < min(number.count, ProseWord.capacity), isDigit(number[count]) { count += 1 }
    return count
  }

  /// Whether nothing that can be seen parts two tokens.
  private func touch(_ a: Int, _ b: Int) -> Bool {
    guard tokens.indices.contains(a), tokens.indices.contains(b), tokens[a].kind != .end else { return false }
    var at = tokens[a].range.upperBound
    let end = tokens[b].range.lowerBound
    guard tokens[b].kind != .end, at <= end, end - at <= 16, end <= text.bytes.count else { return false }
    while at < end {
      switch text.bytes[at] {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "\\"): at += 1
      // U+200B to U+200D and U+2060, characters without width.
      case 0xE2
      where at + 2 < end && text.bytes[at + 1] == 0x80 && (0x8B...0x8D).contains(text.bytes[at + 2]),
        0xE2 where at + 2 < end && text.bytes[at + 1] == 0x81 && text.bytes[at + 2] == 0xA0:
        at += 3
      default: return false
      }
    }
    return true
  }

  private func isOneSpace(_ range: Range<Int>) -> Bool {
    guard range.upperBound <= text.bytes.count else { return false }
    let bytes = text.bytes[range]
    return bytes.elementsEqual([0x20]) || bytes.elementsEqual([0xC2, 0xA0])
      || bytes.elementsEqual([0xE2, 0x80, 0xAF]) || bytes.elementsEqual([0xE2, 0x80, 0x89])
  }

  private func shown(_ first: Int, _ last: Int) -> String {
    let range = tokens[first].range.lowerBound..<tokens[last].range.upperBound
    guard range.upperBound <= text.bytes.count else { return "" }
    return String(decoding: text.bytes[range], as: UTF8.self)
  }
}

/// Characters that make another figure of the digits before them.
private let fractions: WordSet = ["½", "⅓", "⅔", "¼", "¾", "⅕", "⅛", "⅜", "⅝", "⅞", "‰", "‱"]

private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
