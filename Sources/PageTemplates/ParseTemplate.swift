/// A template as a tree.
struct ParsedTemplate {
  var text: TemplateText
  var nodes: [Node]
  /// Whether every section is closed where it should be; only then does the tree mean what the file says.
  var isSound: Bool
}

/// A part of a template.
enum Node {
  case text(Range<Int>)
  /// A line with content begins: where a partial's indentation goes.
  case lineStart
  case variable(Tag, raw: Bool)
  case section(Tag, inverted: Bool, [Node])
  /// `indentation` is the blank before a partial that has a line to itself.
  case partial(Tag, indentation: Range<Int>)
  case parent(Tag, indentation: Range<Int>, [Node])
  case block(Tag, [Node])
}

/// How deep sections, blocks, layouts and partials may stand in each other.
let nestingLimit = 64

/// Parses a template; every problem of its syntax is reported.
func parseTemplate(_ source: TemplateSource, _ findings: inout TemplateFindings) -> ParsedTemplate {
  let text = TemplateText(source)
  if let invalid = text.invalidByte {
    findings.report(.templateNotUTF8, "a template is UTF-8 text; this byte is not", text, invalid)
    return ParsedTemplate(text: text, nodes: [], isSound: false)
  }
  let pieces = dropStandaloneLines(scanTags(text, &findings), in: text.bytes)
  return buildTree(pieces, text, &findings)
}

/// A tag that was opened and not yet closed, with what it holds so far.
private struct Open {
  var kind: TagKind
  var tag: Tag
  var indentation: Range<Int>
  var nodes: [Node] = []
}

private func buildTree(
  _ pieces: [Piece], _ text: TemplateText, _ findings: inout TemplateFindings
) -> ParsedTemplate {
  var open: [Open] = []
  var nodes: [Node] = []
  var isSound = true
  func append(_ node: Node) {
    if open.isEmpty { nodes.append(node) } else { open[open.count - 1].nodes.append(node) }
  }
  for piece in pieces {
    switch piece {
    case .text(let range): append(.text(range))
    case .lineStart: append(.lineStart)
    case .tag(.comment, _, _): break
    case .tag(.escaped, let tag, _): append(.variable(tag, raw: false))
    case .tag(.raw, let tag, _): append(.variable(tag, raw: true))
    case .tag(.partial, let tag, let indentation): append(.partial(tag, indentation: indentation))
    case .tag(.close, let tag, _):
      guard let last = open.last else {
        findings.report(.unopenedSection, "'\(tag.name)' is closed but not open", text, tag.nameRange)
        isSound = false
        continue
      }
      if last.tag.name != tag.name {
        findings.report(mismatched: tag, opening: last.tag, text)
        isSound = false
        // What was left open inside is closed with the tag that is meant.
        guard let match = open.lastIndex(where: { $0.tag.name == tag.name }) else { continue }
        open.removeSubrange((match + 1)...)
      }
      append(open.removeLast())
    case .tag(let kind, let tag, let indentation):
      if open.count == nestingLimit {
        findings.report(
          .nestedTooDeep, "sections stand at most \(nestingLimit) deep in each other", text, tag.nameRange)
        return ParsedTemplate(text: text, nodes: [], isSound: false)
      }
      open.append(Open(kind: kind, tag: tag, indentation: indentation))
    }
  }
  for unclosed in open {
    findings.report(
      .unclosedSection, "'\(unclosed.tag.name)' is never closed", text, unclosed.tag.nameRange,
      hints: ["close it with '{{/\(unclosed.tag.name)}}'"])
  }
  return ParsedTemplate(text: text, nodes: nodes, isSound: isSound && open.isEmpty)

  func append(_ closed: Open) {
    switch closed.kind {
    case .parent: append(.parent(closed.tag, indentation: closed.indentation, closed.nodes))
    case .block: append(.block(closed.tag, closed.nodes))
    default: append(.section(closed.tag, inverted: closed.kind == .inverted, closed.nodes))
    }
  }
}
