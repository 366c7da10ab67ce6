import Diagnostics
import Testing

struct DiagnosticOrderTests {
  private static let code = DiagnosticCode("S100", "a", rule: "", explanation: "")
  private static let other = DiagnosticCode("S101", "b", rule: "", explanation: "")

  @Test func reportsByFilePlaceSeverityAndCode() {
    func at(_ path: String, _ line: Int, _ column: Int) -> Place {
      Place(path, SourceRange(line: line, column: column, length: 1))
    }
    let sorted = [
      Diagnostic(Self.code, "no file at all", at: nil),
      Diagnostic(Self.code, "a file as a whole", at: Place("a")),
      Diagnostic(Self.code, "its first line", at: at("a", 1, 1)),
      Diagnostic(Self.code, "line 2", at: at("a", 2, 9)),
      Diagnostic(Self.code, "line 10", at: at("a", 10, 1)),
      Diagnostic(Self.code, "a longer range", at: Place("a", SourceRange(line: 10, column: 1, length: 2))),
      Diagnostic(Self.code, "bytes, not words", at: at("a-b", 1, 1)),
      Diagnostic(Self.code, "bytes, not words", at: at("a/b", 1, 1)),
      Diagnostic(Self.other, "an error", at: at("b", 1, 1)),
      Diagnostic(Self.code, "a warning", at: at("b", 1, 1), severity: .warning),
      Diagnostic(Self.other, "a note", at: at("b", 1, 1), severity: .note),
      Diagnostic(Self.code, "message a", at: at("c", 1, 1)),
      Diagnostic(Self.code, "message b", at: at("c", 1, 1)),
      Diagnostic(Self.other, "message a", at: at("c", 1, 1)),
    ]
    #expect(sorted.reversed().sorted().map(\.message) == sorted.map(\.message))
    #expect(sorted.sorted() == sorted)
  }

  @Test func onlyErrorsStopABuild() {
    #expect(![Diagnostic(Self.code, "a", at: nil, severity: .warning)].hasErrors)
    #expect([Diagnostic(Self.code, "a", at: nil)].hasErrors)
    #expect(!([] as [Diagnostic]).hasErrors)
  }

  @Test func codesAreTheirIdentifiers() {
    #expect(Self.code == DiagnosticCode("S100", "x", rule: "y", explanation: "z"))
    #expect(Self.code != Self.other)
  }

  @Test func placesBeyondInt32AreClamped() {
    let position = SourceRange.Position(line: .max, column: .max)
    #expect(position.line == .max)
    #expect(position.column == .max)
  }
}
