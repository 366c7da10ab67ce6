public import Diagnostics
import MarkdownRendering
import Markup
import ReleaseModel

/// A release's page in Markdown as it is rendered: the author's words with the blocks of data as fences.
public struct GeneratedMarkdown: Sendable {
  /// The page's bytes.
  let written: WrittenBytes
  public var bytes: [UInt8] { written.bytes() }
  private let lines: LineMap
  /// Where the authors' texts stand, in their order.
  private let texts: [TextSpan]

  /// The author's file and range for a range of the page; the release's own file for what we wrote.
  public func place(for range: SourceRange) -> Place { lines.place(for: range) }

  init(_ segments: [PageSegment], _ release: Release) {
    var lines = LineMap(fallback: Place(releaseFile(release)))
    var texts: [TextSpan] = []
    var sink = ByteSink(capacity: 16_384)
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
        texts.append(
          Self.append(text, dateline: dateline, at: &line, to: &sink, &lines))
      }
    }
    self.lines = lines
    self.texts = texts
    written = WrittenBytes(sink)
  }

  /// Appends a text; returns where it stands.
  private static func append(
    _ text: AuthorText, dateline: String?, at line: inout Int, to sink: inout ByteSink,
    _ lines: inout LineMap
  ) -> TextSpan {
    let target = dateline.flatMap { _ in datelineTarget(text) }
    if let dateline, target == nil {
      sink.raw(datelineMarkdown(dateline))
      sink.markup("\n\n")
      line += 2
    }
    let first = line
    line += text.lineCount
    var span = TextSpan(start: sink.count, count: text.normalized.count)
    if let dateline, let target {
      let prefix = datelineMarkdown(dateline) + " "
      let targetLine = first + target.line
      lines.add(lines: first..<targetLine, path: text.path, source: text.firstLine)
      lines.add(
        lines: targetLine..<line, path: text.path, source: text.firstLine + target.line,
        inserted: prefix.utf8.count, at: target.indentation + 1)
      (span.insertion, span.inserted) = (target.offset, prefix.utf8.count)
      text.normalized.withUnsafeBytes { bytes in
        sink.append(UnsafeRawBufferPointer(rebasing: bytes[..<target.offset]))
        sink.raw(prefix)
        sink.append(UnsafeRawBufferPointer(rebasing: bytes[target.offset...]))
      }
    } else {
      lines.add(lines: first..<line, path: text.path, source: text.firstLine)
      sink.append(text.normalized)
    }
    // A fence left open would take in everything that follows on the page.
    if let close = text.scan.openFence {
      sink.raw(close + "\n")
      line += 1
    }
    return span
  }
}

/// The bytes of a page that an author wrote, with what was put in front of the first paragraph.
private struct TextSpan {
  /// Where the text begins on the page.
  var start: Int
  /// Of the author's bytes.
  var count: Int
  /// After how many of them ours stand, and how many those are.
  var insertion = 0
  var inserted = 0

  var end: Int { start + count + inserted }

  /// The author's bytes of a range of the page; `nil` where there are none.
  func range(of page: Range<Int>) -> Range<Int>? {
    guard page.lowerBound < end, page.upperBound > start else { return nil }
    let low = offset(of: page.lowerBound)
    return low..<max(low, offset(of: page.upperBound))
  }

  func offset(of position: Int) -> Int {
    let offset = min(max(position, start), end) - start
    return offset <= insertion ? offset : max(insertion, offset - inserted)
  }
}

extension GeneratedMarkdown {
  /// Gives each text what the parser found of it on the page.
  ///
  /// Texts with fences have been parsed by themselves, for a page is put together by the blocks they place.
  func distribute(_ page: ScannedMarkdown, to texts: inout ReleaseTexts) {
    // A blank body is left out of the page.
    let hasBody = self.texts.count > texts.boilerplate.count
    for (index, span) in self.texts.enumerated() {
      let found = part(of: page, in: span)
      if hasBody, index == 0 {
        texts.body?.take(found)
      } else {
        texts.boilerplate[index - (hasBody ? 1 : 0)].text.take(found)
      }
    }
  }

  private func part(of page: ScannedMarkdown, in span: TextSpan) -> ScannedMarkdown {
    var found = ScannedMarkdown()
    for var link in page.links where link.destination != datelineDestination {
      guard let range = span.range(of: link.range) else { continue }
      link.range = range
      found.links.append(link)
    }
    for var claim in page.claims where (span.start..<span.end).contains(claim.position) {
      claim.range = claim.range.isEmpty ? 0..<0 : span.range(of: claim.range) ?? 0..<0
      claim.position = span.offset(of: claim.position)
      found.claims.append(claim)
    }
    found.verbatim = page.verbatim.compactMap(span.range)
    found.brokenClaims = page.brokenClaims.compactMap(span.range)
    found.isRefused = page.isRefused
    return found
  }
}

extension AuthorText {
  /// Takes what the parser found of the text on its page, unless it has been parsed by itself.
  fileprivate mutating func take(_ found: ScannedMarkdown) {
    if scan.blocks.isEmpty { scan = found } else { scan.isRefused = found.isRefused }
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

/// Where a dateline goes in a text: before the first paragraph's first byte.
private func datelineTarget(_ text: AuthorText) -> (line: Int, indentation: Int, offset: Int)? {
  let lines = text.lines
  return datelineIndex(lines).map { line in
    let indentation = lines[line].prefix { $0 == 32 }.count
    return (line, indentation, lines[line].startIndex + indentation)
  }
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
