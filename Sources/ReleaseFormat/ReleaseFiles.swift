import Diagnostics
import ReleaseModel
import SourceSyntax

/// Reads the keys of `release.yaml` that name files of its folder: `statements`, `figures`, `attachments`.
func decodeFiles(
  _ mapping: YAMLMapping, in folder: ReleaseFolder, _ release: inout Release.Parts,
  _ decoded: inout DecodedRelease, _ context: ReleaseContext, _ findings: inout Findings
) {
  for node in mapping.entries(
    "statements", example: "{ file: income-statement.csv, title: ..., unit: USD }", &findings)
  {
    guard let (file, statement) = decodeStatementEntry(node, in: folder, &decoded.files, &findings) else {
      continue
    }
    decoded.statements.append((file, statement))
  }
  if let node = mapping["figures"] {
    decoded.figures = decodeFileName(node, .key("figures"), in: folder, &decoded.files, &findings)
  } else if folder.has("figures.csv"), decoded.files.insert("figures.csv").inserted {
    decoded.figures = "figures.csv"
  }
  release.attachments = mapping.entries(
    "attachments", example: "{ file: slides.pdf, title: ... }", &findings
  ).compactMap {
    decodeAttachment(
      $0, in: folder, tables: decoded.statements.map(\.statement.name), context, &decoded.files, &findings)
  }
}

/// Reads one of `statements`.
private func decodeStatementEntry(
  _ node: Node, in folder: ReleaseFolder, _ files: inout Set<String>, _ findings: inout Findings
) -> (file: String, statement: StatementEntry)? {
  guard
    let mapping = YAMLMapping(
      node, .entry(of: "statements"), what: "a statement",
      keys: ["file", "title", "unit", "scale", "audited", "change", "sparkline"], &findings)
  else { return nil }
  let fileNode = mapping.required("file", &findings)
  let file = fileNode.flatMap { decodeFileName($0, .key("file"), in: folder, &files, &findings) }
  let title = mapping.requiredText("title", &findings)
  let unit = mapping.required("unit", &findings).flatMap { decodeCurrency($0, .key("unit"), &findings) }
  var scale: Statement.Scale? = .ones
  if let node = mapping["scale"] { scale = node.choice(.key("scale"), &findings) }
  let audited = mapping["audited"].flatMap { $0.flag(.key("audited"), &findings) }
  let changes = decodeChanges(mapping.entries("change", &findings), &findings)
  let hasSparklines = mapping["sparkline"].flatMap { $0.flag(.key("sparkline"), &findings) } ?? false
  guard let fileNode, let file else { return nil }
  let name = stem(of: file)
  guard file.hasSuffix(".csv"), isAddressName(name), !file.utf8.contains(UInt8(ascii: "/")) else {
    findings.report(
      .badFileName, "a statement's file has a name such as income-statement.csv, not '\(file)'",
      at: fileNode.range)
    return nil
  }
  return (
    file,
    StatementEntry(
      name: name, title: title ?? "", currency: unit, scale: scale ?? .ones, audited: audited,
      changes: changes, hasSparklines: hasSparklines,
      // An unknown key may have been meant for the scale, and figures of an unknown scale contradict everything.
      isComplete: title != nil && unit != nil && scale != nil
        && (mapping["scale"] != nil || !mapping.hasUnknownKeys))
  )
}

/// Reads `change` of a statement: which changes stand beside its columns.
private func decodeChanges(_ nodes: [Node], _ findings: inout Findings) -> [Statement.Change] {
  var changes: [Statement.Change] = []
  for node in nodes {
    guard let change: Statement.Change = node.choice(.entry(of: "change"), &findings) else { continue }
    if changes.contains(change) {
      findings.report(.duplicateEntry, "'change' names '\(change.rawValue)' twice", at: node.range)
    } else {
      changes.append(change)
    }
  }
  return changes
}

/// Reads one of `attachments`; `tables` are the names under which the site publishes its own tables.
private func decodeAttachment(
  _ node: Node, in folder: ReleaseFolder, tables: [String], _ context: ReleaseContext,
  _ files: inout Set<String>, _ findings: inout Findings
) -> Attachment? {
  guard
    let mapping = YAMLMapping(
      node, .entry(of: "attachments"), what: "an attachment", keys: ["file", "title", "alt"], &findings)
  else { return nil }
  let fileNode = mapping.required("file", &findings)
  let name = fileNode.flatMap { decodeFileName($0, .key("file"), in: folder, &files, &findings) }
  let title = mapping.requiredText("title", &findings)
  let alternative = mapping.text("alt", &findings)
  guard let fileNode, let name, let file = folder.file(name) else { return nil }
  guard isPublishable(name, beside: tables) else {
    findings.report(
      .badFileName, "'\(name)' cannot be published beside the release under this name", at: fileNode.range,
      hints: ["use letters, digits, '-', '_' and '.', and none of the names that the site writes itself"])
    return nil
  }
  if let reason = activeContent(of: name, { try? context.read(file.path).get() }) {
    findings.report(
      .activeAttachment, "'\(name)' \(reason)", at: fileNode.range,
      hints: ["publish a document, table, slides or picture instead, or pack it into a .zip"])
    return nil
  }
  if alternative == nil, isPicture(name) {
    findings.report(
      .pictureWithoutText, "the picture '\(name)' has no 'alt'", at: fileNode.range, severity: .warning,
      hints: ["say what it shows: alt: The plant in Los Angeles"])
  }
  if let promised = FileFormat(promisedBy: name), let bytes = context.beginning(file.path, FileFormat.reach),
    !promised.fits(bytes)
  {
    let found = FileFormat.allCases.first { $0.fits(bytes) }
    findings.report(
      .otherFileFormat,
      "'\(name)' is \(found.map { "\($0.words), not \(promised.words)" } ?? "not \(promised.words)")",
      at: fileNode.range, severity: .warning,
      hints: [found == nil ? "put the right file there" : "give the file the ending of what it is"])
  }
  return title.map { Attachment(file: name, title: $0, alternative: alternative, size: file.size) }
}

/// Reads the name of a file of the folder; one that is not there, or named twice, is a finding.
private func decodeFileName(
  _ node: Node, _ subject: Subject, in folder: ReleaseFolder, _ files: inout Set<String>,
  _ findings: inout Findings
) -> String? {
  guard let name = node.text(subject, &findings) else { return nil }
  guard folder.has(name) else {
    findings.report(
      .missingFile, "the folder '\(folder.name)' has no file '\(name)'", at: node.range,
      hints: folder.names.contains(name)
        // Letters that look alike can be other characters: u with its dots is one of them, or two.
        ? [
          "a file there is called so in other characters; rename it with the letters a to z, digits, '-', '_' and '.'"
        ]
        : findings.suggestions(
          for: name, among: folder.names.filter { $0 != "release.yaml" && $0 != "body.md" }))
    return nil
  }
  guard name != "release.yaml", name != "body.md" else {
    findings.report(.badFileName, "'\(name)' already has its part in the release", at: node.range)
    return nil
  }
  if files.insert(name).inserted { return name }
  findings.report(.duplicateEntry, "the file '\(name)' is named twice", at: node.range)
  return nil
}

/// Whether a file may lie beside a release's page: a plain name that the site does not use itself.
private func isPublishable(_ name: String, beside tables: [String]) -> Bool {
  let parts = name.split(separator: "/", omittingEmptySubsequences: false)
  let plain = parts.allSatisfy { part in
    part.utf8.first.map { isLetter($0) || isDigit($0) } ?? false
      && part.utf8.allSatisfy { isLetter($0) || isDigit($0) || "-_.".utf8.contains($0) }
  }
  let lower = name.lowercased()
  let isTable =
    [".csv", ".xlsx"].contains { lower.hasSuffix($0) } && (tables + ["figures"]).contains(stem(of: lower))
  let isOurs = ["index.html", "index.md", "release.json"].contains(lower) || lower.hasSuffix(".ics")
  return plain && !isTable && !isOurs
}
