import Diagnostics
import SourceSyntax
import Testing

struct FrontMatterTests {
  @Test(arguments: [
    ("Hello\n", nil, "Hello\n", 1),
    ("", nil, "", 1),
    ("---\ntitle: x\n---\nHello\n", "{title@2:1-2:6: x@2:8-2:9}@2:1-2:9", "Hello\n", 4),
    ("---\r\ntitle: x\r\n---\r\nHello\r\n", "{title@2:1-2:6: x@2:8-2:9}@2:1-2:9", "Hello\r\n", 4),
    ("--- \ntitle: x\n...\t\n\nHello", "{title@2:1-2:6: x@2:8-2:9}@2:1-2:9", "\nHello", 4),
    ("---\n---\nHello", "{}@2:1-2:1", "Hello", 3),
    ("---\ntitle: x\n---", "{title@2:1-2:6: x@2:8-2:9}@2:1-2:9", "", 4),
    ("---\ntitle: |\n  x\n  ---\n---\n---\n", "{title@2:1-2:6: 'x\n---\n'@2:8-4:6}@2:1-4:6", "---\n", 6),
    ("----\nHello", nil, "----\nHello", 1),
    ("\n---\ntitle: x\n---\n", nil, "\n---\ntitle: x\n---\n", 1),
    ("--- title: x\n", nil, "--- title: x\n", 1),
  ])
  func cutsTheTextFromItsFrontMatter(text: String, tree: String?, body: String, line: Int) {
    var diagnostics: [Diagnostic] = []
    let cut = parseFrontMatter(source(text), diagnostics: &diagnostics)
    #expect(cut.node.map { spelled($0) } == tree)
    #expect(String(decoding: cut.body, as: UTF8.self) == body)
    #expect(cut.bodyLine == line)
    #expect(diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("---\ntitle: x\nHello\n", "S300 1:1-1:4", ""),
    ("---", "S300 1:1-1:4", ""),
    ("---\ntitle: x: y\n---\nHello\n", "S100 2:9-2:10", "Hello\n"),
  ])
  func pointsAtTheCause(text: String, finding: String, body: String) {
    var diagnostics: [Diagnostic] = []
    let cut = parseFrontMatter(source(text), diagnostics: &diagnostics)
    #expect(spelled(diagnostics) == [finding])
    #expect(cut.node == nil)
    #expect(String(decoding: cut.body, as: UTF8.self) == body)
  }
}
