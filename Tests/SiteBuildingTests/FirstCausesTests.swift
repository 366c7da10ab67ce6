import Diagnostics
import TestSupport
import Testing

@testable import SiteBuilding

/// The findings of a run: ordered as they order themselves, each once.
@Suite struct FirstCausesTests {
  private let code = DiagnosticCode("V000", "made-up", rule: "A rule.", explanation: "Made up.")

  private func finding(_ path: String, line: Int, _ message: String, hint: String) -> Diagnostic {
    Diagnostic(
      code, message, at: Place(path, SourceRange(line: line, column: 1, length: 3)), hints: [hint])
  }

  /// Few paths, lines, messages and hints, so that many findings are equal, and many differ in their hint alone.
  private func findings(_ count: Int, _ random: inout SeededRandom) -> [Diagnostic] {
    (0..<count).map { _ in
      finding(
        "content/\(Int.random(in: 0..<3, using: &random)).md", line: Int.random(in: 1...3, using: &random),
        "message \(Int.random(in: 0..<2, using: &random))",
        hint: "hint \(Int.random(in: 0..<2, using: &random))")
    }
  }

  @Test func eachIsKeptOnceInTheOrderOfPlaces() {
    let (a, b) = (finding("b.md", line: 2, "m", hint: "h"), finding("a.md", line: 9, "m", hint: "h"))
    let c = finding("b.md", line: 1, "m", hint: "h")
    var all = [a, b, a, c, b, a]
    keepFirstCauses(&all)
    #expect(all == [b, c, a])
  }

  @Test func whatEqualsInOrderAloneStaysApartInTheOrderInWhichItCame() {
    let (first, second) = (finding("a.md", line: 1, "m", hint: "z"), finding("a.md", line: 1, "m", hint: "a"))
    var all = [first, second, first, second]
    keepFirstCauses(&all)
    #expect(all == [first, second])
  }

  @Test func anyFindingsComeOutAsAStableSortWithoutRepetitionsHasThem() {
    var random = SeededRandom(state: 7)
    for count in 0..<60 {
      let given = findings(count, &random)
      var expected: [Diagnostic] = []
      for finding in given.sorted() where !expected.contains(finding) { expected.append(finding) }
      var all = given
      keepFirstCauses(&all)
      #expect(all == expected)
    }
  }

  /// Of swapped headings the texts that link to their figures are no second cause.
  @Test func textsAreNotHeldAgainstColumnsInMixedOrder() {
    func finding(_ code: String, _ severity: Diagnostic.Severity, related files: [String]) -> Diagnostic {
      Diagnostic(
        DiagnosticCode(code, "made-up", rule: "A rule.", explanation: "Made up."), "m",
        at: Place(code == "V604" ? "a.csv" : "body.md"), severity: severity,
        related: files.map { .init(place: Place($0), message: "here") })
    }
    let texts = [
      finding("V401", .error, related: ["a.csv"]), finding("V401", .error, related: ["b.csv"]),
      finding("V403", .error, related: ["a.csv", "b.csv"]), finding("V412", .warning, related: []),
      finding("V509", .warning, related: ["a.csv", "a.csv"]),
    ]
    var all = [finding("V604", .error, related: ["a.csv"])] + texts
    dropFollowUpsOfMixedColumns(&all)
    #expect(all.map(\.code.id) == ["V604", "V401", "V403", "V412"])
    #expect(all[0].notes == ["with it fail 2 figures in texts, which are not listed"])
    for severity in [Diagnostic.Severity.warning, .note] {
      let given = [finding("V604", severity, related: ["a.csv"])] + texts
      all = given
      dropFollowUpsOfMixedColumns(&all)
      #expect(all == given)
    }
  }
}
