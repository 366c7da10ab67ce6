import Glibc

/// What the output folder holds before a build.
struct OutputSurvey {
  /// Everything but folders that sitegen may have written; a link is listed, never followed.
  var files: Set<String> = []
  var folders: Set<String> = []
  /// Files and folders kept apart: never read, replaced or removed.
  var kept: Set<String> = []

  /// Names of a published site's surroundings: a hidden name anywhere, and `CNAME` at the top, by which
  /// hosts of static sites learn the site's own domain.
  static func isKeptApart(_ name: String, atTop: Bool) -> Bool {
    name.hasPrefix(".") || (atTop && name == "CNAME")
  }

  /// Lists the folder; `nil` with `errno` set when it cannot be read.
  init?(_ folder: borrowing Descriptor) {
    guard add(folder, below: "") else { return nil }
  }

  /// The same of a tree whose states are known.
  init(_ tree: Footprint) {
    let folderCount = tree.kinds.count { $0 == .folder }
    folders.reserveCapacity(folderCount)
    files.reserveCapacity(tree.count - folderCount)
    for place in 0..<tree.count {
      switch tree.kinds[place] {
      case .folder: folders.insert(tree.path(at: place))
      default: files.insert(tree.path(at: place))
      }
    }
    folders.remove(".")
    kept = Set(tree.apart)
  }

  private mutating func add(_ folder: borrowing Descriptor, below prefix: String) -> Bool {
    guard let entries = folderEntries(folder, sizes: false) else { return false }
    for entry in entries {
      let name = String(decoding: entry.name, as: UTF8.self)
      let path = prefix + name
      if Self.isKeptApart(name, atTop: prefix.isEmpty) {
        kept.insert(path)
      } else if entry.kind == .folder {
        folders.insert(path)
        guard let inner = Descriptor.folder(name, below: folder.number), add(inner, below: path + "/")
        else { return false }
      } else {
        files.insert(path)
      }
    }
    return true
  }

  /// The files that no build of ours wrote, ordered.
  ///
  /// - Parameter isOurs: whether one of ours wrote the file of a path.
  func foreign(_ isOurs: (String) -> Bool) -> [String] {
    files.filter { !isOurs($0) }.sorted(by: pathPrecedes)
  }
}
