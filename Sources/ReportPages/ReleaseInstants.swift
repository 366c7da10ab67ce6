import CivilTime
import ReleaseModel

/// The moments at which programs are told that a release came out and that its text changed last, where its file may
/// name days alone.
extension PageContext {
  /// When a release came out: at its time, or where that is a day alone at its last second on the company's clocks.
  ///
  /// Such a release opens when its day has ended. The second before that is the nearest one whose day on these clocks is
  /// the day that the release bears; feeds need a moment (RFC 4287, 3.3), and their readers show its day. Where the
  /// archive opens the release at a time of that day, it is that time.
  func published(_ release: Release) -> Instant {
    if let time = release.released.time { return time.instant }
    if let opens = release.opens, opens.day == release.released.day, let time = opens.time {
      return time.instant
    }
    return beginning(of: release.released.day.adding(days: 1), release).adding(seconds: -1)
  }

  /// When its text changed last: at its last correction, of a day alone as that day begins on the company's clocks, so
  /// that it is never ahead of the reader's clock; or else when it came out.
  func updated(_ release: Release) -> Instant {
    guard let date = release.corrections.last?.date else { return published(release) }
    return max(published(release), date.time?.instant ?? beginning(of: date.day, release))
  }

  /// The first second of a day where a release's company is; by UTC where the zone database does not know.
  private func beginning(of day: Day, _ release: Release) -> Instant {
    let midnight = LocalTime(day: day, second: 0)
    guard let name = company(release.company)?.zone, let zone = zones[name] else {
      return midnight.instant(offset: 0)
    }
    switch zone.resolve(midnight) {
    case .one(let instant), .skipped(let instant), .ambiguous(let instant, _): return instant
    }
  }
}
