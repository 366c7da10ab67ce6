/// The paths a `manifest.json` of ours lists, or `nil` when it is not as sitegen writes it.
///
/// The layout is the one ``Manifest`` writes, line by line; a path that does not stay below the output folder
/// makes the whole manifest invalid, for what it lists may be removed.
func manifestPaths(_ bytes: [UInt8]) -> [String]? {
  guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
  var lines = text.utf8.split(separator: 10, omittingEmptySubsequences: false).map(Substring.init)[...]
  guard let first = lines.popFirst(), first.hasPrefix("{\"generator\":\""), first.hasSuffix("\",\"files\":["),
    lines.popLast() == "", lines.popLast() == "]}"
  else { return nil }
  // A site without files leaves one empty line between the brackets.
  if lines.isEmpty { return [] }
  var paths: [String] = []
  paths.reserveCapacity(lines.count)
  for (index, line) in zip(lines.indices, lines) {
    let isLast = index == lines.endIndex - 1
    guard line.hasPrefix(entryStart), line.hasSuffix(isLast ? "\"}" : "\"},"),
      let path = jsonString(line.utf8.dropFirst(entryStart.utf8.count)), isSafeRelativePath(path)
    else { return nil }
    paths.append(path)
  }
  return paths
}

private let entryStart = "{\"path\":\""

/// The JSON string that `bytes` begin with, up to its closing quotation mark.
private func jsonString(_ bytes: Substring.UTF8View) -> String? {
  var text: [UInt8] = []
  var rest = bytes
  while let byte = rest.popFirst() {
    switch byte {
    case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
    case UInt8(ascii: "\\"):
      guard let escape = rest.popFirst() else { return nil }
      switch escape {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(escape)
      case UInt8(ascii: "u"):
        guard let code = UInt32(String(decoding: rest.prefix(4), as: UTF8.self), radix: 16),
          let scalar = Unicode.Scalar(code)
        else { return nil }
        rest = rest.dropFirst(4)
        text.append(contentsOf: String(scalar).utf8)
      default: return nil
      }
    default: text.append(byte)
    }
  }
  return nil
}
