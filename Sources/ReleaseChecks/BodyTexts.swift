public import Diagnostics
public import ReleaseModel

extension DiagnosticCode {
  static let pageMarkInBody = DiagnosticCode(
    "V508", "page-mark-in-body",
    rule: "No marks of a printed page are left in the narrative.",
    explanation: """
      A line `<PAGE>`, `- more -` or `###` belongs to the paper or the wire, not to the archive. With an entry of \
      `allow` it stays as it was printed.
      """)
  static let measureWithoutReconciliation = DiagnosticCode(
    "V505", "measure-without-reconciliation",
    rule: "A measure outside the accounting rules is reconciled to one within them.",
    explanation: """
      "Adjusted" earnings, "EBITDA" and "pro forma" figures need a reconciliation (Regulation G, 17 CFR 244.100): a \
      statement whose title says so, or a heading in the narrative.
      """)
  static let outlookWithoutNotice = DiagnosticCode(
    "V506", "outlook-without-notice",
    rule: "A release that looks forward carries the notice on forward-looking statements.",
    explanation: """
      The safe harbor asks for "meaningful cautionary statements" (Private Securities Litigation Reform Act of 1995, \
      section 102). Name a text block under `boilerplate`, or say it in the narrative.
      """)
}

/// What was found in a text, by its place there.
public struct TextFinding: Hashable, Sendable {
  public var code: DiagnosticCode
  public var severity: Diagnostic.Severity
  public var message: String
  /// The bytes of the text that it is about.
  public var range: Range<Int>
  public var hints: [String]
}

/// Where a phrase of each meaning stands first.
private struct FirstPhrases {
  private var ranges = InlineArray<5, Range<Int>?>(repeating: nil)

  subscript(meaning: Phrase.Meaning) -> Range<Int>? {
    get { ranges[Int(meaning.rawValue)] }
    set { ranges[Int(meaning.rawValue)] = newValue }
  }
}

/// Checks a release's narrative: marks of the page, measures without reconciliation, outlook without notice.
///
/// - Parameters:
///   - body: the Markdown of the narrative, UTF-8.
///   - boilerplate: the texts of the blocks the release names.
public func checkTexts(_ release: Release, body: [UInt8], boilerplate: [[UInt8]]) -> [TextFinding] {
  var findings: [TextFinding] = []
  var first = FirstPhrases()
  scan(body) { meaning, range in
    if meaning == .pageMark {
      guard isAloneInItsLine(range, body) else { return }
      findings.append(
        TextFinding(
          code: .pageMarkInBody, severity: .error,
          message: "the page mark '\(text(range, body))' is left in the narrative", range: range,
          hints: ["remove the line"]))
    } else if first[meaning] == nil {
      first[meaning] = range
    }
  }
  if let range = first[.measure], first[.reconciliation] == nil, !hasReconciliation(release) {
    findings.append(
      TextFinding(
        code: .measureWithoutReconciliation, severity: .warning,
        message: "'\(text(range, body))' is told without a reconciliation", range: range,
        hints: ["add the reconciliation as a statement, or waive the check with a reason"]))
  }
  if let range = first[.outlook], first[.notice] == nil, !boilerplate.contains(where: isNotice) {
    findings.append(
      TextFinding(
        code: .outlookWithoutNotice, severity: .warning,
        message:
          "'\(text(range, body))' looks forward, but the release carries no notice on forward-looking statements",
        range: range, hints: ["name the text block with the notice under 'boilerplate'"]))
  }
  return findings.sorted { $0.range.lowerBound < $1.range.lowerBound }
}

private func text(_ range: Range<Int>, _ bytes: [UInt8]) -> String {
  String(decoding: bytes[range], as: UTF8.self)
}

private func hasReconciliation(_ release: Release) -> Bool {
  release.statements.contains { ($0.name + " " + $0.title).lowercased().contains("reconcil") }
}

private func isNotice(_ text: [UInt8]) -> Bool {
  var isFound = false
  scan(text) { meaning, _ in if meaning == .notice { isFound = true } }
  return isFound
}

private func isAloneInItsLine(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
  let before = bytes[..<range.lowerBound].reversed().prefix { $0 != 0x0A }
  let after = bytes[range.upperBound...].prefix { $0 != 0x0A }
  return before.allSatisfy { $0 <= 0x20 } && after.allSatisfy { $0 <= 0x20 }
}
