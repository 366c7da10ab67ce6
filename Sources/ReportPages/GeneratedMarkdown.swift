public import Diagnostics
import MarkdownRendering
import Markup
import ReleaseModel

/// A release's page in Markdown as it is rendered: the author's words with the blocks of data as fences.
public struct GeneratedMarkdown: Sendable {
  public var bytes: [UInt8]
  private var lines: LineMap

  /// The author's file and range for a range of the page; the release's own file for what we wrote.
  public func place(for range: SourceRange) -> Place { lines.place(for: range) }

  init(_ segments: [PageSegment], _ release: Release) {
    bytes = []
    lines = LineMap(fallback: Place(releaseFile(release)))
    var sink = ByteSink()
    var line = 1
    for segment in segments {
      // What ends the page is no block that an author could place.
      if case .block(.end) = segment { continue }
      if line > 1 {
        sink.append(10)
        line += 1
      }
      switch segment {
      case .heading(let title):
        sink.markup("## ")
        sink.markdown(title)
        sink.append(10)
        line += 1
      case .block(let block):
        sink.markup("```")
        sink.raw(block.info(release))
        sink.markup("\n```\n")
        line += 2
      case .text(let text, let dateline):
        append(text, dateline: dateline, at: &line, to: &sink)
      }
    }
    bytes = sink.bytes()
  }

  private mutating func append(
    _ text: AuthorText, dateline: String?, at line: inout Int, to sink: inout ByteSink
  ) {
    let authored = text.lines
    let target = dateline.flatMap { _ in datelineIndex(authored) }
    if let dateline, target == nil {
      sink.raw(datelineMarkdown(dateline))
      sink.markup("\n\n")
      line += 2
    }
    let first = line
    for (index, bytes) in authored.enumerated() {
      if index == target, let dateline {
        let before = bytes.prefix { $0 == 32 }
        let prefix = datelineMarkdown(dateline) + " "
        lines.add(lines: first..<line, path: text.path, source: text.firstLine)
        lines.add(
          lines: line..<(first + authored.count), path: text.path, source: text.firstLine + index,
          inserted: prefix.utf8.count, at: before.count + 1)
        sink.append(Array(before))
        sink.raw(prefix)
        sink.append(Array(bytes.dropFirst(before.count)))
      } else {
        sink.append(Array(bytes))
      }
      sink.append(10)
      line += 1
    }
    if target == nil { lines.add(lines: first..<line, path: text.path, source: text.firstLine) }
    // A fence left open would take in everything that follows on the page.
    if let close = text.scan.openFence {
      sink.raw(close + "\n")
      line += 1
    }
  }
}

/// A release's page as Markdown with fenced blocks, ready to be rendered.
public func releasePageMarkdown(
  at number: Int, texts: ReleaseTexts, context: PageContext
) -> GeneratedMarkdown {
  let view = ReleaseView(number, context)
  let blocks = ReleaseBlocks(view, texts, context)
  return GeneratedMarkdown(releaseOutline(view, texts, blocks.inventory), view.release)
}

/// `content/releases/2003-11-14-third-quarter-results/release.yaml`.
func releaseFile(_ release: Release) -> String { "content/releases/\(release.folder)/release.yaml" }

/// The destination by which a dateline is known among links; it never reaches a page.
let datelineDestination = "#:dateline"

private func datelineMarkdown(_ dateline: String) -> String {
  var sink = ByteSink()
  sink.markup("[")
  sink.markdown(dateline)
  sink.markup("](")
  sink.raw(datelineDestination)
  sink.markup(")")
  return sink.text()
}

/// The line on which the first paragraph begins, when nothing but headings stands before it.
func datelineIndex(_ lines: [ArraySlice<UInt8>]) -> Int? {
  for (index, line) in lines.enumerated() where !isBlank(line) {
    if isHeading(line) { continue }
    let next = index + 1 < lines.count ? lines[index + 1] : []
    return beginsParagraph(line) && !isUnderline(next) ? index : nil
  }
  return nil
}

/// Whether the line is a heading with number signs (CommonMark 0.31, 4.2).
private func isHeading(_ line: ArraySlice<UInt8>) -> Bool {
  let text = line.drop { $0 == 32 }
  let level = text.prefix { $0 == UInt8(ascii: "#") }.count
  return (1...6).contains(level) && isBlank(text.dropFirst(level).prefix(1))
}

/// Whether text in front of the line leaves it the paragraph it is: lists, quotations, tables, fences, HTML,
/// rules, definitions and code would become something else.
private func beginsParagraph(_ line: ArraySlice<UInt8>) -> Bool {
  let text = line.drop { $0 == 32 }
  guard line.count - text.count <= 3, let first = text.first else { return false }
  switch first {
  case UInt8(ascii: "*"):
    return !isBlank(text.drop { $0 == first }.prefix(1))
  case UInt8(ascii: "0")...UInt8(ascii: "9"):
    let mark = text.drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.first
    return mark != UInt8(ascii: ".") && mark != UInt8(ascii: ")")
  case UInt8(ascii: "["):
    return !zip(text, text.dropFirst()).contains { $0 == UInt8(ascii: "]") && $1 == UInt8(ascii: ":") }
  default:
    return !"+->`~<|=#\t".utf8.contains(first)
  }
}

/// Whether the line makes the one above it a heading or a table (CommonMark 0.31, 4.3; GFM, 4.10).
private func isUnderline(_ line: ArraySlice<UInt8>) -> Bool {
  !isBlank(line) && line.allSatisfy { "=-|: ".utf8.contains($0) }
}
