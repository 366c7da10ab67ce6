import Testing

struct MarkdownCase: CustomTestStringConvertible, Sendable {
  var markdown: String
  var html: String

  var testDescription: String { markdown.debugDescription }

  init(_ markdown: String, _ html: String) {
    self.markdown = markdown
    self.html = html
  }
}

let blockCases = [
  MarkdownCase("", ""),
  MarkdownCase("  \n\n", ""),
  MarkdownCase("a\nb", "<p>a\nb</p>\n"),
  MarkdownCase("a  \nb\\\nc", "<p>a<br>\nb<br>\nc</p>\n"),
  MarkdownCase("a\r\n\r\nb\r\n", "<p>a</p>\n<p>b</p>\n"),
  MarkdownCase(
    "## A\n\n### B\n\n#### F", "<h2 id=\"a\">A</h2>\n<h3 id=\"b\">B</h3>\n<h4 id=\"f\">F</h4>\n"),
  MarkdownCase("A\n---", "<h2 id=\"a\">A</h2>\n"),
  MarkdownCase("***", "<hr>\n"),
  MarkdownCase(
    "> a\n> > b", "<blockquote>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n</blockquote>\n"),
  MarkdownCase("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
  MarkdownCase("- a\n\n- b", "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n"),
  MarkdownCase("3) a\n4) b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"),
  MarkdownCase("1. a\n   - b\n2. c", "<ol>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ol>\n"),
  MarkdownCase("-", "<ul>\n<li></li>\n</ul>\n"),
  MarkdownCase(
    "- [ ] a\n- [x] b",
    """
    <ul class="tasks">
    <li><input type="checkbox" disabled aria-label="Open"> a</li>
    <li><input type="checkbox" checked disabled aria-label="Done"> b</li>
    </ul>

    """),
  MarkdownCase(
    "- [x] a\n\n  b",
    """
    <ul class="tasks">
    <li><p><input type="checkbox" checked disabled aria-label="Done"> a</p>
    <p>b</p>
    </li>
    </ul>

    """),
  MarkdownCase("    <a>\n    &amp;", "<pre tabindex=\"0\"><code>&lt;a&gt;\n&amp;amp;\n</code></pre>\n"),
  MarkdownCase("```\na\n\nb\n```", "<pre tabindex=\"0\"><code>a\n\nb\n</code></pre>\n"),
  MarkdownCase(
    "~~~ swift numbered\na\n", "<pre tabindex=\"0\"><code class=\"language-swift\">a\n</code></pre>\n"),
  MarkdownCase("``` a\"b\n```", "<pre tabindex=\"0\"><code class=\"language-a&quot;b\"></code></pre>\n"),
  MarkdownCase(
    "> ```\n> a\n> ```", "<blockquote>\n<pre tabindex=\"0\"><code>a\n</code></pre>\n</blockquote>\n"),
  MarkdownCase(
    "| a | b | c |\n|:--|:-:|--:|\n| *1* | 2 |\n| 3 | `|` | x\\|y |",
    """
    <div class="scroller" role="region" tabindex="0" aria-label="Table">
    <table>
    <thead>
    <tr><th scope="col">a</th><th scope="col" class="mid">b</th><th scope="col" class="num">c</th></tr>
    </thead>
    <tbody>
    <tr><td><em>1</em></td><td class="mid">2</td><td class="num"></td></tr>
    <tr><td>3</td><td class="mid">`</td><td class="num">`</td></tr>
    </tbody>
    </table>
    </div>

    """),
  MarkdownCase(
    "||a|\n|-|-|\n\n|b|\n|-|",
    """
    <div class="scroller" role="region" tabindex="0" aria-label="Table">
    <table>
    <thead>
    <tr><td></td><th scope="col">a</th></tr>
    </thead>
    </table>
    </div>
    <div class="scroller" role="region" tabindex="0" aria-label="Table 2">
    <table>
    <thead>
    <tr><th scope="col">b</th></tr>
    </thead>
    </table>
    </div>

    """),
  MarkdownCase("| a |\n| - | - |", "<p>| a |\n| - | - |</p>\n"),
  MarkdownCase(
    "![A *chart*](c.svg \"Revenue & loss\")",
    "<figure><img src=\"c.svg\" alt=\"A chart\"><figcaption>Revenue &amp; loss</figcaption></figure>\n"),
  MarkdownCase("![A](c.svg)", "<p><img src=\"c.svg\" alt=\"A\"></p>\n"),
  MarkdownCase("x ![A](c.svg \"T\")", "<p>x <img src=\"c.svg\" alt=\"A\" title=\"T\"></p>\n"),
  MarkdownCase(
    "a[^n] b[^n] c[^other]\n\n[^other]: Two.\n[^n]: One.\n\n    - x\n\n[^unused]: None.",
    """
    <p>a<a class="footnote-ref" href="#fn-1" id="fnref-1" aria-label="Footnote 1">1</a> \
    b<a class="footnote-ref" href="#fn-1" id="fnref-1-2" aria-label="Footnote 1">1</a> \
    c<a class="footnote-ref" href="#fn-2" id="fnref-2" aria-label="Footnote 2">2</a></p>
    <section class="footnotes" aria-label="Footnotes">
    <ol>
    <li id="fn-1">
    <p>One.</p>
    <ul>
    <li>x</li>
    </ul>
    <p> <a class="footnote-back" href="#fnref-1" aria-label="Back to mention 1 in the text">Back</a> \
    <a class="footnote-back" href="#fnref-1-2" aria-label="Back to mention 2 in the text">Back</a></p>
    </li>
    <li id="fn-2">
    <p>Two. <a class="footnote-back" href="#fnref-2" aria-label="Back to the text">Back</a></p>
    </li>
    </ol>
    </section>

    """),
  MarkdownCase("a[^none]", "<p>a[^none]</p>\n"),
  MarkdownCase("<!-- a note\n\nof lines -->\n\nb", "<p>b</p>\n"),
  MarkdownCase("<!-- a --> <!-- b -->", ""),
  MarkdownCase("a\u{0}b", "<p>a\u{FFFD}b</p>\n"),
  MarkdownCase("\u{FEFF}## a", "<h2 id=\"a\">a</h2>\n"),
]

let inlineCases = [
  MarkdownCase(
    "*a* **b** ***c*** _d_", "<p><em>a</em> <strong>b</strong> <em><strong>c</strong></em> <em>d</em></p>\n"),
  MarkdownCase("~~a~~ ~b~", "<p><del>a</del> <del>b</del></p>\n"),
  MarkdownCase("`a < b` ``c`d``", "<p><code>a &lt; b</code> <code>c`d</code></p>\n"),
  MarkdownCase("a & b < c \"d\" 'e' --- ...", "<p>a &amp; b &lt; c &quot;d&quot; &#39;e&#39; --- ...</p>\n"),
  MarkdownCase("&copy; &#x41; \\*a\\*", "<p>© A *a*</p>\n"),
  MarkdownCase("[a *b*](/c \"d\")", "<p><a href=\"/c\" title=\"d\">a <em>b</em></a></p>\n"),
  MarkdownCase("[a](</b c>)", "<p><a href=\"/b%20c\">a</a></p>\n"),
  MarkdownCase("[a](?b=1&c=2#é)", "<p><a href=\"?b=1&amp;c=2#%C3%A9\">a</a></p>\n"),
  MarkdownCase("[a]()", "<p><a href=\"\">a</a></p>\n"),
  MarkdownCase(
    "[a][b] [b][] [b]\n\n[b]: /c 'd'",
    "<p><a href=\"/c\" title=\"d\">a</a> <a href=\"/c\" title=\"d\">b</a> <a href=\"/c\" title=\"d\">b</a></p>\n"
  ),
  MarkdownCase(
    "<https://a.example> <a@b.example>",
    "<p><a href=\"https://a.example\">https://a.example</a> <a href=\"mailto:a@b.example\">a@b.example</a></p>\n"
  ),
  MarkdownCase(
    "www.a.example https://b.example. c@d.example",
    "<p><a href=\"http://www.a.example\">www.a.example</a> <a href=\"https://b.example\">https://b.example</a>. <a href=\"mailto:c@d.example\">c@d.example</a></p>\n"
  ),
  MarkdownCase("[![a](b)](c)", "<p><a href=\"c\"><img src=\"b\" alt=\"a\"></a></p>\n"),
  MarkdownCase("[a www.b.example](c)", "<p><a href=\"c\">a www.b.example</a></p>\n"),
  MarkdownCase("[a [b](c) d](e)", "<p>[a <a href=\"c\">b</a> d](e)</p>\n"),
  MarkdownCase("a<!-- b -->c", "<p>ac</p>\n"),
  MarkdownCase("\"\u{301}onload=\"x", "<p>&quot;\u{301}onload=&quot;x</p>\n"),
]

@Test(arguments: blockCases + inlineCases) func writesHTML(_ test: MarkdownCase) {
  let page = render(test.markdown)
  #expect(page.html == test.html)
  #expect(page.diagnostics == [])
}

@Test func replacesInvalidUTF8() {
  let page = render(bytes: [0x61, 0xFF, 0xC3, 0x62])
  #expect(page.html == "<p>a\u{FFFD}\u{FFFD}b</p>\n")
}
