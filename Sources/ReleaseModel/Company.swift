public import CivilTime

/// A company whose releases the archive holds; what changes over time is dated.
public struct Company: Sendable {
  /// The file's name: `hemacare`.
  public var id: String
  public var names: [Dated<String>]
  /// The everyday name: `HemaCare`.
  public var shortName: String
  public var tickers: [Dated<String>]
  /// By key (`investor-relations`), each with all who have held the post.
  public var contacts: [String: [Dated<Contact>]]
  public var zone: String
  public var fiscal: FiscalCalendar
  /// What the company has said it will publish next.
  public var nextRelease: ExpectedRelease?
  /// From when on figures cannot be compared with earlier ones.
  public var breaks: [Break]

  /// A change of what figures contain: a purchase, another accounting rule, another way of counting.
  public struct Break: Hashable, Sendable {
    /// The first period on the new basis.
    public var from: Period
    /// The concepts concerned; none for all of them.
    public var concepts: [ConceptID]
    /// Why, in the author's words, which readers see.
    public var reason: String

    public init(from: Period, concepts: [ConceptID] = [], reason: String) {
      self.from = from
      self.concepts = concepts
      self.reason = reason
    }
  }

  public init(id: String, names: [Dated<String>], shortName: String, zone: String, fiscal: FiscalCalendar) {
    self.id = id
    self.names = names
    self.shortName = shortName
    self.zone = zone
    self.fiscal = fiscal
    tickers = []
    contacts = [:]
    breaks = []
  }

  /// The name on a day; the last name known where none is dated for it.
  public func name(on day: Day) -> String {
    names.value(on: day) ?? names.last?.value ?? shortName
  }
}

/// A release that a company expects to publish.
public struct ExpectedRelease: Hashable, Sendable {
  /// A day, or a time of it.
  public var expected: Moment
  /// The period whose results it will tell.
  public var period: Period?
  /// What it will be, in the author's words.
  public var title: String?

  public init(expected: Moment, period: Period? = nil, title: String? = nil) {
    self.expected = expected
    self.period = period
    self.title = title
  }
}

/// A value that holds from one day to another, both included; an open end is `nil`.
public struct Dated<Value: Sendable>: Sendable {
  public var value: Value
  public var from: Day?
  public var until: Day?

  public init(_ value: Value, from: Day? = nil, until: Day? = nil) {
    self.value = value
    self.from = from
    self.until = until
  }

  public func holds(on day: Day) -> Bool {
    (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
  }
}

extension Dated: Equatable where Value: Equatable {}
extension Dated: Hashable where Value: Hashable {}

extension Array {
  /// The value that holds on a day; the latest begun where several do.
  public func value<Value>(on day: Day) -> Value? where Element == Dated<Value> {
    self.filter { $0.holds(on: day) }
      .max { ($0.from?.number ?? .min) < ($1.from?.number ?? .min) }?.value
  }
}
