/// Paths of a tree in the order in which it is walked, each kept as its name in the folder that was added before it.
///
/// An archive has many thousands, and their folders' paths would be most of them.
public struct PathList: Sendable {
  /// One name after the other, each ended by a zero byte; what lies in no folder of the list stands with its whole path.
  public private(set) var names: [UInt8] = []
  /// Where each name begins.
  public private(set) var starts: [UInt32] = []
  /// For each path the place of its folder; ``noFolder`` where that is none of the list.
  public private(set) var folders: [UInt32] = []
  /// The last path and the folders above it, outermost first, each with the length of its path.
  private var last: [UInt8] = []
  private var open: [(place: UInt32, length: Int)] = []

  public static let noFolder = UInt32.max

  public init() {}

  /// The list that another's parts are; `nil` where they are not parts of any.
  public init?(names: [UInt8], starts: [UInt32], folders: [UInt32]) {
    guard starts.count == folders.count, names.last == 0 || starts.isEmpty, starts.first ?? 0 == 0,
      starts.allSatisfy({ $0 < names.count }), zip(starts, starts.dropFirst()).allSatisfy(<),
      zip(folders, folders.indices).allSatisfy({ $0 == Self.noFolder || $0 < $1 })
    else { return nil }
    (self.names, self.starts, self.folders) = (names, starts, folders)
  }

  public var count: Int { starts.count }

  /// Adds a path, `content/releases/x/body.md`; folders come before what lies in them.
  public mutating func append(_ path: String) { path.withBytes { append($0) } }

  private mutating func append(_ path: UnsafeBufferPointer<UInt8>) {
    let common = last.withUnsafeBufferPointer { path.commonPrefix($0) }
    while let folder = open.last, !isFolder(folder.length, of: path, common) { open.removeLast() }
    let folder = open.last
    folders.append(folder?.place ?? Self.noFolder)
    starts.append(UInt32(names.count))
    names.append(contentsOf: path[(folder.map { $0.length + 1 } ?? 0)...])
    names.append(0)
    open.append((UInt32(count - 1), path.count))
    last.removeAll(keepingCapacity: true)
    last.append(contentsOf: path)
  }

  private func isFolder(_ length: Int, of path: UnsafeBufferPointer<UInt8>, _ common: Int) -> Bool {
    length <= common && length < path.count && path[length] == UInt8(ascii: "/")
  }

  /// Hands over the bytes of a path, which a zero byte follows.
  public func withPath<Result>(
    at place: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try names.withUnsafeBufferPointer { names in
      if folders[place] == Self.noFolder { return try body(names.part(name(at: place))) }
      var length = name(at: place).count
      var above = folders[place]
      while above != Self.noFolder {
        length += name(at: Int(above)).count + 1
        above = folders[Int(above)]
      }
      return try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: length + 1) { path in
        path.initializeElement(at: length, to: 0)
        fill(path, to: length, with: place, names)
        return try body(UnsafeBufferPointer(rebasing: path[..<length]))
      }
    }
  }

  /// Writes a path that ends at an offset.
  private func fill(
    _ path: UnsafeMutableBufferPointer<UInt8>, to end: Int, with place: Int,
    _ names: UnsafeBufferPointer<UInt8>
  ) {
    var (end, place) = (end, UInt32(place))
    while true {
      let name = name(at: Int(place))
      end -= name.count
      _ = path[end...].update(fromContentsOf: names[name])
      place = folders[Int(place)]
      if place == Self.noFolder { return }
      end -= 1
      path[end] = UInt8(ascii: "/")
    }
  }

  /// Where the first path is that is this one; `nil` where none is.
  public func place(of path: String) -> Int? {
    path.withBytes { path in
      names.withUnsafeBufferPointer { names in
        (0..<count).first { place in
          let name = names.part(name(at: place))
          // Most are told apart by their names.
          return name.count <= path.count && path.part(path.count - name.count..<path.count).isEqual(to: name)
            && withPath(at: place) { $0.isEqual(to: path) }
        }
      }
    }
  }

  /// The names of what lies in a folder, by the folder's place; of what lies in none of the list without one.
  public func names(in folder: Int?) -> [String] {
    let folder = folder.map { UInt32($0) } ?? Self.noFolder
    return folders.indices.filter { folders[$0] == folder }.map {
      String(decoding: names[name(at: $0)], as: UTF8.self)
    }
  }

  /// Where a path's name lies in ``names``.
  private func name(at place: Int) -> Range<Int> {
    let end = place + 1 < starts.count ? Int(starts[place + 1]) : names.count
    return Int(starts[place])..<end - 1
  }
}
