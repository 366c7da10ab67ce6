import Diagnostics
import SourceSyntax
import Testing

struct YAMLTreeTests {
  @Test(arguments: [
    ("a: x", "{a@1:1-1:2: x@1:4-1:5}@1:1-1:5"),
    ("a: 'x'\nb: \"y\"\n", "{a@1:1-1:2: 'x'@1:4-1:7, b@2:1-2:2: 'y'@2:4-2:7}@1:1-2:7"),
    ("\"a\": x", "{a@1:1-1:4: x@1:6-1:7}@1:1-1:7"),
    ("a: NO\nb: 1.10\n", "{a@1:1-1:2: NO@1:4-1:6, b@2:1-2:2: 1.10@2:4-2:8}@1:1-2:8"),
    ("- a\n- b\n", "[a@1:3-1:4, b@2:3-2:4]@1:1-2:4"),
    ("a:\n- x\n- y\nb: z", "{a@1:1-1:2: [x@2:3-2:4, y@3:3-3:4]@2:1-3:4, b@4:1-4:2: z@4:4-4:5}@1:1-4:5"),
    ("a:\n  b: c\n\n\nd: e", "{a@1:1-1:2: {b@2:3-2:4: c@2:6-2:7}@2:3-2:7, d@5:1-5:2: e@5:4-5:5}@1:1-5:5"),
    ("a: [x, y ]", "{a@1:1-1:2: [x@1:5-1:6, y@1:8-1:9]@1:4-1:11}@1:1-1:11"),
    ("{ a: x, b: }", "{a@1:3-1:4: x@1:6-1:7, b@1:9-1:10: @1:12-1:12}@1:1-1:13"),
    ("a: # nothing\nb: x", "{a@1:1-1:2: @1:3-1:3, b@2:1-2:2: x@2:4-2:5}@1:1-2:5"),
    ("a: |\n  x\n  y\n\nb: z", "{a@1:1-1:2: 'x\ny\n'@1:4-3:4, b@5:1-5:2: z@5:4-5:5}@1:1-5:5"),
    ("a: x\n  y\n", "{a@1:1-1:2: x y@1:4-2:4}@1:1-2:4"),
    ("", "{}@1:1-1:1"),
    ("# nothing\n", "{}@1:1-1:1"),
    ("---\na: x\n...\n", "{a@2:1-2:2: x@2:4-2:5}@2:1-2:5"),
    ("x", "x@1:1-1:2"),
    // Columns count bytes: é has two, 😀 four, the combining accent of the last line two.
    ("é: ü # ß\nb: x", "{é@1:1-1:3: ü@1:5-1:7, b@2:1-2:2: x@2:4-2:5}@1:1-2:5"),
    ("a: [😀, x, 'é']", "{a@1:1-1:2: [😀@1:5-1:9, x@1:11-1:12, 'é'@1:14-1:18]@1:4-1:19}@1:1-1:19"),
    ("a: é\u{301}\nb: x", "{a@1:1-1:2: é\u{301}@1:4-1:8, b@2:1-2:2: x@2:4-2:5}@1:1-2:5"),
    // CRLF and CR end a line; U+2028 ends none, whatever libyaml counts.
    ("a: x\r\nb: y\r\n", "{a@1:1-1:2: x@1:4-1:5, b@2:1-2:2: y@2:4-2:5}@1:1-2:5"),
    ("a: é\r\nb: y\r\n", "{a@1:1-1:2: é@1:4-1:6, b@2:1-2:2: y@2:4-2:5}@1:1-2:5"),
    ("a: x\rb: y\r", "{a@1:1-1:2: x@1:4-1:5, b@2:1-2:2: y@2:4-2:5}@1:1-2:5"),
    ("a: 'x\u{2028}y'\nb: z", "{a@1:1-1:2: 'x\u{2028}y'@1:4-1:11, b@2:1-2:2: z@2:4-2:5}@1:1-2:5"),
  ])
  func locatesEveryValue(text: String, tree: String) {
    let (node, diagnostics) = yaml(text)
    #expect(node.map { spelled($0) } == tree)
    #expect(diagnostics.isEmpty)
  }

  @Test func firstLineShiftsEveryPlace() {
    #expect(yaml("a: x", firstLine: 7).node.map { spelled($0) } == "{a@7:1-7:2: x@7:4-7:5}@7:1-7:5")
    #expect(spelled(yaml("a: x\na: y", firstLine: 7).diagnostics) == ["S103 8:1-8:2"])
  }

  @Test(arguments: [
    ("", true), ("~", true), ("null", true), ("''", false), ("'null'", false), ("x", false),
  ])
  func knowsNull(text: String, isNull: Bool) {
    guard case .mapping(let entries) = yaml("a: \(text)").node?.value,
      case .scalar(let scalar) = entries.first?.value.value
    else {
      Issue.record("no scalar")
      return
    }
    #expect(scalar.isNull == isNull)
  }

  @Test func tellsManyKeysApart() {
    let keys = (0..<100).map { "k\($0): \($0)" } + ["k3: again", "k99: again"]
    let (node, diagnostics) = yaml(keys.joined(separator: "\n"))
    guard case .mapping(let entries) = node?.value else {
      Issue.record("no mapping")
      return
    }
    #expect(entries.map(\.key) == (0..<100).map { "k\($0)" })
    #expect(spelled(diagnostics) == ["S103 101:1-101:3", "S103 102:1-102:4"])
    #expect(
      diagnostics.map { $0.related.map { spelled($0.place.range!) } } == [["4:1-4:3"], ["100:1-100:4"]])
  }
}
