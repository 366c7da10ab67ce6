/// A site's files, handed to the stages by whoever may touch the disk.
public struct SiteSource: Sendable {
  /// Every regular file below `content/` and `Templates/`, ordered by the bytes of its path.
  public var files: FileList
  /// The bytes of a file, or why they cannot be had.
  public var read: @Sendable (_ path: String) -> Result<[UInt8], ReadFailure>
  /// The first bytes of a file, at most so many; `nil` where it cannot be read.
  public var beginning: @Sendable (_ path: String, _ count: Int) -> [UInt8]?
  /// The system's zone database: the TZif bytes for a name.
  public var zone: @Sendable (_ name: String) -> [UInt8]?

  public struct File: Hashable, Sendable {
    /// Below the site's folder, with `/`: `content/releases/2003-11-14-x/body.md`.
    public var path: String
    public var size: Int
    /// Another number for every state the file has ever had; `nil` where nobody can tell one state from another.
    public var stamp: UInt64?

    public init(path: String, size: Int, stamp: UInt64? = nil) {
      self.path = path
      self.size = size
      self.stamp = stamp
    }
  }

  public struct ReadFailure: Error, Hashable, Sendable {
    public var reason: String
    public init(reason: String) { self.reason = reason }
  }

  /// - Parameter files: ordered by the bytes of their paths.
  public init(
    files: [File], read: @escaping @Sendable (String) -> Result<[UInt8], ReadFailure>,
    zone: @escaping @Sendable (String) -> [UInt8]?
  ) {
    self.init(files: FileList(files), read: read, zone: zone)
  }

  /// - Parameter beginning: where files are read for it whole, if left out.
  public init(
    files: FileList, read: @escaping @Sendable (String) -> Result<[UInt8], ReadFailure>,
    beginning: (@Sendable (String, Int) -> [UInt8]?)? = nil,
    zone: @escaping @Sendable (String) -> [UInt8]?
  ) {
    self.files = files
    self.read = read
    self.beginning = beginning ?? { path, count in (try? read(path).get()).map { Array($0.prefix(count)) } }
    self.zone = zone
  }
}
