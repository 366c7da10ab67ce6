import Diagnostics
import ReleaseModel

/// Warns of releases that are most likely a folder and its copy: of one company, time, kind and period, with the same
/// words over them.
///
/// - Parameter releases: in their order, in which those of one day stand together.
func reportCopies(_ releases: [Release], _ diagnostics: inout [Diagnostic]) {
  var rest = releases[...]
  while let day = rest.first?.released.day {
    let beside = rest.prefix { $0.released.day == day }
    rest = rest.dropFirst(beside.count)
    if beside.count > 1 { reportCopies(ofOneDay: beside, &diagnostics) }
  }
}

private func reportCopies(ofOneDay releases: ArraySlice<Release>, _ diagnostics: inout [Diagnostic]) {
  var first: [ReleaseHead: Release] = [:]
  for release in releases where !release.isDraft {
    guard let other = first[ReleaseHead(release)] else {
      first[ReleaseHead(release)] = release
      continue
    }
    let place = { (release: Release) in Place("content/releases/\(release.folder)/release.yaml") }
    diagnostics.append(
      Diagnostic(
        .copiedRelease,
        "'\(release.folder)' has time, period and headline of '\(other.folder)', and would be published beside it",
        at: place(release), severity: .warning,
        related: [.init(place: place(other), message: "the other release")],
        hints: ["remove one of the two, or say in its headline how it differs"]))
  }
}

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
