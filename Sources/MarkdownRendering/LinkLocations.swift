import Diagnostics

/// Where each link, image and raw inline tag of a document stands in its source, and its blocks of code and HTML.
struct LinkLocations {
  struct Location {
    /// The construct, in byte offsets; nothing when only its lines are known.
    var whole: Range<Int>?
    /// Its destination where it stands in the construct itself.
    var destination: Range<Int>?
    var form: ScannedLink.Form
  }

  /// In the order of the document; each node carries its place in the list, counted from 1.
  private(set) var found: [(node: MarkdownNode, location: Location?)] = []
  /// The blocks of code and HTML, in order.
  private(set) var verbatim: [MarkdownNode] = []

  /// Of a document without any.
  init() {}

  subscript(node: MarkdownNode) -> Location? {
    let number = node.number
    return number > 0 && number <= found.count && found[number - 1].node == node
      ? found[number - 1].location : nil
  }

  /// Matches the constructs of each block's source with the nodes the parser made of them.
  ///
  /// Links end in the same order in the source as they are left in the tree, so a block needs one pass.
  init(of document: MarkdownNode, in source: SourceText) {
    var around: MarkdownNode?
    var block: OpenBlock?
    document.walk { step in
      switch step {
      case .enter(let node):
        switch node.kind {
        case .paragraph, .heading, .tableCell:
          around = node
          // Few blocks have links, and to look takes less than to set nothing to nothing.
          if block != nil { block = nil }
        case .link, .image: add(node)
        case .htmlInline:
          add(node)
          if block == nil { block = around.map { OpenBlock($0, in: source) } }
          let offsets = block?.find(node.literal, in: source)
          found[node.number - 1].location = offsets.map {
            Location(whole: $0, destination: nil, form: .inline)
          }
        case .codeBlock, .htmlBlock: verbatim.append(node)
        default: break
        }
      case .exit(let node):
        let number = node.number
        guard number > 0, node.kind != .htmlInline else { break }
        if block == nil { block = around.map { OpenBlock($0, in: source) } }
        found[number - 1].location = block?.locate(node, in: source)
      }
      return true
    }
  }

  private mutating func add(_ node: MarkdownNode) {
    found.append((node, nil))
    node.number = found.count
  }
}

/// A paragraph, a heading or a table cell whose constructs are being matched.
private struct OpenBlock {
  /// Read from the source when the first link of the block asks for them.
  private var constructs: [InlineConstruct]?
  private var nextConstruct = 0
  private var lines: ClosedRange<Int>
  private var text: Range<Int>
  /// The line of a table's cell, as long as only the cell has been searched.
  private var wholeLine: Range<Int>?
  /// How far literal text has been searched.
  private var searched: Int

  init(_ node: MarkdownNode, in source: SourceText) {
    let first = node.startLine
    lines = first...max(first, node.endLine)
    text = source.start(ofLine: first)..<source.end(ofLine: lines.upperBound)
    if node.kind == .tableCell, node.startColumn > 0, node.endColumn >= node.startColumn {
      // A mark in one cell never pairs with one in the next.
      wholeLine = text
      let start = text.lowerBound + node.startColumn - 1
      text = text.clamped(to: start..<(text.lowerBound + node.endColumn))
    }
    searched = text.lowerBound
  }

  /// The next construct that leads where the node leads, else the node's own text or columns.
  mutating func locate(_ node: MarkdownNode, in source: SourceText) -> LinkLocations.Location {
    let destination = node.destination
    if let construct = nextConstruct(to: destination, in: source) {
      return LinkLocations.Location(
        whole: construct.whole, destination: construct.destination,
        form: construct.form == .inline ? .inline : .autolink)
    }
    if node.kind == .link, let child = node.firstChild, child.kind == .text, child.next == nil,
      endsAlike(destination, child.literal), let offsets = find(child.literal, in: source)
    {
      return LinkLocations.Location(whole: offsets, destination: offsets, form: .bare)
    }
    return LinkLocations.Location(whole: columns(of: node, in: source), destination: nil, form: .reference)
  }

  private mutating func nextConstruct(
    to destination: UnsafeRawBufferPointer, in source: SourceText
  ) -> InlineConstruct? {
    let constructs = self.constructs ?? inlineConstructs(in: source.bytes, text)
    self.constructs = constructs
    for index in constructs.indices[nextConstruct...]
    where isSpelling(constructs[index], of: destination, in: source.bytes) {
      nextConstruct = index + 1
      return constructs[index]
    }
    guard let line = wholeLine else { return nil }
    // The parser counts a cell's columns from the table's margin; rows may be indented otherwise.
    wholeLine = nil
    text = line
    self.constructs = nil
    (nextConstruct, searched) = (0, text.lowerBound)
    return self.nextConstruct(to: destination, in: source)
  }

  /// Where bytes stand next in the block; only their first line is looked for.
  mutating func find(_ bytes: UnsafeRawBufferPointer, in source: SourceText) -> Range<Int>? {
    let end = bytes.firstIndex { $0 == 10 || $0 == 13 } ?? bytes.count
    guard end > 0, text.upperBound - searched >= end else { return nil }
    for start in searched...(text.upperBound - end)
    where source.bytes[start] == bytes[0] && hasBytes(bytes, end, at: start, in: source.bytes) {
      searched = start + end
      return start..<(start + end)
    }
    return nil
  }

  private func hasBytes(
    _ bytes: UnsafeRawBufferPointer, _ count: Int, at start: Int, in source: UnsafeRawBufferPointer
  ) -> Bool {
    for index in 0..<count where source[start + index] != bytes[index] { return false }
    return true
  }

  /// The parser's columns, where a bracket confirms them.
  private func columns(of node: MarkdownNode, in source: SourceText) -> Range<Int>? {
    let start = source.start(ofLine: node.startLine) + node.startColumn - 1
    let end = source.start(ofLine: node.endLine) + node.endColumn
    guard text.contains(start), end > start, end <= text.upperBound,
      source.bytes[start] == UInt8(ascii: "[") || source.bytes[start] == UInt8(ascii: "!"),
      source.bytes[end - 1] == UInt8(ascii: "]")
    else { return nil }
    return start..<end
  }

  /// Whether an address is a bare one's text, perhaps with `http://` or `mailto:` before it.
  private func endsAlike(_ destination: UnsafeRawBufferPointer, _ text: UnsafeRawBufferPointer) -> Bool {
    destination.count >= text.count && destination.suffix(text.count).elementsEqual(text)
  }
}

/// Whether a construct's destination, with its escapes resolved, is the parser's.
///
/// Entities are not resolved: up to the first of them the spelling has to agree.
private func isSpelling(
  _ construct: InlineConstruct, of destination: UnsafeRawBufferPointer, in source: UnsafeRawBufferPointer
) -> Bool {
  var expected = destination[...]
  if construct.form == .autolink, expected.starts(with: "mailto:".utf8),
    !source[construct.destination].starts(with: "mailto:".utf8)
  {
    expected = expected.dropFirst(7)
  }
  var at = construct.destination.lowerBound
  for byte in expected {
    guard at < construct.destination.upperBound else { return false }
    if source[at] == UInt8(ascii: "&") { return true }
    if construct.form == .inline, source[at] == UInt8(ascii: "\\"), at + 1 < construct.destination.upperBound,
      isPunctuation(source[at + 1])
    {
      at += 1
    }
    guard source[at] == byte else { return false }
    at += 1
  }
  return at == construct.destination.upperBound
}
