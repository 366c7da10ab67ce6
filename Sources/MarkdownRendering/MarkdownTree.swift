import CCMarkGFM
import Glibc
import Markup
import Synchronization

/// A parsed document, valid while `body` of ``withParsedMarkdown(_:_:)`` runs.
///
/// This file and `ParserArena.swift` are the only ones that speak C. The rest of the module sees nodes
/// as values with optional neighbours, so no other file has to know which calls may return null.
struct MarkdownNode: Hashable {
  private let pointer: OpaquePointer

  fileprivate init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  var parent: MarkdownNode? { MarkdownNode(cmark_node_parent(pointer)) }
  var next: MarkdownNode? { MarkdownNode(cmark_node_next(pointer)) }
  var previous: MarkdownNode? { MarkdownNode(cmark_node_previous(pointer)) }
  var firstChild: MarkdownNode? { MarkdownNode(cmark_node_first_child(pointer)) }
  var lastChild: MarkdownNode? { MarkdownNode(cmark_node_last_child(pointer)) }

  /// What the node is; nodes of the extensions are known by name only, their type numbers being given
  /// out when they are registered.
  var kind: MarkdownNodeKind {
    let kind = MarkdownNodeKind(cmark_node_get_type(pointer))
    switch kind {
    case .item: return isOf(type: "tasklist") ? .task : .item
    case .other:
      for (name, kind) in extensionKinds where isOf(type: name) { return kind }
      return .other
    default: return kind
    }
  }

  private func isOf(type name: StaticString) -> Bool {
    guard let own = cmark_node_get_type_string(pointer) else { return false }
    return strcmp(own, UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
  }

  /// A number that the node carries for us; 0 until it is given one.
  var number: Int {
    get { Int(bitPattern: cmark_node_get_user_data(pointer)) }
    nonmutating set { cmark_node_set_user_data(pointer, UnsafeMutableRawPointer(bitPattern: newValue)) }
  }

  /// The bytes of text, code or raw HTML; a footnote reference's number.
  var literal: UnsafeRawBufferPointer { bytes(cmark_node_get_literal(pointer)) }
  var destination: UnsafeRawBufferPointer { bytes(cmark_node_get_url(pointer)) }
  var title: UnsafeRawBufferPointer { bytes(cmark_node_get_title(pointer)) }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isOrderedList: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
  var isTightList: Bool { cmark_node_get_list_tight(pointer) != 0 }
  var isCheckedTask: Bool { cmark_gfm_extensions_get_tasklist_item_checked(pointer) }

  /// Everything after the opening fence; `nil` when the code block is an indented one.
  var fenceInfo: UnsafeRawBufferPointer? {
    var (length, offset, character): (Int32, Int32, CChar) = (0, 0, 0)
    guard cmark_node_get_fenced(pointer, &length, &offset, &character) != 0 else { return nil }
    return bytes(cmark_node_get_fence_info(pointer))
  }

  /// The alignment of each column of a table: `l`, `c`, `r`, or 0 for none.
  var columnAlignments: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: cmark_gfm_extensions_get_table_alignments(pointer),
      count: Int(cmark_gfm_extensions_get_table_columns(pointer)))
  }

  /// Lines and columns as the parser knows them, both from 1 and inclusive; weak for inlines.
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
  var endColumn: Int { Int(cmark_node_get_end_column(pointer)) }

  /// The first line of the node, or else of the nearest block round it.
  var blockLine: Int {
    var block = self
    while block.startLine < 1, let parent = block.parent { block = parent }
    return max(block.startLine, 1)
  }

  private func bytes(_ text: UnsafePointer<CChar>?) -> UnsafeRawBufferPointer {
    guard let text else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(start: text, count: strlen(text))
  }
}

enum MarkdownNodeKind {
  case document, blockQuote, list, item, task, codeBlock, htmlBlock, paragraph, heading, thematicBreak
  case footnote, table, tableHeader, tableRow, tableCell
  case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, strikethrough, link, image
  case footnoteReference, other

  /// The kind of one of the parser's own types; ``other`` for those of extensions.
  @inline(__always)
  fileprivate init(_ type: cmark_node_type) {
    self =
      switch type {
      case CMARK_NODE_DOCUMENT: .document
      case CMARK_NODE_BLOCK_QUOTE: .blockQuote
      case CMARK_NODE_LIST: .list
      case CMARK_NODE_ITEM: .item
      case CMARK_NODE_CODE_BLOCK: .codeBlock
      case CMARK_NODE_HTML_BLOCK: .htmlBlock
      case CMARK_NODE_PARAGRAPH: .paragraph
      case CMARK_NODE_HEADING: .heading
      case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
      case CMARK_NODE_FOOTNOTE_DEFINITION: .footnote
      case CMARK_NODE_TEXT: .text
      case CMARK_NODE_SOFTBREAK: .softBreak
      case CMARK_NODE_LINEBREAK: .lineBreak
      case CMARK_NODE_CODE: .code
      case CMARK_NODE_HTML_INLINE: .htmlInline
      case CMARK_NODE_EMPH: .emphasis
      case CMARK_NODE_STRONG: .strong
      case CMARK_NODE_LINK: .link
      case CMARK_NODE_IMAGE: .image
      case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
      default: .other
      }
  }
}

private let extensionKinds: [(StaticString, MarkdownNodeKind)] = [
  ("table", .table), ("table_header", .tableHeader), ("table_row", .tableRow), ("table_cell", .tableCell),
  ("strikethrough", .strikethrough), ("tasklist", .task),
]

/// One step of a walk over a tree: into a node or out of it. Leaves are only entered.
enum MarkdownStep {
  case enter(MarkdownNode)
  case exit(MarkdownNode)
}

extension MarkdownNode {
  /// Visits the node and all below it in document order, without recursion: nesting is the author's
  /// choice, the depth of our stack is not. `visit` says whether to go below an entered node.
  func walk(_ visit: (MarkdownStep) -> Bool) {
    var node = self
    while true {
      let goesDown = visit(.enter(node))
      if goesDown, let child = node.firstChild {
        node = child
        continue
      }
      if goesDown { _ = visit(.exit(node)) }
      while true {
        if node == self { return }
        if let next = node.next {
          node = next
          break
        }
        guard let parent = node.parent else { return }
        node = parent
        _ = visit(.exit(node))
      }
    }
  }
}

/// Parses GitHub-flavored Markdown; the tree lies in the calling thread's ``ParserArena``.
///
/// - Parameter isSharing: whether strikethrough and autolink take part.
func parseMarkdown(_ text: UnsafeRawBufferPointer, isSharing: Bool) -> MarkdownNode? {
  // Texts come validated; only what does not is worth the parser's own, slower look.
  let options =
    CMARK_OPT_SOURCEPOS | (mayHoldFootnotes(text) ? CMARK_OPT_FOOTNOTES : 0)
    | (isCleanUTF8(text) ? 0 : CMARK_OPT_VALIDATE_UTF8)
  let extensions = MarkdownExtensions.registered
  let bytes = text.bindMemory(to: CChar.self)
  guard let parser = cmark_parser_new_with_mem(options, ParserArena.allocator) else { return nil }
  cmark_parser_attach_syntax_extension(parser, extensions.table)
  cmark_parser_attach_syntax_extension(parser, extensions.taskList)
  if isSharing {
    cmark_parser_attach_syntax_extension(parser, extensions.strikethrough)
    cmark_parser_attach_syntax_extension(parser, extensions.autolink)
  }
  cmark_parser_feed(parser, bytes.baseAddress, bytes.count)
  // The parser itself is not freed: all it holds is in the arena.
  guard isSharing else { return MarkdownNode(cmark_parser_finish(parser)) }
  // The tree is this thread's alone; only the tables are shared.
  nonisolated(unsafe) let unshared = parser
  nonisolated(unsafe) var root: OpaquePointer?
  sharedTables.withLock { _ in root = cmark_parser_finish(unshared) }
  return MarkdownNode(root)
}

/// Strikethrough and autolink enter their characters in process-wide tables while
/// `cmark_parser_finish` runs and take them out again. Two such runs at once disturb each other, so they
/// take turns; documents that neither could change neither need nor notice them (``mayHoldShared(_:)``).
private let sharedTables = Mutex(())

/// Whether a footnote can stand in the text; the parser looks for them in the whole tree.
private func mayHoldFootnotes(_ text: UnsafeRawBufferPointer) -> Bool {
  var next = 0
  while let bracket = text.firstOffset(of: UInt8(ascii: "["), from: next) {
    next = bracket + 1
    if next < text.count, text[next] == UInt8(ascii: "^") { return true }
  }
  return false
}

/// Whether the text is UTF-8 without NUL, which Markdown replaces (CommonMark 0.31, 2.3).
private func isCleanUTF8(_ text: UnsafeRawBufferPointer) -> Bool {
  guard let start = text.baseAddress else { return true }
  guard memchr(start, 0, text.count) == nil else { return false }
  return (try? UTF8Span(validating: Span(_unsafeBytes: text))) != nil
}

/// The extensions, registered once for the process; reading them is safe from any thread.
private struct MarkdownExtensions {
  let table: OpaquePointer?
  let taskList: OpaquePointer?
  let strikethrough: OpaquePointer?
  let autolink: OpaquePointer?

  nonisolated(unsafe) static let registered: MarkdownExtensions = {
    cmark_gfm_core_extensions_ensure_registered()
    return MarkdownExtensions(
      table: cmark_find_syntax_extension("table"),
      taskList: cmark_find_syntax_extension("tasklist"),
      strikethrough: cmark_find_syntax_extension("strikethrough"),
      autolink: cmark_find_syntax_extension("autolink"))
  }()
}
