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
    /// Whether it is still being written: no build publishes it.
    public var isDraft = false
    public var dateline: String?
    /// The period it reports on; announcements have none.
    public var period: Period?
    /// The exchange and symbol as this release prints them: `OTC Bulletin Board: HEMA.OB`.
    public var ticker: String?
    public var contacts: [Contact] = []
    public var charts: [ChartRequest] = []
    /// Names of text blocks: `about-2003`.
    public var boilerplate: [String] = []
    /// Whether a narrative stands beside the figures, in `body.md`.
    public var hasNarrative = false

    /// What its single figures are counted in where it has no statement, see ``ReleaseArchive/settleCurrencies()``.
    public internal(set) var inheritedCurrency = usualCurrency

    @usableFromInline var extras = Extras.none

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
