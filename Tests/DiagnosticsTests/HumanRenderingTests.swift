import Diagnostics
import Testing

struct HumanRenderingTests {
  private static let code = DiagnosticCode("V204", "total-does-not-foot", rule: "r", explanation: "e")

  private func rendered(
    _ diagnostics: [Diagnostic], _ files: [String: String] = [:], color: Bool = false
  ) -> String {
    renderHuman(diagnostics, source: { files[$0].map { Array($0.utf8) } }, color: color)
  }

  /// The excerpt of one line with a range in it: the line and the marks below it.
  private func excerpt(_ line: String, _ column: Int, _ length: Int) -> [String] {
    let place = Place("a", SourceRange(line: 1, column: column, length: length))
    let lines = rendered([Diagnostic(Self.code, "m", at: place)], ["a": line]).split(separator: "\n")
    return lines.count > 4 ? [String(lines[3].dropFirst(5)), String(lines[4].dropFirst(5))] : []
  }

  @Test func showsTheLineTheMarkAndTheRemarks() {
    let path = "content/releases/2003-11-14-third-quarter-results/balance-sheet.csv"
    let diagnostic = Diagnostic(
      Self.code, "'Total assets' is 8,275,000; its items sum to 8,274,000",
      at: Place(path, SourceRange(line: 6, column: 21, length: 7)), label: "expected 8,274,000",
      notes: ["the items are 'Cash', 'Other'"], hints: ["correct a figure"])
    let file = String(repeating: "\n", count: 5) + "Assets,Total assets,8275000,13455000\n"
    #expect(
      rendered([diagnostic], [path: file]) == """
        error[V204]: 'Total assets' is 8,275,000; its items sum to 8,274,000
          --> content/releases/2003-11-14-third-quarter-results/balance-sheet.csv:6:21
           |
         6 | Assets,Total assets,8275000,13455000
           |                     ^^^^^^^ expected 8,274,000
           = note: the items are 'Cash', 'Other'
           = help: correct a figure

        1 error

        """)
  }

  @Test func showsRelatedPlacesInAGutterOfOneWidth() {
    let diagnostic = Diagnostic(
      Self.code, "the key 'a' stands twice in one mapping",
      at: Place("a.yaml", SourceRange(line: 12, column: 1, length: 1)), severity: .warning,
      label: "again here",
      related: [
        .init(place: Place("a.yaml", SourceRange(line: 1, column: 1, length: 1)), message: "first here"),
        .init(
          place: Place("b.yaml", SourceRange(line: 7, column: 3, length: 1)), message: "and in another file"),
        .init(place: Place("c.pdf"), message: "and in a whole file"),
      ])
    let file = "a: x\n" + String(repeating: "#\n", count: 10) + "a: y\n"
    #expect(
      rendered([diagnostic], ["a.yaml": file]) == """
        warning[V204]: the key 'a' stands twice in one mapping
           --> a.yaml:12:1
            |
         12 | a: y
            | ^ again here
            |
           ::: a.yaml:1:1
            |
          1 | a: x
            | - first here
           ::: b.yaml:7:3: and in another file
           ::: c.pdf: and in a whole file

        1 warning

        """)
  }

  @Test func doesWithoutAFileOrAPlace() {
    let diagnostics = [
      Diagnostic(Self.code, "there is no folder 'content'", at: nil),
      Diagnostic(Self.code, "the file is too large", at: Place("a.pdf"), severity: .note, label: "12 MB"),
      Diagnostic(Self.code, "beyond the end", at: Place("a", SourceRange(line: 9, column: 1, length: 1))),
    ]
    #expect(
      rendered(diagnostics, ["a": "x\n"]) == """
        error[V204]: there is no folder 'content'

        note[V204]: the file is too large
          --> a.pdf
           = note: 12 MB

        error[V204]: beyond the end
          --> a:9:1

        2 errors, 1 note

        """)
    #expect(rendered([]) == "")
  }

  @Test(arguments: [
    ([3, 1, 0], "3 errors, 1 warning"), ([1, 0, 2], "1 error, 2 notes"), ([0, 0, 0], ""),
    ([0, 2, 1], "2 warnings, 1 note"),
  ])
  func countsBySeverity(counts: [Int], line: String) {
    let severities: [Diagnostic.Severity] = [.error, .warning, .note]
    let diagnostics = zip(counts, severities).map { count, severity in
      [Diagnostic](repeating: Diagnostic(Self.code, "m", at: nil, severity: severity), count: count)
    }
    #expect(countLine(Array(diagnostics.joined())) == line)
  }

  /// The line as it stands in the file, the byte column and length, the line as shown, the marks below it.
  @Test(arguments: [
    ("abc", 2, 1, "abc", " ^"),
    ("abc", 4, 0, "abc", "   ^"),
    ("abc", 2, 0, "abc", " ^"),
    ("abc", 3, 99, "abc", "  ^"),
    ("abc", 99, 1, "abc", "   ^"),
    ("é: x", 5, 1, "é: x", "   ^"),
    ("e\u{301}: x", 6, 1, "e\u{301}: x", "   ^"),
    ("日本: x", 9, 1, "日本: x", "      ^"),
    ("日本: x", 1, 6, "日本: x", "^^^^"),
    ("😀 x", 6, 1, "😀 x", "   ^"),
    ("\tx", 2, 1, "    x", "    ^"),
    ("ab\tx", 3, 2, "ab  x", "  ^^^"),
    ("a\u{1B}[31mb", 2, 1, "a␛[31mb", " ^"),
    ("a\u{0}\u{7F}b", 4, 1, "a␀␡b", "   ^"),
    ("a\u{202E}b", 5, 1, "a<U+202E>b", "         ^"),
    ("a\u{85}b", 4, 1, "a<U+0085>b", "         ^"),
    ("\u{FEFF}abc", 2, 1, "abc", " ^"),
  ])
  func placesTheMarksByColumnsOfTheTerminal(
    line: String, column: Int, length: Int, shown: String, marks: String
  ) {
    #expect(excerpt(line, column, length) == [shown, marks])
  }

  @Test func showsBytesThatAreNoText() {
    let place = Place("a", SourceRange(line: 2, column: 3, length: 1))
    let bytes: [UInt8] = [0x61, 0x0D, 0x0A, 0x62, 0x62, 0x93, 0xC3, 0x0D, 0x0A, 0x63]
    let lines = renderHuman([Diagnostic(Self.code, "m", at: place)], source: { _ in bytes }, color: false)
      .split(separator: "\n")
    #expect(lines[3...4] == [" 2 | bb\u{FFFD}\u{FFFD}", "   |   ^"])
  }

  @Test func marksTheFirstLineOfALongerRange() {
    let range = SourceRange(start: .init(line: 1, column: 3), end: .init(line: 2, column: 2))
    let lines = rendered(
      [Diagnostic(Self.code, "m", at: Place("a", range), label: "l")], ["a": "a,\"x\ny\"\n"]
    )
    .split(separator: "\n")
    #expect(lines[3...4] == [" 1 | a,\"x", "   |   ^^ l"])
  }

  @Test func cutsLongLinesRoundTheMark() {
    let digits = String(repeating: "0123456789", count: 30)
    let fifty = String(repeating: "0123456789", count: 5)
    #expect(excerpt(digits, 1, 3) == [fifty + fifty + "…", "^^^"])
    #expect(
      excerpt(digits, 101, 3) == ["…" + fifty + fifty + "…", String(repeating: " ", count: 51) + "^^^"])
    #expect(excerpt(digits, 300, 1) == ["…" + fifty + fifty, String(repeating: " ", count: 100) + "^"])
    #expect(
      excerpt(digits, 101, 200)
        == ["…" + fifty + fifty + "…", String(repeating: " ", count: 51) + String(repeating: "^", count: 50)])
    let megabyte = String(repeating: "é", count: 500_000)
    let shown = excerpt(megabyte, 500_001, 2)
    #expect(
      shown == ["…" + String(repeating: "é", count: 100) + "…", String(repeating: " ", count: 51) + "^"])
    // A hundred columns are shown whole.
    #expect(excerpt(fifty + fifty, 100, 1) == [fifty + fifty, String(repeating: " ", count: 99) + "^"])
  }

  @Test func keepsTheAuthorsControlCharactersFromTheTerminal() {
    let diagnostic = Diagnostic(
      Self.code, "unknown key 'a\u{1B}[2J\n'", at: Place("a\u{7}.yaml"), notes: ["n\u{1B}"], hints: ["h\r"])
    #expect(
      rendered([diagnostic]) == """
        error[V204]: unknown key 'a␛[2J␊'
          --> a␇.yaml
           = note: n␛
           = help: h␍

        1 error

        """)
  }

  @Test func colorsOnRequest() {
    let diagnostic = Diagnostic(
      Self.code, "m", at: Place("a", SourceRange(line: 1, column: 1, length: 1)), label: "l", hints: ["h"])
    #expect(
      rendered([diagnostic], ["a": "x"], color: true) == """
        \u{1B}[1;31merror[V204]\u{1B}[0m\u{1B}[1m: m\u{1B}[0m
          \u{1B}[1;34m-->\u{1B}[0m a:1:1
           \u{1B}[1;34m|\u{1B}[0m
         \u{1B}[1;34m1 |\u{1B}[0m x
           \u{1B}[1;34m|\u{1B}[0m \u{1B}[1;31m^ l\u{1B}[0m
           \u{1B}[1;34m=\u{1B}[0m \u{1B}[1mhelp:\u{1B}[0m h

        1 error

        """)
  }
}
