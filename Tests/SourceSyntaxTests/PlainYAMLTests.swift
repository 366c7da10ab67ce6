import Diagnostics
import TestSupport
import Testing

@testable import SourceSyntax

/// What the reader of plain YAML takes, it reads as libyaml does.
struct PlainYAMLTests {
  @Test(arguments: [
    "a: x\nb: \"y z\"\nc: 'é'\n",
    "# first\na: x # and more\n\n  # indented\nb:   y  \nc: a#b\n",
    "a:\n  b: 1\n  c:\n    d: 2\ne: 3",
    "a:\n  - x\n  - y: 1\n    z: 2\nb:\n- [p, \"q, r\"]\n- {s: t, u: [v, w], }\n",
    "a: [ ]\nb: { }\nc: [x, ]\nd: {e: http://f.g/h#i, j: 'k: l'}\n",
    "a: 2003-11-14T16:30 America/New_York\nb: \"\"\nc: it's, [so]\nd: ~\n",
    "a: # nothing here\n  - b\n",
  ])
  func takes(text: String) {
    #expect(plain(text) != nil)
    expectAgreement(text)
  }

  @Test(arguments: [
    "", "x", "- a\n", "a:", "a: x\n  y\n", "a: |\n  x\n", "a: \"x\\n\"\n", "a: 'it''s'\n", "\"a\": x",
    "a: &b x",
    "a: x\na: y\n", "a: b: c\n", "a:\tx\n", "a: x\r\n", "---\na: x\n", "a: x\n...\n", "a: [x,\n  y]\n",
    "a: [b: c]",
    "a: {b}\n", "a: [x]y\n", "a: \"x\"#y\n", "a: x\n b: y\n", "a:\n  b: x\n c: y\n", "? a\n: b\n", "a : x\n",
    "<<: {a: b}\n", "a: [x, # y\n]", "a: 'x\u{2028}y'\n", "a: *b\n", "a: -1\n", "a: [x?]\n", "a: \u{FEFF}x\n",
    "... a: x\n", "a:\n- b\n c: d\n", "a:\n  x\n", "- a: b\n", "a: b:\n", "a: {b: c}}\n",
  ])
  func leavesToTheOther(text: String) {
    #expect(plain(text) == nil)
  }

  /// Pieces in any order; few of the texts are YAML at all.
  @Test(arguments: 1...24)
  func agreesOnRandomPieces(seed: UInt64) {
    let pieces = [
      "a: ", "b: ", "c:", "- ", "\n", "\n", "\n  ", "\n    ", " ", "x", "y z", "[", "]", "{", "}", ", ", ",",
      "\"q\"",
      "'r'", "#", " # s", ":", "?", "-", "é", "\"", "'", "~", ".", "a:\n- ", "d: [x, {e: f}]", "<<: ",
    ]
    var random = SeededRandom(state: seed)
    for _ in 0..<400 {
      let length = Int.random(in: 1...12, using: &random)
      expectAgreement("a: x\n" + (0..<length).map { _ in pieces.randomElement(using: &random)! }.joined())
    }
  }

  /// Trees written plainly are taken, and with a byte changed anywhere they are read alike or left.
  @Test(arguments: 1...24)
  func agreesOnRandomTreesAndTheirDamage(seed: UInt64) {
    var random = SeededRandom(state: seed)
    for _ in 0..<30 {
      let text = mapping(indent: 0, depth: 0, &random)
      #expect(plain(text) != nil, "\(text)")
      expectAgreement(text)
      for _ in 0..<20 {
        var bytes = Array(text.utf8)
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert("\n :-#[]{},'\"?a.".utf8.randomElement(using: &random)!, at: place)
        default: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &random))
        }
        if let damaged = String(validating: bytes, as: UTF8.self) { expectAgreement(damaged) }
      }
    }
  }

  private func mapping(indent: Int, depth: Int, _ random: inout SeededRandom) -> String {
    let margin = String(repeating: " ", count: indent)
    return (0..<Int.random(in: 1...4, using: &random)).map { number in
      let start = margin + "k\(number):"
      switch depth < 3 ? Int.random(in: 0..<5, using: &random) : 0 {
      case 1: return start + "\n" + mapping(indent: indent + 2, depth: depth + 1, &random)
      case 2:
        let inner = indent + Int.random(in: 0...2, using: &random)
        return start + "\n"
          + (0..<Int.random(in: 1...3, using: &random)).map { _ in
            let item = mapping(indent: inner + 2, depth: depth + 1, &random)
            return String(repeating: " ", count: inner) + "- " + item.dropFirst(inner + 2)
          }.joined()
      case 3: return start + " [" + values(&random) + "]\n"
      case 4: return start + " { k: [" + values(&random) + "], l: " + value(&random) + " }\n"
      default:
        return start + " " + value(&random) + ["", " # why", "\n", "  "].randomElement(using: &random)! + "\n"
      }
    }.joined()
  }

  private func values(_ random: inout SeededRandom) -> String {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in value(&random) }.joined(separator: ", ")
  }

  private func value(_ random: inout SeededRandom) -> String {
    ["x", "y z", "2003-Q3", "'it, is'", "\"a: [b] # c\"", "é", "a#b", "http://c.d/", "''", "~"]
      .randomElement(using: &random)!
  }
}

private func plain(_ text: String) -> Node? {
  Array(text.utf8).withUnsafeBufferPointer { readPlainYAML($0, firstLine: 3) }
}

private func expectAgreement(_ text: String) {
  guard let node = plain(text) else { return }
  var diagnostics: [Diagnostic] = []
  let other = parseAnyYAML(source(text), firstLine: 3, diagnostics: &diagnostics)
  #expect(spelled(diagnostics) == [], "\(text)")
  #expect(spelled(node) == other.map { spelled($0) }, "\(text)")
}
