import Diagnostics
import ReleaseChecks
import ReleaseFormat
import ReleaseModel
import ReportPages

/// Checks a release's narrative while it is at hand, and sets aside what the release waives.
func checkedTexts(
  _ index: Int, _ texts: ReleaseTexts, _ archive: ReleaseArchive, _ sources: SourceMap
) -> [Diagnostic] {
  let release = archive.releases[index]
  var diagnostics: [Diagnostic] = []
  if let body = texts.body {
    let found = checkTexts(release, body: body.bytes, boilerplate: texts.boilerplate.map(\.text.bytes))
    diagnostics = found.map { finding in
      Diagnostic(
        finding.code, finding.message, at: Place(body.path, range(of: finding.range, in: body)),
        severity: finding.severity, hints: finding.hints)
    }
  }
  var idle: [Finding] = []
  for (position, waiver) in release.waivers.enumerated()
  where textCheckCodes.contains(where: { $0.id == waiver.code }) {
    var isUsed = false
    for place in diagnostics.indices where diagnostics[place].code.id == waiver.code {
      isUsed = true
      diagnostics[place].severity = .note
      diagnostics[place].hints = []
      diagnostics[place].notes.append("waived: \(waiver.reason)")
    }
    if !isUsed { idle.append(idleWaiver(position, of: index, in: archive)) }
  }
  return diagnostics + located(idle, archive, sources)
}

/// What was found in a release's Markdown, without tags that are told as marks of a printed page already.
func withoutPageMarks(_ found: [Diagnostic], besides told: [Diagnostic]) -> [Diagnostic] {
  let marks = told.filter { $0.code.id == "V508" && $0.severity == .error }
  guard !marks.isEmpty else { return found }
  return found.filter { finding in
    !(finding.code.id == "M100"
      && marks.contains {
        $0.place?.path == finding.place?.path
          && $0.place?.range?.start.line == finding.place?.range?.start.line
      })
  }
}

/// Where bytes of a text stand in its file.
private func range(of bytes: Range<Int>, in text: AuthorText) -> SourceRange {
  let before = text.bytes[..<bytes.lowerBound]
  let line = before.reduce(text.firstLine) { $1 == 0x0A ? $0 + 1 : $0 }
  let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
  return SourceRange(line: line, column: bytes.lowerBound - start + 1, length: bytes.count)
}
