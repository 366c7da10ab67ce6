/// A fenced block of a Markdown text and where it stands.
public struct ScannedBlock: Hashable, Sendable {
  /// All that stands after the opening fence, trimmed.
  public var info: String
  /// The lines between the fences.
  public var literal: String
  /// From the line of the opening fence to that of the closing one, counted from 1.
  public var lines: ClosedRange<Int>
  /// The same lines in byte offsets: from the first byte of the first to the end of the last, its line
  /// end excluded. Marks of a quotation or list round the block are part of it.
  public var range: Range<Int>
}

/// A link or an image of a Markdown text and where its destination stands.
public struct ScannedLink: Hashable, Sendable {
  /// How the author wrote it.
  public enum Form: Hashable, Sendable {
    /// `[text](destination)`
    case inline
    /// `[text][label]` or `[label]`; the destination stands in the label's definition.
    case reference
    /// `<https://example.com>`
    case autolink
    /// `https://example.com` in running text.
    case bare
  }

  /// Where it leads, escapes and entities resolved.
  public var destination: String
  public var isImage: Bool
  public var form: Form
  /// The destination's bytes in the text, without angle brackets: replacing them redirects the link.
  public var range: Range<Int>
}

/// A use of a link whose destination begins with `fact:` or `calc:`.
public struct ScannedClaim: Hashable, Sendable {
  public var destination: String
  /// The text of the link without its marks.
  public var text: String
  /// The whole link in byte offsets; empty where the parser does not know its place.
  public var range: Range<Int>
  /// Where the link begins, or else the block that it stands in.
  public var position: Int
}

/// What ``scanMarkdown(_:)`` found.
public struct ScannedMarkdown: Hashable, Sendable {
  /// In the order of the text.
  public var blocks: [ScannedBlock] = []
  /// In the order of the text, each destination once. What only looks like a link, in code for example,
  /// is not among them.
  public var links: [ScannedLink] = []
  /// In the order of the text, every use of every such link.
  public var claims: [ScannedClaim] = []
  /// The lines of code and HTML blocks, in byte offsets.
  public var verbatim: [Range<Int>] = []
  /// What is written like a link with such a destination and is none, from its opening bracket to the end of its
  /// address.
  public var brokenClaims: [Range<Int>] = []
  /// Whether the parser was not given the text, so that nothing of it is known.
  public var isRefused = false
  /// The line that would close the fence that the text leaves open at its end, if any. A fence in a list or
  /// quotation ends with it and is none.
  public var openFence: String?

  public init() {}

  fileprivate static let refused: ScannedMarkdown = {
    var scan = ScannedMarkdown()
    scan.isRefused = true
    return scan
  }()
}

/// Finds the fenced blocks and links of a Markdown text without rendering it.
///
/// It reads with the same parser as ``renderMarkdown(_:layout:hooks:into:diagnostics:)``, so both agree on
/// what is a link. A text that rendering refuses has neither blocks nor links here. A link of reference
/// form is listed with the destination in its definition, once, however often the label is used.
public func scanMarkdown(_ text: UnsafeRawBufferPointer) -> ScannedMarkdown {
  withParsedMarkdown(text) { $0.scan() }
}

extension ParsedMarkdown {
  /// The fenced blocks, links and code of the text; nothing of a text that was refused.
  public func scan() -> ScannedMarkdown {
    guard case .success(let document) = tree else { return .refused }
    var result = scanLinks()
    result.blocks = locations.verbatim.compactMap { fencedBlock($0, in: source) }
    result.openFence = openFence(at: document, in: source)
    return result
  }

  /// The links and code of the text, without its fences; nothing of a text that was refused.
  public func scanLinks() -> ScannedMarkdown {
    guard case .success = tree else { return .refused }
    return MarkdownRendering.scanLinks(locations, in: source)
  }
}

private func fencedBlock(_ node: MarkdownNode, in source: SourceText) -> ScannedBlock? {
  guard node.kind == .codeBlock, let info = node.fenceInfo else { return nil }
  return ScannedBlock(
    info: String(decoding: info, as: UTF8.self), literal: String(decoding: node.literal, as: UTF8.self),
    lines: node.startLine...max(node.startLine, node.endLine), range: source.range(ofFence: node))
}

private func scanLinks(_ locations: LinkLocations, in source: SourceText) -> ScannedMarkdown {
  var result = ScannedMarkdown()
  result.verbatim = locations.verbatim.map(source.range(ofBlock:))
  var referenced: [String: Bool] = [:]
  for (node, location) in locations.found {
    guard let location, node.kind != .htmlInline else { continue }
    let destination = String(decoding: node.destination, as: UTF8.self)
    if node.kind == .link, isClaim(destination) {
      result.claims.append(
        ScannedClaim(
          destination: destination, text: node.plainText, range: location.whole ?? 0..<0,
          position: location.whole?.lowerBound ?? source.start(ofLine: node.blockLine)))
    }
    if let range = location.destination {
      result.links.append(
        ScannedLink(
          destination: destination, isImage: node.kind == .image, form: location.form, range: range))
    } else if referenced[destination] == nil {
      referenced[destination] = node.kind == .image
    }
  }
  if !referenced.isEmpty {
    let blocks = locations.verbatim.filter { $0.kind == .codeBlock && $0.fenceInfo != nil }
      .map(source.range(ofFence:)).sorted { $0.lowerBound < $1.lowerBound }
    var block = 0
    for range in linkDefinitions(in: source) {
      while block < blocks.count, blocks[block].upperBound <= range.lowerBound { block += 1 }
      if block < blocks.count, blocks[block].overlaps(range) { continue }
      let destination = unescaped(source.bytes[range])
      guard let isImage = referenced[destination] else { continue }
      result.links.append(
        ScannedLink(destination: destination, isImage: isImage, form: .reference, range: range))
    }
  }
  result.links.sort { $0.range.lowerBound < $1.range.lowerBound }
  result.brokenClaims = source.brokenClaims(besides: result.links)
  return result
}

private func isClaim(_ destination: String) -> Bool {
  destination.utf8.starts(with: "fact:".utf8) || destination.utf8.starts(with: "calc:".utf8)
}

extension SourceText {
  /// From the opening fence of a block to its closing one.
  fileprivate func range(ofFence node: MarkdownNode) -> Range<Int> {
    start(ofLine: node.startLine)..<end(ofLine: max(node.startLine, node.endLine))
  }

  /// The lines of a block in byte offsets.
  fileprivate func range(ofBlock node: MarkdownNode) -> Range<Int> {
    let first = start(ofLine: node.startLine)
    return first..<max(first, end(ofLine: max(node.startLine, node.endLine)))
  }
}

/// The closing fence that the last block of a document lacks (CommonMark 0.31, 4.5).
private func openFence(at document: MarkdownNode, in source: SourceText) -> String? {
  var end = document.lastChild
  // The parser moves footnotes to the end of the document.
  while let node = end, node.kind == .footnote { end = node.previous }
  guard let last = end, last.kind == .codeBlock, last.fenceInfo != nil else { return nil }
  // A closed fence has two lines that are not content, an open one only its first.
  let content = last.literal.count { $0 == UInt8(ascii: "\n") }
  guard content >= last.endLine - last.startLine else { return nil }
  let line = source.bytes[source.start(ofLine: last.startLine)..<source.end(ofLine: last.startLine)]
  let fence = line.drop { $0 == UInt8(ascii: " ") }
  guard let mark = fence.first else { return nil }
  return String(repeating: Character(Unicode.Scalar(mark)), count: fence.prefix { $0 == mark }.count)
}
