public import Diagnostics
public import ReleaseModel

extension DiagnosticCode {
  static let pageMarkInBody = DiagnosticCode(
    "V508", "page-mark-in-body",
    rule: "No marks of a printed page are left in the narrative.",
    explanation: "A line `<PAGE>`, `- more -` or `###` belongs to the paper or the wire, not to the archive.")
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

/// Checks a release's narrative: marks of the page, measures without reconciliation, outlook without notice.
///
/// - Parameters:
///   - body: the Markdown of the narrative.
///   - boilerplate: the texts of the blocks the release names.
public func checkTexts(_ release: Release, body: String, boilerplate: [String]) -> [TextFinding] {
  let bytes = Array(body.utf8)
  let lower = bytes.map(lowercased)
  var findings = pageMarks(bytes)
  let isReconciled =
    release.statements.contains { ($0.name + " " + $0.title).lowercased().contains("reconcil") }
    || find("reconcil", in: lower) != nil
  if !isReconciled, let (phrase, range) = firstPhrase(of: unofficialMeasures, in: lower) {
    findings.append(
      TextFinding(
        code: .measureWithoutReconciliation, severity: .warning,
        message: "'\(phrase)' is told without a reconciliation", range: range,
        hints: ["add the reconciliation as a statement, or waive the check with a reason"]))
  }
  let notices = [lower] + boilerplate.map { $0.utf8.map(lowercased) }
  if !notices.contains(where: { find("forward-looking", in: $0) != nil }),
    let (phrase, range) = firstPhrase(of: outlookWords, in: lower)
  {
    findings.append(
      TextFinding(
        code: .outlookWithoutNotice, severity: .warning,
        message: "'\(phrase)' looks forward, but the release carries no notice on forward-looking statements",
        range: range, hints: ["name the text block with the notice under 'boilerplate'"]))
  }
  return findings.sorted { $0.range.lowerBound < $1.range.lowerBound }
}

private let unofficialMeasures =
  ["ebitda", "pro forma", "pro-forma", "non-gaap"]
  + ["earnings", "net income", "net loss", "income", "operating income", "eps", "profit", "margin"].map {
    "adjusted " + $0
  }

private let outlookWords = [
  "expects to", "anticipates", "intends to", "plans to", "forecasts", "projects that", "outlook",
  "guidance for",
]

/// Lines that hold nothing but a page mark.
private func pageMarks(_ bytes: [UInt8]) -> [TextFinding] {
  var findings: [TextFinding] = []
  var start = 0
  for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
    defer { start += line.count + 1 }
    guard let first = line.firstIndex(where: { $0 > 0x20 }), let last = line.lastIndex(where: { $0 > 0x20 })
    else { continue }
    let text = String(decoding: line[first...last], as: UTF8.self)
    guard let mark = pageMark(in: text), mark.utf8.count == text.utf8.count else { continue }
    findings.append(
      TextFinding(
        code: .pageMarkInBody, severity: .error, message: "the page mark '\(text)' is left in the narrative",
        range: first..<(last + 1), hints: ["remove the line"]))
  }
  return findings
}

private func firstPhrase(of phrases: [String], in text: [UInt8]) -> (phrase: String, range: Range<Int>)? {
  phrases.compactMap { phrase in find(phrase, in: text).map { (phrase, $0) } }
    .min { $0.1.lowerBound < $1.1.lowerBound }
}

/// Where a phrase stands in a text as words of its own, or as their beginning.
private func find(_ phrase: String, in text: [UInt8]) -> Range<Int>? {
  let wanted = Array(phrase.utf8)
  var from = 0
  while let range = text[from...].firstRange(of: wanted) {
    let isStart = range.lowerBound == 0 || !isLetter(text[range.lowerBound - 1])
    let isEnd = phrase == "reconcil" || range.upperBound == text.count || !isLetter(text[range.upperBound])
    if isStart && isEnd { return range }
    from = range.upperBound
  }
  return nil
}

private func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }

private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || byte >= 0x80 }
