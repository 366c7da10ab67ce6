import Diagnostics
import MarkdownRendering
import PageTemplates
import ReleaseChecks
import ReleaseFormat
import ReportPages
import SVGCharts
import SiteBuilding
import SiteFiles
import SourceSyntax

/// Every code of every module, ordered by its letter and number.
let catalogue: [DiagnosticCode] = [
  sourceSyntaxCodes, releaseFormatCodes, releaseCheckCodes, proseCodes, chartCodes, markdownCodes,
  templateCodes,
  reportPagesCodes, siteBuildingCodes, siteFilesCodes,
].flatMap(\.self).sorted { $0.id < $1.id }

/// The code with that identifier or name, in any case.
func catalogueEntry(_ name: String) -> DiagnosticCode? {
  let wanted = name.lowercased()
  return catalogue.first { $0.id.lowercased() == wanted || $0.slug == wanted }
}

/// One code: `P201 foreign-files`, the rule, and why it is there.
func explanation(of code: DiagnosticCode, width: Int) -> String {
  let width = min(width, 96)
  return """
    \(code.id) \(code.slug)

    \(wrapped(sentence(code.rule), width: width))

    \(wrapped(code.explanation, width: width))

    """
}

/// All codes, one a line: the code, its name, its rule.
func catalogueList() -> String {
  let slugWidth = catalogue.map(\.slug.count).max() ?? 0
  return catalogue.map { code in
    "\(code.id)  \(code.slug)\(String(repeating: " ", count: slugWidth - code.slug.count))  \(sentence(code.rule))\n"
  }.joined()
}

/// A rule as a sentence: with a capital letter and a full stop.
private func sentence(_ rule: String) -> String {
  rule.prefix(1).uppercased() + rule.dropFirst() + (rule.hasSuffix(".") ? "" : ".")
}

/// Text with lines of at most `width` characters, broken between words; blank lines part paragraphs, and
/// indented lines and list items stay lines of their own.
func wrapped(_ text: String, width: Int) -> String {
  var lines: [String] = []
  for source in text.split(separator: "\n", omittingEmptySubsequences: false) {
    let indent = String(source.prefix { $0 == " " })
    var line = indent
    for word in source.split(separator: " ") {
      let isFirst = line.count == indent.count
      if !isFirst && line.count + 1 + word.count > width {
        lines.append(line)
        line = indent + word
      } else {
        line += (isFirst ? "" : " ") + word
      }
    }
    lines.append(line)
  }
  return lines.joined(separator: "\n")
}
