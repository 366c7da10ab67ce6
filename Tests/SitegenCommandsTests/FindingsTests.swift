import Diagnostics
import Testing

@testable import SitegenCommands

/// What people are shown of many findings of one kind.
@Suite struct FindingsTests {
  private let code = DiagnosticCode("V999", "sample", rule: "A rule.", explanation: "Why.")

  private func findings(_ count: Int, _ severity: Diagnostic.Severity) -> [Diagnostic] {
    (0..<count).map { Diagnostic(code, "finding \($0)", at: nil, severity: severity) }
  }

  @Test func twentyWarningsAreShown() {
    let (shown, more) = forPeople(findings(20, .warning))
    #expect(shown.count == 20)
    #expect(more == "")
  }

  @Test func moreWarningsOfOneCodeAreCounted() {
    let (shown, more) = forPeople(findings(25, .warning))
    #expect(shown.map(\.message) == (0..<20).map { "finding \($0)" })
    #expect(more == "5 more of V999 (sample); --format json tells all\n")
  }

  @Test func errorsAreShownAll() {
    let (shown, more) = forPeople(findings(300, .error) + findings(21, .note))
    #expect(shown.count == 320)
    #expect(more == "1 more of V999 (sample); --format json tells all\n")
  }
}
