import Diagnostics
import Markup

extension PageRenderer {
  /// Writes a block's opening; says whether to go on to its children.
  mutating func enterBlock(
    _ node: MarkdownNode, _ kind: MarkdownNodeKind, into sink: inout ByteSink
  ) -> Bool {
    switch kind {
    case .document: return true
    case .htmlBlock:
      writeHTMLBlock(node, into: &sink)
      return false
    case .heading:
      enterHeading(node, into: &sink)
      return true
    case .codeBlock:
      writeCodeBlock(node, into: &sink)
      return false
    case .footnote:
      enterFootnote(into: &sink)
      return true
    default: break
    }

    openText(for: node, into: &sink)
    switch kind {
    case .paragraph:
      if writeFigure(node, into: &sink) { return false }
      if !isTight(node) { sink.markup("<p>") }
      if let item = node.parent, item.kind == .task, node.previous == nil {
        writeCheckbox(item, into: &sink)
      }
    case .thematicBreak:
      sink.markup("<hr>\n")
      return false
    case .blockQuote: sink.markup("<blockquote>\n")
    case .list: openList(node, into: &sink)
    case .item: sink.markup("<li>")
    case .task:
      sink.markup("<li>")
      if node.firstChild?.kind != .paragraph { writeCheckbox(node, into: &sink) }
    case .table: openTable(node, into: &sink)
    default: break
    }
    return true
  }

  /// Writes a block's closing.
  mutating func exitBlock(_ node: MarkdownNode, _ kind: MarkdownNodeKind, into sink: inout ByteSink) {
    switch kind {
    case .document:
      if footnoteCount > 0 { sink.markup("</ol>\n") }
      if footnoteCount > 0, layout == .plain { sink.markup("</section>\n") }
      close(to: .none, into: &sink)
    case .paragraph:
      if node.parent?.kind == .footnote, node.next == nil { writeBackLinks(into: &sink) }
      if !isTight(node) {
        sink.markup("</p>\n")
      } else if node.next != nil {
        sink.markup("\n")
      }
    case .heading:
      sink.markup("</h")
      sink.decimal(publishedLevel(node))
      sink.markup(">\n")
    case .blockQuote: sink.markup("</blockquote>\n")
    case .list: sink.raw(node.isOrderedList ? "</ol>\n" : "</ul>\n")
    case .item, .task: sink.markup("</li>\n")
    case .footnote: exitFootnote(node, into: &sink)
    default: break
    }
  }

  /// A first-level heading of the text is published one level lower: the layout writes the page's own.
  private func publishedLevel(_ heading: MarkdownNode) -> Int { max(heading.headingLevel, 2) }

  private mutating func enterHeading(_ node: MarkdownNode, into sink: inout ByteSink) {
    let text = node.plainText
    let level = publishedLevel(node)
    let anchor = anchors.anchor(for: text)
    let above = headings.last?.level ?? 1
    headings.append(MarkdownHeading(level: level, anchor: anchor, text: text))
    if node.headingLevel == 1 {
      report(
        .firstLevelHeading, "'\(text)' is a first-level heading; the page's headline is its only one",
        at: source.range(ofLines: node.startLine...max(node.startLine, node.endLine)), severity: .warning,
        hints: ["write it with '##'"])
    }
    if level > above + 1 {
      report(
        .skippedLevel, "'\(text)' has level \(level); the heading before it has level \(above)",
        at: source.range(ofLines: node.startLine...max(node.startLine, node.endLine)), severity: .warning,
        hints: ["write it with '\(String(repeating: "#", count: above + 1))'"])
    }
    if level == 2, layout == .sections, node.parent?.kind == .document {
      openSection(headed: anchor, into: &sink)
    } else {
      openText(for: node, into: &sink)
    }
    sink.markup("<h")
    sink.decimal(level)
    sink.markup(" id=\"")
    sink.text(anchor)
    sink.markup("\">")
  }

  private mutating func writeCodeBlock(_ node: MarkdownNode, into sink: inout ByteSink) {
    let info = node.fenceInfo.map { text(of: $0) }
    if let info, let placement = hooks.placement(info) {
      let block = FencedBlock(
        info: info, literal: text(of: node.literal),
        range: source.range(ofLines: node.startLine...max(node.startLine, node.endLine)))
      return writeOwnBlock(block, placement, for: node, into: &sink)
    }
    openText(for: node, into: &sink)
    sink.markup("<pre tabindex=\"0\"><code")
    if let language = info?.split(whereSeparator: { $0 == " " || $0 == "\t" }).first {
      sink.markup(" class=\"language-")
      sink.text(String(language))
      sink.markup("\"")
    }
    sink.markup(">")
    sink.text(node.literal)
    sink.markup("</code></pre>\n")
  }

  private mutating func openList(_ node: MarkdownNode, into sink: inout ByteSink) {
    if node.isOrderedList {
      let start = node.listStart
      sink.markup("<ol")
      if start != 1 {
        sink.markup(" start=\"")
        sink.decimal(start)
        sink.markup("\"")
      }
      sink.markup(">\n")
    } else {
      sink.markup(node.firstChild?.kind == .task ? "<ul class=\"tasks\">\n" : "<ul>\n")
    }
  }

  private func writeCheckbox(_ item: MarkdownNode, into sink: inout ByteSink) {
    sink.markup(
      item.isCheckedTask
        ? "<input type=\"checkbox\" checked disabled aria-label=\"Done\"> "
        : "<input type=\"checkbox\" disabled aria-label=\"Open\"> ")
  }

  /// Whether a paragraph stands in a tight list, where it is not marked as one.
  private func isTight(_ paragraph: MarkdownNode) -> Bool {
    guard let item = paragraph.parent, item.kind == .item || item.kind == .task else { return false }
    return item.parent?.isTightList ?? false
  }

  private mutating func writeHTMLBlock(_ node: MarkdownNode, into sink: inout ByteSink) {
    guard hooks.keepsPageMarks, isPageMark(node.literal) else { return reportRawHTML(node) }
    openText(for: node, into: &sink)
    sink.markup("<p>")
    sink.text(trimmed(node.literal))
    sink.markup("</p>\n")
  }

  /// Raw HTML is reported and dropped; comments are the author's notes and dropped in silence.
  private mutating func reportRawHTML(_ node: MarkdownNode) {
    let literal = node.literal
    guard let start = firstOutsideComments(literal) else { return }
    let line = node.startLine + literal[..<start].count { $0 == 10 }
    let first = source.range(ofLines: line...line)
    let isOpen = literal[start...].starts(with: "<!--".utf8)
    let firstWords = literal[start...].prefix { $0 != 10 && $0 != 13 }
    let words = String(decoding: firstWords.prefix(60), as: UTF8.self)
    // What follows without an empty line belongs to the tag, and is no text.
    let isMark = isPageMark(UnsafeRawBufferPointer(rebasing: firstWords)) && !isPageMark(literal)
    report(
      .rawHTML,
      isOpen
        ? "the comment '\(words)' is never closed" : "'\(words)' is HTML; Markdown text holds no HTML tags",
      at: first, hints: isMark ? ["put an empty line after '\(words)'"] : [])
  }
}

/// Whether HTML is the mark `<PAGE>` and nothing else.
func isPageMark(_ literal: UnsafeRawBufferPointer) -> Bool {
  String(decoding: trimmed(literal).prefix(7), as: UTF8.self).lowercased() == "<page>"
}

/// Bytes without the white space round them.
private func trimmed(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
  let start = bytes.firstIndex { $0 > 32 } ?? bytes.count
  let end = bytes.lastIndex { $0 > 32 }.map { $0 + 1 } ?? start
  return UnsafeRawBufferPointer(rebasing: bytes[start..<max(start, end)])
}

/// The offset of the first byte that is neither space nor part of a closed comment.
private func firstOutsideComments(_ bytes: UnsafeRawBufferPointer) -> Int? {
  var at = 0
  while at < bytes.count {
    if bytes[at] == 32 || (9...13).contains(bytes[at]) {
      at += 1
      continue
    }
    guard bytes[at...].starts(with: "<!--".utf8) else { return at }
    var end = at + 4
    while end + 2 < bytes.count, !bytes[end...].starts(with: "-->".utf8) { end += 1 }
    guard end + 2 < bytes.count else { return at }
    at = end + 3
  }
  return nil
}
