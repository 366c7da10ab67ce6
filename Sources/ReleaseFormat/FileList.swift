/// The files of a site, ordered by the bytes of their paths.
public struct FileList: RandomAccessCollection, Sendable {
  private let contents: Contents

  /// An object, because parts of the list are handed on release by release.
  private final class Contents: Sendable {
    let paths: PathList
    let entries: [Entry]

    init(_ paths: PathList, _ entries: [Entry]) {
      self.paths = paths
      self.entries = entries
    }
  }

  /// A file without its path.
  public struct Entry: Sendable, BitwiseCopyable {
    /// The path's place in a list of paths.
    let path: UInt32
    /// The size in bytes, and in the highest bit whether there is a stamp.
    private let sizeAndMark: UInt32
    private let ownStamp: UInt64

    private static let mark: UInt32 = 1 << 31

    /// - Parameter size: in bytes; counted up to two thousand million.
    public init(path: Int, size: Int, stamp: UInt64?) {
      self.path = UInt32(path)
      sizeAndMark = Swift.min(UInt32(clamping: size), Self.mark - 1) | (stamp == nil ? 0 : Self.mark)
      ownStamp = stamp ?? 0
    }

    var size: Int { Int(sizeAndMark & ~Self.mark) }
    var stamp: UInt64? { sizeAndMark & Self.mark == 0 ? nil : ownStamp }
  }

  /// - Parameters:
  ///   - paths: in which each file's path lies.
  ///   - entries: in the order of their paths' bytes.
  public init(paths: PathList, _ entries: [Entry]) { contents = Contents(paths, entries) }

  /// - Parameter files: in the order of their paths' bytes.
  public init(_ files: some Sequence<SiteSource.File>) {
    var paths = PathList()
    var entries: [Entry] = []
    for file in files {
      entries.append(Entry(path: paths.count, size: file.size, stamp: file.stamp))
      paths.append(file.path)
    }
    self.init(paths: paths, entries)
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { contents.entries.count }

  public subscript(place: Int) -> SiteSource.File {
    SiteSource.File(
      path: withPath(at: place) { String(decoding: $0, as: UTF8.self) }, size: contents.entries[place].size,
      stamp: stamp(at: place))
  }

  public func stamp(at place: Int) -> UInt64? { contents.entries[place].stamp }

  /// Hands over the bytes of a file's path.
  public func withPath<Result>(
    at place: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try contents.paths.withPath(at: Int(contents.entries[place].path), body)
  }

  /// The number of the folder that a file lies in; `nil` where the list does not know it, and where the file lies in
  /// none.
  func folder(at place: Int) -> UInt32? {
    let folder = contents.paths.folders[Int(contents.entries[place].path)]
    return folder == PathList.noFolder ? nil : folder
  }

  /// Where the file of that path stands; `nil` where there is none.
  public func place(of path: String) -> Int? {
    let place = firstPlace(from: path)
    return path.withBytes { path in
      place < count && withPath(at: place) { $0.isEqual(to: path) } ? place : nil
    }
  }

  /// The places of the files below a folder, at whatever depth.
  public func places(below folder: String) -> Range<Int> {
    // In the order of bytes a zero follows a slash.
    firstPlace(from: folder + "/")..<firstPlace(from: folder + "0")
  }

  /// Where the first file stands whose path does not come before that one.
  private func firstPlace(from path: String) -> Int {
    path.withBytes { path in
      var (low, high) = (0, count)
      while low < high {
        let middle = (low + high) / 2
        if withPath(at: middle, { $0.precedes(path) }) { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }
}
