public import Diagnostics
public import Markup

/// What the caller decides while Markdown becomes HTML.
///
/// Positions are in the Markdown text that is rendered; ``place`` leads back to the author's file.
public struct MarkdownHooks {
  /// Where a fenced block that is ours goes, by its whole info string; `nil` leaves it a code block.
  public var placement: (_ info: String) -> BlockPlacement?
  /// Writes a fenced block for which ``placement`` gave a place.
  public var block: (_ block: FencedBlock, _ sink: inout ByteSink) -> Void
  /// Decides about a link or an image.
  public var link: (_ link: LinkRequest) -> LinkOutcome
  /// Whether `<PAGE>`, by which printed pages are parted in filings, is text rather than HTML.
  public var keepsPageMarks: Bool
  /// The author's file and range for a range of the rendered text.
  public var place: (_ range: SourceRange) -> Place

  public init(
    placement: @escaping (String) -> BlockPlacement?,
    block: @escaping (FencedBlock, inout ByteSink) -> Void,
    link: @escaping (LinkRequest) -> LinkOutcome, keepsPageMarks: Bool = false,
    place: @escaping (SourceRange) -> Place
  ) {
    self.keepsPageMarks = keepsPageMarks
    self.placement = placement
    self.block = block
    self.link = link
    self.place = place
  }
}

/// Where a block of ours stands on a page of sections.
public enum BlockPlacement: Hashable, Sendable {
  /// Among the paragraphs of the section.
  case body
  /// In the section, beside or over the column of text.
  case wide
  /// Between sections.
  case page
}

/// A fenced code block.
public struct FencedBlock {
  /// All that stands after the fence: `statement income-statement`.
  public var info: String
  /// The lines between the fences.
  public var literal: String
  /// From the opening to the closing fence.
  public var range: SourceRange

  public init(info: String, literal: String, range: SourceRange) {
    self.info = info
    self.literal = literal
    self.range = range
  }
}

/// A link or an image the author wrote.
public struct LinkRequest {
  public var destination: String
  /// The text of the link, or an image's alternative, without its marks.
  public var text: String
  public var isImage: Bool
  /// The whole construct, as near as the parser knows; at least its line.
  public var range: SourceRange

  public init(destination: String, text: String, isImage: Bool, range: SourceRange) {
    self.destination = destination
    self.text = text
    self.isImage = isImage
    self.range = range
  }
}

/// What becomes of a link.
public enum LinkOutcome: Hashable, Sendable {
  /// Goes to this address, with these space-separated classes.
  case address(String, classes: String?)
  /// Only its text stays.
  case text
  /// Only its text stays, in a `span` with these space-separated classes.
  case span(classes: String)
}
