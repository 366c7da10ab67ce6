import Diagnostics

/// Reads the YAML that nearly every file is written in, in one pass over its bytes.
///
/// That is: a mapping of mappings and lists, indented or in brackets on one line, of values of one line each, plain
/// or in quotation marks without escapes, and comments. `nil` says nothing against a text: libyaml reads the rest
/// and explains what is wrong. What this reads, it reads as libyaml does.
///
/// - Parameter bytes: valid UTF-8.
func readPlainYAML(_ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int) -> Node? {
  guard bytes.count <= Limit.bytes, hasPlainCharacters(bytes) else { return nil }
  var reader = PlainYAMLReader(bytes, firstLine: firstLine)
  return reader.document()
}

/// Far below what is allowed, so that to refuse what is too large or too deep is left to others.
private enum Limit {
  static let bytes = 1 << 18
  static let depth = 16
  static let nodes = 10_000
  /// In one mapping, whose keys are compared one by one.
  static let keys = 64
  static let keyLength = 200
}

/// Every step returns `nil`, or false, where the text is not plain.
private struct PlainYAMLReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private var line: Int
  private var lineStart = 0
  private var nodesLeft = Limit.nodes

  init(_ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int) {
    self.bytes = bytes
    line = firstLine
  }

  mutating func document() -> Node? {
    passToText()
    guard !isAtEnd, let root = mapping(depth: 1), isAtEnd else { return nil }
    return root
  }

  /// Reads the mapping whose first key stands here; its other keys stand in the same column.
  private mutating func mapping(depth: Int) -> Node? {
    guard depth <= Limit.depth else { return nil }
    let (start, column) = (position, column)
    var entries: [Node.Entry] = []
    entries.reserveCapacity(8)
    repeat {
      guard let (key, keyRange) = key(among: entries, inBrackets: false),
        let value = value(ofKeyIn: column, depth: depth + 1)
      else { return nil }
      entries.append(Node.Entry(key: key, keyRange: keyRange, value: value))
    } while !isAtEnd && self.column == column
    guard isAtEnd || self.column < column else { return nil }
    return Node(
      value: .mapping(entries),
      range: SourceRange(start: start, end: entries[entries.count - 1].value.range.end))
  }

  /// Reads what follows a key's colon, there or on the lines below, up to the next line with text.
  private mutating func value(ofKeyIn keyColumn: Int, depth: Int) -> Node? {
    skipSpaces()
    guard isAtEndOfLine || byte == UInt8(ascii: "#") else {
      guard let value = valueOfLine(depth: depth) else { return nil }
      return passLineEnd() ? value : nil
    }
    guard passLineEnd(), !isAtEnd else { return nil }
    if column >= keyColumn, isAtDash { return sequence(below: keyColumn, depth: depth) }
    return column > keyColumn ? mapping(depth: depth) : nil
  }

  /// Reads the list whose first dash stands here.
  ///
  /// Dashes may stand in the column of the key that the list belongs to.
  private mutating func sequence(below keyColumn: Int, depth: Int) -> Node? {
    guard depth <= Limit.depth else { return nil }
    let (start, column) = (position, column)
    var items: [Node] = []
    items.reserveCapacity(4)
    repeat {
      offset += 1
      skipSpaces()
      guard let item = item(depth: depth + 1) else { return nil }
      items.append(item)
    } while !isAtEnd && self.column == column && isAtDash
    guard isAtEnd || self.column < column || (self.column == column && column == keyColumn) else {
      return nil
    }
    return Node(
      value: .sequence(items), range: SourceRange(start: start, end: items[items.count - 1].range.end))
  }

  /// Reads what follows a dash: a mapping that begins on its line, or a value.
  private mutating func item(depth: Int) -> Node? {
    let start = self
    if key(among: [], inBrackets: false) != nil {
      self = start
      return mapping(depth: depth)
    }
    self = start
    guard let value = valueOfLine(depth: depth) else { return nil }
    return passLineEnd() ? value : nil
  }

  /// Reads a value that ends on its line.
  private mutating func valueOfLine(depth: Int) -> Node? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): quotedScalar()
    case UInt8(ascii: "["): sequenceInBrackets(depth: depth)
    case UInt8(ascii: "{"): mappingInBrackets(depth: depth)
    default: plainScalar(inBrackets: false)
    }
  }

  private mutating func sequenceInBrackets(depth: Int) -> Node? {
    guard depth <= Limit.depth else { return nil }
    let start = position
    var items: [Node] = []
    offset += 1
    skipSpaces()
    while byte != UInt8(ascii: "]") {
      guard let item = valueInBrackets(depth: depth + 1), passSeparator(before: UInt8(ascii: "]")) else {
        return nil
      }
      items.append(item)
    }
    offset += 1
    return Node(value: .sequence(items), range: SourceRange(start: start, end: position))
  }

  private mutating func mappingInBrackets(depth: Int) -> Node? {
    guard depth <= Limit.depth else { return nil }
    let start = position
    var entries: [Node.Entry] = []
    entries.reserveCapacity(4)
    offset += 1
    skipSpaces()
    while byte != UInt8(ascii: "}") {
      guard let (key, keyRange) = key(among: entries, inBrackets: true) else { return nil }
      skipSpaces()
      guard let value = valueInBrackets(depth: depth + 1), passSeparator(before: UInt8(ascii: "}")) else {
        return nil
      }
      entries.append(Node.Entry(key: key, keyRange: keyRange, value: value))
    }
    offset += 1
    return Node(value: .mapping(entries), range: SourceRange(start: start, end: position))
  }

  private mutating func valueInBrackets(depth: Int) -> Node? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): quotedScalar()
    case UInt8(ascii: "["): sequenceInBrackets(depth: depth)
    case UInt8(ascii: "{"): mappingInBrackets(depth: depth)
    default: plainScalar(inBrackets: true)
    }
  }

  /// Passes over the comma after a value in brackets, unless the closing bracket follows.
  private mutating func passSeparator(before closing: UInt8) -> Bool {
    skipSpaces()
    if byte == closing { return true }
    guard byte == UInt8(ascii: ",") else { return false }
    offset += 1
    skipSpaces()
    return true
  }

  /// Reads a key and its colon, which a space or the end of the line follows.
  private mutating func key(
    among entries: [Node.Entry], inBrackets: Bool
  ) -> (key: String, range: SourceRange)? {
    // A full stop may begin the mark that ends a document.
    guard beginsPlainScalar(byte), byte != UInt8(ascii: "."), takeNode(), entries.count < Limit.keys else {
      return nil
    }
    let start = offset
    while byte != UInt8(ascii: ":") {
      if isAtEndOfLine || byte == UInt8(ascii: "#") { return nil }
      if inBrackets, isBracketOrComma(byte) || byte == UInt8(ascii: "?") { return nil }
      offset += 1
    }
    let text = start..<offset
    guard text.count <= Limit.keyLength, bytes[offset - 1] != UInt8(ascii: " ") else { return nil }
    offset += 1
    guard byte == UInt8(ascii: " ") || (isAtEndOfLine && !inBrackets) else { return nil }
    let key = string(text)
    if key == "<<" || entries.contains(where: { $0.key == key }) { return nil }
    return (key, range(text))
  }

  /// Reads a value without quotation marks, which ends with its line, a comment or, in brackets, its entry.
  private mutating func plainScalar(inBrackets: Bool) -> Node? {
    guard beginsPlainScalar(byte), takeNode() else { return nil }
    let start = offset
    var end = start
    scan: while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\n"): break scan
      case UInt8(ascii: " "):
        offset += 1
        continue
      case UInt8(ascii: "#") where bytes[offset - 1] == UInt8(ascii: " "):
        if inBrackets { return nil }
        break scan
      case UInt8(ascii: ":"):
        let next = offset + 1 < bytes.count ? bytes[offset + 1] : UInt8(ascii: "\n")
        if next == UInt8(ascii: " ") || next == UInt8(ascii: "\n") { return nil }
        if inBrackets, isBracketOrComma(next) { return nil }
      case UInt8(ascii: "?") where inBrackets: return nil
      case let byte where inBrackets && isBracketOrComma(byte): break scan
      default: break
      }
      offset += 1
      end = offset
    }
    offset = end
    return Node(
      value: .scalar(Node.Scalar(text: string(start..<end), isPlain: true)), range: range(start..<end))
  }

  private mutating func quotedScalar() -> Node? {
    guard takeNode() else { return nil }
    let (start, mark) = (offset, byte)
    offset += 1
    while byte != mark {
      if isAtEndOfLine || (byte == UInt8(ascii: "\\") && mark == UInt8(ascii: "\"")) { return nil }
      offset += 1
    }
    let text = start + 1..<offset
    offset += 1
    // In single quotation marks, two stand for one.
    if byte == mark { return nil }
    return Node(
      value: .scalar(Node.Scalar(text: string(text), isPlain: false)), range: range(start..<offset))
  }

  private mutating func takeNode() -> Bool {
    nodesLeft -= 1
    return nodesLeft >= 0
  }

  private var isAtEnd: Bool { offset == bytes.count }

  /// The byte here; a line end at the end of the text.
  private var byte: UInt8 { offset < bytes.count ? bytes[offset] : UInt8(ascii: "\n") }

  private var isAtEndOfLine: Bool { byte == UInt8(ascii: "\n") }

  /// Whether an entry of a list begins here.
  private var isAtDash: Bool {
    byte == UInt8(ascii: "-") && offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: " ")
  }

  private var column: Int { offset - lineStart }

  private var position: SourceRange.Position { SourceRange.Position(line: line, column: column + 1) }

  private func range(_ offsets: Range<Int>) -> SourceRange {
    SourceRange(line: line, column: offsets.lowerBound - lineStart + 1, length: offsets.count)
  }

  private func string(_ offsets: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[offsets]), as: UTF8.self)
  }

  private mutating func skipSpaces() {
    while offset < bytes.count, bytes[offset] == UInt8(ascii: " ") { offset += 1 }
  }

  /// Passes over spaces, a comment and the line's end, to the next line that has text; false where more stands
  /// on the line.
  private mutating func passLineEnd() -> Bool {
    let start = offset
    skipSpaces()
    if byte == UInt8(ascii: "#"),
      offset > start || start == lineStart || bytes[start - 1] == UInt8(ascii: " ")
    {
      while !isAtEndOfLine { offset += 1 }
    }
    guard isAtEndOfLine else { return false }
    passToText()
    return true
  }

  /// Passes over the rest of a line that has no more text, and over lines without any.
  private mutating func passToText() {
    while true {
      skipSpaces()
      if byte == UInt8(ascii: "#"), column == 0 || bytes[offset - 1] == UInt8(ascii: " ") {
        while !isAtEndOfLine { offset += 1 }
      }
      guard !isAtEnd, isAtEndOfLine else { return }
      offset += 1
      line += 1
      lineStart = offset
    }
  }
}

/// Whether all characters mean the same to libyaml wherever they stand: no tab, no line end but LF, no control, no
/// byte order mark.
private func hasPlainCharacters(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  // Without an early exit the loop is vectorised.
  var odd: UInt8 = 0
  var all: UInt8 = 0
  for byte in bytes {
    odd |= (byte < 0x20 && byte != UInt8(ascii: "\n")) || byte == 0x7F || byte == 0xEF ? 1 : 0
    all |= byte
  }
  if odd != 0 { return false }
  if all < 0x80 { return true }
  for index in bytes.indices.dropLast(2) where bytes[index] == 0xE2 && bytes[index + 1] == 0x80 {
    // U+2028 and U+2029 end a line.
    if bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 { return false }
  }
  return firstControl(bytes) == nil
}

private func isBracketOrComma(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
  default: false
  }
}

/// Whether a byte can begin a plain scalar whatever follows it.
private func beginsPlainScalar(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: "&"),
    UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"),
    UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: " "),
    UInt8(ascii: "\n"):
    false
  default: !isBracketOrComma(byte)
  }
}
