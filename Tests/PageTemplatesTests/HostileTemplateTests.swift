import Diagnostics
import Markup
import PageTemplates
import Testing

@Test func deepNestingIsRefused() {
  let deep = String(repeating: "{{#a}}", count: 100_000)
  #expect(
    findings(deep, [("a", .flag(true))]) == [
      "page.html:1:388-389 T108 sections stand at most 64 deep in each other"
    ])
}

@Test func deepPartialsAreRefused() {
  let chain = (0..<100).map { ("p\($0)", "{{> p\($0 + 1)}}") }
  #expect(
    findings("{{> p0}}", partials: chain + [("p100", "")])
      == ["p63.html:1:5-8 T108 sections, blocks and partials stand at most 64 deep in each other"])
}

@Test func multiplyingPartialsAreRefused() {
  let chain = (0..<40).map { ("p\($0)", "{{> p\($0 + 1)}}{{> p\($0 + 1)}}") }
  #expect(
    findings("{{> p0}}", partials: chain + [("p40", "")])
      == ["page.html:1:1-1 T209 a page is put together from at most 100000 parts, its partials' included"])
}

@Test func repeatedMistakesAreCut() {
  let found = findings(String(repeating: "{{wrong}}\n", count: 50_000))
  #expect(found.count == 101)
  #expect(found.first == "page.html T109 only the first 100 findings of a template are listed")
  #expect(found.last == "page.html:100:3-8 T201 'wrong' is not a name here")
}

@Test func bytesThatAreNotTextAreRefused() {
  var diagnostics: [Diagnostic] = []
  _ = compileTemplates(
    [TemplateSource(path: "Templates/page.html", bytes: Array("ab\n{{x".utf8) + [0xFF] + Array("}}".utf8))],
    pages: [("page", shape([]))], diagnostics: &diagnostics)
  #expect(diagnostics.map(line) == ["page.html:2:4-5 T101 a template is UTF-8 text; this byte is not"])
}

@Test(arguments: [
  "{", "{{", "{{{", "{{{{", "}}", "{{!", "{{#", "{{/", "{{}", "{{{}}}", "{{{{x}}}}", "<", "{{x}}<", "",
])
func fragmentsEndInOrder(template: String) {
  let found = findings(template, [("x", .text(""))])
  let isPlain = !template.contains("{{") || template == "{{x}}<"
  #expect(found.isEmpty == isPlain)
}

@Test func aLargeTemplateIsFilledWhole() {
  let rows = String(repeating: "<tr><td>{{cell}}</td></tr>\n", count: 20_000)
  let page = fill(rows, [("cell", .text("&"))])
  #expect(page.utf8.count == 20_000 * "<tr><td>&amp;</td></tr>\n".utf8.count)
}

/// One compilation serves all threads.
@Test func pagesAreFilledAtOnce() async {
  var diagnostics: [Diagnostic] = []
  let data: SampleFields = [("rows", .list((0..<50).map { [("n", .text("\($0)"))] }))]
  let compiled = compileTemplates(
    sources([("page", "{{#rows}}{{n}},{{/rows}}")]), pages: [("page", shape(data))], diagnostics: &diagnostics
  )
  let values = record(data)
  let expected = (0..<50).map { "\($0)," }.joined()
  await withTaskGroup(of: Bool.self) { group in
    for _ in 0..<64 {
      group.addTask {
        var sink = ByteSink()
        compiled.fill("page", values, into: &sink)
        return sink.text() == expected
      }
    }
    for await isRight in group { #expect(isRight) }
  }
}
