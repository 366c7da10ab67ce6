import Diagnostics
import MarkdownRendering
import Markup

/// Renders Markdown in sections, with its links resolved and its blocks written.
///
/// - Parameters:
///   - page: the Markdown that is rendered, parsed.
///   - charts: those that stand written in the text.
///   - block: what to write for a block of ours; an unknown or repeated one is a finding at its fence.
///   - keepsPageMarks: whether `<PAGE>` is text.
///   - place: the author's file and range for a range of the Markdown.
///   - fragments: takes the links to places on pages of the site.
func renderSections(
  _ page: ParsedMarkdown, links: LinkResolver, inventory: BlockInventory?,
  charts: PageCharts,
  block: @escaping (ReportBlock, inout ByteSink) -> Void, keepsPageMarks: Bool = false,
  place: @escaping (SourceRange) -> Place,
  into sink: inout ByteSink, fragments: inout [FragmentUse], diagnostics: inout [Diagnostic]
) -> [MarkdownHeading] {
  var found: [Diagnostic] = []
  var used: [FragmentUse] = []
  var borrowed = 0
  var shown = Set<ReportBlock>(minimumCapacity: 12)
  // A fence is asked for its place, then written.
  var asked: (info: String, meaning: FenceMeaning?)?
  func meaning(of info: String) -> FenceMeaning? {
    if let asked, asked.info == info { return asked.meaning }
    let meaning = FenceMeaning(info, inventory, links.context)
    asked = (info, meaning)
    return meaning
  }
  let hooks = MarkdownHooks(
    placement: { meaning(of: $0)?.placement },
    block: { fence, sink in
      if isInlineChart(fence.info, fence.literal) {
        // One that is missing could not be read, which is reported.
        if let chart = charts.chart(at: place(fence.range)) { writeChartFigure(chart, into: &sink) }
        return
      }
      guard let meaning = meaning(of: fence.info) else { return }
      if meaning.lent != nil { links.view?.reach.insert(.archive) }
      if case .success(let other) = meaning.lent {
        borrowed += 1
        appendBorrowed(other, to: links.page, count: borrowed, links.context, into: &sink)
        return
      }
      switch meaning.lent.map({ $0.map(\.block) }) ?? meaning.own {
      case .success(let wanted):
        // A second one would have the anchors of the first.
        guard shown.insert(wanted).inserted else {
          let message = "'\(fence.info)' is on the page already"
          found.append(Diagnostic(.repeatedBlock, message, at: place(page.firstLine(of: fence.range))))
          return
        }
        block(wanted, &sink)
      case .failure(let unknown):
        found.append(
          Diagnostic(
            .unknownBlock, unknown.reason, at: place(page.firstLine(of: fence.range)),
            hints: unknown.name.isEmpty ? unknown.hints : didYouMean(unknown.name, among: unknown.candidates))
        )
      }
    },
    link: { request in
      let (outcome, problems) = links.resolve(
        request.destination, text: request.text, isImage: request.isImage
      ) {
        offset, length in
        let range = page.range(of: request.destination, offset, length, within: request.range)
        return place(range ?? request.range)
      }
      found += problems
      if problems.isEmpty, case .address = outcome,
        let (address, fragment) = links.fragment(of: request.destination)
      {
        let range = page.range(
          of: request.destination, 0, request.destination.utf8.count, within: request.range)
        used.append(FragmentUse(address: address, fragment: fragment, place: place(range ?? request.range)))
      }
      return outcome
    },
    keepsPageMarks: keepsPageMarks, place: place)
  let headings = page.render(layout: .sections, hooks: hooks, into: &sink, diagnostics: &diagnostics)
  diagnostics += found
  fragments += used
  return headings
}

extension ParsedMarkdown {
  /// The range of some bytes of a link's destination, looked for in the range of the link.
  fileprivate func range(
    of destination: String, _ offset: Int, _ length: Int, within range: SourceRange
  ) -> SourceRange? {
    let from = self.offset(of: range.start)
    let end = self.offset(of: range.end)
    let to = end > from ? end : lineEnd(of: range.start)
    guard from < to else { return nil }
    for lead in ["](", "](<", ""] {
      let wanted = Array((lead + destination).utf8)
      guard let found = firstOffset(of: wanted, in: bytes[from..<min(to, bytes.count)]) else { continue }
      let start = found + lead.utf8.count + offset
      return SourceRange(start: position(of: start), end: position(of: start + length))
    }
    return nil
  }

  /// The part of a range on its first line.
  fileprivate func firstLine(of range: SourceRange) -> SourceRange {
    let start = range.start
    let column = lineEnd(of: start) - offset(of: start) + Int(start.column)
    return SourceRange(
      start: start, end: min(range.end, SourceRange.Position(line: Int(start.line), column: column)))
  }
}

private func firstOffset(of wanted: [UInt8], in text: Slice<UnsafeRawBufferPointer>) -> Int? {
  guard let first = wanted.first, text.count >= wanted.count else { return nil }
  for start in text.startIndex...(text.endIndex - wanted.count)
  where text[start] == first && text[start...].starts(with: wanted) {
    return start
  }
  return nil
}
