public import MarkdownRendering
import Markup
public import SourceSyntax

/// A text an author wrote in Markdown, and where in which file it begins.
public struct AuthorText: Sendable {
  /// `content/releases/2003-11-14-third-quarter-results/body.md`.
  public var path: String
  public let bytes: [UInt8]
  /// The line of the file on which the text begins.
  public var firstLine: Int
  /// The same text with LF at the end of every line, for CR LF and CR end a line as LF does.
  public let normalized: [UInt8]
  /// The links, fences and code that the parser finds, in byte offsets of ``normalized``.
  ///
  /// Its fences are known at once; everything else is there when the page it stands on has been parsed.
  public internal(set) var scan: ScannedMarkdown

  public init(path: String, bytes: [UInt8], firstLine: Int = 1) {
    self.path = path
    self.bytes = bytes
    self.firstLine = firstLine
    let normalized = withLineFeeds(bytes)
    self.normalized = normalized
    // Where no line can be a fence, nothing about the text is needed before its page is put together.
    scan = holdsFence(normalized) ? normalized.withUnsafeBytes { scanMarkdown($0) } : ScannedMarkdown()
  }

  /// The text with everything that the parser finds in it, for pages that are made of it alone.
  public func scanned() -> AuthorText {
    var text = self
    text.scan = normalized.withUnsafeBytes { scanMarkdown($0) }
    return text
  }
}

/// A boilerplate text with the heading over it.
public struct TitledText: Sendable {
  public var title: String
  public var text: AuthorText

  public init(title: String, text: AuthorText) {
    self.title = title
    self.text = text
  }
}

/// The texts of one release.
public struct ReleaseTexts: Sendable {
  public var body: AuthorText?
  /// In the order in which the release names them.
  public var boilerplate: [TitledText]
  /// The charts of `release.yaml` as they are written there, in the release's order.
  public var charts: [Node]

  public init(body: AuthorText? = nil, boilerplate: [TitledText] = [], charts: [Node] = []) {
    self.body = body
    self.boilerplate = boilerplate
    self.charts = charts
  }

  /// The body, then the boilerplate.
  public var inOrder: [AuthorText] { [body].compactMap { $0 } + boilerplate.map(\.text) }
}

extension AuthorText {
  /// The text's lines without their ends.
  var lines: [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    forEachLine { line in
      lines.append(normalized[line])
      return true
    }
    return lines
  }

  /// How many lines there are.
  var lineCount: Int { normalized.withUnsafeBytes { $0.count(of: 10) } }

  /// Gives the offsets of each line without its end, until `body` says that it has seen enough.
  func forEachLine(_ body: (Range<Int>) -> Bool) {
    normalized.withUnsafeBytes { bytes in
      var start = 0
      while let end = bytes.firstOffset(of: 10, from: start) {
        guard body(start..<end) else { return }
        start = end + 1
      }
    }
  }

  /// Whether the text has nothing but spaces and tabs on its lines.
  var isBlank: Bool { normalized.allSatisfy { $0 == 32 || $0 == 9 || $0 == 10 } }

  /// The offsets of the lines that begin with two number signs and a space, without their ends.
  var sectionLines: [Range<Int>] {
    normalized.withUnsafeBytes { bytes in
      var found: [Range<Int>] = []
      var next = 0
      while let mark = bytes.firstOffset(of: UInt8(ascii: "#"), from: next) {
        let end = bytes.firstOffset(of: 10, from: mark) ?? bytes.count
        if mark == 0 || bytes[mark - 1] == 10, begins(mark..<end, with: "## ") { found.append(mark..<end) }
        next = end
      }
      return found
    }
  }

  /// Whether the line at these offsets begins with some ASCII text.
  func begins(_ line: Range<Int>, with words: StaticString) -> Bool {
    line.count >= words.utf8CodeUnitCount
      && normalized[line].starts(
        with: UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
  }
}

private func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
  guard bytes.withUnsafeBytes({ $0.firstOffset(of: 13) }) == nil else { return rewritten(bytes) }
  return bytes.isEmpty || bytes[bytes.count - 1] == 10 ? bytes : bytes + [10]
}

private func rewritten(_ bytes: [UInt8]) -> [UInt8] {
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count + 1)
  for (index, byte) in bytes.enumerated() {
    if byte == 10, index > 0, bytes[index - 1] == 13 { continue }
    text.append(byte == 13 ? 10 : byte)
  }
  if let last = text.last, last != 10 { text.append(10) }
  return text
}

/// Whether three marks in a row may open a fenced block somewhere (CommonMark 0.31, 4.5).
private func holdsFence(_ text: [UInt8]) -> Bool {
  text.withUnsafeBytes { text in
    for mark in [UInt8(ascii: "`"), UInt8(ascii: "~")] {
      var next = 0
      while let index = text.firstOffset(of: mark, from: next) {
        if index + 2 < text.count, text[index + 1] == mark, text[index + 2] == mark { return true }
        next = index + 1
      }
    }
    return false
  }
}
