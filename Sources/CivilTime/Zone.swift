/// A time zone's rules, read from a TZif file of the system's zone database (RFC 8536).
public struct Zone: Hashable, Sendable {
  /// The name in the database: `America/New_York`.
  public var name: String
  var transitions: [Transition]
  var beforeFirst: Offset

  struct Transition: Hashable, Sendable {
    var at: Int64
    var to: Offset
  }

  /// How far ahead of UTC the clocks are and what that time is called.
  public struct Offset: Hashable, Sendable {
    /// Seconds ahead of UTC: -18000 in New York in winter.
    public var seconds: Int
    /// `EST`, `EDT`.
    public var abbreviation: String
    public var isDaylight: Bool

    public init(seconds: Int, abbreviation: String, isDaylight: Bool) {
      self.seconds = seconds
      self.abbreviation = abbreviation
      self.isDaylight = isDaylight
    }
  }

  /// Coordinated Universal Time, which needs no file.
  public static let utc = Zone(
    name: "UTC", transitions: [],
    beforeFirst: Offset(seconds: 0, abbreviation: "UTC", isDaylight: false))

  /// The offset in force at a moment.
  public func offset(at instant: Instant) -> Offset {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].at <= instant.seconds { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? beforeFirst : transitions[low - 1].to
  }

  /// What a local time means in a zone.
  public enum Resolution: Hashable, Sendable {
    case one(Instant)
    /// The clocks skip it (spring): the moments just before and after the gap coincide at this instant.
    case skipped(Instant)
    /// The clocks show it twice (autumn).
    case ambiguous(Instant, Instant)
  }

  /// The moments at which the clocks of this zone show `local`.
  public func resolve(_ local: LocalTime) -> Resolution {
    // Offsets within a day and a half on both sides are all that can matter.
    let guess = local.instant(offset: 0)
    var offsets: [Int] = []
    for probe in [guess.adding(seconds: -129_600), guess.adding(seconds: 129_600)] {
      let seconds = offset(at: probe).seconds
      if !offsets.contains(seconds) { offsets.append(seconds) }
    }
    for transition in transitions
    where abs(transition.at - guess.seconds) < 129_600 && !offsets.contains(transition.to.seconds) {
      offsets.append(transition.to.seconds)
    }
    let moments = offsets.map { local.instant(offset: $0) }
      .filter { instant in instant.local(offset: offset(at: instant).seconds) == local.normalized }
      .sorted()
    switch moments.count {
    case 0:
      let gap = transitions.first { transition in
        abs(transition.at - guess.seconds) < 129_600
          && offset(at: Instant(seconds: transition.at - 1)).seconds < transition.to.seconds
      }
      return .skipped(Instant(seconds: gap?.at ?? guess.seconds))
    case 1: return .one(moments[0])
    default: return .ambiguous(moments[0], moments[moments.count - 1])
    }
  }
}

extension LocalTime {
  /// `24:00` as the next day's `00:00`.
  var normalized: LocalTime {
    second == 86_400 ? LocalTime(day: day.adding(days: 1), second: 0) : self
  }
}
