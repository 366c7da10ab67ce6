import MarkdownRendering
import ReleaseModel

/// A block of data on a page, as the info string of its fence names it.
enum ReportBlock: Hashable, Sendable {
  /// By the statement's place in the release, from 0, and so the others.
  case statement(Int)
  case chart(Int)
  case figures
  /// Results beside those of earlier periods.
  case comparison
  case event(Int)
  case keyFigures
  /// One of the key figures, by the name of its concept.
  case keyFigure(String)
  case attachments
  /// How far the figures of the text are verified.
  case quality
  /// The mark at the end of the release.
  case end

  /// The words that begin an info string of ours.
  static let names = [
    "statement", "chart", "figures", "comparison", "event", "key-figures", "key-figure", "attachments",
    "quality",
    "end-mark",
  ]

  /// Those of them that authors write; the others stand on a page by themselves.
  static let ofAuthors = names.filter { $0 != "quality" && $0 != "end-mark" }

  /// Where the block stands among the text.
  var placement: BlockPlacement {
    switch self {
    case .keyFigures, .keyFigure, .end: .page
    case .statement, .chart, .figures, .comparison: .wide
    case .event, .attachments, .quality: .body
    }
  }

  /// The block in a page, without its fences.
  func info(_ release: Release) -> String {
    switch self {
    case .statement(let index): "statement \(release.statements[index].name)"
    case .chart(let index): "chart \(index + 1)"
    case .figures: "figures"
    case .comparison: "comparison"
    case .event(let index): "event \(index + 1)"
    case .keyFigures: "key-figures"
    case .keyFigure(let name): "key-figure \(name)"
    case .attachments: "attachments"
    case .quality: "quality"
    case .end: "end-mark"
    }
  }
}

/// What a page can show, by which the words of a fence are understood.
struct BlockInventory: Sendable {
  /// The statements' names, in order.
  var statements: [String]
  /// What the charts are called, in order: `chart-1`, or a name of the author's.
  var charts: [String]
  var hasFigures: Bool
  var events: Int
  /// The names of their concepts, in order.
  var keyFigures: [String]
  var hasAttachments: Bool
  var hasQuality = false
  var hasComparison = false

  /// Whether a fence is ours at all.
  static func claims(_ info: String) -> Bool { claims(FenceWords(info)) }

  static func claims(_ words: FenceWords) -> Bool { ReportBlock.names.contains(words.name) }

  /// What a fence of ours names, or why it names nothing.
  func block(_ info: String) -> Result<ReportBlock, UnknownBlock> { block(FenceWords(info)) }

  func block(_ words: FenceWords) -> Result<ReportBlock, UnknownBlock> {
    let word = words.rest
    switch words.name {
    case "": return .failure(UnknownBlock("the block has no name"))
    case "statement": return statement(word)
    case "chart": return chart(word)
    case "event": return numbered(word, of: events, "event", ReportBlock.event)
    case "key-figure": return keyFigure(word)
    case let name where word != nil:
      return .failure(UnknownBlock("a block '\(name)' takes no '\(word ?? "")'"))
    case "figures": return hasFigures ? .success(.figures) : .failure(UnknownBlock(nothing: "figures"))
    case "comparison":
      return hasComparison ? .success(.comparison) : .failure(UnknownBlock(nothing: "earlier periods"))
    case "key-figures":
      return !keyFigures.isEmpty ? .success(.keyFigures) : .failure(UnknownBlock(nothing: "key figures"))
    case "attachments":
      return hasAttachments ? .success(.attachments) : .failure(UnknownBlock(nothing: "attachments"))
    case "quality":
      return hasQuality ? .success(.quality) : .failure(UnknownBlock(nothing: "data quality"))
    default: return .failure(UnknownBlock("every release ends with its mark by itself"))
    }
  }

  private func statement(_ name: String?) -> Result<ReportBlock, UnknownBlock> {
    guard let name else {
      guard statements.count == 1 else {
        return .failure(UnknownBlock("a block 'statement' names the statement to show", among: statements))
      }
      return .success(.statement(0))
    }
    guard let index = statements.firstIndex(of: name) else {
      return .failure(UnknownBlock("the release has no statement '\(name)'", name, among: statements))
    }
    return .success(.statement(index))
  }

  private func keyFigure(_ name: String?) -> Result<ReportBlock, UnknownBlock> {
    guard !keyFigures.isEmpty else { return .failure(UnknownBlock(nothing: "key figures")) }
    guard let name else {
      return .failure(UnknownBlock("a block 'key-figure' names the concept to show", among: keyFigures))
    }
    guard keyFigures.contains(name) else {
      return .failure(UnknownBlock("the release has no key figure '\(name)'", name, among: keyFigures))
    }
    return .success(.keyFigure(name))
  }

  /// A chart by its place or its name.
  private func chart(_ word: String?) -> Result<ReportBlock, UnknownBlock> {
    guard let word, Int(word) == nil, !charts.isEmpty else {
      return numbered(word, of: charts.count, "chart", ReportBlock.chart)
    }
    guard let index = charts.firstIndex(of: word) else {
      let has = charts.count == 1 ? "one" : "\(charts.count)"
      return .failure(
        UnknownBlock(
          "the release has no chart '\(word)', but \(has): \(charts.prefix(16).joined(separator: ", "))",
          word,
          among: charts))
    }
    return .success(.chart(index))
  }

  private func numbered(
    _ word: String?, of count: Int, _ noun: String, _ block: (Int) -> ReportBlock
  ) -> Result<ReportBlock, UnknownBlock> {
    guard count > 0 else { return .failure(UnknownBlock(nothing: "\(noun)s")) }
    guard let word else { return .success(block(0)) }
    guard let number = Int(word), (1...count).contains(number) else {
      let has = count == 1 ? "one \(noun)" : "\(count) \(noun)s"
      return .failure(UnknownBlock("'\(noun) \(word)' is not there; the release has \(has)"))
    }
    return .success(block(number - 1))
  }
}

/// Why a fence of ours shows nothing.
struct UnknownBlock: Error, Hashable, Sendable {
  var reason: String
  /// The author's name and those it could have meant.
  var name = ""
  var candidates: [String] = []
  /// What the author can do, where no name was meant.
  var hints: [String] = []

  init(_ reason: String, hints: [String]) {
    self.reason = reason
    self.hints = hints
  }

  init(_ reason: String, _ name: String = "", among candidates: [String] = []) {
    self.reason = reason
    self.name = name
    self.candidates = candidates
  }

  init(nothing kind: String) { self.init("the release has no \(kind) to show") }
}
