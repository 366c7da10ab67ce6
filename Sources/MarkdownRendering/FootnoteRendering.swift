import Markup

extension PageRenderer {
  /// The superscript number in the text.
  mutating func writeFootnoteReference(_ node: MarkdownNode, into sink: inout ByteSink) {
    guard let number = Int(String(decoding: node.literal, as: UTF8.self)) else { return }
    let mention = footnoteReferences[number, default: 0] + 1
    footnoteReferences[number] = mention
    sink.markup("<a class=\"footnote-ref\" href=\"#fn-")
    sink.decimal(number)
    sink.markup("\" id=\"")
    writeReferenceID(number, mention, into: &sink)
    sink.markup("\" aria-label=\"Footnote ")
    sink.decimal(number)
    sink.markup("\">")
    sink.decimal(number)
    sink.markup("</a>")
  }

  /// Footnotes stand at the end of the tree, in the order in which the text mentions them.
  mutating func enterFootnote(into sink: inout ByteSink) {
    footnoteCount += 1
    if footnoteCount == 1 {
      close(to: .none, into: &sink)
      if layout == .sections {
        sink.markup("<section class=\"spread footnotes\" aria-label=\"Footnotes\">\n")
        sink.markup("<div class=\"body narrative\">\n")
        openSection = .text
        hasHeading = true
      } else {
        sink.markup("<section class=\"footnotes\" aria-label=\"Footnotes\">\n")
      }
      sink.markup("<ol>\n")
    }
    sink.markup("<li id=\"fn-")
    sink.decimal(footnoteCount)
    sink.markup("\">\n")
  }

  mutating func exitFootnote(_ node: MarkdownNode, into sink: inout ByteSink) {
    var last = node.firstChild
    while let next = last?.next { last = next }
    if last?.kind != .paragraph {
      sink.markup("<p>")
      writeBackLinks(into: &sink)
      sink.markup("</p>\n")
    }
    sink.markup("</li>\n")
  }

  /// One way back for each mention of the footnote.
  func writeBackLinks(into sink: inout ByteSink) {
    let mentions = footnoteReferences[footnoteCount, default: 0]
    guard mentions > 0 else { return }
    for mention in 1...mentions {
      sink.markup(" <a class=\"footnote-back\" href=\"#")
      writeReferenceID(footnoteCount, mention, into: &sink)
      sink.markup(
        mentions == 1 ? "\" aria-label=\"Back to the text\">Back" : "\" aria-label=\"Back to mention ")
      if mentions > 1 {
        sink.decimal(mention)
        sink.markup(" in the text\">Back")
      }
      sink.markup("</a>")
    }
  }

  private func writeReferenceID(_ number: Int, _ mention: Int, into sink: inout ByteSink) {
    sink.markup("fnref-")
    sink.decimal(number)
    if mention > 1 {
      sink.markup("-")
      sink.decimal(mention)
    }
  }
}
