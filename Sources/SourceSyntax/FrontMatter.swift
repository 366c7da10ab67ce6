public import Diagnostics

/// A Markdown file cut into its YAML front matter and its text.
public struct FrontMatter: Sendable {
  /// The located tree between the two `---` lines; `nil` when the file has no front matter or none that can be read.
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
public func parseFrontMatter(_ source: SourceText, diagnostics: inout [Diagnostic]) -> FrontMatter {
  FrontMatter(node: nil, body: source.bytes[...], bodyLine: 1)
}
