import Diagnostics
import Markup

/// Writes one document's tree as HTML: the state that all kinds of nodes share.
///
/// Blocks, inlines and the layout of sections are written by extensions in files of their own.
struct PageRenderer {
  let source: SourceText
  let layout: MarkdownLayout
  let hooks: MarkdownHooks
  let locations: LinkLocations

  var headings: [MarkdownHeading] = []
  var diagnostics: [Diagnostic] = []
  var anchors = HeadingAnchors()
  /// What is open at the top level of a page of sections.
  var openSection = OpenSection.none
  /// Whether a heading began the open section.
  var hasHeading = false
  /// For each link being written, what has been opened for it.
  var openLinks: [OpenLink] = []
  /// Whether some text may be the source of a link to a figure.
  let mayHoldClaims: Bool
  /// How far the source has been searched for words of the text.
  var searchedText = 0
  /// How many bytes may yet be searched in vain; words with escapes are not found as they stand.
  var searchBudget = 200_000
  /// How many references of each footnote have been written.
  var footnoteReferences: [Int: Int] = [:]
  var footnoteCount = 0
  var tableCount = 0
  /// The table being written, for the alignment of its cells.
  var table: OpenTable?

  init(
    source: SourceText, layout: MarkdownLayout, hooks: MarkdownHooks, locations: LinkLocations
  ) {
    self.source = source
    self.layout = layout
    self.hooks = hooks
    self.locations = locations
    mayHoldClaims = source.mayHoldClaims
  }

  /// Writes the whole document.
  mutating func write(_ document: MarkdownNode, into sink: inout ByteSink) {
    let start = sink.count
    var isTooLong = false
    // The walk borrows nothing of the renderer, so state and sink are passed through it by hand.
    var node = document
    _ = enter(node, into: &sink)
    var goesDown = true
    walking: while !isTooLong {
      if goesDown, let child = node.firstChild {
        node = child
        goesDown = enter(node, into: &sink)
      } else {
        if goesDown { exit(node, into: &sink) }
        while node.next == nil {
          guard let parent = node.parent else { break walking }
          node = parent
          exit(node, into: &sink)
        }
        guard let next = node.next else { break }
        node = next
        goesDown = enter(node, into: &sink)
      }
      isTooLong = sink.count - start > outputLimit
    }
    if isTooLong {
      sink.truncate(to: start)
      headings = []
      report(
        .outputTooLarge, "the page grows beyond \(outputLimit) bytes",
        at: source.range(ofLines: 1...1))
    }
  }

  mutating func report(
    _ code: DiagnosticCode, _ message: String, at range: SourceRange,
    severity: Diagnostic.Severity = .error, hints: [String] = []
  ) {
    diagnostics.append(
      Diagnostic(code, message, at: hooks.place(range), severity: severity, hints: hints))
  }

  /// Writes what stands before a node's children; says whether to go on to them.
  private mutating func enter(_ node: MarkdownNode, into sink: inout ByteSink) -> Bool {
    let kind = node.kind
    switch kind {
    case .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .strikethrough, .link,
      .image, .footnoteReference:
      return enterInline(node, kind, into: &sink)
    case .tableHeader, .tableRow, .tableCell:
      return enterTablePart(node, kind, into: &sink)
    default:
      return enterBlock(node, kind, into: &sink)
    }
  }

  private mutating func exit(_ node: MarkdownNode, into sink: inout ByteSink) {
    let kind = node.kind
    switch kind {
    case .emphasis, .strong, .strikethrough, .link:
      exitInline(node, kind, into: &sink)
    case .table, .tableHeader, .tableRow, .tableCell:
      exitTablePart(node, kind, into: &sink)
    default:
      exitBlock(node, kind, into: &sink)
    }
  }
}

/// No page made from a text within the limits comes near; only repetition by reference does.
private let outputLimit = 8 * 1024 * 1024

extension MarkdownNode {
  /// The words of a node and all below it, without marks; line breaks are spaces.
  var plainText: String {
    if let only = firstChild, only.next == nil, only.kind == .text {
      return text(of: only.literal)
    }
    var bytes: [UInt8] = []
    walk { step in
      guard case .enter(let node) = step else { return true }
      switch node.kind {
      case .text, .code: bytes.append(contentsOf: node.literal)
      case .softBreak, .lineBreak: bytes.append(32)
      default: break
      }
      return true
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
