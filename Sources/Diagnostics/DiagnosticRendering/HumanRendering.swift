/// Writes diagnostics for people: each with its line of the file and the range underlined.
///
/// They come in the order given, with a blank line after each and the count at the end. `source` gives the
/// bytes of a file, or `nil` where there are none to show; it is asked once for each path. Control
/// characters of the content are shown as symbols, so nothing in a file can steer the terminal.
public func renderHuman(
  _ diagnostics: [Diagnostic], source: (String) -> [UInt8]?, color: Bool
) -> String {
  guard !diagnostics.isEmpty else { return "" }
  let sources = IndexedSources(of: diagnostics, source: source)
  var text = ""
  for diagnostic in diagnostics {
    text += HumanDiagnostic(diagnostic: diagnostic, sources: sources, style: TerminalStyle(color: color)).text
    text += "\n"
  }
  return text + countLine(diagnostics) + "\n"
}

/// `3 errors, 1 warning`; nothing for no diagnostics.
public func countLine(_ diagnostics: [Diagnostic]) -> String {
  let severities: [Diagnostic.Severity] = [.error, .warning, .note]
  let parts = severities.compactMap { severity -> String? in
    let count = diagnostics.count { $0.severity == severity }
    return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
  }
  return parts.joined(separator: ", ")
}

/// One diagnostic with its gutter, which is as wide as its largest line number.
private struct HumanDiagnostic {
  var diagnostic: Diagnostic
  var sources: IndexedSources
  var style: TerminalStyle

  var text: String {
    let severity = diagnostic.severity
    var text = style.severity("\(severity.rawValue)[\(diagnostic.code.id)]", severity)
    text += style.strong(": " + visible(diagnostic.message)) + "\n"
    var notes = diagnostic.notes
    if let place = diagnostic.place {
      text += location(place, arrow: "-->")
      let underline = Underline(mark: "^", label: diagnostic.label, severity: severity)
      if let excerpt = excerpt(place, underline) {
        text += excerpt
      } else if let label = diagnostic.label {
        notes.insert(label, at: 0)
      }
    }
    for related in diagnostic.related {
      let underline = Underline(mark: "-", label: related.message, severity: .note)
      if let excerpt = excerpt(related.place, underline) {
        text += gutter + "\n" + location(related.place, arrow: ":::") + excerpt
      } else {
        text += location(related.place, arrow: ":::", message: related.message)
      }
    }
    for note in notes { text += remark("note", note) }
    for hint in diagnostic.hints { text += remark("help", hint) }
    return text
  }

  private struct Underline {
    var mark: Character
    var label: String?
    var severity: Diagnostic.Severity
  }

  private var width: Int {
    let lines = ([diagnostic.place] + diagnostic.related.map(\.place)).compactMap { $0?.range?.start.line }
    return String(lines.max() ?? 0).utf8.count
  }

  private var gutter: String { spaces(width + 2) + style.frame("|") }

  private func location(_ place: Place, arrow: String, message: String? = nil) -> String {
    var text = spaces(width + 1) + style.frame(arrow) + " " + visible(place.path)
    if let start = place.range?.start { text += ":\(start.line):\(start.column)" }
    if let message { text += ": " + visible(message) }
    return text + "\n"
  }

  private func excerpt(_ place: Place, _ underline: Underline) -> String? {
    guard let range = place.range, let excerpt = sources[place.path]?.excerpt(of: range) else { return nil }
    let number = String(range.start.line)
    let marks = String(repeating: underline.mark, count: excerpt.underlineWidth)
    let label = underline.label.map { " " + visible($0) } ?? ""
    let lineStart = " " + spaces(width - number.utf8.count) + style.frame(number + " |")
    return """
      \(gutter)
      \(lineStart)\(excerpt.text.isEmpty ? "" : " " + excerpt.text)
      \(gutter) \(spaces(excerpt.underlineStart))\(style.severity(marks + label, underline.severity))

      """
  }

  private func remark(_ kind: String, _ words: String) -> String {
    spaces(width + 2) + style.frame("=") + " " + style.strong(kind + ":") + " " + visible(words) + "\n"
  }
}

private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

/// Escape sequences of ECMA-48 (8.3.117, "SGR"), or none.
private struct TerminalStyle {
  var color: Bool

  func severity(_ text: String, _ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: wrapped(text, "1;31")
    case .warning: wrapped(text, "1;33")
    case .note: wrapped(text, "1;36")
    }
  }

  func strong(_ text: String) -> String { wrapped(text, "1") }

  func frame(_ text: String) -> String { wrapped(text, "1;34") }

  private func wrapped(_ text: String, _ code: String) -> String {
    color ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
