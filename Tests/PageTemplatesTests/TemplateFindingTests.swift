import Diagnostics
import Markup
import PageTemplates
import Testing

private let data: SampleFields = [
  ("title", .text("T")), ("article", .html("<p>")), ("yes", .flag(true)),
  ("entries", .list([[("headline", .text("h"))]])), ("next", .record([("headline", .text("n"))])),
]

@Test(
  arguments: [
    // Names
    (
      "<h1>{{titel}}</h1>\n{{article2}}",
      [
        "page.html:1:7-12 T201 'titel' is not a name here | did you mean 'title'?",
        "page.html:2:3-11 T201 'article2' is not a name here | did you mean 'article'?",
      ]
    ),
    (
      "{{next.headlin}}",
      ["page.html:1:8-15 T201 'next' has no field 'headlin' | did you mean 'headline'?"]
    ),
    (
      "{{entries.headline}}",
      [
        "page.html:1:3-10 T202 'entries' has no fields: only a record can be followed by a dot"
          + " | enter a list with '{{#entries}}' and use its fields inside"
      ]
    ),
    // What follows from an unknown section is not reported
    (
      "{{#entrys}}{{headlin}}{{/entrys}}",
      ["page.html:1:4-10 T201 'entrys' is not a name here | did you mean 'entries'?"]
    ),
    ("{{> heed}}", ["page.html:1:5-9 T203 the theme has no template 'heed' | did you mean 'head'?"]),
    (
      "{{<leyout}}{{/leyout}}",
      ["page.html:1:4-10 T203 the theme has no template 'leyout' | did you mean 'layout'?"]
    ),
    (
      "{{> loop}}",
      [
        "loop.html:1:5-9 T205 a template cannot include itself: 'loop' includes 'loop'"
          + " | write what repeats as a list's section"
      ]
    ),
    (
      "{{<layout}}{{$mian}}{{/mian}}{{/layout}}",
      ["page.html:1:15-19 T206 'layout' has no block 'mian' | did you mean 'main'?"]
    ),
    (
      "{{<layout}}{{$main}}a{{/main}}{{$main}}b{{/main}}{{/layout}}",
      ["page.html:1:34-38 T207 the block 'main' is filled twice"]
    ),
    (
      "{{<layout}}\n  lost words \n{{title}}{{/layout}}",
      [
        "page.html:2:3-13 T208 only blocks stand in the layout 'layout'; this would be lost"
          + " | put it into a block: '{{$name}}...{{/name}}'",
        "page.html:3:1-10 T208 only blocks stand in the layout 'layout'; this would be lost"
          + " | put it into a block: '{{$name}}...{{/name}}'",
      ]
    ),
    // Kinds
    ("{{article}}", ["page.html:1:3-10 T301 'article' is HTML and would be escaped | write '{{{article}}}'"]),
    ("{{{title}}}", ["page.html:1:4-9 T302 'title' is text and must be escaped | write '{{title}}'"]),
    (
      "{{yes}}{{entries}}{{{next}}}",
      [
        "page.html:1:3-6 T303 'yes' is a flag, which has no text of its own"
          + " | open a section: '{{#yes}}...{{/yes}}'",
        "page.html:1:10-17 T303 'entries' is a list, which has no text of its own"
          + " | open a section: '{{#entries}}...{{/entries}}'",
        "page.html:1:22-26 T303 'next' is a record, which has no text of its own"
          + " | open a section: '{{#next}}...{{/next}}'",
      ]
    ),
    // Places in HTML
    (
      "<a href={{title}}>{{title}}</a>",
      [
        "page.html:1:11-16 T304 'title' stands in an attribute without quotation marks | write '\"{{title}}\"'"
      ]
    ),
    (
      "<a href=/x/{{title}} title='{{title}}'>",
      [
        "page.html:1:14-19 T304 'title' stands in an attribute without quotation marks | write '\"{{title}}\"'"
      ]
    ),
    (
      "<SCRIPT src=\"{{title}}\">{{title}}</scriptx></Script>{{title}}<style>{{title}}</style>",
      [
        "page.html:1:27-32 T305 'title' cannot stand in a script or style: escaping does not make it safe there"
          + " | put the value into an attribute",
        "page.html:1:71-76 T305 'title' cannot stand in a script or style: escaping does not make it safe there"
          + " | put the value into an attribute",
      ]
    ),
    (
      "<p {{title}}><h{{title}}><i class=\"{{{article}}}\"><!-- \" {{title}} <b {{title}} -->{{title}}",
      [
        "page.html:1:6-11 T306 'title' stands inside a tag, outside any attribute's value",
        "page.html:1:18-23 T306 'title' stands inside a tag, outside any attribute's value",
        "page.html:1:39-46 T306 'article' is HTML and cannot stand in an attribute",
      ]
    ),
    ("<!doctype html><html{{#yes}} lang=\"{{title}}\"{{/yes}}><p>{{title}}", []),
    // Tags
    ("{{title\n}}", ["page.html:1:1-8 T102 a tag that opens with '{{' is closed by '}}' on the same line"]),
    (
      "{{{article}} x",
      ["page.html:1:1-15 T102 a tag that opens with '{{{' is closed by '}}}' on the same line"]
    ),
    ("{{}} {{ }}", ["page.html:1:1-5 T103 a tag needs a name", "page.html:1:6-11 T103 a tag needs a name"]),
    (
      "{{ti tle}}", ["page.html:1:3-9 T103 'ti tle' is no name: letters, digits, '-' and '_', joined by dots"]
    ),
    (
      "{{next..headline}}",
      ["page.html:1:3-17 T103 'next..headline' is no name: letters, digits, '-' and '_', joined by dots"]
    ),
    (
      "{{.}}",
      [
        "page.html:1:3-4 T104 '{{.}}' is not supported: every value has a name"
          + " | give the list's records a field, and write its name"
      ]
    ),
    ("{{=<% %>=}}", ["page.html:1:1-12 T104 delimiters are always '{{' and '}}'"]),
    ("{{&title}}", ["page.html:1:1-11 T104 markup is written with '{{{name}}}', not '{{&name}}'"]),
    // Sections
    (
      "{{#yes}}\n{{#entries}}\n{{/yes}}\n",
      ["page.html:3:4-7 T105 'yes' is closed where 'entries' is open"]
    ),
    ("{{#yes}}", ["page.html:1:4-7 T106 'yes' is never closed | close it with '{{/yes}}'"]),
    ("{{/yes}}", ["page.html:1:4-7 T107 'yes' is closed but not open"]),
    // Columns count bytes, and a byte order mark is no column
    ("\u{FEFF}ä{{titel}}", ["page.html:1:5-10 T201 'titel' is not a name here | did you mean 'title'?"]),
  ] as [(String, [String])])
func everyMistakeIsLocated(template: String, expected: [String]) {
  let partials = [
    ("head", "{{titel}}"), ("layout", "{{$main}}{{/main}}"), ("loop", "{{> loop}}"), ("unused", "{{#x}}"),
  ]
  #expect(findings(template, data, partials: partials) == expected)
}

@Test func aMismatchPointsAtTheOpeningTag() {
  var diagnostics: [Diagnostic] = []
  _ = compileTemplates(
    sources([("page", "{{#a}}\n{{/b}}")]), pages: [("page", shape([("a", .flag(true))]))],
    diagnostics: &diagnostics)
  #expect(diagnostics.first?.label == "expected 'a'")
  #expect(
    diagnostics.first?.related == [
      Diagnostic.Related(
        place: Place("Templates/page.html", SourceRange(line: 1, column: 4, length: 1)),
        message: "opened here")
    ])
}

@Test func allTemplatesReportInOneRunAndASharedPartialOnce() {
  var diagnostics: [Diagnostic] = []
  let files = [
    ("one", "{{> shared}}{{wrong}}"), ("two", "{{> shared}}{{#open}}"), ("shared", "{{titel}}"),
    ("unused", "{{wrong}}"),
  ]
  _ = compileTemplates(
    sources(files), pages: [("one", shape(data)), ("two", shape(data)), ("three", shape(data))],
    diagnostics: &diagnostics)
  #expect(
    diagnostics.sorted().map(line) == [
      "one.html:1:15-20 T201 'wrong' is not a name here",
      "shared.html:1:3-8 T201 'titel' is not a name here | did you mean 'title'?",
      "three.html T204 the theme has no 'Templates/three.html', which pages are made from",
      "two.html:1:16-20 T106 'open' is never closed | close it with '{{/open}}'",
    ])
}

@Test func theFirstFileOfAPathCounts() {
  var diagnostics: [Diagnostic] = []
  let compiled = compileTemplates(
    sources([("page", "own"), ("page", "default {{unknown}}")]), pages: [("page", shape([]))],
    diagnostics: &diagnostics)
  var sink = ByteSink()
  compiled.fill("page", record([]), into: &sink)
  #expect(sink.text() == "own")
  #expect(diagnostics.isEmpty)
}

@Test func codesAreListedInOrderAndNamedOnce() {
  #expect(templateCodes.map(\.id) == templateCodes.map(\.id).sorted())
  #expect(Set(templateCodes.map(\.slug)).count == templateCodes.count)
  #expect(templateCodes.allSatisfy { $0.id.hasPrefix("T") && $0.rule.hasSuffix(".") })
}
