import Markup
import Testing

struct EscapingTests {
  /// Bytes are looked at in blocks: wherever a mark stands, and however long the text, it is seen.
  @Test func escapesAMarkAtAnyPlace() {
    for count in 1...80 {
      for place in 0..<count {
        for other in [place, count - 1] {
          var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: count)
          bytes[place] = UInt8(ascii: "<")
          bytes[other] = UInt8(ascii: "<")
          var text = ByteSink()
          var json = ByteSink()
          var address = ByteSink()
          bytes.withUnsafeBytes {
            text.text($0)
            json.json($0)
            address.address($0)
          }
          let plain = String(decoding: bytes, as: UTF8.self)
          #expect(text.text() == plain.replacing("<", with: "&lt;"))
          #expect(json.text() == plain.replacing("<", with: "\\u003C"))
          #expect(address.text() == plain.replacing("<", with: "%3C"))
          #expect(bytes.withUnsafeBytes { $0.count(of: UInt8(ascii: "<")) } == (other == place ? 1 : 2))
          #expect(bytes.withUnsafeBytes { $0.firstOffset(of: UInt8(ascii: "<")) } == place)
        }
      }
    }
  }

  /// Each ASCII character becomes the same alone and among others, in texts that fill blocks in part or whole.
  @Test func writesEachCharacterTheSameAmongOthers() {
    for character in (UInt8(0)..<0x80).map({ String(Unicode.Scalar($0)) }) {
      for (before, after) in [(0, 1), (1, 0), (2, 3), (3, 8), (8, 7), (0, 15), (15, 1), (20, 4), (30, 11)] {
        let (head, tail) = (String(letters.prefix(before)), String(letters.suffix(after)))
        for write: (inout ByteSink, String) -> Void in [
          { $0.text($1) }, { $0.json($1) }, { $0.address($1) }, { $0.markdown("a" + $1) },
        ] {
          let alone = composed { write(&$0, character) }
          let start = composed { write(&$0, "") }
          let among = composed { write(&$0, head + character + tail) }
          #expect(among == start + head + alone.dropFirst(start.count) + tail)
        }
      }
    }
  }

  /// What follows a short text stands right behind it, wherever the sink's memory ends.
  @Test func writesShortTextsOneAfterTheOther() {
    var sink = ByteSink(capacity: 1)
    var whole = ""
    while whole.utf8.count < 40_000 {
      let text = letters.suffix(whole.utf8.count * 7 % 40)
      sink.text(String(text))
      sink.append(UInt8(ascii: ";"))
      whole += text + ";"
    }
    #expect(sink.text() == whole)
  }

  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("a & b", "a &amp; b"), ("<script>", "&lt;script&gt;"),
    ("\"'", "&quot;&#39;"), ("&amp;", "&amp;amp;"), ("é 😀", "é 😀"),
    // Each pair is one `Character`; its first byte still ends an attribute or opens a tag.
    ("\"\u{301}", "&quot;\u{301}"), ("<\u{338}", "&lt;\u{338}"), ("&\u{FE0F}", "&amp;\u{FE0F}"),
    ("a\u{0}b\u{8}c\u{1B}d", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d"), ("a\tb\nc\rd", "a\tb\nc\rd"),
    ("a\u{FFFE}b\u{FFFF}", "a\u{FFFD}b\u{FFFD}"), ("\u{FFFF}<", "\u{FFFD}&lt;"),
    ("\u{FFFD}\u{FFBF}\u{7FFF}\u{10FFFF}", "\u{FFFD}\u{FFBF}\u{7FFF}\u{10FFFF}"),
  ])
  func escapesTextForMarkup(text: String, escaped: String) {
    var sink = ByteSink()
    sink.text(text)
    #expect(sink.text() == escaped)
  }

  @Test(arguments: [
    ("/releases/2003/x/", "/releases/2003/x/"),
    ("https://a.example/?a=1&b=2", "https://a.example/?a=1&amp;b=2"),
    ("a b", "a%20b"), ("é", "%C3%A9"), ("\"><", "%22%3E%3C"), ("'", "&#39;"), ("a%20b", "a%20b"),
    ("%C3%a9", "%C3%a9"), ("100%", "100%25"), ("%zz", "%25zz"), ("%4", "%254"), ("%%41", "%25%41"),
    ("\n\u{0}", "%0A%00"),
    ("#NetIncomeLoss-2003-Q3", "#NetIncomeLoss-2003-Q3"), ("\\", "%5C"), ("{}|^`", "%7B%7D%7C%5E%60"),
  ])
  func escapesAddresses(text: String, escaped: String) {
    var sink = ByteSink()
    sink.address(text)
    #expect(sink.text() == escaped)
  }

  @Test(arguments: [
    ("plain é 😀", "plain é 😀"), ("\"\\/", "\\\"\\\\/"), ("\"\u{301}", "\\\"\u{301}"),
    ("a\nb\rc\td", "a\\nb\\rc\\td"),
    ("\u{0}\u{1F}\u{7F}", "\\u0000\\u001F\\u007F"), ("</script>", "\\u003C/script>"),
    ("a\u{2028}b\u{2029}", "a\\u2028b\\u2029"), ("\u{2027}\u{2030}", "\u{2027}\u{2030}"),
    ("\u{28A8}", "\u{28A8}"),
  ])
  func escapesJSON(text: String, escaped: String) {
    var sink = ByteSink()
    sink.json(text)
    #expect(sink.text() == escaped)
  }

  @Test(arguments: [
    ("plain", "plain"), ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"), ("[x](y)", "\\[x\\](y)"),
    ("<b>", "\\<b>"),
    ("a | b", "a \\| b"), ("~~a~~", "\\~\\~a\\~\\~"), ("a & b", "a &amp; b"), ("&lt;", "&amp;lt;"),
    ("a\\b", "a\\\\b"),
    ("# a", "\\# a"), ("a # b", "a # b"), ("- a", "\\- a"), ("+ a", "\\+ a"), ("> a", "\\> a"),
    ("  - a", "  \\- a"),
    ("===", "\\==="), ("1. a", "1\\. a"), ("12) a", "12\\) a"), ("1.5 million", "1.5 million"),
    ("2003.", "2003\\."),
    ("in 2003. Then", "in 2003. Then"), ("a\nb", "a b"), ("*\u{301}", "\\*\u{301}"), ("![x]", "!\\[x\\]"),
  ])
  func escapesMarkdown(text: String, escaped: String) {
    var sink = ByteSink()
    sink.markdown(text)
    #expect(sink.text() == escaped)
  }
}

@Test(arguments: [
  ("Revenue", "Revenue"), ("Revenue, net", "\"Revenue, net\""), ("a \"b\"", "\"a \"\"b\"\"\""),
  ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@sum", "'@sum"), ("\t=1", "\"'\t=1\""),
  ("\u{FF1D}1", "'\u{FF1D}1"), ("=a,b", "\"'=a,b\""), ("=\u{301}1", "'=\u{301}1"), ("a=1", "a=1"), ("", ""),
])
func fieldsOfCSVRunAsNoFormula(text: String, field: String) {
  var sink = ByteSink()
  sink.csv(text)
  #expect(sink.text() == field)
}

private let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
