import CivilTime
import Diagnostics
import ReleaseModel
import SourceSyntax

extension Findings {
  /// Reports a moment that is told in standard time on a day of daylight time; whether it was.
  ///
  /// The zone database has zones such as EST whose clocks are never changed. People write the name all year and mean the
  /// time that their clocks show, so in summer the moment would be an hour late.
  mutating func reportStandardTime(
    _ moment: Moment, in zone: Zone, _ zones: ZoneDatabase, _ range: SourceRange
  ) -> Bool {
    guard let time = moment.time, let place = placesOfStandardTime[zone.name],
      !zone.offset(at: time.instant).isDaylight,
      let there = zones.zone(place)?.offset(at: time.instant), there.isDaylight
    else { return false }
    // Where the company is, the clocks may never change: in Arizona it is MST all year.
    let home = zones.home?.offset(at: time.instant)
    if let home, home.seconds == time.offset, home.abbreviation == zone.name { return false }
    report(
      .standardTimeInSummer,
      "'\(zone.name)' is standard time, and on \(time.local.day) the clocks of \(place) show \(there.abbreviation)",
      at: range,
      hints: [
        "write \(time.local.isoMinutes) \(place)",
        "or, if standard time is meant, its offset: \(time.local.isoMinutes)\(offsetText(time.offset))",
      ])
    return true
  }
}

/// Zones of the database that are named like a standard time, and a place whose clocks show that in winter.
///
/// What the database makes of the European ones has changed over the years; where they have daylight time, they are right.
private let placesOfStandardTime = [
  "EST": "America/New_York", "MST": "America/Denver", "WET": "Europe/Lisbon", "CET": "Europe/Berlin",
  "MET": "Europe/Berlin", "EET": "Europe/Helsinki",
]
