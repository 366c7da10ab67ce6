import Diagnostics
import MarkdownRendering
import Synchronization
import Testing

/// The source that each link's range covers, in the order in which the caller is asked.
func linkSources(_ markdown: String) -> [String] {
  let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.utf8) }
  let sources = Mutex<[String]>([])
  _ = render(markdown) { link in
    let (start, end) = (link.range.start, link.range.end)
    var bytes = lines[Int(start.line) - 1].dropFirst(Int(start.column) - 1)
    if start.line == end.line { bytes = bytes.prefix(Int(end.column - start.column)) }
    sources.withLock { $0.append(String(decoding: bytes, as: UTF8.self)) }
    return .text
  }
  return sources.withLock { $0 }
}

@Test(arguments: [
  ("a [b](c) d", ["[b](c)"]),
  ("é [b](c) [b](c)", ["[b](c)", "[b](c)"]),
  ("`[a](b)` [c](b)", ["[c](b)"]),
  ("``[a](b)` `` \\[x](b) [c](b)", ["[c](b)"]),
  ("> - a\n>   [b](c)\n>   and *[d](e \"f\")*", ["[b](c)", "[d](e \"f\")"]),
  ("[![a](b)](c)", ["[![a](b)](c)", "![a](b)"]),
  ("[a [b](c) d](e)", ["[b](c)"]),
  ("[a](</b c>) [d](e\\)f) [g](h(i)j)", ["[a](</b c>)", "[d](e\\)f)", "[g](h(i)j)"]),
  ("[a](/b?c&amp;d)", ["[a](/b?c&amp;d)"]),
  ("| a | b |\n|--|--|\n| [c](d) | [e](f) |", ["[c](d)", "[e](f)"]),
  ("> | a ` | b |\n> |--|--|\n> | [c](d) ` | [e\\|](f) [c](d) ` |", ["[c](d)", "[e\\|](f)", "[c](d)"]),
  ("x [a][r] y\n\n[r]: /b", ["[a][r]"]),
  ("x <https://a.example> y", ["<https://a.example>"]),
  ("x www.a.example, www.a.example y", ["www.a.example", "www.a.example"]),
  (
    "[a](fact:Revenues) [b](calc:growth(Revenues,2002-Q3))",
    ["[a](fact:Revenues)", "[b](calc:growth(Revenues,2002-Q3))"]
  ),
  ("text[^1] [a](b)\n\n[^1]: [c](d)\n\n[e](f)", ["[a](b)", "[e](f)", "[c](d)"]),
  ("## [a](b)", ["[a](b)"]),
])
func givesTheRangeOfEachLink(markdown: String, expected: [String]) {
  #expect(linkSources(markdown) == expected)
}

@Test func asksAboutEachLinkOnce() {
  let asked = Mutex<[String]>([])
  let page = render("[a *b*](c)\n\n![d *e*](f \"g\")\n\nwww.h.example") { link in
    asked.withLock { $0.append("\(link.isImage ? "image" : "link") \(link.destination) '\(link.text)'") }
    return .address("to/" + link.destination, classes: "x y")
  }
  #expect(
    asked.withLock { $0 } == ["link c 'a b'", "image f 'd e'", "link http://www.h.example 'www.h.example'"])
  #expect(
    page.html == """
      <p><a class="x y" href="to/c">a <em>b</em></a></p>
      <figure><img class="x y" src="to/f" alt="d e"><figcaption>g</figcaption></figure>
      <p><a class="x y" href="to/http://www.h.example">www.h.example</a></p>

      """)
}

@Test func keepsTheWordsOfALinkThatGoesNowhere() {
  let page = render("[a *b*](c) ![d](e) [![f](g)](h)\n\n![i](j \"k\")") { _ in .text }
  #expect(page.html == "<p>a <em>b</em> d f</p>\n<p>i</p>\n")
}

@Test(arguments: [
  "javascript:alert(1)", "JavaScript:alert(1)", "&#106;avascript:alert(1)", "javascript&colon;alert(1)",
  "java&#9;script:alert(1)", "java&Tab;script:alert(1)", "java&NewLine;script:alert(1)",
  "&#1;javascript:alert(1)", "<&#32;javascript:alert(1)>", "vbscript:x", "data:text/html,x",
  "DATA:image/png;base64,x",
  "file:///etc/passwd", "ftp://a.example", "blob:x", "x-y+z.1:w", "/a&#10;b",
  "javascript\\:x",
])
func refusesAddress(_ address: String) {
  for markdown in ["[a](\(address))", "![a](\(address))", "[a][b]\n\n[b]: \(address)"] {
    let page = render(markdown)
    #expect(!page.html.contains("href") && !page.html.contains("src"), "\(markdown)")
    #expect(page.html == "<p>a</p>\n")
    #expect(page.diagnostics.map(\.code.id) == ["M110"])
  }
}

@Test(arguments: [
  "https://a.example", "HTTP://a.example", "mailto:a@b.example", "tel:+1-800-309-8563",
  "fact:Revenues@2002-Q3",
  "calc:growth(Revenues,2002-Q3)", "/a/", "../b", "#c", "?d=e:f", "a/b:c", "2003:x", "",
])
func letsAddressThrough(_ address: String) {
  let page = render("[a](\(address))")
  #expect(page.html == "<p><a href=\"\(address)\">a</a></p>\n")
  #expect(page.diagnostics == [])
}
