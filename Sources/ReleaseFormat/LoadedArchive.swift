public import Diagnostics
public import ReleaseModel

/// What stage 1 makes of `content/`: the model, the texts, and where everything stands in the files.
public struct LoadedArchive: Sendable {
  public var archive: ReleaseArchive
  /// By name: `forward-looking-2003`.
  public var boilerplate: [String: TextBlock]
  /// Hand-written pages, ordered by path.
  public var pages: [HandwrittenPage]
  public var sources: SourceMap
  /// The files of companies that declare concepts, which any release may tell.
  public var conceptFiles: Set<String> = []
  /// The states of the archive's releases, in their order; `nil` where the states of files cannot be told apart.
  public var states: [ReleaseState?] = []
  /// The releases in whose folders nothing was found, in the order of their folders.
  public var read: [ReadRelease] = []
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

  /// The states of releases of the archive, from which some may have been taken out since; `nil` also for releases that
  /// are none of it.
  public func states(of releases: [Release]) -> [ReleaseState?] {
    var known = zip(archive.releases, states).makeIterator()
    return releases.map { release in
      while let (next, state) = known.next() {
        if next.folder == release.folder { return state }
      }
      return nil
    }
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
  /// Addresses that the page had once, with their places in its file.
  public var aliases: [Alias]

  public struct Alias: Hashable, Sendable {
    /// `/company.html`.
    public var path: String
    public var range: SourceRange

    public init(path: String, range: SourceRange) {
      self.path = path
      self.range = range
    }
  }

  public init(
    path: String, address: String, title: String, summary: String?, showsContents: Bool, aliases: [Alias] = []
  ) {
    self.path = path
    self.address = address
    self.title = title
    self.summary = summary
    self.showsContents = showsContents
    self.aliases = aliases
  }
}
