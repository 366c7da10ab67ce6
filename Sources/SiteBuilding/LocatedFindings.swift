import Diagnostics
import ReleaseChecks
import ReleaseFormat
import ReleaseModel

/// Turns what the rules found about the model into diagnostics about the author's files.
func located(
  _ findings: [Finding], _ archive: ReleaseArchive, _ sources: SourceMap
) -> [Diagnostic] {
  findings.map { finding in
    Diagnostic(
      finding.code, finding.message, at: place(of: finding.subject, archive, sources),
      severity: finding.severity, label: finding.label,
      related: finding.related.map {
        .init(place: place(of: $0.subject, archive, sources), message: $0.message)
      },
      notes: finding.notes, hints: finding.hints)
  }
}

/// Where in the author's files a part of the archive stands.
func place(of subject: Subject, _ archive: ReleaseArchive, _ sources: SourceMap) -> Place {
  let folder = archive.releases[subject.release].folder
  guard let source = sources.release(folder) else { return Place("content/releases/\(folder)") }
  switch subject {
  case .release: return source.file
  case .key(_, let path): return Place(source.file.path, range(ofKey: path, source))
  case .column(_, let statement, let column):
    guard let table = source.statements[checked: statement] else { return source.file }
    return Place(table.path, table.columns[checked: column])
  case .row(_, let statement, let row):
    guard let table = source.statements[checked: statement] else { return source.file }
    return Place(table.path, table.rows[checked: row]?.label)
  case .cell(_, let statement, let row, let column):
    guard let table = source.statements[checked: statement] else { return source.file }
    return Place(table.path, table.rows[checked: row]?.cells[checked: column])
  case .figure(_, let index):
    guard let table = source.figures, let row = table.rows[checked: index] else { return source.file }
    return Place(table.path, row.cells.first ?? row.label)
  }
}

extension Array {
  /// The files are read again for places, and somebody may have changed them since the archive was loaded.
  fileprivate subscript(checked index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

/// Where a key stands, or the nearest value round it: a contact named by its post has no e-mail field there.
private func range(ofKey path: String, _ source: SourceMap.ReleaseSource) -> SourceRange? {
  var parts = path.split(separator: ".")
  while !parts.isEmpty {
    if let range = source.keys[parts.joined(separator: ".")] { return range }
    parts.removeLast()
  }
  return nil
}
