import Diagnostics
import ReleaseModel

extension DiagnosticCode {
  static let emptyRelease = DiagnosticCode(
    "V510", "empty-release",
    rule: "A release says more than its headline.",
    explanation: """
      A release may be figures alone, or an event, or a document; then it needs no `body.md`. One that has nothing of all \
      that has most often lost a file: its page would be a headline and a date. A release that is its headline alone \
      waives the check. (That a published text went missing is an error of its own where there is a `urls.lock`.)
      """)
}

/// V510: a release has words, figures, events or documents.
let checkEmptyRelease: Rule = { checked in
  let release = checked.release
  let hasWords = release.hasNarrative || release.summary != nil || !release.boilerplate.isEmpty
  guard !hasWords, release.ownCurrency == nil, release.figures.isEmpty, release.events.isEmpty,
    release.attachments.isEmpty, release.sources.isEmpty, release.charts.isEmpty
  else { return nil }
  return [
    Finding(
      .emptyRelease, "'\(release.folder)' has no body.md and nothing else to show below its headline",
      at: .key(release: checked.index, path: "headline"), severity: .warning,
      hints: [
        "add body.md, or a summary, figures, an event or attachments; or waive the check: allow: [V510: \"...\"]"
      ])
  ]
}
