public import Diagnostics
public import ReleaseModel

extension DiagnosticCode {
  static let waiverWithoutReason = DiagnosticCode(
    "V901", "waiver-without-reason",
    rule: "A waiver says why the check is set aside.",
    explanation: "Readers see the reason on the data-quality page: `allow: [V503: \"printed so\"]`.")
  static let unknownWaiver = DiagnosticCode(
    "V902", "unknown-waiver",
    rule: "A waiver names a check.",
    explanation: "The codes of checks begin with V; `sitegen explain` lists them.")
  static let idleWaiver = DiagnosticCode(
    "V903", "idle-waiver",
    rule: "A waived check would fail without the waiver.",
    explanation: """
      A waiver that outlives its cause would hide the next mistake of its kind. Remove the entry of `allow`.
      """)
}

/// Sets aside the findings of one release that its `allow:` names, for one group of checks.
///
/// What is waived stays as a note that carries the reason. A waiver of one of `codes` for which nothing was
/// found is itself a finding; so call this once for each group, with all of the release's findings of it.
///
/// - Parameter used: codes that are known to be needed whatever `findings` say.
public func settleWaivers(
  _ findings: [Finding], of release: Int, among codes: [DiagnosticCode], in archive: ReleaseArchive,
  used: Set<String> = []
) -> (findings: [Finding], waived: [ReleaseRecord.Waived]) {
  var used = used
  var settled: [Finding] = []
  var waived: [ReleaseRecord.Waived] = []
  let waivers = archive.releases[release].waivers
  for finding in findings {
    guard let waiver = waivers.first(where: { $0.code == finding.code.id && !isBlank($0.reason) }) else {
      settled.append(finding)
      continue
    }
    used.insert(waiver.code)
    let note = setAside(finding, waiver.reason)
    settled.append(note)
    waived.append(.init(finding: note, reason: waiver.reason))
  }
  for (index, waiver) in waivers.enumerated() where !used.contains(waiver.code) && !isBlank(waiver.reason) {
    guard codes.contains(where: { $0.id == waiver.code }) else { continue }
    settled.append(idleWaiver(index, of: release, in: archive))
  }
  return (settled, waived)
}

/// The finding about a waiver whose check finds nothing.
public func idleWaiver(_ index: Int, of release: Int, in archive: ReleaseArchive) -> Finding {
  let code = archive.releases[release].waivers[index].code
  return Finding(
    .idleWaiver, "'\(code)' is waived, but the check finds nothing",
    at: .key(release: release, path: "allow.\(index).\(code)"), hints: ["remove the entry from 'allow'"])
}

/// The release's waivers that say too little or name nothing, whatever is found.
func checkWaivers(of release: Int, in archive: ReleaseArchive) -> [Finding] {
  archive.releases[release].waivers.enumerated().compactMap { index, waiver in
    let place = Subject.key(release: release, path: "allow.\(index).\(waiver.code)")
    if isBlank(waiver.reason) {
      return Finding(
        .waiverWithoutReason, "'\(waiver.code)' is waived without a reason", at: place,
        hints: ["write \(waiver.code): \"the reason\""])
    }
    // Checks of prose have codes of their own, V4 and two digits, and are settled with the texts.
    if waiver.code.hasPrefix("V4") || releaseCheckCodes.contains(where: { $0.id == waiver.code }) {
      return nil
    }
    return Finding(
      .unknownWaiver, "there is no check '\(waiver.code)'", at: place,
      hints: didYouMean(waiver.code, among: releaseCheckCodes.map(\.id)))
  }
}

/// Whether a release waives a check, with a reason.
func isWaived(_ code: String, in release: Int, _ archive: ReleaseArchive) -> Bool {
  archive.releases[release].waivers.contains { $0.code == code && !isBlank($0.reason) }
}

/// Puts the findings in their order and the waived ones aside, release by release.
///
/// `waived` are those whose relations were waived by the release that completes them; `used` tells by which.
func settle(
  _ findings: [Finding], _ waived: [Finding], _ used: [Int: Set<String>], _ archive: ReleaseArchive,
  _ report: inout CheckReport
) {
  let found = Dictionary(grouping: findings, by: \.subject.release)
  let aside = Dictionary(grouping: waived, by: \.subject.release)
  for release in archive.releases.indices {
    let mine = found[release] ?? []
    if mine.isEmpty, aside[release] == nil, archive.releases[release].waivers.isEmpty { continue }
    var result = settleWaivers(
      mine, of: release, among: archiveCheckCodes, in: archive, used: used[release] ?? [])
    for finding in aside[release] ?? [] {
      let releases = [release] + finding.related.map(\.subject.release)
      let reason = releases.lazy.flatMap { archive.releases[$0].waivers }
        .first { $0.code == finding.code.id }?.reason
      let note = setAside(finding, reason ?? "")
      result.findings.append(note)
      result.waived.append(.init(finding: note, reason: reason ?? ""))
    }
    result.findings += checkWaivers(of: release, in: archive)
    report.releases[release].waived += result.waived
    report.findings += result.findings.enumerated().sorted {
      ($0.element.code.id, $0.offset) < ($1.element.code.id, $1.offset)
    }.map(\.element)
  }
}

private func setAside(_ finding: Finding, _ reason: String) -> Finding {
  var note = finding
  note.severity = .note
  note.hints = []
  note.notes.append("waived: \(reason)")
  return note
}

private func isBlank(_ text: String) -> Bool {
  text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }
}
