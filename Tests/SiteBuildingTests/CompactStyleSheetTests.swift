import Testing

@testable import SiteBuilding

@Test(arguments: [
  ("a { color: red; }", "a { color: red; }\n"),
  (
    "/* 1 */\n\na {\n    color: red;\n\n    margin: 0 auto;\n  }\n\n\n",
    "a {\ncolor: red;\nmargin: 0 auto;\n}\n"
  ),
  ("a/* between */b { }", "a b { }\n"),
  ("a /* between */ b { }", "a  b { }\n"),
  (".x::before { content: \"/* not a comment */\"; }", ".x::before { content: \"/* not a comment */\"; }\n"),
  ("a { content: 'it\\'s /* here */'; /* gone */ }", "a { content: 'it\\'s /* here */';  }\n"),
  ("a { content: \"\\22 /*\"; } /**/", "a { content: \"\\22 /*\"; }\n"),
  ("a { background: url(a/*b.png); }", "a { background: url(a/*b.png); }\n"),
  ("a { background: url( \"a.png\" /* x */ ); }", "a { background: url( \"a.png\"  ); }\n"),
  ("/*! Licensed */ a { }", "/*! Licensed */ a { }\n"),
  ("a { } /* never closed", "a { }\n"), ("a { } /", "a { } /\n"), ("\\", "\\\n"), ("\"open", "\"open\n"),
  ("", ""),
  (" \n ", ""),
])
func publishesWhatStyleSheetsSay(source: String, published: String) {
  #expect(String(decoding: compactStyleSheet(Array(source.utf8)), as: UTF8.self) == published)
}
