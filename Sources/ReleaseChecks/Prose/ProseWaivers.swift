import Diagnostics
import ReleaseModel

/// Sets aside what releases waive: such findings become notes that carry the reason, and a waiver for a
/// check of the prose that found nothing is an error of its own.
///
/// A page outside releases repeats figures that releases told. What a release waives about its own figure
/// is waived for those who quote it, too.
func applyWaivers(to report: inout ProseReport, _ context: ProseContext) {
  var used: Set<String> = []
  let own = context.release.map { context.archive.releases[$0].waivers } ?? []
  for index in report.findings.indices {
    let finding = report.findings[index]
    let teller = context.release == nil ? finding.teller : nil
    let waivers = own + (teller.map { context.archive.releases[$0].waivers } ?? [])
    guard let waiver = waivers.first(where: { $0.code == finding.code.id && !$0.reason.isEmpty }) else {
      continue
    }
    used.insert(waiver.code)
    report.waived.append(WaivedProse(finding: finding, reason: waiver.reason))
    report.findings[index].severity = .note
    report.findings[index].notes.append("waived: \(waiver.reason)")
    report.findings[index].hints = []
  }
  guard let release = context.release else { return }
  for (index, waiver) in own.enumerated() where waiver.code.hasPrefix("V4") && !used.contains(waiver.code) {
    let isKnown = proseCodes.contains { $0.id == waiver.code }
    report.waiverFindings.append(
      isKnown
        ? idleWaiver(index, of: release, in: context.archive)
        : Finding(
          .unknownWaiver, "there is no check '\(waiver.code)'",
          at: .key(release: release, path: "allow.\(index).\(waiver.code)"),
          hints: didYouMean(waiver.code, among: proseCodes.map(\.id))))
  }
}
