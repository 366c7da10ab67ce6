import CivilTime
import Diagnostics
import ReleaseFormat
import ReleaseModel

/// For how many moments to come held releases are checked one moment after the other.
private let mostMoments = 16

/// Checks held releases as they will be when they open, and throws the pages away.
///
/// For each moment at which releases open, the archive is what it will be then: what has opened by that moment
/// is in it, and what opens later is not. Beyond the next moments, the rest is checked as of the last one.
/// Pages are made from the first newly opened release on, for an earlier release knows nothing of a later one;
/// pages outside releases are made as well, for their figures may be told anew.
///
/// - Parameters:
///   - open: the archive as it is published now.
///   - limit: what opens until then is not checked.
///   - known: what the build has found already.
///   - check: checks an archive as of a moment and makes the pages from the release on that has that place.
/// - Returns: what is found then and not now. In other files than the held releases' it stops nothing today.
func heldFindings(
  _ held: HeldReleases, in open: ReleaseArchive, _ whole: ReleaseArchive, after limit: Instant?,
  besides known: [Diagnostic],
  check: (_ archive: ReleaseArchive, _ now: Instant, _ first: Int) -> [Diagnostic]
) -> [Diagnostic] {
  var moments = held.embargoed.map(\.opens).filter { moment in limit.map { moment > $0 } ?? true }.uniqued
  if moments.count > mostMoments, let last = moments.last {
    moments = moments.prefix(mostMoments - 1) + [last]
  }
  guard !moments.isEmpty else { return [] }
  var seen = Set(known)
  var findings: [Diagnostic] = []
  for (number, moment) in moments.enumerated() {
    let opened = Set(held.embargoed.filter { $0.opens <= moment }.map(\.release.folder))
    let before = number == 0 ? limit : moments[number - 1]
    let isNew = { (folder: String) in
      held.embargoed.contains { entry in
        entry.release.folder == folder && entry.opens <= moment && before.map { entry.opens > $0 } ?? true
      }
    }
    let present = Set(open.releases.map { $0.folder }).union(opened)
    var archive = open
    archive.releases = whole.releases.filter { present.contains($0.folder) }
    let first = archive.releases.firstIndex { isNew($0.folder) } ?? archive.releases.count
    for var finding in check(archive, moment, first) where seen.insert(finding).inserted {
      let isOfHeld = finding.place.flatMap { folder(ofReleaseIn: $0.path) }.map(opened.contains) ?? false
      if !isOfHeld, finding.severity == .error { finding.severity = .warning }
      finding.notes.append("found as of \(moment), when a held release opens")
      findings.append(finding)
    }
  }
  return findings
}

/// The release's folder that a path lies in.
func folder(ofReleaseIn path: String) -> String? {
  let releases = "content/releases/"
  guard path.hasPrefix(releases) else { return nil }
  return path.dropFirst(releases.count).split(separator: "/").first.map(String.init)
}

extension [Instant] {
  /// Each once; equal ones stand together.
  fileprivate var uniqued: [Instant] {
    reduce(into: []) { list, instant in if list.last != instant { list.append(instant) } }
  }
}
