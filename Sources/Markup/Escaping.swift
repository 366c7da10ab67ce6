extension ByteSink {
  /// Appends an author's words as HTML or XML content and double-quoted attribute values.
  ///
  /// Works byte by byte: a quotation mark followed by a combining accent is one `Character`, and an
  /// escape per `Character` would let it through. Control characters that XML 1.0 forbids (section 2.2)
  /// become U+FFFD, so one function serves pages, feeds and drawings.
  public mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { self.text(UnsafeRawBufferPointer($0)) }
  }

  /// Appends UTF-8 bytes as HTML or XML content and double-quoted attribute values.
  public mutating func text(_ bytes: UnsafeRawBufferPointer) {
    var start = 0
    for index in bytes.indices {
      let escape: StaticString
      switch bytes[index] {
      case UInt8(ascii: "&"): escape = "&amp;"
      case UInt8(ascii: "<"): escape = "&lt;"
      case UInt8(ascii: ">"): escape = "&gt;"
      case UInt8(ascii: "\""): escape = "&quot;"
      case UInt8(ascii: "'"): escape = "&#39;"
      case 0...8, 11, 12, 14...31: escape = "\u{FFFD}"
      case 0xBE, 0xBF:
        // U+FFFE and U+FFFF, the two characters above the controls that XML forbids.
        guard index >= start + 2, bytes[index - 1] == 0xBF, bytes[index - 2] == 0xEF else { continue }
        append(UnsafeRawBufferPointer(rebasing: bytes[start..<index - 2]))
        markup("\u{FFFD}")
        start = index + 1
        continue
      default: continue
      }
      append(UnsafeRawBufferPointer(rebasing: bytes[start..<index]))
      markup(escape)
      start = index + 1
    }
    append(UnsafeRawBufferPointer(rebasing: bytes[start...]))
  }

  /// Appends an address for `href` or `src`: percent-encodes what RFC 3986 does not allow, then escapes.
  ///
  /// Percent signs that begin a valid escape stay as they are.
  public mutating func address(_ text: String) {
    let bytes = text.utf8
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "&"): markup("&amp;")
      case UInt8(ascii: "'"): markup("&#39;")
      case UInt8(ascii: "%"):
        let digits = bytes[bytes.index(after: index)...].prefix(2)
        markup(digits.count == 2 && digits.allSatisfy(isHexadecimalDigit) ? "%" : "%25")
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "@"), UInt8(ascii: "!"), UInt8(ascii: "$"),
        UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","),
        UInt8(ascii: ";"), UInt8(ascii: "="):
        append(byte)
      default:
        append(UInt8(ascii: "%"))
        append(hexadecimalDigit(byte >> 4))
        append(hexadecimalDigit(byte & 15))
      }
    }
  }

  /// Appends text inside a JSON string, without the quotation marks round it (RFC 8259, section 7).
  ///
  /// `<` and the two line separators of JavaScript are escaped too, so the result is safe in a script element.
  public mutating func json(_ text: String) {
    var previous: (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): markup("\\\"")
      case UInt8(ascii: "\\"): markup("\\\\")
      case 10: markup("\\n")
      case 13: markup("\\r")
      case 9: markup("\\t")
      case UInt8(ascii: "<"), 0..<32, 127:
        markup("\\u00")
        append(hexadecimalDigit(byte >> 4))
        append(hexadecimalDigit(byte & 15))
      case 0xA8 where previous == (0xE2, 0x80), 0xA9 where previous == (0xE2, 0x80):
        truncate(to: count - 2)
        markup(byte == 0xA8 ? "\\u2028" : "\\u2029")
      default: append(byte)
      }
      previous = (previous.1, byte)
    }
  }

  /// Appends an author's words as Markdown text that reads the same in any viewer.
  ///
  /// Every ASCII punctuation mark that could begin a construct is escaped (CommonMark 0.31, 2.4).
  public mutating func markdown(_ text: String) {
    var atStart = true
    var digitsAtStart = 0
    let bytes = text.utf8
    for index in bytes.indices {
      let byte = bytes[index]
      let next = bytes[bytes.index(after: index)...].first ?? UInt8(ascii: " ")
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      if isDigit, atStart || digitsAtStart > 0 { digitsAtStart += 1 }
      defer { if !isDigit { digitsAtStart = 0 } }
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "|"), UInt8(ascii: "~"):
        append(UInt8(ascii: "\\"))
        append(byte)
      case UInt8(ascii: "#") where atStart, UInt8(ascii: "+") where atStart, UInt8(ascii: "-") where atStart,
        UInt8(ascii: ">") where atStart, UInt8(ascii: "=") where atStart,
        UInt8(ascii: ".") where digitsAtStart > 0 && next <= 32,
        UInt8(ascii: ")") where digitsAtStart > 0 && next <= 32:
        append(UInt8(ascii: "\\"))
        append(byte)
      case UInt8(ascii: "&"): markup("&amp;")
      case 10, 13: append(32)
      default: append(byte)
      }
      if byte > 32 { atStart = false }
    }
  }

  /// Appends text as a field of CSV (RFC 4180, 2), in quotation marks where it needs them.
  ///
  /// A field that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV Injection):
  /// one that begins with `=`, `+`, `-`, `@`, a tab or a line end, or with the wide forms of the marks.
  public mutating func csv(_ text: String) {
    let bytes = text.utf8
    let isFormula =
      switch bytes.first {
      case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 10, 13: true
      case 0xEF: ["\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"].contains { bytes.starts(with: $0.utf8) }
      default: false
      }
    let isQuoted = bytes.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 < 32 }
    if isQuoted { append(UInt8(ascii: "\"")) }
    if isFormula { append(UInt8(ascii: "'")) }
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { append(byte) }
      append(byte)
    }
    if isQuoted { append(UInt8(ascii: "\"")) }
  }

  /// Appends a whole number in decimal digits.
  public mutating func decimal(_ number: Int) { raw(String(number)) }
}

private func isHexadecimalDigit(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
    UInt8(ascii: "A")...UInt8(ascii: "F"):
    true
  default: false
  }
}

private func hexadecimalDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}
