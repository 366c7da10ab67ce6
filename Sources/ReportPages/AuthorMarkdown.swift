import Diagnostics
import MarkdownRendering
import Markup

/// Renders Markdown in sections, with its links resolved and its blocks written.
///
/// - Parameters:
///   - page: the Markdown that is rendered, parsed.
///   - text: its bytes.
///   - charts: those that stand written in the text.
///   - block: what to write for a block of ours; an unknown or repeated one is a finding at its fence.
///   - place: the author's file and range for a range of `text`.
///   - fragments: takes the links to places on pages of the site.
func renderSections(
  _ page: ParsedMarkdown, _ text: [UInt8], links: LinkResolver, inventory: BlockInventory?,
  charts: PageCharts,
  block: @escaping (ReportBlock, inout ByteSink) -> Void, place: @escaping (SourceRange) -> Place,
  into sink: inout ByteSink, fragments: inout [FragmentUse], diagnostics: inout [Diagnostic]
) -> [MarkdownHeading] {
  var found: [Diagnostic] = []
  var used: [FragmentUse] = []
  var borrowed = 0
  var shown: Set<ReportBlock> = []
  let lines = LineStarts(text)
  let hooks = MarkdownHooks(
    placement: { info in
      guard BlockInventory.claims(info) else { return nil }
      if case .success(let other)? = borrowedBlock(info, links.context) { return other.placement }
      guard case .success(let block)? = inventory?.block(info) else { return .body }
      return block.placement
    },
    block: { fence, sink in
      if isInlineChart(fence.info, fence.literal) {
        // One that is missing could not be read, which is reported.
        if let chart = charts.chart(at: place(fence.range)) { writeChartFigure(chart, into: &sink) }
        return
      }
      let lent = borrowedBlock(fence.info, links.context)
      if lent != nil { links.view?.reach.insert(.archive) }
      if case .success(let other)? = lent {
        borrowed += 1
        appendBorrowed(other, to: links.page, count: borrowed, links.context, into: &sink)
        return
      }
      switch lent.map({ $0.map(\.block) }) ?? inventory?.block(fence.info)
        ?? .failure(.outsideReleases)
      {
      case .success(let wanted):
        // A second one would have the anchors of the first.
        guard shown.insert(wanted).inserted else {
          let message = "'\(fence.info)' is on the page already"
          found.append(Diagnostic(.repeatedBlock, message, at: place(fence.range.firstLine(lines))))
          return
        }
        block(wanted, &sink)
      case .failure(let unknown):
        found.append(
          Diagnostic(
            .unknownBlock, unknown.reason, at: place(fence.range.firstLine(lines)),
            hints: unknown.name.isEmpty ? [] : didYouMean(unknown.name, among: unknown.candidates)))
      }
    },
    link: { request in
      let (outcome, problems) = links.resolve(
        request.destination, text: request.text, isImage: request.isImage
      ) {
        offset, length in
        let range = lines.range(of: request.destination, offset, length, within: request.range, in: text)
        return place(range ?? request.range)
      }
      found += problems
      if problems.isEmpty, case .address = outcome,
        let (address, fragment) = links.fragment(of: request.destination)
      {
        let range = lines.range(
          of: request.destination, 0, request.destination.utf8.count, within: request.range, in: text)
        used.append(FragmentUse(address: address, fragment: fragment, place: place(range ?? request.range)))
      }
      return outcome
    },
    place: place)
  let headings = page.render(layout: .sections, hooks: hooks, into: &sink, diagnostics: &diagnostics)
  diagnostics += found
  fragments += used
  return headings
}

extension UnknownBlock {
  fileprivate static let outsideReleases = UnknownBlock(
    "outside releases a block names the release it is from: 'figures 2003-11-14-results'")
}

/// Where the lines of a text begin, to find bytes by line and column and back.
struct LineStarts {
  private var starts: [Int] = [0]
  private var count: Int

  init(_ text: [UInt8]) {
    count = text.count
    for (index, byte) in text.enumerated() where byte == 10 { starts.append(index + 1) }
  }

  /// The offset of a position; the end of the text for one beyond it.
  func offset(of position: SourceRange.Position) -> Int {
    let line = Int(position.line) - 1
    guard starts.indices.contains(line) else { return line < 0 ? 0 : count }
    return min(count, starts[line] + max(0, Int(position.column) - 1))
  }

  func position(of offset: Int) -> SourceRange.Position {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return SourceRange.Position(line: low, column: offset - starts[low - 1] + 1)
  }

  /// The end of the line on which a position is, its line end excluded.
  func lineEnd(of position: SourceRange.Position) -> Int {
    let line = Int(position.line)
    return starts.indices.contains(line) ? starts[line] - 1 : count
  }

  /// The range of some bytes of a link's destination, looked for in the range of the link.
  func range(
    of destination: String, _ offset: Int, _ length: Int, within range: SourceRange, in text: [UInt8]
  ) -> SourceRange? {
    let from = self.offset(of: range.start)
    let end = self.offset(of: range.end)
    let to = end > from ? end : lineEnd(of: range.start)
    guard from < to else { return nil }
    for lead in ["](", "](<", ""] {
      let wanted = Array((lead + destination).utf8)
      guard let found = firstOffset(of: wanted, in: text[from..<min(to, text.count)]) else { continue }
      let start = found + lead.utf8.count + offset
      return SourceRange(start: position(of: start), end: position(of: start + length))
    }
    return nil
  }
}

extension SourceRange {
  /// The part of the range on its first line.
  fileprivate func firstLine(_ lines: LineStarts) -> SourceRange {
    let end = lines.lineEnd(of: start) - lines.offset(of: start) + Int(start.column)
    return SourceRange(
      start: start, end: min(self.end, Position(line: Int(start.line), column: end)))
  }
}

private func firstOffset(of wanted: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
  guard let first = wanted.first, text.count >= wanted.count else { return nil }
  for start in text.startIndex...(text.endIndex - wanted.count)
  where text[start] == first && text[start...].starts(with: wanted) {
    return start
  }
  return nil
}
