import Markup

/// A table being written.
struct OpenTable {
  /// `l`, `c`, `r` or 0 for each column.
  var alignments: [UInt8]
  var column = 0
  var isHead = true
  var hasBody = false
}

extension PageRenderer {
  /// Tables scroll on their own, so they are regions that the keyboard reaches, each with a name of its own.
  mutating func openTable(_ node: MarkdownNode, into sink: inout ByteSink) {
    tableCount += 1
    table = OpenTable(alignments: Array(node.columnAlignments))
    sink.markup("<div class=\"scroller\" role=\"region\" tabindex=\"0\" aria-label=\"Table")
    if tableCount > 1 {
      sink.markup(" ")
      sink.decimal(tableCount)
    }
    sink.markup("\">\n<table>\n")
  }

  mutating func enterTablePart(
    _ node: MarkdownNode, _ kind: MarkdownNodeKind, into sink: inout ByteSink
  ) -> Bool {
    switch kind {
    case .tableHeader:
      sink.markup("<thead>\n<tr>")
      table?.column = 0
    case .tableRow:
      if table?.hasBody == false {
        sink.markup("<tbody>\n")
        table?.hasBody = true
      }
      sink.markup("<tr>")
      table?.column = 0
      table?.isHead = false
    default:
      // A heading without words would be announced as an empty one.
      sink.markup(isHeading(node) ? "<th scope=\"col\"" : "<td")
      writeAlignment(into: &sink)
      sink.markup(">")
    }
    return true
  }

  mutating func exitTablePart(
    _ node: MarkdownNode, _ kind: MarkdownNodeKind, into sink: inout ByteSink
  ) {
    switch kind {
    case .tableHeader: sink.markup("</tr>\n</thead>\n")
    case .tableRow: sink.markup("</tr>\n")
    case .tableCell:
      sink.markup(isHeading(node) ? "</th>" : "</td>")
      table?.column += 1
    default:
      if table?.hasBody == true { sink.markup("</tbody>\n") }
      sink.markup("</table>\n</div>\n")
      table = nil
    }
  }

  private func isHeading(_ cell: MarkdownNode) -> Bool { table?.isHead == true && cell.firstChild != nil }

  private func writeAlignment(into sink: inout ByteSink) {
    guard let table, table.column < table.alignments.count else { return }
    switch table.alignments[table.column] {
    case UInt8(ascii: "r"): sink.markup(" class=\"num\"")
    case UInt8(ascii: "c"): sink.markup(" class=\"mid\"")
    default: break
    }
  }
}
