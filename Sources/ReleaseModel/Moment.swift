public import CivilTime

/// A day, or a minute of it in a zone.
public struct Moment: Sendable {
  /// The day on the clock of the zone.
  public var day: Day
  /// Apart, because most moments are days.
  @usableFromInline var box: Shared<Time>.Box?

  /// The exact time, where one is given.
  @inlinable public var time: Time? {
    get { box?.value }
    set { box = newValue.map { Shared<Time>.Box($0) } }
  }

  public struct Time: Hashable, Sendable {
    public var instant: Instant
    /// What the zone's clocks show then.
    public var local: LocalTime
    /// The zone's name in the database: `America/New_York`.
    public var zone: String
    /// Seconds ahead of UTC.
    public var offset: Int
    /// `EST`.
    public var abbreviation: String

    public init(instant: Instant, local: LocalTime, zone: String, offset: Int, abbreviation: String) {
      self.instant = instant
      self.local = local
      self.zone = zone
      self.offset = offset
      self.abbreviation = abbreviation
    }
  }

  public init(day: Day, time: Time? = nil) {
    self.day = day
    box = time.map { Shared<Time>.Box($0) }
  }
}

extension Moment: Hashable {
  public static func == (a: Moment, b: Moment) -> Bool { a.day == b.day && a.time == b.time }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(day)
    hasher.combine(time)
  }
}
