public import Diagnostics

/// The findings of templates, in the order of their codes.
public let templateCodes: [DiagnosticCode] = [
  .templateNotUTF8, .unclosedTag, .malformedName, .unsupportedTag, .mismatchedSection, .unclosedSection,
  .unopenedSection, .nestedTooDeep, .tooManyFindings,
  .unknownName, .noRecord, .unknownTemplate, .missingPageTemplate, .recursiveTemplate, .unknownBlock,
  .duplicateBlock, .strayInLayout, .pageTooLarge,
  .escapedMarkup, .unescapedText, .notAValue, .unquotedValue, .valueInScript, .markupInTag,
]

/// The syntax of tags.
extension DiagnosticCode {
  static let templateNotUTF8 = DiagnosticCode(
    "T101", "template-not-utf8", rule: "A template is UTF-8 text.",
    explanation: "Save the file as UTF-8 in your editor.")

  static let unclosedTag = DiagnosticCode(
    "T102", "unclosed-tag", rule: "A tag is closed on the line it opens on.",
    explanation: """
      `{{name}}` closes with two braces, `{{{name}}}` with three. Only a comment, `{{! ... }}`, may run over \
      several lines.
      """)

  static let malformedName = DiagnosticCode(
    "T103", "malformed-tag-name", rule: "A tag's name is made of letters, digits, `-`, `_` and dots.",
    explanation: """
      Dots lead from a record to its fields: `{{next.headline}}`. Templates may also stand in folders: \
      `{{> parts/head}}`.
      """)

  static let unsupportedTag = DiagnosticCode(
    "T104", "unsupported-tag", rule: "Templates use a part of Mustache.",
    explanation: """
      There are variables, sections, inverted sections, comments, partials, layouts and blocks. Changed \
      delimiters (`{{=<% %>=}}`), `{{&name}}` and `{{.}}` do not exist, because each would hide what a \
      template needs or writes.
      """)

  static let mismatchedSection = DiagnosticCode(
    "T105", "mismatched-section", rule: "Sections close in the opposite order of opening.",
    explanation: "The closing tag names the section, block or layout that was opened last.")

  static let unclosedSection = DiagnosticCode(
    "T106", "unclosed-section", rule: "Every section, block and layout is closed.",
    explanation:
      "`{{#name}}`, `{{^name}}`, `{{$name}}` and `{{<name}}` end with `{{/name}}` in the same file.")

  static let unopenedSection = DiagnosticCode(
    "T107", "unopened-section", rule: "A closing tag ends a section that is open.",
    explanation: "Remove the closing tag, or open the section before it in the same file.")

  static let nestedTooDeep = DiagnosticCode(
    "T108", "templates-nested-too-deep",
    rule: "Sections and partials stand in each other to a limited depth.",
    explanation:
      "No page needs this depth; a template like that was most likely made by a program gone wrong.")

  static let tooManyFindings = DiagnosticCode(
    "T109", "too-many-template-findings", rule: "A template's findings are listed up to a limit.",
    explanation: "Correct the ones that are listed; most likely the others are the same mistake.")
}

/// Names that templates use.
extension DiagnosticCode {
  static let unknownName = DiagnosticCode(
    "T201", "unknown-template-name", rule: "A template uses only names that its page has.",
    explanation: """
      A name is looked up in the record of the innermost section, then outward to the page. An unknown name \
      is an error, not an empty place on the page.
      """)

  static let noRecord = DiagnosticCode(
    "T202", "dotted-name-without-record", rule: "Only a record is followed by a dot.",
    explanation:
      "A list has no fields of its own: open it with `{{#name}}` and use its records' fields inside.")

  static let unknownTemplate = DiagnosticCode(
    "T203", "unknown-partial", rule: "A partial or layout is a file of the theme.",
    explanation: """
      `{{> entry}}` and `{{<layout}}` name `Templates/entry.html` and `Templates/layout.html`, of the site or \
      of the default theme.
      """)

  static let missingPageTemplate = DiagnosticCode(
    "T204", "missing-page-template", rule: "The theme has a template for every kind of page.",
    explanation: "A site's own `Templates/` need not hold it: the default theme has them all.")

  static let recursiveTemplate = DiagnosticCode(
    "T205", "recursive-partial", rule: "A template does not include itself.",
    explanation:
      "Partials are put in their places once, when templates are compiled. Use a list's section to repeat.")

  static let unknownBlock = DiagnosticCode(
    "T206", "unknown-template-block", rule: "A page fills only blocks that its layout has.",
    explanation:
      "A block is declared in the layout, with what stands there otherwise: `{{$title}}...{{/title}}`.")

  static let duplicateBlock = DiagnosticCode(
    "T207", "duplicate-block", rule: "A page fills a block once.",
    explanation: "Only one of the two could be shown. Put both into one block.")

  static let strayInLayout = DiagnosticCode(
    "T208", "text-outside-blocks", rule: "Between a layout's tags stand only blocks and comments.",
    explanation:
      "Mustache leaves out everything else without a word; here it is an error, so that nothing is lost.")

  static let pageTooLarge = DiagnosticCode(
    "T209", "page-template-too-large", rule: "A page is put together from a limited number of parts.",
    explanation: "Partials that include others several times multiply. Use a list's section to repeat.")
}

/// Values and where they may be written.
extension DiagnosticCode {
  static let escapedMarkup = DiagnosticCode(
    "T301", "escaped-markup", rule: "HTML is written with three braces.",
    explanation:
      "`{{name}}` escapes, so a reader would see tags. Values that are HTML already stand as `{{{name}}}`.")

  static let unescapedText = DiagnosticCode(
    "T302", "unescaped-text", rule: "Text is written with two braces.",
    explanation: """
      `{{{name}}}` writes without escaping, and an author's words may hold `<` or `&`. Text is always escaped; \
      no option changes that.
      """)

  static let notAValue = DiagnosticCode(
    "T303", "not-a-value", rule: "Only text and HTML can be written.",
    explanation: "Flags, lists and records open sections: `{{#name}}...{{/name}}` or `{{^name}}...{{/name}}`."
  )

  static let unquotedValue = DiagnosticCode(
    "T304", "unquoted-attribute", rule: "A value in an attribute stands between quotation marks.",
    explanation: """
      Escaping keeps a value inside quotation marks; without them a blank in it begins a new attribute. Write \
      `href="{{address}}"`.
      """)

  static let valueInScript = DiagnosticCode(
    "T305", "value-in-script", rule: "No value stands in a script or style.",
    explanation: """
      HTML's escapes mean nothing there, so a value could end the script or run as one. Put it into an \
      attribute of an element.
      """)

  static let markupInTag = DiagnosticCode(
    "T306", "value-inside-tag", rule: "A value stands between tags or in an attribute's value.",
    explanation:
      "A value cannot be part of a tag's or attribute's name, and HTML cannot stand in an attribute.")
}
