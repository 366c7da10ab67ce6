import Diagnostics
import MarkdownRendering
import Markup

/// What rendering gave, as values.
struct Rendered: Equatable {
  var html: String
  var headings: [MarkdownHeading]
  var diagnostics: [Diagnostic]
}

/// Hooks that let every link through and know the blocks `body`, `wide` and `page`.
func passThroughHooks(
  link: @escaping (LinkRequest) -> LinkOutcome = { .address($0.destination, classes: nil) },
  block: @escaping (FencedBlock, inout ByteSink) -> Void = { block, sink in
    sink.markup("<own>")
    sink.text(block.info + "|" + block.literal)
    sink.markup("</own>\n")
  }
) -> MarkdownHooks {
  MarkdownHooks(
    placement: { info in
      switch info.split(separator: " ").first {
      case "body": .body
      case "wide": .wide
      case "page": .page
      default: nil
      }
    },
    block: block, link: link, place: { Place("a.md", $0) })
}

func render(
  _ markdown: String, layout: MarkdownLayout = .plain,
  link: @escaping (LinkRequest) -> LinkOutcome = { .address($0.destination, classes: nil) }
) -> Rendered {
  render(markdown, layout: layout, hooks: passThroughHooks(link: link))
}

func render(_ markdown: String, layout: MarkdownLayout = .plain, hooks: MarkdownHooks) -> Rendered {
  render(bytes: Array(markdown.utf8), layout: layout, hooks: hooks)
}

func render(
  bytes: [UInt8], layout: MarkdownLayout = .plain, hooks: MarkdownHooks = passThroughHooks()
) -> Rendered {
  var sink = ByteSink()
  var diagnostics: [Diagnostic] = []
  let headings = bytes.withUnsafeBytes {
    renderMarkdown($0, layout: layout, hooks: hooks, into: &sink, diagnostics: &diagnostics)
  }
  return Rendered(html: sink.text(), headings: headings, diagnostics: diagnostics)
}
