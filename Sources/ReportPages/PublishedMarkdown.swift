import CivilTime
import Diagnostics
import MarkdownRendering
import Markup
import ReleaseModel

/// A release's page as Markdown for readers: front matter, the text with its links leading to the page's
/// anchors, and every block of data as a table or list.
func publishedMarkdown(
  _ segments: [PageSegment], _ blocks: ReleaseBlocks, _ links: LinkResolver
) -> [UInt8] {
  let view = blocks.view
  var sink = ByteSink()
  appendFrontMatter(view, blocks.context, &sink)
  sink.markup("\n# ")
  sink.markdown(view.release.headline)
  sink.append(10)
  if let summary = view.release.summary {
    sink.append(10)
    sink.markdown(summary)
    sink.append(10)
  }
  appendDetailsMarkdown(view, blocks.context, to: &sink)
  for segment in segments {
    sink.append(10)
    switch segment {
    case .heading(let title):
      sink.markup("## ")
      sink.markdown(title)
      sink.append(10)
    case .block(let block):
      blocks.appendMarkdown(block, to: &sink)
    case .text(let text, let dateline):
      let normalized = text.normalized
      var edits = edits(in: text, blocks, links)
      if let dateline {
        var mark = ByteSink(capacity: 128)
        mark.markdown(dateline)
        edits.append(datelineEdit(mark.text(), in: text))
      }
      append(normalized, edits: edits, to: &sink)
      if let close = text.scan.openFence { sink.raw(close + "\n") }
    }
  }
  appendSourcesMarkdown(view.release, to: &sink)
  return sink.bytes()
}

private func appendFrontMatter(_ view: ReleaseView, _ context: PageContext, _ sink: inout ByteSink) {
  let release = view.release
  func entry(_ key: StaticString, _ text: String, _ sink: inout ByteSink) {
    sink.markup(key)
    sink.markup(": \"")
    sink.json(text)
    sink.markup("\"\n")
  }
  sink.markup("---\n")
  entry("title", release.headline, &sink)
  entry("date", isoText(release.released), &sink)
  if !release.corrections.isEmpty { entry("updated", isoText(release.updated), &sink) }
  entry("kind", release.kind.rawValue, &sink)
  entry("company", view.company.name(on: release.released.day), &sink)
  if let period = release.period { entry("period", view.fiscal.spelling(of: period), &sink) }
  entry("permalink", context.archive.site.baseURL + view.address, &sink)
  sink.markup("---\n")
}

/// Bytes of a text that other bytes take the place of.
private struct Edit {
  var range: Range<Int>
  var bytes: [UInt8]
}

private func edits(in text: AuthorText, _ blocks: ReleaseBlocks, _ links: LinkResolver) -> [Edit] {
  let scan = text.scan
  let inventory = blocks.inventory
  var edits: [Edit] = []
  for fence in scan.blocks where BlockInventory.claims(fence.info) {
    var sink = ByteSink()
    if isInlineChart(fence.info, fence.literal) {
      let line = text.firstLine + fence.lines.lowerBound - 1
      let place = Place(text.path, SourceRange(line: line, column: 1, length: 0))
      guard let chart = blocks.charts.chart(at: place) else { continue }
      appendChartMarkdown(chart, to: &sink)
    } else if case .success(let other)? = borrowedBlock(fence.info, blocks.context) {
      appendBorrowedMarkdown(other, to: blocks.view.address, blocks.context, into: &sink)
    } else if case .success(let block) = inventory.block(fence.info) {
      blocks.appendMarkdown(block, to: &sink)
    } else {
      continue
    }
    // The last line end of the fence stays.
    if sink.count > 0 { sink.truncate(to: sink.count - 1) }
    edits.append(Edit(range: fence.range, bytes: sink.bytes()))
  }
  for link in scan.links where link.form == .inline || link.form == .reference {
    let (outcome, _) = links.resolve(link.destination, isImage: link.isImage) { _, _ in Place(links.page) }
    guard case .address(let address, _) = outcome, address != link.destination else { continue }
    edits.append(Edit(range: link.range, bytes: markdownDestination(address)))
  }
  return edits
}

/// The dateline as plain text where the first paragraph begins, or as a paragraph before the text.
private func datelineEdit(_ dateline: String, in text: AuthorText) -> Edit {
  let lines = text.lines
  guard let target = datelineIndex(lines) else {
    return Edit(range: 0..<0, bytes: Array("\(dateline)\n\n".utf8))
  }
  let before = lines[..<target].reduce(0) { $0 + $1.count + 1 }
  let start = before + lines[target].prefix { $0 == 32 }.count
  return Edit(range: start..<start, bytes: Array("\(dateline) — ".utf8))
}

/// An address as a link's destination: percent-encoded, parentheses too, so that it ends where it should.
func markdownDestination(_ address: String) -> [UInt8] {
  var result: [UInt8] = []
  for byte in address.utf8 {
    switch byte {
    case UInt8(ascii: "("): result += Array("%28".utf8)
    case UInt8(ascii: ")"): result += Array("%29".utf8)
    case 0...32, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"):
      let digits = String(byte, radix: 16, uppercase: true)
      result += Array("%\(byte < 16 ? "0" : "")\(digits)".utf8)
    default: result.append(byte)
    }
  }
  return result
}

private func append(_ text: [UInt8], edits: [Edit], to sink: inout ByteSink) {
  var position = 0
  let ordered = edits.enumerated().sorted { a, b in
    (a.element.range.lowerBound, a.offset) < (b.element.range.lowerBound, b.offset)
  }
  for (_, edit) in ordered where edit.range.lowerBound >= position && edit.range.upperBound <= text.count {
    sink.append(text[position..<edit.range.lowerBound])
    sink.append(edit.bytes)
    position = edit.range.upperBound
  }
  sink.append(text[position...])
}
