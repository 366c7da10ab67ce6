/// The files of a site, ordered by the bytes of their paths.
///
/// An archive has many thousands: their paths lie in one run of bytes.
public struct FileList: RandomAccessCollection, Sendable {
  private let paths: [UInt8]
  private let entries: [Entry]

  /// A file without its path.
  public struct Entry: Sendable, BitwiseCopyable {
    /// Where the path lies in a run of bytes.
    let start: UInt32
    let length: UInt32
    let size: UInt32
    let hasStamp: Bool
    let stamp: UInt64

    /// - Parameter size: in bytes; counted up to four thousand million.
    public init(path: Range<Int>, size: Int, stamp: UInt64?) {
      start = UInt32(path.lowerBound)
      length = UInt32(path.count)
      self.size = UInt32(clamping: size)
      hasStamp = stamp != nil
      self.stamp = stamp ?? 0
    }
  }

  /// - Parameters:
  ///   - paths: in which each file's path lies.
  ///   - entries: in the order of their paths' bytes.
  public init(paths: [UInt8], _ entries: [Entry]) {
    self.paths = paths
    self.entries = entries
  }

  /// - Parameter files: in the order of their paths' bytes.
  public init(_ files: some Sequence<SiteSource.File>) {
    var paths: [UInt8] = []
    var entries: [Entry] = []
    for file in files {
      let start = paths.count
      paths += file.path.utf8
      entries.append(Entry(path: start..<paths.count, size: file.size, stamp: file.stamp))
    }
    self.init(paths: paths, entries)
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { entries.count }

  public subscript(place: Int) -> SiteSource.File {
    SiteSource.File(
      path: withPath(at: place) { String(decoding: $0, as: UTF8.self) }, size: Int(entries[place].size),
      stamp: stamp(at: place))
  }

  public func stamp(at place: Int) -> UInt64? { entries[place].hasStamp ? entries[place].stamp : nil }

  /// Hands over the bytes of a file's path.
  public func withPath<Result>(
    at place: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let entry = entries[place]
    return try paths.withUnsafeBufferPointer { paths in
      try body(paths.part(Int(entry.start)..<Int(entry.start) + Int(entry.length)))
    }
  }

  /// Where the file of that path stands; `nil` where there is none.
  public func place(of path: String) -> Int? {
    path.withBytes { path in
      var (low, high) = (0, count)
      while low < high {
        let middle = (low + high) / 2
        if withPath(at: middle, { $0.precedes(path) }) { low = middle + 1 } else { high = middle }
      }
      return low < count && withPath(at: low, { $0.isEqual(to: path) }) ? low : nil
    }
  }
}
