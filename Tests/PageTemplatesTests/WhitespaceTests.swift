import Testing

/// After the cases of the Mustache specification: "sections", "inverted", "comments", "partials".
@Test(arguments: [
  // Inline tags keep the blanks round them
  (" | {{#yes}}\t|\t{{/yes}} | \n", " | \t|\t | \n"),
  (" | {{#yes}} {{! x }}\n {{/yes}} | \n", " |  \n  | \n"),
  (" {{#yes}}YES{{/yes}}\n {{#yes}}GOOD{{/yes}}\n", " YES\n GOOD\n"),
  ("  12 {{! 34 }}\n", "  12 \n"),
  // Standalone lines vanish
  ("| This\n{{#yes}}\n|\n{{/yes}}\n| A Line\n", "| This\n|\n| A Line\n"),
  ("| This\n  {{#yes}}  \n|\n\t{{/yes}}\n| A Line\n", "| This\n|\n| A Line\n"),
  ("| This\n{{^no}}\n|\n{{/no}}\n| A Line\n", "| This\n|\n| A Line\n"),
  ("|\r\n{{#yes}}\r\n{{/yes}}\r\n|", "|\r\n|"),
  ("  {{#yes}}\n#{{/yes}}\n/", "#\n/"),
  ("#{{#yes}}\n/\n  {{/yes}}", "#\n/\n"),
  ("Begin.\n{{! one }}\nEnd.\n", "Begin.\nEnd.\n"),
  ("Begin.\n{{!\nSeveral lines\n}}\nEnd.\n", "Begin.\nEnd.\n"),
  ("  {{! x }}\n!", "!"),
  ("!\n  {{! x }}", "!\n"),
  ("{{#yes}}{{#yes}}\nx\n{{/yes}}{{/yes}}\ny", "x\ny"),
  // Variables are never standalone
  ("a\n{{text}}\nb", "a\nt\nb"),
])
func whitespace(template: String, expected: String) {
  #expect(fill(template, [("yes", .flag(true)), ("no", .flag(false)), ("text", .text("t"))]) == expected)
}

@Test(arguments: [
  ("\"{{>p}}\"", "from partial", "\"from partial\""),
  ("\"{{> p }}\"", "*{{text}}*", "\"*t*\""),
  ("| {{>p}} |", "\t|\t", "| \t|\t |"),
  ("  {{text}}  {{> p}}\n", ">\n>", "  t  >\n>\n"),
  ("|\r\n{{>p}}\r\n|", ">", "|\r\n>|"),
  ("  {{>p}}\n>", ">\n>", "  >\n  >>"),
  (">\n  {{>p}}", ">\n>", ">\n  >\n  >"),
  ("\\\n {{>p}}\n/\n", "|\n{{{markup}}}\n\n|\n", "\\\n |\n <\n->\n\n |\n/\n"),
])
func partials(template: String, partial: String, expected: String) {
  let data: SampleFields = [("text", .text("t")), ("markup", .html("<\n->"))]
  #expect(fill(template, data, partials: [("p", partial)]) == expected)
}

@Test func aPartialSeesTheRecordsOfItsPlace() {
  let data: SampleFields = [
    ("name", .text("page")), ("entries", .list([[("name", .text("a"))], [("name", .text("b"))]])),
  ]
  #expect(
    fill(
      "{{> parts/name}}{{#entries}}{{> parts/name}}{{/entries}}", data,
      partials: [("parts/name", "[{{name}}]")])
      == "[page][a][b]")
}
