import Diagnostics
import ReleaseModel
import SourceSyntax

/// Reads `corrections`: what was changed after publication, when and why, and where the text and data stand
/// as they were until then.
///
/// - Parameter versions: takes the names of their folders, those of corrections that mean nothing too.
func decodeCorrections(
  _ nodes: [Node], of released: Moment?, in folder: ReleaseFolder, naming versions: inout Set<String>,
  _ context: ReleaseContext, _ findings: inout Findings
) -> [Correction] {
  var corrections: [Correction] = []
  for node in nodes {
    guard
      let mapping = YAMLMapping(
        node, .entry(of: "corrections"), what: "a correction", keys: ["date", "what", "why", "version"],
        &findings)
    else { continue }
    let date = mapping.required("date", &findings).flatMap {
      decodeMoment($0, .key("date"), zones: context.zones, &findings)
    }
    let what = mapping.requiredText("what", &findings)
    let why = mapping.text("why", &findings)
    let version = mapping["version"].flatMap { decodeVersion($0, in: folder, &versions, &findings) }
    guard let date, let what else { continue }
    if let released, date.day < released.day {
      findings.report(
        .backwards, "the correction of \(date.day) is dated before the release of \(released.day)",
        at: mapping["date"]?.range)
      continue
    }
    if let last = corrections.last, date.day < last.date.day {
      findings.report(
        .backwards, "the correction of \(date.day) stands after that of \(last.date.day)",
        at: mapping["date"]?.range, hints: ["list corrections in the order of their dates"])
      continue
    }
    corrections.append(Correction(date: date, what: what, why: why, version: version))
  }
  return corrections
}

/// Reads the name of a folder under `versions/`; one that is not there, or named twice, is a finding.
private func decodeVersion(
  _ node: Node, in folder: ReleaseFolder, _ taken: inout Set<String>, _ findings: inout Findings
) -> String? {
  guard let name = node.text(.key("version"), &findings) else { return nil }
  // An old version may tell of corrections before it; their versions stand beside it.
  if folder.isVersion { return nil }
  let known = folder.versions
  guard known.contains(name) else {
    findings.report(
      .missingVersion, "the folder '\(folder.name)' has no folder 'versions/\(name)'", at: node.range,
      hints: findings.suggestions(for: name, among: known)
        + ["keep release.yaml, body.md and the tables there as they stood before the correction"])
    return nil
  }
  guard isAddressName(name) else {
    findings.report(
      .missingVersion, "a version's folder is named by lower-case letters, digits and hyphens, not '\(name)'",
      at: node.range, hints: ["its name becomes part of an address"])
    return nil
  }
  if taken.insert(name).inserted { return name }
  findings.report(.duplicateEntry, "'corrections' names the version '\(name)' twice", at: node.range)
  return nil
}
