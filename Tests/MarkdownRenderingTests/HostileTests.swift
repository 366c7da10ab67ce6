import Diagnostics
import MarkdownRendering
import Markup
import TestSupport
import Testing

/// A shape that is known to cost some Markdown parser time or memory beyond the text's size.
struct HostileShape: CustomTestStringConvertible, Sendable {
  var name: String
  /// The text of about so many bytes.
  var text: @Sendable (_ bytes: Int) -> String

  var testDescription: String { name }

  init(_ name: String, _ text: @escaping @Sendable (Int) -> String) {
    self.name = name
    self.text = text
  }

  /// One piece again and again.
  init(repeating piece: String, before: String = "", after: String = "") {
    name = (before + piece + piece + after).debugDescription
    text = { before + String(repeating: piece, count: $0 / piece.utf8.count) + after }
  }
}

let hostileShapes: [HostileShape] =
  [
    "[", "![", "]", "[](", "![[]()", "![[](", "[a](<b", "[a](b", "[a](b \"", "*a_ ", "*a **a ", "_", "__a",
    "*", "a**b",
    "a_b", "~~a ", "~a~ ", "~~", "~", "> ", ">", "- ", "* a ", "1. ", "+ ", "<", "<!", "<!-", "<!-- ", "<?",
    "<![CDATA[", "<a ",
    "<a href=\"", "<a b=", "</", "&", "&#", "&amp", "`", "`a``b", "www.", "www.a.", "http://", "http://a_",
    "a@", "a@b.", "a@b_", "a.", "://", "\\", "\\`",
    "[^x]", "[^x] ", "[^a]:", "[a]: b\n", "[a]:\n", "[a]: b\n\n", "[\\", "|", "|a", "|-", "|-|\n", "-|\n",
    "a|\n", "a\n-|-\n", "|a|\n|-|\n", "a\n", "a\n\n", "\n", "- a\n", "- a\n\n", "-\n", "- - a\n",
    "# a\n", "#\n", "a\n=\n", "```\n", "```a\n\n", "<a>\n", "<!--\n", "<!-- a -->\n", "[a]", "[a][b]",
    "[a](b)", "![a](b)", "[a](b \"c\")", "**a** ", "*a* ", "`a` ", "    a\n", "\t", " ", "  \n", "\r", "\\\n",
    "\u{0}", "é", "[]", "[](a)[", "*a*_b_", "<a@b.c>", "[a](", "\"", "'", "[[a](b)", "[a](fact:b c) ",
    "[a](fact:b\\_c d) ", "[](a)", "<b> ", "<b>\n\n", "a\u{FEFF}", "![a][",
  ].map { HostileShape(repeating: $0) } + [
    HostileShape("a wide table of short rows") { bytes in
      let columns = bytes / 8
      return String(repeating: "|a", count: columns) + "|\n" + String(repeating: "|-", count: columns) + "|\n"
        + String(repeating: "|a\n", count: bytes / 6)
    },
    HostileShape("a table of 190 columns and short rows") { bytes in
      String(repeating: "|a", count: 190) + "|\n" + String(repeating: "|-", count: 190) + "|\n"
        + String(repeating: "|a\n", count: bytes / 3)
    },
    HostileShape("backtick runs of every length") { bytes in
      var text = ""
      var length = 1
      while text.utf8.count < bytes {
        text += "e" + String(repeating: "`", count: length)
        length += 1
      }
      return text
    },
    HostileShape("lists nested line by line, then empty lines") { bytes in
      var text = ""
      var depth = 0
      while text.utf8.count < bytes / 2 {
        text += String(repeating: " ", count: depth * 2) + "- a\n"
        depth += 1
      }
      return text + String(repeating: "\n", count: bytes / 2) + "a"
    },
    HostileShape("quotations nested line by line, then text") { bytes in
      String(repeating: ">", count: 99) + "a\n" + String(repeating: "> a\n\n", count: bytes / 5)
    },
    HostileShape("a long definition used often") { bytes in
      "[a]: /" + String(repeating: "b", count: bytes / 2) + "\n\n"
        + String(repeating: "[a]", count: bytes / 6)
    },
    HostileShape("a long definition used once in each paragraph") { bytes in
      "[a]: /" + String(repeating: "b", count: bytes / 2) + "\n\n"
        + String(repeating: "[a]\n\n", count: bytes / 10)
    },
    HostileShape("many definitions and many references") { bytes in
      (0..<(bytes / 24)).map { "[a\($0)]: b\n" }.joined() + "\n"
        + (0..<(bytes / 24)).map { "[a\($0)]\n\n" }.joined()
    },
    HostileShape("many footnotes") { bytes in
      (0..<(bytes / 24)).map { "[^a\($0)]\n\n[^a\($0)]: b\n\n" }.joined()
    },
    HostileShape("one footnote used often") { bytes in
      "[^a]: b\n\n" + String(repeating: "[^a]\n\n", count: bytes / 6)
    },
    HostileShape("nested footnotes") { bytes in
      String(repeating: "[^a]:", count: 90) + "\n" + String(repeating: "    ", count: bytes / 4) + "b"
    },
    HostileShape("nested emphasis") { bytes in
      String(repeating: "*a ", count: bytes / 6) + "b" + String(repeating: " a*", count: bytes / 6)
    },
    HostileShape("nested links") { bytes in
      String(repeating: "[", count: bytes / 8) + "a" + String(repeating: "](b)", count: bytes / 8)
    },
    HostileShape("nested images") { bytes in
      String(repeating: "![", count: bytes / 8) + "a" + String(repeating: "](b)", count: bytes / 8)
    },
    HostileShape("paragraphs of a hundred brackets") { bytes in
      String(repeating: String(repeating: "[", count: 1000) + "\n\n", count: bytes / 1002)
    },
    HostileShape("paragraphs of a hundred emphasis marks") { bytes in
      String(repeating: String(repeating: "*a_ ", count: 250) + "\n\n", count: bytes / 1002)
    },
    HostileShape("items of images") { bytes in
      String(repeating: "- a" + String(repeating: "![[]()", count: 200) + "\n", count: bytes / 1204)
    },
    HostileShape("headings of one text") { bytes in String(repeating: "# a b\n", count: bytes / 6) },
    HostileShape("headings that number themselves") { bytes in
      (0..<(bytes / 10)).map { "# a\n# a-\($0)\n" }.joined()
    },
    HostileShape("links and their likes in code") { bytes in
      "`" + String(repeating: "[a](b) ", count: bytes / 14) + "` "
        + String(repeating: "[a](b)\n\n", count: bytes / 16)
    },
  ]

/// Shapes at sizes round those where a square would show, and at the largest that is read.
@Suite(.serialized) struct HostileTests {
  @Test(arguments: hostileShapes) func finishesInMoments(_ shape: HostileShape) {
    for bytes in [16_000, 100_000, 990_000] {
      let text = shape.text(bytes)
      var page: Rendered?
      let time = processorSeconds { page = render(text, layout: .sections) }
      #expect(time < limit, "\(bytes) bytes took \(time) s")
      if page?.diagnostics.contains(where: { $0.code.id.hasPrefix("M2") }) == true {
        #expect(page?.html == "")
      }
      #expect((page?.html.utf8.count ?? 0) <= 8 * 1024 * 1024)
    }
  }

  /// A debug build is some times slower than what is delivered.
  private let limit = 3.0
}
