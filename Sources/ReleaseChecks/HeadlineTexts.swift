import Diagnostics
import ReleaseModel

extension DiagnosticCode {
  static let leftoverPageMark = DiagnosticCode(
    "V501", "leftover-page-mark",
    rule: "No marks of a printed page are left in a text.",
    explanation: "`<PAGE>`, `- more -` and `###` belong to the paper or the wire, not to the archive.")
  static let unbalancedText = DiagnosticCode(
    "V502", "unbalanced-text",
    rule: "Brackets and quotation marks in headings and labels open and close.",
    explanation: "One that is left open most often shows where a text was cut off.")
}

/// V501: marks of the wire or the printed page in headings and labels.
let checkPageMarks: Rule = { checked in
  findings(in: checked, fault: pageMark) { mark, text, place in
    Finding(.leftoverPageMark, "the page mark '\(mark)' is left in '\(text)'", at: place)
  }
}

/// V502: brackets and quotation marks in headings and labels.
let checkBalancedText: Rule = { checked in
  findings(in: checked, fault: unbalanced) { mark, text, place in
    Finding(.unbalancedText, "\(mark) has no counterpart in '\(text)'", at: place, severity: .warning)
  }
}

/// What is found in the short texts of a release; where a text stands is worked out only for one with a fault.
private func findings(
  in checked: CheckedRelease, fault: (String) -> String?,
  _ finding: (_ mark: String, _ text: String, _ place: Subject) -> Finding
) -> [Finding] {
  let release = checked.release
  let key = { (path: String) in Subject.key(release: checked.index, path: path) }
  var found: [Finding] = []
  if let mark = fault(release.headline) { found.append(finding(mark, release.headline, key("headline"))) }
  if let summary = release.summary, let mark = fault(summary) {
    found.append(finding(mark, summary, key("summary")))
  }
  for (index, statement) in release.statements.enumerated() {
    if let mark = fault(statement.title) {
      found.append(finding(mark, statement.title, key("statements.\(index).title")))
    }
    let rows = statement.rows
    for row in rows.indices {
      let label = rows.label(of: row)
      guard let mark = fault(label) else { continue }
      found.append(finding(mark, label, .row(release: checked.index, statement: index, row: row)))
    }
  }
  return found
}

/// A mark of the printed page within a text.
func pageMark(in text: String) -> String? {
  guard has(.pageMark, text) else { return nil }
  let bytes = Array(text.utf8)
  // Most dashes and parentheses have nothing to do with "more".
  let mayBeMark = bytes.indices.contains { index in
    switch bytes[index] {
    case UInt8(ascii: "<"), UInt8(ascii: "#"): return true
    case UInt8(ascii: "-"), UInt8(ascii: "("):
      return bytes[index...].dropFirst().prefix(2).contains { $0 | 32 == UInt8(ascii: "m") }
    default: return false
    }
  }
  guard mayBeMark else { return nil }
  var mark: String?
  scan(bytes) { meaning, range in
    if meaning == .pageMark { mark = mark ?? String(decoding: bytes[range], as: UTF8.self) }
  }
  return mark
}

/// What bytes of a text can be part of.
private struct ByteClass: OptionSet {
  var rawValue: UInt8

  /// `<PAGE>`, `###`, `-more-`, `(more)`
  static let pageMark = ByteClass(rawValue: 1)
  /// Brackets and quotation marks; those beyond ASCII begin with 0xE2.
  static let bracket = ByteClass(rawValue: 2)

  /// For each byte.
  static let all: [ByteClass] = (UInt8.min...UInt8.max).map { byte in
    var classes: ByteClass = []
    if "<#-(".utf8.contains(byte) { classes.insert(.pageMark) }
    if "()[]{}\"".utf8.contains(byte) || byte == 0xE2 { classes.insert(.bracket) }
    return classes
  }
}

/// Whether a text has any byte of a class; most labels have none.
private func has(_ wanted: ByteClass, _ text: String) -> Bool {
  ByteClass.all.withUnsafeBufferPointer { classes in
    text.utf8.withContiguousStorageIfAvailable { bytes in
      var found: ByteClass = []
      for byte in bytes { found.formUnion(classes[Int(byte)]) }
      return !found.isDisjoint(with: wanted)
    } ?? true
  }
}

/// The first bracket or quotation mark without its counterpart; an apostrophe and inches are neither.
func unbalanced(in text: String) -> String? {
  guard has(.bracket, text) else { return nil }
  var open: [Unicode.Scalar] = []
  var isQuoting = false
  var before: Unicode.Scalar = " "
  for scalar in text.unicodeScalars {
    switch scalar {
    case "(", "[", "{", "“": open.append(scalar)
    case ")", "]", "}", "”":
      guard let last = open.popLast(), last == opening(of: scalar) else { return "'\(scalar)'" }
    case "\"" where isQuoting || !(0x30...0x39).contains(before.value): isQuoting.toggle()
    default: break
    }
    before = scalar
  }
  if let last = open.last { return "'\(last)'" }
  return isQuoting ? "'\"'" : nil
}

/// The mark that one of those that close has to follow.
private func opening(of mark: Unicode.Scalar) -> Unicode.Scalar? {
  switch mark {
  case ")": "("
  case "]": "["
  case "}": "{"
  case "”": "“"
  default: nil
  }
}
