/// Where in an HTML text the next byte stands, as far as it decides what a value may be written there.
///
/// Follows the tokenizer of the HTML standard (WHATWG HTML, section 13.2.5) for tags, attribute values,
/// comments and the raw text of `script` and `style`.
struct HTMLContext {
  private(set) var state = State.text
  /// The name of the tag being read or of the raw text element, in lower case, as far as it matters.
  private var element: [UInt8] = []
  private var isClosing = false
  /// How many bytes of `-->` or `</script` have been seen.
  private var matched = 0

  enum State {
    case text
    case tagOpen
    case tagName
    case tag
    case beforeValue
    case unquotedValue
    case doubleQuotedValue
    case singleQuotedValue
    case markupDeclaration
    case comment
    case rawText
  }

  /// Reads more of the text.
  mutating func read(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes { read(byte) }
  }

  /// A value is written here; an attribute value without quotes begins with it.
  mutating func readValue() {
    if state == .beforeValue { state = .unquotedValue }
  }

  private mutating func read(_ byte: UInt8) {
    switch state {
    case .text:
      if byte == lessThan { state = .tagOpen }
    case .tagOpen:
      element.removeAll(keepingCapacity: true)
      isClosing = byte == UInt8(ascii: "/")
      switch byte {
      case UInt8(ascii: "!"):
        matched = 0
        state = .markupDeclaration
      case UInt8(ascii: "/"): state = .tagName
      case lessThan: state = .tagOpen
      case _ where isLetter(byte):
        element.append(byte | 0x20)
        state = .tagName
      default: state = .text
      }
    case .tagName:
      if isSpace(byte) || byte == UInt8(ascii: "/") {
        state = .tag
      } else if byte == greaterThan {
        endTag()
      } else if element.count < 8 {
        element.append(byte | 0x20)
      }
    case .tag:
      if byte == UInt8(ascii: "=") { state = .beforeValue } else if byte == greaterThan { endTag() }
    case .beforeValue:
      switch byte {
      case UInt8(ascii: "\""): state = .doubleQuotedValue
      case UInt8(ascii: "'"): state = .singleQuotedValue
      case greaterThan: endTag()
      case _ where isSpace(byte): break
      default: state = .unquotedValue
      }
    case .unquotedValue:
      if isSpace(byte) { state = .tag } else if byte == greaterThan { endTag() }
    case .doubleQuotedValue:
      if byte == UInt8(ascii: "\"") { state = .tag }
    case .singleQuotedValue:
      if byte == UInt8(ascii: "'") { state = .tag }
    case .markupDeclaration:
      if byte == UInt8(ascii: "-") {
        matched += 1
        if matched == 2 {
          matched = 0
          state = .comment
        }
      } else {
        state = byte == greaterThan ? .text : .tag
      }
    case .comment: readComment(byte)
    case .rawText: readRawText(byte)
    }
  }

  private mutating func endTag() {
    let isRaw = !isClosing && (element == Array("script".utf8) || element == Array("style".utf8))
    matched = 0
    state = isRaw ? .rawText : .text
  }

  private mutating func readComment(_ byte: UInt8) {
    if byte == UInt8(ascii: "-") {
      matched = min(matched + 1, 2)
    } else {
      if byte == greaterThan, matched == 2 { state = .text }
      matched = 0
    }
  }

  /// Raw text ends with its own end tag only.
  private mutating func readRawText(_ byte: UInt8) {
    let isExpected: Bool =
      switch matched {
      case 0: byte == lessThan
      case 1: byte == UInt8(ascii: "/")
      default: byte | 0x20 == element[matched - 2]
      }
    matched = isExpected ? matched + 1 : byte == lessThan ? 1 : 0
    if matched == element.count + 2 {
      isClosing = true
      state = .tagName
    }
  }
}

private let lessThan = UInt8(ascii: "<")
private let greaterThan = UInt8(ascii: ">")

private func isSpace(_ byte: UInt8) -> Bool {
  byte == 32 || byte == 9 || byte == 10 || byte == 12 || byte == 13
}

private func isLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}
