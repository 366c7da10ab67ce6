import Testing

private let people: Sample = .list([
  [("name", .text("Ann")), ("age", .text("40"))], [("name", .text("Bo")), ("age", .text(""))],
])

@Test(arguments: [
  // Variables
  ("Hello, {{ name }}!", "Hello, &lt;B&gt; &amp; &#39;c&#39;!"),
  ("{{{markup}}}|{{{ markup }}}", "<b>x</b>|<b>x</b>"),
  ("{{deep.inner.leaf}}", "leaf"),
  ("[{{gone.leaf}}]", "[]"),
  ("a } b {c} {{name}}}", "a } b {c} &lt;B&gt; &amp; &#39;c&#39;}"),
  ("<p title=\"{{name}}\">", "<p title=\"&lt;B&gt; &amp; &#39;c&#39;\">"),
  // Comments
  ("1{{! one }}2", "12"),
  ("1{{! {{ not a tag }}2", "12"),
  // Sections over every kind
  ("{{#yes}}a{{/yes}}{{#no}}b{{/no}}", "a"),
  ("{{^yes}}a{{/yes}}{{^no}}b{{/no}}", "b"),
  ("{{#title}}({{title}}){{/title}}{{#blank}}x{{/blank}}{{^blank}}none{{/blank}}", "(T)none"),
  ("{{#markup}}{{{markup}}}{{/markup}}{{#empty}}x{{/empty}}{{^empty}}none{{/empty}}", "<b>x</b>none"),
  ("{{#people}}{{name}},{{/people}}", "Ann,Bo,"),
  ("{{#people}}{{#age}}{{name}} {{age}}{{/age}}{{^age}}{{name}}?{{/age}};{{/people}}", "Ann 40;Bo?;"),
  ("{{^people}}none{{/people}}{{^nobody}}nobody{{/nobody}}{{#nobody}}{{name}}{{/nobody}}", "nobody"),
  ("{{#deep}}{{#inner}}{{leaf}}{{/inner}}{{/deep}}", "leaf"),
  ("{{#deep.inner}}{{leaf}}{{/deep.inner}}{{#gone}}{{leaf}}{{/gone}}{{^gone}}gone{{/gone}}", "leafgone"),
  // The innermost record first, then outward
  ("{{#people}}{{name}} {{title}};{{/people}}{{title}}", "Ann T;Bo T;T"),
  ("{{#people}}{{#people}}{{name}}{{/people}} {{/people}}", "AnnBo AnnBo "),
])
func sectionsAndVariables(template: String, expected: String) {
  let data: SampleFields = [
    ("name", .text("<B> & 'c'")), ("markup", .html("<b>x</b>")), ("empty", .html("")), ("yes", .flag(true)),
    ("no", .flag(false)), ("title", .text("T")), ("blank", .text("")), ("people", people),
    ("nobody", .emptyList([("name", .text(""))])), ("gone", .missing([("leaf", .text(""))])),
    ("deep", .record([("inner", .record([("leaf", .text("leaf"))]))])),
  ]
  #expect(fill(template, data) == expected)
}
