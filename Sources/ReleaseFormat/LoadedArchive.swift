public import Diagnostics
public import ReleaseModel
public import SourceSyntax

/// What stage 1 makes of `content/`: the model, the texts, and where everything stands in the files.
public struct LoadedArchive: Sendable {
  public var archive: ReleaseArchive
  /// By name: `forward-looking-2003`.
  public var boilerplate: [String: TextBlock]
  /// Hand-written pages, ordered by path.
  public var pages: [HandwrittenPage]
  public var sources: SourceMap
  public var diagnostics: [Diagnostic]

  public init(
    archive: ReleaseArchive, boilerplate: [String: TextBlock], pages: [HandwrittenPage], sources: SourceMap,
    diagnostics: [Diagnostic]
  ) {
    self.archive = archive
    self.boilerplate = boilerplate
    self.pages = pages
    self.sources = sources
    self.diagnostics = diagnostics
  }
}

/// A reusable text of `content/boilerplate/`.
public struct TextBlock: Sendable {
  public var path: String
  /// The section heading over it: `About the company`.
  public var title: String
  /// Markdown.
  public var text: String
  /// The line of the file on which the text begins.
  public var textLine: Int

  public init(path: String, title: String, text: String, textLine: Int) {
    self.path = path
    self.title = title
    self.text = text
    self.textLine = textLine
  }
}

/// A page of `content/pages/`, without its text.
public struct HandwrittenPage: Sendable {
  /// `content/pages/about.md`.
  public var path: String
  /// Its address: `/about/`.
  public var address: String
  public var title: String
  public var summary: String?
  /// Whether a list of its headings stands beside it.
  public var showsContents: Bool

  public init(path: String, address: String, title: String, summary: String?, showsContents: Bool) {
    self.path = path
    self.address = address
    self.title = title
    self.summary = summary
    self.showsContents = showsContents
  }
}

/// Where in the files the parts of the model stand.
public struct SourceMap: Sendable {
  /// By release folder.
  public var releases: [String: ReleaseSource]
  /// Of `content/site.yaml`.
  public var site = SiteSource()

  public init(releases: [String: ReleaseSource] = [:]) { self.releases = releases }

  public struct SiteSource: Sendable {
    public var path = "content/site.yaml"
    /// The path of each entry of the navigation, in the model's order.
    public var navigation: [SourceRange] = []
  }

  public struct ReleaseSource: Sendable {
    /// The place of `release.yaml`.
    public var file: Place
    /// The value of each key of `release.yaml`, by dotted path: `headline`, `events.0.starts`.
    public var keys: [String: SourceRange]
    /// One for each statement, in the model's order.
    public var statements: [TableSource]
    /// The file of single figures: each row with its label (or concept, where the label is blank) and value.
    public var figures: TableSource?
    /// One for each of the release's charts, in the model's order and as written.
    public var charts: [Node] = []
    /// The path of the narrative, where there is one.
    public var body: String?

    public init(file: Place) {
      self.file = file
      keys = [:]
      statements = []
    }
  }

  public struct TableSource: Sendable {
    public var path: String
    /// The heading of each column of periods.
    public var columns: [SourceRange]
    /// For each row: its label, then its cells.
    public var rows: [(label: SourceRange, cells: [SourceRange])]

    public init(
      path: String, columns: [SourceRange] = [], rows: [(label: SourceRange, cells: [SourceRange])] = []
    ) {
      self.path = path
      self.columns = columns
      self.rows = rows
    }
  }
}
