import CivilTime
import Diagnostics
import MarkdownRendering
import ReleaseChecks
import ReleaseFormat
import ReleaseModel
import ReportPages

/// Holds the texts of one page against the archive.
///
/// Nothing is said of texts that the parser was not given: nobody knows what is a link in them.
///
/// - Parameter release: the release whose page it is, by its place in the archive; `nil` for other pages.
func checkProse(
  _ texts: [AuthorText], release: Int?, _ inputs: SiteInputs, _ made: inout MadePage
) -> ProseReport {
  if texts.contains(where: \.scan.isRefused) { return ProseReport() }
  let context = ProseContext(
    archive: inputs.context.archive, history: inputs.context.history, release: release,
    vocabulary: inputs.vocabulary, zones: inputs.zones)
  let report = checkProse(texts.map { proseText($0) }, context)
  let counts = report.counts
  made.prose += counts
  made.diagnostics += located(report.waiverFindings, context.archive, inputs.loaded.sources)
  made.diagnostics += located(report.findings, in: texts, inputs)
  return report
}

/// What the checks read of a text, from what the parser found in it.
private func proseText(_ text: AuthorText) -> ProseText {
  ProseText(
    bytes: text.normalized,
    links: text.scan.claims.map { ProseLink(destination: $0.destination, text: $0.text, range: $0.range) },
    masked: text.scan.verbatim + text.scan.links.map(\.range) + text.scan.brokenClaims)
}

/// Turns findings about texts into diagnostics about the author's files.
private func located(
  _ findings: [ProseFinding], in texts: [AuthorText], _ inputs: SiteInputs
) -> [Diagnostic] {
  var indexed: (text: Int, lines: LineIndex)?
  return findings.map { finding in
    let text = texts[finding.text]
    let lines: LineIndex
    if let indexed, indexed.text == finding.text {
      lines = indexed.lines
    } else {
      lines = text.normalized.withUnsafeBufferPointer { LineIndex($0, firstLine: text.firstLine) }
      indexed = (finding.text, lines)
    }
    // A link whose place the parser does not know leads to the address that it uses.
    let range = finding.range.isEmpty ? text.scan.links.first { $0.form == .reference }?.range : finding.range
    let notes =
      finding.others.isEmpty
      ? TextList(finding.notes) : listed(finding.others, finding.notes, lines)
    return Diagnostic(
      finding.code, finding.message, at: Place(text.path, lines.range(of: range ?? finding.range)),
      severity: finding.severity, label: finding.label,
      related: finding.related.map {
        .init(
          place: place(of: $0.subject, inputs.context.archive, inputs.loaded.sources), message: $0.message)
      },
      notes: notes, hints: finding.hints)
  }
}

/// The further places of a finding, line by line: `line 7: '$2,406,000', '85%'`. Its other notes follow.
private func listed(_ others: [ProseFinding.Other], _ notes: [String], _ lines: LineIndex) -> TextList {
  var list = TextList()
  var count = 0
  var line: Int32 = 0
  for (index, other) in others.enumerated() {
    let next = lines.position(of: other.range.lowerBound).line
    if next == line {
      list.appendToLast(", '")
    } else if count == 4 {
      // Whoever links so many works through the text, not through this list.
      list.append("and \(others.count - index) more in the lines after that")
      break
    } else {
      list.append("line ")
      list.appendToLast(String(next))
      list.appendToLast(": '")
      count += 1
      line = next
    }
    list.appendToLast(other.words)
    list.appendToLast("'")
  }
  for note in notes { list.append(note) }
  return list
}

/// The zones whose abbreviations are checked in texts and those of the companies, read from the system's database once.
func loadZones(_ source: SiteSource, _ archive: ReleaseArchive) -> [String: Zone] {
  var zones: [String: Zone] = [:]
  for name in zonesInProse + archive.companies.map(\.zone) where zones[name] == nil {
    zones[name] = source.zone(name).flatMap { Zone(name: name, tzif: $0) }
  }
  return zones
}
