import Diagnostics
import SourceSyntax
import Testing

struct YAMLProblemTests {
  /// Text, the findings, their messages.
  @Test(arguments: [
    ("a: b: c", "S100 1:5-1:6", "a value without quotation marks cannot hold ': '"),
    ("ü: é: c", "S100 1:7-1:8", "a value without quotation marks cannot hold ': '"),
    ("a: x\n  b: c", "S100 2:3-2:4", "the key 'b' cannot stand below a line that has a value already"),
    ("a: x\nfoo bar\nb: y", "S100 2:1-2:8", "'foo bar' is no key with a value"),
    ("a: x\nb:y\nc: z", "S100 2:1-2:4", "'b:y' is no key with a value"),
    ("released 2003\nkind: x", "S100 1:1-1:14", "'released 2003' is no key with a value"),
    ("a:\n  b:x\n\n  c: y", "S100 2:3-2:6", "'b:x' is no key with a value"),
    ("a: @x", "S100 1:4-1:5", "a value cannot begin with '@'"),
    ("a: `x`", "S100 1:4-1:5", "a value cannot begin with '`'"),
    ("a: - x", "S100 1:4-1:5", "a list cannot begin on the line of its key"),
    ("a: 'it's'", "S100 1:8-1:10", "nothing may follow the value on this line"),
    ("a:\n  - x\n b: y", "S100 3:2-3:6", "the line does not fit the indentation of the lines above"),
    ("  a: x\n b: y", "S100 2:2-2:6", "the line belongs to nothing above it"),
    ("a: [x, y", "S100 1:4-1:5", "this list is never closed with ']'"),
    ("a: [x, y\nb: z", "S100 1:4-1:5", "this list is never closed with ']'"),
    ("a: {x: y", "S100 1:4-1:5", "this mapping is never closed with '}'"),
    ("a: [x, 'y' 'z']", "S100 1:12-1:16", "a comma or ']' is missing before this"),
    ("a: [x, , y]", "S100 1:8-1:9", "a value is missing before this"),
    ("a: \"x\\q\"", "S100 1:6-1:8", "'\\q' is no escape of YAML"),
    ("a: \"\\u12\"", "S100 1:5-1:8", "'\\u1' is no escape of YAML"),
    ("a: [x]]", "S100 1:7-1:8", "']' closes nothing that is open"),
    ("\"a\" \"b\"", "S100 1:5-1:8", "nothing may follow the value on this line"),
    ("}", "S100 1:1-1:2", "a value is missing before this"),
    ("%x", "S100 1:1-1:2", "a line cannot begin with '%'"),
    ("a: > x\nb: y", "S100 1:6-1:7", "after '|' or '>' the text begins on the next line"),
    ("a:\n\tb: x", "S101 2:1-2:2", "indentation holds a tab; YAML is indented with spaces"),
    ("a:\n  b: x\n\t\tc: y", "S101 3:1-3:3", "indentation holds a tab; YAML is indented with spaces"),
    (
      "- \t- x", "S101 1:3-1:4", "a tab stands where spaces must indent; YAML is indented with spaces"
    ),
    ("a: 'x\nb: y", "S102 1:4-1:5", "this quotation mark is never closed"),
    ("a: \"x\n---\nb: y", "S102 1:4-1:5", "this quotation mark is never closed"),
    (
      "a: \"x\nb: \"y\"", "S102 1:4-1:5", "this quotation mark is closed only by the next one, lines later"
    ),
    ("a: x\nb: y\na: z", "S103 3:1-3:2", "the key 'a' stands twice in one mapping"),
    ("a: &b x", "S104 1:4-1:6", "'&b' is an anchor; aliases are not used"),
    ("a: *b", "S104 1:4-1:6", "'*b' is an alias; write the value out"),
    ("a: ** x", "S104 1:4-1:6", "a value that begins with '*' stands for another; write it out"),
    ("a: !!str x", "S105 1:4-1:9", "'!!str' is a tag; the key says which type its value has"),
    ("a: !x!y z", "S105 1:4-1:8", "'!x!y' is a tag; tags are not used"),
    ("? [a, b]\n: x", "S106 1:3-1:9", "a key is a name, not a list or a mapping"),
    ("{a: b}: x", "S106 1:1-1:7", "a key is a name, not a list or a mapping"),
    ("<<: x", "S107 1:1-1:3", "'<<' would merge another mapping into this one; write its keys out"),
    ("a: x\n---\nb: y", "S109 2:1-2:4", "a second document begins here; a file holds one"),
    ("a: x\u{7}y", "S111 1:5-1:6", "the control character U+0007 cannot stand in a text file"),
    ("é: x\u{81}y", "S111 1:6-1:8", "the control character U+0081 cannot stand in a text file"),
    ("a: x\n...\nb", "S100 3:1-3:2", "the line belongs to nothing above it"),
  ])
  func pointsAtTheCause(text: String, finding: String, message: String) {
    let (_, diagnostics) = yaml(text)
    #expect(spelled(diagnostics) == [finding])
    #expect(diagnostics.map(\.message) == [message])
  }
}
