import Glibc

// A tree in which no name has come or gone is known without listing it.
extension Footprint {
  /// The footprint as the tree is now; `nil` where more than the bytes of files has changed, so that only listing the
  /// tree tells what is there.
  ///
  /// - Parameter changed: the places of what has another stamp now.
  func refreshed(_ changed: [Int], below folder: Int32) -> Footprint? {
    var tree = self
    for place in changed {
      guard isFile(place), let status = status(at: place, below: folder), status.isRegular else { return nil }
      tree.set(place, status)
    }
    return tree
  }

  /// The footprint after files of the tree have been replaced, each in its folder; `nil` where the tree is not the one
  /// that this knows.
  func replacing(_ files: Set<String>, below folder: Int32) -> Footprint? {
    if files.isEmpty { return self }
    // Listing as many would take longer than listing all.
    let folders = Set(files.map { foldersAbove($0).last ?? "." })
    guard folders.count <= 64 else { return nil }
    var tree = self
    var names: [String: Set<String>] = [:]
    var found = 0
    for place in 0..<count {
      let path = path(at: place)
      let (above, name) = split(path)
      if path != ".", folders.contains(above) { names[above, default: []].insert(name) }
      let isFolder = folders.contains(path)
      guard isFolder || files.contains(path) else { continue }
      guard let status = status(at: place, below: folder), isFolder ? status.isFolder : status.isRegular
      else {
        return nil
      }
      tree.set(place, status)
      found += 1
    }
    guard found == files.count + folders.count else { return nil }
    for path in apart {
      let (above, name) = split(path)
      if folders.contains(above) { names[above, default: []].insert(name) }
    }
    // The folders' new stamps hold for what is in them after their states were taken.
    for path in folders {
      guard let open = Descriptor.folder(path, below: folder),
        let entries = folderEntries(open, sizes: false),
        Set(entries.map { String(decoding: $0.name, as: UTF8.self) }) == names[path]
      else { return nil }
    }
    return tree
  }

  private func isFile(_ place: Int) -> Bool { kinds[place] == .file && stamps[place] != .absent }

  private func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
    return (String(path[..<slash]), String(path[path.utf8.index(after: slash)...]))
  }
}
