import Diagnostics
import Markup

/// What was opened for a link of the text.
enum OpenLink {
  case link
  case span
  /// Nothing: only the text stays.
  case text
}

extension PageRenderer {
  /// Writes an inline's opening; says whether to go on to its children.
  mutating func enterInline(
    _ node: MarkdownNode, _ kind: MarkdownNodeKind, into sink: inout ByteSink
  ) -> Bool {
    switch kind {
    case .text:
      sink.text(node.literal)
      if mayHoldClaims, node.previous?.kind != .text { reportBrokenClaims(from: node) }
      return false
    case .softBreak: sink.markup("\n")
    case .lineBreak: sink.markup("<br>\n")
    case .code:
      sink.markup("<code>")
      sink.text(node.literal)
      sink.markup("</code>")
      return false
    case .htmlInline:
      if hooks.keepsPageMarks, isPageMark(node.literal) {
        sink.text(node.literal)
      } else {
        reportRawHTML(inline: node)
      }
      return false
    case .emphasis: sink.markup("<em>")
    case .strong: sink.markup("<strong>")
    case .strikethrough: sink.markup("<del>")
    case .link: openLink(node, into: &sink)
    case .image:
      writeImage(node, into: &sink)
      return false
    default:
      writeFootnoteReference(node, into: &sink)
      return false
    }
    return true
  }

  mutating func exitInline(_ node: MarkdownNode, _ kind: MarkdownNodeKind, into sink: inout ByteSink) {
    switch kind {
    case .emphasis: sink.markup("</em>")
    case .strong: sink.markup("</strong>")
    case .strikethrough: sink.markup("</del>")
    default:
      switch openLinks.popLast() {
      case .link: sink.markup("</a>")
      case .span: sink.markup("</span>")
      case .text, nil: break
      }
    }
  }

  /// Writes a paragraph that is one image with a title as a figure; says whether it was one.
  mutating func writeFigure(_ paragraph: MarkdownNode, into sink: inout ByteSink) -> Bool {
    guard let image = paragraph.firstChild, image.next == nil, image.kind == .image, !image.title.isEmpty,
      paragraph.parent?.kind != .footnote
    else { return false }
    let isTask = paragraph.parent?.kind == .task
    guard !isTask, case .address(let address, let classes) = outcome(of: image) else { return false }
    sink.markup("<figure>")
    writeImage(image, address, classes, title: false, into: &sink)
    sink.markup("<figcaption>")
    sink.text(image.title)
    sink.markup("</figcaption></figure>\n")
    return true
  }

  private mutating func openLink(_ node: MarkdownNode, into sink: inout ByteSink) {
    // An address inside the text of a link is text: HTML has no link within a link.
    guard !openLinks.contains(.link) else { return openLinks.append(.text) }
    switch outcome(of: node) {
    case .text: openLinks.append(.text)
    case .span(let classes):
      openLinks.append(.span)
      sink.markup("<span")
      writeClasses(classes, into: &sink)
      sink.markup(">")
    case .address(let address, let classes):
      openLinks.append(.link)
      writeLinkStart(node, address, classes, into: &sink)
    }
  }

  private func writeLinkStart(
    _ node: MarkdownNode, _ address: String, _ classes: String?, into sink: inout ByteSink
  ) {
    sink.markup("<a")
    writeClasses(classes, into: &sink)
    sink.markup(" href=\"")
    sink.address(address)
    sink.markup("\"")
    writeTitle(node, into: &sink)
    sink.markup(">")
  }

  private mutating func writeImage(_ node: MarkdownNode, into sink: inout ByteSink) {
    switch outcome(of: node) {
    case .address(let address, let classes):
      writeImage(node, address, classes, title: true, into: &sink)
    case .text, .span: sink.text(node.plainText)
    }
  }

  private func writeImage(
    _ node: MarkdownNode, _ address: String, _ classes: String?, title: Bool, into sink: inout ByteSink
  ) {
    sink.markup("<img")
    writeClasses(classes, into: &sink)
    sink.markup(" src=\"")
    sink.address(address)
    sink.markup("\" alt=\"")
    sink.text(node.plainText)
    sink.markup("\"")
    if title { writeTitle(node, into: &sink) }
    sink.markup(">")
  }

  private func writeClasses(_ classes: String?, into sink: inout ByteSink) {
    guard let classes, !classes.isEmpty else { return }
    sink.markup(" class=\"")
    sink.text(classes)
    sink.markup("\"")
  }

  private func writeTitle(_ node: MarkdownNode, into sink: inout ByteSink) {
    let title = node.title
    guard !title.isEmpty else { return }
    sink.markup(" title=\"")
    sink.text(title)
    sink.markup("\"")
  }

  /// What becomes of a link or an image: first our own rule about addresses, then the caller's.
  private mutating func outcome(of node: MarkdownNode) -> LinkOutcome {
    let destination = text(of: node.destination)
    let range = range(of: node)
    switch problem(inAddress: node.destination) {
    case .scheme(let scheme):
      report(
        .unsafeAddress, "'\(printable(destination))' has the scheme '\(scheme)'", at: range,
        hints: ["use \(allowedSchemes.map { "\($0):" }.joined(separator: ", ")) or a path of the site"])
      return .text
    case .controlCharacter:
      report(.unsafeAddress, "'\(printable(destination))' holds a control character", at: range)
      return .text
    case nil:
      let request = LinkRequest(
        destination: destination, text: node.plainText, isImage: node.kind == .image, range: range)
      if request.text.utf8.allSatisfy({ $0 <= 32 }) { reportMissingText(request) }
      return hooks.link(request)
    }
  }

  private mutating func reportMissingText(_ link: LinkRequest) {
    let address = printable(link.destination)
    if link.isImage {
      report(
        .imageWithoutText, "the image '\(address)' has no text", at: link.range, severity: .warning,
        hints: ["say between the brackets what it shows"])
    } else {
      report(
        .linkWithoutText, "the link to '\(address)' has no text", at: link.range, severity: .warning,
        hints: ["say between the brackets where it leads"])
    }
  }

  /// The range of an inline: as found in the source, else its lines.
  private func range(of node: MarkdownNode) -> SourceRange {
    if let whole = locations[node]?.whole { return source.range(of: whole) }
    let line = node.blockLine
    return source.range(ofLines: line...line)
  }

  private mutating func reportRawHTML(inline node: MarkdownNode) {
    let literal = node.literal
    if literal.starts(with: "<!--".utf8) { return }
    let words = String(decoding: literal.prefix { $0 != 10 && $0 != 13 }.prefix(60), as: UTF8.self)
    report(
      .rawHTML, "'\(words)' is HTML; Markdown text holds no HTML tags", at: range(of: node))
  }

  private func printable(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars.prefix(80) {
      shown.unicodeScalars.append(scalar.value < 32 || scalar.value == 127 ? "\u{FFFD}" : scalar)
    }
    return shown
  }
}
