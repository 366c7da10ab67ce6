public import Diagnostics

/// A Markdown file cut into its YAML front matter and its text.
public struct FrontMatter: Sendable {
  /// The located tree between the two `---` lines; `nil` when there is none or none that can be read.
  public var node: Node?
  /// The text after the front matter.
  public var body: ArraySlice<UInt8>
  /// The line of the file on which the text begins.
  public var bodyLine: Int

  public init(node: Node?, body: ArraySlice<UInt8>, bodyLine: Int) {
    self.node = node
    self.body = body
    self.bodyLine = bodyLine
  }
}

/// Cuts a Markdown file into front matter and text; a front matter that never closes is a diagnostic.
///
/// A line `---` at the very start opens it, a line `---` or `...` closes it; spaces may follow either.
/// When it never closes there is no text either, so that nothing else is reported about the file.
public func parseFrontMatter(_ source: SourceText, diagnostics: inout [Diagnostic]) -> FrontMatter {
  let bytes = source.bytes
  let opening = lineEnd(bytes, from: 0)
  guard isMarker(bytes[..<opening.end], "---") else {
    return FrontMatter(node: nil, body: bytes[...], bodyLine: 1)
  }
  var start = opening.next
  var line = 2
  while start < bytes.count {
    let (end, next) = lineEnd(bytes, from: start)
    if isMarker(bytes[start..<end], "---") || isMarker(bytes[start..<end], "...") {
      let yaml = SourceText(path: source.path, bytes: Array(bytes[opening.next..<start]))
      let node = parseYAML(yaml, firstLine: 2, diagnostics: &diagnostics)
      return FrontMatter(node: node, body: bytes[next...], bodyLine: line + 1)
    }
    start = next
    line += 1
  }
  diagnostics.append(
    Diagnostic(
      .unclosedFrontMatter, "the front matter that begins here never ends",
      at: Place(source.path, SourceRange(line: 1, column: 1, length: 3)),
      hints: ["put a line '---' between the front matter and the text"]))
  return FrontMatter(node: nil, body: bytes[bytes.count...], bodyLine: line)
}

/// Where the line that begins at `start` ends, without its line end and with it.
private func lineEnd(_ bytes: [UInt8], from start: Int) -> (end: Int, next: Int) {
  var end = start
  while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") { end += 1 }
  guard end < bytes.count else { return (end, end) }
  let isPair =
    bytes[end] == UInt8(ascii: "\r") && end + 1 < bytes.count && bytes[end + 1] == UInt8(ascii: "\n")
  return (end, end + (isPair ? 2 : 1))
}

private func isMarker(_ line: ArraySlice<UInt8>, _ marker: StaticString) -> Bool {
  guard line.count >= 3, line.prefix(3).elementsEqual(UnsafeBufferPointer(start: marker.utf8Start, count: 3))
  else { return false }
  return line.dropFirst(3).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
}
