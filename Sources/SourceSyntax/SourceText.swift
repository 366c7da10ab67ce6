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
  guard let problem = text.withUnsafeBufferPointer({ EncodingProblem($0) }) else {
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

/// `U+0007`.
func codePoint(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

/// `0x93`, as editors show a byte.
func hexadecimal(_ value: some BinaryInteger) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return "0x" + (digits.utf8.count == 1 ? "0" : "") + digits
}
