public import Diagnostics

extension DiagnosticCode {
  static let invalidUTF8 = DiagnosticCode(
    "S001", "invalid-utf-8", rule: "a text file is UTF-8",
    explanation: """
      Some bytes of the file are no UTF-8, so nobody can say which letters they stand for. The file was most \
      likely saved as Windows-1252 or ISO 8859-1. Open it in an editor, choose UTF-8 as its encoding and \
      save it again; compare the letters with accents afterwards.
      """)
  static let utf16 = DiagnosticCode(
    "S002", "utf-16", rule: "a text file is UTF-8, not UTF-16",
    explanation: """
      The file is UTF-16, which some spreadsheets write as "Unicode text". Save it again as UTF-8; in Excel \
      the file type is called "CSV UTF-8 (comma delimited)".
      """)
  static let nulByte = DiagnosticCode(
    "S003", "nul-byte", rule: "a text file holds no NUL bytes",
    explanation: """
      A NUL byte never stands in text. The file is a damaged copy, or something other than text under a \
      text file's name.
      """)

  static let malformedYAML = DiagnosticCode(
    "S100", "malformed-yaml", rule: "a YAML file follows the syntax of YAML 1.1",
    explanation: """
      The file cannot be read from this place on, so nothing in it is used. Most often a value holds `: ` \
      or begins with a character that means something in YAML: put such a value in quotation marks. Lines \
      that belong together begin in the same column.
      """)
  static let tabIndentation = DiagnosticCode(
    "S101", "tab-indentation", rule: "YAML is indented with spaces",
    explanation: """
      How far a line is indented says what it belongs to, and a tab has no fixed width, so YAML forbids \
      it there. Replace each tab by two spaces.
      """)
  static let unclosedYAMLQuote = DiagnosticCode(
    "S102", "unclosed-yaml-quote", rule: "a quotation mark that opens a value is closed again",
    explanation: """
      The value reaches to the end of the file because the mark that opens it has no partner. Close it; \
      inside single quotation marks an apostrophe is written twice, inside double ones `\\"` stands for a \
      quotation mark.
      """)
  static let duplicateKey = DiagnosticCode(
    "S103", "duplicate-key", rule: "a key stands once in its mapping",
    explanation: """
      Only one of the two values could count, and which one is not for a program to guess. Remove one, or \
      turn the two into a list.
      """)
  static let yamlAlias = DiagnosticCode(
    "S104", "yaml-alias", rule: "anchors and aliases are not used",
    explanation: """
      With anchors (`&name`) and aliases (`*name`) a line can mean something that stands elsewhere, and a \
      small file can stand for a huge one. Write the value out where it belongs. Text that begins with `&` \
      or `*` goes in quotation marks.
      """)
  static let yamlTag = DiagnosticCode(
    "S105", "yaml-tag", rule: "tags are not used",
    explanation: """
      The key says which type its value has, so a tag such as `!!str` has nothing to add. Text that begins \
      with `!` goes in quotation marks.
      """)
  static let complexKey = DiagnosticCode(
    "S106", "complex-key", rule: "a key is a name",
    explanation: """
      YAML allows a list or a mapping as a key; no key of a site is one. A value that begins with `[` or `{` \
      and is meant as text goes in quotation marks.
      """)
  static let mergeKey = DiagnosticCode(
    "S107", "merge-key", rule: "merge keys are not used",
    explanation: """
      `<<` copies the keys of another mapping. Write them out: whoever reads a release sees all of it.
      """)
  static let deepNesting = DiagnosticCode(
    "S108", "deep-nesting", rule: "values are nested at most 64 deep",
    explanation: "No value of a site needs more than a few levels; a file nested deeper is broken.")
  static let severalDocuments = DiagnosticCode(
    "S109", "several-documents", rule: "a file holds one YAML document",
    explanation: """
      A line `---` begins another document, and only the first would count. Put the other one in a file of \
      its own.
      """)
  static let oversizedYAML = DiagnosticCode(
    "S110", "oversized-yaml", rule: "a YAML file has at most 1 MiB (1,048,576 bytes) and 100,000 values",
    explanation: "Numbers belong in CSV files and long text in Markdown files; both may be larger.")
  static let controlCharacter = DiagnosticCode(
    "S111", "control-character", rule: "a text file holds no control characters",
    explanation: """
      The character cannot be seen, and most came in with pasted text. Some turn the direction of what follows, so \
      that a sentence reads otherwise than it is written; others break feeds and tables. Tabs and line ends are \
      no such characters. Delete it, and do not bring it back by an escape such as `\\x07`.
      """)

  static let unclosedCSVQuote = DiagnosticCode(
    "S200", "unclosed-csv-quote", rule: "a quotation mark that opens a cell is closed again",
    explanation: """
      Without the closing mark the cell swallows the rest of the file. Close it; a quotation mark inside a \
      quoted cell is written twice.
      """)
  static let textAfterQuote = DiagnosticCode(
    "S201", "text-after-quote", rule: "after a quoted cell comes a comma or the end of the line",
    explanation: """
      Quotation marks enclose the whole cell or none of it, and a quotation mark inside a quoted cell is \
      written twice: `"the ""base"" case"`.
      """)
  static let raggedRow = DiagnosticCode(
    "S202", "ragged-row", rule: "every row has as many cells as the header",
    explanation: """
      With a cell too many or too few, the figures to the right of it stand under another period's heading. \
      Look for a thousands separator outside quotation marks (`6,980` is two cells, `"6,980"` is one) or a \
      missing comma; a figure that was not reported is an empty cell, not a missing one.
      """)
  static let foreignSeparator = DiagnosticCode(
    "S203", "foreign-separator", rule: "cells are separated by commas",
    explanation: """
      The file separates its cells with semicolons or tabs, as spreadsheets do in countries that write \
      decimals with a comma. Export it as comma-separated CSV, with points in the decimals.
      """)
  static let oversizedCSV = DiagnosticCode(
    "S204", "oversized-csv", rule: "a CSV file has at most 1,000 columns and 200,000 cells",
    explanation: "A statement has some hundred cells; a file this large is something else.")
  static let missingHeader = DiagnosticCode(
    "S205", "missing-header", rule: "the first row of a CSV file names its columns",
    explanation: "The file is empty. Begin it with the names of its columns, `concept,label,2003-Q3`.")

  static let unclosedFrontMatter = DiagnosticCode(
    "S300", "unclosed-front-matter", rule: "front matter ends with a line of three hyphens",
    explanation: """
      A first line `---` begins the front matter, and a second one must end it before the text begins. If \
      the text is meant to begin with a rule, write `***`.
      """)
}

/// The findings of this module, in the order of their codes.
public let sourceSyntaxCodes: [DiagnosticCode] = [
  .invalidUTF8, .utf16, .nulByte,
  .malformedYAML, .tabIndentation, .unclosedYAMLQuote, .duplicateKey, .yamlAlias, .yamlTag, .complexKey,
  .mergeKey, .deepNesting, .severalDocuments, .oversizedYAML, .controlCharacter,
  .unclosedCSVQuote, .textAfterQuote, .raggedRow, .foreignSeparator, .oversizedCSV, .missingHeader,
  .unclosedFrontMatter,
]
