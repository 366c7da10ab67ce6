import Diagnostics

/// The diagnostics of one compilation: each place and code once, however many pages use the file.
struct TemplateFindings {
  private(set) var list: [Diagnostic] = []
  private var known: Set<Key> = []
  private var counts: [String: Int] = [:]

  private struct Key: Hashable {
    var code: DiagnosticCode
    var place: Place
  }

  /// How many findings one file can have; what follows is mostly one mistake repeated.
  static let limit = 100

  /// Reports a finding in a template.
  mutating func report(
    _ code: DiagnosticCode, _ message: @autoclosure () -> String, _ template: TemplateText,
    _ range: Range<Int>,
    label: String? = nil, related: [Diagnostic.Related] = [], hints: @autoclosure () -> [String] = []
  ) {
    let count = counts[template.path, default: 0]
    guard count <= Self.limit else { return }
    let place = template.place(range)
    guard known.insert(Key(code: code, place: place)).inserted else { return }
    counts[template.path] = count + 1
    if count == Self.limit {
      list.append(
        Diagnostic(
          .tooManyFindings, "only the first \(Self.limit) findings of a template are listed",
          at: Place(template.path)))
      return
    }
    list.append(
      Diagnostic(code, message(), at: place, label: label, related: related, hints: hints()))
  }

  /// Reports that a page's template is not in the theme.
  mutating func report(missingPage name: String, among names: [String]) {
    list.append(
      Diagnostic(
        .missingPageTemplate, "the theme has no 'Templates/\(name).html', which pages are made from",
        at: Place("Templates/\(name).html"), hints: didYouMean(name, among: names)))
  }

  /// Reports a Mustache tag that is not part of the syntax here.
  mutating func report(unsupportedMark mark: UInt8, _ template: TemplateText, _ range: Range<Int>) {
    let isDelimiter = mark == UInt8(ascii: "=")
    report(
      .unsupportedTag,
      isDelimiter
        ? "delimiters are always '{{' and '}}'" : "markup is written with '{{{name}}}', not '{{&name}}'",
      template, range)
  }

  /// Reports a tag without a proper name.
  mutating func report(malformed tag: Tag, _ template: TemplateText) {
    if tag.name == "." {
      report(
        .unsupportedTag, "'{{.}}' is not supported: every value has a name", template, tag.nameRange,
        hints: ["give the list's records a field, and write its name"])
    } else if tag.name.isEmpty || tag.nameRange == tag.range {
      report(.malformedName, "a tag needs a name", template, tag.range)
    } else {
      report(
        .malformedName, "'\(tag.name)' is no name: letters, digits, '-' and '_', joined by dots", template,
        tag.nameRange)
    }
  }

  /// Reports a closing tag that names another section than the one that is open.
  mutating func report(mismatched close: Tag, opening: Tag, _ template: TemplateText) {
    report(
      .mismatchedSection, "'\(close.name)' is closed where '\(opening.name)' is open", template,
      close.nameRange, label: "expected '\(opening.name)'",
      related: [Diagnostic.Related(place: template.place(opening.nameRange), message: "opened here")])
  }
}
