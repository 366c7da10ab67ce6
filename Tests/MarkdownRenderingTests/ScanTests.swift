import MarkdownRendering
import Testing

private func scan(_ markdown: String) -> ScannedMarkdown {
  var markdown = markdown
  return markdown.withUTF8 { scanMarkdown(UnsafeRawBufferPointer($0)) }
}

/// Each link as `form destination-as-it-stands>where-it-leads`.
private func links(_ markdown: String) -> [String] {
  let bytes = Array(markdown.utf8)
  return scan(markdown).links.map {
    "\($0.form)\($0.isImage ? " image" : "") \(String(decoding: bytes[$0.range], as: UTF8.self))>\($0.destination)"
  }
}

@Test(arguments: [
  (
    "[a](fact:B) é [c](calc:growth(D,2002-Q3))",
    ["inline fact:B>fact:B", "inline calc:growth(D,2002-Q3)>calc:growth(D,2002-Q3)"]
  ),
  ("`[a](fact:B)` [c](fact:B)", ["inline fact:B>fact:B"]),
  ("    [a](fact:B)\n\n```\n[a](fact:B)\n```", []),
  ("![a](b.png) [c](</d e> \"f\")", ["inline image b.png>b.png", "inline /d e>/d e"]),
  ("[a](/b\\_c) [d](/e&amp;f)", ["inline /b\\_c>/b_c", "inline /e&amp;f>/e&f"]),
  ("[![a](b)](c)", ["inline image b>b", "inline c>c"]),
  ("[a][r] [b][r] [r]\n\n[r]: fact:B 'title'", ["reference fact:B>fact:B"]),
  ("```\n[r]: fact:B\n```\n\n[r]\n\n> [r]: <fact:B>", ["reference fact:B>fact:B"]),
  (
    "<https://a.example> www.b.example",
    ["autolink https://a.example>https://a.example", "bare www.b.example>http://www.b.example"]
  ),
  ("| a | b |\n|--|--|\n| [c](d) ` \\| | ` [e](f) |", ["inline d>d", "inline f>f"]),
  ("[a][^1] <b>\n\n[^1]: [c](d)", ["inline d>d"]),
])
func findsDestinations(markdown: String, expected: [String]) {
  #expect(links(markdown) == expected)
}

@Test func findsFencedBlocks() {
  let markdown =
    "a\r\n\r\n```statement income-statement\r\n```\r\n\r\n- b\r\n\r\n  ~~~ chart  \r\n  mark: bar\r\n  ~~~\r\n\r\n    code\r\n"
  let bytes = Array(markdown.utf8)
  let blocks = scan(markdown).blocks
  #expect(blocks.map(\.info) == ["statement income-statement", "chart"])
  #expect(blocks.map(\.literal) == ["", "mark: bar\n"])
  #expect(blocks.map(\.lines) == [3...4, 8...10])
  #expect(
    blocks.map { String(decoding: bytes[$0.range], as: UTF8.self) } == [
      "```statement income-statement\r\n```", "  ~~~ chart  \r\n  mark: bar\r\n  ~~~",
    ])
}

@Test func coversAnUnclosedFenceToTheEnd() {
  let scanned = scan("```figures\na\nb")
  #expect(scanned.blocks.map(\.lines) == [1...3])
  #expect(scanned.blocks.map(\.range) == [0..<14])
  #expect(scanned.blocks.map(\.literal) == ["a\nb\n"])
}

@Test func findsNothingInARefusedText() {
  let scanned = scan("[a](b)\n\n" + String(repeating: "> ", count: 101) + "c")
  #expect(scanned.links.isEmpty && scanned.blocks.isEmpty)
}

/// Redirecting every destination gives a text whose pages differ in those addresses only.
@Test func rangesCanBeReplaced() {
  let markdown =
    "Revenue was [$6](fact:A), [2%](calc:g(A,B))\n> less, `[x](fact:A)` than [r].\n\n[r]: fact:C\n"
  var bytes = Array(markdown.utf8)
  for (index, link) in scan(markdown).links.enumerated().reversed() {
    bytes.replaceSubrange(link.range, with: Array("#\(index)".utf8))
  }
  #expect(
    String(decoding: bytes, as: UTF8.self)
      == "Revenue was [$6](#0), [2%](#1)\n> less, `[x](fact:A)` than [r].\n\n[r]: #2\n")
}

@Test(arguments: [
  ("```sh\na\n", "```"), ("a\n\n~~~~\n", "~~~~"), ("  ````\n```\n\n", "````"),
  ("[^1]\n\n[^1]: note\n\n```\nx", "```"),
  ("```sh\na\n```\n", nil), ("```\n```\n", nil), ("    ```\n", nil), ("", nil),
  // A fence ends with the list or quotation it is in; its closing mark opens nothing.
  ("- ```sh\n  a\n  ```\n", nil), ("- ```sh\n  a\n", nil), ("> ```\n> a\n", nil),
])
func knowsTheFenceThatIsLeftOpen(markdown: String, fence: String?) {
  #expect(scan(markdown).openFence == fence)
}
