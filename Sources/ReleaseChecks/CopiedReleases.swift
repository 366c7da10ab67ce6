import Diagnostics
import ReleaseModel

extension DiagnosticCode {
  static let copiedRelease = DiagnosticCode(
    "V610", "copied-release",
    rule: "A release is published once.",
    explanation: """
      Two releases of one company that came out at the same time, report on the same period and have the same headline \
      are most often one folder and its copy. Readers would find the release twice in every list. Where there are two \
      indeed, say in a headline or summary how they differ, or waive the check in the later folder.
      """)
}

/// V610: releases that are most likely a folder and its copy: of one company, time, kind and period, with the same words
/// over them.
let checkCopiedRelease: Rule = { checked in
  let releases = checked.archive.releases
  let (release, index) = (checked.release, checked.index)
  guard let earlier = checked.whole.earlierThatDay[index] else { return nil }
  let head = ReleaseHead(release)
  let found = earlier.suffix(farthestCopy).first { other in
    releases[other].headline == release.headline && ReleaseHead(releases[other]) == head
  }
  guard let other = found else { return [] }
  return [
    Finding(
      .copiedRelease,
      "'\(release.folder)' has time, period and headline of '\(releases[other].folder)', and would be published beside it",
      at: .key(release: index, path: "headline"), severity: .warning,
      related: [.init(.key(release: other, path: "headline"), "the other release")],
      hints: ["remove one of the two, or say in its headline or summary how it differs"])
  ]
}

/// How many releases of its day before one are looked at: no honest day has so many, and others need not take long.
private let farthestCopy = 500

/// What tells one release from another to readers of a list.
private struct ReleaseHead: Hashable {
  var company: String
  var kind: Release.Kind
  var released: Moment
  var period: Period?
  var headline: String
  var summary: String?

  init(_ release: Release) {
    company = release.company
    kind = release.kind
    released = release.released
    period = release.period
    headline = release.headline
    summary = release.summary
  }
}
