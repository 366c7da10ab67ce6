public import MarkdownRendering
public import SourceSyntax

/// A text an author wrote in Markdown, and where in which file it begins.
public struct AuthorText: Sendable {
  /// `content/releases/2003-11-14-third-quarter-results/body.md`.
  public var path: String
  public let bytes: [UInt8]
  /// The line of the file on which the text begins.
  public var firstLine: Int
  /// The text's lines without their ends; CR LF and CR end a line as LF does.
  let lines: [ArraySlice<UInt8>]
  /// The same text with LF at the end of every line.
  public let normalized: [UInt8]
  /// The links, fences and code that the parser finds, in byte offsets of ``normalized``.
  public let scan: ScannedMarkdown

  public init(path: String, bytes: [UInt8], firstLine: Int = 1) {
    self.path = path
    self.bytes = bytes
    self.firstLine = firstLine
    let lines = linesOf(bytes)
    self.lines = lines
    let normalized = lines.flatMap { $0 + [10] }
    self.normalized = normalized
    scan = normalized.withUnsafeBytes { scanMarkdown($0) }
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
}

private func linesOf(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
  var lines: [ArraySlice<UInt8>] = []
  var start = 0
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    if byte == 10 || byte == 13 {
      lines.append(bytes[start..<index])
      if byte == 13, index + 1 < bytes.count, bytes[index + 1] == 10 { index += 1 }
      start = index + 1
    }
    index += 1
  }
  if start < bytes.count { lines.append(bytes[start...]) }
  return lines
}
