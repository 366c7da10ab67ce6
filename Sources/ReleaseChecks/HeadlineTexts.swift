import Diagnostics
import ReleaseModel

extension DiagnosticCode {
  static let leftoverPageMark = DiagnosticCode(
    "V501", "leftover-page-mark",
    rule: "No marks of a printed page are left in a text.",
    explanation: "`<PAGE>`, `- more -` and `###` belong to the paper or the wire, not to the archive.")
  static let unbalancedText = DiagnosticCode(
    "V502", "unbalanced-text",
    rule: "Brackets and quotation marks open and close.",
    explanation: "One that is left open most often shows where a text was cut off.")
}

/// V501: marks of the wire or the printed page in headings and labels.
let checkPageMarks: Rule = { checked in
  texts(of: checked).compactMap { place, text in
    pageMark(in: text).map { mark in
      Finding(.leftoverPageMark, "the page mark '\(mark)' is left in '\(text)'", at: place)
    }
  }
}

/// V502: brackets and quotation marks in headings and labels.
let checkBalancedText: Rule = { checked in
  texts(of: checked).compactMap { place, text in
    unbalanced(in: text).map { mark in
      Finding(
        .unbalancedText, "\(mark) has no counterpart in '\(text)'", at: place, severity: .warning)
    }
  }
}

/// The short texts of a release and where they stand.
private func texts(of checked: CheckedRelease) -> [(Subject, String)] {
  let release = checked.release
  let key = { (path: String) in Subject.key(release: checked.index, path: path) }
  var texts = [(key("headline"), release.headline)]
  if let summary = release.summary { texts.append((key("summary"), summary)) }
  for (index, statement) in release.statements.enumerated() {
    texts.append((key("statements.\(index).title"), statement.title))
    for (row, line) in statement.rows.enumerated() {
      texts.append((.row(release: checked.index, statement: index, row: row), line.label))
    }
  }
  return texts
}

/// A mark of the printed page within a text.
func pageMark(in text: String) -> String? {
  var mark: String?
  let bytes = Array(text.utf8)
  scan(bytes) { meaning, range in
    if meaning == .pageMark { mark = mark ?? String(decoding: bytes[range], as: UTF8.self) }
  }
  return mark
}

/// The first bracket or quotation mark without its counterpart; an apostrophe and inches are neither.
func unbalanced(in text: String) -> String? {
  let pairs: [Unicode.Scalar: Unicode.Scalar] = [")": "(", "]": "[", "}": "{", "”": "“"]
  var open: [Unicode.Scalar] = []
  var isQuoting = false
  var before: Unicode.Scalar = " "
  for scalar in text.unicodeScalars {
    switch scalar {
    case "(", "[", "{", "“": open.append(scalar)
    case ")", "]", "}", "”":
      guard let last = open.popLast(), last == pairs[scalar] else { return "'\(scalar)'" }
    case "\"" where isQuoting || !(0x30...0x39).contains(before.value): isQuoting.toggle()
    default: break
    }
    before = scalar
  }
  if let last = open.last { return "'\(last)'" }
  return isQuoting ? "'\"'" : nil
}
