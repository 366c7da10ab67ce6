public import Diagnostics
public import Markup

/// How the top level of a page is laid out.
public enum MarkdownLayout: Hashable, Sendable {
  /// One run of blocks.
  case plain
  /// A `<section class="spread">` for each second-level heading, a `<div>` for what stands before the first, and in
  /// it the text in `<div class="body narrative">`.
  case sections
}

/// A heading of a rendered page.
public struct MarkdownHeading: Hashable, Sendable {
  public var level: Int
  /// Its anchor, unique on the page.
  public var anchor: String
  public var text: String

  public init(level: Int, anchor: String, text: String) {
    self.level = level
    self.anchor = anchor
    self.text = text
  }
}

/// Stage 4: renders GitHub-flavored Markdown as HTML and returns its headings.
///
/// Raw HTML and dangerous addresses never reach the output; each is a diagnostic. Input that would take
/// cmark-gfm more than moments is refused with a diagnostic before it is parsed.
public func renderMarkdown(
  _ text: UnsafeRawBufferPointer, layout: MarkdownLayout, hooks: borrowing MarkdownHooks,
  into sink: inout ByteSink, diagnostics: inout [Diagnostic]
) -> [MarkdownHeading] {
  let hooks = copy hooks
  return withParsedMarkdown(text) {
    $0.render(layout: layout, hooks: hooks, into: &sink, diagnostics: &diagnostics)
  }
}

extension ParsedMarkdown {
  /// Renders the text as HTML and returns its headings; why a text was refused is a diagnostic.
  public func render(
    layout: MarkdownLayout, hooks: borrowing MarkdownHooks, into sink: inout ByteSink,
    diagnostics: inout [Diagnostic]
  ) -> [MarkdownHeading] {
    switch tree {
    case .failure(let problem):
      diagnostics.append(Diagnostic(problem.code, problem.message, at: hooks.place(problem.range)))
      return []
    case .success(let document):
      var renderer = PageRenderer(
        source: source, layout: layout, hooks: copy hooks, locations: locations)
      renderer.write(document, into: &sink)
      diagnostics += renderer.diagnostics
      return renderer.headings
    }
  }
}
