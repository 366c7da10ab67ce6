/// A call, webcast or meeting that a release announces.
public struct Event: Hashable, Sendable {
  public var kind: Kind
  public var title: String?
  public var starts: Moment
  public var ends: Moment?
  public var speakers: [Speaker]
  public var dialIn: String?
  /// What to ask for when calling.
  public var dialInNote: String?
  public var replay: Replay?
  public var webcasts: [Webcast]
  public var place: String?

  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case conferenceCall = "conference-call"
    case webcast
    case meeting
    case presentation
  }

  public struct Speaker: Hashable, Sendable {
    public var name: String
    public var title: String?

    public init(name: String, title: String? = nil) {
      self.name = name
      self.title = title
    }
  }

  public struct Replay: Hashable, Sendable {
    /// Either a moment or a time after the call: `2 hours after`.
    public var from: Start
    public var until: Moment
    public var number: String?
    public var id: String?

    public enum Start: Hashable, Sendable {
      case moment(Moment)
      /// Minutes after the call's end, as the release says it.
      case after(minutes: Int)
    }

    public init(from: Start, until: Moment, number: String? = nil, id: String? = nil) {
      self.from = from
      self.until = until
      self.number = number
      self.id = id
    }
  }

  public struct Webcast: Hashable, Sendable {
    public var url: String
    public var note: String?

    public init(url: String, note: String? = nil) {
      self.url = url
      self.note = note
    }
  }

  public init(kind: Kind, starts: Moment) {
    self.kind = kind
    self.starts = starts
    speakers = []
    webcasts = []
  }
}
