import MarkdownRendering
import Testing

@Test(arguments: [
  MarkdownCase("", ""),
  MarkdownCase("<!-- only a note -->", ""),
  MarkdownCase(
    "a\n\nb",
    """
    <div class="spread">
    <div class="body narrative">
    <p>a</p>
    <p>b</p>
    </div>
    </div>

    """),
  MarkdownCase(
    "lead\n\n## One\n\na\n\n### Sub\n\nb\n\n## Two\n\n## Three\n\n<!-- c -->\n\nd",
    """
    <div class="spread">
    <div class="body narrative">
    <p>lead</p>
    </div>
    </div>
    <section class="spread" aria-labelledby="one">
    <h2 id="one">One</h2>
    <div class="body narrative">
    <p>a</p>
    <h3 id="sub">Sub</h3>
    <p>b</p>
    </div>
    </section>
    <section class="spread" aria-labelledby="two">
    <h2 id="two">Two</h2>
    </section>
    <section class="spread" aria-labelledby="three">
    <h2 id="three">Three</h2>
    <div class="body narrative">
    <p>d</p>
    </div>
    </section>

    """),
  MarkdownCase(
    "## One\n\na\n\n```body x\n```\n\n```wide\n1\n```\n\n```wide y\n```\n\nb",
    """
    <section class="spread" aria-labelledby="one">
    <h2 id="one">One</h2>
    <div class="body narrative">
    <p>a</p>
    <own>body x|</own>
    </div>
    <own>wide|1
    </own>
    <own>wide y|</own>
    <div class="body narrative">
    <p>b</p>
    </div>
    </section>

    """),
  MarkdownCase(
    "```page\n```\n\n```wide\n```\n\na\n\n```page\n```\n\nb\n\n```page\n```",
    """
    <own>page|</own>
    <div class="spread">
    <own>wide|</own>
    <div class="body narrative">
    <p>a</p>
    </div>
    </div>
    <own>page|</own>
    <div class="spread">
    <div class="body narrative">
    <p>b</p>
    </div>
    </div>
    <own>page|</own>

    """),
  MarkdownCase(
    "> ## Quoted\n>\n> ```page\n> ```",
    """
    <div class="spread">
    <div class="body narrative">
    <blockquote>
    <h2 id="quoted">Quoted</h2>
    <own>page|</own>
    </blockquote>
    </div>
    </div>

    """),
  MarkdownCase(
    "## One\n\na[^1]\n\n[^1]: b",
    """
    <section class="spread" aria-labelledby="one">
    <h2 id="one">One</h2>
    <div class="body narrative">
    <p>a<a class="footnote-ref" href="#fn-1" id="fnref-1" aria-label="Footnote 1">1</a></p>
    </div>
    </section>
    <section class="spread footnotes" aria-label="Footnotes">
    <div class="body narrative">
    <ol>
    <li id="fn-1">
    <p>b <a class="footnote-back" href="#fnref-1" aria-label="Back to the text">Back</a></p>
    </li>
    </ol>
    </div>
    </section>

    """),
])
func laysOutSections(_ test: MarkdownCase) {
  let page = render(test.markdown, layout: .sections)
  #expect(page.html == test.html)
  #expect(page.diagnostics == [])
}

@Test func writesOwnBlocksInPlaceOnPlainPages() {
  let page = render("a\n\n```page x\n1\n```\n\n- b\n\n  ```wide\n  ```")
  #expect(
    page.html == "<p>a</p>\n<own>page x|1\n</own>\n<ul>\n<li><p>b</p>\n<own>wide|</own>\n</li>\n</ul>\n")
}
