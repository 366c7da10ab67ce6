import Diagnostics
import Markup
import ReleaseFormat
import SiteBuilding
import Testing

@testable import SiteFiles

@Suite struct RehearsalTests {
  @Test func failsWhereAPublicationWould() {
    let source = SiteSource(
      files: [], read: { $0 == "a.pdf" ? .success([1]) : .failure(.init(reason: "gone")) },
      zone: { _ in nil })
    let rehearsal = Rehearsal()
    let output = rehearsal.output(copyingFrom: source)
    output.write("index.html", ByteSink())
    output.copy("a.pdf", "a.pdf")
    #expect(throws: Never.self) { try rehearsal.finish() }
    output.copy("b.pdf", "b.pdf")
    let failure = #expect(throws: FileFailure.self) { try rehearsal.finish() }
    #expect(failure?.kind == .inputOutput)
    #expect(failure?.diagnostic.code.id == "P106")
    #expect(failure?.diagnostic.message == "cannot read 'b.pdf': gone")
  }
}
