import Diagnostics
import SourceSyntax
import TestSupport
import Testing

/// Input made to hang, crash or fill the memory is read or refused in a moment.
///
/// The limits are generous because tests run unoptimised and side by side.
@Suite(.serialized) struct HostileInputTests {
  struct Attack: Sendable, CustomTestStringConvertible {
    var name: String
    var text: @Sendable () -> String
    var findings: [String]
    var testDescription: String { name }
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      Attack(name: "64 lists in each other", text: { nested("[", 64, "]") }, findings: []),
      Attack(name: "65 lists in each other", text: { nested("[", 65, "]") }, findings: ["S108 1:65-1:66"]),
      Attack(
        name: "a million brackets", text: { String(repeating: "[", count: 1_000_000) },
        findings: ["S108 1:65-1:66"]),
      Attack(
        name: "a million braces", text: { String(repeating: "{", count: 1_000_000) },
        findings: ["S108 1:65-1:66"]),
      Attack(
        name: "lists on one line", text: { String(repeating: "- ", count: 500_000) },
        findings: ["S108 1:129-1:129"]),
      Attack(
        name: "keys on one line", text: { String(repeating: "? ", count: 500_000) },
        findings: ["S108 1:129-1:129"]),
      Attack(
        name: "a scalar of a megabyte", text: { "a: " + String(repeating: "x", count: 1_000_000) },
        findings: []),
      Attack(
        name: "a quoted scalar of a megabyte",
        text: { "a: \"" + String(repeating: "é", count: 500_000) + "\"" },
        findings: []),
      Attack(
        name: "a quotation mark that is never closed",
        text: { "a: '" + String(repeating: "x\n", count: 500_000) },
        findings: ["S102 1:4-1:5"]),
      Attack(
        name: "a list of too many values",
        text: { "[" + String(repeating: "x,", count: 200_000) + "]" },
        findings: ["S110 1:200000-1:200001"]),
      Attack(
        name: "a file of more than a megabyte", text: { String(repeating: "#\n", count: 600_000) },
        findings: ["S110 1:1-1:1"]),
      Attack(
        name: "colons", text: { String(repeating: ":", count: 1_000_000) + " x" },
        findings: ["S100 1:1-1:1000000"]),
      Attack(
        name: "a comment of a megabyte", text: { "#" + String(repeating: "é", count: 500_000) }, findings: []),
    ])
  func yamlIsReadOrRefused(attack: Attack) {
    let text = attack.text()
    let time = processorSeconds {
      let (_, diagnostics) = yaml(text)
      #expect(spelled(diagnostics) == attack.findings)
    }
    // A debug build is some times slower than what is delivered.
    #expect(time < 10)
  }

  @Test(.timeLimit(.minutes(1))) func aliasesAreCountedOnlyAWhile() {
    let bomb = "a: &a x\n" + (0..<1000).map { "k\($0): *a\n" }.joined()
    let (node, diagnostics) = yaml(bomb)
    #expect(node == nil)
    #expect(diagnostics.count == 50)
    #expect(Set(diagnostics.map(\.code.id)) == ["S104"])
    #expect(diagnostics.last?.notes == ["the file is not read further"])
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      Attack(
        name: "a million commas", text: { String(repeating: ",", count: 1_000_000) },
        findings: ["S204 1:200001-1:200001"]),
      Attack(
        name: "a million commas below a header",
        text: { "a,b\n" + String(repeating: ",", count: 1_000_000) },
        findings: ["S204 2:199999-2:199999"]),
      Attack(
        name: "a million quotation marks", text: { "a,b\n" + String(repeating: "\"", count: 1_000_000) },
        findings: ["S202 2:1-2:1000001"]),
      Attack(
        name: "a quotation mark that is never closed",
        text: { "a,b\n\"" + String(repeating: "x,y\n", count: 500_000) },
        findings: ["S200 2:1-2:2"]),
      Attack(
        name: "a cell of a megabyte", text: { "a,b\n1," + String(repeating: "x", count: 1_000_000) },
        findings: []),
      Attack(
        name: "a million blank lines", text: { "a,b\n" + String(repeating: "\n", count: 1_000_000) },
        findings: []),
      Attack(
        name: "a million spaces", text: { "a,b\n1," + String(repeating: " ", count: 1_000_000) },
        findings: []),
    ])
  func csvIsReadOrRefused(attack: Attack) {
    let text = attack.text()
    let time = processorSeconds {
      let (_, diagnostics) = csv(text)
      #expect(spelled(diagnostics) == attack.findings)
    }
    // A debug build is some times slower than what is delivered.
    #expect(time < 10)
  }

  /// Random bytes of the characters that mean something, in any order, give a value or a finding.
  @Test(arguments: 1...200)
  func randomYAMLGivesAValueOrAFinding(seed: UInt64) {
    var random = SeededRandom(state: seed)
    let pieces = [
      "a", ":", " ", "\n", "- ", "'", "\"", "[", "]", "{", "}", ",", "#", "&x", "*x", "!t", "|", ">", "?",
      "\t",
      "é", "\r", "---", "...", "%", "@", "\\", "\u{2028}", "\u{7F}", "😀", "<<", "  ",
    ]
    let text = (0..<Int.random(in: 1...40, using: &random))
      .map { _ in pieces.randomElement(using: &random)! }.joined()
    let (node, diagnostics) = yaml(text)
    #expect(node != nil || !diagnostics.isEmpty, "\(text.debugDescription)")
    let end = text.utf8.count + 1
    for finding in diagnostics {
      let range = finding.place!.range!
      #expect(range.start <= range.end && range.start.line >= 1 && range.start.column >= 1)
      #expect(range.end.line <= end && range.end.column <= end)
    }
  }

  private static func nested(_ open: String, _ depth: Int, _ close: String) -> String {
    String(repeating: open, count: depth) + String(repeating: close, count: depth)
  }
}
