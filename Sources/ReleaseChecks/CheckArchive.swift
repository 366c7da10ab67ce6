public import ReleaseModel

/// What stage 2 says about an archive.
public struct CheckReport: Sendable {
  /// In order of release, then of rule.
  public var findings: [Finding]

  public init(findings: [Finding] = []) { self.findings = findings }
}

/// Stage 2: holds what the archive says against itself, rule by rule.
public func checkArchive(_ archive: ReleaseArchive, _ history: FactHistory) -> CheckReport {
  var report = CheckReport()
  for release in archive.releases.indices {
    for rule in rules { rule(release, archive, history, &report) }
  }
  return report
}

/// A rule looks at one release, with the archive round it, and reports.
typealias Rule =
  @Sendable (
    _ release: Int, _ archive: ReleaseArchive, _ history: FactHistory, _ report: inout CheckReport
  ) -> Void

/// All rules, in the order in which they report.
private let rules: [Rule] = [
  checkReleaseFollowsPeriod
]
