import Diagnostics

/// Says what libyaml found malformed in the words of someone who writes a release, where they must change it.
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
        "a value that begins with '\(text(bytes.character(at: opening)))' stands for another; write it out",
        bytes.word(at: opening), code: .yamlAlias, hints: ["put the value in quotation marks"])
    case "while scanning a tag", "while parsing a tag":
      return tag(bytes.word(at: opening))
    case "while scanning a directive":
      return Finding(
        "a line cannot begin with '%'", bytes.character(at: opening),
        hints: ["put the value in quotation marks"])
    case "while scanning a block scalar":
      return Finding(
        "after '|' or '>' the text begins on the next line", bytes.restOfLine(from: offset),
        hints: ["put a value that begins with '|' or '>' in quotation marks"])
    case "while parsing a flow sequence": return collection("list", closing: "]")
    case "while parsing a flow mapping": return collection("mapping", closing: "}")
    default: return structure()
    }
  }

  private func structure() -> Finding {
    switch problem.text {
    case "mapping values are not allowed in this context": return secondColon()
    case "could not find expected ':'": return missingColon(bytes.restOfLine(from: opening))
    case "found character that cannot start any token" where bytes[offset...].first == UInt8(ascii: "\t"):
      return Finding(
        "a tab stands where spaces must indent; YAML is indented with spaces",
        bytes.character(at: offset),
        code: .tabIndentation, hints: ["replace each tab by two spaces"])
    case "found character that cannot start any token":
      return Finding(
        "a value cannot begin with '\(text(bytes.character(at: offset)))'",
        bytes.character(at: offset),
        hints: ["put the value in quotation marks"])
    case "block sequence entries are not allowed in this context":
      return Finding(
        "a list cannot begin on the line of its key", bytes.character(at: offset),
        hints: ["begin the list on the next line, or put the text in quotation marks"])
    case "did not find expected key", "did not find expected '-' indicator": return misfit()
    case "did not find expected node content":
      return Finding("a value is missing before this", bytes.word(at: offset))
    case "found undefined tag handle": return tag(bytes.word(at: offset))
    case "did not find expected <document start>" where bytes.firstText(ofLineAt: offset) >= offset:
      return Finding(
        "the line belongs to nothing above it", bytes.restOfLine(from: offset),
        hints: ["begin lines that belong together in the same column"])
    case "did not find expected <document start>": return misfit()
    default:
      return Finding("the file cannot be read as YAML from here on", bytes.restOfLine(from: offset))
    }
  }

  private func controlCharacter() -> Finding {
    let character = bytes.character(at: offset)
    let value = String(decoding: bytes[character], as: UTF8.self).unicodeScalars.first?.value ?? 0
    let digits = String(value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    return Finding(
      "the control character \(name) cannot stand in a text file", character, code: .controlCharacter,
      hints: ["delete it; it cannot be seen and came in with pasted text"])
  }

  private func quotedScalar() -> Finding {
    switch problem.text {
    case "found unexpected end of stream", "found unexpected document indicator":
      return Finding(
        "this quotation mark is never closed", bytes.character(at: opening),
        code: .unclosedYAMLQuote)
    default:
      let backslash =
        bytes[..<bytes.end(ofCharacterAt: offset)].suffix(12).lastIndex(of: UInt8(ascii: "\\")) ?? offset
      let escape = backslash..<bytes.end(ofCharacterAt: max(offset, backslash + 1))
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
    let colon = bytes.character(at: offset)
    let before = bytes[bytes.lineStart(of: offset)..<offset]
    let hasColon = before.indices.dropLast().contains {
      before[$0] == UInt8(ascii: ":") && before[$0 + 1] <= UInt8(ascii: " ")
    }
    if hasColon {
      return Finding(
        "a value without quotation marks cannot hold ': '", colon, hints: ["put the value in quotation marks"]
      )
    }
    let key = bytes.firstText(ofLineAt: offset)..<offset
    if key.count > 1024 {
      return Finding("a key is at most 1,024 characters long", key)
    }
    let above = bytes.textAbove(offset)
    if !above.isEmpty,
      above.lowerBound - bytes.lineStart(of: above.lowerBound) == key.lowerBound - bytes.lineStart(of: offset)
    {
      return missingColon(above)
    }
    return Finding(
      "the key '\(text(key))' cannot stand below a line that has a value already", key,
      hints: ["begin both lines in the same column, or move the value of the line above to a line of its own"]
    )
  }

  private func missingColon(_ line: Range<Int>) -> Finding {
    let hasColon = bytes[line].contains(UInt8(ascii: ":"))
    // A no-break space (U+00A0) looks like any other.
    let hasOtherSpace = line.contains { at in
      at + 2 < bytes.count && bytes[at] == UInt8(ascii: ":") && bytes[at + 1] == 0xC2 && bytes[at + 2] == 0xA0
    }
    if hasOtherSpace {
      return Finding(
        "'\(text(line))' is no key with a value", line,
        hints: ["what looks like a space after the colon is a no-break space (U+00A0); write a plain one"])
    }
    return Finding(
      "'\(text(line))' is no key with a value", line,
      hints: [
        hasColon
          ? "put a space after the colon"
          : "write 'key: value', or indent the text to continue the value above"
      ])
  }

  private func misfit() -> Finding {
    let rest = bytes.restOfLine(from: offset)
    if bytes.firstText(ofLineAt: offset) >= offset {
      return Finding(
        "the line does not fit the indentation of the lines above", rest,
        hints: ["begin lines that belong together in the same column"])
    }
    if let quoted = problem.lastQuoted, quoted.upperBound == offset,
      bytes.lineStart(of: quoted.lowerBound) != bytes.lineStart(of: offset)
    {
      return Finding(
        "this quotation mark is closed only by the next one, lines later",
        bytes.character(at: quoted.lowerBound), code: .unclosedYAMLQuote,
        hints: ["close it on its own line"])
    }
    if let first = bytes[rest].first, first == UInt8(ascii: "]") || first == UInt8(ascii: "}") {
      return Finding(
        "'\(text(bytes.character(at: offset)))' closes nothing that is open",
        bytes.character(at: offset),
        hints: ["remove it, or put the whole value in quotation marks"])
    }
    return Finding(
      "nothing may follow the value on this line", rest,
      hints: ["put the whole value in quotation marks; a quotation mark inside single ones is written twice"])
  }

  private func collection(_ name: String, closing: String) -> Finding {
    let isLater = offset == bytes.count || bytes.lineStart(of: offset) != bytes.lineStart(of: opening)
    if isLater {
      return Finding(
        "this \(name) is never closed with '\(closing)'", bytes.character(at: opening),
        hints: ["close it, or put text that begins with '\(closing == "]" ? "[" : "{")' in quotation marks"])
    }
    return Finding("a comma or '\(closing)' is missing before this", bytes.word(at: offset))
  }

  /// The tabs before the first text of the line of the problem.
  private func tabsInIndentation() -> Range<Int>? {
    var start = bytes.lineStart(of: offset)
    while start < bytes.count, bytes[start] == UInt8(ascii: " ") { start += 1 }
    var end = start
    while end < bytes.count, bytes[end] == UInt8(ascii: "\t") { end += 1 }
    return start == end ? nil : start..<end
  }

  private func text(_ offsets: Range<Int>) -> String { quotedText(bytes, offsets) }
}
