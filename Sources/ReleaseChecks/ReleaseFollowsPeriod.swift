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
  static let releaseLongAfterPeriod = DiagnosticCode(
    "V606", "release-long-after-period",
    rule: "A release reports on a period that ended within the last year.",
    explanation:
      "A period that ended long before is most often a year that was not changed when a file was copied.")
}

/// V601 and V606: the period is over when its results are told, and not long over.
let checkReleaseFollowsPeriod: Rule = { checked in
  let release = checked.release
  guard release.kind == .earnings, let period = release.period else { return nil }
  let day = release.released.day
  let related = [Finding.Related(.key(release: checked.index, path: "period"), "the period")]
  if day <= period.end {
    return [
      Finding(
        .releaseBeforePeriodEnds, "released on \(day), but its period ends on \(period.end)",
        at: .key(release: checked.index, path: "released"), label: "the period is not over yet",
        related: related, hints: ["correct `released` or `period`"])
    ]
  }
  guard day.days(since: period.end) > 365 else { return [] }
  return [
    Finding(
      .releaseLongAfterPeriod, "released on \(day), more than a year after its period ended on \(period.end)",
      at: .key(release: checked.index, path: "period"), severity: .warning,
      hints: ["correct `period`, or waive the check with a reason"])
  ]
}
