import Diagnostics
import ExactNumbers
import SourceSyntax

/// Reads parts of a spec and collects what is wrong with them; each finding is made once, where it is caused.
struct SpecReader {
  let path: String
  var diagnostics: [Diagnostic] = []
  /// Who told the facts that the spec shows, and where their basis changes.
  var sources: [String] = []
  var breaks: [ChartBreak] = []
  /// What misspelled properties most likely stand for; nobody has to be told that those are missing.
  private var misspelled: Set<String> = []

  init(path: String) { self.path = path }

  mutating func report(
    _ code: DiagnosticCode, _ message: String, at range: SourceRange, hints: [String] = []
  ) {
    diagnostics.append(Diagnostic(code, message, at: Place(path, range), hints: hints))
  }

  /// The entries of a mapping of which only some keys are known.
  ///
  /// - Parameter again: whether what is wrong with it has been reported.
  mutating func mapping(
    _ node: Node, _ name: String, keys: [String], again: Bool = false
  ) -> [String: Node]? {
    guard case .mapping(let entries) = node.value else {
      report(.chartPropertyShape, "\(name) is a mapping with \(list(keys))", at: node.range)
      return nil
    }
    var known: [String: Node] = [:]
    for entry in entries {
      if keys.contains(entry.key) {
        known[entry.key] = entry.value
      } else if !again {
        if let meant = suggestion(for: entry.key, among: keys) { misspelled.insert(meant) }
        report(
          .unknownChartProperty, "'\(entry.key)' is not a property of \(name)", at: entry.keyRange,
          hints: didYouMean(entry.key, among: keys) + ["\(name) has \(list(keys))"])
      }
    }
    return known
  }

  /// Reports that a property is missing, unless another spelling of it has been found already.
  mutating func reportMissing(_ names: String..., in message: String, at range: SourceRange) {
    if !names.contains(where: misspelled.contains) { report(.missingChartProperty, message, at: range) }
  }

  /// A single value as text.
  mutating func text(_ node: Node?, _ name: String) -> String? {
    guard let node else { return nil }
    guard case .scalar(let scalar) = node.value, !scalar.isNull else {
      report(.chartPropertyShape, "\(name) is a single value", at: node.range)
      return nil
    }
    return scalar.text
  }

  /// One of some words.
  mutating func word(_ node: Node?, _ name: String, among words: [String]) -> String? {
    guard let node, let text = text(node, name) else { return nil }
    if words.contains(text) { return text }
    report(
      .unsupportedChartValue, "'\(text)' is not \(name) of the subset: \(list(words))", at: node.range,
      hints: didYouMean(text, among: words))
    return nil
  }

  private func list(_ names: [String]) -> String {
    names.map { "'\($0)'" }.joined(separator: ", ")
  }
}

/// A number as JSON writes it; `nil` for other text and for more digits than an amount holds.
func jsonNumber(_ text: String) -> Amount? {
  guard let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) else { return Amount(plain: text) }
  var exponent = text[text.index(after: mark)...]
  if exponent.first == "+" { exponent.removeFirst() }
  guard let power = Int(exponent), let digits = Amount(plain: text[..<mark]) else { return nil }
  return digits.timesPowerOfTen(power)
}
