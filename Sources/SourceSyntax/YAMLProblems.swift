import Diagnostics

/// Says what libyaml found malformed in the words of someone who writes a release, at the place they must change.
func diagnostic(
  for problem: YAMLProblem, in bytes: UnsafeBufferPointer<UInt8>, lines: LineIndex, path: String
) -> Diagnostic {
  let wording = YAMLWording(problem: problem, bytes: bytes)
  let finding = wording.finding()
  return Diagnostic(
    finding.code, finding.message, at: Place(path, lines.range(of: finding.offsets)), hints: finding.hints)
}

private struct Finding {
  var code: DiagnosticCode
  var message: String
  var offsets: Range<Int>
  var hints: [String]

  init(
    _ message: String, _ offsets: Range<Int>, code: DiagnosticCode = .malformedYAML, hints: [String] = []
  ) {
    self.code = code
    self.message = message
    self.offsets = offsets
    self.hints = hints
  }
}

private struct YAMLWording {
  var problem: YAMLProblem
  var bytes: UnsafeBufferPointer<UInt8>

  private var offset: Int { min(problem.offset, bytes.count) }
  private var opening: Int { min(problem.contextOffset ?? problem.offset, bytes.count) }

  func finding() -> Finding {
    if problem.isReader { return controlCharacter() }
    if let tabs = tabsInIndentation() {
      return Finding(
        "indentation holds a tab; YAML is indented with spaces", tabs, code: .tabIndentation,
        hints: ["replace each tab by two spaces"])
    }
    switch problem.context {
    case "while scanning a quoted scalar", "while parsing a quoted scalar": return quotedScalar()
    case "while scanning an anchor", "while scanning an alias":
      return Finding(
        "a value that begins with '\(text(opening..<after(opening)))' stands for another value; that is not used",
        word(opening), code: .yamlAlias, hints: ["put the value in quotation marks"])
    case "while scanning a tag", "while parsing a tag":
      return tag(word(opening))
    case "while scanning a directive":
      return Finding(
        "a line cannot begin with '%'", opening..<after(opening), hints: ["put the value in quotation marks"])
    case "while scanning a block scalar":
      return Finding(
        "after '|' or '>' the text begins on the next line", restOfLine(offset),
        hints: ["put a value that begins with '|' or '>' in quotation marks"])
    case "while parsing a flow sequence": return collection("list", closing: "]")
    case "while parsing a flow mapping": return collection("mapping", closing: "}")
    default: return structure()
    }
  }

  private func structure() -> Finding {
    switch problem.text {
    case "mapping values are not allowed in this context": return secondColon()
    case "could not find expected ':'": return missingColon()
    case "found character that cannot start any token":
      return Finding(
        "a value cannot begin with '\(text(offset..<after(offset)))'", offset..<after(offset),
        hints: ["put the value in quotation marks"])
    case "block sequence entries are not allowed in this context":
      return Finding(
        "a list cannot begin on the line of its key", offset..<after(offset),
        hints: ["begin the list on the next line, or put the text in quotation marks"])
    case "did not find expected key", "did not find expected '-' indicator": return misfit()
    case "did not find expected node content":
      return Finding("a value is missing before this", word(offset))
    case "found undefined tag handle": return tag(word(offset))
    case "did not find expected <document start>":
      return Finding(
        "the line belongs to nothing above it", restOfLine(offset),
        hints: ["begin lines that belong together in the same column"])
    default:
      return Finding("the file cannot be read as YAML from here on", restOfLine(offset))
    }
  }

  private func controlCharacter() -> Finding {
    let character = offset..<after(offset)
    let value = String(decoding: bytes[character], as: UTF8.self).unicodeScalars.first?.value ?? 0
    let digits = String(value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    return Finding(
      "the control character \(name) cannot stand in YAML", character, code: .controlCharacter,
      hints: ["delete it; it cannot be seen in most editors"])
  }

  private func quotedScalar() -> Finding {
    switch problem.text {
    case "found unexpected end of stream", "found unexpected document indicator":
      return Finding(
        "this quotation mark is never closed", opening..<after(opening), code: .unclosedYAMLQuote)
    default:
      let escape = offset..<after(after(offset))
      return Finding(
        "'\(text(escape))' is no escape of YAML", escape,
        hints: ["write '\\\\' for a backslash, or use single quotation marks"])
    }
  }

  private func tag(_ offsets: Range<Int>) -> Finding {
    Finding(
      "'\(text(offsets))' is a tag; tags are not used", offsets, code: .yamlTag,
      hints: ["put text that begins with '!' in quotation marks"])
  }

  private func secondColon() -> Finding {
    let colon = offset..<after(offset)
    let before = bytes[lineStart(offset)..<offset]
    let hasColon = before.indices.dropLast().contains {
      before[$0] == UInt8(ascii: ":") && before[$0 + 1] <= UInt8(ascii: " ")
    }
    if hasColon {
      return Finding(
        "a value without quotation marks cannot hold ': '", colon, hints: ["put the value in quotation marks"]
      )
    }
    let key = firstText(offset)..<offset
    return Finding(
      "the key '\(text(key))' cannot stand below a line that has a value already", key,
      hints: ["begin both lines in the same column, or move the value of the line above to a line of its own"]
    )
  }

  private func missingColon() -> Finding {
    let line = restOfLine(opening)
    let hasColon = bytes[line].contains(UInt8(ascii: ":"))
    return Finding(
      "'\(text(line))' is no key with a value", line,
      hints: [
        hasColon
          ? "put a space after the colon"
          : "write 'key: value', or indent the text to continue the value above"
      ])
  }

  private func misfit() -> Finding {
    let rest = restOfLine(offset)
    if firstText(offset) >= offset {
      return Finding(
        "the line does not fit the indentation of the lines above", rest,
        hints: ["begin lines that belong together in the same column"])
    }
    return Finding(
      "nothing may follow the value on this line", rest,
      hints: ["put the whole value in quotation marks; a quotation mark inside single ones is written twice"])
  }

  private func collection(_ name: String, closing: String) -> Finding {
    let isLater = offset == bytes.count || lineStart(offset) != lineStart(opening)
    if isLater {
      return Finding(
        "this \(name) is never closed with '\(closing)'", opening..<after(opening),
        hints: ["close it, or put text that begins with '\(closing == "]" ? "[" : "{")' in quotation marks"])
    }
    return Finding("a comma or '\(closing)' is missing before this", word(offset))
  }

  /// The tabs before the first text of the line of the problem.
  private func tabsInIndentation() -> Range<Int>? {
    var start = lineStart(offset)
    while start < bytes.count, bytes[start] == UInt8(ascii: " ") { start += 1 }
    var end = start
    while end < bytes.count, bytes[end] == UInt8(ascii: "\t") { end += 1 }
    return start == end ? nil : start..<end
  }

  private func lineStart(_ offset: Int) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n"), bytes[start - 1] != UInt8(ascii: "\r") {
      start -= 1
    }
    return start
  }

  /// Where the first text of a line stands.
  private func firstText(_ offset: Int) -> Int {
    var start = lineStart(offset)
    while start < bytes.count, bytes[start] == UInt8(ascii: " ") || bytes[start] == UInt8(ascii: "-") {
      start += 1
    }
    return start
  }

  /// The offset after the character at `offset`.
  private func after(_ offset: Int) -> Int {
    guard offset < bytes.count else { return bytes.count }
    var end = offset + 1
    while end < bytes.count, isContinuation(bytes[end]) { end += 1 }
    return end
  }

  private func word(_ offset: Int) -> Range<Int> {
    var end = after(offset)
    while end < bytes.count, bytes[end] > UInt8(ascii: " ") { end += 1 }
    return offset..<end
  }

  private func restOfLine(_ offset: Int) -> Range<Int> {
    var end = offset
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") { end += 1 }
    while end > offset, bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    return offset..<end
  }

  private func text(_ offsets: Range<Int>) -> String { quotedText(bytes, offsets) }
}
