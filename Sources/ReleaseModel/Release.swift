public import CivilTime

/// One release: what a company told the public on one day, in structure.
///
/// The narrative is not here; pages read it when they are rendered and drop it again. What its ``Parts`` hold is
/// read and written as if it were the release's own. (A key path in a function's place, as in `map(\.folder)`, is
/// slow: it is put together anew for each release.)
@dynamicMemberLookup
public struct Release: Sendable {
  @usableFromInline var parts: Shared<Parts>

  /// What a release is made of.
  public struct Parts: Sendable {
    /// The folder below `content/releases/`, which is also the release's identity: `2003-11-14-third-quarter-results`.
    public var folder: String
    public var kind: Kind
    /// The company's file name: `hemacare`.
    public var company: String
    public var headline: String
    /// One sentence under the headline.
    public var summary: String?
    public var released: Moment
    /// When the archive opens it, where that is another moment than `released`.
    public var opens: Moment?
    /// Whether it is still being written: no build publishes it.
    public var isDraft = false
    public var dateline: String?
    /// The period it reports on; announcements have none.
    public var period: Period?
    /// The exchange and symbol as this release prints them: `OTC Bulletin Board: HEMA.OB`.
    public var ticker: String?
    public var contacts: [Contact] = []
    public var sources: [Source] = []
    public var keyFigures: [ConceptID] = []
    public var charts: [ChartRequest] = []
    public var events: [Event] = []
    public var attachments: [Attachment] = []
    /// Names of text blocks: `about-2003`.
    public var boilerplate: [String] = []
    public var waivers: [Waiver] = []
    /// The earlier figures that this release says it changes.
    public var restatements: [Restatement] = []
    /// Names of what it is about, as they stand in addresses: `restructuring`.
    public var topics: [String] = []
    /// What was changed after it was published, oldest first.
    public var corrections: [Correction] = []
    /// Addresses that its page had once: `/2003/q3.html`.
    public var aliases: [String] = []
    /// Whether a narrative stands beside the figures, in `body.md`.
    public var hasNarrative = false

    /// What its single figures are counted in where it has no statement, see ``ReleaseArchive/settleCurrencies()``.
    public internal(set) var inheritedCurrency = usualCurrency

    @usableFromInline var knownStatements: [Statement] = []
    @usableFromInline var knownFigures: [StatedFigure] = []
    /// Both, where they have not been read from a record yet.
    @usableFromInline var later: LaterFigures?

    /// The last part of the address, which is the folder's name without its day: `third-quarter-results`.
    public var slug: Substring {
      let name = folder.utf8.dropFirst(10)
      return name.first == UInt8(ascii: "-") ? Substring(name.dropFirst()) : ""
    }

    /// The currency of its first statement; `nil` for a release of single figures, or of none.
    var ownCurrency: String? { later.map { $0.currency } ?? knownStatements.first?.currency }

    @inlinable public var statements: [Statement] {
      get { later.map { $0.figures.statements } ?? knownStatements }
      set {
        settleFigures()
        knownStatements = newValue
      }
    }

    @inlinable public var figures: [StatedFigure] {
      get { later.map { $0.figures.figures } ?? knownFigures }
      set {
        settleFigures()
        knownFigures = newValue
      }
    }

    @usableFromInline mutating func settleFigures() {
      guard let later else { return }
      (knownStatements, knownFigures) = (later.figures.statements, later.figures.figures)
      self.later = nil
    }

    public init(
      folder: String, kind: Kind, company: String, headline: String, released: Moment
    ) {
      self.folder = folder
      self.kind = kind
      self.company = company
      self.headline = headline
      self.released = released
    }
  }

  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case earnings
    case announcement
    case event
    case filing
  }

  public init(_ parts: Parts) { self.parts = Shared(parts) }

  public init(
    folder: String, kind: Kind, company: String, headline: String, released: Moment
  ) {
    self.init(
      Parts(
        folder: folder, kind: kind, company: company, headline: headline, released: released))
  }

  @inlinable public subscript<Part>(dynamicMember part: WritableKeyPath<Parts, Part>) -> Part {
    get { parts.value[keyPath: part] }
    set { parts.value[keyPath: part] = newValue }
  }

  /// Adds the release to a record.
  public func write(to bytes: inout [UInt8]) { parts.value.write(to: &bytes) }

  /// The last part of the address, which is the folder's name without its day: `third-quarter-results`.
  public var slug: Substring { parts.value.slug }

  /// When its text or data last changed: its last correction, or its publication.
  public var updated: Moment { self.corrections.last?.date ?? self.released }
}

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

/// A person or desk that answers questions about a release.
public struct Contact: Hashable, Sendable {
  public var name: String
  public var title: String?
  public var phone: String?
  public var email: String?
  /// A web address as printed, with or without a scheme.
  public var web: String?

  public init(
    name: String, title: String? = nil, phone: String? = nil, email: String? = nil, web: String? = nil
  ) {
    self.name = name
    self.title = title
    self.phone = phone
    self.email = email
    self.web = web
  }
}

/// Where a release's figures were taken from.
public struct Source: Hashable, Sendable {
  public var title: String
  public var url: String?
  /// The SEC's accession number: `0000801748-03-000025`.
  public var accession: String?
  public var note: String?

  public init(title: String, url: String? = nil, accession: String? = nil, note: String? = nil) {
    self.title = title
    self.url = url
    self.accession = accession
    self.note = note
  }
}

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

/// A file published beside a release: slides, a PDF, a photograph.
public struct Attachment: Hashable, Sendable {
  /// The file's name in the release's folder.
  public var file: String
  public var title: String
  /// What a picture shows, for readers who cannot see it.
  public var alternative: String?
  /// The file's size in bytes.
  public var size: Int

  public init(file: String, title: String, alternative: String? = nil, size: Int) {
    self.file = file
    self.title = title
    self.alternative = alternative
    self.size = size
  }
}

/// A chart that `release.yaml` or a fenced block asks for.
public struct ChartRequest: Hashable, Sendable {
  /// What is drawn; `nil` for a chart written out in the grammar, which is read where its page is made.
  public var preset: Preset?
  /// The company whose figures are shown; `nil` for the page's own.
  public var company: String?
  public var concepts: [ConceptID]
  public var periods: Periods
  /// The finding, in the author's words.
  public var title: String?
  public var note: String?
  /// What its files are called, `revenues` for `revenues.svg`; `nil` for a name by its place.
  public var name: String?

  public enum Preset: String, Hashable, Sendable, CaseIterable {
    /// This period against the year before.
    case comparison
    /// Concepts over the quarters the archive knows up to the release.
    case trend
    /// From one figure to another by the steps between, or from one period's result to the next one's.
    case bridge
    /// Figures as parts of another over the quarters the archive knows.
    case margin
    /// The balance sheet as two equal columns.
    case composition
    /// A row for each concept with a bar for each quarter.
    case sparkline
  }

  /// For which periods figures are shown.
  public enum Periods: Hashable, Sendable {
    /// The ones that suit the preset.
    case usual
    /// The last so many quarters or years that are known.
    case last(Int, FiscalCalendar.Step)
    case listed([Period])

    /// The periods that are named; none for the other cases.
    public var named: [Period] {
      if case .listed(let periods) = self { return periods }
      return []
    }
  }

  public init(
    preset: Preset?, concepts: [ConceptID] = [], periods: Periods = .usual, title: String? = nil,
    note: String? = nil
  ) {
    self.preset = preset
    self.concepts = concepts
    self.periods = periods
    self.title = title
    self.note = note
  }
}

/// A check that the author sets aside for one release, with the reason that readers will see.
public struct Waiver: Hashable, Sendable {
  /// The code of the check: `V204`.
  public var code: String
  public var reason: String

  public init(code: String, reason: String) {
    self.code = code
    self.reason = reason
  }
}

/// A figure of an earlier release that a later one declares to have changed, with the reason readers will see.
public struct Restatement: Hashable, Sendable {
  public var concept: ConceptID
  public var period: Period
  public var reason: String

  public init(concept: ConceptID, period: Period, reason: String) {
    self.concept = concept
    self.period = period
    self.reason = reason
  }
}

/// A change to a release after its publication, which readers are told of.
public struct Correction: Hashable, Sendable {
  public var date: Moment
  /// What was changed, in a sentence.
  public var what: String
  /// Why, in a sentence.
  public var why: String?
  /// The folder under `versions/` with text and data as they stood until then: `2003-11-14`.
  public var version: String?

  public init(date: Moment, what: String, why: String? = nil, version: String? = nil) {
    self.date = date
    self.what = what
    self.why = why
    self.version = version
  }
}

/// A release as it stood until a correction; it tells no facts to the archive.
public struct OldVersion: Sendable {
  /// The folder of the release that it was.
  public var current: String
  /// The place of the correction that ended it among the release's corrections.
  public var correction: Int
  /// Its folder is `2003-11-14-third-quarter-results/versions/2003-11-14`, and its slug goes on likewise.
  public var release: Release

  public init(current: String, correction: Int, release: Release) {
    self.current = current
    self.correction = correction
    self.release = release
  }
}
