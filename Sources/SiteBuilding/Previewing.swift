import CivilTime
import Diagnostics
import ReleaseFormat
import ReleaseModel
import ReportPages

extension Preview {
  /// A preview that shows held releases and drafts, each marked as what it is.
  init(_ held: HeldReleases) {
    self.init()
    isOn = true
    for (release, opens) in held.embargoed {
      let moment = opens.utc
      badges[release.folder] =
        "Held until \(EnglishCalendar.short(moment.day)), \(moment.isoClock) UTC"
    }
    for release in held.drafts { badges[release.folder] = "Draft" }
  }
}

/// The releases a preview shows: all of them, and of a draft that shares its address with another one that other.
func releasesOfPreview(_ archive: ReleaseArchive) -> [Release] {
  var taken = Set(archive.releases.filter { !$0.isDraft }.map { releaseAddress($0, site: archive.site) })
  return archive.releases.filter { release in
    !release.isDraft || taken.insert(releaseAddress(release, site: archive.site)).inserted
  }
}

/// Whether a finding is about a draft, or follows from one.
func isOfDraft(_ finding: Diagnostic, _ held: HeldReleases) -> Bool {
  guard let folder = finding.place.flatMap({ folder(ofReleaseIn: $0.path) }) else { return false }
  return held.drafts.contains { $0.folder == folder }
}

/// Warns of releases that only the moment which `site.yaml` pins lets out before their time.
func pinFindings(
  _ archive: ReleaseArchive, _ options: BuildOptions, _ zones: [String: Zone], _ sources: SourceMap
) -> [Diagnostic] {
  guard options.explicitNow == nil, let pin = archive.site.asOf, pin > options.now else { return [] }
  return archive.releases.compactMap { release in
    guard let opens = opening(of: release, after: options.now, archive, zones) else { return nil }
    return Diagnostic(
      .openedByPin, "'\(release.headline)' opens at \(opens), and 'as_of' publishes it before that",
      at: sources.place(of: release, key: release.opens == nil ? "released" : "publish_at"),
      severity: .warning, notes: ["as_of in content/site.yaml says \(pin)"])
  }
}
