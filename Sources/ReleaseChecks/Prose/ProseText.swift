/// A text to be checked: its Markdown with what the parser knows of it, in byte offsets.
public struct ProseText: Sendable {
  public var bytes: [UInt8]
  /// The links to figures, in the order of the text.
  public var links: [ProseLink]
  /// What is not prose: code, HTML and the destinations of links; in any order.
  public var masked: [Range<Int>]

  public init(bytes: [UInt8], links: [ProseLink] = [], masked: [Range<Int>] = []) {
    self.bytes = bytes
    self.links = links
    self.masked = masked
  }
}

/// A link to a figure as it stands in a text.
public struct ProseLink: Hashable, Sendable {
  /// `fact:Revenues@2002-Q3`.
  public var destination: String
  /// The words of the link without their marks: `2.8% less`.
  public var text: String
  /// The whole construct; empty where the parser does not know it.
  public var range: Range<Int>

  public init(destination: String, text: String, range: Range<Int>) {
    self.destination = destination
    self.text = text
    self.range = range
  }
}
