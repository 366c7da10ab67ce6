/// Writes diagnostics as workflow commands of GitHub Actions, a line each, which its runner turns into annotations.
///
/// Lines and columns count from 1, columns in bytes. Label, notes and hints follow the message on lines of
/// their own.
public func renderGitHub(_ diagnostics: [Diagnostic]) -> String {
  diagnostics.map { command($0) + "\n" }.joined()
}

private func command(_ diagnostic: Diagnostic) -> String {
  let name =
    switch diagnostic.severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  var properties: [String] = []
  if let place = diagnostic.place {
    properties.append("file=" + property(place.path))
    if let range = place.range {
      properties.append("line=\(range.start.line)")
      // The runner takes columns only for a range within one line.
      if range.end.line == range.start.line {
        properties.append("col=\(range.start.column)")
        properties.append("endColumn=\(max(range.start.column, range.end.column - 1))")
      } else {
        properties.append("endLine=\(range.end.line)")
      }
    }
  }
  properties.append("title=" + property("\(diagnostic.code.id) \(diagnostic.code.slug)"))
  return "::\(name) \(properties.joined(separator: ","))::"
    + plainLines(diagnostic).map { escaped($0, also: []) }.joined(separator: "%0A")
}

/// The words of a diagnostic without its place: the message, then a line for each remark.
func plainLines(_ diagnostic: Diagnostic) -> [String] {
  [diagnostic.message] + (diagnostic.label.map { [$0] } ?? []) + diagnostic.notes.map { "note: " + $0 }
    + diagnostic.hints.map { "help: " + $0 }
}

private func property(_ text: String) -> String {
  escaped(text, also: [UInt8(ascii: ":"), UInt8(ascii: ",")])
}

/// Percent signs and line ends would end the command or be read as escapes; in properties `:` and `,` too.
private func escaped(_ text: String, also others: [UInt8]) -> String {
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    if byte == UInt8(ascii: "%") || byte < 32 || others.contains(byte) {
      bytes += percentEscape(byte)
    } else {
      bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// `%2C` for a comma.
func percentEscape(_ byte: UInt8) -> [UInt8] {
  let digits = String(byte, radix: 16, uppercase: true)
  return Array(("%" + (byte < 16 ? "0" : "") + digits).utf8)
}
