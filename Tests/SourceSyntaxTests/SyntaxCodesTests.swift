import Diagnostics
import SourceSyntax
import Testing

struct SyntaxCodesTests {
  @Test func codesAreUniqueSortedAndExplained() {
    let ids = sourceSyntaxCodes.map(\.id)
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == ids.count)
    #expect(Set(sourceSyntaxCodes.map(\.slug)).count == ids.count)
    for code in sourceSyntaxCodes {
      #expect(code.id.utf8.count == 4 && code.id.first == "S")
      #expect(
        code.slug.utf8.allSatisfy {
          $0 == UInt8(ascii: "-") || (97...122).contains($0) || (48...57).contains($0)
        })
      #expect(!code.rule.hasSuffix("."))
      #expect(code.explanation.hasSuffix("."))
    }
  }
}
