import CivilTime
import Diagnostics
import ReleaseFormat
import ReleaseModel

/// When a release may be read: its time, or the end of its day in its company's zone.
///
/// Where the zone database cannot tell, the day ends when it has ended everywhere (UTC-12).
func opening(of release: Release, _ archive: ReleaseArchive, _ zones: [String: Zone]) -> Instant {
  if let time = release.released.time { return time.instant }
  let midnight = LocalTime(day: release.released.day.adding(days: 1), second: 0)
  guard let name = archive.company(release.company)?.zone, let zone = zones[name] else {
    return midnight.instant(offset: -12 * 3600)
  }
  switch zone.resolve(midnight) {
  case .one(let instant), .skipped(let instant), .ambiguous(_, let instant): return instant
  }
}

/// Takes the releases that open after `now` out of the archive, and says which they are.
///
/// They are loaded, so that an error in them shows today; for everything after that they do not exist.
func holdReleases(
  _ archive: inout ReleaseArchive, now: Instant, _ loaded: LoadedArchive, _ source: SiteSource
) -> [Diagnostic] {
  var zones: [String: Zone] = [:]
  for company in archive.companies where zones[company.zone] == nil {
    zones[company.zone] =
      company.zone == "UTC"
      ? .utc : source.zone(company.zone).flatMap { Zone(name: company.zone, tzif: $0) }
  }
  var notes: [Diagnostic] = []
  archive.releases = archive.releases.filter { release in
    let opens = opening(of: release, archive, zones)
    if opens <= now {
      notes += correctionsAhead(of: release, now: now, loaded)
      return true
    }
    let places = loaded.sources.release(release.folder)
    let path = places?.file.path ?? "content/releases/\(release.folder)/release.yaml"
    notes.append(
      Diagnostic(
        .heldRelease, "'\(release.headline)' is held until \(opens)",
        at: Place(path, places?.keys["released"]), severity: .note,
        notes: ["the site is built for \(now)"]))
    return false
  }
  return notes
}

/// Reports corrections that are dated after the moment the site is built for: what they changed would be
/// published before its time.
private func correctionsAhead(
  of release: Release, now: Instant, _ loaded: LoadedArchive
) -> [Diagnostic] {
  release.corrections.enumerated().compactMap { index, correction in
    let isAhead = correction.date.time.map { $0.instant > now } ?? (correction.date.day > now.utc.day)
    guard isAhead else { return nil }
    let places = loaded.sources.release(release.folder)
    return Diagnostic(
      .correctionAhead, "the correction of \(correction.date.day) is dated after the moment of the site",
      at: Place(
        places?.file.path ?? "content/releases/\(release.folder)/release.yaml",
        places?.keys["corrections.\(index).date"]),
      notes: ["the site is built for \(now)"],
      hints: ["correct the date, or put the change into the release when its time has come"])
  }
}
