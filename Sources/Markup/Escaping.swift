extension ByteSink {
  /// Appends an author's words as HTML or XML content and double-quoted attribute values.
  ///
  /// Works byte by byte: a quotation mark followed by a combining accent is one `Character`, and an
  /// escape per `Character` would let it through. Control characters that XML 1.0 forbids (section 2.2)
  /// become U+FFFD, so one function serves pages, feeds and drawings.
  public mutating func text(_ text: String) {
    withUTF8(of: text) { self.text($0) }
  }

  /// Appends UTF-8 bytes as HTML or XML content and double-quoted attribute values.
  public mutating func text(_ bytes: UnsafeRawBufferPointer) {
    if appendFew(bytes, without: SuspectsOfText.self) { return }
    let suspect = firstSuspect(in: bytes, from: 0)
    if suspect == bytes.count { append(bytes) } else { escapedText(bytes, from: suspect) }
  }

  /// Appends bytes of which those before an offset need no escape.
  @inline(never)
  private mutating func escapedText(_ bytes: UnsafeRawBufferPointer, from suspect: Int) {
    var start = 0
    var index = suspect
    while index < bytes.count {
      var escape: StaticString?
      var next = index + 1
      switch bytes[index] {
      case UInt8(ascii: "&"): escape = "&amp;"
      case UInt8(ascii: "<"): escape = "&lt;"
      case UInt8(ascii: ">"): escape = "&gt;"
      case UInt8(ascii: "\""): escape = "&quot;"
      case UInt8(ascii: "'"): escape = "&#39;"
      case 9, 10, 13: break
      case 0xEF:
        // U+FFFE and U+FFFF, the two characters above the controls that XML forbids.
        if index + 2 < bytes.count, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE {
          escape = "\u{FFFD}"
          next = index + 3
        }
      default: escape = "\u{FFFD}"
      }
      if let escape {
        append(UnsafeRawBufferPointer(rebasing: bytes[start..<index]))
        markup(escape)
        start = next
      }
      index = firstSuspect(in: bytes, from: next)
    }
    append(UnsafeRawBufferPointer(rebasing: bytes[start...]))
  }

  /// Appends an address for `href` or `src`: percent-encodes what RFC 3986 does not allow, then escapes.
  ///
  /// Percent signs that begin a valid escape stay as they are.
  public mutating func address(_ text: String) {
    withUTF8(of: text) { address($0) }
  }

  /// Appends the bytes of an address as ``address(_:)-(String)`` does.
  public mutating func address(_ bytes: UnsafeRawBufferPointer) {
    if appendFew(bytes, without: SuspectsOfAddress.self) { return }
    var start = 0
    while true {
      let index = firstSuspectOfAddress(in: bytes, from: start)
      append(UnsafeRawBufferPointer(rebasing: bytes[start..<index]))
      guard index < bytes.count else { return }
      start = index + 1
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "&"): markup("&amp;")
      case UInt8(ascii: "'"): markup("&#39;")
      case UInt8(ascii: "%"):
        let digits = bytes[start...].prefix(2)
        markup(digits.count == 2 && digits.allSatisfy(isHexadecimalDigit) ? "%" : "%25")
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
    withUTF8(of: text) { json($0) }
  }

  /// Appends UTF-8 bytes inside a JSON string.
  public mutating func json(_ bytes: UnsafeRawBufferPointer) {
    if appendFew(bytes, without: SuspectsOfJSON.self) { return }
    var start = 0
    var index = 0
    while true {
      index = firstSuspectOfJSON(in: bytes, from: index)
      guard index < bytes.count else { break }
      let byte = bytes[index]
      if byte == 0xE2 {
        // U+2028 and U+2029; every other character that begins like them stays.
        guard index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] | 1 == 0xA9 else {
          index += 1
          continue
        }
        append(UnsafeRawBufferPointer(rebasing: bytes[start..<index]))
        markup(bytes[index + 2] == 0xA8 ? "\\u2028" : "\\u2029")
        index += 3
        start = index
        continue
      }
      append(UnsafeRawBufferPointer(rebasing: bytes[start..<index]))
      switch byte {
      case UInt8(ascii: "\""): markup("\\\"")
      case UInt8(ascii: "\\"): markup("\\\\")
      case 10: markup("\\n")
      case 13: markup("\\r")
      case 9: markup("\\t")
      default:
        markup("\\u00")
        append(hexadecimalDigit(byte >> 4))
        append(hexadecimalDigit(byte & 15))
      }
      index += 1
      start = index
    }
    append(UnsafeRawBufferPointer(rebasing: bytes[start...]))
  }

  /// Appends an author's words as Markdown text that reads the same in any viewer.
  ///
  /// Every ASCII punctuation mark that could begin a construct is escaped (CommonMark 0.31, 2.4).
  public mutating func markdown(_ text: String) {
    var text = text
    text.withUTF8 { markdown($0) }
  }

  private mutating func markdown(_ bytes: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(bytes)
    // Words that begin with a letter and hold no marks stay as they are.
    if let first = raw.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20),
      raw.firstOffset(of: MarksOfMarkdown.self, from: 0) == raw.count
    {
      return append(raw)
    }
    var atStart = true
    var digitsAtStart = 0
    for index in bytes.indices {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : UInt8(ascii: " ")
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
  public mutating func decimal(_ number: Int) {
    var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
    withUnsafeMutableBytes(of: &digits) { digits in
      var start = digits.count
      var rest = number.magnitude
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      if number < 0 {
        start -= 1
        digits[start] = UInt8(ascii: "-")
      }
      append(UnsafeRawBufferPointer(rebasing: digits[start...]))
    }
  }

  /// Appends a number of hundredths with as few digits after the point as it needs: `58`, `66.07`, `-0.5`.
  public mutating func hundredths(_ number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    let size = number.magnitude
    guard size < 100_000 else { return largeHundredths(size) }
    let whole = Int(size / 100)
    append(upTo: 8) { place in
      var end = 1
      if whole >= 100 {
        place[0] = digit(whole / 100)
        putPair(whole % 100, in: place + 1)
        end = 3
      } else if whole >= 10 {
        putPair(whole, in: place)
        end = 2
      } else {
        place[0] = digit(whole)
      }
      return end &+ putFraction(Int(size % 100), in: place + end)
    }
  }

  private mutating func largeHundredths(_ size: UInt) {
    decimal(Int(size / 100))
    append(upTo: 4) { putFraction(Int(size % 100), in: $0) }
  }
}

private func digit(_ number: Int) -> UInt8 { UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number) }

/// Puts the two digits of a number below 100.
@inline(__always)
private func putPair(_ number: Int, in place: UnsafeMutablePointer<UInt8>) {
  place[0] = digit(number / 10)
  place[1] = digit(number % 10)
}

/// Puts hundredths from 0 to 99 as they follow a number: nothing, `.07`, `.5`; returns how many bytes these are.
@inline(__always)
private func putFraction(_ part: Int, in place: UnsafeMutablePointer<UInt8>) -> Int {
  if part == 0 { return 0 }
  place[0] = UInt8(ascii: ".")
  putPair(part, in: place + 1)
  return place[2] == UInt8(ascii: "0") ? 2 : 3
}

/// The bytes that ``ByteSink/text(_:)-(UnsafeRawBufferPointer)`` may have to escape.
private enum SuspectsOfText: ByteSet {
  @inline(__always)
  static func marks(in block: ByteBlock) -> ByteMarks {
    (block .< .all(0x20)) .| (block .== .all(UInt8(ascii: "\"")))
      // `&` and `'` differ in the last bit, `<` and `>` in the one before it.
      .| (block & .all(0xFE) .== .all(UInt8(ascii: "&"))) .| (block & .all(0xFD) .== .all(UInt8(ascii: "<")))
      .| (block .== .all(0xEF))
  }
}

/// The same for ``ByteSink/json(_:)-(UnsafeRawBufferPointer)``.
private enum SuspectsOfJSON: ByteSet {
  @inline(__always)
  static func marks(in block: ByteBlock) -> ByteMarks {
    (block .< .all(0x20)) .| (block .== .all(UInt8(ascii: "\""))) .| (block .== .all(UInt8(ascii: "\\")))
      .| (block .== .all(UInt8(ascii: "<"))) .| (block .== .all(0x7F)) .| (block .== .all(0xE2))
  }
}

/// The same for ``ByteSink/address(_:)-(UnsafeRawBufferPointer)``: what RFC 3986 does not allow, the two marks that
/// HTML escapes, and the percent sign, which is looked at closer.
private enum SuspectsOfAddress: ByteSet {
  @inline(__always)
  static func marks(in block: ByteBlock) -> ByteMarks {
    (block .<= .all(0x20)) .| (block .>= .all(0x7F)) .| (block .== .all(UInt8(ascii: "\"")))
      .| (block &- .all(UInt8(ascii: "%")) .< .all(3)) .| (block & .all(0xFD) .== .all(UInt8(ascii: "<")))
      // `\` and `^` differ as `<` and `>` do.
      .| (block & .all(0xFD) .== .all(UInt8(ascii: "\\"))) .| (block .== .all(UInt8(ascii: "`")))
      .| (block &- .all(UInt8(ascii: "{")) .< .all(3))
  }
}

/// The marks that ``ByteSink/markdown(_:)`` changes wherever they stand.
private enum MarksOfMarkdown: ByteSet {
  @inline(__always)
  static func marks(in block: ByteBlock) -> ByteMarks {
    // `[`, the backslash and `]` follow each other, and so do `_` and the backtick.
    (block &- .all(UInt8(ascii: "[")) .< .all(3)) .| (block &- .all(UInt8(ascii: "_")) .< .all(2))
      .| (block .== .all(UInt8(ascii: "*"))) .| (block .== .all(UInt8(ascii: "<")))
      .| (block .== .all(UInt8(ascii: "|"))) .| (block .== .all(UInt8(ascii: "~")))
      .| (block .== .all(UInt8(ascii: "&"))) .| (block .== .all(10)) .| (block .== .all(13))
  }
}

private func firstSuspect(in bytes: UnsafeRawBufferPointer, from offset: Int) -> Int {
  bytes.firstOffset(of: SuspectsOfText.self, from: offset)
}

private func firstSuspectOfJSON(in bytes: UnsafeRawBufferPointer, from offset: Int) -> Int {
  bytes.firstOffset(of: SuspectsOfJSON.self, from: offset)
}

private func firstSuspectOfAddress(in bytes: UnsafeRawBufferPointer, from offset: Int) -> Int {
  bytes.firstOffset(of: SuspectsOfAddress.self, from: offset)
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
