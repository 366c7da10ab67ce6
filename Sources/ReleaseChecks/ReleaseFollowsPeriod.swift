import CivilTime
import Diagnostics
import ReleaseModel

extension DiagnosticCode {
  static let releaseBeforePeriodEnds = DiagnosticCode(
    "V601", "release-before-period-ends",
    rule: "A release that reports on a period is dated after the period has ended.",
    explanation: """
      Results are known only when their period is over. A release dated before that has a slip in `released` or in \
      `period`; the folder's name repeats the date.
      """)
}

/// V601: the period is over when its results are told.
let checkReleaseFollowsPeriod: Rule = { index, archive, _, report in
  let release = archive.releases[index]
  guard release.kind == .earnings, let period = release.period, release.released.day <= period.end else {
    return
  }
  report.findings.append(
    Finding(
      .releaseBeforePeriodEnds,
      "released on \(release.released.day), but its period ends on \(period.end)",
      at: .key(release: index, path: "released"), label: "the period is not over yet",
      related: [.init(.key(release: index, path: "period"), "the period")],
      hints: ["correct `released` or `period`"]))
}
