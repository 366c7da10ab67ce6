/// What kind of finding a diagnostic is, with the text that `sitegen explain` prints.
///
/// The letter names the stage: S syntax, F format, V checks, C charts, M Markdown, T templates,
/// L links, P publishing. Each module lists its own codes in one `…Codes` array.
public struct DiagnosticCode: Sendable {
  /// `V204`; never used again for anything else.
  public let id: String
  /// `total-does-not-foot`.
  public let slug: String
  /// One sentence: what the rule demands.
  public let rule: String
  /// Why the rule exists and how to satisfy it; Markdown, a few sentences.
  public let explanation: String

  public init(_ id: String, _ slug: String, rule: String, explanation: String) {
    self.id = id
    self.slug = slug
    self.rule = rule
    self.explanation = explanation
  }
}

extension DiagnosticCode: Hashable {
  public static func == (a: DiagnosticCode, b: DiagnosticCode) -> Bool { a.id == b.id }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
