/// The folders of `content/releases/`, each a range of a site's list of files: an archive has many thousands.
struct ReleaseFolders: Sendable {
  private let files: FileList
  private var folders: [Folder] = []
  /// How long the path of the last folder is, with the slash at its end.
  private var lastLength = 0
  /// The number of the folder of the last file that was taken, where the list of files knows it.
  private var lastFolder: UInt32?
  /// Whether files of folders are passed over.
  private var hasHidden = false

  private struct Folder {
    var first: UInt32
    var last: UInt32
  }

  /// None yet.
  ///
  /// - Parameter files: the site's, in which the files of one folder follow each other.
  init(_ files: FileList) { self.files = files }

  var count: Int { folders.count }

  subscript(place: Int) -> ReleaseFolder {
    let found = files[Int(folders[place].first)...Int(folders[place].last)]
    let (name, path) = files.withPath(at: Int(folders[place].first)) { bytes in
      let end = endOfName(bytes) ?? 0
      return (
        String(decoding: bytes[prefix.utf8CodeUnitCount..<end], as: UTF8.self),
        String(decoding: bytes[...end], as: UTF8.self)
      )
    }
    return ReleaseFolder(
      name: name, path: path,
      files: hasHidden ? FileList(found.filter { !$0.path.withBytes(isHidden) })[...] : found)
  }

  /// The folder of that name, once the folders are sorted.
  func folder(_ name: String) -> ReleaseFolder? {
    name.withBytes { name in
      var (low, high) = (0, folders.count)
      while low < high {
        let middle = (low + high) / 2
        if withName(of: folders[middle], { $0.precedes(name) }) { low = middle + 1 } else { high = middle }
      }
      return low < count && withName(of: folders[low], { $0.isEqual(to: name) }) ? self[low] : nil
    }
  }

  /// Takes a file of a release's folder; false for others, and for hidden ones.
  mutating func take(_ number: Int) -> Bool {
    let folder = files.folder(at: number)
    // Most files lie beside the one before, and need not be compared with it.
    let isBeside = folder != nil && folder == lastFolder
    lastFolder = nil
    return files.withPath(at: number) { path in
      let isMore =
        isBeside
        || folders.last.map { last in
          files.withPath(at: Int(last.first)) { path.commonPrefix($0) >= lastLength }
        } ?? false
      guard let end = isMore ? lastLength - 1 : endOfName(path) else { return false }
      if isHidden(path) {
        hasHidden = true
        return false
      }
      if isMore {
        folders[folders.count - 1].last = UInt32(number)
      } else {
        folders.append(Folder(first: UInt32(number), last: UInt32(number)))
        lastLength = end + 1
      }
      lastFolder = folder
      return true
    }
  }

  /// Puts the folders in order of their names' bytes.
  mutating func sort() {
    // In a list ordered by path they nearly always are: only `a-b` comes before `a` there.
    if zip(folders, folders.dropFirst()).contains(where: { precedes($1, $0) }) {
      folders = folders.sorted(by: precedes)
    }
  }

  private func precedes(_ a: Folder, _ b: Folder) -> Bool {
    withName(of: a) { a in withName(of: b) { b in a.precedes(b) } }
  }

  private func withName<Result>(
    of folder: Folder, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    files.withPath(at: Int(folder.first)) { path in
      body(path.part(prefix.utf8CodeUnitCount..<(endOfName(path) ?? path.count)))
    }
  }
}

private let prefix: StaticString = "content/releases/"

/// Where the name of the release's folder ends that a file lies in; `nil` for a file that lies in none.
private func endOfName(_ path: UnsafeBufferPointer<UInt8>) -> Int? {
  path.hasPrefix(prefix) ? path[prefix.utf8CodeUnitCount...].firstIndex(of: UInt8(ascii: "/")) : nil
}
