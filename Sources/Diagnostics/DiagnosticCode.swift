/// What kind of finding a diagnostic is, with the text that `sitegen explain` prints.
///
/// The letter names the stage: S syntax, F format, V checks, C charts, M Markdown, T templates,
/// L links, P publishing. Each module lists its own codes in one `…Codes` array.
public struct DiagnosticCode: Sendable {
  /// One object for a code, so that each of its findings holds no more than a reference.
  private let texts: Texts

  private final class Texts: Sendable {
    let id, slug, rule, explanation: String

    init(_ id: String, _ slug: String, _ rule: String, _ explanation: String) {
      self.id = id
      self.slug = slug
      self.rule = rule
      self.explanation = explanation
    }
  }

  public init(_ id: String, _ slug: String, rule: String, explanation: String) {
    texts = Texts(id, slug, rule, explanation)
  }

  /// `V204`; never used again for anything else.
  public var id: String { texts.id }
  /// `total-does-not-foot`.
  public var slug: String { texts.slug }
  /// One sentence: what the rule demands.
  public var rule: String { texts.rule }
  /// Why the rule exists and how to satisfy it; Markdown, a few sentences.
  public var explanation: String { texts.explanation }
}

extension DiagnosticCode: Hashable {
  public static func == (a: DiagnosticCode, b: DiagnosticCode) -> Bool {
    a.texts === b.texts || a.id == b.id
  }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
