import Testing

/// After the cases of the Mustache specification: "inheritance".
@Test(
  arguments: [
    ("{{$title}}Default title{{/title}}\n", [:], "Default title\n"),
    ("{{$foo}}default {{bar}} content{{/foo}}\n", [:], "default baz content\n"),
    ("{{<p}}{{/p}}\n", ["p": "{{$foo}}default content{{/foo}}"], "default content"),
    ("{{<p}}{{$title}}sub{{/title}}{{/p}}", ["p": "...{{$title}}Default{{/title}}..."], "...sub..."),
    ("{{<p}}{{$bar}}in page{{/bar}}{{/p}}", ["p": "{{$bar}}in layout{{/bar}}"], "in page"),
    ("test {{<p}}{{$stuff}}override{{/stuff}}{{/p}}", ["p": "{{$stuff}}...{{/stuff}}"], "test override"),
    (
      "test {{<p}}{{$stuff}}1{{/stuff}}{{/p}} {{<p}}{{$stuff}}2{{/stuff}}{{/p}}\n",
      ["p": "|{{$stuff}}...{{/stuff}}{{$default}} default{{/default}}|"], "test |1 default| |2 default|\n"
    ),
    (
      "{{<p}}{{$ballmer}}\npeaked\n\n:(\n{{/ballmer}}{{/p}}", ["p": "{{$ballmer}}peaking{{/ballmer}}"],
      "peaked\n\n:(\n"
    ),
    (
      "{{<p}}{{$a}}hammer time{{/a}}{{/p}}", ["p": "stop:\n  {{$a}}collaborate and listen{{/a}}\n"],
      "stop:\n  hammer time\n"
    ),
    (
      "{{<p}}{{$b}}two{{/b}}{{/p}}", ["p": "{{$a}}new one{{/a}}, {{$b}}new two{{/b}}"], "new one, two"
    ),
    ("{{>p}}|{{<p}}{{/p}}", ["p": "{{$foo}}default{{/foo}}"], "default|default"),
    (
      "{{<p}}{{$a}}c{{/a}}{{/p}}",
      ["p": "{{<o}}{{$a}}p{{/a}}{{/o}}", "o": "{{<g}}{{$a}}o{{/a}}{{/g}}", "g": "{{$a}}g{{/a}}"], "c"
    ),
    (
      "{{<p}}{{/p}}",
      ["p": "{{<o}}{{$a}}p{{/a}}{{/o}}", "o": "{{<g}}{{$a}}o{{/a}}{{/g}}", "g": "{{$a}}g{{/a}}"], "p"
    ),
    // A block is filled with the records of the place where it stands
    (
      "{{<p}}{{$block}}I say {{fruit}}.{{/block}}{{/p}}",
      ["p": "{{#nested}}{{$block}}You say {{fruit}}.{{/block}}{{/nested}}"], "I say bananas."
    ),
    ("Hi,\n  {{<p}}{{/p}}\n", ["p": "one\ntwo\n"], "Hi,\n  one\n  two\n"),
    // A filling may declare blocks itself; a layout above fills those
    (
      "{{<p}}{{$inner}}I{{/inner}}{{/p}}",
      ["p": "{{<o}}{{$outer}}({{$inner}}i{{/inner}}){{/outer}}{{/o}}", "o": "[{{$outer}}o{{/outer}}]"],
      "[(I)]"
    ),
    // A block in a partial of the layout is one of the layout's
    ("{{<p}}{{$t}}T{{/t}}{{/p}}", ["p": "<{{>head}}>", "head": "{{$t}}t{{/t}}"], "<T>"),
    // What a block leaves out does not hide its inner blocks
    ("{{<p}}{{$a}}A{{/a}}{{$b}}B{{/b}}{{/p}}", ["p": "{{$a}}a{{$b}}b{{/b}}{{/a}}"], "A"),
    (
      "{{<p}}\n{{! of the page }}\n{{$a}}\nA\n{{/a}}\n{{/p}}\n", ["p": "<\n{{$a}}\na\n{{/a}}\n>\n"],
      "<\nA\n>\n"
    ),
  ] as [(String, [String: String], String)])
func inheritance(template: String, partials: [String: String], expected: String) {
  let data: SampleFields = [
    ("bar", .text("baz")), ("fruit", .text("apples")), ("nested", .record([("fruit", .text("bananas"))])),
  ]
  #expect(
    fill(template, data, partials: partials.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
      == expected)
}
