import CivilTime
import Diagnostics
import ReleaseFormat
import ReleaseModel
import ReportPages

/// The releases of an archive that a build at one moment does not publish, and what it does not take back yet.
struct HeldReleases: Sendable {
  /// Those that open later, in the order in which they open.
  var embargoed: [(release: Release, opens: Instant)] = []
  /// Those that are still being written, in the archive's order.
  var drafts: [Release] = []
  /// Addresses that will be taken back later.
  var withdrawals: [(withdrawal: Withdrawal, begins: Instant)] = []
}

extension HeldReleases {
  /// What is still not published after a moment, for messages about what leads there.
  func unopened(after moment: Instant, _ site: SiteSettings) -> [UnopenedRelease] {
    embargoed.filter { $0.opens > moment }.map { UnopenedRelease($0.release, opens: $0.opens, site) }
      + drafts.map { UnopenedRelease($0, opens: nil, site) }
  }
}

/// When a release may be read: at its time, or when its day has ended in its company's zone.
///
/// `publish_at` decides where the release has it, and else `released`. Where the zone database cannot tell,
/// the day ends when it has ended everywhere (UTC-12).
func opening(of release: Release, _ archive: ReleaseArchive, _ zones: [String: Zone]) -> Instant {
  let moment = release.opens ?? release.released
  if let time = moment.time { return time.instant }
  let midnight = LocalTime(day: moment.day.adding(days: 1), second: 0)
  guard let name = archive.company(release.company)?.zone, let zone = zones[name] else {
    return midnight.instant(offset: -12 * 3600)
  }
  switch zone.resolve(midnight) {
  case .one(let instant), .skipped(let instant), .ambiguous(_, let instant): return instant
  }
}

/// When a release may be read, where that is after a moment; `nil` where it may be read by then.
func opening(
  of release: Release, after moment: Instant, _ archive: ReleaseArchive, _ zones: [String: Zone]
) -> Instant? {
  let stated = release.opens ?? release.released
  // A day has ended everywhere when the next one is half over in UTC. Most releases of an archive are older than that,
  // and need no zone to be asked.
  if stated.time == nil, LocalTime(day: stated.day.adding(days: 2), second: 0).instant(offset: 0) <= moment {
    return nil
  }
  let opens = opening(of: release, archive, zones)
  return opens > moment ? opens : nil
}

/// The zones of the archive's companies, by name.
func companyZones(_ archive: ReleaseArchive, _ source: SiteSource) -> [String: Zone] {
  var zones: [String: Zone] = [:]
  for company in archive.companies where zones[company.zone] == nil {
    zones[company.zone] =
      company.zone == "UTC"
      ? .utc : source.zone(company.zone).flatMap { Zone(name: company.zone, tzif: $0) }
  }
  return zones
}

/// When an address is taken back: as its day begins where the site's default company is, or by UTC.
func beginning(of withdrawal: Withdrawal, _ archive: ReleaseArchive, _ zones: [String: Zone]) -> Instant {
  beginning(of: withdrawal.day, in: archive.company(archive.site.company).flatMap { zones[$0.zone] })
}

/// The first instant of a day in a zone, or by UTC where that is not known.
private func beginning(of day: Day, in zone: Zone?) -> Instant {
  let midnight = LocalTime(day: day, second: 0)
  switch zone?.resolve(midnight) {
  case nil: return midnight.instant(offset: 0)
  case .one(let instant)?, .skipped(let instant)?, .ambiguous(let instant, _)?: return instant
  }
}

/// Takes the drafts, the releases that open after `now`, and what is taken back after it out of the archive.
///
/// For everything that is made of the archive after that, they do not exist.
func holdReleases(
  _ archive: inout ReleaseArchive, now: Instant, zones: [String: Zone]
) -> HeldReleases {
  var held = HeldReleases()
  let withdrawals = archive.site.withdrawn.map { ($0, begins: beginning(of: $0, archive, zones)) }
  held.withdrawals = withdrawals.filter { $0.begins > now }
  archive.site.withdrawn = withdrawals.filter { $0.begins <= now }.map(\.0)
  // Decided before any is taken out, for what is asked of the archive must not change meanwhile.
  let openings = archive.releases.map { opening(of: $0, after: now, archive, zones) }
  if !archive.releases.contains(where: { $0.isDraft }), openings.allSatisfy({ $0 == nil }) { return held }
  var open: [Release] = []
  open.reserveCapacity(archive.releases.count)
  for (release, opens) in zip(archive.releases, openings) {
    if release.isDraft {
      held.drafts.append(release)
    } else if let opens {
      held.embargoed.append((release, opens))
    } else {
      open.append(release)
    }
  }
  archive.releases = open
  held.embargoed.sort { ($0.opens, $0.release.folder) < ($1.opens, $1.release.folder) }
  return held
}

/// Says which releases a build does not publish, and why.
func heldFindings(_ held: HeldReleases, _ sources: SourceMap) -> [Diagnostic] {
  held.embargoed.map { release, opens in
    Diagnostic(
      .heldRelease, "'\(release.headline)' is held until \(opens)",
      at: sources.place(of: release, key: release.opens == nil ? "released" : "publish_at"), severity: .note)
  }
    + held.drafts.map { release in
      Diagnostic(
        .draft, "'\(release.headline)' is a draft and is not published",
        at: sources.place(of: release, key: "draft"), severity: .note,
        hints: ["look at it with sitegen build --preview --out DIR"])
    }
}

extension SourceMap {
  /// Where a key of a release's `release.yaml` stands.
  func place(of release: Release, key: String) -> Place {
    let found = self.release(release.folder)
    return Place(
      found?.file.path ?? "content/releases/\(release.folder)/release.yaml", found?.keys[key])
  }
}

/// Reports corrections that are dated after the moment the site is built for: what they changed would be
/// published before its time.
func correctionsAhead(
  of release: Release, now: Instant, _ loaded: LoadedArchive, _ zones: [String: Zone]
) -> [Diagnostic] {
  let zone = loaded.archive.company(release.company).flatMap { zones[$0.zone] }
  return release.corrections.enumerated().compactMap { index, correction in
    guard beginning(of: correction.date, in: zone) > now else { return nil }
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

/// The first instant of a moment; of a day where a company is, by UTC where nobody knows its zone.
func beginning(of moment: Moment, in zone: Zone?) -> Instant {
  moment.time?.instant ?? beginning(of: moment.day, in: zone)
}

/// Notes the releases that companies expected by now and have not published; a visitor would miss them on the
/// pages without a word.
func missedReleases(_ archive: ReleaseArchive, now: Instant, _ sources: SourceMap) -> [Diagnostic] {
  archive.companies.compactMap { company in
    missedRelease(of: company, archive, now: now).map { missed in
      let day = missed.expected.day
      let results = missed.period.map {
        "the results of \(company.fiscal.spelling(of: $0)) were expected on \(day) and are not published"
      }
      return Diagnostic(
        .missedRelease, results ?? "a release was expected on \(day) and none has been published since",
        at: sources.nextReleases[company.id], severity: .note,
        notes: ["no page tells of the expectation any more"],
        hints: ["give the new day, or take 'next_release' out until there is one"])
    }
  }
}
