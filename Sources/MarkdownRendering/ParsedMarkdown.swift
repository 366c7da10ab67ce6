public import Diagnostics

/// A Markdown text as the parser understands it: one parse serves whoever looks for links and blocks and
/// whoever renders.
///
/// It is valid while `body` of ``withParsedMarkdown(_:_:)`` runs, and must not leave it.
public final class ParsedMarkdown {
  let source: SourceText
  let tree: Result<MarkdownNode, ParsingProblem>
  let locations: LinkLocations

  init(source: SourceText, tree: Result<MarkdownNode, ParsingProblem>, locations: LinkLocations) {
    self.source = source
    self.tree = tree
    self.locations = locations
  }

  /// The text itself.
  public var bytes: UnsafeRawBufferPointer { source.bytes }

  /// The offset of a position; the end of the text for one beyond it.
  public func offset(of position: SourceRange.Position) -> Int { source.offset(of: position) }

  /// The line and column of an offset.
  public func position(of offset: Int) -> SourceRange.Position { source.position(of: offset) }

  /// The end of the line on which a position is, its line end excluded.
  public func lineEnd(of position: SourceRange.Position) -> Int { source.end(ofLine: Int(position.line)) }
}

/// Parses GitHub-flavored Markdown and gives the result to `body`; its memory is gone afterwards.
///
/// Input that would take cmark-gfm more than moments is refused before it is parsed: then nothing is found
/// in it, and rendering it says why.
public func withParsedMarkdown<Result>(
  _ text: UnsafeRawBufferPointer, _ body: (ParsedMarkdown) -> Result
) -> Result {
  let source = SourceText(text)
  if let problem = parsingProblem(in: source) {
    return body(ParsedMarkdown(source: source, tree: .failure(problem), locations: LinkLocations()))
  }
  let arena = ParserArena.ofThisThread
  let mark = arena.pointee.mark
  defer { arena.pointee.release(to: mark) }
  let before = arena.pointee.bytes
  guard let document = parseMarkdown(text, isSharing: mayHoldShared(text)),
    arena.pointee.bytes - before <= parserMemoryLimit
  else {
    let problem = ParsingProblem(
      code: .tooTangled, message: "the parser needs more than \(parserMemoryLimit) bytes for this text",
      range: source.range(ofLines: 1...1))
    return body(ParsedMarkdown(source: source, tree: .failure(problem), locations: LinkLocations()))
  }
  return body(
    ParsedMarkdown(
      source: source, tree: .success(document), locations: LinkLocations(of: document, in: source)))
}

/// What a document's tree may take. The largest text that passes the guards stays well below.
private let parserMemoryLimit = 64 * 1024 * 1024
