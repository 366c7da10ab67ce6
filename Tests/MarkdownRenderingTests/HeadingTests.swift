import MarkdownRendering
import Testing

@Test(arguments: [
  ("Third quarter, 2003", "third-quarter-2003"),
  ("R&D *and* `code`", "rd-and-code"),
  ("Zürich ÄÖ 東京", "zürich-äö-東京"),
  ("“Quoted” — dash", "quoted--dash"),
  ("!!!", "section"),
  ("fn 1", "section-fn-1"),
  ("[link](/a) text", "link-text"),
])
func namesAnchorsAfterWords(heading: String, anchor: String) {
  #expect(render("## \(heading)").headings.map(\.anchor) == [anchor])
}

@Test func givesEachHeadingItsOwnAnchor() {
  let page = render("## A\n## A\n## A-2\n## A\n## \n##")
  #expect(page.headings.map(\.anchor) == ["a", "a-2", "a-2-2", "a-3", "section", "section-2"])
}

@Test func listsHeadingsInOrder() {
  let page = render("## One *two*\n\n> ### Three\n\n- #### Four")
  #expect(
    page.headings == [
      MarkdownHeading(level: 2, anchor: "one-two", text: "One two"),
      MarkdownHeading(level: 3, anchor: "three", text: "Three"),
      MarkdownHeading(level: 4, anchor: "four", text: "Four"),
    ])
}
