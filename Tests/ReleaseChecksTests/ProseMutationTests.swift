import Diagnostics
import ReleaseModel
import TestSupport
import Testing

@testable import ReleaseChecks

/// Changes one verified figure of the archive's texts at a time and counts how often its line is reported.
@Suite struct ProseMutationTests {
  enum Class: String, CaseIterable {
    case digit, swap, sign, direction, percent, factor, literal
  }

  @Test func nearlyEveryChangedFigureIsFoundOnItsLine() throws {
    let archive = try ProseArchive.shared.get()
    var random = SeededRandom(state: 20_031_114)
    var tried: [Class: Int] = [:]
    var caught: [Class: Int] = [:]
    var missed: [String] = []
    for (release, body) in archive.bodies.enumerated() {
      let clean = archive.check(body, release: release)
      let verified = clean.claims.filter { $0.outcome == .verified && !$0.range.isEmpty }
      let context = ProseContext(archive: archive.archive, history: archive.history, release: release)
      for claim in verified {
        guard case .success(let reference)? = FigureReference.parse(claim.destination),
          case .value(let reckoned)? = context.reckon(reference)
        else { continue }
        let isNegative = reckoned.point.isNegative
        for kind in Class.allCases {
          let others = verified.map(\.literal)
          guard let literal = mutated(claim.literal, kind, isNegative: isNegative, others, &random) else {
            continue
          }
          let link = String(decoding: Array(body.utf8)[claim.range], as: UTF8.self)
          let change = link.replacing(claim.literal, with: literal)
          var bytes = Array(body.utf8)
          bytes.replaceSubrange(claim.range, with: Array(change.utf8))
          let text = String(decoding: bytes, as: UTF8.self)
          let report = archive.check(text, release: release)
          let line = body.utf8.prefix(claim.range.lowerBound).count { $0 == 10 }
          let isCaught = report.findings.contains { finding in
            finding.severity == .error && bytes.prefix(finding.range.lowerBound).count { $0 == 10 } == line
          }
          tried[kind, default: 0] += 1
          if isCaught {
            caught[kind, default: 0] += 1
          } else {
            missed.append("\(kind): \(link) -> \(literal)")
          }
        }
      }
    }
    let all = tried.values.reduce(0, +)
    let found = caught.values.reduce(0, +)
    for kind in Class.allCases {
      print("prose mutations, \(kind.rawValue): \(caught[kind] ?? 0) of \(tried[kind] ?? 0) caught")
    }
    print("prose mutations: \(found) of \(all) caught")
    for miss in missed.prefix(30) { print("  missed \(miss)") }
    #expect(all >= 300)
    #expect(found * 100 >= all * 95)
  }

  /// The literal with one thing changed, or `nil` where it has nothing of the kind.
  private func mutated(
    _ literal: String, _ kind: Class, isNegative: Bool, _ others: [String], _ random: inout SeededRandom
  ) -> String? {
    var characters = Array(literal)
    let digits = characters.indices.filter { characters[$0].isNumber }
    guard let first = digits.first else { return nil }
    switch kind {
    case .digit:
      let index = digits[random.below(digits.count)]
      let old = Int(String(characters[index])) ?? 0
      characters[index] = Character(String((old + 1 + random.below(9)) % 10))
    case .swap:
      let pairs = zip(digits, digits.dropFirst()).filter { characters[$0] != characters[$1] }
      guard !pairs.isEmpty else { return nil }
      let (a, b) = pairs[random.below(pairs.count)]
      characters.swapAt(a, b)
    case .sign:
      // A loss printed with a plus, an income printed with a minus.
      guard !literal.contains(" "), digits.contains(where: { characters[$0] != "0" }) else { return nil }
      return (isNegative ? "+" : "-") + literal
    case .direction:
      if literal.hasSuffix("less") { return literal.dropLast(4) + "more" }
      if literal.hasSuffix("more") { return literal.dropLast(4) + "less" }
      return nil
    case .percent:
      guard literal.contains("%") else { return nil }
      let old = Int(String(characters[first])) ?? 0
      characters[first] = Character(String(old % 9 + 1))
      if characters[first] == Character(String(old)) { return nil }
    case .factor:
      if literal.contains("million") { return literal.replacing("million", with: "billion") }
      if literal.contains(",000") { return literal.replacing(",000", with: ",000,000") }
      return nil
    case .literal:
      let different = others.filter { $0 != literal && $0.contains("%") == literal.contains("%") }
      guard !different.isEmpty else { return nil }
      return different[random.below(different.count)]
    }
    return String(characters)
  }

}
