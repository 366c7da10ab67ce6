public import Diagnostics

/// Reads one YAML document into a located tree.
///
/// Malformed YAML, duplicate keys, aliases, tags, keys that are no scalars, nesting deeper than 64 and more
/// than one document are diagnostics; `nil` when nothing usable is left. A document without content is an
/// empty mapping. `firstLine` is the line of the file on which the text begins, for front matter.
public func parseYAML(
  _ source: SourceText, firstLine: Int = 1, diagnostics: inout [Diagnostic]
) -> Node? {
  let root = source.bytes.withUnsafeBufferPointer { readPlainYAML($0, firstLine: firstLine) }
  return root ?? parseAnyYAML(source, firstLine: firstLine, diagnostics: &diagnostics)
}

/// The same by libyaml, for all that ``readPlainYAML(_:firstLine:)`` leaves.
func parseAnyYAML(_ source: SourceText, firstLine: Int = 1, diagnostics: inout [Diagnostic]) -> Node? {
  source.bytes.withUnsafeBufferPointer { bytes in
    guard bytes.count <= maximumBytes, let events = YAMLEvents(bytes) else {
      let start = SourceRange(line: firstLine, column: 1, length: 0)
      diagnostics.append(
        Diagnostic(.oversizedYAML, "the YAML text is larger than 1 MB", at: Place(source.path, start)))
      return nil
    }
    var reading = YAMLReading(
      path: source.path, bytes: bytes, lines: LineIndex(bytes, firstLine: firstLine), events: events)
    let root = reading.document()
    diagnostics += reading.diagnostics
    return reading.isUsable ? root : nil
  }
}

private let maximumBytes = 1 << 20
private let maximumNodes = 100_000
private let maximumDepth = 64
/// A file with more findings than this is not read further.
private let maximumFindings = 50

/// Builds the tree; every step returns `nil` where reading cannot go on.
private struct YAMLReading: ~Copyable {
  let path: String
  let bytes: UnsafeBufferPointer<UInt8>
  let lines: LineIndex
  var events: YAMLEvents
  var diagnostics: [Diagnostic] = []
  /// Cleared where a part of the document stays unread, so that no one complains about what seems missing.
  var isUsable = true
  private var nodes = 0

  init(path: String, bytes: UnsafeBufferPointer<UInt8>, lines: LineIndex, events: consuming YAMLEvents) {
    self.path = path
    self.bytes = bytes
    self.lines = lines
    self.events = events
  }

  mutating func document() -> Node? {
    while let event = next() {
      switch event.kind {
      case .streamEnd:
        return Node(value: .mapping([]), range: lines.range(of: 0..<0))
      case .documentStart:
        guard let first = next(), let root = node(first, depth: 1), refuseMore() else { return nil }
        return isEmpty(root) ? Node(value: .mapping([]), range: root.range) : root
      default: continue
      }
    }
    return nil
  }

  private func isEmpty(_ root: Node) -> Bool {
    guard case .scalar(let scalar) = root.value else { return false }
    return scalar.isPlain && scalar.text.isEmpty
  }

  /// Reads on to the end of the stream; the text after the document must be empty and well-formed.
  private mutating func refuseMore() -> Bool {
    while let event = next() {
      if case .streamEnd = event.kind { return true }
      guard case .documentStart = event.kind else { continue }
      report(.severalDocuments, "a second document begins here; a file holds one", event.offsets)
      return true
    }
    return false
  }

  private mutating func node(_ event: YAMLEvent, depth: Int) -> Node? {
    nodes += 1
    guard depth <= maximumDepth else {
      return stop(.deepNesting, "the value is nested more than 64 deep", event.offsets)
    }
    guard nodes <= maximumNodes else {
      return stop(.oversizedYAML, "the YAML text has more than 100,000 values", event.offsets)
    }
    if event.hasProperties { refuseProperties(before: event.offsets.lowerBound) }
    guard diagnostics.count < maximumFindings else {
      diagnostics[diagnostics.count - 1].notes.append("the file is not read further")
      return nil
    }
    switch event.kind {
    case .scalar(let scalar):
      if !scalar.isPlain { refuseEscapedControls(scalar.text, event.offsets) }
      return Node(value: .scalar(scalar), range: lines.range(of: trimmed(event.offsets)))
    case .sequenceStart: return sequence(from: event, depth: depth)
    case .mappingStart: return mapping(from: event, depth: depth)
    case .alias:
      isUsable = false
      report(
        .yamlAlias, "'\(text(event.offsets))' is an alias; write the value out", event.offsets,
        hints: ["put text that begins with '*' in quotation marks"])
      return Node(value: .sequence([]), range: lines.range(of: event.offsets))
    default: return nil
    }
  }

  /// Escapes in double quotation marks may not bring in what a file may not hold.
  private mutating func refuseEscapedControls(_ value: String, _ offsets: Range<Int>) {
    var value = value
    let control = value.withUTF8 { bytes in
      firstControl(bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    }
    guard let scalar = control?.unicodeScalars.first else { return }
    report(
      .controlCharacter,
      "an escape stands for the control character \(codePoint(scalar)), which no text holds",
      offsets, hints: ["take the escape out"])
  }

  private mutating func sequence(from start: YAMLEvent, depth: Int) -> Node? {
    var items: [Node] = []
    while let event = next() {
      if case .sequenceEnd = event.kind {
        return Node(
          value: .sequence(items), range: range(from: start, to: event, last: items.last?.range.end))
      }
      guard let item = node(event, depth: depth + 1) else { return nil }
      items.append(item)
    }
    return nil
  }

  private mutating func mapping(from start: YAMLEvent, depth: Int) -> Node? {
    var entries: [Node.Entry] = []
    var keys = SeenKeys()
    while let event = next() {
      if case .mappingEnd = event.kind {
        return Node(
          value: .mapping(entries), range: range(from: start, to: event, last: entries.last?.value.range.end))
      }
      guard let key = node(event, depth: depth + 1), let second = next(),
        let value = node(second, depth: depth + 1)
      else { return nil }
      guard case .scalar(let name) = key.value else {
        isUsable = false
        if case .alias = event.kind { continue }
        diagnostics.append(
          Diagnostic(
            .complexKey, "a key is a name, not a list or a mapping", at: Place(path, key.range),
            hints: ["put text that begins with '[' or '{' in quotation marks"]))
        continue
      }
      if name.isPlain, name.text == "<<" {
        isUsable = false
        diagnostics.append(
          Diagnostic(
            .mergeKey, "'<<' would merge another mapping into this one; write its keys out",
            at: Place(path, key.range)))
      } else if let first = keys.index(of: name.text, among: entries) {
        diagnostics.append(
          Diagnostic(
            .duplicateKey, "the key '\(name.text)' stands twice in one mapping", at: Place(path, key.range),
            label: "again here",
            related: [.init(place: Place(path, entries[first].keyRange), message: "first here")]))
      } else {
        entries.append(Node.Entry(key: name.text, keyRange: key.range, value: value))
        keys.noteLast(of: entries)
      }
    }
    return nil
  }

  /// A collection in brackets reaches to its closing bracket, another to the end of its last value.
  private func range(
    from start: YAMLEvent, to end: YAMLEvent, last: SourceRange.Position?
  ) -> SourceRange {
    let first = lines.position(of: start.offsets.lowerBound)
    if start.isFlow { return SourceRange(start: first, end: lines.position(of: end.offsets.upperBound)) }
    return SourceRange(start: first, end: last ?? first)
  }

  /// Reports the anchor and the tag that stand before a value.
  private mutating func refuseProperties(before start: Int) {
    var offset = start
    while offset < bytes.count {
      var end = offset
      while end < bytes.count, bytes[end] > UInt8(ascii: " ") { end += 1 }
      switch bytes[offset] {
      case UInt8(ascii: "&"):
        report(
          .yamlAlias, "'\(text(offset..<end))' is an anchor; aliases are not used", offset..<end,
          hints: ["put text that begins with '&' in quotation marks"])
      case UInt8(ascii: "!"):
        report(
          .yamlTag, "'\(text(offset..<end))' is a tag; the key says which type its value has", offset..<end,
          hints: ["put text that begins with '!' in quotation marks"])
      default: return
      }
      while end < bytes.count, bytes[end] <= UInt8(ascii: " ") { end += 1 }
      offset = end
    }
  }

  private mutating func next() -> YAMLEvent? {
    if let event = events.next() { return event }
    diagnostics.append(diagnostic(for: events.problem(), in: bytes, lines: lines, path: path))
    isUsable = false
    return nil
  }

  private mutating func stop(_ code: DiagnosticCode, _ message: String, _ offsets: Range<Int>) -> Node? {
    isUsable = false
    report(code, message, offsets)
    return nil
  }

  private mutating func report(
    _ code: DiagnosticCode, _ message: String, _ offsets: Range<Int>, hints: [String] = []
  ) {
    diagnostics.append(Diagnostic(code, message, at: Place(path, lines.range(of: offsets)), hints: hints))
  }

  private func text(_ offsets: Range<Int>) -> String { quotedText(bytes, offsets) }

  /// Without the line ends after a block scalar.
  private func trimmed(_ offsets: Range<Int>) -> Range<Int> {
    var end = offsets.upperBound
    while end > offsets.lowerBound, bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    return offsets.lowerBound..<end
  }
}

/// The keys of a mapping so far; a table only when there are many.
private struct SeenKeys {
  private var table: [String: Int]?

  func index(of key: String, among entries: [Node.Entry]) -> Int? {
    if let table { return table[key] }
    return entries.firstIndex { $0.key == key }
  }

  /// Notes the last of `entries`.
  mutating func noteLast(of entries: [Node.Entry]) {
    if table != nil {
      table?[entries[entries.count - 1].key] = entries.count - 1
    } else if entries.count == 16 {
      table = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.key, $0) })
    }
  }
}
