/// One code point of a line as a terminal shows it.
struct DisplayCell {
  var text: String
  /// Columns of the terminal: 0 for a combining mark, 2 for a wide character.
  var width: Int
  var offset: Int
  /// How many bytes of the file it stands for.
  var length: Int

  /// Reads the code point at an offset; a byte that is no UTF-8 is shown as U+FFFD.
  init(_ bytes: [UInt8], at offset: Int, end: Int, column: Int) {
    self.offset = offset
    // Most of a text, and a line can have thousands of findings.
    if (0x20..<0x7F).contains(bytes[offset]) {
      (text, width, length) = (String(UnicodeScalar(bytes[offset])), 1, 1)
      return
    }
    let expected =
      switch bytes[offset] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    let part = bytes[offset..<min(offset + expected, end)]
    guard let scalar = String(validating: part, as: UTF8.self)?.unicodeScalars.first else {
      (text, width, length) = ("\u{FFFD}", 1, 1)
      return
    }
    length = part.count
    if scalar == "\t" {
      width = tabWidth - column % tabWidth
      text = String(repeating: " ", count: width)
    } else if let symbol = symbol(for: scalar) {
      text = symbol
      width = symbol.unicodeScalars.count
    } else {
      text = String(scalar)
      width = displayWidth(of: scalar)
    }
  }
}

/// Text with every control character as a symbol, fit for a terminal; line ends too.
public func visible(_ text: String) -> String {
  let needsSymbols = text.utf8.contains { $0 < 0x20 || $0 >= 0x7F }
  guard needsSymbols else { return text }
  return text.unicodeScalars.map { symbol(for: $0) ?? String($0) }.joined()
}

private let tabWidth = 4

/// What stands for a character that would be invisible or steer the terminal or the direction of writing.
private func symbol(for scalar: Unicode.Scalar) -> String? {
  switch scalar.value {
  case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
  case 0x7F: "\u{2421}"
  case 0x80..<0xA0, 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
    0xFFF9...0xFFFB, 0xE0000...0xE007F:
    "<U+" + hexadecimal(scalar.value) + ">"
  default: nil
  }
}

private func hexadecimal(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
}

/// Columns a terminal gives a character: combining marks none, East Asian wide ones and emoji two
/// (Unicode Standard Annex 11; the blocks that are wide throughout, and emoji shown as pictures by default).
private func displayWidth(of scalar: Unicode.Scalar) -> Int {
  guard scalar.value >= 0x300 else { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  if scalar.properties.isEmojiPresentation { return 2 }
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
    0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
    return 2
  default: return 1
  }
}
