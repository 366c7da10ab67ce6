import CivilTime
import Diagnostics
import ReleaseModel
import TestSupport
import Testing

@testable import ReleaseChecks

/// Seeded slips in the archive's prose: what an oracle that shares no code with the rules calls wrong must be reported
/// on its line, and what it finds nothing wrong in must not be an error of another line.
@Suite struct ProseOracleTests {
  enum Slip: String, CaseIterable {
    case digit = "one digit changed"
    case swap = "two digits swapped"
    case sign = "sign added"
    case factor = "factor 1,000"
    case direction = "direction turned"
    case percent = "wrong percentage"
    case literal = "figure of another link"
    case period = "link to another period"
    case concept = "link to another concept"
    case weekday = "weekday moved"
  }

  @Test func slipsInTheProseAreCaught() throws {
    try expectCaught(in: ProseArchive.shared.get(), seed: 20_031_114, name: "HemaCare prose")
  }

  @Test func slipsInTheProseOfAnotherArchiveAreCaught() throws {
    try expectCaught(in: ProseArchive.disguised.get(), seed: 2007, name: "prose in disguise")
  }

  private func expectCaught(in archive: ProseArchive, seed: UInt64, name: String) throws {
    let oracle = ProseOracle(archive.files)
    var random = SeededRandom(state: seed)
    var (tried, wrong, caught, strays) = ([Slip: Int](), [Slip: Int](), [Slip: Int](), 0)
    var missed: [String] = []
    for (release, body) in archive.bodies.enumerated() {
      let folder = archive.archive.releases[release].folder
      let year = archive.archive.releases[release].released.day.year
      let count = body.split(separator: "\n", omittingEmptySubsequences: false).count
      for line in 0..<count {
        #expect(!oracle.isWrong(body, line: line, in: folder, year: year), "\(folder), line \(line + 1)")
      }
      for kind in Slip.allCases {
        for _ in 0..<8 {
          guard let (text, line) = slipped(body, kind, &random), text != body else { continue }
          tried[kind, default: 0] += 1
          let findings = archive.check(text, release: release).findings.filter { $0.severity == .error }
          let bytes = Array(text.utf8)
          let lines = findings.map { finding in bytes.prefix(finding.range.lowerBound).count { $0 == 10 } }
          if !lines.allSatisfy({ $0 == line }) { strays += 1 }
          guard oracle.isWrong(text, line: line, in: folder, year: year) else { continue }
          wrong[kind, default: 0] += 1
          if lines.contains(line) {
            caught[kind, default: 0] += 1
          } else {
            missed.append(
              "\(kind.rawValue), \(folder): \(text.split(separator: "\n", omittingEmptySubsequences: false)[line])"
            )
          }
        }
      }
    }
    for kind in Slip.allCases {
      print(
        "\(name): \(kind.rawValue): \(tried[kind] ?? 0) tried, \(wrong[kind] ?? 0) detectable, \(caught[kind] ?? 0) caught"
      )
    }
    let (all, detectable) = (tried.values.reduce(0, +), wrong.values.reduce(0, +))
    let found = caught.values.reduce(0, +)
    print("\(name): \(found) of \(detectable) caught, \(all) tried")
    for miss in missed.prefix(12) { print("  missed \(miss)") }
    #expect(all >= 500)
    #expect(detectable >= 300)
    #expect(found * 100 >= detectable * 95)
    #expect(strays == 0)
  }

  /// The text with one slip, and its line counted from 0; `nil` where chance picks a place it does not fit.
  private func slipped(_ body: String, _ kind: Slip, _ random: inout SeededRandom) -> (String, Int)? {
    var lines = body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if kind == .weekday {
      let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
      let places = lines.indices.filter { line in days.contains { lines[line].contains("\($0), ") } }
      guard !places.isEmpty, let old = days.first(where: { lines[places[0]].contains("\($0), ") }) else {
        return nil
      }
      let new = days[random.below(7)]
      lines[places[0]] = lines[places[0]].replacing("\(old), ", with: "\(new), ")
      return (lines.joined(separator: "\n"), places[0])
    }
    let places = lines.indices.filter { lines[$0].contains("](fact:") || lines[$0].contains("](calc:") }
    guard !places.isEmpty else { return nil }
    let line = places[random.below(places.count)]
    var pieces = lines[line].components(of: "[")
    guard pieces.count > 1 else { return nil }
    let at = 1 + random.below(pieces.count - 1)
    guard let close = pieces[at].firstIndex(of: "]") else { return nil }
    let words = String(pieces[at][..<close])
    var target = String(pieces[at][close...])
    guard target.hasPrefix("](fact:") || target.hasPrefix("](calc:") else { return nil }
    var new = words
    switch kind {
    case .period:
      guard let mark = target.firstIndex(of: "@"),
        let digit = target[mark...].firstIndex(where: { "3456".contains($0) })
      else { return nil }
      target.replaceSubrange(digit...digit, with: target[digit] == "3" ? "4" : "3")
    case .concept:
      guard target.hasPrefix("](fact:Revenues") else { return nil }
      target = "](fact:NetIncomeLoss" + target.dropFirst("](fact:Revenues".count)
    case .literal:
      let all = lines.flatMap { $0.components(of: "[").dropFirst() }.compactMap { piece in
        piece.firstIndex(of: "]").map { String(piece[..<$0]) }
      }.filter { $0.contains("%") == words.contains("%") }
      guard !all.isEmpty else { return nil }
      new = all[random.below(all.count)]
    default:
      guard let changed = changed(words, kind, &random) else { return nil }
      new = changed
    }
    pieces[at] = new + target
    lines[line] = pieces.joined(separator: "[")
    return (lines.joined(separator: "\n"), line)
  }

  private func changed(_ words: String, _ kind: Slip, _ random: inout SeededRandom) -> String? {
    var characters = Array(words)
    let digits = characters.indices.filter { characters[$0].isNumber }
    guard let first = digits.first else { return nil }
    switch kind {
    case .digit:
      characters[digits[random.below(digits.count)]] = Character(String(random.below(10)))
    case .swap:
      guard digits.count > 1 else { return nil }
      let index = random.below(digits.count - 1)
      characters.swapAt(digits[index], digits[index + 1])
    case .sign: return (random.below(2) == 0 ? "-" : "+") + words
    case .factor:
      if words.contains("million") { return words.replacing("million", with: "billion") }
      return words.contains(",000") ? words.replacing(",000", with: ",000,000") : nil
    case .direction:
      if words.hasSuffix("less") { return words.dropLast(4) + "more" }
      return words.hasSuffix("more") ? words.dropLast(4) + "less" : nil
    case .percent:
      guard words.contains("%") else { return nil }
      characters[first] = Character(String(1 + random.below(9)))
    case .literal, .period, .concept, .weekday: return nil
    }
    return String(characters)
  }
}

extension String {
  fileprivate func components(of separator: Character) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
