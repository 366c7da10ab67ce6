import Diagnostics
import MarkdownRendering
import Markup

/// What rendering gave, as values.
struct Rendered: Equatable {
  var html: String
  var headings: [MarkdownHeading]
  var diagnostics: [Diagnostic]
}

/// Renders with hooks that let every link through and know the blocks `body`, `wide` and `page`.
func render(
  _ markdown: String, layout: MarkdownLayout = .plain,
  link: @escaping (LinkRequest) -> LinkOutcome = { .address($0.destination, classes: nil) }
) -> Rendered {
  let hooks = MarkdownHooks(
    placement: { info in
      switch info.split(separator: " ").first {
      case "body": .body
      case "wide": .wide
      case "page": .page
      default: nil
      }
    },
    block: { block, sink in
      sink.markup("<own>")
      sink.text(block.info + "|" + block.literal)
      sink.markup("</own>\n")
    },
    link: link,
    place: { Place("a.md", $0) })
  var sink = ByteSink()
  var diagnostics: [Diagnostic] = []
  var text = markdown
  let headings = text.withUTF8 {
    renderMarkdown(
      UnsafeRawBufferPointer($0), layout: layout, hooks: hooks, into: &sink, diagnostics: &diagnostics)
  }
  return Rendered(html: sink.text(), headings: headings, diagnostics: diagnostics)
}
