import Diagnostics
import MarkdownRendering
import Testing

struct FindingCase: CustomTestStringConvertible, Sendable {
  var markdown: String
  var finding: String
  /// `line:column-line:column`, the end being the first byte after it.
  var range: String

  var testDescription: String { markdown.debugDescription }

  init(_ markdown: String, _ finding: String, _ range: String) {
    self.markdown = markdown
    self.finding = finding
    self.range = range
  }
}

@Test(arguments: [
  FindingCase("a <b>c", "error M100 '<b>' is HTML; Markdown text holds no HTML tags", "1:3-1:6"),
  FindingCase("> a\n> d</b >", "error M100 '</b >' is HTML; Markdown text holds no HTML tags", "2:4-2:9"),
  FindingCase(
    "a\n\n  <div>\nx\n</div>", "error M100 '<div>' is HTML; Markdown text holds no HTML tags", "3:3-3:8"),
  FindingCase(
    "<!-- a -->\n<!-- b --> <i>", "error M100 '<i>' is HTML; Markdown text holds no HTML tags", "2:1-2:15"),
  FindingCase("<!-- a\n\nb", "error M100 the comment '<!-- a' is never closed", "1:1-1:7"),
  FindingCase("<?php x ?>", "error M100 '<?php x ?>' is HTML; Markdown text holds no HTML tags", "1:1-1:11"),
  FindingCase("a\n[b](data:c)", "error M110 'data:c' has the scheme 'data'", "2:1-2:12"),
  FindingCase("![b](/a&#10;b)", "error M110 '/a\u{FFFD}b' holds a control character", "1:1-1:15"),
  FindingCase("[a](calc:growth(A, B))", "error M111 '(calc:growth(A, B))' is not read as a link", "1:4-1:23"),
  FindingCase(
    "[ok](fact:A), *x* [b]( fact:A@2003 Q3)", "error M111 '( fact:A@2003 Q3)' is not read as a link",
    "1:22-1:39"),
  FindingCase("[a](calc:growth(A,B) b.", "error M111 '(calc:growth(A,B)' is not read as a link", "1:4-1:21"),
  FindingCase("[a](calc:growth(A,B).", "error M111 '(calc:growth(A,B)' is not read as a link", "1:4-1:21"),
  FindingCase("[a](fact:A b", "error M111 '(fact:A' is not read as a link", "1:4-1:11"),
  FindingCase("[a] (fact:A) b", "error M111 '(fact:A)' is not read as a link", "1:5-1:13"),
  FindingCase("- [`a`](fact: A)", "error M111 '(fact: A)' is not read as a link", "1:8-1:17"),
  FindingCase(
    "## a\n\n#### b", "warning M121 'b' has level 4; the heading before it has level 2", "3:1-3:7"),
  FindingCase("### a", "warning M121 'a' has level 3; the heading before it has level 1", "1:1-1:6"),
  FindingCase("a ![ ](b.png)", "warning M112 the image 'b.png' has no text", "1:3-1:14"),
  FindingCase("a [](/b/)", "warning M113 the link to '/b/' has no text", "1:3-1:10"),
  FindingCase(
    "x\n\n#  One #", "warning M120 'One' is a first-level heading; the page's headline is its only one",
    "3:1-3:9"),
])
func findsAndPlaces(_ test: FindingCase) throws {
  let page = render(test.markdown)
  let found = try #require(page.diagnostics.first)
  #expect(page.diagnostics.count == 1)
  #expect("\(found.severity) \(found.code.id) \(found.message)" == test.finding)
  let range = try #require(found.place?.range)
  #expect(
    "\(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)" == test.range)
}

@Test func leavesRawHTMLOut() {
  let page = render("a <b onclick=\"x()\">c</b>\n\n<script>\nalert(1)\n</script>\n\nd")
  #expect(page.html == "<p>a c</p>\n<p>d</p>\n")
  #expect(page.diagnostics.map(\.code.id) == ["M100", "M100", "M100"])
}

@Test func reportsEveryFindingOfAText() {
  let page = render("# a\n\n<b>\n\n[c](data:d) [e](fact:f g)")
  #expect(page.diagnostics.map(\.code.id) == ["M120", "M100", "M110", "M111"])
}

/// A text that is refused; its description keeps a megabyte of it out of the log.
struct RefusedText: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var text: String
  var code: String
  var line: Int32

  init(_ name: String, _ text: String, _ code: String, line: Int32) {
    testDescription = name
    self.text = text
    self.code = code
    self.line = line
  }
}

@Test(arguments: [
  RefusedText("a megabyte", String(repeating: "a\n\n", count: 333_334), "M200", line: 666_667),
  RefusedText("deep quotations", "a\n\n" + String(repeating: "> ", count: 101) + "b", "M201", line: 3),
  RefusedText("deep lists", String(repeating: "- ", count: 101) + "b", "M201", line: 1),
  RefusedText("a wide row", "a\n\n" + String(repeating: "|a", count: 201), "M202", line: 3),
  RefusedText(
    "a wide table of short rows",
    String(repeating: "|a", count: 50) + "\n" + String(repeating: "|-", count: 50)
      + String(repeating: "\n|", count: 400), "M202", line: 1),
  RefusedText("images in images", "a\n\n" + String(repeating: "![[]()", count: 20_000), "M203", line: 3),
  RefusedText("table after table", String(repeating: "a\n|-|-|\n", count: 500), "M203", line: 1),
])
func refusesBeforeParsing(_ refused: RefusedText) {
  let page = render(refused.text)
  #expect(page.html == "")
  #expect(page.diagnostics.map(\.code.id) == [refused.code])
  #expect(page.diagnostics.first?.place?.range?.start.line == refused.line)
}

@Test func leavesCodeOutOfTheLimits() {
  let json = String(repeating: "[[[|||", count: 20_000)
  let page = render("```json\n\(json)\n```\n\na")
  #expect(page.diagnostics == [])
  #expect(page.html == "<pre tabindex=\"0\"><code class=\"language-json\">\(json)\n</code></pre>\n<p>a</p>\n")
}

@Test func codesAreListedOnceAndInOrder() {
  let ids = markdownCodes.map(\.id)
  #expect(ids == ids.sorted() && Set(ids).count == ids.count)
  #expect(ids.allSatisfy { $0.hasPrefix("M") })
}
