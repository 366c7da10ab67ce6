import TestSupport
import Testing

@testable import MarkdownRendering

@Suite struct SharedSyntaxTests {
  @Test(arguments: [
    ("plain: words with w, [a](b) and `c`", false),
    ("[here](https://www.a.example/b?c=d) and [www.a.example](https://a.example).", false),
    ("[https://a.example](https://a.example), ![](http://a.example)", true),
    ("see https://a.example", true), ("see www.a.example", true), ("a ~ b", true), ("a@b.example", true),
    // None of these is surely a link.
    ("\\[www.a.example](https://a.example)", true), ("[a [b](c) d](https://a.example)", true),
    ("[`a](https://a.example)`", true), ("[a|b](https://a.example)", true),
    ("[a](https://a.example", true), ("[a](https://a.example/(b))", true),
    ("[a](<https://a.example>)", true), ("[^a](https://a.example)", true),
    ("[a\nb](https://a.example)", true), ("[a](b https://a.example)", true),
    ("[a] (https://a.example)", true),
    ("[a](https://a.example)\n\n[b]: /c", true), ("[b]: /c", false), ("wwww.a.example", true),
    ("https://www.a.example", true),
  ])
  func addresses(text: String, isFound: Bool) {
    #expect(Array(text.utf8).withUnsafeBytes(mayHoldShared) == isFound)
  }

  /// A text that is parsed without them would be read alike with them.
  @Test func textsAreReadAlikeWithoutThem() {
    var random = SeededRandom(state: 20)
    let pieces = [
      "[", "](", ")", "]", "https://a.example/b", "http://www.c.example", "www.d.example", "e: w", " ", "\n",
      "\n\n",
      "`", "*", "_", "<", ">", "\\", "|", "!", "[^f]", "\n\n[^f]: ", "(", "- ", "> ", "# ", "    ",
      "\n|--|\n",
      "```\n", "[g](https://h.example/i)", "[www.j.example](https://k.example)", "[l](/m)", "<n o='", "<!-- ",
      "-->", "&amp;", "ftp://p.example", "]: /q", "\"", "'",
    ]
    var compared = 0
    for _ in 0..<12_000 {
      let text = (0...random.below(14)).map { _ in pieces[random.below(pieces.count)] }.joined()
      let isFound = Array(text.utf8).withUnsafeBytes { mayHoldShared($0) }
      guard !isFound, text.contains("://") || text.contains("www.") else { continue }
      compared += 1
      let (without, with) = (tree(of: text, isSharing: false), tree(of: text, isSharing: true))
      #expect(without == with, "\(text.debugDescription)")
      if without != with { break }
    }
    #expect(compared > 500)
  }
}

/// A document's nodes in order, neighbouring texts as one.
private func tree(of text: String, isSharing: Bool) -> [String] {
  Array(text.utf8).withUnsafeBytes { bytes in
    let arena = ParserArena.ofThisThread
    let mark = arena.pointee.mark
    defer { arena.pointee.release(to: mark) }
    var nodes: [String] = []
    parseMarkdown(bytes, isSharing: isSharing)?.walk { step in
      switch step {
      case .enter(let node) where node.kind == .text:
        let words = String(decoding: node.literal, as: UTF8.self)
        if node.previous?.kind == .text {
          nodes[nodes.count - 1] += words
        } else {
          nodes.append("text " + words)
        }
      case .enter(let node):
        let place = [node.startLine, node.startColumn, node.endLine, node.endColumn]
        nodes.append("\(node.kind) \(String(decoding: node.destination, as: UTF8.self)) \(place)")
      case .exit(let node) where node.kind != .text: nodes.append("end")
      case .exit: break
      }
      return true
    }
    return nodes
  }
}
