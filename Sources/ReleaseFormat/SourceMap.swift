public import Diagnostics
public import SourceSyntax
import Synchronization

/// Where in the files the parts of the model stand.
///
/// Nothing is kept of a release's files: when a finding needs a place in them, they are read once more. That
/// costs a moment for each finding, and the archive no memory for the millions of cells without one.
public struct SourceMap: Sendable {
  /// Of `content/site.yaml`.
  public var site = SiteSource()
  /// When each company expects to publish next, by the company's id.
  public var nextReleases: [String: Place] = [:]
  private let found: FoundPlaces?

  public init() { found = nil }

  init(_ folders: ReleaseFolders, _ context: ReleaseContext) {
    found = FoundPlaces(folders: folders, context: context)
  }

  /// The places in the files of a release, by its folder; `nil` where there is no such release any more.
  public func release(_ folder: String) -> ReleaseSource? { found?.release(folder) }

  public struct SiteSource: Sendable {
    public var path = "content/site.yaml"
    /// The path of each entry of the navigation, in the model's order.
    public var navigation: [SourceRange] = []
    /// The path of each entry of `withdrawn`.
    public var withdrawn: [String: SourceRange] = [:]
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

/// The places in the files of the releases that were asked for last.
private final class FoundPlaces: Sendable {
  private let folders: ReleaseFolders
  private let context: ReleaseContext
  private let known = Mutex<[String: SourceMap.ReleaseSource?]>([:])

  /// Findings come release by release and name few others.
  private static let limit = 64

  init(folders: ReleaseFolders, context: ReleaseContext) {
    self.folders = folders
    var context = context
    // What was remembered of the whole archive is let go.
    context.heads = KnownHeads()
    self.context = context
  }

  func release(_ name: String) -> SourceMap.ReleaseSource? {
    if let source = known.withLock({ $0[name] }) { return source }
    let source = places(in: name)
    known.withLock { known in
      if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
      known[name] = .some(source)
    }
    return source
  }

  private func places(in name: String) -> SourceMap.ReleaseSource? {
    let parts = name.split(separator: "/")
    guard parts.count == 3 else {
      return folders.folder(name).flatMap { loadRelease($0, context, notesPlaces: true).source }
    }
    // An old version, in the folder of its release.
    guard let folder = folders.folder(String(parts[0])), let day = dayOfFolder(folder.name) else {
      return nil
    }
    return loadRelease(
      folder.version(String(parts[2])), of: day, context,
      notesPlaces: true
    ).source
  }
}
