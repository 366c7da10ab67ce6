import CivilTime
public import Diagnostics
import ReleaseModel
import SourceSyntax

/// What a release's folder comes to.
struct LoadedRelease: Sendable {
  /// `nil` where the folder says too little to make a release of it.
  var release: Release.Parts?
  /// Where everything stands, where that was asked for.
  var source: SourceMap.ReleaseSource?
  /// The release as it stood before each correction that keeps what it changed.
  var versions: [OldVersion] = []
  var diagnostics: [Diagnostic]
}

/// Reads a release's folder; a pure function, so folders may be read side by side.
///
/// - Parameters:
///   - day: of an old version, whose own folder does not tell it.
///   - notesPlaces: whether to tell where everything stands.
func loadRelease(
  _ folder: ReleaseFolder, of day: Day? = nil, _ context: ReleaseContext,
  notesPlaces: Bool = false
) -> LoadedRelease {
  let path = folder.path(of: "release.yaml")
  var findings = Findings(path ?? folder.path + "release.yaml")
  guard let path else {
    findings.report(
      .missingReleaseFile, "the folder '\(folder.name)' has no release.yaml", at: nil,
      hints: didYouMean("release.yaml", among: folder.names))
    return LoadedRelease(diagnostics: findings.diagnostics)
  }
  let day = day ?? dayOfFolder(folder.name)
  if day == nil, isImpossibleDay(folder.name.prefix(10)), folder.name.dropFirst(10).first == "-" {
    findings.report(
      .badFolderName,
      "the calendar has no day '\(folder.name.prefix(10))', with which '\(folder.name)' begins", at: nil,
      hints: ["rename the folder to the day of 'released'"])
  } else if day == nil {
    findings.report(
      .badFolderName, "a release's folder is named YYYY-MM-DD-slug, not '\(folder.name)'", at: nil,
      hints: ["slugs are lower-case letters, digits and hyphens: 2003-11-14-third-quarter-results"])
  }
  guard let node = readYAML(context.read, &findings) else {
    return LoadedRelease(diagnostics: findings.diagnostics)
  }
  var source = SourceMap.ReleaseSource(file: Place(path))
  if notesPlaces { source.keys = keyRanges(of: node) }
  let decoded = decodeRelease(node, in: folder, day, context, &findings)
  if notesPlaces { source.charts = decoded.charts }
  var release = decoded.release
  release?.hasNarrative = folder.has("body.md")
  // Tables are read even where no release comes of the folder, so that one run reports all there is.
  for entry in decoded.statements {
    var table = Findings(folder.path(of: entry.file) ?? folder.path + entry.file)
    let read = readStatement(entry.statement, decoded.fiscal, context, &table)
    findings.diagnostics += table.diagnostics
    guard let read, entry.statement.isComplete else { continue }
    release?.statements.append(read.statement)
    if notesPlaces { source.statements.append(read.places(table.path)) }
  }
  if let file = decoded.figures {
    var table = Findings(folder.path(of: file) ?? folder.path + file)
    if let cells = readTable(&table, context),
      let (figures, tableSource) = decodeFigures(
        cells, in: decoded.statements.first?.statement.currency, decoded.fiscal, context, &table)
    {
      release?.figures = figures
      if notesPlaces { source.figures = tableSource }
    }
    findings.diagnostics += table.diagnostics
  }
  findings.diagnostics += unusedFiles(
    folder, named: decoded.files, versions: decoded.namedVersions, unless: findings.diagnostics)
  var loaded = LoadedRelease(
    release: release, source: notesPlaces ? source : nil, diagnostics: findings.diagnostics)
  if let release, !notesPlaces {
    loadVersions(decoded.versions, of: release, in: folder, context, into: &loaded)
  }
  if decoded.isDraft { loaded.diagnostics = loaded.diagnostics.map(\.ofADraft) }
  return loaded
}

extension Diagnostic {
  /// The finding as a note: what is still being written may be wrong, and stops nothing.
  public var ofADraft: Diagnostic {
    guard severity != .note else { return self }
    var note = self
    note.severity = .note
    note.notes.append("the release is a draft, so this stops nothing")
    return note
  }
}

/// Reads the release as it stood before its corrections.
///
/// An old version is a release of its own day, without versions of its own.
private func loadVersions(
  _ versions: [(correction: Int, name: String)], of release: Release.Parts, in folder: ReleaseFolder,
  _ context: ReleaseContext, into loaded: inout LoadedRelease
) {
  for (correction, name) in versions {
    let read = loadRelease(folder.version(name), of: release.released.day, context)
    loaded.diagnostics += read.diagnostics
    guard let old = read.release else { continue }
    if old.company != release.company {
      loaded.diagnostics.append(
        Diagnostic(
          .missingVersion, "the old version is a release of '\(old.company)', not of '\(release.company)'",
          at: Place(folder.version(name).path + "release.yaml")))
      continue
    }
    loaded.versions.append(OldVersion(current: release.folder, correction: correction, release: Release(old)))
  }
}

private func readStatement(
  _ entry: StatementEntry, _ fiscal: FiscalCalendar, _ context: ReleaseContext, _ findings: inout Findings
) -> DecodedStatement? {
  guard let table = readTable(&findings, context) else { return nil }
  return decodeStatement(table, entry, isWhole: !findings.hasErrors, fiscal, context, &findings)
}

/// The day of a folder's name, `2003-11-14-third-quarter-results`; `nil` for another shape.
func dayOfFolder(_ name: String) -> Day? {
  name.withBytes { bytes in
    guard bytes.count > 11, let day = Day(iso: UnsafeBufferPointer(rebasing: bytes[..<10])),
      bytes[10] == UInt8(ascii: "-"), isAddressName(bytes[11...])
    else { return nil }
    return day
  }
}

private func readTable(_ findings: inout Findings, _ context: ReleaseContext) -> CSVTable? {
  guard let text = readText(findings.path, context.read, &findings.diagnostics) else { return nil }
  let before = findings.diagnostics.count
  let table = parseCSV(text, diagnostics: &findings.diagnostics)
  if table == nil, findings.diagnostics.count == before {
    findings.report(.missingColumn, "the file is empty; a header begins with 'concept,label'", at: nil)
  }
  return table
}

/// Files of a release's folder that nothing names: they would be missing from the site without a word.
///
/// A name that leads to no file is reported already, and may have meant one of them; so may a key that is misspelled.
private func unusedFiles(
  _ folder: ReleaseFolder, named: Set<String>, versions: Set<String>, unless findings: [Diagnostic]
) -> [Diagnostic] {
  if findings.contains(where: { $0.code == .missingFile || $0.code == .unknownKey }) { return [] }
  return folder.files.indices.compactMap { place in
    let isText = folder.files.base.withPath(at: place) { path in
      let name = path.part(folder.path.utf8.count..<path.count)
      return name.isEqual(to: "release.yaml") || name.isEqual(to: "body.md")
    }
    if isText { return nil }
    let file = folder.files[place]
    let name = folder.name(of: file)
    guard !named.contains(name),
      !versions.contains(where: { name.hasPrefix("versions/\($0)/") })
    else { return nil }
    let hint =
      name.split(separator: "/").last.flatMap { lockFileHint(String($0)) }
      ?? (name.hasPrefix("versions/")
        ? "name its folder as the 'version' of a correction"
        : name.hasSuffix(".csv")
          ? "name it under 'statements' or 'figures' of release.yaml"
          : activeContent(of: name, { nil }) == nil
            ? "name it under 'attachments' of release.yaml"
            : "move it out of the folder, or publish it as a document or in a .zip under 'attachments'")
    return Diagnostic(
      .unusedReleaseFile, "'\(name)' is not named in release.yaml and will not be published",
      at: Place(file.path), severity: .warning, hints: [hint])
  }
}
