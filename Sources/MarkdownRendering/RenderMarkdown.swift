public import Diagnostics
public import Markup

/// How the top level of a page is laid out.
public enum MarkdownLayout: Hashable, Sendable {
  /// One run of blocks.
  case plain
  /// A `<section class="spread">` for each second-level heading, its text in `<div class="body narrative">`.
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
  let source = SourceText(text)
  if let problem = parsingProblem(in: source) {
    diagnostics.append(Diagnostic(problem.code, problem.message, at: hooks.place(problem.range)))
    return []
  }
  let hooks = copy hooks
  let renderer = withMarkdownTree(of: text) { document in
    var renderer = PageRenderer(
      source: source, layout: layout, hooks: hooks, locations: LinkLocations(of: document, in: source))
    renderer.write(document, into: &sink)
    return renderer
  }
  guard let renderer else {
    diagnostics.append(
      Diagnostic(
        .tooTangled, "the parser needs more than \(parserMemoryLimit) bytes for this text",
        at: hooks.place(source.range(ofLines: 1...1))))
    return []
  }
  diagnostics += renderer.diagnostics
  return renderer.headings
}
