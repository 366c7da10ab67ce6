import Diagnostics
import SourceSyntax

extension Node {
  /// The value as text; another shape or blank text is a finding.
  func text(_ subject: Subject, _ findings: inout Findings) -> String? {
    guard case .scalar(let scalar) = value else {
      findings.wrongShape(self, subject, expected: "text")
      return nil
    }
    guard !scalar.isNull, scalar.text.utf8.contains(where: { !isBlank($0) }) else {
      findings.report(.missingKey, "\(subject.text) is blank", at: range)
      return nil
    }
    return scalar.text
  }

  /// The entries of a list; another shape is a finding.
  ///
  /// - Parameter example: an entry as it is written, where text is none.
  func sequence(_ subject: Subject, example: String? = nil, _ findings: inout Findings) -> [Node]? {
    switch value {
    case .sequence(let nodes): return nodes
    case .scalar(let scalar):
      findings.wrongShape(
        self, subject, expected: "a list",
        hints: example.map { ["an entry is written \($0)"] }
          ?? (scalar.isNull || scalar.text.utf8.count > 60 ? [] : ["write [\(scalar.text)]"]))
    case .mapping:
      findings.wrongShape(
        self, subject, expected: "a list", hints: ["begin each entry of a list with '- '"])
    }
    return nil
  }

  /// `true` or `false`.
  func flag(_ subject: Subject, _ findings: inout Findings) -> Bool? {
    guard let text = text(subject, &findings) else { return nil }
    switch text {
    case "true": return true
    case "false": return false
    default:
      findings.report(
        .unknownChoice, "\(subject.text) is 'true' or 'false', not '\(text)'", at: range,
        hints: meantFlag(text).map { ["write \($0)"] }
          ?? findings.suggestions(for: text, among: ["true", "false"]))
      return nil
    }
  }

  /// One of the values of an enumeration, by its spelling.
  func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ subject: Subject, _ findings: inout Findings
  ) -> Value? {
    guard let text = text(subject, &findings) else { return nil }
    if let value = Value(rawValue: text) { return value }
    let spellings = Value.allCases.map(\.rawValue)
    findings.report(
      .unknownChoice, "\(subject.text) is one of \(list(spellings)), not '\(text)'", at: range,
      hints: findings.suggestions(for: text, among: spellings))
    return nil
  }

  /// A whole number within limits.
  func whole(_ subject: Subject, in limits: ClosedRange<Int>, _ findings: inout Findings) -> Int? {
    guard let text = text(subject, &findings) else { return nil }
    if let number = Int(text), limits.contains(number) { return number }
    findings.report(
      .badNumber,
      "\(subject.text) is a whole number from \(limits.lowerBound) to \(limits.upperBound), not '\(text)'",
      at: range)
    return nil
  }
}

extension YAMLMapping {
  /// The text of a key that may be missing.
  func text(_ key: String, _ findings: inout Findings) -> String? {
    self[key]?.text(.key(key), &findings)
  }

  /// The text of a key that must be there.
  func requiredText(_ key: String, _ findings: inout Findings) -> String? {
    required(key, &findings)?.text(.key(key), &findings)
  }

  /// The entries of a key that may be missing; none when it is.
  ///
  /// - Parameter example: an entry as it is written, where text is none.
  func entries(_ key: String, example: String? = nil, _ findings: inout Findings) -> [Node] {
    self[key]?.sequence(.key(key), example: example, &findings) ?? []
  }
}

/// `true` or `false` for another word that means it.
func meantFlag(_ text: String) -> String? {
  switch text.lowercased() {
  case "yes", "y", "on", "x", "1": "true"
  case "no", "n", "off", "0": "false"
  default: nil
  }
}
