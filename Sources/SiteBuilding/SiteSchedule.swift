public import CivilTime
public import Diagnostics
public import ReleaseFormat
import ReleaseModel
import ReportPages

/// What a site holds back, and when its next build is due.
public struct SiteSchedule: Sendable {
  /// The moment the site is built for.
  public var now: Instant
  /// In the order in which they open.
  public var embargoed: [Entry]
  /// In the archive's order.
  public var drafts: [Entry]
  /// The next moment from which a build gives another site, with what happens then; `nil` when none is known,
  /// or when the site pins its moment so that no build ever gives another one.
  public var next: (moment: Instant, reasons: [String])?
  /// What loading the archive found.
  public var diagnostics: [Diagnostic]

  /// A release that is not published.
  public struct Entry: Hashable, Sendable {
    /// The folder below `content/releases/`.
    public var folder: String
    public var headline: String
    /// `nil` for a draft.
    public var opens: Instant?
    /// The opening on the clock of the release's own zone: `2003-11-14T16:05 America/New_York`.
    public var opensThere: String?
  }
}

/// Reads a site and says what it holds back and when it is due again; makes no page.
public func siteSchedule(_ source: SiteSource, _ options: BuildOptions) -> SiteSchedule {
  let loaded = loadArchive(source)
  var archive = loaded.archive
  let now = options.moment(archive.site)
  let zones = companyZones(archive, source)
  let held = holdReleases(&archive, now: now, zones: zones)
  let due = dueMoments(archive, held, after: now, zones)
  let isPinned = options.explicitNow == nil && archive.site.asOf != nil
  let next = isPinned ? nil : due.map(\.moment).min()
  let entry = { (release: Release, opens: Instant?) in
    SiteSchedule.Entry(
      folder: release.folder, headline: release.headline, opens: opens,
      opensThere: opens.map { there(release, $0, archive, zones) })
  }
  return SiteSchedule(
    now: now, embargoed: held.embargoed.map { entry($0.release, $0.opens) },
    drafts: held.drafts.map { entry($0, nil) },
    next: next.map { moment in
      (moment, due.filter { $0.moment == moment }.map(\.reason).uniqued)
    },
    diagnostics: loaded.diagnostics)
}

/// The moments after another one at which the site changes, with what happens then; unordered.
func dueMoments(
  _ archive: ReleaseArchive, _ held: HeldReleases, after now: Instant, _ zones: [String: Zone]
) -> [(moment: Instant, reason: String)] {
  var due: [(moment: Instant, reason: String)] = held.embargoed.map {
    ($0.opens, "'\($0.release.headline)' opens")
  }
  due += held.withdrawals.map { ($0.begins, "'\($0.withdrawal.path)' is withdrawn") }
  let published = Set(archive.releases.map { $0.folder })
  let old = archive.oldVersions.filter { published.contains($0.current) }.map(\.release)
  for release in archive.releases + old {
    for moment in eventChanges(of: release, archive.company(release.company), after: now) {
      due.append((moment, "an event of '\(release.headline)' begins, ends or can be heard again"))
    }
    if let moment = archivingMoment(of: release, archive.site), moment > now {
      due.append((moment, "'\(release.headline)' becomes archived"))
    }
  }
  for release in archive.releases {
    // Until then a build stops at it.
    let zone = archive.company(release.company).flatMap { zones[$0.zone] }
    for moment in release.corrections.map({ beginning(of: $0.date, in: zone) }) where moment > now {
      due.append((moment, "a correction of '\(release.headline)' is dated so"))
    }
  }
  let companies = Set(archive.releases.map { $0.company })
  for company in archive.companies {
    // One with releases is called as it was on the day of its newest.
    if !companies.contains(company.id) {
      for moment in nameChanges(of: company, after: now) {
        due.append((moment, "\(company.shortName) takes another name or symbol"))
      }
    }
    if let moment = expectationEnd(of: company), moment > now {
      due.append((moment, "the next release of \(company.shortName) is no longer expected"))
    }
  }
  return due
}

/// The clock's times at which the same site would be built of the same files, and the same be said of it; `nil`
/// where the clock is not asked.
func clockTimes(
  _ now: Instant, _ archive: ReleaseArchive, _ held: HeldReleases, _ lock: AddressLock?,
  _ options: BuildOptions, _ zones: [String: Zone]
) -> Range<Instant>? {
  let forEver = Instant(seconds: .max)
  guard options.isPinned(archive.site) else {
    // An address that is locked from a later moment on is missed from then on.
    let locked = lock?.entries.values.map(\.since).filter { $0 > now } ?? []
    return now..<((dueMoments(archive, held, after: now, zones).map(\.moment) + locked).min() ?? forEver)
  }
  // What the pin opens before its time is said only until that time; and a typed moment holds releases that are
  // checked until they open.
  let openings =
    archive.releases.compactMap { opening(of: $0, after: options.now, archive, zones) }
    + held.embargoed.map(\.opens).filter { $0 > options.now }
  return openings.min().map { options.now..<$0 }
}

private func there(
  _ release: Release, _ opens: Instant, _ archive: ReleaseArchive, _ zones: [String: Zone]
) -> String {
  if let time = (release.opens ?? release.released).time { return "\(time.local.isoMinutes) \(time.zone)" }
  guard let name = archive.company(release.company)?.zone, let zone = zones[name] else {
    return "\(opens.local(offset: -12 * 3600).isoMinutes) UTC-12:00"
  }
  return "\(opens.local(offset: zone.offset(at: opens).seconds).isoMinutes) \(name)"
}

extension [String] {
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
