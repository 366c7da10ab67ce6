import Markup

/// What is open at the top level of a page of sections, from nothing to the column of text.
enum OpenSection: Comparable {
  case none
  case section
  case text
}

extension PageRenderer {
  /// Opens the section and column that a block of running text stands in, where the layout has them.
  mutating func openText(for node: MarkdownNode, into sink: inout ByteSink) {
    guard layout == .sections, node.parent?.kind == .document else { return }
    openSection(into: &sink)
    if openSection == .section {
      sink.markup("<div class=\"body narrative\">\n")
      openSection = .text
    }
  }

  /// Opens a section without a heading when none is open.
  mutating func openSection(into sink: inout ByteSink) {
    guard openSection == .none else { return }
    // HTML wants a heading in every section; what has none is a part of the page without a name.
    sink.markup("<div class=\"spread\">\n")
    openSection = .section
    hasHeading = false
  }

  /// Opens the section that a second-level heading begins.
  mutating func openSection(headed anchor: String, into sink: inout ByteSink) {
    close(to: .none, into: &sink)
    sink.markup("<section class=\"spread\" aria-labelledby=\"")
    sink.text(anchor)
    sink.markup("\">\n")
    openSection = .section
    hasHeading = true
  }

  /// Closes what is open until only `level` is.
  mutating func close(to level: OpenSection, into sink: inout ByteSink) {
    if openSection == .text, level < .text {
      sink.markup("</div>\n")
      openSection = .section
    }
    if openSection == .section, level < .section {
      sink.markup(hasHeading ? "</section>\n" : "</div>\n")
      openSection = .none
    }
  }

  /// Writes a fenced block of ours where its placement wants it.
  mutating func writeOwnBlock(
    _ block: FencedBlock, _ placement: BlockPlacement, for node: MarkdownNode, into sink: inout ByteSink
  ) {
    if layout == .sections, node.parent?.kind == .document {
      switch placement {
      case .body: openText(for: node, into: &sink)
      case .wide:
        openSection(into: &sink)
        close(to: .section, into: &sink)
      case .page: close(to: .none, into: &sink)
      }
    }
    hooks.block(block, &sink)
  }
}
