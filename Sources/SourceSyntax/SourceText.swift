public import Diagnostics

/// A text file of the site: valid UTF-8 without a byte order mark.
public struct SourceText: Sendable {
  /// The path below the site's folder: `content/site.yaml`.
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// Checks that a file's bytes are UTF-8 text and takes off a byte order mark.
///
/// UTF-16, invalid UTF-8, NUL bytes and control characters give a located diagnostic and `nil`. Columns count from after the
/// byte order mark.
public func decodeSource(
  path: String, bytes: [UInt8], diagnostics: inout [Diagnostic]
) -> SourceText? {
  let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
  let text = hasMark ? Array(bytes.dropFirst(3)) : bytes
  guard let problem = text.withUnsafeBufferPointer(encodingProblem) else {
    return SourceText(path: path, bytes: text)
  }
  let range = text.withUnsafeBufferPointer { LineIndex($0).range(of: problem.offsets) }
  let place = Place(path, range)
  switch problem.kind {
  case .utf16:
    diagnostics.append(
      Diagnostic(
        .utf16, "the file is UTF-16; text files are UTF-8", at: place,
        hints: [
          "save it as UTF-8; in Excel choose the file type 'CSV UTF-8 (comma delimited)'"
        ]))
  case .control:
    let character = String(decoding: text[problem.offsets], as: UTF8.self).unicodeScalars.first
    diagnostics.append(
      Diagnostic(
        .controlCharacter,
        "the control character \(character.map(codePoint) ?? "") cannot stand in a text file",
        at: place, hints: ["delete it; it cannot be seen and came in with pasted text"]))
  case .nul:
    diagnostics.append(Diagnostic(.nulByte, "the file holds a NUL byte, which is not text", at: place))
  case .invalid:
    diagnostics.append(
      Diagnostic(
        .invalidUTF8, "the byte \(hexadecimal(text[problem.offsets.lowerBound])) is not UTF-8 here",
        at: place,
        hints: ["save the file as UTF-8; it may be Windows-1252 or ISO 8859-1 now"]))
  }
  return nil
}

private struct EncodingProblem {
  enum Kind { case utf16, nul, invalid, control }

  var kind: Kind
  var offsets: Range<Int>
}

private func encodingProblem(_ bytes: UnsafeBufferPointer<UInt8>) -> EncodingProblem? {
  let start = bytes.prefix(2)
  if start.elementsEqual([0xFF, 0xFE]) || start.elementsEqual([0xFE, 0xFF]) {
    return EncodingProblem(kind: .utf16, offsets: 0..<2)
  }
  // No early exit: the loop without one is vectorised, and nearly every file is clean.
  var zeros: UInt8 = 0
  for byte in bytes { zeros |= byte == 0 ? 1 : 0 }
  if zeros != 0, let first = bytes.firstIndex(of: 0) {
    if isUTF16WithoutMark(bytes) { return EncodingProblem(kind: .utf16, offsets: 0..<2) }
    return EncodingProblem(kind: .nul, offsets: first..<first + 1)
  }
  do {
    _ = try UTF8Span(validating: Span(_unsafeElements: bytes))
    return firstControl(bytes).map { EncodingProblem(kind: .control, offsets: $0) }
  } catch {
    return EncodingProblem(kind: .invalid, offsets: error.byteOffsets)
  }
}

/// The first character that shows nothing and does something: the controls of ASCII and of ISO 6429 but for tabs
/// and line ends, and those that turn the direction of what follows them (UAX 9), by which a text can read
/// otherwise than it is.
///
/// The bytes are valid UTF-8.
func firstControl(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
  // Without an early exit the loop is vectorised, and nearly every file has no such byte.
  var found: UInt8 = 0
  for byte in bytes {
    let isControl = (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) || byte == 0x7F
    found |= isControl || byte == 0xC2 || byte == 0xE2 ? 1 : 0
  }
  guard found != 0 else { return nil }
  for (index, byte) in bytes.enumerated() {
    switch byte {
    case 0x09, 0x0A, 0x0D: continue
    case 0..<0x20, 0x7F: return index..<index + 1
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] < 0xA0: return index..<index + 2
    case 0xE2 where index + 2 < bytes.count:
      switch (bytes[index + 1], bytes[index + 2]) {
      case (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): return index..<index + 3
      default: continue
      }
    default: continue
    }
  }
  return nil
}

/// `U+0007`.
func codePoint(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

/// Whether every other byte of the beginning is NUL, as in UTF-16 of English text.
private func isUTF16WithoutMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  let beginning = bytes.prefix(64)
  guard beginning.count >= 4 else { return false }
  let zeros = beginning.indices.filter { beginning[$0] == 0 }
  let isOneSided = zeros.allSatisfy { $0 % 2 == zeros[0] % 2 }
  return isOneSided && zeros.count * 3 >= beginning.count
}

/// `0x93`, as editors show a byte.
func hexadecimal(_ value: some BinaryInteger) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return "0x" + (digits.utf8.count == 1 ? "0" : "") + digits
}
